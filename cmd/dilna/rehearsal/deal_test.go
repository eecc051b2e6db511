package rehearsal

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"dilna/models/voting"
)

// count adds ballots up, and tells the most dots of one person in all and on
// one idea.
func count(ballots []ballot, ideas int) (totals []int, most, mostOnOne int) {
	totals = make([]int, ideas)
	for _, b := range ballots {
		sum := 0
		for _, dots := range b {
			totals[dots.Entry] += dots.Value
			sum += dots.Value
			mostOnOne = max(mostOnOne, dots.Value)
		}
		most = max(most, sum)
	}
	return totals, most, mostOnOne
}

func TestDealtBallotsAddUpToTheTotalsWithinTheRule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dots := rapid.IntRange(1, 20).Draw(t, "dots")
		rule := voting.Rule{Name: voting.Dots, Dots: dots, PerEntry: rapid.IntRange(1, dots).Draw(t, "per idea")}
		totals := rapid.SliceOfN(rapid.IntRange(0, 200), 1, 40).Draw(t, "totals")
		voters := votersNeeded(totals, rule) + rapid.IntRange(0, 30).Draw(t, "more voters than needed")
		if voters == 0 {
			return // nobody voted
		}
		got, most, mostOnOne := count(deal(totals, voters), len(totals))
		if !slices.Equal(got, totals) {
			t.Fatalf("the ballots add up to %v, want %v", got, totals)
		}
		if most > rule.Dots || mostOnOne > rule.PerEntry {
			t.Fatalf("somebody placed %d dots, %d on one idea; the rule is %+v", most, mostOnOne, rule)
		}
	})
}

func TestOneVoterLessThanNeededCannotGiveTheTotals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dots := rapid.IntRange(1, 10).Draw(t, "dots")
		rule := voting.Rule{Name: voting.Dots, Dots: dots, PerEntry: rapid.IntRange(1, dots).Draw(t, "per idea")}
		totals := rapid.SliceOfN(rapid.IntRange(0, 50), 1, 12).Draw(t, "totals")
		few := votersNeeded(totals, rule) - 1
		if few < 0 {
			return
		}
		sum, most := 0, 0
		for _, total := range totals {
			sum += total
			most = max(most, total)
		}
		if sum <= few*rule.Dots && most <= few*rule.PerEntry {
			t.Fatalf("%d voters have dots enough, yet one more is said to be needed", few)
		}
	})
}
