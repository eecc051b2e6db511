package exports

import (
	"fmt"
	"strings"

	"dilna/models"
)

var ukrainian = words{
	tongue: "uk",

	title: func(number int) string {
		if number == 0 {
			return "Протокол засідання"
		}
		return fmt.Sprintf("Протокол %d-го засідання", number)
	},
	group:    "Робоча група",
	date:     "Дата",
	time:     "Час",
	when:     ukrainianWhen,
	place:    "Місце",
	count:    "Кількість учасників",
	attended: ukrainianAttended,
	facilitators: func(how int) string {
		if how == 1 {
			return "Фасилітатор"
		}
		return "Фасилітатори"
	},
	present:     "Присутні",
	excused:     "Відсутні з поважних причин",
	guests:      "Гості",
	nextMeeting: "Наступне засідання",

	step:        func(n int) string { return fmt.Sprintf("Крок %d", n) },
	topic:       func(n int) string { return fmt.Sprintf("Тема %d", n) },
	nothing:     "(нічого не записано)",
	fromHarvest: "Взято з попереднього заходу",
	sentLate:    "Надіслано після засідання",
	source:      func(source string) string { return "Джерело: " + source },

	markLegend: func(perTopic int) string {
		if perTopic == 0 {
			return MarkSign + " пропозиція, яку група позначила"
		}
		return fmt.Sprintf("%s пропозиція, яку група позначила (у кожній темі не більше %d)", MarkSign, perTopic)
	},
	marked:   "позначено",
	chosen:   "обрано",
	author:   func(name string) string { return "Автор: " + name },
	merged:   func(text string) string { return "Об’єднано з пропозицією: " + text },
	proposed: "Запропоновано під час голосування.",
	agreeing: func(people int) string {
		return "Погоджується ще " + ukrainianCount(people, "людина", "людини", "людей") + "."
	},
	agreeHead: "Скільки інших погоджується",
	voted:     "Голосували за формулювання",
	votedElse: "Голосували за інше формулювання",
	votes:     "Кількість голосів",
	round:     func(n int) string { return fmt.Sprintf("Тур %d", n) },
	turnout:   ukrainianTurnout,
	uncounted: notCounted + " не пораховано; це не нуль",

	caption: func(effect string) string {
		return strings.Join(named([]string{"Діаграма «риб’яча кістка»", effect}), ": ")
	},
	fishbone: func(effect string, bones, causes int) string {
		if effect != "" {
			effect = " – " + effect
		}
		return fmt.Sprintf("Діаграма «риб’яча кістка»%s: %s, усього %s. Те саме наведено в переліку під діаграмою.", effect,
			ukrainianCount(bones, "основна причина", "основні причини", "основних причин"),
			ukrainianCount(causes, "причина", "причини", "причин"))
	},

	decision: "Рішення", votesFor: "За", votesAgainst: "Проти", abstained: "Утрималися", result: "Результат",
	task: "Завдання", owners: "Відповідальні", due: "Термін", state: "Стан",
	states: map[models.TaskState]string{
		models.TaskOpen:    "триває",
		models.TaskDone:    "виконано",
		models.TaskMoved:   "перенесено",
		models.TaskDropped: "скасовано",
	},

	page: "Сторінка", of: "з",

	version: func(n int) string { return fmt.Sprintf("версія %d", n) },
	approval: func(day, by string) string {
		return strings.Join(named([]string{"затверджено " + day, by}), ", ")
	},
	draft: "ПРОЄКТ",
	changes: func(since int) string {
		return fmt.Sprintf("Зміни порівняно з версією %d", since)
	},
	resolution: "Рішення", approved: "Затверджено",
	agreed: agreedWords{
		mover: "Пропонує", from: "На основі", how: "Як вирішено", partOf: "Частина рішення", dueDate: "День терміну", reason: "Причина",
		everyone: "усі", consensus: "консенсус, ніхто не був проти", quoted: "«%s»",
	},
	divided:      "Поділ",
	introduction: "Вступ",
	ranks:        shared("%d", "%d–%d"),
	remark:       "Примітка до протоколу",

	where: "Де", what: "Що", now: "Як є тепер",
	frame: "заголовок і вступ", whole: "увесь протокол", layout: "вигляд протоколу",
	kinds: map[models.ChangeKind]string{
		models.ChangeAdded:    "додано",
		models.ChangeReworded: "нове формулювання",
		models.ChangeDetails:  "інші дані",
		models.ChangeMoved:    "переміщено",
		models.ChangeLeftOut:  "вилучено з поясненням",
		models.ChangeRemoved:  "вилучено",
		models.ChangeSteps:    "вилучені кроки",
		models.ChangeLayout:   "змінено",
	},
	members: map[string]string{
		"order":             "порядок пропозицій",
		"hide_zeros":        "пропозиції без голосів",
		"hide_empty":        "порожні кроки",
		"number_steps":      "номери кроків",
		"number_ideas":      "номери пропозицій",
		"names":             "імена учасників і авторів",
		"owners":            "відповідальні за завдання",
		"attendance":        "кількість учасників словами",
		"fishbone":          "діаграма причин",
		"standing":          "результати з місцями",
		"ballots_listed":    "бюлетені",
		"feedback":          "відгуки",
		"hide_changes":      "список змін",
		"attach_file":       "файл засідання в PDF",
		"language":          "мова протоколу",
		"signing_lines":     "рядки для підпису",
		"published_address": "адреса опублікованого протоколу",
		"letterhead":        "шапка",
	},

	lateInputs: "Пропозиції, надіслані після засідання",
	lateInput:  "Пропозиція", sentBy: "Хто надіслав", settlement: "Розгляд",
	settlements: map[models.Settlement]string{
		models.SettlementOpen:     "ще не розглянуто",
		models.SettlementAccepted: "прийнято",
		models.SettlementNoted:    "взято до відома",
		models.SettlementDeclined: "відхилено",
	},

	leftOut: models.LeftOutSign + " вилучено з протоколу, із зазначенням причини",
	zerosHidden: func(how int) string {
		return "Без голосів " + ukrainianForm(how, "залишилася", "залишилися", "залишилося") + " " +
			ukrainianCount(how, "пропозиція, яку не наведено", "пропозиції, які не наведено", "пропозицій, які не наведено") + "."
	},
	standing: "Результат", rank: "Місце",
	ballots:    "Додаток: бюлетені",
	ballotsOf:  func(step, round string) string { return strings.Join(named([]string{step, round}), " – ") },
	ballot:     func(n int) string { return fmt.Sprintf("Бюлетень %d", n) },
	ballotHead: "Бюлетень",
	drawn: func(effect, outline string) string {
		return "Діаграма «риб’яча кістка». " + sentence("Наслідок", named([]string{effect})) + " " + sentence("Причини", []string{outline})
	},
	asCollected: "У порядку надходження", byVotes: "За кількістю голосів",

	slips: ukrainianSlips, tickets: ukrainianTickets,

	contents: "Зміст", tasksByOwner: "Додаток: завдання за виконавцями",
	essence:  essenceWords{title: "Головне", decided: "Що вирішила група", tasks: "Хто що має зробити"},
	promises: promiseWords{since: "Від минулого засідання", newTerm: "з новим терміном", was: "раніше", first: "Уперше обіцяно", worded: "Раніше звучало", meeting: "На скількох засіданнях"},

	feedback: feedbackWords{
		title: "Відгуки", question: "Запитання", score: "Оцінка", answers: "Кількість відповідей", text: "Відповідь", point: ",",
		answered: func(people int) string {
			if people == 0 {
				return "Ніхто не відповів."
			}
			return "Відповіли: " + amount("uk", people) + "."
		},
		mean: func(mean string, answers int) string {
			return "Середня оцінка " + mean + " з 5, відповідей: " + amount("uk", answers) + "."
		},
	},

	sheets: sheetWords{
		rule: "Правило", results: "Результати",
		meeting: "Засідання", item: "Дані", value: "Значення", programme: "Програма", meetingNumber: "№ засідання", heading: "Назва", version: "Версія", texts: "Тексти",
		number: "№ кроку", kind: "Вид пропозиції", unknown: "невідомо",
		sheet: "Аркуш", late: "Надіслане після засідання", ideas: "Пропозиції", rounds: "Голосування", causes: "Причини", decisions: "Рішення", tasks: "Завдання",
		step: "Крок", topic: "Тема", level: "Рівень",
		marked: "Позначено", yes: "так", note: "Примітка", author: "Автор", merged: "Об’єднані пропозиції", chosen: "Обрано",
		round: "Тур", dots: "Голосів на особу", perIdea: "Не більше за пропозицію", voters: "Голосувало", given: "Віддано голосів",
		effect: "Наслідок", cause: "Причина", above: "Під причиною",
	},
}

// ukrainianForm picks the form of a word that stands with n: 1 і 21 голос, 2 і
// 22 голоси, 5, 11 і 12 голосів.
func ukrainianForm(n int, one, few, many string) string {
	switch {
	case n%100 >= 11 && n%100 <= 14:
		return many
	case n%10 == 1:
		return one
	case n%10 >= 2 && n%10 <= 4:
		return few
	}
	return many
}

func ukrainianCount(n int, one, few, many string) string {
	return amount("uk", n) + " " + ukrainianForm(n, one, few, many)
}

// ukrainianWhen says "19.11.2025 з 13:00 до 16:30". What cannot be read as a
// date or a time is printed as it stands.
func ukrainianWhen(date, start, end string) string {
	if day, ok := dayOf(date); ok {
		date = day.Format("02.01.2006")
	}
	parts := named([]string{date})
	if start != "" {
		parts = append(parts, "з "+clock(start, false))
	}
	if end != "" {
		parts = append(parts, "до "+clock(end, false))
	}
	return strings.Join(parts, " ")
}

func ukrainianAttended(participants, observers *int) string {
	guests := ""
	if observers != nil && *observers > 0 {
		guests = ukrainianCount(*observers, "гість", "гості", "гостей")
	}
	return attended("uk", participants, guests)
}

// ukrainianTurnout says "Проголосувало 12 учасників, кожен мав 3 голоси, віддано
// 20 голосів."
func ukrainianTurnout(t turnout) string {
	var parts []string
	if t.unknown {
		parts = append(parts, "голосування відбулося, але підсумки невідомі")
	}
	switch {
	case t.voters == nil:
	case t.ballots:
		parts = append(parts, "подано "+ukrainianCount(*t.voters, "бюлетень", "бюлетені", "бюлетенів"))
	default:
		parts = append(parts, ukrainianForm(*t.voters, "проголосував", "проголосували", "проголосувало")+" "+
			ukrainianCount(*t.voters, "учасник", "учасники", "учасників"))
	}
	switch {
	case len(t.weights) > 0:
		parts = append(parts, "кожен розподіляв бали "+amounts("uk", t.weights))
	case t.dots > 0:
		parts = append(parts, "кожен мав "+ukrainianCount(t.dots, "голос", "голоси", "голосів")+ukrainianLimits(t))
	}
	if t.given != nil && t.points {
		parts = append(parts, "віддано "+ukrainianCount(*t.given, "бал", "бали", "балів"))
	} else if t.given != nil {
		parts = append(parts, "віддано "+ukrainianCount(*t.given, "голос", "голоси", "голосів"))
	}
	return sentence(t.label, parts)
}

func ukrainianLimits(t turnout) string {
	limits := ""
	if t.minus > 0 {
		limits += " та " + ukrainianCount(t.minus, "від’ємний", "від’ємні", "від’ємних")
	}
	if t.perIdea > 0 && t.perIdea < t.dots {
		limits += fmt.Sprintf(" (за одну пропозицію не більше %d)", t.perIdea)
	}
	return limits
}
