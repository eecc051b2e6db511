package store

import (
	"context"

	"dilna/models"
)

// Settle is for a shared database that a backup was restored into: it makes it
// fit to be worked with and says how many rounds were open.
func (s *Store) Settle(ctx context.Context) (closed int, err error) {
	closed, _, err = s.settle(ctx, nil)
	return closed, err
}

// settle makes what a backup holds fit to be worked with. Rounds that were open
// are closed, because their keys are in no backup: the minutes say that they
// were interrupted. What people have erased since stays erased. Everybody signs
// in again, and one-time links are void: some were used or taken back since the
// backup was made.
func (s *Store) settle(ctx context.Context, late []lateErasure) (closed, erased int, err error) {
	err = s.writer.doLast(ctx, common, func(t *tx) (err error) {
		if closed, err = s.closeInterrupted(t); err != nil {
			return err
		}
		if erased, err = t.eraseAgain(late); err != nil {
			return err
		}
		return firstOf(
			t.db.Where("true").Delete(&signIn{}).Error,
			t.db.Where("true").Delete(&models.Link{}).Error,
			s.eraseAfter(t),
		)
	})
	return closed, erased, err
}

// closeInterrupted closes the open rounds whose keys are gone and says how many
// those were.
func (s *Store) closeInterrupted(t *tx) (closed int, err error) {
	var open []models.Round
	if err := t.db.Where("state = ?", models.RoundOpen).Order("workshop_id, position, id").Find(&open).Error; err != nil {
		return 0, err
	}
	for _, round := range open {
		_, err := s.keys.key(t.db, round)
		if models.CodeOf(err) != models.CodeRoundInterrupted {
			continue // it goes on; a key that cannot be read is told to who votes
		}
		if err := s.closeRound(t, &round); err != nil {
			return 0, err
		}
		closed++
	}
	return closed, nil
}
