package exports

import (
	"strings"

	"dilna/models"
)

// Photo is a photo beside a step, printed as large as its room and its pixels allow.
type Photo struct {
	JPEG          []byte
	Width, Height int    // pixels
	Alt           string // what is on it
	Caption       string // the same, under it
	Lang          string // empty: the document's
}

func (Photo) block() {}

// How large a photo is printed, in millimetres: so high that two of them and their
// step fit a page; and never so large that its pixels show.
const (
	photoHigh     = 105.0
	photoHalf     = 80.0 // half a page
	photoPerPixel = 25.4 / 110
)

// Size is how large the photo is printed where there is so much room, in millimetres.
func (p Photo) Size(room float64) (wide, high float64) {
	wide, high = max(1, float64(p.Width)), max(1, float64(p.Height))
	scale := min(room/wide, photoHigh/high, photoPerPixel)
	return wide * scale, high * scale
}

// lowLeast is how low half a page may make a photo that is wider than high, millimetres:
// letters of a flip chart are read there.
const lowLeast = 40.0

// standsInPairs says whether half a page is enough for the photo; what people worked over
// is full of small letters and has all of it.
func (p Photo) standsInPairs(workedOver bool) bool {
	if p.Height > p.Width || float64(p.Width)*photoPerPixel < photoHalf {
		return true
	}
	return !workedOver && float64(p.Height)*photoHalf >= lowLeast*float64(p.Width)
}

// photoWords are the words of photos.
type photoWords struct{ photo, sheet string }

var photoSaid = map[string]photoWords{
	"cs": {"Fotografie", "Fotografie"},
	"en": {"Photo", "Photos"},
	"sk": {"Fotografia", "Fotografie"},
	"de": {"Foto", "Fotos"},
	"uk": {"Фото", "Фотографії"},
}

// photos adds the photos of the step: two in a row where half a page is enough for them,
// and one that is over as large as they are.
func (d *draft) photos(s models.StepMinutes) {
	var pairs [][]Block
	flush := func() {
		if len(pairs) > 1 {
			d.add(Panels{Beside: 2, Bare: true, Panels: pairs})
		} else if len(pairs) == 1 {
			d.add(pairs[0][0])
		}
		pairs = nil
	}
	for _, said := range s.Photos {
		width, height := said.Size()
		photo := Photo{JPEG: said.JPEG, Width: width, Height: height, Alt: said.Text, Caption: d.words.ofPhoto(said), Lang: mixed(d.written)}
		if width > 0 && photo.standsInPairs(said.Shown) {
			pairs = append(pairs, []Block{photo})
			continue
		}
		flush()
		if width == 0 { // left out, with the reason
			d.add(Paragraph{Text: photo.Caption, Tone: Quiet, Lang: photo.Lang})
		} else {
			d.add(photo)
		}
	}
	flush()
}

// ofPhoto is what stands under a photo, and in place of it where only words do.
func (w words) ofPhoto(p models.PhotoMinutes) string {
	return photoSaid[w.tongue].photo + ": " + strings.TrimSpace(p.Text)
}

// photos adds a row for each photo.
func (l *listing) photos(s models.StepMinutes) {
	for _, p := range s.Photos {
		l.add(photoSheet, l.place(s, text(p.Text))...)
	}
}

func photoHeads(w words) []string {
	return []string{w.sheets.number, w.sheets.step, photoSaid[w.tongue].photo}
}
