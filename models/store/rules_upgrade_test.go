package store

import (
	"path/filepath"
	"testing"
)

// TestAnUpgradeInTheMiddleOfAVoteKeepsRulesAndBallots: what rounds said of their
// rule is one value, dots that lay on ideas are votes of whole ballots, each with
// its number, those taken back too.
func TestAnUpgradeInTheMiddleOfAVoteKeepsRulesAndBallots(t *testing.T) {
	dir := t.TempDir()
	oldDatabase(t, dir, released)
	old := dbAt(t, filepath.Join(dir, "dilna.db"))
	for _, statement := range []string{
		`INSERT INTO rounds (workshop_id, id, revision, removed, vanished, position, step_id, state, label, entry, dots, per_idea, weights, minus, imported) VALUES
			('w', 'open', 8, false, false, 2, 's', 'open', '', '', 3, 2, NULL, NULL, false),
			('w', 'minus', 8, false, false, 3, 's', 'prepared', '', '', 3, 0, NULL, 2, false),
			('w', 'zero', 8, false, false, 4, 's', 'prepared', '', '', 3, 0, 'null', 0, false),
			('w', 'weights', 8, false, false, 5, 's', 'closed', '', '', 0, 0, '[3,2,1]', NULL, true),
			('w', 'unsaid', 8, false, false, 6, 's', 'closed', '', 'typed', 0, 0, NULL, NULL, true)`,
		`INSERT INTO ballots (workshop_id, round_id, voter, used, budget, paper, seq) VALUES
			('w', 'open', 'phone', 3, 3, 0, 0), ('w', 'open', 'paper', 2, 3, 1, 7), ('w', 'open', 'back', 0, 3, 2, 9)`,
		`INSERT INTO dots (workshop_id, round_id, voter, idea_id, count, most, seq) VALUES
			('w', 'open', 'phone', 'o', 1, 2, 11), ('w', 'open', 'phone', 'a', 2, 2, 12), ('w', 'open', 'phone', 'm', 0, 2, 13),
			('w', 'open', 'paper', 'a', 2, 2, 7)`,
	} {
		_, err := old.Exec(statement)
		must(t, err)
	}
	must(t, old.Close())
	s, err := Open(t.Context(), dir, Options{})
	must(t, err)
	must(t, s.Close())
	upgraded := dbAt(t, filepath.Join(dir, "dilna.db"))
	for id, want := range map[string]string{
		"open": `{"rule":"dots","dots":3,"per_entry":2}`, "minus": `{"rule":"plus-minus","dots":3,"minus":2}`,
		"zero": `{"rule":"dots","dots":3,"minus":0}`, "weights": `{"rule":"weights","weights":[3,2,1]}`, "unsaid": "nobody said",
	} {
		var rule string
		must(t, upgraded.QueryRow(`SELECT COALESCE(rule, 'nobody said') FROM rounds WHERE id = ?`, id).Scan(&rule))
		if rule != want {
			t.Errorf("the rule of %s became %s, not %s", id, rule, want)
		}
	}
	for voter, want := range map[string]string{
		"phone": `[{"entry":"a","value":2,"seq":12},{"entry":"m","value":0,"seq":13},{"entry":"o","value":1,"seq":11}]`,
		"paper": `[{"entry":"a","value":2,"seq":7}]`, "back": `[]`,
	} {
		var votes string
		var used, highest, most int
		must(t, upgraded.QueryRow(`SELECT votes, used, highest, most FROM ballots WHERE voter = ?`, voter).Scan(&votes, &used, &highest, &most))
		if votes != want || highest > most || used > 0 && highest != 2 {
			t.Errorf("the ballot %s became %s, highest %d of %d", voter, votes, highest, most)
		}
	}
}
