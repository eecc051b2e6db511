package modelstest

import (
	"maps"
	"slices"

	"pgregory.net/rapid"

	"dilna/models"
)

// EnterPaper enters a paper ballot, corrects one, or takes it back, and
// sometimes sends the command twice.
func (m *machine) EnterPaper(t *rapid.T) {
	if m.expect.round == nil {
		t.Skip("no round yet")
	}
	id := models.NewID[models.BallotID]()
	if known := slices.Sorted(maps.Keys(m.expect.paper)); len(known) > 0 && rapid.Bool().Draw(t, "correct") {
		id = rapid.SampledFrom(known).Draw(t, "ballot")
	}
	m.papers++
	in := models.SetPaperBallot{Votes: m.someVotes(t), Seq: m.papers}
	want := m.refuses(in.Votes, true)
	enter := func() error {
		_, err := m.scene.Store.SetPaperBallot(m.ctx, m.scene.Facilitator, m.expect.round.ID, id, in)
		return err
	}
	m.told(want, 0, enter)
	if want != "" {
		return
	}
	m.expect.paper[id] = valuesOf(in.Votes)
	m.told("", 0, enter) // INV-02
}

// paperCast is how many paper ballots say something.
func (m *machine) paperCast() int {
	cast := 0
	for _, ballot := range m.expect.paper {
		if len(ballot) > 0 {
			cast++
		}
	}
	return cast
}

// checkPaper: the facilitator is shown what counts of each paper ballot while
// the round is open and nothing afterwards; the counts tell paper apart.
func (m *machine) checkPaper() {
	if m.expect.round == nil {
		return
	}
	shown, err := m.scene.Store.PaperBallots(m.ctx, m.scene.Facilitator, m.expect.round.ID)
	must(m.tb, err)
	if !m.voting() {
		if len(shown) > 0 {
			m.tb.Fatalf("INV-25: a closed round shows %d paper ballots", len(shown))
		}
		return
	}
	if len(shown) != len(m.expect.paper) {
		m.tb.Fatalf("INV-01: %d paper ballots are shown of %d", len(shown), len(m.expect.paper))
	}
	for i, ballot := range shown {
		counts := map[models.EntryID]int{}
		for _, dots := range ballot.Dots {
			counts[dots.Idea] = dots.Count
		}
		if ballot.Number != i+1 || !maps.Equal(counts, m.expect.paper[ballot.ID]) {
			m.tb.Fatalf("INV-05: paper ballot %d holds %v, %v was entered", ballot.Number, counts, m.expect.paper[ballot.ID])
		}
	}
	progress, err := m.scene.Store.Progress(m.ctx, m.scene.ID)
	must(m.tb, err)
	if got := progress.Ballots[0]; got.Paper != m.paperCast() || got.Count < got.Paper || got.Spent > got.Count {
		m.tb.Fatalf("the counts of ballots are %+v, %d are on paper", got, m.paperCast())
	}
}
