package formats

import (
	"bytes"
	"compress/zlib"
	"html"
	"io"
	"maps"
	"regexp"
	"slices"
	"testing"

	"dilna/models"
)

// writtenIn is a record in a language, with words of the frame beside
// everything that people wrote.
func writtenIn(language string) models.Edition {
	two := 2
	e := models.Edition{
		Version: 2, State: models.MinutesDraft, Introduction: "Bienvenue à tous.",
		LateInputs: []models.LateInput{{Text: "Trop de papiers", Source: "courriel"}},
		Changes:    []models.Change{{Kind: models.ChangeReworded, Where: "PROBLÈMES", Now: "Pas assez de places"}},
	}
	e.Head = models.Head{Language: language, Group: "Logement", Number: 3, Date: "2026-02-04", Place: "Mairie", Programme: "Plan local"}
	e.Options = models.MinutesOptions{Standing: true, BallotsListed: true}
	e.Steps = []models.StepMinutes{
		{
			Method: models.MethodCollect, Heading: "PROBLÈMES", Rounds: []models.RoundMinutes{{Voters: &two, Dots: 1, PerIdea: 1, Ballots: [][]models.CastVote{{{Entry: 0, Value: 1}}, {{Entry: 0, Value: 1}}}}},
			Ideas: []models.IdeaMinutes{{Text: "Loyers trop chers", Votes: []*int{&two}, Chosen: true, Marked: true, Note: "surtout en ville", Author: "Anne", Merged: []string{"Loyers"}}},
		},
		{Method: models.MethodCollect, Topics: []models.TopicMinutes{{Ideas: []models.IdeaMinutes{{Text: "Peu de bus"}, {Text: "Sans quai", Marked: true}}}}},
		{Method: models.MethodFishbone, Heading: "CAUSES", Effect: "Peu de logements", Causes: []models.CauseMinutes{{Text: "Argent"}}},
		{Method: models.MethodTasks, Heading: "TÂCHES", Tasks: []models.TaskMinutes{{Text: "Écrire au maire", Task: models.Task{Owners: []string{"Anne"}, Due: "en mars", State: models.TaskDone}}}},
		{Method: models.MethodDecisions, Heading: "DÉCISIONS", Decisions: []models.DecisionMinutes{{Text: "On continue", Decision: models.Decision{For: &two, Result: "adopté"}}}},
		{Heading: "RIEN"},
	}
	return e
}

// whatIsWritten are all texts of people in it, as formats say them.
var whatIsWritten = []string{
	"Bienvenue à tous.", "Trop de papiers", "courriel", "Pas assez de places", "Logement", "Mairie", "Plan local", "PROBLÈMES", "Loyers trop chers",
	"Peu de bus", "Sans quai", "CAUSES", "Peu de logements", "Argent", "TÂCHES", "Écrire au maire", "Anne", "en mars", "DÉCISIONS",
	"On continue – adopté", "RIEN", "Loyers trop chers (1)",
}

// tongue is how a format says the language of its whole and of a text.
var tongues = map[string]struct {
	whole func(language string) string
	part  func(language string) *regexp.Regexp // with the text
}{
	"html": {
		func(l string) string { return `<html lang="` + l + `"` },
		func(l string) *regexp.Regexp {
			return regexp.MustCompile(`<(?:\w+)[^>]* lang="` + l + `"[^>]*>([^<]*)<`)
		},
	},
	"docx": {
		func(l string) string { return `<w:lang w:val="` + l + `-` },
		func(l string) *regexp.Regexp {
			return regexp.MustCompile(`<w:lang w:val="` + l + `-\w+"[^>]*/></w:rPr><w:t[^>]*>([^<]*)<`)
		},
	},
	"odt": {
		func(l string) string { return `<dc:language>` + l + `<` },
		func(l string) *regexp.Regexp {
			return regexp.MustCompile(`<text:span text:style-name="Lang_` + l + `">([^<]*)<`)
		},
	},
	"pdf": {
		func(l string) string { return `/MarkInfo` }, // below
		func(l string) *regexp.Regexp {
			return regexp.MustCompile(`/S/(?:H\d|P|LBody|T[DH]|Span)/[^>]*/Lang\(` + l + `\)()`)
		},
	},
	"xlsx": {func(l string) string { return `<dc:language>` + l + `<` }, nil},
}

// TestNoFormatTakesWordsOfItsFrameForTheLanguageOfTheRecord: where there are no
// words in the language of a record, its frame is English and says so, and what
// people wrote is marked as what it is.
func TestNoFormatTakesWordsOfItsFrameForTheLanguageOfTheRecord(t *testing.T) {
	for language, frame := range map[string]string{"cs": "cs", "en": "en", "sk": "sk", "de": "de", "uk": "uk", "fr": "en", "vi": "en"} {
		for _, ending := range slices.Sorted(maps.Keys(tongues)) {
			t.Run(language+"."+ending, func(t *testing.T) {
				tongue, f := tongues[ending], All[slices.IndexFunc(All, func(f Format) bool { return f.Ending == ending })]
				file := rendered(t, f, writtenIn(language))
				switch {
				case bytes.HasPrefix(file, []byte("PK")):
					file = unpacked(t, file)
				case ending == "pdf":
					file = inflated(t, file)
				}
				whole := tongue.whole(frame)
				if ending == "pdf" {
					whole = "/Lang(" + frame + ")/MarkInfo"
				}
				if !bytes.Contains(file, []byte(whole)) {
					t.Errorf("it does not say %s", whole)
				}
				if tongue.part == nil {
					return
				}
				if frame == language {
					if ending != "html" && len(tongue.part("und").FindAll(file, -1)) > 0 {
						t.Error("it doubts its own language")
					}
					return
				}
				said := map[string]bool{}
				for _, found := range tongue.part(language).FindAllSubmatch(file, -1) {
					text := html.UnescapeString(string(found[1]))
					said[text] = true
					if ending != "pdf" && !slices.Contains(whatIsWritten, text) {
						t.Errorf("%q is said to be %s", text, language)
					}
				}
				if ending == "pdf" && !said[""] || ending != "pdf" && (!said["Loyers trop chers"] || !said["Plan local"] || !said["On continue – adopté"] || !said["Argent"]) {
					t.Errorf("what people wrote is not marked as %s: %v", language, said)
				}
			})
		}
	}
}

// inflated is a PDF with what is packed in it behind it.
func inflated(t *testing.T, file []byte) []byte {
	t.Helper()
	all := slices.Clone(file)
	for _, packed := range bytes.Split(file, []byte("/FlateDecode"))[1:] {
		_, content, _ := bytes.Cut(packed, []byte("stream\n"))
		unpacking, err := zlib.NewReader(bytes.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		plain, err := io.ReadAll(unpacking)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, plain...)
	}
	return all
}

// TestAPassageInOtherLettersSaysItsLanguageInEveryFormat: whoever has the minutes
// read aloud hears it in its own language, wherever it stands.
func TestAPassageInOtherLettersSaysItsLanguageInEveryFormat(t *testing.T) {
	passages := []string{"Допомога вдома", "Потреби", "Центр", "Безкоштовно", "Хто і коли?"}
	e := models.Edition{Introduction: "Na úvod: **" + passages[0] + "**, prosím."}
	e.Head = models.Head{Language: "cs", Number: 3, Place: "Hala " + passages[2]}
	e.Steps = []models.StepMinutes{
		{Method: models.MethodCollect, Heading: "POTŘEBY – " + passages[1], Ideas: []models.IdeaMinutes{{Text: "Levněji: " + passages[3] + "!"}}},
		{Method: models.MethodTasks, Heading: "ÚKOLY", Tasks: []models.TaskMinutes{{Text: passages[4]}}},
	}
	for _, ending := range []string{"html", "docx", "odt", "pdf"} {
		t.Run(ending, func(t *testing.T) {
			file := rendered(t, All[slices.IndexFunc(All, func(f Format) bool { return f.Ending == ending })], e)
			switch ending {
			case "docx", "odt":
				file = unpacked(t, file)
			case "pdf":
				file = inflated(t, file)
			}
			var said []string
			for _, found := range tongues[ending].part("uk").FindAllSubmatch(file, -1) {
				said = append(said, string(found[1]))
			}
			if ending == "pdf" {
				if len(said) != len(passages) {
					t.Errorf("%d passages are Ukrainian, not %d", len(said), len(passages))
				}
				return
			}
			for _, passage := range passages {
				if !slices.Contains(said, passage) {
					t.Errorf("%q is not said to be Ukrainian: %q", passage, said)
				}
			}
		})
	}
}
