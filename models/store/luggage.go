package store

import (
	"slices"

	"dilna/models"
)

// luggage is what goes from a workshop into the next meeting, besides its agenda.
type luggage struct {
	*tx
	in    models.Luggage
	of    models.WorkshopID
	by    models.Actor    // in the next meeting
	steps []models.StepID // of the workshop, in order
	made  []models.Step   // what became of them
}

// unpack brings all of it: promises first, so that what is among them comes once.
func (l *luggage) unpack() error {
	err := l.db.Where("workshop_id = ?", l.by.Workshop).Order("position, id").Find(&l.made).Error
	for _, bring := range []func() error{l.promises, l.wholeSteps, l.best, l.entries} {
		if err == nil {
			err = bring()
		}
	}
	return err
}

// madeOf is what became of a step.
func (l *luggage) madeOf(member string, step models.StepID) (models.Step, error) {
	at := slices.Index(l.steps, step)
	if at < 0 {
		return models.Step{}, unknown(member)
	}
	return l.made[at], nil
}

// promises are, where all are meant, what the workshop leaves open and what it
// would be offered itself.
func (l *luggage) promises() error {
	if l.in.Promises == nil {
		return nil
	}
	var open []models.Entry
	if l.in.Promises.All {
		there := l.by
		there.Workshop = l.of
		var err error
		if open, err = offeredTo(l.db, there); err != nil {
			return err
		}
		own, err := l.openTasks("")
		if err != nil {
			return err
		}
		open = append(open, own...)
	}
	_, err := l.addPromises(l.by, *l.in.Promises, open)
	return err
}

// openTasks are what the workshop, or one step of it, leaves open.
func (l *luggage) openTasks(step models.StepID) (tasks []models.Entry, err error) {
	err = l.db.Table("entries AS e").Where("e.workshop_id = ? AND (? = '' OR e.step_id = ?)", l.of, step, step).Where(newest).Where(undone).
		Select("e.*").Order("e.position, e.id").Find(&tasks).Error
	return tasks, err
}

// wholeSteps bring their tasks: the rest came with the steps.
func (l *luggage) wholeSteps() error {
	for _, id := range l.in.Steps {
		step, err := l.madeOf("bring.steps", id)
		if err != nil {
			return err
		}
		open, err := l.openTasks(id)
		if err != nil {
			return err
		}
		var tasks []models.GoingOn
		for _, task := range open {
			if here, err := l.isHere(task); err != nil {
				return err
			} else if !here {
				tasks = append(tasks, models.GoingOn{ID: models.NewID[models.EntryID](), Workshop: l.of, Entry: task.ID})
			}
		}
		step.Method = models.MethodTasks
		if err := l.goOnWith(l.by, step, tasks); err != nil {
			return err
		}
	}
	return nil
}

// isHere says whether a task goes on in the next meeting already.
func (l *luggage) isHere(task models.Entry) (bool, error) {
	same, err := l.samePromise(l.by.Workshop, task)
	return len(same) > 0, err
}

// best brings the best ideas of steps into what became of these.
func (l *luggage) best() error {
	if l.in.Best == nil {
		return nil
	}
	for _, id := range l.in.Best.Steps {
		from, err := named[models.Step](l.tx, l.of, "bring.best.steps", id)
		if err != nil {
			return err
		}
		best, err := l.bestOf(from, *l.in.Best)
		if err != nil {
			return err
		}
		for _, idea := range best {
			if err := l.bringOne(models.BroughtAlong{ID: models.NewID[models.EntryID](), Entry: idea.ID}); err != nil {
				return err
			}
		}
	}
	return nil
}

func (l *luggage) entries() error {
	for _, one := range l.in.Entries {
		if err := l.bringOne(one); err != nil {
			return err
		}
	}
	return nil
}

// bringOne brings an entry, in its own step into its topic if that came along, too.
func (l *luggage) bringOne(one models.BroughtAlong) error {
	of, err := named[models.Entry](l.tx, l.of, "bring.entries", one.Entry)
	if err == nil && of.Hidden {
		err = unknown("bring.entries")
	}
	if err != nil {
		return err
	}
	if one.Step == "" {
		one.Step = of.StepID
	}
	step, err := l.madeOf("bring.entries", one.Step)
	if err != nil {
		return err
	}
	if of.Method == models.MethodTasks && step.Method == models.MethodTasks {
		return l.goOnWith(l.by, step, []models.GoingOn{{ID: one.ID, Workshop: l.of, Entry: of.ID}})
	}
	topic, err := l.topicLike(of, step)
	return firstOf(err, l.bring(l.by, step, topic, one.ID, of))
}

// topicLike is the topic of the step that is called as that of the entry.
func (l *luggage) topicLike(of models.Entry, step models.Step) (models.TopicID, error) {
	var topics []models.Topic
	if of.TopicID == "" {
		return "", nil
	}
	err := l.db.Where("workshop_id = ? AND step_id = ? AND NOT removed", l.by.Workshop, step.ID).
		Where("heading = (SELECT heading FROM topics WHERE workshop_id = ? AND id = ?)", l.of, of.TopicID).
		Order("position, id").Limit(1).Find(&topics).Error
	if err != nil || len(topics) == 0 {
		return "", err
	}
	return topics[0].ID, nil
}
