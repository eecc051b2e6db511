package exports

import (
	"fmt"

	"rsc.io/qr"
)

const (
	codeSide  = 30.0 // of the QR code of an address, millimetres
	codeQuiet = 4    // modules around a QR code (ISO/IEC 18004)
)

// QR draws a QR code into a square, its quiet zone included: a line for each row of
// dark modules.
func QR(text string, x, y, side float64) ([]Stroke, error) {
	code, err := qr.Encode(text, qr.M)
	if err != nil {
		return nil, fmt.Errorf("draw the QR code: %w", err)
	}
	var strokes []Stroke
	module := side / float64(code.Size+2*codeQuiet)
	for row := range code.Size {
		for at := 0; at < code.Size; at++ {
			from := at
			for code.Black(at, row) {
				at++
			}
			if at > from {
				base := y + (float64(row+codeQuiet)+0.5)*module
				strokes = append(strokes, Stroke{x + float64(from+codeQuiet)*module, base, x + float64(at+codeQuiet)*module, base, module * 1.02})
			}
		}
	}
	return strokes, nil
}

// drawCode draws an address as a QR code; nothing where it is too long for one, for
// it stands beside it in letters.
func drawCode(address string) []Drawing {
	strokes, err := QR(address, 0, 0, codeSide)
	if err != nil {
		return nil
	}
	return []Drawing{{Width: codeSide, Height: codeSide, Strokes: strokes}}
}
