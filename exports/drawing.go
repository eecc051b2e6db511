package exports

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
	X, Y float64
	Text string
	Face Face
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

// labels sets lines below each other from the top y.
func (d *Drawing) labels(x, y float64, lines []string, face typeface) {
	for i, line := range lines {
		d.Labels = append(d.Labels, Label{X: x, Y: y + face.rise + float64(i)*face.leading, Text: line, Face: face.Face})
	}
}
