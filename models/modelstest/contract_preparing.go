package modelstest

import (
	"reflect"
	"testing"

	"dilna/models"
	"dilna/models/store"
)

// preparing are what a database must keep for the time before a workshop.
var preparing = map[string]func(*testing.T, *store.Store){
	"a template of one's own holds the agenda and nobody else sees it": ownTemplates,
	"the next meeting has the agenda and what was chosen":              nextMeeting,
	"a rehearsal leaves the real workshop as it is":                    rehearsalApart,
	"a real workshop is not removed as a rehearsal":                    onlyRehearsalsGo,
	"the checklist is ticked point by point":                           checklist,
}

// imported is the model record as a workshop, and who runs it.
func imported(t *testing.T, s *store.Store) models.Actor {
	t.Helper()
	account := FirstAccount(t, s)
	w, err := s.Import(t.Context(), ModelRecord())
	must(t, err)
	return models.Actor{Role: models.RoleCoordinator, Account: account.ID, Workshop: w}
}

func ownTemplates(t *testing.T, s *store.Store) {
	by, ctx := imported(t, s), t.Context()
	mine := FirstAccount(t, s)
	in := models.NewTemplate{ID: models.NewID[models.TemplateID](), Name: "Naše jednání"}
	key := Key()
	saved, err := s.SaveTemplate(ctx, by, key, in)
	must(t, err)
	again, err := s.SaveTemplate(ctx, by, key, in)
	must(t, err)
	if !reflect.DeepEqual(saved.Headings, again.Headings) || len(saved.Headings) != 11 || !saved.Own {
		t.Fatalf("saved as %+v, then %+v", saved, again)
	}
	all, err := s.Templates(ctx, mine, "cs")
	must(t, err)
	if all[0].ID != in.ID || len(all) != 1+len(models.Templates("cs")) {
		t.Fatalf("listed: %+v", all)
	}

	w := models.NewID[models.WorkshopID]()
	_, err = s.CreateWorkshop(ctx, mine, Key(), models.NewWorkshop{ID: w, Template: in.ID})
	must(t, err)
	made, err := s.Minutes(ctx, w)
	must(t, err)
	if made.HasContent() || len(made.Steps) != 11 || made.Language != "cs" || made.Steps[2].MarksPerTopic != 3 || len(made.Steps[3].Rounds) != 1 {
		t.Fatalf("the workshop made from it: %+v", made)
	}

	other := models.Account{ID: models.NewID[models.AccountID](), Role: models.RoleFacilitator}
	_, err = s.CreateWorkshop(ctx, other, Key(), models.NewWorkshop{ID: models.NewID[models.WorkshopID](), Template: in.ID})
	want(t, err, models.CodeInvalid)
	_, err = s.RenameTemplate(ctx, other, in.ID, models.TemplateChange{Name: "Cizí"})
	want(t, err, models.CodeNotFound)
	must(t, s.RemoveTemplate(ctx, other, in.ID))
	renamed, err := s.RenameTemplate(ctx, mine, in.ID, models.TemplateChange{Name: " Jednání skupiny "})
	must(t, err)
	all, err = s.Templates(ctx, mine, "cs")
	must(t, err)
	if renamed.Name != "Jednání skupiny" || all[0].Name != renamed.Name || len(all[0].Headings) != 11 {
		t.Fatalf("renamed to %+v, listed %+v", renamed, all[0])
	}
	must(t, s.RemoveTemplate(ctx, mine, in.ID))
	must(t, s.RemoveTemplate(ctx, mine, in.ID))
	if all, err = s.Templates(ctx, mine, "cs"); err != nil || all[0].Own {
		t.Fatalf("after removing: %+v, %v", all[0], err)
	}
	_, err = s.Minutes(ctx, w)
	must(t, err)
}

func nextMeeting(t *testing.T, s *store.Store) {
	by, ctx := imported(t, s), t.Context()
	before, err := s.Changes(ctx, by.Workshop, 0)
	must(t, err)
	fish, problems := before.Steps[7], before.Steps[3]
	long, notes := 45, "Rozdat pastelky,\nzeptat se Jany"
	_, err = s.ChangeStep(ctx, by, Key(), problems.ID, models.StepChange{PlannedMinutes: &long, Notes: &notes})
	must(t, err)

	in := models.NewCopy{ID: models.NewID[models.WorkshopID](), Bring: models.Luggage{Steps: []models.StepID{fish.ID}}}
	made, err := s.CopyWorkshop(ctx, by, Key(), in)
	must(t, err)
	if made.Head.Number != 2 || made.Head.Date != "" || made.State != models.WorkshopPrepared || made.Code == before.Workshop.Code || made.RehearsalOf != "" {
		t.Fatalf("the next meeting is %+v", made)
	}
	copied, err := s.Changes(ctx, in.ID, 0)
	must(t, err)
	if copied.Steps[3].PlannedMinutes != long || copied.Steps[3].Notes != notes || copied.Steps[7].Effect != fish.Effect || len(copied.Causes) != len(before.Causes) ||
		len(copied.Ideas) != 0 || copied.Steps[7].Source != "1. jednání" {
		t.Fatalf("%d causes, %d ideas came along: %+v", len(copied.Causes), len(copied.Ideas), copied.Steps[7])
	}
	for _, step := range copied.Steps {
		if step.State != models.StepWaiting {
			t.Errorf("%s does not wait", step.Heading)
		}
	}
	role, err := s.RoleOf(ctx, models.Account{ID: by.Account, Role: models.RoleFacilitator}, in.ID)
	if err != nil || role != models.RoleFacilitator {
		t.Errorf("who made the copy is %q in it: %v", role, err)
	}
	in = models.NewCopy{ID: models.NewID[models.WorkshopID](), Bring: models.Luggage{Steps: []models.StepID{models.NewID[models.StepID]()}}}
	_, err = s.CopyWorkshop(ctx, by, Key(), in)
	want(t, err, models.CodeInvalid)
}

func rehearsalApart(t *testing.T, s *store.Store) {
	r, ctx := NewScene(t, s, 2), t.Context()
	done, waiting := r.Step(t, models.MethodCollect), r.Step(t, models.MethodCollect)
	_, err := s.SetStepState(ctx, r.Facilitator, Key(), waiting.ID, models.StepMove{State: models.StepWaiting})
	must(t, err)
	r.Idea(t, done.ID, "řečeno")
	r.Idea(t, waiting.ID, "přineseno")
	before, err := s.Changes(ctx, r.ID, 0)
	must(t, err)

	in := models.NewCopy{ID: models.NewID[models.WorkshopID](), Rehearsal: true}
	made, err := s.CopyWorkshop(ctx, r.Facilitator, Key(), in)
	must(t, err)
	if made.RehearsalOf != r.ID || made.State != models.WorkshopOpen || made.Head.Title != "Zkouška nanečisto" {
		t.Fatalf("the rehearsal is %+v", made)
	}
	there := models.Actor{Role: models.RoleFacilitator, Account: r.Account.ID, Workshop: in.ID}
	copied, err := s.Changes(ctx, in.ID, 0)
	must(t, err)
	if len(copied.Steps) != 2 || len(copied.Ideas) != 1 || copied.Ideas[0].Text != "přineseno" || copied.Steps[1].Origin != "" {
		t.Fatalf("the rehearsal begins with %+v", copied.Ideas)
	}

	// People play in it, a round is open, and it is removed all the same.
	seat, err := s.Join(ctx, in.ID, "pretended")
	must(t, err)
	step, err := s.SetStepState(ctx, there, Key(), copied.Steps[1].ID, models.StepMove{State: models.StepOpen})
	must(t, err)
	round, err := s.AddRound(ctx, there, Key(), step.ID, models.NewRound{ID: models.NewID[models.RoundID](), Dots: 1, PerIdea: 1})
	must(t, err)
	_, err = s.SetRoundState(ctx, there, Key(), round.ID, models.RoundMove{State: models.RoundOpen})
	must(t, err)
	playing := models.Actor{Role: models.RoleParticipant, Workshop: in.ID, Seat: seat.ID}
	_, err = s.PlaceDots(ctx, playing, round.ID, copied.Ideas[0].ID, models.SetDots{Count: 1, Seq: 1})
	must(t, err)
	_, err = s.SeatByToken(ctx, in.ID, "pretended")
	must(t, err)
	must(t, s.RemoveRehearsal(ctx, there))
	_, err = s.Workshop(ctx, in.ID)
	want(t, err, models.CodeNotFound)
	_, err = s.SeatByToken(ctx, in.ID, "pretended")
	want(t, err, models.CodeSeatMissing)
	want(t, s.RemoveRehearsal(ctx, there), models.CodeNotFound)

	after, err := s.Changes(ctx, r.ID, 0)
	must(t, err)
	if !reflect.DeepEqual(before, after) {
		t.Fatalf("the real workshop was\n%+v and is\n%+v", before, after)
	}
}

func onlyRehearsalsGo(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	want(t, s.RemoveRehearsal(t.Context(), r.Facilitator), models.CodeNotRehearsal)
	want(t, s.RemoveRehearsal(t.Context(), r.Seats[0]), models.CodeFacilitatorOnly)
	_, err := s.CopyWorkshop(t.Context(), r.Seats[0], Key(), models.NewCopy{ID: models.NewID[models.WorkshopID](), Rehearsal: true})
	want(t, err, models.CodeFacilitatorOnly)
}

func checklist(t *testing.T, s *store.Store) {
	r, ctx := NewScene(t, s, 1), t.Context()
	usual := r.Look(t, models.Facilitators).Workshop.Checklist
	if len(usual) == 0 || usual[0].Done {
		t.Fatalf("a new workshop has the checklist %+v", usual)
	}
	own := models.NewID[models.PointID]()
	_, err := s.SetPoint(ctx, r.Facilitator, Key(), own, models.PointChange{Text: " Fixy "})
	must(t, err)
	_, err = s.SetPoint(ctx, r.Facilitator, Key(), usual[0].ID, models.PointChange{Text: usual[0].Text, Done: true})
	must(t, err)
	must(t, s.RemovePoint(ctx, r.Facilitator, Key(), usual[1].ID))
	got := r.Look(t, models.Facilitators).Workshop.Checklist
	if len(got) != len(usual) || !got[0].Done || got[len(got)-1].Text != "Fixy" {
		t.Fatalf("after ticking, removing and adding: %+v", got)
	}
	_, err = s.SetPoint(ctx, r.Seats[0], Key(), own, models.PointChange{Text: "x"})
	want(t, err, models.CodeFacilitatorOnly)
	want(t, s.RemovePoint(ctx, r.Seats[0], Key(), own), models.CodeFacilitatorOnly)
	_, err = s.SetPoint(ctx, r.Facilitator, Key(), own, models.PointChange{Text: " "})
	want(t, err, models.CodeInvalid)
}
