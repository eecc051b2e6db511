package server_test

import (
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"dilna/models"
	"dilna/server/live"
)

func TestLeavingEndsTheSeatAndItsStreamsWithinASecondINV19(t *testing.T) {
	r := newWorld(t).room("a")
	address, _ := r.listening()
	followed := r.stream(address, r.participant)
	if !followed.until(func(f live.Frame) bool { return f.Since == 0 }) {
		t.Fatal("the stream did not begin")
	}
	start := time.Now()
	got := r.do(r.participant, "POST "+r.path("/leave"), `{"remove":true}`).want(http.StatusOK, "")
	if !followed.ends() || time.Since(start) > promptly {
		t.Errorf("the stream lived on for %v", time.Since(start))
	}
	cookies := got.Result().Cookies()
	if len(cookies) != 1 || cookies[0].MaxAge >= 0 || cookies[0].Value != "" {
		t.Errorf("the cookie is not taken away: %v", cookies)
	}
	// Also with the old cookie kept by hand, and on a server that has just started.
	r.do(r.participant, "GET "+r.path("/mine"), "").want(http.StatusNotFound, models.CodeNotFound)
	again := r.again()
	again.do(r.participant, "GET "+again.path("/feed?wait=0s"), "").want(http.StatusNotFound, models.CodeNotFound)
	if whole := r.do(r.facilitator, "GET "+r.path("/feed?wait=0s"), "").Body.String(); strings.Contains(whole, string(r.mine)) {
		t.Error("what she wrote is still there")
	}
	newcomer := r.join("the same phone, later")
	if newcomer.cookies[0].Value == r.participant.cookies[0].Value {
		t.Error("the seat that was given up is given again")
	}
}

func TestALockedDoorLetsBackInWhoHasASeat(t *testing.T) {
	r := newWorld(t).room("a")
	r.do(r.facilitator, "PATCH "+r.path("/room"), `{"locked":true}`).want(http.StatusOK, "")
	code := `{"code":"` + string(r.code()) + `"}`
	r.do(&caller{}, "POST /api/join", code).want(http.StatusConflict, models.CodeDoorLocked)
	r.do(r.participant, "POST /api/join", code).want(http.StatusOK, "")
	r.do(r.facilitator, "PATCH "+r.path("/room"), `{"locked":false}`).want(http.StatusOK, "")
	r.do(&caller{}, "POST /api/join", code).want(http.StatusOK, "")
}

// TestOthersWritingBlindLooksTheSameINV18 has somebody write one idea and then
// two more; another phone and the wall are told the same but the revision.
func TestOthersWritingBlindLooksTheSameINV18(t *testing.T) {
	r := newWorld(t).room("a")
	blind(r)
	other := r.join("another")
	own := r.post(other, "/steps/"+string(r.open)+"/ideas", `"text":"můj vlastní"`)
	seen := func() string {
		var all strings.Builder
		r := r.again()
		for _, c := range []*caller{other, r.screen} {
			all.WriteString(r.do(c, "GET "+r.path("/feed?since=0&wait=0s"), "").Body.String())
		}
		all.WriteString(r.do(other, "GET "+r.path("/mine"), "").Body.String())
		all.WriteString(r.do(other, "PATCH "+r.path("/ideas/"+own), `{"text":"můj vlastní"}`).want(http.StatusOK, "").Body.String())
		return all.String()
	}
	number := strconv.FormatInt(int64(r.revision()), 10)
	before := strings.ReplaceAll(seen(), `"revision":`+number, "")
	for _, text := range []string{"tajné", "i toto"} {
		r.post(r.participant, "/steps/"+string(r.open)+"/ideas", `"text":"`+text+`"`)
	}
	number = strconv.FormatInt(int64(r.revision()), 10)
	if after := strings.ReplaceAll(seen(), `"revision":`+number, ""); after != before {
		t.Errorf("what others write blind shows:\n%s\n---\n%s", before, after)
	}
}

func TestWhatIsHiddenIsToldByItsPlaceAloneINV18(t *testing.T) {
	r := newWorld(t).room("a")
	r.do(r.facilitator, "PATCH "+r.path("/ideas/"+string(r.mine)), `{"hidden":true,"note":"poznámka"}`).want(http.StatusOK, "")
	for _, c := range []*caller{r.screen, r.participant} {
		told := r.do(c, "GET "+r.path("/feed?since=0&wait=0s"), "").Body.String()
		if strings.Contains(told, "můj podnět") || strings.Contains(told, "poznámka") || !strings.Contains(told, string(r.mine)) {
			t.Errorf("%s is told %s", c.name, told)
		}
	}
}

func TestHandsAreCountedForTheFacilitatorAlone(t *testing.T) {
	r := newWorld(t).room("a")
	r.put(r.participant, "/hands/mine", `{"raised":true}`)
	r.put(r.participant, "/steps/"+string(r.open)+"/done/mine", `{"done":true}`)
	if p := r.frame(r.facilitator, 0).Progress; p.Hands != 1 || p.Done != 1 {
		t.Errorf("the facilitator is told %+v", p)
	}
	for _, c := range []*caller{r.join("another"), r.screen} {
		if p := r.frame(c, 0).Progress; p.Hands != 0 || p.Done != 0 {
			t.Errorf("%s is told %+v", c.name, p)
		}
	}
}

func TestTheFeedTellsTheServersTime(t *testing.T) {
	r := newWorld(t).room("a")
	before := time.Now().UnixMilli()
	told, err := strconv.ParseInt(r.do(r.participant, "GET "+r.path("/feed?wait=0s"), "").Header().Get(live.Clock), 10, 64)
	if err != nil || told < before || told > time.Now().UnixMilli() {
		t.Errorf("told %d (%v), it is %d", told, err, before)
	}
}
