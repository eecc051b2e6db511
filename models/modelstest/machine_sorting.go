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
	switch rapid.IntRange(0, 12).Draw(t, "what") {
	case 0:
		text := rapid.StringMatching(`[a-z]{1,8}`).Draw(t, "text")
		_, err = s.ChangeEntry(m.ctx, by, Key(), models.MethodCollect, idea, models.EntryChange{Text: &text})
	case 1:
		_, err = s.ChangeEntry(m.ctx, by, Key(), models.MethodCollect, idea, models.EntryChange{Parent: &other})
	case 2:
		chosen, index := true, 0
		_, err = s.ChangeEntry(m.ctx, by, Key(), models.MethodCollect, idea, models.EntryChange{Chosen: &chosen, Index: &index})
	case 3:
		_, err = s.Merge(m.ctx, by, Key(), idea, models.MergedIdeas{Ideas: []models.EntryID{other}})
	case 4:
		err = s.Remove(m.ctx, by, Key(), models.PartIdeas, string(idea))
	case 5:
		err = s.Move(m.ctx, by, Key(), models.PartIdeas, string(idea), models.Placement{Index: 1})
	case 6:
		err = s.Remove(m.ctx, by, Key(), models.PartSteps, string(m.step))
	case 7:
		state := rapid.SampledFrom([]models.StepState{models.StepWaiting, models.StepOpen, models.StepClosed}).Draw(t, "state")
		if m.toCount() {
			t.Skip("played by CountAndUndo")
		}
		_, err = s.SetStepState(m.ctx, by, Key(), m.step, models.StepMove{State: state})
	default:
		return m.somethingBeside(t)
	}
	return err
}

// somethingBeside does one of the things a facilitator does to what is not an
// idea: topics, causes, rounds that have not begun, the head.
func (m *machine) somethingBeside(t *rapid.T) error {
	s, by := m.scene.Store, m.scene.Facilitator
	text := rapid.StringMatching(`[a-z]{1,3}`).Draw(t, "text")
	changes, err := s.Changes(m.ctx, m.scene.ID, 0)
	must(m.tb, err)
	switch what := rapid.SampledFrom([]string{"head", "topic", "topics", "ideas", "cause", "round", "promises", "reword", "remove"}).Draw(t, "beside"); what {
	case "head":
		_, err = s.ChangeHead(m.ctx, by, Key(), models.HeadChange{Place: &text})
	case "topic":
		_, err = s.AddTopic(m.ctx, by, Key(), m.step, models.NewTopic{ID: models.NewID[models.TopicID](), Heading: text})
	case "topics":
		two := []models.NewTopic{{ID: models.NewID[models.TopicID](), Heading: text}, {ID: models.NewID[models.TopicID](), Heading: text}}
		err = s.AddTopics(m.ctx, by, Key(), m.step, models.NewTopics{Topics: two})
	case "ideas":
		two := []models.NewEntry{{ID: models.NewID[models.EntryID](), Text: text}, {ID: models.NewID[models.EntryID](), Text: text}}
		err = s.AddEntries(m.ctx, by, Key(), models.MethodCollect, m.step, models.NewEntries{Ideas: two})
	case "cause":
		_, err = s.AddEntry(m.ctx, by, Key(), models.MethodFishbone, m.bone, models.NewEntry{ID: models.NewID[models.EntryID](), Text: text})
	case "promises":
		_, err = s.AddPromises(m.ctx, by, Key(), models.NewPromises{Step: models.NewID[models.StepID](), Heading: text, Tasks: m.notHere()})
	case "round":
		_, err = s.AddRound(m.ctx, by, Key(), m.step, models.NewRound{ID: models.NewID[models.RoundID](), Label: text, Dots: 1, PerIdea: 1})
	default:
		return m.onSomeRow(t, changes.For(models.Facilitators), text, what == "remove")
	}
	return err
}

// onSomeRow rewords or removes one of the topics, causes and rounds there are.
func (m *machine) onSomeRow(t *rapid.T, now models.View, text string, remove bool) error {
	s, by := m.scene.Store, m.scene.Facilitator
	rows := map[models.Part][]string{}
	for _, topic := range now.Topics {
		rows[models.PartTopics] = append(rows[models.PartTopics], string(topic.ID))
	}
	for _, cause := range now.Causes {
		rows[models.PartCauses] = append(rows[models.PartCauses], string(cause.ID))
	}
	for _, round := range now.Rounds {
		if round.State == models.RoundPrepared {
			rows[models.PartRounds] = append(rows[models.PartRounds], string(round.ID))
		}
	}
	part := rapid.SampledFrom([]models.Part{models.PartTopics, models.PartCauses, models.PartRounds}).Draw(t, "part")
	if len(rows[part]) == 0 {
		t.Skip("none yet")
	}
	id := rapid.SampledFrom(rows[part]).Draw(t, "row")
	var err error
	switch {
	case remove:
		err = s.Remove(m.ctx, by, Key(), part, id)
	case part == models.PartTopics:
		_, err = s.ChangeTopic(m.ctx, by, Key(), models.TopicID(id), models.TopicChange{Heading: text})
	case part == models.PartCauses:
		_, err = s.ChangeEntry(m.ctx, by, Key(), models.MethodFishbone, models.EntryID(id), models.EntryChange{Text: &text})
	default:
		_, err = s.ChangeRound(m.ctx, by, Key(), models.RoundID(id), models.RoundChange{Label: &text})
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
