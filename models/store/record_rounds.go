package store

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"dilna/models"
	"dilna/models/voting"
)

// round is what the record says of a round on the entries of a step, which it
// names by their index in order.
func (r *record) round(s models.Step, round models.Round, order []models.EntryID) (models.RoundMinutes, error) {
	ballots, receipts, err := r.ballots(round, order)
	if err != nil {
		return models.RoundMinutes{}, err
	}
	m := models.RoundMinutes{
		Label: round.Label, CastBy: round.CastBy, Voters: round.Voters, Paper: round.Paper, Partial: round.Partial, Ballots: ballots, Receipts: receipts,
		Unrevealed: round.AwaitsReveal(), Nested: round.Nested && round.State == models.RoundPrepared, Proposals: round.Proposals, Parts: models.PlacesOf(r.divisions, round.Parts),
		ByPart: models.AtDivision(r.divisions, round.ByPart), PartResults: r.partResults(round, order),
	}
	m.Say(costing(round.Rule, func(entry models.EntryID) (models.EntryID, bool) {
		at := slices.Index(order, entry)
		return models.EntryID(strconv.Itoa(at)), at >= 0
	}))
	var totals []models.Total
	for i, entry := range order {
		total, counted := r.totals[entry][round.ID]
		if counted {
			totals = append(totals, total)
		}
		line := models.ResultMinutes{Entry: i, Details: round.Worth(total.Details)}
		if s.Method == models.MethodDecisions {
			line.Points = total.Points
		}
		if counted && line.SaysMore() && round.State == models.RoundClosed && !round.NobodyVoted() {
			m.Results = append(m.Results, line)
		}
	}
	for _, draw := range round.DrawsIn(round.Standing(totals)) {
		m.Draws = append(m.Draws, draw.Minutes(order))
	}
	return m, nil
}

// costing is the rule with other names for what costs; those without one cost
// nothing any more.
func costing(rule *voting.Rule, named func(models.EntryID) (models.EntryID, bool)) *voting.Rule {
	if rule == nil || len(rule.Costs) == 0 {
		return rule
	}
	other := *rule
	other.Costs = make(map[models.EntryID]int, len(rule.Costs))
	for _, entry := range slices.Sorted(maps.Keys(rule.Costs)) {
		if name, there := named(entry); there {
			other.Costs[name] += rule.Costs[entry]
		}
	}
	return &other
}

// ruled gives the rounds their rule, and the entries that were voted on their
// results, once all entries are there.
func (a *adder) ruled(m models.StepMinutes) {
	order := a.order
	if a.step.Method == models.MethodDecisions {
		order = a.decided
		for decision, id := range order {
			a.wordings(id, func(round int) []string { return m.HeldOn(round, decision) })
		}
	}
	for i, r := range m.Rounds {
		a.results(i, r, order)
		a.partResults(i, r, order)
		a.ballots(i, r, order)
		rule := costing(r.Followed(), func(index models.EntryID) (models.EntryID, bool) {
			at, err := strconv.Atoi(string(index))
			if err != nil || at < 0 || at >= len(order) {
				return "", false
			}
			return order[at], true
		})
		if a.err == nil && rule != nil && len(rule.Costs) > 0 {
			a.err = a.follow(a.roundIDs[i], rule)
		}
		a.draws(i, r, order)
	}
}

func (a *adder) follow(id models.RoundID, rule *voting.Rule) error {
	round, err := find[models.Round](a.tx, a.step.WorkshopID, id)
	if err != nil {
		return fmt.Errorf("the round that was added: %w", err)
	}
	round.Follow(rule)
	return a.tx.save(&round)
}

// draws are the lots that were drawn in a round.
func (a *adder) draws(round int, r models.RoundMinutes, order []models.EntryID) {
	if a.err != nil || len(r.Draws) == 0 {
		return
	}
	drawn, err := find[models.Round](a.tx, a.step.WorkshopID, a.roundIDs[round])
	for _, draw := range r.Draws {
		drawn.Draws = append(drawn.Draws, draw.Draw(order))
	}
	a.err = firstOf(err, a.tx.save(&drawn))
}

// results are what a round says besides the points of ideas.
func (a *adder) results(round int, r models.RoundMinutes, order []models.EntryID) {
	for _, line := range r.Results {
		if a.err != nil {
			return
		}
		total := models.Total{WorkshopID: a.step.WorkshopID, RoundID: a.roundIDs[round], EntryID: order[line.Entry]}
		a.err = a.tx.db.Where(&total).Limit(1).Find(&total).Error
		if total.Details = line.Details; line.Points != nil {
			total.Points = line.Points
		}
		a.err = firstOf(a.err, a.tx.db.Save(&total).Error)
	}
}

// ballots are the single ballots of a round, where the file has them.
func (a *adder) ballots(round int, r models.RoundMinutes, order []models.EntryID) {
	ballots := make([][]choice, len(r.Ballots))
	for j, ballot := range r.Ballots {
		ballots[j] = make([]choice, len(ballot))
		for k, vote := range ballot {
			ballots[j][k] = choice{Entry: order[vote.Entry], Value: vote.Value, Values: vote.Values}
		}
	}
	if a.err == nil {
		row := models.Round{Row: models.Row{WorkshopID: a.step.WorkshopID}, ID: a.roundIDs[round]}
		a.err = firstOf(a.tx.castBallots(row, ballots, r.Receipts), keepSum(a.tx.db, row.WorkshopID, row.ID))
	}
}
