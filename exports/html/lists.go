package html

import (
	_ "embed"
	"strconv"

	"dilna/exports"
	"dilna/exports/direction"
	"dilna/exports/fonts"
)

// list writes a list, a short one in columns.
func (p *page) list(l exports.List) error {
	columns, err := fonts.OfficeColumns(l, pageWide, p.inPanel)
	class := ""
	if columns > 1 {
		class = "columns" + strconv.Itoa(columns)
	}
	p.bulletsOf(class, l.Bullets, false)
	return err
}

// contents writes what is read first on a screen: the essence, of short minutes too,
// and links to the headings, folded.
func (p *page) contents(c exports.Contents) error {
	for _, block := range c.Essence {
		if heading, ok := block.(exports.Heading); ok {
			p.heading(heading, "")
		} else if err := p.block(block); err != nil {
			return err
		}
	}
	p.w.Open("nav", "class", "contents", "aria-labelledby", "contents")
	p.w.Open("details")
	p.w.Element("summary", c.Title, "id", "contents")
	p.w.Open("ul")
	for _, e := range c.Entries {
		p.w.Open("li", "class", "level"+strconv.Itoa(e.Level))
		p.element("a", exports.OneLine(e.Text), "href", "#s"+strconv.Itoa(e.Number), "lang", e.Lang, "dir", way(e.Text))
		p.w.Close()
	}
	p.w.Close()
	p.w.Close()
	p.w.Close()
	return nil
}

// panels writes parts that stand beside each other where there is room.
func (p *page) panels(panels exports.Panels) error {
	class := "panels beside" + strconv.Itoa(panels.Beside)
	if panels.Bare {
		class += " bare"
	}
	p.w.Open("div", "class", class)
	p.inPanel = true
	for _, panel := range panels.Panels {
		p.w.Open("div")
		for _, block := range panel {
			if err := p.block(block); err != nil {
				return err
			}
		}
		p.w.Close()
	}
	p.inPanel = false
	p.w.Close()
	return nil
}

// bullets writes a list within a text that may run from the right.
func (p *page) bullets(bullets []exports.Bullet, fromRight bool) {
	p.bulletsOf("", bullets, fromRight)
}

func (p *page) bulletsOf(class string, bullets []exports.Bullet, fromRight bool) {
	if len(bullets) == 0 {
		return
	}
	p.w.Open("ul", "class", class)
	for _, b := range bullets {
		class := ""
		if b.Number != "" {
			class = "numbered"
		}
		p.w.Open("li", "class", class, "dir", wayWithin(fromRight, b.Text))
		if b.Number != "" {
			p.number(b.Number)
			p.w.Open("div") // what hangs beside the number
		}
		p.said(b.Line)
		p.bullets(b.Bullets, direction.FromRight(b.Text))
		if b.Number != "" {
			p.w.Close()
		}
		p.w.Close()
	}
	p.w.Close()
}

func (p *page) number(number string) {
	p.w.Element("span", number, "class", "number")
	p.w.Raw(" ")
}

// line writes a text with its number and what hangs on it.
func (p *page) line(l exports.Line) {
	if l.Number != "" {
		p.number(l.Number)
	}
	p.said(l)
}

// said writes a text with what hangs on it.
func (p *page) said(l exports.Line) {
	p.written(l)
	if l.Sign != "" {
		p.w.Raw("\u00a0")
		p.w.Element("span", l.Sign, "class", "mark")
	}
	if l.Word != "" {
		p.w.Raw(" ")
		p.w.Element("span", "("+l.Word+")", "class", "label")
	}
	for _, remark := range l.Remarks {
		p.w.Empty("br")
		p.w.Open("bdi", "lang", l.MixedLang(), "class", "quiet")
		p.text(remark)
		p.w.Close()
	}
}

// written is the text of a line, in its own language.
func (p *page) written(l exports.Line) {
	if l.Lang == "" {
		p.bold(l.Text, l.Bold)
		return
	}
	p.w.Open("span", "lang", l.Lang)
	p.bold(l.Text, l.Bold)
	p.w.Close()
}
