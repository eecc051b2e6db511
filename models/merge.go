package models

import (
	"slices"
	"strconv"
)

// maxMerged is how many ideas one command merges at most.
const maxMerged = 100

// MergedIdeas names the ideas that are merged into another.
type MergedIdeas struct {
	Ideas []EntryID `json:"ideas" doc:"1 to 100 ideas of the same step"`
}

// Check checks the command; an idea is not merged into itself.
func (m MergedIdeas) Check(into EntryID) error {
	var c checker
	c.within("ideas", len(m.Ideas), 1, maxMerged)
	for i, id := range m.Ideas {
		at := "ideas." + strconv.Itoa(i)
		c.id(at, string(id))
		if id == into || slices.Contains(m.Ideas[:i], id) {
			c.add(Field{Name: at, Reason: ReasonDuplicate})
		}
	}
	return c.result()
}

// MergedOne is an idea that lives on in another: its wording stays readable,
// and it can be taken out again.
type MergedOne struct {
	ID   EntryID `json:"id"`
	Text string  `json:"text"`
}

// MergedOnes are all ideas merged into one.
type MergedOnes struct {
	Ideas []MergedOne `json:"ideas"`
}

// Absorb takes over what another idea of the step has besides its place, its
// points and its wordings, which are read through it: mark, choice, note, author.
// What is hidden with another idea stays with that one.
func (e *Entry) Absorb(merged Entry) {
	e.Marked = e.Marked || merged.Marked
	e.Chosen = e.Chosen || merged.Chosen
	if merged.Hidden {
		return
	}
	e.Note = together(e.Note, merged.Note, "; ")
	e.Author = together(e.Author, merged.Author, ", ")
}

func together(a, b, between string) string {
	switch {
	case a == "" || a == b:
		return b
	case b == "":
		return a
	}
	return a + between + b
}

// Release lets go of an idea that was merged into this one. What that one had
// absorbed stays behind; mark, choice and note have gone over and stay too.
func (e Entry) Release(merged *Entry) {
	merged.Removed, merged.MergedInto = false, ""
	merged.Marked, merged.Chosen = false, false
	if !merged.Hidden {
		merged.Note = ""
	}
	merged.TopicID, merged.ParentID = e.TopicID, e.ParentID
}
