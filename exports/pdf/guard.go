package pdf

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"dilna/exports"
)

// substitute stands for what the fonts cannot print. gofpdf panics on runes
// above U+FFFF and on broken UTF-8, and draws nothing or a stray box for the
// rest, so that every text of a document passes the guard before it is measured.
const substitute = '□'

// guard makes texts printable in fonts that have only some runes.
type guard struct{ has func(rune) bool }

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

// clean drops what is invisible, composes letters and their marks, replaces
// what cannot be printed, and trims. Line ends stay, at most two together.
func (g guard) clean(text string) string {
	text = lineEnds.Replace(strings.ToValidUTF8(text, string(unicode.ReplacementChar)))
	text = norm.NFC.String(strings.Map(visible, text))
	for strings.Contains(text, "\n\n\n") {
		text = strings.ReplaceAll(text, "\n\n\n", "\n\n")
	}
	return strings.TrimSpace(strings.Map(g.printable, text))
}

// visible is r, a space for tabs and their like, or -1 for what leaves no ink:
// controls, zero-width and turning signs, variation selectors, fillers and the
// keycap that the fonts draw as a box.
func visible(r rune) rune {
	switch {
	case r == '\n':
		return r
	case r == '\t', r == '\v', r == '\f':
		return ' '
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point, unicode.Noncharacter_Code_Point), r == '\u20e3':
		return -1
	}
	return r
}

// joiner is what composing puts into a long heap of marks; it leaves no ink.
const joiner = '\u034f'

func (g guard) printable(r rune) rune {
	switch {
	case r == joiner:
		return -1
	case r == '\n', g.has(r):
		return r
	}
	return substitute
}

// document cleans every text of a document.
func (g guard) document(d exports.Document) exports.Document {
	d.Foot, d.Page, d.Of = g.clean(d.Foot), g.clean(d.Page), g.clean(d.Of)
	anyRune := guard{has: func(rune) bool { return true }} // properties need no glyphs
	d.Title, d.Author = anyRune.clean(d.Title), anyRune.clean(d.Author)
	blocks := make([]exports.Block, len(d.Blocks))
	for i, b := range d.Blocks {
		blocks[i] = g.block(b)
	}
	d.Blocks = blocks
	return d
}

func (g guard) block(b exports.Block) exports.Block {
	switch b := b.(type) {
	case exports.Masthead:
		return exports.Masthead{
			Programme: g.clean(b.Programme), Title: g.clean(b.Title),
			GroupWord: g.clean(b.GroupWord), Group: g.clean(b.Group),
		}
	case exports.Fields:
		return each(b, func(f exports.Field) exports.Field {
			return exports.Field{Label: g.clean(f.Label), Value: g.clean(f.Value)}
		})
	case exports.Heading:
		b.Text = g.clean(b.Text)
		return b
	case exports.Paragraph:
		b.Text = g.clean(b.Text)
		return b
	case exports.List:
		return exports.List{Bullets: g.bullets(b.Bullets)}
	case exports.Table:
		return g.table(b)
	case exports.Figure:
		return exports.Figure{Effect: g.clean(b.Effect), Causes: g.bullets(b.Causes), Alt: g.clean(b.Alt)}
	}
	return b
}

func (g guard) bullets(bullets []exports.Bullet) []exports.Bullet {
	return each(bullets, func(b exports.Bullet) exports.Bullet {
		return exports.Bullet{Line: g.line(b.Line), Bullets: g.bullets(b.Bullets)}
	})
}

func (g guard) table(t exports.Table) exports.Table {
	return exports.Table{
		Heads: each(t.Heads, func(h exports.TableHead) exports.TableHead {
			h.Text = g.clean(h.Text)
			return h
		}),
		Rows: each(t.Rows, func(r exports.TableRow) exports.TableRow {
			return exports.TableRow{Depth: r.Depth, Cells: each(r.Cells, g.line)}
		}),
	}
}

func (g guard) line(l exports.Line) exports.Line {
	return exports.Line{Text: g.clean(l.Text), Sign: g.clean(l.Sign), Word: g.clean(l.Word), Remarks: each(l.Remarks, g.clean)}
}

func each[List ~[]T, T any](list List, do func(T) T) List {
	done := make(List, len(list))
	for i, one := range list {
		done[i] = do(one)
	}
	return done
}
