package models

import "encoding/json"

// What people are asked has a history as one thing: the questions before and
// after, whole. It is taken back by asking what was asked before (Workshop.Ask).

// PartQuestions are the questions of the feedback, where the history speaks of them.
const PartQuestions Part = "questions"

const questionsValue = "value"

// QuestionsChanges are what makes other questions of these; none where they are
// the same.
func QuestionsChanges(before, after []Question) ([]RowChange, error) {
	if QuestionsSum(before) == QuestionsSum(after) {
		return nil, nil
	}
	was, err := json.Marshal(before)
	if err != nil {
		return nil, err
	}
	is, err := json.Marshal(after)
	return []RowChange{{
		Part: PartQuestions, ID: string(PartQuestions),
		Before: map[string]json.RawMessage{questionsValue: was}, After: map[string]json.RawMessage{questionsValue: is},
	}}, err
}

// AskedBefore asks the questions again that the change put others in the place of,
// unless they are others by now.
func (c RowChange) AskedBefore() (NewQuestions, error) {
	var before, after []Question
	if err := json.Unmarshal(c.Before[questionsValue], &before); err != nil {
		return NewQuestions{}, err
	}
	err := json.Unmarshal(c.After[questionsValue], &after)
	return NewQuestions{Questions: before, From: QuestionsSum(after)}, err
}
