package models

// Part names one of the five sorts of rows a workshop is made of, as it stands
// in the paths of the API.
type Part string

const (
	PartSteps  Part = "steps"
	PartTopics Part = "topics"
	PartIdeas  Part = "ideas"
	PartCauses Part = "causes"
	PartRounds Part = "rounds"
)
