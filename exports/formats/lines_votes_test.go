package formats

import (
	"fmt"

	"dilna/models"
	"dilna/models/voting"
)

// voteLines are what is said of how people voted, and of how they came in.
func voteLines() []line {
	came := func(language string, came models.Came) models.Edition {
		e := minutesIn(language, models.StepMinutes{Method: models.MethodText, Heading: "KROK", Text: "Sešli jsme se."})
		e.Admission = &models.AdmissionMinutes{Way: models.WayTickets, Came: &came}
		return e
	}
	in := func(language string, of models.Came, label string, said ...string) line {
		return line{name: fmt.Sprintf("how people came in, %s, %+v", language, of), e: came(language, of), pages: append(said, label+":"), sheets: append(said, label)}
	}
	return []line{
		in("cs", models.Came{Open: 1}, "Vstup", "volně s kódem (1 zařízení)"),
		in("cs", models.Came{Tickets: 1}, "Vstup", "se vstupenkou, každá pro jedno zařízení (1 vstupenka)"),
		in("cs", models.Came{Tickets: 3, Lobby: 2}, "Vstup", "se vstupenkou, každá pro jedno zařízení (3 vstupenky); po jednom, jak je pouštěl facilitátor (2 zařízení)"),
		in("cs", models.Came{Open: 21, Tickets: 14}, "Vstup", "volně s kódem (21 zařízení); se vstupenkou, každá pro jedno zařízení (14 vstupenek)"),
		in("en", models.Came{Open: 1}, "Admission", "open to all with the code (1 device)"),
		in("en", models.Came{Open: 12, Tickets: 1, Lobby: 1}, "Admission", "open to all with the code (12 devices); with a ticket, one device each (1 ticket); let in one by one by the facilitator (1 device)"),
		in("en", models.Came{Tickets: 2, Lobby: 3}, "Admission", "with a ticket, one device each (2 tickets); let in one by one by the facilitator (3 devices)"),
		{name: "nobody came in", e: came("cs", models.Came{}), never: []string{"Vstup"}, pages: []string{"Sešli jsme se."}, sheets: []string{"Sešli jsme se."}},
		{
			name: "ballots of a choice with receipts", e: listed("cs", voting.Rule{Name: voting.Choice, Majority: voting.Simple}, models.CastVote{Value: -1}),
			pages:  []string{"Kontrolní číslo", "4821 9930 1170", "lavička (proti)", "najde svůj podle kontrolního čísla"},
			sheets: []string{"Kontrolní číslo", "4821 9930 1174", "proti"},
		},
		{
			name: "ballots of a jury with receipts", e: listed("en", jury(), models.CastVote{Values: []int{4, 5}}),
			pages: []string{"Receipt", "4821 9930 1174", "lavička (4, 5)", "finds hers by the receipt"}, sheets: []string{"Receipt", "4821 9930 1174", "4, 5"},
		},
		{
			name: "who voted, and that nobody has seen the result", e: listed("cs", voting.Rule{Name: voting.Approval, Most: 1}, models.CastVote{Value: 1}),
			pages: []string{"Hlasovala jen část účastníků: Porota.", "Výsledek zatím nebyl účastníkům ukázán."}, sheets: []string{"Hlasovala jen část účastníků: Porota.", "Výsledek zatím nebyl účastníkům ukázán."},
		},
	}
}

func jury() voting.Rule {
	return voting.Rule{Name: voting.Judging, Steps: 5, Criteria: []voting.Criterion{{Name: "kvalita", Weight: 2}, {Name: "užitek", Weight: 1}}}
}

// listed are minutes with an appendix of ballots that all say the same of one idea: a
// jury cast them, after a round of everybody that has no receipts.
func listed(language string, rule voting.Rule, vote models.CastVote) models.Edition {
	everybody := models.RoundMinutes{Label: "před diskusí", Dots: 1, PerIdea: 1, Voters: new(5)}
	round := models.RoundMinutes{Label: "po diskusi", Voters: new(5), Parts: [][2]int{{0, 1}}, Unrevealed: true, Results: []models.ResultMinutes{{Entry: 0, Points: new(5)}}}
	round.Rule = &rule
	for i := range 5 {
		everybody.Ballots = append(everybody.Ballots, []models.CastVote{{Value: 1}})
		round.Ballots = append(round.Ballots, []models.CastVote{vote})
		round.Receipts = append(round.Receipts, models.Receipt(fmt.Sprintf("48219930117%d", i)))
	}
	e := minutesIn(language, models.StepMinutes{
		Method: models.MethodCollect, Heading: "KROK", Rounds: []models.RoundMinutes{everybody, round},
		Ideas: []models.IdeaMinutes{{Text: "lavička", Votes: []*int{new(5), new(5)}}},
	})
	e.Divisions = []models.DivisionMinutes{{Heading: "Kde sedíte", Parts: []models.PartMinutes{{Heading: "Stůl u okna"}, {Heading: "Porota"}}}}
	e.Options.BallotsListed = true
	return e
}
