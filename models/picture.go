package models

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	_ "image/jpeg" // the formats a logo may come in
	"image/png"
	"sync"

	xdraw "golang.org/x/image/draw"
)

// Limits of a logo: bytes as it is uploaded, pixels and sides before anything
// is decoded (a small file may claim to be a huge picture, and a line of it
// costs by its length), and pixels it is kept with, enough for the widest logo
// in print.
const (
	MaxPictureBytes  = 1 << 20
	MaxPicturePixels = 16_000_000
	MaxPictureSide   = 8_000
	logoWidth        = 900
	logoHeight       = 400
)

// ReadPicture draws an uploaded PNG or JPEG anew: opaque on white, no larger
// than needed, and nothing of the file itself is kept. Only one is drawn at a
// time: 16 million pixels take 64 MB, or twice that. Code `picture-unusable`,
// with the limits.
func ReadPicture(file []byte, alt string) (*Picture, error) {
	unusable := Fail(KindInvalid, CodePictureUnusable, MaxPictureBytes>>20, MaxPicturePixels/1_000_000)
	if len(file) > MaxPictureBytes {
		return nil, unusable
	}
	size, format, err := image.DecodeConfig(bytes.NewReader(file))
	if err != nil || format != "png" && format != "jpeg" ||
		size.Width < 1 || size.Height < 1 || max(size.Width, size.Height) > MaxPictureSide || size.Width > MaxPicturePixels/size.Height {
		return nil, unusable
	}
	drawing.Lock()
	defer drawing.Unlock()
	picture, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		return nil, unusable
	}
	return drawn(picture, alt)
}

// drawing is held while a picture is decoded and drawn.
var drawing sync.Mutex

func drawn(picture image.Image, alt string) (*Picture, error) {
	from := picture.Bounds()
	shrink := max(1, float64(from.Dx())/logoWidth, float64(from.Dy())/logoHeight)
	canvas := image.NewRGBA(image.Rect(0, 0, max(1, int(float64(from.Dx())/shrink)), max(1, int(float64(from.Dy())/shrink))))
	draw.Draw(canvas, canvas.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	xdraw.CatmullRom.Scale(canvas, canvas.Bounds(), picture, from, draw.Over, nil)
	var out bytes.Buffer
	if err := png.Encode(&out, canvas); err != nil {
		return nil, err
	}
	return &Picture{PNG: out.Bytes(), Width: canvas.Bounds().Dx(), Height: canvas.Bounds().Dy(), Alt: alt}, nil
}

// NewLetterhead is what a coordinator puts above the minutes of a programme.
type NewLetterhead struct {
	Publicity []string `json:"publicity,omitempty" doc:"at most 10 lines"`
	Alt       string   `json:"alt,omitempty" doc:"what the logo is, for who does not see it; needed with one"`
	Logo      []byte   `json:"logo,omitempty" doc:"PNG or JPEG, 1 MB, 16 million pixels and 8,000 on a side at most; empty: the one that is there"`
	NoLogo    bool     `json:"no_logo,omitempty" doc:"take the logo away"`
}

const maxPublicity = 10

// Letterhead tidies and checks what was sent, and makes a letterhead of it and
// of the one that is there. Codes: `invalid`, `picture-unusable`.
func (n NewLetterhead) Letterhead(now Letterhead) (Letterhead, error) {
	var c checker
	c.lines("publicity", n.Publicity)
	c.within("publicity", len(n.Publicity), 0, maxPublicity)
	if c.text("alt", &n.Alt, MaxHeading); n.Alt == "" && len(n.Logo) > 0 {
		c.add(Field{Name: "alt", Reason: ReasonEmpty})
	}
	if err := c.result(); err != nil {
		return now, err
	}
	now.Publicity = n.Publicity
	switch {
	case n.NoLogo:
		now.Logo = nil
	case len(n.Logo) > 0:
		logo, err := ReadPicture(n.Logo, n.Alt)
		if err != nil {
			return now, err
		}
		now.Logo = logo
	case now.Logo != nil && n.Alt != "":
		logo := *now.Logo
		logo.Alt = n.Alt
		now.Logo = &logo
	}
	return now, nil
}
