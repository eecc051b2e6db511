package rehearsal

import (
	"context"
	"fmt"
	"net/http"

	"dilna/models"
)

// phone is one simulated participant.
type phone struct {
	*watcher
	habit habit
	seq   int64 // of the last change of dots
}

// habit is how a phone behaves beyond doing what it is told. Every kind of
// phone is in a room of fourteen.
type habit struct {
	watching watching
	repeats  bool // sends each command again, as on a bad network
	wavers   bool // takes dots back and places them again
}

func habitOf(n int) habit {
	h := habit{repeats: n%10 == 5, wavers: n%10 == 1}
	switch {
	case n%10 == 3:
		h.watching = sleeping
	case n%20 == 7:
		h.watching = polling
	}
	return h
}

// contribute sends an idea or a cause; a phone that repeats sends it twice and
// must get the same answer.
func (s *stage) contribute(ctx context.Context, p *phone, path string, body any) (answer, error) {
	c, err := newCommand(sortIdeas, http.MethodPost, s.workshop+path, body)
	if err != nil {
		return answer{}, err
	}
	a, err := p.device.send(ctx, c)
	if err != nil || !p.habit.repeats {
		return a, err
	}
	return a, s.repeat(ctx, p, c, a)
}

// repeat sends the same command again.
func (s *stage) repeat(ctx context.Context, p *phone, c command, first answer) error {
	path := c.path
	c.sort = sortRepeats
	again, err := p.device.send(ctx, c)
	if err != nil {
		return err
	}
	if !sameJSON(first.body, again.body) {
		s.findings.add(findingDiffers, s.options.Say.Say("opakovaný příkaz %s dostal jinou odpověď: %s, předtím %s",
			"the same command again, %s, got another answer: %s, before it %s", path, again.body, first.body))
	}
	return nil
}

// cast places the dots of one ballot.
func (s *stage) cast(ctx context.Context, p *phone, r *plannedRound, ballot plannedBallot) error {
	for n, dots := range ballot {
		path := fmt.Sprintf("%s/rounds/%s/ideas/%s/dots/mine", s.workshop, r.id, dots.idea.id)
		if err := s.place(ctx, p, path, dots.count); err != nil {
			return err
		}
		if n == 0 && p.habit.wavers {
			if err := s.waver(ctx, p, path, dots.count); err != nil {
				return err
			}
		}
	}
	return nil
}

// place says how many dots lie on an idea.
func (s *stage) place(ctx context.Context, p *phone, path string, count int) error {
	p.seq++
	return s.setDots(ctx, p, path, models.SetDots{Count: count, Seq: p.seq}, count)
}

// waver takes the dots back, places them again, and lets the taking back come
// once more, late: it must not count.
func (s *stage) waver(ctx context.Context, p *phone, path string, count int) error {
	if err := s.place(ctx, p, path, 0); err != nil {
		return err
	}
	late := models.SetDots{Count: 0, Seq: p.seq}
	if err := s.place(ctx, p, path, count); err != nil {
		return err
	}
	return s.setDots(ctx, p, path, late, count)
}

func (s *stage) setDots(ctx context.Context, p *phone, path string, set models.SetDots, counts int) error {
	c, err := newCommand(sortDots, http.MethodPut, path, set)
	if err != nil {
		return err
	}
	c.key = ""
	a, err := p.device.send(ctx, c)
	if err != nil {
		return err
	}
	var placed models.DotsPlaced
	if err := readAnswer(path, a.body, &placed); err != nil {
		return err
	}
	if placed.Count != counts {
		s.findings.add(findingDiffers, s.options.Say.Say("na podnětu %s leží %d, potvrzeno bylo %d",
			"%s has %d dots, acknowledged were %d", path, placed.Count, counts))
	}
	if p.habit.repeats {
		return s.repeat(ctx, p, c, a)
	}
	return nil
}

// checkMine asks the phone's own ballot back: it must be what was placed.
func (s *stage) checkMine(ctx context.Context, p *phone, r *plannedRound, ballot plannedBallot) error {
	var mine models.Mine
	if err := p.device.fetch(ctx, s.workshop+"/mine", &mine); err != nil {
		return err
	}
	placed := map[models.EntryID]int{}
	for _, b := range mine.Ballots {
		for _, dots := range b.Dots {
			if b.Round == r.id && dots.Count > 0 {
				placed[dots.Idea] = dots.Count
			}
		}
	}
	for _, dots := range ballot {
		if placed[dots.idea.id] != dots.count {
			s.findings.add(findingLost, s.options.Say.Say("%s: na „%s“ leží %d, potvrzeno bylo %d",
				"%s: “%s” has %d dots, acknowledged were %d", p.screen.name, dots.idea.row.Text, placed[dots.idea.id], dots.count))
		}
		delete(placed, dots.idea.id)
	}
	for idea, count := range placed {
		s.findings.add(findingDoubled, s.options.Say.Say("%s: na podnětu %s leží %d, nikdo je tam nedal",
			"%s: idea %s has %d dots nobody placed", p.screen.name, idea, count))
	}
	return nil
}
