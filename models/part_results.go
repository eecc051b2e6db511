package models

import (
	"slices"

	"dilna/models/voting"
)

// The result of a round by the parts of a division, besides that of the room, where
// so few are not told apart that anybody could be found among them (docs/adr/0051).

// PartTotal is what the people of one part gave one entry in one closed round. Only
// parts that may be told apart have any.
type PartTotal struct {
	Total
	PartID PartID `json:"part" gorm:"primaryKey"`
	Voters int    `json:"voters"` // how many ballots of the part were counted; in each of its rows the same
}

// NewPartTotals are what the ballots of a part gave. Whether an entry has passed, or
// fits, is for the room to say.
func NewPartTotals(round Round, part PartID, voters int, results []voting.Result) []PartTotal {
	totals := make([]PartTotal, len(results))
	for i, result := range results {
		details := result.Details
		details.Passed, details.Fits = nil, nil
		totals[i] = PartTotal{PartID: part, Voters: voters, Total: Total{
			WorkshopID: round.WorkshopID, RoundID: round.ID, EntryID: result.Entry, Points: &result.Points, Details: details,
		}}
	}
	return totals
}

// PartResult is what the people of one part gave: its own standing.
type PartResult struct {
	Part     PartID  `json:"part"`
	Voters   int     `json:"voters" doc:"how many ballots of the part were counted: 5 or more"`
	Standing []Place `json:"standing"`
}

// PartResults are totals in the order given, those of a part in one piece, as one
// result a part.
func (r Round) PartResults(totals []PartTotal) []PartResult {
	var results []PartResult
	for len(totals) > 0 {
		first, of := totals[0], []Total{}
		for len(totals) > 0 && totals[0].PartID == first.PartID {
			of, totals = append(of, totals[0].Total), totals[1:]
		}
		results = append(results, PartResult{Part: first.PartID, Voters: first.Voters, Standing: r.Standing(Together(of))})
	}
	return results
}

// PartBallots are the counted ballots of a round by the parts of its division.
type PartBallots struct {
	Of        map[PartID][]voting.Ballot // cast on devices that sit in a part
	Elsewhere int                        // cast on devices that sit in none
	Paper     int
}

// ToldApart are those of the parts, in their order, whose ballots may be told apart
// from the others': there are at least MinBallots of them, and of what is left over
// none or as many. What is left over could be worked out from the result of the room,
// and from it the ballots of devices alone by whoever entered those on paper: so it
// counts with paper and without. Where too little is left over the smallest part stays
// with it, of equals the last.
func (b PartBallots) ToldApart(parts []DivisionPart) []PartID {
	var told []PartID
	left, smallest := b.Elsewhere, -1
	for _, part := range parts {
		cast := len(b.Of[part.ID])
		if cast < MinBallots {
			left += cast
			continue
		}
		if told = append(told, part.ID); smallest < 0 || cast <= len(b.Of[told[smallest]]) {
			smallest = len(told) - 1
		}
	}
	few := func(ballots int) bool { return ballots > 0 && ballots < MinBallots }
	if smallest >= 0 && (few(left) || few(left+b.Paper)) {
		told = slices.Delete(told, smallest, smallest+1)
	}
	return told
}

// MayTellByPart says whether the round may be told by the parts of a division at all:
// of totals that are typed nobody knows who gave them. Code `invalid`.
func (r Round) MayTellByPart() error {
	if r.ByPart != "" && r.CastBy == CastTyped {
		return Fail(KindInvalid, CodeInvalid).At("by_part", ReasonUnexpected)
	}
	return nil
}

// PartResultMinutes is what the people of one part gave, as a record has it.
type PartResultMinutes struct {
	Part    int             `json:"part" doc:"index of the part in the division"`
	Voters  int             `json:"voters" doc:"how many ballots of the part were counted"`
	Results []ResultMinutes `json:"results,omitempty" doc:"a line for each entry that was counted"`
}

// DivisionAt is the division that stands there; empty where none does.
func DivisionAt(divisions []Division, at *int) DivisionID {
	if at == nil || *at < 0 || *at >= len(divisions) {
		return ""
	}
	return divisions[*at].ID
}

// AtDivision says where a division stands; nil where it is gone.
func AtDivision(divisions []Division, id DivisionID) *int {
	i := slices.IndexFunc(divisions, func(d Division) bool { return d.ID == id })
	if i < 0 {
		return nil
	}
	return &i
}
