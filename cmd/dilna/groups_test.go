package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"dilna/cmd/dilna/recount"
	"dilna/cmd/dilna/rehearsal"
	"dilna/models"
	"dilna/models/workshopfile"
)

// TestWhatGroupsDidGoesThroughEveryDoor: a file of each sort of group is imported and
// exported as it was, its rounds are counted again by other means, each format has
// it, and it is played: people vote on phones as the file says, and the minutes say
// of it what the file does.
func TestWhatGroupsDidGoesThroughEveryDoor(t *testing.T) {
	for _, group := range []struct {
		name                    string
		file                    models.Minutes
		counted, unlisted       int // rounds that can be counted again, and that cannot
		joined, sat, saidAtLast int
	}{
		{"decisions with their votes, tasks with owners and terms, ideas others agree with", groupFile(t, "agreed.json"), 0, 0, 3, 0, 0},
		{"a round by each rule, with partial ballots and what has passed or fits", groupFile(t, "rules.json"), 9, 0, 12, 0, 0},
		{"eight tables of five send their best before all, and a guest watches", withBallots(groupFile(t, "tables.json")), 10, 0, 41, 81, 24},
		{"a room tells its results by table, of which one is too small", groupFile(t, "by-part.json"), 5, 1, 18, 16, 0},
		{"plus and minus with totals below zero, and a second round among the tied", groupFile(t, "plus-and-minus.json"), 2, 0, 12, 0, 0},
		{"a jury judges 39 entries in three categories beside everybody else", groupFile(t, "jury.json"), 2, 0, 31, 31, 0},
		{"a whole town quarter votes", quarter(t, 120), 1, 0, 120, 0, 0},
	} {
		t.Run(group.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			file := filepath.Join(dir, "group.json")
			if err := os.WriteFile(file, encoded(t, group.file), 0o600); err != nil {
				t.Fatal(err)
			}
			id := dilna(t, "import", file, "--data", dir).lastLine()
			stored := filepath.Join(dir, "stored.json")
			if err := os.WriteFile(stored, inEveryFormat(t, dir, id), 0o600); err != nil {
				t.Fatal(err)
			}
			if back := decoded(t, stored); !reflect.DeepEqual(back, decoded(t, file)) {
				t.Errorf("imported and exported it is another file: %s", encoded(t, back))
			}
			var again recount.Report
			if r := dilna(t, "verify", stored, "--json"); json.Unmarshal([]byte(r.out), &again) != nil || r.code != 0 ||
				again.Counted != group.counted || len(again.Unlisted) != group.unlisted {
				t.Errorf("counted again: %d %s%s", r.code, r.out, r.err)
			}
			r := dilna(t, "rehearse", file, "--json")
			var report rehearsal.Report
			if err := json.Unmarshal([]byte(r.out), &report); err != nil || r.code != 0 {
				t.Fatalf("it failed: %v %s%s", err, r.out, r.err)
			}
			if !report.SameFile || len(report.NotPlayed) > 0 || report.ScreensAgree != report.Screens {
				t.Errorf("the file is the same: %v, not played: %q, %d of %d screens agree", report.SameFile, report.NotPlayed, report.ScreensAgree, report.Screens)
			}
			sat, said := report.AckBySort["sitting"].Count, report.AckBySort["feedback"].Count
			if report.Joined != group.joined || sat != group.sat || said != group.saidAtLast {
				t.Errorf("%d joined, they sat down %d times, %d said what they think", report.Joined, sat, said)
			}
		})
	}
}

// groupFile is a workshop file of the tests of all packages.
func groupFile(t *testing.T, name string) models.Minutes {
	return decoded(t, filepath.Join("../../models/modelstest/testdata", name))
}

func decoded(t *testing.T, path string) models.Minutes {
	t.Helper()
	m, err := workshopfile.Decode(read(t, path))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func encoded(t *testing.T, m models.Minutes) []byte {
	t.Helper()
	file, err := workshopfile.Encode(m)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// inEveryFormat exports the workshop in all formats at once, none of them empty, and
// is the workshop file among them.
func inEveryFormat(t *testing.T, dir, id string) (file []byte) {
	t.Helper()
	r := dilna(t, "export", id, "--data", dir, "--format", "zip")
	archive, err := zip.NewReader(bytes.NewReader([]byte(r.out)), int64(len(r.out)))
	if err != nil {
		t.Fatalf("exported: %v %s", err, r.err)
	}
	missing := endings()
	for _, packed := range archive.File {
		opened, err := packed.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(opened)
		if err != nil || len(content) < 100 {
			t.Errorf("%s is of %d bytes: %v", packed.Name, len(content), err)
		}
		ending := filepath.Ext(packed.Name)[1:]
		if ending == "json" {
			file = content
		}
		missing = slices.DeleteFunc(missing, func(e string) bool { return e == ending })
	}
	if fmt.Sprint(missing) != "[pictures.zip zip]" {
		t.Errorf("not among all formats: %v", missing)
	}
	return file
}

// withBallots deals out ballots that give the totals of rounds of dots: one dot of
// an entry to each person in turn.
func withBallots(m models.Minutes) models.Minutes {
	for s := range m.Steps {
		step := &m.Steps[s]
		for n := range step.Rounds {
			round := &step.Rounds[n]
			if round.Dots == 0 || len(round.Ballots) > 0 {
				continue
			}
			round.Ballots = make([][]models.CastVote, *round.Voters)
			turn := 0
			for entry, idea := range step.ReadingOrder() {
				for range *idea.Votes[n] {
					ballot := &round.Ballots[turn%len(round.Ballots)]
					*ballot = append(*ballot, models.CastVote{Entry: entry, Value: 1})
					turn++
				}
			}
		}
	}
	return m
}

// quarter is a vote as a town holds it: so many people, seven dots each, at most
// three for one of thirty ideas, of which a few are far more liked than the rest.
func quarter(t *testing.T, people int) models.Minutes {
	seed := rand.Uint64()
	t.Logf("the quarter votes by seed %d", seed)
	dice := rand.New(rand.NewPCG(seed, 0)) //nolint:gosec // a test draws ballots, no secrets
	totals := make([]int, 30)
	round := models.RoundMinutes{Label: "hlasy", CastBy: models.CastByPhones, Dots: 7, PerIdea: 3, Voters: &people}
	for range people {
		var ballot []models.CastVote
		left := round.Dots
		for _, idea := range dice.Perm(len(totals)) {
			if liked := dice.IntN(idea+1) < 3; liked && left > 0 {
				value := 1 + dice.IntN(min(left, round.PerIdea))
				ballot, left, totals[idea] = append(ballot, models.CastVote{Entry: idea, Value: value}), left-value, totals[idea]+value
			}
		}
		round.Ballots = append(round.Ballots, ballot)
	}
	step := models.StepMinutes{Method: models.MethodCollect, Heading: "NÁPADY PRO NAŠI ČTVRŤ", Rounds: []models.RoundMinutes{round}}
	for n := range totals {
		step.Ideas = append(step.Ideas, models.IdeaMinutes{Text: fmt.Sprintf("Nápad %d", n+1), Votes: []*int{&totals[n]}})
	}
	return models.Minutes{Head: models.Head{Language: "cs", Title: "Nápady pro naši čtvrť"}, Steps: []models.StepMinutes{step}}
}
