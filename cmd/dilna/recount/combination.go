package recount

import (
	"fmt"
	"math"
	"math/big"
	"slices"

	"dilna/models"
)

// combinations works out again what several rounds of a step give together, in
// fractions, from what the file says of each round.
func (r *Report) combinations(path string, step *models.StepMinutes) {
	for n, said := range step.Combinations {
		c := combination{report: r, path: fmt.Sprintf("%s.combinations[%d]", path, n), said: said}
		for _, weighed := range said.Rounds {
			lines := linesOf(step, weighed.Round)
			c.shares = append(c.shares, sharesOf(ruleOf(step.Rounds[weighed.Round]), lines))
			c.lines = lines
		}
		c.count()
		r.Combined++
	}
}

// combination is one being worked out again.
type combination struct {
	report *Report
	path   string
	said   models.CombinationMinutes
	lines  []line
	shares []map[int]*big.Rat // of each round, by entry
}

func (c *combination) count() {
	told := map[int]bool{}
	for _, line := range c.said.Results {
		told[line.Entry] = true
		text := c.lines[line.Entry].text
		for i, share := range line.Shares {
			c.compare(text, fmt.Sprintf("shares[%d]", i+1), share, c.shares[i][line.Entry])
		}
		c.compare(text, "share", line.Share, c.together(line.Entry))
		if rank := c.rank(line); rank != line.Rank {
			c.differ(text, "rank", fmt.Sprint(line.Rank), fmt.Sprint(rank))
		}
	}
	for entry := range c.lines {
		if len(told) == 0 {
			break // the file leaves it to whoever reads it
		}
		if together := c.together(entry); together != nil && !told[entry] {
			c.differ(c.lines[entry].text, "share", "-", together.FloatString(4))
		}
	}
}

// together is the mean of an entry's shares by their weights; nil where one is missing.
func (c *combination) together(entry int) *big.Rat {
	sum, weights := new(big.Rat), new(big.Rat)
	for i, weighed := range c.said.Rounds {
		share := c.shares[i][entry]
		if share == nil {
			return nil
		}
		weight := big.NewRat(int64(weighed.Weight), 1)
		sum.Add(sum, new(big.Rat).Mul(share, weight))
		weights.Add(weights, weight)
	}
	return sum.Quo(sum, weights)
}

// rank is that of a line among the shares that the file says.
func (c *combination) rank(line models.CombinedMinutes) int {
	if line.Share == nil {
		return 0
	}
	better := slices.DeleteFunc(slices.Clone(c.said.Results), func(other models.CombinedMinutes) bool {
		return other.Share == nil || *other.Share <= *line.Share
	})
	return len(better) + 1
}

// compare holds a share that the file says against the fraction, to a millionth.
func (c *combination) compare(entry, what string, says *float64, counted *big.Rat) {
	is := "-"
	if counted != nil {
		is = counted.FloatString(4)
		if exact, _ := counted.Float64(); says != nil && math.Abs(*says-exact) <= 1e-6 {
			return
		}
	}
	switch {
	case says != nil:
		c.differ(entry, what, fmt.Sprintf("%.4f", *says), is)
	case counted != nil:
		c.differ(entry, what, "-", is)
	}
}

func (c *combination) differ(entry, what, says, counted string) {
	c.report.Differ = append(c.report.Differ, Differ{Path: c.path, Entry: entry, What: what, Says: says, Counted: counted})
}

// sharesOf brings what a round says of entries to one scale.
func sharesOf(by rule, lines []line) map[int]*big.Rat {
	given := int64(0)
	for _, l := range lines {
		if l.points != nil {
			given += max(int64(*l.points), -int64(*l.points))
		}
	}
	shares := map[int]*big.Rat{}
	for i, l := range lines {
		switch {
		case by.Name == "scale" || by.Name == judging:
			if l.Mean != nil {
				mean := new(big.Rat).SetFloat64(*l.Mean)
				mean.Sub(mean, big.NewRat(1, 1))
				shares[i] = mean.Quo(mean, big.NewRat(max(1, int64(by.Steps)-1), 1))
			}
		case by.Name == "choice" && l.For != nil:
			all := int64(*l.For)
			for _, n := range []*int{l.Against, l.Abstain} {
				if n != nil {
					all += int64(*n)
				}
			}
			if all > 0 {
				shares[i] = big.NewRat(int64(*l.For), all)
			}
		case l.points != nil:
			shares[i] = big.NewRat(int64(*l.points), max(1, given))
		}
	}
	return shares
}
