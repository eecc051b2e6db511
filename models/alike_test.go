package models

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestSuggestionsLeaveDiacriticsAndEndingsAside(t *testing.T) {
	for _, pair := range [][2]string{
		{"Nedostatek financí", "nedostatek finance"},
		{"Nedostatek financí", "Nedostatečné finance"},
		{"Chybí odlehčovací služby", "chybejici odlehcovaci sluzba"},
		{"Nízká informovanost veřejnosti", "nízká informovanost o službách veřejnosti"},
		{"Málo terénních pracovníků", "málo terénních pracovnic"},
		{"Spolupráce obcí a poskytovatelů", "Spolupráce poskytovatelů s obcemi"},
		{"Dlouhé čekací lhůty", "dlouhá čekací lhůta"},
		{"Nekomunikace mezi úřady", "nekomunikace úřadů"},
		{"Nedostatek lékařů", "Nedostatek lékaru!!"},
		{"Doprava do zařízení", "doprava do zarizeni (autobusy)"},
	} {
		if like := gistOf(pair[0]).like(gistOf(pair[1])); like < alikeEnough {
			t.Errorf("%q and %q are %.2f alike", pair[0], pair[1], like)
		}
	}
}

func TestSuggestionsTellDifferentIdeasApart(t *testing.T) {
	for _, pair := range [][2]string{
		{"Nedostatek financí", "Nedostatek lékařů"},
		{"Nedostatek lékařů", "Nedostatek bytů"},
		{"Málo terénních pracovníků", "Málo pobytových služeb"},
		{"Podpora rodin s dětmi", "Podpora pečujících osob"},
		{"Senioři", "Sanitky"},
		{"a", "b"},
		{"", ""},
		{"⚫", "🌱"},
	} {
		if like := gistOf(pair[0]).like(gistOf(pair[1])); like >= alikeEnough {
			t.Errorf("%q and %q are %.2f alike", pair[0], pair[1], like)
		}
	}
}

func TestSuggestionsComeLikestFirstAndWithoutTheDismissed(t *testing.T) {
	ideas := []Entry{
		{ID: "a", Text: "Nedostatek financí"}, {ID: "b", Text: "Doprava"},
		{ID: "c", Text: "Nedostatečné finance"}, {ID: "d", Text: "nedostatek financi"},
	}
	none := func(EntryID, EntryID) bool { return false }
	if got := Alike(ideas, false, none); fmt.Sprint(got) != "[{a d} {a c} {c d}]" {
		t.Errorf("suggested are %v", got)
	}
	dismissed := func(one, other EntryID) bool { return one == "a" && other == "d" }
	if got := Alike(ideas, false, dismissed); fmt.Sprint(got) != "[{a c} {c d}]" {
		t.Errorf("suggested are %v", got)
	}
}

// The largest record known has 691 ideas; they are compared within 100 ms.
func BenchmarkAlike(b *testing.B) {
	words := strings.Fields("nedostatek financí lékařů bytů pracovníků informací dopravy služeb dobrovolníků rodin seniorů obcí podpora " +
		"chybí málo dlouhé lhůty spolupráce úřadů koordinace terénní pobytové odlehčovací péče zařízení kapacita doma školy prevence")
	r := rand.New(rand.NewPCG(1, 2))
	ideas := make([]Entry, 700)
	for i := range ideas {
		ideas[i].ID = EntryID(fmt.Sprint(i))
		for range 3 + r.IntN(8) {
			ideas[i].Text += words[r.IntN(len(words))] + " "
		}
	}
	for b.Loop() {
		Alike(ideas, false, func(EntryID, EntryID) bool { return false })
	}
}
