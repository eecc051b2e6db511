package models

import "slices"

// What a group has worked with stands: once people have voted on a wording,
// who wrote it can neither change it nor take it away from a phone, and what
// was voted on stays told wherever the result is (docs/adr/0014).

// Use is what the group has made of an idea besides what its row says.
type Use struct {
	Voted     bool // a closed round has counted it, or one merged into it
	Merged    bool // others' ideas live on in it
	TakenOver bool // a topic of another step, a decision or a task was made of it
}

// MayReword says whether the actor may give the idea this text. Whoever wrote
// it may not, with `wording-stands`, once the group has voted on it, marked or
// chosen it, merged others into it, or made it a topic; who facilitates always
// may, and the wording that was voted on is told. The same text is no change.
func (e Entry) MayReword(by Actor, text string, use Use) error {
	settled := use.Voted || use.Merged || use.TakenOver || e.Marked || e.Chosen
	if by.Facilitates() || text == e.Text || !settled {
		return nil
	}
	return Fail(KindConflict, CodeWordingStands)
}

// MayGo says whether the actor may remove the idea. One that has been voted on
// nobody removes, with `idea-has-votes` (reliability.md, INV-08); one in which
// others' ideas live on its writer does not, with `wording-stands`.
func (e Entry) MayGo(by Actor, use Use) error {
	switch {
	case use.Voted:
		return Fail(KindConflict, CodeIdeaHasVotes)
	case use.Merged && !by.Facilitates():
		return Fail(KindConflict, CodeWordingStands)
	}
	return nil
}

// reword gives the idea another text. The first wording of what a participant
// wrote is kept from a facilitator's first correction on, whoever rewords the
// idea then, until it stands there again.
func (e *Entry) reword(by Actor, text string) {
	if text == e.Text {
		return
	}
	if by.Facilitates() && e.Original == "" && e.SeatID != "" {
		e.Original = e.Text
	}
	if text == e.Original {
		e.Original = ""
	}
	e.Reworded = by.Facilitates() && e.Original != ""
	e.Text = text
}

// VotedWording is a wording that rounds of a step were held on, where it can
// be read in the idea or the decision no more.
type VotedWording struct {
	Text   string `json:"text,omitempty" doc:"empty: it is left out of the minutes"`
	Rounds []int  `json:"rounds" doc:"indexes of the rounds, from 0"`
}

// Concealed leaves of wordings only that there were some, and in which rounds.
func Concealed(voted []VotedWording) []VotedWording {
	if len(voted) == 0 {
		return nil
	}
	var rounds []int
	for _, v := range voted {
		rounds = append(rounds, v.Rounds...)
	}
	slices.Sort(rounds)
	return []VotedWording{{Rounds: slices.Compact(rounds)}}
}

// HeldOn are the wordings of the idea that the round of that index was held
// on: none where it did not count the idea.
func (i IdeaMinutes) HeldOn(round int) []string {
	return heldOn(round, i.Voted, i.Text, round < len(i.Votes) && i.Votes[round] != nil)
}

// HeldOn are the wordings of the decision of that index in reading order that the
// round of that index was held on: none where it did not count the decision.
func (s *StepMinutes) HeldOn(round, decision int) []string {
	of := s.DecisionsInOrder()[decision]
	counted := slices.ContainsFunc(s.Rounds[round].Results, func(r ResultMinutes) bool { return r.Entry == decision && r.Points != nil })
	return heldOn(round, of.Voted, of.Text, counted)
}

func heldOn(round int, voted []VotedWording, text string, counted bool) []string {
	var texts []string
	for _, wording := range voted {
		if slices.Contains(wording.Rounds, round) {
			texts = append(texts, wording.Text)
		}
	}
	if len(texts) == 0 && counted {
		texts = []string{text}
	}
	return texts
}

// HeldOn gathers, of the wordings each round was held on, those that nobody
// can read any more in an idea of this text, with these merged into it; of those
// that nobody is to be told, only that there were some.
func HeldOn(text string, merged, untold []string, rounds [][]string) []VotedWording {
	var voted []VotedWording
	for at, wordings := range rounds {
		for _, wording := range wordings {
			if wording == text || slices.Contains(merged, wording) {
				continue
			}
			if slices.Contains(untold, wording) {
				wording = ""
			}
			known := slices.IndexFunc(voted, func(v VotedWording) bool { return v.Text == wording })
			if known < 0 {
				voted, known = append(voted, VotedWording{Text: wording}), len(voted)
			}
			if of := &voted[known]; !slices.Contains(of.Rounds, at) {
				of.Rounds = append(of.Rounds, at)
			}
		}
	}
	return voted
}
