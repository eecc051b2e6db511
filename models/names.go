package models

import "slices"

// Public is the edition as everybody may see it: without the names of
// participants and authors, and without ballots, unless its options say so
// (docs/practice.md: who came is not what is published).
func (e Edition) Public() Edition {
	if e.Options.Names == NamesUnpublished {
		e.Options.Names = NamesNowhere
	}
	return e.Internal()
}

// Internal is the edition as those who work with it may see it: without what
// its options print nowhere.
func (e Edition) Internal() Edition {
	nameless := e.Options.Names == NamesNowhere
	if nameless && e.Attendance != nil {
		e.Attendance = &Attendance{
			Printed: e.Attendance.Printed, Participants: e.Attendance.Participants, Observers: e.Attendance.Observers,
		}
	}
	e.Steps = slices.Clone(e.Steps)
	for i := range e.Steps {
		step := &e.Steps[i]
		if nameless {
			step.Ideas = authorless(step.Ideas)
			step.Topics = authorlessTopics(step.Topics)
		}
		if !e.Options.BallotsListed {
			step.Rounds = ballotless(step.Rounds)
		}
	}
	return e
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
