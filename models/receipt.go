package models

import (
	"crypto/rand"
	"fmt"
	"math/big"
	"regexp"

	"dilna/models/voting"
)

// Receipt is the number by which a person finds her own ballot in the list of all
// of them, once its round is closed: twelve random digits, which her own device
// makes. Phones and paper have them of one form, so that none can be told from the
// others by it (docs/adr/0044).
type Receipt string

const receiptDigits = 12

var receiptPattern = regexp.MustCompile(fmt.Sprintf("^[0-9]{%d}$", receiptDigits))

// NewReceipt returns a fresh random receipt.
func NewReceipt() Receipt {
	n, _ := rand.Int(rand.Reader, big.NewInt(1_000_000_000_000)) // never fails since Go 1.24
	return Receipt(fmt.Sprintf("%0*d", receiptDigits, n))
}

// IsValid says whether a device could have made the receipt.
func (r Receipt) IsValid() bool { return receiptPattern.MatchString(string(r)) }

// receipt checks one that may be left out.
func (c *checker) receipt(r Receipt) {
	if r != "" && !r.IsValid() {
		c.add(Field{Name: "receipt", Reason: ReasonFormat, Detail: "must be 12 digits"})
	}
}

// FillReceipts gives those ballots of a round a receipt that have none, where
// others have one: a ballot without would be told from the others.
func FillReceipts(receipts []Receipt) {
	taken := map[Receipt]bool{}
	for _, receipt := range receipts {
		taken[receipt] = true
	}
	if len(receipts) == 0 || len(taken) == 1 && taken[""] {
		return
	}
	for i, receipt := range receipts {
		for receipt == "" {
			if fresh := NewReceipt(); !taken[fresh] {
				receipt, taken[fresh] = fresh, true
			}
		}
		receipts[i] = receipt
	}
}

// ListedBallot is one ballot of a closed round as the list of them tells it: what
// was cast, by the ids that were voted on.
type ListedBallot struct {
	Receipt Receipt       `json:"receipt,omitempty" doc:"without: the device that cast it made none"`
	Votes   voting.Ballot `json:"votes"`
}

// BallotList is every ballot of a closed round, nobody's, in random order.
type BallotList struct {
	Ballots []ListedBallot `json:"ballots"`
}

// MayListBallots refuses the list of a round's ballots, with `ballots-not-listed`,
// while people vote, and where there are fewer than five of them
// (docs/reliability.md, TM-03).
func (r Round) MayListBallots(cast int) error {
	if r.State != RoundClosed || cast < MinBallots {
		return Fail(KindConflict, CodeBallotsNotListed, MinBallots)
	}
	return nil
}
