package pdf

import (
	"fmt"
	"slices"
	"strings"

	"dilna/exports"
	"dilna/exports/direction"
)

const (
	bulletIndent  = 5.0 // of each level of a list
	bulletDeepest = 9   // levels that are indented; deeper ones say their level
	tiedItems     = 3   // of a list that stay together at both ends of a page
	tiedLines     = 2   // of such items: longer ones would leave much of a page empty
	tiedBullet    = 8   // lines of a bullet with those under it that stay together
	columnGap     = 7.0 // between columns of a list
)

// bulletSigns are the bullets of the levels, the first one the heaviest; the last
// one goes on.
var bulletSigns = []string{"•", "–", "·"}

func bulletSign(level int) string {
	if level >= bulletDeepest {
		return fmt.Sprintf("(%d)", level+1)
	}
	return bulletSigns[min(level, len(bulletSigns)-1)]
}

func (s *setter) list(l exports.List) {
	flat := s.flatten(nil, l.Bullets, s.root, 0)
	set := exports.ListSetting{Face: bodyStyle.face, Sign: bulletIndent, Gap: columnGap, InPanel: s.inPanel}
	if n := l.Columns(s.width, set, s.meter); n > 1 {
		wide := (s.width - float64(n-1)*columnGap) / float64(n)
		hang(flat, l.Hung(wide, set, s.meter))
		if s.columns(flat, n, wide) {
			return
		}
	}
	hang(flat, l.Hung(s.width, set, s.meter))
	s.bullets(flat)
}

// bullets sets lines of a list below each other.
func (s *setter) bullets(flat []flatBullet) {
	deep := slices.ContainsFunc(flat, func(b flatBullet) bool { return b.level > 0 })
	first := len(s.strips)
	for i, b := range flat {
		if b.level == 0 {
			s.together(first)
			first = len(s.strips)
		}
		if i > 0 && b.level == 0 && deep {
			s.gap = 1.8 // so that what hangs on a bullet is seen
		}
		before := len(s.strips)
		s.bullet(b)
		if i < len(flat)-1 && len(s.strips)-before <= tiedLines && (i < tiedItems-1 || i >= len(flat)-tiedItems) {
			s.tie(courtesy)
		}
		s.gap = 0.8
	}
	s.together(first)
	s.gap = 0
}

// together keeps the strips from one on, of a bullet with those under it, on one page
// where they are few.
func (s *setter) together(from int) {
	if n := len(s.strips) - from; n > tiedBullet {
		return
	}
	for i := from; i < len(s.strips)-1; i++ {
		s.strips[i].keep = max(s.strips[i].keep, courtesy)
	}
}

// columns sets a list in columns, each of its first bullets with all under it,
// unless one of those is too high to stay whole.
func (s *setter) columns(flat []flatBullet, n int, wide float64) bool {
	f := &flow{columns: n, wide: wide}
	for from := 0; from < len(flat); {
		to := from + 1
		for to < len(flat) && flat[to].level > 0 {
			to++
		}
		unit := s.within(f.wide)
		if f.deep = f.deep || to-from > 1; f.deep {
			unit.gap = 1.8
		} else {
			unit.gap = 0.8
		}
		unit.bullets(flat[from:to])
		if heightOf(unit.strips) > textHeight/3 {
			return false
		}
		f.units, from = append(f.units, unit.strips), to
	}
	s.add(strip{height: f.height(), spread: f})
	return true
}

// within sets in a narrower room, in the same tree of tags.
func (s *setter) within(width float64) *setter {
	return &setter{meter: s.meter, root: s.root, marked: s.marked, voices: s.voices, tags: s.tags, width: width}
}

// flatBullet is a line of a list with its level and its tags.
type flatBullet struct {
	exports.Line
	level       int
	label, body *tag
	hung        exports.Hung
}

// hang says of lines where they stand.
func hang(flat []flatBullet, hung []exports.Hung) {
	for i := range flat {
		flat[i].hung = hung[i]
	}
}

// flatten takes bullets and those under them below each other, tagged as a list
// in the tag they stand in.
func (s *setter) flatten(flat []flatBullet, bullets []exports.Bullet, in *tag, level int) []flatBullet {
	if len(bullets) == 0 {
		return flat
	}
	list := s.tag(in, "L")
	list.attributes = listAttributes(level)
	if bullets[0].Number != "" {
		list.attributes = numberedList
	}
	for _, b := range bullets {
		entry := s.tag(list, "LI")
		one := flatBullet{Line: b.Line, level: level, label: s.tag(entry, "Lbl"), body: s.tagIn(entry, "LBody", wholeLang(b.Line))}
		flat = s.flatten(append(flat, one), b.Bullets, one.body, level+1)
	}
	return flat
}

// sign is the number of a line or the bullet of its level.
func (b flatBullet) sign() string {
	if b.Number != "" {
		return b.Number
	}
	return bulletSign(b.level)
}

func (s *setter) bullet(b flatBullet) {
	x, room := b.hung.Sign, b.hung.Text-b.hung.Sign
	if b.level >= bulletDeepest { // it says its level in letters
		room = max(room, s.meter.Width(b.sign()+" ", bodyStyle.face))
	}
	sign := bulletStyle
	if b.Number != "" {
		sign = bodyStyle
	}
	fromRight := direction.FromRight(b.Text)
	label := cell{x: x, width: room, tag: b.label, lines: []cellLine{lineAlong(b.sign()+" ", sign, fromRight)}}
	body := cell{x: x + room, width: s.width - x - room, tag: b.body}
	if fromRight { // the other way round
		label.x, body.x = s.width-x-room, 0
	}
	body.lines = s.withRemarks(b.Line, bodyStyle, body.width)
	for _, one := range s.grid([]cell{label, body}) {
		s.add(one)
	}
}

// wholeLang is the language of a line with what hangs on it: not one where
// words of the frame stand beside what people wrote.
func wholeLang(l exports.Line) string {
	if l.Sign != "" || l.Word != "" || len(l.Remarks) > 0 {
		return l.MixedLang()
	}
	return l.Lang
}

// withRemarks is a line as it is printed: text, mark, word, then its remarks.
func (s *setter) withRemarks(l exports.Line, st style, width float64) []cellLine {
	said := l.Text
	if l.Sign != "" {
		said += " " + l.Sign
	}
	if l.Word != "" {
		said += " (" + l.Word + ")"
	}
	lines := s.boldLines(strings.TrimSpace(said), l.Bold, st, width)
	for _, remark := range l.Remarks {
		lines = append(lines, s.cellLines(remark, remarkStyle, width)...)
	}
	return lines
}
