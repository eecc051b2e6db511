package pdf

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"dilna/exports"
	"dilna/models"
	"dilna/models/modelstest"
)

// FuzzRender puts hostile text everywhere people type: the PDF is always made
// (docs/reliability.md, TM-12).
func FuzzRender(f *testing.F) {
	for _, text := range []string{
		"", "Člověk", "😀 👨‍👩‍👧 🇨🇿 1️⃣", "\x00\x1b[31m\x7f\u0085", "abc\xff", "abc\xc5", "\xed\xa0\x80",
		"{nb}", "{{nb}}", "\\(\\)\r\n", "%PDF-1.3\nendstream\nendobj", "| a | b |\n|---|\n||\n- \n-",
		"שלום (12) עולם", "مرحبا ١٢٣", "\u202eabc\u2066", "漢字かな한글", "\uffff\ufffe\ufdd0\ue000", "\U0010ffff",
		strings.Repeat("\u0301", 2000), "a" + strings.Repeat("\u0301", 2000), strings.Repeat("w", 2000),
		strings.Repeat("\n", 100), strings.Repeat("a ", 1000), strings.Repeat("⚫", 200), strings.Repeat(" ", 5000),
		strings.Repeat("-", 3000), "\u00a0\u202f\u2007\u3000",
	} {
		f.Add(text, 3, 2)
	}
	f.Fuzz(func(t *testing.T, text string, n, deep int) {
		if len(text) > models.MaxText || strings.Count(text, "\n") > 200 {
			return // longer than anything people may send, or a thousand pages: right, but slow to fuzz
		}
		doc := exports.FromMinutes(hostile(text, n, 1+deep&7), models.MinutesOptions{})
		var b bytes.Buffer
		if err := Render(background, doc, &b); err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(b.Bytes(), []byte("%PDF-")) || !bytes.HasSuffix(b.Bytes(), []byte("%%EOF\n")) {
			t.Fatal("this is no PDF")
		}
	})
}

// hostile is a record that says text everywhere, n in every number.
func hostile(text string, n, deep int) models.Minutes {
	return modelstest.HostileEdition(text, n, deep).Minutes
}

// TestNoTextTakesLong prints texts as long as people may send, each within two seconds of the processor (a few more under the race detector), and
// no letter that the fonts lack.
func TestNoTextTakesLong(t *testing.T) {
	for name, text := range map[string]string{
		"one word":      strings.Repeat("w", models.MaxText),
		"emoji":         strings.Repeat("😀🚀", models.MaxText/2),
		"Chinese":       strings.Repeat("漢字", models.MaxText/2),
		"Arabic":        strings.Repeat("(مرحبا 12) ", models.MaxText/11),
		"Hindi":         strings.Repeat("हिन्दी", models.MaxText/6),
		"no alphabet":   strings.Repeat("한국", models.MaxText/2),
		"right to left": strings.Repeat("א", models.MaxText),
		"marks":         "a" + strings.Repeat("\u0301", models.MaxText),
		"addresses":     strings.Repeat("https://kraj.cz ", models.MaxText/16),
		"lines":         strings.Repeat("a\n", models.MaxText/2),
		"bars":          strings.Repeat("|", models.MaxText),
		"table":         strings.Repeat("|a|b|\n", models.MaxText/6),
	} {
		t.Run(name, func(t *testing.T) {
			doc := exports.FromMinutes(models.Minutes{Steps: []models.StepMinutes{{
				Method: models.MethodText, Heading: "KROK", Text: text, Causes: []models.CauseMinutes{{Text: text}},
				Decisions: []models.DecisionMinutes{{Text: "rozhodnutí", Decision: models.Decision{Result: text}}},
			}}}, models.MinutesOptions{})
			before := processorTime(t)
			pen, _, err := render(background, doc, nil)
			if err != nil {
				t.Fatal(err)
			}
			if took := processorTime(t) - before; took > 2*time.Second*underRace {
				t.Errorf("it takes %v", took)
			}
			noBox(t, pen)
		})
	}
}
