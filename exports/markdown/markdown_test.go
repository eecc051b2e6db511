package markdown

import (
	"context"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

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

func TestTheModelRecordReadsWellAsText(t *testing.T) {
	modelstest.Golden(t, "testdata/model-record.md", rendered(t, exports.FromMinutes(modelstest.ModelRecord(), models.MinutesOptions{})))
}

func TestNoSignOfMarkdownPeopleTypeMeansAnything(t *testing.T) {
	for text, want := range map[string]string{
		"*a* _b_ `c` ~d~ $e$ | f": "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ \\$e\\$ \\| f",
		"<script>&amp;":           "\\<script\\>\\&amp;",
		"[x](javascript:1) ![]":   "\\[x\\](javascript:1) !\\[\\]",
		"# a":                     "\\# a",
		"- a":                     "\\- a",
		"---":                     "\\---",
		"1. a 2. b":               "1\\. a 2. b",
		"12) a":                   "12\\) a",
		"C# 3.5":                  "C# 3.5",
	} {
		if got := inline(text); got != want {
			t.Errorf("%s became %s, not %s", text, got, want)
		}
	}
}

func TestLineEndsInListsAndTablesStayInThem(t *testing.T) {
	doc := exports.Document{Blocks: []exports.Block{
		exports.List{Bullets: []exports.Bullet{{Line: exports.Line{Number: "3.", Text: "a\n\n# b", Remarks: []string{"c"}}, Bullets: []exports.Bullet{{Line: exports.Line{Text: "d"}}}}}},
		exports.Table{
			Heads: []exports.TableHead{{Text: "x"}, {Text: "y", Numbers: true}},
			Rows:  []exports.TableRow{{Depth: 1, Cells: []exports.Line{{Text: "a\nb", Sign: "⚫"}, {Text: "1"}}}},
		},
	}}
	want := "- 3\\. a\\\n  \\# b\\\n  c\n  - d\n\n| x | y |\n| --- | ---: |\n| – a<br>b ⚫ | 1 |\n"
	if got := rendered(t, doc); !strings.HasPrefix(got, want) {
		t.Errorf("got\n%s", got)
	}
}

// leads are the lines of the table of contents.
var leads = regexp.MustCompile(`(?m)^ *- \[(.*)\]\(#[\p{L}\p{N}_-]*\)$`)

// FuzzRender puts hostile text everywhere people type (TM-12): no tag and no
// link comes out of it, and the text stays UTF-8.
func FuzzRender(f *testing.F) {
	for _, text := range modelstest.HostileTexts() {
		f.Add(text, 3, 1)
	}
	f.Fuzz(func(t *testing.T, text string, n, deep int) {
		if len(text) > models.MaxText {
			return
		}
		got := rendered(t, exports.FromEdition(modelstest.HostileEdition(text, n, 1+deep&7)))
		if !utf8.ValidString(got) || strings.ContainsAny(got, "\x00\r\x1b") {
			t.Fatal("this is no clean text")
		}
		bare := strings.NewReplacer("\\\\", "", "\\<", "", "\\[", "", "<br>", "").Replace(got)
		bare = leads.ReplaceAllString(bare, "$1") // of the table of contents, within the page
		if strings.ContainsAny(bare, "<[") {
			t.Fatalf("something was left to mean what it does: %.200s", bare[strings.IndexAny(bare, "<["):])
		}
	})
}
