package exports

import (
	"fmt"
	"strings"

	"dilna/models"
)

var czech = words{
	tongue: "cs",

	title: func(number int) string {
		if number == 0 {
			return "Zápis z jednání"
		}
		return fmt.Sprintf("Zápis %s %d. jednání", czechFrom(number), number)
	},
	group:    "Pracovní skupina",
	date:     "Datum",
	time:     "Čas",
	when:     czechWhen,
	place:    "Místo",
	count:    "Počet účastníků",
	attended: czechAttended,
	facilitators: func(how int) string {
		if how == 1 {
			return "Facilitátor"
		}
		return "Facilitátoři"
	},
	present:     "Přítomni",
	excused:     "Omluveni",
	guests:      "Hosté",
	nextMeeting: "Příští jednání",

	step:        func(n int) string { return fmt.Sprintf("%d. krok", n) },
	topic:       func(n int) string { return fmt.Sprintf("%d. okruh", n) },
	nothing:     "(nic nezaznamenáno)",
	fromHarvest: "Převzato z dřívější akce",
	sentLate:    "Zasláno po jednání",
	source:      func(source string) string { return "Zdroj: " + source },

	markLegend: func(perTopic int) string {
		if perTopic == 0 {
			return MarkSign + " podnět, který skupina označila"
		}
		return fmt.Sprintf("%s podnět, který skupina označila (v každém okruhu nejvýše %d)", MarkSign, perTopic)
	},
	marked:   "označeno",
	chosen:   "vybráno",
	author:   func(name string) string { return "Autor: " + name },
	merged:   func(text string) string { return "Sloučeno s podnětem: " + text },
	proposed: "Navrženo během hlasování.",
	agreeing: func(people int) string {
		return "Souhlasí " + czechCount(people, "další člověk", "další lidé", "dalších lidí") + "."
	},
	agreeHead: "Kolik dalších souhlasí",
	voted:     "Hlasovalo se o znění",
	votedElse: "Hlasovalo se o jiném znění",
	votes:     "Počet hlasů",
	round:     func(n int) string { return fmt.Sprintf("%d. kolo", n) },
	turnout:   czechTurnout,
	uncounted: notCounted + " nepočítáno; není to nula",

	caption: func(effect string) string { return strings.Join(named([]string{"Diagram rybí kosti", effect}), ": ") },
	fishbone: func(effect string, bones, causes int) string {
		if effect != "" {
			effect = " – " + effect
		}
		return fmt.Sprintf("Diagram rybí kosti%s: %s, %s celkem. Totéž stojí v osnově pod diagramem.", effect,
			czechCount(bones, "hlavní příčina", "hlavní příčiny", "hlavních příčin"),
			czechCount(causes, "příčina", "příčiny", "příčin"))
	},

	decision: "Rozhodnutí", votesFor: "Pro", votesAgainst: "Proti", abstained: "Zdrželi se", result: "Výsledek",
	task: "Úkol", owners: "Zodpovídá", due: "Termín", state: "Stav",
	states: map[models.TaskState]string{
		models.TaskOpen:    "trvá",
		models.TaskDone:    "splněno",
		models.TaskMoved:   "přesunuto",
		models.TaskDropped: "zrušeno",
	},

	page: "Strana", of: "z",

	version: func(n int) string { return fmt.Sprintf("verze %d", n) },
	approval: func(day, by string) string {
		return strings.Join(named([]string{"schváleno " + day, by}), ", ")
	},
	draft:      "NÁVRH",
	changes:    func(since int) string { return fmt.Sprintf("Změny proti verzi %d", since) },
	resolution: "Usnesení", approved: "Schváleno",
	agreed: agreedWords{
		mover: "Navrhuje", from: "Vychází z", how: "Jak se rozhodlo", partOf: "Část rozhodnutí", dueDate: "Den termínu", reason: "Důvod",
		everyone: "všichni", consensus: "shoda, nikdo nebyl proti", quoted: "„%s“",
	},
	divided:      "Rozdělení",
	introduction: "Úvod",
	ranks:        shared("%d.", "%d.–%d."),
	remark:       "Poznámka k zápisu",

	where: "Kde", what: "Co", now: "Jak to je teď",
	frame: "záhlaví a úvod", whole: "celý zápis", layout: "podoba zápisu",
	kinds: map[models.ChangeKind]string{
		models.ChangeAdded:    "přidáno",
		models.ChangeReworded: "nové znění",
		models.ChangeDetails:  "jiné údaje",
		models.ChangeMoved:    "přesunuto",
		models.ChangeLeftOut:  "vypuštěno",
		models.ChangeRemoved:  "odebráno",
		models.ChangeSteps:    "odebrané kroky",
		models.ChangeLayout:   "změněno",
	},
	members: map[string]string{
		"order":             "pořadí podnětů",
		"hide_zeros":        "podněty bez hlasu",
		"hide_empty":        "prázdné kroky",
		"number_steps":      "čísla kroků",
		"number_ideas":      "čísla podnětů",
		"names":             "jména účastníků a autorů",
		"owners":            "kdo zodpovídá za úkoly",
		"attendance":        "počet účastníků slovy",
		"fishbone":          "rybí kost",
		"standing":          "výsledky s pořadím",
		"ballots_listed":    "hlasovací lístky",
		"feedback":          "zpětná vazba",
		"hide_changes":      "seznam změn",
		"attach_file":       "soubor jednání v PDF",
		"language":          "jazyk zápisu",
		"signing_lines":     "řádky k podpisu",
		"published_address": "adresa zveřejněného zápisu",
		"letterhead":        "hlavička",
	},

	lateInputs: "Podněty zaslané po jednání",
	lateInput:  "Podnět", sentBy: "Zaslal(a)", settlement: "Vypořádání",
	settlements: map[models.Settlement]string{
		models.SettlementOpen:     "zatím nevypořádáno",
		models.SettlementAccepted: "přijato",
		models.SettlementNoted:    "vzato na vědomí",
		models.SettlementDeclined: "nepřijato",
	},

	leftOut: models.LeftOutSign + " vypuštěno ze zápisu, s důvodem",
	zerosHidden: func(how int) string {
		return "Bez hlasu " + czechForm(how, "zůstal", "zůstaly", "zůstalo") + " " +
			czechCount(how, "podnět, který není uveden", "podněty, které nejsou uvedeny", "podnětů, které nejsou uvedeny") + "."
	},
	standing: "Výsledek", rank: "Pořadí",
	ballots:    "Příloha: hlasovací lístky",
	ballotsOf:  func(step, round string) string { return strings.Join(named([]string{step, round}), " – ") },
	ballot:     func(n int) string { return fmt.Sprintf("%d. lístek", n) },
	ballotHead: "Lístek",
	drawn: func(effect, outline string) string {
		return "Diagram rybí kosti. " + sentence("Následek", named([]string{effect})) + " " + sentence("Příčiny", []string{outline})
	},
	asCollected: "Jak podněty přicházely", byVotes: "Podle počtu hlasů",

	slips: czechSlips, tickets: czechTickets,

	contents: "Obsah", tasksByOwner: "Příloha: úkoly podle toho, kdo je má",
	essence:  essenceWords{title: "To hlavní", decided: "Co skupina rozhodla", tasks: "Kdo má co udělat"},
	promises: promiseWords{since: "Od minulého jednání", newTerm: "s novým termínem", was: "dříve", first: "Slíbeno poprvé", worded: "Dříve znělo", meeting: "Na kolika jednáních"},

	feedback: feedbackWords{
		title: "Zpětná vazba", question: "Otázka", score: "Známka", answers: "Počet odpovědí", text: "Odpověď", point: ",",
		answered: func(people int) string {
			switch people {
			case 0:
				return "Nikdo neodpověděl."
			case 1:
				return "Odpověděl 1 člověk."
			case 2, 3, 4:
				return "Odpověděli " + amount("cs", people) + " lidé."
			}
			return "Odpovědělo " + amount("cs", people) + " lidí."
		},
		mean: func(mean string, answers int) string {
			return "Průměr " + mean + " z 5 (" + czechCount(answers, "odpověď", "odpovědi", "odpovědí") + ")."
		},
	},

	sheets: sheetWords{
		rule: "Pravidlo", results: "Výsledky",
		meeting: "Jednání", item: "Údaj", value: "Hodnota", programme: "Program", meetingNumber: "Číslo jednání", heading: "Název", version: "Verze", texts: "Texty",
		number: "Č. kroku", kind: "Druh podnětu", unknown: "neznámo",
		sheet: "List", late: "Podněty zaslané po jednání", ideas: "Podněty", rounds: "Hlasování", causes: "Příčiny", decisions: "Rozhodnutí", tasks: "Úkoly",
		step: "Krok", topic: "Okruh", level: "Úroveň",
		marked: "Označeno", yes: "ano", note: "Poznámka", author: "Autor", merged: "Sloučené podněty", chosen: "Vybráno",
		round: "Kolo", dots: "Hlasů na osobu", perIdea: "Nejvýše na podnět", voters: "Hlasovalo", given: "Rozdáno hlasů",
		effect: "Následek", cause: "Příčina", above: "Pod příčinou",
	},
}

// czechFrom is the preposition before an ordinal: "z 1.", but "ze 4.", which is
// read "ze čtvrtého", and so with all that begin with s, š, čt or tř.
func czechFrom(n int) string {
	switch {
	case n == 3, n == 4, n == 6, n == 7, n == 13, n == 14, n == 16, n == 17, n >= 30 && n < 50, n >= 60 && n < 80, n >= 100 && n < 200:
		return "ze"
	}
	return "z"
}

// czechForm picks the form of a word that stands with n: 1 hlas, 2 až 4 hlasy,
// 0 a 5 hlasů.
func czechForm(n int, one, few, many string) string {
	switch {
	case n == 1:
		return one
	case n >= 2 && n <= 4:
		return few
	}
	return many
}

func czechCount(n int, one, few, many string) string {
	return amount("cs", n) + " " + czechForm(n, one, few, many)
}

// czechWhen says "19. 11. 2025 od 13:00 do 16:30 hodin". What cannot be read
// as a date or a time is printed as it stands.
func czechWhen(date, start, end string) string {
	var parts []string
	if day, ok := dayOf(date); ok {
		parts = append(parts, fmt.Sprintf("%d. %d. %d", day.Day(), day.Month(), day.Year()))
	} else if date != "" {
		parts = append(parts, date)
	}
	return strings.Join(append(parts, czechHours(start, end)...), " ")
}

func czechHours(start, end string) []string {
	var parts []string
	whole := wholeHour(start) && wholeHour(end)
	if start != "" {
		parts = append(parts, "od "+clock(start, whole))
	}
	if end != "" {
		parts = append(parts, "do "+clock(end, whole))
	}
	if len(parts) == 0 {
		return nil
	}
	last := end
	if last == "" {
		last = start
	}
	hours := "hodin"
	if whole && clock(last, true) == "1" {
		hours = "hodiny"
	}
	return append(parts, hours)
}

func czechAttended(participants, observers *int) string {
	guests := ""
	if observers != nil && *observers > 0 {
		guests = czechCount(*observers, "host", "hosté", "hostů")
	}
	return attended("cs", participants, guests)
}

// czechTurnout says "Hlasovalo 12 účastníků, každý měl 3 hlasy, rozdáno 20 hlasů."
func czechTurnout(t turnout) string {
	var parts []string
	if t.unknown {
		parts = append(parts, "hlasovalo se, součty ale nejsou známy")
	}
	switch {
	case t.voters == nil:
	case t.ballots:
		parts = append(parts, czechForm(*t.voters, "odevzdán", "odevzdány", "odevzdáno")+" "+
			czechCount(*t.voters, "lístek", "lístky", "lístků")+czechPaper(t.paper))
	default:
		parts = append(parts, czechForm(*t.voters, "hlasoval", "hlasovali", "hlasovalo")+" "+
			czechCount(*t.voters, "účastník", "účastníci", "účastníků")+czechPaper(t.paper))
	}
	switch {
	case len(t.weights) > 0:
		parts = append(parts, "každý rozděloval body "+amounts("cs", t.weights))
	case t.dots > 0:
		parts = append(parts, "každý měl "+czechCount(t.dots, "hlas", "hlasy", "hlasů")+czechLimits(t))
	}
	if t.given != nil && t.points {
		parts = append(parts, czechForm(*t.given, "rozdán", "rozdány", "rozdáno")+" "+czechCount(*t.given, "bod", "body", "bodů"))
	} else if t.given != nil {
		parts = append(parts, czechForm(*t.given, "rozdán", "rozdány", "rozdáno")+" "+czechCount(*t.given, "hlas", "hlasy", "hlasů"))
	}
	return sentence(t.label, parts)
}

// czechPaper says how many of the ballots the facilitator entered for people
// without a phone: "(z toho 2 lístky zapsal facilitátor)".
func czechPaper(paper int) string {
	if paper == 0 {
		return ""
	}
	return " (z toho " + czechCount(paper, "lístek", "lístky", "lístků") + " zapsal facilitátor)"
}

func czechLimits(t turnout) string {
	limits := ""
	if t.minus > 0 {
		limits += " a " + czechCount(t.minus, "záporný", "záporné", "záporných")
	}
	if t.perIdea > 0 && t.perIdea < t.dots {
		limits += fmt.Sprintf(" (na jeden podnět nejvýše %d)", t.perIdea)
	}
	return limits
}
