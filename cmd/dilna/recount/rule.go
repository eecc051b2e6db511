package recount

import (
	"encoding/json"

	"dilna/models"
)

// rule is a round's rule, read from what the file says of it: none of it is taken
// from models/voting.
type rule struct {
	Name     string
	Dots     int
	PerEntry int  `json:"per_entry"`
	PerTopic int  `json:"per_topic"`
	UseAll   bool `json:"use_all"`
	Weights  []int
	Minus    int
	After    int
	Most     int
	Majority string
	Of       string
	Present  int
	Places   int
	Exactly  bool
	Scores   []int
	Steps    int
	Budget   int
	Costs    map[string]int
	Criteria []struct{ Weight int }
}

// judging is the name of the rule that asks several things of one entry.
const judging = "judging"

// ruleOf is the rule of a round; one that says nothing where the file has none.
func ruleOf(r models.RoundMinutes) rule {
	var read struct {
		rule
		Name string `json:"rule"`
	}
	said, err := json.Marshal(r.Followed())
	if err == nil {
		err = json.Unmarshal(said, &read)
	}
	if err != nil {
		panic("recount: a rule that was read cannot be written: " + err.Error()) // it came from JSON
	}
	read.rule.Name = read.Name
	return read.rule
}
