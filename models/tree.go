package models

import "slices"

// Under are the rows below root, at any depth, parents before children. row
// tells an id and its parent's. Ideas, topics and causes are such trees.
func Under[T any, ID comparable](rows []T, root ID, row func(T) (id, parent ID)) []T {
	children := map[ID][]T{}
	for _, r := range rows {
		_, parent := row(r)
		children[parent] = append(children[parent], r)
	}
	var under []T
	seen := map[ID]bool{root: true}
	for level := []ID{root}; len(level) > 0; {
		var next []ID
		for _, above := range level {
			for _, child := range children[above] {
				id, _ := row(child)
				if seen[id] {
					continue
				}
				seen[id] = true
				under = append(under, child)
				next = append(next, id)
			}
		}
		level = next
	}
	return under
}

// Height is the number of levels of rows that Under returned.
func Height[T any, ID comparable](under []T, row func(T) (id, parent ID)) int {
	level, height := map[ID]int{}, 0
	for _, r := range under {
		id, parent := row(r)
		level[id] = level[parent] + 1
		height = max(height, level[id])
	}
	return height
}

// Sibling is a row among those it is ordered with.
type Sibling struct {
	ID       string
	Position int
}

// Reordered deals the siblings' positions out again after the one with id has
// moved to index (beyond the last is the last), and returns those whose
// position changed. siblings are in order; their positions are used again, so
// that rows which do not move are not touched.
func Reordered(siblings []Sibling, id string, index int) []Sibling {
	order := make([]Sibling, 0, len(siblings))
	var moving Sibling
	for _, s := range siblings {
		if s.ID == id {
			moving = s
		} else {
			order = append(order, s)
		}
	}
	if moving.ID == "" {
		return nil
	}
	order = slices.Insert(order, min(max(index, 0), len(order)), moving)
	var moved []Sibling
	for i, s := range order {
		if s.Position != siblings[i].Position {
			moved = append(moved, Sibling{ID: s.ID, Position: siblings[i].Position})
		}
	}
	return moved
}
