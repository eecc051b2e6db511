package workshopfile_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"sync"

	"dilna/models"
	"dilna/models/voting"

	"pgregory.net/rapid"
)

// anyMinutes draws every record the format can hold, the odd ones first of
// all: nested topics and ideas, totals that nobody counted, empty ballots.
func anyMinutes(t *rapid.T) models.Minutes {
	m := models.Minutes{
		Head: models.Head{
			Language: anyText(t), Programme: anyText(t), Group: anyText(t), Number: rapid.IntRange(0, 99).Draw(t, "number"),
			Title: anyText(t), Date: anyDate(t), Start: anyClock(t), End: anyClock(t), Place: anyText(t),
			Facilitators: list(t, anyText), Attendance: optional(t, anyAttendance), NextMeeting: anyText(t),
		},
		Steps: list(t, anyStep), Feedback: optional(t, anyFeedback), Divisions: list(t, anyDivision), Office: optional(t, anyOffice),
	}
	for i := range m.Steps {
		byParts(t, &m.Steps[i], len(m.Divisions))
		if division := len(m.Divisions) - 1; division >= 0 && rapid.Bool().Draw(t, "of a part") {
			m.Steps[i].Part = &[2]int{division, len(m.Divisions[division].Parts) - 1}
			for j := range m.Steps[i].Rounds {
				m.Steps[i].Rounds[j].Parts = append([][2]int(nil), [][2]int{{0, 0}, {division, 1}}[:rapid.IntRange(0, 2).Draw(t, "voters")]...)
			}
		}
	}
	return m
}

// byParts has rounds of the step told by the parts of a division.
func byParts(t *rapid.T, step *models.StepMinutes, divisions int) {
	entries := countIdeas(*step)
	if step.Method == models.MethodDecisions {
		entries = len(step.DecisionsInOrder())
	}
	for i := range step.Rounds {
		if divisions == 0 || rapid.Bool().Draw(t, "for the room alone") {
			continue
		}
		round := &step.Rounds[i]
		round.ByPart = new(divisions - 1)
		for part := range rapid.IntRange(0, 2).Draw(t, "parts told") {
			result := models.PartResultMinutes{Part: part, Voters: rapid.IntRange(models.MinBallots, 30).Draw(t, "voters")}
			if entries > 0 {
				result.Results = []models.ResultMinutes{anyResult(t, entries)}
			}
			round.PartResults = append(round.PartResults, result)
		}
	}
}

func anyDivision(t *rapid.T) models.DivisionMinutes {
	return models.DivisionMinutes{Heading: someText(t), Dealt: rapid.Bool().Draw(t, "dealt"), Parts: []models.PartMinutes{
		{Heading: someText(t), Seats: rapid.IntRange(0, 40).Draw(t, "seats")}, {Heading: someText(t), Guests: rapid.Bool().Draw(t, "guests")},
	}}
}

func anyOffice(t *rapid.T) models.Office {
	return models.Office{
		FileNumber: someText(t), Address: anyText(t), MinuteTaker: anyText(t), Verifier: anyText(t), Approver: anyText(t), Distribution: anyText(t),
	}
}

func anyFeedback(t *rapid.T) models.FeedbackMinutes {
	f := models.FeedbackMinutes{Answered: rapid.IntRange(0, 20).Draw(t, "answered")}
	for range rapid.IntRange(0, models.MaxQuestions).Draw(t, "questions") {
		q := models.QuestionMinutes{Text: "Otázka?", Kind: oneOf(t, models.QuestionScale, models.QuestionText), Low: anyText(t), High: anyText(t), Off: rapid.Bool().Draw(t, "off")}
		switch {
		case f.Answered == 0:
		case q.Kind == models.QuestionText:
			q.Texts = []string{someText(t)}
		default:
			q.Scores = []int{0, 0, 0, 0, 0}
			q.Scores[rapid.IntRange(0, 4).Draw(t, "score")] = f.Answered
		}
		f.Questions = append(f.Questions, q)
	}
	return f
}

func anyAttendance(t *rapid.T) models.Attendance {
	return models.Attendance{
		Printed: anyText(t), Participants: optional(t, anyCount), Observers: optional(t, anyCount),
		Present: list(t, anyText), Excused: list(t, anyText), Guests: list(t, anyText),
	}
}

func anyStep(t *rapid.T) models.StepMinutes {
	step := models.StepMinutes{
		Method:  oneOf(t, models.MethodCollect, models.MethodFishbone, models.MethodText, models.MethodDecisions, models.MethodTasks),
		Heading: anyText(t), Prompt: anyText(t), Source: anyText(t), IdeaLabel: anyText(t), Effect: anyText(t), Text: anyText(t),
		Origin:        oneOf(t, "", models.OriginMeeting, models.OriginHarvest, models.OriginLate),
		Layout:        oneOf(t, "", models.LayoutList, models.LayoutColumns, models.LayoutQuadrants),
		Order:         oneOf(t, "", models.OrderCollected, models.OrderVotes, models.OrderManual),
		MarksPerTopic: rapid.IntRange(0, 9).Draw(t, "marks"), Agreeing: rapid.Bool().Draw(t, "agreeing"),
		Rounds: list(t, anyRound),
		Causes: tree(t, 4, anyCause),
		Tasks:  tree(t, 3, anyTask),
	}
	idea := func(t *rapid.T, deeper int) models.IdeaMinutes { return anyIdea(t, deeper, len(step.Rounds)) }
	step.Topics = tree(t, 2, func(t *rapid.T, deeper int) models.TopicMinutes {
		return anyTopic(t, deeper, idea)
	})
	step.Ideas = tree(t, 3, idea)
	step.Decisions = tree(t, 3, func(t *rapid.T, deeper int) models.DecisionMinutes { return anyDecision(t, deeper, len(step.Rounds)) })
	count := countIdeas(step)
	if step.Method == models.MethodDecisions {
		count = len(step.DecisionsInOrder())
	}
	if count > 0 {
		for i := range step.Rounds {
			step.Rounds[i].Ballots = list(t, func(t *rapid.T) []models.CastVote { return anyBallot(t, count) })
			if len(step.Rounds[i].Ballots) > 0 && rapid.Bool().Draw(t, "receipts") {
				step.Rounds[i].Receipts = rapid.SliceOfNDistinct(rapid.Map(rapid.StringMatching("[0-9]{12}"), func(s string) models.Receipt { return models.Receipt(s) }),
					len(step.Rounds[i].Ballots), len(step.Rounds[i].Ballots), rapid.ID).Draw(t, "receipts of ballots")
			}
			if count > 1 {
				step.Rounds[i].Draws = list(t, func(t *rapid.T) models.DrawMinutes { return anyDraw(t, count) })
			}
			step.Rounds[i].Results = list(t, func(t *rapid.T) models.ResultMinutes { return anyResult(t, count) })
		}
	}
	if len(step.Rounds) > 1 && count > 0 {
		step.Combinations = list(t, func(t *rapid.T) models.CombinationMinutes { return anyCombination(t, count) })
	}
	step.Photos = list(t, anyPhoto)
	return step
}

func anyPhoto(t *rapid.T) models.PhotoMinutes {
	photo := models.PhotoMinutes{Text: someText(t), Shown: rapid.Bool().Draw(t, "shown")}
	if rapid.Bool().Draw(t, "has bytes") {
		photo.JPEG = aPhoto()
	}
	return photo
}

var aPhoto = sync.OnceValue(func() []byte {
	var file bytes.Buffer
	_ = png.Encode(&file, image.NewGray(image.Rect(0, 0, 8, 6)))
	photo, err := models.DrawPhoto(file.Bytes())
	if err != nil {
		panic(err)
	}
	return photo
})

// anyCombination is of the first two rounds of a step with so many entries.
func anyCombination(t *rapid.T, count int) models.CombinationMinutes {
	weight := rapid.IntRange(1, 100)
	share := func(t *rapid.T) float64 { return float64(rapid.IntRange(-1_000_000, 1_000_000).Draw(t, "share")) / 1e6 }
	return models.CombinationMinutes{
		Label:  anyText(t),
		Rounds: []models.WeighedIndex{{Round: 0, Weight: weight.Draw(t, "weight")}, {Round: 1, Weight: weight.Draw(t, "weight")}},
		Results: list(t, func(t *rapid.T) models.CombinedMinutes {
			return models.CombinedMinutes{
				Entry: rapid.IntRange(0, count-1).Draw(t, "entry"), Share: optional(t, share),
				Shares: []*float64{optional(t, share), optional(t, share)}, Rank: rapid.IntRange(0, count).Draw(t, "rank"),
			}
		}),
	}
}

func anyTopic(t *rapid.T, deeper int, idea func(*rapid.T, int) models.IdeaMinutes) models.TopicMinutes {
	return models.TopicMinutes{
		Heading: anyText(t), From: anyText(t), Ideas: tree(t, 1, idea),
		Topics: tree(t, deeper, func(t *rapid.T, deeper int) models.TopicMinutes { return anyTopic(t, deeper, idea) }),
	}
}

func anyIdea(t *rapid.T, deeper, rounds int) models.IdeaMinutes {
	idea := models.IdeaMinutes{
		Text: someText(t), Marked: rapid.Bool().Draw(t, "marked"), Chosen: rapid.Bool().Draw(t, "chosen"),
		Note: anyText(t), Author: anyText(t), Merged: list(t, anyText), From: anyText(t), Proposed: rapid.Bool().Draw(t, "proposed"), Agreed: optional(t, anyCount),
		Ideas: tree(t, deeper, func(t *rapid.T, deeper int) models.IdeaMinutes { return anyIdea(t, deeper, rounds) }),
	}
	idea.Voted = anyVoted(t, rounds)
	for range rapid.IntRange(0, rounds).Draw(t, "counted rounds") {
		idea.Votes = append(idea.Votes, optional(t, anyPoints))
	}
	return idea
}

func anyVoted(t *rapid.T, rounds int) []models.VotedWording {
	if rounds == 0 || rapid.Bool().Draw(t, "voted as it is") {
		return nil
	}
	return []models.VotedWording{{Text: anyText(t), Rounds: []int{rapid.IntRange(0, rounds-1).Draw(t, "round")}}}
}

func anyRound(t *rapid.T) models.RoundMinutes {
	round := models.RoundMinutes{
		Label: anyText(t), CastBy: oneOf(t, "", models.CastByPhones, models.CastTyped),
		Dots: rapid.IntRange(0, 9).Draw(t, "dots"), PerIdea: rapid.IntRange(0, 9).Draw(t, "per idea"),
		Weights: list(t, anyPoints), Minus: optional(t, anyCount), Voters: optional(t, anyCount),
		Partial: anyCount(t),
	}
	if rapid.Bool().Draw(t, "a rule of its own") {
		round.Rule = &voting.Rule{
			Name: oneOf(t, voting.Choice, voting.Scale, voting.Budget), Of: oneOf(t, "", voting.Cast, voting.Present), UseAll: rapid.Bool().Draw(t, "all"),
			Labels: list(t, anyText), Scores: list(t, anyPoints), Unit: anyText(t), Axis: anyText(t), Steps: anyCount(t),
		}
		if rapid.Bool().Draw(t, "costs") {
			round.Rule.Costs = map[models.EntryID]int{"0": anyCount(t), "7": anyCount(t)}
		}
	}
	return round
}

func anyDraw(t *rapid.T, entries int) models.DrawMinutes {
	return models.DrawMinutes{
		Place: rapid.IntRange(1, 9).Draw(t, "place"), Date: "2025-11-19", Time: "18:30",
		Order: rapid.SliceOfNDistinct(rapid.IntRange(0, entries-1), 2, entries, rapid.ID).Draw(t, "order"),
	}
}

func anyResult(t *rapid.T, entries int) models.ResultMinutes {
	return models.ResultMinutes{
		Entry: rapid.IntRange(0, entries-1).Draw(t, "entry"), Points: optional(t, anyPoints),
		Details: voting.Details{
			Said: optional(t, anyCount), For: optional(t, anyCount), Passed: optional(t, func(t *rapid.T) bool { return rapid.Bool().Draw(t, "passed") }),
			Mean: optional(t, func(t *rapid.T) float64 { return float64(anyCount(t)) / 4 }), Counts: list(t, anyCount),
		},
	}
}

func anyBallot(t *rapid.T, ideas int) []models.CastVote {
	return list(t, func(t *rapid.T) models.CastVote {
		vote := models.CastVote{Entry: rapid.IntRange(0, ideas-1).Draw(t, "idea")}
		if vote.Values = list(t, anyPoints); vote.Values == nil {
			vote.Value = anyPoints(t)
		}
		return vote
	})
}

func anyCause(t *rapid.T, deeper int) models.CauseMinutes {
	return models.CauseMinutes{Text: someText(t), Note: anyText(t), From: anyText(t), Causes: tree(t, deeper, anyCause)}
}

func anyDecision(t *rapid.T, deeper, rounds int) models.DecisionMinutes {
	return models.DecisionMinutes{
		Text: anyText(t), Note: anyText(t), From: anyText(t), Voted: anyVoted(t, rounds),
		Decisions: tree(t, deeper, func(t *rapid.T, deeper int) models.DecisionMinutes { return anyDecision(t, deeper, rounds) }),
		Decision: models.Decision{
			Mover: anyText(t), How: oneOf(t, "", models.DecidedByVotes, models.DecidedByConsensus), Result: anyText(t),
			For: optional(t, anyPoints), Against: optional(t, anyPoints), Abstain: optional(t, anyPoints),
		},
	}
}

func anyTask(t *rapid.T, deeper int) models.TaskMinutes {
	return models.TaskMinutes{
		Text: anyText(t), Note: anyText(t), From: anyText(t), Promise: optional(t, anyPromise), Tasks: tree(t, deeper, anyTask),
		Task: models.Task{
			Owners: list(t, anyText), Everyone: rapid.Bool().Draw(t, "everyone"), Due: anyText(t), DueDate: anyDate(t), Reason: anyText(t),
			State: oneOf(t, "", models.TaskOpen, models.TaskDone, models.TaskMoved, models.TaskDropped),
		},
	}
}

func anyPromise(t *rapid.T) models.PromiseMinutes {
	meeting := func() models.Meeting { return models.Meeting{Name: anyText(t), Date: anyDate(t)} }
	return models.PromiseMinutes{
		First: meeting(), Last: meeting(), Due: anyText(t), DueDate: anyDate(t), Passed: rapid.IntRange(2, 9).Draw(t, "passed"),
	}
}

// countIdeas counts as the format says in words, by another way than Decode.
func countIdeas(step models.StepMinutes) int {
	count := 0
	topics, ideas := step.Topics, step.Ideas
	for len(topics)+len(ideas) > 0 {
		if len(ideas) > 0 {
			count++
			ideas = append(ideas[1:len(ideas):len(ideas)], ideas[0].Ideas...)
			continue
		}
		ideas = topics[0].Ideas
		topics = append(topics[1:len(topics):len(topics)], topics[0].Topics...)
	}
	return count
}

func anyText(t *rapid.T) string { return models.Tidy(rawText(t)) }

func rawText(t *rapid.T) string {
	return rapid.OneOf(
		rapid.Just(""),
		rapid.SampledFrom([]string{"Zvýšení platů", "<b>&amp;</b>", "🌱 a\u2028b\tc\n", `\u0041 "x"`, "\x00\x7f", "\ufffd"}),
		rapid.StringN(0, 12, -1),
	).Draw(t, "text")
}

func someText(t *rapid.T) string { return models.Tidy(rawText(t) + ".") }

func anyCount(t *rapid.T) int { return rapid.IntRange(0, 1_000_000_000).Draw(t, "count") }

func anyPoints(t *rapid.T) int {
	return rapid.IntRange(-1_000_000_000, 1_000_000_000).Draw(t, "points")
}

func anyDate(t *rapid.T) string {
	return oneOf(t, "", "2025-11-19", "2024-02-29", "1999-12-31")
}

func anyClock(t *rapid.T) string {
	if rapid.Bool().Draw(t, "no time") {
		return ""
	}
	return fmt.Sprintf("%02d:%02d", rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute"))
}

func oneOf[T any](t *rapid.T, values ...T) T { return rapid.SampledFrom(values).Draw(t, "choice") }

func optional[T any](t *rapid.T, draw func(*rapid.T) T) *T {
	if rapid.Bool().Draw(t, "absent") {
		return nil
	}
	value := draw(t)
	return &value
}

// list is nil where it is empty, as in every decoded record.
func list[T any](t *rapid.T, draw func(*rapid.T) T) []T {
	var values []T
	for range rapid.IntRange(0, 2).Draw(t, "length") {
		values = append(values, draw(t))
	}
	return values
}

// tree is a list of what may have as much under it, deeper levels at most.
func tree[T any](t *rapid.T, deeper int, draw func(t *rapid.T, deeper int) T) []T {
	if deeper == 0 {
		return nil
	}
	return list(t, func(t *rapid.T) T { return draw(t, deeper-1) })
}
