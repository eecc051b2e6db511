package fonts

import "testing"

func TestWhatIsWrittenFromTheRightReadsFromTheRight(t *testing.T) {
	for _, c := range []struct{ name, line, want string }{
		{"Czech", "dům (malý)", "dům (malý)"},
		{"Hebrew", "אבג", "גבא"},
		{"words within Czech", "slova אב גד, konec", "slova דג בא, konec"},
		{"a number keeps its order", "אב 12 גד", "דג 12 בא"},
		{"brackets are mirrored", "א (ב) ג", "ג (ב) א"},
		{"marks stay with their letter", "א\u05b8ב", "בא\u05b8"},
		{"a line ends with its space", "אב ", "בא "},
		{"nothing", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Visual(c.line); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestTheFirstLetterSaysWhichWayATextRuns(t *testing.T) {
	for text, want := range map[string]bool{"": false, "12 (": false, "dům בית": false, "12 בית dům": true, "(مرحبا)": true} {
		if FromRight(text) != want {
			t.Errorf("%q runs the other way", text)
		}
	}
}
