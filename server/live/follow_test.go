package live_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"dilna/models"
	"dilna/models/modelstest"
)

// later lets time pass in a bubble, and everything that was to happen in it.
func later(d time.Duration) {
	<-time.After(d)
	synctest.Wait()
}

func TestAStreamBeginsWithTheWholePicture(t *testing.T) {
	bubble(t, 1, func(t *testing.T, h *hall) {
		idea := h.idea("podnět")
		p := h.follow(h.seat(0), "")
		later(0)
		first := p.got()[0].text
		if p.header.Get("Content-Type") != "text/event-stream" || p.header.Get("Cache-Control") != "no-store" || p.header.Get("X-Accel-Buffering") != "no" {
			t.Errorf("the headers are %v", p.header)
		}
		if !strings.HasPrefix(first, ":"+strings.Repeat(" ", 2048)) {
			t.Errorf("begins with %.40q, want 2 KiB of padding", first)
		}
		retry, _ := strconv.Atoi(regexp.MustCompile(`\nretry: (\d+)\n`).FindStringSubmatch(first)[1])
		if retry < 500 || retry > 3000 {
			t.Errorf("come back after %d ms, want 500 to 3000", retry)
		}
		f := p.last(t)
		if f.Since != 0 || len(f.Ideas) != 1 || f.Ideas[0].ID != idea.ID || f.Workshop == nil {
			t.Errorf("the first frame is %+v", f)
		}
		p.hangUp()
		later(0)
		if !p.hasEnded() || p.err != nil {
			t.Errorf("after the phone hung up: ended %v, %v", p.hasEnded(), p.err)
		}
	})
}

func TestAChangeIsToldAtOnceAndManyOnlyFiveTimesASecond(t *testing.T) {
	bubble(t, 1, func(t *testing.T, h *hall) {
		p := h.follow(h.wall(), "")
		later(time.Second)
		before := len(p.got())
		start := time.Now()
		h.idea("první")
		later(0)
		told := p.got()[before:]
		if len(told) != 1 || told[0].at.Sub(start) > 5*time.Millisecond {
			t.Fatalf("a change after a while of nothing was told %d times, at %v", len(told), told)
		}
		for i := range 100 {
			h.idea(fmt.Sprint("další ", i))
			later(10 * time.Millisecond)
		}
		later(time.Second)
		told = p.got()[before:]
		if len(told) < 4 || len(told) > 7 {
			t.Errorf("a hundred changes in a second were told in %d frames, want about 5", len(told))
		}
		for i := 1; i < len(told); i++ {
			if gap := told[i].at.Sub(told[i-1].at); gap < 200*time.Millisecond {
				t.Errorf("two frames came %v apart", gap)
			}
		}
		if n := len(p.last(t).Ideas); n == 0 {
			t.Error("the last frame holds no idea")
		}
		if got, want := p.last(t).Revision, h.Look(t, models.Wall).Revision; got != want {
			t.Errorf("INV-13: the wall is at revision %d, want %d", got, want)
		}
		p.hangUp()
	})
}

func TestCountsRideAlongAtMostOnceASecondTM04(t *testing.T) {
	bubble(t, 12, func(t *testing.T, h *hall) {
		idea := h.idea("podnět")
		round := h.round()
		p := h.follow(h.wall(), "")
		later(2 * time.Second)
		before := len(p.got())
		for n, seat := range h.Seats {
			h.place(seat, round, idea, 1, int64(n+1))
			later(100 * time.Millisecond)
		}
		later(2 * time.Second)
		told := p.got()[before:]
		if len(told) > 4 {
			t.Errorf("twelve ballots in 1.2 s were told in %d frames", len(told))
		}
		if got := p.last(t).Progress.Ballots; len(got) != 1 || got[0].Count != 12 {
			t.Errorf("the ballots are %+v, want 12", got)
		}
		for i, f := range p.frames(t) {
			if i > 0 && (len(f.Rounds) > 0 || len(f.Ideas) > 0 || f.Revision != f.Since) {
				t.Errorf("INV-18: a frame about dots tells more than counts: %+v", f)
			}
		}
		p.hangUp()
	})
}

func TestMovingADotIsToldToNobodyTM04(t *testing.T) {
	bubble(t, 1, func(t *testing.T, h *hall) {
		idea := h.idea("podnět")
		round := h.round()
		h.place(h.Seats[0], round, idea, 1, 1)
		p := h.follow(h.wall(), "")
		later(3 * time.Second)
		before := len(p.got())
		h.place(h.Seats[0], round, idea, 2, 2)
		later(3 * time.Second)
		if told := p.got()[before:]; len(told) > 0 {
			t.Errorf("a second dot on the same ballot was told: %v", told)
		}
		p.hangUp()
	})
}

func TestWhoWaitsInTheLobbyIsToldToFacilitatorsAndToNobodyElse(t *testing.T) {
	bubble(t, 1, func(t *testing.T, h *hall) {
		way := models.WayLobby
		h.do(func() {
			_, err := h.Store.ChangeAdmission(t.Context(), h.Facilitator, modelstest.Key(), models.AdmissionChange{Way: &way})
			must(t, err)
		})
		desk, wall, anna := h.follow(h.desk(), ""), h.follow(h.wall(), ""), h.follow(h.seat(0), "")
		later(2 * time.Second)
		before := len(wall.got()) + len(anna.got())
		h.do(func() {
			_, err := h.Store.Join(t.Context(), h.ID, string(modelstest.Key()))
			must(t, err)
		})
		later(3 * time.Second)
		if waiting := desk.last(t).Progress.Waiting; waiting != 1 {
			t.Errorf("the facilitator is told that %d wait", waiting)
		}
		if told := len(wall.got()) + len(anna.got()) - before; told > 0 {
			t.Errorf("wall and phone were told something, %d times", told)
		}
		for _, p := range []*phone{desk, wall, anna} {
			p.hangUp()
		}
	})
}

func TestAStreamShowsSignsOfLifeAndEndsBeforeItIsOld(t *testing.T) {
	bubble(t, 1, func(t *testing.T, h *hall) {
		p := h.follow(h.seat(0), "")
		start := time.Now()
		later(time.Minute)
		beats := 0
		for _, piece := range p.got() {
			if piece.text == ":\n\n" {
				beats++
			}
		}
		if beats != 4 {
			t.Errorf("%d signs of life in a minute, want one each 15 s", beats)
		}
		<-p.ended
		if age := time.Since(start); age < 24*time.Minute || age > 36*time.Minute || p.err != nil {
			t.Errorf("the stream ended after %v with %v", age, p.err)
		}
	})
}

func TestComingBackBringsOnlyWhatChangedINV14(t *testing.T) {
	bubble(t, 1, func(t *testing.T, h *hall) {
		h.idea("před")
		p := h.follow(h.seat(0), "since=0")
		later(0)
		at := p.last(t).Revision
		p.hangUp()
		missed := h.idea("mezitím")
		for name, back := range map[string]*phone{
			"by address":       h.follow(h.seat(0), fmt.Sprint("since=", at)),
			"by the browser":   h.follow(h.seat(0), "since=0", "Last-Event-ID", fmt.Sprint(at)),
			"by address, wait": h.follow(h.seat(0), fmt.Sprint("wait=25s&since=", at)),
		} {
			later(time.Second)
			text := back.got()[0].text
			if !strings.Contains(text, string(missed.ID)) || strings.Contains(text, "před") || strings.Contains(text, `"gone"`) {
				t.Errorf("coming back %s brings %s", name, strings.TrimSpace(text))
			}
			back.hangUp()
			later(0)
		}
	})
}

func TestWhoKnowsTheFutureGetsTheWholePicture(t *testing.T) {
	bubble(t, 1, func(t *testing.T, h *hall) {
		for _, since := range []string{"999999", "-1", "x", "9223372036854775808", ""} {
			p := h.follow(h.seat(0), "since="+since)
			later(0)
			if f := p.last(t); f.Since != 0 || f.Workshop == nil || len(f.Steps) != 1 {
				t.Errorf("since %q: %+v", since, f)
			}
			p.hangUp()
			later(0)
		}
	})
}

func TestAFourthStreamOfASeatEndsTheOldestTM16(t *testing.T) {
	bubble(t, 2, func(t *testing.T, h *hall) {
		var mine []*phone
		other := h.follow(h.seat(1), "")
		for range 5 {
			mine = append(mine, h.follow(h.seat(0), ""))
			later(0)
		}
		for i, want := range []bool{true, true, false, false, false} {
			if mine[i].hasEnded() != want {
				t.Errorf("stream %d of five ended: %v", i+1, mine[i].hasEnded())
			}
		}
		if other.hasEnded() {
			t.Error("another seat's stream ended")
		}
	})
}

func TestARevokedStreamGetsNothingMoreINV19(t *testing.T) {
	bubble(t, 2, func(t *testing.T, h *hall) {
		gone, stays := h.follow(h.seat(0), ""), h.follow(h.seat(1), "")
		asking := h.follow(h.seat(0), fmt.Sprint("wait=25s&since=", h.Look(t, models.Participants).Revision))
		later(2 * time.Second)
		before := len(gone.got())
		h.hub.Revoke(h.seat(0).Holder)
		secret := h.idea("po odhlášení")
		later(time.Second)
		if !gone.hasEnded() || !asking.hasEnded() || stays.hasEnded() {
			t.Errorf("ended: %v, %v, another's %v", gone.hasEnded(), asking.hasEnded(), stays.hasEnded())
		}
		if len(gone.got()) != before || strings.Contains(asking.got()[0].text, string(secret.ID)) {
			t.Error("a revoked stream got a frame")
		}
		if f := stays.last(t); len(f.Ideas) != 1 || f.Progress.Connected != 1 {
			t.Errorf("the one who stays is told %+v", f)
		}
	})
}

func TestTheEndOfTheServerEndsAllStreamsAtOnce(t *testing.T) {
	bubble(t, 1, func(t *testing.T, h *hall) {
		phones := []*phone{h.follow(h.seat(0), ""), h.follow(h.wall(), ""), h.follow(h.desk(), "wait=25s&since=99")}
		later(time.Second)
		start := time.Now()
		h.hub.Close()
		for _, p := range phones {
			<-p.ended
			if p.err != nil {
				t.Errorf("ended with %v", p.err)
			}
		}
		if took := time.Since(start); took > 10*time.Millisecond {
			t.Errorf("it took %v", took)
		}
	})
}

func TestConnectedAreSeatsNotStreams(t *testing.T) {
	bubble(t, 3, func(t *testing.T, h *hall) {
		screen := h.follow(h.wall(), "")
		connected := func(want int) {
			t.Helper()
			later(2 * time.Second)
			if got := screen.last(t).Progress; got.Connected != want || got.Seats != 3 {
				t.Errorf("%d of %d seats are connected, want %d of 3", got.Connected, got.Seats, want)
			}
		}
		connected(0)
		first, second, third := h.follow(h.seat(0), ""), h.follow(h.seat(0), ""), h.follow(h.seat(1), "")
		connected(2)
		first.hangUp()
		connected(2)
		second.hangUp()
		connected(2) // perhaps it comes back
		later(10 * time.Second)
		connected(1)
		third.hangUp()
		later(5 * time.Second)
		before := len(screen.frames(t))
		third = h.follow(h.seat(1), "")
		later(20 * time.Second)
		connected(1)
		if n := len(screen.frames(t)); n != before {
			t.Errorf("a phone that came back soon was told in %d frames", n-before)
		}
		third.hangUp()
	})
}
