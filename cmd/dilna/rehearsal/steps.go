package rehearsal

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"dilna/models"
)

// playBeside plays steps that stand open together, the first of them the step
// number n. They are open at once and worked one after another, so that the same
// seed deals the same ballots. The next step of the room closes none of a part.
func (s *stage) playBeside(ctx context.Context, n int, steps []*plannedStep) error {
	start := time.Now()
	if err := s.moveSteps(ctx, steps, models.StepOpen); err != nil {
		return err
	}
	for i, step := range steps {
		s.say(false, "%2d/%d  %s", "%2d/%d  %s", n+i+1, len(s.plan.steps), step.row.Heading)
		if err := s.playStep(ctx, step); err != nil {
			return err
		}
		took := time.Since(start)
		s.report.Steps = append(s.report.Steps, StepTime{Heading: step.row.Heading, Took: took})
		s.say(true, "%2d/%d  %s  %s", "%2d/%d  %s  %s", n+i+1, len(s.plan.steps), s.stepSummary(step), round(took))
		start = time.Now()
	}
	if steps[0].part == "" {
		return nil
	}
	return s.moveSteps(ctx, steps, models.StepClosed)
}

// moveSteps opens or closes steps before everybody.
func (s *stage) moveSteps(ctx context.Context, steps []*plannedStep, to models.StepState) error {
	var last *sight
	for _, step := range steps {
		a, err := s.steer(ctx, http.MethodPut, "/steps/"+string(step.id)+"/state", map[string]models.StepState{"state": to})
		if err != nil {
			return err
		}
		if last, err = s.expect(models.PartSteps, a); err != nil {
			return err
		}
	}
	return s.await(ctx, last)
}

// playStep works one step as a room would: contribute, vote, mark.
func (s *stage) playStep(ctx context.Context, step *plannedStep) error {
	if err := allTopics(step.topics, nil, func(t, parent *plannedTopic) error { return s.addTopic(ctx, step, t, parent) }); err != nil {
		return err
	}
	if err := s.addIdeas(ctx, step, 0); err != nil {
		return err
	}
	if err := s.addCauses(ctx, step); err != nil {
		return err
	}
	if err := s.addAgreed(ctx, step); err != nil {
		return err
	}
	if err := s.playRounds(ctx, step); err != nil {
		return err
	}
	if err := s.combine(ctx, step); err != nil {
		return err
	}
	if err := s.agree(ctx, step); err != nil {
		return err
	}
	if err := s.photograph(ctx, step); err != nil {
		return err
	}
	return s.finishIdeas(ctx, step)
}

func (s *stage) addTopic(ctx context.Context, step *plannedStep, t, parent *plannedTopic) error {
	add := models.NewTopic{ID: t.id, Heading: t.heading}
	if parent != nil {
		add.Parent = parent.id
	}
	if t.fromIdea != nil {
		add.FromIdea = t.fromIdea.id
	}
	a, err := s.steer(ctx, http.MethodPost, "/steps/"+string(step.id)+"/topics", add)
	if err != nil {
		return s.tolerate(err)
	}
	t.added = true
	_, err = s.expect(models.PartTopics, a)
	return err
}

// addIdeas sends the ideas that are there when so many rounds are over. Each
// is sent once the one before is acknowledged, so that the order collected is
// the order of the file.
func (s *stage) addIdeas(ctx context.Context, step *plannedStep, born int) error {
	start, sent := time.Now(), 0
	var last *sight
	all := step.reading()
	for n, i := range all {
		if i.born != born || i.parent != nil && !i.parent.added || i.topic != nil && !i.topic.added {
			continue
		}
		s.say(false, "podněty %d/%d", "ideas %d/%d", n+1, len(all))
		seen, err := s.addIdea(ctx, step, i, sent)
		if err != nil {
			return err
		}
		sent++
		if seen != nil {
			last = seen
		}
	}
	s.report.ideas(sent, time.Since(start))
	if err := s.await(ctx, last); err != nil {
		return err
	}
	return s.putInPlace(ctx, all, born)
}

// addIdea sends one idea: from the phones in turn what people say in the
// meeting, from the facilitator what is under another idea, is made of one, was
// brought along or sent in later.
func (s *stage) addIdea(ctx context.Context, step *plannedStep, i *plannedIdea, turn int) (*sight, error) {
	add, path := models.NewEntry{ID: i.id, Text: i.row.Text, From: i.from}, "/steps/"+string(step.id)+"/ideas"
	if i.topic != nil {
		add.Topic = i.topic.id
	}
	if i.parent != nil {
		add.Parent = i.parent.id
	}
	steered := i.parent != nil || i.from != nil
	i.by = s.writer(step, turn, steered)
	a, err := s.offer(ctx, step, turn, path, add, steered)
	if err != nil {
		return nil, s.tolerate(err)
	}
	i.added = true
	var kept models.Entry
	if err := readAnswer(path, a.body, &kept); err != nil {
		return nil, err
	}
	if kept.Text != add.Text {
		s.differs("„%s“ bylo potvrzeno jako „%s“", "“%s” was acknowledged as “%s”", add.Text, kept.Text)
	}
	return s.expect(models.PartIdeas, a)
}

// offer sends one contribution from whoever makes it: a phone of those the step
// is for, or the facilitator.
func (s *stage) offer(ctx context.Context, step *plannedStep, turn int, path string, body any, steered bool) (answer, error) {
	if by := s.writer(step, turn, steered); by >= 0 {
		return s.contribute(ctx, s.phones[by], path, body)
	}
	return s.steer(ctx, http.MethodPost, path, body)
}

// writer is the number of the phone that makes a contribution; -1: the facilitator does.
func (s *stage) writer(step *plannedStep, turn int, steered bool) int {
	inMeeting := step.row.Origin == "" || step.row.Origin == models.OriginMeeting
	if room := s.plan.takingPart(step); inMeeting && !steered && len(room) > 0 {
		return room[turn%len(room)]
	}
	return -1
}

// putInPlace moves ideas that came after a round to where the file has them.
func (s *stage) putInPlace(ctx context.Context, all []*plannedIdea, born int) error {
	for n, i := range all {
		if born == 0 || i.born != born || !i.added {
			continue
		}
		index, after := 0, false
		for m, other := range all {
			if other.parent != i.parent || other.topic != i.topic || !other.added || other.born > born {
				continue
			}
			if m < n {
				index++
			}
			after = after || m > n
		}
		if !after {
			continue // it stands at the end already
		}
		if _, err := s.steer(ctx, http.MethodPut, "/ideas/"+string(i.id)+"/place", models.Placement{Index: index}); err != nil {
			return s.tolerate(err)
		}
	}
	return nil
}

func (s *stage) addCauses(ctx context.Context, step *plannedStep) error {
	var last *sight
	path := "/steps/" + string(step.id) + "/causes"
	start, sent := time.Now(), 0
	for _, c := range allCauses(nil, step.causes) {
		if c.parent != nil && !c.parent.added {
			continue
		}
		a, err := s.offer(ctx, step, sent, path, c.add, c.add.Note != "" || c.add.From != nil)
		if err != nil {
			if err := s.tolerate(err); err != nil {
				return err
			}
			continue
		}
		c.added = true
		sent++
		if last, err = s.expect(models.PartCauses, a); err != nil {
			return err
		}
	}
	s.report.ideas(sent, time.Since(start))
	return s.await(ctx, last)
}

// finishIdeas sets marks, choices, notes and authors.
func (s *stage) finishIdeas(ctx context.Context, step *plannedStep) error {
	var last *sight
	for _, i := range step.reading() {
		if i.plain() || !i.added {
			continue
		}
		a, err := s.steer(ctx, http.MethodPatch, "/ideas/"+string(i.id), i.change())
		if err != nil {
			if err := s.tolerate(err); err != nil {
				return err
			}
			i.row.Marked, i.row.Chosen, i.row.Note, i.row.Author = false, false, "", ""
			continue
		}
		if last, err = s.expect(models.PartIdeas, a); err != nil {
			return err
		}
	}
	return s.await(ctx, last)
}

// end closes the last step and ends the workshop.
func (s *stage) end(ctx context.Context) error {
	if len(s.plan.steps) > 0 {
		if err := s.moveSteps(ctx, s.plan.steps[len(s.plan.steps)-1:], models.StepClosed); err != nil {
			return err
		}
	}
	a, err := s.steer(ctx, http.MethodPut, "/state", map[string]models.WorkshopState{"state": models.WorkshopEnded})
	if err != nil {
		return err
	}
	var ended models.Workshop
	if err := readAnswer("/state", a.body, &ended); err != nil {
		return err
	}
	return s.await(ctx, s.crowd.expectRevision(a.sent, ended.Revision))
}

// refused says whether the server understood and said no.
func refused(err error) bool {
	_, ok := errors.AsType[*Refusal](err)
	return ok
}

// tolerate lets the rehearsal go on after a refusal, which is counted and told.
func (s *stage) tolerate(err error) error {
	if !refused(err) {
		return err
	}
	s.findings.add(findingRefused, err.Error())
	return nil
}

func (s *stage) differs(cs, en string, values ...any) {
	s.findings.add(findingDiffers, s.options.Say.Say(cs, en, values...))
}

// stepSummary is what a step brought, in a few words.
func (s *stage) stepSummary(step *plannedStep) string {
	say := s.options.Say
	text := step.row.Heading
	if n := len(step.reading()); n > 0 {
		text += " · " + say.Count(n, "podnět|podněty|podnětů", "idea|ideas")
	}
	if n := len(allCauses(nil, step.causes)); n > 0 {
		text += " · " + say.Count(n, "příčina|příčiny|příčin", "cause|causes")
	}
	if n := len(allAgreed(nil, step.agreed)); n > 0 && step.row.Method == models.MethodTasks {
		text += " · " + say.Count(n, "úkol|úkoly|úkolů", "task|tasks")
	} else if n > 0 {
		text += " · " + say.Count(n, "rozhodnutí|rozhodnutí|rozhodnutí", "decision|decisions")
	}
	for _, r := range step.rounds {
		if r.closed && r.way.cast() {
			text += " · " + say.Count(r.voted(), "lístek|lístky|lístků", "ballot|ballots")
		}
	}
	return text
}

// round shortens a time to what a person reads.
func round(d time.Duration) string {
	switch {
	case d >= time.Second:
		return fmt.Sprintf("%.1f s", d.Seconds())
	case d >= 10*time.Millisecond:
		return fmt.Sprintf("%d ms", d.Milliseconds())
	}
	return fmt.Sprintf("%.1f ms", float64(d.Microseconds())/1000)
}
