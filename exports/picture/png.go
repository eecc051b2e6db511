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
	ot "github.com/go-text/typesetting/font/opentype"
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
	set, err := fonts.NewSet()
	if err != nil {
		return nil, err
	}
	c := canvas{set: set, faces: map[exports.Face]font.Face{}}
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
	set   *fonts.Set
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
	drawer := font.Drawer{Dst: c.image, Src: image.NewUniform(colourOf(ink)), Face: face}
	for _, part := range partsOf(c.set, l) {
		x, y := place(part.x), place(l.Y)
		if part.Sign != nil {
			c.sign(part.Sign, x, y, l.Face.Size)
			continue
		}
		drawer.Dot = fixed.Point26_6{X: fixed.Int26_6(x * 64), Y: fixed.Int26_6(y * 64)}
		drawer.DrawString(part.Letters)
	}
	return nil
}

// sign fills a sign that stands at a place.
func (c *canvas) sign(s *fonts.Sign, x, y float32, points float64) {
	scale := float32(points * dpi / 72 / 1000)
	on := boxOf(s.Outline, x, y, scale).Intersect(c.image.Bounds())
	if on.Empty() {
		return
	}
	at := func(p fonts.Point) (float32, float32) {
		return x + float32(p.X)*scale - float32(on.Min.X), y - float32(p.Y)*scale - float32(on.Min.Y)
	}
	c.path.Reset(on.Dx(), on.Dy())
	for _, s := range s.Segments {
		ax, ay := at(s.Args[0])
		bx, by := at(s.Args[1])
		cx, cy := at(s.Args[2])
		switch s.Op {
		case ot.SegmentOpMoveTo:
			c.path.ClosePath()
			c.path.MoveTo(ax, ay)
		case ot.SegmentOpLineTo:
			c.path.LineTo(ax, ay)
		case ot.SegmentOpQuadTo:
			c.path.QuadTo(ax, ay, bx, by)
		case ot.SegmentOpCubeTo:
			c.path.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	c.path.ClosePath()
	c.path.Draw(c.image, on, image.NewUniform(colourOf(ink)), image.Point{})
}

// boxOf is a rectangle of pixels around an outline.
func boxOf(o fonts.Outline, x, y, scale float32) image.Rectangle {
	var low, high fonts.Point
	for _, s := range o.Segments {
		for _, p := range s.Args {
			low, high = fonts.Point{X: min(low.X, p.X), Y: min(low.Y, p.Y)}, fonts.Point{X: max(high.X, p.X), Y: max(high.Y, p.Y)}
		}
	}
	return image.Rect(int(x+float32(low.X)*scale)-1, int(y-float32(high.Y)*scale)-1, int(x+float32(high.X)*scale)+2, int(y-float32(low.Y)*scale)+2)
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
