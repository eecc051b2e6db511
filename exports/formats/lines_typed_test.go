package formats

import (
	"bytes"
	"strings"
	"testing"

	"dilna/models"
)

// typedLines: what people set apart with the signs of the keyboard.
func typedLines() []line {
	const typed = "Prosím **pošlete do pátku** všechno.\n\n• první **tučná** věc\n  - pod ní\n* druhá\n\n| **a** | 5 * krát |\n| c | d |"
	said := []string{"Prosím pošlete do pátku všechno.", "první tučná věc", "pod ní", "5 * krát"}
	bold := map[string][]string{
		"md": {"Prosím **pošlete do pátku** všechno.", "- první **tučná** věc - pod ní - druhá"},
	}
	var all []line
	for _, place := range []struct {
		name string
		e    models.Edition
	}{
		{"introduction", models.Edition{Introduction: typed}},
		{"step text", minutesIn("cs", models.StepMinutes{Method: models.MethodText, Heading: "A", Text: typed})},
		{"remark", models.Edition{Minutes: minutesIn("cs", models.StepMinutes{Method: models.MethodText, Heading: "A", Text: "x"}).Minutes, Remarks: []string{typed}}},
		{"late input", models.Edition{LateInputs: []models.LateInput{{Text: typed, Source: "obec"}}}},
		{"note of a version", models.Edition{Version: 2, Note: typed}},
	} {
		all = append(all, line{name: "bold in the " + place.name, e: place.e, pages: said, beside: bold, never: []string{"** všechno"}})
	}
	return all
}

// TestBoldIsBoldInEveryFormatThatHasIt: in markup of its own.
func TestBoldIsBoldInEveryFormatThatHasIt(t *testing.T) {
	for _, f := range All {
		want := map[string]string{
			"html": "Prosím <strong>do pátku</strong>", "docx": "<w:b/><w:bCs/></w:rPr><w:t xml:space=\"preserve\">do pátku</w:t>",
			"odt": `<text:span text:style-name="Bold">do pátku</text:span>`, "md": "Prosím **do pátku**",
		}[f.Ending]
		if want == "" {
			continue
		}
		file := rendered(t, f, models.Edition{Introduction: "Prosím **do pátku** pošlete"})
		if bytes.HasPrefix(file, []byte("PK")) {
			file = unpacked(t, file)
		}
		if !strings.Contains(string(file), want) {
			t.Errorf("%s has no %q", f.Ending, want)
		}
	}
}
