package exports_test

import (
	"math"
	"testing"

	"dilna/exports"
)

func TestWidthsOfATableFillTheRoom(t *testing.T) {
	text, votes := exports.TableHead{Text: "Podnět"}, exports.TableHead{Text: "Počet hlasů pro prioritizaci problému", Numbers: true}
	for _, heads := range [][]exports.TableHead{{text}, {text, votes}, {votes, text, votes}, {text, text, text}, {votes}, {votes, votes, votes, votes, votes, votes, votes, votes, text}} {
		table := exports.Table{Heads: heads}
		sum, most := 0.0, 0.0
		for _, wide := range table.Widths(166) {
			sum, most = sum+wide, max(most, wide)
		}
		if len(heads) > 1 && (math.Abs(sum-166) > 1e-6 || most != table.Widths(166)[table.Named()]) {
			t.Errorf("%v: %v", heads, table.Widths(166))
		}
	}
}
