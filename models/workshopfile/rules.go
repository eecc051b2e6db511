package workshopfile

import (
	"slices"
	"time"

	"dilna/models"
)

// checkRules finds what breaks the rules that the schema only describes. The
// torn steps are left out: what is missing there would count as wrong twice.
func (f *findings) checkRules(m models.Minutes, broken torn) {
	f.checkTime(path{"start"}, m.Start)
	f.checkTime(path{"end"}, m.End)
	for i, step := range m.Steps {
		if !broken[i] {
			f.checkStep(path{"steps", i}, step, m.Divisions)
			f.checkPart(path{"steps", i, "part"}, step.Part, m.Divisions)
			f.checkVoters(path{"steps", i, "rounds"}, step.Rounds, m.Divisions)
		}
	}
	f.checkFeedback(m.Feedback)
}

// checkPart checks that a step is of a part that is there.
func (f *findings) checkPart(at path, part *[2]int, divisions []models.DivisionMinutes) {
	if part != nil && !isThere(*part, divisions) {
		f.add(at, models.ReasonUnknown, noSuchPart)
	}
}

// checkVoters checks that rounds are of parts that are there, each said once.
func (f *findings) checkVoters(at path, rounds []models.RoundMinutes, divisions []models.DivisionMinutes) {
	for i, round := range rounds {
		for j, part := range round.Parts {
			here := at.with(i, "parts", j)
			if !isThere(part, divisions) {
				f.add(here, models.ReasonUnknown, noSuchVoters)
			}
			if slices.Contains(round.Parts[:j], part) {
				f.add(here, models.ReasonDuplicate, votersTwice)
			}
		}
	}
}

// isThere says whether a part stands at that place.
func isThere(part [2]int, divisions []models.DivisionMinutes) bool {
	division, index := part[0], part[1]
	return division >= 0 && division < len(divisions) && index >= 0 && index < len(divisions[division].Parts)
}

// checkFeedback checks that answers are of their question's kind, and are no more
// than people answered.
func (f *findings) checkFeedback(said *models.FeedbackMinutes) {
	if said == nil {
		return
	}
	if len(said.Questions) > models.MaxQuestions {
		field := models.Field{Reason: models.ReasonRange, Limit: models.MaxQuestions}
		f.addField(path{"feedback", "questions"}, field, tooManyQuestions(models.MaxQuestions))
	}
	for i, q := range said.Questions {
		at := path{"feedback", "questions", i}
		if len(q.Scores) > 0 && (q.Kind != models.QuestionScale || len(q.Scores) != models.MostScore) {
			f.add(at.with("scores"), models.ReasonFormat, notScores)
		}
		if len(q.Texts) > 0 && q.Kind != models.QuestionText {
			f.add(at.with("texts"), models.ReasonFormat, notTexts)
		}
		if q.Given()+len(q.Texts) > said.Answered {
			field := models.Field{Reason: models.ReasonRange, Limit: said.Answered}
			f.addField(at, field, tooManyAnswers(said.Answered))
		}
	}
}

func (f *findings) checkTime(at path, clock string) {
	if clock == "" {
		return
	}
	if _, err := time.Parse("15:04", clock); err != nil {
		f.add(at, models.ReasonFormat, notTime)
	}
}

// checkStep counts the ideas of a step and checks the length of their votes,
// then what the ballots point at, and what is told of parts.
func (f *findings) checkStep(at path, step models.StepMinutes, divisions []models.DivisionMinutes) {
	counter := ideaCounter{found: f, rounds: len(step.Rounds)}
	counter.ideas(at, step.Ideas)
	counter.topics(at, step.Topics)
	counter.decisions(at, step.Decisions)
	if step.Method == models.MethodDecisions {
		counter.count = len(step.DecisionsInOrder())
	}
	f.checkCombinations(at.with("combinations"), step, counter.count)
	for i, photo := range step.Photos {
		if photo.JPEG != nil && models.CheckPhoto(photo.JPEG) != nil {
			f.add(at.with("photos", i, "jpeg"), models.ReasonFormat, notAPhoto)
		}
	}
	for i, round := range step.Rounds {
		f.checkReceipts(at.with("rounds", i, "receipts"), round)
		f.checkDraws(at.with("rounds", i, "draws"), round, counter.count)
		f.checkPartResults(at.with("rounds", i), round, divisions, counter.count)
		for j, line := range round.Results {
			if line.Entry < 0 || line.Entry >= counter.count {
				f.add(at.with("rounds", i, "results", j), models.ReasonUnknown, noSuchIdea(line.Entry, counter.count))
			}
		}
		for j, ballot := range round.Ballots {
			for k, vote := range ballot {
				if vote.Entry < 0 || vote.Entry >= counter.count {
					f.add(at.with("rounds", i, "ballots", j, k), models.ReasonUnknown, noSuchIdea(vote.Entry, counter.count))
				}
			}
		}
	}
}

// checkCombinations checks that combinations are of rounds that are there, each
// once, and of entries that are.
func (f *findings) checkCombinations(at path, step models.StepMinutes, entries int) {
	for i, c := range step.Combinations {
		named := map[int]bool{}
		for j, weighed := range c.Rounds {
			here := at.with(i, "rounds", j)
			if weighed.Round < 0 || weighed.Round >= len(step.Rounds) {
				f.add(here, models.ReasonUnknown, noSuchRound(weighed.Round, len(step.Rounds)))
			}
			if named[weighed.Round] {
				f.add(here, models.ReasonDuplicate, combinedTwice)
			}
			named[weighed.Round] = true
		}
		for j, line := range c.Results {
			if line.Entry < 0 || line.Entry >= entries {
				f.add(at.with(i, "results", j), models.ReasonUnknown, noSuchIdea(line.Entry, entries))
			}
			if len(line.Shares) != len(c.Rounds) {
				f.addField(at.with(i, "results", j, "shares"), models.Field{Reason: models.ReasonRange, Limit: len(c.Rounds)}, notAShareEach(len(line.Shares), len(c.Rounds)))
			}
		}
	}
}

// checkReceipts checks that each ballot has a receipt of its own, or none has.
func (f *findings) checkReceipts(at path, round models.RoundMinutes) {
	if cast := len(round.Ballots); len(round.Receipts) != 0 && len(round.Receipts) != cast {
		f.addField(at, models.Field{Reason: models.ReasonRange, Limit: cast}, notAReceiptEach(len(round.Receipts), cast))
	}
	known := map[models.Receipt]bool{}
	for i, receipt := range round.Receipts {
		switch {
		case !receipt.IsValid():
			f.add(at.with(i), models.ReasonFormat, notReceipt)
		case known[receipt]:
			f.add(at.with(i), models.ReasonDuplicate, receiptTwice)
		}
		known[receipt] = true
	}
}

// checkDraws checks that a lot names entries that are there, at least two, each once. Whether they
// share its place is for who counts again: points may be wrong, too.
func (f *findings) checkDraws(at path, round models.RoundMinutes, entries int) {
	for i, draw := range round.Draws {
		f.checkTime(at.with(i, "time"), draw.Time)
		if len(draw.Order) < 2 {
			f.add(at.with(i, "order"), models.ReasonEmpty, drawnOfOne)
		}
		for j, entry := range draw.Order {
			here := at.with(i, "order", j)
			if entry < 0 || entry >= entries {
				f.add(here, models.ReasonUnknown, noSuchIdea(entry, entries))
			}
			if slices.Contains(draw.Order[:j], entry) {
				f.add(here, models.ReasonDuplicate, drawnTwice)
			}
		}
	}
}

// ideaCounter walks the ideas of a step in reading order
// (models.StepMinutes.ReadingOrder), knowing where in the file each stands.
type ideaCounter struct {
	found  *findings
	rounds int
	count  int
}

func (c *ideaCounter) topics(at path, topics []models.TopicMinutes) {
	for i, topic := range topics {
		under := at.with("topics", i)
		c.ideas(under, topic.Ideas)
		c.topics(under, topic.Topics)
	}
}

func (c *ideaCounter) ideas(at path, ideas []models.IdeaMinutes) {
	for i, idea := range ideas {
		under := at.with("ideas", i)
		if len(idea.Votes) > c.rounds {
			field := models.Field{Reason: models.ReasonRange, Limit: c.rounds}
			c.found.addField(under.with("votes"), field, tooManyVotes(len(idea.Votes), c.rounds))
		}
		c.voted(under, idea.Voted)
		c.count++
		c.ideas(under, idea.Ideas)
	}
}

func (c *ideaCounter) decisions(at path, decisions []models.DecisionMinutes) {
	for i, decision := range decisions {
		under := at.with("decisions", i)
		c.voted(under, decision.Voted)
		c.decisions(under, decision.Decisions)
	}
}

// voted checks that wordings name rounds of the step, each its own: what is said
// of no round, or twice, would be lost.
func (c *ideaCounter) voted(at path, wordings []models.VotedWording) {
	known := map[string]bool{}
	for i, voted := range wordings {
		here := at.with("voted", i)
		if known[voted.Text] {
			c.found.add(here, models.ReasonDuplicate, wordingTwice)
		}
		known[voted.Text] = true
		if len(voted.Rounds) == 0 {
			c.found.add(here.with("rounds"), models.ReasonEmpty, wordingOfNoRound)
		}
		for j, round := range voted.Rounds {
			if round >= c.rounds {
				c.found.add(here.with("rounds", j), models.ReasonUnknown, noSuchRound(round, c.rounds))
			}
		}
	}
}
