package exports_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dilna/exports"
	"dilna/models"
)

// What is said of a round is true beside its totals, its ballots and the people
// who were counted: what cannot be is left out.
func TestTurnoutDoesNotContradictWhatItStandsWith(t *testing.T) {
	for _, c := range []struct {
		name   string
		round  models.RoundMinutes
		totals []*int
		people *models.Attendance
		want   string
	}{
		{"more dots than two people with one each have", models.RoundMinutes{CastBy: models.CastTyped, Dots: 1, Voters: new(2)}, []*int{new(3), new(2)}, nil,
			"Hlasovali 2 účastníci, rozdáno 5 hlasů."},
		{"more on one idea than so many people may give", models.RoundMinutes{Dots: 3, PerIdea: 1, Voters: new(2)}, []*int{new(4), new(0)}, nil,
			"Hlasovali 2 účastníci, každý měl 3 hlasy, rozdány 4 hlasy."},
		{"no rule is known of typed totals", models.RoundMinutes{CastBy: models.CastTyped, Voters: new(15)}, []*int{new(40), new(5)}, nil,
			"Hlasovalo 15 účastníků, rozdáno 45 hlasů."},
		{"a total below zero without minus dots", models.RoundMinutes{Dots: 3}, []*int{new(-2), new(5)}, nil, ""},
		{"more taken away than minus dots can", models.RoundMinutes{Dots: 3, Minus: new(1), Voters: new(2)}, []*int{new(-3), new(1)}, nil, "Hlasovali 2 účastníci."},
		{"points that cannot be", models.RoundMinutes{Weights: []int{3, 2, 1}, Voters: new(2)}, []*int{new(7), new(5)}, nil, "Hlasovali 2 účastníci, rozdáno 12 bodů."},
		{"a ballot over the rule", models.RoundMinutes{Dots: 2, Ballots: [][]models.CastVote{{{Entry: 0, Value: 3}}}}, []*int{new(3), new(0)}, nil, "Hlasoval 1 účastník, rozdány 3 hlasy."},
		{"more ballots than voters", models.RoundMinutes{Dots: 2, Voters: new(1), Ballots: [][]models.CastVote{{{Entry: 0, Value: 1}}, {{Entry: 0, Value: 1}}}}, []*int{new(2), new(0)}, nil,
			"Každý měl 2 hlasy, rozdány 2 hlasy."},
		{"ballots that give other totals", models.RoundMinutes{Dots: 2, Ballots: [][]models.CastVote{{{Entry: 0, Value: 1}}}}, []*int{new(2), new(0)}, nil, "Hlasoval 1 účastník, každý měl 2 hlasy."},
		{"nobody voted, yet there are votes", models.RoundMinutes{Dots: 2, Voters: new(0)}, []*int{new(2), new(0)}, nil, "Každý měl 2 hlasy, rozdány 2 hlasy."},
		{"more on paper than in all", models.RoundMinutes{Voters: new(2), Paper: 3}, []*int{new(2), new(0)}, nil, "Hlasovali 2 účastníci, rozdány 2 hlasy."},
		{"on paper of nobody knows how many", models.RoundMinutes{Paper: 3}, []*int{new(2), new(0)}, nil, "Rozdány 2 hlasy."},
		{"more ballots than people counted", models.RoundMinutes{Dots: 1, Voters: new(16)}, []*int{new(9), new(7)}, &models.Attendance{Participants: new(14)},
			"Odevzdáno 16 lístků, každý měl 1 hlas, rozdáno 16 hlasů."},
		{"more ballots than people as printed", models.RoundMinutes{Voters: new(16), Paper: 2}, []*int{new(9), new(7)}, &models.Attendance{Printed: "14 (+1 ORK)", Participants: new(20)},
			"Odevzdáno 16 lístků (z toho 2 lístky zapsal facilitátor), rozdáno 16 hlasů."},
		{"as many as were counted", models.RoundMinutes{Voters: new(14)}, []*int{new(9), new(7)}, &models.Attendance{Printed: "14 (+1 ORK)"}, "Hlasovalo 14 účastníků, rozdáno 16 hlasů."},
		{"held, the totals not known", models.RoundMinutes{Label: "Priority", Dots: 3, Voters: new(12)}, nil, nil,
			"Priority: hlasovalo se, součty ale nejsou známy, hlasovalo 12 účastníků, každý měl 3 hlasy."},
		{"held, nothing counted", models.RoundMinutes{Label: "Priority"}, []*int{nil, nil}, nil, "Priority: hlasovalo se, součty ale nejsou známy."},
		{"held without a label", models.RoundMinutes{Voters: new(12)}, nil, nil, "Hlasovalo se, součty ale nejsou známy, hlasovalo 12 účastníků."},
		{"nobody came to vote", models.RoundMinutes{Label: "Priority", Voters: new(0)}, nil, nil, "Priority: hlasování proběhlo, nezapočítal se ani jeden hlas."},
	} {
		t.Run(c.name, func(t *testing.T) {
			ideas := []models.IdeaMinutes{{Text: "x"}, {Text: "y"}}
			for i, total := range c.totals {
				ideas[i].Votes = []*int{total}
			}
			m := models.Minutes{Head: models.Head{Attendance: c.people}, Steps: []models.StepMinutes{{Heading: "A", Rounds: []models.RoundMinutes{c.round}, Ideas: ideas}}}
			said := dump(exports.FromMinutes(m, models.MinutesOptions{}))
			_, last, _ := strings.Cut(said, "[quiet, tied] ")
			if strings.TrimSuffix(last, "\n") != c.want {
				t.Errorf("says %q, not %q:\n%s", last, c.want, said)
			}
		})
	}
}

// Whatever a file holds, no number of the sentence is more than the others allow.
func TestNoTurnoutContradictsItself(t *testing.T) {
	number := func(said, pattern string) (int, bool) {
		found := regexp.MustCompile(pattern).FindStringSubmatch(said)
		if found == nil {
			return 0, false
		}
		n, err := strconv.Atoi(found[1])
		return n, err == nil
	}
	rapid.Check(t, func(t *rapid.T) {
		upTo := func(n int, name string) int { return rapid.IntRange(0, n).Draw(t, name) }
		round := models.RoundMinutes{Dots: upTo(4, "dots"), PerIdea: upTo(3, "per idea"), Paper: upTo(4, "paper"), Voters: new(upTo(5, "voters"))}
		people, totals := upTo(6, "people"), []int{upTo(9, "x"), upTo(9, "y")}
		step := models.StepMinutes{Heading: "A", Rounds: []models.RoundMinutes{round}, Ideas: []models.IdeaMinutes{
			{Text: "x", Votes: []*int{&totals[0]}}, {Text: "y", Votes: []*int{&totals[1]}}}}
		m := models.Minutes{Head: models.Head{Language: "en", Attendance: &models.Attendance{Participants: &people}}, Steps: []models.StepMinutes{step}}
		said := dump(exports.FromMinutes(m, models.MinutesOptions{}))
		voters, known := number(said, `(\d+) (?:people|person) voted`)
		dots, limited := number(said, `each had (\d+) dot`)
		most, mostKnown := number(said, `at most (\d+) on one idea`)
		paper, _ := number(said, `\((\d+) ballots? of them`)
		given, _ := number(said, `(\d+) dots? given`)
		if known && (voters > people || paper > voters || voters == 0 && given > 0 || limited && given > voters*dots ||
			mostKnown && max(totals[0], totals[1]) > voters*most) {
			t.Fatalf("of %+v with the totals %v among %d people it says:\n%s", round, totals, people, said)
		}
	})
}

// A total of 0 where votes may have taken others away is no idea without votes.
func TestCancelledVotesAreNoIdeaWithoutVotes(t *testing.T) {
	step := models.StepMinutes{Heading: "A", Rounds: []models.RoundMinutes{{Dots: 3, Minus: new(1)}}, Ideas: []models.IdeaMinutes{
		{Text: "sporný", Votes: []*int{new(0)}}, {Text: "jasný", Votes: []*int{new(4)}}}}
	said := dump(exports.FromMinutes(models.Minutes{Steps: []models.StepMinutes{step}}, models.MinutesOptions{HideZeros: true}))
	if !strings.Contains(said, "sporný") || strings.Contains(said, "Bez hlasu") {
		t.Error(said)
	}
}

// What "–" means stands where it stands: under votes; decisions leave out what
// nobody counted.
func TestTheSignOfAMissingNumberIsExplainedWhereItStands(t *testing.T) {
	const legend = "[quiet, tied] – nepočítáno; není to nula\n"
	voted := models.StepMinutes{Heading: "A", Rounds: []models.RoundMinutes{{}}, Ideas: []models.IdeaMinutes{{Text: "x", Votes: []*int{new(1)}}, {Text: "y"}}}
	decided := models.StepMinutes{Heading: "B", Decisions: []models.DecisionMinutes{{Text: "x", Decision: models.Decision{For: new(3)}}, {Text: "y"}}}
	whole := models.StepMinutes{Heading: "C", Rounds: []models.RoundMinutes{{}}, Ideas: []models.IdeaMinutes{{Text: "x", Votes: []*int{new(1)}}}}
	for _, c := range []struct {
		step  models.StepMinutes
		times int
	}{{voted, 1}, {decided, 0}, {whole, 0}} {
		if said := dumpStep(c.step); strings.Count(said, legend) != c.times {
			t.Errorf("explained otherwise than %d times:\n%s", c.times, said)
		}
	}
}

// Hours without a date are no date.
func TestHoursWithoutADateAreCalledTime(t *testing.T) {
	for language, label := range map[string]string{"cs": "Čas", "sk": "Čas", "de": "Zeit", "uk": "Час", "en": "Time"} {
		m := models.Minutes{Head: models.Head{Language: language, Start: "13:00", End: "16:30"}}
		if said := dump(exports.FromMinutes(m, models.MinutesOptions{})); !strings.Contains(said, label+": ") {
			t.Errorf("no %q in:\n%s", label, said)
		}
	}
}
