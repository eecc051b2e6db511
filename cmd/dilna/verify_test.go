package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dilna/exports/formats"
	"dilna/models"
	"dilna/models/workshopfile"
)

func TestRoundsOfAFileAreCountedAgain(t *testing.T) {
	t.Parallel()
	const file = "../../models/modelstest/testdata/rules.json"
	if r := dilna(t, "verify", file); r.code != 0 || !strings.Contains(r.out, "Rounds counted again: 9, without ballots: 0, differences: 0.") {
		t.Errorf("%d: %s%s", r.code, r.out, r.err)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	changed := filepath.Join(t.TempDir(), "changed.json")
	if err := os.WriteFile(changed, []byte(strings.Replace(string(data), `"passed": false`, `"passed": true`, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	if r := dilna(t, "verify", changed); r.code != 1 || !strings.Contains(r.out, "passed is true in the file, false by the ballots") {
		t.Errorf("of a result that was changed it says %d: %s%s", r.code, r.out, r.err)
	}
}

// TestEveryLieOfAFileIsSaidINV27: what somebody may have changed in a file, and what
// verify says of it.
func TestEveryLieOfAFileIsSaidINV27(t *testing.T) {
	t.Parallel()
	const honest = `{"format":"dilna.workshop/2","steps":[{"method":"collect","heading":"A","rounds":[
		{"dots":3,"per_idea":2,"voters":5,"ballots":[[[0,2],[1,1]],[[0,1]],[[0,1]],[[1,2]],[[1,1]]],"receipts":["000000000001","000000000002","000000000003","000000000004","000000000005"]}],
		"ideas":[{"text":"stan","votes":[4]},{"text":"kolo","votes":[4]}]}]}`
	for _, c := range []struct {
		lie, old, new, says string
		code                int
	}{
		{"nothing", "", "", "Rounds counted again: 1, without ballots: 0, differences: 0.", 0},
		{"a total", `"stan","votes":[4]`, `"stan","votes":[9]`, "steps[0].rounds[0] stan: the total is 9 in the file, 4 by the ballots.", 1},
		{"a vote of a ballot", `[[0,1]],[[0,1]]`, `[[0,1]],[[0,2]]`, "stan: the total is 4 in the file, 5 by the ballots.", 1},
		{"how many voted", `"voters":5`, `"voters":7`, "the number of voters is 7 in the file, 5 by the ballots.", 1},
		{"no lot", `"voters":5`, `"voters":5,"draws":[{"place":1,"order":[1,0],"date":"2026-11-28","time":"18:30"}]`, "Lots: 1, of them among all that share a place: 1.", 0},
		{"a lot on a place that nobody shares", `"voters":5`, `"voters":5,"draws":[{"place":2,"order":[0,1],"date":"2026-11-28","time":"18:30"}]`, "steps[0].rounds[0]: the lot on place 2 was not among all that share it.", 1},
		{"a lot among the same twice", `"voters":5`, `"voters":5,"draws":[{"place":1,"order":[0,0],"date":"2026-11-28","time":"18:30"}]`, "the lot names the same thing twice", 1},
		{"a lot of one", `"voters":5`, `"voters":5,"draws":[{"place":1,"order":[0],"date":"2026-11-28","time":"18:30"}]`, "a lot is drawn among at least two", 1},
		{"a ballot less", `,[[1,1]]],`, `],`, "the round has 4 ballots and 5 receipts", 1},
		{"a ballot that gives four", `[[0,2],[1,1]]`, `[[0,2],[1,2]]`, "steps[0].rounds[0]: ballot 1 gives more than one person has.", 1},
		{"three dots on one", `[[1,2]]`, `[[1,3]]`, "ballot 4 says what the rule does not have.", 1},
		{"an idea twice", `[[0,2],[1,1]]`, `[[0,2],[0,1]]`, "ballot 1 names the same thing twice.", 1},
		{"a minus dot", `[[1,2]]`, `[[1,-2]]`, "ballot 4 says what the rule does not have.", 1},
		{"another rule", `"dots":3,"per_idea":2`, `"dots":1`, "ballot 1 says what the rule does not have.", 1},
		{"one receipt for two", `"000000000002"`, `"000000000001"`, "two ballots have the same receipt", 1},
		{"a receipt that is none", `"000000000002"`, `"2"`, "the receipt of a ballot has 12 digits", 1},
		{"an idea left out", `,{"text":"kolo","votes":[4]}`, ``, "the ballot points at idea 1, but the step has 1 idea", 1},
		{"no ballots", `"ballots":[[[0,2],[1,1]],[[0,1]],[[0,1]],[[1,2]],[[1,1]]],"receipts":["000000000001","000000000002","000000000003","000000000004","000000000005"]`, `"label":"x"`, "the file has no ballots; it cannot be counted again.", 0},
		{"counted on paper", `"ballots":[[[0,2],[1,1]],[[0,1]],[[0,1]],[[1,2]],[[1,1]]],"receipts":["000000000001","000000000002","000000000003","000000000004","000000000005"]`, `"entry":"typed"`, "only totals were typed in; it cannot be counted again.", 0},
		{"half of the file", `"ideas"`, "\x00", "changed.json", 1},
	} {
		changed := filepath.Join(t.TempDir(), "changed.json")
		if err := os.WriteFile(changed, []byte(strings.Replace(honest, c.old, c.new, 1)), 0o600); err != nil {
			t.Fatal(err)
		}
		if r := dilna(t, "verify", changed); (r.code != 0) != (c.code != 0) || !strings.Contains(r.out+r.err, c.says) {
			t.Errorf("of %s it says %d: %s%s", c.lie, r.code, r.out, r.err)
		}
	}
}

// TestPublishedMinutesAsPDFAreCountedAgainAndReadIn: with the ballots listed, by the file that
// stands inside; a PDF that says otherwise than its ballots is found out.
func TestPublishedMinutesAsPDFAreCountedAgainAndReadIn(t *testing.T) {
	t.Parallel()
	minutes, err := workshopfile.Decode(read(t, "../../models/modelstest/testdata/rules.json"))
	ok(t, err)
	printed := func(minutes models.Minutes) string {
		var pdf bytes.Buffer
		e := models.Edition{Minutes: minutes, Options: models.MinutesOptions{AttachFile: true, BallotsListed: true}}.Public()
		ok(t, formats.All[0].Render(t.Context(), e, &pdf))
		path := filepath.Join(t.TempDir(), "minutes.pdf")
		ok(t, os.WriteFile(path, pdf.Bytes(), 0o600))
		return path
	}
	honest, dir := printed(minutes), t.TempDir()
	if r := dilna(t, "verify", honest); r.code != 0 || !strings.Contains(r.out, "without ballots: 0, differences: 0.") {
		t.Errorf("%d: %s%s", r.code, r.out, r.err)
	}
	id := dilna(t, "import", honest, "--data", dir).lastLine()
	if r := dilna(t, "export", id, "--data", dir, "--format", "md"); !strings.Contains(r.out, minutes.Steps[0].Heading) {
		t.Errorf("read in it is %d: %s%s", r.code, r.out, r.err)
	}
	more := *minutes.Steps[0].Rounds[0].Voters + 1
	minutes.Steps[0].Rounds[0].Voters = &more
	if r := dilna(t, "verify", printed(minutes)); r.code != 1 || !strings.Contains(r.out, "the number of voters is") {
		t.Errorf("of a lie it says %d: %s%s", r.code, r.out, r.err)
	}
}

// TestWhatCannotBeOfPartsIsSaid: of thirteen who voted, six sat at one table and seven
// at the other.
func TestWhatCannotBeOfPartsIsSaid(t *testing.T) {
	t.Parallel()
	const honest = `{"format":"dilna.workshop/2","divisions":[{"heading":"Kde sedíte","parts":[{"heading":"1"},{"heading":"2"}]}],
		"steps":[{"method":"collect","heading":"A","rounds":[{"dots":1,"per_idea":1,"voters":13,"by_part":0,"part_results":[
			{"part":0,"voters":6,"results":[{"entry":0,"points":4},{"entry":1,"points":2}]},
			{"part":1,"voters":7,"results":[{"entry":0,"points":3},{"entry":1,"points":4}]}]}],
		"ideas":[{"text":"stan","votes":[7]},{"text":"kolo","votes":[6]}]}]}`
	for _, c := range []struct {
		lie, old, new, says string
		code                int
	}{
		{"nothing", "", "", "Results of parts: 2;", 0},
		{"a part that gave more", `"points":4},{"entry":1,"points":2}`, `"points":5},{"entry":1,"points":2}`, "steps[0].rounds[0] stan: besides the parts that are told -1 is left over (the total).", 1},
		{"a part that gave less", `"points":2`, `"points":1`, "kolo: besides the parts that are told 1 is left over (the total).", 1},
		{"one too many", `"voters":13`, `"voters":14`, "besides the parts that are told 1 ballots are left over", 1},
		{"five left over", `"voters":13`, `"voters":18`, "Results of parts: 2;", 0},
		{"one not counted", `"voters":13`, `"voters":14,"partial":1`, "Results of parts: 2;", 0},
		{"more than voted", `"voters":13`, `"voters":12`, "besides the parts that are told -1 ballots are left over", 1},
		{"four", `"voters":6`, `"voters":4`, "the least number allowed is 5", 1},
	} {
		file := filepath.Join(t.TempDir(), "changed.json")
		if err := os.WriteFile(file, []byte(strings.Replace(honest, c.old, c.new, 1)), 0o600); err != nil {
			t.Fatal(err)
		}
		if r := dilna(t, "verify", file); r.code != c.code || !strings.Contains(r.out+r.err, c.says) {
			t.Errorf("%s: %d: %s%s", c.lie, r.code, r.out, r.err)
		}
	}
}
