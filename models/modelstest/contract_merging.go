package modelstest

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"dilna/models"
	"dilna/models/store"
)

// mergedReference says of each idea where it stands and what it lives on in.
type mergedReference struct {
	parent, in map[models.EntryID]models.EntryID
}

func (m mergedReference) copied() mergedReference {
	return mergedReference{maps.Clone(m.parent), maps.Clone(m.in)}
}

// isUnder says whether an idea stands below another, or is it.
func (m mergedReference) isUnder(idea, above models.EntryID) bool {
	for ; idea != ""; idea = m.parent[idea] {
		if idea == above {
			return true
		}
	}
	return false
}

func (m mergedReference) merge(into, merged models.EntryID) models.ErrorCode {
	if m.isUnder(into, merged) {
		return models.CodeIdeaCycle
	}
	for idea := range m.in {
		if idea == merged || m.in[idea] == merged {
			m.in[idea] = into
		}
		if m.in[idea] == "" && m.parent[idea] == merged {
			m.parent[idea] = into
		}
	}
	return ""
}

func (m mergedReference) nest(idea, above models.EntryID) models.ErrorCode {
	if m.isUnder(above, idea) {
		return models.CodeIdeaCycle
	}
	m.parent[idea] = above
	return ""
}

func (m mergedReference) takeOut(idea models.EntryID) models.ErrorCode {
	into := m.in[idea]
	m.in[idea], m.parent[idea] = "", m.parent[into]
	return ""
}

// said is all there is to be read: where each idea stands and what is merged
// into it.
func (m mergedReference) said(texts map[models.EntryID]string) []string {
	var lines []string
	for idea, into := range m.in {
		if into != "" {
			continue
		}
		var merged []string
		for other, in := range m.in {
			if in == idea {
				merged = append(merged, texts[other])
			}
		}
		lines = append(lines, mergedLine(texts[idea], texts[m.parent[idea]], merged))
	}
	slices.Sort(lines)
	return lines
}

func mergedLine(text, above string, merged []string) string {
	merged = slices.Sorted(slices.Values(merged))
	return fmt.Sprintf("%s under %q: %q", text, above, merged)
}

// anyOrderOfMerging plays random orders of merging, nesting, taking out and
// undoing against the reference.
func anyOrderOfMerging(t *testing.T, s *store.Store) {
	rapid.Check(t, func(rt *rapid.T) {
		ctx := context.Background()
		r := NewScene(rt, s, 0)
		step := r.Step(rt, models.MethodCollect)
		texts := map[models.EntryID]string{}
		now := mergedReference{map[models.EntryID]models.EntryID{}, map[models.EntryID]models.EntryID{}}
		var ideas []models.EntryID
		for _, text := range []string{"a", "b", "c", "d", "b"} { // the same text twice: it is not what an idea is
			idea := r.Idea(rt, step.ID, text)
			ideas, texts[idea.ID], now.in[idea.ID], now.parent[idea.ID] = append(ideas, idea.ID), text, "", ""
		}
		var before []mergedReference
		some := func(name string, seen bool) models.EntryID {
			of := slices.DeleteFunc(slices.Clone(ideas), func(id models.EntryID) bool { return (now.in[id] == "") != seen })
			if len(of) == 0 {
				rt.Skip("none")
			}
			return rapid.SampledFrom(of).Draw(rt, name)
		}
		// done plays one command; what changes nothing is nothing to undo.
		done := func(command func() error, expect func(mergedReference) models.ErrorCode) {
			next := now.copied()
			code := expect(next)
			if err := command(); models.CodeOf(err) != code {
				rt.Fatalf("the answer was %v, not %q", err, code)
			}
			if code == "" && fmt.Sprint(next) != fmt.Sprint(now) {
				before, now = append(before, now), next
			}
		}
		rt.Repeat(map[string]func(*rapid.T){
			"merge": func(*rapid.T) {
				into, merged := some("into", true), some("merged", true)
				if into == merged {
					rt.Skip("itself")
				}
				done(func() error {
					_, err := s.Merge(ctx, r.Facilitator, Key(), into, models.MergedIdeas{Ideas: []models.EntryID{merged}})
					return err
				}, func(m mergedReference) models.ErrorCode { return m.merge(into, merged) })
			},
			"nest": func(*rapid.T) {
				idea, above := some("idea", true), some("above", true)
				if rapid.Bool().Draw(rt, "out") {
					above = ""
				}
				done(func() error {
					_, err := s.ChangeEntry(ctx, r.Facilitator, Key(), models.MethodCollect, idea, models.EntryChange{Parent: &above})
					return err
				}, func(m mergedReference) models.ErrorCode { return m.nest(idea, above) })
			},
			"take out": func(*rapid.T) {
				idea := some("idea", false)
				done(func() error {
					_, err := s.TakeOut(ctx, r.Facilitator, Key(), idea)
					return err
				}, func(m mergedReference) models.ErrorCode { return m.takeOut(idea) })
			},
			"undo": func(*rapid.T) {
				if len(before) == 0 {
					rt.Skip("nothing done")
				}
				page, err := s.History(ctx, r.Facilitator, 0, 1)
				must(rt, err)
				must(rt, s.Undo(ctx, r.Facilitator, Key(), page.Entries[0].Revision))
				before, now = append(before, now), before[len(before)-1] // undoing is an entry, too
			},
			"": func(*rapid.T) {
				if got, want := r.Look(rt, models.Participants).mergedSaid(texts), now.said(texts); !slices.Equal(got, want) {
					rt.Fatalf("phones read\n%q\ninstead of\n%q", got, want)
				}
			},
		})
	})
}

// mergedSaid is what the screen says as the reference says it.
func (s *Screen) mergedSaid(texts map[models.EntryID]string) []string {
	var lines []string
	for _, row := range s.rows {
		if idea, is := row.(models.Entry); is {
			lines = append(lines, mergedLine(idea.Text, texts[idea.ParentID], idea.Merged))
		}
	}
	slices.Sort(lines)
	return lines
}
