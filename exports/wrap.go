package exports

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Face is how a text is set.
type Face struct {
	Bold bool
	Size float64 // points
}

// Meter tells how wide a text is, in millimetres. Widths add up: no kerning.
type Meter interface {
	Width(text string, face Face) float64
}

// slack is how much a text may be too wide, in millimetres: the error of
// adding up widths.
const slack = 1e-6

// Wrap breaks text into lines at most width millimetres wide, at \n and
// wherever a line may be broken; a word too long for a line is broken anywhere.
// Each line keeps the space it was broken at, which may hang over the width:
// the lines put together are the text again, so that copied text keeps its
// words apart. There is always at least one line.
func Wrap(text string, face Face, width float64, meter Meter) []string {
	return WrapBold(text, nil, face, width, meter)
}

// WrapBold does so with a text of which parts are bold.
func WrapBold(text string, bold []Span, face Face, width float64, meter Meter) []string {
	var lines []string
	at := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		w := wrapping{face: face, width: width, meter: meter, bold: Within(bold, at, at+len(paragraph))}
		for piece := range pieces(paragraph) {
			w.add(piece)
		}
		lines = append(lines, append(w.lines, w.line.String())...)
		at += len(paragraph) + 1
	}
	return lines
}

// wrapping fills lines piece by piece.
type wrapping struct {
	face  Face
	width float64
	meter Meter
	lines []string
	line  strings.Builder
	used  float64 // of the line, spaces at its end included
	bold  []Span  // of the paragraph
	at    int     // which byte of it comes next
}

// wide is how wide a text is that comes next.
func (w *wrapping) wide(text string) float64 {
	if len(w.bold) == 0 {
		return w.meter.Width(text, w.face)
	}
	sum := 0.0
	for stretch, bold := range Stretches(text, Within(w.bold, w.at, w.at+len(text))) {
		face := w.face
		face.Bold = face.Bold || bold
		sum += w.meter.Width(stretch, face)
	}
	return sum
}

func (w *wrapping) add(piece string) {
	word := strings.TrimRightFunc(piece, isBreakingSpace)
	ink := w.wide(word)
	if w.line.Len() > 0 && w.used+ink > w.width+slack {
		w.end()
	}
	if ink > w.width+slack {
		w.addBroken(piece)
		return
	}
	w.put(word, ink)
	if spaces := piece[len(word):]; spaces != "" {
		w.put(spaces, w.wide(spaces))
	}
}

// addBroken adds a piece wider than a line, letter by letter.
func (w *wrapping) addBroken(piece string) {
	for len(piece) > 0 {
		n := LetterLength(piece)
		wide := w.wide(piece[:n])
		if w.line.Len() > 0 && w.used+wide > w.width+slack && piece[:n] != " " {
			w.end()
		}
		w.put(piece[:n], wide)
		piece = piece[n:]
	}
}

func (w *wrapping) put(text string, wide float64) {
	w.line.WriteString(text)
	w.used += wide
	w.at += len(text)
}

func (w *wrapping) end() {
	w.lines = append(w.lines, w.line.String())
	w.line.Reset()
	w.used = 0
}

// pieces cuts a paragraph where a line may be broken: after spaces, and after
// hyphens, dashes and slashes between letters. Never where words hold together or after one
// that stands alone, and never before a dash or a mark. Chinese, which has no spaces, is broken between its letters.
func pieces(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		start, word, end := 0, 0, 0 // the last two of the last word
		var before, last rune
		for i, r := range text {
			if isBreakingSpace(r) && !isBreakingSpace(last) {
				end = i
			}
			begins := isBreakingSpace(last) && !isBreakingSpace(r)
			if (begins && !alone(text[word:end]) && !clings(r) && !holds(text[word:end], text[i:])) || joint(before, last, r) || apart(last, r) {
				if !yield(text[start:i]) {
					return
				}
				start = i
			}
			if begins {
				word = i
			}
			before, last = last, r
		}
		yield(text[start:])
	}
}

// isBreakingSpace tells spaces to break at from those that keep words together.
func isBreakingSpace(r rune) bool {
	return r == ' ' || r > '\u00a0' && r != '\u202f' && unicode.Is(unicode.Zs, r)
}

func clings(r rune) bool {
	return strings.ContainsRune("–—"+MarkSign, r)
}

// joint is where two words are joined by a sign that a line may end with.
func joint(before, sign, after rune) bool {
	switch sign {
	case '-', '–', '—', '/':
		return unicode.IsLetter(before) && unicode.IsLetter(after)
	}
	return false
}

// apart is where Chinese or Japanese may be broken: beside any letter of it, but
// not before what closes, nor after what opens.
func apart(last, r rune) bool {
	return last != 0 && (ideograph(last) || ideograph(r)) && !isBreakingSpace(last) && !isBreakingSpace(r) && !hangs(r) &&
		(!unicode.IsPunct(r) || opens(r)) && !opens(last)
}

func ideograph(r rune) bool {
	return r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

func opens(r rune) bool { return unicode.In(r, unicode.Ps, unicode.Pi) }

// LetterLength is the length in bytes of the first letter of text with what
// hangs on it: marks that combine with it, signs that vary an emoji, and letters
// joined to it.
func LetterLength(text string) int {
	_, n := utf8.DecodeRuneInString(text)
	joined := false
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		if !hangs(r) && (!joined || unicode.IsSpace(r)) {
			break
		}
		joined = r == joiner
		n += size
	}
	return n
}

const joiner = '\u200d'

// hangs is true for what is no letter of its own: marks and selectors, the
// joiner, tones of skin, letters of a flag.
func hangs(r rune) bool {
	return unicode.Is(unicode.M, r) || r == joiner || r >= 0x1f3fb && r <= 0x1f3ff || r >= 0xe0020 && r <= 0xe007f
}
