package exports_test

import (
	"slices"
	"strings"
	"testing"

	"dilna/exports"
	"dilna/models"
	"dilna/models/modelstest"
)

func TestTheModelRecordSaysWhatItsMinutesSaid(t *testing.T) {
	modelstest.Golden(t, "testdata/model-record.txt", dump(exports.FromMinutes(modelstest.ModelRecord(), models.MinutesOptions{})))
}

func TestEveryMethodAndMemberIsPrintedInAllLanguages(t *testing.T) {
	for _, language := range []string{"cs", "en", "sk", "de", "uk"} {
		m := fullRecord()
		m.Language = language
		modelstest.Golden(t, "testdata/full-record-"+language+".txt", dump(exports.FromMinutes(m, models.MinutesOptions{Feedback: true})))
	}
}

// A workshop file may put anything into any step; the minutes lose none of it.
func TestWhatDoesNotBelongToTheMethodIsPrintedAllTheSame(t *testing.T) {
	full := models.StepMinutes{
		Heading: "KROK", Text: "úvodní text", Effect: "následek",
		Ideas:     []models.IdeaMinutes{{Text: "podnět"}},
		Topics:    []models.TopicMinutes{{Heading: "okruh", Ideas: []models.IdeaMinutes{{Text: "podnět okruhu"}}}},
		Causes:    []models.CauseMinutes{{Text: "příčina"}},
		Decisions: []models.DecisionMinutes{{Text: "rozhodnutí"}},
		Tasks:     []models.TaskMinutes{{Text: "úkol"}},
	}
	for _, method := range []models.Method{
		models.MethodCollect, models.MethodFishbone, models.MethodText, models.MethodDecisions, models.MethodTasks,
	} {
		full.Method = method
		said := dump(exports.FromMinutes(models.Minutes{Steps: []models.StepMinutes{full}}, models.MinutesOptions{}))
		for _, text := range []string{"úvodní text", "podnět", "okruh", "podnět okruhu", "následek", "příčina", "rozhodnutí", "úkol"} {
			if n := strings.Count(said+"\n", text+"\n"); n == 0 {
				t.Errorf("a step of method %s says nothing of %q:\n%s", method, text, said)
			}
		}
	}
}

func TestTheHeadSaysWhatIsKnown(t *testing.T) {
	for _, c := range []struct {
		name string
		head models.Head
		want string // a line of the dump
	}{
		{"a numbered meeting", models.Head{Number: 12}, "Zápis z 12. jednání"},
		{"the fourth, which is read with a vowel more", models.Head{Number: 4}, "Zápis ze 4. jednání"},
		{"a meeting without a number", models.Head{}, "Zápis z jednání"},
		{"a title of its own", models.Head{Number: 1, Title: "Kulatý stůl"}, "Kulatý stůl"},
		{"a whole hour", models.Head{Date: "2025-11-19", Start: "13:00"}, "Datum: 19. 11. 2025 od 13 hodin"},
		{"two whole hours", models.Head{Date: "2025-11-09", Start: "09:00", End: "12:00"}, "Datum: 9. 11. 2025 od 9 do 12 hodin"},
		{"a half hour shows minutes on both", models.Head{Date: "2025-11-19", Start: "13:00", End: "16:30"}, "Datum: 19. 11. 2025 od 13:00 do 16:30 hodin"},
		{"one o'clock", models.Head{Start: "01:00"}, "Čas: od 1 hodiny"},
		{"only an end", models.Head{Date: "2025-11-19", End: "16:00"}, "Datum: 19. 11. 2025 do 16 hodin"},
		{"a date in words", models.Head{Date: "konec listopadu"}, "Datum: konec listopadu"},
		{"one facilitator", models.Head{Facilitators: []string{"A"}}, "Facilitátor: A"},
		{"two facilitators", models.Head{Facilitators: []string{"A", " ", "B"}}, "Facilitátoři: A, B"},
		{"the count as printed", models.Head{Attendance: &models.Attendance{Printed: "14 (+1 ORK)", Participants: new(15)}}, "Počet účastníků: 14 (+1 ORK)"},
		{"the count from numbers", models.Head{Attendance: &models.Attendance{Participants: new(14), Observers: new(2)}}, "Počet účastníků: 14 (+2 hosté)"},
		{"nobody observed", models.Head{Attendance: &models.Attendance{Participants: new(0), Observers: new(0)}}, "Počet účastníků: 0"},
		{"English ordinals", models.Head{Language: "en", Number: 22}, "Minutes of the 22nd meeting"},
		{"English twelfth", models.Head{Language: "en-GB", Number: 112}, "Minutes of the 112th meeting"},
		{"English time", models.Head{Language: "en", Date: "2025-11-19", Start: "13:00", End: "16:30"}, "Date: 19 November 2025 from 13:00 to 16:30"},
		{"a language without words of its own", models.Head{Language: "pl", Number: 1}, "Minutes of the 1st meeting"},
		{"Slovak", models.Head{Language: "sk", Number: 1}, "Zápisnica z 1. rokovania"},
		{"Slovak before s", models.Head{Language: "sk-SK", Number: 16}, "Zápisnica zo 16. rokovania"},
		{"Slovak time", models.Head{Language: "sk", Date: "2025-11-19", Start: "13:00", End: "16:30"}, "Dátum: 19. 11. 2025 od 13:00 do 16:30 hod."},
		{"German", models.Head{Language: "de-AT", Number: 3}, "Protokoll der 3. Sitzung"},
		{"German time", models.Head{Language: "de", Date: "2025-11-19", Start: "13:00"}, "Datum: 19.11.2025, ab 13:00 Uhr"},
		{"Ukrainian", models.Head{Language: "uk", Number: 2}, "Протокол 2-го засідання"},
		{"Ukrainian time", models.Head{Language: "uk", Date: "2025-11-09", Start: "13:00", End: "16:30"}, "Дата: 09.11.2025 з 13:00 до 16:30"},
		{"one Ukrainian guest of many", models.Head{Language: "uk", Attendance: &models.Attendance{Participants: new(14), Observers: new(21)}}, "Кількість учасників: 14 (+21 гість)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			said := dump(exports.FromMinutes(models.Minutes{Head: c.head}, models.MinutesOptions{}))
			if !slices.Contains(strings.Split(said, "\n"), c.want) {
				t.Errorf("no line %q in:\n%s", c.want, said)
			}
		})
	}
}

func TestTheLanguageOfTheRecordStaysItsOwn(t *testing.T) {
	if d := exports.FromMinutes(models.Minutes{Head: models.Head{Language: "uk"}}, models.MinutesOptions{}); d.Language != "uk" {
		t.Errorf("the document is in %q", d.Language)
	}
	if d := exports.FromMinutes(models.Minutes{}, models.MinutesOptions{}); d.Language != "cs" {
		t.Errorf("a record without language is in %q", d.Language)
	}
}

func TestAnEmptyRecordIsStillADocument(t *testing.T) {
	d := exports.FromMinutes(models.Minutes{Steps: make([]models.StepMinutes, 1)}, models.MinutesOptions{})
	want := "\n= 1. krok\n[quiet] (nic nezaznamenáno)\n"
	if said := dump(d); !strings.HasSuffix(said, want) {
		t.Errorf("ends otherwise than %q:\n%s", want, said)
	}
}

func TestARoundNobodyVotedInMakesNoTable(t *testing.T) {
	step := models.StepMinutes{
		Heading: "A", Rounds: []models.RoundMinutes{{Label: "připravené"}},
		Ideas: []models.IdeaMinutes{{Text: "x"}},
	}
	if said := dumpStep(step); strings.Contains(said, "připravené") || !strings.Contains(said, "- x\n") {
		t.Error(said)
	}
}

func TestNotCountedIsNotZero(t *testing.T) {
	step := models.StepMinutes{
		Heading: "A", Rounds: []models.RoundMinutes{{Label: "1"}, {Label: "2"}},
		Ideas: []models.IdeaMinutes{
			{Text: "x", Votes: []*int{new(0), nil}},
			{Text: "y", Votes: []*int{new(-3)}},
			{Text: "z", Votes: []*int{new(1), new(7)}},
		},
	}
	said := dumpStep(step)
	for _, row := range []string{"| x | 0 | – |", "| y | −3 | – |", "| z | 1 | 7 |"} {
		if !strings.Contains(said, row) {
			t.Errorf("no row %q in:\n%s", row, said)
		}
	}
}

func TestIdeasStandInTheOrderAskedFor(t *testing.T) {
	step := models.StepMinutes{
		Heading: "A", Rounds: []models.RoundMinutes{{Label: "1"}, {Label: "2"}, {Label: "připravené"}},
		Ideas: []models.IdeaMinutes{
			{Text: "a", Votes: []*int{new(9), new(1)}},
			{Text: "b", Votes: []*int{new(0), nil}},
			{Text: "c", Votes: []*int{new(0), new(5)}},
			{Text: "d", Votes: []*int{new(0), new(1)}},
		},
	}
	for order, want := range map[models.Order]string{
		"":                    "abcd",
		models.OrderCollected: "abcd",
		models.OrderManual:    "abcd",
		models.OrderVotes:     "acdb", // by the first round, which counted all; the second was among c and d, even in it
	} {
		step.Order = order
		if got := firstCells(step); got != want {
			t.Errorf("order %q prints %s, not %s", order, got, want)
		}
	}
}

func TestTurnoutSaysOnlyWhatIsKnown(t *testing.T) {
	ideas := []models.IdeaMinutes{{Text: "x", Votes: []*int{new(1)}}, {Text: "y", Votes: []*int{new(3)}}}
	for _, c := range []struct {
		name  string
		round models.RoundMinutes
		want  string
	}{
		{"only totals", models.RoundMinutes{}, "Rozdány 4 hlasy."},
		{"the rule", models.RoundMinutes{Dots: 3, PerIdea: 1}, "Každý měl 3 hlasy (na jeden podnět nejvýše 1), rozdány 4 hlasy."},
		{"a limit that limits nothing", models.RoundMinutes{Dots: 3, PerIdea: 3}, "Každý měl 3 hlasy, rozdány 4 hlasy."},
		{"how many voted", models.RoundMinutes{Dots: 1, Voters: new(4)}, "Hlasovali 4 účastníci, každý měl 1 hlas, rozdány 4 hlasy."},
		{"ballots on paper", models.RoundMinutes{Dots: 1, Voters: new(14), Paper: 2}, "Hlasovalo 14 účastníků (z toho 2 lístky zapsal facilitátor), každý měl 1 hlas, rozdány 4 hlasy."},
		{"ballots", models.RoundMinutes{Dots: 2, Ballots: [][]models.CastVote{{{Entry: 0, Value: 1}, {Entry: 1, Value: 1}}, {{Entry: 1, Value: 2}}, {}}}, "Hlasovali 3 účastníci, každý měl 2 hlasy, rozdány 4 hlasy."},
		{"points", models.RoundMinutes{Weights: []int{3, 2, 1}, Voters: new(5)}, "Hlasovalo 5 účastníků, každý rozděloval body 3, 2, 1, rozdány 4 body."},
		{"minus dots hide how many were given", models.RoundMinutes{Dots: 2, Minus: new(1)}, "Každý měl 2 hlasy a 1 záporný."},
	} {
		t.Run(c.name, func(t *testing.T) {
			step := models.StepMinutes{Heading: "A", Rounds: []models.RoundMinutes{c.round}, Ideas: ideas}
			if said := dumpStep(step); !strings.HasSuffix(said, "[quiet, tied] "+c.want+"\n") {
				t.Errorf("ends otherwise than %q:\n%s", c.want, said)
			}
		})
	}
}

func TestTurnoutCountsRightInEachLanguage(t *testing.T) {
	for _, c := range []struct {
		language string
		voters   int
		want     string
	}{
		{"sk", 1, "Hlasoval 1 účastník, každý mal 5 hlasov (na jeden podnet najviac 2), rozdané 4 hlasy."},
		{"sk", 3, "Hlasovali 3 účastníci, každý mal 5 hlasov (na jeden podnet najviac 2), rozdané 4 hlasy."},
		{"sk", 12, "Hlasovalo 12 účastníkov, každý mal 5 hlasov (na jeden podnet najviac 2), rozdané 4 hlasy."},
		{"de", 1, "1 Person hat abgestimmt, je 5 Stimmen (höchstens 2 je Beitrag), 4 Stimmen vergeben."},
		{"de", 12, "12 Personen haben abgestimmt, je 5 Stimmen (höchstens 2 je Beitrag), 4 Stimmen vergeben."},
		{"uk", 1, "Проголосував 1 учасник, кожен мав 5 голосів (за одну пропозицію не більше 2), віддано 4 голоси."},
		{"uk", 12, "Проголосувало 12 учасників, кожен мав 5 голосів (за одну пропозицію не більше 2), віддано 4 голоси."},
		{"uk", 23, "Проголосували 23 учасники, кожен мав 5 голосів (за одну пропозицію не більше 2), віддано 4 голоси."},
	} {
		m := models.Minutes{Head: models.Head{Language: c.language}, Steps: []models.StepMinutes{{
			Heading: "A", Rounds: []models.RoundMinutes{{Dots: 5, PerIdea: 2, Voters: &c.voters}},
			Ideas: []models.IdeaMinutes{{Text: "x", Votes: []*int{new(2)}}, {Text: "y", Votes: []*int{new(2)}}},
		}}}
		if said := dump(exports.FromMinutes(m, models.MinutesOptions{})); !strings.HasSuffix(said, c.want+"\n") {
			t.Errorf("%s with %d voters ends otherwise than %q:\n%s", c.language, c.voters, c.want, said)
		}
	}
}

func TestTheMarkIsExplainedOnce(t *testing.T) {
	marked := models.StepMinutes{Heading: "A", MarksPerTopic: 3, Ideas: []models.IdeaMinutes{{Text: "x", Marked: true}}}
	said := dump(exports.FromMinutes(models.Minutes{Steps: []models.StepMinutes{marked, marked}}, models.MinutesOptions{}))
	if n := strings.Count(said, "podnět, který skupina označila"); n != 1 {
		t.Errorf("explained %d times:\n%s", n, said)
	}
}

func TestTextIsParagraphsBulletsAndTables(t *testing.T) {
	step := models.StepMinutes{
		Method: models.MethodText, Heading: "A",
		Text: "  První.\r\nTýž odstavec.\r\n\r\nDruhý:\n- a\n -  b\n\n- c\n| x | y | z |\n|---|:-:|---|\n| 1 | |\nKonec.\n-\n||\n| sama |",
	}
	want := `
= A
[plain] První.
Týž odstavec.
[plain] Druhý:
- a
- b
- c
| x | y | z |
| 1 |  |  |
[plain] Konec.
-
|  |
| sama |
`
	if said := dumpStep(step); !strings.HasSuffix(said, want) {
		t.Errorf("got:\n%s", said)
	}
}

// dumpStep is the dump of minutes with one step.
func dumpStep(s models.StepMinutes) string {
	return dump(exports.FromMinutes(models.Minutes{Steps: []models.StepMinutes{s}}, models.MinutesOptions{}))
}

// firstCells are the texts of the first cells of a step's table.
func firstCells(s models.StepMinutes) string {
	said := ""
	for _, b := range exports.FromMinutes(models.Minutes{Steps: []models.StepMinutes{s}}, models.MinutesOptions{}).Blocks {
		if t, ok := b.(exports.Table); ok {
			for _, row := range t.Rows {
				said += row.Cells[0].Text
			}
		}
	}
	return said
}

// TestTheLastRoundThatCountedTheMostDecidesTheOrder: a round among the tied
// only tells apart what is even in the round that decides.
func TestTheLastRoundThatCountedTheMostDecidesTheOrder(t *testing.T) {
	for _, c := range []struct {
		name  string
		votes [3][]*int // of a, b and c
		want  string
	}{
		{"of two on all, the later", [3][]*int{{new(5), new(1)}, {new(4), new(3)}, {new(3), new(2)}}, "bca"},
		{"a later one on fewer does not", [3][]*int{{new(5), nil}, {new(4), new(1)}, {new(4), new(2)}}, "acb"},
		{"an earlier one on fewer does not", [3][]*int{{nil, new(5)}, {new(1), new(4)}, {new(2), new(3)}}, "abc"},
		{"one on more that came later does", [3][]*int{{new(9), new(1)}, {new(8), new(2)}, {nil, new(3)}}, "cba"},
	} {
		step := models.StepMinutes{Heading: "A", Order: models.OrderVotes, Rounds: []models.RoundMinutes{{}, {}}}
		for i, text := range []string{"a", "b", "c"} {
			step.Ideas = append(step.Ideas, models.IdeaMinutes{Text: text, Votes: c.votes[i]})
		}
		if got := firstCells(step); got != c.want {
			t.Errorf("%s: printed %s, not %s", c.name, got, c.want)
		}
	}
}
