package formats

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/workshopfile"
)

// named is a version with names, ballots of many and of few, and a file inside its PDF.
func named() models.Edition {
	five, two, one := 5, 2, models.CastVote{Entry: 0, Value: 1}
	ballots := [][]models.CastVote{{one}, {one}, {one}, {one}, {one}}
	return models.Edition{Options: models.MinutesOptions{AttachFile: true}, Minutes: models.Minutes{
		Head: models.Head{Language: "cs", Date: "2025-11-19", Attendance: &models.Attendance{Present: []string{"Jana Přítomná"}}},
		Steps: []models.StepMinutes{
			{Method: models.MethodCollect, Heading: "A", Rounds: []models.RoundMinutes{{Dots: 1, PerIdea: 1, Ballots: ballots}},
				Ideas: []models.IdeaMinutes{{Text: "podnět", Author: "Eva Autorka", Votes: []*int{&five}}}},
			{Method: models.MethodCollect, Heading: "B", Rounds: []models.RoundMinutes{{Dots: 1, PerIdea: 1, Ballots: ballots[:2]}},
				Ideas: []models.IdeaMinutes{{Text: "jiný", Votes: []*int{&two}}}},
			{Method: models.MethodTasks, Heading: "C", Tasks: []models.TaskMinutes{{Text: "úkol", Task: models.Task{Owners: []string{"Petr Vlastník"}}}}},
		},
	}}
}

func pdfOf(t testing.TB, e models.Edition) []byte {
	t.Helper()
	return rendered(t, All[slices.IndexFunc(All, func(f Format) bool { return f.Ending == "pdf" })], e)
}

// TestTheFileInsideAPDFSaysWhatItsReadersAreTold: reader × option × what may name somebody.
func TestTheFileInsideAPDFSaysWhatItsReadersAreTold(t *testing.T) {
	few := named().Steps[1].Rounds[0].Ballots
	for _, row := range []struct {
		name          string
		change        func(*models.MinutesOptions)
		public        bool
		people, owner bool
		listed        int // ballots of the first round
	}{
		{name: "inside", people: true, owner: true},
		{name: "in public", public: true},
		{name: "in public with names", public: true, change: func(o *models.MinutesOptions) { o.Names = models.NamesEverywhere }, people: true},
		{name: "in public with owners", public: true, change: func(o *models.MinutesOptions) { o.Owners = models.NamesEverywhere }, owner: true},
		{name: "inside without names", change: func(o *models.MinutesOptions) { o.Names = models.NamesNowhere }, owner: true},
		{name: "in public with ballots", public: true, change: func(o *models.MinutesOptions) { o.BallotsListed = true }, listed: 5},
	} {
		e := named()
		if row.change != nil {
			row.change(&e.Options)
		}
		if e = e.Internal(); row.public {
			e = e.Public()
		}
		inside, err := workshopfile.Decode(pdfOf(t, e))
		if err != nil {
			t.Fatalf("%s: %v", row.name, err)
		}
		came := inside.Attendance != nil && len(inside.Attendance.Present) > 0
		if author := inside.Steps[0].Ideas[0].Author != ""; author != row.people || came != row.people {
			t.Errorf("%s: who came is told: %v, who wrote: %v", row.name, came, author)
		}
		if told := len(inside.Steps[2].Tasks[0].Owners) > 0; told != row.owner {
			t.Errorf("%s: who answers for a task is told: %v", row.name, told)
		}
		if got := len(inside.Steps[0].Rounds[0].Ballots); got != row.listed {
			t.Errorf("%s: %d ballots are listed", row.name, got)
		}
		if got := len(inside.Steps[1].Rounds[0].Ballots); got != 0 {
			t.Errorf("%s: %d ballots of %d are told one by one", row.name, got, len(few))
		}
	}
}

// TestTheFileIsInsideWhereItIsWanted and nowhere else.
func TestTheFileIsInsideWhereItIsWanted(t *testing.T) {
	e := modelEdition()
	if _, err := workshopfile.Decode(pdfOf(t, e)); models.CodeOf(err) != models.CodeMalformed || !strings.Contains(workshopfile.Explain(err, "cs"), "v tomto PDF žádný soubor jednání není") {
		t.Errorf("of a PDF without a file it says %v", err)
	}
	e.Options.AttachFile = true
	read, err := workshopfile.Decode(pdfOf(t, e))
	if err != nil {
		t.Fatal(err)
	}
	again, err := workshopfile.Encode(read)
	want, wrong := workshopfile.Encode(modelstest.ModelRecord())
	if err != nil || wrong != nil || !bytes.Equal(again, want) {
		t.Errorf("read out of the PDF the model record differs (%v %v)", err, wrong)
	}
}

// TestTheFileIsReadOutOfAPDFThatOthersHaveWrittenAnew: packed otherwise, unpacked, with
// something added at its end.
func TestTheFileIsReadOutOfAPDFThatOthersHaveWrittenAnew(t *testing.T) {
	e := modelEdition()
	e.Options.AttachFile = true
	folder := t.TempDir()
	ours := filepath.Join(folder, "ours.pdf")
	if err := os.WriteFile(ours, pdfOf(t, e), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, args := range map[string][]string{
		"linearized": {"--linearize"}, "packed anew": {"--object-streams=generate", "--recompress-flate", "--compression-level=9"},
		"for people to read": {"--qdf", "--stream-data=preserve"},
	} {
		theirs := filepath.Join(folder, "theirs.pdf")
		if out, err := exec.Command(tool(t, "qpdf", "qpdf"), append(args, ours, theirs)...).CombinedOutput(); err != nil {
			t.Fatalf("%v %s", err, out)
		}
		file, err := os.ReadFile(theirs)
		if err != nil {
			t.Fatal(err)
		}
		signed := append(bytes.Clone(file), "\n9999 0 obj\n<</Type/Sig>>\nendobj\n%%EOF\n"...)
		for _, file := range [][]byte{file, signed} {
			if m, err := workshopfile.Decode(file); err != nil || m.Group != e.Group {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}
