package exports

import (
	"strings"
	"unicode/utf8"

	"dilna/exports/direction"
)

// Drawing is a vector drawing; all places are in millimetres from its top left
// corner, down and to the right.
type Drawing struct {
	Width, Height float64
	Strokes       []Stroke
	Boxes         []Box
	Labels        []Label // in reading order, one line of text each
}

// Stroke is a straight line.
type Stroke struct {
	X1, Y1, X2, Y2 float64
	Weight         float64 // millimetres
}

// Box is a framed rectangle behind a label; the head's is Strong.
type Box struct {
	X, Y, Width, Height float64
	Strong              bool
}

// Label is one line of text: X is its left edge, Y its base line.
type Label struct {
	X, Y  float64
	Text  string
	Order []direction.Stretch // of its bytes, from left to right; none: as they are
	Face  Face
}

// Stretches are the stretches of a label from left to right.
func (l Label) Stretches() []direction.Stretch {
	if l.Order == nil {
		return []direction.Stretch{{To: len(l.Text)}}
	}
	return l.Order
}

// Frame is the largest size a drawing may have, in millimetres.
type Frame struct{ Width, Height float64 }

func (d *Drawing) stroke(x1, y1, x2, y2, weight float64) {
	d.Strokes = append(d.Strokes, Stroke{x1, y1, x2, y2, weight})
}

// typeface is a face with what its lines need, in millimetres.
type typeface struct {
	Face
	leading float64 // from base line to base line
	rise    float64 // from the top of a line to its base line
}

// labelLine is one line of a label. A text that runs from the right is even on
// its right edge.
type labelLine struct {
	text   string
	order  []direction.Stretch
	indent float64
}

// labels sets lines below each other from the top y.
func (d *Drawing) labels(x, y float64, lines []labelLine, face typeface) {
	for i, line := range lines {
		d.Labels = append(d.Labels, Label{X: x + line.indent, Y: y + face.rise + float64(i)*face.leading, Text: line.text, Order: line.order, Face: face.Face})
	}
}

// lineBytes is more than one line of a label ever holds.
const lineBytes = 300

// clipped wraps a text and cuts it after some lines with "…".
func clipped(text string, face typeface, width float64, most int, meter Meter) []labelLine {
	whole := len(text) <= most*lineBytes
	if !whole {
		text = strings.ToValidUTF8(text[:most*lineBytes], "")
	}
	lines := Wrap(text, face.Face, width, meter)
	if len(lines) > most || !whole {
		lines = lines[:min(most, len(lines))]
		last := strings.TrimRightFunc(lines[len(lines)-1], isBreakingSpace)
		for last != "" && meter.Width(last+"…", face.Face) > width {
			_, size := utf8.DecodeLastRuneInString(last)
			last = last[:len(last)-size]
		}
		lines[len(lines)-1] = last + "…"
	}
	return ordered(strings.Join(lines, "\n"), face, meter)
}

// ordered are the lines of a text, each in the order it is seen in.
func ordered(text string, face typeface, meter Meter) []labelLine {
	way := direction.Of(strings.ReplaceAll(text, "\n", " "))
	var lines []labelLine
	start := 0
	for text := range strings.SplitSeq(text, "\n") {
		line := labelLine{text: text, order: way.Line(start, start+len(text))}
		for i := range line.order {
			line.order[i].From, line.order[i].To = line.order[i].From-start, line.order[i].To-start
		}
		lines, start = append(lines, line), start+len(text)+1
	}
	if way.FromRight {
		widest := 0.0
		for _, line := range lines {
			widest = max(widest, meter.Width(strings.TrimRightFunc(line.text, isBreakingSpace), face.Face))
		}
		for i, line := range lines {
			lines[i].indent = widest - meter.Width(line.text, face.Face) // the space it ends with is on its left
		}
	}
	return lines
}
