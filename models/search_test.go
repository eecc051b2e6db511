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

func TestAPhraseIsFoundAsItStands(t *testing.T) {
	t.Parallel()
	lines := []models.Line{{Text: "domácí péče"}, {Text: "péče v domácím prostředí"}, {Text: "Domácí  péče je drahá"}}
	for query, want := range map[string]int{`"domácí péče"`: 1, `„domácí péče“`: 1, `domácí péče`: 3, `"domácí péče`: 3, `""`: 0, `je "péče je" domácí`: 3} {
		words := models.Wanted(query)
		if found := models.Find(lines, words); len(found) != want {
			t.Errorf("%s, read as %q, is found %d times, want %d: %+v", query, words, len(found), want, found)
		}
	}
}

func TestADayIsFoundAsItIsPrinted(t *testing.T) {
	t.Parallel()
	var lines []models.Line
	for _, day := range models.DayAsPrinted("2025-11-09") {
		lines = append(lines, models.Line{Text: day})
	}
	for _, query := range []string{"9. listopadu 2025", `"9. 11. 2025"`, "9.11.2025", "9 November", "2025-11-09"} {
		if len(models.Find(lines, models.Wanted(query))) == 0 {
			t.Errorf("%s is not found", query)
		}
	}
	if day := models.DayAsPrinted("konec listopadu"); len(day) != 1 || day[0] != "konec listopadu" {
		t.Errorf("a date in words is %q", day)
	}
}
