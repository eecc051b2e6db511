package server

import (
	"context"
	"net/netip"
	"sync"
	"time"

	"dilna/models"
)

// hallTime is how long an address stays the hall of a workshop after somebody of
// it was last heard from there. Streams are opened anew at least every half hour.
const hallTime = time.Hour

// Bounds of what is remembered.
const (
	maxHalls     = 10_000
	maxInOneHall = 8 // workshops behind one address
)

// hallGap is what a wrong code costs all who type one in the same hall: 100 a
// second, against the codes of the workshops that sit there. That leaves less to
// chance than the five a second against all codes there are (docs/adr/0019).
const hallGap = 10 * time.Millisecond

// halls knows behind which network addresses people of which workshops sit: who
// facilitates, walls, participants. Where the hall's own code is typed, it passes
// in a lane of the hall's own, whatever else is guessed at behind that address
// (docs/reliability.md, TM-02). Kept in memory only.
type halls struct {
	now clock

	mu sync.Mutex
	at map[string]*hall // by network
}

type hall struct {
	lane *lane
	met  map[models.WorkshopID]time.Time
}

func newHalls(now clock) *halls { return &halls{now: now, at: map[string]*hall{}} }

// meet notes down that somebody of the workshop is behind the address.
func (h *halls) meet(client netip.Addr, w models.WorkshopID) {
	h.mu.Lock()
	defer h.mu.Unlock()
	name := network(client)
	here := h.at[name]
	if here == nil {
		if len(h.at) >= maxHalls {
			clear(h.at)
		}
		here = &hall{lane: newLane(hallGap), met: map[models.WorkshopID]time.Time{}}
		h.at[name] = here
	}
	if _, known := here.met[w]; !known && len(here.met) >= maxInOneHall {
		delete(here.met, here.longestUnheard())
	}
	here.met[w] = h.now()
}

func (h *hall) longestUnheard() (w models.WorkshopID) {
	for other, heard := range h.met {
		if w == "" || heard.Before(h.met[w]) {
			w = other
		}
	}
	return w
}

// behind are the workshops of which people sit behind the address, and their lane.
func (h *halls) behind(client netip.Addr) (own []models.WorkshopID, lane *lane) {
	h.mu.Lock()
	defer h.mu.Unlock()
	here := h.at[network(client)]
	if here == nil {
		return nil, nil
	}
	for w, heard := range here.met {
		if h.now().Sub(heard) < hallTime {
			own = append(own, w)
		}
	}
	return own, here.lane
}

// try runs lookup in the lane of the hall behind the address, with the workshops
// that sit there. found is false where there is no such hall, where the lookup
// fails with `code-unknown`, or where its turn does not come.
func (h *halls) try(ctx context.Context, client netip.Addr, lookup func(own []models.WorkshopID) error) (found bool, err error) {
	own, lane := h.behind(client)
	if len(own) == 0 {
		return false, nil
	}
	err = lane.pass(ctx, rankOf(ctx, false), "", func() (slow bool, err error) {
		err = lookup(own)
		return models.CodeOf(err) == models.CodeCodeUnknown, err
	})
	switch models.CodeOf(err) {
	case models.CodeCodeUnknown, models.CodeSlowDown:
		return false, nil
	}
	return true, err
}
