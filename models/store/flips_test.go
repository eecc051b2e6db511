package store_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/store"
)

// TestAFlippedBitGivesTheSameRecordOrNone flips bits in copies of a database
// that nobody has open: what is read of it then is what was written, or an error.
func TestAFlippedBitGivesTheSameRecordOrNone(t *testing.T) {
	const copies = 25
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	chance := rand.New(rand.NewPCG(seed, 0)) //nolint:gosec // a test says its seed
	dir := t.TempDir()
	ids := counted(t, dir)
	want := said(t, dir, ids)
	for i, text := range want {
		if text == "" {
			t.Fatalf("reading %d of what was not touched failed: this test would prove nothing", i)
		}
	}
	whole, err := os.ReadFile(filepath.Join(dir, "dilna.db"))
	if err != nil {
		t.Fatal(err)
	}
	same, refused := 0, 0
	for range copies {
		flipped := append([]byte(nil), whole...)
		at := chance.IntN(len(flipped))
		bit := chance.IntN(8)
		flipped[at] ^= 1 << bit
		other := t.TempDir()
		if err := os.WriteFile(filepath.Join(other, "dilna.db"), flipped, 0o600); err != nil {
			t.Fatal(err)
		}
		for i, got := range said(t, other, ids) {
			switch got {
			case want[i]:
				same++
			case "":
				refused++
			default:
				t.Errorf("bit %d of byte %d: reading %d gives something else: %s", bit, at, i, got)
			}
		}
	}
	t.Logf("%d copies, %d readings: %d the same, %d refused", copies, copies*len(want), same, refused)
}

// counted fills a data folder with a record from a file, and with a round that
// was voted on and is in an approved version.
func counted(t *testing.T, dir string) []models.WorkshopID {
	t.Helper()
	s := open(t, dir)
	imported, err := s.Import(t.Context(), modelstest.ModelRecord())
	if err != nil {
		t.Fatal(err)
	}
	r := modelstest.NewScene(t, s, 6)
	step := r.Step(t, models.MethodCollect)
	idea := r.Idea(t, step.ID, "podnět")
	round := r.Round(t, step.ID, 1, 1)
	for _, seat := range r.Seats {
		if _, err := s.PlaceDots(t.Context(), seat, round.ID, idea.ID, models.SetDots{Count: 1, Seq: 1}); err != nil {
			t.Fatal(err)
		}
	}
	by := models.Actor{Role: models.RoleCoordinator, Account: r.Account.ID, Workshop: r.ID}
	for _, move := range []models.RoundState{models.RoundClosed, models.RoundRevealed} {
		if _, err := s.SetRoundState(t.Context(), by, modelstest.Key(), round.ID, models.RoundMove{State: move}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.SetWorkshopState(t.Context(), by, modelstest.Key(), models.WorkshopMove{State: models.WorkshopEnded}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.ApproveMinutes(t.Context(), by, modelstest.Key(), models.DraftSeen{}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return []models.WorkshopID{imported, r.ID}
}

// said is what a data folder says of the workshops, and of the approved version
// of the last: "" for what is refused.
func said(t *testing.T, dir string, ids []models.WorkshopID) []string {
	t.Helper()
	texts := make([]string, len(ids)+1)
	s, err := store.Open(t.Context(), dir, store.Options{})
	if err != nil {
		return texts
	}
	for i, id := range ids {
		if m, err := s.Minutes(t.Context(), id); err == nil {
			texts[i] = inJSON(t, m)
		}
	}
	if e, err := s.Edition(t.Context(), ids[len(ids)-1], 1); err == nil {
		texts[len(ids)] = inJSON(t, e)
	}
	_ = s.Close() // a damaged database may say so
	return texts
}

func inJSON(t *testing.T, what any) string {
	t.Helper()
	text, err := json.Marshal(what)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
