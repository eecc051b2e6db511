package picture

import (
	"image"
	"image/color"
)

// fewColours is the picture with a palette, a third of the size: a drawing has
// four colours and the shades between them. One with too many stays as it is.
func fewColours(in *image.RGBA) image.Image {
	p := palette{known: map[color.RGBA]uint8{}}
	for _, tint := range []string{paper, ink, line, wash} {
		p.index(colourOf(tint))
	}
	out := image.NewPaletted(in.Rect, nil)
	last, index := colourOf(paper), uint8(0)
	for i := range out.Pix {
		c := color.RGBA{in.Pix[4*i], in.Pix[4*i+1], in.Pix[4*i+2], in.Pix[4*i+3]}
		if c != last {
			last, index = c, p.index(c)
		}
		out.Pix[i] = index
	}
	if len(p.colours) > 256 {
		return in
	}
	out.Palette = p.colours
	return out
}

// palette takes colours that look the same for one.
type palette struct {
	colours color.Palette
	known   map[color.RGBA]uint8
}

func (p *palette) index(c color.RGBA) uint8 {
	alike := color.RGBA{c.R >> 4, c.G >> 4, c.B >> 4, 0}
	index, ok := p.known[alike]
	if !ok {
		index = uint8(len(p.colours))
		p.known[alike] = index
		p.colours = append(p.colours, c)
	}
	return index
}
