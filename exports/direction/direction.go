// Package direction says which way the letters of a text run, by the whole of
// Unicode's bidirectional algorithm (UAX #9). The libraries within reach keep
// its levels to themselves and join stretches that only look alike, so that a
// number after Hebrew swaps places with the Czech behind it; the algorithm is
// therefore here, and is held against Unicode's own cases.
package direction

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// Paragraph is a text whose letters know which way they run. Signs that turn
// what follows them must be out of it, as exports.Clean takes them out.
type Paragraph struct {
	Text      string
	FromRight bool    // as a whole: on which side its lines begin
	levels    []uint8 // of its bytes; nil where all run from the left
}

// Stretch is a part of a line that runs one way: some bytes of the paragraph.
type Stretch struct {
	From, To  int
	FromRight bool
}

// Of is a text that runs as its first letter does.
func Of(text string) Paragraph { return Along(text, FromRight(text)) }

// Along is a text within one that runs that way.
func Along(text string, fromRight bool) Paragraph {
	p := Paragraph{Text: text, FromRight: fromRight}
	if !fromRight && !strings.ContainsFunc(text, turns) {
		return p
	}
	for line := range strings.Lines(text) {
		p.levels = append(p.levels, levelsOf(line, p.base())...)
	}
	return p
}

func (p Paragraph) base() uint8 {
	if p.FromRight {
		return 1
	}
	return 0
}

// FromRight says whether a text as a whole runs from right to left: its first
// letter decides (rules P2 and P3).
func FromRight(text string) bool {
	for _, r := range text {
		switch classOf(r) {
		case bidi.R, bidi.AL:
			return true
		case bidi.L:
			return false
		}
	}
	return false
}

// turns is true for letters and numbers that are not all set from the left.
func turns(r rune) bool {
	if r < 0x590 {
		return false
	}
	class := classOf(r)
	return class == bidi.R || class == bidi.AL || class == bidi.AN
}

func classOf(r rune) bidi.Class {
	properties, _ := bidi.LookupRune(r)
	return properties.Class()
}

// Line is a line of the paragraph, given by its bytes, as stretches from left
// to right (rules L1 and L2). A line that runs from the left throughout is one.
func (p Paragraph) Line(from, to int) []Stretch {
	if p.levels == nil || from >= to {
		return []Stretch{{From: from, To: to}}
	}
	levels := slices.Clone(p.levels[from:to])
	for end := len(p.Text[from:to]); end > 0; {
		r, size := utf8.DecodeLastRuneInString(p.Text[from : from+end])
		if class := classOf(r); class != bidi.WS && class != bidi.BN && class != bidi.B && class != bidi.S {
			break
		}
		for i := end - size; i < end; i++ {
			levels[i] = p.base()
		}
		end -= size
	}
	return reordered(stretchesOf(levels, from))
}

// Stretches are the stretches of the paragraph in the order it is read in, for
// those who leave setting it to others.
func (p Paragraph) Stretches() []Stretch {
	if p.levels == nil {
		return []Stretch{{To: len(p.Text)}}
	}
	var all []Stretch
	for _, s := range stretchesOf(p.levels, 0) {
		if n := len(all); n > 0 && all[n-1].FromRight == s.FromRight {
			all[n-1].To = s.To
			continue
		}
		all = append(all, s.Stretch)
	}
	return all
}

// levelled is a stretch with its level.
type levelled struct {
	Stretch
	level uint8
}

func stretchesOf(levels []uint8, from int) []levelled {
	var all []levelled
	for i, level := range levels {
		if n := len(all); n > 0 && all[n-1].level == level {
			all[n-1].To++
			continue
		}
		all = append(all, levelled{Stretch{from + i, from + i + 1, level%2 == 1}, level})
	}
	return all
}

// reordered turns around all that stands at a level or above, from the highest
// level down to 1.
func reordered(all []levelled) []Stretch {
	highest := uint8(0)
	for _, s := range all {
		highest = max(highest, s.level)
	}
	for level := highest; level >= 1; level-- {
		for i := 0; i < len(all); i++ {
			j := i
			for j < len(all) && all[j].level >= level {
				j++
			}
			slices.Reverse(all[i:j])
			i = max(i, j-1)
		}
	}
	visual := make([]Stretch, len(all))
	for i, s := range all {
		visual[i] = s.Stretch
	}
	return visual
}
