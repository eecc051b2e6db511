package pdf

import (
	"fmt"

	"dilna/exports/fonts"
)

// letters draws a text of one line, from left to right: letters of the text font
// as text, signs in fonts of their own.
func (n *pen) letters(p page, t text) {
	if t.turned == nil {
		n.stretch(p, t, false)
		return
	}
	left := t.x
	for _, part := range t.turned {
		t.x, t.text = left+part.x, part.text
		n.stretch(p, t, part.fromRight)
	}
}

// stretch draws a text that runs one way.
func (n *pen) stretch(p page, t text, fromRight bool) {
	parts := n.set.Parts(t.text, fromRight, t.face.Bold)
	for len(parts) > 0 {
		count := 1
		if parts[0].Sign == nil {
			n.plain(t, parts[0].Letters)
		} else {
			count = n.ofOneFont(parts)
			n.sign(p, t, parts[:count])
		}
		for _, part := range parts[:count] {
			t.x += float64(part.Advance) / 1000 * t.face.Size * fonts.Millimetre
		}
		parts = parts[count:]
	}
}

// ofOneFont is how many of the parts are signs of the font of the first.
func (n *pen) ofOneFont(parts []fonts.Part) int {
	font := n.signs.add(parts[0].Sign).font()
	for i, part := range parts {
		if part.Sign == nil || n.signs.add(part.Sign).font() != font {
			return i
		}
	}
	return len(parts)
}

func (n *pen) plain(t text, letters string) {
	for _, r := range letters {
		n.used[t.face.Bold][r] = true
	}
	n.f.Text(t.x, t.y, letters)
}

// sign draws signs of one font beside each other.
func (n *pen) sign(p page, t text, signs []fonts.Part) {
	c := colours[t.tint]
	codes := make([]byte, len(signs))
	for i, part := range signs {
		codes[i] = n.signs.add(part.Sign).code()
	}
	n.f.RawWriteStr(fmt.Sprintf("q %.3f %.3f %.3f rg BT /%s %.2f Tf %.2f %.2f Td <%x> Tj ET Q",
		float64(c[0])/255, float64(c[1])/255, float64(c[2])/255, fontOfSigns(n.signs.add(signs[0].Sign).font()), t.face.Size,
		t.x/fonts.Millimetre, (p.paper.height-t.y)/fonts.Millimetre, codes))
}
