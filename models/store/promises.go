package store

import (
	"context"
	"slices"
	"time"

	"gorm.io/gorm"

	"dilna/models"
)

// meetings are, in SQL, workshops of which promises are told: neither removed nor
// rehearsals.
const meetings = "removed_at = 0 AND rehearsal_of = ''"

// newest says, in SQL, that an entry e is a task its promise has not gone on
// from: no other meeting has a later row of it.
const newest = `e.method = 'tasks' AND NOT e.removed AND NOT e.hidden AND NOT EXISTS (
	SELECT 1 FROM entries l JOIN workshops w ON w.id = l.workshop_id
	WHERE l.first_entry <> ''
		AND l.first_workshop = CASE e.first_entry WHEN '' THEN e.workshop_id ELSE e.first_workshop END
		AND l.first_entry = CASE e.first_entry WHEN '' THEN e.id ELSE e.first_entry END
		AND l.passed > e.passed AND NOT l.removed AND w.removed_at = 0 AND w.rehearsal_of = '')`

const undone = "e.state IN ('', 'open', 'moved')"

// Promises is a page of what was promised in all workshops the account may run,
// each as it stands in the newest of them; what has gone on to a workshop that is
// not its to see is not among it. Code `invalid`.
func (s *Store) Promises(ctx context.Context, by models.Account, q models.PromiseQuery) (models.PromisePage, error) {
	if err := q.Check(); err != nil {
		return models.PromisePage{}, err
	}
	all, err := s.promised(ctx, by, q)
	return q.PageOf(all, s.now()), err
}

// PromiseList is Promises without pages, to be downloaded.
func (s *Store) PromiseList(ctx context.Context, by models.Account, q models.PromiseQuery) (models.PromiseList, error) {
	if err := q.Check(); err != nil {
		return models.PromiseList{}, err
	}
	all, err := s.promised(ctx, by, q)
	return models.PromiseList{Promises: q.Of(all, s.now()), Made: s.now()}, err
}

func (s *Store) promised(ctx context.Context, by models.Account, q models.PromiseQuery) (all []models.Promise, err error) {
	err = s.read(ctx, func(db *gorm.DB) error {
		query := db.Table("entries AS e").Where("e.workshop_id IN (?)", visible(db.Model(&models.Workshop{}), by).Where(meetings).Select("id")).Where(newest)
		if !q.Settled() {
			query = query.Where(undone)
		}
		var rows []models.Entry
		if err := query.Select("e.*").Order("e.workshop_id, e.position, e.id").Find(&rows).Error; err != nil {
			return err
		}
		all, err = s.promisesOf(db, by, rows)
		return err
	})
	return all, err
}

// promisesOf are the rows as promises, in order.
func (s *Store) promisesOf(db *gorm.DB, by models.Account, rows []models.Entry) ([]models.Promise, error) {
	called, err := s.called(db, by)
	today := s.now().Format(time.DateOnly)
	all := make([]models.Promise, len(rows))
	for i, row := range rows {
		begun := row.Promise()
		first, known := called[begun.Workshop]
		if !known || begun.Workshop == row.WorkshopID && row.Passed > 0 {
			first = models.Called{Title: begun.Name, Date: begun.Date}
		}
		all[i] = models.Promise{
			Workshop: called[row.WorkshopID], Task: row.ID, Told: row.Told(), First: first, Passed: row.Stood(), Late: row.IsLate(today), Begun: begun,
		}
	}
	slices.SortStableFunc(all, models.Promise.Compare)
	return all, err
}

// called is what the meetings are called that the account may run.
func (s *Store) called(db *gorm.DB, by models.Account) (map[models.WorkshopID]models.Called, error) {
	var all []models.Called
	err := visible(db.Model(&models.Workshop{}), by).Where(meetings).Find(&all).Error
	called := make(map[models.WorkshopID]models.Called, len(all))
	for _, w := range all {
		called[w.ID] = w
	}
	return called, err
}

// OfferedPromises are what the workshop may go on with: what is still to be done
// of what earlier meetings of the same programme and group promised, of those the
// actor may run. Facilitators only.
func (s *Store) OfferedPromises(ctx context.Context, by models.Actor) (models.Promises, error) {
	offered := models.Promises{Promises: []models.Promise{}}
	if err := by.MustFacilitate(); err != nil {
		return offered, err
	}
	err := s.read(ctx, func(db *gorm.DB) error {
		rows, err := offeredTo(db, by)
		if err != nil {
			return err
		}
		offered.Promises, err = s.promisesOf(db, models.Account{ID: by.Account, Role: by.Role}, rows)
		return err
	})
	return offered, err
}

// offeredTo are the tasks a workshop may go on with. A meeting is earlier that has
// begun and is not of a later day; a workshop without a group has none before it.
func offeredTo(db *gorm.DB, by models.Actor) (rows []models.Entry, err error) {
	var w models.Workshop
	if err := db.Where("id = ?", by.Workshop).Take(&w).Error; err != nil || w.Head.Programme+w.Head.Group == "" {
		return nil, err
	}
	earlier := visible(db.Model(&models.Workshop{}), models.Account{ID: by.Account, Role: by.Role}).Where(meetings).
		Where("id <> ? AND state <> ? AND programme = ? AND group_name = ?", w.ID, models.WorkshopPrepared, w.Head.Programme, w.Head.Group).
		Select("id")
	if w.Head.Date != "" {
		earlier = earlier.Where("date <= ?", w.Head.Date) // one without a day is earlier
	}
	err = db.Table("entries AS e").Where("e.workshop_id IN (?)", earlier).Where(newest).Where(undone).
		Select("e.*").Order("e.workshop_id, e.position, e.id").Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return rows, err
	}
	var here []models.Entry
	err = db.Where("workshop_id = ? AND method = 'tasks' AND NOT removed", w.ID).Find(&here).Error
	return slices.DeleteFunc(rows, func(row models.Entry) bool {
		return slices.ContainsFunc(here, func(e models.Entry) bool { return e.IsOnePromiseWith(row) })
	}), err
}

// AddPromises makes a step of tasks at the beginning of the agenda and goes on
// there with what was promised before, all or none, as one entry of the history.
// A task under another that goes on too stands under that one again. Facilitators
// of all workshops named only. Codes: `invalid`, `not-found`, `id-taken`,
// those of goOn.
func (s *Store) AddPromises(ctx context.Context, by models.Actor, key models.Key, in models.NewPromises) (models.Step, error) {
	if err := firstOf(by.MustFacilitate(), in.Check()); err != nil {
		return models.Step{}, err
	}
	return command(ctx, s, by, key, "add promises", in, func(t *tx) (models.Step, error) {
		var offered []models.Entry
		if in.All {
			var err error
			if offered, err = offeredTo(t.db, by); err != nil {
				return models.Step{}, err
			}
		}
		return t.addPromises(by, in, offered)
	})
}

// addPromises adds the step with the tasks that are named, or all that are offered.
func (t *tx) addPromises(by models.Actor, in models.NewPromises, offered []models.Entry) (models.Step, error) {
	step := models.Step{
		Row: models.Row{WorkshopID: by.Workshop}, ID: in.Step, State: models.StepWaiting,
		Method: models.MethodTasks, Heading: in.Heading, Prompt: in.Prompt,
	}
	err := t.db.Model(&models.Step{}).Where("workshop_id = ?", by.Workshop).Select("COALESCE(MIN(position), 2) - 1").Row().Scan(&step.Position)
	if err := firstOf(err, t.add(&step)); err != nil {
		return step, err
	}
	for _, row := range offered {
		in.Tasks = append(in.Tasks, models.GoingOn{ID: models.NewID[models.EntryID](), Workshop: row.WorkshopID, Entry: row.ID})
	}
	return step, t.goOnWith(by, step, in.Tasks)
}

// goOnWith goes on in a step with tasks of other workshops, each after the one it
// stands under.
func (t *tx) goOnWith(by models.Actor, step models.Step, tasks []models.GoingOn) error {
	rows := make([]models.Entry, len(tasks))
	for i, task := range tasks {
		if _, err := t.toRun(by, task.Workshop); err != nil {
			return err
		}
		row, err := named[models.Entry](t, task.Workshop, "tasks", task.Entry)
		if err == nil && (row.Hidden || row.Method != models.MethodTasks) {
			err = unknown("tasks")
		}
		if err != nil {
			return err
		}
		rows[i] = row
	}
	added := map[models.EntryID]bool{}
	var add func(i int) error
	add = func(i int) error {
		var parent models.EntryID
		for j, above := range rows {
			if above.WorkshopID == rows[i].WorkshopID && above.ID == rows[i].ParentID && j != i {
				parent = tasks[j].ID
				if err := add(j); err != nil {
					return err
				}
			}
		}
		if added[tasks[i].ID] {
			return nil
		}
		added[tasks[i].ID] = true
		_, err := t.addEntry(by, step, rows[i].GoingOn(tasks[i].ID, parent), false)
		return err
	}
	for i := range rows {
		if err := add(i); err != nil {
			return err
		}
	}
	return nil
}

// goOn makes a new task one promise with that of another workshop which it is made
// of. Codes: `promise-settled` where there is nothing left to be done,
// `promise-here` where the promise stands in this workshop already,
// `promise-gone-on` where it stands in a later one than that; `invalid` for what
// was promised in a rehearsal only.
func (t *tx) goOn(by models.Actor, entry *models.Entry, last models.Entry, in models.Workshop) error {
	here, err := t.workshop(by.Workshop)
	switch {
	case err != nil:
		return err
	case in.RehearsalOf != "" && here.RehearsalOf == "":
		return unknown("from")
	case !last.IsOpen():
		return models.Fail(models.KindConflict, models.CodePromiseSettled)
	}
	entry.GoOnWith(last, in.Head)
	same, err := t.samePromise(by.Workshop, last)
	if err != nil {
		return err
	}
	if len(same) > 0 {
		return models.Fail(models.KindConflict, models.CodePromiseHere)
	}
	var rows int64
	err = t.db.Table("entries AS e").Where("e.workshop_id = ? AND e.id = ?", last.WorkshopID, last.ID).Where(newest).Count(&rows).Error
	if err == nil && rows == 0 && here.RehearsalOf == "" {
		return models.Fail(models.KindConflict, models.CodePromiseGoneOn)
	}
	return err
}

// samePromise are the tasks of a workshop that are one promise with another.
func (t *tx) samePromise(w models.WorkshopID, other models.Entry) (same []models.Entry, err error) {
	err = t.db.Where("workshop_id = ? AND method = 'tasks' AND NOT removed", w).Find(&same).Error
	return slices.DeleteFunc(same, func(e models.Entry) bool { return !e.IsOnePromiseWith(other) }), err
}

// promisesHold refuses, with `promise-here`, to bring back a second row of one
// promise.
func (t *tx) promisesHold(w models.WorkshopID) error {
	var twice int64
	err := t.db.Raw(`SELECT COUNT(*) FROM (SELECT first_workshop, first_entry FROM entries
		WHERE workshop_id = ? AND method = 'tasks' AND NOT removed AND first_entry <> ''
		GROUP BY first_workshop, first_entry HAVING COUNT(*) > 1) AS twice`, w).Row().Scan(&twice)
	if err == nil && twice > 0 {
		return models.Fail(models.KindConflict, models.CodePromiseHere)
	}
	return err
}

// Story is what became of a task of the workshop, the oldest first, in the meetings
// the actor may run. Facilitators only. Code `not-found`.
func (s *Store) Story(ctx context.Context, by models.Actor, task models.EntryID) (models.Story, error) {
	story := models.Story{Story: []models.Chapter{}}
	if err := by.MustFacilitate(); err != nil {
		return story, err
	}
	err := s.read(ctx, func(db *gorm.DB) error {
		var row models.Entry
		if err := db.Where("workshop_id = ? AND id = ? AND method = 'tasks' AND NOT removed", by.Workshop, task).Take(&row).Error; err != nil {
			return err
		}
		called, err := s.called(db, models.Account{ID: by.Account, Role: by.Role})
		if err != nil {
			return err
		}
		begun := row.Promise()
		var rows []models.Entry
		err = db.Where("method = 'tasks' AND NOT removed AND NOT hidden").
			Where("(first_entry <> '' AND first_workshop = @w AND first_entry = @e) OR (workshop_id = @w AND id = @e)",
				map[string]any{"w": begun.Workshop, "e": begun.Entry}).
			Order("passed, workshop_id, id").Find(&rows).Error
		for _, r := range rows {
			if w, known := called[r.WorkshopID]; known {
				story.Story = append(story.Story, models.Chapter{Workshop: w, Told: r.Told()})
			}
		}
		return err
	})
	return story, err
}
