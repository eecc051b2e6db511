package formats

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"dilna/models"
)

const published = "https://dilna.example/minutes/7f3k"

// ofAnOffice are minutes with all that an office adds.
func ofAnOffice(language string) models.Edition {
	e := minutesIn(language, models.StepMinutes{Method: models.MethodCollect, Heading: "A", Ideas: []models.IdeaMinutes{{Text: "byty"}}})
	e.Title, e.Date, e.Version, e.State = "Jednání", "2025-11-12", 2, models.MinutesPublished
	e.Office = &models.Office{
		FileNumber: "KUZL 123/2025", Address: "Krajský úřad\ntř. Tomáše Bati 21", MinuteTaker: "Jana Nová", Verifier: "Petr Malý",
		Approver: "Ing. Eva Velká", Distribution: "členové skupiny\nodbor sociálních věcí",
	}
	e.Approval, e.Address = &models.Approval{By: "Koordinátorka", On: "2025-12-03"}, published
	return e
}

func officeLines() []line {
	signed := func(language string) models.Edition {
		e := ofAnOffice(language)
		e.Options.SigningLines = true
		return e
	}
	unnamed := minutesIn("cs")
	unnamed.Options.SigningLines = true
	draft := ofAnOffice("cs")
	draft.Approval, draft.Address = nil, ""
	plain := ofAnOffice("cs")
	plain.Office, plain.Address = nil, ""
	approver := ofAnOffice("cs")
	approver.Office = &models.Office{MinuteTaker: "Jana Nová"}
	czech := []string{
		"KUZL 123/2025", "Krajský úřad", "tř. Tomáše Bati 21", "Zapsal/a", "Jana Nová", "Ověřil/a", "Petr Malý", "Schválil/a", "Ing. Eva Velká",
		"3. 12. 2025", "Rozdělovník", "členové skupiny", "odbor sociálních věcí", "Zveřejněno na adrese", published,
	}
	english := []string{"File no.", "Minutes taken by", "Verified by", "Approved by", "3 December 2025", "Distribution list", "Published at", published}
	return []line{
		{name: "what an office adds", e: ofAnOffice("cs"), pages: append(czech, "Č. j.", "č. j. KUZL 123/2025", "Vyhotovení zápisu"), sheets: czech},
		{name: "what an office adds, in English", e: ofAnOffice("en"), pages: append(english, "file no. KUZL 123/2025"), sheets: english},
		{name: "lines to sign", e: signed("cs"), pages: append(czech, "Jméno", "Dne", "Podpis"), sheets: czech},
		{name: "lines to sign, in English", e: signed("en"), pages: append(english, "Role", "Signature"), sheets: english},
		{name: "lines to sign for nobody in particular", e: unnamed, pages: []string{"Zapsal/a", "Ověřil/a", "Schvaluje", "Podpis"}},
		{name: "who is to approve a draft", e: draft, pages: []string{"Schvaluje", "Ing. Eva Velká"}, sheets: []string{"Schvaluje"}, never: []string{"Schválil/a"}},
		{name: "who approved where the office names nobody", e: approver, pages: []string{"Zapsal/a", "Schváleno", "Koordinátorka"}, sheets: []string{"Zapsal/a", "Koordinátorka"}},
		{name: "minutes of no office", e: plain, pages: []string{"Schváleno"}, sheets: []string{"Koordinátorka"}, never: []string{"Vyhotovení", "Zapsal/a", "Schválil/a"}},
	}
}

// Each format × what it says of itself: a version is of the day it was approved, not
// of that of the meeting.
func TestTheAddressOfAnOfficeStandsInOneParagraphInOffices(t *testing.T) {
	e := ofAnOffice("cs")
	e.Office.Address = "Krajský úřad\n761 90 Zlín"
	for ending, between := range map[string]string{"docx": "Krajský úřad</w:t><w:br/>", "odt": "Krajský úřad<text:line-break/>"} {
		f := All[slices.IndexFunc(All, func(f Format) bool { return f.Ending == ending })]
		if !strings.Contains(string(unpacked(t, rendered(t, f, e))), between) {
			t.Errorf("%s: the lines of the address are paragraphs", ending)
		}
	}
}

func TestEveryFormatSaysOfItselfWhichVersionItIsOfWhatDayUnderWhatNumber(t *testing.T) {
	e := ofAnOffice("cs")
	for ending, want := range map[string][]string{
		"pdf":  {"<xmp:CreateDate>2025-12-03T00:00:00Z<", "<dc:identifier>KUZL 123/2025<", "verze 2 · schváleno 3. 12. 2025"},
		"docx": {">2025-12-03T00:00:00Z</dcterms:created>", "<dc:identifier>KUZL 123/2025<", "<cp:version>verze 2<", "schváleno 3. 12. 2025"},
		"odt":  {"<meta:creation-date>2025-12-03T00:00:00<", `"Identifier">KUZL 123/2025<`, `"Version">verze 2<`, `"Approval">schváleno 3. 12. 2025`},
		"html": {`name="dcterms.created" content="2025-12-03"`, `name="dcterms.dateAccepted" content="2025-12-03"`, `name="dcterms.identifier" content="KUZL 123/2025"`, `name="dcterms.hasVersion" content="verze 2"`},
		"xlsx": {">2025-12-03T00:00:00Z</dcterms:created>", "KUZL 123/2025</", "verze 2</", "schváleno 3. 12. 2025"},
		"md":   {"verze 2 · schváleno 3. 12. 2025", "č. j. KUZL 123/2025"},
		"csv":  {"verze 2", "KUZL 123/2025"},
	} {
		said := strings.ReplaceAll(properties(t, rendered(t, All[slices.IndexFunc(All, func(f Format) bool { return f.Ending == ending })], e)), "\u00a0", " ")
		for _, text := range want {
			if !strings.Contains(said, text) {
				t.Errorf("%s does not say %q of itself", ending, text)
			}
		}
		if ending != "md" && ending != "csv" && strings.Contains(said, "2025-11-12") {
			t.Errorf("%s says the day of the meeting of itself", ending)
		}
	}
}

// properties are the parts of a file in which it speaks of itself.
func properties(t *testing.T, file []byte) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return string(file) // no archive: what it says of itself stands in the open
	}
	said := ""
	for _, name := range []string{"docProps/core.xml", "meta.xml"} {
		part, err := archive.Open(name)
		if err != nil {
			continue
		}
		text, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		said += string(text)
	}
	return said
}
