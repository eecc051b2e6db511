package rehearsal

import (
	"context"
	"net/http"
	"slices"
	"time"

	"dilna/models"
)

// plannedFeedback is what people are asked when the workshop has ended, and what
// they say.
type plannedFeedback struct {
	questions []models.Question
	people    []*plannedAnswers
}

// plannedAnswers are all that one person says.
type plannedAnswers struct {
	say   models.MyFeedback
	added bool
}

// feedback reads what was asked and answered. Which answers belong to one person
// a file does not know: they are dealt, so that everybody says something.
func (p *planner) feedback(file *models.FeedbackMinutes) {
	if file == nil {
		return
	}
	questions := file.Asks()
	if !p.accepted("feedback", &models.NewQuestions{Questions: questions}) {
		return
	}
	f := &plannedFeedback{questions: questions}
	for range file.Answered {
		f.people = append(f.people, &plannedAnswers{say: models.MyFeedback{Seq: 1}})
	}
	turn := 0
	for n, question := range questions {
		answers := answersTo(question.ID, file.Questions[n])
		if question.Off && len(answers) > 0 {
			p.note("feedback", p.say.Say("odpovědi na otázku „%s“, která se neklade", "answers to the question “%s”, which is not asked", question.Text))
			continue
		}
		for _, answer := range answers {
			one := f.people[turn%len(f.people)]
			one.say.Answers = append(one.say.Answers, answer)
			turn++
		}
	}
	f.people = slices.DeleteFunc(f.people, func(one *plannedAnswers) bool {
		return len(one.say.Answers) == 0 || !p.accepted("feedback", &one.say)
	})
	if silent := file.Answered - len(f.people); silent > 0 {
		p.note("feedback", p.say.Say("%s, z jejichž odpovědí v souboru žádná není", "%s none of whose answers is in the file",
			p.say.Count(silent, "člověk|lidé|lidí", "person|people")))
	}
	p.asked = f
}

// answersTo are the answers to one question.
func answersTo(id models.QuestionID, q models.QuestionMinutes) []models.Answer {
	var all []models.Answer
	for n, given := range q.Scores {
		for range given {
			all = append(all, models.Answer{Question: id, Score: n + 1})
		}
	}
	for _, text := range q.Texts {
		all = append(all, models.Answer{Question: id, Text: text})
	}
	return all
}

// expected is the feedback as the acknowledged answers must have made it.
func (f *plannedFeedback) expected() *models.FeedbackMinutes {
	if f == nil {
		return nil
	}
	answered, said := 0, []models.SaidAnswer{}
	for _, one := range f.people {
		if !one.added {
			continue
		}
		answered++
		for _, a := range one.say.Answers {
			said = append(said, models.SaidAnswer{QuestionID: a.Question, Score: a.Score, Text: a.Text})
		}
	}
	return models.Summarised(f.questions, answered, said, false).Minutes()
}

// canonicalFeedback gives texts an order, for they have none, and leaves out
// scores that nobody gave.
func canonicalFeedback(f *models.FeedbackMinutes) *models.FeedbackMinutes {
	if f == nil {
		return nil
	}
	sorted := *f
	sorted.Questions = slices.Clone(f.Questions)
	for n := range sorted.Questions {
		q := &sorted.Questions[n]
		if q.Given() == 0 {
			q.Scores = nil
		}
		q.Texts = slices.Sorted(slices.Values(q.Texts))
	}
	return &sorted
}

// prepareQuestions says what people will be asked.
func (s *stage) prepareQuestions(ctx context.Context) error {
	if s.plan.asked == nil {
		return nil
	}
	_, err := s.steer(ctx, http.MethodPut, "/feedback/questions", models.NewQuestions{Questions: s.plan.asked.questions})
	return err
}

// hearOut has people say what they think of the workshop that has ended, all at
// once, and closes the questions: texts of a few are told only then.
func (s *stage) hearOut(ctx context.Context) error {
	f := s.plan.asked
	if f == nil {
		return nil
	}
	s.say(false, "účastníci hodnotí jednání", "people say what they think of the workshop")
	who := s.dice.Perm(len(s.phones))[:len(f.people)]
	err := s.onPhones(who, func(n int, p *phone) error { return s.answerFeedback(ctx, p, f.people[n]) })
	if err := s.tolerateAll(err); err != nil {
		return err
	}
	if _, err := s.steer(ctx, http.MethodPut, "/feedback/state", models.FeedbackMove{Open: false}); err != nil {
		return err
	}
	whole, err := s.facilitator.whole(ctx)
	if err != nil {
		return err
	}
	s.say(true, "zpětná vazba  %s", "feedback  %s", s.options.Say.Count(len(f.people), "člověk|lidé|lidí", "person|people"))
	return s.await(ctx, s.crowd.expectRevision(time.Time{}, whole.revision))
}

func (s *stage) answerFeedback(ctx context.Context, p *phone, answers *plannedAnswers) error {
	path := s.workshop + "/feedback/mine"
	c, err := newCommand(sortFeedback, http.MethodPut, path, answers.say)
	if err != nil {
		return err
	}
	c.key = "" // its number in the row of her changes does that
	a, err := p.device.send(ctx, c)
	if err != nil {
		return err
	}
	answers.added = true
	var told models.MyFeedback
	if err := readAnswer(path, a.body, &told); err != nil {
		return err
	}
	if !slices.Equal(told.Answers, answers.say.Answers) {
		s.differs("%s: zpětná vazba %v, potvrzeno bylo %v", "%s: feedback %v, acknowledged was %v", p.screen.name, answers.say.Answers, told.Answers)
	}
	if p.habit.repeats {
		return s.repeat(ctx, p, c, a)
	}
	return nil
}
