package models

import "slices"

// Audience is one of the three publics of a workshop. What each may see is
// decided here and nowhere else, deny by default (docs/design.md, section 6).
type Audience int

const (
	Participants Audience = iota
	Wall
	Facilitators
)

// Audiences are all of them.
var Audiences = []Audience{Participants, Wall, Facilitators}

// Changes is everything that happened to a workshop above revision Since, up
// to the workshop's own revision, before anybody's eyes are considered.
type Changes struct {
	Since    Revision
	Workshop Workshop
	Steps    []Step // all of them: their state decides what may be seen
	Topics   []Topic
	Rounds   []Round

	Divisions []Division

	Combinations []CombinationView
	Photos       []Photo

	Totals     map[RoundID][]Total // of the closed rounds among Rounds
	PartTotals map[RoundID][]PartTotal

	EntriesByMethod
}

// View is the change of a workshop from revision Since to Revision as one
// audience sees it: rows to take over, ids to drop. Since 0 is the whole
// workshop, to be shown instead of what was there.
type View struct {
	Since     Revision      `json:"since"`
	Revision  Revision      `json:"revision"`
	Workshop  *WorkshopView `json:"workshop,omitempty"`
	Steps     []Step        `json:"steps,omitempty"`
	Topics    []Topic       `json:"topics,omitempty"`
	Rounds    []RoundView   `json:"rounds,omitempty"`
	Divisions []Division    `json:"divisions,omitempty"`
	Gone      []string      `json:"gone,omitempty" doc:"ids of rows no longer to be seen"`

	Combinations []CombinationView `json:"combinations,omitempty"`
	Photos       []Photo           `json:"photos,omitempty" doc:"those that are shown; facilitators all"`

	EntriesByMethod

	audience Audience
}

// EntriesByMethod are entries by what people call them.
type EntriesByMethod struct {
	Ideas     []Entry `json:"ideas,omitempty"`
	Causes    []Entry `json:"causes,omitempty"`
	Decisions []Entry `json:"decisions,omitempty"`
	Tasks     []Entry `json:"tasks,omitempty"`
}

// Of are those of a method.
func (b *EntriesByMethod) Of(method Method) *[]Entry {
	switch method {
	case MethodCollect:
		return &b.Ideas
	case MethodFishbone:
		return &b.Causes
	case MethodDecisions:
		return &b.Decisions
	}
	return &b.Tasks
}

// ByMethod sorts entries by it, each in the order in which they come.
func ByMethod(entries []Entry) EntriesByMethod {
	var sorted EntriesByMethod
	for _, entry := range entries {
		list := sorted.Of(entry.Method)
		*list = append(*list, entry)
	}
	return sorted
}

// WorkshopView is the workshop itself; the full head is for facilitators.
type WorkshopView struct {
	ID          WorkshopID    `json:"id"`
	State       WorkshopState `json:"state" enum:"prepared,open,ended"`
	CurrentStep StepID        `json:"current_step"`
	Language    string        `json:"language"`
	Programme   string        `json:"programme"`
	Group       string        `json:"group"`
	Number      int           `json:"number"`
	Title       string        `json:"title"`
	Timer       *Timer        `json:"timer,omitempty" doc:"absent where there is none"`
	Message     string        `json:"message,omitempty" doc:"from the facilitator to all screens"`
	Hands       int           `json:"hands" doc:"number of the call for hands: one raised in an earlier call is down"`
	Code        Code          `json:"code,omitempty" doc:"wall and facilitators"`
	Locked      bool          `json:"locked,omitempty" doc:"nobody new comes in; wall and facilitators"`
	Blank       bool          `json:"blank,omitempty" doc:"the wall shows nothing; wall and facilitators"`
	WallPart    PartID        `json:"wall_part,omitempty" doc:"the part whose step the wall shows; wall and facilitators"`
	Head        *Head         `json:"head,omitempty" doc:"facilitators"`
	Admission   *Admission    `json:"admission,omitempty" doc:"how people get in; wall and facilitators"`

	RehearsalOf WorkshopID       `json:"rehearsal_of,omitempty" doc:"facilitators"`
	Checklist   []ChecklistPoint `json:"checklist,omitempty" doc:"facilitators"`

	Feedback *FeedbackView `json:"feedback,omitempty" doc:"participants once it has been open, and facilitators"`
	Minutes  string        `json:"minutes,omitempty" doc:"secret part of the public address of the minutes, while any are published"`
}

// RoundView is a round with its standing once it is closed: an open one has none
// for anybody (docs/design.md, promise 4), nor has one that nobody voted in.
type RoundView struct {
	Round
	Standing []Place `json:"standing,omitempty" doc:"closed rounds; in the order of the ideas' ids, never of their votes"`

	PartResults []PartResult `json:"part_results,omitempty" doc:"closed rounds that are told by the parts of a division: those of which enough voted"`
}

// Progress is what rides along with a view without being state: how many have
// a seat, how many are connected now, how many ballots have a dot.
type Progress struct {
	Seats     int            `json:"seats"`
	Connected int            `json:"connected"`
	Ballots   []BallotsCount `json:"ballots,omitempty" doc:"of the open rounds"`
	Done      int            `json:"done,omitempty" doc:"how many are done with the current step; facilitators"`
	Hands     int            `json:"hands,omitempty" doc:"how many hands are up; facilitators"`
	Waiting   int            `json:"waiting,omitempty" doc:"how many wait in the lobby; facilitators"`
	Parts     []PartCount    `json:"parts,omitempty" doc:"of divisions; wall and facilitators"`
	Awaited   []StepID       `json:"awaited,omitempty" doc:"open steps in which a vote has ended, and its result is still to be shown"`
	Editing   []Editing      `json:"editing,omitempty" doc:"who is at which text; facilitators"`
}

// Editing says that somebody is at a text now. It is presence, not state: it
// is nowhere stored and passes by itself.
type Editing struct {
	Screen string `json:"screen" doc:"the window she has open, of the client's making"`
	By     string `json:"by" doc:"name of the account"`
	Text   string `json:"text" doc:"which text, as the path of its change and the member: ideas/{id}/text"`
}

// For is what the audience is told of the counts: who is done and who wants to
// speak is between a person and the facilitator, who edits what among those
// who facilitate. How many sit in a part is not for phones: of a small one it
// would tell who voted.
func (p Progress) For(a Audience) Progress {
	switch a {
	case Facilitators:
		return p
	case Wall:
		p.Parts = slices.Clone(p.Parts)
		for i := range p.Parts {
			p.Parts[i].Done, p.Parts[i].Speaks = 0, false
		}
	default:
		p.Parts, p.Ballots = nil, slices.Clone(p.Ballots)
		for i := range p.Ballots {
			p.Ballots[i].Seats = 0
		}
	}
	p.Done, p.Hands, p.Waiting, p.Editing = 0, 0, 0, nil
	return p
}

// BallotsCount is how many people have placed at least one dot in a round.
type BallotsCount struct {
	Round RoundID `json:"round"`
	Part  PartID  `json:"-"` // whose step the round is of
	Count int     `json:"count" doc:"phones and paper together"`
	Seats int     `json:"seats,omitempty" doc:"how many may vote on phones; wall and facilitators"`
	Spent int     `json:"spent" doc:"how many of them have placed all their dots"`
	Paper int     `json:"paper" doc:"how many of them are on paper"`
}

// For is what the audience may see of the changes.
func (c Changes) For(a Audience) View {
	v := View{Since: c.Since, Revision: c.Workshop.Revision, audience: a}
	if c.Workshop.HeadRevision > c.Since {
		v.Workshop = c.Workshop.view(a)
	}
	steps := map[StepID]Step{}
	shown := func(id StepID, part Part) bool { return a == Facilitators || steps[id].Shows(part) }
	for _, step := range c.Steps {
		steps[step.ID] = step
		if step.Revision > c.Since {
			v.Steps = show(&v, v.Steps, step.as(a), step.Row, a == Facilitators || step.State != StepWaiting, step.ID)
		}
	}
	for _, division := range c.Divisions {
		v.Divisions = show(&v, v.Divisions, division, division.Row, true, division.ID)
	}
	for _, topic := range c.Topics {
		v.Topics = show(&v, v.Topics, topic.seenBy(a), topic.Row, shown(topic.StepID, PartTopics), topic.ID)
	}
	for _, method := range []Method{MethodCollect, MethodFishbone, MethodDecisions, MethodTasks} {
		list := v.Of(method)
		for _, entry := range *c.Of(method) {
			*list = show(&v, *list, entry.seenBy(a), entry.Row, shown(entry.StepID, PartEntries), entry.ID)
		}
	}
	for _, round := range c.Rounds {
		seen := shown(round.StepID, PartRounds) && round.SeenBy(a)
		v.Rounds = show(&v, v.Rounds, round.View(a, c.Totals[round.ID], c.PartTotals[round.ID]), round.Row, seen, round.ID)
	}
	for _, one := range c.Combinations { // of rounds that are revealed: no other is combined
		v.Combinations = show(&v, v.Combinations, one, one.Row, shown(one.StepID, PartCombinations), one.ID)
	}
	for _, photo := range c.Photos {
		seen := shown(photo.StepID, PartPhotos) && (a == Facilitators || photo.Shown)
		v.Photos = show(&v, v.Photos, photo, photo.Row, seen, photo.ID)
	}
	return v
}

// as is the step as the audience sees it: how long it should take, and
// what is noted about it, is the facilitator's own affair.
func (s Step) as(a Audience) Step {
	if a != Facilitators {
		s.PlannedMinutes, s.Notes = 0, ""
	}
	return s
}

// show adds a row that is to be seen, and tells those who have an older
// picture that another is gone. Of rows they have never seen they learn
// nothing, not even the id (docs/reliability.md, INV-18).
func show[T any, ID ~string](v *View, rows []T, row T, state Row, seen bool, id ID) []T {
	switch {
	case seen && !state.Removed:
		return append(rows, row)
	case v.Since > 0 && (v.audience == Facilitators || state.Vanished):
		v.Gone = append(v.Gone, string(id))
	}
	return rows
}

// seenBy is the entry as the audience sees it. An idea that is hidden keeps its
// place on the wall and on phones, so that the others keep their numbers, and
// says nothing: its writer asks for hers (Mine). Nor is the wall told what was
// merged into an idea, nor anybody what an entry was made of: that may have been
// hidden. The first wording of a reworded idea is for facilitators; the others
// learn that it was reworded. Of the wording that was voted on the wall says only that it was
// another: it may have been changed because of what the wall showed.
func (e Entry) seenBy(a Audience) Entry {
	if a != Facilitators && e.Hidden {
		return Entry{Row: e.Row, ID: e.ID, StepID: e.StepID, TopicID: e.TopicID, ParentID: e.ParentID, Hidden: true}
	}
	if a != Facilitators {
		e.Original, e.From.Text = "", ""
	}
	if a == Wall {
		e.Merged = nil
		if len(e.Voted) > 0 {
			e.Voted = []string{""}
		}
	}
	return e
}

// seenBy is the topic as the audience sees it: the idea it was taken over from
// may be hidden by now.
func (t Topic) seenBy(a Audience) Topic {
	if a != Facilitators {
		t.From = ""
	}
	return t
}

func (w Workshop) view(a Audience) *WorkshopView {
	v := &WorkshopView{
		ID: w.ID, State: w.State, CurrentStep: w.CurrentStep, Language: w.Head.Language,
		Programme: w.Head.Programme, Group: w.Head.Group, Number: w.Head.Number, Title: w.Head.Title,
		Message: w.Message, Hands: w.Hands, Feedback: w.feedbackFor(a), Minutes: w.Published,
	}
	if !w.Timer.None() {
		v.Timer = &w.Timer
	}
	if a == Wall || a == Facilitators {
		v.Code, v.Locked, v.Blank, v.WallPart = w.Code, w.Locked, w.Blank, w.WallPart
		v.Admission = &w.Admission
	}
	if a == Facilitators {
		v.Head = &w.Head
		v.RehearsalOf, v.Checklist = w.RehearsalOf, w.Checklist
	}
	return v
}

// Mine is what belongs to one seat: it comes from the seat's own requests,
// never from the feed.
type Mine struct {
	Seat    SeatID      `json:"seat"`
	Number  int         `json:"number" doc:"of this device, as the facilitator knows it"`
	Ticket  bool        `json:"ticket,omitempty" doc:"I came in with a ticket"`
	Ideas   []EntryID   `json:"ideas"`
	Causes  []EntryID   `json:"causes"`
	Ballots []Ballot    `json:"ballots" doc:"of the open rounds"`
	Agreed  []Agreement `json:"agreed" doc:"what I said of ideas of others, in open steps"`
	Parts   []PartID    `json:"parts" doc:"of divisions: where I sit"`
	Speaks  PartID      `json:"speaks,omitempty" doc:"the part I speak for: I lead its steps while they are open"`
	Unseen  Unseen      `json:"unseen" doc:"what I wrote in steps where people write on their own, and what of mine is hidden: the feed does not tell it"`

	MySignals
}

// Unseen is what a person wrote where nobody else sees it yet. Positions are
// among her own: how many others wrote before her is not told.
type Unseen struct {
	Ideas  []Entry `json:"ideas"`
	Causes []Entry `json:"causes"`
}

// Told makes the rows what their author may be told.
func (u Unseen) Told() Unseen {
	for _, rows := range [][]Entry{u.Ideas, u.Causes} {
		for i := range rows {
			hidden := rows[i].Hidden
			rows[i].Hidden = false // from the others, not from its writer
			rows[i] = rows[i].seenBy(Participants)
			rows[i].Hidden, rows[i].Position = hidden, i+1
		}
	}
	return u
}
