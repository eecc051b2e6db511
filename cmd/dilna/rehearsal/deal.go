package rehearsal

import (
	"dilna/models"
	"dilna/models/voting"
)

// ballot is all that one person says in one round, as the workshop file writes it.
type ballot = []models.CastVote

// votersNeeded is the least number of people who can give these totals by the
// rule: each has so many dots in all and so many for one idea.
func votersNeeded(totals []int, rule voting.Rule) int {
	needed, sum, has := 0, 0, rule.Measure(nil)
	for _, total := range totals {
		needed = max(needed, ceilDiv(total, has.Most))
		sum += total
	}
	return max(needed, ceilDiv(sum, has.Budget))
}

func ceilDiv(a, b int) int { return (a + b - 1) / b }

// deal makes ballots that add up to the totals, by giving the dots out like
// cards: idea after idea, one dot to each voter in turn. Nobody then has two
// more than another, neither in all nor on one idea, so the rule holds
// whenever there are at least votersNeeded voters.
func deal(totals []int, voters int) []ballot {
	ballots := make([]ballot, voters)
	turn := 0
	for idea, total := range totals {
		for range total {
			mine := &ballots[turn%voters]
			if last := len(*mine) - 1; last >= 0 && (*mine)[last].Entry == idea {
				(*mine)[last].Value++
			} else {
				*mine = append(*mine, models.CastVote{Entry: idea, Value: 1})
			}
			turn++
		}
	}
	return ballots
}

// dealRound deals the dots among as many voters as the file has, else among
// everybody who may vote.
func (p *planner) dealRound(r *plannedRound, reading []*plannedIdea, voters int) {
	ideas, totals := r.sums(reading)
	if r.file.Voters != nil {
		if v := *r.file.Voters; v >= votersNeeded(totals, r.rule()) && v <= sum(totals) {
			voters = max(1, v)
		} else {
			p.note(r.path+".voters", p.say.Say("%d lidí takový výsledek dát nemůže", "%d people cannot give such a result", v))
		}
	}
	r.ballots = dealtOut(ideas, totals, voters)
}

// dealtOut are ballots of so many voters that give the ideas these totals.
func dealtOut(ideas []*plannedIdea, totals []int, voters int) []plannedBallot {
	var ballots []plannedBallot
	for _, dealt := range deal(totals, voters) {
		var ballot plannedBallot
		for _, dots := range dealt {
			ballot = append(ballot, plannedDots{idea: ideas[dots.Entry], count: dots.Value})
		}
		ballots = append(ballots, ballot)
	}
	return ballots
}
