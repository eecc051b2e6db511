package direction

import (
	"slices"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/unicode/norm"
)

// resolving is one line of what people typed while its classes are resolved
// into directions. Signs without ink that join or part letters take no part
// (rule X9).
type resolving struct {
	classes  []bidi.Class // of the letters that take part
	original []bidi.Class
	letters  []rune
	base     uint8
}

// levelsOf are the levels of the bytes of a line.
func levelsOf(line string, base uint8) []uint8 {
	s := resolving{base: base}
	for _, r := range line {
		if class := classOf(r); class != bidi.BN {
			s.letters = append(s.letters, r)
			s.original = append(s.original, class)
		}
	}
	s.classes = slices.Clone(s.original)
	s.marks()
	s.numbers()
	s.separators()
	s.latinNumbers()
	s.brackets()
	s.neutrals()
	levels := make([]uint8, 0, len(line))
	n, level := 0, base
	for _, r := range line {
		if classOf(r) != bidi.BN {
			level = s.level(n)
			n++
		}
		for range utf8.RuneLen(r) {
			levels = append(levels, level)
		}
	}
	return levels
}

// level is that of a letter whose direction is known (rules I1 and I2).
func (s *resolving) level(n int) uint8 {
	switch class := s.classes[n]; {
	case s.original[n] == bidi.B || s.original[n] == bidi.S:
		return s.base // rule L1
	case class == bidi.R:
		return 1
	case class == bidi.L:
		return 2 * s.base
	}
	return 2
}

// embedding is the class of the line as a whole.
func (s *resolving) embedding() bidi.Class {
	if s.base == 1 {
		return bidi.R
	}
	return bidi.L
}

// marks take the class of their letter (rule W1).
func (s *resolving) marks() {
	before := s.embedding()
	for i, class := range s.classes {
		if class == bidi.NSM {
			s.classes[i] = before
		}
		before = s.classes[i]
	}
}

// numbers after Arabic letters are Arabic; these letters run like Hebrew ones
// (rules W2 and W3).
func (s *resolving) numbers() {
	strong := s.embedding()
	for i, class := range s.classes {
		switch class {
		case bidi.L, bidi.R:
			strong = class
		case bidi.AL:
			strong, s.classes[i] = class, bidi.R
		case bidi.EN:
			if strong == bidi.AL {
				s.classes[i] = bidi.AN
			}
		}
	}
}

// separators within numbers and signs beside them belong to the number, others
// to nobody (rules W4, W5 and W6).
func (s *resolving) separators() {
	for i := 1; i+1 < len(s.classes); i++ {
		before, after := s.classes[i-1], s.classes[i+1]
		if class := s.classes[i]; before == after &&
			(class == bidi.CS && (before == bidi.EN || before == bidi.AN) || class == bidi.ES && before == bidi.EN) {
			s.classes[i] = before
		}
	}
	for i := 0; i < len(s.classes); i++ {
		end := s.while(i, func(c bidi.Class) bool { return c == bidi.ET })
		if end > i && (i > 0 && s.classes[i-1] == bidi.EN || end < len(s.classes) && s.classes[end] == bidi.EN) {
			s.fill(i, end, bidi.EN)
		}
		i = max(i, end-1)
	}
	for i, class := range s.classes {
		if class == bidi.ES || class == bidi.ET || class == bidi.CS {
			s.classes[i] = bidi.ON
		}
	}
}

// latinNumbers are those after Latin letters (rule W7).
func (s *resolving) latinNumbers() {
	strong := s.embedding()
	for i, class := range s.classes {
		switch class {
		case bidi.L, bidi.R:
			strong = class
		case bidi.EN:
			if strong == bidi.L {
				s.classes[i] = bidi.L
			}
		}
	}
}

func (s *resolving) while(from int, is func(bidi.Class) bool) int {
	for from < len(s.classes) && is(s.classes[from]) {
		from++
	}
	return from
}

func (s *resolving) fill(from, to int, class bidi.Class) {
	for i := from; i < to; i++ {
		s.classes[i] = class
	}
}

// strong is the direction of a resolved class: numbers count as from the right.
func strong(class bidi.Class) (bidi.Class, bool) {
	switch class {
	case bidi.L:
		return bidi.L, true
	case bidi.R, bidi.EN, bidi.AN:
		return bidi.R, true
	}
	return bidi.ON, false
}

// bracketsMost is how many brackets may be open at once (definition BD16).
const bracketsMost = 63

type pair struct{ open, close int }

// pairs are the brackets that belong together.
func (s *resolving) pairs() []pair {
	var found []pair
	type opened struct {
		closing rune
		at      int
	}
	var open []opened
	for i, r := range s.letters {
		properties, _ := bidi.LookupRune(r)
		switch {
		case s.classes[i] != bidi.ON || !properties.IsBracket():
		case properties.IsOpeningBracket():
			if len(open) == bracketsMost {
				return nil
			}
			open = append(open, opened{mirrored(plain(r)), i})
		default:
			for n := len(open) - 1; n >= 0; n-- {
				if open[n].closing == plain(r) {
					found = append(found, pair{open[n].at, i})
					open = open[:n]
					break
				}
			}
		}
	}
	slices.SortFunc(found, func(a, b pair) int { return a.open - b.open })
	return found
}

// plain is the bracket that means the same.
func plain(r rune) rune {
	plain, _ := utf8.DecodeRuneInString(norm.NFC.String(string(r)))
	return plain
}

func mirrored(bracket rune) rune {
	other, _ := utf8.DecodeRuneInString(bidi.ReverseString(string(bracket)))
	return other
}

// brackets run as what they hold, or as what stands before them (rule N0).
func (s *resolving) brackets() {
	for _, p := range s.pairs() {
		class, found := s.within(p)
		if !found {
			continue
		}
		s.setBracket(p.open, class)
		s.setBracket(p.close, class)
	}
}

// within is the class of a pair by its content.
func (s *resolving) within(p pair) (class bidi.Class, found bool) {
	for _, c := range s.classes[p.open+1 : p.close] {
		if way, is := strong(c); is {
			if way == s.embedding() {
				return way, true
			}
			class, found = way, true
		}
	}
	if !found {
		return class, false
	}
	before := s.embedding()
	for i := p.open - 1; i >= 0; i-- {
		if way, is := strong(s.classes[i]); is {
			before = way
			break
		}
	}
	if before == class {
		return class, true
	}
	return s.embedding(), true
}

// setBracket gives a bracket its class, and the marks after it.
func (s *resolving) setBracket(at int, class bidi.Class) {
	s.classes[at] = class
	for i := at + 1; i < len(s.classes) && s.original[i] == bidi.NSM; i++ {
		s.classes[i] = class
	}
}

// neutrals run as what stands on both sides, else as the line (rules N1 and N2).
func (s *resolving) neutrals() {
	before := s.embedding()
	for i := 0; i < len(s.classes); i++ {
		if way, is := strong(s.classes[i]); is {
			before = way
			continue
		}
		end := s.while(i, func(c bidi.Class) bool { _, is := strong(c); return !is })
		after := s.embedding()
		if end < len(s.classes) {
			after, _ = strong(s.classes[end])
		}
		if before == after {
			s.fill(i, end, before)
		} else {
			s.fill(i, end, s.embedding())
		}
		i = end - 1
	}
}
