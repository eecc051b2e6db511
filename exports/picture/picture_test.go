package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"strings"
	"testing"

	"dilna/exports"
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
	drawings, err := Fishbone(f)
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
