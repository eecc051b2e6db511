package exports_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"dilna/exports"
)

// twoMillimetres is a meter of 2 mm a letter.
type twoMillimetres struct{}

func (twoMillimetres) Width(text string, _ exports.Face) float64 {
	return 2 * float64(utf8.RuneCountInString(text))
}

func TestLinesBreakWhereCzechBreaksThem(t *testing.T) {
	for _, c := range []struct {
		name, text string
		letters    int
		want       []string
	}{
		{"nothing", "", 10, []string{""}},
		{"a text that fits", "Finance", 10, []string{"Finance"}},
		{"between words", "Podpora měst a obcí", 12, []string{"Podpora měst ", "a obcí"}},
		{"not after a word of one letter", "péče v nás", 6, []string{"péče ", "v nás"}},
		{"not before a dash", "Veřejný – volný", 10, []string{"Veřejný – ", "volný"}},
		{"not before the mark", "Odbornost lidí ⚫", 15, []string{"Odbornost ", "lidí ⚫"}},
		{"after a slash between words", "Komunita/sdílení", 10, []string{"Komunita/", "sdílení"}},
		{"a word too long for a line", "aktivizovatelnost ano", 7, []string{"aktiviz", "ovateln", "ost ano"}},
		{"a letter keeps its marks", "xxs\u030cx", 3, []string{"xx", "s\u030cx"}},
		{"a mark that hangs on a space is no space", "a  \u030c", 2, []string{"a ", " \u030c"}},
		{"an emoji of many is one letter", "x👩🏽\u200d⚕\ufe0fxx", 6, []string{"x👩🏽\u200d⚕\ufe0f", "xx"}},
		{"between Chinese letters", "Pan 王小明到会", 6, []string{"Pan 王小", "明到会"}},
		{"not before what closes in Chinese", "中国人会（议），好", 5, []string{"中国人会", "（议），好"}},
		{"Arabic in the order it is read", "مرحبا بكم في البيت", 10, []string{"مرحبا بكم ", "في البيت"}},
		{"where people pressed enter", "ano\n\nne", 10, []string{"ano", "", "ne"}},
		{"no-break spaces hold", "od 13\u00a0hodin", 9, []string{"od ", "13\u00a0hodin"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := exports.Wrap(c.text, exports.Face{}, 2*float64(c.letters), twoMillimetres{})
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestWrappedLinesAreTheTextAgainAndFit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("aábv x–-/⚫\u030c\u00a0\n ")), 0, 200, -1).Draw(t, "text")
		letters := rapid.IntRange(2, 30).Draw(t, "letters")
		meter := twoMillimetres{}
		lines := exports.Wrap(text, exports.Face{}, 2*float64(letters), meter)
		if strings.Join(lines, "") != strings.ReplaceAll(text, "\n", "") {
			t.Fatalf("%q became %q", text, lines)
		}
		for _, line := range lines {
			ink := strings.TrimRight(line, " ")
			bare := strings.ReplaceAll(ink, "\u030c", "") // marks stay with their letter, however many
			if meter.Width(ink, exports.Face{}) > 2*float64(letters) && utf8.RuneCountInString(bare) > letters {
				t.Fatalf("%q is wider than %d letters", line, letters)
			}
		}
	})
}
