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
