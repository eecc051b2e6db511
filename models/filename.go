package models

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// FileName is the name of a file with the minutes, without its ending, such
// as every file system takes: zapis-1-socialni-sluzby-2. It is in the language
// the minutes are framed in.
func (h Head) FileName() string {
	name := h.called().minutes
	if h.Number > 0 {
		name += fmt.Sprintf("-%d", h.Number)
	}
	about := h.Group
	if about == "" {
		about = h.Title
	}
	if about = PlainName(about); about != "" {
		name += "-" + about
	}
	return name
}

// PlainName keeps small letters and digits of ASCII, with hyphens between, 60
// characters at most. Accents are taken off: ř becomes r.
func PlainName(text string) string {
	words := strings.FieldsFunc(norm.NFD.String(strings.ToLower(text)), func(r rune) bool {
		return !unicode.Is(unicode.Mn, r) && (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	plain := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, strings.Join(words, "-"))
	return strings.Trim(plain[:min(len(plain), 60)], "-")
}
