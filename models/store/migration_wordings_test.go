package store

import (
	"io/fs"
	"path/filepath"
	"slices"
	"testing"

	"github.com/pressly/goose/v3"

	"dilna/models"
	"dilna/models/store/sqlite"
)

// beforeWordings is a workshop as the schema before the table of wordings held
// it: a (with c, and what came merged from a file) lives on with b in one;
// another idea was voted on; both rewordings and the merge are in the history.
const beforeWordings = `
INSERT INTO workshops (id, state, code, current_step, language, programme, group_name, number, title, date, start_time, end_time, place, next_meeting, revision, head_revision, door_token, wall_token, created)
	VALUES ('w', 'ended', '234567', '', 'cs', '', '', 0, '', '', '', '', '', '', 9, 1, 'd', 't', 1);
INSERT INTO steps (workshop_id, id, revision, removed, vanished, position, state, method, heading, prompt, origin, source, layout, idea_order, idea_label, marks_per_topic, effect, text)
	VALUES ('w', 's', 1, 0, 0, 1, 'closed', 'collect', 'KROK', '', '', '', '', '', '', 0, '', '');
INSERT INTO rounds (workshop_id, id, revision, removed, vanished, position, step_id, state, label, entry, dots, per_idea, imported)
	VALUES ('w', 'r', 1, 0, 0, 1, 's', 'closed', '', '', 3, 1, 0);
INSERT INTO ideas (workshop_id, id, revision, removed, vanished, position, step_id, topic_id, parent_id, text, marked, chosen, note, author, merged, seat_id, merged_into, original) VALUES
	('w', 'one', 8, 0, 0, 1, 's', '', '', 'jeden', 0, 0, '', '', '["ze souboru","a","c","z a","c"]', '', '', ''),
	('w', 'a', 8, 1, 1, 2, 's', '', '', 'a', 0, 0, '', '', '["c","z a"]', '', 'one', ''),
	('w', 'c', 7, 1, 1, 3, 's', '', '', 'c', 0, 0, '', '', NULL, '', 'one', ''),
	('w', 'd', 9, 1, 1, 4, 's', '', '', 'c', 0, 0, '', '', NULL, '', 'one', ''),
	('w', 'two', 6, 0, 0, 5, 's', '', '', 'dva', 0, 0, '', '', '["jen ze souboru"]', 'seat', '', 'dvě');
INSERT INTO totals (workshop_id, round_id, idea_id, points) VALUES ('w', 'r', 'one', 1), ('w', 'r', 'a', 2), ('w', 'r', 'two', 0), ('w', 'r', 'c', NULL);
INSERT INTO history (workshop_id, revision, account_id, at, kind, done, part, subject, offered, changes) VALUES ('w', 9, 'f', 1, 'done', 'merged', 'ideas', 'jeden', 1,
	'[{"part":"ideas","id":"one","before":{"merged":"[\"ze souboru\",\"a\",\"c\",\"z a\"]"},"after":{"merged":"[\"ze souboru\",\"a\",\"c\",\"z a\",\"c\"]"}},{"part":"ideas","id":"d","before":{"removed":0,"merged_into":""},"after":{"removed":1,"merged_into":"one"}}]');
`

// TestWordingsKeptBesideTheRelationAreReadThroughIt: what an older program has
// stored says the same after the upgrade, and can still be undone.
func TestWordingsKeptBesideTheRelationAreReadThroughIt(t *testing.T) {
	dir := t.TempDir()
	old, err := sqlite.Open(t.Context(), filepath.Join(dir, "dilna.db"), sqlite.Writer, false)
	must(t, err)
	pool, err := old.DB()
	must(t, err)
	files, err := fs.Sub(migrations, "migrations/sqlite")
	must(t, err)
	provider, err := goose.NewProvider(goose.DialectSQLite3, pool, files)
	must(t, err)
	_, err = provider.UpTo(t.Context(), 7)
	must(t, err)
	_, err = pool.ExecContext(t.Context(), beforeWordings)
	must(t, err)
	must(t, pool.Close())

	s, err := Open(t.Context(), dir, Options{})
	must(t, err)
	defer func() { must(t, s.Close()) }()
	one := func() models.Entry {
		changes, err := s.Changes(t.Context(), "w", 0)
		must(t, err)
		return changes.Ideas[slices.IndexFunc(changes.Ideas, func(i models.Entry) bool { return i.ID == "one" })]
	}
	if got := one(); !slices.Equal(got.Merged, []string{"ze souboru", "a", "z a", "c", "c"}) || got.Voted != nil {
		t.Fatalf("after the upgrade the idea says %+v", got)
	}
	by := models.Actor{Role: models.RoleFacilitator, Account: "f", Workshop: "w"}
	must(t, s.Undo(t.Context(), by, "abcdefghijklmnop", 9))
	if got := one(); !slices.Equal(got.Merged, []string{"ze souboru", "a", "z a", "c"}) {
		t.Fatalf("after undoing a merge of before the upgrade, merged are %q", got.Merged)
	}
	other := "tři"
	two, err := s.ChangeEntry(t.Context(), by, "abcdefghijklmnoq", models.MethodCollect, "two", models.EntryChange{Text: &other})
	must(t, err)
	if !slices.Equal(two.Voted, []string{"dva"}) || !slices.Equal(two.Merged, []string{"jen ze souboru"}) || two.Original != "dvě" {
		t.Fatalf("what was voted on before the upgrade and reworded after it says %+v", two)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
