package modelstest

import (
	"context"
	"errors"
	"testing"

	"dilna/models"
	"dilna/models/store"
)

// textDoor is one text that two people can be at: how it is changed, from what,
// and the member that the refusal names.
type textDoor struct {
	name   string
	member string
	change func(to string, from models.MadeFrom) error
}

// textDoors are all of them, each standing empty or as "výchozí".
func textDoors(t *testing.T, r *Scene) []textDoor {
	ctx, s, by := context.Background(), r.Store, r.Facilitator
	fish := r.Step(t, models.MethodFishbone)
	cause, err := s.AddEntry(ctx, by, Key(), models.MethodFishbone, fish.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Text: "výchozí"})
	must(t, err)
	step := r.Step(t, models.MethodCollect)
	topic, err := s.AddTopic(ctx, by, Key(), step.ID, models.NewTopic{ID: models.NewID[models.TopicID](), Heading: "výchozí"})
	must(t, err)
	idea := r.Idea(t, step.ID, "výchozí")
	hers, err := s.AddEntry(ctx, r.Seats[0], Key(), models.MethodCollect, step.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Text: "výchozí"})
	must(t, err)
	late := models.NewID[models.LateInputID]()
	round, err := s.AddRound(ctx, by, Key(), step.ID, models.NewRound{ID: models.NewID[models.RoundID](), Dots: 3, PerIdea: 1})
	must(t, err)
	ofStep := func(change func(*models.StepChange, string)) func(string, models.MadeFrom) error {
		return func(to string, from models.MadeFrom) error {
			in := models.StepChange{MadeFrom: from}
			change(&in, to)
			_, err := s.ChangeStep(ctx, by, Key(), step.ID, in)
			return err
		}
	}
	ofIdea := func(by models.Actor, id models.EntryID, change func(*models.EntryChange, string)) func(string, models.MadeFrom) error {
		return func(to string, from models.MadeFrom) error {
			in := models.EntryChange{MadeFrom: from}
			change(&in, to)
			_, err := s.ChangeEntry(ctx, by, Key(), models.MethodCollect, id, in)
			return err
		}
	}
	ofHead := func(change func(*models.HeadChange, string)) func(string, models.MadeFrom) error {
		return func(to string, from models.MadeFrom) error {
			in := models.HeadChange{MadeFrom: from}
			change(&in, to)
			_, err := s.ChangeHead(ctx, by, Key(), in)
			return err
		}
	}
	ofDraft := func(change func(*models.DraftChange, string)) func(string, models.MadeFrom) error {
		return func(to string, from models.MadeFrom) error {
			in := models.DraftChange{MadeFrom: from}
			change(&in, to)
			return s.ChangeDraft(ctx, by, Key(), in)
		}
	}
	return []textDoor{
		{"the heading of a step", "heading", ofStep(func(c *models.StepChange, to string) { c.Heading = &to })},
		{"the question of a step", "prompt", ofStep(func(c *models.StepChange, to string) { c.Prompt = &to })},
		{"the running text of a step", "text", ofStep(func(c *models.StepChange, to string) { c.Text = &to })},
		{"the effect of a fishbone", "effect", ofStep(func(c *models.StepChange, to string) { c.Effect = &to })},
		{"where a step comes from", "source", ofStep(func(c *models.StepChange, to string) { c.Source = &to })},
		{"what ideas are called", "idea_label", ofStep(func(c *models.StepChange, to string) { c.IdeaLabel = &to })},
		{"an idea", "text", ofIdea(by, idea.ID, func(c *models.EntryChange, to string) { c.Text = &to })},
		{"a participant's own idea", "text", ofIdea(r.Seats[0], hers.ID, func(c *models.EntryChange, to string) { c.Text = &to })},
		{"the note on an idea", "note", ofIdea(by, idea.ID, func(c *models.EntryChange, to string) { c.Note = &to })},
		{"the author of an idea", "author", ofIdea(by, idea.ID, func(c *models.EntryChange, to string) { c.Author = &to })},
		{"a cause", "text", func(to string, from models.MadeFrom) error {
			_, err := s.ChangeEntry(ctx, by, Key(), models.MethodFishbone, cause.ID, models.EntryChange{Text: &to, MadeFrom: from})
			return err
		}},
		{"a topic", "heading", func(to string, from models.MadeFrom) error {
			_, err := s.ChangeTopic(ctx, by, Key(), topic.ID, models.TopicChange{Heading: to, MadeFrom: from})
			return err
		}},
		{"the label of a round", "label", func(to string, from models.MadeFrom) error {
			_, err := s.ChangeRound(ctx, by, Key(), round.ID, models.RoundChange{Label: &to, MadeFrom: from})
			return err
		}},
		{"the title", "title", ofHead(func(c *models.HeadChange, to string) { c.Title = &to })},
		{"the place", "place", ofHead(func(c *models.HeadChange, to string) { c.Place = &to })},
		{"who facilitates", "facilitators", ofHead(func(c *models.HeadChange, to string) { c.Facilitators = &[]string{to} })},
		{"who came", "attendance.printed", ofHead(func(c *models.HeadChange, to string) { c.Attendance = &models.Attendance{Printed: to} })},
		{"the introduction of the minutes", "introduction", ofDraft(func(c *models.DraftChange, to string) { c.Introduction = &to })},
		{"the note of the minutes", "note", ofDraft(func(c *models.DraftChange, to string) { c.Note = &to })},
		{"a remark in the minutes", "remarks." + string(step.ID), ofDraft(func(c *models.DraftChange, to string) {
			c.Remarks = map[models.StepID]string{step.ID: to}
		})},
		{"what the minutes print of an idea", "edits." + string(idea.ID) + ".text", ofDraft(func(c *models.DraftChange, to string) {
			c.Edits = map[string]models.Edit{string(idea.ID): {Text: to}}
		})},
		{"a late input", "late_inputs." + string(late) + ".text", ofDraft(func(c *models.DraftChange, to string) {
			c.LateInputs = []models.LateInput{{ID: late, Text: to, Settlement: models.SettlementOpen}}
		})},
	}
}

// twoAtOneText: whoever saves a text over one she has not seen is told both,
// at every door, and nothing has changed.
func twoAtOneText(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	for _, door := range textDoors(t, r) {
		t.Run(door.name, func(t *testing.T) {
			from := func(text string) models.MadeFrom { return models.MadeFrom{door.member: text} }
			must(t, door.change("výchozí", nil))
			must(t, door.change("první píše", from("výchozí")))
			refused := door.change("druhá píše", from("výchozí"))
			want(t, refused, models.CodeChangedSince)
			told, _ := errors.AsType[*models.Error](refused)
			if got := told.Collisions; len(got) != 1 || got[0] != (models.Collision{Name: door.member, Stands: "první píše", Yours: "druhá píše"}) {
				t.Fatalf("the second is told %+v", got)
			}
			want(t, door.change("druhá píše", models.MadeFrom{}), models.CodeChangedSince) // from nothing
			must(t, door.change("první píše", from("výchozí")))                            // both wrote the same
			must(t, door.change("druhá píše", from(" první píše\r\n")))                    // hers is kept, as she chose
		})
	}
}
