package direction

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// seen is a line as it is seen from left to right; stretches from the right
// stand in brackets, their letters as they were typed.
func seen(text string) string {
	var b strings.Builder
	for _, s := range Of(text).Line(0, len(text)) {
		part := text[s.From:s.To]
		if s.FromRight {
			part = "[" + part + "]"
		}
		b.WriteString(part)
	}
	return b.String()
}

func TestLinesAreSeenInTheOrderOfTheirDirections(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"Czech", "dům (malý) 12,5 %", "dům (malý) 12,5 %"},
		{"Hebrew", "אבג", "[אבג]"},
		{"a word within Czech", "slova אב גד, konec", "slova [אב גד], konec"},
		{"a number after Hebrew within Czech", "slova אב 12, konec", "slova 12[אב ], konec"},
		{"a number before Hebrew within Czech", "slova 12 אב", "slova 12 [אב]"},
		{"percents within Arabic", "نسبة 12.5 % من", "[ % من]12.5[نسبة ]"},
		{"percents beside the number after Hebrew", "אב 12.5% גד", "[ גד]12.5%[אב ]"},
		{"brackets within Arabic", "مرحبا (عالم) 3", "3[مرحبا (عالم) ]"},
		{"brackets around Czech within Arabic", "مرحبا (dům) عالم", "[) عالم]dům[مرحبا (]"},
		{"Arabic in brackets within Czech", "dům (مرحبا) konec", "dům ([مرحبا]) konec"},
		{"Arabic digits within Czech", "rok ١٢ אב", "rok [ אב]١٢"},
		{"a date within Hebrew", "ביום 28.10.2025", "28.10.2025[ביום ]"},
		{"a phone number within Arabic", "هاتف +420 777", "777[ ]420[هاتف +]"},
		{"a line ends with its space", "אב ", "[אב ]"},
		{"a mark after Czech turns what follows", "a\u200fb", "a[\u200f]b"},
		{"nothing", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := seen(c.text); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestALineRunsAsItsParagraphDoes(t *testing.T) {
	p := Of("dům عالم 12 مرحبا")
	from := strings.Index(p.Text, "12")
	if got := p.Line(from, len(p.Text)); len(got) != 2 || !got[0].FromRight || p.Text[got[1].From:got[1].To] != "12" {
		t.Errorf("the number that a line begins with forgets the Arabic before it: %v", got)
	}
	for _, s := range Of("אבג\ndům").Line(len("אבג\n"), len("אבג\ndům")) {
		if s.FromRight {
			t.Error("Czech on a line of its own runs from the right")
		}
	}
}

func TestTheFirstLetterSaysWhichWayATextRuns(t *testing.T) {
	for text, want := range map[string]bool{"": false, "12 (": false, "dům בית": false, "12 בית dům": true, "(مرحبا)": true, "\u200fdům": true} {
		if FromRight(text) != want {
			t.Errorf("%q runs the other way", text)
		}
	}
}

// TestUnicodesOwnCases reads the conformance test that comes with the library
// that shapes letters. Cases with signs that are cleaned away are left out.
func TestUnicodesOwnCases(t *testing.T) {
	folder, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/go-text/typesetting").Output()
	if err != nil {
		t.Fatalf("where is the library? %v", err)
	}
	file, err := os.Open(filepath.Join(strings.TrimSpace(string(folder)), "bidi", "test", "BidiCharacterTest.txt"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	tried := 0
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if fields := strings.Split(lines.Text(), ";"); len(fields) == 5 && !strings.HasPrefix(fields[0], "#") {
			if tryCase(t, fields) {
				tried++
			}
		}
	}
	t.Logf("%d cases", tried)
	if tried < 10_000 {
		t.Errorf("only %d cases were tried", tried)
	}
}

func tryCase(t *testing.T, fields []string) bool {
	t.Helper()
	var text string
	var starts []int
	for code := range strings.FieldsSeq(fields[0]) {
		r, err := strconv.ParseUint(code, 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		if r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return false
		}
		starts = append(starts, len(text))
		text += string(rune(r))
	}
	p := Of(text)
	if fields[1] != "2" {
		p = Along(text, fields[1] == "1")
	}
	base, want := fields[2], strings.Fields(fields[4])
	if base != strconv.Itoa(int(p.base())) {
		t.Errorf("%s runs the other way", fields[0])
	}
	if got := order(p, starts, strings.Fields(fields[3])); !slices.Equal(got, want) {
		t.Errorf("%s along %s: got %v, want %v", fields[0], fields[1], got, want)
	}
	return true
}

// order is the order of the letters, but for those without a level.
func order(p Paragraph, starts []int, levels []string) []string {
	var seen []string
	for _, s := range p.Line(0, len(p.Text)) {
		var part []string
		for n, at := range starts {
			if at >= s.From && at < s.To && levels[n] != "x" {
				part = append(part, fmt.Sprint(n))
			}
		}
		if s.FromRight {
			slices.Reverse(part)
		}
		seen = append(seen, part...)
	}
	return seen
}
