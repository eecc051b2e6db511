package fonts

import (
	"reflect"
	"strings"
	"testing"
	"unicode"

	"github.com/go-text/typesetting/font"
	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/unicode/runenames"

	"dilna/exports"
)

// TestArabicLettersTakeTheFormsUnicodeNames shapes every letter that Unicode
// names a form of, at the place in a word where it has that form, and compares
// it with the sign the font has for the form itself.
func TestArabicLettersTakeTheFormsUnicodeNames(t *testing.T) {
	s, tried := newSet(t), 0
	for form := rune(0xfe80); form <= 0xfefc; form++ {
		letter := norm.NFKD.String(string(form))
		composed := norm.NFC.String(letter)
		name := runenames.Name(form)
		if strings.HasPrefix(name, "ARABIC LETTER") && strings.HasSuffix(name, "ISOLATED FORM") {
			continue // that is how it is typed
		}
		ligature := len([]rune(composed)) == 2
		before, after := "", ""
		if strings.HasSuffix(name, "FINAL FORM") || strings.HasSuffix(name, "MEDIAL FORM") {
			before = "\u0628"
		}
		if strings.HasSuffix(name, "INITIAL FORM") || strings.HasSuffix(name, "MEDIAL FORM") {
			after = "\u0628"
		}
		want := Outline{Segments: outlineOfForm(t, form)}
		signs := s.Parts(before+composed+after, true, false) // from left to right
		got := signs[len(signs)-1-len(before)/2].Sign
		if ligature { // the ink is moved to where the ligature begins
			moved := Outline{}
			moved.add(want.Segments, Point{X: -signs[0].Advance})
			want = moved
		}
		if !reflect.DeepEqual(got.Segments, want.Segments) {
			t.Errorf("%q in %q is no %s; it says %q", composed, before+composed+after, name, got.Said)
		}
		tried++
	}
	if tried < 80 {
		t.Errorf("%d forms were tried", tried)
	}
}

// outlineOfForm is the sign that the text font has for a letter as it stands.
func outlineOfForm(t *testing.T, form rune) []Segment {
	t.Helper()
	f, err := dejaVu.regular()
	if err != nil {
		t.Fatal(err)
	}
	glyph, found := f.Cmap.Lookup(form)
	if !found {
		t.Fatalf("the font has no %s", runenames.Name(form))
	}
	return outlineOf(font.NewFace(f), glyph)
}

// signsOf are what the signs of a text say, from left to right.
func signsOf(s *Set, text string, fromRight bool) []string {
	var said []string
	for _, part := range s.Parts(text, fromRight, false) {
		if part.Sign != nil {
			said = append(said, part.Sign.Said)
		} else {
			said = append(said, part.Letters)
		}
	}
	return said
}

func TestWordsAreDrawnFromTheirSide(t *testing.T) {
	for _, c := range []struct {
		name, text string
		fromRight  bool
		want       string
	}{
		{"Hebrew", "אבג", true, "ג ב א"},
		{"lam and alef are drawn as one, said as two", "لا", true, "ا ل"},
		{"marks are apart from their letter", "מָ", true, "\u05b8 מ"},
		{"letters kept apart", "ی\u200cخ", true, "خ \u200c ی"},
		{"Arabic numbers", "١٢", false, "١٢"},
		{"a syllable of Hindi is one", "हिन्दी", false, "हि न् दी"},
		{"letters that meet in Hindi are one", "क्ष", false, "क्ष"},
		{"Czech and Chinese", "Pan 王", false, "Pan  王"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(signsOf(newSet(t), c.text, c.fromRight), " "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestBracketsFromTheRightAreMirrored(t *testing.T) {
	s := newSet(t)
	for _, pair := range []string{"()", "[]", "«»", "<>", "{}"} {
		open, shut := pair[:len(pair)/2], pair[len(pair)/2:]
		sign := s.Parts(open, true, false)[0].Sign
		want := outlineOfForm(t, []rune(shut)[0])
		if sign.Said != open || !reflect.DeepEqual(sign.Segments, want) {
			t.Errorf("%q is not drawn as %q, or not said as itself", open, shut)
		}
	}
}

// TestWidthsAddUp: what is measured in pieces, as lines are broken, is as wide
// as what is drawn.
func TestWidthsAddUp(t *testing.T) {
	s, face := newSet(t), exports.Face{Size: 10}
	for _, text := range []string{"العربية (12.5 %) مرحبا", "मराठी हिन्दी (शिक्षा)", "שָׁלוֹם, עולם", "中国 a 王", "dům 😀 \u200f!"} {
		sum := 0.0
		for _, word := range strings.SplitAfter(text, " ") {
			sum += s.Width(word, face)
		}
		if whole := s.Width(text, face); sum-whole > 1e-9 || whole-sum > 1e-9 || whole == 0 {
			t.Errorf("%q is %v wide, its words are %v", text, whole, sum)
		}
	}
}

func TestSpacesAndJoinersHaveNoInk(t *testing.T) {
	for _, part := range newSet(t).Parts("م\u200c \u200fم", true, false) {
		if strings.TrimFunc(part.Sign.Said, func(r rune) bool { return unicode.IsSpace(r) || inkless(r) }) == "" && len(part.Sign.Segments) > 0 {
			t.Errorf("%q leaves ink", part.Sign.Said)
		}
	}
}
