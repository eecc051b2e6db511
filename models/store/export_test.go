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
