package rehearsal

import (
	"context"
	"net/http"

	"dilna/models"
)

// mostPassed is how many workshops a promise of a file has stood in at most, for
// those before are made, too.
const mostPassed = 20

// before is what a task was when it was promised in earlier workshops.
type before struct {
	models.PromiseMinutes
	task models.NewEntry // as the last of them worded it
}

// meetingBefore is an earlier workshop: several promises may have stood in it.
type meetingBefore struct {
	models.Meeting
	number int // of the workshops on the way of the promise, from 0
}

type madeBefore struct {
	workshop models.WorkshopID
	step     models.StepID
}

// meetings are the workshops the promise has stood in before this one. The file
// names the first and the last.
func (b *before) meetings() []meetingBefore {
	all := make([]meetingBefore, b.Passed-1)
	for i := range all {
		all[i] = meetingBefore{b.Last, i}
	}
	all[0].Meeting = b.First
	return all
}

// before is what the task goes on with; nil where it goes on with nothing, or the
// API would not take it.
func (p *planner) before(at string, t models.TaskMinutes) *before {
	if t.Promise == nil {
		return nil
	}
	b := &before{PromiseMinutes: *t.Promise, task: models.NewEntry{
		ID: models.NewID[models.EntryID](), Text: t.From, Task: models.Task{Due: t.Promise.Due, DueDate: t.Promise.DueDate},
	}}
	if !p.accepted(at+".promise", &b.task) {
		return nil
	}
	once := b.Passed == 2 && b.First != b.Last
	if once || b.Passed < 2 || b.Passed > mostPassed || b.First.Name == "" || b.Last.Name == "" {
		p.note(at+".promise", p.say.Say("z čeho úkol pokračuje, soubor neříká celé", "the file does not say all of what the task goes on from"))
		return nil
	}
	for _, m := range b.meetings() {
		if !p.accepted(at+".promise", &models.Head{Title: m.Name, Date: m.Date}) {
			return nil
		}
	}
	return b
}

// promiseBefore has the task promised in its earlier workshops, one after another,
// and says what it goes on with.
func (s *stage) promiseBefore(ctx context.Context, b *before) (*models.MadeOf, error) {
	var from *models.MadeOf
	for _, m := range b.meetings() {
		made, err := s.meetBefore(ctx, m)
		if err != nil {
			return nil, err
		}
		task := b.task
		task.ID, task.From = models.NewID[models.EntryID](), from
		if err := s.create(ctx, "/api/workshops/"+string(made.workshop)+"/steps/"+string(made.step)+"/tasks", task); err != nil {
			return nil, err
		}
		from = &models.MadeOf{Workshop: made.workshop, Entry: task.ID}
	}
	return from, nil
}

// meetBefore makes an earlier workshop with a step of tasks, once.
func (s *stage) meetBefore(ctx context.Context, m meetingBefore) (madeBefore, error) {
	if made, known := s.before[m]; known {
		return made, nil
	}
	made := madeBefore{models.NewID[models.WorkshopID](), models.NewID[models.StepID]()}
	head := models.Head{Language: s.plan.head.Language, Programme: s.plan.head.Programme, Group: s.plan.head.Group, Title: m.Name, Date: m.Date}
	if err := s.create(ctx, "/api/workshops", models.NewWorkshop{ID: made.workshop, Template: "empty", Head: head}); err != nil {
		return made, err
	}
	step := models.NewStep{ID: made.step, Method: models.MethodTasks, Heading: m.Name}
	if err := s.create(ctx, "/api/workshops/"+string(made.workshop)+"/steps", step); err != nil {
		return made, err
	}
	s.before[m] = made
	return made, nil
}

// create sends what makes something outside the workshop that is played.
func (s *stage) create(ctx context.Context, path string, body any) error {
	c, err := newCommand(sortSteering, http.MethodPost, path, body)
	if err != nil {
		return err
	}
	_, err = s.facilitator.device.send(ctx, c)
	return err
}
