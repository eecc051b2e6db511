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

func loadedFonts(t fataler) fonts.Fonts {
	t.Helper()
	f, err := fonts.Load()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func realGuard(t fataler) guard {
	t.Helper()
	f := loadedFonts(t)
	outlines, err := fonts.LoadOutlines()
	if err != nil {
		t.Fatal(err)
	}
	return newGuard(f.Has, outlines.Of)
}

func TestTheGuardMakesTextsPrintable(t *testing.T) {
	g := realGuard(t)
	for _, c := range []struct{ name, text, want string }{
		{"all Czech letters", "příliš žluťoučký kůň úpěl ďábelské ódy ŘŠŽČŤĎŇ", "příliš žluťoučký kůň úpěl ďábelské ódy ŘŠŽČŤĎŇ"},
		{"signs of minutes", "⚫ • – − „“ ’ … « » œ ´ €", "⚫ • – − „“ ’ … « » œ ´ €"},
		{"letters and marks apart", "s\u030c", "š"},
		{"emoji", "ano 😀!", "ano \ue000!"},
		{"emoji said twice", "😀😀", "\ue000\ue000"},
		{"a heap of marks", "a" + strings.Repeat("\u0301", 40), "á" + strings.Repeat("\u0301", 39)},
		{"emoji of a plain sign", "✔\ufe0f", "✔"},
		{"an emoji nobody drew yet", "ano \U0001fbfb!", "ano [U+1FBFB]!"},
		{"a sign with a name", "a \U0001d1de b", "a [musical symbol kievan c clef] b"},
		{"a named sign that is varied", "a \U0001d1de\ufe0f\u200d\U0001d1de", "a [musical symbol kievan c clef]"},
		{"letters of a fancy alphabet", "\U0001d5ee\uff21", "aA"},
		{"letters of private use", "\ue000", "[U+E000]"},
		{"a keycap", "1\ufe0f\u20e3", "1"},
		{"letters the fonts lack", "漢字", "[U+6F22 U+5B57]"},
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

func TestCleanTextIsPrintable(t *testing.T) {
	g := realGuard(t)
	rapid.Check(t, func(t *rapid.T) {
		clean := g.clean(rapid.String().Draw(t, "text"))
		for _, r := range clean {
			if _, isSign := g.signs[r]; !isSign && !g.has(r) && r != '\n' {
				t.Fatalf("%q of %q cannot be printed", r, clean)
			}
		}
	})
}

func TestASequenceOfEmojiIsOneSignAndSaidWhole(t *testing.T) {
	for _, typed := range []string{"😀\ufe0f", "😀\U0001f3fd", "😀\u200d🌑\ufe0f", "😀\u200d🌑\u200d🌒"} {
		g := realGuard(t)
		if clean := g.clean(typed); clean != "\ue000" || g.signs.typed("a"+clean) != "a"+typed {
			t.Errorf("%q becomes %q, said as %q", typed, clean, g.signs.typed(clean))
		}
	}
}

func TestNoTextOfADocumentEscapesTheGuard(t *testing.T) {
	doc := realGuard(t).document(exports.FromMinutes(hostile("a\x00😀", 3, 2), models.MinutesOptions{}))
	if said := fmt.Sprint(doc.Foot, doc.Page, doc.Of, doc.Blocks); strings.ContainsAny(said, "\x00😀") {
		t.Error(said)
	}
}
