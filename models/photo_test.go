package models_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
)

// A telephone that is turned writes down how, in place of turning what it took.
func TestAPhotoStandsUprightHoweverTheTelephoneWasHeld(t *testing.T) {
	dark := map[uint16]image.Point{ // where the half is that was dark on the left
		1: {X: 5, Y: 20}, 2: {X: 55, Y: 20}, 3: {X: 55, Y: 20}, 4: {X: 5, Y: 20},
		5: {X: 20, Y: 5}, 6: {X: 20, Y: 5}, 7: {X: 20, Y: 55}, 8: {X: 20, Y: 55},
	}
	for orientation, at := range dark {
		photo := decoded(t, modelstest.Photograph(60, 40, orientation))
		if isLying := photo.Bounds().Dx() > photo.Bounds().Dy(); isLying != (orientation < 5) {
			t.Errorf("held %d it is %v", orientation, photo.Bounds())
		}
		opposite := image.Pt(photo.Bounds().Dx()-1-at.X, photo.Bounds().Dy()-1-at.Y)
		if grey(photo, at) > 40 || grey(photo, opposite) < 215 {
			t.Errorf("held %d it is turned: %d at %v", orientation, grey(photo, at), at)
		}
	}
}

// What the file says besides pixels is nowhere in what is kept.
func TestOfAPhotographOnlyThePixelsAreKept(t *testing.T) {
	drawn, err := models.DrawPhoto(modelstest.Photograph(60, 40, 6))
	if err != nil || bytes.Contains(drawn, []byte("GPS")) || bytes.Contains(drawn, []byte("Exif")) {
		t.Errorf("%v; it says %q", err, drawn[:min(200, len(drawn))])
	}
	if err := models.CheckPhoto(drawn); err != nil {
		t.Errorf("what we draw is no photo of ours: %v", err)
	}
	for why, file := range map[string][]byte{
		"where it was taken": modelstest.Photograph(60, 40, 1), "something behind its end": append(bytes.Clone(drawn), "more"...),
		"half of it": drawn[:len(drawn)/2], "nothing": {}, "no picture": []byte("<svg/>"),
	} {
		if err := models.CheckPhoto(file); models.CodeOf(err) != models.CodePhotoUnusable {
			t.Errorf("a file with %s is let in: %v", why, err)
		}
	}
}

// A photo of a flip chart is shrunk to what print needs, and what was thin stays to be
// seen.
func TestALargePhotoIsShrunkAndItsLinesStay(t *testing.T) {
	for _, size := range []image.Point{{X: 4000, Y: 3000}, {X: 3000, Y: 4000}, {X: 1700, Y: 100}, {X: 1600, Y: 1600}, {X: 20, Y: 10}, {X: 1, Y: 5000}} {
		paper := image.NewGray(image.Rectangle{Max: size})
		for i := range paper.Pix {
			paper.Pix[i] = 255
		}
		for y := range size.Y {
			for x := size.X / 2; x < size.X/2+max(1, size.X/400); x++ {
				paper.SetGray(x, y, color.Gray{})
			}
		}
		var file bytes.Buffer
		if err := jpeg.Encode(&file, paper, &jpeg.Options{Quality: 95}); err != nil {
			t.Fatal(err)
		}
		photo := decoded(t, file.Bytes())
		bounds := photo.Bounds()
		if max(bounds.Dx(), bounds.Dy()) > 1600 || max(size.X, size.Y) >= 1600 && max(bounds.Dx(), bounds.Dy()) < 1500 {
			t.Errorf("%v became %v", size, bounds)
		}
		darkest := 255
		for x := range bounds.Dx() {
			darkest = min(darkest, int(grey(photo, image.Pt(x, bounds.Dy()/2))))
		}
		if darkest > 160 {
			t.Errorf("of %v the line is gone: %d", size, darkest)
		}
	}
}

// What shines through becomes paper, not darkness.
func TestAPhotoThatIsSeenThroughStandsOnWhite(t *testing.T) {
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewNRGBA(image.Rect(0, 0, 30, 30))); err != nil {
		t.Fatal(err)
	}
	if got := grey(decoded(t, file.Bytes()), image.Pt(15, 15)); got < 250 {
		t.Errorf("it is %d", got)
	}
}

// A small file may claim more pixels than there is memory for.
func TestAPhotoOfTooManyPixelsIsRefusedBeforeItIsDecodedTM12(t *testing.T) {
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 5_000, 4_000))); err != nil {
		t.Fatal(err)
	}
	if _, err := models.DrawPhoto(file.Bytes()); models.CodeOf(err) != models.CodePhotoUnusable {
		t.Errorf("it is answered %v", err)
	}
}

func decoded(t *testing.T, file []byte) image.Image {
	t.Helper()
	drawn, err := models.DrawPhoto(file)
	if err != nil {
		t.Fatal(err)
	}
	photo, err := jpeg.Decode(bytes.NewReader(drawn))
	if err != nil {
		t.Fatal(err)
	}
	return photo
}

func grey(photo image.Image, at image.Point) uint8 {
	return color.GrayModel.Convert(photo.At(at.X, at.Y)).(color.Gray).Y
}
