package exports

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
)

// Link is an address that stands in a text from one byte to before another.
type Link struct {
	From, To int
	URI      string // the address in ASCII
}

// address finds what may be one: only addresses of the web and of mail are
// links; everything else people type stays text.
var address = regexp.MustCompile(`(?i)\b(?:https?://|mailto:)[^\s<>"'„“”«»]+`)

// Links are the links of a text in its order. A sentence's punctuation after an
// address is no part of it.
func Links(text string) []Link {
	if !strings.Contains(text, ":") {
		return nil
	}
	var links []Link
	for _, at := range address.FindAllStringIndex(text, -1) {
		typed := withoutPunctuation(text[at[0]:at[1]])
		u, err := url.Parse(typed)
		if err != nil || u.Host == "" && u.Opaque == "" {
			continue
		}
		links = append(links, Link{at[0], at[0] + len(typed), inASCII(u.String())})
	}
	return links
}

// withoutPunctuation cuts off what ends a sentence, and a bracket that closes
// one opened before the address.
func withoutPunctuation(address string) string {
	for {
		shorter := strings.TrimRight(address, ".,;:!?…*")
		for _, pair := range []string{"()", "[]", "{}"} {
			if strings.HasSuffix(shorter, pair[1:]) && strings.Count(shorter, pair[:1]) < strings.Count(shorter, pair[1:]) {
				shorter = shorter[:len(shorter)-1]
			}
		}
		if shorter == address {
			return address
		}
		address = shorter
	}
}

// inASCII percent-encodes what the parts of an address still have of other
// letters.
func inASCII(uri string) string {
	var b strings.Builder
	for _, c := range []byte(uri) {
		if c > ' ' && c < 0x7f {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
