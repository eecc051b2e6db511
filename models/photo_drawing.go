package models

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"

	xdraw "golang.org/x/image/draw"
)

// Limits of a photo: bytes as it is uploaded, pixels before anything is decoded (a
// JPEG is held with three bytes a pixel or fewer, a PNG with up to eight), and how it
// is kept: large enough to read a flip chart in print.
const (
	MaxPhotoBytes  = 12 << 20
	maxPhotoPixels = 25_000_000
	photoSide      = 1_600
	photoQuality   = 80
)

// DrawPhoto draws an uploaded JPEG or PNG anew: upright, opaque on white, at most
// 1,600 pixels on a side. Nothing of the file itself is kept: not where or when it was
// taken, nor by whom. Only one is drawn at a time. Codes: `photo-heic`, `photo-unusable`
// with the limits.
func DrawPhoto(file []byte) ([]byte, error) {
	if isHEIC(file) {
		return nil, Fail(KindInvalid, CodePhotoHEIC)
	}
	unusable := Fail(KindInvalid, CodePhotoUnusable, MaxPhotoBytes>>20, maxPhotoPixels/1_000_000)
	if len(file) > MaxPhotoBytes {
		return nil, unusable
	}
	size, format, err := image.DecodeConfig(bytes.NewReader(file))
	most := map[string]int{"jpeg": maxPhotoPixels, "png": MaxPicturePixels}[format]
	if err != nil || size.Width < 1 || size.Height < 1 || size.Width > most/size.Height {
		return nil, unusable
	}
	drawing.Lock()
	defer drawing.Unlock()
	photo, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		return nil, unusable
	}
	var out bytes.Buffer
	err = jpeg.Encode(&out, upright(scaled(photo), orientationOf(file)), &jpeg.Options{Quality: photoQuality})
	return out.Bytes(), err
}

// isHEIC tells what telephones of one maker take photos in by default.
func isHEIC(file []byte) bool {
	if len(file) < 12 || string(file[4:8]) != "ftyp" {
		return false
	}
	switch string(file[8:12]) {
	case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1":
		return true
	}
	return false
}

// scaled is the photo on white, no side longer than photoSide. It is shrunk by a whole
// number first, each pixel the mean of those it stands for: that takes one line of
// memory, and letters on paper stay letters.
func scaled(photo image.Image) *image.RGBA {
	bounds := photo.Bounds()
	long := max(bounds.Dx(), bounds.Dy())
	if by := long / photoSide; by > 1 {
		photo = means(photo, by)
	}
	from := photo.Bounds()
	shrink := max(1, float64(max(from.Dx(), from.Dy()))/photoSide)
	canvas := image.NewRGBA(image.Rect(0, 0, max(1, int(float64(from.Dx())/shrink)), max(1, int(float64(from.Dy())/shrink))))
	draw.Draw(canvas, canvas.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	xdraw.ApproxBiLinear.Scale(canvas, canvas.Bounds(), photo, from, draw.Over, nil)
	return canvas
}

// means is the photo shrunk by a whole number; what is left over at the edges of
// less than that goes.
func means(photo image.Image, by int) *image.RGBA {
	from := photo.Bounds()
	to := image.NewRGBA(image.Rect(0, 0, max(1, from.Dx()/by), max(1, from.Dy()/by)))
	line := image.NewRGBA(image.Rect(0, 0, from.Dx(), 1))
	white := image.NewUniform(color.White)
	for y := range to.Rect.Dy() {
		sums, lines := make([]int, 4*to.Rect.Dx()), min(by, from.Dy()-y*by)
		for n := range lines {
			draw.Draw(line, line.Rect, white, image.Point{}, draw.Src)
			draw.Draw(line, line.Rect, photo, image.Pt(from.Min.X, from.Min.Y+y*by+n), draw.Over)
			for i, value := range line.Pix {
				if x := i / 4 / by; x < to.Rect.Dx() {
					sums[4*x+i%4] += int(value)
				}
			}
		}
		for i, sum := range sums {
			to.Pix[y*to.Stride+i] = uint8(sum / lines / min(by, from.Dx())) //nolint:gosec // a mean of bytes is one
		}
	}
	return to
}

// upright turns a photo the way its camera was held; orientations are those of Exif,
// 1 to 8.
func upright(photo *image.RGBA, orientation int) *image.RGBA {
	width, height := photo.Rect.Dx(), photo.Rect.Dy()
	if orientation < 2 || orientation > 8 {
		return photo
	}
	turned := image.NewRGBA(image.Rect(0, 0, width, height))
	if orientation > 4 {
		turned = image.NewRGBA(image.Rect(0, 0, height, width))
	}
	for y := range height {
		for x := range width {
			at := map[int]image.Point{
				2: {X: width - 1 - x, Y: y}, 3: {X: width - 1 - x, Y: height - 1 - y}, 4: {X: x, Y: height - 1 - y},
				5: {X: y, Y: x}, 6: {X: height - 1 - y, Y: x}, 7: {X: height - 1 - y, Y: width - 1 - x}, 8: {X: y, Y: width - 1 - x},
			}[orientation]
			turned.SetRGBA(at.X, at.Y, photo.RGBAAt(x, y))
		}
	}
	return turned
}

// Markers of a JPEG, each after 0xFF.
const (
	markEnd  = 0xD9
	markScan = 0xDA
	markApp1 = 0xE1
)

// segments walks the segments of a JPEG up to its pixels, each with its marker, as long
// as take wants more. It gives what follows the head of the pixels.
func segments(file []byte, take func(marker byte, body []byte) bool) []byte {
	for at := 2; at+4 <= len(file) && file[at] == 0xFF; {
		marker, length := file[at+1], int(binary.BigEndian.Uint16(file[at+2:]))
		if length < 2 || at+2+length > len(file) || !take(marker, file[at+4:at+2+length]) {
			return nil
		}
		at += 2 + length
		if marker == markScan {
			return file[at:]
		}
	}
	return nil
}

// orientationOf is how the camera was held, as the Exif of a JPEG says; 1 where it
// says nothing that can be read.
func orientationOf(file []byte) int {
	orientation := 1
	segments(file, func(marker byte, body []byte) bool {
		if marker == markApp1 && bytes.HasPrefix(body, []byte("Exif\x00\x00")) {
			orientation = orientationIn(body[6:])
			return false
		}
		return true
	})
	return orientation
}

// orientationIn looks through the first directory of a TIFF.
func orientationIn(tiff []byte) int {
	const tag, entry = 0x0112, 12
	if len(tiff) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.BigEndian
	if string(tiff[:2]) == "II" {
		order = binary.LittleEndian
	}
	at := int(order.Uint32(tiff[4:]))
	if at < 8 || at+2 > len(tiff) {
		return 1
	}
	entries := int(order.Uint16(tiff[at:]))
	for at += 2; entries > 0 && at+entry <= len(tiff); at, entries = at+entry, entries-1 {
		if order.Uint16(tiff[at:]) == tag {
			return int(order.Uint16(tiff[at+8:]))
		}
	}
	return 1
}

// CheckPhoto refuses, with `photo-unusable`, bytes that are no photo as we draw them:
// what comes in a file goes to everybody, and carries nothing but pixels.
func CheckPhoto(file []byte) error {
	unusable := Fail(KindInvalid, CodePhotoUnusable, MaxPhotoBytes>>20, maxPhotoPixels/1_000_000)
	size, format, err := image.DecodeConfig(bytes.NewReader(file))
	if err != nil || format != "jpeg" || max(size.Width, size.Height) > photoSide || len(file) > MaxPhotosSize {
		return unusable
	}
	bare := true
	pixels := segments(file, func(marker byte, _ []byte) bool {
		bare = bare && marker < 0xE0 // those from there on are about the file
		return true
	})
	end := bytes.Index(pixels, []byte{0xFF, markEnd})
	if !bare || end < 0 || end+2 != len(pixels) {
		return unusable
	}
	drawing.Lock()
	defer drawing.Unlock()
	if _, err := jpeg.Decode(bytes.NewReader(file)); err != nil {
		return unusable
	}
	return nil
}
