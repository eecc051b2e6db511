package store

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"slices"

	"dilna/models"
	"dilna/models/voting"
)

// countBallots is how many ballots a round has: so far, or as it ended.
func (t *tx) countBallots(round models.Round) (int, error) {
	if round.Voters != nil {
		return *round.Voters, nil
	}
	var ballots int64
	err := t.db.Table("ballots").Where("workshop_id = ? AND round_id = ? AND used > 0", round.WorkshopID, round.ID).
		Count(&ballots).Error
	return int(ballots), err
}

// closeRound writes the totals, tears the ballots from their voters, and has
// the round's key destroyed once that is on disk (docs/design.md, section 7). All
// screens but those of facilitators lose sight of it: they are told what it gave
// when it is revealed.
func (s *Store) closeRound(t *tx, round *models.Round) error {
	cast, receipts, err := t.ballotsCast(*round)
	if err != nil {
		return err
	}
	if err := firstOf(t.count(*round, cast), s.countByParts(t, *round), t.forgetWordings(*round), t.keepWordings(*round)); err != nil {
		return err
	}
	if round.Paper, err = t.countPaper(*round); err != nil {
		return err
	}
	if err := firstOf(t.unlinkBallots(*round, cast, receipts), keepSum(t.db, round.WorkshopID, round.ID)); err != nil {
		return err
	}
	voters := len(cast)
	round.State, round.Voters, round.Partial = models.RoundClosed, &voters, round.NotCounted(cast)
	round.Revealed, round.ShownFrom, round.Vanished = false, 0, true
	round.Follow(round.Rule) // what was played, whatever an earlier program believed
	if round.NobodyVoted() { // news to nobody
		err = firstOf(t.replaceTotals(*round, nil), t.forgetWordings(*round))
	}
	if err := firstOf(err, s.tellInterruption(t, round), t.save(round)); err != nil {
		return err
	}
	return firstOf(s.keys.destroy(t, *round), s.sweepAfter(t))
}

// tellInterruption has the minutes say that a round's key was gone: the
// database is a backup, and only what had been cast when it was made is counted.
func (s *Store) tellInterruption(t *tx, round *models.Round) error {
	_, err := s.keys.key(t.db, *round)
	if models.CodeOf(err) != models.CodeRoundInterrupted {
		return err
	}
	w, err := t.workshop(round.WorkshopID)
	round.Interrupt(w.Head.Language)
	return err
}

// ballotsCast are the ballots of an open round that say something, with their
// receipts, in the order of their pseudonyms.
func (t *tx) ballotsCast(round models.Round) (cast []voting.Ballot, receipts []models.Receipt, err error) {
	open, err := ballotsIn(t.db, round, "voter")
	for _, b := range open {
		if said := b.ballot(); len(said) > 0 {
			cast, receipts = append(cast, said), append(receipts, b.receipt)
		}
	}
	models.FillReceipts(receipts)
	return cast, receipts, err
}

// count writes what the ballots give by the round's rule.
func (t *tx) count(round models.Round, cast []voting.Ballot) error {
	of, err := t.ideasOf(round)
	if err != nil {
		return err
	}
	results := round.Rule.Tally(slices.Sorted(maps.Keys(of)), cast)
	totals := make([]models.Total, len(results))
	for i, result := range results {
		totals[i] = models.Total{
			WorkshopID: round.WorkshopID, RoundID: round.ID, EntryID: result.Entry, Points: &result.Points, Details: result.Details,
		}
	}
	return t.db.CreateInBatches(totals, 500).Error
}

// decide writes what was counted into the decisions that it was counted of.
func (t *tx) decide(round models.Round, totals []models.Total) error {
	if !round.Decides() {
		return nil
	}
	for _, total := range totals {
		var decisions []models.Entry
		err := t.db.Where("workshop_id = ? AND id = ? AND method = ?", round.WorkshopID, total.EntryID, models.MethodDecisions).Find(&decisions).Error
		if err != nil {
			return err
		}
		for _, decision := range decisions {
			decision.Count(total.Details)
			if err := t.save(&decision); err != nil {
				return err
			}
		}
	}
	return nil
}

// unlinkBallots turns the ballots into nobody's: shuffled, numbered anew, and
// deleted where they hung on a pseudonym.
func (t *tx) unlinkBallots(round models.Round, cast []voting.Ballot, receipts []models.Receipt) error {
	ballots := make([][]choice, len(cast))
	for i, b := range cast {
		for _, vote := range b {
			ballots[i] = append(ballots[i], choice(vote))
		}
	}
	//nolint:gosec // ChaCha8 seeded by the system: nobody can tell the order from before
	rand.Shuffle(len(ballots), func(i, j int) {
		ballots[i], ballots[j] = ballots[j], ballots[i]
		receipts[i], receipts[j] = receipts[j], receipts[i]
	})
	if err := t.castBallots(round, ballots, receipts); err != nil {
		return err
	}
	return t.db.Exec("DELETE FROM ballots WHERE workshop_id = ? AND round_id = ?", round.WorkshopID, round.ID).Error
}

// castBallots keeps ballots of a closed round; receipts are empty, or one a ballot.
func (t *tx) castBallots(round models.Round, ballots [][]choice, receipts []models.Receipt) error {
	rows := make([]castBallot, len(ballots))
	for i, choices := range ballots {
		text, err := json.Marshal(choices)
		if err != nil {
			return err
		}
		rows[i] = castBallot{WorkshopID: round.WorkshopID, RoundID: round.ID, Number: i, Choices: string(text)}
		if len(receipts) > 0 {
			rows[i].Receipt = receipts[i]
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return t.db.CreateInBatches(rows, 500).Error
}
