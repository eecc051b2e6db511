package modelstest

import (
	"fmt"
	"slices"

	"pgregory.net/rapid"

	"dilna/models"
)

// picture is what all three audiences see.
func (m *machine) picture() string {
	text := ""
	for _, audience := range models.Audiences {
		text += m.scene.Look(m.tb, audience).Picture(m.tb)
	}
	return text
}

// DoAndUndo has the facilitator do something, undo it, redo it and undo it
// again: each time every audience sees exactly what it saw then (INV-09).
func (m *machine) DoAndUndo(t *rapid.T) {
	if m.voting() {
		t.Skip("everything is frozen")
	}
	before, at, dots := m.picture(), m.at, m.sums()
	if err := m.somethingSorted(t); err != nil {
		m.look()
		return // refused; told elsewhere what is refused when
	}
	m.look()
	if m.at == at {
		return
	}
	after := m.picture()
	if sums := m.sums(); sums != dots {
		m.tb.Fatalf("sorting turned points %s into %s", dots, sums)
	}
	for i, want := range []string{before, after, before} {
		m.undoNewest(i)
		if got := m.picture(); got != want {
			m.tb.Fatalf("INV-09: undo number %d left\n%s\ninstead of\n%s", i+1, got, want)
		}
	}
}

// undoNewest takes back the newest entry of the history; twice is refused.
func (m *machine) undoNewest(i int) {
	page, err := m.scene.Store.History(m.ctx, m.scene.Facilitator, 0, 1)
	must(m.tb, err)
	entry := page.Entries[0]
	if want := []models.HistoryKind{models.HistoryDone, models.HistoryUndone, models.HistoryRedone}[i]; entry.Revision != m.at || entry.Kind != want {
		m.tb.Fatalf("the newest entry of the history is %+v at %d, not %s", entry, m.at, want)
	}
	undo := func() error { return m.scene.Store.Undo(m.ctx, m.scene.Facilitator, Key(), entry.Revision) }
	m.told("", 1, undo)
	m.told(models.CodeChangedSince, 0, undo)
}

// somethingSorted does one of the things a facilitator does to ideas and steps.
func (m *machine) somethingSorted(t *rapid.T) error {
	idea, other := m.someIdea(t), m.someIdea(t)
	s, by := m.scene.Store, m.scene.Facilitator
	var err error
	switch rapid.IntRange(0, 7).Draw(t, "what") {
	case 0:
		text := rapid.StringMatching(`[a-z]{1,8}`).Draw(t, "text")
		_, err = s.ChangeIdea(m.ctx, by, Key(), idea, models.IdeaChange{Text: &text})
	case 1:
		_, err = s.ChangeIdea(m.ctx, by, Key(), idea, models.IdeaChange{Parent: &other})
	case 2:
		chosen, index := true, 0
		_, err = s.ChangeIdea(m.ctx, by, Key(), idea, models.IdeaChange{Chosen: &chosen, Index: &index})
	case 3:
		_, err = s.Merge(m.ctx, by, Key(), idea, models.MergedIdeas{Ideas: []models.IdeaID{other}})
	case 4:
		err = s.Remove(m.ctx, by, Key(), models.PartIdeas, string(idea))
	case 5:
		err = s.Move(m.ctx, by, Key(), models.PartIdeas, string(idea), models.Placement{Index: 1})
	case 6:
		err = s.Remove(m.ctx, by, Key(), models.PartSteps, string(m.step))
	case 7:
		state := rapid.SampledFrom([]models.StepState{models.StepWaiting, models.StepOpen, models.StepClosed}).Draw(t, "state")
		_, err = s.SetStepState(m.ctx, by, Key(), m.step, models.StepMove{State: state})
	}
	return err
}

// sums are the points given in each closed round, on whatever idea they lie.
func (m *machine) sums() string {
	changes, err := m.scene.Store.Changes(m.ctx, m.scene.ID, 0)
	must(m.tb, err)
	var sums []string
	for id, totals := range changes.Totals {
		sum := 0
		for _, total := range totals {
			sum += *total.Points
		}
		sums = append(sums, fmt.Sprint(id, sum))
	}
	slices.Sort(sums)
	return fmt.Sprint(sums)
}
