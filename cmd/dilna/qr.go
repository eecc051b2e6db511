package main

import (
	"fmt"
	"io"
	"strings"

	"rsc.io/qr"
)

// quietZone is the margin scanners need, in modules (ISO/IEC 18004).
const quietZone = 4

// printQR draws a QR code with half blocks, two modules a character. With
// colour it paints black on white itself, so that it can be read off dark and
// light terminals alike; without, in a log, light modules are drawn, as on a
// dark terminal.
func printQR(w io.Writer, text string, colour bool) error {
	code, err := qr.Encode(text, qr.M)
	if err != nil {
		return err
	}
	var b strings.Builder
	for y := -quietZone; y < code.Size+quietZone; y += 2 {
		if colour {
			b.WriteString("\x1b[30;107m") // black on bright white
		}
		for x := -quietZone; x < code.Size+quietZone; x++ {
			upper, lower := code.Black(x, y), code.Black(x, y+1)
			if !colour { // the ink is the light module
				upper, lower = !upper, !lower && y+1 < code.Size+quietZone
			}
			b.WriteString(halves(upper, lower))
		}
		if colour {
			b.WriteString("\x1b[0m")
		}
		b.WriteByte('\n')
	}
	_, err = fmt.Fprint(w, b.String())
	return err
}

// halves is the character with ink in these halves.
func halves(upper, lower bool) string {
	switch {
	case upper && lower:
		return "█"
	case upper:
		return "▀"
	case lower:
		return "▄"
	}
	return " "
}
