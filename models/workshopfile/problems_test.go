package workshopfile_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/workshopfile"
)

// problemCases are files with one thing wrong each; told is the field and the
// beginning of what is said of it.
var problemCases = []struct {
	name   string
	file   string
	kind   models.Kind
	field  string
	reason models.Reason
	told   string
}{
	{"an empty file", " \n", models.KindMalformed, "", models.ReasonFormat, "the file is empty"},
	{"a file without end", strings.Repeat(" ", workshopfile.MaxSize+1), models.KindTooLarge, "", models.ReasonTooLong, "the file is larger than 16 MB"},
	{"not UTF-8", "{\n\xe8}", models.KindMalformed, "", models.ReasonFormat, "(line 2): the file is not in UTF-8"},
	{"not JSON", "{\n\"format\": dilna}", models.KindMalformed, "", models.ReasonFormat, "(line 2): here the text stops"},
	{"copied only half", `{"format":"dilna.workshop/1",`, models.KindMalformed, "", models.ReasonFormat, "(line 1): the file ends too early"},
	{"two files in one", workshop(`"steps":[]`) + "\n{}", models.KindMalformed, "", models.ReasonFormat, "(line 2): there is more text"},
	{"a list", `[]`, models.KindMalformed, "", models.ReasonFormat, "this is not a workshop file"},
	{"some other JSON", `{"steps":[]}`, models.KindMalformed, "", models.ReasonFormat, "this is not a workshop file"},
	{"a later format", `{"format":"dilna.workshop/9"}`, models.KindMalformed, "", models.ReasonFormat, "the format of the file is dilna.workshop/9"},
	{"a member of a later version", withIdeas(`{}`, `{"text":"a","voted":[{"text":"b","rounds":[0]}]}`), models.KindInvalid, "steps[0].ideas[0].voted", models.ReasonUnknown, "steps[0].ideas[0].voted (line 1): the format knows no such member here"},
	{"a format that is no text", `{"format":[1]}`, models.KindMalformed, "", models.ReasonFormat, "the format of the file is [1]"},
	{"brackets without end", strings.Repeat("[", 5_000) + strings.Repeat("]", 5_000), models.KindMalformed, "", models.ReasonFormat, "(line 1): brackets are nested"},
	{"brackets without end, deeper than JSON is read", strings.Repeat("[", 100_000), models.KindMalformed, "", models.ReasonFormat, "(line 1): here the text stops"},
	{"a million values", `{"steps":[` + strings.Repeat("0,", 1_000_000) + `0]}`, models.KindMalformed, "", models.ReasonFormat, "(line 1): the file holds more"},

	{"feedback in a file of the first version", workshop(`"steps":[],"feedback":{"answered":0}`), models.KindInvalid, "feedback", models.ReasonUnknown, "feedback (line 1): the format knows no such member here"},
	{"more answers than people", version2(workshop(`"steps":[],"feedback":{"answered":1,"questions":[{"text":"a","kind":"text","texts":["b","c"]}]}`)), models.KindInvalid, "feedback.questions[0]", models.ReasonRange, "feedback.questions[0] (line 1): the question has more answers"},
	{"four scores of five", version2(workshop(`"steps":[],"feedback":{"answered":1,"questions":[{"text":"a","kind":"scale","scores":[0,0,0,1]}]}`)), models.KindInvalid, "feedback.questions[0].scores", models.ReasonFormat, "feedback.questions[0].scores (line 1): must be five numbers"},
	{"texts on a scale", version2(workshop(`"steps":[],"feedback":{"answered":1,"questions":[{"text":"a","kind":"scale","texts":["b"]}]}`)), models.KindInvalid, "feedback.questions[0].texts", models.ReasonFormat, "feedback.questions[0].texts (line 1): texts belong"},
	{"eleven questions", version2(workshop(`"steps":[],"feedback":{"answered":0,"questions":[` + strings.Repeat(`{"text":"a","kind":"text"},`, 10) + `{"text":"a","kind":"text"}]}`)), models.KindInvalid, "feedback.questions", models.ReasonRange, "feedback.questions (line 1): feedback has at most 10 questions"},

	{"no steps", `{"format":"dilna.workshop/1"}`, models.KindInvalid, "steps", models.ReasonEmpty, "steps (line 1): is missing"},
	{"a member said twice", workshop(`"title":"a","title":"b","steps":[]`), models.KindInvalid, "title", models.ReasonDuplicate, "title (line 1): is said twice"},
	{"an unknown member", workshop(`"steps":[],` + "\n" + `"Title":"a"`), models.KindInvalid, "Title", models.ReasonUnknown, "Title (line 2): the format knows no such"},
	{"an unknown member of odd name", workshop(`"steps":[],"a\"b":1`), models.KindInvalid, `["a\"b"]`, models.ReasonUnknown, `["a\"b"] (line 1): the format`},
	{"a member in other letters", workshop(`"steps":[{"method":"collect","heading":"A","ideAs":[{"text":"a","votes":[1]}]}]`), models.KindInvalid, "steps[0].ideAs", models.ReasonUnknown, "steps[0].ideAs (line 1): the format"},
	{"steps said twice", workshop(`"steps":[{"method":"collect","heading":"A","ideas":[{"text":"a","votes":[1]}]}],"steps":[{"method":"text","heading":"B"}]`), models.KindInvalid, "steps", models.ReasonDuplicate, "steps (line 1): is said twice"},
	{"null for a text", workshop(`"title":null,"steps":[]`), models.KindInvalid, "title", models.ReasonFormat, "title (line 1): must be a text in quotes, not null"},
	{"a number for a text", workshop(`"title":5,"steps":[]`), models.KindInvalid, "title", models.ReasonFormat, "title (line 1): must be a text in quotes, not a number;"},
	{"steps that are no list", workshop(`"steps":{"a":5}`), models.KindInvalid, "steps", models.ReasonFormat, "steps (line 1): must be a list in square brackets, not an entry in braces"},
	{"half a vote", withIdeas(`{}`, `{"text":"a","votes":[0.5]}`), models.KindInvalid, "steps[0].ideas[0].votes[0]", models.ReasonFormat, "steps[0].ideas[0].votes[0] (line 1): must be null or a whole number, not a number with decimals"},
	{"a number too large for any count", withIdeas(`{"dots":1e999999999}`, ``), models.KindInvalid, "steps[0].rounds[0].dots", models.ReasonRange, "steps[0].rounds[0].dots (line 1): the number is outside"},
	{"a meeting numbered 0", workshop(`"number":0,"steps":[]`), models.KindInvalid, "number", models.ReasonRange, "number (line 1): the least number allowed is 1"},
	{"a day of no calendar", workshop(`"date":"2025-02-29","steps":[]`), models.KindInvalid, "date", models.ReasonFormat, "date (line 1): must be a real date"},
	{"an hour of no clock", workshop(`"start":"24:00","steps":[]`), models.KindInvalid, "start", models.ReasonFormat, "start (line 1): must be a time from 00:00 to 23:59"},
	{"an hour in words", workshop(`"end":"po obědě","steps":[]`), models.KindInvalid, "end", models.ReasonFormat, "end (line 1): must be a time"},
	{"an hour without its nought", workshop(`"end":"9:30","steps":[]`), models.KindInvalid, "end", models.ReasonFormat, "end (line 1): must be a time"},
	{"an unknown method", workshop(`"steps":[{"method":"poll","heading":"A"}]`), models.KindInvalid, "steps[0].method", models.ReasonChoice, "steps[0].method (line 1): this value is not allowed; choose one of: collect, fishbone, text, decisions, tasks"},
	{"an empty idea", withIdeas(``, `{"text":""}`), models.KindInvalid, "steps[0].ideas[0].text", models.ReasonEmpty, "steps[0].ideas[0].text (line 1): the text is empty"},
	{"a wording voted on in no round", version2(withIdeas(`{}`, `{"text":"a","voted":[{"text":"b","rounds":[]}]}`)), models.KindInvalid, "steps[0].ideas[0].voted[0].rounds", models.ReasonEmpty, "steps[0].ideas[0].voted[0].rounds (line 1): the round"},
	{"a wording voted on in a round that is not there", version2(withIdeas(`{}`, `{"text":"a","voted":[{"text":"b","rounds":[1]}]}`)), models.KindInvalid, "steps[0].ideas[0].voted[0].rounds[0]", models.ReasonUnknown, "steps[0].ideas[0].voted[0].rounds[0] (line 1): the step has no round 1: it has 1 round"},
	{"a wording voted on said twice", version2(withIdeas(`{}`, `{"text":"a","voted":[{"rounds":[0]},{"rounds":[0]}]}`)), models.KindInvalid, "steps[0].ideas[0].voted[1]", models.ReasonDuplicate, "steps[0].ideas[0].voted[1] (line 1): this wording is there already"},
	{"an idea in which nothing shows", withIdeas(``, `{"text":"\u200b\u3164\u0301"}`), models.KindInvalid, "steps[0].ideas[0].text", models.ReasonEmpty, "steps[0].ideas[0].text (line 1): the text is empty"},
	{"a cause in which nothing shows", workshop(`"steps":[{"method":"fishbone","heading":"A","causes":[{"text":"\u2800"}]}]`), models.KindInvalid, "steps[0].causes[0].text", models.ReasonEmpty, "steps[0].causes[0].text (line 1): the text is empty"},
	{"a heading in which nothing shows", workshop(`"steps":[{"method":"text","heading":"\ud83c\udff4"},{"method":"text","heading":"\udb40\udc41"}]`), models.KindInvalid, "steps[1].heading", models.ReasonEmpty, "steps[1].heading (line 1): the text is empty"},
	{"a name in which nothing shows", workshop(`"facilitators":["Petra","\u2060"],"steps":[]`), models.KindInvalid, "facilitators[1]", models.ReasonEmpty, "facilitators[1] (line 1): the text is empty"},
	{"a task in which nothing shows", workshop(`"steps":[{"method":"tasks","heading":"A","tasks":[{"text":"\u200b"}]}]`), models.KindInvalid, "steps[0].tasks[0].text", models.ReasonEmpty, "steps[0].tasks[0].text (line 1): the text is empty"},
	{"an idea too long", withIdeas(``, `{"text":"`+strings.Repeat("ž", 2_001)+`"}`), models.KindInvalid, "steps[0].ideas[0].text", models.ReasonTooLong, "steps[0].ideas[0].text (line 1): the text has 2001 characters, at most 2000"},
	{"half a character", withIdeas(``, `{"text":"a\ud83c\u0041"}`), models.KindInvalid, "steps[0].ideas[0].text", models.ReasonEncoding, "steps[0].ideas[0].text (line 1): the text holds half a character"},
	{"a ballot on no idea", withIdeas(`{"ballots":[[[0,1],[1,2]]]}`, `{"text":"a"}`), models.KindInvalid, "steps[0].rounds[0].ballots[0][1]", models.ReasonUnknown, "steps[0].rounds[0].ballots[0][1] (line 1): the ballot points at idea 1, but the step has 1 idea"},
	{"a ballot below the first idea", withIdeas(`{"ballots":[[[-1,1]]]}`, `{"text":"a"},{"text":"b"}`), models.KindInvalid, "steps[0].rounds[0].ballots[0][0]", models.ReasonUnknown, "steps[0].rounds[0].ballots[0][0] (line 1): the ballot points at idea -1, but the step has 2 ideas"},
	{"a ballot where there are no ideas", withIdeas(`{"ballots":[[[0,1]]]}`, ``), models.KindInvalid, "steps[0].rounds[0].ballots[0][0]", models.ReasonUnknown, "steps[0].rounds[0].ballots[0][0] (line 1): the ballot points at an idea, but the step has none"},
	{"a ballot without points", withIdeas(`{"ballots":[[[0]]]}`, `{"text":"a"}`), models.KindInvalid, "steps[0].rounds[0].ballots[0][0]", models.ReasonFormat, "steps[0].rounds[0].ballots[0][0] (line 1): must be a pair"},
	{"a receipt that is none", withReceipts(`["12"]`), models.KindInvalid, "steps[0].rounds[0].receipts[0]", models.ReasonFormat, "steps[0].rounds[0].receipts[0] (line 1): the receipt of a ballot has 12 digits"},
	{"more receipts than ballots", withReceipts(`["123456789012","123456789013"]`), models.KindInvalid, "steps[0].rounds[0].receipts", models.ReasonRange, "steps[0].rounds[0].receipts (line 1): the round has 1 ballot and 2 receipts"},
	{"two ballots with one receipt", withReceipts(`["123456789012","123456789012"]`, `[[0,1]]`), models.KindInvalid, "steps[0].rounds[0].receipts[1]", models.ReasonDuplicate, "steps[0].rounds[0].receipts[1] (line 1): two ballots have the same receipt"},
	{"a result by the parts of no division", version2(withIdeas(`{"by_part":0}`, `{"text":"a"}`)), models.KindInvalid, "steps[0].rounds[0].by_part", models.ReasonUnknown, "steps[0].rounds[0].by_part (line 1): the result is told by a division that is not"},
	{"results of parts, and not of which division", withPartResults(``, `{"part":0,"voters":5}`), models.KindInvalid, "steps[0].rounds[0].by_part", models.ReasonEmpty, "steps[0].rounds[0].by_part (line 1): it is missing by which division"},
	{"the result of a part of four", withPartResults(`"by_part":0,`, `{"part":0,"voters":4}`), models.KindInvalid, "steps[0].rounds[0].part_results[0].voters", models.ReasonRange, "steps[0].rounds[0].part_results[0].voters (line 1): the least number allowed is 5"},
	{"the result of a part that is not there", withPartResults(`"by_part":0,`, `{"part":1,"voters":5}`), models.KindInvalid, "steps[0].rounds[0].part_results[0].part", models.ReasonUnknown, "steps[0].rounds[0].part_results[0].part (line 1): the result is of a part"},
	{"the result of a part said twice", withPartResults(`"by_part":0,`, `{"part":0,"voters":5},{"part":0,"voters":5}`), models.KindInvalid, "steps[0].rounds[0].part_results[1]", models.ReasonDuplicate, "steps[0].rounds[0].part_results[1] (line 1): the result of this part"},
	{"a part's result of no idea", withPartResults(`"by_part":0,`, `{"part":0,"voters":5,"results":[{"entry":1}]}`), models.KindInvalid, "steps[0].rounds[0].part_results[0].results[0]", models.ReasonUnknown, "steps[0].rounds[0].part_results[0].results[0] (line 1): the ballot points at idea 1"},
	{"a part's result of one idea twice", withPartResults(`"by_part":0,`, `{"part":0,"voters":5,"results":[{"entry":0},{"entry":0}]}`), models.KindInvalid, "steps[0].rounds[0].part_results[0].results[1]", models.ReasonDuplicate, "steps[0].rounds[0].part_results[0].results[1] (line 1): this result has a line"},
	{"a ballot with too much", withIdeas(`{"ballots":[[[0,1,2]]]}`, `{"text":"a"}`), models.KindInvalid, "steps[0].rounds[0].ballots[0][0]", models.ReasonFormat, "steps[0].rounds[0].ballots[0][0] (line 1): must be a pair"},
	{"totals of more rounds than there are", withIdeas(`{}`, `{"text":"a","ideas":[{"text":"b","votes":[1,null]}]}`), models.KindInvalid, "steps[0].ideas[0].ideas[0].votes", models.ReasonRange, "steps[0].ideas[0].ideas[0].votes (line 1): the idea has 2 totals, but the step has 1 round"},
}

func TestEveryProblemIsToldWithItsPlace(t *testing.T) {
	for _, tc := range problemCases {
		t.Run(tc.name, func(t *testing.T) {
			_, err := workshopfile.Decode([]byte(tc.file))
			refusal, ok := errors.AsType[*models.Error](err)
			if !ok {
				t.Fatalf("refused with %v", err)
			}
			if refusal.Kind != tc.kind || len(refusal.Fields) != 1 {
				t.Fatalf("kind %d with %d fields, want kind %d with 1:\n%s", refusal.Kind, len(refusal.Fields), tc.kind, workshopfile.Explain(err, "en"))
			}
			field := refusal.Fields[0]
			if field.Name != tc.field || field.Reason != tc.reason || field.Detail == "" {
				t.Errorf("field %+v, want %s: %s", field, tc.field, tc.reason)
			}
			if got := workshopfile.Explain(err, "en"); !strings.HasPrefix(got, tc.told) {
				t.Errorf("told %q, want %q", got, tc.told)
			}
		})
	}
}

// One file with many things wrong: read the golden files as the person who has
// to mend it.
func TestAllProblemsAreToldAtOnceInBothLanguages(t *testing.T) {
	file, err := os.ReadFile("testdata/broken.json")
	if err != nil {
		t.Fatal(err)
	}
	_, refusal := workshopfile.Decode(file)
	for _, lang := range []string{"cs", "en"} {
		modelstest.Golden(t, "testdata/broken."+lang+".txt", workshopfile.Explain(refusal, lang)+"\n")
	}
}

func TestAHundredProblemsAreToldAndThatThereAreMore(t *testing.T) {
	file := workshop(`"steps":[` + strings.Repeat("{},", 74) + `{}]`) // each without method and heading
	_, err := workshopfile.Decode([]byte(file))
	lines := strings.Split(workshopfile.Explain(err, "cs"), "\n")
	if got, want := len(lines), 101; got != want {
		t.Fatalf("%d lines, want %d", got, want)
	}
	if got, want := lines[100], "a další chyby; opravte nejdřív tyto a zkuste to znovu"; got != want {
		t.Errorf("the last line is %q, want %q", got, want)
	}
}

func TestExplainSaysAnyOtherErrorAsItIs(t *testing.T) {
	if got := workshopfile.Explain(fmt.Errorf("open zapis.json: no such file"), "cs"); got != "open zapis.json: no such file" {
		t.Errorf("says %q", got)
	}
}

// A keyword that Decode has no sentence for would be told in the words of the
// validator.
func TestEveryKeywordOfTheSchemaHasItsSentence(t *testing.T) {
	known := []string{
		"$schema", "$id", "$defs", "$ref", "title", "description", "default", "properties", "items", "prefixItems",
		"type", "required", "additionalProperties", "const", "enum", "format", "pattern",
		"minimum", "minLength", "maxLength", "minItems", "maxItems",
	}
	var check func(schema map[string]any)
	check = func(schema map[string]any) {
		for keyword, value := range schema {
			if !slices.Contains(known, keyword) {
				t.Errorf("the schema has %q, of which Decode can say nothing", keyword)
			}
			switch value := value.(type) {
			case []any:
				for _, under := range value {
					if keyword == "prefixItems" {
						check(under.(map[string]any))
					}
				}
			case map[string]any:
				if keyword == "items" || keyword == "additionalProperties" {
					check(value)
					continue
				}
				for _, under := range value {
					check(under.(map[string]any))
				}
			}
		}
	}
	for _, version := range workshopfile.Schemas {
		var schema map[string]any
		if err := json.Unmarshal(version, &schema); err != nil {
			t.Fatal(err)
		}
		check(schema)
	}
}

// version2 is the file, said to be of the second version.
func version2(file string) string {
	return strings.Replace(file, workshopfile.Version1, workshopfile.Version2, 1)
}

func workshop(members string) string { return `{"format":"dilna.workshop/1",` + members + `}` }

// Told one by one, the errors of a file of two megabytes once took seven
// gigabytes: the laptop in the room would have died of an import.
func TestAFileBrokenOnPurposeCostsLittle_TM14(t *testing.T) {
	file := []byte(workshop(`"steps":[{"method":"fishbone","heading":"","causes":[` +
		strings.Repeat(`{"text":"a","causes":[`, 490) + strings.Repeat("0,", 490_000) + "0" + strings.Repeat("]}", 490) + `]}]`))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := workshopfile.Decode(file)
	if lines := strings.Count(workshopfile.Explain(err, "en"), "\n"); lines != 100 {
		t.Errorf("%d problems were told of a file of zeros for causes", lines)
	}
	runtime.ReadMemStats(&after)
	if megabytes := (after.TotalAlloc - before.TotalAlloc) >> 20; megabytes > 500 {
		t.Errorf("refusing %d KB took %d MB", len(file)>>10, megabytes)
	}
}

// withPartResults is a file with a table and a round told by its parts.
func withPartResults(by, results string) string {
	return version2(workshop(`"divisions":[{"heading":"Kde sedíte","parts":[{"heading":"Stůl 1"}]}],"steps":[{"method":"collect","heading":"A","rounds":[{` +
		by + `"part_results":[` + results + `]}],"ideas":[{"text":"a"}]}]`))
}
