package recount

import (
	"slices"

	"dilna/models"
)

// Untied is a lot that was not drawn among all that share its place.
type Untied struct {
	Path  string `json:"path"`
	Place int    `json:"place"`
}

// lots looks at what each lot of the round of that index was drawn among, by the
// points and means that the file says.
func (r *Report) lots(step *models.StepMinutes, n int, path string) {
	round := step.Rounds[n]
	for _, draw := range round.Draws {
		r.Lots++
		if among := slices.Sorted(slices.Values(draw.Order)); len(among) < 2 || !slices.Equal(among, sharing(linesOf(step, n), ruleOf(round), draw.Place)) {
			r.Untied = append(r.Untied, Untied{Path: path, Place: draw.Place})
		}
	}
}

// sharing are the indexes of those that have the place: so many less one have more.
func sharing(lines []line, by rule, place int) []int {
	var share []int
	for i := range lines {
		worth := lines[i].worth(by)
		if worth == nil {
			continue
		}
		ahead := 0
		for j := range lines {
			if other := lines[j].worth(by); other != nil && *other > *worth {
				ahead++
			}
		}
		if ahead == place-1 {
			share = append(share, i)
		}
	}
	return share
}

// worth is what an entry is ranked by; nil: it has no place. For and against is no order.
func (l line) worth(by rule) *float64 {
	switch {
	case by.Name == "choice":
		return nil
	case by.Name == "scale" || by.Name == "judging":
		return l.Mean
	case l.points == nil:
		return nil
	}
	return new(float64(*l.points))
}
