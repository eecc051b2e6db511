package pdf

import (
	"fmt"
	"strings"
	"unicode"

	"pgregory.net/rapid"

	"dilna/exports"
)

func row(cells ...string) exports.TableRow {
	var r exports.TableRow
	for _, c := range cells {
		r.Cells = append(r.Cells, exports.Line{Text: c})
	}
	return r
}

// prose is up to some letters of words of which no two are alike.
func prose(most int) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		var words []string
		for range rapid.IntRange(1, most/6).Draw(t, "words") {
			words = append(words, fmt.Sprintf("s%d", rapid.IntRange(10, 9999).Draw(t, "word")))
		}
		return strings.Join(words, " ")
	})
}

func anyBlock() *rapid.Generator[exports.Block] {
	return rapid.Custom(func(t *rapid.T) exports.Block {
		switch rapid.IntRange(0, 6).Draw(t, "block") {
		case 0:
			return exports.Heading{Level: rapid.IntRange(1, 3).Draw(t, "level"), Text: prose(120).Draw(t, "heading")}
		case 1:
			return exports.List{Bullets: anyBullets(3).Draw(t, "list")}
		case 2:
			return anyTable().Draw(t, "table")
		case 3:
			return exports.Fields{{Label: "Místo", Value: prose(200).Draw(t, "place")}, {Label: "Čas", Value: "13"}}
		case 4:
			return shortList(rapid.IntRange(1, 150).Draw(t, "words"))
		case 5:
			panels := exports.Panels{Beside: rapid.IntRange(2, 3).Draw(t, "beside")}
			for range rapid.IntRange(2, 5).Draw(t, "panels") {
				panels.Panels = append(panels.Panels, []exports.Block{
					exports.Heading{Level: 2, Text: prose(40).Draw(t, "heading")}, exports.List{Bullets: anyBullets(2).Draw(t, "list")},
				})
			}
			return panels
		}
		return exports.Paragraph{
			Text: prose(900).Draw(t, "paragraph"),
			Tone: exports.Tone(rapid.IntRange(0, 2).Draw(t, "tone")),
			Tied: rapid.Bool().Draw(t, "tied"),
		}
	})
}

// shortList is a list of single words.
func shortList(n int) exports.List {
	var l exports.List
	for i := range n {
		l.Bullets = append(l.Bullets, exports.Bullet{Line: exports.Line{Text: fmt.Sprintf("slovo%d", i)}})
	}
	return l
}

func anyBullets(deep int) *rapid.Generator[[]exports.Bullet] {
	return rapid.Custom(func(t *rapid.T) []exports.Bullet {
		bullets := make([]exports.Bullet, rapid.IntRange(1, 5).Draw(t, "bullets"))
		for i := range bullets {
			bullets[i].Text = prose(300).Draw(t, "bullet")
			if deep > 1 && rapid.Bool().Draw(t, "deeper") {
				bullets[i].Bullets = anyBullets(deep-1).Draw(t, "under it")
			}
		}
		return bullets
	})
}

func anyTable() *rapid.Generator[exports.Table] {
	return rapid.Custom(func(t *rapid.T) exports.Table {
		table := exports.Table{Heads: []exports.TableHead{{Text: "Podnět"}, {Text: "Počet hlasů", Numbers: true}, {Text: "Poznámka"}}}
		for range rapid.IntRange(1, 25).Draw(t, "rows") {
			table.Rows = append(table.Rows, row(prose(400).Draw(t, "idea"), "7", prose(90).Draw(t, "remark")))
		}
		return table
	})
}

// said is what pages say in reading order, without spaces, bullets, feet and
// repeated heads.
func said(pages []page) string {
	var b strings.Builder
	for _, p := range pages {
		for _, t := range p.texts {
			bullet := t.tag != nil && t.tag.name == "Lbl" && !strings.HasSuffix(t.text, ": ")
			if t.tag != nil && !bullet {
				b.WriteString(t.text)
			}
		}
	}
	return closed(b.String())
}

func closed(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// textOf is what blocks say, likewise.
func textOf(blocks []exports.Block) string {
	var b strings.Builder
	for block := range exports.Flat(blocks) {
		switch block := block.(type) {
		case exports.Heading:
			b.WriteString(block.Text)
		case exports.Paragraph:
			b.WriteString(block.Text)
		case exports.Fields:
			for _, f := range block {
				b.WriteString(f.Label + ":" + f.Value)
			}
		case exports.List:
			for _, bullet := range (&setter{}).flatten(nil, block.Bullets, nil, 0) {
				b.WriteString(bullet.Text)
			}
		case exports.Table:
			for _, h := range block.Heads {
				b.WriteString(h.Text)
			}
			for _, r := range block.Rows {
				for _, c := range r.Cells {
					b.WriteString(c.Text)
				}
			}
		}
	}
	return closed(b.String())
}
