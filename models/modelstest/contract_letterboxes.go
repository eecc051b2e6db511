package modelstest

import (
	"context"
	"strings"
	"testing"
	"time"

	"dilna/models"
	"dilna/models/store"
	"dilna/models/workshopfile"
)

// letterboxContract is what the store promises of links open to the world.
var letterboxContract = map[string]func(*testing.T, *store.Store){
	"what is sent twice is there once (INV-02)":                     sentTwice,
	"a letterbox takes nothing early, late, or one too many":        letterboxTimes,
	"a late input is printed as it was settled, and kept as sent":   lateSettled,
	"a late input taken out of the minutes waits again":             lateWaitsAgain,
	"what is harvested is accepted, merged, declined or dropped":    harvestSettled,
	"what nobody has to look at is in the step at once":             harvestUnlooked,
	"while people vote what was sent to their step waits":           harvestWhileVoting,
	"what was harvested is brought with where it comes from":        broughtAlong,
	"what was harvested is brought into causes and texts, too":      broughtIntoCausesAndTexts,
	"two who settle one input at once settle it once":               settledOnce,
	"a step has one letterbox, and the minutes have one":            oneLetterbox,
	"a letterbox of a step that was removed is as unknown as none":  letterboxGone,
	"under a topic that is gone nothing is sent, but all is kept":   topicGone,
	"what was sent is nobody's but the facilitators' (INV-18)":      inputsOfFacilitators,
	"a letterbox counts what came, not what is left of it (INV-03)": lastInputs,
}

// boxScene is an open step and a letterbox of it, or of the minutes.
type boxScene struct {
	*Scene
	s     *store.Store
	box   models.LetterboxID
	token string
	set   models.SetLetterbox
}

func newBox(t *testing.T, s *store.Store, step models.StepID, change func(*models.SetLetterbox)) *boxScene {
	t.Helper()
	b := &boxScene{Scene: NewScene(t, s, 1), s: s, box: models.NewID[models.LetterboxID]()}
	now := time.Now().UnixMilli()
	b.set = models.SetLetterbox{Step: step, Opens: now - 1_000, Closes: now + 3_600_000, Most: 500, Looked: true}
	if change != nil {
		change(&b.set)
	}
	return b
}

// harvesting is a letterbox of a step.
func harvesting(t *testing.T, s *store.Store, change func(*models.SetLetterbox)) (*boxScene, models.Step) {
	t.Helper()
	b := newBox(t, s, "", change)
	step := b.Step(t, models.MethodCollect)
	b.set.Step = step.ID
	b.put(t)
	return b, step
}

// late is a letterbox of the minutes.
func late(t *testing.T, s *store.Store) *boxScene {
	t.Helper()
	b := newBox(t, s, "", nil)
	b.put(t)
	return b
}

func (b *boxScene) put(t *testing.T) {
	t.Helper()
	box, err := b.s.SetLetterbox(context.Background(), b.Facilitator, Key(), b.box, b.set)
	must(t, err)
	b.token = box.Token
}

func (b *boxScene) send(t *testing.T, text string) models.Input {
	t.Helper()
	in := models.NewInput{ID: models.NewID[models.InputID](), Text: text, Name: "Jana"}
	_, err := b.s.SendInput(context.Background(), b.token, in)
	must(t, err)
	return b.input(t, in.ID)
}

func (b *boxScene) input(t *testing.T, id models.InputID) models.Input {
	t.Helper()
	inputs, err := b.s.Inputs(context.Background(), b.Facilitator, b.box)
	must(t, err)
	for _, in := range inputs {
		if in.ID == id {
			return in
		}
	}
	t.Fatalf("%s is not among %+v", id, inputs)
	return models.Input{}
}

func (b *boxScene) settle(in models.Settling) error {
	return b.s.SettleInputs(context.Background(), b.Facilitator, Key(), b.box, in)
}

func (b *boxScene) ideas(t *testing.T) []models.Entry {
	t.Helper()
	changes, err := b.s.Changes(context.Background(), b.ID, 0)
	must(t, err)
	var ideas []models.Entry
	for _, idea := range changes.Ideas {
		if !idea.Removed {
			ideas = append(ideas, idea)
		}
	}
	return ideas
}

func sentTwice(t *testing.T, s *store.Store) {
	ctx, b := context.Background(), late(t, s)
	in := models.NewInput{ID: models.NewID[models.InputID](), Text: "podnět"}
	for _, err := range together(20, func(int) error { _, err := s.SendInput(ctx, b.token, in); return err }) {
		must(t, err)
	}
	inputs, err := s.Inputs(ctx, b.Facilitator, b.box)
	must(t, err)
	if len(inputs) != 1 || inputs[0].Number != 1 {
		t.Fatalf("sent twenty times, there are %+v", inputs)
	}
	b.set.Shut = true
	b.put(t)
	_, err = s.SendInput(ctx, b.token, in)
	must(t, err) // the first answer may have been lost
	in.Text = "jiný podnět"
	_, err = s.SendInput(ctx, b.token, in)
	want(t, err, models.CodeIDTaken)
}

func letterboxTimes(t *testing.T, s *store.Store) {
	ctx, b := context.Background(), newBox(t, s, "", nil)
	now := time.Now().UnixMilli()
	for name, row := range map[string]struct {
		change func(*models.SetLetterbox)
		state  models.LetterboxState
		code   models.ErrorCode
	}{
		"before it opens":  {func(l *models.SetLetterbox) { l.Opens = now + 60_000 }, models.LetterboxEarly, models.CodeLetterboxEarly},
		"once it closed":   {func(l *models.SetLetterbox) { l.Opens, l.Closes = now-2_000, now-1_000 }, models.LetterboxClosed, models.CodeLetterboxClosed},
		"shut at once":     {func(l *models.SetLetterbox) { l.Shut = true }, models.LetterboxClosed, models.CodeLetterboxClosed},
		"between the two":  {func(*models.SetLetterbox) {}, models.LetterboxOpen, ""},
		"with one of most": {func(l *models.SetLetterbox) { l.Most = 1 }, models.LetterboxFull, models.CodeLetterboxFull},
	} {
		b.box, b.Scene = models.NewID[models.LetterboxID](), NewScene(t, s, 0)
		usual := b.set
		b.put(t)
		if row.state == models.LetterboxFull {
			b.send(t, "první")
		}
		row.change(&b.set)
		b.put(t)
		b.set = usual
		face, err := s.Letterbox(ctx, b.token)
		must(t, err)
		_, err = s.SendInput(ctx, b.token, models.NewInput{ID: models.NewID[models.InputID](), Text: "podnět"})
		if models.CodeOf(err) != row.code || face.State != row.state {
			t.Errorf("%s: %v, and its face says %q", name, err, face.State)
		}
	}
	_, err := s.SendInput(ctx, "nothing", models.NewInput{ID: models.NewID[models.InputID](), Text: "podnět"})
	want(t, err, models.CodeLetterboxUnknown)
	b.set.Closes = b.set.Opens
	_, err = s.SetLetterbox(ctx, b.Facilitator, Key(), b.box, b.set)
	want(t, err, models.CodeInvalid)
}

func lateSettled(t *testing.T, s *store.Store) {
	ctx, b := context.Background(), late(t, s)
	sent := b.send(t, "chybí mi tam\n- doprava\n- lékař")
	work, err := s.MinutesWork(ctx, b.ID)
	must(t, err)
	if work.Unsettled != 1 || len(work.Draft.LateInputs) != 0 {
		t.Fatalf("one waits, and there are %d unsettled; the draft has %+v", work.Unsettled, work.Draft.LateInputs)
	}
	want(t, b.settle(models.Settling{Inputs: []models.InputID{sent.ID}, State: models.InputDeclined}), models.CodeInvalid) // without a reason
	want(t, b.settle(models.Settling{Inputs: []models.InputID{sent.ID}, State: models.InputMerged, Into: "x"}), models.CodeInvalid)
	must(t, b.settle(models.Settling{Inputs: []models.InputID{sent.ID}, State: models.InputAccepted, Text: "Chybí doprava a lékař."}))
	edition, err := s.DraftEdition(ctx, b.ID)
	must(t, err)
	printed := models.LateInput{
		ID: models.LateInputID(sent.ID), Text: "Chybí doprava a lékař.", Source: "Jana", Date: sent.Day(), Settlement: models.SettlementAccepted,
	}
	if len(edition.LateInputs) != 1 || edition.LateInputs[0] != printed {
		t.Errorf("printed is %+v, want %+v", edition.LateInputs, printed)
	}
	if kept := b.input(t, sent.ID); kept.Text != sent.Text || kept.State != models.InputAccepted {
		t.Errorf("kept is %+v", kept)
	}
	if work, err = s.MinutesWork(ctx, b.ID); err != nil || work.Unsettled != 0 {
		t.Errorf("settled, and still %d unsettled, %v", work.Unsettled, err)
	}
}

func lateWaitsAgain(t *testing.T, s *store.Store) {
	ctx, b := context.Background(), late(t, s)
	sent := b.send(t, "podnět")
	accept := models.Settling{Inputs: []models.InputID{sent.ID}, State: models.InputAccepted}
	must(t, b.settle(accept))
	page, err := s.History(ctx, b.Facilitator, 0, 1)
	must(t, err)
	must(t, s.Undo(ctx, b.Facilitator, Key(), page.Entries[0].Revision))
	if again := b.input(t, sent.ID); again.State != models.InputWaiting {
		t.Fatalf("undone, it is %s", again.State)
	}
	must(t, b.settle(accept))
	must(t, s.ChangeDraft(ctx, b.Facilitator, Key(), models.DraftChange{Removed: []models.LateInputID{models.LateInputID(sent.ID)}}))
	must(t, b.settle(models.Settling{Inputs: []models.InputID{sent.ID}, State: models.InputDropped}))
	if again := b.input(t, sent.ID); again.State != models.InputDropped {
		t.Fatalf("dropped, it is %s", again.State)
	}
	must(t, b.settle(accept)) // it was none of an advertisement after all
}

func harvestSettled(t *testing.T, s *store.Store) {
	b, _ := harvesting(t, s, nil)
	first, second, third := b.send(t, "doprava"), b.send(t, "autobusy"), b.send(t, "reklama")
	if len(b.ideas(t)) != 0 {
		t.Fatalf("nobody has looked, and there are %+v", b.ideas(t))
	}
	must(t, b.settle(models.Settling{Inputs: []models.InputID{first.ID}, State: models.InputAccepted, Text: "Doprava"}))
	must(t, b.settle(models.Settling{Inputs: []models.InputID{second.ID}, State: models.InputMerged, Into: models.EntryID(first.ID)}))
	must(t, b.settle(models.Settling{Inputs: []models.InputID{third.ID}, State: models.InputDeclined, Reason: "nepatří sem"}))
	ideas := b.ideas(t)
	if len(ideas) != 1 || ideas[0].Text != "Doprava" || ideas[0].Original != "doprava" || ideas[0].Author != "Jana" ||
		len(ideas[0].Merged) != 1 || ideas[0].Merged[0] != "autobusy" {
		t.Fatalf("the step has %+v", ideas)
	}
	must(t, b.settle(models.Settling{Inputs: []models.InputID{third.ID}, State: models.InputAccepted})) // declined by mistake
	want(t, b.settle(models.Settling{Inputs: []models.InputID{second.ID}, State: models.InputAccepted}), models.CodeMovedOn)
	want(t, b.settle(models.Settling{Inputs: []models.InputID{second.ID}, State: models.InputNoted}), models.CodeInvalid)
	want(t, b.settle(models.Settling{Inputs: []models.InputID{models.NewID[models.InputID]()}, State: models.InputDropped}), models.CodeNotFound)
}

func harvestUnlooked(t *testing.T, s *store.Store) {
	b, _ := harvesting(t, s, func(l *models.SetLetterbox) { l.Looked = false })
	if sent := b.send(t, "podnět"); sent.State != models.InputAccepted {
		t.Errorf("it is %s", sent.State)
	}
	if ideas := b.ideas(t); len(ideas) != 1 || ideas[0].Text != "podnět" {
		t.Errorf("the step has %+v", ideas)
	}
}

func harvestWhileVoting(t *testing.T, s *store.Store) {
	b, step := harvesting(t, s, func(l *models.SetLetterbox) { l.Looked = false })
	b.Idea(t, step.ID, "o čem se hlasuje")
	b.Round(t, step.ID, 3, 1)
	sent := b.send(t, "podnět")
	if sent.State != models.InputWaiting || len(b.ideas(t)) != 1 {
		t.Errorf("it is %s, and the step has %+v", sent.State, b.ideas(t))
	}
	want(t, b.settle(models.Settling{Inputs: []models.InputID{sent.ID}, State: models.InputAccepted}), models.CodeRoundOpen)
}

func settledOnce(t *testing.T, s *store.Store) {
	b, _ := harvesting(t, s, nil)
	sent := b.send(t, "podnět")
	errs := together(8, func(int) error {
		return b.settle(models.Settling{Inputs: []models.InputID{sent.ID}, State: models.InputAccepted})
	})
	if count(errs, "") != 1 || count(errs, models.CodeAlreadyDone) != 7 || len(b.ideas(t)) != 1 {
		t.Errorf("answered %v, the step has %+v", errs, b.ideas(t))
	}
}

func oneLetterbox(t *testing.T, s *store.Store) {
	ctx, b := context.Background(), late(t, s)
	b.put(t) // said anew it is the same one
	_, err := s.SetLetterbox(ctx, b.Facilitator, Key(), models.NewID[models.LetterboxID](), b.set)
	want(t, err, models.CodeIDTaken)
	b.set.Step = b.Step(t, models.MethodText).ID
	_, err = s.SetLetterbox(ctx, b.Facilitator, Key(), models.NewID[models.LetterboxID](), b.set)
	want(t, err, models.CodeWrongMethod)
	_, err = s.SetLetterbox(ctx, b.Seats[0], Key(), models.NewID[models.LetterboxID](), b.set)
	want(t, err, models.CodeFacilitatorOnly)
}

func letterboxGone(t *testing.T, s *store.Store) {
	ctx := context.Background()
	b, step := harvesting(t, s, nil)
	sent := b.send(t, "podnět")
	must(t, s.Remove(ctx, b.Facilitator, Key(), models.PartSteps, string(step.ID)))
	_, err := s.Letterbox(ctx, b.token)
	want(t, err, models.CodeLetterboxUnknown)
	must(t, s.Restore(ctx, b.Facilitator, Key(), models.PartSteps, string(step.ID)))
	if again := b.input(t, sent.ID); again.Text != "podnět" {
		t.Errorf("come back, it says %+v", again)
	}
}

func topicGone(t *testing.T, s *store.Store) {
	ctx := context.Background()
	b, step := harvesting(t, s, nil)
	topic, err := s.AddTopic(ctx, b.Facilitator, Key(), step.ID, models.NewTopic{ID: models.NewID[models.TopicID](), Heading: "Doprava"})
	must(t, err)
	in := models.NewInput{ID: models.NewID[models.InputID](), Topic: topic.ID, Text: "autobusy"}
	_, err = s.SendInput(ctx, b.token, in)
	must(t, err)
	must(t, s.Remove(ctx, b.Facilitator, Key(), models.PartTopics, string(topic.ID)))
	_, err = s.SendInput(ctx, b.token, models.NewInput{ID: models.NewID[models.InputID](), Topic: topic.ID, Text: "vlaky"})
	want(t, err, models.CodeInvalid)
	must(t, b.settle(models.Settling{Inputs: []models.InputID{in.ID}, State: models.InputAccepted}))
	if ideas := b.ideas(t); len(ideas) != 1 || ideas[0].TopicID != "" {
		t.Errorf("the step has %+v", ideas)
	}
}

func inputsOfFacilitators(t *testing.T, s *store.Store) {
	ctx, b := context.Background(), late(t, s)
	b.send(t, "podnět")
	_, err := s.Inputs(ctx, b.Seats[0], b.box)
	want(t, err, models.CodeFacilitatorOnly)
	_, err = s.Letterboxes(ctx, b.Seats[0])
	want(t, err, models.CodeFacilitatorOnly)
	want(t, s.SettleInputs(ctx, b.Seats[0], Key(), b.box, models.Settling{Inputs: []models.InputID{models.NewID[models.InputID]()}, State: models.InputDropped}), models.CodeFacilitatorOnly)
	other := NewScene(t, s, 0)
	_, err = s.Inputs(ctx, other.Facilitator, b.box)
	want(t, err, models.CodeNotFound)
}

func lastInputs(t *testing.T, s *store.Store) {
	ctx := context.Background()
	b, _ := harvesting(t, s, func(l *models.SetLetterbox) { l.Most = 3 })
	errs := together(20, func(int) error {
		_, err := s.SendInput(ctx, b.token, models.NewInput{ID: models.NewID[models.InputID](), Text: "podnět"})
		return err
	})
	boxes, err := s.Letterboxes(ctx, b.Facilitator)
	must(t, err)
	if count(errs, "") != 3 || count(errs, models.CodeLetterboxFull) != 17 || len(boxes) != 1 || boxes[0].Taken != 3 || boxes[0].Waiting != 3 {
		t.Errorf("of twenty at once %d were taken; the letterbox says %+v", count(errs, ""), boxes)
	}
}

func broughtAlong(t *testing.T, s *store.Store) {
	ctx := context.Background()
	b, step := harvesting(t, s, func(l *models.SetLetterbox) { l.Looked = false })
	origin := models.OriginHarvest
	_, err := s.ChangeStep(ctx, b.Facilitator, Key(), step.ID, models.StepChange{Origin: &origin})
	must(t, err)
	sent, secret := b.send(t, "autobusy"), b.send(t, "skryté")
	yes := true
	_, err = s.ChangeEntry(ctx, b.Facilitator, Key(), models.MethodCollect, models.EntryID(secret.ID), models.EntryChange{Hidden: &yes})
	must(t, err)

	next := NewScene(t, s, 1)
	into := next.Step(t, models.MethodCollect)
	harvests, err := s.Harvested(ctx, next.Facilitator)
	must(t, err)
	if len(harvests) != 1 || len(harvests[0].Ideas) != 1 || harvests[0].Ideas[0].Day != sent.Day() || harvests[0].Workshop.ID != b.ID {
		t.Fatalf("offered is %+v", harvests)
	}
	one := models.Brought{ID: models.NewID[models.EntryID](), Entry: models.EntryID(sent.ID), Note: "sklizeň, 3. 5. 2026"}
	in, key := models.Bringing{Workshop: b.ID, Entries: []models.Brought{one}}, Key()
	must(t, s.Bring(ctx, next.Facilitator, key, into.ID, in))
	must(t, s.Bring(ctx, next.Facilitator, key, into.ID, in)) // the first answer may have been lost
	changes, err := s.Changes(ctx, next.ID, 0)
	must(t, err)
	from := models.MadeOf{Workshop: b.ID, Entry: models.EntryID(sent.ID), Text: "autobusy"}
	if len(changes.Ideas) != 1 || changes.Ideas[0].Text != "autobusy" || changes.Ideas[0].Note != one.Note || changes.Ideas[0].From != from {
		t.Errorf("brought is %+v", changes.Ideas)
	}
	in.Entries[0].ID = models.NewID[models.EntryID]()
	must(t, s.Bring(ctx, next.Facilitator, Key(), next.Step(t, models.MethodTasks).ID, in))
	changes, err = s.Changes(ctx, next.ID, 0)
	must(t, err)
	if len(changes.Tasks) != 1 || changes.Tasks[0].State != models.TaskOpen || changes.Tasks[0].From != from {
		t.Errorf("brought as a task is %+v", changes.Tasks)
	}
	in.Entries = []models.Brought{{ID: models.NewID[models.EntryID](), Entry: models.EntryID(secret.ID)}}
	want(t, s.Bring(ctx, next.Facilitator, Key(), into.ID, in), models.CodeInvalid)
	want(t, s.Bring(ctx, next.Seats[0], Key(), into.ID, in), models.CodeFacilitatorOnly)
	stranger := next.Facilitator
	stranger.Account = models.NewID[models.AccountID]() // runs nothing
	want(t, s.Bring(ctx, stranger, Key(), into.ID, in), models.CodeNotFound)
}

func broughtIntoCausesAndTexts(t *testing.T, s *store.Store) {
	ctx := context.Background()
	b, _ := harvesting(t, s, func(l *models.SetLetterbox) { l.Looked = false })
	bus, train := b.send(t, "autobusy\nv noci"), b.send(t, "vlaky")
	next := NewScene(t, s, 0)
	fish, text := next.Step(t, models.MethodFishbone), next.Step(t, models.MethodText)
	_, err := s.ChangeStep(ctx, next.Facilitator, Key(), text.ID, models.StepChange{Text: new("Úvodem.")})
	must(t, err)
	bringing := func() models.Bringing {
		in := models.Bringing{Workshop: b.ID}
		for _, sent := range []models.Input{bus, train} {
			in.Entries = append(in.Entries, models.Brought{ID: models.NewID[models.EntryID](), Entry: models.EntryID(sent.ID), Note: "sklizeň, 3. 5. 2026"})
		}
		return in
	}
	in := bringing()
	must(t, s.Bring(ctx, next.Facilitator, Key(), fish.ID, in))
	under := models.EntryChange{Parent: &in.Entries[0].ID}
	_, err = s.ChangeEntry(ctx, next.Facilitator, Key(), models.MethodFishbone, in.Entries[1].ID, under)
	must(t, err)
	must(t, s.Bring(ctx, next.Facilitator, Key(), text.ID, bringing()))
	must(t, s.Bring(ctx, next.Facilitator, Key(), text.ID, bringing())) // another facilitator at the same moment

	says := func(at string, m models.Minutes) {
		t.Helper()
		causes := m.Steps[0].Causes
		if len(causes) != 1 || causes[0].Note != "sklizeň, 3. 5. 2026" || causes[0].From != "autobusy\nv noci" || causes[0].Causes[0].From != "vlaky" {
			t.Errorf("%s says of causes %+v", at, causes)
		}
		if want := "Úvodem.\n\n- autobusy v noci (sklizeň, 3. 5. 2026)\n- vlaky (sklizeň, 3. 5. 2026)"; m.Steps[1].Text != want {
			t.Errorf("%s says as text %q", at, m.Steps[1].Text)
		}
	}
	record := next.record(t)
	says("the record", record)
	data, err := workshopfile.Encode(record)
	must(t, err)
	read, err := workshopfile.Decode(data)
	must(t, err)
	says("a file", read)
	imported, err := s.Import(ctx, read)
	must(t, err)
	again, err := s.Minutes(ctx, imported)
	must(t, err)
	says("what was imported", again)
	must(t, s.Undo(ctx, next.Facilitator, Key(), next.newest(t).Revision))
	if got := next.record(t).Steps[1].Text; got != "Úvodem." {
		t.Errorf("taken back, the text is %q", got)
	}
	_, err = s.ChangeStep(ctx, next.Facilitator, Key(), text.ID, models.StepChange{Text: new(strings.Repeat("x", models.MaxText-20))})
	must(t, err)
	want(t, s.Bring(ctx, next.Facilitator, Key(), text.ID, bringing()), models.CodeTextFull)
}
