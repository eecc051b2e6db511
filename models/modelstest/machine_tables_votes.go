package modelstest

import (
	"maps"
	"slices"

	"pgregory.net/rapid"

	"dilna/models"
)

// People of the tables vote, and send their best to everybody.

// Vote has people of a step place dots: whoever leads it may say so.
func (m *tables) Vote(t *rapid.T) {
	by, step := m.anyone(t), m.aStep(t, models.MethodCollect)
	if step.round != nil {
		t.Skip("they vote already")
	}
	in := models.NewRound{ID: models.NewID[models.RoundID](), Dots: tableDots, PerIdea: tableDots, Nested: true, Open: true}
	want := refusal(
		!m.leads(by, step), models.CodeFacilitatorOnly,
		len(m.in(step)) == 0, models.CodeNothingToVoteOn,
		step.Blind, models.CodeStepBlind,
		step.State != models.StepOpen, models.CodeStepNotOpen,
	)
	if m.told(want, func() error {
		_, err := m.scene.Store.AddRound(m.ctx, by, Key(), step.ID, in)
		return err
	}) {
		step.round, step.ballots = &in.ID, map[models.SeatID]map[*tableEntry]int{}
	}
}

// voting is a step that people vote in.
func (m *tables) voting(t *rapid.T) *tableStep {
	open := slices.DeleteFunc(slices.Clone(m.steps), func(s *tableStep) bool { return s.round == nil })
	if len(open) == 0 {
		t.Skip("nobody votes")
	}
	return rapid.SampledFrom(open).Draw(t, "voting")
}

// Dot has somebody place dots on an idea, and say the same again.
func (m *tables) Dot(t *rapid.T) {
	by, step := m.seat(t), m.voting(t)
	e := rapid.SampledFrom(m.in(step)).Draw(t, "idea")
	m.seq++
	in := models.SetDots{Count: rapid.IntRange(0, tableDots).Draw(t, "count"), Seq: m.seq}
	elsewhere := dotsOf(step.ballots[by.Seat]) - step.ballots[by.Seat][e]
	want := firstCode(m.watches(by, step), refusal(in.Count > 0 && elsewhere+in.Count > tableDots, models.CodeDotsSpent))
	place := func() error {
		_, err := m.scene.Store.PlaceDots(m.ctx, by, *step.round, e.id, in)
		return err
	}
	if !m.told(want, place) {
		return
	}
	if step.ballots[by.Seat] == nil {
		step.ballots[by.Seat] = map[*tableEntry]int{}
	}
	step.ballots[by.Seat][e] = in.Count
	m.told("", place) // INV-02
}

// Count ends a vote, and looks that it counted what people of the table said.
func (m *tables) Count(t *rapid.T) {
	by, step := m.anyone(t), m.voting(t)
	round := *step.round
	if !m.told(refusal(!m.leads(by, step), models.CodeFacilitatorOnly), func() error {
		_, err := m.scene.Store.SetRoundState(m.ctx, by, Key(), round, models.RoundMove{State: models.RoundClosed})
		return err
	}) {
		return
	}
	changes, err := m.scene.Store.Changes(m.ctx, m.scene.ID, 0)
	must(m.tb, err)
	got, want := map[models.EntryID]int{}, map[models.EntryID]int{}
	for _, total := range changes.Totals[round] {
		if *total.Points > 0 {
			got[total.EntryID] = *total.Points
		}
	}
	step.unseen = nil
	for _, ballot := range step.ballots {
		if dotsOf(ballot) > 0 {
			step.counted, step.unseen = true, &round
		}
		for e, dots := range ballot {
			if dots > 0 {
				want[e.id] += dots
			}
		}
	}
	if !maps.Equal(got, want) {
		m.tb.Fatalf("INV-04: counted are %v, placed were %v", got, want)
	}
	for _, e := range m.in(step) {
		e.voted = e.voted || step.counted
	}
	step.round, step.ballots = nil, nil
}

// Reveal shows everybody what a table has counted.
func (m *tables) Reveal(t *rapid.T) {
	by, step := m.anyone(t), rapid.SampledFrom(m.steps).Draw(t, "step")
	if step.unseen == nil {
		t.Skip("everybody knows what was counted")
	}
	if m.told(refusal(!m.leads(by, step), models.CodeFacilitatorOnly), func() error {
		_, err := m.scene.Store.SetRoundState(m.ctx, by, Key(), *step.unseen, models.RoundMove{State: models.RoundRevealed})
		return err
	}) {
		step.unseen = nil
	}
}

// Plenary sends the best of both tables to the step of everybody, each once.
func (m *tables) Plenary(*rapid.T) {
	into := m.steps[0]
	in, unseen := models.NewBest{By: models.BestByVotes, Most: 1}, false
	for _, step := range m.steps {
		if step.PartID != "" && step.Method == models.MethodCollect {
			in.Steps = append(in.Steps, step.ID)
			unseen = unseen || step.unseen != nil
		}
	}
	if !m.told(refusal(into.round != nil, models.CodeRoundOpen, unseen, models.CodeNotRevealed), func() error {
		return m.scene.Store.BringBest(m.ctx, m.scene.Facilitator, Key(), into.ID, in)
	}) {
		return
	}
	changes, err := m.scene.Store.Changes(m.ctx, m.scene.ID, 0)
	must(m.tb, err)
	from := map[models.EntryID]bool{}
	for _, idea := range changes.Ideas {
		if idea.StepID != into.ID || idea.From.Entry == "" {
			continue
		}
		if from[idea.From.Entry] {
			m.tb.Fatalf("an idea of a table stands in the plenary twice")
		}
		from[idea.From.Entry] = true
		if !slices.ContainsFunc(m.entries, func(e *tableEntry) bool { return e.id == idea.ID }) {
			m.entries = append(m.entries, &tableEntry{id: idea.ID, step: into, text: idea.Text})
		}
	}
}
