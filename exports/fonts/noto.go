package fonts

import (
	"bytes"
	"compress/gzip"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"sync"

	"github.com/go-fonts/dejavu/dejavusanscondensed"
	"github.com/go-fonts/dejavu/dejavusanscondensedbold"
	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	ximage "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// noto is the folder that the Makefile packs fonts of the Noto family into: no
// Go module carries them, and a binary has no place in the repository. Built
// without them, the program draws what the text font has and names the rest.
//
//go:embed all:noto
var noto embed.FS

const (
	emojiFont = "NotoEmoji_400Regular"
	hanFont   = "NotoSansSC_400Regular"
)

// unpack is a font of the Noto family, nil where the program was built without.
func unpack(name string) ([]byte, error) {
	packed, err := noto.ReadFile("noto/" + name + ".ttf.gz")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the font %s: %w", name, err)
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("unpack the font %s: %w", name, err)
	}
	ttf, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("unpack the font %s: %w", name, err)
	}
	return ttf, nil
}

// outlineFont is a font whose letters are drawn one by one, as they are.
type outlineFont struct {
	name  string
	bold  bool // its letters are to be thick in a bold text
	parse func() (*sfnt.Font, error)
}

// outlineFonts are asked in turn. Each is read once, when it is first needed:
// the Chinese one takes ten megabytes.
var outlineFonts = []outlineFont{
	{emojiFont, false, parsed(func() ([]byte, error) { return unpack(emojiFont) })},
	{hanFont, true, parsed(func() ([]byte, error) { return unpack(hanFont) })},
	{"DejaVu", false, parsed(func() ([]byte, error) { return dejavusanscondensed.TTF, nil })},
}

func parsed(read func() ([]byte, error)) func() (*sfnt.Font, error) {
	return sync.OnceValues(func() (*sfnt.Font, error) {
		ttf, err := read()
		if err != nil || ttf == nil {
			return nil, err
		}
		f, err := sfnt.Parse(ttf)
		if err != nil {
			return nil, fmt.Errorf("read a font: %w", err)
		}
		return f, nil
	})
}

// outline is a letter of the font, if it has one that leaves ink.
func (f outlineFont) outline(r rune) (Outline, bool, error) {
	read, err := f.parse()
	if err != nil || read == nil {
		return Outline{}, false, err
	}
	var buf sfnt.Buffer
	glyph, err := read.GlyphIndex(&buf, r)
	if err != nil || glyph == 0 {
		return Outline{}, false, nil //nolint:nilerr // a letter that cannot be read is named, like one that is missing
	}
	units := fixed.I(int(read.UnitsPerEm()))
	segments, err := read.LoadGlyph(&buf, glyph, units, nil)
	if err != nil || len(segments) == 0 {
		return Outline{}, false, nil //nolint:nilerr // a letter that cannot be read is named, like one that is missing
	}
	wide, err := read.GlyphAdvance(&buf, glyph, units, ximage.HintingNone)
	if err != nil {
		return Outline{}, false, nil //nolint:nilerr // a letter that cannot be read is named, like one that is missing
	}
	o := Outline{Advance: thousandths(float64(wide) / float64(units))}
	for _, s := range segments {
		one := Segment{Op: ot.SegmentOp(s.Op)}
		for i, p := range s.Args {
			one.Args[i] = Point{X: thousandths(float64(p.X) / float64(units)), Y: thousandths(-float64(p.Y) / float64(units))}
		}
		o.Segments = append(o.Segments, one)
	}
	return o, true, nil
}

// shapedFont is a font whose letters take their shape from their neighbours.
type shapedFont struct{ regular, bold func() (*font.Font, error) }

func (f shapedFont) in(bold bool) (*font.Font, error) {
	if bold {
		return f.bold()
	}
	return f.regular()
}

// dejaVu shapes what is written from the right in the text font itself.
var dejaVu = shapedFont{
	shapeable(func() ([]byte, error) { return dejavusanscondensed.TTF, nil }),
	shapeable(func() ([]byte, error) { return dejavusanscondensedbold.TTF, nil }),
}

// notoOf is a font of the Noto family, the text font where that is not here.
func notoOf(regular, bold string) shapedFont {
	read := func(name string, instead func() (*font.Font, error)) func() (*font.Font, error) {
		if _, err := fs.Stat(noto, "noto/"+name+".ttf.gz"); err != nil {
			return instead
		}
		return shapeable(func() ([]byte, error) { return unpack(name) })
	}
	return shapedFont{read(regular, dejaVu.regular), read(bold, dejaVu.bold)}
}

func shapeable(read func() ([]byte, error)) func() (*font.Font, error) {
	return sync.OnceValues(func() (*font.Font, error) {
		ttf, err := read()
		if err != nil {
			return nil, err
		}
		face, err := font.ParseTTF(bytes.NewReader(ttf))
		if err != nil {
			return nil, fmt.Errorf("read a font: %w", err)
		}
		return face.Font, nil
	})
}

// HaveNoto says whether the program was built with the fonts of all scripts.
func HaveNoto() bool {
	_, err := fs.Stat(noto, "noto/"+hanFont+".ttf.gz")
	return err == nil
}
