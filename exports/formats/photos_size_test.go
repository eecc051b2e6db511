package formats

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"dilna/models"
	"dilna/models/workshopfile"
)

// noises are photos of noise with a little more bytes than any test takes: no photo of
// paper takes as much.
var noises = sync.OnceValue(func() (photos [][]byte) {
	noise := rand.NewChaCha8([32]byte{})
	for size := 0; size <= 10<<20; size += len(photos[len(photos)-1]) {
		picture := image.NewGray(image.Rect(0, 0, 1600, 700))
		_, _ = noise.Read(picture.Pix)
		var file bytes.Buffer
		err := jpeg.Encode(&file, picture, nil)
		if err != nil {
			panic(err)
		}
		drawn, err := models.DrawPhoto(file.Bytes())
		if err != nil {
			panic(err)
		}
		photos = append(photos, drawn)
	}
	return photos
})

// fullOfPhotos are minutes with as many bytes of photos as fit into most.
func fullOfPhotos(most int) (e models.Edition, size int) {
	var steps []models.StepMinutes
	for n, drawn := range noises() {
		if size+len(drawn) > most {
			break
		}
		photo := models.PhotoMinutes{Text: fmt.Sprintf("Flip %d", n+1), JPEG: drawn}
		if n%models.MaxPhotos == 0 {
			steps = append(steps, models.StepMinutes{Method: models.MethodText, Heading: fmt.Sprintf("Tabule %d", len(steps)+1)})
		}
		last := &steps[len(steps)-1]
		last.Photos, size = append(last.Photos, photo), size+len(drawn)
	}
	return minutesIn("cs", steps...), size
}

// message is what an office can send as one message, in bytes: a Czech data box, most
// mail servers.
const message = 20_000_000

// TestMinutesWithTheMostPhotosCanBeSent: whatever the format, and no photo is in a
// document twice, though several formats have one beside its words.
func TestMinutesWithTheMostPhotosCanBeSent(t *testing.T) {
	e, photos := fullOfPhotos(models.MaxPhotosSize)
	if photos < models.MaxPhotosSize*9/10 {
		t.Fatalf("%d bytes of photos prove nothing", photos)
	}
	for _, f := range All {
		if !f.Makes(e) {
			continue
		}
		made, most := len(rendered(t, f, e)), photos+photos/20
		if f.Ending == "html" || f.Ending == "json" { // in base64
			most = most * 4 / 3
		}
		if made > min(most, message) {
			t.Errorf("%s has %d bytes, with %d of photos", f.Ending, made, photos)
		}
	}
}

// TestAPDFWithTheMostPhotosIsReadInAgain: the file inside has all photos itself, for who
// takes it out. With all that a workshop may have the PDF can be sent; an older one with
// more is made all the same, and not too large to be read in.
func TestAPDFWithTheMostPhotosIsReadInAgain(t *testing.T) {
	for name, row := range map[string]struct {
		most int
		sent bool
	}{"the most there may be": {models.MaxPhotosSize, true}, "of an older workshop": {10 << 20, false}} {
		e, _ := fullOfPhotos(row.most)
		e.Options.AttachFile = true
		printed := pdfOf(t, e)
		told := slices.ContainsFunc(e.Concerns(), func(c models.Concern) bool { return c.Kind == models.ConcernLarge })
		if sent := len(printed) <= message; sent != row.sent || told == row.sent {
			t.Errorf("%s: it has %d bytes, and that it is too large is told: %v", name, len(printed), told)
		}
		read, err := workshopfile.Decode(printed)
		if err != nil {
			t.Fatal(workshopfile.Explain(err, "en"))
		}
		for i, step := range e.Steps {
			for j, photo := range step.Photos {
				if !bytes.Equal(read.Steps[i].Photos[j].JPEG, photo.JPEG) {
					t.Errorf("%s: step %d comes back without photo %d", name, i+1, j+1)
				}
			}
		}
	}
}
