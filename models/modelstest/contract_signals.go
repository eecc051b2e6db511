package modelstest

import (
	"context"
	"testing"
	"time"

	"dilna/models"
	"dilna/models/store"
)

// signalContract is what holds of timers, hands, locked doors, blind writing and
// leaving.
var signalContract = map[string]func(*testing.T, *store.Store){
	"INV-18 written blind, seen by its author alone until revealed": writtenBlind,
	"INV-18 the answer to who writes blind tells of no other":       blindAnswers,
	"a timer closes the round once":                                 timerClosesRound,
	"a timer closes the writing where no round is open":             timerClosesStep,
	"a timer that was extended closes nothing yet":                  timerExtended,
	"a timer closes nothing unless asked to":                        timerOnlyTells,
	"done belongs to a step, a hand to a call":                      doneAndHands,
	"nobody new comes through a locked door":                        lockedDoor,
	"a seat given up is gone, with its dots in open rounds":         leaving,
	"who leaves removes what she wrote, but what is counted stays":  leavingRemoves,
}

func (r *Scene) blind(t *testing.T, step models.StepID, blind bool) {
	t.Helper()
	_, err := r.Store.ChangeStep(t.Context(), r.Facilitator, Key(), step, models.StepChange{Blind: &blind})
	must(t, err)
}

func (r *Scene) write(t *testing.T, by models.Actor, step models.StepID, text string) models.Entry {
	t.Helper()
	idea, err := r.Store.AddEntry(t.Context(), by, Key(), models.MethodCollect, step, models.NewEntry{ID: models.NewID[models.EntryID](), Text: text})
	must(t, err)
	return idea
}

func (r *Scene) progress(t *testing.T) models.Progress {
	t.Helper()
	progress, err := r.Store.Progress(t.Context(), r.ID)
	must(t, err)
	return progress
}

func (r *Scene) mine(t *testing.T, seat int) models.Mine {
	t.Helper()
	mine, err := r.Store.Mine(t.Context(), r.Seats[seat])
	must(t, err)
	return mine
}

func writtenBlind(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 2)
	step := r.Step(t, models.MethodCollect)
	before := r.write(t, r.Seats[0], step.ID, "napsáno dřív")
	screens := make([]*Screen, 2)
	for i, audience := range []models.Audience{models.Participants, models.Wall} {
		screens[i] = r.Look(t, audience)
	}
	r.blind(t, step.ID, true)
	after := r.write(t, r.Seats[0], step.ID, "napsáno potom")
	for i, audience := range []models.Audience{models.Participants, models.Wall} {
		changes, err := s.Changes(t.Context(), r.ID, screens[i].Revision)
		must(t, err)
		screens[i].Apply(t, changes.For(audience))
		for _, screen := range []*Screen{screens[i], r.Look(t, audience)} {
			if Has(screen, before.ID) || Has(screen, after.ID) || !Has(screen, step.ID) {
				t.Fatal("others see what was written blind")
			}
		}
	}
	if mine := r.mine(t, 0); len(mine.Unseen.Ideas) != 2 || mine.Unseen.Ideas[1].Text != "napsáno potom" {
		t.Fatalf("the author is told %+v", mine.Unseen)
	}
	if other := r.mine(t, 1); len(other.Unseen.Ideas) != 0 {
		t.Fatalf("another is told %+v", other.Unseen)
	}
	r.blind(t, step.ID, false)
	changes, err := s.Changes(t.Context(), r.ID, screens[0].Revision)
	must(t, err)
	screens[0].Apply(t, changes.For(models.Participants))
	if !Has(screens[0], before.ID) || !Has(screens[0], after.ID) || len(r.mine(t, 0).Unseen.Ideas) != 0 {
		t.Fatal("revealing does not show everything")
	}
}

func blindAnswers(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 2)
	fish := r.Step(t, models.MethodFishbone)
	r.blind(t, fish.ID, true)
	for _, by := range r.Seats {
		cause, err := s.AddEntry(t.Context(), by, Key(), models.MethodFishbone, fish.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Text: "příčina"})
		must(t, err)
		text := "jinak"
		changed, err := s.ChangeEntry(t.Context(), by, Key(), models.MethodFishbone, cause.ID, models.EntryChange{Text: &text})
		must(t, err)
		if cause.Position != 0 || changed.Position != 0 {
			t.Fatalf("the answer tells the place %d among all", max(cause.Position, changed.Position))
		}
	}
	if mine := r.mine(t, 1).Unseen; len(mine.Causes) != 1 || mine.Causes[0].Position != 1 {
		t.Fatalf("her own are told as %+v", mine)
	}
}

// due starts a timer of a second, waits until it is over, and lets the store
// look at it.
func (r *Scene) due(t *testing.T, closes bool) {
	t.Helper()
	timer, err := r.Store.StartTimer(t.Context(), r.Facilitator, Key(), models.NewTimer{Seconds: 1, Closes: closes})
	must(t, err)
	wait, err := r.Store.CloseDue(t.Context())
	if err != nil || closes && wait > time.Second {
		t.Fatalf("the store looks again in %v (%v), the timer ends in a second", wait, err)
	}
	<-time.After(time.Until(time.UnixMilli(timer.Ends + 1)))
	_, err = r.Store.CloseDue(t.Context())
	must(t, err)
}

func timerClosesRound(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	r.Idea(t, step.ID, "podnět")
	r.Round(t, step.ID, 1, 1)
	r.due(t, true)
	changes, err := s.Changes(t.Context(), r.ID, 0)
	must(t, err)
	if changes.Rounds[0].State != models.RoundClosed || changes.Steps[0].State != models.StepOpen {
		t.Fatalf("the round is %s, the step %s", changes.Rounds[0].State, changes.Steps[0].State)
	}
	if timer := changes.Workshop.Timer; timer.None() || timer.Closes {
		t.Fatalf("the timer that is over is %+v", timer)
	}
	_, err = s.CloseDue(t.Context())
	must(t, err)
	if again, err := s.Workshop(t.Context(), r.ID); err != nil || again.Revision != changes.Workshop.Revision {
		t.Fatalf("it closed twice (%v)", err)
	}
}

func timerClosesStep(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	r.due(t, true)
	_, err := s.AddEntry(t.Context(), r.Seats[0], Key(), models.MethodCollect, step.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Text: "pozdě"})
	want(t, err, models.CodeStepNotOpen)
}

func timerExtended(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	_, err := s.ChangeTimer(t.Context(), r.Facilitator, Key(), models.TimerChange{Add: 60})
	want(t, err, models.CodeTimerMissing)
	_, err = s.StartTimer(t.Context(), r.Facilitator, Key(), models.NewTimer{Seconds: 1, Closes: true})
	must(t, err)
	_, err = s.ChangeTimer(t.Context(), r.Facilitator, Key(), models.TimerChange{Add: 60})
	must(t, err)
	_, err = s.CloseDue(t.Context())
	must(t, err)
	r.write(t, r.Seats[0], step.ID, "včas")
	// The screens go on: the timer was of the step they come from.
	r.Step(t, models.MethodCollect)
	if w, err := s.Workshop(t.Context(), r.ID); err != nil || !w.Timer.None() {
		t.Fatalf("in the next step the timer is %+v (%v)", w.Timer, err)
	}
}

func timerOnlyTells(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	r.due(t, false)
	r.write(t, r.Seats[0], step.ID, "píšu dál")
}

func doneAndHands(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 3)
	step := r.Step(t, models.MethodCollect)
	for _, seat := range r.Seats[:2] {
		for range 2 {
			_, err := s.SetDone(t.Context(), seat, step.ID, true)
			must(t, err)
			_, err = s.RaiseHand(t.Context(), seat, true)
			must(t, err)
		}
	}
	_, err := s.RaiseHand(t.Context(), r.Seats[1], false)
	must(t, err)
	if p := r.progress(t); p.Done != 2 || p.Hands != 1 || p.Seats != 3 {
		t.Fatalf("counted %+v", p)
	}
	if mine := r.mine(t, 0); mine.Done != step.ID || mine.Hand != 1 {
		t.Fatalf("mine is %+v", mine.MySignals)
	}
	for _, audience := range []models.Audience{models.Participants, models.Wall} {
		if p := r.progress(t).For(audience); p.Done != 0 || p.Hands != 0 {
			t.Fatalf("others are told %+v", p)
		}
	}
	must(t, s.LowerHands(t.Context(), r.Facilitator, Key()))
	next := r.Step(t, models.MethodCollect)
	if p := r.progress(t); p.Done != 0 || p.Hands != 0 {
		t.Fatalf("in the next step, hands lowered, counted %+v", p)
	}
	_, err = s.SetDone(t.Context(), r.Seats[0], step.ID, true)
	want(t, err, models.CodeStepNotOpen)
	_, err = s.SetDone(t.Context(), r.Seats[0], next.ID, true)
	must(t, err)
}

func lockedDoor(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	locked := true
	_, err := s.ChangeRoom(t.Context(), r.Facilitator, Key(), models.RoomChange{Locked: &locked})
	must(t, err)
	_, err = s.Join(t.Context(), r.ID, string(Key()))
	want(t, err, models.CodeDoorLocked)
	locked = false
	_, err = s.ChangeRoom(t.Context(), r.Facilitator, Key(), models.RoomChange{Locked: &locked})
	must(t, err)
	_, err = s.Join(t.Context(), r.ID, string(Key()))
	must(t, err)
}

func leaving(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	secret := models.SeatSecret(Key())
	token := secret.Hash()
	seat, err := s.Join(t.Context(), r.ID, token)
	must(t, err)
	by := models.Actor{Role: models.RoleParticipant, Workshop: r.ID, Seat: seat.ID}
	step := r.Step(t, models.MethodCollect)
	idea := r.write(t, by, step.ID, "zůstane")
	round := r.Round(t, step.ID, 1, 1)
	for _, voter := range []models.Actor{by, r.Seats[0]} {
		_, err = s.PlaceDots(t.Context(), voter, round.ID, idea.ID, models.SetDots{Count: 1, Seq: 1})
		must(t, err)
	}
	_, err = s.SeatByToken(t.Context(), r.ID, token) // now it is kept in memory
	must(t, err)
	left, err := s.Leave(t.Context(), by, secret, models.Leaving{})
	must(t, err)
	if left.Kept != 1 {
		t.Fatalf("what stays is told as %+v", left)
	}
	_, err = s.SeatByToken(t.Context(), r.ID, token)
	want(t, err, models.CodeSeatMissing)
	if p := r.progress(t); p.Seats != 1 || p.Ballots[0].Count != 1 {
		t.Fatalf("after leaving, counted %+v", p)
	}
	view, err := s.SetRoundState(t.Context(), r.Facilitator, Key(), round.ID, models.RoundMove{State: models.RoundClosed})
	must(t, err)
	if *view.Standing[0].Points != 1 || !Has(r.Look(t, models.Participants), idea.ID) {
		t.Fatalf("the result is %+v", view.Standing)
	}
}

func leavingRemoves(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 2)
	voted := r.Step(t, models.MethodCollect)
	counted := r.write(t, r.Seats[0], voted.ID, "sečteno")
	round := r.Round(t, voted.ID, 1, 1)
	_, err := s.PlaceDots(t.Context(), r.Seats[1], round.ID, counted.ID, models.SetDots{Count: 1, Seq: 1})
	must(t, err)
	_, err = s.SetRoundState(context.Background(), r.Facilitator, Key(), round.ID, models.RoundMove{State: models.RoundClosed})
	must(t, err)
	free := r.write(t, r.Seats[0], voted.ID, "napsáno až po hlasování")
	kept := r.write(t, r.Seats[1], voted.ID, "někoho jiného")
	left, err := s.Leave(t.Context(), r.Seats[0], models.SeatSecret(Key()), models.Leaving{Remove: true})
	must(t, err)
	screen := r.Look(t, models.Participants)
	if left.Kept != 1 || !Has(screen, counted.ID) || Has(screen, free.ID) || !Has(screen, kept.ID) {
		t.Fatalf("after leaving %+v: counted %t, free %t, another's %t", left, Has(screen, counted.ID), Has(screen, free.ID), Has(screen, kept.ID))
	}
}
