package store

import (
	"context"
	"crypto/rand"

	"dilna/models"
)

// Import stores a record as a new workshop and returns its id. A record with
// content is a meeting that has ended; an agenda without is one to come. Only
// the operator imports; coordinators then see the workshop.
func (s *Store) Import(ctx context.Context, m models.Minutes) (models.WorkshopID, error) {
	id := models.NewID[models.WorkshopID]()
	err := s.writer.do(ctx, id, func(t *tx) error {
		_, err := t.addRecord(id, m)
		return err
	})
	return id, err
}

// ImportFor stores a record as Import does, under the id given; whoever brings
// it becomes its facilitator. Code `id-taken`.
func (s *Store) ImportFor(ctx context.Context, by models.Account, key models.Key, id models.WorkshopID, m models.Minutes) (models.Workshop, error) {
	actor := models.Actor{Role: by.Role, Account: by.ID, Workshop: id}
	return command(ctx, s, actor, key, "import workshop", m, func(t *tx) (models.Workshop, error) {
		w, err := t.addRecord(id, m)
		if err != nil {
			return w, err
		}
		return w, t.db.Create(&grant{WorkshopID: id, AccountID: by.ID, Founder: true}).Error
	})
}

func (t *tx) addRecord(id models.WorkshopID, m models.Minutes) (models.Workshop, error) {
	state := models.WorkshopPrepared
	if m.HasContent() {
		state = models.WorkshopEnded
	}
	w, err := t.addWorkshop(models.Workshop{
		ID: id, State: state, Head: m.Head, Feedback: models.Feedback{Questions: m.Feedback.Asks()}, Admission: m.Admission.Agenda(),
		Came: m.Admission.Counted(),
	}, m.Divisions, m.FullSteps())
	return w, firstOf(err, t.addFeedback(w, m.Feedback), t.addOffice(w.ID, m.Office))
}

// addWorkshop writes a whole workshop under a code of its own, every row at its
// first revision.
func (t *tx) addWorkshop(w models.Workshop, divided []models.DivisionMinutes, steps []models.FullStep) (models.Workshop, error) {
	w.Code, w.DoorToken, w.WallToken, w.Hands = models.NewCode(), models.NewID[string](), rand.Text(), 1
	if err := t.db.Create(&w).Error; err != nil {
		return w, err
	}
	if err := t.writeHead(&w); err != nil {
		return w, err
	}
	divisions := make([]models.Division, len(divided))
	for i, m := range divided {
		divisions[i] = m.Division()
		divisions[i].Row = models.Row{WorkshopID: w.ID, Position: i + 1}
		if err := t.add(&divisions[i]); err != nil {
			return w, err
		}
	}
	for i, full := range steps {
		full.Step.PartID = models.PartAt(divisions, full.Parts.Part)
		if err := t.addStep(w, i+1, full, divisions); err != nil {
			return w, err
		}
	}
	return w, nil
}

func (t *tx) addStep(w models.Workshop, position int, full models.FullStep, divisions []models.Division) error {
	step, m := full.Step, full.Parts
	step.Row, step.ID = models.Row{WorkshopID: w.ID, Position: position}, models.NewID[models.StepID]()
	step.State = models.StepWaiting
	if w.State == models.WorkshopEnded {
		step.State = models.StepClosed
	}
	if err := t.add(&step); err != nil {
		return err
	}
	a := adder{tx: t, step: step, from: full.From, divisions: divisions}
	a.rounds(m)
	a.ideas("", "", m.Ideas)
	a.topics("", m.Topics)
	a.causes("", m.Causes)
	a.decisions("", m.Decisions)
	a.tasks("", m.Tasks)
	a.ruled(m)
	a.combinations(m)
	a.photos(m)
	return a.err
}

// adder writes the rows of one step; after the first error it does nothing.
type adder struct {
	tx        *tx
	step      models.Step
	from      models.MadeOf // the workshop it all comes from, if it is a copy
	divisions []models.Division
	position  int
	roundIDs  []models.RoundID
	order     []models.EntryID // ideas in reading order: what ballots count by
	decided   []models.EntryID // decisions in reading order
	err       error
}

// row is the next place in the step.
func (a *adder) row() models.Row {
	a.position++
	return models.Row{WorkshopID: a.step.WorkshopID, Position: a.position}
}

func (a *adder) add(row stamped) {
	if a.err == nil {
		a.err = a.tx.add(row)
	}
}

func (a *adder) rounds(m models.StepMinutes) {
	for i, r := range m.Rounds {
		round := models.Round{
			Row: a.row(), ID: models.NewID[models.RoundID](), StepID: a.step.ID, State: models.RoundPrepared, Imported: m.WasVoted(i),
			Label: r.Label, CastBy: r.CastBy, Voters: r.Voters, Partial: r.Partial,
			Parts: models.PartsAt(a.divisions, r.Parts), ByPart: models.DivisionAt(a.divisions, r.ByPart), Nested: r.Nested, Proposals: r.Proposals,
		}
		round.Follow(r.Followed())
		if round.Imported {
			round.State, round.Revealed = models.RoundClosed, !r.Unrevealed
		}
		if round.Revealed {
			round.ShownFrom = 1
		}
		a.roundIDs = append(a.roundIDs, round.ID)
		a.add(&round)
	}
}

func (a *adder) topics(parent models.TopicID, topics []models.TopicMinutes) {
	for _, m := range topics {
		topic := models.Topic{
			Row: a.row(), ID: models.NewID[models.TopicID](), StepID: a.step.ID, ParentID: parent, Heading: m.Heading, From: m.From,
		}
		a.add(&topic)
		a.ideas(topic.ID, "", m.Ideas)
		a.topics(topic.ID, m.Topics)
	}
}

func (a *adder) ideas(topic models.TopicID, parent models.EntryID, ideas []models.IdeaMinutes) {
	for _, m := range ideas {
		idea := a.entry(models.MethodCollect, parent, m.Text)
		idea.TopicID, idea.Marked, idea.Chosen, idea.Note, idea.Author = topic, m.Marked, m.Chosen, m.Note, m.Author
		idea.Proposed, idea.Agreed = m.Proposed, m.Agreed
		idea.MergedBefore, idea.From = m.Merged, a.comesFrom(m.Row, m.Text, m.From)
		a.order = append(a.order, idea.ID)
		a.add(&idea)
		a.totals(idea.ID, m.Votes)
		a.wordings(idea.ID, m.HeldOn)
		a.ideas(topic, idea.ID, m.Ideas)
	}
}

func (a *adder) totals(idea models.EntryID, votes []*int) {
	for i, points := range votes {
		if a.err == nil {
			a.err = a.tx.db.Create(&models.Total{
				WorkshopID: a.step.WorkshopID, RoundID: a.roundIDs[i], EntryID: idea, Points: points,
			}).Error
		}
	}
}

// wordings are what the rounds were held on: what the file says besides the
// text, and the text where it says nothing.
func (a *adder) wordings(entry models.EntryID, held func(round int) []string) {
	for round, id := range a.roundIDs {
		for i, text := range held(round) {
			if a.err == nil {
				a.err = a.tx.db.Create(&votedWording{
					WorkshopID: a.step.WorkshopID, RoundID: id, EntryID: entry, Number: i + 1, Text: text,
				}).Error
			}
		}
	}
}

// comesFrom is what an entry was made of: in a copy the row it was copied from, which
// was worded as it is; else what the file says.
func (a *adder) comesFrom(row models.EntryID, text, from string) models.MadeOf {
	if a.from.Workshop == "" || row == "" {
		return models.MadeOf{Text: from}
	}
	copied := a.from
	copied.Entry, copied.Text = row, text
	return copied
}

// entry is the next entry of the step.
func (a *adder) entry(method models.Method, parent models.EntryID, text string) models.Entry {
	return models.Entry{Row: a.row(), ID: models.NewID[models.EntryID](), StepID: a.step.ID, Method: method, ParentID: parent, Text: text}
}

func (a *adder) causes(parent models.EntryID, causes []models.CauseMinutes) {
	for _, m := range causes {
		cause := a.entry(models.MethodFishbone, parent, m.Text)
		cause.Note, cause.From = m.Note, a.comesFrom(m.Row, m.Text, m.From)
		a.add(&cause)
		a.causes(cause.ID, m.Causes)
	}
}

func (a *adder) decisions(parent models.EntryID, decisions []models.DecisionMinutes) {
	for _, m := range decisions {
		decision := a.entry(models.MethodDecisions, parent, m.Text)
		decision.Decision, decision.Note, decision.From.Text = m.Decision, m.Note, m.From
		a.decided = append(a.decided, decision.ID)
		a.add(&decision)
		a.decisions(decision.ID, m.Decisions)
	}
}

func (a *adder) tasks(parent models.EntryID, tasks []models.TaskMinutes) {
	for _, m := range tasks {
		task := a.entry(models.MethodTasks, parent, m.Text)
		task.Task, task.Note, task.From.Text = m.Task, m.Note, m.From
		task.TakeUp(m.Promise)
		a.add(&task)
		a.tasks(task.ID, m.Tasks)
	}
}
