package main

import (
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	_ "github.com/mattn/go-sqlite3" // to harm a database as a bad disk would

	"dilna/cmd/dilna/language"
)

// TestTheDoctorNamesTheWorkshopThatIsDamagedFM11 examines a folder, then one
// where one count was changed, then one with a byte of the file flipped.
func TestTheDoctorNamesTheWorkshopThatIsDamagedFM11(t *testing.T) {
	dir := t.TempDir()
	first := dilna(t, "import", "--data", dir, record).lastLine()
	second := dilna(t, "import", "--data", dir, record).lastLine()
	if got := dilna(t, "doctor", "--data", dir); got.code != 0 || !strings.Contains(got.out, "is whole") {
		t.Fatalf("of a whole folder it says %d %s%s", got.code, got.out, got.err)
	}

	path := filepath.Join(dir, databaseName)
	db, err := sql.Open("sqlite3", path)
	if err == nil {
		_, err = db.Exec("UPDATE totals SET points = points + 1 WHERE workshop_id = ?", second)
	}
	if err == nil {
		err = db.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	got := dilna(t, "doctor", "--data", dir)
	mustFail(t, got, 1, "damaged", "restore a backup")
	if !strings.Contains(got.out, second) || strings.Contains(got.out, first) || !strings.Contains(got.out, "not what was counted") {
		t.Errorf("of a changed count in %s, not in %s, it says: %s", second, first, got.out)
	}
	if got := speaking(t, language.Czech, "doctor", "--data", dir); !strings.Contains(got.out, "není to, co bylo sečteno") {
		t.Errorf("in Czech: %s", got.out)
	}
	if again := dilna(t, "doctor", "--data", dir); again.out != got.out {
		t.Errorf("looking changed what it found: %s, then %s", got.out, again.out)
	}

	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	content[5*4096] ^= 0x40 // the kind of a page
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	got = dilna(t, "doctor", "--data", dir)
	mustFail(t, got, 1, "damaged")
	if !strings.Contains(got.out, "The database as a whole") {
		t.Errorf("of a flipped bit it says: %s", got.out)
	}
	mustFail(t, dilna(t, "export", "--data", dir, first), 1, "dilna doctor")
}

func TestTheDoctorOfAFolderWithoutDataSaysSo(t *testing.T) {
	mustFail(t, dilna(t, "doctor", "--data", t.TempDir()), 1, "no data of Dílna")
}
