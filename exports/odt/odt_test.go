package odt

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"path"
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

// opened are the parts of an ODT by their names.
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
		parts[f.Name] = string(content)
	}
	return parts
}

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

func modelDraft() exports.Document {
	return exports.FromEdition(models.Edition{
		Minutes: modelstest.ModelRecord(), Version: 2, State: models.MinutesDraft, Options: models.MinutesOptions{NumberIdeas: true},
	})
}

func TestTheSameDocumentMakesTheSameBytes(t *testing.T) {
	if !bytes.Equal(rendered(t, modelDraft()), rendered(t, modelDraft())) {
		t.Error("the bytes differ")
	}
}

func TestTheFileSaysFirstWhatItIsAndThenWhatIsInIt(t *testing.T) {
	file := rendered(t, modelDraft())
	if !bytes.HasPrefix(file[30:], []byte("mimetype"+mimetype)) {
		t.Error("its first bytes do not say that it is an ODT")
	}
	parts, listed := opened(t, file), map[string]bool{}
	walk(t, "manifest", parts["META-INF/manifest.xml"], func(e xml.StartElement) {
		for _, a := range e.Attr {
			if a.Name.Local == "full-path" {
				listed[a.Value] = true
			}
		}
	})
	for name := range parts {
		if !listed[name] && name != "mimetype" && name != "META-INF/manifest.xml" {
			t.Errorf("%s is not listed", name)
		}
	}
	if len(listed) != len(parts)-1 { // the file itself in place of two parts
		t.Errorf("%d parts are listed, %d are there", len(listed), len(parts))
	}
}

func TestEveryStyleThatIsUsedIsThere(t *testing.T) {
	parts, there := opened(t, rendered(t, modelDraft())), map[string]bool{}
	for _, name := range []string{"styles.xml", "content.xml"} {
		walk(t, name, parts[name], func(e xml.StartElement) {
			for _, a := range e.Attr {
				if a.Name.Local == "name" && strings.Contains(a.Name.Space, ":style:") {
					there[a.Value] = true
				}
			}
		})
	}
	for _, name := range []string{"styles.xml", "content.xml"} {
		walk(t, name, parts[name], func(e xml.StartElement) {
			for _, a := range e.Attr {
				if a.Name.Local == "style-name" && !there[a.Value] {
					t.Errorf("%s uses the style %s", name, a.Value)
				}
			}
		})
	}
}

func TestWhatReadersOfAllKindsNeedIsSaid(t *testing.T) {
	parts := opened(t, rendered(t, modelDraft()))
	for part, wants := range map[string][]string{
		"content.xml": {`text:outline-level="1"`, `text:outline-level="2"`, `<table:table-header-rows>`, `<svg:title>Diagram rybí kosti`, `12.</text:span>`},
		"styles.xml":  {`fo:language="cs" fo:country="CZ"`, `<text:page-count>`, `verze 2`, `>NÁVRH</text:p>`},
		"meta.xml":    {`<dc:title>Zápis z 1. jednání</dc:title>`, `<dc:language>cs</dc:language>`, `2025-11-19T00:00:00`},
	} {
		for _, want := range wants {
			if !strings.Contains(parts[part], want) {
				t.Errorf("%s does not say %s", part, want)
			}
		}
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
			if path.Ext(name) == ".xml" {
				walk(t, name, part, func(xml.StartElement) {})
			}
		}
	})
}

func TestParagraphsFromTheRightHaveStylesOfTheirOwn(t *testing.T) {
	line := func(text string) exports.Line { return exports.Line{Text: text} }
	parts := opened(t, rendered(t, exports.Document{Language: "cs", Blocks: []exports.Block{
		exports.Heading{Level: 1, Text: "استطلاع"},
		exports.List{Bullets: []exports.Bullet{{Line: line("مرحبا 12.5 %")}, {Line: line("Doprava")}}},
		exports.Table{Heads: []exports.TableHead{{Text: "Podnět"}}, Rows: []exports.TableRow{{Cells: []exports.Line{line("שלום")}}}},
	}}))
	styled := map[string]string{}
	walk(t, "content.xml", parts["content.xml"], func(e xml.StartElement) {
		name, parent := "", ""
		for _, a := range e.Attr {
			switch a.Name.Local {
			case "name":
				name = a.Value
			case "parent-style-name":
				parent = a.Value
			}
		}
		if e.Name.Local == "style" && strings.HasSuffix(name, turned) {
			styled[name] = parent
		}
	})
	for _, style := range []string{styleHeading + "1", styleList + keptNext, styleCell} {
		if styled[style+turned] != style || !strings.Contains(parts["content.xml"], `text:style-name="`+style+turned+`"`) {
			t.Errorf("nothing in the style %s runs from the right", style)
		}
	}
	if len(styled) != 3 || strings.Count(parts["content.xml"], `style:writing-mode="rl-tb"`) != 3 {
		t.Errorf("the styles are %v", styled)
	}
}
