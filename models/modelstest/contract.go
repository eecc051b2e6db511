package modelstest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"dilna/models"
	"dilna/models/store"
)

// Opener opens a fresh, empty store, and can close and open it again on the
// same data.
type Opener func(t testing.TB) (s *store.Store, reopen func() *store.Store)

// StoreContract is what every database must keep. A dialect joins it with an
// Opener; nothing here knows which one it is.
func StoreContract(t *testing.T, open Opener) {
	t.Run("INV-01 to INV-17 hold for random commands of several people", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(rt *rapid.T) {
			s, reopen := open(t)
			m := newMachine(rt, s, reopen)
			defer func() { must(t, m.scene.Store.Close()) }()
			rt.Repeat(rapid.StateMachineActions(m))
		})
	})
	t.Run("who takes part where holds for random commands at tables (INV-01, INV-11 to INV-18)", func(t *testing.T) {
		t.Parallel()
		rapid.Check(t, func(rt *rapid.T) {
			s, _ := open(t)
			m := newTables(rt, s)
			defer func() { must(t, s.Close()) }()
			rt.Repeat(rapid.StateMachineActions(m))
		})
	})
	for name, test := range map[string]func(*testing.T, *store.Store){
		"INV-03 the last dots are placed once, however many ask":       lastDots,
		"INV-07 closing a round is one moment":                         closingIsOneMoment,
		"INV-10 shuffled and repeated dots end like the ordered ones":  shuffledDots,
		"INV-15 a resumer misses nothing while everyone writes":        nothingMissed,
		"INV-02 fifty people with one key have one effect":             oneKey,
		"INV-09 removing and restoring a step loses nothing":           stepComesBack,
		"a removed step comes back as the only open one":               onlyOneStepOpen,
		"TM-05 ids of another workshop are not found":                  foreignIDs,
		"fifty people join at once":                                    joinAtOnce,
		"a closed round leaves nobody's ballot behind":                 nobodysBallots,
		"INV-03 a paper ballot has the limits of a phone":              paperLimits,
		"INV-02 paper ballots entered at once are each counted once":   paperAtOnce,
		"INV-10 a paper ballot is corrected by its newest change":      paperInOrder,
		"INV-25 after closing a paper ballot is nobody's":              paperUnlinked,
		"a second round among the tied stands beside the first":        secondRound,
		"a cause never comes to stand under itself":                    noCauseCycle,
		"a tree grows to twenty levels and no deeper":                  depthLimit,
		"a topic takes no more marks than its step allows":             marksLimit,
		"moving touches only what moves":                               movingTouchesLittle,
		"what is imported is exported the same":                        importExport,
		"a topic taken over keeps the wording it came from":            takenOver,
		"typed totals close a round, and may be corrected":             typedTotals,
		"a closed step refuses participants, not the facilitator":      closedStep,
		"only the declared transitions of a workshop happen (INV-23)":  transitions,
		"undo takes back only what has not changed since":              onlyUnchanged,
		"undo takes nobody's work along":                               undoKeepsOthersWork,
		"a round that has been voted on is never offered to be undone": roundsAreNotUndone,
		"the history keeps the newest entries":                         historyIsBounded,
		"what is added together is taken back together":                addedTogether,
		"a late day is shortened in one act":                           plannedTogether,
		"of what is added together nothing stands if one is refused":   allOrNone,
		"a cause dragged between others goes back in one press":        draggedCause,
		"undo ties together nothing that was removed one by one":       removedOneByOne,
		"undo makes no tree deeper than it may be":                     undoneTooDeep,
		"undo merges no idea into one that is gone":                    mergedIntoTheGone,
		"what moves along with an idea keeps to the marks of a topic":  marksMoveAlong,
		"merged ideas keep their points and can be taken out":          mergedIdeas,
		"the first wording of an idea is kept for the facilitator":     firstWording,
		"an idea under another moves along with it":                    nestedIdeas,
		"a pair said to differ is not suggested again":                 dismissedPairs,
		"an approved version of the minutes never changes (INV-23)":    frozenEdition,
		"a remark under an idea is no line of a ballot unless wanted":  remarksAreNoLines,
		"minutes stand on the stationery of their programme":           stationeryKept,
		"who approves minutes approves the draft she saw":              approvedAsSeen,
		"many who approve at once make one version (INV-02)":           approvedOnce,
		"what is left out of the minutes is in no topic's origin":      leftOutOfOrigins,
		"what is left out of the minutes keeps its votes":              leavingOut,
		"a move happens once, however often it is pressed":             movesHappenOnce,
		"a vote seen empty is not ended under the first ballot":        emptySeenNoLonger,
		"who does not say what she saw moves as before":                whoSaysNothing,
		"minutes published again are at the same address":              publicAddress,
		"of ten who publish at once one is obeyed (INV-02)":            movedOnce,
		"what a version drops is asked about where it is public":       olderPublic,
		"a vote nobody took part in is no vote":                        nobodyVotedIsNoVote,
		"a vote nobody took part in opens again with a new key":        nobodyVotedOpensAgain,
		"a vote nobody took part in is removed and comes back":         nobodyVotedIsRemoved,
		"a one-time link is good for one":                              oneTimeLink,
	} {
		t.Run(name, onFresh(open, test))
	}
	for name, test := range feedbackContract {
		t.Run(name, onFresh(open, test))
	}
	for name, test := range ballotContract {
		t.Run(name, onFresh(open, test))
	}
	for name, test := range wordingContract {
		t.Run(name, onFresh(open, test))
	}
	for name, test := range preparing {
		t.Run(name, onFresh(open, test))
	}
	for name, test := range agreedContract {
		t.Run(name, onFresh(open, test))
	}
	for name, test := range promiseContract {
		t.Run(name, onFresh(open, test))
	}
	for name, test := range roundPartContract {
		t.Run(name, onFresh(open, test))
	}
	for name, test := range partResultContract {
		t.Run(name, onFresh(open, test))
	}
	for name, test := range combinationContract {
		t.Run(name, onFresh(open, test))
	}
	for name, test := range photoContract {
		t.Run(name, onFresh(open, test))
	}
	for name, test := range photoErasingContract {
		t.Run(name, onFresh(open, test))
	}
	for name, test := range divisionContract {
		t.Run(name, onFresh(open, test))
	}
	for name, test := range spokespersonContract {
		t.Run(name, onFresh(open, test))
	}
	for name, test := range admissionContract {
		t.Run(name, onFresh(open, test))
	}
	for name, test := range wholeContract {
		t.Run(name, onFresh(open, test))
	}
	for name, test := range atOnceContract {
		t.Run(name, onFresh(open, test))
	}
	for name, test := range ruleContract {
		t.Run(name, onFresh(open, test))
	}
	for name, test := range votingContract {
		t.Run(name, onFresh(open, test))
	}
	for name, test := range receiptContract {
		t.Run(name, onFresh(open, test))
	}
	for name, test := range limitContract {
		t.Run(name, onFresh(open, test))
	}
	for name, test := range drawContract {
		t.Run(name, onFresh(open, test))
	}
	for name, test := range agreementContract {
		t.Run(name, onFresh(open, test))
	}
	for name, test := range proposalContract {
		t.Run(name, onFresh(open, test))
	}
	for name, test := range revealContract {
		t.Run(name, onFresh(open, test))
	}
	for name, test := range draftHistory {
		t.Run(name, onFresh(open, test))
	}
	for name, test := range officeContract {
		t.Run(name, onFresh(open, test))
	}
	for name, test := range letterboxContract {
		t.Run(name, onFresh(open, test))
	}
	for name, test := range signalContract {
		t.Run(name, onFresh(open, test))
	}
	t.Run("whoever saves over somebody else's text is told both", onFresh(open, twoAtOneText))
}

// onFresh is a test on a store of its own.
func onFresh(open Opener, test func(*testing.T, *store.Store)) func(*testing.T) {
	return func(t *testing.T) {
		t.Parallel()
		s, _ := open(t)
		test(t, s)
		must(t, s.Close())
	}
}

// together runs fn n times at once and returns what each answered.
func together(n int, fn func(i int) error) []error {
	errs := make([]error, n)
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() { errs[i] = fn(i) })
	}
	wg.Wait()
	return errs
}

func count(errs []error, code models.ErrorCode) int {
	n := 0
	for _, err := range errs {
		if models.CodeOf(err) == code {
			n++
		}
	}
	return n
}

func want(t *testing.T, err error, code models.ErrorCode) {
	t.Helper()
	if got := models.CodeOf(err); got != code {
		t.Fatalf("the answer was %q, not %q (%v)", got, code, err)
	}
}

func lastDots(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	ideas := make([]models.Entry, 20)
	for i := range ideas {
		ideas[i] = r.Idea(t, step.ID, fmt.Sprint("podnět ", i))
	}
	round := r.Round(t, step.ID, 3, 1)
	errs := together(20, func(i int) error {
		_, err := s.PlaceDots(t.Context(), r.Seats[0], round.ID, ideas[i].ID, models.SetDots{Count: 1, Seq: 1})
		return err
	})
	if ok, spent := count(errs, ""), count(errs, models.CodeDotsSpent); ok != 3 || spent != 17 {
		t.Fatalf("%d placed, %d refused; 3 and 17 expected: %v", ok, spent, errors.Join(errs...))
	}
}

func closingIsOneMoment(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 40)
	step := r.Step(t, models.MethodCollect)
	idea := r.Idea(t, step.ID, "podnět")
	round := r.Round(t, step.ID, 1, 1)
	errs := together(41, func(i int) error {
		if i == 40 {
			_, err := s.SetRoundState(t.Context(), r.Facilitator, Key(), round.ID, models.RoundMove{State: models.RoundClosed})
			return err
		}
		_, err := s.PlaceDots(t.Context(), r.Seats[i], round.ID, idea.ID, models.SetDots{Count: 1, Seq: 1})
		return err
	})
	must(t, errs[40])
	acknowledged := count(errs[:40], "")
	if late := count(errs[:40], models.CodeRoundClosed); acknowledged+late != 40 {
		t.Fatalf("%d counted and %d refused of 40: %v", acknowledged, late, errors.Join(errs...))
	}
	changes, err := s.Changes(t.Context(), r.ID, 0)
	must(t, err)
	total := 0
	for _, counted := range changes.Totals[round.ID] { // none where nobody was in time
		total += *counted.Points
	}
	if total != acknowledged {
		t.Fatalf("%d dots were acknowledged, the total is %d", acknowledged, total)
	}
}

func shuffledDots(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	a, b := r.Idea(t, step.ID, "a"), r.Idea(t, step.ID, "b")
	round := r.Round(t, step.ID, 5, 5)
	commands := []models.SetDots{{Count: 1, Seq: 1}, {Count: 3, Seq: 2}, {Count: 0, Seq: 3}, {Count: 2, Seq: 4}}
	rapid.Check(t, func(rt *rapid.T) {
		order := rapid.Permutation(append(slices.Clone(commands), commands...)).Draw(rt, "order")
		base := rapid.Int64Range(1, 1<<40).Draw(rt, "base") * 100
		for _, in := range order {
			for _, idea := range []models.EntryID{a.ID, b.ID} {
				in := models.SetDots{Count: in.Count, Seq: base + in.Seq}
				_, err := s.PlaceDots(context.Background(), r.Seats[0], round.ID, idea, in)
				if code := models.CodeOf(err); code != "" && code != models.CodeDotsSpent {
					rt.Fatal(err)
				}
			}
		}
	})
	mine, err := s.Mine(t.Context(), r.Seats[0])
	must(t, err)
	if mine.Ballots[0].Left < 0 {
		t.Fatalf("INV-03: %d dots left", mine.Ballots[0].Left)
	}
}

func nothingMissed(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	step := r.Step(t, models.MethodCollect)
	const writers, each = 16, 10
	done := make(chan struct{})
	var seen int
	var watching sync.WaitGroup
	watching.Go(func() {
		at, last := models.Revision(0), false
		for !last {
			select {
			case <-done:
				last = true // one look after the last write
			default:
			}
			changes, err := s.Changes(context.Background(), r.ID, at)
			if err != nil {
				t.Error(err)
				return
			}
			seen += len(changes.Ideas)
			at = changes.Workshop.Revision
		}
	})
	errs := together(writers, func(int) error {
		for range each {
			in := models.NewEntry{ID: models.NewID[models.EntryID](), Text: "podnět"}
			if _, err := s.AddEntry(context.Background(), r.Facilitator, Key(), models.MethodCollect, step.ID, in); err != nil {
				return err
			}
		}
		return nil
	})
	close(done)
	watching.Wait()
	must(t, errors.Join(errs...))
	if seen != writers*each {
		t.Fatalf("a resumer saw %d of %d ideas", seen, writers*each)
	}
}

func oneKey(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step := r.Step(t, models.MethodCollect)
	key, in := Key(), models.NewEntry{ID: models.NewID[models.EntryID](), Text: "podnět"}
	errs := together(50, func(int) error {
		_, err := s.AddEntry(t.Context(), r.Seats[0], key, models.MethodCollect, step.ID, in)
		return err
	})
	must(t, errors.Join(errs...))
	changes, err := s.Changes(t.Context(), r.ID, 0)
	must(t, err)
	if len(changes.Ideas) != 1 {
		t.Fatalf("one command sent 50 times made %d ideas", len(changes.Ideas))
	}
}

func joinAtOnce(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	errs := together(50, func(int) error {
		_, err := s.Join(t.Context(), r.ID, string(Key()))
		return err
	})
	must(t, errors.Join(errs...))
	progress, err := s.Progress(t.Context(), r.ID)
	must(t, err)
	if progress.Seats != 50 {
		t.Fatalf("%d seats for 50 people", progress.Seats)
	}
}
