package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRoundsOfAFileAreCountedAgain(t *testing.T) {
	t.Parallel()
	const file = "../../models/modelstest/testdata/rules.json"
	if r := dilna(t, "verify", file); r.code != 0 || !strings.Contains(r.out, "Rounds counted again: 8, without ballots: 0, differences: 0.") {
		t.Errorf("%d: %s%s", r.code, r.out, r.err)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	changed := filepath.Join(t.TempDir(), "changed.json")
	if err := os.WriteFile(changed, []byte(strings.Replace(string(data), `"passed": false`, `"passed": true`, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	if r := dilna(t, "verify", changed); r.code != 1 || !strings.Contains(r.out, "passed is true in the file, false by the ballots") {
		t.Errorf("of a result that was changed it says %d: %s%s", r.code, r.out, r.err)
	}
}
