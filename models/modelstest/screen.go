package modelstest

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"pgregory.net/rapid"

	"dilna/models"
)

// Screen is what a client makes of the feed: the rows it was shown, folded
// change by change. It is the reference for INV-13, INV-14 and INV-16.
type Screen struct {
	Revision models.Revision
	Workshop *models.WorkshopView
	rows     map[string]any
}

// Apply folds one change in. A change that does not begin where the screen
// stands is refused, unless it is the whole picture.
func (s *Screen) Apply(t rapid.TB, v models.View) {
	t.Helper()
	switch {
	case v.Since == 0:
		*s = Screen{rows: map[string]any{}}
	case v.Since != s.Revision:
		t.Fatalf("INV-14: a change since %d came to a screen at %d", v.Since, s.Revision)
	case v.Revision < s.Revision:
		t.Fatalf("INV-14: the revision went back from %d to %d", s.Revision, v.Revision)
	}
	s.Revision = v.Revision
	if v.Workshop != nil {
		s.Workshop = v.Workshop
	}
	for _, id := range v.Gone {
		delete(s.rows, id)
	}
	keep(s.rows, v.Steps, func(r models.Step) string { return string(r.ID) })
	keep(s.rows, v.Divisions, func(r models.Division) string { return string(r.ID) })
	keep(s.rows, v.Topics, func(r models.Topic) string { return string(r.ID) })
	keep(s.rows, v.Ideas, func(r models.Entry) string { return string(r.ID) })
	keep(s.rows, v.Causes, func(r models.Entry) string { return string(r.ID) })
	keep(s.rows, v.Decisions, func(r models.Entry) string { return string(r.ID) })
	keep(s.rows, v.Tasks, func(r models.Entry) string { return string(r.ID) })
	keep(s.rows, v.Rounds, func(r models.RoundView) string { return string(r.ID) })
}

func keep[T any](rows map[string]any, shown []T, id func(T) string) {
	for _, row := range shown {
		rows[id(row)] = row
	}
}

// Has says whether a row of that id is on the screen.
func Has[ID ~string](s *Screen, id ID) bool { return s.rows[string(id)] != nil }

// Digest is the whole screen as text, the same for equal screens.
func (s *Screen) Digest(t rapid.TB) string {
	t.Helper()
	return fmt.Sprint(s.Revision) + s.Picture(t)
}

// Picture is what is to be seen on the screen, whenever it came there.
func (s *Screen) Picture(t rapid.TB) string {
	t.Helper()
	rows := make([]any, 0, len(s.rows))
	for _, id := range slices.Sorted(maps.Keys(s.rows)) {
		rows = append(rows, s.rows[id])
	}
	text, err := json.MarshalIndent([]any{s.Workshop, rows}, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
