package modelstest

import (
	"pgregory.net/rapid"

	"dilna/models"
)

// said is what a seat told last of an idea.
type said struct {
	agrees bool
	seq    int64
}

// SwitchAgreeing lets people agree with ideas of others, or no more.
func (m *machine) SwitchAgreeing(*rapid.T) {
	agreeing := !m.expect.agreeing
	m.told("", 1, func() error {
		_, err := m.scene.Store.ChangeStep(m.ctx, m.scene.Facilitator, Key(), m.step, models.StepChange{Agreeing: &agreeing})
		return err
	})
	m.expect.agreeing = agreeing
}

// Agree says that a seat agrees with an idea, or takes it back; sometimes late, by an
// older change. No screen is told of it (INV-18).
func (m *machine) Agree(t *rapid.T) {
	by, idea := m.anyone(t), m.someIdea(t)
	in := models.SetAgreement{Agrees: rapid.Bool().Draw(t, "agrees"), Seq: rapid.Int64Range(1, 4).Draw(t, "seq")}
	_, counted := m.expect.agreed[idea]
	want := refusal(
		by.Facilitates(), models.CodeNotYours,
		!m.open(), models.CodeStepNotOpen,
		m.expect.blind, models.CodeStepBlind,
		m.expect.hidden[idea], models.CodeNotFound,
		!m.expect.agreeing, models.CodeAgreeingOff,
		m.expect.owner[idea] == by.Seat, models.CodeOwnIdea,
		counted, models.CodeAgreementsCounted,
	)
	m.told(want, 0, func() error {
		_, err := m.scene.Store.Agree(m.ctx, by, idea, in)
		return err
	})
	if want == "" && in.Seq > m.expect.said[by.Seat][idea].seq {
		m.expect.said[by.Seat][idea] = said{in.Agrees, in.Seq}
	}
}

// countAgreements is what closing the step does: each idea gets its number once, and who
// agreed is forgotten (docs/adr/0054).
func (m *machine) countAgreements() {
	for idea := range m.expect.owner {
		if _, counted := m.expect.agreed[idea]; counted || !m.expect.agreeing {
			continue
		}
		m.expect.agreed[idea] = 0
		for _, ideas := range m.expect.said {
			if ideas[idea].agrees {
				m.expect.agreed[idea]++
			}
		}
	}
	for seat := range m.expect.said {
		m.expect.said[seat] = map[models.EntryID]said{}
	}
}

// CountAndUndo opens or closes the step while something is to be counted, and takes that
// back: the step is as it was, and what has been counted stays counted (docs/adr/0054).
func (m *machine) CountAndUndo(t *rapid.T) {
	if m.voting() || !m.toCount() {
		t.Skip("nothing is to be counted")
	}
	next := models.StepOpen
	if m.open() {
		next = models.StepClosed
	}
	m.told("", 1, func() error {
		_, err := m.scene.Store.SetStepState(m.ctx, m.scene.Facilitator, Key(), m.step, models.StepMove{State: next})
		return err
	})
	m.undoNewest(0)
	m.countAgreements()
}

// toCount tells whether closing the step would count what people say of its ideas.
func (m *machine) toCount() bool {
	for _, ideas := range m.expect.said {
		if len(ideas) > 0 {
			return true
		}
	}
	return m.expect.agreeing && len(m.expect.agreed) < len(m.expect.owner)
}

// checkAgreements: a number is told once the step has closed, never before, and a seat is
// told what it said itself.
func (m *machine) checkAgreements() {
	changes, err := m.scene.Store.Changes(m.ctx, m.scene.ID, 0)
	must(m.tb, err)
	for _, idea := range changes.Ideas {
		if _, posted := m.expect.owner[idea.ID]; !posted {
			continue // done and undone, by another move
		}
		count, counted := m.expect.agreed[idea.ID]
		if told := idea.Agreed != nil; told != counted || told && *idea.Agreed != count {
			m.tb.Fatalf("INV-18: %d agree with an idea (to be told: %t), and told: %t", count, counted, told)
		}
	}
	for _, seat := range m.scene.Seats {
		mine, err := m.scene.Store.Mine(m.ctx, seat)
		must(m.tb, err)
		for _, one := range mine.Agreed {
			if is := m.expect.said[seat.Seat][one.Idea]; is != (said{one.Agrees, one.Seq}) {
				m.tb.Fatalf("INV-02: a seat is told that it said %+v, and it said %+v", one, is)
			}
		}
		if len(mine.Agreed) != len(m.expect.said[seat.Seat]) {
			m.tb.Fatalf("INV-01: a seat said something of %d ideas, and is told of %d", len(m.expect.said[seat.Seat]), len(mine.Agreed))
		}
	}
}
