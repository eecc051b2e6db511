package store

import (
	"context"

	"gorm.io/gorm"

	"dilna/models"
)

// SetPaperBallot enters a whole ballot of a person without a phone, corrects it,
// or, without dots, takes it back. It is absolute and ordered by seq, so that
// sending it again is harmless, and like dots it leaves no record in the
// commands, which would tell its votes after closing. Facilitators only. Codes:
// those of SetPaperBallot.Check, Round.MayEnterPaper and Round.Judge, `invalid` for an idea that is not voted on, `receipt-taken`.
func (s *Store) SetPaperBallot(ctx context.Context, by models.Actor, round models.RoundID, id models.BallotID, in models.SetPaperBallot) (models.PaperBallot, error) {
	var set models.PaperBallot
	if err := firstOf(by.MustFacilitate(), in.Check(id)); err != nil {
		return set, err
	}
	err := s.writer.do(ctx, by.Workshop, func(t *tx) error {
		r, err := find[models.Round](t, by.Workshop, round)
		if err != nil {
			return err
		}
		if err := r.MayEnterPaper(by); err != nil {
			return err
		}
		b, err := t.paperBallot(r, id)
		if err != nil {
			return err
		}
		if in.Seq > b.seq {
			if err := firstOf(t.judge(r, in.Votes), t.mustBeVotedOn(r, in.Votes)); err != nil {
				return err
			}
			b.replace(in.Votes, in.Seq)
			if err := t.takeReceipt(r, &b, in.Receipt); err != nil {
				return err
			}
			if err := t.writeBallot(r, b); err != nil {
				return err
			}
		}
		set = b.onPaper()
		return nil
	})
	return set, err
}

// PaperBallots are the paper ballots of an open round by number, those taken
// back too; of a round that is not open there are none. Facilitators only.
func (s *Store) PaperBallots(ctx context.Context, by models.Actor, round models.RoundID) ([]models.PaperBallot, error) {
	if err := by.MustFacilitate(); err != nil {
		return nil, err
	}
	ballots := []models.PaperBallot{}
	err := s.read(ctx, func(db *gorm.DB) error {
		r, err := find[models.Round](&tx{db: db}, by.Workshop, round)
		if err != nil {
			return err
		}
		open, err := ballotsIn(db, r, "paper")
		for _, b := range open {
			if b.paper > 0 {
				ballots = append(ballots, b.onPaper())
			}
		}
		return err
	})
	return ballots, err
}

// onPaper is the ballot as the facilitator is told it.
func (b openBallot) onPaper() models.PaperBallot {
	told := models.PaperBallot{ID: models.BallotID(b.voter), Number: b.paper, Votes: b.ballot(), Dots: []models.IdeaDots{}, Seq: b.seq, Receipt: b.receipt}
	for _, vote := range told.Votes {
		told.Dots = append(told.Dots, models.IdeaDots{Idea: vote.Entry, Count: vote.Value})
	}
	return told
}

// paperBallot is the ballot as it counts now; a new one gets the next number.
func (t *tx) paperBallot(r models.Round, id models.BallotID) (openBallot, error) {
	b, err := ballotOf(t.db, r, string(id))
	if err != nil || b.paper > 0 {
		return b, err
	}
	err = t.db.Raw("SELECT COALESCE(MAX(paper), 0) + 1 FROM ballots WHERE workshop_id = ? AND round_id = ?",
		r.WorkshopID, r.ID).Row().Scan(&b.paper)
	return b, err
}

// countPaper is how many of the round's ballots with a dot are on paper.
func (t *tx) countPaper(r models.Round) (int, error) {
	var paper int
	err := t.db.Raw("SELECT COUNT(*) FROM ballots WHERE workshop_id = ? AND round_id = ? AND paper > 0 AND used > 0",
		r.WorkshopID, r.ID).Row().Scan(&paper)
	return paper, err
}
