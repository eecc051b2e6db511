package models

import (
	"slices"
	"strconv"
	"time"
)

// Draw is a lot that was drawn among entries that share a place: in which order
// they stand there. Their ranks stay shared: that is how people voted.
type Draw struct {
	Place int       `json:"place" doc:"the place they share, from 1"`
	Order []EntryID `json:"order" doc:"all that share it, in the order that was drawn"`
	At    int64     `json:"at" doc:"Unix milliseconds"`
}

// NewDraw has a lot drawn among all that share a place of a result.
type NewDraw struct {
	Place int       `json:"place" doc:"the place they share, from 1"`
	Among []EntryID `json:"among" doc:"all that share it, as the caller saw it; in which order is of no matter"`
}

// Check checks the command.
func (n NewDraw) Check() error {
	var c checker
	c.within("place", n.Place, 1, MaxRows)
	c.within("among", len(n.Among), 2, MaxRows)
	for i, id := range n.Among {
		at := "among." + strconv.Itoa(i)
		if c.id(at, string(id)); slices.Contains(n.Among[:i], id) {
			c.add(Field{Name: at, Reason: ReasonDuplicate})
		}
	}
	return c.result()
}

// MayDraw says whether a lot may decide so: among all that share a place of a
// result, once and for all. Codes: those of MayReveal, `not-tied`, `lot-drawn`.
func (r Round) MayDraw(in NewDraw, standing []Place) error {
	if err := r.MayReveal(); err != nil {
		return err
	}
	if !isSame(in.Among, r.tied(standing, in.Place)) {
		return Fail(KindConflict, CodeNotTied)
	}
	if slices.ContainsFunc(r.DrawsIn(standing), func(d Draw) bool { return d.Place == in.Place }) {
		return Fail(KindConflict, CodeLotDrawn)
	}
	return nil
}

// DrawsIn are the lots that decide in a standing. One that was drawn among others
// than those that share its place says nothing: entries were made one since, or
// totals typed again. It is kept, and counts again where they are as they were.
func (r Round) DrawsIn(standing []Place) []Draw {
	var decide []Draw
	for _, draw := range r.Draws {
		if isSame(draw.Order, r.tied(standing, draw.Place)) {
			decide = append(decide, draw)
		}
	}
	return decide
}

// ByLot is a standing in which those that a lot told apart have a place each: so
// many go on, and no more.
func (r Round) ByLot(standing []Place) []Place {
	byLot := slices.Clone(standing)
	for _, draw := range r.DrawsIn(standing) {
		for i := range byLot {
			if n := slices.Index(draw.Order, byLot[i].Idea); n >= 0 {
				byLot[i].Rank = draw.Place + n
			}
		}
	}
	return byLot
}

// tied are all that share a place; nothing where one has it alone. For and against
// is no order.
func (r Round) tied(standing []Place, place int) []EntryID {
	var tied []EntryID
	for _, p := range standing {
		if p.Rank == place && place > 0 && !r.Decides() {
			tied = append(tied, p.Idea)
		}
	}
	if len(tied) < 2 {
		return nil
	}
	return tied
}

// isSame says whether both name the same entries, at least one.
func isSame(a, b []EntryID) bool {
	a, b = slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))
	return len(a) > 0 && slices.Equal(a, b)
}

// DrawMinutes is what the record says of a lot. Entries go by their index in
// reading order; when it was drawn is told by the clock where the program runs.
type DrawMinutes struct {
	Place int    `json:"place" doc:"the place they share, from 1"`
	Order []int  `json:"order" doc:"indexes of all that share it, in the order that was drawn"`
	Date  string `json:"date" doc:"when it was drawn, YYYY-MM-DD"`
	Time  string `json:"time" doc:"HH:MM"`
}

// timeOfDay is how the record says it.
const timeOfDay = "15:04"

// Minutes is the lot as the record says it; order is the reading order.
func (d Draw) Minutes(order []EntryID) DrawMinutes {
	at := time.UnixMilli(d.At)
	m := DrawMinutes{Place: d.Place, Date: at.Format(time.DateOnly), Time: at.Format(timeOfDay)}
	for _, id := range d.Order {
		m.Order = append(m.Order, slices.Index(order, id))
	}
	return m
}

// Draw is the lot as a round keeps it; order is the reading order.
func (m DrawMinutes) Draw(order []EntryID) Draw {
	d := Draw{Place: m.Place}
	if at, err := time.ParseInLocation(time.DateOnly+" "+timeOfDay, m.Date+" "+m.Time, time.Local); err == nil {
		d.At = at.UnixMilli()
	}
	for _, index := range m.Order {
		d.Order = append(d.Order, order[index])
	}
	return d
}
