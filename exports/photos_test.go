package exports_test

import (
	"strings"
	"testing"

	"dilna/exports"
	"dilna/models"
	"dilna/models/modelstest"
)

// photosTaken are by their letters: l lies, p stands upright, w is very wide, s lies and was
// shown while people worked over it, - was left out.
func photosTaken(t *testing.T, letters string) (photos []models.PhotoMinutes) {
	t.Helper()
	sizes := map[rune][2]int{'l': {1600, 1200}, 's': {1600, 1200}, 'p': {1200, 1600}, 'w': {1600, 600}}
	for _, letter := range letters {
		photo := models.PhotoMinutes{Text: string(letter), Shown: letter == 's'}
		if size := sizes[letter]; size[0] > 0 {
			jpeg, err := models.DrawPhoto(modelstest.Photograph(size[0], size[1], 1))
			if err != nil {
				t.Fatal(err)
			}
			photo.JPEG = jpeg
		}
		photos = append(photos, photo)
	}
	return photos
}

// As who types minutes lays photos out: in pairs, in their order, all of them of one size; but
// not what would be too small to be read.
func TestPhotosStandInPairsWhereHalfAPageIsEnoughForThem(t *testing.T) {
	const half = 81.0 // of a page, millimetres
	for letters, want := range map[string]string{
		"l": "l", "p": "p", "ll": "(ll)", "pp": "(pp)", "pl": "(pl)", "lll": "(lll)", "llll": "(llll)",
		"sl": "s l", "lls": "(ll) s", "lwl": "l w l", "l-l": "l - l", "ll-p": "(ll) - p",
	} {
		step := models.StepMinutes{Method: models.MethodText, Heading: "Tabule", Photos: photosTaken(t, letters)}
		var stands []string
		for _, b := range exports.FromMinutes(models.Minutes{Steps: []models.StepMinutes{step}}, models.MinutesOptions{}).Blocks {
			switch b := b.(type) {
			case exports.Photo:
				stands = append(stands, b.Alt)
			case exports.Paragraph:
				stands = append(stands, b.Text[len(b.Text)-1:])
			case exports.Panels:
				beside := ""
				for _, panel := range b.Panels {
					photo := panel[0].(exports.Photo)
					if wide, high := photo.Size(half); wide < 70 || high < 40 {
						t.Errorf("of %s one is %.0f × %.0f mm", letters, wide, high)
					}
					beside += photo.Alt
				}
				stands = append(stands, "("+beside+")")
			}
		}
		if got := strings.Join(stands, " "); got != want {
			t.Errorf("%s stand as %s, not %s", letters, got, want)
		}
	}
}
