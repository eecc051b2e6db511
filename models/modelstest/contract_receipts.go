package modelstest

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"dilna/models"
	"dilna/models/store"
	"dilna/models/voting"
	"dilna/models/workshopfile"
)

// receiptContract is by what a person finds her own ballot in the list of all.
var receiptContract = map[string]func(*testing.T, *store.Store){
	"INV-26 each ballot keeps the receipt its device made, into the file and back": receiptsKept,
	"INV-26 a receipt that was copied stands for nobody else":                      receiptsCopied,
	"TM-03 ballots are listed once the round is closed, and five at least":         listedLate,
	"a ballot without a receipt gets one where others have one":                    receiptsFilled,
	"a closed round that is copied takes no ballots along":                         receiptsNotCopied,
}

// cast has the seat say in the round that much of the ideas, with a receipt.
func (r *Scene) cast(t rapid.TB, by models.Actor, round models.RoundID, receipt models.Receipt, seq int64, votes ...voting.Vote) error {
	_, err := r.Store.CastBallot(context.Background(), by, round, models.CastBallot{Votes: votes, Seq: seq, Receipt: receipt})
	return err
}

// listed are the ballots of a round by receipt, as the actor is told them.
func (r *Scene) listed(t rapid.TB, by models.Actor, round models.RoundID) map[models.Receipt]voting.Ballot {
	t.Helper()
	list, err := r.Store.ListBallots(context.Background(), by, round)
	must(t, err)
	byReceipt := map[models.Receipt]voting.Ballot{}
	for _, b := range list.Ballots {
		byReceipt[b.Receipt] = b.Votes
	}
	if len(byReceipt) != len(list.Ballots) {
		t.Fatalf("%d ballots have %d receipts", len(list.Ballots), len(byReceipt))
	}
	return byReceipt
}

// receiptsKept: whatever people say, change and take back, on phones and on paper,
// the list has each ballot once, under its receipt, and so have the file of the
// workshop and what is read in from it.
func receiptsKept(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 9)
	rapid.Check(t, func(t *rapid.T) {
		step := r.Step(t, models.MethodCollect)
		ideas := []models.EntryID{r.Idea(t, step.ID, "a").ID, r.Idea(t, step.ID, "b").ID, r.Idea(t, step.ID, "c").ID}
		round := r.Round(t, step.ID, 5, 3)
		said := rapid.Custom(func(t *rapid.T) voting.Ballot {
			b := voting.Ballot{}
			for _, idea := range ideas {
				if dots := rapid.IntRange(0, 1).Draw(t, "dots"); dots > 0 {
					b = append(b, voting.Vote{Entry: idea, Value: dots})
				}
			}
			return b.Sorted()
		})
		want := map[models.Receipt]voting.Ballot{}
		for _, seat := range r.Seats {
			receipt := models.NewReceipt()
			for seq := range rapid.Int64Range(1, 3).Draw(t, "changes") {
				votes := said.Draw(t, "said")
				must(t, r.cast(t, seat, round.ID, receipt, seq+1, votes...))
				want[receipt] = votes
			}
		}
		for range rapid.IntRange(0, 3).Draw(t, "papers") {
			in := models.SetPaperBallot{Votes: said.Draw(t, "said on paper"), Seq: 1, Receipt: models.NewReceipt()}
			told, err := s.SetPaperBallot(context.Background(), r.Facilitator, round.ID, models.NewID[models.BallotID](), in)
			must(t, err)
			if told.Receipt != in.Receipt {
				t.Fatalf("on paper there is %q, told is %q", in.Receipt, told.Receipt)
			}
			want[in.Receipt] = in.Votes
		}
		for receipt, votes := range want {
			if len(votes) == 0 {
				delete(want, receipt)
			}
		}
		_, err := s.SetRoundState(context.Background(), r.Facilitator, Key(), round.ID, models.RoundMove{State: models.RoundClosed})
		must(t, err)
		_, err = s.SetRoundState(context.Background(), r.Facilitator, Key(), round.ID, models.RoundMove{State: models.RoundRevealed})
		must(t, err)
		if len(want) >= models.MinBallots {
			if got := r.listed(t, r.Seats[0], round.ID); fmt.Sprint(got) != fmt.Sprint(want) {
				t.Fatalf("cast were %v, listed are %v", want, got)
			}
			if rapid.IntRange(0, 9).Draw(t, "file") == 0 {
				must(t, inFileAndBack(t, s, r.ID, want))
			}
		}
		_, err = s.SetStepState(context.Background(), r.Facilitator, Key(), step.ID, models.StepMove{State: models.StepClosed})
		must(t, err)
		must(t, s.Remove(context.Background(), r.Facilitator, Key(), models.PartSteps, string(step.ID)))
	})
}

// inFileAndBack looks for the receipts in the file of a workshop, and in that of
// the workshop read in from it (INV-29).
func inFileAndBack(t rapid.TB, s *store.Store, w models.WorkshopID, want map[models.Receipt]voting.Ballot) error {
	minutes, err := s.Minutes(context.Background(), w)
	must(t, err)
	file, err := workshopfile.Encode(minutes)
	must(t, err)
	read, err := workshopfile.Decode(file)
	must(t, err)
	id, err := s.Import(context.Background(), read)
	must(t, err)
	again, err := s.Minutes(context.Background(), id)
	must(t, err)
	second, err := workshopfile.Encode(again)
	must(t, err)
	if !bytes.Equal(file, second) {
		return fmt.Errorf("read in, the file is another:\n%s\n%s", file, second)
	}
	round := read.Steps[len(read.Steps)-1].Rounds[0]
	for receipt, votes := range want {
		at := slices.Index(round.Receipts, receipt)
		if at < 0 || len(round.Ballots[at]) != len(votes) || len(round.Receipts) != len(want) {
			return fmt.Errorf("of %v the file has %v and %v", want, round.Receipts, round.Ballots)
		}
	}
	return nil
}

// receiptsCopied: who reads a receipt from another's screen cannot have her ballot
// pass for it, nor is hers changed by that.
func receiptsCopied(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 6)
	step := r.Step(t, models.MethodCollect)
	a, b := r.Idea(t, step.ID, "a").ID, r.Idea(t, step.ID, "b").ID
	round := r.Round(t, step.ID, 1, 1)
	receipts := make([]models.Receipt, 6)
	for i, seat := range r.Seats {
		receipts[i] = models.NewReceipt()
		must(t, r.cast(t, seat, round.ID, receipts[i], 1, voting.Vote{Entry: a, Value: 1}))
	}
	copied := voting.Vote{Entry: b, Value: 1}
	want(t, r.cast(t, r.Seats[1], round.ID, receipts[0], 2, copied), models.CodeReceiptTaken)
	paper := models.SetPaperBallot{Votes: voting.Ballot{copied}, Seq: 1, Receipt: receipts[0]}
	_, err := s.SetPaperBallot(context.Background(), r.Facilitator, round.ID, models.NewID[models.BallotID](), paper)
	want(t, err, models.CodeReceiptTaken)
	want(t, r.cast(t, r.Seats[2], round.ID, "12345678901a", 2, copied), models.CodeInvalid)
	must(t, r.cast(t, r.Seats[0], round.ID, receipts[0], 2, copied)) // her own again
	r.setRound(t, round.ID, models.RoundClosed)
	r.setRound(t, round.ID, models.RoundRevealed)
	list := r.listed(t, r.Facilitator, round.ID)
	if len(list) != 6 || list[receipts[0]][0].Entry != b || list[receipts[1]][0].Entry != a {
		t.Errorf("listed are %v", list)
	}
}

func listedLate(t *testing.T, s *store.Store) {
	for _, voters := range []int{4, 5} {
		r := NewScene(t, s, voters)
		step := r.Step(t, models.MethodCollect)
		a := r.Idea(t, step.ID, "a").ID
		round := r.Round(t, step.ID, 1, 1)
		for _, seat := range r.Seats {
			must(t, r.cast(t, seat, round.ID, models.NewReceipt(), 1, voting.Vote{Entry: a, Value: 1}))
		}
		list := func(by models.Actor) models.ErrorCode {
			_, err := s.ListBallots(context.Background(), by, round.ID)
			return models.CodeOf(err)
		}
		wall := models.Actor{Role: models.RoleWall, Workshop: r.ID}
		if of := []models.ErrorCode{list(r.Seats[0]), list(r.Facilitator), list(wall)}; !slices.Equal(of,
			[]models.ErrorCode{models.CodeBallotsNotListed, models.CodeBallotsNotListed, models.CodeFacilitatorOnly}) {
			t.Errorf("of an open round they are told %q", of)
		}
		r.setRound(t, round.ID, models.RoundClosed)
		if got := list(r.Seats[0]); got != models.CodeNotFound {
			t.Errorf("before the result is revealed a participant is told %q", got)
		}
		r.setRound(t, round.ID, models.RoundRevealed)
		told := map[int]models.ErrorCode{4: models.CodeBallotsNotListed, 5: ""}[voters]
		if of := []models.ErrorCode{list(r.Seats[0]), list(r.Facilitator), list(wall)}; !slices.Equal(of,
			[]models.ErrorCode{told, told, models.CodeFacilitatorOnly}) {
			t.Errorf("of %d ballots they are told %q", voters, of)
		}
		_, err := s.SetStepState(context.Background(), r.Facilitator, Key(), step.ID, models.StepMove{State: models.StepClosed})
		must(t, err)
		if list(r.Seats[0]) != told {
			t.Errorf("once the step is closed a participant is told %q", list(r.Seats[0]))
		}
	}
}

// receiptsFilled: a phone that was loaded before there were receipts stands out no
// more than others; where no device made one, there are none.
func receiptsFilled(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 6)
	step := r.Step(t, models.MethodCollect)
	a := r.Idea(t, step.ID, "a").ID
	for _, with := range []int{0, 1} {
		round := r.Round(t, step.ID, 1, 1)
		for i, seat := range r.Seats {
			receipt := models.Receipt("")
			if i < with {
				receipt = models.NewReceipt()
			}
			must(t, r.cast(t, seat, round.ID, receipt, 1, voting.Vote{Entry: a, Value: 1}))
		}
		r.setRound(t, round.ID, models.RoundClosed)
		r.setRound(t, round.ID, models.RoundRevealed)
		list, err := s.ListBallots(context.Background(), r.Seats[0], round.ID)
		must(t, err)
		for _, b := range list.Ballots {
			if b.Receipt.IsValid() != (with > 0) {
				t.Errorf("where %d devices made a receipt, a ballot has %q", with, b.Receipt)
			}
		}
	}
}

func receiptsNotCopied(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 5)
	step := r.Step(t, models.MethodCollect)
	a := r.Idea(t, step.ID, "a").ID
	round := r.Round(t, step.ID, 1, 1)
	for _, seat := range r.Seats {
		must(t, r.cast(t, seat, round.ID, models.NewReceipt(), 1, voting.Vote{Entry: a, Value: 1}))
	}
	r.setRound(t, round.ID, models.RoundClosed)
	r.setRound(t, round.ID, models.RoundRevealed)
	w, err := s.CopyWorkshop(context.Background(), r.Facilitator, Key(), models.NewCopy{ID: models.NewID[models.WorkshopID](), Rehearsal: true})
	must(t, err)
	minutes, err := s.Minutes(context.Background(), w.ID)
	must(t, err)
	for _, round := range minutes.Steps[0].Rounds {
		if len(round.Ballots)+len(round.Receipts) > 0 {
			t.Errorf("the rehearsal has the ballots %v, %v", round.Ballots, round.Receipts)
		}
	}
}
