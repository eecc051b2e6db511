package modelstest

import (
	"context"
	"fmt"
	"slices"

	"pgregory.net/rapid"

	"dilna/models"
	"dilna/models/store"
)

// tables plays random commands of people at two tables, a guest, their spokespersons
// and a facilitator in a room where several steps are open at once, and holds the
// store against a reference: who takes part where, who leads what, which steps are
// open, what each audience is told.
type tables struct {
	tb       rapid.TB
	ctx      context.Context
	scene    *Scene
	division models.Division
	screens  []*Screen // one for each audience, fed change by change

	steps   []*tableStep
	entries []*tableEntry
	sits    map[models.SeatID]models.PartID
	speaks  map[models.PartID]models.SeatID
	seq     int64
}

// tableStep is a step of everybody or of a table, as it must be.
type tableStep struct {
	models.Step
	round   *models.RoundID                       // the open one
	ballots map[models.SeatID]map[*tableEntry]int // of the open one
	counted bool                                  // a round of it has counted somebody's ballot
	unseen  *models.RoundID                       // the last one, where only facilitators know what it counted
}

// tableEntry is what somebody wrote, as it must be.
type tableEntry struct {
	id, parent models.EntryID
	step       *tableStep
	by         models.SeatID
	text       string
	voted      bool
}

const tableDots = 3

func newTables(tb rapid.TB, s *store.Store) *tables {
	scene := NewScene(tb, s, 5)
	m := &tables{
		tb: tb, ctx: context.Background(), scene: scene,
		sits: map[models.SeatID]models.PartID{}, speaks: map[models.PartID]models.SeatID{},
	}
	part := func(heading string, guests bool) models.DivisionPart {
		return models.DivisionPart{ID: models.NewID[models.PartID](), Heading: heading, Guests: guests}
	}
	division, err := s.AddDivision(m.ctx, scene.Facilitator, Key(), models.NewDivision{
		ID: models.NewID[models.DivisionID](), Heading: "Kde sedíte",
		Parts: []models.DivisionPart{part("Stůl 1", false), part("Stůl 2", false), part("Hosté", true)},
	})
	must(tb, err)
	m.division = division
	for _, of := range []models.PartID{"", division.Parts[0].ID, division.Parts[1].ID} {
		m.addSteps(of, models.MethodCollect, models.MethodFishbone)
	}
	m.addSteps("", models.MethodDecisions, models.MethodTasks)
	m.begin()
	for range models.Audiences {
		m.screens = append(m.screens, &Screen{})
	}
	return m
}

// begin has people sit at both tables, a spokesperson each, at open steps of theirs.
func (m *tables) begin() {
	for i, part := range m.division.Parts[:2] {
		by, secret := m.scene.Seats[i], string(Key())
		must(m.tb, m.scene.Store.GiveSpokesperson(m.ctx, m.scene.Facilitator, secret, part.ID))
		must(m.tb, m.scene.Store.Speak(m.ctx, by, secret))
		m.sits[by.Seat], m.speaks[part.ID] = part.ID, by.Seat
		step := m.steps[2+2*i]
		_, err := m.scene.Store.SetStepState(m.ctx, m.scene.Facilitator, Key(), step.ID, models.StepMove{State: models.StepOpen})
		must(m.tb, err)
		step.State = models.StepOpen
	}
}

func (m *tables) addSteps(part models.PartID, methods ...models.Method) {
	for _, method := range methods {
		step, err := m.scene.Store.AddStep(m.ctx, m.scene.Facilitator, Key(), models.NewStep{
			ID: models.NewID[models.StepID](), Method: method, Heading: "KROK", Part: part,
		})
		must(m.tb, err)
		m.steps = append(m.steps, &tableStep{Step: step})
	}
}

// told runs a command and wants its answer; a refused one leaves everything as it was.
func (m *tables) told(want models.ErrorCode, command func() error) bool {
	m.tb.Helper()
	before := m.dump()
	err := command()
	if got := models.CodeOf(err); got != want {
		m.tb.Fatalf("the answer was %q, not %q (%v)", got, want, err)
	}
	if want != "" && m.dump() != before {
		m.tb.Fatalf("INV-11: a command refused with %s changed something", want)
	}
	return want == ""
}

func (m *tables) dump() string {
	text := m.scene.Look(m.tb, models.Facilitators).Digest(m.tb)
	for _, seat := range m.scene.Seats {
		text += fmt.Sprint(m.mine(seat))
	}
	return text
}

func (m *tables) mine(seat models.Actor) models.Mine {
	mine, err := m.scene.Store.Mine(m.ctx, seat)
	must(m.tb, err)
	return mine
}

func (m *tables) anyone(t *rapid.T) models.Actor {
	return rapid.SampledFrom(append(slices.Clone(m.scene.Seats), m.scene.Facilitator)).Draw(t, "actor")
}

func (m *tables) seat(t *rapid.T) models.Actor {
	return rapid.SampledFrom(m.scene.Seats).Draw(t, "seat")
}

func (m *tables) part(t *rapid.T) models.DivisionPart {
	return rapid.SampledFrom(m.division.Parts).Draw(t, "part")
}

func (m *tables) aStep(t *rapid.T, methods ...models.Method) *tableStep {
	of := slices.DeleteFunc(slices.Clone(m.steps), func(s *tableStep) bool { return len(methods) > 0 && !slices.Contains(methods, s.Method) })
	return rapid.SampledFrom(of).Draw(t, "step")
}

func (m *tables) entry(t *rapid.T) *tableEntry {
	if len(m.entries) == 0 {
		t.Skip("nothing written yet")
	}
	return rapid.SampledFrom(m.entries).Draw(t, "entry")
}

func (m *tables) in(step *tableStep) (entries []*tableEntry) {
	for _, e := range m.entries {
		if e.step == step {
			entries = append(entries, e)
		}
	}
	return entries
}

// guest says whether somebody only watches.
func (m *tables) guest(by models.Actor) bool { return m.sits[by.Seat] == m.division.Parts[2].ID }

// watches is why a person does not take part in a step.
func (m *tables) watches(by models.Actor, step *tableStep) models.ErrorCode {
	return refusal(
		by.Facilitates(), models.ErrorCode(""),
		m.guest(by), models.CodeGuestWatches,
		step.PartID != "" && m.sits[by.Seat] != step.PartID, models.CodeOtherPart,
	)
}

// leads says whether somebody sorts in a step: she who facilitates, and the
// spokesperson of its table while it is open and everybody sees what stands there.
func (m *tables) leads(by models.Actor, step *tableStep) bool {
	speaks := step.PartID != "" && m.speaks[step.PartID] == by.Seat
	return by.Facilitates() || speaks && step.State == models.StepOpen && !step.Blind
}

func firstCode(codes ...models.ErrorCode) models.ErrorCode {
	for _, code := range codes {
		if code != "" {
			return code
		}
	}
	return ""
}

// Write adds an idea, a cause, a decision or a task, sometimes under another.
func (m *tables) Write(t *rapid.T) {
	by, step := m.anyone(t), m.aStep(t)
	in := models.NewEntry{ID: models.NewID[models.EntryID](), Text: rapid.StringMatching(`[a-z]{1,8}`).Draw(t, "text")}
	if above := m.in(step); len(above) > 0 && rapid.Bool().Draw(t, "under another") {
		in.Parent = rapid.SampledFrom(above).Draw(t, "above").id
	}
	forRoom := step.Method == models.MethodDecisions || step.Method == models.MethodTasks
	want := firstCode(
		refusal(!by.Facilitates() && forRoom, models.CodeFacilitatorOnly, !by.Facilitates() && step.State != models.StepOpen, models.CodeStepNotOpen),
		m.watches(by, step),
		refusal(step.round != nil, models.CodeRoundOpen),
	)
	add := func() error {
		_, err := m.scene.Store.AddEntry(m.ctx, by, Key(), step.Method, step.ID, in)
		return err
	}
	if m.told(want, add) {
		m.entries = append(m.entries, &tableEntry{id: in.ID, parent: in.Parent, step: step, by: by.Seat, text: in.Text})
	}
}

// Reword changes a text: one's own, or any of a step one leads.
func (m *tables) Reword(t *rapid.T) {
	by, e, text := m.anyone(t), m.entry(t), rapid.StringMatching(`[A-Z]{1,8}`).Draw(t, "text")
	want := refusal(e.step.round != nil, models.CodeRoundOpen)
	if !m.leads(by, e.step) {
		want = firstCode(
			refusal(e.by != by.Seat, models.CodeNotYours, e.step.State != models.StepOpen, models.CodeStepNotOpen),
			m.watches(by, e.step), want, refusal(e.voted && text != e.text, models.CodeWordingStands),
		)
	}
	if m.told(want, m.change(by, e, models.EntryChange{Text: &text})) {
		e.text = text
	}
}

// Sort moves an entry to the beginning, which only those who lead its step do.
func (m *tables) Sort(t *rapid.T) {
	by, e, first := m.anyone(t), m.entry(t), 0
	want := refusal(!m.leads(by, e.step), models.CodeFacilitatorOnly, e.step.round != nil, models.CodeRoundOpen)
	m.told(want, m.change(by, e, models.EntryChange{Index: &first}))
}

func (m *tables) change(by models.Actor, e *tableEntry, change models.EntryChange) func() error {
	return func() error {
		_, err := m.scene.Store.ChangeEntry(m.ctx, by, Key(), e.step.Method, e.id, change)
		return err
	}
}

// SwitchStep opens, closes or hides a step. What opens closes what its people come
// from, and nothing else.
func (m *tables) SwitchStep(t *rapid.T) {
	step := m.aStep(t)
	state := rapid.SampledFrom([]models.StepState{models.StepOpen, models.StepOpen, models.StepClosed, models.StepWaiting}).Draw(t, "state")
	if state == step.State {
		t.Skip("it is there already")
	}
	closes := []*tableStep{}
	for _, other := range m.steps {
		if other.State == models.StepOpen && (other == step || state == models.StepOpen && other.PartID == step.PartID) {
			closes = append(closes, other)
		}
	}
	voted := slices.ContainsFunc(closes, func(s *tableStep) bool { return s.round != nil })
	set := func() error {
		_, err := m.scene.Store.SetStepState(m.ctx, m.scene.Facilitator, Key(), step.ID, models.StepMove{State: state})
		return err
	}
	if !m.told(refusal(voted, models.CodeRoundOpen), set) {
		return
	}
	for _, other := range closes {
		other.State = models.StepClosed
	}
	step.State = state
}

// SwitchBlind has people of a step write on their own, or see each other's ideas.
func (m *tables) SwitchBlind(t *rapid.T) {
	step := m.aStep(t, models.MethodCollect, models.MethodFishbone)
	blind := !step.Blind
	set := func() error {
		_, err := m.scene.Store.ChangeStep(m.ctx, m.scene.Facilitator, Key(), step.ID, models.StepChange{Blind: &blind})
		return err
	}
	if m.told(refusal(step.round != nil, models.CodeRoundOpen), set) {
		step.Blind = blind
	}
}

// Sit has somebody sit down, change over, or become a guest.
func (m *tables) Sit(t *rapid.T) {
	by, to := m.seat(t), m.part(t).ID
	if m.told(m.settled(by, to), func() error {
		_, err := m.scene.Store.ChoosePart(m.ctx, by, m.division.ID, models.ChosenPart{Part: to})
		return err
	}) {
		m.sat(by, to)
	}
}

// settled is why somebody cannot change over: something of hers hangs on her part.
func (m *tables) settled(by models.Actor, to models.PartID) models.ErrorCode {
	now := m.sits[by.Seat]
	if now == "" || now == to {
		return ""
	}
	holds := slices.ContainsFunc(m.entries, func(e *tableEntry) bool { return e.by == by.Seat && e.step.PartID == now })
	for _, step := range m.steps {
		holds = holds || step.PartID == now && (step.counted || dotsOf(step.ballots[by.Seat]) > 0)
	}
	return refusal(holds, models.CodePartSettled)
}

func dotsOf(ballot map[*tableEntry]int) (sum int) {
	for _, dots := range ballot {
		sum += dots
	}
	return sum
}

// sat is what follows: a guest has no dots, and nobody speaks for a table she has left.
func (m *tables) sat(by models.Actor, to models.PartID) {
	if now := m.sits[by.Seat]; now != to && now != "" && m.speaks[now] == by.Seat {
		delete(m.speaks, now)
	}
	m.sits[by.Seat] = to
	if m.guest(by) {
		for _, step := range m.steps {
			delete(step.ballots, by.Seat)
		}
	}
}

// Speak gives a link, which somebody uses, twice: whoever spoke for the table does no more.
func (m *tables) Speak(t *rapid.T) {
	by, part, secret := m.seat(t), m.part(t), string(Key())
	give := func() error { return m.scene.Store.GiveSpokesperson(m.ctx, m.scene.Facilitator, secret, part.ID) }
	if !m.told(refusal(part.Guests, models.CodeInvalid), give) {
		return
	}
	delete(m.speaks, part.ID)
	speak := func() error { return m.scene.Store.Speak(m.ctx, by, secret) }
	if !m.told(m.settled(by, part.ID), speak) {
		return
	}
	m.sat(by, part.ID)
	m.speaks[part.ID] = by.Seat
	m.told("", speak)
	other := rapid.SampledFrom(m.scene.Seats).Draw(t, "other")
	if other.Seat != by.Seat {
		m.told(models.CodeLinkUsed, func() error { return m.scene.Store.Speak(m.ctx, other, secret) })
	}
}
