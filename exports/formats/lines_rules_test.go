package formats

import (
	"fmt"
	"strconv"

	"dilna/models"
	"dilna/models/voting"
)

// voted is a step of three ideas that were voted on by a rule, with their points
// and what else the round says of them.
func voted(rule voting.Rule, points [3]int, details ...voting.Details) models.StepMinutes {
	s := models.StepMinutes{Method: models.MethodCollect, Heading: "NÁPADY"}
	round := models.RoundMinutes{Voters: new(14)}
	round.Say(&rule)
	for i, text := range []string{"lavičky", "stromy", "pítko"} {
		s.Ideas = append(s.Ideas, models.IdeaMinutes{Text: text, Votes: []*int{&points[i]}})
	}
	for i, d := range details {
		round.Results = append(round.Results, models.ResultMinutes{Entry: i, Details: d})
	}
	s.Rounds = []models.RoundMinutes{round}
	return s
}

// RuleSteps are steps voted on by each rule.
func ruleSteps() map[voting.Name]models.StepMinutes {
	choice := func(in, against, abstain int, passed bool) voting.Details {
		return voting.Details{For: &in, Against: &against, Abstain: &abstain, Passed: &passed, Said: new(in + against + abstain)}
	}
	mark := func(mean, median, spread float64, counts ...int) voting.Details {
		return voting.Details{Mean: &mean, Median: &median, Spread: &spread, Counts: counts, Said: new(14)}
	}
	fits := func(fits bool) voting.Details { return voting.Details{Fits: &fits, Said: new(3)} }
	judged := func(mean float64, sums ...int) voting.Details {
		return voting.Details{Mean: &mean, Sums: sums, Said: new(4)}
	}
	jury := voted(voting.Rule{Name: voting.Judging, Steps: 5, Criteria: []voting.Criterion{{Name: "kvalita", Weight: 2}, {Name: "užitek", Weight: 1}}}, [3]int{50, 44, 23},
		judged(4.17, 17, 16), judged(3.67, 13, 18), judged(1.92, 8, 7))
	jury.Topics = []models.TopicMinutes{{Heading: "PARKY", Ideas: jury.Ideas[:2]}, {Heading: "VODA", Ideas: jury.Ideas[2:]}}
	jury.Ideas = nil
	return map[voting.Name]models.StepMinutes{
		voting.Judging:   jury,
		voting.Dots:      voted(voting.Rule{Name: voting.Dots, Dots: 5, PerEntry: 2, UseAll: true, PerTopic: 3}, [3]int{9, 8, 2}),
		voting.Choice:    voted(voting.Rule{Name: voting.Choice, Majority: voting.Absolute, Of: voting.Present, Present: 20}, [3]int{12, 6, 0}, choice(12, 1, 1, true), choice(6, 5, 0, false), choice(0, 0, 0, false)),
		voting.Approval:  voted(voting.Rule{Name: voting.Approval, Most: 2}, [3]int{9, 8, 2}),
		voting.Weights:   voted(voting.Rule{Name: voting.Weights, Most: 5}, [3]int{40, 31, 7}),
		voting.PlusMinus: voted(voting.Rule{Name: voting.PlusMinus, Dots: 5, Minus: new(2), After: 3}, [3]int{12, 0, -4}),
		voting.Places: voted(voting.Rule{Name: voting.Places, Places: 3, Exactly: true, Scores: []int{5, 2, 1}}, [3]int{40, 21, 7},
			voting.Details{Counts: []int{7, 2, 1}}, voting.Details{Counts: []int{3, 3, 0}}, voting.Details{Counts: []int{0, 2, 3}}),
		voting.Scale: voted(voting.Rule{Name: voting.Scale, Steps: 5, Labels: []string{"vůbec", "velmi"}, Axis: "náročnost"}, [3]int{60, 31, 50},
			mark(4.25, 4.5, 0.83, 0, 0, 3, 5, 6), mark(2.21, 2, 1.1, 4, 5, 3, 2, 0), mark(3.5, 3, 0.5, 0, 0, 7, 7, 0)),
		voting.Budget: voted(voting.Rule{Name: voting.Budget, Budget: 1_000_000, Unit: "Kč", Costs: map[models.EntryID]int{"0": 250_000, "1": 800_000, "2": 90_000}}, [3]int{11, 9, 3},
			fits(true), fits(false), fits(true)),
	}
}

// ruleLines: each rule is told in a sentence, and its results in columns of its own.
func ruleLines() []line {
	steps := ruleSteps()
	in := func(language string, name voting.Name, pages, sheets []string) line {
		return line{name: string(name) + " in " + language, e: minutesIn(language, steps[name]), pages: pages, sheets: sheets}
	}
	recounted := decidedByVote()
	recounted.Decisions[0].For = new(3)
	return []line{
		in("cs", voting.Dots, []string{"Každý měl 5 hlasů (na jeden podnět nejvýše 2).", "V jednom okruhu směl dát nejvýše 3.", "Počítají se jen lístky, na kterých jsou rozdány všechny.", "rozdáno 19 hlasů"}, []string{"Každý měl 5 hlasů"}),
		in("cs", voting.Choice, []string{"Pro", "Proti", "Zdrželi se", "nepřijato", "Hlasovalo 14 účastníků. Rozhoduje nadpoloviční většina z přítomných (20)."}, []string{"přijato nadpoloviční většinou z přítomných (20)", "12"}),
		in("cs", voting.Approval, []string{"Každý označil podněty, se kterými souhlasí, nejvýše 2."}, []string{"souhlasí"}),
		in("cs", voting.Weights, []string{"Každý dal každému podnětu 0 až 5 bodů.", "Body", "40"}, []string{"40"}),
		in("cs", voting.PlusMinus, []string{"Každý měl 5 hlasů a 2 záporné.", "aspoň tolik kladných: 3.", "−4"}, []string{"-4"}),
		in("cs", voting.Places, []string{"Každý seřadil právě 3 podněty; body od prvního místa: 5, 2, 1.", "Na 1. místě"}, []string{"Kolikrát 1", "40"}),
		in("cs", voting.Scale, []string{"Hodnotilo se (náročnost) od 1 (vůbec) do 5 (velmi); pořadí je podle průměru.", "Průměr", "Medián", "Odchylka", "4,25", "0,83"}, []string{"Průměr", "Medián"}),
		in("cs", voting.Budget, []string{"K rozdělení bylo 1 000 000 Kč", "Cena", "250 000 Kč", "Vejde se", "ano", "ne"}, []string{"250000", "Vejde se"}),
		in("cs", voting.Judging, []string{"Hodnotilo se známkami 1 až 5 podle kritérií: kvalita (váha 2), užitek (váha 1).", "Průměr", "kvalita", "4,17", "4,25", "Hodnotilo", "V kategorii"}, []string{"Kritérium 1", "Kritérium 2", "V kategorii"}),
		in("en", voting.Judging, []string{"Judged with marks from 1 to 5 by these criteria: kvalita (weight 2), užitek (weight 1).", "Mean", "4.17", "In the category"}, []string{"Criterion 1", "In the category"}),
		in("en", voting.Choice, []string{"For", "Against", "not carried", "It takes an absolute majority of those present (20)."}, []string{"carried by an absolute majority"}),
		in("en", voting.Approval, []string{"Everybody named ideas they agree with, at most 2."}, []string{"agree with"}),
		in("en", voting.Places, []string{"exactly 3 ideas in order; points from the first place on: 5, 2, 1.", "Place 1"}, []string{"How many times 1"}),
		in("en", voting.Scale, []string{"Marked (náročnost) from 1 (vůbec) to 5 (velmi); ranked by the mean.", "Mean", "4.25"}, []string{"Mean"}),
		in("en", voting.Budget, []string{"There was 1,000,000 Kč to spend", "Cost", "Fits", "yes"}, []string{"Cost"}),
		in("sk", voting.Choice, []string{"Rozhoduje nadpolovičná väčšina z prítomných (20)."}, []string{"prijaté"}),
		in("de", voting.Choice, []string{"Es entscheidet die absolute Mehrheit der Anwesenden (20)."}, []string{"angenommen"}),
		in("uk", voting.Choice, []string{"Вирішує абсолютна більшість від присутніх (20)."}, []string{"ухвалено"}),
		drawn("cs", "O pořadí na 1.–2. místě rozhodl los (28. 11. 2026, 18:30): 1. stromy, 2. lavičky."),
		drawn("en", "The order of places 1–2 was decided by lot (28 November 2026, 18:30): 1. stromy, 2. lavičky."),
		drawn("sk", "O poradí na 1.–2. mieste rozhodol žreb (28. 11. 2026, 18:30): 1. stromy, 2. lavičky."),
		drawn("de", "Über die Reihenfolge auf dem 1.–2. Platz entschied das Los (28.11.2026, 18:30): 1. stromy, 2. lavičky."),
		drawn("uk", "Порядок на місцях 1–2 визначив жереб (28.11.2026, 18:30): 1. stromy, 2. lavičky."),
		agreedIn("cs", 1, "Souhlasí 1 další člověk."),
		agreedIn("cs", 3, "Souhlasí 3 další lidé."),
		agreedIn("cs", 5, "Souhlasí 5 dalších lidí."),
		agreedIn("en", 1, "1 other person agrees."),
		agreedIn("en", 5, "5 other people agree."),
		agreedIn("sk", 3, "Súhlasí 3 ďalší ľudia."),
		agreedIn("de", 1, "Zustimmung von 1 weiteren Person."),
		agreedIn("uk", 5, "Погоджується ще 5 людей."),
		proposedIn("cs", "Navrženo během hlasování"),
		proposedIn("en", "Proposed during the vote"),
		proposedIn("sk", "Navrhnuté počas hlasovania"),
		proposedIn("de", "Während der Abstimmung vorgeschlagen"),
		proposedIn("uk", "Запропоновано під час голосування"),
		{name: "two scales", e: minutesIn("cs", twoScales()), pages: []string{"přínos – Průměr", "náročnost (vodorovně) a přínos (svisle)"}, sheets: []string{"Průměr"},
			beside: map[string][]string{picturesEnding: {"2. stromy", "náročnost →", "↑ přínos"}}},
		{name: "two scales in English", e: minutesIn("en", twoScales()), pages: []string{"náročnost (across) and přínos (up)"}},
		{name: "counts of a decision that were changed after the vote", e: minutesIn("cs", recounted), pages: []string{"Skupina schvaluje plán. (pro 3, proti 1, zdržel se 1)"}},
		{name: "a vote on decisions", e: minutesIn("cs", decidedByVote()), sheets: []string{"přijato prostou většinou z odevzdaných hlasů"},
			pages: []string{"Skupina schvaluje plán. (pro 12, proti 1, zdržel se 1: přijato prostou většinou z odevzdaných hlasů)", "Hlasovalo 14 účastníků. Rozhoduje prostá většina z odevzdaných hlasů."},
			never: []string{"nejsou známy"}},
	}
}

// drawn is a tie that a lot decided, and what each format says of it.
func drawn(language, said string) line {
	s := voted(voting.Rule{Name: voting.Approval}, [3]int{9, 9, 2})
	s.Rounds[0].Draws = []models.DrawMinutes{{Place: 1, Order: []int{1, 0}, Date: "2026-11-28", Time: "18:30"}}
	return line{name: "a lot in " + language, e: minutesIn(language, s), pages: []string{said}, sheets: []string{said}}
}

// agreedIn is an idea that others agree with, and what each format says of it.
func agreedIn(language string, people int, said string) line {
	s := voted(voting.Rule{Name: voting.Approval}, [3]int{9, 6, 2})
	s.Ideas[0].Agreed = &people
	return line{name: fmt.Sprintf("%d agree in %s", people, language), e: minutesIn(language, s), pages: []string{said}, sheets: []string{strconv.Itoa(people)}}
}

// proposedIn is an idea that came while people voted, and what each format says of it.
func proposedIn(language, said string) line {
	s := voted(voting.Rule{Name: voting.Approval}, [3]int{9, 6, 2})
	s.Ideas[0].Proposed = true
	return line{name: "a proposal in " + language, e: minutesIn(language, s), pages: []string{said + "."}, sheets: []string{said}}
}

func decidedByVote() models.StepMinutes {
	round := models.RoundMinutes{Voters: new(14), Results: []models.ResultMinutes{{Entry: 0, Points: new(12), Details: voting.Details{For: new(12), Against: new(1), Abstain: new(1), Passed: new(true)}}}}
	round.Say(&voting.Rule{Name: voting.Choice, Majority: voting.Simple})
	return models.StepMinutes{Method: models.MethodDecisions, Heading: "USNESENÍ", Rounds: []models.RoundMinutes{round}, Decisions: []models.DecisionMinutes{
		{Text: "Skupina schvaluje plán.", Decision: models.Decision{How: models.DecidedByVotes, For: new(12), Against: new(1), Abstain: new(1)}},
	}}
}

// twoScales is a step that was marked on two scales.
func twoScales() models.StepMinutes {
	s := ruleSteps()[voting.Scale]
	second := models.RoundMinutes{Label: "přínos", Voters: new(14)}
	second.Say(&voting.Rule{Name: voting.Scale, Steps: 5})
	s.Rounds[0].Label = "náročnost"
	for i, mean := range []float64{4.5, 4.25, 1} {
		s.Ideas[i].Votes = append(s.Ideas[i].Votes, new(int(mean*14)))
		second.Results = append(second.Results, models.ResultMinutes{Entry: i, Details: voting.Details{Mean: &mean, Median: &mean, Spread: new(0.5), Said: new(14)}})
	}
	s.Rounds = append(s.Rounds, second)
	return s
}
