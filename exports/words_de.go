package exports

import (
	"fmt"
	"strings"

	"dilna/models"
)

var german = words{
	tongue: "de",

	title: func(number int) string {
		if number == 0 {
			return "Protokoll der Sitzung"
		}
		return fmt.Sprintf("Protokoll der %d. Sitzung", number)
	},
	group:        "Arbeitsgruppe",
	date:         "Datum",
	time:         "Zeit",
	when:         germanWhen,
	place:        "Ort",
	count:        "Teilnehmende",
	attended:     germanAttended,
	facilitators: func(int) string { return "Moderation" },
	present:      "Anwesend",
	excused:      "Entschuldigt",
	guests:       "Gäste",
	nextMeeting:  "Nächste Sitzung",

	step:        func(n int) string { return fmt.Sprintf("Schritt %d", n) },
	topic:       func(n int) string { return fmt.Sprintf("Thema %d", n) },
	nothing:     "(nichts festgehalten)",
	fromHarvest: "Aus einer früheren Veranstaltung übernommen",
	sentLate:    "Nach der Sitzung eingereicht",
	source:      func(source string) string { return "Quelle: " + source },

	markLegend: func(perTopic int) string {
		if perTopic == 0 {
			return MarkSign + " von der Gruppe markierter Beitrag"
		}
		return fmt.Sprintf("%s von der Gruppe markierter Beitrag (höchstens %d je Thema)", MarkSign, perTopic)
	},
	marked:   "markiert",
	chosen:   "ausgewählt",
	author:   func(name string) string { return "Von: " + name },
	merged:   func(text string) string { return "Zusammengelegt mit: " + text },
	proposed: "Während der Abstimmung vorgeschlagen.",
	agreeing: func(people int) string {
		return "Zustimmung von " + germanCount(people, "weiteren Person", "weiteren Personen") + "."
	},
	agreeHead: "Wie viele andere zustimmen",
	voted:     "Abgestimmt wurde über den Wortlaut",
	votedElse: "Abgestimmt wurde über einen anderen Wortlaut",
	votes:     "Stimmen",
	round:     func(n int) string { return fmt.Sprintf("%d. Runde", n) },
	turnout:   germanTurnout,
	uncounted: notCounted + " nicht gezählt; das ist nicht null",

	caption: func(effect string) string {
		return strings.Join(named([]string{"Fischgräten-Diagramm", effect}), ": ")
	},
	fishbone: func(effect string, bones, causes int) string {
		if effect != "" {
			effect = " – " + effect
		}
		return fmt.Sprintf("Fischgräten-Diagramm%s: %s, insgesamt %s. Die Gliederung unter dem Diagramm sagt dasselbe.", effect,
			germanCount(bones, "Hauptursache", "Hauptursachen"), germanCount(causes, "Ursache", "Ursachen"))
	},

	decision: "Beschluss", votesFor: "Dafür", votesAgainst: "Dagegen", abstained: "Enthaltungen", result: "Ergebnis",
	task: "Aufgabe", owners: "Zuständig", due: "Frist", state: "Stand",
	states: map[models.TaskState]string{
		models.TaskOpen:    "offen",
		models.TaskDone:    "erledigt",
		models.TaskMoved:   "verschoben",
		models.TaskDropped: "entfallen",
	},

	page: "Seite", of: "von",

	version: func(n int) string { return fmt.Sprintf("Fassung %d", n) },
	approval: func(day, by string) string {
		return strings.Join(named([]string{"genehmigt am " + day, by}), ", ")
	},
	draft:      "ENTWURF",
	changes:    func(since int) string { return fmt.Sprintf("Änderungen gegenüber Fassung %d", since) },
	resolution: "Beschluss", approved: "Genehmigt",
	agreed: agreedWords{
		mover: "Antrag von", from: "Geht zurück auf", how: "Wie entschieden wurde", partOf: "Teil von", dueDate: "Fällig am", reason: "Grund",
		everyone: "alle", consensus: "Konsens, niemand dagegen", quoted: "„%s“",
	},
	divided:      "Aufteilung",
	introduction: "Einleitung",
	ranks:        shared("%d.", "%d.–%d."),
	remark:       "Anmerkung zum Protokoll",

	where: "Wo", what: "Was", now: "Jetzige Fassung",
	frame: "Kopf und Einleitung", whole: "ganzes Protokoll", layout: "Gestaltung des Protokolls",
	kinds: map[models.ChangeKind]string{
		models.ChangeAdded:    "ergänzt",
		models.ChangeReworded: "neu formuliert",
		models.ChangeDetails:  "andere Angaben",
		models.ChangeMoved:    "verschoben",
		models.ChangeLeftOut:  "weggelassen",
		models.ChangeRemoved:  "entfernt",
		models.ChangeSteps:    "entfernte Schritte",
		models.ChangeLayout:   "geändert",
	},
	members: map[string]string{
		"order":             "Reihenfolge der Beiträge",
		"hide_zeros":        "Beiträge ohne Stimme",
		"hide_empty":        "leere Schritte",
		"number_steps":      "Nummern der Schritte",
		"number_ideas":      "Nummern der Beiträge",
		"names":             "Namen der Teilnehmenden und Autoren",
		"owners":            "Zuständige für Aufgaben",
		"attendance":        "Teilnehmerzahl in Worten",
		"fishbone":          "Ursachendiagramm",
		"standing":          "Ergebnisse mit Rang",
		"ballots_listed":    "Stimmzettel",
		"feedback":          "Rückmeldungen",
		"hide_changes":      "Liste der Änderungen",
		"attach_file":       "Sitzungsdatei im PDF",
		"language":          "Sprache des Protokolls",
		"signing_lines":     "Unterschriftszeilen",
		"published_address": "Adresse des veröffentlichten Protokolls",
		"letterhead":        "Briefkopf",
	},

	lateInputs: "Nach der Sitzung eingereichte Beiträge",
	lateInput:  "Beitrag", sentBy: "Eingereicht von", settlement: "Behandlung",
	settlements: map[models.Settlement]string{
		models.SettlementOpen:     "noch nicht behandelt",
		models.SettlementAccepted: "angenommen",
		models.SettlementNoted:    "zur Kenntnis genommen",
		models.SettlementDeclined: "abgelehnt",
	},

	leftOut: models.LeftOutSign + " aus dem Protokoll weggelassen, mit Begründung",
	zerosHidden: func(how int) string {
		return germanCount(how, "Beitrag ohne Stimme ist", "Beiträge ohne Stimme sind") + " nicht aufgeführt."
	},
	standing: "Ergebnis", rank: "Rang",
	ballots:    "Anhang: Stimmzettel",
	ballotsOf:  func(step, round string) string { return strings.Join(named([]string{step, round}), " – ") },
	ballot:     func(n int) string { return fmt.Sprintf("Stimmzettel %d", n) },
	ballotHead: "Stimmzettel",
	drawn: func(effect, outline string) string {
		return "Fischgräten-Diagramm. " + sentence("Wirkung", named([]string{effect})) + " " + sentence("Ursachen", []string{outline})
	},
	asCollected: "In der Reihenfolge des Eingangs", byVotes: "Nach Stimmen",

	slips: germanSlips, tickets: germanTickets,

	contents: "Inhalt", tasksByOwner: "Anhang: Aufgaben nach Personen",
	essence:  essenceWords{title: "Das Wichtigste", decided: "Was die Gruppe beschlossen hat", tasks: "Wer was tut"},
	promises: promiseWords{since: "Seit der letzten Sitzung", newTerm: "mit neuem Termin", was: "vorher", first: "Zuerst zugesagt", worded: "Früherer Wortlaut", meeting: "In wie vielen Sitzungen"},

	feedback: feedbackWords{
		title: "Rückmeldungen", question: "Frage", score: "Note", answers: "Anzahl der Antworten", text: "Antwort", point: ",",
		answered: func(people int) string {
			switch people {
			case 0:
				return "Niemand hat geantwortet."
			case 1:
				return "1 Person hat geantwortet."
			}
			return amount("de", people) + " Personen haben geantwortet."
		},
		mean: func(mean string, answers int) string {
			return "Mittelwert " + mean + " von 5 (" + germanCount(answers, "Antwort", "Antworten") + ")."
		},
	},

	sheets: sheetWords{
		rule: "Regel", results: "Ergebnisse",
		meeting: "Sitzung", item: "Angabe", value: "Wert", programme: "Programm", meetingNumber: "Sitzung Nr.", heading: "Titel", version: "Fassung", texts: "Texte",
		number: "Schritt Nr.", kind: "Art des Beitrags", unknown: "unbekannt",
		sheet: "Blatt", late: "Nachgereichte Beiträge", ideas: "Beiträge", rounds: "Abstimmung", causes: "Ursachen", decisions: "Beschlüsse", tasks: "Aufgaben",
		step: "Schritt", topic: "Thema", level: "Ebene",
		marked: "Markiert", yes: "ja", note: "Anmerkung", author: "Von", merged: "Zusammengelegte Beiträge", chosen: "Ausgewählt",
		round: "Runde", dots: "Stimmen je Person", perIdea: "Höchstens je Beitrag", voters: "Abstimmende", given: "Vergebene Stimmen",
		effect: "Wirkung", cause: "Ursache", above: "Unter der Ursache",
	},
}

func germanCount(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return amount("de", n) + " " + many
}

// germanWhen says "19.11.2025, von 13:00 bis 16:30 Uhr". What cannot be read as
// a date or a time is printed as it stands.
func germanWhen(date, start, end string) string {
	if day, ok := dayOf(date); ok {
		date = fmt.Sprintf("%d.%d.%d", day.Day(), day.Month(), day.Year())
	}
	hours := ""
	switch {
	case start != "" && end != "":
		hours = "von " + clock(start, false) + " bis " + clock(end, false) + " Uhr"
	case start != "":
		hours = "ab " + clock(start, false) + " Uhr"
	case end != "":
		hours = "bis " + clock(end, false) + " Uhr"
	}
	return strings.Join(named([]string{date, hours}), ", ")
}

func germanAttended(participants, observers *int) string {
	guests := ""
	if observers != nil && *observers > 0 {
		guests = germanCount(*observers, "Gast", "Gäste")
	}
	return attended("de", participants, guests)
}

// germanTurnout says "12 Personen haben abgestimmt, je 3 Stimmen, 20 Stimmen
// vergeben."
func germanTurnout(t turnout) string {
	var parts []string
	if t.unknown {
		parts = append(parts, "es wurde abgestimmt, die Summen sind nicht bekannt")
	}
	switch {
	case t.voters == nil:
	case t.ballots:
		parts = append(parts, germanCount(*t.voters, "Stimmzettel", "Stimmzettel")+" abgegeben")
	default:
		parts = append(parts, germanCount(*t.voters, "Person hat", "Personen haben")+" abgestimmt")
	}
	switch {
	case len(t.weights) > 0:
		parts = append(parts, "jede verteilte die Punkte "+amounts("de", t.weights))
	case t.dots > 0:
		parts = append(parts, "je "+germanCount(t.dots, "Stimme", "Stimmen")+germanLimits(t))
	}
	if t.given != nil && t.points {
		parts = append(parts, germanCount(*t.given, "Punkt", "Punkte")+" vergeben")
	} else if t.given != nil {
		parts = append(parts, germanCount(*t.given, "Stimme", "Stimmen")+" vergeben")
	}
	return sentence(t.label, parts)
}

func germanLimits(t turnout) string {
	limits := ""
	if t.minus > 0 {
		limits += " und " + germanCount(t.minus, "Gegenstimme", "Gegenstimmen")
	}
	if t.perIdea > 0 && t.perIdea < t.dots {
		limits += fmt.Sprintf(" (höchstens %d je Beitrag)", t.perIdea)
	}
	return limits
}
