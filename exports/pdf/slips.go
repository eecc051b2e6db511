package pdf

import (
	"context"
	"fmt"
	"io"
	"strings"

	"dilna/exports"
	"dilna/exports/fonts"
)

// A slip is a quarter of an A4 sheet, in millimetres.
const (
	slipWide  = paperShort / 2
	slipHigh  = paperLong / 2
	slipSide  = 9.0
	slipTop   = 10.0
	slipFoot  = 9.0
	slipText  = slipWide - 2*slipSide
	boxSide   = 5.2 // of a box to mark
	boxLeast  = 7.2 // from one box to the next below it
	boxMost   = 10.0
	markRoom  = 6.4 // from one box to the text beside it
	ruleStep  = 9.0 // from one line to write on to the next
	boxWeight = 0.35
	cutDash   = 2.5
	slipLines = 3 // of the heading, and of the question

	mostLetters = 150 // more than one line of a slip ever holds
)

var (
	slipOverStyle    = styled(8, false, inkQuiet)
	slipHeadingStyle = styled(13, true, inkStrong)
	slipAskedStyle   = styled(9.5, false, inkText)
	slipRuleStyle    = styled(9.5, true, inkText)
	slipQuietStyle   = styled(8.5, false, inkQuiet)
	slipNumberStyle  = styled(10.5, true, inkText)
)

// RenderSlips writes one page of four slips to w as PDF, with lines to cut
// along, like Render: whoever needs more prints the page again. It is heard
// once: the other three quarters are no content.
func RenderSlips(ctx context.Context, slip exports.Slip, w io.Writer) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("make the PDF: %v", p)
		}
	}()
	set, err := fonts.NewSet()
	if err != nil {
		return err
	}
	s := setter{meter: set, voices: exports.VoicesBeside(slip.Language, slip.Written), root: &tag{name: "Document"}}
	pages := []page{sheetOf(s.slip(slip.Map(set.Shown)))}
	n, plain, err := draw(ctx, pages, set)
	if err != nil {
		return err
	}
	doc := exports.Document{Language: slip.Language, Title: slip.Title, Date: slip.Day}
	file, err := archive(plain, doc, nil, s.root, pages, n)
	if err != nil {
		return err
	}
	if _, err := w.Write(file); err != nil {
		return fmt.Errorf("write the PDF: %w", err)
	}
	return nil
}

// sheetOf is a page with the slip in each of its quarters.
func sheetOf(slip strip) page {
	on := page{paper: upright}
	for i, corner := range []area{{x: 0, y: 0}, {x: slipWide, y: 0}, {x: 0, y: slipHigh}, {x: slipWide, y: slipHigh}} {
		quarter := slip
		if i > 0 {
			quarter = untagged(slip)
		}
		on.lay(quarter, corner.x, corner.y)
	}
	for at := 0.0; at < paperLong; at += 2 * cutDash {
		on.strokes = append(on.strokes, line(slipWide, at, slipWide, at+cutDash, 0.2, inkQuiet))
		if at < paperShort {
			on.strokes = append(on.strokes, line(at, slipHigh, at+cutDash, slipHigh, 0.2, inkQuiet))
		}
	}
	return on
}

// lay puts what stands in a strip on the page, from that corner.
func (p *page) lay(s strip, dx, dy float64) {
	for _, t := range s.texts {
		p.texts = append(p.texts, t.at(t.x+dx, t.y+dy))
	}
	for _, l := range s.strokes {
		p.strokes = append(p.strokes, line(l.X1+dx, l.Y1+dy, l.X2+dx, l.Y2+dy, l.Weight, l.tint))
	}
}

func line(x1, y1, x2, y2, weight float64, t tint) stroke {
	return stroke{Stroke: exports.Stroke{X1: x1, Y1: y1, X2: x2, Y2: y2, Weight: weight}, tint: t}
}

// slip sets a slip from its top to its foot.
func (s *setter) slip(slip exports.Slip) strip {
	q := quarter{setter: s, strip: strip{height: slipTop}}
	q.say(slip.Over, slipOverStyle, "P", slip.Written, 1)
	q.say(slip.Heading, slipHeadingStyle, "H1", slip.Written, slipLines)
	q.say(slip.For, slipRuleStyle, "P", slip.MixedLang(), slipLines)
	q.height += 1
	q.say(slip.Asked, slipAskedStyle, "P", slip.Written, slipLines)
	for i, rule := range slip.Rule {
		st := slipRuleStyle
		if i > 0 {
			st = slipQuietStyle
		}
		q.say(rule, st, "P", "", 2*slipLines)
		q.height += 0.8
	}
	q.height += 2
	q.numbers(slip.Numbers)
	q.choices(slip.Choices, slip.Written)
	q.labelled(slip.Labels)
	q.filled(slip.Filled)
	if slip.Ruled {
		q.ruled()
	}
	return q.strip
}

// quarter is a slip being set: its height is how much of it is used.
type quarter struct {
	*setter
	strip
}

// room is how much of the slip is left.
func (q *quarter) room() float64 { return slipHigh - slipFoot - q.height }

// say sets a text below what is there, cut to so many lines.
func (q *quarter) say(txt string, st style, name, lang string, most int) {
	q.sayAt(slipSide, slipText, txt, st, name, lang, most)
}

// sayAt is say for a text that begins there and is so wide.
func (q *quarter) sayAt(x, wide float64, txt string, st style, name, lang string, most int) {
	if txt == "" {
		return
	}
	in := q.tagIn(q.root, name, lang)
	for _, one := range q.grid([]cell{{width: wide, tag: in, lines: q.cut(txt, st, wide, most)}}) {
		for _, t := range one.texts {
			q.strip.texts = append(q.strip.texts, t.at(x+t.x, q.height+t.y))
		}
		q.height += one.height
	}
}

// cut breaks a text into so many lines at most; what does not fit gives way to
// an ellipsis.
func (q *quarter) cut(txt string, st style, width float64, most int) []cellLine {
	lines := q.cellLines(txt, st, width)
	letters := []rune(txt)
	for letters = letters[:min(len(letters), most*mostLetters)]; len(lines) > most; {
		letters = letters[:len(letters)-1]
		lines = q.cellLines(strings.TrimRight(string(letters), " \n")+"…", st, width)
	}
	return lines
}

// box is a box to mark or to write in; it is drawn only.
func (q *quarter) box(x, y, wide float64) {
	right, below := x+wide, y+boxSide
	q.strokes = append(q.strokes,
		line(x, y, right, y, boxWeight, inkText), line(right, y, right, below, boxWeight, inkText),
		line(right, below, x, below, boxWeight, inkText), line(x, below, x, y, boxWeight, inkText))
}

// numbers are numbers with boxes, read down each column: as few columns as
// there is room for.
func (q *quarter) numbers(count int) {
	if count == 0 {
		return
	}
	rows := int(q.room() / boxLeast)
	columns := max(2, (count+rows-1)/rows)
	rows = (count + columns - 1) / columns
	down, across := min(boxMost, q.room()/float64(rows)), slipText/float64(columns)
	for i := range count {
		in := q.tag(q.root, "P")
		q.beside(fmt.Sprint(i+1), slipNumberStyle, in, slipSide+float64(i/rows)*across, q.height+float64(i%rows)*down)
	}
	q.height += float64(rows) * down
}

// choices are texts, of one line each, with a box beside them.
func (q *quarter) choices(texts []string, lang string) {
	for _, txt := range texts {
		in := q.tagIn(q.root, "P", lang)
		q.beside(q.cut(txt, slipAskedStyle, slipText-markRoom, 1)[0].text, slipAskedStyle, in, slipSide, q.height)
		q.height += boxLeast
	}
}

// beside is a box with a text right of it.
func (q *quarter) beside(txt string, st style, in *tag, x, y float64) {
	q.box(x, y, boxSide)
	q.put(txt, st, in, x+markRoom, y+boxSide/2+st.face.Size*fonts.Millimetre*0.36)
}

// put is a text on one line, from its base line.
func (q *quarter) put(txt string, st style, in *tag, x, y float64) {
	for _, t := range q.setter.texts(lineAlong(txt, st, false), in) {
		q.strip.texts = append(q.strip.texts, t.at(x+t.x, y))
	}
}

// labelled are rows of boxes to write in, with the labels over them.
func (q *quarter) labelled(labels []string) {
	if len(labels) == 0 {
		return
	}
	wide := slipText / float64(len(labels))
	q.height += slipQuietStyle.leading
	for i, label := range labels {
		q.put(label, slipQuietStyle, q.tag(q.root, "P"), slipSide+float64(i)*wide, q.height-1.5)
	}
	for ; q.room() >= boxMost; q.height += boxMost {
		for i := range labels {
			q.box(slipSide+float64(i)*wide, q.height, wide-cellGap)
		}
	}
}

// filled is a word before a line to write on.
func (q *quarter) filled(word string) {
	if word == "" {
		return
	}
	q.height += ruleStep
	q.put(word, slipAskedStyle, q.tag(q.root, "P"), slipSide, q.height)
	from := slipSide + q.meter.Width(word+" ", slipAskedStyle.face)
	q.strokes = append(q.strokes, line(from, q.height+0.6, slipSide+slipText, q.height+0.6, 0.2, inkQuiet))
}

// ruled are lines to write on, down to the foot.
func (q *quarter) ruled() {
	for ; q.room() >= ruleStep; q.height += ruleStep {
		y := q.height + ruleStep
		q.strokes = append(q.strokes, line(slipSide, y, slipSide+slipText, y, 0.2, inkQuiet))
	}
}
