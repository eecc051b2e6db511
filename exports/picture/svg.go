package picture

import (
	"fmt"
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
	set, err := fonts.NewSet()
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
		label(&w, l, set)
	}
	w.Close()
	w.Close()
	return w.String(), nil
}

// label writes a text; where it needs signs, or an order of its own, each part
// by itself, with the text as its title.
func label(w *markup.Writer, l exports.Label, set *fonts.Set) {
	parts := partsOf(set, l)
	if len(parts) == 1 && parts[0].Sign == nil {
		letters(w, l, l.X, l.Text, set)
		return
	}
	w.Open("g")
	w.Element("title", l.Text)
	for _, part := range parts {
		if part.Sign == nil {
			letters(w, l, part.x, part.Letters, set)
		} else if len(part.Sign.Segments) > 0 {
			size := l.Face.Size * fonts.Millimetre / 1000
			w.Empty("path", "transform", fmt.Sprintf("translate(%s %s) scale(%.5f %.5f)", length(part.x), length(l.Y), size, -size), "d", path(part.Sign.Outline))
		}
	}
	w.Close()
}

// letters writes letters of the text font.
func letters(w *markup.Writer, l exports.Label, x float64, text string, set *fonts.Set) {
	if text == "" {
		return
	}
	weight := ""
	if l.Face.Bold {
		weight = "bold"
	}
	w.Element("text", text, "x", length(x), "y", length(l.Y), "font-size", length(l.Face.Size*fonts.Millimetre),
		"font-weight", weight, "textLength", length(set.Width(text, l.Face)), "lengthAdjust", "spacingAndGlyphs")
}

// path is an outline in the language of SVG.
func path(o fonts.Outline) string {
	var b strings.Builder
	for _, s := range o.Segments {
		b.WriteByte("MLQC"[s.Op])
		for i, p := range s.Args[:[]int{1, 1, 2, 3}[s.Op]] {
			if i > 0 {
				b.WriteByte(' ')
			}
			fmt.Fprintf(&b, "%d %d", p.X, p.Y)
		}
	}
	return b.String()
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
