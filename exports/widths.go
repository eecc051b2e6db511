package exports

import (
	"cmp"
	"slices"
	"strings"
)

// TableSetting is how a format sets the cells of a table; lengths are in
// millimetres.
type TableSetting struct {
	Head, Cell, Remark Face
	Beside             float64 // space a cell needs beside its text
	Bar                float64 // beside a number under a head with bars
	Indent             float64 // of the first text of a row, for each depth
}

const (
	// mostAsked: who has more to say than fills the page's width so many times
	// asks for no more room than that, so that short texts beside it keep some.
	mostAsked = 2

	// headsMost is what the heads of several columns of numbers ask for at most, so that
	// the text beside them keeps its room.
	headsMost = 32.0

	unbroken = 32.0 // short words up to this wide stand on one line: "Schválil/a", "Ballot 12", "1234 5678 9012"
)

// measured is how wide the cells below one head are.
type measured struct {
	least   float64 // of what cannot be broken
	natural float64 // of the widest line, unbroken
	grows   bool    // takes of the room that nobody asks for
}

// Widths shares room out between the cells of a row by what stands in them, as
// browsers do: all get what they cannot do without, then what their texts would
// like to have by the same measure, and texts the rest.
func (t Table) Widths(room float64, set TableSetting, meter Meter) []float64 {
	columns, only := make([]measured, len(t.Heads)), t.onlyNumbers()
	for i, head := range t.Heads {
		columns[i] = t.measure(i, set, meter)
		most := room * mostAsked
		if head.Numbers && !head.Bars && only < 0 {
			most = headsMost
		}
		columns[i].natural = max(columns[i].least, min(columns[i].natural, most))
	}
	if only >= 0 {
		columns[only].least = columns[only].natural // its head is broken in two at most
	}
	if !slices.ContainsFunc(columns, func(c measured) bool { return c.grows }) {
		columns[t.Named()].grows = true
	}
	return share(room, columns)
}

// Named is which cell of a row says what the row is about: the first text.
func (t Table) Named() int {
	return max(0, slices.IndexFunc(t.Heads, func(h TableHead) bool { return !h.Numbers }))
}

// onlyNumbers is which cells below each other are numbers, where no others are; -1:
// none, or several.
func (t Table) onlyNumbers() int {
	only := -1
	for i, head := range t.Heads {
		switch {
		case head.Numbers && only >= 0:
			return -1
		case head.Numbers:
			only = i
		}
	}
	return only
}

func (t Table) measure(i int, set TableSetting, meter Meter) measured {
	head := t.Heads[i]
	if head.Wide > 0 {
		return measured{least: head.Wide, natural: head.Wide}
	}
	least, natural := spans(head.Text, set.Head, meter)
	if head.Numbers {
		natural = max(least, inTwoLines(head.Text, set.Head, meter))
	}
	for _, row := range t.Rows {
		for text, face := range row.Cells[i].texts(set) {
			l, n := spans(text, face, meter)
			if i == t.Named() {
				indent := set.Indent * float64(row.Depth)
				l, n = l+indent, n+indent
			}
			if head.Bars {
				l, n = l+set.Bar, n+set.Bar
			}
			least, natural = max(least, l), max(natural, n)
		}
	}
	if head.Short && natural <= unbroken {
		least = natural
	}
	least, natural = max(least, head.Hand), max(natural, head.Hand)
	return measured{least: least + set.Beside, natural: natural + set.Beside, grows: !head.Numbers && !head.Short && i >= t.Named()}
}

// texts are what stands in the cell, each with its face.
func (l Line) texts(set TableSetting) func(yield func(string, Face) bool) {
	return func(yield func(string, Face) bool) {
		said := l.Text
		if l.Number != "" {
			said = l.Number + " " + said
		}
		if l.Sign != "" {
			said += " " + l.Sign
		}
		if l.Word != "" {
			said += " (" + l.Word + ")"
		}
		if !yield(said, set.Cell) {
			return
		}
		for _, remark := range l.Remarks {
			if !yield(remark, set.Remark) {
				return
			}
		}
	}
}

// spans is how wide the widest part of the text is that no line break divides,
// and its widest line.
func spans(text string, face Face, meter Meter) (least, natural float64) {
	for paragraph := range strings.SplitSeq(text, "\n") {
		natural = max(natural, meter.Width(paragraph, face))
		for piece := range pieces(paragraph) {
			least = max(least, meter.Width(strings.TrimRightFunc(piece, isBreakingSpace), face))
		}
	}
	return least, natural
}

// inTwoLines is how wide a text is that is broken into two lines about equally
// long: numbers are as narrow as their digits, and their heading makes them little
// wider.
func inTwoLines(text string, face Face, meter Meter) float64 {
	_, whole := spans(text, face, meter)
	narrowest, first := whole, 0.0
	for piece := range pieces(text) {
		first += meter.Width(piece, face)
		narrowest = min(narrowest, max(first, whole-first))
	}
	return narrowest
}

// share gives each its least, of what is left the same part of what it would
// like to have more, and of the room nobody asks for to those that grow, by
// what they hold. Where even the least is too much, words are broken in the
// cells that ask for more than an equal part.
func share(room float64, columns []measured) []float64 {
	least, natural, growing := 0.0, 0.0, 0.0
	for _, c := range columns {
		least, natural = least+c.least, natural+c.natural
		if c.grows {
			growing += c.natural
		}
	}
	wides := make([]float64, len(columns))
	for i, c := range columns {
		switch {
		case least > room:
			return shareTooLittle(room, columns)
		case natural > room:
			wides[i] = c.least + (c.natural-c.least)*(room-least)/(natural-least)
		case c.grows && growing > 0:
			wides[i] = c.natural * (1 + (room-natural)/growing)
		default:
			wides[i] = c.natural
		}
	}
	if growing == 0 && natural <= room { // empty texts under empty heads
		grown := slices.IndexFunc(columns, func(c measured) bool { return c.grows })
		wides[grown] += room - natural
	}
	return wides
}

// shareTooLittle gives those that ask for less than an equal part what they ask
// for, and the others equal parts of the rest.
func shareTooLittle(room float64, columns []measured) []float64 {
	order := make([]int, len(columns))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(columns[a].least, columns[b].least) })
	wides := make([]float64, len(columns))
	for done, i := range order {
		wides[i] = min(columns[i].least, room/float64(len(order)-done))
		room -= wides[i]
	}
	return wides
}
