package store

import (
	"context"
	"encoding/json"
	"io/fs"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/pressly/goose/v3"
	"gorm.io/gorm"

	"dilna/models"
	"dilna/models/modelstest/pgtest"
	"dilna/models/store/postgres"
	"dilna/models/store/sqlite"
)

// beforeEntries is a workshop as the schema before entries held it: an idea, a
// cause under another, decisions and tasks as JSON in their step, one of them in
// a step that is removed, and what was done to an idea and a cause.
const beforeEntries = `
INSERT INTO workshops (id, state, code, current_step, language, programme, group_name, number, title, date, start_time, end_time, place, next_meeting, revision, head_revision, door_token, wall_token, created)
	VALUES ('w', 'open', '234567', '', 'cs', '', '', 0, '', '', '', '', '', '', 9, 1, 'd', 't', 1);
INSERT INTO steps (workshop_id, id, revision, removed, vanished, position, state, method, heading, prompt, origin, source, layout, idea_order, idea_label, marks_per_topic, effect, text, decisions, tasks) VALUES
	('w', 's', 1, FALSE, FALSE, 1, 'closed', 'collect', 'KROK', '', '', '', '', '', '', 0, '', '', NULL, '[{"text":"i u podnětů"}]'),
	('w', 'f', 1, FALSE, FALSE, 2, 'closed', 'fishbone', 'PŘÍČINY', '', '', '', '', '', '', 0, 'cíl', '', 'null', 'null'),
	('w', 'd', 1, FALSE, FALSE, 3, 'closed', 'decisions', 'ROZHODNUTÍ', '', '', '', '', '', '', 0, '', '',
		'[{"text":"Schvaluje „plán\"","for":17,"against":0,"abstain":2,"result":"přijato"},{"text":"Bere na vědomí"}]', NULL),
	('w', 'u', 1, FALSE, FALSE, 4, 'closed', 'tasks', 'ÚKOLY', '', '', '', '', '', '', 0, '', '', NULL,
		'[{"text":"Podklady","owners":["Jana","Petr"],"due":"do příště","state":"open","tasks":[{"text":"Rozeslat","state":"done"},{"text":"Sejít se","tasks":[{"text":"Sál"}]}]},{"text":"Web","state":"dropped"}]'),
	('w', 'g', 7, TRUE, FALSE, 5, 'closed', 'tasks', 'PRYČ', '', '', '', '', '', '', 0, '', '', NULL, '[{"text":"odebraný"}]');
INSERT INTO ideas (workshop_id, id, revision, removed, vanished, position, step_id, topic_id, parent_id, text, marked, chosen, note, author, seat_id)
	VALUES ('w', 'i', 2, FALSE, FALSE, 1, 's', '', '', 'podnět', FALSE, TRUE, '', '', '');
INSERT INTO causes (workshop_id, id, revision, removed, vanished, position, step_id, parent_id, text, seat_id) VALUES
	('w', 'c', 3, FALSE, FALSE, 1, 'f', '', 'kost', ''), ('w', 'e', 4, FALSE, FALSE, 2, 'f', 'c', 'pod ní', '');
INSERT INTO history (workshop_id, revision, account_id, at, kind, done, part, subject, offered, changes) VALUES
	('w', 8, 'f', 1, 'done', 'chosen', 'ideas', 'podnět', TRUE, '[{"part":"ideas","id":"i","before":{"chosen":false},"after":{"chosen":true}}]'),
	('w', 9, 'f', 1, 'done', 'reworded', 'causes', 'pod ní', TRUE, '[{"part":"causes","id":"e","before":{"text":"\"part\":\"causes\""},"after":{"text":"pod ní"}}]');
`

// sinceEntries is what its record says from then on.
const sinceEntries = `[
	{"method":"collect","heading":"KROK","ideas":[{"text":"podnět","chosen":true}],"tasks":[{"text":"i u podnětů"}]},
	{"method":"fishbone","heading":"PŘÍČINY","effect":"cíl","causes":[{"text":"kost","causes":[{"text":"pod ní"}]}]},
	{"method":"decisions","heading":"ROZHODNUTÍ","decisions":[
		{"text":"Schvaluje „plán\"","for":17,"against":0,"abstain":2,"result":"přijato"},{"text":"Bere na vědomí"}]},
	{"method":"tasks","heading":"ÚKOLY","tasks":[
		{"text":"Podklady","owners":["Jana","Petr"],"due":"do příště","state":"open","tasks":[
			{"text":"Rozeslat","state":"done"},{"text":"Sejít se","tasks":[{"text":"Sál"}]}]},
		{"text":"Web","state":"dropped"}]}]`

// TestDecisionsAndTasksOfOlderSchemasAreEntries: what older programs stored says
// the same after the upgrade, in both databases, and can still be undone.
func TestDecisionsAndTasksOfOlderSchemasAreEntries(t *testing.T) {
	for name, s := range upgradedFrom(t, 15, beforeEntries) {
		t.Run(name, func(t *testing.T) {
			m, err := s.Minutes(t.Context(), "w")
			must(t, err)
			said, err := json.Marshal(m.Steps)
			must(t, err)
			var got, want any
			must(t, json.Unmarshal(said, &got))
			must(t, json.Unmarshal([]byte(sinceEntries), &want))
			if !reflect.DeepEqual(got, want) {
				t.Errorf("after the upgrade the record says %s", said)
			}
			by := models.Actor{Role: models.RoleFacilitator, Account: "f", Workshop: "w"}
			must(t, s.Undo(t.Context(), by, "abcdefghijklmnop", 8))
			must(t, s.Undo(t.Context(), by, "abcdefghijklmnoq", 9))
			must(t, s.Restore(t.Context(), by, "abcdefghijklmnor", models.PartSteps, "g"))
			m, err = s.Minutes(t.Context(), "w")
			must(t, err)
			if m.Steps[0].Ideas[0].Chosen || m.Steps[1].Causes[0].Causes[0].Text != `"part":"causes"` || m.Steps[4].Tasks[0].Text != "odebraný" {
				t.Errorf("undone and restored it says %+v", m.Steps)
			}
		})
	}
}

// upgradedFrom are stores of both kinds that were at that version of the schema,
// with rows in it, when they were opened.
func upgradedFrom(t *testing.T, version int64, rows string) map[string]*Store {
	t.Helper()
	dir, url := t.TempDir(), pgtest.Database(t)
	old, err := sqlite.Open(t.Context(), filepath.Join(dir, "dilna.db"), sqlite.Writer, false)
	must(t, err)
	fill(t, old, "sqlite", goose.DialectSQLite3, version, rows)
	inFolder, err := Open(t.Context(), dir, Options{})
	must(t, err)
	old, err = postgres.Open(t.Context(), url, postgres.Writer)
	must(t, err)
	fill(t, old, "postgres", goose.DialectPostgres, version, rows)
	shared, err := OpenShared(context.Background(), url, []byte(strings.Repeat("tajné ", 10)), Options{})
	must(t, err)
	t.Cleanup(func() { must(t, inFolder.Close()); must(t, shared.Close()) })
	return map[string]*Store{"SQLite": inFolder, "PostgreSQL": shared}
}

// fill brings an empty database to that version of the schema, with rows in it;
// bytes among them are written as SQLite has them, X'0a'.
func fill(t *testing.T, old *gorm.DB, folder string, dialect goose.Dialect, version int64, rows string) {
	pool, err := old.DB()
	must(t, err)
	files, err := fs.Sub(migrations, "migrations/"+folder)
	must(t, err)
	provider, err := goose.NewProvider(dialect, pool, files)
	must(t, err)
	_, err = provider.UpTo(t.Context(), version)
	must(t, err)
	if dialect == goose.DialectPostgres {
		rows = strings.ReplaceAll(rows, "X'", `'\x`)
	}
	_, err = pool.ExecContext(t.Context(), rows)
	must(t, err)
	must(t, pool.Close())
}
