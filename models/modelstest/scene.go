package modelstest

import (
	"context"

	"pgregory.net/rapid"

	"dilna/models"
	"dilna/models/store"
)

// Scene is an open workshop with a facilitator and participants, as tests and
// benchmarks need it.
type Scene struct {
	Store       *store.Store
	Account     models.Account
	Facilitator models.Actor
	Seats       []models.Actor
	ID          models.WorkshopID
}

// NewScene makes an account, a workshop without steps, opens its doors and
// seats that many participants.
func NewScene(t rapid.TB, s *store.Store, participants int) *Scene {
	t.Helper()
	ctx := context.Background()
	account := FirstAccount(t, s)
	w := models.NewID[models.WorkshopID]()
	_, err := s.CreateWorkshop(ctx, account, Key(), models.NewWorkshop{ID: w, Template: "empty", Head: models.Head{Language: "cs"}})
	must(t, err)
	r := &Scene{
		Store: s, Account: account, ID: w,
		Facilitator: models.Actor{Role: models.RoleFacilitator, Account: account.ID, Workshop: w},
	}
	_, err = s.SetWorkshopState(ctx, r.Facilitator, Key(), models.WorkshopMove{State: models.WorkshopOpen})
	must(t, err)
	for range participants {
		seat, err := s.Join(ctx, w, string(Key()))
		must(t, err)
		r.Seats = append(r.Seats, models.Actor{Role: models.RoleParticipant, Seat: seat.ID, Workshop: w})
	}
	return r
}

// FirstAccount makes the store's first account, a coordinator, or finds it.
func FirstAccount(t rapid.TB, s *store.Store) models.Account {
	t.Helper()
	ctx := context.Background()
	if account, err := s.AccountByLogin(ctx, "petra"); err == nil {
		return account
	}
	account := models.Account{ID: models.NewID[models.AccountID](), Name: "Petra", Login: "petra", Role: models.RoleCoordinator, PasswordHash: "-"}
	link := models.Link{Hash: string(Key()), Purpose: models.LinkFirstAccount, Expires: 1 << 50}
	must(t, s.AddLink(ctx, link))
	account, err := s.AddAccount(ctx, link.Hash, account)
	must(t, err)
	return account
}

// Step adds a step and opens it.
func (r *Scene) Step(t rapid.TB, method models.Method) models.Step {
	t.Helper()
	ctx := context.Background()
	step, err := r.Store.AddStep(ctx, r.Facilitator, Key(), models.NewStep{ID: models.NewID[models.StepID](), Method: method, Heading: "KROK"})
	must(t, err)
	step, err = r.Store.SetStepState(ctx, r.Facilitator, Key(), step.ID, models.StepMove{State: models.StepOpen})
	must(t, err)
	return step
}

// Idea adds an idea as the facilitator.
func (r *Scene) Idea(t rapid.TB, step models.StepID, text string) models.Entry {
	t.Helper()
	idea, err := r.Store.AddEntry(context.Background(), r.Facilitator, Key(), models.MethodCollect, step, models.NewEntry{ID: models.NewID[models.EntryID](), Text: text})
	must(t, err)
	return idea
}

// Round prepares a round on the step and opens it.
func (r *Scene) Round(t rapid.TB, step models.StepID, dots, perIdea int) models.Round {
	t.Helper()
	ctx := context.Background()
	round, err := r.Store.AddRound(ctx, r.Facilitator, Key(), step, models.NewRound{ID: models.NewID[models.RoundID](), Dots: dots, PerIdea: perIdea})
	must(t, err)
	view, err := r.Store.SetRoundState(ctx, r.Facilitator, Key(), round.ID, models.RoundMove{State: models.RoundOpen})
	must(t, err)
	return view.Round
}

// Look is a fresh screen of the audience.
func (r *Scene) Look(t rapid.TB, a models.Audience) *Screen {
	t.Helper()
	var s Screen
	changes, err := r.Store.Changes(context.Background(), r.ID, 0)
	must(t, err)
	s.Apply(t, changes.For(a))
	return &s
}

// Key is a fresh idempotency key.
func Key() models.Key { return models.NewID[models.Key]() }

func must(t rapid.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
