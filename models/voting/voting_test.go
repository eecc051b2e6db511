package voting_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"dilna/models/voting"
)

// cases are what Go and the client both answer for (frontend/src/voting).
type cases struct {
	Ballots []struct {
		Name   string        `json:"name"`
		Rule   voting.Rule   `json:"rule"`
		Topics voting.Topics `json:"topics"`
		Ballot votes         `json:"ballot"`
		Code   voting.Code   `json:"code"`
		Values []int         `json:"values"`
		Counts *bool         `json:"counts"`
	} `json:"ballots"`
	Tallies []struct {
		Name    string           `json:"name"`
		Rule    voting.Rule      `json:"rule"`
		Entries []voting.EntryID `json:"entries"`
		Ballots []votes          `json:"ballots"`
		Results []voting.Result  `json:"results"`
	} `json:"tallies"`
}

func read(t *testing.T) (c cases) {
	t.Helper()
	data, err := os.ReadFile("testdata/cases.json")
	if err == nil {
		err = json.Unmarshal(data, &c)
	}
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// votes are what a ballot says of entries: a value, or several.
type votes map[voting.EntryID]json.RawMessage

func (v votes) ballot(t *testing.T) voting.Ballot {
	t.Helper()
	var b voting.Ballot
	for entry, said := range v {
		var line voting.Line[voting.EntryID]
		if err := json.Unmarshal(fmt.Appendf(nil, "[%q, %s]", entry, said), &line); err != nil {
			t.Fatal(err)
		}
		b = append(b, voting.Vote(line))
	}
	return b.Sorted()
}

func TestEachRuleAllowsTheBallotsOfTheTable(t *testing.T) {
	for _, c := range read(t).Ballots {
		t.Run(c.Name, func(t *testing.T) {
			ballot := c.Ballot.ballot(t)
			err := c.Rule.Check(ballot, c.Topics)
			refusal, refused := errors.AsType[*voting.Refusal](err)
			if refused != (c.Code != "") || refused && (refusal.Code != c.Code || !slices.Equal(refusal.Values, c.Values)) {
				t.Errorf("by %+v the ballot %v is answered %v, not %s %v", c.Rule, ballot, err, c.Code, c.Values)
			}
			if c.Counts != nil && *c.Counts != c.Rule.Counts(ballot) {
				t.Errorf("by %+v the ballot %v counts: %v", c.Rule, ballot, !*c.Counts)
			}
		})
	}
}

func TestEachRuleCountsTheBallotsOfTheTable(t *testing.T) {
	for _, c := range read(t).Tallies {
		t.Run(c.Name, func(t *testing.T) {
			var ballots []voting.Ballot
			for _, votes := range c.Ballots {
				ballot := votes.ballot(t)
				ballots = append(ballots, ballot)
				if err := c.Rule.Check(ballot, nil); err != nil {
					t.Errorf("nobody can cast %v: %v", ballot, err)
				}
			}
			if got := c.Rule.Tally(c.Entries, ballots); !reflect.DeepEqual(got, c.Results) {
				got, _ := json.Marshal(got)
				wanted, _ := json.Marshal(c.Results)
				t.Errorf("counted are %s, not %s", got, wanted)
			}
		})
	}
}

// TestDotsAreCountedLikeBeansINV04 holds dots against the simplest count there
// is: one bean a dot, put on a heap.
func TestDotsAreCountedLikeBeansINV04(t *testing.T) {
	entries := []voting.EntryID{"a", "b", "c", "d"}
	rapid.Check(t, func(t *rapid.T) {
		rule := voting.Rule{Name: voting.Dots, Dots: rapid.IntRange(1, 6).Draw(t, "dots"), PerEntry: rapid.IntRange(0, 4).Draw(t, "per entry")}
		heaps := map[voting.EntryID]int{}
		var counted []voting.Ballot
		for n := range rapid.IntRange(0, 8).Draw(t, "people") {
			votes, beans, tall := map[voting.EntryID]int{}, 0, false
			for _, entry := range entries {
				if value := rapid.IntRange(0, 4).Draw(t, fmt.Sprint(n, entry)); value > 0 {
					votes[entry] = value
					beans += value
					tall = tall || rule.PerEntry > 0 && value > rule.PerEntry
				}
			}
			var ballot voting.Ballot
			for entry, value := range votes {
				ballot = append(ballot, voting.Vote{Entry: entry, Value: value})
			}
			if allowed := beans <= rule.Dots && !tall; allowed != (rule.Check(ballot, nil) == nil) {
				t.Fatalf("%+v of %v: %v", rule, votes, rule.Check(ballot, nil))
			} else if !allowed {
				continue
			}
			m := rule.Measure(ballot)
			if m.Used != beans || m.Used > m.Budget || m.Highest > m.Most {
				t.Fatalf("INV-03: the measure of %v is %+v", votes, m)
			}
			counted = append(counted, ballot)
			for entry, value := range votes {
				for range value {
					heaps[entry]++
				}
			}
		}
		for i, result := range rule.Tally(entries, counted) {
			if result.Entry != entries[i] || result.Points != heaps[result.Entry] {
				t.Fatalf("%s has %d points, %d beans", result.Entry, result.Points, heaps[result.Entry])
			}
		}
	})
}

// TestJudgesAreCountedMarkByMark holds judging against the simplest count there is:
// every mark is written down as often as its criterion weighs, and the mean is of
// all that stands there.
func TestJudgesAreCountedMarkByMark(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rule := voting.Rule{Name: voting.Judging, Steps: rapid.IntRange(2, 10).Draw(t, "steps")}
		for n := range rapid.IntRange(1, 4).Draw(t, "criteria") {
			rule.Criteria = append(rule.Criteria, voting.Criterion{Name: fmt.Sprint(n), Weight: rapid.IntRange(1, 9).Draw(t, "weight")})
		}
		marks := rapid.SliceOfN(rapid.IntRange(0, rule.Steps), len(rule.Criteria), len(rule.Criteria))
		var ballots []voting.Ballot
		var written []int
		for range rapid.IntRange(0, 6).Draw(t, "judges") {
			given := marks.Draw(t, "marks")
			ballot := voting.Ballot{{Entry: "a", Values: given}}
			if none := slices.Max(given) == 0; none != (rule.Check(ballot, nil) != nil) {
				t.Fatalf("the ballot %v is answered %v", ballot, rule.Check(ballot, nil))
			} else if none {
				continue
			}
			if m := rule.Measure(ballot); m.Used != 1 || m.Highest != slices.Max(given) || m.Highest > m.Most {
				t.Fatalf("INV-03: the measure of %v is %+v", ballot, m)
			}
			ballots = append(ballots, ballot)
			for c, mark := range given {
				for range rule.Criteria[c].Weight {
					if !slices.Contains(given, 0) {
						written = append(written, mark)
					}
				}
			}
		}
		sum := 0
		for _, mark := range written {
			sum += mark
		}
		got := rule.Tally([]voting.EntryID{"a"}, ballots)[0]
		if got.Points != sum || (got.Mean == nil) != (len(written) == 0) {
			t.Fatalf("%v give %+v, not %d", ballots, got, sum)
		}
		if got.Mean != nil && math.Abs(*got.Mean-float64(sum)/float64(len(written))) > 0.00501 {
			t.Fatalf("the mean of %v is %v", written, *got.Mean)
		}
	})
}

// TestWhatJudgesGaveEntriesThatBecameOneIsCountedTogether: the mean is that of all
// marks, not of the rounded means.
func TestWhatJudgesGaveEntriesThatBecameOneIsCountedTogether(t *testing.T) {
	rule := voting.Rule{Name: voting.Judging, Steps: 5, Criteria: []voting.Criterion{{"a", 2}, {"b", 1}}}
	vote := func(entry voting.EntryID, values ...int) voting.Ballot {
		return voting.Ballot{{Entry: entry, Values: values}}
	}
	two := rule.Tally([]voting.EntryID{"x", "y"}, []voting.Ballot{vote("x", 1, 2), vote("x", 1, 1), vote("y", 5, 3)})
	one := rule.Tally([]voting.EntryID{"x"}, []voting.Ballot{vote("x", 1, 2), vote("x", 1, 1), vote("x", 5, 3)})[0]
	if both := rule.Worth(two[0].Together(two[1].Details)); !reflect.DeepEqual(both, one.Details) {
		t.Errorf("together they have %+v, not %+v", both, one.Details)
	}
}
