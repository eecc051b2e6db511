package live

import (
	"cmp"
	"slices"
	"time"

	"dilna/models"
)

// editor is a window in which somebody is at a text, until its timer ends.
type editor struct {
	models.Editing
	gone *time.Timer
}

// mostEditors bounds what a workshop keeps of who edits what.
const mostEditors = 100

// Edit says which text somebody, who is signed in with that token, is at in a
// window of hers; none where e.Text is empty. It is to be said again within
// attention. Those who facilitate are told with the counts, at their pace.
func (h *Hub) Edit(w models.WorkshopID, e models.Editing, tokenHash string) {
	if t := h.topic(w); t != nil { // else: nobody is here to be told
		t.edit(e)
	}
	h.bus.Send(Message{Kind: Edited, Workshop: w, ID: e.Screen, Path: e.Text, Token: tokenHash})
}

func (t *topic) edit(e models.Editing) {
	t.mu.Lock()
	defer t.mu.Unlock()
	before := t.editing[e.Screen]
	if before != nil {
		before.gone.Stop()
	}
	switch {
	case e.Text == "" && before == nil, before == nil && len(t.editing) >= mostEditors:
		return
	case e.Text == "":
		delete(t.editing, e.Screen)
	default:
		now := &editor{Editing: e}
		now.gone = time.AfterFunc(attention, func() { t.stopEditing(now) })
		t.editing[e.Screen] = now
	}
	if before == nil || before.Editing != e {
		t.wake(progressEvery)
	}
}

// stopEditing lets go of an editor who has not been heard of, unless she has
// just been.
func (t *topic) stopEditing(e *editor) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.editing[e.Screen] == e {
		delete(t.editing, e.Screen)
		t.wake(progressEvery)
	}
}

// editors are those who are at a text, in an order that stands still.
func (t *topic) editors() []models.Editing {
	t.mu.Lock()
	defer t.mu.Unlock()
	var all []models.Editing
	for _, e := range t.editing {
		all = append(all, e.Editing)
	}
	slices.SortFunc(all, func(a, b models.Editing) int { return cmp.Compare(a.Screen, b.Screen) })
	return all
}
