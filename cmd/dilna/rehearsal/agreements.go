package rehearsal

import (
	"context"
	"net/http"

	"dilna/models"
)

// agrees says how many agree with the idea when its step closes: where people may, each
// idea is counted, and where they may not, none is.
func (i *plannedIdea) agrees(agreeing bool) {
	switch {
	case !agreeing:
		i.row.Agreed = nil
	case i.row.Agreed == nil:
		i.row.Agreed = new(int)
	}
}

// agree has as many phones agree with each idea as the file says, never the one that
// wrote it. A phone that wavers takes it back and says it again.
func (s *stage) agree(ctx context.Context, step *plannedStep) error {
	room := s.plan.takingPart(step)
	for _, i := range step.reading() {
		if i.row.Agreed == nil || !i.added {
			continue
		}
		left := *i.row.Agreed
		for _, n := range room {
			if left == 0 {
				break
			}
			if n == i.by {
				continue
			}
			if err := s.agreeWith(ctx, s.phones[n], i.id); err != nil {
				return err
			}
			left--
		}
	}
	return nil
}

func (s *stage) agreeWith(ctx context.Context, p *phone, idea models.EntryID) error {
	said := []bool{true}
	if p.habit.wavers {
		said = []bool{true, false, true}
	}
	for _, agrees := range said {
		p.seq++
		c, err := newCommand(sortIdeas, http.MethodPut, s.workshop+"/ideas/"+string(idea)+"/agreement/mine", models.SetAgreement{Agrees: agrees, Seq: p.seq})
		if err != nil {
			return err
		}
		a, err := p.device.send(ctx, c)
		if err != nil {
			return s.tolerate(err)
		}
		if p.habit.repeats {
			if err := s.repeat(ctx, p, c, a); err != nil {
				return err
			}
		}
	}
	return nil
}

// agreeingNeeded is how many phones a step needs for those who agree: one more than
// agree with any idea, for who wrote it.
func (s *plannedStep) agreeingNeeded() int {
	most := 0
	for _, i := range s.reading() {
		if i.row.Agreed != nil && *i.row.Agreed > 0 {
			most = max(most, *i.row.Agreed+1)
		}
	}
	return most
}
