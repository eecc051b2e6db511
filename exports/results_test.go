package exports_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dilna/exports"
)

func resultTable(texts []string, votes []*int) exports.Table {
	t := exports.Table{Heads: []exports.TableHead{{Text: "Pořadí", Numbers: true}, {Text: "Podnět"}, {Text: "Hlasy", Numbers: true, Bars: true}}}
	for i, text := range texts {
		total := "–"
		if votes[i] != nil {
			total = strconv.Itoa(*votes[i])
		}
		t.Rows = append(t.Rows, exports.TableRow{Cells: []exports.Line{{Text: "1"}, {Text: text}, {Text: total, Count: votes[i]}}})
	}
	return t
}

func TestBarsAreAsLongAsTheirVotes(t *testing.T) {
	drawings := exports.Results("VÝSLEDEK", resultTable([]string{"doprava", "byty", "nic", "nikdo", "minus"}, []*int{new(4), new(2), new(0), nil, new(-3)}), uprightFrame, narrow{})
	if len(drawings) != 1 || len(drawings[0].Strokes) != 2 {
		t.Fatalf("%d drawings: %+v", len(drawings), drawings)
	}
	long := func(s exports.Stroke) float64 { return s.X2 - s.X1 }
	if s := drawings[0].Strokes; long(s[0]) != 2*long(s[1]) {
		t.Errorf("4 votes are %v long, 2 are %v", long(s[0]), long(s[1]))
	}
	var said []string
	for _, l := range drawings[0].Labels {
		said = append(said, l.Text)
	}
	if want := []string{"VÝSLEDEK", "doprava", "4", "byty", "2", "nic", "0", "nikdo", "–", "minus", "-3"}; !slices.Equal(said, want) {
		t.Errorf("it says %q", said)
	}
}

func TestATableWithoutVotesHasNoBars(t *testing.T) {
	table := exports.Table{Heads: []exports.TableHead{{Text: "a"}, {Text: "b"}}, Rows: []exports.TableRow{{Cells: make([]exports.Line, 2)}}}
	if got := exports.Results("", table, uprightFrame, narrow{}); len(got) > 0 {
		t.Errorf("drawn: %v", got)
	}
}

// No row is lost and none leaves its frame, however many there are.
func TestManyResultsGoOnInFurtherDrawings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfN(rapid.StringOfN(rapid.RuneFrom([]rune("ab č")), 1, 400, -1), 1, 120).Draw(t, "texts")
		votes := slices.Repeat([]*int{new(7)}, len(texts))
		totals := 0
		for _, d := range exports.Results(strings.Repeat("t", 300), resultTable(texts, votes), uprightFrame, narrow{}) {
			if d.Width > uprightFrame.Width || d.Height > uprightFrame.Height+10 {
				t.Fatalf("%v × %v", d.Width, d.Height)
			}
			for _, s := range d.Strokes {
				if s.X2 > uprightFrame.Width {
					t.Fatalf("a bar ends at %v", s.X2)
				}
			}
			totals += len(d.Strokes)
		}
		if totals != len(texts) {
			t.Fatalf("%d of %d rows are drawn", totals, len(texts))
		}
	})
}
