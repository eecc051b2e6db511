package exports_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dilna/exports"
	"dilna/models"
	"dilna/models/modelstest"
)

var (
	uprightFrame = exports.Frame{Width: 166, Height: 253}
	lyingFrame   = exports.Frame{Width: 253, Height: 166}
)

// narrow is a meter of 1.3 mm a letter at 7.5 points, about what real fonts need.
type narrow struct{}

func (narrow) Width(text string, face exports.Face) float64 {
	return twoMillimetres{}.Width(text, face) * 0.65 * face.Size / 7.5
}

func figureOf(t *testing.T, d exports.Document) exports.Figure {
	t.Helper()
	for _, b := range d.Blocks {
		if f, ok := b.(exports.Figure); ok {
			return f
		}
	}
	t.Fatal("the document has no figure")
	return exports.Figure{}
}

func TestTheFishboneOfTheModelRecordFitsOneUprightPage(t *testing.T) {
	f := figureOf(t, exports.FromMinutes(modelstest.ModelRecord(), models.MinutesOptions{}))
	drawings := exports.Fishbone(f.Effect, f.Causes, uprightFrame, narrow{})
	if len(drawings) != 1 {
		t.Fatalf("it takes %d drawings", len(drawings))
	}
	said := words(drawings)
	for _, text := range append(textsOf(f.Causes), f.Effect) {
		if !strings.Contains(said, text) {
			t.Errorf("%q is not in the drawing", text)
		}
	}
	if n := strings.Count(said, "Veřejné zdroje"); n != 2 {
		t.Errorf("the cause on two bones is drawn %d times", n)
	}
}

func TestNoTextInAFishboneOverlapsAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		frame := rapid.SampledFrom([]exports.Frame{uprightFrame, lyingFrame}).Draw(t, "frame")
		meter := rapid.SampledFrom([]exports.Meter{narrow{}, twoMillimetres{}}).Draw(t, "meter")
		effect := sentence().Draw(t, "effect")
		causes := drawnCauses(1, 14).Draw(t, "causes")
		drawings := exports.Fishbone(effect, causes, frame, meter)
		said := words(drawings)
		for _, text := range textsOf(causes) {
			if first, _, _ := strings.Cut(text, "-"); !strings.Contains(said, first) {
				t.Fatalf("%q is drawn nowhere", text)
			}
		}
		for i, d := range drawings {
			if d.Width > frame.Width+0.01 || d.Height > frame.Height+0.01 {
				t.Fatalf("drawing %d is %.1f × %.1f, the frame %.0f × %.0f", i, d.Width, d.Height, frame.Width, frame.Height)
			}
			if clash := clashIn(d, meter); clash != "" {
				t.Fatalf("drawing %d: %s", i, clash)
			}
		}
	})
}

// Bones are as long as the head beside them is high, and lean by their length.
func TestAHighHeadOverShortBonesStaysInTheFrame(t *testing.T) {
	effect := strings.Repeat("samota a nedostatek péče ", 12)
	for n := 1; n < 12; n++ {
		var causes []exports.Bullet
		for range n {
			causes = append(causes, exports.Bullet{Line: exports.Line{Text: "doprava"}})
		}
		for i, d := range exports.Fishbone(effect, causes, uprightFrame, narrow{}) {
			if d.Width > uprightFrame.Width {
				t.Errorf("%d bones: drawing %d is %.1f wide, the frame %.0f", n, i, d.Width, uprightFrame.Width)
			}
		}
	}
}

// Nobody turns a page for a single bone.
func TestBonesAreSharedOutEvenlyAmongSeveralDrawings(t *testing.T) {
	for bones := 4; bones < 30; bones++ {
		causes := make([]exports.Bullet, bones)
		for i := range causes {
			causes[i].Text = fmt.Sprint("kost ", i)
			for range 12 {
				causes[i].Bullets = append(causes[i].Bullets, exports.Bullet{Line: exports.Line{Text: "příčina, která je dlouhá a stojí na třech řádcích"}})
			}
		}
		var boxes []int
		for _, d := range exports.Fishbone("cíl", causes, uprightFrame, narrow{}) {
			boxes = append(boxes, len(d.Boxes)-1) // one is of the head
		}
		if slices.Max(boxes)-slices.Min(boxes) > 1 {
			t.Errorf("%d bones are shared out as %v", bones, boxes)
		}
	}
}

func TestAFishboneOfSixtyLongCausesTakesFewPages(t *testing.T) {
	var causes []exports.Bullet
	for i := range 6 {
		b := exports.Bullet{Line: exports.Line{Text: fmt.Sprintf("Hlavní příčina %d", i+1)}}
		for j := range 9 {
			text := fmt.Sprintf("%d. Nedostatek kvalifikovaných pracovníků v terénních službách kraje", j+1)
			b.Bullets = append(b.Bullets, exports.Bullet{Line: exports.Line{Text: text}})
		}
		causes = append(causes, b)
	}
	if n := len(exports.Fishbone("Cíl", causes, uprightFrame, narrow{})); n > 3 { // two with letters under 9 points
		t.Errorf("it takes %d drawings", n)
	}
}

// sentence is a text of words joined by hyphens, its first word unlike others.
func sentence() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		text := fmt.Sprintf("č%d", rapid.IntRange(0, 999).Draw(t, "first"))
		for range rapid.IntRange(0, 14).Draw(t, "words") {
			text += "-" + strings.Repeat("w", rapid.IntRange(1, 14).Draw(t, "letters"))
		}
		return text
	})
}

func drawnCauses(least, most int) *rapid.Generator[[]exports.Bullet] {
	return rapid.Custom(func(t *rapid.T) []exports.Bullet {
		bullets := make([]exports.Bullet, rapid.IntRange(least, most).Draw(t, "how many"))
		for i := range bullets {
			bullets[i].Text = sentence().Draw(t, "cause")
			if most > 1 {
				bullets[i].Bullets = drawnCauses(0, most/2).Draw(t, "under it")
			}
		}
		return bullets
	})
}

func textsOf(bullets []exports.Bullet) []string {
	var texts []string
	for _, b := range bullets {
		texts = append(append(texts, b.Text), textsOf(b.Bullets)...)
	}
	return texts
}

// words are the labels of drawings as one text.
func words(drawings []exports.Drawing) string {
	var b strings.Builder
	for _, d := range drawings {
		for _, l := range d.Labels {
			b.WriteString(l.Text)
		}
	}
	return b.String()
}

type rect struct{ left, top, right, bottom float64 }

// inkOf is where a label has ink, with 0.1 mm of grace.
func inkOf(l exports.Label, meter exports.Meter) rect {
	size := l.Face.Size * 25.4 / 72
	wide := meter.Width(strings.TrimRight(l.Text, " "), l.Face)
	return rect{l.X + 0.1, l.Y - 0.75*size + 0.1, l.X + wide - 0.1, l.Y + 0.2*size - 0.1}
}

func (r rect) meets(q rect) bool {
	return r.left < q.right && q.left < r.right && r.top < q.bottom && q.top < r.bottom
}

func (r rect) within(q rect) bool {
	return q.left <= r.left && r.right <= q.right && q.top <= r.top && r.bottom <= q.bottom
}

// crossedBy says whether a stroke runs through r.
func (r rect) crossedBy(s exports.Stroke) bool {
	from, to := 0.0, 1.0
	for _, side := range [][2]float64{
		{s.X1 - s.X2, s.X1 - r.left}, {s.X2 - s.X1, r.right - s.X1},
		{s.Y1 - s.Y2, s.Y1 - r.top}, {s.Y2 - s.Y1, r.bottom - s.Y1},
	} {
		switch p, q := side[0], side[1]; {
		case p == 0 && q < 0:
			return false
		case p < 0:
			from = math.Max(from, q/p)
		case p > 0:
			to = math.Min(to, q/p)
		}
	}
	return from < to
}

// clashIn says which label lies on what, or out of the drawing.
func clashIn(d exports.Drawing, meter exports.Meter) string {
	whole := rect{-0.01, -0.01, d.Width + 0.01, d.Height + 0.01}
	for i, l := range d.Labels {
		ink := inkOf(l, meter)
		if !ink.within(whole) {
			return fmt.Sprintf("%q is out of it", l.Text)
		}
		for _, other := range d.Labels[:i] {
			if ink.meets(inkOf(other, meter)) {
				return fmt.Sprintf("%q lies on %q", l.Text, other.Text)
			}
		}
		for _, s := range d.Strokes {
			if ink.crossedBy(s) {
				return fmt.Sprintf("a line runs through %q", l.Text)
			}
		}
		for _, b := range d.Boxes {
			frame := rect{b.X, b.Y, b.X + b.Width, b.Y + b.Height}
			if ink.meets(frame) && !ink.within(frame) {
				return fmt.Sprintf("%q lies on the edge of a box", l.Text)
			}
		}
	}
	return ""
}

// The name of each scale of a grid stands at the end of its axis.
func TestTheScalesOfAGridAreNamedAtTheirEnds(t *testing.T) {
	d := exports.Figure{Grid: &exports.Grid{Across: "námaha", Up: "dopad", Dots: []exports.GridDot{{Text: "x", Across: 1, Up: 1}, {Text: "y"}}}}.Draw(exports.Frame{Width: 166, Height: 200}, narrow{})[0]
	top, bottom := math.Inf(1), math.Inf(-1)
	for _, l := range d.Strokes {
		top, bottom = min(top, l.Y1, l.Y2), max(bottom, l.Y1, l.Y2)
	}
	for _, l := range d.Labels {
		if l.Text == "↑ dopad" && l.Y > top || l.Text == "námaha →" && l.Y < bottom {
			t.Errorf("%s stands at %.1f, the square from %.1f to %.1f", l.Text, l.Y, top, bottom)
		}
	}
	for _, b := range d.Boxes {
		if b.Y < top || b.Y+b.Height > bottom {
			t.Errorf("a number stands at %.1f, outside of the square", b.Y)
		}
	}
	if clash := clashIn(d, narrow{}); clash != "" {
		t.Error(clash)
	}
}
