package store_test

import (
	"fmt"
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/modelstest/pgtest"
	"dilna/models/store"
)

// TestBothSchemasHaveTheSameColumns holds the newest schema of PostgreSQL against
// SQLite's: a change that was made to one only would be found here.
func TestBothSchemasHaveTheSameColumns(t *testing.T) {
	folder, server := open(t, t.TempDir()), openShared(t, emptyDatabase(t))
	defer func() { must(t, folder.Close()); must(t, server.Close()) }()
	onlyOne := map[string]string{
		"schema_sums": "the file's schema is summed", "round_keys": "keys are files", "sealed_with": "keys are files",
		"served_at": "the folder's lock says it",
	}
	was, is := columnsOf(t, folder, ofSQLite), columnsOf(t, server, ofPostgreSQL)
	if len(was) < 20 {
		t.Fatalf("only %d tables were found", len(was))
	}
	for table := range onlyOne {
		delete(was, table)
		delete(is, table)
	}
	for table, columns := range was {
		if is[table] != columns {
			t.Errorf("%s has on SQLite\n%sand on PostgreSQL\n%s", table, columns, is[table])
		}
		delete(is, table)
	}
	for table := range is {
		t.Errorf("%s is on PostgreSQL only", table)
	}
}

// TestThisVersionWorksOnWhatTheNextOneHasAddedFM17 adds to every table while an
// instance works, as an upgrade of another instance does (docs/adr/0027), and
// goes on with the meeting.
func TestThisVersionWorksOnWhatTheNextOneHasAddedFM17(t *testing.T) {
	s := openShared(t, pgtest.Database(t))
	defer func() { must(t, s.Close()) }()
	r := modelstest.NewScene(t, s, 2)
	meet(t, s, r)
	for table := range columnsOf(t, s, ofPostgreSQL) {
		must(t, store.Exec(s, "ALTER TABLE "+table+" ADD COLUMN added TEXT NOT NULL DEFAULT ''"))
	}
	meet(t, s, r)
	r = modelstest.NewScene(t, s, 2)
	meet(t, s, r)
	by := models.Actor{Role: models.RoleCoordinator, Account: r.Account.ID, Workshop: r.ID}
	_, err := s.SetWorkshopState(t.Context(), by, modelstest.Key(), models.WorkshopMove{State: models.WorkshopEnded})
	must(t, err)
	_, err = s.ApproveMinutes(t.Context(), by, modelstest.Key(), models.DraftSeen{})
	must(t, err)
	edition, err := s.Edition(t.Context(), r.ID, 1)
	must(t, err)
	if len(edition.Minutes.Steps) != 1 || len(edition.Minutes.Steps[0].Ideas) != 1 {
		t.Errorf("the minutes say %+v", edition.Minutes)
	}
}

// meet is a step of a meeting: an idea, a vote on it, something taken back.
func meet(t *testing.T, s *store.Store, r *modelstest.Scene) {
	t.Helper()
	step := r.Step(t, models.MethodCollect)
	idea := r.Idea(t, step.ID, "podnět")
	round := r.Round(t, step.ID, 1, 1)
	for _, seat := range r.Seats {
		_, err := s.PlaceDots(t.Context(), seat, round.ID, idea.ID, models.SetDots{Count: 1, Seq: 1})
		must(t, err)
		_, err = s.Mine(t.Context(), seat)
		must(t, err)
	}
	_, err := s.Progress(t.Context(), r.ID)
	must(t, err)
	_, err = s.SetRoundState(t.Context(), r.Facilitator, modelstest.Key(), round.ID, models.RoundMove{State: models.RoundClosed})
	must(t, err)
	_, err = s.SetRoundState(t.Context(), r.Facilitator, modelstest.Key(), round.ID, models.RoundMove{State: models.RoundRevealed})
	must(t, err)
	text := "jinak"
	_, err = s.ChangeEntry(t.Context(), r.Facilitator, modelstest.Key(), models.MethodCollect, idea.ID, models.EntryChange{Text: &text})
	must(t, err)
	history, err := s.History(t.Context(), r.Facilitator, 0, 1)
	must(t, err)
	must(t, s.Undo(t.Context(), r.Facilitator, modelstest.Key(), history.Entries[0].Revision))
	_, err = s.Changes(t.Context(), r.ID, 0)
	must(t, err)
}

// kinds are the kinds of values by what the databases call them.
var kinds = map[string]string{
	"INTEGER": "number", "bigint": "number", "BOOLEAN": "number", "boolean": "number",
	"TEXT": "text", "text": "text", "BLOB": "bytes", "bytea": "bytes",
}

// columnsOf are the columns of each table, by name: the kind of value, and
// whether it may be missing.
func columnsOf(t *testing.T, s *store.Store, catalogue string) map[string]string {
	tables := map[string]string{}
	for _, column := range store.Columns(t, s, catalogue) {
		kind, known := kinds[column.Kind]
		if !known {
			t.Errorf("%s.%s is of no known kind: %s", column.Table, column.Name, column.Kind)
		}
		tables[column.Table] += fmt.Sprintf("%s %s, missing %t\n", column.Name, kind, !column.Needed)
	}
	return tables
}

const (
	ofSQLite = `SELECT m.name AS "table", c.name, c.type AS kind, c."notnull" AS needed
		FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name <> 'goose_db_version' ORDER BY 1, 2`
	ofPostgreSQL = `SELECT table_name AS "table", column_name AS name, data_type AS kind, is_nullable = 'NO' AS needed
		FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'goose_db_version' ORDER BY 1, column_name COLLATE "C"`
)
