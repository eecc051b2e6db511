package store

import (
	"context"
	"slices"
	"strconv"

	"dilna/models"
)

// AddStep adds a step at the end of the agenda, or behind another. Facilitators
// only. Codes: `invalid` for a part that is gone, or of guests, `not-found` for
// the step it was to stand behind.
func (s *Store) AddStep(ctx context.Context, by models.Actor, key models.Key, in models.NewStep) (models.Step, error) {
	if err := firstOf(by.MustFacilitate(), in.Check()); err != nil {
		return models.Step{}, err
	}
	return command(ctx, s, by, key, "add step", in, func(t *tx) (models.Step, error) {
		return t.addNewStep(by, in)
	})
}

// AddSteps adds several steps at the end of the agenda, all or none, as one
// entry of the history. Facilitators only. Codes: those of AddStep.
func (s *Store) AddSteps(ctx context.Context, by models.Actor, key models.Key, in models.NewSteps) error {
	if err := firstOf(by.MustFacilitate(), in.Check()); err != nil {
		return err
	}
	_, err := command(ctx, s, by, key, "add steps", in, func(t *tx) (none, error) {
		for i, step := range in.Steps {
			if _, err := t.addNewStep(by, step); err != nil {
				return none{}, models.Within("steps."+strconv.Itoa(i), err)
			}
		}
		return none{}, nil
	})
	return err
}

func (t *tx) addNewStep(by models.Actor, in models.NewStep) (models.Step, error) {
	step := models.Step{
		Row: models.Row{WorkshopID: by.Workshop}, ID: in.ID, State: models.StepWaiting, PartID: in.Part,
		Method: in.Method, Heading: in.Heading, Prompt: in.Prompt, Origin: in.Origin, Source: in.Source,
	}
	var err error
	if step.Position, err = t.nextPosition(models.PartSteps, by.Workshop, ""); err != nil {
		return step, err
	}
	if err := firstOf(t.mustBePart(by.Workshop, "part", in.Part), t.add(&step)); err != nil || in.After == "" {
		return step, err
	}
	return t.putBehind(step, in.After)
}

// putBehind moves a step to the place behind another.
func (t *tx) putBehind(step models.Step, after models.StepID) (models.Step, error) {
	if _, err := find[models.Step](t, step.WorkshopID, after); err != nil {
		return step, err
	}
	agenda, err := t.siblings(step.WorkshopID, models.PartSteps, whereabouts{})
	if err != nil {
		return step, err
	}
	index := 1 + slices.IndexFunc(agenda, func(s models.Sibling) bool { return s.ID == string(after) })
	if err := t.reorder(step.WorkshopID, models.PartSteps, models.Reordered(agenda, string(step.ID), index)); err != nil {
		return step, err
	}
	return find[models.Step](t, step.WorkshopID, step.ID)
}

// PlanSteps says how long several steps should take, all or none, as one entry
// of the history. Facilitators only. Codes: `invalid`, `not-found`.
func (s *Store) PlanSteps(ctx context.Context, by models.Actor, key models.Key, in models.StepsPlan) error {
	if err := firstOf(by.MustFacilitate(), in.Check()); err != nil {
		return err
	}
	_, err := command(ctx, s, by, key, "plan steps", in, func(t *tx) (none, error) {
		for _, plan := range in.Steps {
			step, err := find[models.Step](t, by.Workshop, plan.Step)
			if err != nil {
				return none{}, err
			}
			step.PlannedMinutes = plan.PlannedMinutes
			if err := t.save(&step); err != nil {
				return none{}, err
			}
		}
		return none{}, nil
	})
	return err
}

// ChangeStep changes a step's texts and settings. Facilitators only. Codes:
// `round-open` for hiding or revealing what people vote on, `changed-since`,
// `step-begun` for giving a step that people have worked on to other people.
func (s *Store) ChangeStep(ctx context.Context, by models.Actor, key models.Key, id models.StepID, change models.StepChange) (models.Step, error) {
	if err := firstOf(by.MustFacilitate(), change.Check()); err != nil {
		return models.Step{}, err
	}
	return command(ctx, s, by, key, "change step "+string(id), change, func(t *tx) (models.Step, error) {
		step, err := find[models.Step](t, by.Workshop, id)
		if err != nil {
			return step, err
		}
		if change.Blind != nil && *change.Blind != step.Blind {
			if err := t.setBlind(&step, *change.Blind); err != nil {
				return step, err
			}
		}
		if change.Part != nil && *change.Part != step.PartID {
			if err := firstOf(step.MayGoTo(), t.mustBePart(by.Workshop, "part", *change.Part)); err != nil {
				return step, err
			}
		}
		before := step.Texts()
		step.Apply(change)
		if err := change.MadeFrom.MustStand(before, step.Texts()); err != nil {
			return step, err
		}
		return step, t.save(&step)
	})
}

// SetStepState opens a step (those it is for go there, the step they come from
// closes), closes it, or takes it back behind the curtain. Facilitators only.
// Codes: those of StepMove.Refuse, `round-open` while people vote in a step that
// would close.
func (s *Store) SetStepState(ctx context.Context, by models.Actor, key models.Key, id models.StepID, in models.StepMove) (models.Step, error) {
	if err := by.MustFacilitate(); err != nil {
		return models.Step{}, err
	}
	run := command[models.Step]
	if in.State == models.StepClosed {
		run = ending
	}
	return run(ctx, s, by, key, "set step state "+string(id), in, func(t *tx) (models.Step, error) {
		w, step, err := t.place(by.Workshop, id)
		if err != nil {
			return step, err
		}
		if err := in.Refuse(step, w); err != nil {
			return step, err
		}
		if err := t.setStepState(&step, in.State); err != nil {
			return step, err
		}
		return step, t.follow(w, step)
	})
}

// SetStepStates opens or closes several steps, all or none: each as SetStepState
// does, whatever it was. Facilitators only. Codes: `round-open`, `not-found`.
func (s *Store) SetStepStates(ctx context.Context, by models.Actor, key models.Key, in models.StepsMove) error {
	if err := firstOf(by.MustFacilitate(), in.Check()); err != nil {
		return err
	}
	run := command[none]
	if in.State == models.StepClosed {
		run = ending
	}
	_, err := run(ctx, s, by, key, "set step states", in, func(t *tx) (none, error) {
		for _, id := range in.Steps {
			w, step, err := t.place(by.Workshop, id)
			if err := firstOf(err, t.setStepState(&step, in.State), t.follow(w, step)); err != nil {
				return none{}, err
			}
		}
		return none{}, nil
	})
	return err
}

func (t *tx) setStepState(step *models.Step, state models.StepState) error {
	if step.State == state {
		return nil
	}
	if step.State == models.StepOpen {
		if err := firstOf(t.mustNotVote(step.WorkshopID, step.ID), t.countAgreements(*step)); err != nil {
			return err
		}
	}
	hides, appears := state == models.StepWaiting, step.State == models.StepWaiting
	before := *step
	step.State, step.Vanished = state, step.Vanished || hides
	if state == models.StepOpen {
		at, err := t.stamp(step.WorkshopID)
		if err != nil {
			return err
		}
		step.Opened = at
	}
	if err := t.save(step); err != nil || !hides && !appears {
		return err
	}
	return t.restamp(before, *step, models.StepParts)
}

// follow moves the screens: to a step that has opened, away from one that
// waits again. A step of a part moves nobody else, and closes the part's own.
func (t *tx) follow(w models.Workshop, step models.Step) error {
	if step.PartID != "" {
		if step.State == models.StepOpen {
			return t.closeOpenSteps(step)
		}
		return nil
	}
	before := w.CurrentStep
	switch {
	case step.State == models.StepOpen:
		w.CurrentStep = step.ID
	case step.State == models.StepWaiting && w.CurrentStep == step.ID:
		w.CurrentStep = ""
	}
	if w.CurrentStep == before {
		return nil
	}
	if err := firstOf(t.closeOpenSteps(step), t.startStep(&w)); err != nil {
		return err
	}
	return t.saveHead(&w)
}

// openBeside are the other open steps that are for the same people.
func (t *tx) openBeside(step models.Step) ([]models.Step, error) {
	var open []models.Step
	err := t.db.Where("workshop_id = ? AND part_id = ? AND state = ? AND NOT removed AND id <> ?",
		step.WorkshopID, step.PartID, models.StepOpen, step.ID).Find(&open).Error
	return open, err
}

// closeOpenSteps closes the step these people come from.
func (t *tx) closeOpenSteps(opened models.Step) error {
	open, err := t.openBeside(opened)
	for i := 0; err == nil && i < len(open); i++ {
		err = t.setStepState(&open[i], models.StepClosed)
	}
	return err
}

// AddTopic adds a named part to a step, or takes one over from an idea of
// another step. Facilitators, and who speaks for the people of the step, only;
// facilitators take over. Codes: `wrong-method`, `too-deep`,
// `not-found` for the step, `invalid` for what the command names.
func (s *Store) AddTopic(ctx context.Context, by models.Actor, key models.Key, step models.StepID, in models.NewTopic) (models.Topic, error) {
	if err := firstOf(by.MustContribute(), in.Check()); err != nil {
		return models.Topic{}, err
	}
	return command(ctx, s, by, key, "add topic "+string(step), in, func(t *tx) (models.Topic, error) {
		by, err := t.leadingIn(by, step)
		if err == nil && in.FromIdea != "" {
			err = by.MustRun()
		}
		if err := firstOf(err, t.takesTopics(by, step)); err != nil {
			return models.Topic{}, err
		}
		return t.addTopic(by, step, in)
	})
}

// AddTopics adds several topics to a step, all or none, as one entry of the
// history. Facilitators only. Codes: those of AddTopic.
func (s *Store) AddTopics(ctx context.Context, by models.Actor, key models.Key, step models.StepID, in models.NewTopics) error {
	if err := firstOf(by.MustFacilitate(), in.Check()); err != nil {
		return err
	}
	_, err := command(ctx, s, by, key, "add topics "+string(step), in, func(t *tx) (none, error) {
		err := t.takesTopics(by, step)
		for i := 0; err == nil && i < len(in.Topics); i++ {
			_, err = t.addTopic(by, step, in.Topics[i])
			err = models.Within("topics."+strconv.Itoa(i), err)
		}
		return none{}, err
	})
	return err
}

// takesTopics refuses a step that has no topics.
func (t *tx) takesTopics(by models.Actor, step models.StepID) error {
	w, row, err := t.place(by.Workshop, step)
	return firstOf(err, by.MustFacilitate(), row.MayContribute(by, w, models.MethodCollect))
}

func (t *tx) addTopic(by models.Actor, step models.StepID, in models.NewTopic) (models.Topic, error) {
	topic := models.Topic{
		Row: models.Row{WorkshopID: by.Workshop}, ID: in.ID, StepID: step, ParentID: in.Parent,
		Heading: in.Heading, FromIdea: in.FromIdea,
	}
	if err := t.fitTopic(&topic); err != nil {
		return topic, err
	}
	return topic, t.add(&topic)
}

// fitTopic finds the topic's parent, its origin and its place at the end.
func (t *tx) fitTopic(topic *models.Topic) error {
	if topic.ParentID != "" {
		parent, err := named[models.Topic](t, topic.WorkshopID, "parent", topic.ParentID)
		if err != nil || parent.StepID != topic.StepID {
			return firstOf(err, unknown("parent"))
		}
		if err := t.mustNotBeDeep(models.PartTopics, topic.WorkshopID, string(topic.ParentID), 1); err != nil {
			return err
		}
	}
	if topic.FromIdea != "" {
		idea, err := named[models.Entry](t, topic.WorkshopID, "from_idea", topic.FromIdea)
		if err != nil {
			return err
		}
		topic.From = idea.Text
		if topic.Heading == "" {
			topic.Heading = idea.Text
		}
	}
	var err error
	topic.Position, err = t.nextPosition(models.PartTopics, topic.WorkshopID, topic.StepID)
	return err
}

// ChangeTopic rewords a topic. Facilitators, and who speaks for the people of its
// step, only. Code `changed-since`.
func (s *Store) ChangeTopic(ctx context.Context, by models.Actor, key models.Key, id models.TopicID, change models.TopicChange) (models.Topic, error) {
	if err := firstOf(by.MustContribute(), change.Check()); err != nil {
		return models.Topic{}, err
	}
	return command(ctx, s, by, key, "change topic "+string(id), change, func(t *tx) (models.Topic, error) {
		topic, err := find[models.Topic](t, by.Workshop, id)
		if err != nil {
			return topic, err
		}
		if _, err := t.mustLead(by, topic.StepID); err != nil {
			return topic, err
		}
		before := topic.Texts()
		topic.Heading = change.Heading
		if err := change.MadeFrom.MustStand(before, topic.Texts()); err != nil {
			return topic, err
		}
		return topic, t.save(&topic)
	})
}
