package rehearsal

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dilna/models"
)

// dividedRoom is a workshop at two tables and with guests; the tables have so
// many seats. At each so many vote.
func dividedRoom(seats, voters int) models.Minutes {
	file := models.Minutes{Divisions: []models.DivisionMinutes{
		{Heading: "where", Parts: []models.PartMinutes{{Heading: "table 1", Seats: seats}, {Heading: "table 2", Seats: seats}}},
		{Heading: "for whom", Parts: []models.PartMinutes{{Heading: "for us", Seats: 2 * seats}, {Heading: "guests", Guests: true, Seats: 1}}},
	}}
	for table := range 2 {
		round := threeDots
		round.Voters = &voters
		step := voted([]models.RoundMinutes{round}, []*int{&voters}).Steps[0]
		step.Heading, step.Part = fmt.Sprint("step ", table), &[2]int{0, table}
		file.Steps = append(file.Steps, step)
	}
	return file
}

func TestPeopleSitWhereTheFileSaysAndGuestsAtNoTable(t *testing.T) {
	file := dividedRoom(3, 3)
	file.Steps = append(file.Steps, models.StepMinutes{Method: models.MethodCollect, Heading: "all"})
	p := planOf(t, file, 9)
	want := [][]int{{0, 1, 2}, {3, 4, 5}, {0, 1, 2, 3, 4, 5, 6, 7}} // the last one watches, two sit at no table
	for n, step := range p.steps {
		if got := p.takingPart(step); !slices.Equal(got, want[n]) {
			t.Errorf("in %s %v take part, want %v", step.row.Heading, got, want[n])
		}
	}
	if together := [2]int{len(p.beside(0)), len(p.beside(2))}; together != [2]int{2, 1} {
		t.Errorf("so many steps stand open together: %v, want both tables, then the room alone", together)
	}
	acknowledgeAll(p)
	if !sameFile(file, p.expected()) || len(p.notPlayed) > 0 {
		t.Errorf("the plan does not make the file; not played: %q", p.notPlayed)
	}
}

func TestWhereNobodyKnowsWhoSatAllAreDealt(t *testing.T) {
	file := dividedRoom(0, 2)
	file.Divisions[1].Parts[1].Seats = 0
	p := planOf(t, file, 7)
	if at := [2]int{len(p.takingPart(p.steps[0])), len(p.takingPart(p.steps[1]))}; at != [2]int{4, 3} {
		t.Errorf("%v sit at the tables, want all seven evenly", at)
	}
	acknowledgeAll(p)
	if !sameFile(file, p.expected()) || len(p.notPlayed) > 0 {
		t.Errorf("the plan does not make the file; not played: %q", p.notPlayed)
	}
}

func TestWhatATableCannotDoIsNoted(t *testing.T) {
	file := dividedRoom(2, 3) // three voted where two sat
	file.Steps = append(file.Steps, models.StepMinutes{Method: models.MethodCollect, Heading: "guests", Part: &[2]int{1, 1}})
	file.Feedback = &models.FeedbackMinutes{Answered: 2, Questions: []models.QuestionMinutes{
		{Text: "Q", Kind: models.QuestionText, Texts: []string{"good"}},
		{Text: "off", Kind: models.QuestionText, Off: true, Texts: []string{"bad"}},
	}}
	p := planOf(t, file, 0)
	if p.participants != 7 {
		t.Errorf("%d phones, want three at each table and one that watches", p.participants)
	}
	for _, part := range []string{"as many sit down as voted", "who only watch", "1 person none of whose answers", "which is not asked"} {
		if !slices.ContainsFunc(p.notPlayed, func(note string) bool { return strings.Contains(note, part) }) {
			t.Errorf("nothing said of %q in %q", part, p.notPlayed)
		}
	}
}

func TestEverybodyWhoAnsweredSaysSomething(t *testing.T) {
	said := &models.FeedbackMinutes{Answered: 4, Questions: []models.QuestionMinutes{
		{Text: "score", Kind: models.QuestionScale, Scores: []int{0, 0, 1, 0, 2}},
		{Text: "good", Kind: models.QuestionText, Texts: []string{"b", "a"}},
		{Text: "nobody", Kind: models.QuestionScale, Scores: []int{0, 0, 0, 0, 0}},
	}}
	file := models.Minutes{Feedback: said}
	p := planOf(t, file, 0)
	if p.participants != 4 || len(p.asked.people) != 4 || len(p.notPlayed) > 0 {
		t.Errorf("%d phones, %d of them answer, not played: %q", p.participants, len(p.asked.people), p.notPlayed)
	}
	for _, one := range p.asked.people {
		one.added = true
	}
	if !sameFile(file, p.expected()) {
		t.Error("the plan does not make the file")
	}
	p.asked.people[0].added = false
	if sameFile(file, p.expected()) {
		t.Error("an answer that was not acknowledged is expected")
	}
}

func TestARoundOfAPartIsPlayedByItsPeople(t *testing.T) {
	file := dividedRoom(3, 3)
	round, voters := threeDots, 2
	round.Voters, round.Parts = &voters, [][2]int{{0, 1}}
	step := voted([]models.RoundMinutes{round}, []*int{&voters}).Steps[0]
	step.Heading = "jury"
	file.Steps = append(file.Steps, step)
	p := planOf(t, file, 9)
	plenary := p.steps[2]
	if got := p.voting(plenary, plenary.rounds[0]); !slices.Equal(got, []int{3, 4, 5}) {
		t.Errorf("%v vote in the round of the second table", got)
	}
	acknowledgeAll(p)
	if !sameFile(file, p.expected()) || len(p.notPlayed) > 0 {
		t.Errorf("the plan does not make the file; not played: %q", p.notPlayed)
	}
}

// TestARoundThatIsToldByPartIsPreparedSo: nobody has voted in it yet.
func TestARoundThatIsToldByPartIsPreparedSo(t *testing.T) {
	file := dividedRoom(5, 5)
	step := voted([]models.RoundMinutes{{Dots: 3, PerIdea: 1, ByPart: new(0)}}).Steps[0]
	step.Heading = "by table"
	file.Steps = append(file.Steps, step)
	p := planOf(t, file, 11)
	if p.steps[2].rounds[0].add.ByPart == "" || len(p.notPlayed) > 0 {
		t.Errorf("it is told of everybody, not played: %q", p.notPlayed)
	}
}
