package store_test

import (
	"bytes"
	"log/slog"
	"os"
	"path/filepath"
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/store"
)

// TestACopyNeverTakesTheRoomOfThePeopleFM05 makes copies on a disk on which
// there is room for what people send, but not for much more, and then elsewhere.
func TestACopyNeverTakesTheRoomOfThePeopleFM05(t *testing.T) {
	dir := smallDisk(t, "24m")
	var told bytes.Buffer
	s, err := store.Open(t.Context(), dir, store.Options{Ballast: 2 << 20, Log: slog.New(slog.NewTextHandler(&told, nil))})
	must(t, err)
	defer func() { must(t, s.Close()) }()
	_, err = s.Import(t.Context(), modelstest.ModelRecord())
	must(t, err)
	store.TryCopying(s, filepath.Join(dir, "backups"))
	if err := s.Copying(); models.CodeOf(err) != models.CodeCopyMissing || !bytes.Contains(told.Bytes(), []byte("too little room")) {
		t.Errorf("it says %v, the log %s", err, &told)
	}
	must(t, s.Health(t.Context())) // it is no reason to send people away
	if files, err := os.ReadDir(filepath.Join(dir, "backups")); err != nil || len(files) > 0 {
		t.Errorf("left behind: %v %v", files, err)
	}
	store.TryCopying(s, t.TempDir())
	must(t, s.Copying())
	if !bytes.Contains(told.Bytes(), []byte("made again")) {
		t.Errorf("the log does not say that it is over: %s", &told)
	}
}
