package live

import (
	"context"
	"sync"
	"time"

	"dilna/models"
)

// lookEvery is between two looks at whether something was said that was not heard.
const lookEvery = 2 * time.Second

// askTime is how long what an instance hears may take to be looked up.
const askTime = 2 * time.Second

// Join says by what bus the hub tells others what it knows, before anybody
// follows. KeepTogether runs it.
func (h *Hub) Join(bus Bus) { h.bus, h.shared = bus, true }

// Shared says whether there may be other instances.
func (h *Hub) Shared() bool { return h.shared }

// KeepTogether carries what instances tell each other, and heals what was lost,
// until ctx ends: at each look all workshops that are followed are compared with
// what is shown. An instance alone has nothing to keep.
func (h *Hub) KeepTogether(ctx context.Context) {
	if !h.shared {
		return
	}
	var carrying sync.WaitGroup
	carrying.Go(func() { h.bus.Run(ctx, h) })
	h.keepLooking(ctx)
	carrying.Wait()
}

// Hear does what is to be done where another instance changed something.
func (h *Hub) Hear(from string, m Message) {
	switch m.Kind {
	case Changed:
		h.changed(m.Workshop, m.Revision)
	case Progressed:
		h.poke(m.Workshop, progressEvery)
	case Revoked:
		h.revoke(m.ID)
	case Dismissed:
		h.source.LookSeatsUp(m.Workshop)
		h.dismiss(m.Workshop)
	case Hidden:
		h.source.LookSeatsUp(m.Workshop)
	case SeatLeft:
		h.source.SeatLeft(m.Workshop, models.SeatID(m.ID), m.Token)
		h.revoke(m.ID)
	case Wound:
		h.source.Wind()
	case Edited:
		h.hearEdited(m)
	case Here, Played, Anew:
		h.hearStands(from, m)
	case Play:
		h.hearPlay(m)
	case Asked:
		h.sayAll()
	}
}

// hearEdited tells those who facilitate here of somebody who does so elsewhere.
func (h *Hub) hearEdited(m Message) {
	t := h.topic(m.Workshop)
	if t == nil {
		return
	}
	e := models.Editing{Screen: m.ID, Text: m.Path}
	if e.Text != "" {
		ctx, cancel := context.WithTimeout(h.done, askTime)
		defer cancel()
		account, err := h.source.AccountByToken(ctx, m.Token)
		if err != nil {
			return // signed out meanwhile, or the database is away: it is said again
		}
		e.By = account.Name
	}
	t.edit(e)
}

func (h *Hub) hearStands(from string, m Message) {
	for _, w := range h.others.note(from, m) {
		h.poke(w, progressEvery)
	}
	// Two who began to play at the same moment agree on one.
	if m.Kind == Played && m.On && h.crowd != nil && from < h.bus.Self() {
		h.crowd.Leave(m.Workshop)
	}
}

// Gone forgets an instance that has fallen silent: what it had no time to say
// is looked up.
func (h *Hub) Gone(instance string) {
	for _, w := range h.others.forget(instance) {
		h.poke(w, progressEvery)
	}
	h.doubt()
}

// Missed looks everything up that others may have said, and asks them what stands.
func (h *Hub) Missed() {
	h.doubt()
	h.bus.Send(Message{Kind: Asked})
	h.sayAll()
}

// doubt trusts nothing any more that is known of seats, timers and rights.
func (h *Hub) doubt() {
	h.source.LookSeatsUp("")
	h.source.Wind()
	select {
	case h.doubts <- struct{}{}:
	default: // somebody will look already
	}
	select {
	case h.looks <- struct{}{}:
	default: // likewise
	}
}

// Doubts tells when it is no longer sure who may follow.
func (h *Hub) Doubts() <-chan struct{} { return h.doubts }

// sayAll says what stands by way of this instance.
func (h *Hub) sayAll() {
	h.bus.Send(Message{Kind: Anew})
	for _, t := range h.allTopics() {
		t.sayAll()
	}
	if h.crowd != nil {
		for _, w := range h.crowd.Playing() {
			h.CrowdStands(w)
		}
	}
}

func (h *Hub) keepLooking(ctx context.Context) {
	looks := time.NewTicker(lookEvery)
	defer looks.Stop()
	for {
		select {
		case <-looks.C:
		case <-h.looks:
		case <-ctx.Done():
			return
		}
		h.look()
	}
}

func (h *Hub) look() {
	for _, t := range h.allTopics() {
		t.look()
	}
}

// look compares what everybody sees with what there is.
func (t *topic) look() {
	ctx, cancel := context.WithTimeout(t.hub.done, askTime)
	defer cancel()
	if !t.lookAtRevision(ctx) {
		return // the next look tells
	}
	if now, err := t.progress(ctx); err == nil && !t.current().counts(now) {
		t.poke(progressEvery)
	}
}

// lookAtRevision lets everybody look again who sees less than there is; false
// if nobody can tell.
func (t *topic) lookAtRevision(ctx context.Context) bool {
	w, err := t.hub.source.Workshop(ctx, t.workshop)
	switch {
	case err == nil:
		t.changed(w.Revision)
	case models.CodeOf(err) == models.CodeNotFound:
		t.poke(changeEvery) // they are told so
	}
	return err == nil
}
