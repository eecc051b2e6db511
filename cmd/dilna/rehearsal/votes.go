package rehearsal

import (
	"context"
	"errors"
	"maps"
	"net/http"
	"sync"
	"time"

	"dilna/models"
)

// playRounds prepares all rounds of the step in order, has those cast that
// phones vote in, one after the other, and types the others in at the end,
// when every idea is there.
func (s *stage) playRounds(ctx context.Context, step *plannedStep) error {
	for _, r := range step.rounds {
		if _, err := s.steer(ctx, http.MethodPost, "/steps/"+string(step.id)+"/rounds", r.add); err != nil {
			return err
		}
		r.added = true
	}
	over := 0
	for _, r := range step.rounds {
		if !r.way.cast() {
			continue
		}
		if err := s.playRound(ctx, step, r); err != nil {
			return err
		}
		over++
		if err := s.addIdeas(ctx, step, over); err != nil {
			return err
		}
	}
	for _, r := range step.rounds {
		if r.way == typedIn {
			if err := s.typeIn(ctx, step, r); err != nil {
				return err
			}
		}
	}
	return nil
}

// playRound opens a round, lets the phones of those it is for vote at once, and
// closes it.
func (s *stage) playRound(ctx context.Context, step *plannedStep, r *plannedRound) error {
	path := "/rounds/" + string(r.id) + "/state"
	if _, err := s.steerAll(ctx, models.PartRounds, path, map[string]models.RoundState{"state": models.RoundOpen}); err != nil {
		return err
	}
	s.say(false, "hlasuje se: %s", "voting: %s", r.file.Label)
	voters := s.plan.voting(step, r)
	s.dice.Shuffle(len(voters), func(i, j int) { voters[i], voters[j] = voters[j], voters[i] })
	voters = voters[:len(r.ballots)]
	if r.phones != nil {
		voters = r.phones
	}
	start := time.Now()
	err := s.onPhones(voters, func(n int, p *phone) error {
		p.receipt = r.receipts[n]
		return s.cast(ctx, p, r, r.ballots[n])
	})
	s.report.voted(r, time.Since(start))
	if err := s.tolerateAll(err); err != nil {
		return err
	}
	s.say(false, "kontroluji lístky", "checking the ballots")
	if err := s.onPhones(voters, func(n int, p *phone) error { return s.checkMine(ctx, p, r, r.ballots[n]) }); err != nil {
		return err
	}
	a, err := s.steer(ctx, http.MethodPut, path, map[string]models.RoundState{"state": models.RoundClosed})
	if err != nil {
		return err
	}
	r.closed = true
	if err := s.checkStanding(r, a); err != nil {
		return err
	}
	if err := s.reveal(ctx, r); err != nil {
		return err
	}
	return s.checkReceipts(ctx, r, voters)
}

// reveal shows the result of a round, which so far the facilitator knows: its last
// place, then all of it.
func (s *stage) reveal(ctx context.Context, r *plannedRound) error {
	path := "/rounds/" + string(r.id) + "/state"
	if _, err := s.steer(ctx, http.MethodPut, path, map[string]models.RoundState{"state": models.RoundRevealing}); err != nil {
		return err
	}
	_, err := s.steerAll(ctx, models.PartRounds, path, map[string]models.RoundState{"state": models.RoundRevealed})
	return err
}

// onPhones does something on the phones of these numbers at the same time.
func (s *stage) onPhones(numbers []int, do func(n int, p *phone) error) error {
	var all sync.WaitGroup
	errs := make([]error, len(numbers))
	for n, number := range numbers {
		all.Go(func() { errs[n] = do(n, s.phones[number]) })
	}
	all.Wait()
	return errors.Join(errs...)
}

// tolerateAll tolerates every one of joined errors.
func (s *stage) tolerateAll(err error) error {
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return err
	}
	var fatal []error
	for _, err := range joined.Unwrap() {
		fatal = append(fatal, s.tolerate(err))
	}
	return errors.Join(fatal...)
}

// typeIn enters the totals of a round that was counted on paper.
func (s *stage) typeIn(ctx context.Context, step *plannedStep, r *plannedRound) error {
	typed := models.TypedTotals{Voters: r.file.Voters}
	for _, i := range step.reading() {
		if i.added {
			typed.Totals = append(typed.Totals, models.Total{EntryID: i.id, Points: r.totals[i], Details: r.details[i]})
		}
	}
	a, err := s.steer(ctx, http.MethodPut, "/rounds/"+string(r.id)+"/totals", typed)
	if err != nil {
		return err
	}
	r.closed = true
	if err := s.checkStanding(r, a); err != nil {
		return err
	}
	return s.reveal(ctx, r)
}

// checkStanding compares the result of a round with what the file says.
func (s *stage) checkStanding(r *plannedRound, a answer) error {
	var closed models.RoundView
	if err := readAnswer(r.path, a.body, &closed); err != nil {
		return err
	}
	want := maps.Clone(r.totals)
	got := map[models.EntryID]*int{}
	for _, place := range closed.Standing {
		got[place.Idea] = place.Points
	}
	for idea, total := range want {
		if !sameTotal(got[idea.id], total) {
			s.differs("%s: „%s“ má %s, hlasováno bylo %s", "%s: “%s” has %s, voted were %s",
				r.path, idea.row.Text, shown(got[idea.id]), shown(total))
		}
	}
	if r.way.cast() && (closed.Voters == nil || *closed.Voters != r.voted()) {
		s.differs("%s: hlasovalo %s, mělo %d", "%s: %s voted, %d should have", r.path, shown(closed.Voters), r.voted())
	}
	return nil
}
