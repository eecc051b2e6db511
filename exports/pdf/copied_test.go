package pdf

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dilna/exports"
	"dilna/models"
)

// TestWhatIsRecordedCanBeCopiedFromThePagesInItsOrder makes records of every
// method, layout, rule and option. The words of all that they hold stand in the
// text of the PDF in the order of the record.
func TestWhatIsRecordedCanBeCopiedFromThePagesInItsOrder(t *testing.T) {
	for seed := range 24 {
		m, o := anyMinutes().Example(seed), anyOptions(seed)
		copied := strings.Fields(copiedText(t, printed(t, exports.FromMinutes(m, o))))
		at := 0
		for _, word := range recordedWords(m, o) {
			i := slices.Index(copied[at:], word)
			if i < 0 {
				t.Fatalf("seed %d, %+v: %q does not come after %q; the text goes on: %v",
					seed, o, word, copied[max(0, at-8):at], copied[at:min(len(copied), at+30)])
			}
			at += i + 1
		}
	}
}

// anyOptions go through all that change neither order nor content.
func anyOptions(seed int) models.MinutesOptions {
	return models.MinutesOptions{
		Order:    []models.MinutesOrder{models.MinutesAsCollected, models.MinutesBoth}[seed%2],
		Standing: seed/2%2 == 1, NumberSteps: seed/4%2 == 1, NumberIdeas: seed/8%2 == 1,
		BallotsListed: seed%3 == 0, HideEmpty: seed%5 == 0,
		Fishbone: []models.FishboneShown{models.FishboneBoth, models.FishboneOutline}[seed%2],
	}
}

// recordedWords are the words of all that a record holds, in its order.
func recordedWords(m models.Minutes, o models.MinutesOptions) []string {
	var said []string
	for _, s := range m.Steps {
		said = append(said, s.Heading)
		said = append(said, wordsOfIdeas(s.Ideas)...)
		for _, t := range s.Topics {
			said = append(append(said, t.Heading), wordsOfIdeas(t.Ideas)...)
			for _, under := range t.Topics {
				said = append(append(said, under.Heading), wordsOfIdeas(under.Ideas)...)
			}
		}
		said = append(append(said, s.Effect), causeTexts(s.Causes)...)
		for _, d := range s.Decisions {
			said = append(said, d.Text, d.Result)
		}
		for _, task := range s.Tasks {
			said = append(said, task.Text, strings.Join(task.Owners, ", "))
		}
	}
	return strings.Fields(strings.Join(said, " "))
}

func wordsOfIdeas(ideas []models.IdeaMinutes) []string {
	var said []string
	for _, idea := range ideas {
		one := idea.Text
		if idea.Marked {
			one += " " + exports.MarkSign
		}
		if len(idea.Votes) > 0 && idea.Note == "" {
			for _, total := range idea.Votes {
				one += " " + printedTotal(total)
			}
		}
		said = append(append(said, one, idea.Note), wordsOfIdeas(idea.Ideas)...)
	}
	return said
}

func printedTotal(total *int) string {
	if total == nil {
		return "–"
	}
	return strings.Replace(strconv.Itoa(*total), "-", "−", 1)
}

// letters of many alphabets, none so long that a narrow cell would break it.
var alphabets = []string{"žluť", "ďábel", "щастя", "ґедзь", "καλός", "Việt", "ﬁn", "naïve", "😀", "😀\U0001f3fd", "€20", "{nb}", "a<b&c"}

func anyWords(most int) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		var words []string
		for range rapid.IntRange(1, most).Draw(t, "words") {
			word := fmt.Sprintf("s%d", rapid.IntRange(10, 9999).Draw(t, "word"))
			if rapid.IntRange(0, 5).Draw(t, "other letters") == 0 {
				word = rapid.SampledFrom(alphabets).Draw(t, "letters")
			}
			words = append(words, word)
		}
		return strings.Join(words, " ")
	})
}

func anyMinutes() *rapid.Generator[models.Minutes] {
	return rapid.Custom(func(t *rapid.T) models.Minutes {
		m := models.Minutes{Head: models.Head{Language: rapid.SampledFrom([]string{"cs", "en"}).Draw(t, "language"), Title: "Zápis"}}
		for range rapid.IntRange(2, 6).Draw(t, "steps") {
			m.Steps = append(m.Steps, anyStep().Draw(t, "step"))
		}
		return m
	})
}

func anyStep() *rapid.Generator[models.StepMinutes] {
	return rapid.Custom(func(t *rapid.T) models.StepMinutes {
		s := models.StepMinutes{Heading: anyWords(6).Draw(t, "heading")}
		s.Method = rapid.SampledFrom([]models.Method{models.MethodCollect, models.MethodCollect, models.MethodFishbone, models.MethodDecisions, models.MethodTasks}).Draw(t, "method")
		switch s.Method {
		case models.MethodCollect:
			s.Layout = rapid.SampledFrom([]models.Layout{"", models.LayoutList, models.LayoutColumns, models.LayoutQuadrants}).Draw(t, "layout")
			s.Rounds = anyRounds().Draw(t, "rounds")
			s.Ideas = anyIdeas(2, len(s.Rounds)).Draw(t, "ideas")
			for range rapid.IntRange(0, 3).Draw(t, "topics") {
				topic := models.TopicMinutes{Heading: anyWords(4).Draw(t, "topic"), Ideas: anyIdeas(1, len(s.Rounds)).Draw(t, "ideas")}
				if rapid.Bool().Draw(t, "nested") {
					topic.Topics = []models.TopicMinutes{{Heading: anyWords(4).Draw(t, "topic"), Ideas: anyIdeas(1, len(s.Rounds)).Draw(t, "ideas")}}
				}
				s.Topics = append(s.Topics, topic)
			}
		case models.MethodFishbone:
			s.Effect, s.Causes = anyWords(8).Draw(t, "effect"), anyCauses(4).Draw(t, "causes")
		case models.MethodDecisions:
			for range rapid.IntRange(1, 6).Draw(t, "decisions") {
				s.Decisions = append(s.Decisions, models.DecisionMinutes{Text: anyWords(30).Draw(t, "decision"), Decision: models.Decision{Result: anyWords(3).Draw(t, "result")}})
			}
		case models.MethodTasks:
			for range rapid.IntRange(1, 6).Draw(t, "tasks") {
				s.Tasks = append(s.Tasks, models.TaskMinutes{Text: anyWords(30).Draw(t, "task"), Task: models.Task{Owners: []string{anyWords(2).Draw(t, "owner")}}})
			}
		}
		return s
	})
}

// anyRounds are rounds of every rule: plain dots, dots against, weights.
func anyRounds() *rapid.Generator[[]models.RoundMinutes] {
	return rapid.Custom(func(t *rapid.T) []models.RoundMinutes {
		minus := 2
		rules := []models.RoundMinutes{{Dots: 3, PerIdea: 1}, {Dots: 5, Minus: &minus}, {Weights: []int{3, 2, 1}}}
		return rules[:rapid.IntRange(0, 3).Draw(t, "rounds")]
	})
}

func anyIdeas(deep, rounds int) *rapid.Generator[[]models.IdeaMinutes] {
	return rapid.Custom(func(t *rapid.T) []models.IdeaMinutes {
		ideas := make([]models.IdeaMinutes, rapid.IntRange(1, 12).Draw(t, "ideas"))
		for i := range ideas {
			idea := models.IdeaMinutes{Text: anyWords(40).Draw(t, "idea"), Marked: rapid.Bool().Draw(t, "marked")}
			if rapid.IntRange(0, 4).Draw(t, "has a note") == 0 {
				idea.Note = anyWords(20).Draw(t, "note")
			}
			for range rounds {
				total := rapid.IntRange(-3, 40).Draw(t, "total")
				idea.Votes = append(idea.Votes, &total)
			}
			if deep > 1 && rapid.IntRange(0, 3).Draw(t, "has ideas under it") == 0 {
				idea.Ideas = anyIdeas(deep-1, rounds).Draw(t, "under it")
			}
			ideas[i] = idea
		}
		return ideas
	})
}

func anyCauses(deep int) *rapid.Generator[[]models.CauseMinutes] {
	return rapid.Custom(func(t *rapid.T) []models.CauseMinutes {
		causes := make([]models.CauseMinutes, rapid.IntRange(1, 4).Draw(t, "causes"))
		for i := range causes {
			causes[i].Text = anyWords(9).Draw(t, "cause")
			if deep > 1 && rapid.Bool().Draw(t, "deeper") {
				causes[i].Causes = anyCauses(deep-1).Draw(t, "under it")
			}
		}
		return causes
	})
}
