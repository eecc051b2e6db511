package live

import (
	"maps"
	"slices"
	"time"

	"dilna/models"
)

// add notes a stream down. One too many of a holder ends the oldest.
func (t *topic) add(f Follower) *stream {
	t.mu.Lock()
	defer t.mu.Unlock()
	s := &stream{Follower: f, ended: make(chan struct{})}
	if len(t.streams[f.Holder]) == 0 && f.Counts {
		t.arrive(f.Holder)
	}
	mine := append(t.streams[f.Holder], s)
	if len(mine) > mostStreams[f.Audience] {
		close(mine[0].ended)
		mine = mine[1:]
	}
	t.streams[f.Holder] = mine
	return s
}

// remove forgets a stream. Whoever had no other still counts as present for a
// while: phones that poll or change networks are back in a moment.
func (t *topic) remove(s *stream) {
	t.mu.Lock()
	defer t.mu.Unlock()
	mine := t.streams[s.Holder]
	i := slices.Index(mine, s)
	if i < 0 {
		return // ended before: one too many, or revoked
	}
	t.streams[s.Holder] = slices.Delete(mine, i, i+1)
	if len(mine) > 1 {
		return
	}
	delete(t.streams, s.Holder)
	if s.Counts {
		t.absent[s.Holder] = time.AfterFunc(absence, func() { t.hub.depart(t, s.Holder) })
	}
}

// revoke ends all streams of a holder, who counts as gone at once.
func (t *topic) revoke(holder string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, s := range t.streams[holder] {
		close(s.ended)
	}
	delete(t.streams, holder)
	if timer := t.absent[holder]; timer != nil {
		timer.Stop()
		delete(t.absent, holder)
	}
	if t.present[holder] {
		t.leave(holder)
	}
}

func (t *topic) followers() (all []Follower) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, streams := range t.streams {
		for _, s := range streams {
			all = append(all, s.Follower)
		}
	}
	return all
}

// dismiss ends the streams of everybody.
func (t *topic) dismiss() {
	t.mu.Lock()
	holders := slices.Collect(maps.Keys(t.streams))
	t.mu.Unlock()
	for _, holder := range holders {
		t.revoke(holder)
	}
}

// arrive counts a holder who comes, or comes back before having been missed.
func (t *topic) arrive(holder string) {
	if timer := t.absent[holder]; timer != nil {
		timer.Stop()
		delete(t.absent, holder)
	}
	if !t.present[holder] {
		t.present[holder] = true
		t.say(holder, true)
		t.wake(progressEvery)
	}
}

// depart counts a holder out whose absence has lasted.
func (t *topic) depart(holder string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.absent[holder] != nil { // else: came back just now
		delete(t.absent, holder)
		t.leave(holder)
	}
}

func (t *topic) leave(holder string) {
	delete(t.present, holder)
	t.say(holder, false)
	t.wake(progressEvery)
}

// say tells other instances who is in the room by way of this one.
func (t *topic) say(holder string, here bool) {
	t.hub.bus.Send(Message{Kind: Here, Workshop: t.workshop, ID: holder, On: here})
}

// sayAll tells them of everybody.
func (t *topic) sayAll() {
	t.mu.Lock()
	defer t.mu.Unlock()
	for holder := range t.present {
		t.say(holder, true)
	}
}

// connected is how many people in the room follow, each once, by way of
// whichever instance.
func (t *topic) connected() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return len(t.present) + t.hub.others.beside(t.workshop, t.present)
}

// empty says whether nobody needs the topic any more.
func (t *topic) empty() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return len(t.streams) == 0 && len(t.absent) == 0
}

// Present are the holders in the room of a workshop, by way of whichever instance.
func (h *Hub) Present(w models.WorkshopID) map[string]bool {
	present := h.others.present(w)
	if t := h.topic(w); t != nil {
		t.mu.Lock()
		defer t.mu.Unlock()
		maps.Copy(present, t.present)
	}
	return present
}
