package models

import (
	"slices"
	"strings"
)

// RoundState is where a round of dot voting stands.
type RoundState string

const (
	RoundPrepared RoundState = "prepared" // seen by facilitators only
	RoundOpen     RoundState = "open"
	RoundClosed   RoundState = "closed" // its result, if it has one, never changes again
)

// CastBy says how a round's votes come in; empty is phones.
type CastBy string

const (
	CastByPhones CastBy = "phones"
	CastTyped    CastBy = "typed" // totals typed in by the facilitator
)

// Round is one round of dot voting on the ideas of a step.
type Round struct {
	Row
	ID      RoundID    `json:"id" gorm:"primaryKey"`
	StepID  StepID     `json:"step"`
	State   RoundState `json:"state" enum:"prepared,open,closed"`
	Label   string     `json:"label" doc:"heading of the vote column"`
	CastBy  CastBy     `json:"entry" gorm:"column:entry"`
	Dots    int        `json:"dots" doc:"dots a person has, 1 to 100; 0 where only totals are known"`
	PerIdea int        `json:"per_idea" doc:"most dots of one person on one idea; 0: as many as she has"`
	Weights []int      `json:"weights,omitempty" gorm:"serializer:json" doc:"a rule from a file that is played on paper only"`
	Minus   *int       `json:"minus,omitempty" doc:"minus dots a person has; above 0 it is played on paper only"`
	Ideas   []EntryID  `json:"ideas,omitempty" gorm:"serializer:json" doc:"what is voted on; empty: all ideas of the step"`
	Voters  *int       `json:"voters,omitempty" doc:"how many voted; known once closed"`
	Paper   int        `json:"paper,omitempty" doc:"how many of them on paper, entered by the facilitator; known once closed"`

	Imported bool `json:"-"` // cast elsewhere: its ballots are kept as the file has them
}

// NobodyVoted says whether the round closed without a single ballot: it has no
// result, is told to facilitators only, may be opened again with a new key, and
// may be removed. Totals that a facilitator typed are no such round.
func (r Round) NobodyVoted() bool {
	return r.State == RoundClosed && r.CastBy != CastTyped && r.Voters != nil && *r.Voters == 0
}

// SeenBy says whether the audience is told of the round at all, where its step
// shows rounds.
func (r Round) SeenBy(a Audience) bool {
	return a == Facilitators || r.State != RoundPrepared && !r.NobodyVoted()
}

// Total is the result of one idea in one closed round; Points nil is "not
// counted", which is not 0.
type Total struct {
	WorkshopID WorkshopID `json:"-" gorm:"primaryKey"`
	RoundID    RoundID    `json:"-" gorm:"primaryKey"`
	EntryID    EntryID    `json:"idea" gorm:"primaryKey;column:idea_id"`
	Points     *int       `json:"points"`
}

// Place is one line of a standing: the total of an idea and its shared rank
// from 1 ("1, 2, 2, 4"); 0 where it was not counted.
type Place struct {
	Idea   EntryID `json:"idea"`
	Points *int    `json:"points"`
	Rank   int     `json:"rank"`
}

// Standing ranks totals without changing their order: hidden or shown, the
// order of a list must not tell who leads. Equal points share a rank.
func Standing(totals []Total) []Place {
	var ascending []int
	for _, total := range totals {
		if total.Points != nil {
			ascending = append(ascending, *total.Points)
		}
	}
	slices.Sort(ascending)
	places := make([]Place, len(totals))
	for i, total := range totals {
		places[i] = Place{Idea: total.EntryID, Points: total.Points}
		if total.Points != nil {
			notMore, _ := slices.BinarySearch(ascending, *total.Points+1)
			places[i].Rank = 1 + len(ascending) - notMore
		}
	}
	return places
}

// VotesOn says whether the round is about the idea of its step.
func (r Round) VotesOn(idea EntryID) bool {
	return len(r.Ideas) == 0 || slices.Contains(r.Ideas, idea)
}

// IsPlayed says whether the program plays the round's rule: plain dots. What a
// file says of weights or minus dots is kept, but can be held on paper only.
func (r Round) IsPlayed() bool { return len(r.Weights) == 0 && (r.Minus == nil || *r.Minus == 0) }

// DotRule is what a round allows one person.
type DotRule struct {
	Dots    int // in all
	PerIdea int // on one idea; 0: no limit but Dots
}

// Rule is the round's rule for one person.
func (r Round) Rule() DotRule {
	most := r.PerIdea
	if most == 0 || most > r.Dots {
		most = r.Dots
	}
	return DotRule{Dots: r.Dots, PerIdea: most}
}

// Allow says whether a person with dots on other ideas may have want dots on
// this one. Wanting none is always allowed: that is taking back. Codes:
// `invalid`, `dots-per-idea`, `dots-spent`.
func (r DotRule) Allow(elsewhere, want int) error {
	switch {
	case want < 0:
		return Fail(KindInvalid, CodeInvalid).AtField(Field{Name: "count", Reason: ReasonRange, Limit: r.PerIdea})
	case want == 0:
		return nil
	case want > r.PerIdea:
		return Fail(KindConflict, CodeDotsPerIdea, r.PerIdea)
	case elsewhere+want > r.Dots:
		return Fail(KindConflict, CodeDotsSpent, r.Dots, elsewhere)
	}
	return nil
}

// Interrupt has the label say, in the language of the record, that the round was
// cut short and what it counts: that is true in every format.
func (r *Round) Interrupt(language string) {
	said := "přerušeno; započteno, co bylo odevzdáno do zálohy"
	if base, _, _ := strings.Cut(language, "-"); base != "" && base != "cs" {
		said = "interrupted; counted is what was cast until the backup"
	}
	if r.Label != "" {
		said = r.Label + " (" + said + ")"
	}
	r.Label = said
}
