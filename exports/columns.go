package exports

import (
	"math"
	"slices"
	"strings"

	"dilna/exports/direction"
)

// ListSetting is how a format sets the lines of a list; lengths are in
// millimetres.
type ListSetting struct {
	Face Face
	Sign float64 // room of a bullet before its text
	Gap  float64 // between columns

	InPanel bool // parts of the step stand beside each other already: it has one column
}

const (
	columnsMost = 3  // columns of a list of single words
	shortList   = 6  // lines from which a list stands in columns
	linesMost   = 4  // of a text that stands in columns
	wordsLeast  = 30 // width of a column, millimetres
)

// brokenMost is of how many texts one may be broken into lines to stand in so
// many columns.
var brokenMost = map[int]int{2: 3, 3: 10}

// Columns is in how many columns a list is set: three where each text is short,
// two where most are, else one. Who reads it goes down one and then the next.
func (l List) Columns(room float64, set ListSetting, meter Meter) int {
	lines := linesOf(nil, l.Bullets)
	if set.InPanel || len(l.Bullets) < columnsMost || strings.Contains(l.Bullets[0].Number, " ") || slices.ContainsFunc(lines, func(b Line) bool { return direction.FromRight(b.Text) }) {
		return 1
	}
	for n := columnsMost; n > 1; n-- {
		if wide := (room - float64(n-1)*set.Gap) / float64(n); wide >= wordsLeast && len(lines) >= n*shortList/2 && fit(lines, n, l.Hung(wide, set, meter), wide, set, meter) {
			return n
		}
	}
	return 1
}

// fit says whether the lines of a list may stand in so many columns.
func fit(lines []Line, columns int, hung []Hung, wide float64, set ListSetting, meter Meter) bool {
	broken := 0
	for i, line := range lines {
		room := wide - hung[i].Text
		line.Number = "" // it stands before the text
		height := 0.0
		for text := range line.texts(TableSetting{Cell: set.Face, Remark: set.Face}) {
			for part := range strings.SplitSeq(text, "\n") {
				height += max(1, math.Ceil(meter.Width(part, set.Face)/max(1, room)))
			}
		}
		if height > linesMost {
			return false
		}
		if height > 1 {
			broken++
		}
	}
	return broken*brokenMost[columns] <= len(lines)
}

// Lines are the lines of the list in the order they are read.
func (l List) Lines() []Line { return linesOf(nil, l.Bullets) }

func linesOf(lines []Line, bullets []Bullet) []Line {
	for _, b := range bullets {
		lines = linesOf(append(lines, b.Line), b.Bullets)
	}
	return lines
}
