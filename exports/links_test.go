package exports_test

import (
	"testing"

	"dilna/exports"
)

func TestOnlyAddressesOfTheWebAndOfMailAreLinks(t *testing.T) {
	for _, c := range []struct{ name, text, typed, uri string }{
		{"an address", "viz https://kraj.cz/plan dále", "https://kraj.cz/plan", "https://kraj.cz/plan"},
		{"at the end of a sentence", "Viz http://kraj.cz.", "http://kraj.cz", "http://kraj.cz"},
		{"in brackets", "(https://kraj.cz/a_(b))", "https://kraj.cz/a_(b)", "https://kraj.cz/a_(b)"},
		{"with Czech letters", "https://kraj.cz/žádost", "https://kraj.cz/žádost", "https://kraj.cz/%C5%BE%C3%A1dost"},
		{"mail", "pište na mailto:a@kraj.cz, prosím", "mailto:a@kraj.cz", "mailto:a@kraj.cz"},
		{"mail with Czech letters", "mailto:žofie@kraj.cz", "mailto:žofie@kraj.cz", "mailto:%C5%BEofie@kraj.cz"},
		{"a script", "javascript:alert(1)", "", ""},
		{"a file", "file:///etc/passwd", "", ""},
		{"no host", "https://", "", ""},
		{"a broken escape", "https://kraj.cz/%zz", "", ""},
		{"no address", "od 13:00", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			links := exports.Links(c.text)
			if c.uri == "" {
				if len(links) > 0 {
					t.Errorf("got %v", links)
				}
				return
			}
			if len(links) != 1 || c.text[links[0].From:links[0].To] != c.typed || links[0].URI != c.uri {
				t.Errorf("got %v", links)
			}
		})
	}
}
