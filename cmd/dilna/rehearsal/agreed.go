package rehearsal

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"dilna/models"
	"dilna/models/voting"
)

// plannedAgreed is a decision or a task to be written down, with those under it.
type plannedAgreed struct {
	file   *models.DecisionMinutes // nil: a task
	voted  *plannedIdea            // what it is to the rounds of its step
	add    models.NewEntry
	from   string // the wording of what it is made of, as the API keeps it
	before *before
	parent *plannedAgreed
	under  []*plannedAgreed
	added  bool
}

func (p *planner) decisions(path string, in []models.DecisionMinutes, parent *plannedAgreed) []*plannedAgreed {
	var all []*plannedAgreed
	for n, d := range in {
		at := fmt.Sprintf("%s[%d]", path, n)
		if one := p.agreed(at, models.NewEntry{Text: d.Text, Note: d.Note, Decision: d.Decision}, d.From, parent); one != nil {
			one.file, one.voted = &in[n], &plannedIdea{id: one.add.ID, source: &models.IdeaMinutes{}, row: models.IdeaMinutes{Text: one.add.Text}}
			one.under = p.decisions(at+".decisions", d.Decisions, one)
			p.noteVoted(at, d.Voted)
			all = append(all, one)
		}
	}
	return all
}

func (p *planner) tasks(path string, in []models.TaskMinutes, parent *plannedAgreed) []*plannedAgreed {
	var all []*plannedAgreed
	for n, t := range in {
		at := fmt.Sprintf("%s[%d]", path, n)
		before, from := p.before(at, t), t.From
		if before != nil {
			from = ""
		}
		if one := p.agreed(at, models.NewEntry{Text: t.Text, Note: t.Note, Task: t.Task}, from, parent); one != nil {
			if before != nil {
				one.before, one.from = before, before.task.Text
			}
			one.under = p.tasks(at+".tasks", t.Tasks, one)
			all = append(all, one)
		}
	}
	return all
}

// agreed is one of them; nil where the API would not take it.
func (p *planner) agreed(at string, add models.NewEntry, from string, parent *plannedAgreed) *plannedAgreed {
	one := &plannedAgreed{add: add, parent: parent}
	one.add.ID = models.NewID[models.EntryID]()
	if one.add.From = p.madeOf(at, from); one.add.From != nil {
		one.from = from
	}
	if !p.accepted(at, &one.add) {
		return nil
	}
	p.tidy(add.Text, one.add.Text)
	return one
}

// addAgreed has the facilitator write them down, one after another.
func (s *stage) addAgreed(ctx context.Context, step *plannedStep) error {
	part := step.row.Method.Entries()
	path := "/steps/" + string(step.id) + "/" + string(part)
	var last *sight
	start, sent := time.Now(), 0
	for _, one := range allAgreed(nil, step.agreed) {
		if one.parent != nil {
			if !one.parent.added {
				continue
			}
			one.add.Parent = one.parent.add.ID
		}
		if one.before != nil {
			var err error
			if one.add.From, err = s.promiseBefore(ctx, one.before); err != nil {
				return err
			}
		}
		a, err := s.steer(ctx, http.MethodPost, path, one.add)
		if err != nil {
			if err := s.tolerate(err); err != nil {
				return err
			}
			continue
		}
		one.added = true
		if one.voted != nil {
			one.voted.added = true
		}
		sent++
		if last, err = s.expect(part, a); err != nil {
			return err
		}
	}
	s.report.ideas(sent, time.Since(start))
	return s.await(ctx, last)
}

// allAgreed is every one, each before those under it.
func allAgreed(read, all []*plannedAgreed) []*plannedAgreed {
	for _, one := range all {
		read = allAgreed(append(read, one), one.under)
	}
	return read
}

// expectedDecisions are the decisions with what the rounds on them have written
// into them.
func expectedDecisions(all []*plannedAgreed, rounds []*plannedRound) []models.DecisionMinutes {
	var decisions []models.DecisionMinutes
	for _, one := range all {
		if !one.added {
			continue
		}
		m := models.DecisionMinutes{
			Text: one.add.Text, Decision: one.add.Decision, Note: one.add.Note, From: one.from, Decisions: expectedDecisions(one.under, rounds),
		}
		for _, r := range rounds {
			if r.closed {
				m.Decision.Count(r.details[one.voted])
			}
		}
		decisions = append(decisions, m)
	}
	return decisions
}

// mayDecide says whether the API holds the round on decisions: a choice, on phones.
func (p *planner) mayDecide(r *plannedRound) bool {
	decides := r.rule().Name == voting.Choice && r.file.CastBy != models.CastTyped
	if !decides {
		p.note(r.path, p.say.Say("kolo o rozhodnutích, které se na telefonech nehlasuje", "a round on decisions that is not voted in on phones"))
	}
	return decides
}

func expectedTasks(all []*plannedAgreed) []models.TaskMinutes {
	var tasks []models.TaskMinutes
	for _, one := range all {
		if one.added {
			task := models.TaskMinutes{Text: one.add.Text, Task: one.add.Task, Note: one.add.Note, From: one.from, Tasks: expectedTasks(one.under)}
			if one.before != nil {
				task.Promise = &one.before.PromiseMinutes
			}
			tasks = append(tasks, task)
		}
	}
	return tasks
}

// canonicalTasks are tasks without the state that is the usual one.
func canonicalTasks(tasks []models.TaskMinutes) []models.TaskMinutes {
	var all []models.TaskMinutes
	for _, t := range tasks {
		t.State, t.Tasks = unless(t.State, models.TaskOpen), canonicalTasks(t.Tasks)
		all = append(all, t)
	}
	return all
}
