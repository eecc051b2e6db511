package exports

import (
	"strings"

	"golang.org/x/text/language"
)

// Stamp is what the document is, in one line: "Zápis z 1. jednání · SENIOŘI ·
// NÁVRH · verze 2", for formats without room to tell its parts apart.
func (d Document) Stamp() string {
	return strings.Join(named([]string{d.Foot, d.StampUnder()}), " · ")
}

// StampUnder is what a foot of two lines says under the title: all of the stamp but
// Foot; may be empty.
func (d Document) StampUnder() string {
	return strings.Join(named([]string{d.Draft, d.Filed, d.Version, d.Approval}), " · ")
}

// Regional is a language tag as a language and its region, which offices want
// to know: "cs", "CZ". What is no tag is returned as it is.
func Regional(tag string) (lang, region string) {
	parsed, err := language.Parse(tag)
	if err != nil || parsed == language.Und { // of which one would be guessed
		return tag, ""
	}
	base, _ := parsed.Base()
	in, _ := parsed.Region()
	return base.String(), in.String()
}
