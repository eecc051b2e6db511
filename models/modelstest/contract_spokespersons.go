package modelstest

import (
	"context"
	"testing"

	"dilna/models"
	"dilna/models/store"
)

// spokespersonContract is what holds of who leads a table's own steps
// (docs/adr/0040).
var spokespersonContract = map[string]func(*testing.T, *store.Store){
	"a spokesperson leads the open step of her part, at every door":                spokespersonDoors,
	"what a spokesperson did is in the history, and can be taken back":             spokespersonHistory,
	"a link makes one spokesperson, once, and seats her at her table":              oneSpokesperson,
	"a spokesperson is none once it is taken back, or she goes elsewhere":          spokespersonEnds,
	"a spokesperson learns nothing that is hidden from her":                        spokespersonSees,
	"what a spokesperson makes is there once, however often she sends it (INV-02)": spokespersonOnce,
	"a spokesperson puts the causes of her table in order":                         spokespersonCauses,
}

// speak makes the seat the spokesperson of the part.
func (r *Scene) speak(t *testing.T, seat int, part models.DivisionPart) error {
	t.Helper()
	secret := string(Key())
	must(t, r.Store.GiveSpokesperson(t.Context(), r.Facilitator, secret, part.ID))
	return r.Store.Speak(t.Context(), r.Seats[seat], secret)
}

// leads are the ways in which a step is led. The idea is the one of somebody else.
func (r *Scene) leads(t *testing.T, seat int, idea models.Entry, topic models.Topic) map[string]error {
	t.Helper()
	by, s, ctx := r.Seats[seat], r.Store, t.Context()
	change := func(c models.EntryChange) error {
		_, err := s.ChangeEntry(ctx, by, Key(), models.MethodCollect, idea.ID, c)
		return err
	}
	text, yes, no, first, none, in := "jinak", true, false, 0, models.TopicID(""), topic.ID
	_, adds := s.AddTopic(ctx, by, Key(), idea.StepID, models.NewTopic{ID: models.NewID[models.TopicID](), Heading: "okruh"})
	_, renames := s.ChangeTopic(ctx, by, Key(), topic.ID, models.TopicChange{Heading: "jinak"})
	did := map[string]error{
		"wording": change(models.EntryChange{Text: &text}), "choosing": change(models.EntryChange{Chosen: &yes}),
		"marking": change(models.EntryChange{Marked: &yes}), "unmarking": change(models.EntryChange{Marked: &no}),
		"ordering": change(models.EntryChange{Index: &first}), "sorting in": change(models.EntryChange{Topic: &in}),
		"sorting out": change(models.EntryChange{Topic: &none}), "adding a topic": adds, "renaming one": renames,
	}
	round := models.NewRound{ID: models.NewID[models.RoundID](), Dots: 1, PerIdea: 1, Open: true}
	_, did["having people vote"] = s.AddRound(ctx, by, Key(), idea.StepID, round)
	if did["having people vote"] != nil {
		round.Open = false
		_, err := s.AddRound(ctx, r.Facilitator, Key(), idea.StepID, round)
		must(t, err)
		_, did["opening a round"] = s.SetRoundState(ctx, by, Key(), round.ID, models.RoundMove{State: models.RoundOpen})
		must(t, s.Remove(ctx, r.Facilitator, Key(), models.PartRounds, string(round.ID)))
		return did
	}
	_, did["counting"] = s.SetRoundState(ctx, by, Key(), round.ID, models.RoundMove{State: models.RoundClosed})
	return did
}

// notHers are doors that stay shut to a spokesperson in her very own step.
func (r *Scene) notHers(t *testing.T, seat int, idea models.Entry, topic models.Topic) map[string]error {
	t.Helper()
	by, s, ctx := r.Seats[seat], r.Store, t.Context()
	note, yes := "poznámka", true
	did := map[string]error{
		"moving a topic":   s.Move(ctx, by, Key(), models.PartTopics, string(topic.ID), models.Placement{}),
		"removing a topic": s.Remove(ctx, by, Key(), models.PartTopics, string(topic.ID)),
		"undoing":          s.Undo(ctx, by, Key(), 1),
		"adding several": s.AddEntries(ctx, by, Key(), models.MethodCollect, idea.StepID,
			models.NewEntries{Ideas: []models.NewEntry{{ID: models.NewID[models.EntryID](), Text: "a"}}}),
	}
	_, did["closing the step"] = s.SetStepState(ctx, by, Key(), idea.StepID, models.StepMove{State: models.StepClosed})
	_, did["changing the step"] = s.ChangeStep(ctx, by, Key(), idea.StepID, models.StepChange{Blind: &yes})
	_, did["noting"] = s.ChangeEntry(ctx, by, Key(), models.MethodCollect, idea.ID, models.EntryChange{Note: &note})
	_, did["signing"] = s.ChangeEntry(ctx, by, Key(), models.MethodCollect, idea.ID, models.EntryChange{Author: &note})
	_, did["hiding"] = s.ChangeEntry(ctx, by, Key(), models.MethodCollect, idea.ID, models.EntryChange{Hidden: &yes})
	_, did["taking over"] = s.AddTopic(ctx, by, Key(), idea.StepID, models.NewTopic{ID: models.NewID[models.TopicID](), FromIdea: idea.ID})
	_, did["merging"] = s.Merge(ctx, by, Key(), idea.ID, models.MergedIdeas{Ideas: []models.EntryID{models.NewID[models.EntryID]()}})
	_, did["the history"] = s.History(ctx, by, 0, 10)
	did["giving it on"] = s.GiveSpokesperson(ctx, by, string(Key()), models.NewID[models.PartID]())
	did["taking it"] = s.TakeSpokesperson(ctx, by, models.NewID[models.PartID]())
	return did
}

// ledStep is an open step of the part, with an idea of somebody else and a topic.
func (r *Scene) ledStep(t *testing.T, part models.DivisionPart) (models.Entry, models.Topic) {
	t.Helper()
	step := r.stepOf(t, models.MethodCollect, part)
	marks := 3
	_, err := r.Store.ChangeStep(t.Context(), r.Facilitator, Key(), step.ID, models.StepChange{MarksPerTopic: &marks})
	must(t, err)
	topic, err := r.Store.AddTopic(t.Context(), r.Facilitator, Key(), step.ID, models.NewTopic{ID: models.NewID[models.TopicID](), Heading: "okruh"})
	must(t, err)
	return r.Idea(t, step.ID, "podnět"), topic
}

// refused wants everything refused to somebody.
func refused(t *testing.T, did map[string]error, to string) {
	t.Helper()
	for name, err := range did {
		if code := models.CodeOf(err); code != models.CodeFacilitatorOnly && code != models.CodeNotYours && code != models.CodeOtherPart {
			t.Errorf("%s by %s: %v", name, to, err)
		}
	}
}

func spokespersonDoors(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 3)
	d := r.tables(t, false, "Stůl 1", "Stůl 2", "Hosté")
	must(t, r.sit(t, 1, d, 0))
	must(t, r.sit(t, 2, d, 1))
	must(t, r.speak(t, 0, d.Parts[0]))
	idea, topic := r.ledStep(t, d.Parts[0])
	refused(t, r.leads(t, 1, idea, topic), "her neighbour")
	refused(t, r.leads(t, 2, idea, topic), "somebody at another table")
	refused(t, r.notHers(t, 0, idea, topic), "the spokesperson")
	for name, err := range r.leads(t, 0, idea, topic) {
		if err != nil {
			t.Errorf("%s by the spokesperson: %v", name, err)
		}
	}
	elsewhere, its := r.ledStep(t, d.Parts[1])
	refused(t, r.leads(t, 0, elsewhere, its), "the spokesperson of another table")
	everybodys := r.Step(t, models.MethodCollect)
	room := r.Idea(t, everybodys.ID, "podnět")
	in, err := s.AddTopic(t.Context(), r.Facilitator, Key(), everybodys.ID, models.NewTopic{ID: models.NewID[models.TopicID](), Heading: "okruh"})
	must(t, err)
	refused(t, r.leads(t, 0, room, in), "the spokesperson in the plenary")
	_, err = s.SetStepState(t.Context(), r.Facilitator, Key(), idea.StepID, models.StepMove{State: models.StepClosed})
	must(t, err)
	refused(t, r.leads(t, 0, idea, topic), "the spokesperson of a step that has closed")
}

func spokespersonHistory(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	d := r.tables(t, false, "Stůl 1", "Hosté")
	must(t, r.speak(t, 0, d.Parts[0]))
	idea, topic := r.ledStep(t, d.Parts[0])
	_, err := s.ChangeEntry(t.Context(), r.Seats[0], Key(), models.MethodCollect, idea.ID, models.EntryChange{Topic: &topic.ID})
	must(t, err)
	did := r.newest(t)
	if did.SpokenFor != d.Parts[0].ID || did.By != "" || did.Done != models.DoneMoved {
		t.Fatalf("the history says %+v", did)
	}
	must(t, s.Undo(t.Context(), r.Facilitator, Key(), did.Revision))
	if now := r.firstIdea(t, idea.StepID); now.TopicID != "" {
		t.Error("it is not undone")
	}
}

func oneSpokesperson(t *testing.T, s *store.Store) {
	r, ctx := NewScene(t, s, 3), t.Context()
	d := r.tables(t, false, "Stůl 1", "Stůl 2", "Hosté")
	give := func() string {
		secret := string(Key())
		must(t, s.GiveSpokesperson(ctx, r.Facilitator, secret, d.Parts[0].ID))
		return secret
	}
	never, secret := give(), give()
	want(t, s.Speak(ctx, r.Seats[0], never), models.CodeLinkUsed)
	must(t, s.Speak(ctx, r.Seats[0], secret))
	must(t, s.Speak(ctx, r.Seats[0], secret)) // the answer was lost
	want(t, s.Speak(ctx, r.Seats[1], secret), models.CodeLinkUsed)
	if mine := r.mine(t, 0); mine.Speaks != d.Parts[0].ID || len(mine.Parts) != 1 {
		t.Fatalf("she is told %+v", mine)
	}
	for _, audience := range models.Audiences {
		if told := r.progress(t).For(audience).Parts; len(told) > 0 && told[0].Speaks != (audience == models.Facilitators) {
			t.Errorf("audience %d is told %+v", audience, told)
		}
	}
	must(t, s.Speak(ctx, r.Seats[1], give()))
	if r.mine(t, 0).Speaks != "" || r.mine(t, 1).Speaks != d.Parts[0].ID {
		t.Error("two speak for one table")
	}
	must(t, r.sit(t, 2, d, 1))
	r.write(t, r.Seats[2], r.stepOf(t, models.MethodCollect, d.Parts[1]).ID, "podnět")
	want(t, r.speak(t, 2, d.Parts[0]), models.CodePartSettled)
	want(t, s.GiveSpokesperson(ctx, r.Facilitator, string(Key()), d.Parts[2].ID), models.CodeInvalid) // guests only watch
}

func spokespersonEnds(t *testing.T, s *store.Store) {
	ctx := t.Context()
	for name, end := range map[string]func(*Scene, models.Division) error{
		"it is taken back": func(r *Scene, d models.Division) error {
			return s.TakeSpokesperson(ctx, r.Facilitator, d.Parts[0].ID)
		},
		"she changes tables": func(r *Scene, d models.Division) error { return r.sit(t, 0, d, 1) },
		"she leaves": func(r *Scene, _ models.Division) error {
			_, err := s.Leave(ctx, r.Seats[0], "", models.Leaving{})
			return err
		},
		"the workshop ends": func(r *Scene, _ models.Division) error {
			for _, state := range []models.WorkshopState{models.WorkshopEnded, models.WorkshopOpen} {
				if _, err := s.SetWorkshopState(ctx, r.Facilitator, Key(), models.WorkshopMove{State: state}); err != nil {
					return err
				}
			}
			return nil
		},
	} {
		r := NewScene(t, s, 1)
		d := r.tables(t, false, "Stůl 1", "Stůl 2", "Hosté")
		must(t, r.speak(t, 0, d.Parts[0]))
		idea, topic := r.ledStep(t, d.Parts[0])
		must(t, end(r, d))
		refused(t, r.leads(t, 0, idea, topic), "who spoke, after "+name)
	}
	r := NewScene(t, s, 1)
	d := r.tables(t, false, "Stůl 1", "Hosté")
	secret := string(Key())
	must(t, s.GiveSpokesperson(ctx, r.Facilitator, secret, d.Parts[0].ID))
	_, err := s.SetWorkshopState(ctx, r.Facilitator, Key(), models.WorkshopMove{State: models.WorkshopEnded})
	must(t, err)
	want(t, s.Speak(ctx, r.Seats[0], secret), models.CodeLinkUsed)
}

func spokespersonSees(t *testing.T, s *store.Store) {
	r, ctx := NewScene(t, s, 2), t.Context()
	d := r.tables(t, false, "Stůl 1", "Hosté")
	must(t, r.speak(t, 0, d.Parts[0]))
	must(t, r.sit(t, 1, d, 0))
	idea, topic := r.ledStep(t, d.Parts[0])
	theirs := r.write(t, r.Seats[1], idea.StepID, "první znění")
	text, yes := "druhé znění", true
	_, err := s.ChangeEntry(ctx, r.Facilitator, Key(), models.MethodCollect, theirs.ID, models.EntryChange{Text: &text})
	must(t, err)
	told, err := s.ChangeEntry(ctx, r.Seats[0], Key(), models.MethodCollect, theirs.ID, models.EntryChange{Marked: &yes})
	if err != nil || told.Original != "" || !told.Marked {
		t.Errorf("she is told %+v, %v", told, err)
	}
	_, err = s.ChangeEntry(ctx, r.Facilitator, Key(), models.MethodCollect, theirs.ID, models.EntryChange{Hidden: &yes})
	must(t, err)
	_, err = s.ChangeEntry(ctx, r.Seats[0], Key(), models.MethodCollect, theirs.ID, models.EntryChange{Topic: &topic.ID})
	want(t, err, models.CodeFacilitatorOnly)
	_, err = s.ChangeStep(ctx, r.Facilitator, Key(), idea.StepID, models.StepChange{Blind: &yes})
	must(t, err)
	_, err = s.ChangeEntry(ctx, r.Seats[0], Key(), models.MethodCollect, idea.ID, models.EntryChange{Text: &text})
	want(t, err, models.CodeNotYours)
}

func spokespersonOnce(t *testing.T, s *store.Store) {
	r, ctx := NewScene(t, s, 1), context.Background()
	d := r.tables(t, false, "Stůl 1", "Hosté")
	must(t, r.speak(t, 0, d.Parts[0]))
	idea, _ := r.ledStep(t, d.Parts[0])
	by := r.Seats[0]
	topic, key := models.NewTopic{ID: models.NewID[models.TopicID](), Heading: "Peníze"}, Key()
	for _, err := range together(5, func(int) error { _, err := s.AddTopic(ctx, by, key, idea.StepID, topic); return err }) {
		must(t, err)
	}
	round, key := models.NewRound{ID: models.NewID[models.RoundID](), Dots: 1, PerIdea: 1, Open: true}, Key()
	for _, err := range together(5, func(int) error { _, err := s.AddRound(ctx, by, key, idea.StepID, round); return err }) {
		must(t, err)
	}
	count := Key()
	for range 2 { // the answer was lost
		_, err := s.SetRoundState(ctx, by, count, round.ID, models.RoundMove{State: models.RoundClosed})
		must(t, err)
	}
	now, err := s.Changes(ctx, r.ID, 0)
	must(t, err)
	if len(now.Topics) != 2 || len(now.Rounds) != 1 || now.Rounds[0].State != models.RoundClosed {
		t.Errorf("there are the topics %+v and the rounds %+v", now.Topics, now.Rounds)
	}
}

func spokespersonCauses(t *testing.T, s *store.Store) {
	r, ctx := NewScene(t, s, 2), t.Context()
	d := r.tables(t, false, "Stůl 1", "Stůl 2", "Hosté")
	must(t, r.speak(t, 0, d.Parts[0]))
	must(t, r.sit(t, 1, d, 1))
	fish := r.stepOf(t, models.MethodFishbone, d.Parts[0])
	pay, law := r.agree(t, models.MethodFishbone, fish.ID, models.NewEntry{Text: "platy"}), r.agree(t, models.MethodFishbone, fish.ID, models.NewEntry{Text: "zákon"})
	for _, c := range []struct {
		of     models.Entry
		change models.EntryChange
	}{
		{law, models.EntryChange{Parent: &pay.ID}}, {law, models.EntryChange{Text: new("zákoník")}},
		{law, models.EntryChange{Parent: new(models.EntryID)}}, {law, models.EntryChange{Index: new(int)}},
	} {
		_, err := s.ChangeEntry(ctx, r.Seats[1], Key(), models.MethodFishbone, c.of.ID, c.change)
		refused(t, map[string]error{"sorting causes": err}, "somebody at another table")
		_, err = s.ChangeEntry(ctx, r.Seats[0], Key(), models.MethodFishbone, c.of.ID, c.change)
		must(t, err)
	}
	_, err := s.ChangeEntry(ctx, r.Seats[0], Key(), models.MethodFishbone, law.ID, models.EntryChange{Note: new("zdroj")})
	want(t, err, models.CodeFacilitatorOnly)
	if causes := r.record(t).Steps[0].Causes; len(causes) != 2 || causes[0].Text != "zákoník" || causes[1].Text != "platy" {
		t.Errorf("the causes are %+v", causes)
	}
}
