package modelstest

import (
	"encoding/json"
	"maps"
	"slices"

	"pgregory.net/rapid"

	"dilna/models"
)

// OpenRound opens a round on the step, by one of the rules.
func (m *machine) OpenRound(t *rapid.T) {
	if m.voting() {
		t.Skip("a round is open")
	}
	by := machineRules[0] // dots are half of it
	if rapid.Bool().Draw(t, "other") {
		by = rapid.SampledFrom(machineRules[1:]).Draw(t, "rule")
	}
	round, err := m.scene.Store.AddRound(m.ctx, m.scene.Facilitator, Key(), m.step,
		models.NewRound{ID: models.NewID[models.RoundID](), Rule: &by.rule, Ideas: m.someOf(t)})
	must(m.tb, err)
	m.look()
	want := refusal(len(m.expect.ideas) == 0, models.CodeNothingToVoteOn, m.expect.blind, models.CodeStepBlind, !m.open(), models.CodeStepNotOpen)
	m.told(want, worth(want), func() error {
		_, err := m.scene.Store.SetRoundState(m.ctx, m.scene.Facilitator, Key(), round.ID, models.RoundMove{State: models.RoundOpen})
		return err
	})
	if want != "" {
		return
	}
	round.State = models.RoundOpen
	m.expect.round, m.expect.rule = &round, by
	m.expect.dots = map[models.SeatID]map[models.EntryID]int{}
	m.expect.paper = map[models.BallotID]map[models.EntryID]int{}
	m.expect.newest = map[models.SeatID]map[models.EntryID]int64{}
	for _, seat := range m.scene.Seats {
		m.expect.dots[seat.Seat] = map[models.EntryID]int{}
		m.expect.newest[seat.Seat] = map[models.EntryID]int64{}
	}
	m.sent = nil
}

// someOf are the ideas of a round on some of them, at least two; none for all.
func (m *machine) someOf(t *rapid.T) []models.EntryID {
	if len(m.expect.ideas) < 3 || rapid.Bool().Draw(t, "all") {
		return nil
	}
	return rapid.Permutation(m.expect.ideas).Draw(t, "tied")[:2]
}

// PlaceDots sets somebody's dots on an idea.
func (m *machine) PlaceDots(t *rapid.T) {
	if m.expect.round == nil || !m.expect.rule.singly() {
		t.Skip("no round that dots are placed in")
	}
	s := sent{by: m.seat(t), idea: m.someIdea(t), in: models.SetDots{
		Count: rapid.IntRange(-1, machineDots+1).Draw(t, "count"), Seq: int64(len(m.sent) + 1),
	}}
	want := m.expectDots(s)
	if want == models.CodeRoundClosed {
		m.told(want, 0, func() error { return m.place(s) }) // INV-07
		return
	}
	m.told(want, 0, func() error { return m.place(s) })
	if want == "" {
		m.sent = append(m.sent, s)
		m.expect.dots[s.by.Seat][s.idea] = s.in.Count
		m.expect.newest[s.by.Seat][s.idea] = s.in.Seq
	}
}

func (m *machine) expectDots(s sent) models.ErrorCode {
	elsewhere := 0
	for idea, count := range m.expect.dots[s.by.Seat] {
		if idea != s.idea {
			elsewhere += count
		}
	}
	return refusal(
		!m.voting(), models.CodeRoundClosed,
		!m.expect.round.VotesOn(s.idea), models.CodeNotFound,
		s.in.Count < 0, models.CodeInvalid,
		s.in.Count == 0, models.ErrorCode(""),
		s.in.Count > machinePerIdea, models.CodeDotsPerIdea,
		elsewhere+s.in.Count > machineDots, models.CodeDotsSpent,
	)
}

func (m *machine) place(s sent) error {
	_, err := m.scene.Store.PlaceDots(m.ctx, s.by, m.expect.round.ID, s.idea, s.in)
	return err
}

// ReplayDots sends dots that counted again, in any order: nothing changes
// (INV-02, INV-10).
func (m *machine) ReplayDots(t *rapid.T) {
	if !m.voting() || len(m.sent) == 0 {
		t.Skip("nothing to send again")
	}
	for _, s := range rapid.SliceOfN(rapid.SampledFrom(m.sent), 1, 6).Draw(t, "again") {
		m.told("", 0, func() error { return m.place(s) })
	}
}

// ChangeRule tries to change how many dots people have while they vote (INV-06).
func (m *machine) ChangeRule(t *rapid.T) {
	if m.expect.round == nil {
		t.Skip("no round yet")
	}
	typed := models.CastTyped
	want := refusal(m.voting(), models.CodeRoundOpen, true, models.CodeRoundClosed)
	m.told(want, 0, func() error {
		_, err := m.scene.Store.ChangeRound(m.ctx, m.scene.Facilitator, Key(), m.expect.round.ID, models.RoundChange{CastBy: &typed})
		return err
	})
}

// CloseRound closes the round: the totals are the sums of what counted (INV-04),
// and closing twice is closing once (INV-08).
func (m *machine) CloseRound(t *rapid.T) {
	if !m.voting() {
		t.Skip("no round is open")
	}
	var view models.RoundView
	closing := func() (err error) {
		view, err = m.scene.Store.SetRoundState(m.ctx, m.scene.Facilitator, Key(), m.expect.round.ID, models.RoundMove{State: models.RoundClosed})
		return err
	}
	m.told("", 1, closing)
	m.expect.round.State = models.RoundClosed
	sum := 0
	for _, place := range view.Standing {
		want := 0
		for _, ballot := range m.expect.dots {
			want += m.expect.rule.worth(ballot[place.Idea])
		}
		for _, ballot := range m.expect.paper {
			want += m.expect.rule.worth(ballot[place.Idea])
		}
		if *place.Points != want {
			m.tb.Fatalf("INV-04: %d points by %s were acknowledged on an idea, its total is %d", want, m.expect.rule.rule.Name, *place.Points)
		}
		sum += want
		m.expect.voted[place.Idea] = true
	}
	ideas := len(m.expect.ideas)
	if len(view.Ideas) > 0 {
		ideas = len(view.Ideas)
	}
	if view.NobodyVoted() {
		ideas = 0
	}
	if view.NobodyVoted() == m.anyCast() {
		m.tb.Fatalf("INV-04: %d ballots were counted", *view.Voters)
	}
	all := m.expect.rule.all * (len(m.scene.Seats) + view.Paper)
	if len(view.Standing) != ideas || all > 0 && sum > all || view.Paper != m.paperCast() {
		m.tb.Fatalf("INV-04: %d totals for %d ideas, %d points in all, %d ballots on paper", len(view.Standing), ideas, sum, view.Paper)
	}
	m.results[view.ID] = standingText(m.tb, view)
	m.told("", 0, closing)
}

// RevealRound shows the newest result, or its next place; a press too many shows
// nothing more.
func (m *machine) RevealRound(t *rapid.T) {
	if m.expect.round == nil || m.voting() {
		t.Skip("no round has closed")
	}
	move := rapid.SampledFrom([]models.RoundState{models.RoundRevealed, models.RoundRevealing}).Draw(t, "move")
	changes, err := m.scene.Store.Changes(m.ctx, m.scene.ID, 0)
	must(m.tb, err)
	stamps := 0
	for _, round := range changes.Rounds {
		if round.ID == m.expect.round.ID && round.AwaitsReveal() {
			stamps = 1
		}
	}
	m.told("", stamps, func() error {
		_, err := m.scene.Store.SetRoundState(m.ctx, m.scene.Facilitator, Key(), m.expect.round.ID, models.RoundMove{State: move})
		return err
	})
}

// anyCast says whether a ballot says anything.
func (m *machine) anyCast() bool {
	for _, ballot := range m.expect.dots {
		if len(m.expect.rule.said(ballot)) > 0 {
			return true
		}
	}
	return m.paperCast() > 0
}

// checkBallots: what each phone is told of its own ballot is what counted for
// it, within what the rule allows (INV-03, INV-05).
func (m *machine) checkBallots() {
	if !m.voting() {
		return
	}
	by := m.expect.rule
	for _, seat := range m.scene.Seats {
		mine, err := m.scene.Store.Mine(m.ctx, seat)
		must(m.tb, err)
		ballot, counted := mine.Ballots[0], by.said(m.expect.dots[seat.Seat])
		if !maps.Equal(valuesOf(ballot.Votes), counted) {
			m.tb.Fatalf("INV-05: a ballot says %v, %v counted", ballot.Votes, counted)
		}
		used := 0
		for _, vote := range ballot.Votes {
			used += vote.Value
			if vote.Value < by.least || vote.Value > by.most {
				m.tb.Fatalf("INV-03: a ballot by %s says %d of an idea", by.rule.Name, vote.Value)
			}
		}
		if by.all > 0 && (used > by.all || ballot.Left != by.all-used) {
			m.tb.Fatalf("INV-03: of %d there are %d used, and %d left by the ballot", by.all, used, ballot.Left)
		}
		for _, d := range ballot.Dots {
			if by.singly() && d.Seq != m.expect.newest[seat.Seat][d.Idea] {
				m.tb.Fatalf("INV-10: change %d of dots counts, the newest is %d", d.Seq, m.expect.newest[seat.Seat][d.Idea])
			}
		}
	}
}

// checkResults: a result once told never changes (INV-08), and hidden ones are
// told to nobody (docs/design.md, promise 4).
func (m *machine) checkResults() {
	for _, audience := range models.Audiences {
		changes, err := m.scene.Store.Changes(m.ctx, m.scene.ID, 0)
		must(m.tb, err)
		for _, round := range changes.For(audience).Rounds {
			if round.State != models.RoundClosed {
				if round.Standing != nil || round.Voters != nil || round.Paper != 0 {
					m.tb.Fatalf("a round that is not closed tells its totals")
				}
				continue
			}
			if audience != models.Facilitators && !round.Revealed {
				m.checkShown(round)
				continue
			}
			if text := standingText(m.tb, round); text != m.results[round.ID] {
				m.tb.Fatalf("INV-08: the result\n%s\nbecame\n%s", m.results[round.ID], text)
			}
		}
	}
}

// checkShown: of a result that is shown from the last place up nobody is told what
// is above.
func (m *machine) checkShown(round models.RoundView) {
	if round.ShownFrom == 0 {
		m.tb.Fatal("a result that is not revealed is told")
	}
	for _, place := range round.Standing {
		if place.Rank > 0 && place.Rank < round.ShownFrom {
			m.tb.Fatalf("place %d is told, shown is from %d", place.Rank, round.ShownFrom)
		}
	}
}

func standingText(tb interface{ Fatal(...any) }, r models.RoundView) string {
	places := slices.Clone(r.Standing)
	text, err := json.Marshal(places)
	if err != nil {
		tb.Fatal(err)
	}
	return string(text)
}
