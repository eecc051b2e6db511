package pabulib_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"dilna/cmd/dilna/pabulib"
	"dilna/cmd/dilna/recount"
	"dilna/models/voting"
	"dilna/models/workshopfile"
)

// TestEachVoteTypeBecomesARoundThatCanBeCountedAgain: what is read is a workshop
// file, and its ballots give its results.
func TestEachVoteTypeBecomesARoundThatCanBeCountedAgain(t *testing.T) {
	for name, want := range map[string]struct {
		rule   voting.Name
		points string // of the ideas in reading order
		voters int
	}{
		"approval":      {voting.Budget, "Lavička 1, Park u řeky 3, Stromy na návsi 2, Stojany na kola 3", 5},
		"approval-over": {voting.Approval, "Park (600) 2, Stojany (400) 4, Stromy; a keře (300) 3", 5},
		"choose-1":      {voting.Approval, "Projekt 10 (600) 3, Projekt 20 (400) 2", 5},
		"ordinal":       {voting.Places, "Park (600) 8, Stojany (400) 9, Stromy (300) 4, Lavička (100) 5", 5},
		"cumulative":    {voting.Dots, "Park (600) 10, Stojany (400) 13, Stromy (300) 14", 5},
		"scoring":       {voting.Weights, "Park (600) 16, Stojany (400) 6", 5},
	} {
		data, err := os.ReadFile("testdata/" + name + ".pb")
		if err != nil {
			t.Fatal(err)
		}
		m, err := pabulib.Read(data, "cs")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		round := m.Steps[0].Rounds[0]
		var points []string
		for _, idea := range m.Steps[0].ReadingOrder() {
			points = append(points, fmt.Sprint(idea.Text, " ", *idea.Votes[0]))
		}
		if round.Followed().Name != want.rule || *round.Voters != want.voters || strings.Join(points, ", ") != want.points {
			t.Errorf("%s is read by %s, %d voters: %s", name, round.Followed().Name, *round.Voters, strings.Join(points, ", "))
		}
		if found := recount.Of(m); found.Counted != 1 || len(found.Differ) > 0 {
			t.Errorf("%s is counted otherwise: %+v", name, found)
		}
		written, err := workshopfile.Encode(m)
		if err != nil {
			t.Errorf("%s is no workshop file: %v", name, err)
		}
		if strings.Contains(string(written), "a1") {
			t.Errorf("%s keeps who voted", name)
		}
	}
}

func TestWhatAFileSaysWasSelectedStandsApart(t *testing.T) {
	data, err := os.ReadFile("testdata/approval.pb")
	if err != nil {
		t.Fatal(err)
	}
	m, err := pabulib.Read(data, "cs")
	if err != nil {
		t.Fatal(err)
	}
	if got := m.Steps[1]; got.Heading != "Vybráno podle souboru" || got.Text != "Park u řeky\nStojany na kola" {
		t.Errorf("it says %+v", got)
	}
	if m.Date != "2025-03-16" || m.Group != "Lhota" || len(m.Steps[0].Topics) != 2 {
		t.Errorf("the head is %+v", m.Head)
	}
}

// TestADamagedFileIsRefusedWithTheLine: fault × what is said in both languages.
func TestADamagedFileIsRefusedWithTheLine(t *testing.T) {
	whole := "META\nkey;value\nvote_type;approval\nmax_length;1\nPROJECTS\nproject_id;cost\n1;5\n2;6\nVOTES\nvoter_id;vote\n1;2\n"
	for name, c := range map[string]struct{ from, to, cs, en string }{
		"no section":         {"META\n", "", "řádek 1: soubor má začínat oddílem META", "line 1: the file must begin"},
		"no votes":           {"1;2\n", "", "řádek 10: v souboru nic není v oddílu VOTES", "line 10: the file has nothing in the section VOTES"},
		"another type":       {"approval", "magic", "řádek 3: vote_type je „magic“", "line 3: vote_type is “magic”"},
		"an unknown project": {"1;2\n", "1;7\n", "řádek 11: hlas je pro projekt 7", "line 11: the vote is for the project 7"},
		"a cost of words":    {"1;5", "1;moc", "řádek 7: cost má být celé číslo, je tu „moc“", "line 7: cost must be a whole number, here it is “moc”"},
		"a project twice":    {"2;6", "1;6", "řádek 8: projekt 1 je v souboru dvakrát", "line 8: the project 1 is there twice"},
		"a vote twice":       {"1;2\n", "1;\"2,2\"\n", "řádek 11: projekt 2 je v hlasu dvakrát", "line 11: the project 2 is in the vote twice"},
		"too many named":     {"1;2\n", "1;\"1,2\"\n", "řádek 11: hlas nedodržuje", "line 11: the vote does not keep"},
		"too many fields":    {"1;2\n", "1;2;3\n", "řádek 11: počet údajů je tu 3", "line 11: there are 3 fields"},
		"a vote cut short":   {"1;2\n", "1;2\n2\n", "řádek 12: počet údajů je tu 1", "line 12: there are 1 fields"},
		"an open quote":      {"1;2\n", "1;2\n2;\"1\n3;2\n", "řádek 12: uvozovky tu nejsou ukončené", "line 12: quotation marks are not closed"},
		"no column of votes": {"voter_id;vote", "voter_id;votes", "řádek 10: oddíl VOTES nemá sloupec vote", "line 10: the section VOTES has no column vote"},
		"a voter twice":      {"1;2\n", "1;2\n1;1\n", "řádek 12: kdo tu hlasuje, má v souboru už jeden hlas", "line 12: who votes here has a vote"},
		"votes are missing":  {"max_length;1", "num_votes;2", "řádek 4: num_votes je 2, ale oddíl VOTES má řádků 1", "line 4: num_votes is 2, but the section VOTES has 1 lines"},
		"a section twice":    {"PROJECTS", "META\nkey;value\nPROJECTS", "řádek 5: oddíl META je v souboru dvakrát", "line 5: the section META is there twice"},
		"a thousand":         {"1;5", "1;1,000", "řádek 7: cost má být celé číslo, je tu „1,000“", "line 7: cost must be a whole number"},
		"other letters":      {"1;5", "\xff;5", "řádek 7: soubor není v kódování UTF-8", "line 7: the file is not UTF-8"},
		"points missing":     {"approval", "scoring", "řádek 11: projektů je tu 1, bodů 0", "line 11: there are 1 projects and 0 points"},
	} {
		_, err := pabulib.Read([]byte(strings.Replace(whole, c.from, c.to, 1)), "cs")
		broken, told := errors.AsType[*pabulib.Broken](err)
		if !told || !strings.HasPrefix(broken.Explain("cs"), c.cs) || !strings.HasPrefix(broken.Explain("en"), c.en) {
			t.Errorf("%s is told as %v", name, err)
		}
	}
}
