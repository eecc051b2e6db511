package odt

import (
	"fmt"
	"strconv"

	"dilna/exports"
	"dilna/exports/fonts"
)

// list writes a list; a short one is a section in columns.
func (b *body) list(l exports.List) error {
	columns, err := fonts.OfficeColumns(l, b.width(), b.inPanel)
	if err != nil {
		return err
	}
	if b.lines, err = fonts.OfficeLines(l, b.width()/float64(columns)); err != nil {
		return err
	}
	if columns == 1 {
		b.bullets(1, l.Bullets)
		return nil
	}
	b.sections++
	b.w.Open("text:section", "text:style-name", columnsStyle+strconv.Itoa(columns), "text:name", "Columns"+strconv.Itoa(b.sections))
	b.inColumns = true
	b.bullets(1, l.Bullets)
	b.inColumns = false
	b.w.Close()
	return nil
}

// bullets writes a list. Those with numbers of their own are paragraphs: the
// numbers are what people said, and nothing is to count them anew.
func (b *body) bullets(depth int, bullets []exports.Bullet) {
	if len(bullets) == 0 {
		return
	}
	if bullets[0].Number != "" {
		b.numbered(bullets)
		return
	}
	style := ""
	if depth == 1 {
		style = styleBullets
	}
	b.w.Open("text:list", "text:style-name", style)
	for i, bullet := range bullets {
		stands := b.next()
		if b.inColumns {
			stands.Tied = len(bullet.Bullets) > 0 || depth > 1 && i < len(bullets)-1
		}
		b.w.Open("text:list-item")
		b.w.Open("text:p", "text:style-name", b.along(styleList+keeping(stands), bullet.Text))
		b.line(bullet.Line)
		b.w.Close()
		b.bullets(depth+1, bullet.Bullets)
		b.w.Close()
	}
	b.w.Close()
}

func (b *body) numbered(bullets []exports.Bullet) {
	for _, bullet := range bullets {
		b.w.Open("text:p", "text:style-name", b.along(b.hanging(b.next()), bullet.Text))
		b.span("Quiet", bullet.Number)
		b.w.Raw("<text:tab/>")
		b.line(bullet.Line)
		b.w.Close()
		b.numbered(bullet.Bullets)
	}
}

// hanging is the style of a line with a number of its own that stands there.
func (b *body) hanging(at fonts.OfficeLine) string {
	name := fmt.Sprintf("%s%.0f_%.0f", styleNumbered, at.Sign*10, at.Text*10) + keeping(at)
	b.hangs[name] = paragraphStyle{name: name, after: 0.7, left: at.Text, hanging: at.Text - at.Sign, keepNext: at.Tied, whole: at.Whole}
	return name
}

// next takes how the next line of the list stands.
func (b *body) next() fonts.OfficeLine {
	stands := b.lines[0]
	b.lines = b.lines[1:]
	return stands
}

// keeping ends the name of a style by what it keeps on one page.
func keeping(at fonts.OfficeLine) string {
	switch {
	case at.Tied:
		return keptNext
	case !at.Whole:
		return torn
	}
	return ""
}

// line writes a text with what hangs on it.
func (b *body) line(l exports.Line) {
	b.bold(l.Lang, l.Text, l.Bold)
	if l.Sign != "" {
		b.span("Mark", "\u00a0"+l.Sign)
	}
	if l.Word != "" {
		b.w.Raw(" ")
		b.span("Quiet", "("+l.Word+")")
	}
	for _, remark := range l.Remarks {
		b.w.Raw("<text:line-break/>")
		b.small(l.MixedLang(), remark)
	}
}
