package picture

import (
	"strconv"
	"strings"

	"dilna/exports"
	"dilna/exports/fonts"
	"dilna/exports/markup"
)

// family is what labels are set in; where a reader lacks the first, another is
// stretched to the same width.
const family = "DejaVu Sans Condensed, DejaVu Sans, Arial, sans-serif"

// SVG is a drawing as an SVG file, which may also stand in a page of HTML. Alt
// is what a person who does not see it is told.
func SVG(d exports.Drawing, alt string) (string, error) {
	m, err := newMeter()
	if err != nil {
		return "", err
	}
	var w markup.Writer
	wide, high := Size(d)
	w.Open("svg", "xmlns", "http://www.w3.org/2000/svg", "role", "img", "aria-label", alt,
		"viewBox", strings.Join([]string{length(-margin), length(-margin), length(wide), length(high)}, " "),
		"width", length(wide)+"mm", "height", length(high)+"mm")
	for _, s := range d.Strokes {
		w.Empty("line", "x1", length(s.X1), "y1", length(s.Y1), "x2", length(s.X2), "y2", length(s.Y2),
			"stroke", line, "stroke-width", length(s.Weight))
	}
	for _, b := range d.Boxes {
		fill, weight := boxInk(b)
		w.Empty("rect", "x", length(b.X), "y", length(b.Y), "width", length(b.Width), "height", length(b.Height),
			"fill", fill, "stroke", line, "stroke-width", length(weight))
	}
	w.Open("g", "fill", ink, "font-family", family)
	for _, l := range d.Labels {
		label(&w, l, m)
	}
	w.Close()
	w.Close()
	return w.String(), nil
}

func label(w *markup.Writer, l exports.Label, m meter) {
	text := exports.Clean(l.Text)
	if text == "" {
		return
	}
	weight := ""
	if l.Face.Bold {
		weight = "bold"
	}
	w.Element("text", text, "x", length(l.X), "y", length(l.Y), "font-size", length(l.Face.Size*fonts.Millimetre),
		"font-weight", weight, "textLength", length(m.Width(text, l.Face)), "lengthAdjust", "spacingAndGlyphs")
}

func boxInk(b exports.Box) (fill string, weight float64) {
	if b.Strong {
		return wash, strongWeight
	}
	return paper, frameWeight
}

// length prints millimetres to the hundredth.
func length(mm float64) string {
	return strings.TrimSuffix(strings.TrimRight(strconv.FormatFloat(mm, 'f', 2, 64), "0"), ".")
}
