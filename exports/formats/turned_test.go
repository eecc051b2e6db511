package formats

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"dilna/models"
)

// turnedTexts run from the right, or hold what does, each short enough for one
// line in any format.
var turnedTexts = []string{
	"العربية مرحبا", "لا إله إلا الله (12.5 %) «نعم»", "نسبة 12.5 % في Ostrava-Poruba (مركز)",
	"מועדון נוער (28.10.2025) ברחוב Hlavní 12, טלפון 777", "Setkání مرحبا بكم (čtvrtek 18:00)", "slova אב 12, konec",
	"هاتف 123 456 / 24%", "rok ١٢٣ dům", "(مرحبا) [שלום]",
}

// TestAnOfficeSetsLinesFromTheRightAsWeDo prints the same lines as PDF ourselves
// and by LibreOffice from our DOCX and ODT. All that pdftotext finds on a line,
// from left to right, is the same, but for brackets, which offices say as they
// are drawn.
func TestAnOfficeSetsLinesFromTheRightAsWeDo(t *testing.T) {
	reader := tool(t, "pdftotext", "poppler-utils")
	e := models.Edition{Version: 1, State: models.MinutesApproved}
	step := models.StepMinutes{Method: models.MethodCollect, Heading: "SMĚRY"}
	for _, text := range turnedTexts {
		step.Ideas = append(step.Ideas, models.IdeaMinutes{Text: text})
	}
	e.Steps = append(e.Steps, step)
	folder := t.TempDir()
	write(t, folder, "turned", e, "docx", "odt", "pdf")
	converted(t, folder, "pdf", "docx", "odt")
	lines := func(name string) []string {
		out, err := exec.Command(reader, filepath.Join(folder, name), "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for line := range strings.SplitSeq(string(out), "\n") {
			if line = drawnOrder(line); line != "" {
				all = append(all, line)
			}
		}
		return all
	}
	ours := lines("turned-pdf.pdf")
	for _, name := range []string{"turned-docx.pdf", "turned-odt.pdf"} {
		theirs := strings.Join(lines(name), "\n")
		for _, line := range ours[2 : 2+len(turnedTexts)] {
			if !strings.Contains(theirs, line) {
				t.Errorf("%s has no line %q; it has\n%s", name, line, theirs)
			}
		}
	}
}

// drawnOrder is a line without spaces, bullets and marks of direction, all
// brackets of a pair being the same, and without lam and alef: pdftotext turns
// around what a ligature of an office says.
func drawnOrder(line string) string {
	line = strings.NewReplacer(")", "(", "]", "[", "»", "«").Replace(bare(line))
	return strings.Map(func(r rune) rune {
		if r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || strings.ContainsRune("لاإ", r) {
			return -1
		}
		return r
	}, line)
}
