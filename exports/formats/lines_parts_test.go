package formats

import (
	"dilna/models"
	"dilna/models/voting"
)

// partLines are what is said of results that are told by parts of the room.
func partLines() []line {
	division := models.DivisionMinutes{Heading: "Kde sedíte?", Parts: []models.PartMinutes{{Heading: "Stůl u okna"}, {Heading: "Stůl u dveří"}, {Heading: "Malý stůl"}}}
	byPart := func(language string, rule voting.Rule, lines ...models.ResultMinutes) models.Edition {
		round := models.RoundMinutes{Label: "Co dřív", Rule: &rule, Voters: new(14), Partial: 1, ByPart: new(0), Results: []models.ResultMinutes{lines[2]}}
		for i, voters := range []int{6, 7} {
			round.PartResults = append(round.PartResults, models.PartResultMinutes{Part: i, Voters: voters, Results: lines[i : i+1]})
		}
		e := minutesIn(language, models.StepMinutes{
			Method: models.MethodCollect, Heading: "NÁPADY", Rounds: []models.RoundMinutes{round}, Ideas: []models.IdeaMinutes{{Text: "lavička", Votes: []*int{lines[2].Points}}},
		})
		e.Divisions = []models.DivisionMinutes{division}
		return e
	}
	said := func(points int, d voting.Details) models.ResultMinutes {
		return models.ResultMinutes{Points: new(points), Details: d}
	}
	dots := voting.Rule{Name: voting.Dots, Dots: 2}
	points := []models.ResultMinutes{said(31, voting.Details{}), said(42, voting.Details{}), said(73, voting.Details{})}
	scale := voting.Rule{Name: voting.Scale, Steps: 5}
	marks := []models.ResultMinutes{said(12, voting.Details{Mean: new(2.17)}), said(30, voting.Details{Mean: new(4.28)}), said(42, voting.Details{Mean: new(3.31)})}
	choice := voting.Rule{Name: voting.Choice, Majority: voting.Simple}
	votes := []models.ResultMinutes{
		said(5, voting.Details{For: new(5), Against: new(1), Abstain: new(0)}), said(3, voting.Details{For: new(3), Against: new(2), Abstain: new(2)}),
		said(8, voting.Details{For: new(8), Against: new(3), Abstain: new(2), Passed: new(true)}),
	}
	decided := byPart("cs", choice, votes...)
	step := &decided.Steps[0]
	step.Method, step.Ideas, step.Decisions = models.MethodDecisions, nil, []models.DecisionMinutes{{Text: "Zřídíme linku"}}
	step.Decisions[0].Count(votes[2].Details)
	nobody := byPart("cs", dots, points...)
	nobody.Steps[0].Rounds[0].PartResults = nil
	return []line{
		{
			name: "points by table", e: byPart("cs", dots, points...), never: []string{"Malý stůl (", "Část 3"},
			pages:  []string{"Výsledek podle částí – Kde sedíte – Co dřív", "Stůl u okna (6)", "Stůl u dveří (7)", "Všichni (13)", "31", "42", "73", "Zvlášť se uvádějí jen části, ze kterých jich bylo aspoň 5"},
			sheets: []string{"Kde sedíte", "Stůl u okna", "31", "Stůl u dveří", "42", "Co dřív"},
		},
		{
			name: "means by table, in English", e: byPart("en", scale, marks...),
			pages:  []string{"Result by part – Kde sedíte – Co dřív", "Stůl u okna (6)", "Everybody (13)", "2.17", "4.28", "3.31", "Only parts of at least 5 are told apart"},
			sheets: []string{"Stůl u okna", "12", "Stůl u dveří", "30"},
		},
		{
			name: "for and against by table", e: byPart("cs", choice, votes...),
			pages:  []string{"5/1/0", "3/2/2", "8/3/2", "Uvedeno je: pro / proti / zdrželi se."},
			sheets: []string{"Stůl u okna", "Stůl u dveří"},
		},
		{
			name: "a decision by table", e: decided,
			pages:  []string{"Zřídíme linku", "pro 8, proti 3, zdrželi se 2", "Stůl u okna (6)", "5/1/0", "3/2/2", "8/3/2"},
			sheets: []string{"Zřídíme linku", "Kde sedíte", "Stůl u okna", "Stůl u dveří"},
		},
		{
			name: "no table had enough", e: nobody, never: []string{"Stůl u okna ("},
			pages: []string{"Výsledek podle částí – Kde sedíte – Co dřív", "Podle částí se výsledek neuvádí"},
		},
	}
}
