package models

import "testing"

func TestATextIsWrittenOnOrReplaced(t *testing.T) {
	for _, c := range []struct {
		before, after string
		goesOn        bool
	}{
		{"Ú", "Úvod", true},
		{"Úvod", "Úvodní slovo", true},
		{"Dnes se sešla skupina.", "Dnes se poprvé sešla skupina.", true},
		{"Úvod", "Úv", true},
		{"První", "Druhá", false},
		{"Úvod", "", false}, // cleared: it can be had back
		{"", "Úvod", false},
		{"Dnes se sešla skupina.", "Text někoho jiného, úplně jiný.", false},
	} {
		if got := goesOn(c.before, c.after); got != c.goesOn {
			t.Errorf("%q, then %q: %v", c.before, c.after, got)
		}
	}
}
