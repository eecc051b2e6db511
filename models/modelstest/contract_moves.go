package modelstest

import (
	"errors"
	"fmt"
	"testing"

	"dilna/models"
	"dilna/models/store"
)

// move is one command that takes the room somewhere else, as a button sends it:
// from what its presser saw.
type move struct {
	name  string
	given func(testing.TB, *Scene, *moved) // what stands before
	make  func(testing.TB, *Scene, *moved, models.Key) error
	undo  func(testing.TB, *Scene, *moved) // somebody takes it elsewhere meanwhile
}

// moved is what the moves are about: three steps, and a round of the second.
type moved struct {
	steps []models.StepID
	round models.RoundID
}

// moves are all of them. Publishing and approving are among the minutes.
var moves = []move{
	{
		name:  "opening the doors",
		given: func(t testing.TB, r *Scene, _ *moved) { r.become(t, models.WorkshopPrepared) },
		make: func(t testing.TB, r *Scene, _ *moved, key models.Key) error {
			return r.moveWorkshop(t, key, models.WorkshopMove{State: models.WorkshopOpen, From: models.WorkshopPrepared})
		},
		undo: func(t testing.TB, r *Scene, _ *moved) {
			r.become(t, models.WorkshopOpen)
			r.become(t, models.WorkshopEnded)
		},
	},
	{
		name: "shutting the doors",
		make: func(t testing.TB, r *Scene, _ *moved, key models.Key) error {
			return r.moveWorkshop(t, key, models.WorkshopMove{State: models.WorkshopPrepared, From: models.WorkshopOpen})
		},
		undo: func(t testing.TB, r *Scene, _ *moved) { r.become(t, models.WorkshopEnded) },
	},
	{
		name: "ending",
		make: func(t testing.TB, r *Scene, _ *moved, key models.Key) error {
			return r.moveWorkshop(t, key, models.WorkshopMove{State: models.WorkshopEnded, From: models.WorkshopOpen})
		},
		undo: func(t testing.TB, r *Scene, _ *moved) { r.become(t, models.WorkshopPrepared) },
	},
	{
		name:  "reopening",
		given: func(t testing.TB, r *Scene, _ *moved) { r.become(t, models.WorkshopEnded) },
		make: func(t testing.TB, r *Scene, _ *moved, key models.Key) error {
			return r.moveWorkshop(t, key, models.WorkshopMove{State: models.WorkshopOpen, From: models.WorkshopEnded})
		},
		undo: func(t testing.TB, r *Scene, _ *moved) {
			r.become(t, models.WorkshopOpen)
			r.become(t, models.WorkshopPrepared)
		},
	},
	{
		name: "going on to the next step",
		make: func(t testing.TB, r *Scene, m *moved, key models.Key) error {
			return r.moveStep(t, key, m.steps[1], models.StepOpen, models.StepWaiting, m.steps[0])
		},
		undo: func(t testing.TB, r *Scene, m *moved) { r.open(t, m.steps[2]) },
	},
	{
		name:  "going back a step",
		given: func(t testing.TB, r *Scene, m *moved) { r.open(t, m.steps[1]) },
		make: func(t testing.TB, r *Scene, m *moved, key models.Key) error {
			return r.moveStep(t, key, m.steps[0], models.StepOpen, models.StepClosed, m.steps[1])
		},
		undo: func(t testing.TB, r *Scene, m *moved) { r.open(t, m.steps[2]) },
	},
	{
		name: "closing a step",
		make: func(t testing.TB, r *Scene, m *moved, key models.Key) error {
			return r.moveStep(t, key, m.steps[0], models.StepClosed, models.StepOpen, m.steps[0])
		},
		undo: func(t testing.TB, r *Scene, m *moved) { r.setStep(t, m.steps[0], models.StepWaiting) },
	},
	{
		name:  "starting a vote",
		given: func(t testing.TB, r *Scene, m *moved) { r.open(t, m.steps[1]) },
		make: func(t testing.TB, r *Scene, m *moved, key models.Key) error {
			return r.moveRound(t, key, m.round, models.RoundOpen, models.RoundPrepared, 0)
		},
		undo: func(t testing.TB, r *Scene, m *moved) {
			r.setRound(t, m.round, models.RoundOpen)
			r.setRound(t, m.round, models.RoundClosed)
		},
	},
	{
		name: "ending a vote",
		given: func(t testing.TB, r *Scene, m *moved) {
			r.open(t, m.steps[1])
			r.setRound(t, m.round, models.RoundOpen)
		},
		make: func(t testing.TB, r *Scene, m *moved, key models.Key) error {
			return r.moveRound(t, key, m.round, models.RoundClosed, models.RoundOpen, 0)
		},
	},
	{
		name: "starting a timer",
		make: func(t testing.TB, r *Scene, _ *moved, key models.Key) error {
			_, err := r.Store.StartTimer(t.Context(), r.Facilitator, key, models.NewTimer{Seconds: 300, First: true})
			return err
		},
	},
}

// movedScene is the room before the move, with a second facilitator in it.
func movedScene(t *testing.T, s *store.Store, given func(testing.TB, *Scene, *moved)) (*Scene, *moved) {
	r := NewScene(t, s, 1)
	m := &moved{}
	for i := range 3 {
		step, err := s.AddStep(t.Context(), r.Facilitator, Key(), models.NewStep{
			ID: models.NewID[models.StepID](), Method: models.MethodCollect, Heading: fmt.Sprint("KROK ", i+1),
		})
		must(t, err)
		m.steps = append(m.steps, step.ID)
	}
	r.Idea(t, m.steps[1], "podnět")
	round, err := s.AddRound(t.Context(), r.Facilitator, Key(), m.steps[1], models.NewRound{ID: models.NewID[models.RoundID](), Dots: 3, PerIdea: 1})
	must(t, err)
	m.round = round.ID
	r.open(t, m.steps[0])
	if given != nil {
		given(t, r, m)
	}
	return r, m
}

func movesHappenOnce(t *testing.T, s *store.Store) {
	for _, move := range moves {
		t.Run(move.name+", sent twice", func(t *testing.T) {
			r, m := movedScene(t, s, move.given)
			key := Key()
			must(t, move.make(t, r, m, key))
			after := r.Look(t, models.Facilitators).Digest(t)
			must(t, move.make(t, r, m, key)) // Once means once: the same command again
			want(t, move.make(t, r, m, Key()), models.CodeAlreadyDone)
			if now := r.Look(t, models.Facilitators).Digest(t); now != after {
				t.Fatalf("pressed again, the room is\n%s\nand was\n%s", now, after)
			}
		})
		t.Run(move.name+", by two at once", func(t *testing.T) {
			r, m := movedScene(t, s, move.given)
			errs := together(2, func(int) error { return move.make(t, r, m, Key()) })
			if ok, done := count(errs, ""), count(errs, models.CodeAlreadyDone); ok != 1 || done != 1 {
				t.Fatalf("%d moved the room, %d were told that it is done: %v", ok, done, errors.Join(errs...))
			}
		})
		if move.undo == nil {
			continue
		}
		t.Run(move.name+", when the room has gone elsewhere", func(t *testing.T) {
			r, m := movedScene(t, s, move.given)
			move.undo(t, r, m)
			elsewhere := r.Look(t, models.Facilitators).Digest(t)
			want(t, move.make(t, r, m, Key()), models.CodeMovedOn)
			if now := r.Look(t, models.Facilitators).Digest(t); now != elsewhere {
				t.Fatalf("a press on what was shown before moved the room to\n%s\nfrom\n%s", now, elsewhere)
			}
		})
	}
}

func emptySeenNoLonger(t *testing.T, s *store.Store) {
	r, m := movedScene(t, s, nil)
	r.open(t, m.steps[1])
	r.setRound(t, m.round, models.RoundOpen)
	changes, err := s.Changes(t.Context(), r.ID, 0)
	must(t, err)
	_, err = s.PlaceDots(t.Context(), r.Seats[0], m.round, changes.Ideas[0].ID, models.SetDots{Count: 1, Seq: 1})
	must(t, err)
	want(t, r.moveRound(t, Key(), m.round, models.RoundClosed, models.RoundOpen, 0), models.CodeMovedOn)
	must(t, r.moveRound(t, Key(), m.round, models.RoundClosed, models.RoundOpen, 7)) // how many does not matter
}

func whoSaysNothing(t *testing.T, s *store.Store) {
	r, m := movedScene(t, s, nil)
	for range 2 {
		r.open(t, m.steps[1])
		r.setRound(t, m.round, models.RoundOpen)
	}
	for range 2 {
		r.setRound(t, m.round, models.RoundClosed)
	}
	for range 2 {
		r.become(t, models.WorkshopEnded)
	}
}

func (r *Scene) moveWorkshop(t testing.TB, key models.Key, in models.WorkshopMove) error {
	_, err := r.Store.SetWorkshopState(t.Context(), r.Facilitator, key, in)
	return err
}

func (r *Scene) moveStep(t testing.TB, key models.Key, step models.StepID, to, from models.StepState, current models.StepID) error {
	in := models.StepMove{State: to, From: &models.StepSeen{State: from, Current: current}}
	_, err := r.Store.SetStepState(t.Context(), r.Facilitator, key, step, in)
	return err
}

func (r *Scene) moveRound(t testing.TB, key models.Key, round models.RoundID, to, from models.RoundState, ballots int) error {
	in := models.RoundMove{State: to, From: &models.RoundSeen{State: from, Ballots: &ballots}}
	_, err := r.Store.SetRoundState(t.Context(), r.Facilitator, key, round, in)
	return err
}

func (r *Scene) become(t testing.TB, state models.WorkshopState) {
	t.Helper()
	must(t, r.moveWorkshop(t, Key(), models.WorkshopMove{State: state}))
}

func (r *Scene) open(t testing.TB, step models.StepID) {
	t.Helper()
	r.setStep(t, step, models.StepOpen)
}

func (r *Scene) setStep(t testing.TB, step models.StepID, state models.StepState) {
	t.Helper()
	_, err := r.Store.SetStepState(t.Context(), r.Facilitator, Key(), step, models.StepMove{State: state})
	must(t, err)
}

func (r *Scene) setRound(t testing.TB, round models.RoundID, state models.RoundState) {
	t.Helper()
	_, err := r.Store.SetRoundState(t.Context(), r.Facilitator, Key(), round, models.RoundMove{State: state})
	must(t, err)
}

// nobodyVoted is a round that was opened and closed with nothing between.
func nobodyVoted(t *testing.T, s *store.Store) (*Scene, models.StepID, models.Entry, models.RoundID) {
	r := NewScene(t, s, 6)
	step := r.Step(t, models.MethodCollect)
	idea := r.Idea(t, step.ID, "podnět")
	round := r.Round(t, step.ID, 3, 1)
	r.setRound(t, round.ID, models.RoundClosed)
	return r, step.ID, idea, round.ID
}

func nobodyVotedIsNoVote(t *testing.T, s *store.Store) {
	r, _, idea, round := nobodyVoted(t, s)
	for _, audience := range models.Audiences {
		if told := Has(r.Look(t, audience), round); told != (audience == models.Facilitators) {
			t.Errorf("the round is told to audience %d: %t", audience, told)
		}
	}
	changes, err := s.Changes(t.Context(), r.ID, 0)
	must(t, err)
	if view := changes.For(models.Facilitators).Rounds[0]; view.Standing != nil || *view.Voters != 0 {
		t.Errorf("the facilitator is told %+v", view)
	}
	minutes, err := s.Minutes(t.Context(), r.ID)
	must(t, err)
	if votes := minutes.Steps[0].Ideas[0].Votes; votes != nil {
		t.Errorf("the record counts %d totals of a vote nobody took part in", len(votes))
	}
	must(t, s.Remove(t.Context(), r.Facilitator, Key(), models.PartIdeas, string(idea.ID))) // it has no votes
}

func nobodyVotedOpensAgain(t *testing.T, s *store.Store) {
	r, _, idea, round := nobodyVoted(t, s)
	must(t, r.moveRound(t, Key(), round, models.RoundOpen, models.RoundClosed, 0))
	if !Has(r.Look(t, models.Participants), round) {
		t.Error("people are not told of the round that opened again")
	}
	for _, seat := range r.Seats {
		_, err := s.PlaceDots(t.Context(), seat, round, idea.ID, models.SetDots{Count: 1, Seq: 1})
		must(t, err)
	}
	r.setRound(t, round, models.RoundClosed)
	minutes, err := s.Minutes(t.Context(), r.ID)
	must(t, err)
	if votes := minutes.Steps[0].Ideas[0].Votes; len(votes) != 1 || *votes[0] != 6 {
		t.Errorf("the record says %v of six dots", votes)
	}
	want(t, r.moveRound(t, Key(), round, models.RoundOpen, models.RoundClosed, 6), models.CodeRoundClosed) // its key is gone
	want(t, s.Remove(t.Context(), r.Facilitator, Key(), models.PartRounds, string(round)), models.CodeRoundClosed)
}

func nobodyVotedIsRemoved(t *testing.T, s *store.Store) {
	r, _, _, round := nobodyVoted(t, s)
	must(t, s.Remove(t.Context(), r.Facilitator, Key(), models.PartRounds, string(round)))
	if Has(r.Look(t, models.Facilitators), round) {
		t.Fatal("the removed round is still told")
	}
	history, err := s.History(t.Context(), r.Facilitator, 0, 1)
	must(t, err)
	must(t, s.Undo(t.Context(), r.Facilitator, Key(), history.Entries[0].Revision))
	if !Has(r.Look(t, models.Facilitators), round) {
		t.Fatal("the round did not come back")
	}
}
