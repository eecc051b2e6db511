package modelstest

import (
	"slices"
	"strings"
	"testing"

	"dilna/models"
	"dilna/models/store"
	"dilna/models/workshopfile"
)

// agreementContract is what holds of agreeing with ideas of others (docs/adr/0054).
var agreementContract = map[string]func(*testing.T, *store.Store){
	"INV-02 one seat agrees once with an idea, however often it is sent":        agreedOnce,
	"INV-18 how many agree is told to nobody before the step closes":            agreedAtClosing,
	"people agree with ideas of others that they see, while the step is open":   agreementDoors,
	"after the step has closed nobody can tell who agreed, nor is counted anew": agreementsUnlinked,
	"ideas that become one have as many who agree as there are people":          agreedMerged,
	"who gives up her seat agrees no more":                                      agreementLeaves,
	"agreements come back from a file, and go with no copy":                     agreementsKept,
}

// agreeing is a room of three that may agree with the ideas of its step; the first
// seat wrote the first idea.
func agreeing(t *testing.T, s *store.Store) (*Scene, models.Step, []models.EntryID) {
	t.Helper()
	r := NewScene(t, s, 3)
	step := r.Step(t, models.MethodCollect)
	_, err := s.ChangeStep(t.Context(), r.Facilitator, Key(), step.ID, models.StepChange{Agreeing: new(true)})
	must(t, err)
	step.Agreeing = true
	hers, err := s.AddEntry(t.Context(), r.Seats[0], Key(), models.MethodCollect, step.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Text: "stromy"})
	must(t, err)
	return r, step, []models.EntryID{hers.ID, r.Idea(t, step.ID, "lavičky").ID, r.Idea(t, step.ID, "pítko").ID}
}

func (r *Scene) nod(t *testing.T, seat int, idea models.EntryID, agrees bool, seq int64) error {
	t.Helper()
	_, err := r.Store.Agree(t.Context(), r.Seats[seat], idea, models.SetAgreement{Agrees: agrees, Seq: seq})
	return err
}

// now is the revision of the workshop.
func (r *Scene) now(t *testing.T) models.Revision {
	t.Helper()
	changes, err := r.Store.Changes(t.Context(), r.ID, 0)
	must(t, err)
	return changes.Workshop.Revision
}

// agreedTold is how many agree with each idea of the record; -1: it does not say.
func (r *Scene) agreedTold(t *testing.T) map[string]int {
	t.Helper()
	told := map[string]int{}
	for _, s := range r.record(t).Steps {
		for _, idea := range s.ReadingOrder() {
			told[idea.Text] = -1
			if idea.Agreed != nil {
				told[idea.Text] = *idea.Agreed
			}
		}
	}
	return told
}

func agreedOnce(t *testing.T, s *store.Store) {
	r, step, ideas := agreeing(t, s)
	for _, said := range []struct {
		agrees bool
		seq    int64
		counts bool
	}{{true, 1, true}, {true, 1, true}, {false, 3, false}, {true, 2, false}, {true, 4, true}, {true, 5, true}} {
		got, err := s.Agree(t.Context(), r.Seats[1], ideas[0], models.SetAgreement{Agrees: said.agrees, Seq: said.seq})
		must(t, err)
		if got.Agrees != said.counts {
			t.Errorf("INV-02: after %+v she agrees: %t", said, got.Agrees)
		}
	}
	want(t, r.nod(t, 1, ideas[0], true, 0), models.CodeInvalid)
	must(t, r.nod(t, 2, ideas[0], true, 1))
	must(t, r.nod(t, 2, ideas[1], true, 1))
	must(t, r.nod(t, 2, ideas[1], false, 2))
	mine := r.mineOf(t, r.Seats[2]).Agreed
	if len(mine) != 2 || !slices.Contains(mine, models.Agreement{Idea: ideas[0], Agrees: true, Seq: 1}) || !slices.Contains(mine, models.Agreement{Idea: ideas[1], Seq: 2}) {
		t.Errorf("her phone is told %+v", mine)
	}
	r.setStep(t, step.ID, models.StepClosed)
	if told := r.agreedTold(t); told["stromy"] != 2 || told["lavičky"] != 0 || told["pítko"] != 0 {
		t.Errorf("those who agree are %v", told)
	}
}

func agreedAtClosing(t *testing.T, s *store.Store) {
	for name, end := range map[string]func(*Scene, models.Step){
		"closing":             func(r *Scene, step models.Step) { r.setStep(t, step.ID, models.StepClosed) },
		"going on":            func(r *Scene, _ models.Step) { r.Step(t, models.MethodCollect) },
		"ending the workshop": func(r *Scene, _ models.Step) { r.become(t, models.WorkshopEnded) },
	} {
		r, step, ideas := agreeing(t, s)
		before := r.now(t)
		must(t, r.nod(t, 1, ideas[0], true, 1))
		if now := r.now(t); now != before {
			t.Errorf("INV-18: agreeing is told: revision %d became %d", before, now)
		}
		end(r, step)
		for _, a := range models.Audiences {
			changes, err := s.Changes(t.Context(), r.ID, before)
			must(t, err)
			told := -1
			for _, idea := range changes.For(a).Ideas {
				if idea.ID == ideas[0] && idea.Agreed != nil {
					told = *idea.Agreed
				}
			}
			if told != 1 {
				t.Errorf("%s: audience %d is told of %d who agree, want 1", name, a, told)
			}
		}
		if mine := r.mineOf(t, r.Seats[1]).Agreed; len(mine) > 0 {
			t.Errorf("%s: it is still known who agreed: %+v", name, mine)
		}
	}
}

func agreementDoors(t *testing.T, s *store.Store) {
	r, step, ideas := agreeing(t, s)
	set := func(change models.StepChange) {
		_, err := s.ChangeStep(t.Context(), r.Facilitator, Key(), step.ID, change)
		must(t, err)
	}
	want(t, r.nod(t, 0, ideas[0], true, 1), models.CodeOwnIdea)
	_, err := s.Agree(t.Context(), r.Facilitator, ideas[1], models.SetAgreement{Agrees: true, Seq: 1})
	want(t, err, models.CodeNotYours)
	want(t, r.nod(t, 0, models.NewID[models.EntryID](), true, 1), models.CodeNotFound)
	set(models.StepChange{Blind: new(true)})
	want(t, r.nod(t, 0, ideas[1], true, 1), models.CodeStepBlind)
	set(models.StepChange{Blind: new(false), Agreeing: new(false)})
	want(t, r.nod(t, 0, ideas[1], true, 1), models.CodeAgreeingOff)
	set(models.StepChange{Agreeing: new(true)})
	_, err = s.ChangeEntry(t.Context(), r.Facilitator, Key(), models.MethodCollect, ideas[2], models.EntryChange{Hidden: new(true)})
	must(t, err)
	want(t, r.nod(t, 0, ideas[2], true, 1), models.CodeNotFound)
	must(t, r.nod(t, 0, ideas[1], true, 1))
	r.setStep(t, step.ID, models.StepClosed)
	want(t, r.nod(t, 1, ideas[1], true, 1), models.CodeStepNotOpen)
}

func agreementsUnlinked(t *testing.T, s *store.Store) {
	r, step, ideas := agreeing(t, s)
	must(t, r.nod(t, 1, ideas[0], true, 1))
	r.setStep(t, step.ID, models.StepClosed)
	must(t, s.Undo(t.Context(), r.Facilitator, Key(), r.newest(t).Revision))
	want(t, r.nod(t, 2, ideas[0], true, 1), models.CodeAgreementsCounted)
	late := r.Idea(t, step.ID, "záhon")
	must(t, r.nod(t, 1, late.ID, true, 1))
	r.setStep(t, step.ID, models.StepClosed)
	if told := r.agreedTold(t); told["stromy"] != 1 || told["záhon"] != 1 {
		t.Errorf("opened again and closed, those who agree are %v", told)
	}
}

func agreedMerged(t *testing.T, s *store.Store) {
	for name, first := range map[string]bool{"merged, then closed": true, "closed, then merged": false} {
		r, step, ideas := agreeing(t, s)
		merge := func() {
			_, err := s.Merge(t.Context(), r.Facilitator, Key(), ideas[1], models.MergedIdeas{Ideas: []models.EntryID{ideas[2]}})
			must(t, err)
		}
		for _, said := range []struct{ seat, idea int }{{0, 1}, {0, 2}, {1, 2}} {
			must(t, r.nod(t, said.seat, ideas[said.idea], true, 1))
		}
		if first {
			merge()
		}
		r.setStep(t, step.ID, models.StepClosed)
		wanted := 2
		if !first {
			merge()
			wanted = 3 // who they were is known no more: numbers are added
		}
		if told := r.agreedTold(t); told["lavičky"] != wanted {
			t.Errorf("%s: those who agree are %v", name, told)
		}
		_, err := s.TakeOut(t.Context(), r.Facilitator, Key(), ideas[2])
		must(t, err)
		if told := r.agreedTold(t); told["lavičky"] != 1 || told["pítko"] != wanted-1 {
			t.Errorf("%s and taken apart: those who agree are %v", name, told)
		}
	}
}

func agreementLeaves(t *testing.T, s *store.Store) {
	r, step, ideas := agreeing(t, s)
	must(t, r.nod(t, 1, ideas[0], true, 1))
	must(t, r.nod(t, 2, ideas[0], true, 1))
	_, err := s.Leave(t.Context(), r.Seats[1], "", models.Leaving{})
	must(t, err)
	r.setStep(t, step.ID, models.StepClosed)
	if told := r.agreedTold(t); told["stromy"] != 1 {
		t.Errorf("those who agree are %v", told)
	}
}

func agreementsKept(t *testing.T, s *store.Store) {
	r, step, ideas := agreeing(t, s)
	must(t, r.nod(t, 1, ideas[0], true, 1))
	r.setStep(t, step.ID, models.StepClosed)
	data, err := workshopfile.Encode(r.record(t))
	must(t, err)
	if !strings.Contains(string(data), `"agreed": 1`) || !strings.Contains(string(data), `"agreeing": true`) {
		t.Errorf("the file says %s", data)
	}
	file, err := workshopfile.Decode(data)
	must(t, err)
	id, err := s.Import(t.Context(), file)
	must(t, err)
	again, err := s.Minutes(t.Context(), id)
	must(t, err)
	if back := again.Steps[0]; !back.Agreeing || *back.ReadingOrder()[0].Agreed != 1 || *back.ReadingOrder()[1].Agreed != 0 {
		t.Errorf("the file came back as %+v", back)
	}
	for _, full := range file.FullSteps() {
		if written := full.Written(); !written.Step.Agreeing || written.Parts.Ideas[0].Agreed != nil {
			t.Errorf("another workshop goes on with %+v", written)
		}
		if planned := full.Agenda(); !planned.Step.Agreeing {
			t.Error("the template forgets that people may agree")
		}
	}
}
