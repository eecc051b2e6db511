package pdf

import (
	"bytes"
	"context"
	"errors"
	"regexp"
	"strings"
	"testing"

	"dilna/exports"
	"dilna/models"
	"dilna/models/modelstest"
)

// printedSlips are sheets of all kinds, by name.
func printedSlips(t testing.TB) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	for name, s := range slipCases() {
		var b bytes.Buffer
		if err := RenderSlips(background, exports.SlipOf(s), &b); err != nil {
			t.Fatal(name, err)
		}
		all[name] = b.Bytes()
	}
	return all
}

func slipCases() map[string]models.Slips {
	step := models.Step{Method: models.MethodCollect, Heading: "NEDOSTATKY A PROBLÉMY", Prompt: "Co dnes v síti sociálních služeb nefunguje nebo chybí?"}
	head := models.Head{Language: "cs", Group: "SOCIÁLNÍ SLUŽBY 2", Date: "2025-11-19"}
	english := models.Head{Language: "en", Group: "SOCIAL SERVICES 2", Date: "2025-11-19"}
	round := &models.Round{Dots: 3, PerIdea: 1}
	long := step
	long.Heading = strings.Repeat("nadpis, který nechce skončit, ", 10)
	long.Prompt = strings.Repeat("otázka plná slov ", 290)
	return map[string]models.Slips{
		"ballots":          {Kind: models.SlipBallots, Head: head, Step: step, Round: round},
		"english ballots":  {Kind: models.SlipBallots, Head: english, Step: step, Round: &models.Round{Dots: 5, PerIdea: 2}, Options: 33},
		"most numbers":     {Kind: models.SlipBallots, Head: head, Step: long, Round: round, Options: models.MaxNumbers},
		"numbers to write": {Kind: models.SlipBallots, Head: head, Step: step, Round: round, Options: models.MaxNumbers + 1},
		"idea slips":       {Kind: models.SlipIdeas, Head: head, Step: step, Topics: []string{"SENIOŘI", "OSOBY SE ZDRAVOTNÍM POSTIŽENÍM", strings.Repeat("DLOUHÝ OKRUH ", 9)}},
		"english slips":    {Kind: models.SlipIdeas, Head: english, Step: long, Topics: strings.Fields("a b c d e f g h i j")},
	}
}

// TestSlipsSayWhatTheGoldenSays reads the sheets as somebody who listens to them.
func TestSlipsSayWhatTheGoldenSays(t *testing.T) {
	printed := printedSlips(t)
	var said strings.Builder
	for _, name := range []string{"ballots", "english ballots", "numbers to write", "idea slips", "english slips"} {
		said.WriteString("== " + name + "\n" + string(tool(t, "pdftotext", "-layout", saved(t, printed[name]), "-")))
	}
	modelstest.Golden(t, "testdata/slips.txt", strings.ReplaceAll(said.String(), "\f", "\n"))
}

func TestFourSlipsStandOnOnePageAndOneIsHeard(t *testing.T) {
	for name, file := range printedSlips(t) {
		path := saved(t, file)
		pages := regexp.MustCompile(`Pages:\s+(\d+)`).FindSubmatch(tool(t, "pdfinfo", path))
		if pages == nil || string(pages[1]) != "1" {
			t.Errorf("%s has %s pages", name, pages)
		}
		seen := string(tool(t, "pdftotext", path, "-"))
		heard := string(tool(t, "pdfinfo", "-struct-text", path))
		rule := strings.Fields(exports.SlipOf(slipCases()[name]).Rule[0])[0]
		if on, in := strings.Count(seen, rule), strings.Count(heard, rule); on != 4*in || in == 0 {
			t.Errorf("%s: %q is seen %d times and heard %d times", name, rule, on, in)
		}
	}
}

// TestNothingOnASlipCrossesItsCut draws the fullest sheets: no ink may lie where
// the scissors go, or over the edge of the paper.
func TestNothingOnASlipCrossesItsCut(t *testing.T) {
	for name, s := range slipCases() {
		set := newSet(t)
		one := setter{meter: set, root: &tag{name: "Document"}}
		slip := one.slip(exports.SlipOf(s).Map(set.Shown))
		for _, text := range slip.texts {
			if right := text.x + set.Width(strings.TrimRight(text.text, " "), text.face); right > slipWide-slipSide+tolerance || text.y > slipHigh-slipFoot {
				t.Errorf("%s: %q reaches to %.1f, %.1f", name, text.text, right, text.y)
			}
		}
		for _, l := range slip.strokes {
			if max(l.X1, l.X2) > slipWide-slipSide+tolerance || max(l.Y1, l.Y2) > slipHigh-slipFoot+tolerance {
				t.Errorf("%s: a stroke reaches to %.1f, %.1f", name, max(l.X1, l.X2), max(l.Y1, l.Y2))
			}
		}
	}
}

func TestSlipsStopWithTheirContext(t *testing.T) {
	ctx, cancel := context.WithCancel(background)
	cancel()
	var b bytes.Buffer
	err := RenderSlips(ctx, exports.SlipOf(slipCases()["ballots"]), &b)
	if !errors.Is(err, context.Canceled) || b.Len() > 0 {
		t.Errorf("got %v and %d bytes", err, b.Len())
	}
}
