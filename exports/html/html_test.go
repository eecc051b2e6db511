package html

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dilna/exports"
	"dilna/models"
	"dilna/models/modelstest"
)

func rendered(t testing.TB, doc exports.Document) string {
	t.Helper()
	var b strings.Builder
	if err := Render(context.Background(), doc, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// elements are the elements of a page, read strictly: as XML but for those
// that HTML leaves open.
func elements(t testing.TB, page string) []xml.StartElement {
	t.Helper()
	var all []xml.StartElement
	decoder := xml.NewDecoder(strings.NewReader(strings.TrimPrefix(page, "<!DOCTYPE html>\n")))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatalf("%v in %.300s", err, page)
		}
		if start, ok := token.(xml.StartElement); ok {
			all = append(all, start.Copy())
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

func TestThePageSaysWhatThoseWhoListenNeed(t *testing.T) {
	page := rendered(t, modelDraft())
	count := map[string]int{}
	level := 0
	for _, e := range elements(t, page) {
		name := e.Name.Local
		if attribute(e, "aria-hidden") == "true" {
			continue // a bar beside a number
		}
		count[name]++
		switch {
		case name == "html" && attribute(e, "lang") != "cs":
			t.Error("the page does not say its language")
		case name == "th" && attribute(e, "scope") == "":
			t.Error("a head of a table heads nothing")
		case (name == "img" && attribute(e, "alt") == "") || (name == "svg" && (attribute(e, "role") != "img" || attribute(e, "aria-label") == "")):
			t.Errorf("nobody is told what %s shows", name)
		case regexp.MustCompile(`^h[1-6]$`).MatchString(name):
			next := int(name[1] - '0')
			if next > level+1 {
				t.Errorf("a heading of level %d comes after one of level %d", next, level)
			}
			level = next
		}
	}
	for name, want := range map[string]int{"h1": 1, "main": 1, "header": 2, "footer": 1, "figure": 1, "figcaption": 1, "svg": 1, "table": 3, "thead": 3} {
		if count[name] != want {
			t.Errorf("%d times %s, not %d", count[name], name, want)
		}
	}
	for _, want := range []string{"<title>Zápis z 1. jednání · SOCIÁLNÍ SLUŽBY 2</title>", "NÁVRH", "verze 2", "Spolufinancováno"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

func TestThePageIsReadOnTheSmallestScreenFromItsTop(t *testing.T) {
	page := rendered(t, modelDraft())
	at := -1
	for _, next := range []string{"<h1", ">To hlavní</h2>", "<summary", `href="#s1"`, `id="s1"`, "<li>Benefity", "<figure"} {
		i := strings.Index(page, next)
		if i < at || i < 0 {
			t.Errorf("%s stands at %d, and what comes before it at %d", next, i, at)
		}
		at = i
	}
	for _, e := range elements(t, page) {
		target, isLink := strings.CutPrefix(attribute(e, "href"), "#")
		if isLink && strings.Count(page, `id="`+target+`"`) != 1 {
			t.Errorf("the contents lead to %s, which is not one place", target)
		}
	}
}

func TestThePageLoadsAndRunsNothing(t *testing.T) {
	text := "<script src=//x></script><img onerror=x> url(http://x) javascript:x"
	page := rendered(t, exports.FromEdition(modelstest.HostileEdition(text, 3, 2)))
	for _, e := range elements(t, page) {
		if name := e.Name.Local; slices.Contains([]string{"script", "iframe", "object", "embed", "link", "base", "form"}, name) {
			t.Errorf("there is an element %s", name)
		}
		for _, a := range e.Attr {
			local := a.Name.Local == "xmlns" || a.Name.Local == "src" && strings.HasPrefix(a.Value, "data:image/png;base64,")
			leads := e.Name.Local == "a" && (strings.HasPrefix(a.Value, "http://") || strings.HasPrefix(a.Value, "https://") || strings.HasPrefix(a.Value, "mailto:") || strings.HasPrefix(a.Value, "#s"))
			if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "style" || a.Name.Local == "href" && !leads || a.Name.Local == "src" && !local {
				t.Errorf("there is an attribute %s=%.50q", a.Name.Local, a.Value)
			}
		}
	}
	if strings.Contains(style, "url(") || strings.Contains(style, "@import") {
		t.Error("the style loads something")
	}
}

// FuzzRender puts hostile text everywhere people type (TM-12).
func FuzzRender(f *testing.F) {
	for _, text := range modelstest.HostileTexts() {
		f.Add(text, 3, 1)
	}
	f.Fuzz(func(t *testing.T, text string, n, deep int) {
		if len(text) > models.MaxText {
			return
		}
		for _, e := range elements(t, rendered(t, exports.FromEdition(modelstest.HostileEdition(text, n, 1+deep&7)))) {
			if e.Name.Local == "script" {
				t.Fatal("there is a script")
			}
		}
	})
}

func TestABrowserIsToldWhichWayEachTextRuns(t *testing.T) {
	in := func(lang, text string) string { return `<span lang="` + lang + `">` + text + `</span>` }
	line := func(text string) exports.Line { return exports.Line{Text: text} }
	page := rendered(t, exports.Document{Language: "cs", Blocks: []exports.Block{
		exports.Masthead{Title: "Zápis", GroupWord: "Skupina", Group: "قائمة (2)"},
		exports.Heading{Level: 1, Text: "استطلاع"},
		exports.List{Bullets: []exports.Bullet{
			{Line: line("مرحبا"), Bullets: []exports.Bullet{{Line: line("Doprava")}, {Line: line("שלום")}}}, {Line: line("Péče")},
		}},
		exports.Table{Heads: []exports.TableHead{{Text: "العدد"}}, Rows: []exports.TableRow{{Cells: []exports.Line{line("שלום")}}}},
	}})
	for _, want := range []string{
		`<bdi>` + in("ar", "قائمة (2)") + `</bdi>`, `dir="rtl">` + in("ar", "استطلاع"),
		`<li dir="rtl">` + in("ar", "مرحبا") + `<ul><li dir="ltr">Doprava</li><li>` + in("he", "שלום") + `</li></ul></li><li>Péče</li>`,
		`<th scope="col" dir="rtl">` + in("ar", "العدد"), `<th scope="row" dir="rtl">` + in("he", "שלום"),
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s", want)
		}
	}
}

// TestTablesBelowEachOtherHaveOneWidthOnAPageToo: a page may hold no style beside its sheet, so the
// sheet says the width that documents give such a cell.
func TestTablesBelowEachOtherHaveOneWidthOnAPageToo(t *testing.T) {
	doc := exports.FromMinutes(modelstest.ManyTasks(), models.MinutesOptions{})
	var wide []float64
	for _, block := range doc.Blocks {
		if table, ok := block.(exports.Table); ok {
			for _, head := range table.Heads {
				if head.Wide > 0 {
					wide = append(wide, head.Wide)
				}
			}
		}
	}
	if len(wide) == 0 {
		t.Fatal("no cell of the appendix has a width of its own")
	}
	page := rendered(t, doc)
	for _, w := range wide {
		if !strings.Contains(page, fmt.Sprintf("width: %gmm", w)) {
			t.Errorf("the sheet gives no cell %g mm", w)
		}
	}
}
