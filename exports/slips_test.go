package exports

import (
	"fmt"
	"strings"
	"testing"

	"dilna/models"
)

// slipsFor are slips of a step as the main template has it, in a language.
func slipsFor(language string, kind models.SlipKind, round models.Round) models.Slips {
	return models.Slips{
		Kind: kind, Head: models.Head{Language: language, Group: "SOCIÁLNÍ SLUŽBY 2", Date: "2025-11-19"},
		Step:  models.Step{Method: models.MethodCollect, Heading: "NEDOSTATKY", Prompt: "Co dnes nefunguje?"},
		Round: &round,
	}
}

func TestASlipSaysInWordsHowItIsFilledIn(t *testing.T) {
	one, limit := 1, 2
	for name, c := range map[string]struct {
		round  models.Round
		cs, en string
	}{
		"one dot":       {models.Round{Dots: 1, PerIdea: 1}, "Máte 1 hlas. Udělejte křížek u podnětu, kterému ho dáváte.", "You have 1 dot. Put a cross beside the idea you give it to."},
		"one an idea":   {models.Round{Dots: 3, PerIdea: 1}, "Máte 3 hlasy. Udělejte křížek u podnětů, kterým je dáváte.", "You have 3 dots. Put a cross beside each idea you give one to."},
		"some an idea":  {models.Round{Dots: 5, PerIdea: limit}, "Máte 5 hlasů, jednomu podnětu dejte nejvýše 2. K podnětu napište, kolik hlasů mu dáváte.", "You have 5 dots, at most 2 for one idea. Beside an idea, write how many dots you give it."},
		"all on one":    {models.Round{Dots: 5}, "Máte 5 hlasů. K podnětu napište, kolik hlasů mu dáváte.", "You have 5 dots. Beside an idea, write how many dots you give it."},
		"not known":     {models.Round{CastBy: models.CastTyped}, "Kolik máte hlasů, řekne facilitátor. K podnětu napište, kolik hlasů mu dáváte.", "The facilitator will say how many dots you have. Beside an idea, write how many dots you give it."},
		"weights":       {models.Round{Weights: []int{3, 2, 1}}, "Rozdělte body 3, 2, 1. K podnětu napište, kolik bodů mu dáváte.", "Give out the points 3, 2, 1. Beside an idea, write how many points you give it."},
		"plus and less": {models.Round{Dots: 2, PerIdea: 1, Minus: &one}, "Máte 2 hlasy. K tomu 1 záporný hlas, zapište ho s minusem. K podnětu napište, kolik hlasů mu dáváte.", "You have 2 dots. You also have 1 minus dot, written with a minus. Beside an idea, write how many dots you give it."},
	} {
		for language, want := range map[string]string{"cs": c.cs, "en": c.en} {
			if got := SlipOf(slipsFor(language, models.SlipBallots, c.round)).Rule[0]; got != want {
				t.Errorf("%s in %s: %q, want %q", name, language, got, want)
			}
		}
	}
}

func TestABallotHasAsManyNumbersAsThereAreIdeas(t *testing.T) {
	for options, want := range map[int]int{0: models.BlankNumbers, 3: 3, models.MaxNumbers: models.MaxNumbers, models.MaxNumbers + 1: 0} {
		s := slipsFor("cs", models.SlipBallots, models.Round{Dots: 3})
		s.Options = options
		slip := SlipOf(s)
		if slip.Numbers != want || (want == 0) != (len(slip.Labels) == 2) {
			t.Errorf("%d ideas: %d numbers and %q", options, slip.Numbers, slip.Labels)
		}
	}
}

func TestAnIdeaSlipOffersItsTopicsOrRoomToWriteOne(t *testing.T) {
	s := slipsFor("cs", models.SlipIdeas, models.Round{})
	s.Topics = []string{"SENIOŘI", "", "RODINY"}
	if slip := SlipOf(s); strings.Join(slip.Choices, ",") != "SENIOŘI,RODINY" || slip.Filled != "" || !slip.Ruled || slip.Numbers != 0 {
		t.Errorf("few topics: %+v", slip)
	}
	for n := range mostTopics {
		s.Topics = append(s.Topics, fmt.Sprint("SKUPINA ", n))
	}
	if slip := SlipOf(s); slip.Choices != nil || slip.Filled != "Okruh:" {
		t.Errorf("many topics: %+v", slip)
	}
}

func TestASlipKeepsTheLanguageOfWhatPeopleWrote(t *testing.T) {
	slip := SlipOf(slipsFor("fr", models.SlipBallots, models.Round{Dots: 3}))
	if slip.Language != "en" || slip.Written != "fr" {
		t.Errorf("a French step is framed in %q and written in %q", slip.Language, slip.Written)
	}
}

// Slips of several rounds, or of several parts of the room, lie on one table.
func TestASlipSaysWhoseItIsAndOfWhichRound(t *testing.T) {
	divisions := []models.Division{{Parts: []models.DivisionPart{{ID: "okno", Heading: "Stůl u okna"}, {ID: "porota", Heading: "Porota"}}}}
	for _, c := range []struct {
		name   string
		number int
		label  string
		of     []models.PartID
		part   models.PartID
		cs, en string
	}{
		{name: "the only round, of everybody", label: "Počet hlasů"},
		{"one of several", 2, "", nil, "", "2. kolo", "Round 2"},
		{"one of several that has a name", 1, "před diskusí", nil, "", "před diskusí", "před diskusí"},
		{"a round of parts", 0, "", []models.PartID{"porota", "okno", "gone"}, "", "Jen pro: Porota, Stůl u okna", "Only for: Porota, Stůl u okna"},
		{"a step of a part", 0, "", nil, "okno", "Jen pro: Stůl u okna", "Only for: Stůl u okna"},
		{"a jury in the step of a part", 2, "porota", []models.PartID{"porota"}, "okno", "porota · Jen pro: Porota", "porota · Only for: Porota"},
	} {
		for language, want := range map[string]string{"cs": c.cs, "en": c.en} {
			s := slipsFor(language, models.SlipBallots, models.Round{Dots: 3, Label: c.label, Parts: c.of})
			s.Number, s.Step.PartID = c.number, c.part
			s.IsFor(divisions)
			if got := SlipOf(s).For; got != want {
				t.Errorf("%s in %s: %q, want %q", c.name, language, got, want)
			}
		}
	}
}
