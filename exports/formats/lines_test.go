package formats

import (
	"slices"
	"strings"
	"testing"

	"dilna/models"
)

// line is one thing that minutes say, whatever the format.
type line struct {
	name   string
	e      models.Edition
	pages  []string            // what formats of pages say
	sheets []string            // what spreadsheets say
	never  []string            // what none says
	beside map[string][]string // what a format says besides, by its ending
}

// lines are what is said in each format, line by line: a new one is one row.
func lines() []line {
	return slices.Concat(agreedLines(), amountLines(), meetingLines(), promiseLines(), ruleLines(), typedLines(), voteLines(), longLines(), officeLines(), partLines(), photoLines(), nobodyLines())
}

// TestEveryFormatSaysEachLine: line × format.
func TestEveryFormatSaysEachLine(t *testing.T) {
	for _, l := range lines() {
		for _, f := range All {
			want := l.pages
			switch f.Ending {
			case "json":
				continue // the record itself
			case picturesEnding:
				want = nil
			case "xlsx", "csv":
				want = l.sheets
			}
			want = append(slices.Clone(want), l.beside[f.Ending]...)
			if !f.Makes(l.e) || len(want) == 0 {
				continue
			}
			said := strings.ReplaceAll(saidIn(t, f, rendered(t, f, l.e)), "\u00a0", " ")
			for _, text := range want {
				if !strings.Contains(said, text) && !strings.Contains(strings.ReplaceAll(said, "**", ""), text) {
					t.Errorf("%s: %s does not say %q:\n%s", l.name, f.Ending, text, said)
				}
			}
			for _, text := range l.never {
				if strings.Contains(said, text) && f.Ending != "md" && !slices.Contains(l.beside[f.Ending], text) { // in Markdown signs mean something
					t.Errorf("%s: %s says %q", l.name, f.Ending, text)
				}
			}
		}
	}
}

// minutesIn are minutes of steps in a language.
func minutesIn(language string, steps ...models.StepMinutes) models.Edition {
	return models.Edition{Minutes: models.Minutes{Head: models.Head{Language: language, Number: 3}, Steps: steps}}
}
