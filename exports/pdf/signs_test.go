package pdf

import (
	"fmt"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dilna/exports"
	"dilna/exports/fonts"
	"dilna/models"
)

func newSet(t fataler) *fonts.Set {
	t.Helper()
	set, err := fonts.NewSet()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// noBox fails where a letter is drawn that the text font does not have: it would
// be an empty box.
func noBox(t *testing.T, n *pen) {
	t.Helper()
	for bold, letters := range n.used {
		for r := range letters {
			parts := n.set.Parts(string(r), false, bold)
			if len(parts) != 1 || parts[0].Letters != string(r) {
				t.Errorf("%q is drawn, which the text font lacks", r)
			}
		}
	}
}

func TestNoTextOfADocumentIsPrintedAsItWasTyped(t *testing.T) {
	doc := shown(exports.FromMinutes(hostile("a\x00한", 3, 2), models.MinutesOptions{}), newSet(t))
	if said := fmt.Sprint(doc.Foot, doc.Page, doc.Of, doc.Blocks); strings.ContainsAny(said, "\x00한") {
		t.Error(said)
	}
}

// paragraphs are a document of nothing but texts.
func paragraphs(texts ...string) exports.Document {
	doc := exports.Document{Language: "cs", Title: "Písma"}
	for _, text := range texts {
		doc.Blocks = append(doc.Blocks, exports.Paragraph{Text: text})
	}
	return doc
}

// marksOfDirection are what pdftotext adds.
var marksOfDirection = regexp.MustCompile("[\u202a-\u202e\u2066-\u2069]")

// copiedLines are the lines of a PDF as they stand on its pages.
func copiedLines(t *testing.T, file []byte) []string {
	t.Helper()
	out, err := exec.Command("pdftotext", saved(t, file), "-").Output()
	if err != nil {
		t.Fatalf("pdftotext: %v", err)
	}
	var lines []string
	for line := range strings.SplitSeq(marksOfDirection.ReplaceAllString(string(out), ""), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// The letters are drawn joined, turned around, hung with marks, and copied as
// they were typed.
func TestLettersOfAllAlphabetsAreCopiedAsTheyWereTyped(t *testing.T) {
	for _, text := range []string{
		"العربية مرحبا", "لا إله إلا الله", "مَرْحَبًا بِكُمْ", "می\u200cخواهم", "مرحبا (عالم)",
		"שלום עולם", "שָׁלוֹם עֲלֵיכֶם", "Setkání مرحبا بكم ve čtvrtek", "slova שלום konec",
		"हिन्दी क्षत्रिय नमस्ते दुनिया", "中国人的会议，需要翻译。", "Pan 王小明 a paní 阮氏",
		"Nguyễn Thị Phương Thảo", "Ґалаґан Їжакевич", "👩🏽\u200d⚕ 😀",
	} {
		t.Run(text, func(t *testing.T) {
			file := printed(t, paragraphs(text))
			// Where directions meet, pdftotext puts the space on the wrong side.
			bare := func(s string) string { return strings.ReplaceAll(s, " ", "") }
			if lines := copiedLines(t, file); bare(lines[0]) != bare(text) || strings.Count(lines[0], " ") < strings.Count(text, " ") {
				t.Errorf("copied: %q", lines)
			}
		})
	}
}

func TestManySignsTakeSeveralFonts(t *testing.T) {
	var all strings.Builder
	for r := '一'; r < '一'+600; r++ {
		all.WriteRune(r)
	}
	file := printed(t, paragraphs(newSet(t).Shown(all.String())))
	if copied := strings.ReplaceAll(copiedText(t, file), " ", ""); !strings.Contains(copied, all.String()[300:1500]) {
		t.Errorf("copied: %s", copied)
	}
	tool(t, "qpdf", "--check", saved(t, file))
}

// heard are what a reader is told of each paragraph that is not drawn as it was
// typed.
func heard(t *testing.T, file []byte) []string {
	t.Helper()
	var said []string
	walk(t, file).tree().visit(func(e *element) {
		if actual, ok := e.dict["/ActualText"].(string); ok {
			said = append(said, strings.TrimPrefix(actual, "u:"))
		}
	})
	return said
}

func TestLinesFromTheRightAreHeardAsTheyWereTyped(t *testing.T) {
	texts := []string{"لا إله إلا الله (12.5 %) «نعم»", "נוער (28.10.2025) ברחוב Hlavní 12", "Setkání مرحبا (18:00)"}
	passages := []string{texts[0], "נוער (28.10.2025) ברחוב", " Hlavní 12", "Setkání ", "مرحبا", " (18:00)"}
	if said := heard(t, printed(t, paragraphs(texts...))); !slices.Equal(said, passages) {
		t.Errorf("heard: %q", said)
	}
	if said := heard(t, printed(t, paragraphs("Setkání (12.5 %) 王 😀"))); len(said) > 0 {
		t.Errorf("what runs from the left is told twice: %q", said)
	}
}

func TestALinkWithinArabicIsOne(t *testing.T) {
	text := "انظر https://www.kraj.cz/plan للمزيد ⚫"
	file := printed(t, paragraphs(text))
	links := 0
	walk(t, file).tree().visit(func(e *element) { links += e.links })
	if said := heard(t, file); links != 1 || strings.Join(said, "") != text {
		t.Errorf("%d links, heard: %q", links, said)
	}
}

func TestTextsFromTheRightStandOnTheRight(t *testing.T) {
	right := paperShort - sideMargin
	bullets := exports.List{Bullets: []exports.Bullet{{Line: exports.Line{Text: "مرحبا"}}, {Line: exports.Line{Text: "dobrý den"}}}}
	set := newSet(t)
	pages := laidOutWith(t, exports.Document{Blocks: []exports.Block{exports.Heading{Level: 1, Text: "استطلاع"}, bullets}}, set)
	for _, one := range pages[0].texts {
		end := one.x + set.Width(strings.TrimSpace(one.text), one.face)
		switch one.text {
		case "استطلاع":
			if end < right-0.1 || end > right+0.1 {
				t.Errorf("the heading ends at %.1f", end)
			}
		case "مرحبا":
			if end < right-bulletIndent-0.1 || end > right-bulletIndent+0.1 {
				t.Errorf("the line ends at %.1f", end)
			}
		case "dobrý den":
			if one.x != sideMargin+bulletIndent {
				t.Errorf("the Czech line begins at %.1f", one.x)
			}
		}
	}
}
