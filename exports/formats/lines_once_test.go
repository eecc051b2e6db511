package formats

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"dilna/models"
)

// TestATableDoesNotSayTheHeadingAboveItAgain: step and topics × format of pages. The
// tables' head says what stands in them instead.
func TestATableDoesNotSayTheHeadingAboveItAgain(t *testing.T) {
	voted := models.StepMinutes{Method: models.MethodCollect, Layout: models.LayoutColumns, Heading: "SPOLEČNĚ", Rounds: []models.RoundMinutes{{Dots: 2, Voters: new(9)}}}
	voted.Ideas = []models.IdeaMinutes{{Text: "spoje", Votes: []*int{new(9)}}}
	for _, table := range []string{"U okna", "U dveří"} {
		voted.Topics = append(voted.Topics, models.TopicMinutes{Heading: table, Ideas: []models.IdeaMinutes{{Text: "lékař", Votes: []*int{new(4)}}}})
	}
	for language, head := range map[string]string{"cs": "Podnět", "en": "Idea"} {
		e := minutesIn(language, voted)
		for _, f := range All {
			if slices.Contains([]string{"json", "xlsx", "csv", picturesEnding}, f.Ending) {
				continue
			}
			file := rendered(t, f, e)
			if _, after, contents := bytes.Cut(file, []byte("</nav>")); contents { // of HTML: it says each heading, too
				file = after
			}
			said := strings.ToLower(saidIn(t, f, file))
			for _, heading := range []string{"SPOLEČNĚ", "U okna", "U dveří"} {
				if n := strings.Count(said, strings.ToLower(heading)); n != 1 {
					t.Errorf("%s in %s says %q %d times", f.Ending, language, heading, n)
				}
			}
			if n := strings.Count(said, strings.ToLower(head)+" "); n < 3 {
				t.Errorf("%s in %s has %q over %d of three tables", f.Ending, language, head, n)
			}
		}
	}
}
