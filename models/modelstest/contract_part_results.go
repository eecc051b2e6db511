package modelstest

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"dilna/models"
	"dilna/models/store"
	"dilna/models/voting"
	"dilna/models/workshopfile"
)

// partResultContract is what holds of results that are told by the parts of the room,
// too (docs/adr/0051).
var partResultContract = map[string]func(*testing.T, *store.Store){
	"TM-03 a part is told apart where enough voted and enough are left over": toldApart,
	"TM-03 a ballot that is not counted makes nobody's part larger":          uncountedInParts,
	"by each rule a part is told what its own ballots give":                  partsByEachRule,
	"the parts of random rooms add up, and never give four away":             randomParts,
	"INV-18 parts are told at each door when all of the result is":           partResultDoors,
	"ideas that were made one have what parts gave to both":                  partsMerged,
	"copies, templates and files say by whose parts a round is told":         partResultsAgain,
	"by whose parts is said while a round is prepared, and taken back":       byPartChange,
	"what a result is told by stays":                                         toldPartsStay,
	"a round nobody voted in is told by no part, and opens again":            nobodyByPart,
}

// byTables is a room in which so many sit at each table, the last of them nowhere, and
// a round of one dot on two ideas, open, told by tables.
func byTables(t *testing.T, s *store.Store, nowhere int, sit ...int) (*Scene, models.Division, models.RoundID, []models.Entry) {
	t.Helper()
	people := nowhere
	for _, n := range sit {
		people += n
	}
	r := NewScene(t, s, people)
	headings := make([]string, len(sit))
	for i := range sit {
		headings[i] = fmt.Sprintf("Stůl %d", i+1)
	}
	d := r.tables(t, false, append(headings, "Hosté")...)
	seat := 0
	for part, n := range sit {
		for range n {
			must(t, r.sit(t, seat, d, part))
			seat++
		}
	}
	step := r.Step(t, models.MethodCollect)
	ideas := []models.Entry{r.Idea(t, step.ID, "a"), r.Idea(t, step.ID, "b")}
	return r, d, r.byPart(t, step.ID, d, dotsRule(1, 1)), ideas
}

// byPart opens a round that is told by the parts of the division.
func (r *Scene) byPart(t *testing.T, step models.StepID, d models.Division, rule voting.Rule) models.RoundID {
	t.Helper()
	in := models.NewRound{ID: models.NewID[models.RoundID](), Rule: &rule, ByPart: d.ID, Open: true}
	_, err := r.Store.AddRound(t.Context(), r.Facilitator, Key(), step, in)
	must(t, err)
	return in.ID
}

// voteAll has everybody give her dot: each second one to the first idea.
func (r *Scene) voteAll(t *testing.T, round models.RoundID, ideas []models.Entry) {
	t.Helper()
	for seat := range r.Seats {
		_, err := r.ballot(t, r.Seats[seat], round, 1, voting.Vote{Entry: ideas[seat%2].ID, Value: 1})
		must(t, err)
	}
}

func (r *Scene) closed(t *testing.T, round models.RoundID) models.RoundView {
	t.Helper()
	view, err := r.Store.SetRoundState(t.Context(), r.Facilitator, Key(), round, models.RoundMove{State: models.RoundClosed})
	must(t, err)
	return view
}

// told are how many voted in the parts that are told, by the heading.
func told(d models.Division, results []models.PartResult) string {
	var said []string
	for _, part := range d.Parts {
		for _, result := range results {
			if result.Part == part.ID {
				said = append(said, fmt.Sprintf("%s: %d", part.Heading, result.Voters))
			}
		}
	}
	return strings.Join(said, ", ")
}

func toldApart(t *testing.T, s *store.Store) {
	for _, c := range []struct {
		tables         []int
		nowhere, paper int
		want           string
	}{
		{[]int{5, 6}, 0, 0, "Stůl 1: 5, Stůl 2: 6"},
		{[]int{4, 6}, 0, 0, ""},             // the four would be what is left over
		{[]int{4, 6, 7}, 0, 0, "Stůl 3: 7"}, // so the smallest goes with them
		{[]int{4, 4, 6}, 0, 0, "Stůl 3: 6"}, // eight are left over
		{[]int{5, 6}, 1, 0, "Stůl 2: 6"},    // one who sits nowhere
		{[]int{5, 6}, 5, 0, "Stůl 1: 5, Stůl 2: 6"},
		{[]int{5, 6}, 0, 4, "Stůl 2: 6"}, // four on paper, whom the room knows
		{[]int{5, 6}, 0, 5, "Stůl 1: 5, Stůl 2: 6"},
		{[]int{5, 6}, 2, 5, "Stůl 2: 6"}, // who entered the paper knows the two
		{[]int{5, 5}, 1, 0, "Stůl 1: 5"}, // of equals the last goes
		{[]int{5, 0}, 0, 0, "Stůl 1: 5"},
	} {
		r, d, round, ideas := byTables(t, s, c.nowhere, c.tables...)
		r.voteAll(t, round, ideas)
		for range c.paper {
			_, err := r.paper(t, round, models.NewID[models.BallotID](), 1, models.IdeaDots{Idea: ideas[0].ID, Count: 1})
			must(t, err)
		}
		if got := told(d, r.closed(t, round).PartResults); got != c.want {
			t.Errorf("at tables %v, nowhere %d, on paper %d: told are %q, not %q", c.tables, c.nowhere, c.paper, got, c.want)
		}
		for _, part := range d.Parts {
			file, err := workshopfile.Encode(r.record(t))
			must(t, err)
			said := len(r.record(t).Steps[0].Rounds[0].PartResults)
			if hidden := !strings.Contains(c.want, part.Heading+":"); hidden && strings.Count(string(file), `"voters"`) != 1+said {
				t.Errorf("the file tells of %s", part.Heading)
			}
		}
	}
}

// partsByEachRule: at one table the ballots of a case, twice and more, at the other
// the first of them.
func partsByEachRule(t *testing.T, s *store.Store) {
	played := map[voting.Name]bool{}
	for _, c := range casesCounted(t) {
		if played[c.Rule.Name] || len(c.Ballots) < 2 {
			continue
		}
		played[c.Rule.Name] = true
		r := NewScene(t, s, 15)
		d := r.tables(t, false, "Stůl 1", "Stůl 2", "Hosté")
		step := r.Step(t, models.MethodCollect)
		ids := r.ideasOf(t, step.ID, c)
		rule := c.on(ids)
		round, cast := r.byPart(t, step.ID, d, rule), map[models.PartID][]voting.Ballot{}
		for seat := range r.Seats {
			part := seat / 8
			must(t, r.sit(t, seat, d, part))
			said := c.Ballots[0]
			if part == 0 {
				said = c.Ballots[seat%len(c.Ballots)]
			}
			ballot := ballotOn(t, ids, said)
			_, err := r.ballot(t, r.Seats[seat], round, 1, ballot...)
			must(t, err)
			if len(ballot) > 0 && rule.Counts(ballot) {
				cast[d.Parts[part].ID] = append(cast[d.Parts[part].ID], ballot)
			}
		}
		results := r.closed(t, round).PartResults
		for _, result := range results {
			var want []models.Place
			for _, line := range rule.Tally(placed(result.Standing), cast[result.Part]) {
				line.Passed, line.Fits = nil, nil
				want = append(want, models.Place{Idea: line.Entry, Points: &line.Points, Details: line.Details})
			}
			for i := range result.Standing {
				result.Standing[i].Rank = 0
			}
			if result.Voters != len(cast[result.Part]) || !reflect.DeepEqual(result.Standing, want) {
				t.Errorf("%s: of %d, not %d, is told %+v, not %+v", c.Rule.Name, result.Voters, len(cast[result.Part]), result.Standing, want)
			}
		}
		if len(results) == 0 {
			t.Errorf("%s: no part is told", c.Rule.Name)
		}
	}
	if len(played) < 8 {
		t.Errorf("only %d rules were played", len(played))
	}
}

func placed(standing []models.Place) []models.EntryID {
	ids := make([]models.EntryID, len(standing))
	for i, place := range standing {
		ids[i] = place.Idea
	}
	return ids
}

// randomParts counts by hand: who sits where and gives what is drawn, and of what is
// told each number is held against it.
func randomParts(t *testing.T, s *store.Store) {
	dice := rand.New(rand.NewPCG(5, 37)) //nolint:gosec // a test that can be run again
	for range 12 {
		tables := make([]int, 1+dice.IntN(4))
		for i := range tables {
			tables[i] = dice.IntN(9)
		}
		r, d, round, ideas := byTables(t, s, dice.IntN(7), tables...)
		type of struct {
			part models.PartID
			idea models.EntryID
		}
		voters, points, all := map[models.PartID]int{}, map[of]int{}, 0
		for seat := range r.Seats {
			idea := ideas[dice.IntN(2)].ID
			if dice.IntN(5) == 0 {
				continue // votes for nothing
			}
			_, err := r.ballot(t, r.Seats[seat], round, 1, voting.Vote{Entry: idea, Value: 1})
			must(t, err)
			var part models.PartID // of those who sit nowhere there is none
			for i, first := 0, 0; i < len(tables); first, i = first+tables[i], i+1 {
				if seat >= first && seat < first+tables[i] {
					part = d.Parts[i].ID
				}
			}
			voters[part]++
			points[of{part, idea}]++
			all++
		}
		left := all
		results := r.closed(t, round).PartResults
		shown := map[models.PartID]bool{}
		for _, result := range results {
			left, shown[result.Part] = left-result.Voters, true
			if result.Voters < 5 || result.Voters != voters[result.Part] {
				t.Errorf("at tables %v a part is told to have %d voters, it has %d", tables, result.Voters, voters[result.Part])
			}
			for _, place := range result.Standing {
				if *place.Points != points[of{result.Part, place.Idea}] {
					t.Errorf("a part gave %d, told is %d", points[of{result.Part, place.Idea}], *place.Points)
				}
			}
		}
		if len(results) > 0 && left > 0 && left < 5 {
			t.Errorf("at tables %v with %d votes, %d are left over", tables, all, left)
		}
		for _, part := range d.Parts { // nothing is kept back that need not be
			if also := left - voters[part.ID]; !shown[part.ID] && voters[part.ID] >= 5 && (also == 0 || also >= 5) {
				t.Errorf("at tables %v with %v, %s is kept back", tables, voters, part.Heading)
			}
		}
	}
}

// uncountedInParts: of five at a table one leaves a dot that all must place.
func uncountedInParts(t *testing.T, s *store.Store) {
	r, d, first, ideas := byTables(t, s, 0, 5, 6, 6)
	r.setRound(t, first, models.RoundClosed)
	all := dotsRule(2, 1)
	all.UseAll = true
	round := r.byPart(t, ideas[0].StepID, d, all)
	for seat := range r.Seats {
		said := voting.Ballot{{Entry: ideas[0].ID, Value: 1}, {Entry: ideas[1].ID, Value: 1}}
		if seat == 0 {
			said = said[:1]
		}
		_, err := r.ballot(t, r.Seats[seat], round, 1, said...)
		must(t, err)
	}
	if got := told(d, r.closed(t, round).PartResults); got != "Stůl 2: 6" {
		t.Errorf("of five of whom one left a dot, of six and of six are told %q", got)
	}
}

func partResultDoors(t *testing.T, s *store.Store) {
	r, d, round, ideas := byTables(t, s, 0, 5, 6, 4)
	before := r.Look(t, models.Wall).Revision
	r.voteAll(t, round, ideas)
	for door, said := range r.toldAt(t, before) {
		if door == "phones afresh" && !strings.Contains(said, `"by_part":"`+string(d.ID)) {
			t.Errorf("while they vote, %s are not told that it will be told by tables", door)
		}
		if strings.Contains(said, "part_results") {
			t.Errorf("while they vote, %s tell what tables gave", door)
		}
	}
	closed := r.closed(t, round)
	if got := told(d, closed.PartResults); got != "Stůl 2: 6" {
		t.Errorf("whoever facilitates is told %q", got)
	}
	for _, shown := range []struct {
		by   models.RoundState
		told bool
	}{{"", false}, {models.RoundRevealing, false}, {models.RoundRevealed, true}} {
		if shown.by != "" {
			r.setRound(t, round, shown.by)
		}
		for door, said := range r.toldAt(t, before) {
			screen := strings.HasPrefix(door, "phones") || strings.HasPrefix(door, "the wall")
			if tells := strings.Contains(said, "part_results"); tells != (shown.told && screen) {
				t.Errorf("with %q shown, of parts %s tell %v", shown.by, door, tells)
			}
			for _, part := range []int{0, 2} {
				if strings.Contains(said, `"part":"`+string(d.Parts[part].ID)+`","voters"`) {
					t.Errorf("%s tell of %s", door, d.Parts[part].Heading)
				}
			}
		}
	}
}

func partsMerged(t *testing.T, s *store.Store) {
	r, d, round, ideas := byTables(t, s, 0, 5, 6)
	r.voteAll(t, round, ideas)
	r.closed(t, round)
	r.merge(t, ideas[0], ideas[1])
	changes, err := s.Changes(t.Context(), r.ID, 0)
	must(t, err)
	results := changes.For(models.Facilitators).Rounds[0].PartResults
	if told(d, results) != "Stůl 1: 5, Stůl 2: 6" {
		t.Fatalf("told are %+v", results)
	}
	for _, result := range results {
		if len(result.Standing) != 1 || *result.Standing[0].Points != result.Voters || result.Standing[0].Rank != 1 {
			t.Errorf("made one, they have %+v", result)
		}
	}
	if m := r.record(t).Steps[0].Rounds[0]; *m.ByPart != 0 || len(m.PartResults) != 2 || *m.PartResults[1].Results[0].Points != 6 {
		t.Errorf("the record says %+v", m)
	}
}
