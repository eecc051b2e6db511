package recount

import (
	"fmt"

	"dilna/models"
)

// Untrue is something told of parts of the room that cannot be. Which ballots were of
// which part no file says, so they cannot be counted again.
type Untrue struct {
	Path  string `json:"path"`
	Why   string `json:"why"`             // few, rest: ballots; else the number that does not fit: points, for …
	Entry string `json:"entry,omitempty"` // of which entry
	Part  int    `json:"part"`            // of which part, its index in the division; -1: what is left over
	Says  int    `json:"says"`
}

// fewestApart are as many ballots as are told apart at least.
const fewestApart = 5

// parts looks whether what is told of parts fits into what the room gave, and whether
// neither a part nor what is left over is so small that somebody could be found in it.
func (r *Report) parts(step *models.StepMinutes, n int, path string) {
	round := step.Rounds[n]
	if len(round.PartResults) == 0 {
		return
	}
	r.Apart += len(round.PartResults)
	untrue := func(part int, entry, why string, says int) {
		r.Untrue = append(r.Untrue, Untrue{Path: path, Why: why, Entry: entry, Part: part, Says: says})
	}
	left := -1 // not known
	if round.Voters != nil {
		left = *round.Voters - round.Partial
	}
	for _, part := range round.PartResults {
		if part.Voters < fewestApart {
			untrue(part.Part, "", "few", part.Voters)
		}
		if round.Voters != nil {
			left -= part.Voters
		}
	}
	if round.Voters != nil && (left < 0 || left > 0 && left < fewestApart) {
		untrue(-1, "", "rest", left)
	}
	minus := ruleOf(round).takes()
	for entry, whole := range linesOf(step, n) {
		rest := numbersOf(whole.ResultMinutes)
		rest["points"] = whole.points
		for _, part := range round.PartResults {
			for _, line := range part.Results {
				if line.Entry == entry {
					takeAway(rest, line)
				}
			}
		}
		for what, is := range rest {
			if is != nil && (*is < 0 && (what != "points" || !minus) || *is != 0 && left == 0) {
				untrue(-1, whole.text, what, *is)
			}
		}
	}
}

// takes says whether a vote of the rule may take points away.
func (r rule) takes() bool {
	least, _, known := r.span()
	return !known || least < 0 && r.Name != "choice"
}

// numbersOf are the numbers of a line that are sums over the ballots.
func numbersOf(line models.ResultMinutes) map[string]*int {
	numbers := map[string]*int{"points": line.Points, "said": line.Said, "for": line.For, "against": line.Against, "abstain": line.Abstain}
	for name, list := range map[string][]int{"counts": line.Counts, "sums": line.Sums} {
		for i, n := range list {
			numbers[fmt.Sprintf("%s[%d]", name, i+1)] = &n
		}
	}
	return numbers
}

// takeAway takes the numbers of a part from what the room gave, as far as that is known.
func takeAway(rest map[string]*int, part models.ResultMinutes) {
	for what, n := range numbersOf(part) {
		if rest[what] != nil && n != nil {
			rest[what] = new(*rest[what] - *n)
		}
	}
}
