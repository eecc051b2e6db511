// Package picture draws the drawings of the minutes as SVG and as PNG.
package picture

import (
	"bytes"

	"dilna/exports"
	"dilna/exports/fonts"
	"dilna/models"
)

// page is the room a drawing may take with its margin: the body of an upright
// A4.
var page = exports.Frame{Width: 164, Height: 240}

// colours of a drawing, as in the PDF.
const (
	ink   = "#212529"
	line  = "#1b4068"
	wash  = "#e8eff6"
	paper = "#ffffff"
)

// Weights of the frames of boxes, in millimetres.
const (
	frameWeight  = 0.35
	strongWeight = 0.6
)

// margin around a drawing that stands alone, in millimetres: frames of boxes
// are drawn half outside.
const margin = 1.0

// Size is how large the picture of a drawing is, in millimetres.
func Size(d exports.Drawing) (wide, high float64) {
	return d.Width + 2*margin, d.Height + 2*margin
}

// LogoSize is how large a logo is printed, in millimetres: at most 60 wide and
// 22 high.
func LogoSize(p models.Picture) (wide, high float64) {
	wide, high = max(1, float64(p.Width)), max(1, float64(p.Height))
	scale := min(60/wide, 22/high)
	return wide * scale, high * scale
}

// Figure draws a figure of the minutes, in several drawings where one page does not
// hold it.
func Figure(f exports.Figure) ([]exports.Drawing, error) {
	set, err := fonts.NewSet()
	if err != nil {
		return nil, err
	}
	return f.Map(func(text string) string { return oneLine(set, text) }).Draw(page, set), nil
}

// IsHigh says whether the drawing of a figure takes more than half a page: above its
// outline it would leave the page before it empty.
func IsHigh(f exports.Figure) bool {
	drawings, err := Figure(f)
	return err == nil && (len(drawings) > 1 || len(drawings) == 1 && drawings[0].Height > page.Height/2)
}

// Results draws the votes of a table as bars under a title, in several drawings
// where one page does not hold them; none where nobody voted.
func Results(title string, t exports.Table) ([]exports.Drawing, error) {
	set, err := fonts.NewSet()
	if err != nil {
		return nil, err
	}
	return exports.Results(oneLine(set, title), t.Map(func(text string) string { return oneLine(set, text) }), page, set), nil
}

// oneLine is a text as it is shown, on one line.
func oneLine(set *fonts.Set, text string) string { return set.Shown(exports.OneLine(text)) }

// placedPart is a part of a label in its place.
type placedPart struct {
	fonts.Part
	x float64 // left edge, millimetres of the drawing
}

// partsOf are the parts of a label from left to right.
func partsOf(set *fonts.Set, l exports.Label) []placedPart {
	var parts []placedPart
	x := l.X
	for _, s := range l.Stretches() {
		for _, part := range set.Parts(l.Text[s.From:s.To], s.FromRight, l.Face.Bold) {
			parts = append(parts, placedPart{part, x})
			x += float64(part.Advance) / 1000 * l.Face.Size * fonts.Millimetre
		}
	}
	return parts
}

// Ending is that of a file of a picture, with its dot: photos are JPEG, all that we draw
// is PNG.
func Ending(file []byte) string {
	if isPhoto(file) {
		return ".jpg"
	}
	return ".png"
}

// Type is the type of a file of a picture.
func Type(file []byte) string {
	if isPhoto(file) {
		return "image/jpeg"
	}
	return "image/png"
}

func isPhoto(file []byte) bool { return bytes.HasPrefix(file, []byte{0xFF, 0xD8}) }
