package server_test

import (
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"

	"dilna/models"
)

type joined struct{ Workshop, Seat string }

func TestTheSameDeviceKeepsItsSeat(t *testing.T) {
	r := newWorld(t).room("a")
	phone := &caller{}
	var first, again, other joined
	body := `{"code":"` + string(r.code()) + `"}`
	r.do(phone, "POST /api/join", body).want(200, "").into(&first)
	r.do(phone, "POST /api/join", body).want(200, "").into(&again)
	r.do(&caller{}, "POST /api/join", body).want(200, "").into(&other)
	if first != again || first.Workshop != string(r.id) {
		t.Errorf("the second time the seat is %v, want %v", again, first)
	}
	if other.Seat == first.Seat {
		t.Error("two devices share a seat")
	}
}

func TestACodeIsReadAsPeopleTypeIt(t *testing.T) {
	r := newWorld(t).room("a")
	code := string(r.code())
	for _, typed := range []string{code, strings.ToLower(code), code[:3] + " " + code[3:], " " + code[:3] + "-" + code[3:]} {
		r.do(&caller{}, "POST /api/join", fmt.Sprintf(`{"code":%q}`, typed)).want(200, "")
	}
}

func TestAWrongCodeAndAShutDoorGetTheSameAnswerTM02(t *testing.T) {
	w := newWorld(t)
	r := w.room("a")
	code := r.code()
	r.put(r.facilitator, "/state", `{"state":"prepared"}`)
	answers := map[string]bool{}
	for _, typed := range []string{string(code), "BCDFGH", "0OIL1!", "", strings.Repeat("B", 500)} {
		got := w.do(&caller{}, "POST /api/join", `{"code":"`+typed+`"}`).want(404, models.CodeCodeUnknown)
		answers[strings.ReplaceAll(got.Body.String(), got.problem().Instance, "")] = true
	}
	if len(answers) != 1 {
		t.Errorf("the answers differ: %v", answers)
	}
}

// TestWhoComesTooLateIsToldSoTM02 by door × who asks: that a workshop has ended is
// told to whoever has its QR code, and to those in its hall; to a stranger its code
// is as wrong as any. Whoever was there comes back.
func TestWhoComesTooLateIsToldSoTM02(t *testing.T) {
	const hall, far = "198.51.100.7", "203.0.113.5"
	w := newWorld(t)
	r := w.room("a")
	var d door
	r.do(r.facilitator, "GET "+r.path("/door"), "").want(200, "").into(&d)
	_, scanned, _ := strings.Cut(d.URL, "#")
	there := &caller{from: hall}
	w.do(there, "POST /api/join", `{"code":"`+d.Code+`"}`).want(200, "")
	r.put(r.facilitator, "/state", `{"state":"ended"}`)
	for _, row := range []struct {
		name   string
		who    *caller
		code   string
		status int
		told   models.ErrorCode
	}{
		{"who scans, from anywhere", &caller{from: far}, scanned, 409, models.CodeWorkshopEnded},
		{"who types the code in the hall", &caller{from: hall}, d.Code, 409, models.CodeWorkshopEnded},
		{"who types another code in the hall", &caller{from: hall}, "BCDFGH", 404, models.CodeCodeUnknown},
		{"a stranger with the code", &caller{from: far}, d.Code, 404, models.CodeCodeUnknown},
		{"who was there and scans", there, scanned, 200, ""},
		{"who was there and types the code", there, d.Code, 200, ""},
	} {
		if got := w.do(row.who, "POST /api/join", `{"code":"`+row.code+`"}`); got.Code != row.status || row.told != "" && got.problem().Code != string(row.told) {
			t.Errorf("%s: %d %s", row.name, got.Code, got.problem().Code)
		}
	}
	w.exec("UPDATE workshops SET removed_at = 1 WHERE id = ?", r.id)
	for _, code := range []string{scanned, d.Code} {
		w.do(&caller{from: hall}, "POST /api/join", `{"code":"`+code+`"}`).want(404, models.CodeCodeUnknown)
	}
}

func TestWhoScansGetsInHoweverManyCodesOthersTryTM02(t *testing.T) {
	t.Parallel() // it waits more than it works
	r := newWorld(t).room("a")
	var d door
	r.do(r.facilitator, "GET "+r.path("/door"), "").want(200, "").into(&d)
	_, scanned, _ := strings.Cut(d.URL, "#")
	prankster := &caller{from: "198.51.100.7"}
	for range 30 {
		r.do(prankster, "POST /api/join", `{"code":"`+string(models.NewCode())+`"}`)
	}
	neighbour := &caller{from: "198.51.100.7"}
	r.do(neighbour, "POST /api/join", `{"code":"`+scanned+`"}`).want(200, "")
	r.put(r.facilitator, "/state", `{"state":"prepared"}`)
	r.do(&caller{}, "POST /api/join", `{"code":"`+scanned+`"}`).want(404, models.CodeCodeUnknown)
}

func TestCodesCannotBeGuessedTM02(t *testing.T) {
	t.Parallel() // it waits more than it works
	r := newWorld(t, stillTime).room("a")
	looked := 0
	guess := func(c *caller, spoofed string) {
		got := r.do(c, "POST /api/join", `{"code":"`+string(models.NewCode())+`"}`, header("X-Forwarded-For", spoofed))
		switch got.Code {
		case http.StatusNotFound:
			looked++
		case http.StatusTooManyRequests:
			if got.Header().Get("Retry-After") == "" {
				t.Error("a guesser is not told when to try again")
			}
		default:
			t.Fatalf("answered %d: %s", got.Code, got.Body)
		}
	}
	for i := range 30 {
		guess(&caller{from: "198.51.100.7"}, fmt.Sprintf("10.0.0.%d", i))
	}
	if looked != 20 {
		t.Errorf("one address was told of %d guesses that they are wrong", looked)
	}
	for i := range 305 {
		guess(&caller{from: fmt.Sprintf("100.64.%d.%d", i/250, i%250)}, "")
	}
	if looked != 300 {
		t.Errorf("all addresses together were told of %d guesses that they are wrong", looked)
	}
}

func TestNobodyIsKeptOutByTheWrongCodesOfOthersTM02(t *testing.T) {
	t.Parallel() // it waits more than it works
	r := newWorld(t, stillTime).room("a")
	wrong := func(from string, times int) {
		for range times {
			r.do(&caller{from: from}, "POST /api/join", `{"code":"`+string(models.NewCode())+`"}`)
		}
	}
	right := func(from string) {
		t.Helper()
		r.do(&caller{from: from}, "POST /api/join", `{"code":"`+string(r.code())+`"}`).want(200, "")
	}
	wrong("198.51.100.7", 22)
	right("198.51.100.7")
	for i := range 14 {
		wrong(fmt.Sprintf("203.0.113.%d", i), 20)
	}
	wrong("192.0.2.1", 1)
	right("192.0.2.2")
	right("192.0.2.1")
	right("203.0.113.5")
}

func TestAHundredPhonesAndAPranksterBehindOneAddressTM02(t *testing.T) {
	r := newWorld(t, stillTime).room("a")
	over := make(chan struct{})
	var prank, phones sync.WaitGroup
	prank.Go(func() {
		for {
			select {
			case <-over:
				return
			default:
				r.do(&caller{from: "198.51.100.7"}, "POST /api/join", `{"code":"`+string(models.NewCode())+`"}`)
			}
		}
	})
	for range 100 {
		phones.Go(func() {
			got := r.do(&caller{from: "198.51.100.7"}, "POST /api/join", `{"code":"`+string(r.code())+`"}`)
			if got.Code != http.StatusOK {
				t.Errorf("answered %d: %s", got.Code, got.Body)
			}
		})
	}
	phones.Wait()
	close(over)
	prank.Wait()
}

func TestFiftyPhonesJoinAtOnce(t *testing.T) {
	r := newWorld(t).room("a")
	body := `{"code":"` + string(r.code()) + `"}`
	seats := make(chan string, 50)
	var wait sync.WaitGroup
	for range 50 {
		wait.Go(func() {
			var j joined
			got := r.do(&caller{}, "POST /api/join", body)
			if got.Code != http.StatusOK {
				t.Errorf("answered %d: %s", got.Code, got.Body)
				return
			}
			got.into(&j)
			seats <- j.Seat
		})
	}
	wait.Wait()
	close(seats)
	different := map[string]bool{}
	for seat := range seats {
		different[seat] = true
	}
	if len(different) != 50 {
		t.Errorf("%d different seats, want 50", len(different))
	}
}

func TestAnybodyWithTheLinkOfTheWallGetsAWall(t *testing.T) {
	r := newWorld(t).room("a")
	var d struct{ Wall string }
	r.do(r.facilitator, "GET "+r.path("/door"), "").want(200, "").into(&d)
	id, token, _ := strings.Cut(strings.TrimPrefix(d.Wall, "/wall#"), ".")
	screen := &caller{}
	var first, again joined
	r.do(screen, "POST /api/workshops/"+id+"/wall", `{"token":"`+token+`"}`).want(200, "").into(&first)
	r.do(screen, "POST /api/workshops/"+id+"/wall", `{"token":"`+token+`"}`).want(200, "").into(&again)
	if first != again {
		t.Error("the same screen got another seat")
	}
	screen.as = "wall"
	r.do(screen, "GET "+r.path("/door"), "").want(200, "")
	r.do(&caller{}, "POST "+r.path("/wall"), `{"token":"guess"}`).want(404, models.CodeNotFound)
}

func TestOneBrowserWithSeveralCookiesSaysWhichItMeans(t *testing.T) {
	r := newWorld(t).room("a")
	everything := &caller{}
	for _, c := range []*caller{r.facilitator, r.participant, r.screen} {
		everything.cookies = append(everything.cookies, c.cookies...)
	}
	for as, code := range map[string]int{"": 200, "facilitator": 200, "participant": 403, "wall": 403} {
		everything.as = as
		if got := r.do(everything, "GET "+r.path(""), ""); got.Code != code {
			t.Errorf("as %q the answer is %d, want %d", as, got.Code, code)
		}
	}
	everything.as = "participant"
	r.do(everything, "GET "+r.path("/mine"), "").want(200, "")
	everything.as = "coordinator"
	r.do(everything, "GET "+r.path("/mine"), "").want(404, models.CodeNotFound)
	r.do(&caller{as: "facilitator"}, "GET "+r.path(""), "").want(401, models.CodeSignInNeeded)
}

func TestACopiedWallTokenMakesNoParticipantTM06(t *testing.T) {
	r := newWorld(t).room("a")
	cheat := &caller{cookies: []*http.Cookie{{Name: "p-" + string(r.id), Value: r.screen.cookies[0].Value}}, as: "participant"}
	r.do(cheat, r.fill("REQUEST POST /steps/{open}/ideas"), r.fill(`{"id":"{new}","text":"a"}`)).want(403, models.CodeFacilitatorOnly)
}
