package exports

import (
	"regexp"
	"strings"
)

// text adds running text: an empty line ends a paragraph, lines that begin
// with "- " are bullets, indented ones stand under those before them, several that
// begin with "1." are numbered, lines "| a | b |" are a table whose first line is
// its head (workshop file schema), and "**words**" are bold.
func (d *draft) text(text string) {
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n")
	for len(lines) > 0 {
		sort := sortOf(lines[0])
		n := 1
		for n < len(lines) && sortOf(lines[n]) == sort {
			n++
		}
		if sort == numberedLine && n == 1 {
			sort = plainLine // "1. jednání" begins a sentence
		}
		d.addLines(sort, lines[:n])
		lines = lines[n:]
	}
}

type lineSort int

const (
	blankLine lineSort = iota
	plainLine
	bulletLine
	tableLine
	numberedLine
)

// typedBullet is what people begin the lines of a list with, also those that come
// from Word.
var typedBullet = regexp.MustCompile(`^[-–*•·▪]\s+(\S.*)$`)

// typedNumber is what people begin the lines of a numbered list with; a date begins
// with one, too, and goes on with digits.
var typedNumber = regexp.MustCompile(`^(\d{1,3}[.)])\s+([^\s\d].*)$`)

func sortOf(line string) lineSort {
	line = strings.TrimSpace(line)
	switch {
	case line == "":
		return blankLine
	case typedBullet.MatchString(line):
		return bulletLine
	case len(line) > 1 && line[0] == '|' && line[len(line)-1] == '|':
		return tableLine
	case typedNumber.MatchString(line):
		return numberedLine
	}
	return plainLine
}

// addLines adds lines of one sort that stand together.
func (d *draft) addLines(sort lineSort, lines []string) {
	switch sort {
	case plainLine:
		text, bold := bolded(strings.TrimSpace(strings.Join(lines, "\n")))
		d.add(Paragraph{Text: text, Bold: bold, Lang: d.written})
	case bulletLine:
		least := indentOf(lines[0])
		for _, line := range lines {
			least = min(least, indentOf(line))
		}
		d.add(List{Bullets: typedBullets(&lines, least, d.written)})
	case numberedLine:
		list := List{}
		for _, line := range lines {
			part := typedNumber.FindStringSubmatch(strings.TrimSpace(line))
			said := typedLine(part[2], d.written)
			said.Number = part[1]
			list.Bullets = append(list.Bullets, Bullet{Line: said})
		}
		d.add(list)
	case tableLine:
		if t := textTable(lines, d.written); len(t.Heads) > 0 {
			d.add(t)
		}
	}
}

// typedBullets takes the lines of a list that are indented so far or further:
// further ones stand under the line before them.
func typedBullets(lines *[]string, indent int, lang string) []Bullet {
	var bullets []Bullet
	for len(*lines) > 0 {
		line := (*lines)[0]
		in, last := indentOf(line), len(bullets)-1
		switch {
		case last >= 0 && in > indent+1: // one space is none
			bullets[last].Bullets = append(bullets[last].Bullets, typedBullets(lines, in, lang)...)
		case last >= 0 && in < indent:
			return bullets
		default:
			text := typedBullet.FindStringSubmatch(strings.TrimSpace(line))[1]
			bullets = append(bullets, Bullet{Line: typedLine(text, lang)})
			*lines = (*lines)[1:]
		}
	}
	return bullets
}

func indentOf(line string) int {
	return len(line) - len(strings.TrimLeft(line, " \t"))
}

// typedLine is a line of a text that people typed.
func typedLine(typed, lang string) Line {
	text, bold := bolded(strings.TrimSpace(typed))
	return Line{Text: text, Bold: bold, Lang: lang}
}

// textTable is a table typed with bars; of a single line it has no head, and
// short lines are filled up with empty cells.
func textTable(lines []string, lang string) Table {
	var typed [][]Line
	width := 0
	for _, line := range lines {
		if strings.Trim(line, "|-: \t") == "" {
			continue // the line that parts head and rows in other notations
		}
		cells := barCells(line, lang)
		typed, width = append(typed, cells), max(width, len(cells))
	}
	t := Table{Heads: make([]TableHead, width)}
	for i, cells := range typed {
		for len(cells) < width {
			cells = append(cells, Line{})
		}
		if i == 0 && len(typed) > 1 {
			for j, cell := range cells {
				t.Heads[j].Text, t.Heads[j].Lang = cell.Text, lang // bold as all heads are
			}
			continue
		}
		t.Rows = append(t.Rows, TableRow{Cells: cells})
	}
	return t
}

func barCells(line, lang string) []Line {
	line = strings.TrimSpace(line)
	var cells []Line
	for _, cell := range strings.Split(line[1:len(line)-1], "|") {
		cells = append(cells, typedLine(cell, lang))
	}
	return cells
}
