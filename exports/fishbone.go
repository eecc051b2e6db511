package exports

import (
	"math"
	"strings"
)

// Measures of a fishbone in millimetres.
const (
	headMost  = 36.0 // width of the box with the effect
	headLeast = 22.0
	boneMost  = 50.0 // width of the box at the end of a bone
	slotLeast = 34.0 // from bone to bone, at least
	slotMost  = 62.0 // and at most
	tailWidth = 5.0  // of the spine before the first slot and after the last
	finSize   = 3.0  // of the tail fin
	driftMost = 5.0  // how far a bone leans over its whole length
	leanMost  = 0.22 // and for each millimetre of its length
	boxPad    = 1.8  // between a box and its text
	sidePad   = 3.0  // between the spine or a box and the first cause
	groupGap  = 2.4  // between the causes on a bone
	boneGap   = 1.6  // between a bone and the text beside it

	spineWeight = 0.8
	boneWeight  = 0.45
	twigWeight  = 0.2
)

var (
	headFace  = typeface{Face{Bold: true, Size: 10}, 4.6, 3.6}
	boneFace  = typeface{Face{Bold: true, Size: 9.5}, 4.4, 3.4}
	causeFace = typeface{Face{Size: 9}, 4.1, 3.2}
)

// Most lines of a label; the outline beside the drawing has the whole text.
const (
	headLines  = 12
	boneLines  = 5
	causeLines = 6
)

// Fishbone draws an effect with its causes: the spine with the effect in a box
// at its right end, main causes on bones above and below in turn, the causes
// under them beside their bone, deeper ones indented. No text overlaps another.
// What does not fit one frame goes on in further drawings, each with the head;
// a bone that goes on begins with "…". The frame must be at least 100 wide and
// 140 high.
func Fishbone(effect string, causes []Bullet, frame Frame, meter Meter) []Drawing {
	f := fishbone{meter: meter, frame: frame, head: clipped(effect, headFace, headMost-2*boxPad, headLines, meter)}
	f.headWide = max(headLeast, f.widest(f.head, headFace)+2*boxPad)
	f.arrange(causes)
	var drawings []Drawing
	for left := ceilDiv(len(f.bones), 2*f.slots); left > 0; left-- {
		n := ceilDiv(len(f.bones), left) // bones are shared out evenly
		drawings = append(drawings, f.draw(f.bones[:n]))
		f.bones = f.bones[n:]
	}
	return drawings
}

// fishbone is a fishbone being laid out.
type fishbone struct {
	meter    Meter
	frame    Frame
	head     []labelLine
	headWide float64 // of its box
	bones    []bone
	slots    int     // pairs of bones in one drawing
	slot     float64 // width of one
	lean     float64 // how far bones lean for each millimetre of their height
}

// arrange settles how wide a slot is and how the causes are cut into bones.
// The more bones, the narrower the slots, the higher the bones, the more they
// are cut: so it starts wide and goes on until it all fits.
func (f *fishbone) arrange(causes []Bullet) {
	room := f.frame.Width - f.headWide - 2*tailWidth - driftMost
	most := max(1, int(room/slotLeast))
	for slots := 1; slots <= most; slots++ {
		f.slots, f.slot = slots, min(slotMost, room/float64(slots))
		f.cut(causes)
		if len(f.bones) <= 2*slots {
			return
		}
	}
	// Several drawings, none wider than has to be.
	pairs := ceilDiv(len(f.bones), 2)
	f.slots = ceilDiv(pairs, ceilDiv(pairs, most))
}

func ceilDiv(a, b int) int { return (a + b - 1) / b }

// cut makes bones no higher than half of the frame. How far they may lean
// hangs on the highest of them, and their height on how far they lean: it cuts
// upright bones first, then leaning ones; leaning less than planned does no harm.
func (f *fishbone) cut(causes []Bullet) {
	f.lean = 0
	f.cutBones(causes)
	f.lean = f.leanAllowed()
	f.cutBones(causes)
	f.lean = min(f.lean, f.leanAllowed())
}

func (f *fishbone) cutBones(causes []Bullet) {
	most := f.frame.Height/2 - boxHeight(boneLines, boneFace) - 2*sidePad
	f.bones = nil
	for _, c := range causes {
		f.bones = append(f.bones, f.cutBone(c, most)...)
	}
}

// leanAllowed hangs on how long the bones will be: by the highest of them, or by the
// head where that is higher.
func (f *fishbone) leanAllowed() float64 {
	longest := max(f.side(f.bones, 0).length, f.side(f.bones, 1).length)
	return min(leanMost, driftMost/longest)
}

// draw draws one spine with its bones.
func (f *fishbone) draw(bones []bone) Drawing {
	var d Drawing
	above, below := f.side(bones, 0), f.side(bones, 1)
	drift := max(finSize, f.lean*max(above.length, below.length))
	slots := float64((len(bones) + 1) / 2)
	spine := above.boxes + above.length
	start, end := drift, drift+tailWidth+slots*f.slot+tailWidth

	f.drawHead(&d, end, spine)
	d.stroke(start, spine, end, spine, spineWeight)
	d.stroke(start-finSize, spine-finSize, start, spine, spineWeight)
	d.stroke(start-finSize, spine+finSize, start, spine, spineWeight)
	for i, b := range bones {
		joint := start + tailWidth + float64(i/2+1)*f.slot
		if i%2 == 0 {
			f.drawBone(&d, b, joint, spine, spine-above.length, -1)
		} else {
			f.drawBone(&d, b, joint, spine, spine+below.length, 1)
		}
	}
	d.Height = spine + below.length + below.boxes
	return d
}

// side is what the bones above or below the spine need.
type side struct {
	length float64 // of the bones, upright
	boxes  float64 // height of the highest box at their ends
}

func (f *fishbone) side(bones []bone, first int) side {
	s := side{length: boxHeight(len(f.head), headFace)/2 + sidePad}
	for i := first; i < len(bones); i += 2 {
		s.length = max(s.length, bones[i].height()+2*sidePad)
		s.boxes = max(s.boxes, boxHeight(len(bones[i].label), boneFace))
	}
	return s
}

func boxHeight(lines int, face typeface) float64 {
	return float64(lines)*face.leading + 2*boxPad
}

func (f *fishbone) drawHead(d *Drawing, x, spine float64) {
	height := boxHeight(len(f.head), headFace)
	d.Boxes = append(d.Boxes, Box{X: x, Y: spine - height/2, Width: f.headWide, Height: height, Strong: true})
	d.labels(x+boxPad, spine-height/2+boxPad, f.head, headFace)
	d.Width = x + f.headWide
}

func (f *fishbone) widest(lines []labelLine, face typeface) float64 {
	wide := 0.0
	for _, line := range lines {
		wide = max(wide, f.meter.Width(strings.TrimRightFunc(line.text, isBreakingSpace), face.Face))
	}
	return wide
}

// drawBone draws a bone from the spine to its outer end, its box there, and
// its causes beside it; way is -1 above and 1 below the spine. Spare height is
// shared out between the causes.
func (f *fishbone) drawBone(d *Drawing, b bone, joint, spine, end, way float64) {
	length := math.Abs(end - spine)
	d.stroke(joint-f.lean*length, end, joint, spine, boneWeight)
	f.drawBox(d, b, joint-f.lean*length, end, way)

	spare := (length - 2*sidePad - b.height()) / float64(len(b.groups)+1)
	y := min(spine, end) + sidePad + spare
	for _, g := range b.groups {
		// The bone is nearest to the text where it is farthest from the spine.
		top, bottom := math.Abs(spine-y), math.Abs(spine-y-g.height)
		right := joint - f.lean*max(top, bottom) - boneGap
		f.drawGroup(d, g, right-g.width, y, func(at float64) float64 { return joint - f.lean*math.Abs(spine-at) })
		y += g.height + groupGap + spare
	}
}

func (f *fishbone) drawBox(d *Drawing, b bone, x, end, way float64) {
	wide, height := f.widest(b.label, boneFace)+2*boxPad, boxHeight(len(b.label), boneFace)
	left, top := max(0, x-wide/2), end
	if way < 0 {
		top = end - height
	}
	d.Boxes = append(d.Boxes, Box{X: left, Y: top, Width: wide, Height: height})
	d.labels(left+boxPad, top+boxPad, b.label, boneFace)
	d.Width = max(d.Width, left+wide)
}
