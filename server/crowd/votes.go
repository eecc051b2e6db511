package crowd

import (
	"context"
	"slices"

	"dilna/models"
	"dilna/models/voting"
)

// vote says one thing more on a ballot. People like what stands first a little
// better, as they do in every room.
func (c *crowd) vote(ctx context.Context, p *person, now scene) error {
	idea := now.ideas[min(c.chance.IntN(len(now.ideas)), c.chance.IntN(len(now.ideas)))]
	mine, more := c.saying(*now.round.Rule, p.ballots[now.round.ID], idea.ID)
	if allowed := now.round.Judge(mine, nil) == nil; !more || !allowed {
		return nil // has said all, or enough of this one
	}
	p.changes++
	_, err := c.store.CastBallot(ctx, p.Actor, now.round.ID, models.CastBallot{Votes: mine, Seq: p.changes})
	if err == nil {
		p.ballots[now.round.ID] = mine
	}
	return err
}

// choices are what people say of a decision: most are for it.
var choices = []int{1, 1, 1, 0, -1}

// saying is the ballot with one thing more said of an entry, as the rule has it;
// false where she has said of it what she wants to.
func (c *company) saying(rule voting.Rule, said voting.Ballot, entry models.EntryID) (voting.Ballot, bool) {
	if i := slices.IndexFunc(said, func(v voting.Vote) bool { return v.Entry == entry }); i >= 0 {
		more := slices.Clone(said)
		more[i].Value++
		return more, said[i].Value > 0 && adds(rule)
	}
	vote := voting.Vote{Entry: entry, Value: 1}
	switch {
	case rule.Name == voting.Choice:
		vote.Value = choices[c.chance.IntN(len(choices))]
	case rule.Name == voting.Scale:
		vote.Value = 1 + c.chance.IntN(rule.Steps)
	case rule.Name == voting.Judging:
		vote.Value, vote.Values = 0, c.marks(len(rule.Criteria), rule.Steps)
	case rule.Name == voting.Places:
		vote.Value = 1 + len(said)
	case len(rule.Weights) > len(said):
		vote.Value = rule.Weights[len(said)]
	case rule.Name == voting.PlusMinus && c.chance.IntN(4) == 0:
		vote.Value = -1
	}
	return append(slices.Clone(said), vote), true
}

// adds says whether a person gives one entry more and more under the rule.
func adds(rule voting.Rule) bool {
	return rule.Name == voting.Dots || rule.Name == voting.PlusMinus || rule.Name == voting.Weights && len(rule.Weights) == 0
}

// marks are what a judge gives an entry, one for each criterion.
func (c *company) marks(criteria, steps int) []int {
	marks := make([]int, criteria)
	for i := range marks {
		marks[i] = 1 + c.chance.IntN(steps)
	}
	return marks
}
