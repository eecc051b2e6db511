package models

import (
	"encoding/json"
	"strconv"
	"testing"
)

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

func TestATextThatSavesItselfIsOneThingDone(t *testing.T) {
	t.Parallel()
	rewording := func(called Part, before, after string) []RowChange {
		text := func(s string) map[string]json.RawMessage {
			return map[string]json.RawMessage{"text": json.RawMessage(strconv.Quote(s))}
		}
		return []RowChange{{Part: PartEntries, Called: called, ID: "e", Before: text(before), After: text(after)}}
	}
	for called, want := range map[Part]bool{PartDecisions: true, PartTasks: true, PartIdeas: false, PartCauses: false} {
		before := rewording("", "Schvaluje", "Schvaluje zápis") // as it is read back: what people call it is not stored
		if got := Continues(before, rewording(called, "Schvaluje zápis", "Schvaluje zápis a program")); got != want {
			t.Errorf("%s: one thing done: %v, want %v", called, got, want)
		}
		if Continues(before, rewording(called, "Schvaluje zápis", "Odmítá")) {
			t.Errorf("%s: another text in its place is another thing done", called)
		}
	}
}
