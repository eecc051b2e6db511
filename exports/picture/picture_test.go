package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/image/font/sfnt"

	"dilna/exports"
	"dilna/exports/fonts"
	"dilna/models"
	"dilna/models/modelstest"
)

func figureOf(t testing.TB, m models.Minutes) exports.Figure {
	t.Helper()
	for _, b := range exports.FromMinutes(m, models.MinutesOptions{}).Blocks {
		if f, ok := b.(exports.Figure); ok {
			return f
		}
	}
	t.Fatal("there is no figure")
	return exports.Figure{}
}

func drawn(t testing.TB, f exports.Figure) []exports.Drawing {
	t.Helper()
	drawings, err := Figure(f)
	if err != nil {
		t.Fatal(err)
	}
	return drawings
}

func svgOf(t testing.TB, d exports.Drawing, alt string) string {
	t.Helper()
	file, err := SVG(d, alt)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func pngOf(t testing.TB, d exports.Drawing) []byte {
	t.Helper()
	file, err := PNG(d)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// wellFormed reads a whole file of XML and returns its text.
func wellFormed(t testing.TB, file string) string {
	t.Helper()
	text := ""
	decoder := xml.NewDecoder(strings.NewReader(file))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return text
		}
		if err != nil {
			t.Fatalf("%v in %.300s", err, file)
		}
		if chars, ok := token.(xml.CharData); ok {
			text += string(chars) + " "
		}
	}
}

func TestTheFishboneOfTheModelRecordIsDrawnWithAllItsCauses(t *testing.T) {
	f := figureOf(t, modelstest.ModelRecord())
	drawings := drawn(t, f)
	if len(drawings) != 1 {
		t.Fatalf("%d drawings", len(drawings))
	}
	file := svgOf(t, drawings[0], f.Alt)
	if !strings.Contains(file, `role="img"`) || !strings.Contains(file, `aria-label="Diagram rybí kosti`) {
		t.Error("nobody who does not see it is told what it shows")
	}
	said := strings.Join(strings.Fields(wellFormed(t, file)), " ")
	for _, word := range []string{"MOTIVOVANÝ", "Kariérní posun", "Příklady v rodině", "Administrativní zátěž"} {
		if !strings.Contains(said, word) {
			t.Errorf("%q is not drawn", word)
		}
	}
	img, err := png.Decode(bytes.NewReader(pngOf(t, drawings[0])))
	if err != nil {
		t.Fatal(err)
	}
	if wide := img.Bounds().Dx(); wide < 900 || wide > 1400 {
		t.Errorf("%d pixels wide", wide)
	}
	if !bytes.Equal(pngOf(t, drawings[0]), pngOf(t, drawings[0])) {
		t.Error("the bytes differ")
	}
}

func FuzzPictures(f *testing.F) {
	for _, text := range []string{"", "]]><script>", "😀 漢字", "שלום (12)", "a\x00\xff", strings.Repeat("w", 2000), "\n\n", strings.Repeat("\u0301", 200)} {
		f.Add(text, 3)
	}
	f.Fuzz(func(t *testing.T, text string, n int) {
		if len(text) > 4*models.MaxIdea {
			return
		}
		causes := []exports.Bullet{}
		for range n & 7 {
			under := exports.Bullet{Line: exports.Line{Text: text}}
			causes = append(causes, exports.Bullet{Line: exports.Line{Text: text}, Bullets: []exports.Bullet{under}})
		}
		for _, d := range drawn(t, exports.Figure{Effect: text, Causes: causes}) {
			wellFormed(t, svgOf(t, d, text))
			pngOf(t, d)
		}
	})
}

func BenchmarkFishbonePNG(b *testing.B) {
	f := figureOf(b, modelstest.ModelRecord())
	for b.Loop() {
		pngOf(b, drawn(b, f)[0])
	}
}

// everyAlphabet is a fishbone of letters of all sorts, one of which no font has.
var everyAlphabet = exports.Figure{Effect: "نقص المعلومات (2025)", Alt: "diagram", Causes: []exports.Bullet{
	{Line: exports.Line{Text: "हिन्दी शिक्षा"}, Bullets: []exports.Bullet{{Line: exports.Line{Text: "翻译不足 (王)"}}}},
	{Line: exports.Line{Text: "שלום 12"}, Bullets: []exports.Bullet{{Line: exports.Line{Text: "mluví 한국 👩🏽\u200d⚕\ufe0f"}}}},
	{Line: exports.Line{Text: "Nguyễn Ґалаґан"}, Bullets: []exports.Bullet{{Line: exports.Line{Text: "لا يوجد مترجم في 80 % من الحالات"}}}},
}}

func TestAPictureHasNoBoxForAMissingLetter(t *testing.T) {
	set, err := fonts.NewSet()
	if err != nil {
		t.Fatal(err)
	}
	shapes, err := readShapes()
	if err != nil {
		t.Fatal(err)
	}
	said, signs := "", 0
	for _, d := range drawn(t, everyAlphabet) {
		for _, l := range d.Labels {
			said += l.Text + " "
			for _, part := range partsOf(set, l) {
				if part.Sign != nil && len(part.Sign.Segments) > 0 {
					signs++
				}
				for _, r := range part.Letters {
					var buf sfnt.Buffer
					if glyph, err := shapes[l.Face.Bold].GlyphIndex(&buf, r); err != nil || glyph == 0 {
						t.Errorf("%q is drawn as a box", r)
					}
				}
			}
		}
	}
	if !strings.Contains(said, "[U+D55C U+AD6D]") || strings.Contains(said, "한") || strings.Contains(said, "□") {
		t.Errorf("what no font has is not named: %s", said)
	}
	if signs < 40 {
		t.Errorf("only %d signs are drawn", signs)
	}
}

func TestAnSVGDrawsWhatItsReaderMayLack(t *testing.T) {
	file := svgOf(t, drawn(t, everyAlphabet)[0], "diagram")
	shown := regexp.MustCompile(`<text[^>]*>([^<]*)</text>`).FindAllStringSubmatch(file, -1)
	for _, text := range shown {
		if strings.ContainsFunc(text[1], func(r rune) bool {
			return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Devanagari, unicode.Han)
		}) {
			t.Errorf("%q is left to the fonts of the reader", text[1])
		}
	}
	said := strings.Join(strings.Fields(wellFormed(t, file)), " ")
	for _, title := range []string{"نقص", "हिन्दी शिक्षा", "翻译不足 (王)", "שלום 12"} {
		if !strings.Contains(said, title) {
			t.Errorf("nobody can look for %q", title)
		}
	}
	if strings.Count(file, "<path") < 40 {
		t.Error("the letters are not drawn")
	}
}

// A label from the right is even on its right edge, inside its box.
func TestLinesOfALabelFromTheRightAreEvenOnTheRight(t *testing.T) {
	set, err := fonts.NewSet()
	if err != nil {
		t.Fatal(err)
	}
	var ends []float64
	for _, l := range drawn(t, everyAlphabet)[0].Labels {
		if l.Face.Size == 10 { // the head's
			ends = append(ends, l.X+set.Width(l.Text, l.Face))
		}
	}
	if len(ends) < 2 || ends[0] < ends[1]-0.01 || ends[0] > ends[1]+0.01 {
		t.Errorf("the lines end at %v", ends)
	}
}
