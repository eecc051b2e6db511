package fonts

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

type fataler interface {
	Helper()
	Fatal(...any)
}

func newSet(t fataler) *Set {
	t.Helper()
	s, err := NewSet()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestTheProgramIsBuiltWithAllFonts(t *testing.T) {
	if !HaveNoto() {
		t.Fatal("the fonts are not here: make build fetches them")
	}
	s := newSet(t)
	for _, r := range "🚀👍🧑🌈🪴🫶王明阮會" {
		if !s.drawn(r) {
			t.Errorf("%c has no outline", r)
		}
	}
	for _, r := range "नमस्ते" {
		if !s.stands(r) {
			t.Errorf("%U is not shaped", r)
		}
	}
}

func TestTextsAreMadeFitToBeShown(t *testing.T) {
	s := newSet(t)
	for _, c := range []struct{ name, text, want string }{
		{"all Czech letters", "příliš žluťoučký kůň úpěl ďábelské ódy ŘŠŽČŤĎŇ", "příliš žluťoučký kůň úpěl ďábelské ódy ŘŠŽČŤĎŇ"},
		{"names of neighbours", "Nguyễn Thị Phương, Ґалаґан Їжакевич, Gökçe Şahin", "Nguyễn Thị Phương, Ґалаґан Їжакевич, Gökçe Şahin"},
		{"signs of minutes", "⚫ • – − „“ ’ … « » œ ´ €", "⚫ • – − „“ ’ … « » œ ´ €"},
		{"letters and marks apart", "s\u030c", "š"},
		{"Arabic", "العربية (12.5 %)", "العربية (12.5 %)"},
		{"Persian keeps letters apart", "می\u200cخواهم", "می\u200cخواهم"},
		{"Hebrew with vowels", "שָׁלוֹם", "שָׁלוֹם"},
		{"a mark that says which way", "אב\u200f!", "אב\u200f!"},
		{"Hindi", "हिन्दी क्षत्रिय।", "हिन्दी क्षत्रिय।"},
		{"Chinese", "中国人的会议，2025。", "中国人的会议，2025。"},
		{"emoji", "ano 😀!", "ano 😀!"},
		{"an emoji of many", "👩🏽\u200d⚕\ufe0f", "👩🏽\u200d⚕\ufe0f"},
		{"emoji of a plain sign", "✔\ufe0f", "✔"},
		{"a heap of marks", "a" + strings.Repeat("\u0301", 40), "á" + strings.Repeat("\u0301", 39)},
		{"an emoji nobody drew yet", "ano \U0001fbfb!", "ano [U+1FBFB]!"},
		{"a sign with a name", "a \U0001d1de b", "a [musical symbol kievan c clef] b"},
		{"a named sign that is varied", "a \U0001d1de\ufe0f\u200d\U0001d1de", "a [musical symbol kievan c clef]"},
		{"letters of a fancy alphabet", "\U0001d5eea", "aa"},
		{"letters of private use", "\ue000", "[U+E000]"},
		{"a keycap", "1\ufe0f\u20e3", "1"},
		{"letters no font has", "mluví 한국", "mluví [U+D55C U+AD6D]"},
		{"letters no font has among others", "ᚠ王ᚢ", "[U+16A0]王[U+16A2]"},
		{"controls", "a\x00b\x07c\td\x7f", "abc d"},
		{"line ends", "a\r\nb\u2028c", "a\nb\nc"},
		{"invisible and turning signs", "\ufeffa\u200bb\u202ec\u2066d\u00ade", "abcde"},
		{"broken UTF-8", "abc\xff\xc5", "abc\ufffd"},
		{"gofpdf's own word for the number of pages", "{nb}", "{nb}"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := s.Shown(c.text); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestEveryLetterShownIsDrawn: whatever people type, each letter of what is
// shown is one of the text font's or a sign, and no sign is an empty box.
func TestEveryLetterShownIsDrawn(t *testing.T) {
	s := newSet(t)
	rapid.Check(t, func(t *rapid.T) {
		shown := s.Shown(anyText().Draw(t, "text"))
		if again := s.Shown(shown); again != shown {
			t.Fatalf("%q becomes %q", shown, again)
		}
		for line := range strings.SplitSeq(shown, "\n") {
			fromRight := rapid.Bool().Draw(t, "from right")
			said := saidOf(t, s, line, fromRight, rapid.Bool().Draw(t, "bold"))
			if !slices.Equal(inked(said), inked(line)) {
				t.Fatalf("%q is drawn as %q", line, said)
			}
		}
	})
}

// inked are the letters of a text that leave ink, sorted.
func inked(text string) []rune {
	return slices.DeleteFunc(slices.Sorted(slices.Values([]rune(text))), inkless)
}

func anyText() *rapid.Generator[string] {
	letters := rapid.StringOf(rapid.SampledFrom([]rune("až1 ,(%)«־אבשָׁעםلاإمرحبًا٣۳،؟ـहिन्दीक्षर्।中国。😀👩🏽\u200d\u200c\u200f\ufe0f한ᚠ\u0301")))
	return rapid.OneOf(letters, rapid.String())
}

// saidOf is what the parts of a line say. From the right a letter may have its
// ink in the one it is joined to.
func saidOf(t fataler, s *Set, line string, fromRight, bold bool) string {
	said := ""
	for _, part := range s.Parts(line, fromRight, bold) {
		said += part.Letters
		if !s.text.hasAll(part.Letters) {
			t.Fatal(fmt.Sprintf("%q are no letters of the text font", part.Letters))
		}
		if part.Sign == nil {
			continue
		}
		said += part.Sign.Said
		ink := strings.ContainsFunc(part.Sign.Said, func(r rune) bool { return !unicode.IsSpace(r) && !inkless(r) })
		if part.Letters != "" || ink && !fromRight && len(part.Sign.Segments) == 0 {
			t.Fatal(fmt.Sprintf("%q has no ink", part.Sign.Said))
		}
	}
	return said
}

func TestASequenceOfEmojiIsOneSignAndSaidWhole(t *testing.T) {
	for _, typed := range []string{"😀\ufe0f", "😀\U0001f3fd", "😀\u200d🌑\ufe0f", "😀\u200d🌑\u200d🌒"} {
		s := newSet(t)
		parts := s.Parts(s.Shown("a"+typed), false, false)
		if len(parts) != 2 || parts[0].Letters != "a" || parts[1].Sign.Said != typed {
			t.Errorf("%q becomes %v", typed, parts)
		}
	}
}

func TestBoldChineseIsThicker(t *testing.T) {
	s := newSet(t)
	plain, bold := s.Parts("王", false, false), s.Parts("王", false, true)
	if len(bold) != 1 || len(bold[0].Sign.Segments) <= len(plain[0].Sign.Segments) || bold[0].Advance != plain[0].Advance {
		t.Error("a heading in Chinese is as thin as the text under it")
	}
}
