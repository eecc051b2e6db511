package store_test

import (
	"bytes"
	"errors"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/store"
)

// smallDisk is a real file system with little room.
func smallDisk(t *testing.T, size string) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size="+size); err != nil {
		t.Skipf("NOT TESTED: a full disk. Nothing can be mounted here (%v): run this test as root.", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// fill takes all the room that is left on the disk.
func fill(t *testing.T, dir string) {
	t.Helper()
	file, err := os.OpenFile(filepath.Join(dir, "holiday-pictures"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	must(t, err)
	for _, size := range []int64{1 << 20, 4096} {
		for err = nil; err == nil; {
			_, err = io.CopyN(file, zeros{}, size)
		}
		if !errors.Is(err, syscall.ENOSPC) {
			t.Fatal(err)
		}
	}
	must(t, file.Close())
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// TestOnAFullDiskWhatEndsAndRemovesWorksFM05: a facilitator whose disk is full
// closes the round, removes a step, ends the workshop, signs in and starts the
// program again; once there is room, all else goes on by itself.
func TestOnAFullDiskWhatEndsAndRemovesWorksFM05(t *testing.T) {
	dir := smallDisk(t, "24m")
	var told bytes.Buffer
	log := slog.New(slog.NewTextHandler(&told, &slog.HandlerOptions{Level: slog.LevelWarn}))
	start := func() *store.Store {
		s, err := store.Open(t.Context(), dir, store.Options{Ballast: 2 << 20, Log: log})
		must(t, err)
		return s
	}
	s := start()
	r := modelstest.NewScene(t, s, 6)
	words := r.Step(t, models.MethodText)
	step := r.Step(t, models.MethodCollect)
	idea := r.Idea(t, step.ID, "podnět")
	round := r.Round(t, step.ID, 1, 1)
	vote := func(seat models.Actor, seq int64) error {
		_, err := s.PlaceDots(t.Context(), seat, round.ID, idea.ID, models.SetDots{Count: 1, Seq: seq})
		return err
	}
	for _, seat := range r.Seats[:5] {
		must(t, vote(seat, 1))
	}
	must(t, s.Health(t.Context()))

	fill(t, dir)
	long := strings.Repeat("slovo za slovem ", 1_000) // of one byte a letter: it is cut below
	var err error
	for tries := 0; err == nil && tries < 200; tries++ { // the log has some room of its own
		_, err = s.ChangeStep(t.Context(), r.Facilitator, modelstest.Key(), words.ID, models.StepChange{Text: new(long[:len(long)-2*tries])})
	}
	if models.CodeOf(err) != models.CodeDiskFull {
		t.Fatalf("on a full disk a long text is answered %v", err)
	}
	if err := vote(r.Seats[5], 1); models.CodeOf(err) != models.CodeDiskFull {
		t.Errorf("a dot that would take the last room is answered %v", err)
	}
	if !strings.Contains(told.String(), "the disk is full") {
		t.Errorf("the log says nothing of it: %s", &told)
	}
	must(t, s.SignIn(t.Context(), r.Account.ID, "hash of a token", 1<<60))
	view, err := s.SetRoundState(t.Context(), r.Facilitator, modelstest.Key(), round.ID, models.RoundMove{State: models.RoundClosed})
	must(t, err)
	if *view.Round.Voters != 5 {
		t.Errorf("%d voters were counted, 5 had their dots acknowledged", *view.Round.Voters)
	}
	must(t, s.Remove(t.Context(), r.Facilitator, modelstest.Key(), models.PartSteps, string(words.ID)))
	_, err = s.SetWorkshopState(t.Context(), r.Facilitator, modelstest.Key(), models.WorkshopMove{State: models.WorkshopEnded})
	must(t, err)
	store.ForgetHealth(s)
	if err := s.Health(t.Context()); models.CodeOf(err) != models.CodeDiskFull {
		t.Errorf("health says %v", err)
	}
	minutes, err := s.Minutes(t.Context(), r.ID)
	if err != nil || *minutes.Steps[0].Ideas[0].Votes[0] != 5 {
		t.Errorf("reading on a full disk: %v, %+v", err, minutes.Steps)
	}
	must(t, s.Close())

	must(t, os.Remove(filepath.Join(dir, "holiday-pictures")))
	s = start()
	_, err = s.ChangeHead(t.Context(), r.Facilitator, modelstest.Key(), models.HeadChange{Place: new("Liberec")})
	must(t, err)
	fill(t, dir)
	must(t, s.Close())
	fill(t, dir) // what the log had
	s = start()
	must(t, os.Remove(filepath.Join(dir, "holiday-pictures")))
	defer func() { must(t, s.Close()) }()
	store.ForgetHealth(s)
	for err = s.Health(t.Context()); models.CodeOf(err) == models.CodeDiskFull; err = s.Health(t.Context()) {
		store.ForgetHealth(s)
	}
	must(t, err)
	_, err = s.ChangeHead(t.Context(), r.Facilitator, modelstest.Key(), models.HeadChange{Place: new("Jablonec")})
	must(t, err)
	if info, err := os.Stat(filepath.Join(dir, "ballast")); err != nil || info.Size() != 2<<20 {
		t.Errorf("there is room, and the ballast is %v, %v", info, err)
	}
}
