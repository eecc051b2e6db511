package models

import (
	"slices"
	"strings"
	"unicode"
)

// Public is the edition as everybody may see it: without what names people, and
// without ballots, unless its options say so (users.md, N11: who came is
// separate from what is published).
func (e Edition) Public() Edition {
	for _, shown := range []*NamesShown{&e.Options.Names, &e.Options.Owners, &e.Options.Attendance} {
		if *shown == NamesUnpublished {
			*shown = NamesNowhere
		}
	}
	return e.Internal()
}

// Internal is the edition as those who work with it may see it: without what
// its options print nowhere.
func (e Edition) Internal() Edition {
	e.Attendance = e.attendance()
	e.Steps = slices.Clone(e.Steps)
	for i := range e.Steps {
		step := &e.Steps[i]
		if e.Options.Names == NamesNowhere {
			step.Ideas = authorless(step.Ideas)
			step.Topics = authorlessTopics(step.Topics)
		}
		if e.Options.Owners == NamesNowhere {
			step.Tasks = ownerless(step.Tasks)
		}
		if !e.Options.BallotsListed {
			step.Rounds = ballotless(step.Rounds)
		}
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

func ownerless(tasks []TaskMinutes) []TaskMinutes {
	tasks = slices.Clone(tasks)
	for i := range tasks {
		tasks[i].Owners = nil
		tasks[i].Tasks = ownerless(tasks[i].Tasks)
	}
	return tasks
}

// ballotless keeps how many voted, which the ballots told.
func ballotless(rounds []RoundMinutes) []RoundMinutes {
	rounds = slices.Clone(rounds)
	for i := range rounds {
		if cast := len(rounds[i].Ballots); cast > 0 && rounds[i].Voters == nil {
			rounds[i].Voters = &cast
		}
		rounds[i].Ballots = nil
	}
	return rounds
}
