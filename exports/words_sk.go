package exports

import (
	"fmt"
	"strings"

	"dilna/models"
)

var slovak = words{
	tongue: "sk",

	title: func(number int) string {
		if number == 0 {
			return "Zápisnica z rokovania"
		}
		return fmt.Sprintf("Zápisnica %s %d. rokovania", slovakFrom(number), number)
	},
	group:    "Pracovná skupina",
	date:     "Dátum",
	time:     "Čas",
	when:     slovakWhen,
	place:    "Miesto",
	count:    "Počet účastníkov",
	attended: slovakAttended,
	facilitators: func(how int) string {
		if how == 1 {
			return "Facilitátor"
		}
		return "Facilitátori"
	},
	present:     "Prítomní",
	excused:     "Ospravedlnení",
	guests:      "Hostia",
	nextMeeting: "Nasledujúce rokovanie",

	step:        func(n int) string { return fmt.Sprintf("%d. krok", n) },
	topic:       func(n int) string { return fmt.Sprintf("%d. okruh", n) },
	nothing:     "(nič nezaznamenané)",
	fromHarvest: "Prevzaté zo skoršieho podujatia",
	sentLate:    "Zaslané po rokovaní",
	source:      func(source string) string { return "Zdroj: " + source },

	markLegend: func(perTopic int) string {
		if perTopic == 0 {
			return MarkSign + " podnet, ktorý skupina označila"
		}
		return fmt.Sprintf("%s podnet, ktorý skupina označila (v každom okruhu najviac %d)", MarkSign, perTopic)
	},
	marked:   "označené",
	chosen:   "vybrané",
	author:   func(name string) string { return "Autor: " + name },
	merged:   func(text string) string { return "Zlúčené s podnetom: " + text },
	proposed: "Navrhnuté počas hlasovania.",
	agreeing: func(people int) string {
		return "Súhlasí " + czechCount(people, "ďalší človek", "ďalší ľudia", "ďalších ľudí") + "."
	},
	agreeHead: "Koľkí ďalší súhlasia",
	voted:     "Hlasovalo sa o znení",
	votedElse: "Hlasovalo sa o inom znení",
	votes:     "Počet hlasov",
	round:     func(n int) string { return fmt.Sprintf("%d. kolo", n) },
	turnout:   slovakTurnout,
	uncounted: notCounted + " nepočítané; nie je to nula",

	caption: func(effect string) string { return strings.Join(named([]string{"Diagram rybej kosti", effect}), ": ") },
	fishbone: func(effect string, bones, causes int) string {
		if effect != "" {
			effect = " – " + effect
		}
		return fmt.Sprintf("Diagram rybej kosti%s: %s, spolu %s. To isté je v osnove pod diagramom.", effect,
			czechCount(bones, "hlavná príčina", "hlavné príčiny", "hlavných príčin"),
			czechCount(causes, "príčina", "príčiny", "príčin"))
	},

	decision: "Rozhodnutie", votesFor: "Za", votesAgainst: "Proti", abstained: "Zdržali sa", result: "Výsledok",
	task: "Úloha", owners: "Zodpovedá", due: "Termín", state: "Stav",
	states: map[models.TaskState]string{
		models.TaskOpen:    "trvá",
		models.TaskDone:    "splnené",
		models.TaskMoved:   "presunuté",
		models.TaskDropped: "zrušené",
	},

	page: "Strana", of: "z",

	version: func(n int) string { return fmt.Sprintf("verzia %d", n) },
	approval: func(day, by string) string {
		return strings.Join(named([]string{"schválené " + day, by}), ", ")
	},
	draft:      "NÁVRH",
	changes:    func(since int) string { return fmt.Sprintf("Zmeny oproti verzii %d", since) },
	resolution: "Uznesenie", approved: "Schválené",
	agreed: agreedWords{
		mover: "Navrhuje", from: "Vychádza z", how: "Ako sa rozhodlo", partOf: "Časť rozhodnutia", dueDate: "Deň termínu", reason: "Dôvod",
		everyone: "všetci", consensus: "zhoda, nikto nebol proti", quoted: "„%s“",
	},
	divided:      "Rozdelenie",
	introduction: "Úvod",
	ranks:        shared("%d.", "%d.–%d."),
	remark:       "Poznámka k zápisnici",

	where: "Kde", what: "Čo", now: "Ako to je teraz",
	frame: "záhlavie a úvod", whole: "celá zápisnica", layout: "podoba zápisnice",
	kinds: map[models.ChangeKind]string{
		models.ChangeAdded:    "pridané",
		models.ChangeReworded: "nové znenie",
		models.ChangeDetails:  "iné údaje",
		models.ChangeMoved:    "presunuté",
		models.ChangeLeftOut:  "vypustené",
		models.ChangeRemoved:  "odobrané",
		models.ChangeSteps:    "odobrané kroky",
		models.ChangeLayout:   "zmenené",
	},
	members: map[string]string{
		"order":             "poradie podnetov",
		"hide_zeros":        "podnety bez hlasu",
		"hide_empty":        "prázdne kroky",
		"number_steps":      "čísla krokov",
		"number_ideas":      "čísla podnetov",
		"names":             "mená účastníkov a autorov",
		"owners":            "kto zodpovedá za úlohy",
		"attendance":        "počet účastníkov slovami",
		"fishbone":          "rybia kosť",
		"standing":          "výsledky s poradím",
		"ballots_listed":    "hlasovacie lístky",
		"feedback":          "spätná väzba",
		"hide_changes":      "zoznam zmien",
		"attach_file":       "súbor rokovania v PDF",
		"language":          "jazyk zápisnice",
		"signing_lines":     "riadky na podpis",
		"published_address": "adresa zverejnenej zápisnice",
		"letterhead":        "hlavička",
	},

	lateInputs: "Podnety zaslané po rokovaní",
	lateInput:  "Podnet", sentBy: "Zaslal(a)", settlement: "Vybavenie",
	settlements: map[models.Settlement]string{
		models.SettlementOpen:     "zatiaľ nevybavené",
		models.SettlementAccepted: "prijaté",
		models.SettlementNoted:    "vzaté na vedomie",
		models.SettlementDeclined: "neprijaté",
	},

	leftOut: models.LeftOutSign + " vypustené zo zápisnice, s dôvodom",
	zerosHidden: func(how int) string {
		return "Bez hlasu " + czechForm(how, "zostal", "zostali", "zostalo") + " " +
			czechCount(how, "podnet, ktorý nie je uvedený", "podnety, ktoré nie sú uvedené", "podnetov, ktoré nie sú uvedené") + "."
	},
	standing: "Výsledok", rank: "Poradie",
	ballots:    "Príloha: hlasovacie lístky",
	ballotsOf:  func(step, round string) string { return strings.Join(named([]string{step, round}), " – ") },
	ballot:     func(n int) string { return fmt.Sprintf("%d. lístok", n) },
	ballotHead: "Lístok",
	drawn: func(effect, outline string) string {
		return "Diagram rybej kosti. " + sentence("Následok", named([]string{effect})) + " " + sentence("Príčiny", []string{outline})
	},
	asCollected: "Ako podnety prichádzali", byVotes: "Podľa počtu hlasov",

	slips: slovakSlips, tickets: slovakTickets,

	contents: "Obsah", tasksByOwner: "Príloha: úlohy podľa toho, kto ich má",
	essence:  essenceWords{title: "To hlavné", decided: "Čo skupina rozhodla", tasks: "Kto má čo urobiť"},
	promises: promiseWords{since: "Od minulého rokovania", newTerm: "s novým termínom", was: "predtým", first: "Prvýkrát sľúbené", worded: "Predtým znelo", meeting: "Na koľkých rokovaniach"},

	feedback: feedbackWords{
		title: "Spätná väzba", question: "Otázka", score: "Známka", answers: "Počet odpovedí", text: "Odpoveď", point: ",",
		answered: func(people int) string {
			switch people {
			case 0:
				return "Nikto neodpovedal."
			case 1:
				return "Odpovedal 1 človek."
			case 2, 3, 4:
				return "Odpovedali " + amount("sk", people) + " ľudia."
			}
			return "Odpovedalo " + amount("sk", people) + " ľudí."
		},
		mean: func(mean string, answers int) string {
			return "Priemer " + mean + " z 5 (" + czechCount(answers, "odpoveď", "odpovede", "odpovedí") + ")."
		},
	},

	sheets: sheetWords{
		rule: "Pravidlo", results: "Výsledky",
		meeting: "Rokovanie", item: "Údaj", value: "Hodnota", programme: "Program", meetingNumber: "Číslo rokovania", heading: "Názov", version: "Verzia", texts: "Texty",
		number: "Č. kroku", kind: "Druh podnetu", unknown: "neznáme",
		sheet: "Hárok", late: "Podnety zaslané po rokovaní", ideas: "Podnety", rounds: "Hlasovanie", causes: "Príčiny", decisions: "Rozhodnutia", tasks: "Úlohy",
		step: "Krok", topic: "Okruh", level: "Úroveň",
		marked: "Označené", yes: "áno", note: "Poznámka", author: "Autor", merged: "Zlúčené podnety", chosen: "Vybrané",
		round: "Kolo", dots: "Hlasov na osobu", perIdea: "Najviac na podnet", voters: "Hlasovalo", given: "Rozdaných hlasov",
		effect: "Následok", cause: "Príčina", above: "Pod príčinou",
	},
}

// slovakFrom is the preposition before an ordinal: "z 1.", but "zo 4.", which
// is read "zo štvrtého", and so with all that begin with s or š.
func slovakFrom(n int) string {
	switch {
	case n == 4, n == 6, n == 7, n == 14, n == 16, n == 17, n >= 40 && n < 50, n >= 60 && n < 80, n >= 100 && n < 200:
		return "zo"
	}
	return "z"
}

// slovakWhen says "19. 11. 2025 od 13:00 do 16:30 hod.". What cannot be read as
// a date or a time is printed as it stands.
func slovakWhen(date, start, end string) string {
	var parts []string
	if day, ok := dayOf(date); ok {
		parts = append(parts, fmt.Sprintf("%d. %d. %d", day.Day(), day.Month(), day.Year()))
	} else if date != "" {
		parts = append(parts, date)
	}
	if start != "" {
		parts = append(parts, "od "+clock(start, false))
	}
	if end != "" {
		parts = append(parts, "do "+clock(end, false))
	}
	if start != "" || end != "" {
		parts = append(parts, "hod.")
	}
	return strings.Join(parts, " ")
}

func slovakAttended(participants, observers *int) string {
	guests := ""
	if observers != nil && *observers > 0 {
		guests = czechCount(*observers, "hosť", "hostia", "hostí")
	}
	return attended("sk", participants, guests)
}

// slovakTurnout says "Hlasovalo 12 účastníkov, každý mal 3 hlasy, rozdaných 20
// hlasov."; Slovak counts as Czech does.
func slovakTurnout(t turnout) string {
	var parts []string
	if t.unknown {
		parts = append(parts, "hlasovalo sa, súčty však nie sú známe")
	}
	switch {
	case t.voters == nil:
	case t.ballots:
		parts = append(parts, czechForm(*t.voters, "odovzdaný", "odovzdané", "odovzdaných")+" "+
			czechCount(*t.voters, "lístok", "lístky", "lístkov"))
	default:
		parts = append(parts, czechForm(*t.voters, "hlasoval", "hlasovali", "hlasovalo")+" "+
			czechCount(*t.voters, "účastník", "účastníci", "účastníkov"))
	}
	switch {
	case len(t.weights) > 0:
		parts = append(parts, "každý rozdeľoval body "+amounts("sk", t.weights))
	case t.dots > 0:
		parts = append(parts, "každý mal "+czechCount(t.dots, "hlas", "hlasy", "hlasov")+slovakLimits(t))
	}
	if t.given != nil && t.points {
		parts = append(parts, czechForm(*t.given, "rozdaný", "rozdané", "rozdaných")+" "+czechCount(*t.given, "bod", "body", "bodov"))
	} else if t.given != nil {
		parts = append(parts, czechForm(*t.given, "rozdaný", "rozdané", "rozdaných")+" "+czechCount(*t.given, "hlas", "hlasy", "hlasov"))
	}
	return sentence(t.label, parts)
}

func slovakLimits(t turnout) string {
	limits := ""
	if t.minus > 0 {
		limits += " a " + czechCount(t.minus, "záporný", "záporné", "záporných")
	}
	if t.perIdea > 0 && t.perIdea < t.dots {
		limits += fmt.Sprintf(" (na jeden podnet najviac %d)", t.perIdea)
	}
	return limits
}
