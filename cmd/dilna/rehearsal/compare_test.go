package rehearsal

import (
	"slices"
	"strings"
	"testing"

	"dilna/cmd/dilna/language"
	"dilna/models"
	"dilna/models/modelstest"
)

func TestTheComparisonNamesWhatIsWrong(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(m *models.Minutes)
		want  map[string]int
		text  string
	}{
		{"nothing", func(*models.Minutes) {}, map[string]int{}, ""},
		{"an idea is missing", func(m *models.Minutes) { m.Steps[0].Ideas = slices.Delete(m.Steps[0].Ideas, 3, 4) },
			map[string]int{findingLost: 1}, "Výzva"},
		{"an idea is there twice", func(m *models.Minutes) { m.Steps[0].Ideas = append(m.Steps[0].Ideas, m.Steps[0].Ideas[3]) },
			map[string]int{findingDoubled: 1}, "2 times"},
		{"an idea that nobody sent", func(m *models.Minutes) {
			m.Steps[0].Ideas = append(m.Steps[0].Ideas, models.IdeaMinutes{Text: "ghost"})
		}, map[string]int{findingDoubled: 1}, "ghost"},
		{"another text", func(m *models.Minutes) { m.Steps[0].Ideas[3].Text = "Vyzva" },
			map[string]int{findingLost: 1, findingDoubled: 1}, "Vyzva"},
		{"two ideas changed places", func(m *models.Minutes) {
			i := m.Steps[0].Ideas
			i[0], i[1] = i[1], i[0]
		}, map[string]int{findingDiffers: 1}, "order"},
		{"a mark is gone", func(m *models.Minutes) { m.Steps[2].Topics[0].Ideas[0].Marked = false },
			map[string]int{findingDiffers: 1}, "topics[0].ideas[0]"},
		{"a total is another", func(m *models.Minutes) { *m.Steps[3].Ideas[0].Votes[0]++ },
			map[string]int{findingDiffers: 1}, "steps[3].ideas[0]"},
		{"zero became not counted", func(m *models.Minutes) { m.Steps[3].Ideas[1].Votes = nil },
			map[string]int{findingDiffers: 1}, "steps[3].ideas[1]"},
		{"a deep cause is missing", func(m *models.Minutes) {
			c := m.Steps[7].Causes[2].Causes[0].Causes[2].Causes
			m.Steps[7].Causes[2].Causes[0].Causes[2].Causes = c[1:]
		}, map[string]int{findingLost: 1}, "Nespořili"},
		{"the head changed", func(m *models.Minutes) { m.Place = "elsewhere" }, map[string]int{findingDiffers: 1}, "head"},
		{"a step is missing", func(m *models.Minutes) { m.Steps = m.Steps[1:] }, map[string]int{findingLost: 1}, "ASOCIACE"},
		{"who sat where", func(m *models.Minutes) {
			m.Divisions = []models.DivisionMinutes{{Heading: "tables", Parts: []models.PartMinutes{{Heading: "one", Seats: 5}}}}
		}, map[string]int{findingDiffers: 1}, "divisions"},
		{"an answer nobody gave", func(m *models.Minutes) { m.Feedback = &models.FeedbackMinutes{Answered: 1} },
			map[string]int{findingDiffers: 1}, "feedback"},
		{"the origin of a topic", func(m *models.Minutes) { m.Steps[2].Topics[6].From = "" }, map[string]int{findingDiffers: 1}, "from"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			want, got := modelstest.ModelRecord(), modelstest.ModelRecord()
			test.spoil(&got)
			f := &findings{count: map[string]int{}}
			comparison{f, language.English}.minutes(want, got)
			total := 0
			for sort, n := range test.want {
				if f.count[sort] != n {
					t.Errorf("%s: %d, want %d", sort, f.count[sort], n)
				}
				total += n
			}
			if len(f.told) != total {
				t.Errorf("told %+v", f.told)
			}
			if total > 0 && !slices.ContainsFunc(f.told, func(found Finding) bool { return strings.Contains(found.Text, test.text) }) {
				t.Errorf("nothing about %q in %+v", test.text, f.told)
			}
		})
	}
}

func TestBallotsHaveNoOrder(t *testing.T) {
	round := models.RoundMinutes{Dots: 3, PerIdea: 2, Ballots: []ballot{{{Entry: 0, Value: 1}, {Entry: 1, Value: 2}}, {{Entry: 2, Value: 1}}}}
	shuffled := round
	shuffled.Ballots = []ballot{{{Entry: 2, Value: 1}}, {{Entry: 1, Value: 2}, {Entry: 0, Value: 1}}}
	a, b := voted([]models.RoundMinutes{round}), voted([]models.RoundMinutes{shuffled})
	if !sameFile(a, b) {
		t.Error("the same ballots in another order are the same")
	}
	b.Steps[0].Rounds[0].Ballots[0][0].Value = 2
	if sameFile(a, b) {
		t.Error("a ballot with one dot more is another")
	}
}

// Where only single ballots are missing, the file is told to be the same but for
// them, with the reason.
func TestAFileWithoutItsFewBallotsIsToldSo(t *testing.T) {
	file := models.Minutes{Steps: []models.StepMinutes{{
		Rounds: []models.RoundMinutes{{Dots: 1, Ballots: [][]models.CastVote{{{Entry: 0, Value: 1}}}}}, Ideas: []models.IdeaMinutes{{Text: "a", Votes: []*int{new(1)}}},
	}}}
	got := withoutFewBallots(file)
	if sameFile(file, got) || !sameFile(withoutFewBallots(file), got) || len(file.Steps[0].Rounds[0].Ballots) != 1 {
		t.Errorf("%+v and %+v", file, got)
	}
	for say, want := range map[language.Language]string{
		language.Czech:   "ano, kromě lístků z kol s méně než 5 hlasujícími: ty po jednom nikdo nedostane",
		language.English: "yes, but for ballots of rounds with fewer than 5 voters: nobody is given those one by one",
	} {
		r := Report{BallotsLeftOut: true, say: say}
		if said := r.sameFile(); said != want {
			t.Errorf("it says %q", said)
		}
	}
}
