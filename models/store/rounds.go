package store

import (
	"context"
	"slices"

	"dilna/models"
	"dilna/models/voting"
)

// castBallot is one ballot of a closed round: nobody's, numbered at random.
type castBallot struct {
	WorkshopID models.WorkshopID `gorm:"primaryKey"`
	RoundID    models.RoundID    `gorm:"primaryKey"`
	Number     int               `gorm:"primaryKey"`
	Choices    string            // JSON: a list of choices
	Receipt    models.Receipt
}

// choice is one line of a cast ballot.
type choice = voting.Line[models.EntryID]

// AddRound prepares a round on ideas, or a choice on decisions, and, where asked,
// opens it at once. Facilitators, and who speaks for the people of the step, only.
// Codes: `wrong-method`, `no-proposals`, `invalid` for an idea that is not of
// the step, a part that cannot vote or a division that is not there, those of Round.MayOpen.
func (s *Store) AddRound(ctx context.Context, by models.Actor, key models.Key, step models.StepID, in models.NewRound) (models.Round, error) {
	if err := firstOf(by.MustContribute(), in.Check()); err != nil {
		return models.Round{}, err
	}
	return command(ctx, s, by, key, "add round "+string(step), in, func(t *tx) (models.Round, error) {
		by, err := t.mustLead(by, step)
		if err != nil {
			return models.Round{}, err
		}
		round := models.Round{
			Row: models.Row{WorkshopID: by.Workshop}, ID: in.ID, StepID: step, State: models.RoundPrepared,
			Label: in.Label, CastBy: in.CastBy, Ideas: in.Ideas, Parts: in.Parts, ByPart: in.ByPart, Nested: in.Nested, Proposals: in.Proposals,
		}
		round.Follow(in.Rule)
		w, row, err := t.place(by.Workshop, step)
		if err != nil {
			return round, err
		}
		if err := firstOf(row.MayBeVotedOn(by, w, round), round.MayTakeProposals(), round.MayTellByPart(), t.mustStandIn(round), t.mustBeParts(round), t.mustBeDivision(round)); err != nil {
			return round, err
		}
		if round.Position, err = t.nextPosition(models.PartRounds, by.Workshop, step); err != nil {
			return round, err
		}
		if err := t.add(&round); err != nil || !in.Open {
			return round, err
		}
		err = s.openRound(t, &round, false)
		return round, err
	})
}

// mustStandIn refuses a round on ideas that its step does not have.
func (t *tx) mustStandIn(round models.Round) error {
	there, err := t.ideasIn(round.WorkshopID, round.StepID)
	for i, idea := range round.Ideas {
		if err == nil && !slices.ContainsFunc(there, func(e models.Entry) bool { return e.ID == idea }) {
			return unknown(models.RoundIdeaField(i))
		}
	}
	return err
}

// ideasIn are the ideas of a step, with what they stand under.
func (t *tx) ideasIn(w models.WorkshopID, step models.StepID) ([]models.Entry, error) {
	var ideas []models.Entry
	err := t.db.Select("id", "parent_id").Where("workshop_id = ? AND step_id = ? AND NOT removed", w, step).Find(&ideas).Error
	return ideas, err
}

// ideasOf are the ideas the round is about.
func (t *tx) ideasOf(round models.Round) (map[models.EntryID]bool, error) {
	ideas, err := t.ideasIn(round.WorkshopID, round.StepID)
	if round.State == models.RoundPrepared {
		round.Ideas = round.About(ideas)
	}
	there := make(map[models.EntryID]bool, len(ideas))
	for _, idea := range ideas {
		if round.VotesOn(idea.ID) {
			there[idea.ID] = true
		}
	}
	return there, err
}

// settleOn has the round say what it is about, as it begins. Totals that are typed of
// what stands under another say that it was voted on.
func (t *tx) settleOn(round *models.Round, typed ...models.Total) error {
	ideas, err := t.ideasIn(round.WorkshopID, round.StepID)
	under := map[models.EntryID]bool{}
	for _, idea := range ideas {
		under[idea.ID] = idea.ParentID != ""
	}
	round.Nested = round.Nested || slices.ContainsFunc(typed, func(total models.Total) bool { return under[total.EntryID] })
	round.Ideas = round.About(ideas)
	return err
}

// ChangeRound changes a round's label at any time, its rule and who votes while it
// is prepared, the limits of the rule while people vote. Facilitators only. Codes:
// those of Round.MayApply and Round.MayResize, `changed-since`,
// `invalid` for a part that cannot vote or a division that is not there.
func (s *Store) ChangeRound(ctx context.Context, by models.Actor, key models.Key, id models.RoundID, change models.RoundChange) (models.Round, error) {
	if err := firstOf(by.MustFacilitate(), change.Check()); err != nil {
		return models.Round{}, err
	}
	return command(ctx, s, by, key, "change round "+string(id), change, func(t *tx) (models.Round, error) {
		round, err := find[models.Round](t, by.Workshop, id)
		if err != nil {
			return round, err
		}
		if err := round.MayApply(change); err != nil {
			return round, err
		}
		if err := t.resize(round, change); err != nil {
			return round, err
		}
		if round.State == models.RoundOpen && change.Proposals != nil {
			t.past = nil // as all that is done to an open round it cannot be taken back
		}
		before := round.Texts()
		round.Apply(change)
		if err := change.MadeFrom.MustStand(before, round.Texts()); err != nil {
			return round, err
		}
		if change.Parts != nil {
			err = t.mustBeParts(round)
		}
		if change.ByPart != nil {
			err = firstOf(err, t.mustBeDivision(round))
		}
		if err != nil {
			return round, err
		}
		return round, t.save(&round)
	})
}

// mustBeParts refuses, with `invalid`, a round of parts that cannot vote: gone, or
// of guests.
func (t *tx) mustBeParts(round models.Round) error {
	for i, part := range round.Parts {
		if err := t.mustBePart(round.WorkshopID, models.RoundPartField(i), part); err != nil {
			return err
		}
	}
	return nil
}

// resize has the ballots of an open round held to its new limits. As all that is
// done to an open round it cannot be taken back.
func (t *tx) resize(round models.Round, change models.RoundChange) error {
	if !round.Resizes(change) {
		return nil
	}
	var fullest int
	err := t.db.Raw("SELECT COALESCE(MAX(used), 0) FROM ballots WHERE workshop_id = ? AND round_id = ?", round.WorkshopID, round.ID).Row().Scan(&fullest)
	if err := firstOf(err, round.MayResize(change, fullest)); err != nil {
		return err
	}
	t.past, t.progressed[round.WorkshopID] = nil, true
	round.Apply(change)
	limits := round.Rule.Measure(nil)
	return t.db.Exec("UPDATE ballots SET budget = ?, most = ? WHERE workshop_id = ? AND round_id = ?",
		limits.Budget, limits.Most, round.WorkshopID, round.ID).Error
}

// SetRoundState opens a prepared round, or one that closed without a ballot,
// closes an open one, or shows the result of one that has closed. Closing is one
// moment: every dot acknowledged before it counts, none after it does
// (docs/reliability.md, INV-07). Facilitators, and who speaks for the people of its
// step, only; she learns a result when everybody does. Codes: those of
// RoundMove.Refuse, Round.MayOpen and Round.MayReveal, `round-not-open`, `data-damaged`.
func (s *Store) SetRoundState(ctx context.Context, by models.Actor, key models.Key, id models.RoundID, in models.RoundMove) (models.RoundView, error) {
	if err := by.MustContribute(); err != nil {
		return models.RoundView{}, err
	}
	run := command[models.RoundView]
	if in.State == models.RoundClosed {
		run = ending
	}
	return run(ctx, s, by, key, "set round state "+string(id), in, func(t *tx) (models.RoundView, error) {
		round, err := find[models.Round](t, by.Workshop, id)
		if err != nil {
			return models.RoundView{}, err
		}
		by, err := t.mustLead(by, round.StepID)
		if err != nil {
			return models.RoundView{}, err
		}
		if err := mustCount(t.db, round); err != nil {
			return models.RoundView{}, err // opened again, it would forget what was counted
		}
		ballots, err := t.countBallots(round)
		if err := firstOf(err, in.Refuse(round, ballots)); err != nil {
			return models.RoundView{}, err
		}
		if err := s.moveRound(t, &round, in); err != nil {
			return models.RoundView{}, err
		}
		return t.roundView(by, round)
	})
}

func (s *Store) moveRound(t *tx, round *models.Round, in models.RoundMove) error {
	switch {
	case round.State == in.State:
		return nil
	case in.Shows():
		return t.reveal(round, in.State)
	case in.State == models.RoundOpen:
		return s.openRound(t, round, in.Beside)
	case in.State == models.RoundClosed && round.State == models.RoundOpen:
		return s.closeRound(t, round)
	}
	return models.Fail(models.KindClosed, models.CodeRoundNotOpen)
}

// reveal shows the result of a closed round; with it decisions say how people
// voted on them.
func (t *tx) reveal(round *models.Round, move models.RoundState) error {
	if err := round.MayReveal(); err != nil || !round.AwaitsReveal() {
		return err
	}
	totals, err := t.totalsOf(*round)
	if err != nil {
		return err
	}
	if round.Reveal(move, round.Standing(totals)); round.Revealed {
		err = t.decide(*round, totals)
	}
	return firstOf(err, t.save(round))
}

// openRound lets people vote; beside: though they vote in other rounds of the step.
func (s *Store) openRound(t *tx, round *models.Round, beside bool) error {
	w, step, err := t.place(round.WorkshopID, round.StepID)
	if err != nil {
		return err
	}
	if err := t.settleOn(round); err != nil {
		return err
	}
	ideas, err := t.ideasOf(*round)
	if err != nil {
		return err
	}
	open, err := t.roundsOpen(w.ID, step.ID)
	if err != nil {
		return err
	}
	if err := round.MayOpen(w, step, len(ideas), open, beside); err != nil {
		return err
	}
	if err := s.keys.make(t, *round); err != nil {
		return err
	}
	if err := t.replaceTotals(*round, nil); err != nil {
		return err
	}
	round.State, round.Voters, round.Imported = models.RoundOpen, nil, false
	t.progressed[w.ID] = true
	return t.save(round)
}

// roundView is the round as the actor may know it.
func (t *tx) roundView(by models.Actor, round models.Round) (models.RoundView, error) {
	totals, err := t.totalsOf(round)
	parts := map[models.RoundID][]models.PartTotal{}
	err = firstOf(err, readPartTotals(t.db, []models.Round{round}, parts))
	return round.View(by.Audience(), totals, parts[round.ID]), err
}
