package formats

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"math/rand/v2"
	"testing"

	"dilna/models"
	"dilna/models/workshopfile"
)

// fullOfPhotos are minutes with as many bytes of photos as a workshop may have, of
// noise: no photo of paper takes as much.
func fullOfPhotos(t testing.TB) (e models.Edition, size int) {
	t.Helper()
	noise := rand.NewChaCha8([32]byte{})
	var photos []models.Photo
	var steps []models.StepMinutes
	for n := 0; ; n++ {
		picture := image.NewGray(image.Rect(0, 0, 1600, 700))
		_, _ = noise.Read(picture.Pix)
		var file bytes.Buffer
		if err := jpeg.Encode(&file, picture, nil); err != nil {
			t.Fatal(err)
		}
		drawn, err := models.DrawPhoto(file.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		photo := models.PhotoMinutes{Text: fmt.Sprintf("Flip %d", n+1), JPEG: drawn}
		kept := photo.Photo()
		kept.StepID = models.StepID(fmt.Sprint(n / models.MaxPhotos))
		if photos = append(photos, kept); models.MayBeKept(photos) != nil {
			return minutesIn("cs", steps...), size
		}
		if n%models.MaxPhotos == 0 {
			steps = append(steps, models.StepMinutes{Method: models.MethodText, Heading: fmt.Sprintf("Tabule %d", len(steps)+1)})
		}
		last := &steps[len(steps)-1]
		last.Photos, size = append(last.Photos, photo), size+len(drawn)
	}
}

// message is what an office can send as one message, in bytes: a Czech data box, most
// mail servers.
const message = 20_000_000

// TestMinutesWithTheMostPhotosCanBeSent: whatever the format, and no photo is in a
// document twice, though several formats have one beside its words.
func TestMinutesWithTheMostPhotosCanBeSent(t *testing.T) {
	e, photos := fullOfPhotos(t)
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
// takes it out, and the PDF is not too large to be read in.
func TestAPDFWithTheMostPhotosIsReadInAgain(t *testing.T) {
	e, _ := fullOfPhotos(t)
	e.Options.AttachFile = true
	read, err := workshopfile.Decode(pdfOf(t, e))
	if err != nil {
		t.Fatal(workshopfile.Explain(err, "en"))
	}
	for i, step := range e.Steps {
		for j, photo := range step.Photos {
			if !bytes.Equal(read.Steps[i].Photos[j].JPEG, photo.JPEG) {
				t.Errorf("step %d comes back without photo %d", i+1, j+1)
			}
		}
	}
}
