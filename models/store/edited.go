package store

import (
	"maps"
	"slices"

	"dilna/models"
)

// edit lays the edits over the rows of a record: their texts and order change,
// what is left out gives way to the reason, steps that are no part of the
// minutes go. Who voted and how often does not change.
func (r *record) edit() {
	if len(r.edits) == 0 {
		return
	}
	r.steps = slices.DeleteFunc(edited(r.edits, r.steps, func(s models.Step) string { return string(s.ID) }, r.editStep),
		func(s models.Step) bool { return r.edits[string(s.ID)].Hidden })
	for step, photos := range r.photos {
		r.photos[step] = edited(r.edits, photos, func(p models.Photo) string { return string(p.ID) }, editPhoto)
	}
	reasons := r.topicsLeftOut()
	for at, topics := range r.topics {
		r.topics[at] = edited(r.edits, topics, func(t models.Topic) string { return string(t.ID) }, func(t *models.Topic, e models.Edit) {
			t.Heading = e.Headed(t.Heading)
		})
	}
	for at, entries := range r.rows {
		r.rows[at] = edited(r.edits, entries, func(e models.Entry) string { return string(e.ID) }, func(e *models.Entry, edit models.Edit) {
			if reason := reasons[e.TopicID]; edit.LeftOut == "" && reason != "" {
				edit.LeftOut = reason
			}
			e.Text = edit.Said(e.Text)
			if edit.LeftOut != "" {
				r.saysNoMore(e)
			}
		})
	}
}

// editPhoto leaves of a photo left out the reason.
func editPhoto(p *models.Photo, e models.Edit) {
	if p.Text = e.Said(p.Text); e.LeftOut != "" {
		p.Hash, p.Size = "", 0
	}
}

// saysNoMore leaves of an entry its text.
func (r *record) saysNoMore(e *models.Entry) {
	e.Note, e.Author, e.From, e.Decision, e.Task = "", "", models.MadeOf{}, models.Decision{}, models.Task{}
	e.First, e.Passed = models.Beginning{}, 0
	r.said.leaveOut(e)
}

// edited has the rows in their new order, each as its edit has it.
func edited[Row any](edits map[string]models.Edit, rows []Row, id func(Row) string, edit func(*Row, models.Edit)) []Row {
	rows = models.Ordered(edits, rows, id)
	for i := range rows {
		edit(&rows[i], edits[id(rows[i])])
	}
	return rows
}

// editStep leaves of a step left out its heading and the reason.
func (r *record) editStep(s *models.Step, e models.Edit) {
	s.Heading = e.Headed(s.Heading)
	if e.LeftOut == "" {
		r.editBody(s, e)
		return
	}
	s.Text, s.Prompt, s.Source, s.IdeaLabel, s.Effect = models.LeftOut(e.LeftOut), "", "", "", ""
	deleteOf(r.topics, s.ID)
	deleteOf(r.rows, s.ID)
	delete(r.rounds, s.ID)
	delete(r.combined, s.ID)
	delete(r.photos, s.ID)
}

func (r *record) editBody(s *models.Step, e models.Edit) {
	switch {
	case e.Body == "":
	case s.Method == models.MethodFishbone:
		s.Effect = e.Body
	default:
		s.Text = e.Body
	}
}

// deleteOf takes out the rows of one step.
func deleteOf[Rows any](groups map[spot]Rows, step models.StepID) {
	maps.DeleteFunc(groups, func(at spot, _ Rows) bool { return at.step == step })
}

// topicsLeftOut are the reasons why topics are left out, those under them
// included.
func (r *record) topicsLeftOut() map[models.TopicID]string {
	reasons := map[models.TopicID]string{}
	var walk func(at spot, above string)
	walk = func(at spot, above string) {
		for _, t := range r.topics[at] {
			reason := r.edits[string(t.ID)].LeftOut
			if reason == "" {
				reason = above
			}
			reasons[t.ID] = reason
			walk(spot{step: t.StepID, parent: string(t.ID)}, reason)
		}
	}
	for _, s := range r.steps {
		walk(spot{step: s.ID}, "")
	}
	return reasons
}

// conceal has hidden ideas say nothing: what nobody in the room was to read is
// in no minutes, file or copy. Their places and votes stay.
func (r *record) conceal() {
	for _, entries := range r.rows {
		for at := range entries {
			e := &entries[at]
			if !e.Hidden {
				continue
			}
			if r.edits[string(e.ID)].LeftOut == "" {
				e.Text = models.LeftOutSign
			}
			r.saysNoMore(e)
		}
	}
}

// takeOver has what was made of an entry say of which as the record words that,
// and nothing where the record has it no more: it may be hidden, removed, merged
// into another, or in a step that is no part of the minutes. What comes from
// another workshop says how that worded it.
func (r *record) takeOver() {
	printed, told := map[models.StepID]bool{}, map[models.EntryID]string{}
	for _, s := range r.steps {
		printed[s.ID] = true
	}
	for at, entries := range r.rows {
		for _, e := range entries {
			if printed[at.step] && !e.Hidden {
				told[e.ID] = e.Text
			}
		}
	}
	for _, topics := range r.topics {
		for at := range topics {
			if of := topics[at].FromIdea; of != "" {
				topics[at].From = told[of]
			}
		}
	}
	for _, entries := range r.rows {
		for at := range entries {
			if of := entries[at].From; of.Entry != "" && of.Workshop == "" {
				entries[at].From.Text = told[of.Entry]
			}
		}
	}
}
