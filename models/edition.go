package models

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
)

// Edition is one version of the minutes, all that any format prints: the
// record as edited for print and what stands around it. Approved, it is frozen.
type Edition struct {
	Minutes
	Options      MinutesOptions `json:"options"`
	Version      int            `json:"version" doc:"from 1; 0: the record itself, no version of anything"`
	State        MinutesState   `json:"state" enum:"draft,approved,published"`
	Approval     *Approval      `json:"approval,omitempty"`
	Introduction string         `json:"introduction,omitempty" doc:"text with bullets and tables, as in a step"`
	Remarks      []string       `json:"remarks,omitempty" doc:"likewise, one for each step in its order"`
	LateInputs   []LateInput    `json:"late_inputs,omitempty"`
	Note         string         `json:"note,omitempty" doc:"why there is this version, in words"`
	Changes      []Change       `json:"changes,omitempty" doc:"what changed since the version before"`
	Rows         []RowsSaid     `json:"rows,omitempty" doc:"whose the texts are, one for each step"`
	Workshop     WorkshopID     `json:"-"` // whose it is, where it is approved
	Record       *Minutes       `json:"-"` // what its workshop file holds, where that is more than is printed
	Kept         string         `json:"-"` // the checksum it is kept under, where it is approved
	Address      string         `json:"-"` // where everybody reads it; empty where nobody does, or nobody is to be told
	Letterhead   Letterhead     `json:"letterhead"`
	Stationery   []byte         `json:"-"` // the office's Word file, where a format stands on it; nil: on our own paper
}

// MinutesState is where a version of the minutes stands.
type MinutesState string

const (
	MinutesDraft     MinutesState = "draft"
	MinutesApproved  MinutesState = "approved"
	MinutesPublished MinutesState = "published"
)

// MayApprove says whether the actor may make the draft the version after the
// one before (nil: the first): coordinators, after the meeting, and only where
// it says something else, and what the actor saw. Codes: `coordinator-only`,
// `workshop-not-ended`, those of Moved, `draft-changed`, `minutes-unchanged`,
// `result-not-revealed` where it tells a result that only facilitators know.
func (e Edition) MayApprove(by Actor, w Workshop, before *Edition, seen DraftSeen) error {
	if err := by.MustCoordinate(); err != nil {
		return err
	}
	if w.State != WorkshopEnded {
		return Fail(KindConflict, CodeWorkshopNotEnded)
	}
	if seen.From != nil && e.Version != *seen.From+1 {
		return Moved(false, e.Version > *seen.From+1)
	}
	if seen.Draft != "" && seen.Draft != e.Sum() {
		return Fail(KindConflict, CodeDraftChanged)
	}
	if before != nil && e.SaysTheSame(*before) {
		return Fail(KindConflict, CodeMinutesUnchanged)
	}
	if e.AwaitsReveal() {
		return Fail(KindConflict, CodeNotRevealed)
	}
	return nil
}

// DraftSeen is what somebody saw who approves it.
type DraftSeen struct {
	From  *int   `json:"from,omitempty" minimum:"0" doc:"the newest version the caller saw, 0 for none; without it, whatever it is"`
	Draft string `json:"draft,omitempty" maxLength:"64" doc:"the sum of the draft the caller saw; without it, whatever it says"`
}

// Sum tells one draft from another: it changes with whatever the minutes would say.
func (e Edition) Sum() string {
	said := e.bare()
	said["note"] = e.Note
	kept, _ := json.Marshal(said) // a map of what was JSON: it cannot fail
	sum := sha256.Sum256(kept)
	return hex.EncodeToString(sum[:])
}

// SaysTheSame says whether two versions differ in nothing but what makes them
// versions.
func (e Edition) SaysTheSame(other Edition) bool {
	return reflect.DeepEqual(e.bare(), other.bare())
}

// bare is the edition as a file would keep it, without what makes it a version.
func (e Edition) bare() map[string]any {
	e.Version, e.State, e.Approval, e.Note, e.Changes, e.Rows = 0, "", nil, "", nil, nil
	kept, _ := json.Marshal(e) // texts, numbers and bytes: it cannot fail
	said := map[string]any{}
	_ = json.Unmarshal(kept, &said)
	return said
}

// TellsAddress says whether the version is one that says where everybody reads it.
func (e Edition) TellsAddress() bool {
	return e.State == MinutesPublished && e.Options.PublishedAddress
}

// In is the edition in the state it is in now.
func (e Edition) In(state MinutesState) Edition {
	e.State, e.Changes = state, e.withoutOldWording()
	return e
}

// WorkshopFile is the record as a workshop file of the edition holds it. For
// those who work with it that is the record whole and exact: names, ballots, and
// of a draft what is left out of it, too. In public it is what the edition shows
// (docs/adr/0024).
func (e Edition) WorkshopFile() Minutes {
	if e.Record != nil {
		return *e.Record
	}
	return e.Minutes
}

// Attached is the record as the file inside a printed edition holds it: what the edition
// says to its readers and never more, for who is handed the print has the file, too.
func (e Edition) Attached() Minutes { return e.Internal().Minutes }

// FileName is the name of a file with this version, without its ending.
func (e Edition) FileName() string {
	name := e.Head.FileName()
	if e.Version > 0 {
		name += fmt.Sprintf("-v%d", e.Version)
	}
	switch {
	case e.State != MinutesDraft:
		return name
	case strings.HasPrefix(name, "minutes"):
		return name + "-draft"
	}
	return name + "-navrh"
}

// EditionListed is a version as lists show it.
type EditionListed struct {
	Version  int          `json:"version"`
	State    MinutesState `json:"state" enum:"approved,published"`
	Approval Approval     `json:"approval"`
	Drops    bool         `json:"drops,omitempty" doc:"it no longer says something that an older public version says: who publishes it has to say what becomes of those"`
	Damaged  bool         `json:"damaged,omitempty" doc:"it is no longer what was approved, and is not shown"`
	Older    OlderPublic  `json:"older,omitempty" enum:",stay,withdraw" doc:"what was decided of older public versions when it was published"`
}

// MinutesWork is where the minutes of a workshop stand: the versions there
// are, and what lies on the desk for the next one.
type MinutesWork struct {
	Draft    Draft           `json:"draft"`
	Next     int             `json:"next" doc:"the version the draft will be"`
	Sum      string          `json:"sum" doc:"of what the draft says: whoever approves it says which one she saw"`
	Changed  bool            `json:"changed" doc:"whether the draft says something else than the newest version"`
	Changes  []Change        `json:"changes" doc:"what it says otherwise; never a name of who came"`
	Damaged  bool            `json:"damaged,omitempty" doc:"the draft or the newest version is no longer what was stored: nothing is said of changes, and nothing can be approved"`
	Editions []EditionListed `json:"editions" doc:"the newest first"`
	Concerns []Concern       `json:"concerns" doc:"what there is to look at before the draft is approved; none forbids it"`
	Link     string          `json:"link,omitempty" doc:"the secret part of the public address; empty while nothing is published"`

	Unsettled int `json:"unsettled,omitempty" doc:"how many late inputs nobody has settled: those that wait in the letterbox, and those of the draft"`
}

// Approval says who approved a version and when.
type Approval struct {
	By string `json:"by" doc:"name of the account"`
	On string `json:"on" doc:"YYYY-MM-DD"`
}

// LateInput is what somebody sent in after the meeting, and what came of it.
type LateInput struct {
	ID         LateInputID `json:"id"`
	Text       string      `json:"text"`
	Source     string      `json:"source" doc:"who sent it, or how"`
	Date       string      `json:"date" doc:"YYYY-MM-DD or empty"`
	Settlement Settlement  `json:"settlement" enum:",accepted,noted,declined" doc:"empty: not settled yet"`
	Reason     string      `json:"reason" doc:"why it was declined, or what came of it"`
}

// Settlement is what the group or its coordinator did with a late input.
type Settlement string

const (
	SettlementOpen     Settlement = ""
	SettlementAccepted Settlement = "accepted"
	SettlementNoted    Settlement = "noted"
	SettlementDeclined Settlement = "declined" // needs a reason
)

// Letterhead is what stands above the title: whose minutes they are and who
// paid for the meeting.
type Letterhead struct {
	Logo      *Picture `json:"logo,omitempty"`
	Publicity []string `json:"publicity,omitempty" doc:"lines such as who co-funds the programme, its name and number"`
}

// Picture is a PNG of ours: whatever was uploaded has been drawn anew.
type Picture struct {
	PNG    []byte `json:"png"`
	Width  int    `json:"width" doc:"pixels"`
	Height int    `json:"height" doc:"pixels"`
	Alt    string `json:"alt" doc:"what a person who does not see it is told"`
}
