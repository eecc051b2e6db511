package exports_test

import (
	"slices"
	"testing"

	"dilna/exports"
)

// TestWhatIsUnderALineBeginsWhereItsTextDoes: the parts of a decision stood left of
// its text, and their letters as far from theirs as "Usnesení 3/1:" is wide.
func TestWhatIsUnderALineBeginsWhereItsTextDoes(t *testing.T) {
	under := []exports.Bullet{{Line: exports.Line{Number: "a)", Text: "první"}}, {Line: exports.Line{Number: "b)", Text: "druhá"}}}
	list := exports.List{Bullets: []exports.Bullet{
		{Line: exports.Line{Number: "Usnesení 3/9:", Text: "ukládá"}, Bullets: under},
		{Line: exports.Line{Number: "Usnesení 3/10:", Text: "schvaluje"}},
	}}
	set := exports.ListSetting{Sign: 5}
	wide := 2 * float64(len([]rune("Usnesení 3/10: ")))
	want := []exports.Hung{{0, wide}, {wide, wide + 6}, {wide, wide + 6}, {0, wide}}
	if got := list.Hung(166, set, twoMillimetres{}); !slices.Equal(got, want) {
		t.Errorf("got %v, not %v", got, want)
	}
}

func TestLinesHoweverDeepKeepHalfOfTheRoom(t *testing.T) {
	list := exports.List{}
	for range 40 {
		list = exports.List{Bullets: []exports.Bullet{{Line: exports.Line{Number: "1.1.1.1.1.", Text: "text"}, Bullets: list.Bullets}}}
	}
	for _, hung := range list.Hung(50, exports.ListSetting{Sign: 6}, twoMillimetres{}) {
		if hung.Sign > 25 {
			t.Errorf("a number stands at %v of 50", hung.Sign)
		}
	}
}
