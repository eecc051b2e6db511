package store

import (
	"context"
	"database/sql"
	"errors"

	"gorm.io/gorm"

	"dilna/models"
)

// paperRow is a paper ballot without its dots. Its id stands where phones have a
// pseudonym.
type paperRow struct {
	Voter models.BallotID
	Paper int
	Seq   int64
}

// SetPaperBallot enters a whole ballot of a person without a phone, corrects it,
// or, without dots, takes it back. It is absolute and ordered by seq, so that
// sending it again is harmless, and like dots it leaves no record in the
// commands, which would tell its votes after closing. Facilitators only. Codes:
// those of SetPaperBallot.Check, Round.MayEnterPaper and DotRule.AllowWhole,
// `invalid` for an idea that is not voted on.
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
		if set, err = t.paperBallot(r, id); err != nil || in.Seq <= set.Seq {
			return err
		}
		if err := firstOf(r.Rule().AllowWhole(in.Dots), t.mustBeVotedOn(r, in.Dots)); err != nil {
			return err
		}
		set.Dots, set.Seq = append([]models.IdeaDots{}, in.Dots...), in.Seq
		t.progressed[by.Workshop] = true
		return t.writePaper(r, set)
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
		if _, err := find[models.Round](&tx{db: db}, by.Workshop, round); err != nil {
			return err
		}
		var rows []paperRow
		if err := db.Raw(`SELECT voter, paper, seq FROM ballots
			WHERE workshop_id = ? AND round_id = ? AND paper > 0 ORDER BY paper`, by.Workshop, round).Scan(&rows).Error; err != nil {
			return err
		}
		for _, row := range rows {
			placed, err := dotsOn(db, by.Workshop, round, row.Voter)
			if err != nil {
				return err
			}
			ballots = append(ballots, models.PaperBallot{ID: row.Voter, Number: row.Paper, Dots: placed, Seq: row.Seq})
		}
		return nil
	})
	return ballots, err
}

func dotsOn(db *gorm.DB, w models.WorkshopID, round models.RoundID, id models.BallotID) ([]models.IdeaDots, error) {
	placed := []models.IdeaDots{}
	err := db.Raw(`SELECT idea_id AS idea, count FROM dots WHERE workshop_id = ? AND round_id = ? AND voter = ? ORDER BY idea_id`,
		w, round, id).Scan(&placed).Error
	return placed, err
}

// paperBallot is the ballot as it counts now; a new one gets the next number.
func (t *tx) paperBallot(r models.Round, id models.BallotID) (models.PaperBallot, error) {
	b := models.PaperBallot{ID: id}
	err := t.db.Raw("SELECT paper, seq FROM ballots WHERE workshop_id = ? AND round_id = ? AND voter = ? AND paper > 0",
		r.WorkshopID, r.ID, id).Row().Scan(&b.Number, &b.Seq)
	if errors.Is(err, sql.ErrNoRows) {
		err = t.db.Raw("SELECT COALESCE(MAX(paper), 0) + 1 FROM ballots WHERE workshop_id = ? AND round_id = ?",
			r.WorkshopID, r.ID).Row().Scan(&b.Number)
		return b, err
	}
	if err != nil {
		return b, err
	}
	b.Dots, err = dotsOn(t.db, r.WorkshopID, r.ID, id)
	return b, err
}

func (t *tx) mustBeVotedOn(r models.Round, placed []models.IdeaDots) error {
	of, err := t.ideasOf(r)
	for i, d := range placed {
		if err == nil && !of[d.Idea] {
			return unknown(models.PaperField(i))
		}
	}
	return err
}

func (t *tx) writePaper(r models.Round, b models.PaperBallot) error {
	used := 0
	for _, d := range b.Dots {
		used += d.Count
	}
	err := t.db.Exec(`INSERT INTO ballots (workshop_id, round_id, voter, used, budget, paper, seq) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (workshop_id, round_id, voter) DO UPDATE SET used = excluded.used, seq = excluded.seq`,
		r.WorkshopID, r.ID, b.ID, used, r.Dots, b.Number, b.Seq).Error
	if err != nil {
		return err
	}
	err = t.db.Exec("DELETE FROM dots WHERE workshop_id = ? AND round_id = ? AND voter = ?", r.WorkshopID, r.ID, b.ID).Error
	for i := 0; err == nil && i < len(b.Dots); i++ {
		err = t.db.Create(&dots{
			WorkshopID: r.WorkshopID, RoundID: r.ID, Voter: string(b.ID), EntryID: b.Dots[i].Idea,
			Count: b.Dots[i].Count, Most: r.Rule().PerIdea, Seq: b.Seq,
		}).Error
	}
	return err
}

// countPaper is how many of the round's ballots with a dot are on paper.
func (t *tx) countPaper(r models.Round) (int, error) {
	var paper int
	err := t.db.Raw("SELECT COUNT(*) FROM ballots WHERE workshop_id = ? AND round_id = ? AND paper > 0 AND used > 0",
		r.WorkshopID, r.ID).Row().Scan(&paper)
	return paper, err
}
