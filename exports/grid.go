package exports

import (
	"fmt"
	"strings"

	"dilna/models/voting"
)

// Grid is two scales on the same ideas: how far each is to the right and up, from 0
// to 1.
type Grid struct {
	Across, Up string // what the scales are of
	Dots       []GridDot
}

// GridDot is an idea in a grid.
type GridDot struct {
	Text       string
	Across, Up float64
}

// gridOf is the grid of the last two rounds of a step that were held by scales; nil
// where there are no two, or no idea was marked in both.
func (p *printing) gridOf() *Grid {
	var scales []heldRound
	for _, r := range p.rounds {
		if r.Rule != nil && r.Rule.Name == voting.Scale && r.Rule.Steps > 1 {
			scales = append(scales, r)
		}
	}
	if len(scales) < 2 {
		return nil
	}
	across, up := scales[len(scales)-2], scales[len(scales)-1]
	g := Grid{Across: p.words.axis(across, len(p.held)), Up: p.words.axis(up, len(p.held))}
	for _, idea := range p.step.ReadingOrder() {
		x, y := across.results[idea].Mean, up.results[idea].Mean
		if x != nil && y != nil {
			g.Dots = append(g.Dots, GridDot{idea.Text, along(*x, across), along(*y, up)})
		}
	}
	if len(g.Dots) == 0 {
		return nil
	}
	return &g
}

// along is where a mean lies between the ends of its scale.
func along(mean float64, r heldRound) float64 { return (mean - 1) / float64(r.Rule.Steps-1) }

// axis is what a round by a scale is of.
func (w words) axis(r heldRound, rounds int) string {
	if axis := strings.TrimSpace(r.Rule.Axis); axis != "" {
		return axis
	}
	return w.roundLabel(r, rounds)
}

// gridWords: before what the scales are of.
var gridWords = in{
	"cs": "%s (vodorovně) a %s (svisle)", "en": "%s (across) and %s (up)", "sk": "%s (vodorovne) a %s (zvisle)",
	"de": "%s (waagrecht) und %s (senkrecht)", "uk": "%s (горизонтально) і %s (вертикально)",
}

// grid adds the picture of two scales; the tables have said the numbers.
func (d *draft) grid(p *printing) {
	g := p.gridOf()
	if g == nil {
		return
	}
	caption := fmt.Sprintf(gridWords[d.words.tongue], g.Across, g.Up)
	var said []string
	for i, dot := range g.Dots {
		said = append(said, fmt.Sprintf("%d %s", i+1, dot.Text))
	}
	d.add(Figure{Grid: g, Alt: caption + ": " + strings.Join(said, ", "), Mixed: d.written != "", Caption: caption})
}

// Measures of grids in millimetres.
const (
	gridSide   = 92.0 // of the square
	gridAxis   = 7.0  // beside it for the names of the scales
	gridLegend = 58.0
	gridGap    = 6.0
	gridDot    = 4.6
	gridInset  = 3.0 // of dots from the edges
	gridLines  = 2   // of a text beside the square
	gridFirst  = 2   // the leftmost of cells as large as dots within the square
)

// draw draws the grid: a number at its place for each idea, and what the numbers
// are beside it. Numbers that would hide each other stand beside each other.
func (g Grid) draw(meter Meter) Drawing {
	d := Drawing{Width: gridAxis + gridSide + gridGap + gridLegend}
	left, top := gridAxis, totalFace.leading+1
	bottom := top + gridSide
	for _, line := range []struct{ at, weight float64 }{{0, 0.35}, {0.5, 0.15}, {1, 0.35}} {
		d.stroke(left+line.at*gridSide, top, left+line.at*gridSide, bottom, line.weight)
		d.stroke(left, top+line.at*gridSide, left+gridSide, top+line.at*gridSide, line.weight)
	}
	taken := map[[2]int]bool{}
	y := top
	for i, dot := range g.Dots {
		at := freePlace(taken, left+gridInset+dot.Across*(gridSide-2*gridInset), bottom-gridInset-dot.Up*(gridSide-2*gridInset))
		label := number(i + 1)
		d.Boxes = append(d.Boxes, Box{X: at[0] - gridDot/2, Y: at[1] - gridDot/2, Width: gridDot, Height: gridDot, Strong: true})
		d.labels(at[0]-meter.Width(label, barFace.Face)/2, at[1]-barFace.leading/2, []labelLine{{text: label}}, barFace)
		lines := clipped(label+". "+dot.Text, barFace, gridLegend, gridLines, meter)
		d.labels(left+gridSide+gridGap, y, lines, barFace)
		y += float64(len(lines))*barFace.leading + 0.8
	}
	d.labels(left, 0, clipped("↑ "+g.Up, totalFace, gridSide, 1, meter), totalFace)
	d.labels(left, bottom+1, clipped(g.Across+" →", totalFace, gridSide, 1, meter), totalFace)
	d.Height = max(bottom+1+totalFace.leading, y)
	return d
}

// freePlace is the place, or the next one to its right or below that hides no other.
func freePlace(taken map[[2]int]bool, x, y float64) [2]float64 {
	cell := [2]int{int(x / gridDot), int(y / gridDot)}
	for steps := 0; taken[cell] && steps < 200; steps++ {
		if cell[0]++; float64(cell[0])*gridDot > gridAxis+gridSide-gridDot {
			cell[0], cell[1] = gridFirst, cell[1]+1
		}
		x, y = (float64(cell[0])+0.5)*gridDot, (float64(cell[1])+0.5)*gridDot
	}
	taken[cell] = true
	return [2]float64{x, y}
}
