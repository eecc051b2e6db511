package modelstest

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
)

// PhotographedAt stands in the Exif of a Photograph, as where it was taken would.
const PhotographedAt = "GPS 50.0755N 14.4378E"

// Photograph is a JPEG as a telephone takes it: its left half black, its right half
// white, held as the orientation of Exif says, and with where it was taken.
func Photograph(width, height int, orientation uint16) []byte {
	picture := image.NewGray(image.Rect(0, 0, width, height))
	for y := range height {
		for x := width / 2; x < width; x++ {
			picture.SetGray(x, y, color.Gray{Y: 255})
		}
	}
	var file bytes.Buffer
	_ = jpeg.Encode(&file, picture, nil)
	exif := append([]byte("Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01"), byte(orientation>>8), byte(orientation), 0, 0, 0, 0, 0, 0)
	exif = append(exif, PhotographedAt...)
	head := binary.BigEndian.AppendUint16([]byte{0xFF, 0xE1}, uint16(len(exif)+2))
	return bytes.Join([][]byte{file.Bytes()[:2], head, exif, file.Bytes()[2:]}, nil)
}
