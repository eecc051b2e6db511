package models

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
	Changes      []string       `json:"changes,omitempty" doc:"what changed since the version before"`
	Letterhead   Letterhead     `json:"letterhead"`
}

// MinutesState is where a version of the minutes stands.
type MinutesState string

const (
	MinutesDraft     MinutesState = "draft"
	MinutesApproved  MinutesState = "approved"
	MinutesPublished MinutesState = "published"
)

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
