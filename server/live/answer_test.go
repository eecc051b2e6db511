package live_test

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"dilna/models"
	"dilna/server/live"
)

func (p *phone) frame(t testing.TB) live.Frame {
	t.Helper()
	var f live.Frame
	must(t, json.Unmarshal([]byte(p.got()[0].text), &f))
	return f
}

func TestAskingWaitsForNews(t *testing.T) {
	bubble(t, 1, func(t *testing.T, h *hall) {
		p := h.follow(h.seat(0), fmt.Sprint("wait=25s&since=", h.Look(t, models.Participants).Revision))
		later(5 * time.Second)
		if p.hasEnded() {
			t.Fatalf("answered before there was news: %s", p.got()[0].text)
		}
		start := time.Now()
		idea := h.idea("podnět")
		<-p.ended
		if f := p.frame(t); time.Since(start) > 200*time.Millisecond || len(f.Ideas) != 1 || f.Ideas[0].ID != idea.ID {
			t.Errorf("after %v told %+v", time.Since(start), f)
		}
		if kind := p.header.Get("Content-Type"); kind != "application/json" {
			t.Errorf("the answer is %s", kind)
		}
	})
}

func TestAskingWithoutNewsIsAnsweredInTime(t *testing.T) {
	bubble(t, 1, func(t *testing.T, h *hall) {
		at := h.Look(t, models.Participants).Revision
		for wait, want := range map[string]time.Duration{"10s": 10 * time.Second, "25s": 25 * time.Second, "5h": 25 * time.Second, "0s": 0} {
			start := time.Now()
			p := h.follow(h.wall(), fmt.Sprintf("wait=%s&since=%d", wait, at))
			<-p.ended
			if took := time.Since(start); took != want || p.frame(t).Revision != at || p.frame(t).Since != at {
				t.Errorf("wait=%s was answered after %v with %+v", wait, took, p.frame(t))
			}
		}
	})
}

func TestWhoHasNothingIsAnsweredAtOnce(t *testing.T) {
	bubble(t, 1, func(t *testing.T, h *hall) {
		for _, since := range []string{"", "0", "1", "999"} {
			start := time.Now()
			p := h.follow(h.wall(), "wait=25s&since="+since)
			<-p.ended
			if time.Since(start) > 0 || p.frame(t).Since > 1 {
				t.Errorf("since %q was answered after %v", since, time.Since(start))
			}
		}
	})
}

// TestWhoAsksOnceSeesWhatWasAcknowledged: between two ticks a change is
// committed that no frame shows yet.
func TestWhoAsksOnceSeesWhatWasAcknowledged(t *testing.T) {
	bubble(t, 1, func(t *testing.T, h *hall) {
		h.follow(h.desk(), "")
		later(5 * time.Second)
		for _, since := range []models.Revision{0, h.Look(t, models.Facilitators).Revision} {
			h.idea("první")
			for range 3 {
				idea := h.idea("další")
				start := time.Now()
				p := h.follow(h.desk(), fmt.Sprint("wait=0s&since=", since))
				<-p.ended
				f := p.frame(t)
				if time.Since(start) > 200*time.Millisecond || len(f.Ideas) == 0 || f.Ideas[len(f.Ideas)-1].ID != idea.ID {
					t.Fatalf("since %d, after %v told %+v", since, time.Since(start), f)
				}
			}
		}
	})
}

func TestAWaitThatCannotBeReadIsRefused(t *testing.T) {
	h := newHall(t, 1)
	for _, wait := range []string{"soon", "-5s", "25"} {
		p := h.follow(h.wall(), "wait="+wait)
		<-p.ended
		if models.CodeOf(p.err) != models.CodeInvalid {
			t.Errorf("wait=%s gets %v", wait, p.err)
		}
	}
}

func TestAWorkshopThatIsNotThereIsAnErrorBeforeAnythingIsSent(t *testing.T) {
	h := newHall(t, 1)
	for _, query := range []string{"", "wait=1s"} {
		p := h.follow(live.Follower{Workshop: models.NewID[models.WorkshopID](), Audience: models.Wall}, query)
		<-p.ended
		if models.CodeOf(p.err) != models.CodeNotFound || len(p.got()) > 0 {
			t.Errorf("got %v and %v", p.err, p.got())
		}
	}
}
