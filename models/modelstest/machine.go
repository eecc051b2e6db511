package modelstest

import (
	"context"
	"encoding/json"
	"slices"

	"pgregory.net/rapid"

	"dilna/models"
	"dilna/models/store"
)

// machine plays random commands of several people against a store and against
// a reference made of maps, and holds the two against each other after each
// step. The ids in its messages are docs/reliability.md's.
type machine struct {
	tb       rapid.TB
	ctx      context.Context
	scene    *Scene
	reopen   func() *store.Store
	step     models.StepID
	bone     models.StepID // a fishbone, beside the step the people are at
	expect   reference
	screens  []*Screen         // one for each audience, fed change by change
	seen     []map[string]bool // ids of all rows each audience has ever been shown
	at       models.Revision
	results  map[models.RoundID]string // standings of closed rounds, as first told
	sent     []sent                    // dots, to be sent again in any order
	promised []*promised               // tasks of an earlier meeting
	papers   int64                     // seq of the newest change of a paper ballot
	cast     int64                     // seq of the newest whole ballot
}

// reference is what must be true, kept as simply as it can be said.
type reference struct {
	ideas  []models.EntryID // not removed, in the order collected
	gone   []models.EntryID
	owner  map[models.EntryID]models.SeatID
	voted  map[models.EntryID]bool
	text   map[models.EntryID]string
	round  *models.Round
	rule   machineRule // of the round
	dots   map[models.SeatID]map[models.EntryID]int
	paper  map[models.BallotID]map[models.EntryID]int
	newest map[models.SeatID]map[models.EntryID]int64
	state  models.StepState
	blind  bool
	hidden map[models.EntryID]bool // from the wall

	agreeing bool
	said     map[models.SeatID]map[models.EntryID]said // while the step is open
	agreed   map[models.EntryID]int                    // how many, once it has closed
}

// sent is a command that changed dots, as the phone sent it.
type sent struct {
	by   models.Actor
	in   models.SetDots
	idea models.EntryID
}

const (
	machineDots    = 3
	machinePerIdea = 2
)

func newMachine(tb rapid.TB, s *store.Store, reopen func() *store.Store) *machine {
	scene := NewScene(tb, s, 3)
	m := &machine{
		tb: tb, ctx: context.Background(), scene: scene, reopen: reopen,
		bone:    scene.Step(tb, models.MethodFishbone).ID,
		step:    scene.Step(tb, models.MethodCollect).ID,
		results: map[models.RoundID]string{},
		expect: reference{
			owner: map[models.EntryID]models.SeatID{}, voted: map[models.EntryID]bool{}, text: map[models.EntryID]string{}, state: models.StepOpen,
			hidden: map[models.EntryID]bool{}, said: map[models.SeatID]map[models.EntryID]said{}, agreed: map[models.EntryID]int{},
			agreeing: true,
		},
	}
	for _, seat := range scene.Seats {
		m.expect.said[seat.Seat] = map[models.EntryID]said{}
	}
	for range models.Audiences {
		m.screens, m.seen = append(m.screens, &Screen{}), append(m.seen, map[string]bool{})
	}
	m.promise()
	_, err := s.ChangeStep(m.ctx, scene.Facilitator, Key(), m.step, models.StepChange{Agreeing: new(true)})
	must(tb, err)
	m.look()
	return m
}

// look brings every screen up to date by the change since it last looked.
func (m *machine) look() {
	for i, audience := range models.Audiences {
		changes, err := m.scene.Store.Changes(m.ctx, m.scene.ID, m.screens[i].Revision)
		must(m.tb, err)
		view := changes.For(audience)
		for _, id := range view.Gone {
			if !m.seen[i][id] {
				m.tb.Fatalf("INV-18: a screen is told of a row that nobody of its audience has ever seen")
			}
		}
		m.screens[i].Apply(m.tb, view)
		for id := range m.screens[i].rows {
			m.seen[i][id] = true
		}
	}
	m.at = m.screens[0].Revision
}

// told runs a command and checks what every command owes: an accepted one is
// one revision, or none where it changes nothing that is seen; a refused one
// leaves everything as it was.
func (m *machine) told(want models.ErrorCode, revisions int, command func() error) {
	m.tb.Helper()
	before := m.dump()
	err := command()
	if got := models.CodeOf(err); got != want {
		m.tb.Fatalf("the answer was %q, not %q (%v)", got, want, err)
	}
	if want != "" && m.dump() != before {
		m.tb.Fatalf("INV-11: a command refused with %s changed something", want)
	}
	w, err := m.scene.Store.Workshop(m.ctx, m.scene.ID)
	must(m.tb, err)
	if w.Revision != m.at+models.Revision(revisions) {
		m.tb.Fatalf("INV-15: revision %d after %d, and the command is worth %d", w.Revision, m.at, revisions)
	}
	m.look()
}

func (m *machine) dump() string {
	text := m.scene.Look(m.tb, models.Facilitators).Digest(m.tb)
	for _, seat := range m.scene.Seats {
		mine, err := m.scene.Store.Mine(m.ctx, seat)
		must(m.tb, err)
		told, err := json.Marshal(mine)
		must(m.tb, err)
		text += string(told)
	}
	return text
}

func (m *machine) anyone(t *rapid.T) models.Actor {
	return rapid.SampledFrom(append(slices.Clone(m.scene.Seats), m.scene.Facilitator)).Draw(t, "actor")
}

func (m *machine) seat(t *rapid.T) models.Actor {
	return rapid.SampledFrom(m.scene.Seats).Draw(t, "seat")
}

func (m *machine) someIdea(t *rapid.T) models.EntryID {
	if len(m.expect.ideas) == 0 {
		t.Skip("no ideas yet")
	}
	return rapid.SampledFrom(m.expect.ideas).Draw(t, "idea")
}

// refusal is the first of the reasons that holds.
func refusal(reasons ...any) models.ErrorCode {
	for i := 0; i < len(reasons); i += 2 {
		if reasons[i].(bool) {
			return reasons[i+1].(models.ErrorCode)
		}
	}
	return ""
}

func (m *machine) open() bool { return m.expect.state == models.StepOpen }

func (m *machine) voting() bool {
	return m.expect.round != nil && m.expect.round.State == models.RoundOpen
}

// PostIdea adds an idea, and sometimes sends the command twice.
func (m *machine) PostIdea(t *rapid.T) {
	by := m.anyone(t)
	key := Key()
	in := models.NewEntry{ID: models.NewID[models.EntryID](), Text: rapid.StringMatching(`[a-zá-ž ]{0,12}[a-z]`).Draw(t, "text")}
	want := refusal(!by.Facilitates() && !m.open(), models.CodeStepNotOpen, m.voting(), models.CodeRoundOpen)
	m.told(want, worth(want), func() error { return m.post(by, key, in) })
	if want != "" {
		return
	}
	m.expect.ideas = append(m.expect.ideas, in.ID)
	m.expect.owner[in.ID], m.expect.text[in.ID] = by.Seat, models.Tidy(in.Text)
	if rapid.Bool().Draw(t, "again") {
		m.told("", 0, func() error { return m.post(by, key, in) }) // INV-02
	}
	in.Text += "!"
	m.told(models.CodeKeyReused, 0, func() error { return m.post(by, key, in) })
}

func (m *machine) post(by models.Actor, key models.Key, in models.NewEntry) error {
	_, err := m.scene.Store.AddEntry(m.ctx, by, key, models.MethodCollect, m.step, in)
	return err
}

func worth(want models.ErrorCode) int {
	if want == "" {
		return 1
	}
	return 0
}

// RemoveIdea takes an idea out, if it may be.
func (m *machine) RemoveIdea(t *rapid.T) {
	by, idea := m.anyone(t), m.someIdea(t)
	want := m.mayChange(by, idea)
	if want == "" {
		want = refusal(m.voting(), models.CodeRoundOpen, m.expect.voted[idea], models.CodeIdeaHasVotes)
	}
	m.told(want, worth(want), func() error {
		return m.scene.Store.Remove(m.ctx, by, Key(), models.PartIdeas, string(idea))
	})
	if want == "" {
		at := slices.Index(m.expect.ideas, idea)
		m.expect.ideas = slices.Delete(m.expect.ideas, at, at+1)
		m.expect.gone = append(m.expect.gone, idea)
	}
}

func (m *machine) mayChange(by models.Actor, idea models.EntryID) models.ErrorCode {
	return refusal(
		by.Facilitates(), models.ErrorCode(""),
		m.expect.owner[idea] != by.Seat, models.CodeNotYours,
		!m.open(), models.CodeStepNotOpen,
	)
}

// RestoreIdea undoes a removal.
func (m *machine) RestoreIdea(t *rapid.T) {
	if len(m.expect.gone) == 0 {
		t.Skip("nothing removed")
	}
	by, idea := m.anyone(t), rapid.SampledFrom(m.expect.gone).Draw(t, "gone")
	want := m.mayChange(by, idea)
	if want == "" {
		want = refusal(m.voting(), models.CodeRoundOpen)
	}
	m.told(want, worth(want), func() error {
		return m.scene.Store.Restore(m.ctx, by, Key(), models.PartIdeas, string(idea))
	})
	if want == "" {
		at := slices.Index(m.expect.gone, idea)
		m.expect.gone = slices.Delete(m.expect.gone, at, at+1)
		m.expect.ideas = append(m.expect.ideas, idea)
	}
}

// RewordIdea changes a text, or says the same again, which is no change.
func (m *machine) RewordIdea(t *rapid.T) {
	by, idea := m.anyone(t), m.someIdea(t)
	text := rapid.OneOf(rapid.Just(m.expect.text[idea]), rapid.StringMatching(`[a-z]{1,8}`)).Draw(t, "text")
	same := text == m.expect.text[idea]
	want := m.mayChange(by, idea)
	if want == "" {
		want = refusal(m.voting(), models.CodeRoundOpen, !by.Facilitates() && m.expect.voted[idea] && !same, models.CodeWordingStands)
	}
	revisions := worth(want)
	if same {
		revisions = 0
	}
	m.told(want, revisions, func() error {
		_, err := m.scene.Store.ChangeEntry(m.ctx, by, Key(), models.MethodCollect, idea, models.EntryChange{Text: &text})
		return err
	})
	if want == "" {
		m.expect.text[idea] = text
	}
}

// SwitchStep opens the step, closes it, or takes it back behind the curtain.
func (m *machine) SwitchStep(t *rapid.T) {
	next := rapid.SampledFrom([]models.StepState{models.StepWaiting, models.StepOpen, models.StepClosed}).Draw(t, "state")
	if next == m.expect.state {
		t.Skip("it is there already")
	}
	want := refusal(m.voting(), models.CodeRoundOpen)
	m.told(want, worth(want), func() error {
		_, err := m.scene.Store.SetStepState(m.ctx, m.scene.Facilitator, Key(), m.step, models.StepMove{State: next})
		return err
	})
	if want == "" {
		if m.open() {
			m.countAgreements()
		}
		m.expect.state = next
	}
}

// Restart closes the store and opens it on the same files (INV-01).
func (m *machine) Restart(t *rapid.T) {
	if rapid.IntRange(0, 9).Draw(t, "rarely") > 0 {
		t.Skip("a restart costs much")
	}
	before := m.dump()
	m.scene.Store = m.reopen()
	if after := m.dump(); after != before {
		m.tb.Fatalf("INV-01: a restart changed\n%s\nto\n%s", before, after)
	}
}

// Check is run after each command.
func (m *machine) Check(*rapid.T) {
	for i, audience := range models.Audiences {
		whole := m.scene.Look(m.tb, audience)
		if whole.Digest(m.tb) != m.screens[i].Digest(m.tb) {
			m.tb.Fatalf("INV-13, INV-16: the folded screen\n%s\nis not the whole picture\n%s", m.screens[i].Digest(m.tb), whole.Digest(m.tb))
		}
		hidden := audience != models.Facilitators && (m.expect.state == models.StepWaiting || m.expect.blind)
		for _, idea := range m.expect.ideas {
			if Has(whole, idea) == hidden {
				m.tb.Fatalf("INV-01, INV-17: an acknowledged idea is shown: %t", hidden)
			}
		}
		for _, idea := range m.expect.gone {
			if Has(whole, idea) {
				m.tb.Fatalf("INV-17: a removed idea is shown")
			}
		}
		if current := whole.Workshop.CurrentStep; current != "" && !Has(whole, current) {
			m.tb.Fatalf("INV-12: the current step is not on the screen")
		}
	}
	m.checkBallots()
	m.checkPaper()
	m.checkResults()
	m.checkUnseen()
	m.checkPromises()
	m.checkAgreements()
}
