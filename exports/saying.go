package exports

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// stemMost is how many letters of a word are compared: its ending is another in
// another case.
const stemMost = 5

// saidIn says whether a heading says what a sentence does: each of its words of
// some length, in whatever case.
func saidIn(heading, sentence string) bool {
	said, words := stems(heading), stems(sentence)
	for _, word := range words {
		found := false
		for _, other := range said {
			found = found || word == other
		}
		if !found {
			return false
		}
	}
	return len(words) > 0
}

// stems are how the words of a text begin, those of at least four letters.
func stems(text string) []string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(text)) {
		switch {
		case unicode.IsLetter(r):
			b.WriteRune(r)
		case !unicode.Is(unicode.Mn, r):
			b.WriteByte(' ')
		}
	}
	var found []string
	for word := range strings.FieldsSeq(b.String()) {
		if letters := []rune(word); len(letters) >= stemMost-1 {
			found = append(found, string(letters[:min(stemMost, len(letters))]))
		}
	}
	return found
}
