package rehearsal

import (
	"context"
	"fmt"
	"net/http"
	"slices"

	"dilna/models"
	"dilna/models/voting"
)

// phone is one simulated participant.
type phone struct {
	*watcher
	habit habit
	seq   int64 // of the last ballot

	receipt models.Receipt // of the ballot it casts
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

// cast fills in one ballot as a person does: vote after vote, and each time the
// phone sends all of it.
func (s *stage) cast(ctx context.Context, p *phone, r *plannedRound, ballot plannedBallot) error {
	path := fmt.Sprintf("%s/rounds/%s/ballot/mine", s.workshop, r.id)
	for n := range ballot {
		said := ballot[:n+1].votes()
		if err := s.fillIn(ctx, p, path, said); err != nil {
			return err
		}
		if n == 0 && p.habit.wavers {
			if err := s.waver(ctx, p, path, said); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b plannedBallot) votes() voting.Ballot {
	votes := make(voting.Ballot, len(b))
	for i, dots := range b {
		votes[i] = dots.vote()
	}
	return votes
}

// fillIn says what a ballot holds now.
func (s *stage) fillIn(ctx context.Context, p *phone, path string, said voting.Ballot) error {
	p.seq++
	return s.sendBallot(ctx, p, path, models.CastBallot{Votes: said, Seq: p.seq}, said)
}

// waver takes everything back, says it again, and lets the taking back come once
// more, late: it must not count.
func (s *stage) waver(ctx context.Context, p *phone, path string, said voting.Ballot) error {
	if err := s.fillIn(ctx, p, path, voting.Ballot{}); err != nil {
		return err
	}
	late := models.CastBallot{Votes: voting.Ballot{}, Seq: p.seq}
	if err := s.fillIn(ctx, p, path, said); err != nil {
		return err
	}
	return s.sendBallot(ctx, p, path, late, said)
}

// sendBallot sends a ballot and looks whether the answer is what counts.
func (s *stage) sendBallot(ctx context.Context, p *phone, path string, cast models.CastBallot, counts voting.Ballot) error {
	cast.Receipt = p.receipt
	c, err := newCommand(sortDots, http.MethodPut, path, cast)
	if err != nil {
		return err
	}
	c.key = ""
	a, err := p.device.send(ctx, c)
	if err != nil {
		return err
	}
	var told models.Ballot
	if err := readAnswer(path, a.body, &told); err != nil {
		return err
	}
	if !slices.EqualFunc(told.Votes, counts.Sorted(), voting.Vote.Equal) {
		s.findings.add(findingDiffers, s.options.Say.Say("lístek %s má %v, potvrzeno bylo %v",
			"the ballot %s says %v, acknowledged was %v", path, told.Votes, counts))
	}
	if p.habit.repeats {
		return s.repeat(ctx, p, c, a)
	}
	return nil
}

// said is what a vote says: a value, or several.
func said(vote voting.Vote) any {
	if vote.Values != nil {
		return vote.Values
	}
	return vote.Value
}

// checkMine asks the phone's own ballot back: it must be what was placed.
func (s *stage) checkMine(ctx context.Context, p *phone, r *plannedRound, ballot plannedBallot) error {
	var mine models.Mine
	if err := p.device.fetch(ctx, s.workshop+"/mine", &mine); err != nil {
		return err
	}
	placed := map[models.EntryID]voting.Vote{}
	for _, b := range mine.Ballots {
		for _, vote := range b.Votes {
			if b.Round == r.id {
				placed[vote.Entry] = vote
			}
		}
	}
	for _, dots := range ballot {
		if vote := placed[dots.idea.id]; !vote.Equal(dots.vote()) {
			s.findings.add(findingLost, s.options.Say.Say("%s: na „%s“ leží %v, potvrzeno bylo %v",
				"%s: “%s” has %v, acknowledged was %v", p.screen.name, dots.idea.row.Text, said(vote), said(dots.vote())))
		}
		delete(placed, dots.idea.id)
	}
	for idea, vote := range placed {
		s.findings.add(findingDoubled, s.options.Say.Say("%s: na podnětu %s leží %v, nikdo to tam nedal",
			"%s: idea %s has %v, which nobody placed", p.screen.name, idea, said(vote)))
	}
	return nil
}
