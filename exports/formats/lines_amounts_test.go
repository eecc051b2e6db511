package formats

import (
	"strings"

	"dilna/models"
	"dilna/models/voting"
)

// amountLines: language × whatever may be a thousand and more, in each format. Those of
// pages write it as the language does, and a spreadsheet has a number.
func amountLines() []line {
	var all []line
	for language, apart := range map[string]string{"cs": " ", "en": ",", "sk": " ", "de": ".", "uk": " "} {
		e := minutesIn(language)
		e.Attendance, e.Options.Feedback = &models.Attendance{Participants: new(1_001), Observers: new(1_002)}, true
		e.Admission = &models.AdmissionMinutes{Way: models.WayTickets, Came: &models.Came{Open: 1_003}}
		e.Divisions = []models.DivisionMinutes{{Heading: "Stůl", Parts: []models.PartMinutes{{Heading: "U okna", Seats: 1_004}}}}
		e.Feedback = &models.FeedbackMinutes{Answered: 1_005, Questions: []models.QuestionMinutes{{Text: "Líbilo se?", Kind: models.QuestionScale, Scores: []int{0, 0, 0, 0, 1_006}}}}
		said := "1'001, 1'002, 1'003, 1'004, 1'005, 1'006"
		var sheets []string
		for _, of := range crowds() {
			e.Steps = append(e.Steps, of.step)
			said += ", " + of.pages
			sheets = append(sheets, of.sheets...)
		}
		all = append(all, line{name: "thousands in " + language, e: e, pages: strings.Split(strings.ReplaceAll(said, "'", apart), ", "), sheets: sheets})
	}
	return all
}

// crowd is a step of a room of thousands, and how its numbers are said: ' is what stands
// between thousands.
type crowd struct {
	step   models.StepMinutes
	pages  string
	sheets []string
}

// crowds are votes by each rule that says such numbers, each with its own.
func crowds() []crowd {
	step := func(rule voting.Rule, points int, d voting.Details) models.StepMinutes {
		s := voted(rule, [3]int{points, 0, 0}, d)
		s.Rounds[0].Voters = new(80_000)
		return s
	}
	dots := step(voting.Rule{Name: voting.Dots, Dots: 3}, 12_001, voting.Details{})
	dots.Rounds[0].Voters, dots.Rounds[0].Partial, dots.Rounds[0].ByPart = new(12_002), 1_011, new(0)
	dots.Rounds[0].PartResults = []models.PartResultMinutes{{Voters: 5_001, Results: []models.ResultMinutes{{Points: new(5_002)}}}}
	agreed := step(voting.Rule{Name: voting.Approval}, 13_001, voting.Details{})
	agreed.Ideas[0].Agreed = new(1_012)
	decided := decidedByVote()
	decided.Decisions[0].For, decided.Rounds[0].Results[0].For, decided.Rounds[0].Voters = new(14_001), new(14_001), new(14_002)
	present := voting.Rule{Name: voting.Choice, Majority: voting.Absolute, Of: voting.Present, Present: 80_001}
	scores := voting.Rule{Name: voting.Places, Places: 2, Scores: []int{1_000, 999}}
	budget := voting.Rule{Name: voting.Budget, Budget: 1_000_000, Unit: "Kč", Costs: map[models.EntryID]int{"0": 2_500}}
	return []crowd{
		{dots, "12'001, 12'002, 1'011, (5'001), 5'002", []string{"12001", "12002", "5002"}},
		{agreed, "13'001, 1'012", []string{"13001", "1012"}},
		{decided, "14'001, 14'002", []string{"14001"}},
		{step(voting.Rule{Name: voting.Weights, Most: 5}, 15_001, voting.Details{}), "15'001", []string{"15001"}},
		{step(voting.Rule{Name: voting.PlusMinus, Dots: 5, Minus: new(2)}, -1_234_567, voting.Details{}), "−1'234'567", []string{"-1234567"}},
		{step(present, 16_001, voting.Details{For: new(16_001), Against: new(16_002), Abstain: new(16_003), Passed: new(false)}), "16'001, 16'002, 16'003, (80'001)", []string{"16003"}},
		{step(scores, 17_001, voting.Details{Counts: []int{17_002, 17_003}}), "17'001, 17'002, 17'003, 1'000, 999", []string{"17002"}},
		{step(voting.Rule{Name: voting.Scale, Steps: 5}, 18_001, voting.Details{Mean: new(3.5), Median: new(3.0), Spread: new(1.0), Said: new(18_002)}), "18'002", []string{"18002"}},
		{step(budget, 19_001, voting.Details{Fits: new(true)}), "19'001, 1'000'000 Kč, 2'500 Kč", []string{"2500"}},
	}
}
