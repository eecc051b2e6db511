package pdf

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"dilna/exports"
	"dilna/models"
)

// FuzzRender puts hostile text everywhere people type: the PDF is always made
// (reliability.md, TM-12).
func FuzzRender(f *testing.F) {
	for _, text := range []string{
		"", "Člověk", "😀 👨‍👩‍👧 🇨🇿 1️⃣", "\x00\x1b[31m\x7f\u0085", "abc\xff", "abc\xc5", "\xed\xa0\x80",
		"{nb}", "{{nb}}", "\\(\\)\r\n", "%PDF-1.3\nendstream\nendobj", "| a | b |\n|---|\n||\n- \n-",
		"שלום (12) עולם", "مرحبا ١٢٣", "\u202eabc\u2066", "漢字かな한글", "\uffff\ufffe\ufdd0\ue000", "\U0010ffff",
		strings.Repeat("\u0301", 2000), "a" + strings.Repeat("\u0301", 2000), strings.Repeat("w", 2000),
		strings.Repeat("\n", 100), strings.Repeat("a ", 1000), strings.Repeat("⚫", 200), strings.Repeat(" ", 5000),
		strings.Repeat("-", 3000), "\u00a0\u202f\u2007\u3000",
	} {
		f.Add(text, 3, 2)
	}
	f.Fuzz(func(t *testing.T, text string, n, deep int) {
		if len(text) > models.MaxText || strings.Count(text, "\n") > 200 {
			return // longer than anything people may send, or a thousand pages: right, but slow to fuzz
		}
		doc := exports.FromMinutes(hostile(text, n, 1+deep&7), models.MinutesOptions{})
		var b bytes.Buffer
		if err := Render(background, doc, &b); err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(b.Bytes(), []byte("%PDF-")) || !bytes.HasSuffix(b.Bytes(), []byte("%%EOF\n")) {
			t.Fatal("this is no PDF")
		}
	})
}

// hostile is a record that says text everywhere, n in every number.
func hostile(text string, n, deep int) models.Minutes {
	all := []string{text, text}
	m := models.Minutes{Head: models.Head{
		Language: "cs", Programme: text, Group: text, Number: n, Title: text, Date: text, Start: text, End: text, Place: text,
		Facilitators: all, NextMeeting: text,
		Attendance: &models.Attendance{Participants: &n, Observers: &n, Present: all, Excused: all, Guests: all},
	}}
	ideas := hostileIdeas(text, n, deep)
	rounds := []models.RoundMinutes{{Label: text, Dots: n, PerIdea: 1, Voters: &n}, {Minus: &n}, {Label: text, Weights: []int{n, n}}}
	for _, method := range []models.Method{models.MethodCollect, models.MethodFishbone, models.MethodText, models.MethodDecisions, models.MethodTasks, models.Method(text)} {
		m.Steps = append(m.Steps, models.StepMinutes{
			Method: method, Heading: text, Prompt: text, Origin: models.OriginLate, Source: text,
			Order: models.OrderVotes, IdeaLabel: text, MarksPerTopic: n, Rounds: rounds, Ideas: ideas,
			Topics: []models.TopicMinutes{{Heading: text, From: text, Ideas: ideas, Topics: []models.TopicMinutes{{Heading: text}}}},
			Effect: text, Causes: hostileCauses(text, deep), Text: text,
			Decisions: []models.DecisionMinutes{{Text: text, For: &n, Result: text}},
			Tasks:     []models.TaskMinutes{{Text: text, Owners: all, Due: text, State: models.TaskState(text), Tasks: []models.TaskMinutes{{Text: text}}}},
		})
	}
	return m
}

func hostileIdeas(text string, n, deep int) []models.IdeaMinutes {
	if deep == 0 {
		return nil
	}
	idea := models.IdeaMinutes{
		Text: text, Marked: true, Chosen: true, Votes: []*int{&n, nil, &n}, Note: text, Author: text, Merged: []string{text},
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

// TestNoTextTakesLong prints texts as long as people may send, each within two seconds of the processor (a few more under the race detector), and
// no letter that the fonts lack.
func TestNoTextTakesLong(t *testing.T) {
	m := loadedFonts(t)
	for name, text := range map[string]string{
		"one word":      strings.Repeat("w", models.MaxText),
		"emoji":         strings.Repeat("😀🚀", models.MaxText/2),
		"no alphabet":   strings.Repeat("漢字", models.MaxText/2),
		"right to left": strings.Repeat("א", models.MaxText),
		"marks":         "a" + strings.Repeat("\u0301", models.MaxText),
		"addresses":     strings.Repeat("https://kraj.cz ", models.MaxText/16),
		"lines":         strings.Repeat("a\n", models.MaxText/2),
		"bars":          strings.Repeat("|", models.MaxText),
		"table":         strings.Repeat("|a|b|\n", models.MaxText/6),
	} {
		t.Run(name, func(t *testing.T) {
			doc := exports.FromMinutes(models.Minutes{Steps: []models.StepMinutes{{
				Method: models.MethodText, Heading: "KROK", Text: text, Causes: []models.CauseMinutes{{Text: text}},
				Decisions: []models.DecisionMinutes{{Text: "rozhodnutí", Result: text}},
			}}}, models.MinutesOptions{})
			before := processorTime(t)
			pen, _, err := render(background, doc)
			if err != nil {
				t.Fatal(err)
			}
			if took := processorTime(t) - before; took > 2*time.Second*underRace {
				t.Errorf("it takes %v", took)
			}
			for _, letters := range pen.used {
				for r := range letters {
					if !m.Has(r) {
						t.Errorf("%q is drawn, which the fonts lack", r)
					}
				}
			}
		})
	}
}
