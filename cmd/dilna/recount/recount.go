// Package recount counts the rounds of a record again, from its ballots, and says
// what differs. It shares no counting with models/voting, on purpose: who does not
// trust one count needs another (docs/design.md, promise 4).
package recount

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"dilna/models"
)

// Report is what was found.
type Report struct {
	Counted  int      `json:"counted"`  // rounds that were counted again
	Combined int      `json:"combined"` // standings of several rounds that were worked out again
	Unlisted []string `json:"unlisted"` // rounds that were held, and whose ballots the file does not have
	Typed    []string `json:"typed"`    // rounds counted on paper: there were only totals to type in
	Broken   []Broken `json:"broken"`   // ballots that their rule does not allow
	Differ   []Differ `json:"differ"`
	Lots     int      `json:"lots"`   // that were drawn among those that share a place
	Untied   []Untied `json:"untied"` // lots among others
	Apart    int      `json:"apart"`  // results of parts of the room
	Untrue   []Untrue `json:"untrue"` // what is told of them and cannot be
}

// Differ is one thing that the file says otherwise than its ballots.
type Differ struct {
	Path    string `json:"path"`
	Entry   string `json:"entry,omitempty"`
	What    string `json:"what"`
	Says    string `json:"says"`
	Counted string `json:"counted"`
}

// Of counts all rounds of a record again.
func Of(m models.Minutes) Report {
	report := Report{Unlisted: []string{}, Typed: []string{}, Broken: []Broken{}, Differ: []Differ{}, Untied: []Untied{}, Untrue: []Untrue{}}
	for i := range m.Steps {
		step := &m.Steps[i]
		for n, round := range step.Rounds {
			path := fmt.Sprintf("steps[%d].rounds[%d]", i, n)
			report.lots(step, n, path)
			report.parts(step, n, path)
			switch {
			case len(round.Ballots) > 0:
				c := counter{report: &report, path: path, round: round}
				c.count(step, n)
				report.Counted++
			case step.WasVoted(n) && round.CastBy == models.CastTyped:
				report.Typed = append(report.Typed, path)
			case step.WasVoted(n):
				report.Unlisted = append(report.Unlisted, path)
			}
		}
		report.combinations(fmt.Sprintf("steps[%d]", i), step)
	}
	return report
}

// counter counts one round again.
type counter struct {
	report *Report
	path   string
	round  models.RoundMinutes
	rule   rule
	given  [][]int   // the values each entry was given
	judged [][][]int // the marks each entry was given by a jury, a list a judge
}

// line is what the record says of one entry.
type line struct {
	text   string
	points *int
	models.ResultMinutes
}

func (c *counter) differ(entry, what string, says, counted any) {
	if a, b := fmt.Sprint(says), fmt.Sprint(counted); a != b {
		c.report.Differ = append(c.report.Differ, Differ{Path: c.path, Entry: entry, What: what, Says: a, Counted: b})
	}
}

func (c *counter) count(step *models.StepMinutes, n int) {
	c.rule = ruleOf(c.round)
	c.allowed(step)
	lines := linesOf(step, n)
	c.given, c.judged = make([][]int, len(lines)), make([][][]int, len(lines))
	partial := 0
	for _, ballot := range c.round.Ballots {
		if c.isPartial(ballot) {
			partial++
			continue
		}
		for _, vote := range ballot {
			c.take(vote)
		}
	}
	if c.round.Voters != nil {
		c.differ("", "voters", *c.round.Voters, len(c.round.Ballots))
	}
	c.differ("", "partial", c.round.Partial, partial)
	for i, said := range lines {
		if said.points == nil {
			c.differ(said.text, "points", "-", map[bool]string{true: "-", false: strconv.Itoa(c.points(i))}[len(c.given[i]) == 0])
			continue
		}
		c.differ(said.text, "points", *said.points, c.points(i))
		c.details(i, said)
	}
	c.budget(lines)
}

// take counts what a ballot says of an entry. A judge who has left a criterion out
// says nothing of it yet.
func (c *counter) take(vote models.CastVote) {
	switch {
	case c.rule.Name != judging:
		c.given[vote.Entry] = append(c.given[vote.Entry], vote.Value)
	case len(vote.Values) == len(c.rule.Criteria) && !slices.Contains(vote.Values, 0):
		c.given[vote.Entry] = append(c.given[vote.Entry], c.weighed(vote.Values))
		c.judged[vote.Entry] = append(c.judged[vote.Entry], vote.Values)
	}
}

// weighed is what the marks of one judge come to by the weights.
func (c *counter) weighed(marks []int) int {
	sum := 0
	for i, mark := range marks {
		sum += mark * c.rule.Criteria[i].Weight
	}
	return sum
}

// linesOf are the entries of a step with what the record says of each in the
// round of that index.
func linesOf(step *models.StepMinutes, n int) []line {
	var lines []line
	if step.Method == models.MethodDecisions {
		for _, decision := range step.DecisionsInOrder() {
			lines = append(lines, line{text: decision.Text})
		}
	} else {
		for _, idea := range step.ReadingOrder() {
			l := line{text: idea.Text}
			if n < len(idea.Votes) {
				l.points = idea.Votes[n]
			}
			lines = append(lines, l)
		}
	}
	for _, result := range step.Rounds[n].Results {
		l := &lines[result.Entry]
		if l.ResultMinutes = result; result.Points != nil {
			l.points = result.Points
		}
	}
	return lines
}

// isPartial says whether the ballot says less than the rule wants.
func (c *counter) isPartial(ballot []models.CastVote) bool {
	used := 0
	for _, vote := range ballot {
		used += vote.Value
	}
	return c.rule.UseAll && used < c.rule.Dots || c.rule.Exactly && len(ballot) < c.rule.Places
}

// points are those of the entry of that index.
func (c *counter) points(i int) int {
	points := 0
	for _, value := range c.given[i] {
		switch c.rule.Name {
		case "choice":
			points += max(value, 0)
		case "ranking":
			if scores := c.rule.Scores; len(scores) == 0 {
				points += c.rule.Places + 1 - value
			} else if value >= 1 && value <= len(scores) {
				points += scores[value-1]
			}
		default:
			points += value
		}
	}
	return points
}

// times is how often the entry was given the value.
func (c *counter) times(i, value int) int {
	n := 0
	for _, given := range c.given[i] {
		if given == value {
			n++
		}
	}
	return n
}

// details compares what the record says besides points.
func (c *counter) details(i int, said line) {
	for _, counted := range []struct {
		what string
		says *int
		is   int
	}{
		{"said", said.Said, len(c.given[i])}, {"for", said.For, c.times(i, 1)},
		{"against", said.Against, c.times(i, -1)}, {"abstain", said.Abstain, c.times(i, 0)},
	} {
		if counted.says != nil {
			c.differ(said.text, counted.what, *counted.says, counted.is)
		}
	}
	if said.Passed != nil {
		c.differ(said.text, "passed", *said.Passed, c.passed(c.times(i, 1), c.times(i, -1), len(c.given[i])))
	}
	for value, n := range said.Counts {
		c.differ(said.text, fmt.Sprintf("counts[%d]", value+1), n, c.times(i, value+1))
	}
	for criterion, sum := range said.Sums {
		c.differ(said.text, fmt.Sprintf("sums[%d]", criterion+1), sum, c.marked(i, criterion))
	}
	if c.rule.Name == judging {
		c.jury(i, said)
		return
	}
	c.scale(i, said)
}

// marked is the sum of the marks the entry was given for one criterion.
func (c *counter) marked(i, criterion int) int {
	sum := 0
	for _, marks := range c.judged[i] {
		if criterion < len(marks) {
			sum += marks[criterion]
		}
	}
	return sum
}

// jury compares the mean of a jury: what all its marks come to, of what they would
// come to if each were 1.
func (c *counter) jury(i int, said line) {
	if said.Mean == nil {
		c.differ(said.text, "mean", "-", map[bool]string{true: "-", false: "?"}[len(c.judged[i]) == 0])
		return
	}
	ones := make([]int, len(c.rule.Criteria))
	for criterion := range ones {
		ones[criterion] = 1
	}
	c.close(said.text, "mean", *said.Mean, float64(c.points(i))/float64(len(c.judged[i])*c.weighed(ones)))
}

// passed says whether so many for it, of so many who said something, are the majority.
func (c *counter) passed(in, against, all int) bool {
	if c.rule.Of == "present" && c.rule.Present > all {
		all = c.rule.Present
	}
	switch c.rule.Majority {
	case "absolute":
		return float64(in) > float64(all)/2
	case "two-thirds":
		return in > 0 && in*3 >= all*2
	case "consensus":
		return in > 0 && against < 1
	default:
		return in-against > 0
	}
}

// scale compares mean, median and spread, to two decimals.
func (c *counter) scale(i int, said line) {
	marks := slices.Sorted(slices.Values(c.given[i]))
	n := float64(len(marks))
	var sum, squares float64
	for _, mark := range marks {
		sum, squares = sum+float64(mark), squares+float64(mark)*float64(mark)
	}
	if said.Mean != nil {
		c.close(said.text, "mean", *said.Mean, sum/n)
	}
	if said.Median != nil && len(marks) > 0 {
		c.close(said.text, "median", *said.Median, float64(marks[(len(marks)-1)/2]+marks[len(marks)/2])/2)
	}
	if said.Spread != nil {
		c.close(said.text, "spread", *said.Spread, math.Sqrt(max(0, squares/n-sum/n*sum/n)))
	}
}

func (c *counter) close(entry, what string, says, counted float64) {
	if !(math.Abs(says-counted) <= 0.00501) { // of nobody's marks there is no mean
		c.differ(entry, what, fmt.Sprintf("%.2f", says), fmt.Sprintf("%.2f", counted))
	}
}

// budget spends the money again: on those with the most votes first, of those with
// as many on the cheapest first; what neither tells apart gets all or nothing.
func (c *counter) budget(lines []line) {
	if c.rule.Name != "budget" {
		return
	}
	type class struct{ votes, cost int }
	members := map[class][]int{}
	for i := range lines {
		if votes := c.points(i); votes > 0 {
			of := class{votes, c.rule.Costs[strconv.Itoa(i)]}
			members[of] = append(members[of], i)
		}
	}
	fits, left := map[int]bool{}, c.rule.Budget
	for len(members) > 0 {
		var next class
		for of := range members {
			if next.votes == 0 || of.votes > next.votes || of.votes == next.votes && of.cost < next.cost {
				next = of
			}
		}
		if price := next.cost * len(members[next]); price <= left {
			left -= price
			for _, i := range members[next] {
				fits[i] = true
			}
		}
		delete(members, next)
	}
	for i, said := range lines {
		if said.Fits != nil {
			c.differ(said.text, "fits", *said.Fits, fits[i])
		}
	}
}
