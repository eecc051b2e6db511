package modelstest

import (
	"pgregory.net/rapid"

	"dilna/models"
	"dilna/models/voting"
)

// machineRule is a rule the machine has people vote by, and what its reference
// holds a ballot to.
type machineRule struct {
	rule        voting.Rule
	least, most int // of what may be said of one idea
	all         int // of what one ballot says together; 0: there is no end
	beyond      models.ErrorCode
}

var machineRules = []machineRule{
	{voting.Rule{Name: voting.Dots, Dots: machineDots, PerEntry: machinePerIdea}, 1, machinePerIdea, machineDots, models.CodeDotsPerIdea},
	{voting.Rule{Name: voting.Approval, Most: 2}, 1, 1, 2, models.CodeInvalid},
	{voting.Rule{Name: voting.Choice, Majority: voting.Simple}, -1, 1, 0, models.CodeInvalid},
	{voting.Rule{Name: voting.Weights, Most: 4}, 0, 4, 0, models.CodeInvalid},
}

// singly says whether dots are placed one idea at a time.
func (r machineRule) singly() bool { return r.rule.Name == voting.Dots }

// worth is how many points a value is.
func (r machineRule) worth(value int) int {
	if r.rule.Name == voting.Choice {
		return max(0, value)
	}
	return value
}

// said is what a ballot says. A dot taken back says nothing, a nought under the
// other rules does.
func (r machineRule) said(ballot map[models.EntryID]int) map[models.EntryID]int {
	said := map[models.EntryID]int{}
	for idea, value := range ballot {
		if value != 0 || !r.singly() {
			said[idea] = value
		}
	}
	return said
}

// refuses is why the votes are no ballot; foreign comes first on phones.
func (m *machine) refuses(votes voting.Ballot, onPaper bool) models.ErrorCode {
	r, sum, beyond, foreign := m.expect.rule, 0, false, false
	for _, vote := range votes {
		sum += vote.Value
		beyond = beyond || vote.Value < r.least || vote.Value > r.most
		foreign = foreign || !m.expect.round.VotesOn(vote.Entry)
	}
	return refusal(
		!m.voting(), models.CodeRoundClosed,
		foreign && !onPaper, models.CodeInvalid,
		beyond, r.beyond,
		r.all > 0 && sum > r.all, models.CodeBallotOverBudget,
		foreign, models.CodeInvalid,
	)
}

// someVotes are votes on some of the ideas, now and then one too high.
func (m *machine) someVotes(t *rapid.T) voting.Ballot {
	r, votes := m.expect.rule, voting.Ballot{}
	for _, idea := range m.expect.ideas {
		if !rapid.Bool().Draw(t, "said") {
			continue
		}
		value := rapid.IntRange(r.least, r.most).Draw(t, "value")
		if rapid.IntRange(0, 9).Draw(t, "beyond") == 0 {
			value = r.most + 1
		}
		votes = append(votes, voting.Vote{Entry: idea, Value: value})
	}
	return votes
}

func valuesOf(votes voting.Ballot) map[models.EntryID]int {
	values := map[models.EntryID]int{}
	for _, vote := range votes {
		values[vote.Entry] = vote.Value
	}
	return values
}

// CastBallots has each person cast a whole ballot, twice, and then the one before it
// again, which comes too late (INV-02, INV-10).
func (m *machine) CastBallots(t *rapid.T) {
	if m.expect.round == nil || m.expect.rule.singly() {
		t.Skip("no round that whole ballots are cast in")
	}
	for _, by := range m.scene.Seats {
		m.castBallot(t, by)
	}
}

func (m *machine) castBallot(t *rapid.T, by models.Actor) {
	votes := m.someVotes(t)
	m.cast++
	cast := func(votes voting.Ballot, seq int64) func() error {
		return func() error {
			_, err := m.scene.Store.CastBallot(m.ctx, by, m.expect.round.ID, models.CastBallot{Votes: votes, Seq: seq})
			return err
		}
	}
	want := m.refuses(votes, false)
	m.told(want, 0, cast(votes, m.cast))
	if want != "" {
		return
	}
	m.expect.dots[by.Seat] = valuesOf(votes)
	m.told("", 0, cast(votes, m.cast))
	if m.cast > 1 {
		m.told("", 0, cast(nil, m.cast-1))
	}
}
