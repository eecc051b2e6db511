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
