package exports

import (
	"regexp"
	"strings"
)

// text adds running text: an empty line ends a paragraph, lines that begin
// with "- " are bullets, several that begin with "1." are numbered, lines "| a | b |" are a table whose first line is its
// head (workshop file schema).
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

// typedNumber is what people begin the lines of a numbered list with; a date begins
// with one, too, and goes on with digits.
var typedNumber = regexp.MustCompile(`^(\d{1,3}[.)])\s+([^\s\d].*)$`)

func sortOf(line string) lineSort {
	line = strings.TrimSpace(line)
	switch {
	case line == "":
		return blankLine
	case strings.HasPrefix(line, "- "):
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
		d.add(Paragraph{Text: strings.TrimSpace(strings.Join(lines, "\n")), Lang: d.written})
	case bulletLine:
		list := List{}
		for _, line := range lines {
			text := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(line), "- "))
			list.Bullets = append(list.Bullets, Bullet{Line: Line{Text: text, Lang: d.written}})
		}
		d.add(list)
	case numberedLine:
		list := List{}
		for _, line := range lines {
			part := typedNumber.FindStringSubmatch(strings.TrimSpace(line))
			list.Bullets = append(list.Bullets, Bullet{Line: Line{Number: part[1], Text: strings.TrimSpace(part[2]), Lang: d.written}})
		}
		d.add(list)
	case tableLine:
		if t := textTable(lines, d.written); len(t.Heads) > 0 {
			d.add(t)
		}
	}
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
				t.Heads[j].Text, t.Heads[j].Lang = cell.Text, lang
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
		cells = append(cells, Line{Text: strings.TrimSpace(cell), Lang: lang})
	}
	return cells
}
