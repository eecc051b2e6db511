package models

import (
	"cmp"
	"slices"
	"strings"

	"dilna/models/voting"
)

// RoundState is where a round of voting stands.
type RoundState string

const (
	RoundPrepared RoundState = "prepared" // seen by facilitators only
	RoundOpen     RoundState = "open"
	RoundClosed   RoundState = "closed" // its result, if it has one, never changes again
)

// What moves show of a closed round: no states, it stays closed.
const (
	RoundRevealed  RoundState = "revealed"  // all of its result
	RoundRevealing RoundState = "revealing" // the next place, from the last one up
)

// CastBy says how a round's votes come in; empty is phones.
type CastBy string

const (
	CastByPhones CastBy = "phones"
	CastTyped    CastBy = "typed" // totals typed in by the facilitator
)

// Round is one round of voting on the ideas of a step, by its rule.
//
// Dots, PerIdea, Weights and Minus say again what the rule says, for phones that
// were loaded before there were rules; nothing of ours reads them (docs/adr/0036).
type Round struct {
	Row
	ID      RoundID      `json:"id" gorm:"primaryKey"`
	StepID  StepID       `json:"step"`
	State   RoundState   `json:"state" enum:"prepared,open,closed"`
	Label   string       `json:"label" doc:"heading of the vote column"`
	CastBy  CastBy       `json:"entry" gorm:"column:entry"`
	Rule    *voting.Rule `json:"rule,omitempty" gorm:"serializer:json" doc:"without: nobody said by which rule people vote"`
	Dots    int          `json:"dots" deprecated:"true" doc:"see rule"`
	PerIdea int          `json:"per_idea" deprecated:"true" doc:"see rule"`
	Weights []int        `json:"weights,omitempty" gorm:"serializer:json" deprecated:"true" doc:"see rule"`
	Minus   *int         `json:"minus,omitempty" deprecated:"true" doc:"see rule"`
	Ideas   []EntryID    `json:"ideas,omitempty" gorm:"serializer:json" doc:"what is voted on; empty: all ideas of the step"`
	Parts   []PartID     `json:"parts,omitempty" gorm:"serializer:json" doc:"who votes, by parts of divisions: one of them is enough; empty: everybody whose step it is. All see it"`
	ByPart  DivisionID   `json:"by_part,omitempty" doc:"the division by whose parts the result is told, too, where at least five of a part voted"`
	Voters  *int         `json:"voters,omitempty" doc:"how many voted; known once closed"`
	Paper   int          `json:"paper,omitempty" doc:"how many of them on paper, entered by the facilitator; known once closed"`
	Partial int          `json:"partial,omitempty" doc:"how many of their ballots were not counted, because the rule wants more than they said; known once closed"`

	Revealed  bool `json:"revealed,omitempty" doc:"closed rounds: everybody is told the result; before that facilitators are"`
	ShownFrom int  `json:"shown_from,omitempty" doc:"closed rounds that are revealed from the last place up: the highest place that is shown; 0: none"`

	Nested    bool `json:"nested,omitempty" doc:"ideas that stand under others are voted on, too; while the round is prepared: later ideas says what is"`
	Proposals bool `json:"proposals,omitempty" doc:"who votes in it may add an idea while it is open, which then is on every ballot"`

	Draws []Draw `json:"draws,omitempty" gorm:"serializer:json" doc:"closed rounds: lots that were drawn among those that share a place; each stays"`

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
	return a == Facilitators || r.State == RoundOpen || r.State == RoundClosed && r.ShownFrom > 0 && !r.NobodyVoted()
}

// Total is the result of one entry in one closed round; Points nil is "not
// counted", which is not 0.
type Total struct {
	WorkshopID WorkshopID     `json:"-" gorm:"primaryKey"`
	RoundID    RoundID        `json:"-" gorm:"primaryKey"`
	EntryID    EntryID        `json:"idea" gorm:"primaryKey"`
	Points     *int           `json:"points"`
	Details    voting.Details `json:"details,omitzero" gorm:"serializer:json" doc:"what the rule says besides points"`
}

// Together are totals in the order given, those of one entry in one round, which
// was made of several, as one: the points of all; what was not counted adds nothing.
func Together(totals []Total) []Total {
	var all []Total
	for _, total := range totals {
		last := len(all) - 1
		if last < 0 || all[last].RoundID != total.RoundID || all[last].EntryID != total.EntryID {
			all = append(all, total)
			continue
		}
		both := &all[last]
		both.Details = both.Details.Together(total.Details)
		switch {
		case both.Points == nil:
			both.Points = total.Points
		case total.Points != nil:
			both.Points = new(*both.Points + *total.Points)
		}
	}
	return all
}

// Place is one line of a standing: the total of an entry, what its rule says
// besides points, and its shared rank from 1 ("1, 2, 2, 4"); 0 where it was not
// counted.
type Place struct {
	Idea   EntryID `json:"idea"`
	Points *int    `json:"points"`
	Rank   int     `json:"rank"`
	voting.Details
}

// isWanted says whether an entry has a rank and anything to show for it; a mean
// that was counted on paper comes without points.
func (p Place) isWanted() bool { return p.Rank > 0 && (p.Points == nil || *p.Points > 0) }

// compare puts the first ranks first, and what was not ranked last.
func (p Place) compare(other Place) int {
	unranked := func(p Place) int {
		if p.Rank == 0 {
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(unranked(p), unranked(other)), cmp.Compare(p.Rank, other.Rank))
}

// Standing ranks totals by the round's rule without changing their order: hidden
// or shown, the order of a list must not tell who leads. Equals share a rank.
func (r Round) Standing(totals []Total) []Place {
	places := make([]Place, len(totals))
	var ascending []float64
	for i, total := range totals {
		places[i] = Place{Idea: total.EntryID, Points: total.Points, Details: r.Worth(total.Details)}
		if worth, ranked := r.worth(total); ranked {
			ascending = append(ascending, worth)
		}
	}
	slices.Sort(ascending)
	for i, total := range totals {
		if worth, ranked := r.worth(total); ranked {
			more := slices.IndexFunc(ascending, func(other float64) bool { return other > worth })
			if places[i].Rank = 1; more >= 0 {
				places[i].Rank = 1 + len(ascending) - more
			}
		}
	}
	return places
}

// Worth is what is known of an entry with what follows from it by the round's rule
// where entries were made one.
func (r Round) Worth(d voting.Details) voting.Details {
	if r.Rule == nil {
		return d
	}
	return r.Rule.Worth(d)
}

// worth is what an entry is ranked by; one without is not ranked.
func (r Round) worth(total Total) (worth float64, ranked bool) {
	switch {
	case r.Rule != nil && r.Rule.ByMean():
		mean := r.Worth(total.Details).Mean
		if mean == nil {
			return 0, false
		}
		return *mean, true
	case total.Points == nil:
		return 0, false
	}
	return float64(*total.Points), true
}

// VotesOn says whether the round is about the idea of its step.
func (r Round) VotesOn(idea EntryID) bool {
	return len(r.Ideas) == 0 || slices.Contains(r.Ideas, idea)
}

// About is what the round is about when it begins: what was chosen, else all entries
// of its step; those that stand under others, remarks say, only where it is nested.
// Empty: all. From then on it stays so, whatever is put under what.
func (r Round) About(entries []Entry) []EntryID {
	if len(r.Ideas) > 0 || r.Nested {
		return r.Ideas
	}
	var top []EntryID
	for _, e := range entries {
		if e.ParentID == "" {
			top = append(top, e.ID)
		}
	}
	if len(top) == len(entries) {
		return nil
	}
	return top
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
