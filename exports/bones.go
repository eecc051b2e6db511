package exports

import "strings"

const (
	indent     = 2.4 // of a cause under another, millimetres
	indentMost = 4   // levels that are indented; deeper ones stand at the last
	causeLeast = 8   // width of a text however deep, less than any slot leaves
	twigGap    = 1.0 // between a text and the line under it
)

// bone is a main cause with what fits beside its bone.
type bone struct {
	label  []labelLine
	groups []group
}

// group is a cause on a bone with all causes under it, as one rectangle.
type group struct {
	causes        []causeLabel
	width, height float64
}

// causeLabel is one cause in a group.
type causeLabel struct {
	text  string
	level int // 0 on the bone itself
	lines []labelLine
}

func (b bone) height() float64 {
	height := groupGap * float64(max(0, len(b.groups)-1))
	for _, g := range b.groups {
		height += g.height
	}
	return height
}

// cutBone makes one bone of a main cause, or several where it is higher than
// most.
func (f *fishbone) cutBone(main Bullet, most float64) []bone {
	var bones []bone
	b := bone{label: f.boneLabel(main.Text)}
	for _, cause := range main.Bullets {
		for _, g := range f.cutGroup(flatCauses(nil, cause, 0), most) {
			if len(b.groups) > 0 && b.height()+groupGap+g.height > most {
				bones = append(bones, b)
				b = bone{label: f.boneLabel("… " + main.Text)}
			}
			b.groups = append(b.groups, g)
		}
	}
	return append(bones, b)
}

func (f *fishbone) boneLabel(text string) []labelLine {
	return clipped(text, boneFace, min(boneMost, f.slot-boneGap)-2*boxPad, boneLines, f.meter)
}

func flatCauses(flat []causeLabel, cause Bullet, level int) []causeLabel {
	flat = append(flat, causeLabel{text: cause.Text, level: level})
	for _, under := range cause.Bullets {
		flat = flatCauses(flat, under, level+1)
	}
	return flat
}

// cutGroup makes one group of a cause and those under it, or several where it
// is higher than most; each begins with the cause on the bone.
func (f *fishbone) cutGroup(causes []causeLabel, most float64) []group {
	var groups []group
	for {
		n, g := f.fitting(causes, most)
		groups = append(groups, g)
		if n == len(causes) {
			return groups
		}
		first := causes[0]
		first.text = "… " + strings.TrimPrefix(first.text, "… ")
		causes = append([]causeLabel{first}, causes[n:]...)
	}
}

// fitting sets as many causes as fit below each other: at least two, so that
// cutting comes to an end.
func (f *fishbone) fitting(causes []causeLabel, most float64) (int, group) {
	n := min(len(causes), 2+int(most/causeFace.leading)) // no more lines than that fit
	g := f.set(causes[:n])
	for n > 2 && g.height > most {
		n = max(2, min(n-1, int(float64(n)*most/g.height)))
		g = f.set(causes[:n])
	}
	return n, g
}

// set breaks the texts of a group into lines. The higher a group, the less
// width the leaning bones leave it, and the narrower it is, the higher it gets:
// so it is narrowed until it fits.
func (f *fishbone) set(causes []causeLabel) group {
	full := f.slot - 2*boneGap
	g := f.setIn(causes, full)
	for range 8 {
		room := max(causeLeast, full-f.lean*g.height)
		if g.width <= room+slack {
			break
		}
		g = f.setIn(causes, room)
	}
	return g
}

func (f *fishbone) setIn(causes []causeLabel, width float64) group {
	g := group{causes: make([]causeLabel, len(causes)), width: width, height: twigGap}
	for i, c := range causes {
		c.lines = clipped(c.text, causeFace, max(causeLeast, width-c.indent()), causeLines, f.meter)
		g.causes[i] = c
		g.height += float64(len(c.lines)) * causeFace.leading
	}
	if len(causes) > 1 {
		g.height += twigGap
	}
	return g
}

func (c causeLabel) indent() float64 {
	return indent * float64(min(c.level, indentMost))
}

// drawGroup draws a group with its left top corner at x, y: the cause on the
// bone over a twig that reaches it, those under it as a tree below the twig.
func (f *fishbone) drawGroup(d *Drawing, g group, x, y float64, boneAt func(y float64) float64) {
	var from []float64 // where the line down from the last cause of each level begins
	for i, c := range g.causes {
		left := x + c.indent()
		if c.level > 0 {
			knee := y + causeFace.rise - causeFace.leading/4
			d.stroke(left-2.2, from[min(c.level, len(from))-1], left-2.2, knee, twigWeight)
			d.stroke(left-2.2, knee, left-0.6, knee, twigWeight)
		}
		d.labels(left, y, c.lines, causeFace)
		y += float64(len(c.lines)) * causeFace.leading
		if i == 0 {
			y += twigGap
			d.stroke(x, y, boneAt(y), y, twigWeight)
			from = append(from, y)
			y += twigGap
			continue
		}
		from = append(from[:min(c.level, len(from))], y)
	}
}
