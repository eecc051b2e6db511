package fonts

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// Visual turns what is written from right to left around for those who draw
// signs from left to right in the order given: every stretch of such letters,
// with the spaces, signs and numbers between them, reads backwards, its numbers
// forwards. The line itself runs from left to right. Letters of Arabic keep
// their separate shapes.
func Visual(line string) string {
	if !strings.ContainsFunc(line, fromRight) {
		return line
	}
	letters := slices.Collect(lettersOf(line))
	for from := 0; from < len(letters); {
		to := stretch(letters[from:])
		turn(letters[from : from+to])
		from += max(to, 1)
	}
	return strings.Join(letters, "")
}

// lettersOf cuts a text into letters with the marks that combine with them.
func lettersOf(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		start := 0
		for i, r := range text {
			if i > start && !unicode.Is(unicode.M, r) {
				if !yield(text[start:i]) {
					return
				}
				start = i
			}
		}
		yield(text[start:])
	}
}

func classOf(r rune) bidi.Class {
	properties, _ := bidi.LookupRune(r)
	return properties.Class()
}

func fromRight(r rune) bool {
	class := classOf(r)
	return class == bidi.R || class == bidi.AL
}

func digit(letter string) bool {
	class := classOf(first(letter))
	return class == bidi.EN || class == bidi.AN
}

func first(letter string) rune {
	for _, r := range letter {
		return r
	}
	return 0
}

// stretch is how many letters from the first on run from right to left: up to
// the last such letter before one that runs from left to right; 0 for none.
func stretch(letters []string) int {
	n := 0
	for i, letter := range letters {
		switch r := first(letter); {
		case fromRight(r):
			n = i + 1
		case n == 0 || classOf(r) == bidi.L:
			return n
		}
	}
	return n
}

// turn reverses letters, mirrors brackets, and turns numbers back.
func turn(letters []string) {
	slices.Reverse(letters)
	for i := range letters {
		if properties, _ := bidi.LookupString(letters[i]); properties.IsBracket() {
			letters[i] = bidi.ReverseString(letters[i])
		}
	}
	for from := 0; from < len(letters); {
		to := from
		for to < len(letters) && digit(letters[to]) {
			to++
		}
		slices.Reverse(letters[from:to])
		from = max(to, from+1)
	}
}

// FromRight says whether a text as a whole runs from right to left: its first
// letter decides, as in Unicode's own algorithm.
func FromRight(text string) bool {
	for _, r := range text {
		switch {
		case fromRight(r):
			return true
		case classOf(r) == bidi.L:
			return false
		}
	}
	return false
}
