package docx

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dilna/exports"
	"dilna/models"
	"dilna/models/modelstest"
)

func rendered(t testing.TB, doc exports.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Render(context.Background(), doc, &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// opened are the parts of a DOCX by their names.
func opened(t testing.TB, file []byte) map[string]string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range archive.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		if parts[f.Name] != "" {
			t.Errorf("there are two parts %s", f.Name)
		}
		parts[f.Name] = string(content)
	}
	return parts
}

// walk reads a part of XML to its end.
func walk(t testing.TB, name, part string, visit func(xml.StartElement)) {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(part))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if start, ok := token.(xml.StartElement); ok {
			visit(start)
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func modelDraft() exports.Document {
	logo := &models.Picture{PNG: []byte("\x89PNG"), Width: 300, Height: 100, Alt: "Znak kraje"}
	return exports.FromEdition(models.Edition{
		Minutes: modelstest.ModelRecord(), Version: 2, State: models.MinutesDraft,
		Letterhead: models.Letterhead{Logo: logo, Publicity: []string{"Spolufinancováno Evropskou unií"}},
	})
}

func TestTheSameDocumentMakesTheSameBytes(t *testing.T) {
	if !bytes.Equal(rendered(t, modelDraft()), rendered(t, modelDraft())) {
		t.Error("the bytes differ")
	}
}

func TestEveryPartIsKnownAndEveryRelationLeadsToOne(t *testing.T) {
	isWhole(t, opened(t, rendered(t, modelDraft())))
}

// isWhole holds what Word refuses a file for: a part it does not know, a relation
// that leads nowhere, a style that is not there.
func isWhole(t *testing.T, parts map[string]string) {
	t.Helper()
	known := map[string]bool{}
	walk(t, "[Content_Types].xml", parts["[Content_Types].xml"], func(e xml.StartElement) {
		known[attribute(e, "PartName")], known["."+attribute(e, "Extension")] = true, true
		if name := attribute(e, "PartName"); name != "" && parts[strings.TrimPrefix(name, "/")] == "" {
			t.Errorf("%s has a type and is not there", name)
		}
	})
	styles := map[string]bool{}
	walk(t, "styles", parts["word/styles.xml"], func(e xml.StartElement) {
		if id := attribute(e, "styleId"); id != "" && styles[id] {
			t.Errorf("there are two styles %s", id)
		} else {
			styles[id] = true
		}
	})
	for name, content := range parts {
		if !known["/"+name] && !known[path.Ext(name)] {
			t.Errorf("%s has no type", name)
		}
		if path.Ext(name) == ".xml" {
			ids := leadsTo(t, parts, name)
			walk(t, name, content, func(e xml.StartElement) { refersToWhatIsThere(t, name, e, ids, styles) })
		}
	}
}

// leadsTo are the ids of a part's relations, each to something that is there.
func leadsTo(t *testing.T, parts map[string]string, name string) map[string]bool {
	t.Helper()
	ids := map[string]bool{}
	walk(t, name, parts[relationsOf(name)], func(e xml.StartElement) {
		target := attribute(e, "Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(path.Dir(name), target)
		}
		if attribute(e, "TargetMode") == "" && attribute(e, "Id") != "" && parts[strings.TrimPrefix(target, "/")] == "" {
			t.Errorf("%s leads to %s, which is not there", name, target)
		}
		ids[attribute(e, "Id")] = true
	})
	return ids
}

func refersToWhatIsThere(t *testing.T, name string, e xml.StartElement, ids, styles map[string]bool) {
	t.Helper()
	for _, a := range e.Attr {
		if a.Name.Space == relationSpace && !ids[a.Value] {
			t.Errorf("%s: %s refers to %s, which nothing leads to", name, e.Name.Local, a.Value)
		}
	}
	switch e.Name.Local {
	case "pStyle", "tblStyle", "basedOn", "next":
		if !styles[attribute(e, "val")] {
			t.Errorf("%s uses the style %s", name, attribute(e, "val"))
		}
	}
}

func TestWhatWordAndScreenReadersNeedIsSaid(t *testing.T) {
	parts := opened(t, rendered(t, modelDraft()))
	for part, wants := range map[string][]string{
		"word/document.xml": {
			`<w:pStyle w:val="Heading1"/>`, `<w:pStyle w:val="Heading2"/>`, `<w:tblHeader/>`, `<w:ilvl w:val="3"/>`,
			`descr="Diagram rybí kosti`, `descr="Znak kraje"`, `Spolufinancováno Evropskou unií`,
		},
		"word/styles.xml":       {`<w:lang w:val="cs-CZ"`, `<w:outlineLvl w:val="0"/>`},
		"docProps/core.xml":     {`<dc:title>Zápis z 1. jednání</dc:title>`, `<dc:language>cs-CZ</dc:language>`, `2025-11-19T00:00:00Z`},
		"word/foot.xml":         {` PAGE `, ` NUMPAGES `, `verze 2`, `Strana`},
		"word/head-default.xml": {`PowerPlusWaterMarkObject`, `string="NÁVRH"`},
	} {
		for _, want := range wants {
			if !strings.Contains(parts[part], want) {
				t.Errorf("%s does not say %s", part, want)
			}
		}
	}
	if foot := parts["word/foot.xml"]; strings.Index(foot, "NUMPAGES") > strings.Index(foot, "<w:br/>") || strings.Index(foot, "<w:br/>") > strings.Index(foot, "verze 2") {
		t.Error("what an office files minutes under takes the line of the page number")
	}
	final := opened(t, rendered(t, exports.FromMinutes(modelstest.ModelRecord(), models.MinutesOptions{})))
	if final["word/head-default.xml"] != "" {
		t.Error("minutes that are no draft have a watermark")
	}
}

func TestRenderingStopsWithItsContextAndWritesNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var b bytes.Buffer
	if err := Render(ctx, modelDraft(), &b); err == nil || b.Len() > 0 {
		t.Errorf("got %v and %d bytes", err, b.Len())
	}
}

// FuzzRender puts hostile text everywhere people type: every part stays XML (TM-12).
func FuzzRender(f *testing.F) {
	for _, text := range modelstest.HostileTexts() {
		f.Add(text, 3, 1)
	}
	f.Fuzz(func(t *testing.T, text string, n, deep int) {
		if len(text) > models.MaxText {
			return
		}
		for name, part := range opened(t, rendered(t, exports.FromEdition(modelstest.HostileEdition(text, n, 1+deep&7)))) {
			if path.Ext(name) != ".png" {
				walk(t, name, part, func(xml.StartElement) {})
			}
		}
	})
}

// turnedDocument has what runs from the right in every place.
func turnedDocument() exports.Document {
	line := func(text string) exports.Line { return exports.Line{Text: text} }
	return exports.Document{Language: "cs", Blocks: []exports.Block{
		exports.Heading{Level: 1, Text: "استطلاع"},
		exports.Paragraph{Text: "Setkání مرحبا dnes"},
		exports.List{Bullets: []exports.Bullet{{Line: line("نسبة 12.5 % Ostrava")}, {Line: line("Doprava")}}},
		exports.Table{Heads: []exports.TableHead{{Text: "Podnět"}}, Rows: []exports.TableRow{{Cells: []exports.Line{line("שלום")}}}},
	}}
}

func TestWordIsToldWhichWayEachPartRuns(t *testing.T) {
	part := opened(t, rendered(t, turnedDocument()))["word/document.xml"]
	if turned := strings.Count(part, "<w:bidi/>"); turned != 3 {
		t.Errorf("%d paragraphs run from the right, not those of the heading, the line and the cell", turned)
	}
	var runs []string
	for _, run := range regexp.MustCompile(`<w:r>.*?</w:r>`).FindAllString(part, -1) {
		text := regexp.MustCompile(`<w:t[^>]*>([^<]*)`).FindStringSubmatch(run)
		if text == nil {
			continue
		}
		way := "from the left"
		if strings.Contains(run, "<w:rtl/>") {
			way = "from the right"
		}
		runs = append(runs, text[1]+" "+way)
	}
	want := []string{
		"استطلاع from the right", "Setkání  from the left", "مرحبا from the right", " dnes from the left",
		"نسبة  from the right", "12.5 from the left", " %  from the right", "Ostrava from the left", "Doprava from the left",
		"Podnět from the left", "שלום from the right",
	}
	if !slices.Equal(runs, want) {
		t.Errorf("got %q", runs)
	}
}
