package models

// FeedbackMinutes is what people said of the workshop, as the record has it.
type FeedbackMinutes struct {
	Answered  int               `json:"answered" doc:"how many people said anything"`
	Questions []QuestionMinutes `json:"questions,omitempty"`
}

// QuestionMinutes is one question with what was answered. Answers to different
// questions are nobody's together: which belong to one person is not known.
type QuestionMinutes struct {
	Text   string       `json:"text"`
	Kind   QuestionKind `json:"kind"`
	Low    string       `json:"low,omitempty"`
	High   string       `json:"high,omitempty"`
	Off    bool         `json:"off,omitempty"`
	Scores []int        `json:"scores,omitempty" doc:"how many gave 1, 2 and so on to 5; of a scale that anybody answered"`
	Texts  []string     `json:"texts,omitempty"`
}

// Asks are the questions, as a workshop made of the record asks them; nil for a
// record that says nothing of feedback.
func (f *FeedbackMinutes) Asks() []Question {
	if f == nil {
		return nil
	}
	questions := make([]Question, len(f.Questions))
	for i, q := range f.Questions {
		questions[i] = Question{ID: NewID[QuestionID](), Text: q.Text, Kind: q.Kind, Low: q.Low, High: q.High, Off: q.Off}
	}
	return questions
}

// IsSilent says whether the question was neither asked nor answered.
func (q QuestionMinutes) IsSilent() bool { return q.Off && q.Scores == nil && len(q.Texts) == 0 }

// Given is how many answers the question has on its scale.
func (q QuestionMinutes) Given() int {
	given := 0
	for _, count := range q.Scores {
		given += count
	}
	return given
}

// Mean is the mean of the scores; 0 where there are none.
func (q QuestionMinutes) Mean() float64 {
	sum := 0
	for i, count := range q.Scores {
		sum += (i + 1) * count
	}
	if sum == 0 {
		return 0
	}
	return float64(sum) / float64(q.Given())
}

// SaidAnswer is one answer as it is kept: nobody's, under the pseudonym of its
// question. Answers come in the order of their pseudonyms, which is none.
type SaidAnswer struct {
	QuestionID QuestionID
	Pseudonym  string
	Score      int
	Text       string
	Hidden     bool
}

// FeedbackSummary is the feedback as those who run the workshop read it.
type FeedbackSummary struct {
	Answered  int               `json:"answered" doc:"how many people said anything"`
	Withheld  bool              `json:"withheld,omitempty" doc:"texts are not shown yet: the feedback is open, and fewer than 3 have answered"`
	Questions []QuestionSummary `json:"questions" doc:"those that are off, too"`
	Group     []GroupFeedback   `json:"group" doc:"workshops of the same group that anybody has answered, this one too, the oldest first"`
}

// QuestionSummary is one question with what was answered.
type QuestionSummary struct {
	Question
	Scores []int        `json:"scores,omitempty" doc:"how many gave 1, 2 and so on to 5; of a scale that anybody answered"`
	Mean   float64      `json:"mean,omitempty" doc:"of the scores; absent where there are none"`
	Texts  []TextAnswer `json:"texts,omitempty" doc:"in no order: shuffled once, and always the same"`
}

// TextAnswer is a text somebody wrote. A hidden one is seen by those who run the
// workshop alone.
type TextAnswer struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Hidden bool   `json:"hidden,omitempty"`
}

// GroupFeedback is how people of a group found one of its workshops.
type GroupFeedback struct {
	Called
	Question string  `json:"question" doc:"the first on a scale that was answered"`
	Given    int     `json:"given" doc:"how many answered it"`
	Mean     float64 `json:"mean"`
}

// Summarised is what people said of the workshop. While it is open, texts wait
// until there are enough answers that nobody's is known by it.
func Summarised(questions []Question, answered int, said []SaidAnswer, open bool) FeedbackSummary {
	s := FeedbackSummary{Answered: answered, Withheld: open && answered > 0 && answered < FewAnswers, Questions: []QuestionSummary{}, Group: []GroupFeedback{}}
	of := map[QuestionID][]SaidAnswer{}
	for _, a := range said {
		of[a.QuestionID] = append(of[a.QuestionID], a)
	}
	for _, q := range questions {
		s.Questions = append(s.Questions, q.summarised(of[q.ID], s.Withheld))
	}
	return s
}

func (q Question) summarised(said []SaidAnswer, withheld bool) QuestionSummary {
	s := QuestionSummary{Question: q}
	for _, a := range said {
		switch {
		case a.Score > 0:
			if s.Scores == nil {
				s.Scores = make([]int, MostScore)
			}
			s.Scores[a.Score-1]++
		case !withheld:
			s.Texts = append(s.Texts, TextAnswer{ID: a.Pseudonym, Text: a.Text, Hidden: a.Hidden})
		}
	}
	s.Mean = QuestionMinutes{Scores: s.Scores}.Mean()
	return s
}

// Minutes is the summary as the record has it, without texts that are hidden.
func (s FeedbackSummary) Minutes() *FeedbackMinutes {
	m := FeedbackMinutes{Answered: s.Answered}
	for _, q := range s.Questions {
		minutes := QuestionMinutes{Text: q.Text, Kind: q.Kind, Low: q.Low, High: q.High, Off: q.Off, Scores: q.Scores}
		for _, t := range q.Texts {
			if !t.Hidden {
				minutes.Texts = append(minutes.Texts, t.Text)
			}
		}
		m.Questions = append(m.Questions, minutes)
	}
	return &m
}

// OfGroup is the summary as one line of its group's: how people answered the
// first question on a scale; nothing where nobody answered one.
func (s FeedbackSummary) OfGroup(w Workshop) []GroupFeedback {
	for _, q := range s.Questions {
		if q.Scores != nil {
			h := w.Head
			called := Called{ID: w.ID, Programme: h.Programme, Group: h.Group, Number: h.Number, Title: h.Title, Date: h.Date}
			return []GroupFeedback{{Called: called, Question: q.Text, Given: QuestionMinutes{Scores: q.Scores}.Given(), Mean: q.Mean}}
		}
	}
	return nil
}
