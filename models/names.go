package models

import (
	"slices"
	"strings"
	"unicode"
)

// MinBallots is the fewest ballots of a round that are told one by one: with
// fewer, a neighbour could be recognised (docs/reliability.md, TM-03).
const MinBallots = 5

// Public is the edition as everybody may see it: without what names people, and
// without ballots, unless its options say so (users.md, N11: who came is
// separate from what is published). Its workshop file says no more than it does.
func (e Edition) Public() Edition {
	for _, shown := range []*NamesShown{&e.Options.Names, &e.Options.Owners, &e.Options.Attendance} {
		if *shown == NamesUnpublished {
			*shown = NamesNowhere
		}
	}
	e = e.Internal()
	e.Record = nil
	return e
}

// Internal is the edition as those who work with it may see it: printed without
// what its options print nowhere, its workshop file whole.
func (e Edition) Internal() Edition {
	if e.Record == nil {
		whole := e.Minutes
		e.Record = &whole
	}
	e.Attendance = e.attendance()
	e.Steps = slices.Clone(e.Steps)
	for i := range e.Steps {
		step := &e.Steps[i]
		if e.Options.Names == NamesNowhere {
			step.Decisions = moverless(step.Decisions)
			step.Ideas = authorless(step.Ideas)
			step.Topics = authorlessTopics(step.Topics)
		}
		if e.Options.Owners == NamesNowhere {
			step.Tasks = ownerless(step.Tasks)
		}
		step.Rounds = ballotless(step.Rounds, e.Options.BallotsListed)
	}
	return e
}

// attendance is who came as the options let it be known.
func (e Edition) attendance() *Attendance {
	if e.Attendance == nil {
		return nil
	}
	came := *e.Attendance
	if e.Options.Names == NamesNowhere {
		came.Present, came.Excused, came.Guests = nil, nil, nil
	}
	if e.Options.Attendance == NamesNowhere && strings.ContainsFunc(came.Printed, unicode.IsLetter) {
		came.Printed = ""
	}
	return &came
}

func authorless(ideas []IdeaMinutes) []IdeaMinutes {
	ideas = slices.Clone(ideas)
	for i := range ideas {
		ideas[i].Author = ""
		ideas[i].Ideas = authorless(ideas[i].Ideas)
	}
	return ideas
}

func authorlessTopics(topics []TopicMinutes) []TopicMinutes {
	topics = slices.Clone(topics)
	for i := range topics {
		topics[i].Ideas = authorless(topics[i].Ideas)
		topics[i].Topics = authorlessTopics(topics[i].Topics)
	}
	return topics
}

func moverless(decisions []DecisionMinutes) []DecisionMinutes {
	decisions = slices.Clone(decisions)
	for i := range decisions {
		decisions[i].Mover = ""
		decisions[i].Decisions = moverless(decisions[i].Decisions)
	}
	return decisions
}

func ownerless(tasks []TaskMinutes) []TaskMinutes {
	tasks = slices.Clone(tasks)
	for i := range tasks {
		tasks[i].Owners = nil
		tasks[i].Tasks = ownerless(tasks[i].Tasks)
	}
	return tasks
}

// ballotless leaves of the ballots how many voted, and where they are listed
// those of rounds that have enough of them.
func ballotless(rounds []RoundMinutes, listed bool) []RoundMinutes {
	rounds = slices.Clone(rounds)
	for i := range rounds {
		cast := len(rounds[i].Ballots)
		if listed && cast >= MinBallots {
			continue
		}
		if cast > 0 && rounds[i].Voters == nil {
			rounds[i].Voters = &cast
		}
		rounds[i].Ballots, rounds[i].Receipts = nil, nil
	}
	return rounds
}
