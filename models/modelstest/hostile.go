package modelstest

import (
	"strings"

	"dilna/models"
)

// HostileTexts are texts that broke programs before: what no writer of any
// format may choke on (docs/reliability.md, TM-12).
func HostileTexts() []string {
	return []string{
		"", "Člověk", "😀 👨‍👩‍👧 🇨🇿 1️⃣", "\x00\x1b[31m\x7f\u0085", "abc\xff", "abc\xc5", "\xed\xa0\x80",
		"{nb}", "{{.}}", "\\(\\)\r\n", "%PDF-1.3\nendstream\nendobj", "| a | b |\n|---|\n||\n- \n-",
		"]]>", "<script>alert(1)</script>", "<!--", "&#0; &amp; &nbsp;", "\"'><img src=x>", "</w:t>", "<?xml?>",
		"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", ";\";\"", "# a\n* b\n> c\n```\n[x](javascript:alert(1))",
		"שלום (12) עולם", "مرحبا ١٢٣", "\u202eabc\u2066", "漢字かな한글", "\uffff\ufffe\ufdd0\ue000", "\U0010ffff",
		strings.Repeat("\u0301", 500), strings.Repeat("w", models.MaxText), strings.Repeat("\n", 50),
		strings.Repeat("⚫", 300), strings.Repeat("-", 3000), "\u00a0\u202f\u2007\u3000",
	}
}

// HostileEdition is a version of minutes that says text everywhere and n in
// every number, with trees deep levels deep.
func HostileEdition(text string, n, deep int) models.Edition {
	return models.Edition{
		Minutes: hostileMinutes(text, n, deep), Version: 2, State: models.MinutesDraft,
		Options:      models.MinutesOptions{NumberIdeas: n&1 == 1, Standing: n&2 == 2, Order: models.MinutesBoth, BallotsListed: true, Feedback: true},
		Approval:     &models.Approval{By: text, On: text},
		Introduction: text, Remarks: []string{text}, Note: text, Changes: []models.Change{{Kind: models.ChangeRemoved, Where: text, Count: n}, {Kind: models.ChangeAdded, Now: text}},
		LateInputs: []models.LateInput{{Text: text, Source: text, Date: text, Settlement: models.SettlementDeclined, Reason: text}},
		Letterhead: models.Letterhead{Publicity: []string{text}},
	}
}

func hostileMinutes(text string, n, deep int) models.Minutes {
	all := []string{text, text}
	m := models.Minutes{Head: models.Head{
		Language: "cs", Programme: text, Group: text, Number: n, Title: text, Date: text, Start: text, End: text, Place: text,
		Facilitators: all, NextMeeting: text,
		Attendance: &models.Attendance{Participants: &n, Observers: &n, Present: all, Excused: all, Guests: all},
	}}
	ideas := hostileIdeas(text, n, deep)
	rounds := []models.RoundMinutes{{Label: text, Dots: n, PerIdea: 1, Voters: &n}, {Minus: &n}, {Label: text, Weights: []int{n, n}}}
	for _, method := range []models.Method{models.MethodFishbone, models.Method(text)} {
		m.Steps = append(m.Steps, models.StepMinutes{
			Method: method, Heading: text, Prompt: text, Origin: models.OriginLate, Source: text,
			Order: models.OrderVotes, IdeaLabel: text, MarksPerTopic: n, Rounds: rounds, Ideas: ideas,
			Topics: []models.TopicMinutes{{Heading: text, From: text, Ideas: ideas, Topics: []models.TopicMinutes{{Heading: text}}}},
			Effect: text, Causes: hostileCauses(text, deep), Text: text,
			Decisions: []models.DecisionMinutes{{Text: text, Decision: models.Decision{For: &n, Result: text}}},
			Tasks:     []models.TaskMinutes{{Text: text, Tasks: []models.TaskMinutes{{Text: text}}, Task: models.Task{Owners: all, Due: text, State: models.TaskState(text)}}},
		})
	}
	m.Feedback = &models.FeedbackMinutes{Answered: n, Questions: []models.QuestionMinutes{
		{Text: text, Kind: models.QuestionKind(text), Low: text, High: text, Scores: []int{n, n}, Texts: all},
	}}
	return m
}

func hostileIdeas(text string, n, deep int) []models.IdeaMinutes {
	if deep == 0 {
		return nil
	}
	idea := models.IdeaMinutes{
		Text: text, Marked: true, Chosen: true, Votes: []*int{&n, nil, &n}, Note: text, Author: text, Merged: []string{text},
		Voted: []models.VotedWording{{Text: text, Rounds: []int{0}}, {Rounds: []int{n}}},
		Ideas: hostileIdeas(text, n, deep-1),
	}
	return []models.IdeaMinutes{idea, {Text: text}}
}

func hostileCauses(text string, deep int) []models.CauseMinutes {
	if deep == 0 {
		return nil
	}
	return []models.CauseMinutes{{Text: text, Causes: hostileCauses(text, deep-1)}, {Text: text}}
}
