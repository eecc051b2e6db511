package store

import (
	"context"
	"errors"
	"time"

	"gorm.io/gorm"

	"dilna/models"
)

// StartTimer starts a timer on all screens, instead of one that may be there.
// Facilitators only. Code `already-done` where it was to be the first.
func (s *Store) StartTimer(ctx context.Context, by models.Actor, key models.Key, in models.NewTimer) (models.Timer, error) {
	return s.setTimer(ctx, by, key, "start timer", in, in.Check(), func(t *models.Timer) error {
		if err := in.Refuse(*t); err != nil {
			return err
		}
		*t = in.From(s.now())
		return nil
	})
}

// ChangeTimer extends the timer, holds it, or lets it go on. Facilitators only.
// Code `timer-missing`.
func (s *Store) ChangeTimer(ctx context.Context, by models.Actor, key models.Key, change models.TimerChange) (models.Timer, error) {
	return s.setTimer(ctx, by, key, "change timer", change, change.Check(), func(t *models.Timer) error {
		return t.Apply(change, s.now())
	})
}

// StopTimer takes the timer off all screens. Facilitators only.
func (s *Store) StopTimer(ctx context.Context, by models.Actor, key models.Key) error {
	_, err := s.setTimer(ctx, by, key, "stop timer", nil, nil, func(t *models.Timer) error {
		*t = models.Timer{}
		return nil
	})
	return err
}

func (s *Store) setTimer(ctx context.Context, by models.Actor, key models.Key, name string, in any, wrong error, set func(*models.Timer) error) (models.Timer, error) {
	if err := firstOf(by.MustFacilitate(), wrong); err != nil {
		return models.Timer{}, err
	}
	return command(ctx, s, by, key, name, in, func(t *tx) (models.Timer, error) {
		w, err := t.workshop(by.Workshop)
		if err != nil {
			return models.Timer{}, err
		}
		before := w.Timer
		if err := set(&w.Timer); err != nil || w.Timer == before {
			return w.Timer, err
		}
		t.after = append(t.after, func() error { s.Wind(); return nil })
		return w.Timer, t.saveHead(&w)
	})
}

// Wind lets KeepTime know that a timer has changed, here or at another instance.
func (s *Store) Wind() {
	select {
	case s.wound <- struct{}{}:
	default: // it will look anyway
	}
}

// longestLook is how long KeepTime trusts what it knows: another instance may
// have set a timer and gone.
const longestLook = 30 * time.Second

// KeepTime closes what timers are to close, when they end, until ctx ends. What
// ended while the program did not run is closed at once. A workshop that cannot
// be closed is told to failed and tried again.
func (s *Store) KeepTime(ctx context.Context, failed func(error)) {
	for ctx.Err() == nil {
		wait, err := s.CloseDue(ctx)
		if err != nil && ctx.Err() == nil {
			failed(err)
		}
		next := time.NewTimer(wait)
		select {
		case <-next.C:
		case <-s.wound:
		case <-ctx.Done():
		}
		next.Stop()
	}
}

// CloseDue closes what the timers that are over were asked to close, each once,
// and says how long until the next one is over.
func (s *Store) CloseDue(ctx context.Context) (time.Duration, error) {
	var running []models.Workshop
	err := s.readers.WithContext(ctx).Select("id", "timer_ends").
		Where("timer_closes AND timer_ends > 0").Order("timer_ends").Find(&running).Error
	wait := longestLook
	for _, w := range running {
		if left := time.UnixMilli(w.Timer.Ends).Sub(s.now()); left > 0 {
			wait = min(wait, left)
			break
		}
		err = errors.Join(err, s.writer.doLast(ctx, w.ID, func(t *tx) error { return s.timeOver(t, w.ID) }))
	}
	return wait, translate(err)
}

// timeOver closes the round people vote in, or else the step they write in. The
// timer stays on the screens, over.
func (s *Store) timeOver(t *tx, id models.WorkshopID) error {
	w, err := t.workshop(id)
	if err != nil || !w.Timer.IsDue(s.now()) {
		return err // extended or stopped just now, or somebody else was faster
	}
	w.Timer.Closes = false
	if err := t.saveHead(&w); err != nil || w.State != models.WorkshopOpen || w.CurrentStep == "" {
		return err
	}
	step, err := find[models.Step](t, id, w.CurrentStep)
	if err != nil || step.State != models.StepOpen {
		return err
	}
	var round models.Round
	err = t.db.Where("workshop_id = ? AND step_id = ? AND state = ? AND NOT removed", id, step.ID, models.RoundOpen).Take(&round).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return t.setStepState(&step, models.StepClosed)
	}
	if err == nil {
		err = s.closeRound(t, &round)
	}
	return err
}
