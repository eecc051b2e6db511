package store

import (
	"path/filepath"
	"testing"
)

// TestAnUpgradeForgetsOnlyTheRulesNobodyHadSet: for totals from paper the console
// sent a rule of its own, which cannot be told from one that was set; rules of
// files, and of votes on phones, stand.
func TestAnUpgradeForgetsOnlyTheRulesNobodyHadSet(t *testing.T) {
	dir := t.TempDir()
	oldDatabase(t, dir, released)
	old := dbAt(t, filepath.Join(dir, "dilna.db"))
	for _, round := range []struct {
		id, entry string
		imported  bool
	}{{"typed", "typed", false}, {"brought", "typed", true}, {"phones", "", false}} {
		_, err := old.Exec(`INSERT INTO rounds (workshop_id, id, revision, removed, vanished, position, step_id, state, label, entry, dots, per_idea, voters, imported)
			VALUES ('w', ?, 8, false, false, 2, 's', 'closed', 'Papír', ?, 3, 1, 15, ?)`, round.id, round.entry, round.imported)
		must(t, err)
		_, err = old.Exec(`INSERT INTO totals (workshop_id, round_id, idea_id, points) VALUES ('w', ?, 'a', 45)`, round.id)
		must(t, err)
	}
	must(t, old.Close())
	s, err := Open(t.Context(), dir, Options{})
	must(t, err)
	must(t, s.Close())
	upgraded := dbAt(t, filepath.Join(dir, "dilna.db"))
	for id, want := range map[string]int{"typed": 0, "brought": 3, "phones": 3} {
		var dots, perIdea, voters, points int
		must(t, upgraded.QueryRow(`SELECT dots, per_idea, voters, points FROM rounds JOIN totals ON round_id = id WHERE id = ?`, id).Scan(&dots, &perIdea, &voters, &points))
		if dots != want || perIdea != min(want, 1) || voters != 15 || points != 45 {
			t.Errorf("%s: %d dots, %d for an idea, %d voters, %d points", id, dots, perIdea, voters, points)
		}
	}
}
