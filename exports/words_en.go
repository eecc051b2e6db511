package exports

import (
	"fmt"
	"strings"

	"dilna/models"
)

var english = words{
	tongue: "en",

	title: func(number int) string {
		if number == 0 {
			return "Minutes of the meeting"
		}
		return fmt.Sprintf("Minutes of the %s meeting", englishOrdinal(number))
	},
	group:    "Working group",
	date:     "Date",
	time:     "Time",
	when:     englishWhen,
	place:    "Place",
	count:    "Participants",
	attended: englishAttended,
	facilitators: func(how int) string {
		if how == 1 {
			return "Facilitator"
		}
		return "Facilitators"
	},
	present:     "Present",
	excused:     "Excused",
	guests:      "Guests",
	nextMeeting: "Next meeting",

	step:        func(n int) string { return fmt.Sprintf("Step %d", n) },
	topic:       func(n int) string { return fmt.Sprintf("Topic %d", n) },
	nothing:     "(nothing recorded)",
	fromHarvest: "Brought in from an earlier event",
	sentLate:    "Sent in after the meeting",
	source:      func(source string) string { return "Source: " + source },

	markLegend: func(perTopic int) string {
		if perTopic == 0 {
			return MarkSign + " idea marked by the group"
		}
		return fmt.Sprintf("%s idea marked by the group (at most %d in each topic)", MarkSign, perTopic)
	},
	marked:    "marked",
	chosen:    "chosen",
	author:    func(name string) string { return "Author: " + name },
	merged:    func(text string) string { return "Merged with: " + text },
	proposed:  "Proposed during the vote.",
	agreeing:  func(people int) string { return englishAgreeing(people) },
	agreeHead: "How many others agree",
	voted:     "Voted on as",
	votedElse: "Voted on in another wording",
	votes:     "Votes",
	round:     func(n int) string { return fmt.Sprintf("Round %d", n) },
	turnout:   englishTurnout,
	uncounted: notCounted + " not counted, which is not zero",

	caption: func(effect string) string { return strings.Join(named([]string{"Fishbone diagram", effect}), ": ") },
	fishbone: func(effect string, bones, causes int) string {
		if effect != "" {
			effect = " – " + effect
		}
		return fmt.Sprintf("Fishbone diagram%s: %s, %s in all. The outline below the diagram says the same.", effect,
			englishCount(bones, "main cause"), englishCount(causes, "cause"))
	},

	decision: "Decision", votesFor: "For", votesAgainst: "Against", abstained: "Abstained", result: "Result",
	task: "Task", owners: "Owner", due: "Due", state: "State",
	states: map[models.TaskState]string{
		models.TaskOpen:    "open",
		models.TaskDone:    "done",
		models.TaskMoved:   "moved",
		models.TaskDropped: "dropped",
	},

	page: "Page", of: "of",

	version: func(n int) string { return fmt.Sprintf("version %d", n) },
	approval: func(day, by string) string {
		return strings.Join(named([]string{"approved " + day, by}), ", ")
	},
	draft:      "DRAFT",
	changes:    func(since int) string { return fmt.Sprintf("Changes since version %d", since) },
	resolution: "Decision", approved: "Approved",
	agreed: agreedWords{
		mover: "Moved by", from: "Comes from", how: "How it was decided", partOf: "Part of", dueDate: "Due on", reason: "Reason",
		everyone: "everyone", consensus: "consensus, nobody objected", quoted: "“%s”",
	},
	divided:      "Divided into",
	introduction: "Introduction",
	ranks:        shared("%d", "%d–%d"),
	remark:       "Remark on the minutes",

	where: "Where", what: "What", now: "As it is now",
	frame: "head and introduction", whole: "the whole minutes", layout: "layout of the minutes",
	kinds: map[models.ChangeKind]string{
		models.ChangeAdded:    "added",
		models.ChangeReworded: "reworded",
		models.ChangeDetails:  "other details",
		models.ChangeMoved:    "moved",
		models.ChangeLeftOut:  "left out",
		models.ChangeRemoved:  "removed",
		models.ChangeSteps:    "steps removed",
		models.ChangeLayout:   "changed",
	},
	members: map[string]string{
		"order":             "order of ideas",
		"hide_zeros":        "ideas without a vote",
		"hide_empty":        "empty steps",
		"number_steps":      "numbers of steps",
		"number_ideas":      "numbers of ideas",
		"names":             "names of participants and authors",
		"owners":            "who answers for tasks",
		"attendance":        "number of participants in words",
		"fishbone":          "fishbone",
		"standing":          "standings with ranks",
		"ballots_listed":    "ballots",
		"feedback":          "feedback",
		"hide_changes":      "list of changes",
		"attach_file":       "workshop file in the PDF",
		"language":          "language of the minutes",
		"signing_lines":     "lines to sign",
		"published_address": "address of the published minutes",
		"letterhead":        "letterhead",
	},

	lateInputs: "Sent in after the meeting",
	lateInput:  "Idea", sentBy: "Sent by", settlement: "Settlement",
	settlements: map[models.Settlement]string{
		models.SettlementOpen:     "not settled yet",
		models.SettlementAccepted: "accepted",
		models.SettlementNoted:    "noted",
		models.SettlementDeclined: "declined",
	},

	leftOut: models.LeftOutSign + " left out of the minutes, with the reason",
	zerosHidden: func(how int) string {
		if how == 1 {
			return "1 idea without a vote is not listed."
		}
		return amount("en", how) + " ideas without a vote are not listed."
	},
	standing: "Standing", rank: "Rank",
	ballots:    "Appendix: ballots",
	ballotsOf:  func(step, round string) string { return strings.Join(named([]string{step, round}), " – ") },
	ballot:     func(n int) string { return fmt.Sprintf("Ballot %d", n) },
	ballotHead: "Ballot",
	drawn: func(effect, outline string) string {
		return "Fishbone diagram. " + sentence("Effect", named([]string{effect})) + " " + sentence("Causes", []string{outline})
	},
	asCollected: "As collected", byVotes: "By votes",

	slips: englishSlips, tickets: englishTickets,

	contents: "Contents", tasksByOwner: "Appendix: tasks by who does them",
	essence:  essenceWords{title: "In short", decided: "What the group decided", tasks: "Who does what"},
	promises: promiseWords{since: "Since the last meeting", newTerm: "with a new date", was: "earlier", first: "First promised", worded: "Was worded", meeting: "Meetings it stood in"},

	feedback: feedbackWords{
		title: "Feedback", question: "Question", score: "Score", answers: "Answers", text: "Answer", point: ".",
		answered: func(people int) string {
			switch people {
			case 0:
				return "Nobody answered."
			case 1:
				return "1 person answered."
			}
			return amount("en", people) + " people answered."
		},
		mean: func(mean string, answers int) string {
			return "Mean " + mean + " of 5 (" + englishCount(answers, "answer") + ")."
		},
	},

	sheets: sheetWords{
		rule: "Rule", results: "Results",
		meeting: "Meeting", item: "What", value: "Value", programme: "Programme", meetingNumber: "Meeting no.", heading: "Title", version: "Version", texts: "Texts",
		number: "Step no.", kind: "Kind of idea", unknown: "not known",
		sheet: "Sheet", late: "Sent in after the meeting", ideas: "Ideas", rounds: "Voting", causes: "Causes", decisions: "Decisions", tasks: "Tasks",
		step: "Step", topic: "Topic", level: "Level",
		marked: "Marked", yes: "yes", note: "Note", author: "Author", merged: "Merged ideas", chosen: "Chosen",
		round: "Round", dots: "Dots each", perIdea: "At most on one idea", voters: "Voters", given: "Votes given",
		effect: "Effect", cause: "Cause", above: "Under the cause",
	},
}

func englishCount(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return amount("en", n) + " " + one + "s"
}

func englishOrdinal(n int) string {
	switch {
	case n%100 >= 11 && n%100 <= 13:
	case n%10 == 1:
		return fmt.Sprintf("%dst", n)
	case n%10 == 2:
		return fmt.Sprintf("%dnd", n)
	case n%10 == 3:
		return fmt.Sprintf("%drd", n)
	}
	return fmt.Sprintf("%dth", n)
}

// englishWhen says "19 November 2025 from 13:00 to 16:30". What cannot be read
// as a date or a time is printed as it stands.
func englishWhen(date, start, end string) string {
	var parts []string
	if day, ok := dayOf(date); ok {
		parts = append(parts, day.Format("2 January 2006"))
	} else if date != "" {
		parts = append(parts, date)
	}
	if start != "" {
		parts = append(parts, "from "+clock(start, false))
	}
	if end != "" {
		parts = append(parts, "to "+clock(end, false))
	}
	return strings.Join(parts, " ")
}

func englishAttended(participants, observers *int) string {
	guests := ""
	if observers != nil && *observers > 0 {
		guests = englishCount(*observers, "observer")
	}
	return attended("en", participants, guests)
}

// englishTurnout says "12 people voted, each had 3 dots, 20 dots given."
func englishTurnout(t turnout) string {
	var parts []string
	if t.unknown {
		parts = append(parts, "a vote was held, its totals are not known")
	}
	switch {
	case t.voters == nil:
	case t.ballots:
		parts = append(parts, englishCount(*t.voters, "ballot")+" cast"+englishPaper(t.paper))
	case *t.voters == 1:
		parts = append(parts, "1 person voted"+englishPaper(t.paper))
	default:
		parts = append(parts, amount("en", *t.voters)+" people voted"+englishPaper(t.paper))
	}
	switch {
	case len(t.weights) > 0:
		parts = append(parts, "each had points "+amounts("en", t.weights))
	case t.dots > 0:
		parts = append(parts, "each had "+englishCount(t.dots, "dot")+englishLimits(t))
	}
	if t.given != nil {
		one := "dot"
		switch {
		case t.points:
			one = "point"
		case t.votes:
			one = "vote"
		}
		parts = append(parts, englishCount(*t.given, one)+" given")
	}
	return sentence(t.label, parts)
}

// englishPaper says how many of the ballots the facilitator entered for people
// without a phone: "(2 ballots entered by the facilitator)".
func englishPaper(paper int) string {
	if paper == 0 {
		return ""
	}
	return " (" + englishCount(paper, "ballot") + " of them entered by the facilitator)"
}

func englishLimits(t turnout) string {
	limits := ""
	if t.minus > 0 {
		limits += fmt.Sprintf(" and %d negative", t.minus)
	}
	if t.perIdea > 0 && t.perIdea < t.dots {
		limits += fmt.Sprintf(" (at most %d on one idea)", t.perIdea)
	}
	return limits
}

func englishAgreeing(people int) string {
	if people == 1 {
		return "1 other person agrees."
	}
	return amount("en", people) + " other people agree."
}
