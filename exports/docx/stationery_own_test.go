package docx

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"dilna/exports"
	"dilna/models"
	"dilna/models/modelstest"
)

// meeting are minutes with a diagram, photos and lists in columns.
func meeting(title string, state models.MinutesState) exports.Document {
	m := modelstest.ModelRecord()
	m.Title = title
	photo, err := models.DrawPhoto(modelstest.Photograph(300, 200, 1))
	if err != nil {
		panic(err)
	}
	m.Steps[0].Photos = []models.PhotoMinutes{{Text: "Flip", JPEG: photo}}
	return exports.FromEdition(models.Edition{
		Minutes: m, Version: 1, State: state, Approval: &models.Approval{By: "Jana", On: "2026-01-01"},
		Letterhead: models.Letterhead{Logo: &models.Picture{PNG: []byte("\x89PNG znak"), Width: 300, Height: 100, Alt: "Znak"}},
	})
}

// withLogo is a file of ours into whose head, on its first pages, an office has put its
// logo: programs keep the head of later sections that of the first.
func withLogo(t *testing.T, file []byte) []byte {
	t.Helper()
	p := modelstest.Parts(opened(t, file))
	logo := `<w:p><w:r><w:drawing><a:blip xmlns:a="` + drawingSpace + `" xmlns:r="` + relationSpace + `" r:embed="logo"/></w:drawing></w:r></w:p>`
	name := "word/header1.xml"
	if p["word/head-default.xml"] != "" {
		name = "word/head-default.xml"
		p = p.Replaced(name, `</w:hdr>`, logo+`</w:hdr>`)
	} else {
		p = p.With(name, `<w:hdr xmlns:w="`+wordSpace+`">`+logo+`</w:hdr>`).
			Replaced("[Content_Types].xml", `</Types>`, `<Override PartName="/word/header1.xml" ContentType="`+wordPart+`header+xml"/></Types>`).
			Replaced(relationsOf(mainPart), `</Relationships>`, `<Relationship Id="rId1" Type="`+relationSpace+`/header" Target="header1.xml"/></Relationships>`).
			Replaced(mainPart, `<w:sectPr>`, `<w:sectPr><w:headerReference xmlns:r="`+relationSpace+`" w:type="default" r:id="rId1"/>`)
	}
	return p.With(relationsOf(name), `<Relationships xmlns="`+packageSpace+`/relationships"><Relationship Id="logo" Type="`+relationSpace+`/image" Target="media/picture1.png"/></Relationships>`).
		With("word/media/picture1.png", "\x89PNG logo").Packed()
}

// An office may well begin from what Dílna made: its logo stands in the head, and nothing
// of that meeting is left.
func TestMinutesStandOnAFileThatWasMadeOfMinutes(t *testing.T) {
	for was, from := range map[string]models.MinutesState{"approved": models.MinutesApproved, "a draft": models.MinutesDraft} {
		file := withLogo(t, rendered(t, meeting("Staré jednání", from)))
		for is, to := range map[string]models.MinutesState{"approved": models.MinutesApproved, "a draft": models.MinutesDraft} {
			t.Run(is+" on one that was "+was, func(t *testing.T) {
				var b bytes.Buffer
				if err := RenderOn(context.Background(), meeting("Nové jednání", to), file, &b); err != nil {
					t.Fatal(err)
				}
				parts := opened(t, b.Bytes())
				isWhole(t, parts)
				logos, drafts, feet := 0, 0, 0
				for name, part := range parts {
					drafts += strings.Count(part, `string="NÁVRH"`)
					if strings.Contains(part, "Staré jednání") {
						t.Errorf("%s is still of the old meeting", name)
					}
					if strings.Contains(part, `<w:hdr`) && strings.Contains(part, `r:embed="logo"`) && strings.Contains(parts[relationsOf(name)], "/word/media/picture1.png") {
						logos++
					}
					if strings.Contains(part, `<w:ftr`) && strings.Contains(part, "Nové jednání") {
						feet++
					}
				}
				wanted := map[bool]int{true: 1}[to == models.MinutesDraft]
				if logos != 1 || feet != 1 || drafts != wanted || parts["word/media/picture1.png"] != "\x89PNG logo" {
					t.Errorf("it has %d heads with the logo, %d feet, says %d times that it is a draft, and its logo is %q", logos, feet, drafts, parts["word/media/picture1.png"])
				}
				said := parts[mainPart]
				if strings.Count(said, "headerReference") != 1 || strings.Count(said, "footerReference") != 1 {
					t.Error("sections have heads or feet of their own: who changes one has to change each")
				}
			})
		}
	}
}

// Whatever an office calls its parts, ours get names that are free: capitals do not tell
// them apart.
func TestPartsOfOursTakeNamesThatAreFree(t *testing.T) {
	office := modelstest.BareOffice().With("word/Foot.xml", modelstest.CzechOffice()["word/header2.xml"]).
		Replaced("[Content_Types].xml", `</Types>`, `<Override PartName="/word/Foot.xml" ContentType="`+wordPart+`header+xml"/></Types>`).
		Replaced(relationsOf(mainPart), `</Relationships>`, `<Relationship Id="h" Type="`+relationSpace+`/header" Target="Foot.xml"/></Relationships>`).
		Replaced(mainPart, `<w:sectPr>`, `<w:sectPr><w:headerReference w:type="default" r:id="h"/>`)
	parts := on(t, office)
	isWhole(t, parts)
	if !strings.Contains(parts["word/Foot.xml"], "KÚ MSK") || !strings.Contains(parts["word/foot-1.xml"], "NUMPAGES") || parts["word/foot.xml"] != "" {
		t.Error("our foot is not beside the head of that name")
	}
}
