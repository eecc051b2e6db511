package fonts

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"sync"

	"github.com/go-fonts/dejavu/dejavusanscondensed"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// emoji is the folder that the Makefile copies Noto Emoji into: no Go module
// carries it, and a binary has no place in the repository. Built without it,
// the program draws the few emoji that the text font has and names the others.
//
//go:embed all:emoji
var emoji embed.FS

// Outline is a sign as lines and curves, for who draws signs that the text
// fonts do not have or cannot say.
type Outline struct {
	Segments sfnt.Segments // in units of the em, right and down from the base line
	Em       float64       // units of the size of the text
	Advance  float64       // likewise
}

// Outlines are the outlines of signs by their letter.
type Outlines struct{ sources []source }

type source struct {
	font *sfnt.Font
	em   fixed.Int26_6
}

// LoadOutlines reads the fonts of the outlines, once for all documents.
var LoadOutlines = sync.OnceValues(func() (Outlines, error) {
	var o Outlines
	noto, err := emoji.ReadFile("emoji/NotoEmoji.ttf")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return o, fmt.Errorf("read the emoji: %w", err)
	}
	for _, ttf := range [][]byte{noto, dejavusanscondensed.TTF} {
		if len(ttf) == 0 {
			continue
		}
		f, err := sfnt.Parse(ttf)
		if err != nil {
			return o, fmt.Errorf("read the emoji: %w", err)
		}
		o.sources = append(o.sources, source{f, fixed.I(int(f.UnitsPerEm()))})
	}
	return o, nil
})

// Of is the outline of a letter, if one of the fonts has it. It may be called
// by several at once.
func (o Outlines) Of(r rune) (Outline, bool) {
	for _, s := range o.sources {
		var buf sfnt.Buffer
		glyph, err := s.font.GlyphIndex(&buf, r)
		if err != nil || glyph == 0 {
			continue
		}
		segments, err := s.font.LoadGlyph(&buf, glyph, s.em, nil)
		if err != nil || len(segments) == 0 {
			continue
		}
		advance, err := s.font.GlyphAdvance(&buf, glyph, s.em, font.HintingNone)
		if err != nil {
			continue
		}
		return Outline{append(sfnt.Segments(nil), segments...), float64(s.em) / 64, float64(advance) / 64}, true
	}
	return Outline{}, false
}

// HaveEmoji says whether the program was built with all emoji.
func HaveEmoji() bool {
	_, err := fs.Stat(emoji, "emoji/NotoEmoji.ttf")
	return err == nil
}
