package exports_test

import (
	"strings"
	"testing"

	"dilna/exports"
	"dilna/models"
)

// What people type to make lists and tables works alike wherever they write text.
func TestMarksPeopleTypeWorkAlikeAtEveryPlace(t *testing.T) {
	const typed, want = "Dne\n19. 11. 2025\n- a\n- b\n1. c\n2. d\n| e | f |\n| g | h |", "[plain] Dne\n19. 11. 2025\n- a\n- b\n- 1. c\n- 2. d\n| e | f |\n| g | h |\n"
	for place, e := range map[string]models.Edition{
		"introduction": {Introduction: typed},
		"step text":    {Minutes: models.Minutes{Steps: []models.StepMinutes{{Method: models.MethodText, Heading: "A", Text: typed}}}},
		"remark":       {Minutes: models.Minutes{Steps: []models.StepMinutes{{Method: models.MethodText, Heading: "A", Text: "x"}}}, Remarks: []string{typed}},
		"late input":   {LateInputs: []models.LateInput{{Text: typed, Source: "obec"}}},
	} {
		if said := dump(exports.FromEdition(e)); !strings.Contains(said, want) {
			t.Errorf("%s: no %q in\n%s", place, want, said)
		}
	}
}

func TestANumberThatBeginsASentenceMakesNoList(t *testing.T) {
	said := dump(exports.FromEdition(models.Edition{Introduction: "1. jednání se konalo v Liberci."}))
	if !strings.Contains(said, "[plain] 1. jednání se konalo v Liberci.") {
		t.Error(said)
	}
}

func TestATopicThatWasLeftOutTakesOneLine(t *testing.T) {
	gone := models.IdeaMinutes{Text: models.LeftOut("osobní údaj")}
	said := dumpStep(models.StepMinutes{Method: models.MethodCollect, Heading: "A", Topics: []models.TopicMinutes{{Heading: "B", Ideas: []models.IdeaMinutes{gone, gone, gone}}}})
	if n := strings.Count(said, "osobní údaj"); n != 1 {
		t.Errorf("it is said %d times:\n%s", n, said)
	}
}

// Bold, bullets from Word and bullets under bullets; a star alone is a star.
func TestBoldIsOnlyWhatStandsBetweenItsSigns(t *testing.T) {
	for typed, want := range map[string]string{
		"a **b c** d": "a [b c] d", "**a**": "[a]", "a ** b ** c": "a ** b ** c", "2 * 3": "2 * 3", "**a": "**a", "**a\nb**": "**a\nb**",
		"**ž** a **ď**": "[ž] a [ď]", " **a** ": "[a]", "**https://kraj.cz**": "[https://kraj.cz]",
	} {
		doc := exports.FromEdition(models.Edition{Introduction: typed}).Cleaned()
		p := doc.Blocks[len(doc.Blocks)-1].(exports.Paragraph)
		var said strings.Builder
		for stretch, bold := range exports.Stretches(p.Text, p.Bold) {
			if bold {
				stretch = "[" + stretch + "]"
			}
			said.WriteString(stretch)
		}
		if said.String() != want {
			t.Errorf("%q is %q, not %q", typed, said.String(), want)
		}
	}
}

func TestBulletsAreTakenAsPeopleTypeThem(t *testing.T) {
	said := dump(exports.FromEdition(models.Edition{Introduction: "    - a\n- b\n   * c\n   • d\n      – e\n- f"}))
	if want := "- a\n- b\n  - c\n  - d\n    - e\n- f\n"; !strings.Contains(said, want) {
		t.Errorf("no %q in\n%s", want, said)
	}
}
