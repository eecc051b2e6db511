package server_test

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/png"
	"net/http"
	"strings"
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
)

// photoFile is a picture of one grey, as a body carries it.
func photoFile(grey uint8) string {
	picture := image.NewGray(image.Rect(0, 0, 40, 30))
	for i := range picture.Pix {
		picture.Pix[i] = grey
	}
	var file bytes.Buffer
	_ = png.Encode(&file, picture)
	return base64.StdEncoding.EncodeToString(file.Bytes())
}

// photographed puts a photo beside the open step that everybody sees; no other room
// has the same.
func photographed(r *room) {
	picture := image.NewRGBA(image.Rect(0, 0, 30, 20))
	for i, c := range []byte(r.id) {
		picture.Set(i, 3, color.Gray{Y: c * 2})
	}
	var file bytes.Buffer
	must(r.t, png.Encode(&file, picture))
	body := `{"id":"` + models.NewID[string]() + `","text":"tabule","shown":true,"file":"` + base64.StdEncoding.EncodeToString(file.Bytes()) + `"}`
	added := r.do(r.facilitator, "POST "+r.path("/steps/"+string(r.open)+"/photos"), body)
	added.want(http.StatusCreated, "")
	added.into(&r.photo)
}

// TestPhonesAndWallGetOnlyPhotosThatAreShown: one for the minutes only is not to be had
// by who knows its hash either, nor one of a step behind the curtain.
func TestPhonesAndWallGetOnlyPhotosThatAreShown(t *testing.T) {
	r := newWorld(t).room("a")
	photographed(r)
	gets := func(status int, by ...*caller) {
		t.Helper()
		for _, c := range by {
			if got := r.do(c, "GET "+r.path("/photos/"+r.photo.Hash), ""); got.Code != status {
				t.Errorf("%d, want %d", got.Code, status)
			}
		}
	}
	gets(http.StatusOK, r.participant, r.screen, r.facilitator)
	got := r.do(r.participant, "GET "+r.path("/photos/"+r.photo.Hash), "")
	for name, value := range map[string]string{
		"Content-Type": "image/jpeg", "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store",
	} {
		if got.Header().Get(name) != value {
			t.Errorf("%s is %q", name, got.Header().Get(name))
		}
	}
	if models.HashOf(got.Body.Bytes()) != r.photo.Hash {
		t.Error("it is another photo")
	}
	r.do(r.facilitator, "PATCH "+r.path("/photos/"+string(r.photo.ID)), `{"shown":false}`).want(http.StatusOK, "")
	gets(http.StatusNotFound, r.participant, r.screen)
	gets(http.StatusOK, r.facilitator)
	r.do(r.facilitator, "PATCH "+r.path("/photos/"+string(r.photo.ID)), `{"shown":true}`).want(http.StatusOK, "")
	r.put(r.facilitator, "/steps/"+string(r.open)+"/state", `{"state":"waiting"}`)
	gets(http.StatusNotFound, r.participant, r.screen)
	r.put(r.facilitator, "/steps/"+string(r.open)+"/state", `{"state":"open"}`)
	r.do(r.facilitator, "DELETE "+r.path("/photos/"+string(r.photo.ID)), "").want(http.StatusNoContent, "")
	gets(http.StatusNotFound, r.participant, r.screen, r.facilitator)
}

// TestNothingOfThePhotographIsLeftInWhatIsServed: a photo taken with a telephone says
// where it was taken; what is kept and served does not.
func TestNothingOfThePhotographIsLeftInWhatIsServed(t *testing.T) {
	r := newWorld(t).room("a")
	file := modelstest.Photograph(60, 40, 6)
	if !bytes.Contains(file, []byte(modelstest.PhotographedAt)) {
		t.Fatal("the photograph does not say where it was taken")
	}
	body := `{"id":"{new}","text":"tabule","shown":true,"file":"` + base64.StdEncoding.EncodeToString(file) + `"}`
	added := r.do(r.facilitator, "POST "+r.path("/steps/"+string(r.open)+"/photos"), r.fill(body))
	added.want(http.StatusCreated, "")
	added.into(&r.photo)
	if r.photo.Width != 40 || r.photo.Height != 60 {
		t.Errorf("it lies: %d × %d", r.photo.Width, r.photo.Height)
	}
	r.do(r.facilitator, "PUT "+r.path("/state"), `{"state":"ended"}`).want(http.StatusOK, "")
	for _, path := range []string{"/photos/" + r.photo.Hash, "/feed?wait=0s", "/minutes.json", "/minutes.html", "/minutes.pdf"} {
		got := r.do(r.facilitator, "GET "+r.path(path), "")
		got.want(http.StatusOK, "")
		said := got.Body.String()
		for _, trace := range []string{modelstest.PhotographedAt, base64.StdEncoding.EncodeToString([]byte("Exif\x00\x00")), "Exif\x00"} {
			if strings.Contains(said, trace) {
				t.Errorf("%s says %q", path, trace)
			}
		}
	}
}
