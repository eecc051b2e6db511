package modelstest

import (
	"slices"

	"pgregory.net/rapid"

	"dilna/models"
)

// What people at tables are told, held against what it must be.

// Check is run after each command.
func (m *tables) Check(*rapid.T) {
	for i, audience := range models.Audiences {
		changes, err := m.scene.Store.Changes(m.ctx, m.scene.ID, m.screens[i].Revision)
		must(m.tb, err)
		m.screens[i].Apply(m.tb, changes.For(audience))
		whole := m.scene.Look(m.tb, audience)
		if whole.Digest(m.tb) != m.screens[i].Digest(m.tb) {
			m.tb.Fatalf("INV-13, INV-16: the folded screen\n%s\nis not the whole picture\n%s", m.screens[i].Digest(m.tb), whole.Digest(m.tb))
		}
		m.checkShown(whole, audience)
	}
	m.checkSeats()
}

// checkShown: each audience sees all that is not behind the curtain, of every table,
// and nothing that is; of each entry what it must be.
func (m *tables) checkShown(screen *Screen, audience models.Audience) {
	for _, step := range m.steps {
		shown := audience == models.Facilitators || step.State != models.StepWaiting
		row, told := screen.rows[string(step.ID)].(models.Step)
		if told != shown || told && row.State != step.State {
			m.tb.Fatalf("INV-12, INV-17: a step that is %s is told as %+v", step.State, row)
		}
	}
	for _, e := range m.entries {
		shown := audience == models.Facilitators || e.step.State != models.StepWaiting && !e.step.Blind
		row, told := screen.rows[string(e.id)].(models.Entry)
		if told != shown {
			m.tb.Fatalf("INV-17, INV-18: an entry of a step that is %s, blind %t, is shown to audience %d: %t", e.step.State, e.step.Blind, audience, told)
		}
		if told && (row.Text != e.text || row.ParentID != e.parent || row.StepID != e.step.ID) {
			m.tb.Fatalf("INV-01: %+v is told of what is %+v", row, e)
		}
	}
}

// checkSeats: each person sits where the reference says, speaks for whom it says, and
// has the dots she placed, in rounds of her own table and of everybody's.
func (m *tables) checkSeats() {
	for _, seat := range m.scene.Seats {
		mine, speaks := m.mine(seat), models.PartID("")
		for part, by := range m.speaks {
			if by == seat.Seat {
				speaks = part
			}
		}
		sits := slices.DeleteFunc([]models.PartID{m.sits[seat.Seat]}, func(p models.PartID) bool { return p == "" })
		if !slices.Equal(mine.Parts, sits) || mine.Speaks != speaks {
			m.tb.Fatalf("a seat is told that it sits in %v and speaks for %q, not %v and %q", mine.Parts, mine.Speaks, sits, speaks)
		}
		for _, step := range m.steps {
			if step.round == nil {
				continue
			}
			placed := 0
			for _, ballot := range mine.Ballots {
				if ballot.Round == *step.round {
					for _, vote := range ballot.Votes {
						placed += vote.Value
					}
				}
			}
			if placed != dotsOf(step.ballots[seat.Seat]) {
				m.tb.Fatalf("INV-03: a seat has %d dots in a round, not %d", placed, dotsOf(step.ballots[seat.Seat]))
			}
		}
	}
}
