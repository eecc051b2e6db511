package store

import "testing"

// Voters are the pseudonyms on the ballots of open rounds.
func Voters(t *testing.T, s *Store) []string {
	t.Helper()
	var voters []string
	if err := s.readers.Raw("SELECT DISTINCT voter FROM ballots").Scan(&voters).Error; err != nil {
		t.Fatal(err)
	}
	return voters
}

// HistoryText is all that the history has written down.
func HistoryText(t *testing.T, s *Store) string {
	t.Helper()
	var text string
	if err := s.readers.Raw("SELECT group_concat(subject || changes) FROM history").Row().Scan(&text); err != nil {
		t.Fatal(err)
	}
	return text
}

// Exec writes past the rules.
func Exec(s *Store, sql string) error { return s.writer.db.Exec(sql).Error }

// FillDisk lets the database grow no more, as a full disk would, until the
// function it returns is called.
func FillDisk(t *testing.T, s *Store) (letIn func()) {
	t.Helper()
	most := func(pages string) {
		var now int
		if err := s.writer.db.Raw("PRAGMA max_page_count = " + pages).Row().Scan(&now); err != nil {
			t.Fatal(err)
		}
	}
	most("1") // SQLite takes as many as there are
	return func() { most("4294967294") }
}
