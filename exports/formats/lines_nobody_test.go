package formats

import (
	"slices"

	"dilna/models"
	"dilna/models/voting"
)

// nobodyLines: of a round in which nobody voted each format says so, whatever its rule; of one
// that was only prepared none says anything.
func nobodyLines() []line {
	says := map[string]string{
		"cs": "Hlasování proběhlo, nezapočítal se ani jeden hlas.", "en": "A vote was held, not one vote was counted.", "sk": "Hlasovanie prebehlo, nezapočítal sa ani jeden hlas.",
		"de": "Es wurde abgestimmt, gezählt wurde keine Stimme.", "uk": "Голосування відбулося, не зараховано жодного голосу.",
	}
	var all []line
	for language, said := range says {
		for name, step := range ruleSteps() {
			all = append(all, line{name: "nobody voted: " + string(name) + ", " + language, e: minutesIn(language, ofNobody(step)), pages: []string{said}, sheets: []string{said}})
		}
	}
	second := models.StepMinutes{Method: models.MethodCollect, Heading: "DVĚ KOLA", Rounds: []models.RoundMinutes{{Voters: new(6)}, {Voters: new(0)}}, Ideas: []models.IdeaMinutes{{Text: "lavička", Votes: []*int{new(6), nil}}}}
	table := models.StepMinutes{Method: models.MethodCollect, Heading: "STŮL", Rounds: []models.RoundMinutes{{Voters: new(0), Parts: [][2]int{{0, 1}}}}, Ideas: []models.IdeaMinutes{{Text: "lavička"}}}
	divided := minutesIn("cs", table)
	divided.Divisions = []models.DivisionMinutes{{Heading: "Stoly", Parts: []models.PartMinutes{{Heading: "Stůl 1"}, {Heading: "Stůl 2"}}}}
	prepared := ofNobody(ruleSteps()[voting.Choice])
	prepared.Rounds[0].Voters = nil
	decided := models.StepMinutes{Method: models.MethodDecisions, Heading: "USNESENÍ", Decisions: []models.DecisionMinutes{{Text: "Skupina schvaluje plán."}}, Rounds: []models.RoundMinutes{{Voters: new(0)}}}
	return append(all,
		line{name: "nobody voted in the second round", e: minutesIn("cs", second), pages: []string{"2. kolo: hlasování proběhlo, nezapočítal se ani jeden hlas."}, sheets: []string{"2. kolo", says["cs"]}},
		line{name: "nobody voted at a table", e: divided, pages: []string{"Stůl 2: hlasování proběhlo, nezapočítal se ani jeden hlas."}, sheets: []string{says["cs"]}},
		line{name: "nobody voted on decisions", e: minutesIn("cs", decided), pages: []string{says["cs"]}, sheets: []string{says["cs"]}},
		line{name: "nobody was to vote yet", e: minutesIn("cs", prepared), pages: []string{"lavičky"}, never: []string{"nezapočítal se ani jeden hlas"}},
	)
}

// ofNobody is the step as it is where nobody voted in its rounds.
func ofNobody(step models.StepMinutes) models.StepMinutes {
	step.Rounds = slices.Clone(step.Rounds)
	for i := range step.Rounds {
		r := &step.Rounds[i]
		r.Voters, r.Results, r.Ballots, r.Partial, r.Draws = new(0), nil, nil, 0, nil
	}
	for _, idea := range step.ReadingOrder() { // the step is the caller's own
		idea.Votes, idea.Voted = nil, nil
	}
	return step
}
