package rehearsal

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dilna/cmd/dilna/language"
	"dilna/models"
	"dilna/models/voting"
)

// A room is what people of a meeting did: where each sits, -1 for nowhere, and what
// each said.
type room struct {
	tables int
	sits   []int
	said   []voting.Ballot // of entries "0", "1" …
}

// record is what a workshop file says of a round that the room was told by tables,
// with the ballots or without.
func (r room) record(rule voting.Rule, ideas int, listed bool) models.Minutes {
	entries := make([]models.EntryID, ideas)
	step := models.StepMinutes{Method: models.MethodCollect, Heading: "by table", Ideas: make([]models.IdeaMinutes, ideas)}
	for n := range entries {
		entries[n], step.Ideas[n].Text = models.EntryID(strconv.Itoa(n)), fmt.Sprint("idea ", n)
	}
	division := models.Division{}
	where := models.DivisionMinutes{Heading: "where"}
	cast := models.PartBallots{Of: map[models.PartID][]voting.Ballot{}}
	for table := range r.tables {
		part := models.DivisionPart{ID: models.PartID(strconv.Itoa(table)), Heading: fmt.Sprint("table ", table)}
		for _, sits := range r.sits {
			if sits == table {
				part.Seats++
			}
		}
		division.Parts = append(division.Parts, part)
		where.Parts = append(where.Parts, models.PartMinutes{Heading: part.Heading, Seats: part.Seats})
	}
	round := models.RoundMinutes{ByPart: new(0), Voters: new(0)}
	round.Say(&rule)
	for n, said := range r.said {
		if len(said) == 0 {
			continue
		}
		*round.Voters++
		if listed {
			var filed ballot
			for _, vote := range said {
				entry, _ := strconv.Atoi(string(vote.Entry))
				filed = append(filed, models.CastVote{Entry: entry, Value: vote.Value, Values: vote.Values})
			}
			round.Ballots = append(round.Ballots, filed)
		}
		switch {
		case !rule.Counts(said):
			round.Partial++
		case r.sits[n] < 0:
			cast.Elsewhere++
		default:
			part := division.Parts[r.sits[n]].ID
			cast.Of[part] = append(cast.Of[part], said)
		}
	}
	for n, result := range rule.Tally(entries, r.said) {
		step.Ideas[n].Votes = []*int{&result.Points}
		if line := (models.ResultMinutes{Entry: n, Details: result.Details}); line.SaysMore() {
			round.Results = append(round.Results, line)
		}
	}
	for _, part := range cast.ToldApart(division.Parts) {
		m := models.PartResultMinutes{Voters: len(cast.Of[part])}
		m.Part, _ = strconv.Atoi(string(part))
		for n, total := range models.NewPartTotals(models.Round{}, part, m.Voters, rule.Tally(entries, cast.Of[part])) {
			m.Results = append(m.Results, models.ResultMinutes{Entry: n, Points: total.Points, Details: total.Details})
		}
		round.PartResults = append(round.PartResults, m)
	}
	round.Ballots = canonicalBallots(round.Ballots) // in an order that does not tell where who cast them sits
	step.Rounds = []models.RoundMinutes{round}
	return models.Minutes{Divisions: []models.DivisionMinutes{where}, Steps: []models.StepMinutes{step}}
}

// spoken is a ballot that the rule allows, on some of so many ideas.
func spoken(t *rapid.T, rule voting.Rule, ideas int) voting.Ballot {
	var said voting.Ballot
	order := rapid.Permutation(numbersTo(ideas)).Draw(t, "order")
	for n, idea := range order[:rapid.IntRange(0, ideas).Draw(t, "of so many")] {
		vote := voting.Vote{Entry: models.EntryID(strconv.Itoa(idea))}
		switch rule.Name {
		case voting.Choice:
			vote.Value = rapid.IntRange(-1, 1).Draw(t, "for or against")
		case voting.PlusMinus:
			vote.Value = rapid.SampledFrom([]int{1, 2, -1}).Draw(t, "dots")
		case voting.Places:
			vote.Value = n + 1
		case voting.Scale:
			vote.Value = rapid.IntRange(1, rule.Steps).Draw(t, "mark")
		case voting.Judging:
			vote.Values = []int{rapid.IntRange(1, rule.Steps).Draw(t, "mark"), rapid.IntRange(0, rule.Steps).Draw(t, "other mark")}
		default:
			vote.Value = 1
		}
		if rule.Check(append(said, vote), nil) == nil {
			said = append(said, vote)
		}
	}
	return said
}

func numbersTo(end int) []int {
	numbers := make([]int, end)
	for n := range numbers {
		numbers[n] = n
	}
	return numbers
}

var rulesPlayed = []voting.Rule{
	{Name: voting.Dots, Dots: 3, PerEntry: 1},
	{Name: voting.Dots, Dots: 2, PerEntry: 1, UseAll: true},
	{Name: voting.Choice, Majority: voting.Simple},
	{Name: voting.Approval, Most: 3},
	{Name: voting.PlusMinus, Dots: 3, Minus: new(2)},
	{Name: voting.Places, Places: 2},
	{Name: voting.Scale, Steps: 4},
	{Name: voting.Budget, Budget: 5, Costs: map[models.EntryID]int{"0": 2, "1": 3, "2": 1}},
	{Name: voting.Judging, Steps: 3, Criteria: []voting.Criterion{{Name: "a", Weight: 2}, {Name: "b", Weight: 1}}},
}

// TestARoundHeldByPartIsDealtSoThatTheSameIsTold: of random rooms, each rule with the ballots
// that people cast, dots without them, too.
func TestARoundHeldByPartIsDealtSoThatTheSameIsTold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rule := rapid.SampledFrom(rulesPlayed).Draw(t, "rule")
		plain := rule.Name == voting.Dots && !rule.UseAll
		r := room{tables: rapid.IntRange(1, 4).Draw(t, "tables")}
		for range rapid.IntRange(5, 40).Draw(t, "people") {
			r.sits = append(r.sits, rapid.IntRange(-1, r.tables-1).Draw(t, "sits"))
			r.said = append(r.said, spoken(t, rule, 4))
		}
		listed := !plain || rapid.Bool().Draw(t, "listed")
		file := r.record(rule, 4, listed)
		if round := file.Steps[0].Rounds[0]; *round.Voters < models.MinBallots || listed && len(round.Ballots) == 0 {
			return // nothing can be told of it
		}
		p, err := newPlan(file, 0, language.English)
		if err != nil {
			t.Fatal(err)
		}
		acknowledgeAll(p)
		if got := p.expected(); len(p.notPlayed) > 0 || !sameFile(file, got) {
			t.Fatalf("not played: %q; told is %+v, not %+v", p.notPlayed, got.Steps[0].Rounds[0], file.Steps[0].Rounds[0])
		}
		toldByWhereTheySit(t, p)
	})
}

// toldByWhereTheySit holds what is told of a round against whose phones cast its ballots.
func toldByWhereTheySit(t *rapid.T, p *plan) {
	r, d := p.steps[0].rounds[0], p.divided[0]
	cast, once := models.PartBallots{Of: map[models.PartID][]voting.Ballot{}}, map[int]bool{}
	for n, phone := range r.phones {
		if once[phone] {
			t.Fatalf("phone %d votes twice", phone)
		}
		once[phone] = true
		switch part := d.partOf(p.sits[phone]); {
		case !r.counts(r.ballots[n]):
		case part == "":
			cast.Elsewhere++
		default:
			cast.Of[part] = append(cast.Of[part], r.ballots[n].votes())
		}
	}
	var told []string
	for _, part := range cast.ToldApart(d.Parts) {
		told = append(told, fmt.Sprint(models.PlaceOf(p.divisionRows(), part)[1], ": ", len(cast.Of[part])))
	}
	var want []string
	for _, result := range r.file.PartResults {
		want = append(want, fmt.Sprint(result.Part, ": ", result.Voters))
	}
	if !slices.Equal(told, want) {
		t.Fatalf("told are %v, in the file %v", told, want)
	}
}

func TestWhatCannotBeToldByPartIsNotedAndPlayedByAll(t *testing.T) {
	said := make([]voting.Ballot, 12)
	sits := make([]int, 12)
	for n := range said {
		sits[n], said[n] = n/6, voting.Ballot{{Entry: models.EntryID(strconv.Itoa(n % 2)), Value: 1}}
	}
	for name, spoil := range map[string]struct {
		noted string
		spoil func(*models.RoundMinutes)
	}{
		"more than the room gave":  {"no way was found", func(r *models.RoundMinutes) { *r.PartResults[0].Results[0].Points = 7 }},
		"more who voted than dots": {"no way was found", func(r *models.RoundMinutes) { r.PartResults[1].Voters = 7 }},
		"what nobody can be left of": {"cannot sit so", func(r *models.RoundMinutes) {
			r.PartResults[0].Voters, *r.PartResults[0].Results[0].Points, r.PartResults = 4, 1, r.PartResults[:1]
		}},
		"typed totals": {"nobody knows who gave what", func(r *models.RoundMinutes) { r.CastBy = models.CastTyped }},
	} {
		file := room{2, sits, said}.record(voting.Rule{Name: voting.Dots, Dots: 1, PerEntry: 1}, 2, false)
		spoil.spoil(&file.Steps[0].Rounds[0])
		p := planOf(t, file, 12)
		r := p.steps[0].rounds[0]
		if r.add.ByPart != "" || len(p.notPlayed) != 1 || !strings.Contains(p.notPlayed[0], spoil.noted) {
			t.Errorf("%s: told by %q, not played: %q", name, r.add.ByPart, p.notPlayed)
		}
		acknowledgeAll(p)
		if got := p.expected().Steps[0]; *got.Ideas[0].Votes[0] != 6 || got.Rounds[0].ByPart != nil {
			t.Errorf("%s: it is not played by all: %+v", name, got)
		}
	}
}

func TestOfNoBallotsNothingIsDealt(t *testing.T) {
	if dealt := share(nil, []demand{{5, []int{3}}}); dealt != nil {
		t.Errorf("dealt are %v", dealt)
	}
}
