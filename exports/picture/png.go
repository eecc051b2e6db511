package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"sync"

	"github.com/go-fonts/dejavu/dejavusanscondensed"
	"github.com/go-fonts/dejavu/dejavusanscondensedbold"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"dilna/exports"
	"dilna/exports/fonts"
)

// dpi is how fine a PNG is: enough for print.
const dpi = 200.0

const pixels = dpi / 25.4 // in a millimetre

// PNG is a drawing as a PNG file on white.
func PNG(d exports.Drawing) ([]byte, error) {
	m, err := newMeter()
	if err != nil {
		return nil, err
	}
	c := canvas{meter: m, faces: map[exports.Face]font.Face{}}
	wide, high := Size(d)
	c.image = image.NewRGBA(image.Rect(0, 0, whole(wide), whole(high)))
	draw.Draw(c.image, c.image.Bounds(), image.White, image.Point{}, draw.Src)
	for _, s := range d.Strokes {
		c.stroke(s, line)
	}
	for _, b := range d.Boxes {
		c.box(b)
	}
	for _, l := range d.Labels {
		if err := c.label(l); err != nil {
			return nil, err
		}
	}
	var file bytes.Buffer
	if err := png.Encode(&file, fewColours(c.image)); err != nil {
		return nil, fmt.Errorf("write the PNG: %w", err)
	}
	return file.Bytes(), nil
}

// canvas is a PNG being drawn; places are millimetres of the drawing.
type canvas struct {
	image *image.RGBA
	meter meter
	faces map[exports.Face]font.Face
	path  vector.Rasterizer
}

func whole(mm float64) int { return max(1, int(math.Ceil(mm*pixels))) }

func place(mm float64) float32 { return float32((mm + margin) * pixels) }

// stroke draws a line as a slender rectangle around it.
func (c *canvas) stroke(s exports.Stroke, tint string) {
	dx, dy := s.X2-s.X1, s.Y2-s.Y1
	long := math.Hypot(dx, dy)
	if long == 0 {
		return
	}
	nx, ny := -dy/long*s.Weight/2, dx/long*s.Weight/2
	c.fill(tint, [4][2]float64{{s.X1 + nx, s.Y1 + ny}, {s.X2 + nx, s.Y2 + ny}, {s.X2 - nx, s.Y2 - ny}, {s.X1 - nx, s.Y1 - ny}})
}

func (c *canvas) box(b exports.Box) {
	tint, weight := boxInk(b)
	frame := func(out float64) [4][2]float64 {
		left, top, right, bottom := b.X-out, b.Y-out, b.X+b.Width+out, b.Y+b.Height+out
		return [4][2]float64{{left, top}, {right, top}, {right, bottom}, {left, bottom}}
	}
	c.fill(line, frame(weight/2))
	c.fill(tint, frame(-weight/2))
}

// fill paints a shape of four corners.
func (c *canvas) fill(tint string, corners [4][2]float64) {
	bounds := c.image.Bounds()
	low, high := [2]float32{math.MaxFloat32, math.MaxFloat32}, [2]float32{}
	for _, corner := range corners {
		for i := range corner {
			low[i], high[i] = min(low[i], place(corner[i])), max(high[i], place(corner[i]))
		}
	}
	on := image.Rect(int(low[0]), int(low[1]), int(high[0])+1, int(high[1])+1).Intersect(bounds)
	if on.Empty() {
		return
	}
	c.path.Reset(on.Dx(), on.Dy())
	for i, corner := range corners {
		x, y := place(corner[0])-float32(on.Min.X), place(corner[1])-float32(on.Min.Y)
		if i == 0 {
			c.path.MoveTo(x, y)
		} else {
			c.path.LineTo(x, y)
		}
	}
	c.path.ClosePath()
	c.path.Draw(c.image, on, image.NewUniform(colourOf(tint)), image.Point{})
}

func (c *canvas) label(l exports.Label) error {
	face, err := c.face(l.Face)
	if err != nil {
		return err
	}
	at := fixed.Point26_6{X: fixed.Int26_6(place(l.X) * 64), Y: fixed.Int26_6(place(l.Y) * 64)}
	drawer := font.Drawer{Dst: c.image, Src: image.NewUniform(colourOf(ink)), Face: face, Dot: at}
	plain := ""
	for _, r := range fonts.Visual(exports.Clean(l.Text)) {
		letter, outline := c.meter.drawn(r)
		switch {
		case outline.Em > 0:
			drawer.DrawString(plain)
			plain = ""
			c.outline(outline, drawer.Dot, l.Face)
			drawer.Dot.X += fixed.Int26_6(advance(outline, l.Face) * dpi / 72 * 64)
		case letter > 0:
			plain += string(letter)
		}
	}
	drawer.DrawString(plain)
	return nil
}

// outline fills a sign that stands at a place.
func (c *canvas) outline(o fonts.Outline, at fixed.Point26_6, face exports.Face) {
	scale := float32(face.Size * dpi / 72 / o.Em / 64)
	size := int(2 * face.Size * dpi / 72) // more than a sign is wide and high
	on := image.Rect(at.X.Floor()-size, at.Y.Floor()-size, at.X.Floor()+size, at.Y.Floor()+size).Intersect(c.image.Bounds())
	if on.Empty() {
		return
	}
	x, y := float32(at.X)/64-float32(on.Min.X), float32(at.Y)/64-float32(on.Min.Y)
	point := func(p fixed.Point26_6) (float32, float32) { return x + float32(p.X)*scale, y + float32(p.Y)*scale }
	c.path.Reset(on.Dx(), on.Dy())
	for _, s := range o.Segments {
		ax, ay := point(s.Args[0])
		bx, by := point(s.Args[1])
		dx, dy := point(s.Args[2])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			c.path.MoveTo(ax, ay)
		case sfnt.SegmentOpLineTo:
			c.path.LineTo(ax, ay)
		case sfnt.SegmentOpQuadTo:
			c.path.QuadTo(ax, ay, bx, by)
		case sfnt.SegmentOpCubeTo:
			c.path.CubeTo(ax, ay, bx, by, dx, dy)
		}
	}
	c.path.ClosePath()
	c.path.Draw(c.image, on, image.NewUniform(colourOf(ink)), image.Point{})
}

func (c *canvas) face(face exports.Face) (font.Face, error) {
	if made, ok := c.faces[face]; ok {
		return made, nil
	}
	shapes, err := readShapes()
	if err != nil {
		return nil, err
	}
	made, err := opentype.NewFace(shapes[face.Bold], &opentype.FaceOptions{Size: face.Size, DPI: dpi, Hinting: font.HintingNone})
	if err != nil {
		return nil, fmt.Errorf("a face of %v pt: %w", face.Size, err)
	}
	c.faces[face] = made
	return made, nil
}

// readShapes reads the letters of both fonts, bold ones under true, once.
var readShapes = sync.OnceValues(func() (map[bool]*sfnt.Font, error) {
	shapes := map[bool]*sfnt.Font{}
	for bold, ttf := range map[bool][]byte{false: dejavusanscondensed.TTF, true: dejavusanscondensedbold.TTF} {
		read, err := opentype.Parse(ttf)
		if err != nil {
			return nil, fmt.Errorf("read a font: %w", err)
		}
		shapes[bold] = read
	}
	return shapes, nil
})

// colourOf reads a colour of ours, "#1b4068".
func colourOf(tint string) color.RGBA {
	c := color.RGBA{A: 0xff}
	_, _ = fmt.Sscanf(tint, "#%02x%02x%02x", &c.R, &c.G, &c.B) // our own constants
	return c
}
