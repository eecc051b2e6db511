package store

import (
	"context"
	"encoding/json"

	"gorm.io/gorm"

	"dilna/models"
	"dilna/models/voting"
)

// takeReceipt gives the ballot the receipt that came with it; without one it keeps
// its own. Code `receipt-taken` where another ballot of the round has it: a receipt
// that was copied would stand for two people (docs/reliability.md, INV-26). The unique
// index would refuse it, too, but PostgreSQL writes a refused key into its log, where no
// ballot's receipt with the time it came is to stand (TM-03).
func (t *tx) takeReceipt(r models.Round, b *openBallot, receipt models.Receipt) error {
	if receipt == "" || receipt == b.receipt {
		return nil
	}
	var others int64
	err := t.db.Raw("SELECT COUNT(*) FROM ballots WHERE workshop_id = ? AND round_id = ? AND receipt = ? AND receipt <> ''",
		r.WorkshopID, r.ID, receipt).Scan(&others).Error
	if err == nil && others > 0 {
		return models.Fail(models.KindConflict, models.CodeReceiptTaken)
	}
	b.receipt = receipt
	return err
}

// receiptsOf are the receipts of ballots; nil where they have none.
func receiptsOf(cast []castBallot) []models.Receipt {
	var receipts []models.Receipt
	for _, c := range cast {
		if c.Receipt != "" {
			receipts = append(receipts, c.Receipt)
		}
	}
	return receipts
}

// ListBallots is every ballot of a closed round, for whoever is told its result:
// all of them, so that nobody learns from the question which is the asker's own.
// Facilitators and participants. Codes: `not-found` for a round the actor is not
// told of, those of Round.MayListBallots, `data-damaged`.
func (s *Store) ListBallots(ctx context.Context, by models.Actor, id models.RoundID) (models.BallotList, error) {
	list := models.BallotList{Ballots: []models.ListedBallot{}}
	if err := by.MustContribute(); err != nil {
		return list, err
	}
	err := s.read(ctx, func(db *gorm.DB) error {
		round, err := roundToldTo(db, by, id)
		if err != nil {
			return err
		}
		cast, err := castIn(db, by.Workshop, id)
		if err := firstOf(err, mustBeCast(db, round, cast), round.MayListBallots(len(cast))); err != nil {
			return err
		}
		for _, c := range cast {
			ballot, err := c.listed()
			if err != nil {
				return err
			}
			list.Ballots = append(list.Ballots, ballot)
		}
		return nil
	})
	return list, err
}

// roundToldTo is the round, if the actor's screens show it, and all of its result.
// Code `not-found`.
func roundToldTo(db *gorm.DB, by models.Actor, id models.RoundID) (models.Round, error) {
	round, err := find[models.Round](&tx{db: db}, by.Workshop, id)
	if err != nil {
		return round, err
	}
	var step models.Step
	err = db.Where("workshop_id = ? AND id = ?", by.Workshop, round.StepID).Take(&step).Error
	a := by.Audience()
	if err == nil && !(round.SeenBy(a) && round.TellsAll(a) && (a == models.Facilitators || step.Shows(models.PartRounds))) {
		return round, models.Fail(models.KindNotFound, models.CodeNotFound)
	}
	return round, err
}

func (c castBallot) listed() (models.ListedBallot, error) {
	var choices []choice
	err := json.Unmarshal([]byte(c.Choices), &choices)
	votes := make(voting.Ballot, len(choices))
	for i, said := range choices {
		votes[i] = voting.Vote(said)
	}
	return models.ListedBallot{Receipt: c.Receipt, Votes: votes}, err
}
