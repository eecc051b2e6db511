package pdf

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dilna/exports"
	"dilna/exports/fonts"
	"dilna/models"
)

func realGuard(t fataler) guard {
	t.Helper()
	f, err := fonts.Load()
	if err != nil {
		t.Fatal(err)
	}
	return guard{has: f.Has}
}

func TestTheGuardMakesTextsPrintable(t *testing.T) {
	g := realGuard(t)
	for _, c := range []struct{ name, text, want string }{
		{"all Czech letters", "příliš žluťoučký kůň úpěl ďábelské ódy ŘŠŽČŤĎŇ", "příliš žluťoučký kůň úpěl ďábelské ódy ŘŠŽČŤĎŇ"},
		{"signs of minutes", "⚫ • – − „“ ’ … « » œ ´ €", "⚫ • – − „“ ’ … « » œ ´ €"},
		{"letters and marks apart", "s\u030c", "š"},
		{"emoji", "ano 🚀!", "ano □!"},
		{"a heap of marks", "a" + strings.Repeat("\u0301", 40), "á" + strings.Repeat("\u0301", 39)},
		{"emoji of a plain sign", "✔\ufe0f", "✔"},
		{"a family of emoji", "👨\u200d👩\u200d👧", "□□□"},
		{"a keycap", "1\ufe0f\u20e3", "1"},
		{"letters the fonts lack", "漢字", "□□"},
		{"controls", "a\x00b\x07c\td\x7f", "abc d"},
		{"line ends", "a\r\nb\u2028c", "a\nb\nc"},
		{"a hole of line ends", "a\n\n\n\n\nb", "a\n\nb"},
		{"invisible and turning signs", "\ufeffa\u200bb\u202ec\u2066d\u00ade", "abcde"},
		{"broken UTF-8", "abc\xff\xc5", "abc\ufffd"},
		{"spaces around", " \n a \n", "a"},
		{"gofpdf's own word for the number of pages", "{nb}", "{nb}"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := g.clean(c.text); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestCleanTextIsPrintableAndStaysAsItIs(t *testing.T) {
	g := realGuard(t)
	rapid.Check(t, func(t *rapid.T) {
		once := g.clean(rapid.String().Draw(t, "text"))
		if strings.ContainsFunc(once, func(r rune) bool { return r > 0xFFFF || r != '\n' && !g.has(r) }) {
			t.Fatalf("%q cannot be printed", once)
		}
		if twice := g.clean(once); twice != once {
			t.Fatalf("%q becomes %q", once, twice)
		}
	})
}

func TestNoTextOfADocumentEscapesTheGuard(t *testing.T) {
	doc := realGuard(t).document(exports.FromMinutes(hostile("a\x00😀", 3, 2), models.MinutesOptions{}))
	if said := fmt.Sprint(doc.Foot, doc.Page, doc.Of, doc.Blocks); strings.ContainsAny(said, "\x00😀") {
		t.Error(said)
	}
}
