package docx

import (
	"bytes"
	"context"
	"regexp"
	"strings"
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
)

var offices = map[string]modelstest.Parts{
	"a Czech office": modelstest.CzechOffice(), "hardly anything": modelstest.BareOffice(), "a booklet": modelstest.BookletOffice(),
}

// on is the draft of the model record on an office's stationery.
func on(t testing.TB, office modelstest.Parts) map[string]string {
	t.Helper()
	var b bytes.Buffer
	if err := RenderOn(context.Background(), modelDraft(), office.Packed(), &b); err != nil {
		t.Fatal(err)
	}
	return opened(t, b.Bytes())
}

// words is what a part says.
func words(part string) string {
	said := ""
	for _, text := range regexp.MustCompile(`<w:t(?: [^>]*)?>([^<]*)`).FindAllStringSubmatch(part, -1) {
		said += text[1] + " "
	}
	return said
}

func TestMinutesOnAnyStationeryAreWholeAndSayTheSame(t *testing.T) {
	ours := words(opened(t, rendered(t, modelDraft()))[mainPart])
	for name, office := range offices {
		t.Run(name, func(t *testing.T) {
			parts := on(t, office)
			isWhole(t, parts)
			if said := words(parts[mainPart]); said != ours {
				t.Errorf("the text is another one: %q instead of %q", said, ours)
			}
			if again := on(t, office); again[mainPart] != parts[mainPart] || again["word/styles.xml"] != parts["word/styles.xml"] {
				t.Error("made again it has other bytes")
			}
			for part, said := range parts {
				for _, not := range []string{"Vzorový text", "documentProtection", "attachedTemplate", "Kdosi", `w:val="en-US"`} {
					if strings.Contains(said, not) {
						t.Errorf("%s says %s", part, not)
					}
				}
			}
		})
	}
}

func TestMinutesHaveTheStylesThePageTheHeadAndTheFootOfTheOffice(t *testing.T) {
	for _, line := range []struct {
		office, part string
		says         []string
	}{
		{"a Czech office", mainPart, []string{
			`<w:pStyle w:val="Nzev"/>`, `<w:pStyle w:val="Nadpis1"/>`, `<w:pStyle w:val="Nadpis2"/>`, `w:left="1701"`,
			`<w:headerReference w:type="first" r:id="office-rId5"/>`, `<w:footerReference w:type="default" r:id="office-rId7"/>`, `<w:titlePg/>`, `<w:numId w:val="5"/>`,
		}},
		{"a Czech office", "word/styles.xml", []string{`<w:lang w:val="cs-CZ" w:eastAsia="cs-CZ"/>`, `8B0000`, `<w:name w:val="List Bullet"/><w:basedOn w:val="Normln"/>`}},
		{"a Czech office", "word/numbering.xml", []string{`<w:abstractNum w:abstractNumId="8">`, `<w:num w:numId="5"><w:abstractNumId w:val="8"/>`}},
		{"a Czech office", "word/header1.xml", []string{`28. října 117`, `string="NÁVRH"`}},
		{"a Czech office", "word/header2.xml", []string{`KÚ MSK`, `string="NÁVRH"`}},
		{"a Czech office", "word/footer1.xml", []string{`Tel. 595 622 222`}},
		{"a Czech office", "word/_rels/header1.xml.rels", []string{`/word/media/image1.png`, `https://example.cz/`}},
		{"hardly anything", mainPart, []string{`w:w="12240"`, `<w:pStyle w:val="Heading1-1"/>`, `<w:pStyle w:val="Default"/>`, `r:id="foot"`, `r:id="head-default"`}},
		{"hardly anything", "word/styles.xml", []string{`w:styleId="Heading1-1"><w:name w:val="heading 1"/><w:basedOn w:val="Default"/>`}},
		{"hardly anything", "word/foot.xml", []string{` NUMPAGES `, `w:pos="9360"`}},
		{"a booklet", mainPart, []string{`w:orient="landscape"`, `<w:pStyle w:val="poznamka"/>`, `<w:tblStyle w:val="tabulkazapisu"/>`, `r:id="head-default"`}},
		{"a booklet", "word/header2.xml", []string{`string="NÁVRH"`}},
		{"a booklet", "word/head-default.xml", []string{`string="NÁVRH"`}},
	} {
		part := on(t, offices[line.office])[line.part]
		for _, want := range line.says {
			if !strings.Contains(part, want) {
				t.Errorf("%s: %s does not say %s", line.office, line.part, want)
			}
		}
	}
}

func TestAFileThatIsNoStationeryIsRefusedWithWhatIsWrong(t *testing.T) {
	office := modelstest.CzechOffice()
	for name, line := range map[string]struct {
		file []byte
		code models.ErrorCode
	}{
		"no file of Word":       {[]byte("%PDF-1.7"), models.CodeFileUnusable},
		"too large":             {make([]byte, models.MaxStationeryBytes+1), models.CodeFileUnusable},
		"unpacked much larger":  {office.With("word/media/image1.png", strings.Repeat("0", mostUnpacked)).Packed(), models.CodeFileUnusable},
		"a table of Excel":      {office.Replaced("_rels/.rels", "officeDocument\"", "workbook\"").Packed(), models.CodeFileUnusable},
		"damaged":               {office.With("word/document.xml", "<w:document").Packed(), models.CodeFileUnusable},
		"styles that are none":  {office.With("word/styles.xml", "<html/>").Packed(), models.CodeFileUnusable},
		"a part that is gone":   {office.Replaced("word/_rels/document.xml.rels", "header1.xml", "header9.xml").Packed(), models.CodeFileUnusable},
		"pages too narrow":      {office.Replaced("word/document.xml", `w:left="1701"`, `w:left="7000"`).Packed(), models.CodeFileUnusable},
		"macros":                {office.With("word/vbaProject.bin", "x").Packed(), models.CodeFileMacros},
		"a type with macros":    {office.Replaced("[Content_Types].xml", officeMain, "application/vnd.ms-word.document.macroEnabled.main+xml").Packed(), models.CodeFileMacros},
		"an embedded object":    {office.With("word/embeddings/oleObject1.bin", "x").Packed(), models.CodeFileMacros},
		"a picture from afar":   {office.Replaced("word/_rels/header1.xml.rels", `Target="media/image1.png"`, `Target="https://example.cz/x.png" TargetMode="External"`).Packed(), models.CodeFileOutside},
		"settings from a share": {office.Replaced("word/_rels/settings.xml.rels", "attachedTemplate", "frame").Packed(), models.CodeFileOutside},
	} {
		if _, err := LookOf(line.file); models.CodeOf(err) != line.code {
			t.Errorf("%s: %v, want %s", name, err, line.code)
		}
	}
}

const officeMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

func TestACoordinatorIsToldWhatMinutesTakeFromTheFile(t *testing.T) {
	look, err := LookOf(modelstest.CzechOffice().Packed())
	if err != nil {
		t.Fatal(err)
	}
	if look.Width != 210 || look.Height != 297 || !look.Head || !look.Foot {
		t.Errorf("of its pages: %+v", look)
	}
	for _, want := range []models.StationeryStyle{
		{Name: "Title", Own: true, Font: "Georgia", Size: 20, Bold: true, Colour: "8B0000"},
		{Name: "heading 2", Own: true, Font: "Arial", Size: 12, Italic: true, Colour: "8B0000"},
		{Name: "Normal", Own: true, Font: "Arial", Size: 11},
		{Name: "List Bullet", Font: "Arial", Size: 11},
		{Name: "Subtitle", Font: "Arial", Size: 12, Bold: true},
	} {
		found := false
		for _, style := range look.Styles {
			found = found || style == want
		}
		if !found {
			t.Errorf("there is no %+v in %+v", want, look.Styles)
		}
	}
}

// FuzzStationery opens whatever somebody may send: it is refused with a code, or
// minutes stand on it.
func FuzzStationery(f *testing.F) {
	for _, office := range offices {
		f.Add(office["word/styles.xml"], office["word/document.xml"], office["word/_rels/document.xml.rels"])
	}
	f.Fuzz(func(t *testing.T, styles, document, leads string) {
		file := modelstest.CzechOffice().With("word/styles.xml", styles).With("word/document.xml", document).With("word/_rels/document.xml.rels", leads).Packed()
		if _, err := LookOf(file); err != nil {
			if models.CodeOf(err) == "" {
				t.Errorf("refused without a code: %v", err)
			}
			return
		}
		var b bytes.Buffer
		if err := RenderOn(context.Background(), modelDraft(), file, &b); err != nil {
			t.Fatal(err)
		}
	})
}
