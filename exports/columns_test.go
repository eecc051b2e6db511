package exports_test

import (
	"strings"
	"testing"

	"dilna/exports"
)

func listOf(texts ...string) exports.List {
	var l exports.List
	for _, text := range texts {
		l.Bullets = append(l.Bullets, exports.Bullet{Line: exports.Line{Text: text}})
	}
	return l
}

// A letter is two millimetres wide in these tests.
func TestShortListsStandInColumns(t *testing.T) {
	long := strings.Repeat("slovo ", 14)
	for name, c := range map[string]struct {
		texts []string
		want  int
	}{
		"fourteen words":                     {strings.Fields(strings.Repeat("pomoc ", 14)), 3},
		"six words":                          {strings.Fields(strings.Repeat("pomoc ", 6)), 2},
		"four words need no columns":         {strings.Fields(strings.Repeat("pomoc ", 4)), 1},
		"texts of half a line":               {strings.Split(strings.Repeat("Podpora neformálních pečujících,", 8), ","), 2},
		"most of them half a line":           {append(strings.Fields(strings.Repeat("pomoc ", 7)), long), 2},
		"sentences":                          {[]string{long, long, long, long, long, long, long, long}, 1},
		"words that are read from the right": {strings.Fields(strings.Repeat("שלום ", 14)), 1},
	} {
		set := exports.ListSetting{Sign: 5, Gap: 7}
		if got := listOf(c.texts...).Columns(166, set, twoMillimetres{}); got != c.want {
			t.Errorf("%s: %d columns, not %d", name, got, c.want)
		}
	}
}
