package models

import "slices"

// Part names one of the six sorts of rows a workshop is made of, as it stands
// in the paths of the API.
type Part string

const (
	PartSteps  Part = "steps"
	PartTopics Part = "topics"
	PartIdeas  Part = "ideas"
	PartCauses Part = "causes"
	PartRounds Part = "rounds"

	PartDivisions Part = "divisions"
)

// Parts are all of them, StepParts those that stand in a step.
var (
	StepParts = []Part{PartTopics, PartIdeas, PartCauses, PartRounds}
	Parts     = append(append([]Part{PartSteps}, StepParts...), PartDivisions)
)

// Check refuses a part that is none of them, with `not-found`.
func (p Part) Check() error {
	if !slices.Contains(Parts, p) {
		return Fail(KindNotFound, CodeNotFound)
	}
	return nil
}

// Self names a row for those who treat all parts alike.
func (s *Step) Self() (Part, string)  { return PartSteps, string(s.ID) }
func (t *Topic) Self() (Part, string) { return PartTopics, string(t.ID) }
func (i *Idea) Self() (Part, string)  { return PartIdeas, string(i.ID) }
func (c *Cause) Self() (Part, string) { return PartCauses, string(c.ID) }
func (r *Round) Self() (Part, string) { return PartRounds, string(r.ID) }
