package pdf

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"sync"

	"github.com/go-fonts/dejavu/dejavusanscondensed"
	"github.com/go-fonts/dejavu/dejavusanscondensedbold"
	"golang.org/x/image/font/sfnt"
)

// gofpdf reads the table of all six thousand letters of a font twice for each document
// and font, which took it a fifth of the time. So it is handed font files whose table
// has the letters of the document; it cuts the glyphs itself.

// fontFile is a TrueType file with what leads from its letters to its glyphs.
type fontFile struct {
	ttf    []byte
	parsed *sfnt.Font
}

var (
	regularFile = sync.OnceValues(func() (fontFile, error) { return readFontFile(dejavusanscondensed.TTF) })
	boldFile    = sync.OnceValues(func() (fontFile, error) { return readFontFile(dejavusanscondensedbold.TTF) })
)

func readFontFile(ttf []byte) (fontFile, error) {
	parsed, err := sfnt.Parse(ttf)
	if err != nil {
		return fontFile{}, fmt.Errorf("read a font: %w", err)
	}
	return fontFile{ttf, parsed}, nil
}

// fixedLetters are those gofpdf writes the widths of whether they are used or not.
const fixedLetters = 0xff

// lettersOn are the letters of all texts on pages, and the fixed ones, in their order.
func lettersOn(pages []page) []rune {
	var on [math.MaxUint16]bool
	note := func(text string) {
		for _, r := range text {
			if r < math.MaxUint16 {
				on[r] = true
			}
		}
	}
	for r := range rune(fixedLetters + 1) {
		on[r] = true
	}
	for _, p := range pages {
		note(p.draft)
		for _, t := range p.texts {
			note(t.text)
		}
	}
	var letters []rune
	for r, here := range on {
		if here {
			letters = append(letters, rune(r))
		}
	}
	return letters
}

// with is the file with a table of these letters alone, which are in order. The copy is the caller's: gofpdf
// pads tables of a font in place.
func (f fontFile) with(letters []rune) ([]byte, error) {
	var buf sfnt.Buffer
	var codes, glyphs []uint16
	for _, r := range letters {
		glyph, err := f.parsed.GlyphIndex(&buf, r)
		if err != nil {
			return nil, fmt.Errorf("glyph of %U: %w", r, err)
		}
		if glyph > 0 {
			codes, glyphs = append(codes, uint16(r)), append(glyphs, uint16(glyph))
		}
	}
	file := slices.Clone(f.ttf)
	at, table := len(file), letterTable(codes, glyphs)
	for entry := 12; entry < 12+16*int(binary.BigEndian.Uint16(file[4:])); entry += 16 {
		if string(file[entry:entry+4]) == "cmap" {
			binary.BigEndian.PutUint32(file[entry+8:], uint32(at))
			binary.BigEndian.PutUint32(file[entry+12:], uint32(len(table)))
		}
	}
	return append(file, table...), nil
}

// letterTable is a table "cmap" with one part of format 4 (OpenType 1.9): a segment for
// each letter, and the one that has to end it.
func letterTable(codes, glyphs []uint16) []byte {
	segments := len(codes) + 1
	ends := append(slices.Clone(codes), math.MaxUint16)
	deltas := make([]uint16, segments)
	for i := range codes {
		deltas[i] = glyphs[i] - codes[i]
	}
	deltas[segments-1] = 1 // to the glyph of what there is no letter for
	words := []uint16{0, 1, 3, 1, 0, 12, 4, uint16(16 + 8*segments), 0, uint16(2 * segments), 0, 0, 0}
	words = append(append(append(words, ends...), 0), ends...) // each ends where it begins
	words = append(append(words, deltas...), make([]uint16, segments)...)
	table := make([]byte, 0, 2*len(words))
	for _, w := range words {
		table = binary.BigEndian.AppendUint16(table, w)
	}
	return table
}
