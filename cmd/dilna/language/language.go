// Package language speaks Czech and English on the command line. Both
// wordings stand side by side where they are said, so that neither is
// forgotten.
package language

import (
	"fmt"
	"strings"
)

// Language is what the program speaks on the terminal.
type Language int

// The languages of the program.
const (
	English Language = iota
	Czech
)

// FromEnvironment is the language of the terminal: the first of LC_ALL,
// LC_MESSAGES and LANG that says anything decides, as POSIX has it. What is
// not Czech is English.
func FromEnvironment(getenv func(string) string) Language {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			if strings.HasPrefix(strings.ToLower(value), "cs") {
				return Czech
			}
			return English
		}
	}
	return English
}

// Tag is the BCP 47 tag of the language.
func (l Language) Tag() string {
	if l == Czech {
		return "cs"
	}
	return "en"
}

// Say picks the wording and fills in its values as fmt.Sprintf does.
func (l Language) Say(cs, en string, values ...any) string {
	text := en
	if l == Czech {
		text = cs
	}
	if len(values) == 0 {
		return text
	}
	return fmt.Sprintf(text, values...)
}

// Count says how many of something: "3 hlasy", "5 dots". The forms are
// separated by |: in Czech for 1, for 2 to 4, for 0 and from 5 on; in English
// for 1 and for all else.
func (l Language) Count(n int, cs, en string) string {
	return fmt.Sprintf("%d %s", n, l.Form(n, cs, en))
}

// Form is the word Count puts after the number.
func (l Language) Form(n int, cs, en string) string {
	if l == English {
		forms := strings.Split(en, "|")
		if n == 1 {
			return forms[0]
		}
		return forms[1]
	}
	forms := strings.Split(cs, "|")
	switch {
	case n == 1:
		return forms[0]
	case n >= 2 && n <= 4:
		return forms[1]
	}
	return forms[2]
}
