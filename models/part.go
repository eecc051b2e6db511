package models

import "slices"

// Part names a sort of rows a workshop is made of, as it stands in the paths of
// the API, in the feed and in the history.
type Part string

const (
	PartSteps   Part = "steps"
	PartTopics  Part = "topics"
	PartEntries Part = "entries"
	PartRounds  Part = "rounds"

	PartDivisions    Part = "divisions"
	PartCombinations Part = "combinations"
	PartPhotos       Part = "photos"
)

// What people call entries, by the method of their step.
const (
	PartIdeas     Part = "ideas"
	PartCauses    Part = "causes"
	PartDecisions Part = "decisions"
	PartTasks     Part = "tasks"
)

// Parts are the sorts of rows, StepParts those that stand in a step.
var (
	StepParts = []Part{PartTopics, PartEntries, PartRounds, PartCombinations, PartPhotos}
	Parts     = append(append([]Part{PartSteps}, StepParts...), PartDivisions)
)

// entriesOf are what the entries of a step are called; a text has none.
var entriesOf = map[Method]Part{
	MethodCollect: PartIdeas, MethodFishbone: PartCauses, MethodDecisions: PartDecisions, MethodTasks: PartTasks,
}

// Entries is what the entries of the method's steps are called.
func (m Method) Entries() Part { return entriesOf[m] }

// CycleCode is the code of what would come to stand under itself.
func (m Method) CycleCode() ErrorCode {
	switch m {
	case MethodCollect:
		return CodeIdeaCycle
	case MethodFishbone:
		return CodeCauseCycle
	}
	return CodeEntryCycle
}

// Rows is the sort of rows the part is of.
func (p Part) Rows() Part {
	for _, called := range entriesOf {
		if p == called {
			return PartEntries
		}
	}
	return p
}

// Check refuses a part that has no rows, with `not-found`.
func (p Part) Check() error {
	if !slices.Contains(Parts, p.Rows()) {
		return Fail(KindNotFound, CodeNotFound)
	}
	return nil
}

// Self names a row for those who treat all parts alike.
func (s *Step) Self() (Part, string)  { return PartSteps, string(s.ID) }
func (t *Topic) Self() (Part, string) { return PartTopics, string(t.ID) }
func (e *Entry) Self() (Part, string) { return PartEntries, string(e.ID) }
func (r *Round) Self() (Part, string) { return PartRounds, string(r.ID) }
