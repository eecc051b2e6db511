package models

import (
	"reflect"
	"strconv"
	"strings"
	"unicode"

	"dilna/models/voting"
)

// Minutes is the record of one workshop, frozen and complete: what the export
// formats print, what a workshop file holds, what a template plans and what a
// rehearsal plays. Its JSON is the workshop file (models/workshopfile has the
// schemas).
type Minutes struct {
	Head
	Steps    []StepMinutes    `json:"steps"`
	Feedback *FeedbackMinutes `json:"feedback,omitempty" doc:"what people said of the workshop"`

	Divisions []DivisionMinutes `json:"divisions,omitempty" doc:"ways the room was divided"`
	Admission *AdmissionMinutes `json:"admission,omitempty" doc:"how people came in"`
	Office    *Office           `json:"office,omitempty" doc:"what an office adds"`
}

// Head is the head of the minutes. Every member may be empty.
type Head struct {
	Language     string      `json:"language,omitempty" doc:"BCP 47 tag of the record"`
	Programme    string      `json:"programme,omitempty"`
	Group        string      `json:"group,omitempty" gorm:"column:group_name"`
	Number       int         `json:"number,omitempty" doc:"which meeting of the group, from 1; 0 is not numbered"`
	Title        string      `json:"title,omitempty" doc:"where empty, the minutes are titled from number and group"`
	Date         string      `json:"date,omitempty" doc:"YYYY-MM-DD"`
	Start        string      `json:"start,omitempty" gorm:"column:start_time" doc:"HH:MM"`
	End          string      `json:"end,omitempty" gorm:"column:end_time" doc:"HH:MM"`
	Place        string      `json:"place,omitempty"`
	Facilitators []string    `json:"facilitators,omitempty" gorm:"serializer:json"`
	Attendance   *Attendance `json:"attendance,omitempty" gorm:"serializer:json"`
	NextMeeting  string      `json:"next_meeting,omitempty"`
}

// Attendance says who came. Printed is free text ("14 (+1 ORK)") and what the
// minutes print; the numbers and lists are optional.
type Attendance struct {
	Printed      string   `json:"printed,omitempty"`
	Participants *int     `json:"participants,omitempty"`
	Observers    *int     `json:"observers,omitempty" doc:"present, without dots"`
	Present      []string `json:"present,omitempty"`
	Excused      []string `json:"excused,omitempty"`
	Guests       []string `json:"guests,omitempty"`
}

// PeopleCounted is how many people the head counts: the number its words begin with,
// else the number beside them; nil: it does not say.
func (h Head) PeopleCounted() *int {
	if h.Attendance == nil {
		return nil
	}
	printed := strings.TrimSpace(h.Attendance.Printed)
	if printed == "" {
		return h.Attendance.Participants
	}
	digits := printed[:len(printed)-len(strings.TrimLeftFunc(printed, unicode.IsDigit))]
	people, err := strconv.Atoi(digits)
	if err != nil {
		return h.Attendance.Participants
	}
	return &people
}

// StepMinutes is one step of the record. A step worked live has the members of
// its method only; a workshop file may have any.
type StepMinutes struct {
	Method        Method               `json:"method"`
	Heading       string               `json:"heading"`
	Prompt        string               `json:"prompt,omitempty"`
	Origin        Origin               `json:"origin,omitempty"`
	Source        string               `json:"source,omitempty"`
	Layout        Layout               `json:"layout,omitempty"`
	Order         Order                `json:"order,omitempty"`
	IdeaLabel     string               `json:"idea_label,omitempty"`
	MarksPerTopic int                  `json:"marks_per_topic,omitempty"`
	Agreeing      bool                 `json:"agreeing,omitempty" doc:"people could agree with ideas of others"`
	Rounds        []RoundMinutes       `json:"rounds,omitempty"`
	Topics        []TopicMinutes       `json:"topics,omitempty"`
	Ideas         []IdeaMinutes        `json:"ideas,omitempty"`
	Effect        string               `json:"effect,omitempty"`
	Causes        []CauseMinutes       `json:"causes,omitempty"`
	Text          string               `json:"text,omitempty"`
	Decisions     []DecisionMinutes    `json:"decisions,omitempty"`
	Tasks         []TaskMinutes        `json:"tasks,omitempty"`
	Combinations  []CombinationMinutes `json:"combinations,omitempty" doc:"standings of several of the rounds"`
	Photos        []PhotoMinutes       `json:"photos,omitempty" doc:"photos beside the step"`

	Part *[2]int `json:"part,omitempty" doc:"whose step it is: the index of a division, and of its part"`
}

// TopicMinutes is a topic with its ideas and the topics under it.
type TopicMinutes struct {
	Heading string         `json:"heading"`
	From    string         `json:"from,omitempty"`
	Ideas   []IdeaMinutes  `json:"ideas,omitempty"`
	Topics  []TopicMinutes `json:"topics,omitempty"`
}

// IdeaMinutes is an idea with its totals and the ideas under it. Votes has one
// total for each round of the step, in their order; nil is "not counted",
// which is not 0. Rounds beyond its end did not count the idea either.
type IdeaMinutes struct {
	Text   string   `json:"text"`
	Marked bool     `json:"marked,omitempty"`
	Chosen bool     `json:"chosen,omitempty"`
	Votes  []*int   `json:"votes,omitempty"`
	Note   string   `json:"note,omitempty"`
	Author string   `json:"author,omitempty"`
	Merged []string `json:"merged,omitempty"`

	Proposed bool `json:"proposed,omitempty" doc:"it came while people voted"`
	Agreed   *int `json:"agreed,omitempty" doc:"how many others agreed with it; absent: it was not asked"`

	Voted []VotedWording `json:"voted,omitempty"`
	From  string         `json:"from,omitempty" doc:"the wording of what it was made of"`
	Ideas []IdeaMinutes  `json:"ideas,omitempty"`

	Row EntryID `json:"-"` // which row of the workshop says this; empty in a file
}

// RoundMinutes is a round of voting with its rule and, where known, its ballots.
// A ballot is a list of what it says of entries, each by its index in reading order. The rule is
// in Rule whole where the four members that say dots, weights and minus dots cannot
// say all of it: Followed gives either. Costs in it go by index, too.
type RoundMinutes struct {
	Label   string          `json:"label,omitempty"`
	CastBy  CastBy          `json:"entry,omitempty"`
	Dots    int             `json:"dots,omitempty"`
	PerIdea int             `json:"per_idea,omitempty"`
	Weights []int           `json:"weights,omitempty"`
	Minus   *int            `json:"minus,omitempty"`
	Rule    *voting.Rule    `json:"rule,omitempty"`
	Voters  *int            `json:"voters,omitempty"`
	Partial int             `json:"partial,omitempty" doc:"how many ballots were not counted, because the rule wants more than they said"`
	Results []ResultMinutes `json:"results,omitempty" doc:"a line for each entry that was counted, where the rule says more of it than points"`
	Paper   int             `json:"paper,omitempty" doc:"how many of them on paper; the workshop file cannot say it"`

	Unrevealed bool `json:"unrevealed,omitempty" doc:"the result was not shown to everybody yet"`

	Parts [][2]int `json:"parts,omitempty" doc:"who votes: the index of a division, and of its part; empty: everybody whose step it is"`

	ByPart      *int                `json:"by_part,omitempty" doc:"the index of the division by whose parts the result is told, too"`
	PartResults []PartResultMinutes `json:"part_results,omitempty" doc:"what parts gave of which at least five voted"`

	Nested    bool `json:"nested,omitempty" doc:"of a round that is prepared: ideas under others are to be voted on, too"`
	Proposals bool `json:"proposals,omitempty" doc:"who voted could add an idea meanwhile"`

	Draws []DrawMinutes `json:"draws,omitempty" doc:"lots that were drawn among those that share a place"`

	Ballots [][]CastVote `json:"ballots,omitempty"`

	Receipts []Receipt `json:"receipts,omitempty" doc:"of each ballot, the number by which a person finds her own"`
}

// CastVote is what a ballot of nobody's says of the entry of that index.
type CastVote = voting.Line[int]

// ResultMinutes is what a round says of one entry besides the points that stand
// with ideas.
type ResultMinutes struct {
	Entry  int  `json:"entry" doc:"its index in reading order from 0"`
	Points *int `json:"points,omitempty" doc:"of decisions and of parts: ideas have theirs in votes"`
	voting.Details
}

// SaysMore says whether the line says anything that is not in the ideas: how many
// said something, alone, does not.
func (r ResultMinutes) SaysMore() bool {
	r.Said = nil
	return r.Points != nil || !reflect.ValueOf(r.Details).IsZero()
}

// CauseMinutes is a cause with the causes under it.
type CauseMinutes struct {
	Text   string         `json:"text"`
	Note   string         `json:"note,omitempty"`
	From   string         `json:"from,omitempty" doc:"the wording of what it was made of"`
	Causes []CauseMinutes `json:"causes,omitempty"`

	Row EntryID `json:"-"`
}

// DecisionMinutes is a decision with the parts of it.
type DecisionMinutes struct {
	Text string `json:"text"`
	Decision
	Note      string            `json:"note,omitempty"`
	From      string            `json:"from,omitempty" doc:"the wording of what it was made of"`
	Voted     []VotedWording    `json:"voted,omitempty"`
	Decisions []DecisionMinutes `json:"decisions,omitempty"`

	Row EntryID `json:"-"`
}

// TaskMinutes is a task with the tasks under it. One that was promised in an
// earlier workshop says so in Promise: the minutes print what has changed since
// by holding Due, DueDate and From against it.
type TaskMinutes struct {
	Text string `json:"text"`
	Task
	Note    string          `json:"note,omitempty"`
	From    string          `json:"from,omitempty" doc:"the wording of what it was made of"`
	Promise *PromiseMinutes `json:"promise,omitempty" doc:"what a task that goes on was in earlier workshops"`
	Tasks   []TaskMinutes   `json:"tasks,omitempty"`

	Row EntryID `json:"-"`
}

// PromiseMinutes is what a task was before that goes on from an earlier workshop,
// as it was when this workshop took it over. How it was worded then is the From of
// its TaskMinutes; it was open.
type PromiseMinutes struct {
	First   Meeting `json:"first" doc:"where it was first promised"`
	Last    Meeting `json:"last" doc:"the workshop before this one"`
	Due     string  `json:"due,omitempty" doc:"when it was due then, in words"`
	DueDate string  `json:"due_date,omitempty" doc:"when it was due then, YYYY-MM-DD"`
	Passed  int     `json:"passed" doc:"how many workshops it has stood in, this one included: 2 or more"`
}

// ReadingOrder is every idea of the step as the record reads: those of no topic
// first, then topic by topic, an idea before the ideas under it. Ballots name
// ideas by their index in it.
func (s *StepMinutes) ReadingOrder() []*IdeaMinutes {
	ideas := readIdeas(nil, s.Ideas)
	return readTopics(ideas, s.Topics)
}

// DecisionsInOrder is every decision of the step as the record reads: one before
// the parts of it. Rounds on decisions name them by their index in it.
func (s *StepMinutes) DecisionsInOrder() []*DecisionMinutes {
	return readDecisions(nil, s.Decisions)
}

func readDecisions(read []*DecisionMinutes, decisions []DecisionMinutes) []*DecisionMinutes {
	for i := range decisions {
		read = readDecisions(append(read, &decisions[i]), decisions[i].Decisions)
	}
	return read
}

func readIdeas(read []*IdeaMinutes, ideas []IdeaMinutes) []*IdeaMinutes {
	for i := range ideas {
		read = readIdeas(append(read, &ideas[i]), ideas[i].Ideas)
	}
	return read
}

func readTopics(read []*IdeaMinutes, topics []TopicMinutes) []*IdeaMinutes {
	for i := range topics {
		read = readTopics(readIdeas(read, topics[i].Ideas), topics[i].Topics)
	}
	return read
}

// HasContent says whether anything was recorded, beyond the agenda.
func (m Minutes) HasContent() bool {
	for i := range m.Steps {
		s := m.Steps[i]
		if planned := s.Origin == OriginMeeting || s.Origin == ""; planned {
			s.Text = ""
		}
		if !s.IsEmpty() {
			return true
		}
	}
	return m.Feedback != nil && m.Feedback.Answered > 0
}

// IsEmpty says whether nothing was recorded in the step.
func (s *StepMinutes) IsEmpty() bool {
	return len(s.Causes)+len(s.Decisions)+len(s.Tasks)+len(s.Photos)+len(s.ReadingOrder()) == 0 && s.Text == ""
}

// WasVoted says whether the step's round of that index was held, though its
// totals may not be known. A "not counted" that only stands for the place before
// the total of a later round says nothing of it.
func (s *StepMinutes) WasVoted(round int) bool {
	if s.Rounds[round].Voters != nil || len(s.Rounds[round].Ballots)+len(s.Rounds[round].Results)+len(s.Rounds[round].PartResults) > 0 {
		return true
	}
	for _, idea := range s.ReadingOrder() {
		if votes := idea.Votes; round < len(votes) && (votes[round] != nil || round == len(votes)-1) {
			return true
		}
	}
	return false
}
