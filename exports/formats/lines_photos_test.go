package formats

import (
	"slices"
	"strings"
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
)

// photographed is a step with photos: one that lies, two that stand, one left out.
func photographed(language string) models.Edition {
	photo := func(text string, width, height int) models.PhotoMinutes {
		jpeg, err := models.DrawPhoto(modelstest.Photograph(width, height, 1))
		if err != nil {
			panic(err)
		}
		return models.PhotoMinutes{Text: text, JPEG: jpeg}
	}
	return minutesIn(language, models.StepMinutes{Method: models.MethodText, Heading: "Tabule", Text: "Co je na tabulích", Photos: []models.PhotoMinutes{
		photo("Flip prvního stolu s pěti návrhy", 900, 600), photo("Lístky druhého stolu", 600, 900), photo("Graf dotací", 200, 150),
		{Text: models.LeftOut("přání účastnice")},
	}})
}

func photoLines() []line {
	said := func(word string) []string {
		return []string{word + ": Flip prvního stolu s pěti návrhy", word + ": Lístky druhého stolu", word + ": […] přání účastnice"}
	}
	sheets := []string{"Flip prvního stolu s pěti návrhy", "Lístky druhého stolu", "Graf dotací", "[…] přání účastnice"}
	return []line{
		{name: "photos", e: photographed("cs"), pages: said("Fotografie"), sheets: sheets},
		{name: "photos, in English", e: photographed("en"), pages: said("Photo"), sheets: sheets},
	}
}

// Formats that hold pictures hold the photo itself, and who does not see it is told
// what is on it.
func TestFormatsOfPagesHoldPhotosWithTheirWords(t *testing.T) {
	e := photographed("cs")
	bare := photographed("cs")
	bare.Steps[0].Photos = bare.Steps[0].Photos[3:]
	for _, f := range All {
		if !slices.Contains([]string{"pdf", "docx", "odt", "html"}, f.Ending) {
			continue
		}
		with, without := rendered(t, f, e), rendered(t, f, bare)
		if len(with)-len(without) < 2*len(e.Steps[0].Photos[0].JPEG) {
			t.Errorf("%s has %d bytes with photos and %d without", f.Ending, len(with), len(without))
		}
	}
}

// Photos stand beside each other without the frame that a panel of texts has: they have
// edges of their own.
func TestPhotosBesideEachOtherHaveNoFrame(t *testing.T) {
	e := photographed("cs")
	e.Steps[0].Photos = append(e.Steps[0].Photos[1:2:2], e.Steps[0].Photos[1])
	for ending, framed := range map[string]string{"docx": "w:insideV", "odt": `table:style-name="Panel"`, "html": `class="panels beside2"`} {
		f := All[slices.IndexFunc(All, func(f Format) bool { return f.Ending == ending })]
		said := string(rendered(t, f, e))
		if ending != "html" {
			said = string(unpacked(t, []byte(said)))
		}
		if strings.Contains(said, framed) {
			t.Errorf("%s has %s", ending, framed)
		}
	}
}
