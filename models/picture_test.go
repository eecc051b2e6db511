package models_test

import (
	"bytes"
	"image"
	"image/png"
	"runtime"
	"testing"

	"dilna/models"
)

// A file of some kilobytes may claim a line of sixteen million pixels, which
// took 1.5 GB: it is refused before anything of it is decoded.
func TestAPictureThatIsTooLongIsRefusedBeforeItIsDecodedTM12(t *testing.T) {
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 4_000_000, 1))); err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := models.ReadPicture(file.Bytes(), "Logo")
	runtime.ReadMemStats(&after)
	if models.CodeOf(err) != models.CodePictureUnusable {
		t.Errorf("it is answered %v", err)
	}
	if used := after.TotalAlloc - before.TotalAlloc; used > 1<<20 {
		t.Errorf("refusing it took %d bytes", used)
	}
}
