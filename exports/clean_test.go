package exports_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"dilna/exports"
)

func TestWhatPeopleTypeIsCleanedOfWhatNoFormatCanHoldTM12(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"Czech", "příliš žluťoučký kůň", "příliš žluťoučký kůň"},
		{"emoji and what joins them", "👨\u200d👩\u200d👧 🇨🇿 1\ufe0f\u20e3", "👨\u200d👩\u200d👧 🇨🇿 1\ufe0f\u20e3"},
		{"from the right", "שלום (12) مرحبا", "שלום (12) مرحبا"},
		{"letters and marks apart", "s\u030c", "š"},
		{"markup", "]]><script>&amp;{nb}", "]]><script>&amp;{nb}"},
		{"controls", "a\x00b\x1b[31mc\td\x7f\u009f", "ab[31mc d"},
		{"line ends", "a\r\nb\u2028c\rd\u0085e", "a\nb\nc\nd\ne"},
		{"a hole of line ends", "a\n\n\n\n\nb", "a\n\nb"},
		{"what turns the rest of a line", "a\u202eb\u2066c\u2069", "abc"},
		{"what leaves no ink", "\ufeffa\u200bb\u00adc", "abc"},
		{"what XML forbids", "a\ufffeb\uffffc\U0001ffff", "abc"},
		{"broken UTF-8", "abc\xff\xc5\xed\xa0\x80", "abc\ufffd"},
		{"spaces around", " \n a \n", "a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := exports.Clean(c.text); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestCleanTextStaysAsItIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		once := exports.Clean(rapid.String().Draw(t, "text"))
		if twice := exports.Clean(once); twice != once || !utf8.ValidString(once) || strings.Contains(once, "\x00") {
			t.Fatalf("%q becomes %q", once, twice)
		}
	})
}
