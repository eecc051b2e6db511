package store

import (
	"context"
	"encoding/json"

	"dilna/models"
)

// dots is how many dots of one voter lie on one idea of an open round.
type dots struct {
	WorkshopID models.WorkshopID `gorm:"primaryKey"`
	RoundID    models.RoundID    `gorm:"primaryKey"`
	Voter      string            `gorm:"primaryKey"`
	EntryID    models.EntryID    `gorm:"primaryKey;column:idea_id"`
	Count      int
	Most       int
	Seq        int64
}

func (dots) TableName() string { return "dots" }

// PlaceDots sets how many dots of the actor lie on an idea. It is absolute and
// ordered by seq, so that repeating, reordering and two tabs are harmless; it
// leaves no record in the commands, which would tie the seat to its vote.
// Participants only. Codes: those of SetDots.Check, Round.MayVote,
// Step.MayTakePart and DotRule.Allow, `not-found` for an idea that is not of the round's step.
//
// This is the path a full room takes at once: plain SQL, every statement
// served by a key.
func (s *Store) PlaceDots(ctx context.Context, by models.Actor, round models.RoundID, idea models.EntryID, in models.SetDots) (models.DotsPlaced, error) {
	var placed models.DotsPlaced
	if err := in.Check(); err != nil {
		return placed, err
	}
	err := s.writer.do(ctx, by.Workshop, func(t *tx) error {
		r, err := t.votable(by, round, idea)
		if err != nil {
			return err
		}
		ballot, err := s.readBallot(t, by, r, idea)
		if err != nil {
			return err
		}
		if in.Seq > ballot.seq {
			if err := r.Rule().Allow(ballot.elsewhere, in.Count); err != nil {
				return err
			}
			ballot.here, ballot.seq = in.Count, in.Seq
			if err := t.writeBallot(r, idea, ballot); err != nil {
				return err
			}
			t.progressed[by.Workshop] = true
		}
		placed = models.DotsPlaced{
			Dots: models.Dots{Idea: idea, Count: ballot.here, Seq: ballot.seq},
			Left: r.Dots - ballot.elsewhere - ballot.here,
		}
		return nil
	})
	return placed, err
}

// votable is the round, if the actor may vote in it and the idea is one of those voted on.
func (t *tx) votable(by models.Actor, round models.RoundID, idea models.EntryID) (models.Round, error) {
	r := models.Round{Row: models.Row{WorkshopID: by.Workshop}, ID: round}
	var w models.Workshop
	var step models.Step
	var ideas int
	var among []byte
	row := t.db.Raw(`SELECT w.state, s.state, s.part_id, r.state, r.step_id, r.dots, r.per_idea, COALESCE(r.ideas, ''),
			(SELECT COUNT(*) FROM ideas i WHERE i.workshop_id = r.workshop_id AND i.id = ? AND i.step_id = r.step_id AND NOT i.removed)
		FROM rounds r
		JOIN steps s ON s.workshop_id = r.workshop_id AND s.id = r.step_id
		JOIN workshops w ON w.id = r.workshop_id
		WHERE r.workshop_id = ? AND r.id = ? AND NOT r.removed`, idea, by.Workshop, round).Row()
	if err := row.Scan(&w.State, &step.State, &step.PartID, &r.State, &r.StepID, &r.Dots, &r.PerIdea, &among, &ideas); err != nil {
		return r, notFound(err)
	}
	if err := firstOf(r.MayVote(by, w, step), t.mustTakePart(by, step)); err != nil {
		return r, err
	}
	if len(among) > 0 {
		if err := json.Unmarshal(among, &r.Ideas); err != nil {
			return r, err
		}
	}
	if ideas == 0 || !r.VotesOn(idea) {
		return r, models.Fail(models.KindNotFound, models.CodeNotFound)
	}
	return r, nil
}

// openBallot is a ballot seen from one idea.
type openBallot struct {
	voter           string
	here, elsewhere int
	seq             int64
}

func (s *Store) readBallot(t *tx, by models.Actor, r models.Round, idea models.EntryID) (openBallot, error) {
	voter, err := s.pseudonym(t.db, r, by.Seat)
	if err != nil {
		return openBallot{}, err
	}
	b := openBallot{voter: voter}
	rows, err := t.db.Raw("SELECT idea_id, count, seq FROM dots WHERE workshop_id = ? AND round_id = ? AND voter = ?",
		by.Workshop, r.ID, voter).Rows()
	if err != nil {
		return b, err
	}
	defer rows.Close()
	for rows.Next() {
		var d dots
		if err := rows.Scan(&d.EntryID, &d.Count, &d.Seq); err != nil {
			return b, err
		}
		if d.EntryID == idea {
			b.here, b.seq = d.Count, d.Seq
		} else {
			b.elsewhere += d.Count
		}
	}
	return b, rows.Err()
}

func (t *tx) writeBallot(r models.Round, idea models.EntryID, b openBallot) error {
	err := t.db.Exec(`INSERT INTO ballots (workshop_id, round_id, voter, used, budget) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (workshop_id, round_id, voter) DO UPDATE SET used = excluded.used`, r.WorkshopID, r.ID, b.voter, b.elsewhere+b.here, r.Dots).Error
	if err != nil {
		return err
	}
	return t.db.Exec(`INSERT INTO dots (workshop_id, round_id, voter, idea_id, count, most, seq) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (workshop_id, round_id, voter, idea_id) DO UPDATE SET count = excluded.count, seq = excluded.seq`,
		r.WorkshopID, r.ID, b.voter, idea, b.here, r.Rule().PerIdea, b.seq).Error
}
