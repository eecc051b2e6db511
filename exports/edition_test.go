package exports_test

import (
	"slices"
	"strings"
	"testing"

	"dilna/exports"
	"dilna/models"
	"dilna/models/modelstest"
)

// everyOption is all that can be asked of the minutes at once.
var everyOption = models.MinutesOptions{
	Order: models.MinutesBoth, HideZeros: true, HideEmpty: true, NumberSteps: true, NumberIdeas: true,
	Fishbone: models.FishboneDiagram, Standing: true, BallotsListed: true, Feedback: true,
}

// secondEdition is a corrected version with everything an editor may add.
func secondEdition(language string) models.Edition {
	m := fullRecord()
	m.Language = language
	m.Steps[1].Rounds[0].Ballots = [][]models.CastVote{{{Entry: 0, Value: 4}}, {{Entry: 2, Value: 2}, {Entry: 0, Value: 1}}}
	m.Steps[0].Ideas[0].Text = models.LeftOut("osobní údaj")
	remarks := make([]string, len(m.Steps))
	remarks[1] = "Hlasovalo se ve dvou skupinách.\n\n- občané\n- úředníci"
	return models.Edition{
		Minutes: m, Options: everyOption, Version: 2, State: models.MinutesApproved,
		Approval:     &models.Approval{By: "Jana Nováková", On: "2026-02-10"},
		Introduction: "Zápis pořídila skupina.\n\n| Bod | Čas |\n| Úvod | 10 min |", Remarks: remarks,
		Note: "Opravujeme překlep.",
		Changes: []models.Change{
			{Kind: models.ChangeReworded, Where: "Problémy", Now: "doprava (4)"}, {Kind: models.ChangeAdded, Part: models.PartOfHead, Now: "Nové místo"},
			{Kind: models.ChangeRemoved, Where: "Problémy", Count: 3}, {Kind: models.ChangeSteps, Count: 2},
			{Kind: models.ChangeAdded, Part: models.PartOfLate, Now: "Zatím leží"}, {Kind: models.ChangeLayout, Part: models.PartOfLayout, Now: "names"},
		},
		LateInputs: []models.LateInput{
			{Text: "Více laviček", Source: "účastník", Date: "2026-02-06", Settlement: models.SettlementAccepted},
			{Text: "Zrušit porady", Source: "e-mail", Settlement: models.SettlementDeclined, Reason: "mimo téma"},
			{Text: "Zatím leží"},
		},
		Letterhead: models.Letterhead{
			Logo:      &models.Picture{PNG: []byte("png"), Width: 300, Height: 100, Alt: "Logo kraje"},
			Publicity: []string{"Spolufinancováno Evropskou unií", "Rozvoj sociálních služeb, CZ.03.2.63/0.0/0.0"},
		},
	}
}

func TestEveryOptionAndWhatAnEditorAddsIsPrintedInBothLanguages(t *testing.T) {
	for _, language := range []string{"cs", "en"} {
		modelstest.Golden(t, "testdata/second-edition-"+language+".txt", dump(exports.FromEdition(secondEdition(language))))
	}
}

func TestNoOptionIsTheModelRecordAsItWasWorked(t *testing.T) {
	record := dump(exports.FromMinutes(modelstest.ModelRecord(), models.MinutesOptions{}))
	draft := dump(exports.FromEdition(models.Edition{Minutes: modelstest.ModelRecord(), Version: 1, State: models.MinutesDraft}))
	lines := slices.DeleteFunc(strings.SplitAfter(draft, "\n"), func(line string) bool {
		return line == "version verze 1 | approval  | draft NÁVRH\n"
	})
	if strings.Join(lines, "") != record {
		t.Error("a first draft says something else than the record")
	}
}

func TestEachOptionChangesWhatItNames(t *testing.T) {
	for name, c := range map[string]struct {
		options   models.MinutesOptions
		says, not []string
	}{
		"empty":   {models.MinutesOptions{HideEmpty: true}, nil, []string{"Prázdné"}},
		"steps":   {models.MinutesOptions{NumberSteps: true}, []string{"= 1. Potřeby", "= 2. Problémy"}, nil},
		"ideas":   {models.MinutesOptions{NumberIdeas: true}, []string{"- 1. bez okruhu", "  - 1.1. pod ním", "- 2. označený"}, nil},
		"outline": {models.MinutesOptions{Fishbone: models.FishboneOutline}, []string{"- Peníze"}, []string{"[figure"}},
		"diagram": {models.MinutesOptions{Fishbone: models.FishboneDiagram},
			[]string{"[figure: Diagram rybí kosti. Následek: Spokojený zaměstnanec. Příčiny: Peníze (platy (tabulky (zákon))), Vedení.]"}, []string{"- Peníze"}},
		"standing": {models.MinutesOptions{Standing: true}, []string{"== Výsledek – Občané", "| Pořadí (#) | Problém | Počet hlasů (#) |\n| 1. | doprava | 4 |\n| 2. | spoje | 2 |"}, nil},
		"feedback": {models.MinutesOptions{Feedback: true},
			[]string{"= Zpětná vazba", "Odpověděli 4 lidé.", "Průměr 4,3 z 5 (4 odpovědi).", "| 5 – velmi | 2 |", "- Oběd"}, []string{"Neptali jsme se"}},
		"by votes": {models.MinutesOptions{Order: models.MinutesByVotes}, []string{"| spoje | 2 | 1 | – |"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			said := dump(exports.FromMinutes(fullRecord(), c.options))
			for _, want := range c.says {
				if !strings.Contains(said, want) {
					t.Errorf("no %q in:\n%s", want, said)
				}
			}
			for _, not := range c.not {
				if strings.Contains(said, not) {
					t.Errorf("still %q in:\n%s", not, said)
				}
			}
		})
	}
}

func TestIdeasWithoutAVoteAreCountedWhereTheyAreNotListed(t *testing.T) {
	step := models.StepMinutes{
		Heading: "A", Rounds: []models.RoundMinutes{{}, {}},
		Ideas: []models.IdeaMinutes{
			{Text: "nikdy", Votes: []*int{new(0), new(0)}}, {Text: "potom", Votes: []*int{new(0), new(2)}}, {Text: "mimo"},
			{Text: "nad", Votes: []*int{new(0)}, Ideas: []models.IdeaMinutes{{Text: "pod", Votes: []*int{new(1)}}}},
		},
	}
	said := dump(exports.FromMinutes(models.Minutes{Steps: []models.StepMinutes{step}}, models.MinutesOptions{HideZeros: true}))
	if strings.Contains(said, "nikdy") || !strings.Contains(said, "potom") || !strings.Contains(said, "mimo") || !strings.Contains(said, "| nad |") {
		t.Errorf("not what had no vote, but something else is hidden:\n%s", said)
	}
	if !strings.Contains(said, "Bez hlasu zůstal 1 podnět, který není uveden.") {
		t.Errorf("nobody is told that something is hidden:\n%s", said)
	}
}

func TestAStandingSharesRanks(t *testing.T) {
	step := models.StepMinutes{
		Heading: "A", Rounds: []models.RoundMinutes{{}},
		Ideas: []models.IdeaMinutes{{Text: "a", Votes: []*int{new(1)}}, {Text: "b", Votes: []*int{new(3)}}, {Text: "c", Votes: []*int{new(1)}}, {Text: "d", Votes: []*int{new(0)}}},
	}
	said := dump(exports.FromMinutes(models.Minutes{Steps: []models.StepMinutes{step}}, models.MinutesOptions{Standing: true}))
	if want := "| 1. | b | 3 |\n| 2.–3. | a | 1 |\n| 2.–3. | c | 1 |\n| 4. | d | 0 |\n"; !strings.Contains(said, want) {
		t.Errorf("the standing is not %q:\n%s", want, said)
	}
}
