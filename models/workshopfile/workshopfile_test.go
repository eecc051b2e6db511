package workshopfile_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/workshopfile"

	"pgregory.net/rapid"
)

func TestEveryRecordComesBackTheSame_INV29(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyMinutes(t)
		data := encode(t, m)
		back := decode(t, data)
		if !reflect.DeepEqual(m, back) {
			t.Fatalf("came back as\n%+v\nwas\n%+v\nfile\n%s", back, m, data)
		}
		if again := encode(t, back); !bytes.Equal(data, again) {
			t.Fatalf("export, import, export gave\n%s\nwas\n%s", again, data)
		}
	})
}

// FuzzDecode: whatever bytes come, Decode does not panic, and what it accepts
// it can write and read again.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"format":"dilna.workshop/1","steps":[{"method":"collect","heading":"","rounds":[{"ballots":[[],[[0,1e0]]]}],"ideas":[{"text":"\ud83c\udf31","votes":[null]}]}]}`))
	f.Add([]byte(workshop(`"attendance":{"participants":14},"steps":[{"method":"fishbone","heading":"A","causes":[{"text":"a","causes":[{"text":"b"}]}]}]`)))
	f.Add(printedWith(workshop(`"steps":[]`)))
	for _, broken := range problemCases {
		if len(broken.file) < 1_000 { // long seeds make fuzzing crawl
			f.Add([]byte(broken.file))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := workshopfile.Decode(data)
		if err != nil {
			return
		}
		if back := decode(t, encode(t, m)); !reflect.DeepEqual(m, back) {
			t.Fatalf("came back as\n%+v\nwas\n%+v", back, m)
		}
	})
}

func TestTheModelRecordIsWrittenCanonically(t *testing.T) {
	want, err := os.ReadFile("../modelstest/testdata/model-record.json")
	if err != nil {
		t.Fatal(err)
	}
	if got := encode(t, modelstest.ModelRecord()); !bytes.Equal(got, want) {
		t.Errorf("Encode writes the fixture otherwise than it stands:\n%s", got)
	}
}

func TestTheReferenceFilesLoseNothing(t *testing.T) {
	for _, name := range []string{"zapis-socialni-sluzby-2.json", "ballots-toulouse-2019.json"} {
		t.Run(name, func(t *testing.T) {
			data := reference(t, name)
			m := decode(t, data)
			if got, want := anything(t, encode(t, m)), anything(t, data); !reflect.DeepEqual(got, want) {
				t.Errorf("decoded and encoded, the file says something else than before")
			}
		})
	}
}

func TestTheBallotsOfToulouseAddUpToItsTotals(t *testing.T) {
	step := decode(t, reference(t, "ballots-toulouse-2019.json")).Steps[0]
	totals := make([]int, len(step.Ideas))
	for _, ballot := range step.Rounds[0].Ballots {
		for _, dots := range ballot {
			totals[dots.Entry] += dots.Value
		}
	}
	for i, idea := range step.Ideas {
		if totals[i] != *idea.Votes[0] {
			t.Errorf("%s: the ballots give %d, the file %d", idea.Text, totals[i], *idea.Votes[0])
		}
	}
	if len(step.Rounds[0].Ballots) != 1494 {
		t.Errorf("%d ballots, the file has 1494", len(step.Rounds[0].Ballots))
	}
}

func TestOurSchemaIsTheContract(t *testing.T) {
	if !bytes.Equal(workshopfile.Schemas[workshopfile.Version1], reference(t, "schema.json")) {
		t.Error("schemas/1.json differs from the contract")
	}
}

func TestWhatTheFormatAllowsIsAccepted(t *testing.T) {
	for name, file := range map[string]string{
		"no step yet":                  `{"format":"dilna.workshop/1","steps":[]}`,
		"a byte order mark first":      "\ufeff" + `{"format":"dilna.workshop/1","steps":[]}`,
		"members in another order":     `{"steps":[{"heading":"A","method":"text"}],"format":"dilna.workshop/1"}`,
		"a whole number written 3.0":   withIdeas(`{"dots":3.0}`, `{"text":"a","votes":[1e0]}`),
		"totals no ballot explains":    withIdeas(`{"dots":1,"voters":1}`, `{"text":"a","votes":[99]}`),
		"an emoji written as escapes":  withIdeas(`{}`, `{"text":"\ud83c\udf31"}`),
		"a backslash before surrogate": withIdeas(`{}`, `{"text":"\\ud83c \ufffd"}`),
		"an idea of no counted round":  withIdeas(`{},{}`, `{"text":"a","votes":[]}`),
		"a ballot on a nested idea":    withIdeas(`{"ballots":[[[1,1]]]}`, `{"text":"a","ideas":[{"text":"b"}]}`),
		"false said aloud":             withIdeas(`{}`, `{"text":"a","marked":false}`),
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := workshopfile.Decode([]byte(file)); err != nil {
				t.Error(workshopfile.Explain(err, "en"))
			}
		})
	}
}

func TestBallotsCountTheIdeasOfTopicsToo(t *testing.T) {
	file := `{"format":"dilna.workshop/1","steps":[{"method":"collect","heading":"A",
		"rounds":[{"ballots":[[[4,1]]]}],
		"topics":[{"heading":"T","ideas":[{"text":"0","ideas":[{"text":"1"}]}],"topics":[{"heading":"U","ideas":[{"text":"2"}]}]}],
		"ideas":[{"text":"3"},{"text":"4"}]}]}`
	if _, err := workshopfile.Decode([]byte(file)); err != nil {
		t.Error(workshopfile.Explain(err, "en"))
	}
	_, err := workshopfile.Decode([]byte(strings.Replace(file, "[4,1]", "[5,1]", 1)))
	if got, want := workshopfile.Explain(err, "en"), "points at idea 5, but the step has 5 ideas"; !strings.Contains(got, want) {
		t.Errorf("told %q, want %q", got, want)
	}
}

func TestEncodeRefusesWhatWouldNotComeBack(t *testing.T) {
	collect := func(idea models.IdeaMinutes) models.Minutes {
		step := models.StepMinutes{Method: models.MethodCollect, Ideas: []models.IdeaMinutes{idea}}
		return models.Minutes{Steps: []models.StepMinutes{step}}
	}
	for name, m := range map[string]models.Minutes{
		"a text that is not UTF-8": collect(models.IdeaMinutes{Text: "\xff"}),
		"an idea without text":     collect(models.IdeaMinutes{}),
		"a step without method":    {Steps: []models.StepMinutes{{Heading: "A"}}},
		"a date of no calendar":    {Head: models.Head{Date: "2025-02-30"}},
	} {
		t.Run(name, func(t *testing.T) {
			if data, err := workshopfile.Encode(m); err == nil {
				t.Errorf("wrote\n%s", data)
			}
		})
	}
}

func TestEncodeLeavesTheMinutesAlone(t *testing.T) {
	m := modelstest.ModelRecord()
	m.Steps[3].Rounds[0].Ballots = [][]models.CastVote{nil}
	encode(t, m)
	if m.Steps[3].Rounds[0].Ballots[0] != nil {
		t.Error("an empty ballot of the caller was changed")
	}
}

func encode(t rapid.TB, m models.Minutes) []byte {
	t.Helper()
	data, err := workshopfile.Encode(m)
	if err != nil {
		t.Fatalf("Encode: %v", err)
	}
	return data
}

func decode(t rapid.TB, data []byte) models.Minutes {
	t.Helper()
	m, err := workshopfile.Decode(data)
	if err != nil {
		t.Fatalf("Decode:\n%s", workshopfile.Explain(err, "en"))
	}
	return m
}

// anything is data as plain JSON values, to compare what two files say.
func anything(t *testing.T, data []byte) any {
	t.Helper()
	var value any
	if err := json.Unmarshal(data, &value); err != nil {
		t.Fatal(err)
	}
	return value
}

// reference reads a reference file, kept beside the repository, not in it.
func reference(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../../../shared/workshop-file", name))
	if os.IsNotExist(err) {
		t.Skipf("NOT TESTED: the reference file %s is not here (looked in ../shared beside the repository)", name)
	}
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// withIdeas is a file of one step with these rounds and ideas.
func withIdeas(rounds, ideas string) string {
	return `{"format":"dilna.workshop/1","steps":[{"method":"collect","heading":"A","rounds":[` + rounds + `],"ideas":[` + ideas + `]}]}`
}

// withReceipts is a file of a round with one ballot, and more, and their receipts.
func withReceipts(receipts string, more ...string) string {
	ballots := strings.Join(append([]string{`[[0,1]]`}, more...), ",")
	return strings.Replace(withIdeas(`{"ballots":[`+ballots+`],"receipts":`+receipts+`}`, `{"text":"a"}`), "workshop/1", "workshop/2", 1)
}

// TestWhatTheFormatCannotSayIsNotWritten: how many ballots were on paper is
// known to the store and the minutes, the format is older than that.
func TestWhatTheFormatCannotSayIsNotWritten(t *testing.T) {
	m := models.Minutes{Steps: []models.StepMinutes{{
		Method: models.MethodCollect, Heading: "A", Rounds: []models.RoundMinutes{{Dots: 1, Voters: new(3), Paper: 2}},
	}}}
	data, err := workshopfile.Encode(m)
	if err != nil || strings.Contains(string(data), "paper") {
		t.Errorf("%v\n%s", err, data)
	}
	if m.Steps[0].Rounds[0].Paper != 2 {
		t.Error("writing the file changed the minutes")
	}
}

func TestTextsOfAFileAreTidiedAsAtEveryDoor(t *testing.T) {
	m, err := workshopfile.Decode([]byte(`{"format":"dilna.workshop/1","group":"\u200b","place":"sál\u000b1","steps":[
		{"method":"collect","heading":"A\u2028B","text":"\u2029","ideas":[{"text":"prvn\u00ed\u000bdruh\u00fd\u202e \u0000t\u0159et\u00ed\u0085"}]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	step := m.Steps[0]
	if m.Group != "" || m.Place != "sál\n1" || step.Heading != "A\nB" || step.Text != "" || step.Ideas[0].Text != "první\ndruhý   třetí" {
		t.Errorf("read %q, %q, %q, %q, %q", m.Group, m.Place, step.Heading, step.Text, step.Ideas[0].Text)
	}
}

func TestWhatAnOlderVersionStoredIsWrittenAsItStands(t *testing.T) {
	m := models.Minutes{Steps: []models.StepMinutes{{Method: models.MethodCollect, Heading: " A\v", Ideas: []models.IdeaMinutes{{Text: "a\x00b"}}}}}
	data, err := workshopfile.Encode(m)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), `"heading": " A\u000b"`) {
		t.Errorf("written as %s", data)
	}
}
