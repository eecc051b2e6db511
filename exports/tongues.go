package exports

import (
	"regexp"
	"strings"
)

// tongues are the language of the document and, where what people wrote is in
// another one, that: no format may take English words for French ones.
func tongues(tag string) (frame, written string) {
	frame = frameOf(tag)
	primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if primary == frame {
		return tag, ""
	}
	if !IsLanguage(tag) {
		return frame, Undetermined
	}
	return frame, tag
}

// Undetermined is the tag of a text of which the language is not known, or that
// has words of more than one.
const Undetermined = "und"

// languageTag is what a language may be called.
var languageTag = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)

// IsLanguage says whether a language may be called so (BCP 47).
func IsLanguage(tag string) bool { return languageTag.MatchString(tag) }

// mixed is the language of words of the frame beside, or in place of, what
// people wrote in another language; empty: the document's.
func mixed(written string) string {
	if written == "" {
		return ""
	}
	return Undetermined
}
