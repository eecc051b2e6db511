package models

import (
	"strings"
	"unicode"

	"golang.org/x/text/secure/precis"
)

// Least and most characters of a password.
const (
	MinPassword = 10
	MaxPassword = 200
)

// Opaque is a password in the one form in which it is hashed, however a keyboard
// composes its letters and whatever spaces it has (RFC 8265, OpaqueString). What
// that form does not know stays as it is.
func Opaque(password string) string {
	opaque, err := precis.OpaqueString.String(password)
	if err != nil {
		return password
	}
	return opaque
}

// password wants a password that is long enough and not among the first ones
// that anybody would try.
func (c *checker) password(name, password string) {
	password = Opaque(password)
	switch length := len([]rune(password)); {
	case Tidy(password) == "":
		c.add(Field{Name: name, Reason: ReasonEmpty})
	case length < MinPassword:
		c.add(Field{Name: name, Reason: ReasonTooShort, Least: MinPassword})
	case length > MaxPassword:
		c.add(Field{Name: name, Reason: ReasonTooLong, Limit: MaxPassword})
	case isCommon(password):
		c.add(Field{Name: name, Reason: ReasonCommon})
	}
}

// commonWords are what most passwords of lists that leaked are made of, in
// Czech and in English.
var commonWords = strings.Fields(`
	password passwort passwd pass heslo mojeheslo qwerty qwertz qwertyuiop qwertzuiop asdf asdfgh asdfghjkl
	zxcvbn zxcvbnm yxcvbnm qaz qazwsx qazwsxedc admin administrator root user login guest test changeme default secret
	letmein letmeinnow trustno welcome iloveyou iloveu loveyou milujite milujutebe lasko lasicka beruska princess sunshine
	football baseball basketball hockey fotbal hokej superman batman pokemon starwars dragon monkey master shadow michael
	jennifer jessica charlie samsung computer pocitac internet google facebook seznam praha brno ostrava cesko
	slovensko sparta slavia banik leto zima jaro podzim ahoj ahojky nazdar kocka pejsek medved zuzana lucie martin tomas
	petr jana pavel honza katka lenka hana eva veronika michal jakub david dilna jednani kraj urad workshop facilitator
	facilitatorka koordinator koordinatorka`)

// leet are the digits and signs that stand in for letters.
var leet = strings.NewReplacer("0", "o", "1", "i", "3", "e", "4", "a", "5", "s", "7", "t", "@", "a", "$", "s", "!", "i")

// isCommon tells passwords that are tried first: one common word with digits
// and signs around it or in it, a few characters again and again, neighbours on
// the keyboard or in the alphabet.
func isCommon(password string) bool {
	plain := Fold(password)
	return repeats(plain) || runs(plain) || isCommonWord(plain) || isCommonWord(leet.Replace(strings.TrimRightFunc(plain, isNoLetter)))
}

func isCommonWord(text string) bool {
	core := strings.Join(strings.FieldsFunc(text, isNoLetter), "")
	if core == "" {
		return false
	}
	for _, word := range commonWords {
		if strings.ReplaceAll(core, word, "") == "" {
			return true
		}
	}
	return false
}

func isNoLetter(r rune) bool { return !unicode.IsLetter(r) }

// repeats tells a text of hardly any different characters.
func repeats(text string) bool {
	different := map[rune]bool{}
	for _, r := range text {
		different[r] = true
	}
	return len(different) < 5
}

// rows are neighbours: of digits, of the alphabet, of keyboards.
var rows = []string{
	"01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "qwertzuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm",
	"1q2w3e4r5t6y7u8i9o0p", "1q2w3e4r5t6z7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "qazwsxedcrfvtgb",
}

// runs tells a text that is made of long pieces of rows, forwards or backwards.
func runs(text string) bool {
	letters := []rune(text)
	for i := 0; i < len(letters); {
		piece := longestRun(letters[i:])
		isRest := i > 0 && i+piece == len(letters)
		if piece < 4 && !isRest {
			return false
		}
		i += max(1, piece)
	}
	return true
}

// longestRun is how many letters from the first on stand beside one another.
func longestRun(letters []rune) int {
	longest := 0
	for _, row := range rows {
		for _, way := range []string{row, reversed(row)} {
			length := longest
			for length < len(letters) && strings.Contains(way, string(letters[:length+1])) {
				length++
			}
			longest = max(longest, length)
		}
	}
	return longest
}

func reversed(text string) string {
	letters := []rune(text)
	for i, j := 0, len(letters)-1; i < j; i, j = i+1, j-1 {
		letters[i], letters[j] = letters[j], letters[i]
	}
	return string(letters)
}
