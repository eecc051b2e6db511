package models

import (
	"cmp"
	"fmt"
	"strings"
)

// FullStep is a step with everything that stands in it: its own row, and its
// parts as a record has them. Workshops are made of full steps, whether they
// come from a template, from a file or from another workshop.
type FullStep struct {
	Step  Step        `json:"step"`
	Parts StepMinutes `json:"parts"`

	From MadeOf `json:"-"` // the workshop that what is written in it comes from, if it comes from one
}

// FullSteps are the steps of a record.
func (m Minutes) FullSteps() []FullStep {
	steps := make([]FullStep, len(m.Steps))
	for i, s := range m.Steps {
		steps[i] = FullStep{Parts: s, Step: Step{
			Method: s.Method, Heading: s.Heading, Prompt: s.Prompt, Origin: s.Origin, Source: s.Source, Layout: s.Layout,
			Order: s.Order, IdeaLabel: s.IdeaLabel, MarksPerTopic: s.MarksPerTopic, Agreeing: s.Agreeing, Effect: s.Effect, Text: s.Text,
		}}
	}
	return steps
}

// Agenda is the step as it was planned: its texts and settings, the topics
// that were not taken over from ideas, the rules of its rounds, the photos that people
// work over. Nothing that
// anybody said, voted or decided is left.
func (f FullStep) Agenda() FullStep {
	f.Step = f.Step.planned()
	f.Step.Effect, f.Step.Text = "", ""
	f.Parts = StepMinutes{Rounds: costless(rules(f.Parts.Rounds)), Topics: fixedTopics(f.Parts.Topics), Photos: shownPhotos(f.Parts.Photos), Part: f.Parts.Part}
	return f
}

// Carried is the step as another workshop goes on with it: what was written
// comes along and says its source. Tasks go on by themselves: they are promises.
func (f FullStep) Carried(from Workshop) FullStep {
	f = f.Written()
	f.Parts.Tasks = nil
	f.From = MadeOf{Workshop: from.ID, Meeting: from.Head.Meeting()}
	if f.Step.Origin == "" || f.Step.Origin == OriginMeeting {
		f.Step.Origin, f.Step.Source = OriginHarvest, from.Head.Name()
	}
	return f
}

// Written is the step with what was written in it; votes, marks, choices and
// decisions belong to the meeting that made them.
func (f FullStep) Written() FullStep {
	f.Step = f.Step.planned()
	f.Parts = StepMinutes{
		Rounds: rules(f.Parts.Rounds), Topics: writtenTopics(f.Parts.Topics),
		Ideas: written(f.Parts.Ideas), Causes: f.Parts.Causes, Tasks: f.Parts.Tasks,
		Photos: shownPhotos(f.Parts.Photos), Part: f.Parts.Part,
	}
	return f
}

// planned is the row of the step as it waits for its turn.
func (s Step) planned() Step {
	s.Row, s.ID, s.State, s.PartID, s.Opened = Row{}, "", StepWaiting, "", 0
	return s
}

// rules are rounds before anybody voted in them.
func rules(rounds []RoundMinutes) []RoundMinutes {
	var prepared []RoundMinutes
	for _, r := range rounds {
		r.Voters, r.Ballots, r.Results, r.PartResults, r.Draws, r.Partial, r.Paper = nil, nil, nil, nil, nil, 0, 0
		prepared = append(prepared, r)
	}
	return prepared
}

// costless are rounds that know no more what entries cost, for there are none.
func costless(rounds []RoundMinutes) []RoundMinutes {
	for i, r := range rounds {
		if r.Rule != nil && len(r.Rule.Costs) > 0 {
			rule := *r.Rule
			rule.Costs, rounds[i].Rule = nil, &rule
		}
	}
	return rounds
}

func fixedTopics(topics []TopicMinutes) []TopicMinutes {
	var fixed []TopicMinutes
	for _, t := range topics {
		if t.From == "" {
			fixed = append(fixed, TopicMinutes{Heading: t.Heading, Topics: fixedTopics(t.Topics)})
		}
	}
	return fixed
}

func writtenTopics(topics []TopicMinutes) []TopicMinutes {
	var all []TopicMinutes
	for _, t := range topics {
		t.Ideas, t.Topics = written(t.Ideas), writtenTopics(t.Topics)
		all = append(all, t)
	}
	return all
}

func written(ideas []IdeaMinutes) []IdeaMinutes {
	var all []IdeaMinutes
	for _, i := range ideas {
		i.Votes, i.Voted, i.Agreed, i.Marked, i.Chosen, i.Ideas = nil, nil, nil, false, false, written(i.Ideas)
		all = append(all, i)
	}
	return all
}

// Next is the head of the meeting after this one: the next number, no date,
// nobody present yet.
func (h Head) Next() Head {
	h.Date, h.NextMeeting, h.Attendance = "", "", nil
	if h.Number > 0 {
		h.Number, h.Title = h.Number+1, ""
	}
	return h
}

// Rehearsed is the head of a rehearsal of this meeting: its title says so on
// console and wall and in every document.
func (h Head) Rehearsed() Head {
	h.Attendance = nil
	title := h.called().rehearsal
	if name := h.Name(); name != "" && len([]rune(title+name)) < MaxHeading {
		title += " – " + name
	}
	h.Title = title
	return h
}

// Name is how people call the meeting: its title, or its number; where it has
// neither, its date.
func (h Head) Name() string {
	switch {
	case h.Title != "":
		return h.Title
	case h.Number > 0:
		return fmt.Sprintf(h.called().meeting, h.Number)
	}
	return h.Date
}

// called is what the head is called in the languages minutes are framed in.
var called = map[string]headWords{
	"cs": {meeting: "%d. jednání", rehearsal: "Zkouška nanečisto", minutes: "zapis", ballots: "hlasovaci-listky", slips: "listky-na-podnety", tickets: "vstupenky"},
	"en": {meeting: "workshop %d", rehearsal: "Rehearsal", minutes: "minutes", ballots: "ballots", slips: "idea-slips", tickets: "tickets"},
	"sk": {meeting: "%d. rokovanie", rehearsal: "Skúška nanečisto", minutes: "zapisnica", ballots: "hlasovacie-listky", slips: "listky-na-podnety", tickets: "vstupenky"},
	"de": {meeting: "%d. Sitzung", rehearsal: "Probelauf", minutes: "protokoll", ballots: "stimmzettel", slips: "zettel", tickets: "eintrittskarten"},
	"uk": {meeting: "засідання %d", rehearsal: "Репетиція", minutes: "protokol", ballots: "biuleteni", slips: "kartky", tickets: "kvytky"},
}

type headWords struct{ meeting, rehearsal, minutes, ballots, slips, tickets string }

// called are the words for the language of the head: Czech where it says none,
// English where there are none of it.
func (h Head) called() headWords {
	primary, _, _ := strings.Cut(strings.ToLower(h.Language), "-")
	if words, ok := called[cmp.Or(primary, "cs")]; ok {
		return words
	}
	return called["en"]
}
