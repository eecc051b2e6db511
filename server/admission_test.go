package server_test

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"dilna/models"
)

// ticketsOf stands in for the sheet: number, code and token of each ticket.
func ticketsOf(_ context.Context, sheet models.TicketSheet, w io.Writer) error {
	for _, ticket := range sheet.Tickets {
		if _, err := fmt.Fprintf(w, "%d %s %s\n", ticket.Number, ticket.Code, sheet.Link+ticket.Token); err != nil {
			return err
		}
	}
	return nil
}

// admit has people get in that way.
func (r *room) admit(way models.Way) {
	r.t.Helper()
	r.do(r.facilitator, "PATCH "+r.path("/admission"), `{"way":"`+string(way)+`"}`).want(200, "")
}

// printed are the tickets of a sheet: what is typed, and what the QR code says.
func (r *room) printed() (typed, scanned []string) {
	r.t.Helper()
	sheet := r.do(r.facilitator, "GET "+r.path("/tickets.pdf"), "").want(200, "").Body.String()
	for line := range strings.Lines(sheet) {
		said := strings.Fields(line)
		_, token, _ := strings.Cut(said[2], "#")
		typed, scanned = append(typed, said[1]), append(scanned, token)
	}
	return typed, scanned
}

func (r *room) enter(c *caller, code string) answered {
	r.t.Helper()
	return r.do(c, "POST /api/join", fmt.Sprintf(`{"code":%q}`, code))
}

func TestATicketLetsInOneDeviceTypedOrScannedTM01(t *testing.T) {
	r := newWorld(t).room("a")
	r.admit(models.WayTickets)
	ticketed(r)
	typed, scanned := r.printed()
	r.enter(&caller{}, string(r.code())).want(409, models.CodeTicketNeeded)
	r.enter(r.participant, string(r.code())).want(200, "") // who is inside stays
	phone := &caller{}
	r.enter(phone, strings.ToLower(typed[0][:4]+" "+typed[0][4:])).want(200, "")
	r.enter(phone, scanned[0]).want(200, "") // the same device, again
	r.enter(&caller{}, scanned[0]).want(409, models.CodeTicketUsed)
	r.enter(phone, scanned[1]).want(409, models.CodeDeviceTaken)
	r.enter(&caller{}, scanned[1]).want(200, "")
	var counts models.Tickets
	r.do(r.facilitator, "GET "+r.path("/tickets"), "").want(200, "").into(&counts)
	if typed, _ := r.printed(); counts.Count != 3 || fmt.Sprint(counts.Used) != "[1 2]" || len(typed) != 1 {
		t.Errorf("told are %+v, printed again %v", counts, typed)
	}
}

func TestAWrongTicketIsAWrongCodeAndCostsAsMuchTM02(t *testing.T) {
	w := newWorld(t)
	r := w.room("a")
	r.admit(models.WayTickets)
	ticketed(r)
	typed, scanned := r.printed()
	const hall = "198.51.100.77"
	answers := map[string]bool{}
	for n := range 20 {
		guess := []string{"BCDFGH", "BCDFGHJK"}[n%2]
		got := w.do(&caller{from: hall}, "POST /api/join", `{"code":"`+guess+`"}`).want(404, models.CodeCodeUnknown)
		answers[strings.ReplaceAll(got.Body.String(), got.problem().Instance, "")] = true
	}
	if len(answers) != 1 {
		t.Errorf("the answers differ: %v", answers)
	}
	w.do(&caller{from: hall}, "POST /api/join", `{"code":"BCDFGHJK"}`).want(429, models.CodeSlowDown)
	w.do(&caller{from: hall}, "POST /api/join", `{"code":"`+typed[0]+`"}`).want(200, "")   // the right one gets in all the same
	w.do(&caller{from: hall}, "POST /api/join", `{"code":"`+scanned[1]+`"}`).want(200, "") // and needs no guard
	r.put(r.facilitator, "/state", `{"state":"prepared"}`)
	got := w.do(&caller{}, "POST /api/join", `{"code":"`+typed[1]+`"}`).want(404, models.CodeCodeUnknown)
	if !answers[strings.ReplaceAll(got.Body.String(), got.problem().Instance, "")] {
		t.Errorf("behind a shut door a right ticket is answered %s", got.Body)
	}
}

func TestWhoWaitsIsNobodyUntilLetInAndNobodyElseKnows(t *testing.T) {
	r := newWorld(t).room("a")
	r.admit(models.WayLobby)
	phone := &caller{}
	var entered struct{ Waiting int }
	r.enter(phone, string(r.code())).want(200, "").into(&entered)
	number := entered.Waiting
	r.enter(phone, string(r.code())).want(200, "").into(&entered)
	if number == 0 || entered.Waiting != number {
		t.Fatalf("she waits as %d, then as %d", number, entered.Waiting)
	}
	for _, tail := range []string{"/mine", "/feed?since=0&wait=0s"} {
		r.do(phone, "GET "+r.path(tail), "").want(401, models.CodeSeatWaiting)
	}
	for _, watcher := range []*caller{r.participant, r.screen} {
		if frame := r.do(watcher, "GET "+r.path("/feed?since=0&wait=0s"), "").Body.String(); strings.Contains(frame, "waiting\":1") {
			t.Errorf("%s is told who waits: %s", watcher.name, frame)
		}
	}
	if frame := r.do(r.facilitator, "GET "+r.path("/feed?since=0&wait=0s"), "").Body.String(); !strings.Contains(frame, `"waiting":1`) {
		t.Errorf("the facilitator is told %s", frame)
	}
	stands := func(state models.Stands) {
		t.Helper()
		var place models.MyPlace
		if r.do(phone, "GET "+r.path("/place"), "").want(200, "").into(&place); place.State != state {
			t.Errorf("it stands as %+v, not %s", place, state)
		}
	}
	move := func(state string, stand models.Stands) {
		t.Helper()
		r.put(r.facilitator, "/devices", fmt.Sprintf(`{"numbers":[%d],"state":%q}`, number, state))
		stands(stand)
	}
	stands("waiting")
	move("out", "refused")
	r.do(phone, "GET "+r.path("/mine"), "").want(401, models.CodeNotLetIn)
	r.enter(phone, string(r.code())).want(401, models.CodeNotLetIn)
	move("in", "in")
	r.do(phone, "GET "+r.path("/mine"), "").want(200, "")
	move("out", "out")
	r.do(phone, "GET "+r.path("/mine"), "").want(401, models.CodeDeviceOut)
	move("in", "in")
	r.do(phone, "GET "+r.path("/mine"), "").want(200, "")
}

func TestADeviceHandedOnForgetsWhoUsedIt(t *testing.T) {
	r := newWorld(t).room("a")
	tablet := &caller{}
	var first, next joined
	r.enter(tablet, string(r.code())).want(200, "").into(&first)
	r.do(tablet, "POST "+r.path("/hand-on"), "").want(200, "").into(&next)
	if next.Seat == "" || next.Seat == first.Seat {
		t.Errorf("after %v sits %v", first, next)
	}
	ticketed(r)
	_, scanned := r.printed()
	tablet = &caller{}
	r.enter(tablet, scanned[0]).want(200, "")
	r.do(tablet, "POST "+r.path("/hand-on"), "").want(200, "")
	r.enter(tablet, scanned[1]).want(200, "")
}
