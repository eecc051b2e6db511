package exports

import (
	"cmp"
	"strings"
	"time"

	"dilna/models"
	"dilna/models/voting"
)

// Slip is what stands on a quarter of a sheet that somebody fills in by hand.
// All four quarters of a page say the same.
type Slip struct {
	Language string    // of the frame, and of all that says no other
	Written  string    // of what people wrote; empty: the frame's
	Title    string    // for the file's properties
	Day      time.Time // of the workshop; zero where not known
	Over     string    // small above the heading: which workshop
	Heading  string
	For      string   // whose it is and of which round, where they are not everybody's and the only one
	Asked    string   // the question, where there is room to answer it
	Rule     []string // how it is filled in, a paragraph each
	Numbers  int      // each with a box beside it
	Choices  []string // each with a box beside it
	Labels   []string // over boxes to write in, as many rows of them as there is room for
	Filled   string   // a word before a line to write on
	Ruled    bool     // the rest has lines to write on
}

// slipWords are the words of slips.
type slipWords struct {
	ballots, ideas string // what the sheets are
	mark           func(r models.Round, crosses bool) string
	numbers        string // which numbers they are
	unsigned       string
	one            string // one idea each
	topic          string
	number, dots   string // over boxes to write in
}

// mostTopics are as many as can be chosen among on a slip: where a step has
// more, the topic is written.
const mostTopics = 8

// SlipOf says what slips have on them, in the language of the record.
func SlipOf(s models.Slips) Slip {
	if s.Head.Language == "" {
		s.Head.Language = defaultLanguage
	}
	w := wordsIn(s.Head.Language)
	frame, written := tongues(s.Head.Language)
	day, _ := dayOf(s.Head.Date)
	slip := Slip{
		Language: frame, Written: written, Day: day, Heading: strings.TrimSpace(s.Step.Heading),
		Over: strings.Join(named([]string{s.Head.Group, w.when(s.Head.Date, "", "")}), " · "),
	}
	if slip.Heading == "" {
		slip.Heading = titleOf(w, s.Head)
	}
	if s.Kind == models.SlipBallots && s.Round != nil {
		slip.ballot(w.slips, s)
	} else {
		slip.idea(w.slips, s)
	}
	slip.isFor(w, s)
	slip.Title += ": " + OneLine(slip.Heading)
	return slip
}

// onlyFor is before the parts of the room that a slip is for.
var onlyFor = in{"cs": "Jen pro: ", "en": "Only for: ", "sk": "Len pre: ", "de": "Nur für: ", "uk": "Лише для: "}

// isFor tells slips of one round, and of one part of the room, from those of others.
func (s *Slip) isFor(w words, of models.Slips) {
	var said []string
	if of.Round != nil && of.Number > 0 {
		said = append(said, cmp.Or(strings.TrimSpace(of.Round.Label), w.round(of.Number)))
	}
	if parts := strings.Join(named(of.For), ", "); parts != "" {
		said = append(said, onlyFor[w.tongue]+parts)
	}
	s.For = strings.Join(said, " · ")
}

// ballot has numbers to mark; where the ideas are more than there is room for,
// their numbers are written.
func (s *Slip) ballot(w slipWords, of models.Slips) {
	s.Title = w.ballots
	switch rule := of.Round.Rule; {
	case rule != nil && rule.Name == voting.Judging:
		s.Labels = []string{w.number}
		for i := range rule.Criteria {
			s.Labels = append(s.Labels, letterOf(i))
		}
	case of.Options == 0:
		s.Numbers = models.BlankNumbers
	case of.Options > models.MaxNumbers:
		s.Labels = []string{w.number, w.dots}
	default:
		s.Numbers = of.Options
	}
	s.Rule = []string{w.howToMark(frameOf(s.Language), *of.Round, s.Numbers > 0 && crosses(*of.Round)), w.numbers + " " + w.unsigned}
}

func (s *Slip) idea(w slipWords, of models.Slips) {
	s.Title, s.Asked, s.Rule, s.Ruled = w.ideas, strings.TrimSpace(of.Step.Prompt), []string{w.one}, true
	switch topics := named(of.Topics); {
	case len(topics) > mostTopics:
		s.Filled = w.topic + ":"
	default:
		s.Choices = topics
	}
}

// MixedLang is the language of words of the frame with what people wrote; empty: the
// frame's.
func (s Slip) MixedLang() string { return mixed(s.Written) }

// Map is the slip with each of its texts changed.
func (s Slip) Map(change func(string) string) Slip {
	s.Over, s.Heading, s.For, s.Asked, s.Filled = change(s.Over), change(s.Heading), change(s.For), change(s.Asked), change(s.Filled)
	s.Rule, s.Choices, s.Labels = each(s.Rule, change), each(s.Choices, change), each(s.Labels, change)
	return s
}
