package models

import (
	"slices"
	"testing"
	"time"
)

// TestWhoIsToldOfTheFeedbackAndOfThePublishedMinutes: people once it has been
// open and the meeting is over, the wall never, whoever runs it always.
func TestWhoIsToldOfTheFeedbackAndOfThePublishedMinutes(t *testing.T) {
	now := time.UnixMilli(1_000_000)
	ended := Workshop{State: WorkshopEnded, Published: "token"}
	ended.OpenFeedback(now)
	again := ended
	again.State = WorkshopOpen
	for name, c := range map[string]struct {
		w    Workshop
		told map[Audience]bool
	}{
		"before it ends":  {Workshop{State: WorkshopOpen}, map[Audience]bool{Facilitators: true}},
		"after it ended":  {ended, map[Audience]bool{Facilitators: true, Participants: true}},
		"when it goes on": {again, map[Audience]bool{Facilitators: true}},
		"never asked":     {Workshop{State: WorkshopEnded}, map[Audience]bool{Facilitators: true}},
	} {
		for _, a := range Audiences {
			view := c.w.view(a)
			if (view.Feedback != nil) != c.told[a] {
				t.Errorf("%s, audience %d is told of the feedback: %t", name, a, view.Feedback != nil)
			}
			if view.Minutes != c.w.Published {
				t.Errorf("%s, audience %d is told that the minutes are at %q", name, a, view.Minutes)
			}
		}
	}
	ended.Feedback.Questions[2].Off = true
	if asked := ended.view(Participants).Feedback.Questions; len(asked) != 2 {
		t.Errorf("people are told of questions that are off: %+v", asked)
	}
}

func TestTheFeedbackIsOpenForADayAndCanBeClosedAtOnce(t *testing.T) {
	start := time.UnixMilli(1_000_000)
	w := Workshop{State: WorkshopEnded}
	w.OpenFeedback(start)
	if !w.FeedbackOpen(start.Add(FeedbackTime-time.Second)) || w.FeedbackOpen(start.Add(FeedbackTime)) {
		t.Error("it is not open for a day")
	}
	if err := w.Move(FeedbackMove{}, start.Add(time.Hour)); err != nil || w.FeedbackOpen(start.Add(time.Hour)) {
		t.Errorf("it was not closed: %v", err)
	}
	for i := range w.Feedback.Questions {
		w.Feedback.Questions[i].Off = true
	}
	if err := w.Move(FeedbackMove{Open: true}, start.Add(2*time.Hour)); CodeOf(err) != CodeNothingAsked {
		t.Errorf("with nothing to ask it opens: %v", err)
	}
}

func TestAnswersFitTheQuestionsTheyAreTo(t *testing.T) {
	questions := Workshop{}.Questions()
	questions[2].Off = true
	for name, c := range map[string]struct {
		answer Answer
		fits   bool
	}{
		"a score on a scale":         {Answer{Question: questions[0].ID, Score: 5}, true},
		"a text on a scale":          {Answer{Question: questions[0].ID, Text: "pět"}, false},
		"a text":                     {Answer{Question: questions[1].ID, Text: "oběd"}, true},
		"a score for a text":         {Answer{Question: questions[1].ID, Score: 5}, false},
		"an answer to what is off":   {Answer{Question: questions[2].ID, Text: "nic"}, false},
		"an answer to what is not":   {Answer{Question: NewID[QuestionID](), Text: "nic"}, false},
		"a score and a text at once": {Answer{Question: questions[0].ID, Score: 1, Text: "pět"}, false},
	} {
		if err := (MyFeedback{Answers: []Answer{c.answer}}).Fit(questions); (err == nil) != c.fits {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestOfTwoAnswersThereIsAMeanAndNoTextWhileItIsOpen(t *testing.T) {
	questions := Workshop{}.Questions()
	said := []SaidAnswer{
		{QuestionID: questions[0].ID, Score: 5}, {QuestionID: questions[0].ID, Score: 2}, {QuestionID: questions[1].ID, Text: "oběd"},
	}
	open, closed := Summarised(questions, 2, said, true), Summarised(questions, 2, said, false)
	if open.Questions[0].Mean != 3.5 || !slices.Equal(open.Questions[0].Scores, []int{0, 1, 0, 0, 1}) || len(open.Questions[1].Texts) > 0 || !open.Withheld {
		t.Errorf("while it is open: %+v", open)
	}
	if len(closed.Questions[1].Texts) != 1 || closed.Withheld {
		t.Errorf("at the end: %+v", closed)
	}
}
