package voting_test

import (
	"encoding/json"
	"errors"
	"fmt"
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
		Name   string                 `json:"name"`
		Rule   voting.Rule            `json:"rule"`
		Topics voting.Topics          `json:"topics"`
		Ballot map[voting.EntryID]int `json:"ballot"`
		Code   voting.Code            `json:"code"`
		Values []int                  `json:"values"`
		Counts *bool                  `json:"counts"`
	} `json:"ballots"`
	Tallies []struct {
		Name    string                   `json:"name"`
		Rule    voting.Rule              `json:"rule"`
		Entries []voting.EntryID         `json:"entries"`
		Ballots []map[voting.EntryID]int `json:"ballots"`
		Results []voting.Result          `json:"results"`
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

func ballotOf(votes map[voting.EntryID]int) voting.Ballot {
	var b voting.Ballot
	for entry, value := range votes {
		b = append(b, voting.Vote{Entry: entry, Value: value})
	}
	return b.Sorted()
}

func TestEachRuleAllowsTheBallotsOfTheTable(t *testing.T) {
	for _, c := range read(t).Ballots {
		t.Run(c.Name, func(t *testing.T) {
			err := c.Rule.Check(ballotOf(c.Ballot), c.Topics)
			refusal, refused := errors.AsType[*voting.Refusal](err)
			if refused != (c.Code != "") || refused && (refusal.Code != c.Code || !slices.Equal(refusal.Values, c.Values)) {
				t.Errorf("by %+v the ballot %v is answered %v, not %s %v", c.Rule, c.Ballot, err, c.Code, c.Values)
			}
			if c.Counts != nil && *c.Counts != c.Rule.Counts(ballotOf(c.Ballot)) {
				t.Errorf("by %+v the ballot %v counts: %v", c.Rule, c.Ballot, !*c.Counts)
			}
		})
	}
}

func TestEachRuleCountsTheBallotsOfTheTable(t *testing.T) {
	for _, c := range read(t).Tallies {
		t.Run(c.Name, func(t *testing.T) {
			var ballots []voting.Ballot
			for _, votes := range c.Ballots {
				ballots = append(ballots, ballotOf(votes))
				if err := c.Rule.Check(ballotOf(votes), nil); err != nil {
					t.Errorf("nobody can cast %v: %v", votes, err)
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
			ballot := ballotOf(votes)
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
