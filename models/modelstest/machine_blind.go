package modelstest

import (
	"slices"
	"strings"

	"pgregory.net/rapid"

	"dilna/models"
)

// SwitchBlind hides what people write from each other, or reveals it.
func (m *machine) SwitchBlind(*rapid.T) {
	blind := !m.expect.blind
	want := refusal(m.voting(), models.CodeRoundOpen)
	m.told(want, worth(want), func() error {
		_, err := m.scene.Store.ChangeStep(m.ctx, m.scene.Facilitator, Key(), m.step, models.StepChange{Blind: &blind})
		return err
	})
	if want == "" {
		m.expect.blind = blind
	}
}

// HideIdea takes an idea off the wall, or puts it back, also while people vote.
func (m *machine) HideIdea(t *rapid.T) {
	by, idea := m.anyone(t), m.someIdea(t)
	hidden := !m.expect.hidden[idea]
	want := refusal(!by.Facilitates(), models.CodeFacilitatorOnly)
	m.told(want, worth(want), func() error {
		_, err := m.scene.Store.ChangeEntry(m.ctx, by, Key(), models.MethodCollect, idea, models.EntryChange{Hidden: &hidden})
		return err
	})
	if want == "" {
		m.expect.hidden[idea] = hidden
	}
}

// checkUnseen: while people write on their own each is told her own ideas and
// no other's (INV-18), and of what is hidden wall and phones know the place alone.
func (m *machine) checkUnseen() {
	for _, seat := range m.scene.Seats {
		mine, err := m.scene.Store.Mine(m.ctx, seat)
		must(m.tb, err)
		var want, got []models.EntryID
		for _, idea := range m.expect.ideas {
			if (m.expect.blind || m.expect.hidden[idea]) && m.expect.state != models.StepWaiting && m.expect.owner[idea] == seat.Seat {
				want = append(want, idea)
			}
		}
		for i, idea := range mine.Unseen.Ideas {
			got = append(got, idea.ID)
			if idea.Position != i+1 {
				m.tb.Fatalf("INV-18: the place of an idea tells that others wrote before it")
			}
		}
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(want, got) {
			m.tb.Fatalf("INV-18: a seat is told %v of what is hidden, hers are %v", got, want)
		}
	}
	changes, err := m.scene.Store.Changes(m.ctx, m.scene.ID, 0)
	must(m.tb, err)
	for _, idea := range slices.Concat(changes.For(models.Wall).Ideas, changes.For(models.Participants).Ideas) {
		if told := strings.Join(append(idea.Merged, idea.Text, idea.Note, idea.Author), ""); m.expect.hidden[idea.ID] != (told == "") {
			m.tb.Fatalf("INV-18: wall or phones are told %q of an idea, hidden is %t", told, m.expect.hidden[idea.ID])
		}
	}
}
