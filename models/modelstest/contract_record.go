package modelstest

import (
	"reflect"
	"slices"
	"testing"

	"dilna/models"
	"dilna/models/store"
	"dilna/models/workshopfile"
)

func stepComesBack(t *testing.T, s *store.Store) {
	id, err := s.Import(t.Context(), ModelRecord())
	must(t, err)
	by := models.Actor{Role: models.RoleCoordinator, Account: FirstAccount(t, s).ID, Workshop: id}
	before, err := s.Minutes(t.Context(), id)
	must(t, err)
	changes, err := s.Changes(t.Context(), id, 0)
	must(t, err)
	for _, step := range changes.Steps {
		must(t, s.Remove(t.Context(), by, Key(), models.PartSteps, string(step.ID)))
	}
	empty, err := s.Minutes(t.Context(), id)
	must(t, err)
	if len(empty.Steps) != 0 {
		t.Fatalf("%d steps are left of none", len(empty.Steps))
	}
	for _, step := range changes.Steps {
		must(t, s.Restore(t.Context(), by, Key(), models.PartSteps, string(step.ID)))
	}
	after, err := s.Minutes(t.Context(), id)
	must(t, err)
	if !reflect.DeepEqual(before, after) {
		t.Fatal("the record came back different")
	}
}

// onlyOneStepOpen: undoing the removal of an open step brings the screens back
// to it, unless they have gone on: then it comes back closed.
func onlyOneStepOpen(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	first := r.Step(t, models.MethodCollect)
	remove := func() { must(t, s.Remove(t.Context(), r.Facilitator, Key(), models.PartSteps, string(first.ID))) }
	restore := func() { must(t, s.Restore(t.Context(), r.Facilitator, Key(), models.PartSteps, string(first.ID))) }
	expect := func(current models.StepID, open ...models.StepID) {
		t.Helper()
		changes, err := s.Changes(t.Context(), r.ID, 0)
		must(t, err)
		var got []models.StepID
		for _, step := range changes.Steps {
			if step.State == models.StepOpen && !step.Removed {
				got = append(got, step.ID)
			}
		}
		if changes.Workshop.CurrentStep != current || !slices.Equal(got, open) {
			t.Fatalf("open are %v, the screens are at %q", got, changes.Workshop.CurrentStep)
		}
	}
	remove()
	expect("")
	restore()
	expect(first.ID, first.ID)
	remove()
	second := r.Step(t, models.MethodCollect)
	restore()
	expect(second.ID, second.ID)
}

func importExport(t *testing.T, s *store.Store) {
	id, err := s.Import(t.Context(), ModelRecord())
	must(t, err)
	minutes, err := s.Minutes(t.Context(), id)
	must(t, err)
	first, err := workshopfile.Encode(ModelRecord())
	must(t, err)
	second, err := workshopfile.Encode(minutes)
	must(t, err)
	if string(first) != string(second) {
		t.Fatal("import and export changed the model record")
	}
}

func foreignIDs(t *testing.T, s *store.Store) {
	ours, theirs := NewScene(t, s, 1), NewScene(t, s, 1)
	step := theirs.Step(t, models.MethodCollect)
	idea := theirs.Idea(t, step.ID, "cizí")
	round := theirs.Round(t, step.ID, 1, 1)
	ctx, by := t.Context(), ours.Facilitator
	_, err := s.AddEntry(ctx, by, Key(), models.MethodCollect, step.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Text: "x"})
	want(t, err, models.CodeNotFound)
	text := "x"
	_, err = s.ChangeEntry(ctx, by, Key(), models.MethodCollect, idea.ID, models.EntryChange{Text: &text})
	want(t, err, models.CodeNotFound)
	_, err = s.SetRoundState(ctx, by, Key(), round.ID, models.RoundMove{State: models.RoundClosed})
	want(t, err, models.CodeNotFound)
	_, err = s.PlaceDots(ctx, ours.Seats[0], round.ID, idea.ID, models.SetDots{Count: 1, Seq: 1})
	want(t, err, models.CodeNotFound)
	for part, id := range map[models.Part]string{
		models.PartSteps: string(step.ID), models.PartIdeas: string(idea.ID), models.PartRounds: string(round.ID),
	} {
		want(t, s.Remove(ctx, by, Key(), part, id), models.CodeNotFound)
		want(t, s.Restore(ctx, by, Key(), part, id), models.CodeNotFound)
		want(t, s.Move(ctx, by, Key(), part, id, models.Placement{}), models.CodeNotFound)
	}
	mine := ours.Step(t, models.MethodCollect)
	_, err = s.AddTopic(ctx, by, Key(), mine.ID, models.NewTopic{ID: models.NewID[models.TopicID](), FromIdea: idea.ID})
	want(t, err, models.CodeInvalid)
}

func noCauseCycle(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	step := r.Step(t, models.MethodFishbone)
	add := func(parent models.EntryID) models.EntryID {
		cause, err := s.AddEntry(t.Context(), r.Facilitator, Key(), models.MethodFishbone, step.ID,
			models.NewEntry{ID: models.NewID[models.EntryID](), Parent: parent, Text: "příčina"})

		must(t, err)
		return cause.ID
	}
	bone := add("")
	under := add(bone)
	deepest := add(under)
	move := func(id, parent models.EntryID) error {
		_, err := s.ChangeEntry(t.Context(), r.Facilitator, Key(), models.MethodFishbone, id, models.EntryChange{Parent: &parent})
		return err
	}
	want(t, move(bone, deepest), models.CodeCauseCycle)
	want(t, move(bone, bone), models.CodeCauseCycle)
	must(t, move(deepest, ""))
	must(t, move(bone, deepest))
	minutes, err := s.Minutes(t.Context(), r.ID)
	must(t, err)
	if causes := minutes.Steps[0].Causes; len(causes) != 1 || len(causes[0].Causes) != 1 || len(causes[0].Causes[0].Causes) != 1 {
		t.Fatalf("the tree is %+v", causes)
	}
}

func depthLimit(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	step := r.Step(t, models.MethodFishbone)
	var parent, ten models.EntryID
	add := func() error {
		cause, err := s.AddEntry(t.Context(), r.Facilitator, Key(), models.MethodFishbone, step.ID,
			models.NewEntry{ID: models.NewID[models.EntryID](), Parent: parent, Text: "příčina"})

		parent = cause.ID
		return err
	}
	for level := range models.MaxDepth {
		must(t, add())
		if level == 9 {
			ten = parent
		}
	}
	lowest := parent
	want(t, add(), models.CodeTooDeep)
	parent = ""
	must(t, add())
	bone := parent
	must(t, add())
	_, err := s.ChangeEntry(t.Context(), r.Facilitator, Key(), models.MethodFishbone, bone, models.EntryChange{Parent: &lowest})
	want(t, err, models.CodeTooDeep)
	_, err = s.ChangeEntry(t.Context(), r.Facilitator, Key(), models.MethodFishbone, bone, models.EntryChange{Parent: &ten})
	must(t, err)
}

func marksLimit(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	three := 3
	_, err := s.ChangeStep(t.Context(), r.Facilitator, Key(), step.ID, models.StepChange{MarksPerTopic: &three})
	must(t, err)
	mark := func(by models.Actor, idea models.EntryID, marked bool) error {
		_, err := s.ChangeEntry(t.Context(), by, Key(), models.MethodCollect, idea, models.EntryChange{Marked: &marked})
		return err
	}
	ideas := make([]models.EntryID, 4)
	for i := range ideas {
		ideas[i] = r.Idea(t, step.ID, "potřeba").ID
	}
	for _, idea := range ideas[:3] {
		must(t, mark(r.Facilitator, idea, true))
	}
	want(t, mark(r.Facilitator, ideas[3], true), models.CodeMarksSpent)
	must(t, mark(r.Facilitator, ideas[0], true))
	must(t, mark(r.Facilitator, ideas[0], false))
	must(t, mark(r.Facilitator, ideas[3], true))
	want(t, mark(r.Seats[0], ideas[0], true), models.CodeFacilitatorOnly)
}

func movingTouchesLittle(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	step := r.Step(t, models.MethodCollect)
	var ideas []models.EntryID
	for _, text := range []string{"a", "b", "c", "d"} {
		ideas = append(ideas, r.Idea(t, step.ID, text).ID)
	}
	at := r.Look(t, models.Facilitators).Revision
	must(t, s.Move(t.Context(), r.Facilitator, Key(), models.PartIdeas, string(ideas[1]), models.Placement{Index: 0}))
	changes, err := s.Changes(t.Context(), r.ID, at)
	must(t, err)
	if len(changes.Ideas) != 2 || changes.Ideas[0].ID != ideas[1] {
		t.Fatalf("moving b before a changed %d ideas", len(changes.Ideas))
	}
	must(t, s.Move(t.Context(), r.Facilitator, Key(), models.PartIdeas, string(ideas[1]), models.Placement{Index: 99}))
	minutes, err := s.Minutes(t.Context(), r.ID)
	must(t, err)
	order := ""
	for _, idea := range minutes.Steps[0].Ideas {
		order += idea.Text
	}
	if order != "acdb" {
		t.Fatalf("the order is %s", order)
	}
}

func takenOver(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	groups, needs := r.Step(t, models.MethodCollect), r.Step(t, models.MethodCollect)
	idea := r.Idea(t, groups.ID, "OZP")
	for _, heading := range []string{"OSOBY ZDRAVOTNĚ POSTIŽENÉ", ""} {
		_, err := s.AddTopic(t.Context(), r.Facilitator, Key(), needs.ID,
			models.NewTopic{ID: models.NewID[models.TopicID](), Heading: heading, FromIdea: idea.ID})
		must(t, err)
	}
	minutes, err := s.Minutes(t.Context(), r.ID)
	must(t, err)
	got := minutes.Steps[1].Topics
	expected := []models.TopicMinutes{{Heading: "OSOBY ZDRAVOTNĚ POSTIŽENÉ", From: "OZP"}, {Heading: "OZP", From: "OZP"}}
	if !reflect.DeepEqual(got, expected) {
		t.Fatalf("the topics are %+v", got)
	}
}

func closedStep(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	post := func(by models.Actor) error {
		_, err := s.AddEntry(t.Context(), by, Key(), models.MethodCollect, step.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Text: "podnět"})
		return err
	}
	must(t, post(r.Seats[0]))
	_, err := s.SetStepState(t.Context(), r.Facilitator, Key(), step.ID, models.StepMove{State: models.StepClosed})
	must(t, err)
	want(t, post(r.Seats[0]), models.CodeStepNotOpen)
	must(t, post(r.Facilitator))
	_, err = s.SetWorkshopState(t.Context(), r.Facilitator, Key(), models.WorkshopMove{State: models.WorkshopEnded})
	must(t, err)
	want(t, post(r.Seats[0]), models.CodeWorkshopNotOpen)
	must(t, post(r.Facilitator))
}

func transitions(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	become := func(state models.WorkshopState) error {
		_, err := s.SetWorkshopState(t.Context(), r.Facilitator, Key(), models.WorkshopMove{State: state})
		return err
	}
	must(t, become(models.WorkshopEnded))
	want(t, become(models.WorkshopPrepared), models.CodeTransition)
	must(t, become(models.WorkshopEnded))
	must(t, become(models.WorkshopOpen))
	must(t, become(models.WorkshopPrepared))
	want(t, become(models.WorkshopEnded), models.CodeTransition)
	want(t, become("closed"), models.CodeTransition)
}

func oneTimeLink(t *testing.T, s *store.Store) {
	account := FirstAccount(t, s)
	link := models.Link{Hash: "h", Purpose: models.LinkSignIn, AccountID: account.ID, Expires: 1 << 50}
	must(t, s.AddLink(t.Context(), link))
	errs := together(20, func(int) error {
		_, err := s.SignInByLink(t.Context(), "h", string(Key()), 1<<50)
		return err
	})
	if ok, used := count(errs, ""), count(errs, models.CodeLinkUsed); ok != 1 || used != 19 {
		t.Fatalf("%d signed in, %d were refused; 1 and 19 expected", ok, used)
	}
	_, err := s.AddAccount(t.Context(), "h", account)
	want(t, err, models.CodeLinkUsed)
}
