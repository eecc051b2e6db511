package store_test

import (
	"database/sql"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/store"
)

// harmed is a data folder with a voted round in two approved versions, both
// published, and a round counted on paper, harmed under the running program as
// a bad disk would.
type harmed struct {
	*store.Store
	t        *testing.T
	by       models.Actor
	imported models.WorkshopID
	voted    models.RoundID
	typed    models.RoundID
	address  string
	print    models.Print
}

// harms are what is changed behind the program's back.
var harms = map[string]string{
	"a total":           "UPDATE totals SET points = points + 1",
	"a typed total":     "UPDATE totals SET points = 7 WHERE points = 5",
	"a ballot":          `UPDATE cast_ballots SET choices = replace(choices, ',1]', ',3]')`,
	"a turnout":         "UPDATE rounds SET voters = 0 WHERE voters = 6",
	"a checksum":        "DELETE FROM round_sums",
	"the first":         `UPDATE editions SET edition = replace(edition, 'podnět', 'podmět') WHERE version = 1`,
	"the second":        `UPDATE editions SET edition = replace(edition, 'podnět', 'podmět') WHERE version = 2`,
	"a kept print":      "UPDATE prints SET bytes = x'00'",
	"an import's total": "UPDATE totals SET points = points + 1",
}

func harm(t *testing.T, what string) *harmed {
	t.Helper()
	h := published(t, t.TempDir())
	t.Cleanup(func() { _ = h.Close() }) // what is damaged may say so
	h.harm(what)
	return h
}

func (h *harmed) harm(what string) {
	h.t.Helper()
	must(h.t, store.Exec(h.Store, "DROP TRIGGER editions_are_frozen"))
	must(h.t, store.Exec(h.Store, harms[what]))
}

// published fills a data folder with it: the first time command by command, later
// with copies of the files that came of that.
func published(t *testing.T, dir string) *harmed {
	t.Helper()
	if firstPublished == nil {
		first := t.TempDir()
		h := publish(t, first)
		must(t, h.Close())
		publishedFiles = filesIn(t, first)
		firstPublished = h
	}
	for name, content := range publishedFiles {
		must(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o700))
		must(t, os.WriteFile(filepath.Join(dir, name), content, 0o600))
	}
	h := *firstPublished
	h.Store, h.t = open(t, dir), t
	return &h
}

var (
	firstPublished *harmed
	publishedFiles map[string][]byte
)

func filesIn(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	must(t, filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err == nil {
			files[name], err = os.ReadFile(path)
		}
		return err
	}))
	return files
}

func publish(t *testing.T, dir string) *harmed {
	t.Helper()
	ctx := t.Context()
	ids := counted(t, dir)
	s := open(t, dir)
	accounts, err := s.Accounts(ctx, models.Operator)
	must(t, err)
	h := &harmed{Store: s, t: t, imported: ids[0]}
	h.by = models.Actor{Role: models.RoleCoordinator, Account: accounts[0].ID, Workshop: ids[1]}
	c, err := s.Changes(ctx, ids[1], 0)
	must(t, err)
	h.voted = c.Rounds[0].ID
	h.typed = models.NewID[models.RoundID]()
	_, err = s.AddRound(ctx, h.by, modelstest.Key(), c.Steps[0].ID, models.NewRound{ID: h.typed, Label: "papír", CastBy: models.CastTyped})
	must(t, err)
	_, err = s.TypeTotals(ctx, h.by, modelstest.Key(), h.typed, models.TypedTotals{Totals: []models.Total{{EntryID: c.Ideas[0].ID, Points: new(5)}}})
	must(t, err)
	_, err = s.SetRoundState(ctx, h.by, modelstest.Key(), h.typed, models.RoundMove{State: models.RoundRevealed})
	must(t, err)
	_, err = s.ApproveMinutes(ctx, h.by, modelstest.Key(), models.DraftSeen{})
	must(t, err)
	for version := 1; version <= 2; version++ {
		must(t, s.SetEditionState(ctx, h.by, modelstest.Key(), version, models.EditionMove{State: models.MinutesPublished, Older: models.OlderStay}))
	}
	work, err := s.MinutesWork(ctx, h.by.Workshop)
	must(t, err)
	h.address = work.Link
	edition, err := s.Edition(ctx, h.by.Workshop, 2)
	must(t, err)
	h.print = edition.Print("pdf")
	must(t, s.KeepPrint(ctx, h.print, models.MinutesPublished, []byte("as it was made")))
	return h
}

// TestWhatWasCountedOrApprovedIsServedAsItWasOrNotAtAll walks the doors that
// stored data leave by, each with what can be damaged behind it.
func TestWhatWasCountedOrApprovedIsServedAsItWasOrNotAtAll(t *testing.T) {
	type door struct {
		name string
		open func(*harmed) error
	}
	minutes := door{"the minutes", func(h *harmed) error { _, err := h.Minutes(h.t.Context(), h.by.Workshop); return err }}
	draft := door{"the draft", func(h *harmed) error { _, err := h.DraftEdition(h.t.Context(), h.by.Workshop); return err }}
	feed := door{"the feed", func(h *harmed) error { _, err := h.Changes(h.t.Context(), h.by.Workshop, 0); return err }}
	first := door{"version 1", func(h *harmed) error { _, err := h.Edition(h.t.Context(), h.by.Workshop, 1); return err }}
	second := door{"version 2", func(h *harmed) error { _, err := h.Edition(h.t.Context(), h.by.Workshop, 2); return err }}
	newest := door{"the newest version", func(h *harmed) error { _, err := h.NewestEdition(h.t.Context(), h.by.Workshop); return err }}
	approving := door{"approving", func(h *harmed) error {
		_, err := h.ApproveMinutes(h.t.Context(), h.by, modelstest.Key(), models.DraftSeen{})
		if models.CodeOf(err) == models.CodeMinutesUnchanged {
			return nil
		}
		return err
	}}
	publishing := door{"publishing", func(h *harmed) error {
		move := func(state models.MinutesState) error {
			return h.SetEditionState(h.t.Context(), h.by, modelstest.Key(), 2, models.EditionMove{State: state, Older: models.OlderStay})
		}
		must(h.t, move(models.MinutesApproved)) // taking back is always possible
		return move(models.MinutesPublished)
	}}
	reopening := door{"opening the round again", func(h *harmed) error {
		_, err := h.SetRoundState(h.t.Context(), h.by, modelstest.Key(), h.voted, models.RoundMove{State: models.RoundOpen})
		if code := models.CodeOf(err); code == models.CodeRoundClosed || code == models.CodeRoundNotOpen || code == models.CodeWorkshopNotOpen || code == models.CodeTransition {
			return nil
		}
		return err
	}}
	paper := door{"changing the label of the round on paper", func(h *harmed) error {
		c, err := h.Changes(h.t.Context(), h.by.Workshop, 0)
		if err == nil && !slices.ContainsFunc(c.Totals[h.typed], func(of models.Total) bool { return *of.Points == 5 }) {
			h.t.Error("it serves another total")
		}
		return err
	}}
	copying := door{"a copy", func(h *harmed) error {
		_, err := h.CopyWorkshop(h.t.Context(), h.by, modelstest.Key(), models.NewCopy{ID: models.NewID[models.WorkshopID](), Rehearsal: true})
		return err
	}}
	imported := door{"an imported workshop", func(h *harmed) error { _, err := h.Minutes(h.t.Context(), h.imported); return err }}
	for _, c := range []struct {
		harm  string
		doors []door
	}{
		{"a total", []door{minutes, draft, feed, approving, reopening, copying}},
		{"a typed total", []door{minutes, draft, feed, approving, paper}},
		{"an import's total", []door{imported}},
		{"a ballot", []door{minutes, draft, approving, copying}},
		{"a turnout", []door{minutes, draft, feed, approving, reopening}},
		{"a checksum", []door{minutes, feed, reopening}},
		{"the first", []door{first}},
		{"the second", []door{second, newest, draft, approving, publishing}},
	} {
		for _, d := range c.doors {
			t.Run(c.harm+", "+d.name, func(t *testing.T) {
				h := published(t, t.TempDir())
				defer func() { _ = h.Close() }() // what is damaged may say so
				if err := d.open(h); err != nil {
					t.Fatalf("before anything was harmed: %v", err)
				}
				h.harm(c.harm)
				if err := d.open(h); models.CodeOf(err) != models.CodeDamaged {
					t.Errorf("answered %v", err)
				}
			})
		}
	}
}

// TestADamagedVersionIsToldAndTheOthersAreServed: under the running program, and
// after a start that compared the seals.
func TestADamagedVersionIsToldAndTheOthersAreServed(t *testing.T) {
	for version, what := range map[int]string{1: "the first", 2: "the second"} {
		t.Run(what, func(t *testing.T) {
			dir := t.TempDir()
			h := published(t, dir)
			must(t, h.Close())
			harmFrozen(t, dir, harms[what])
			s := open(t, dir)
			defer func() { _ = s.Close() }()
			work, err := s.MinutesWork(t.Context(), h.by.Workshop)
			must(t, err)
			for _, e := range work.Editions {
				if e.Damaged != (e.Version == version) || !e.Damaged && e.Approval.By == "" {
					t.Errorf("version %d is listed as %+v", e.Version, e)
				}
			}
			if work.Damaged != (version == 2) || work.Next != 3 || work.Link != h.address {
				t.Errorf("where they stand: damaged %v, next %d, at %q", work.Damaged, work.Next, work.Link)
			}
			found, err := s.PublishedMinutes(t.Context(), h.address)
			must(t, err)
			if len(found.Editions) != 1 || found.Editions[0].Version != 3-version || !slices.Equal(found.Damaged, []int{version}) {
				t.Errorf("in public: %d versions, damaged %v", len(found.Editions), found.Damaged)
			}
			if _, err := s.Edition(t.Context(), h.by.Workshop, 3-version); err != nil {
				t.Errorf("the other version: %v", err)
			}
		})
	}
}

func TestADamagedKeptPrintIsMadeAnewAndKeptInItsPlace(t *testing.T) {
	h := harm(t, "a kept print")
	if _, err := h.Print(t.Context(), h.print); models.CodeOf(err) != models.CodeNotFound {
		t.Fatalf("a damaged print is served: %v", err)
	}
	must(t, h.KeepPrint(t.Context(), h.print, models.MinutesPublished, []byte("made anew")))
	must(t, h.KeepPrint(t.Context(), h.print, models.MinutesPublished, []byte("too late")))
	if bytes, err := h.Print(t.Context(), h.print); err != nil || string(bytes) != "made anew" {
		t.Errorf("kept is %q, %v", bytes, err)
	}
}

// TestExaminingNamesWhatIsDamagedByWorkshopFM11 harms a folder nobody has open.
func TestExaminingNamesWhatIsDamagedByWorkshopFM11(t *testing.T) {
	for name, c := range map[string]struct {
		harm string
		want []models.AilingPart
	}{
		"nothing":       {"", nil},
		"a total":       {harms["a total"] + " WHERE round_id IN (SELECT id FROM rounds WHERE label = 'papír')", []models.AilingPart{models.AilingRows, models.AilingTotals}},
		"ballots":       {harms["a ballot"] + " WHERE workshop_id IN (SELECT workshop_id FROM editions)", []models.AilingPart{models.AilingRows, models.AilingBallots}},
		"a turnout":     {harms["a turnout"], []models.AilingPart{models.AilingRows, models.AilingTotals}},
		"an idea":       {"UPDATE entries SET text = 'podmět' WHERE text = 'podnět'", []models.AilingPart{models.AilingRows}},
		"a version":     {"UPDATE editions SET edition = replace(edition, 'podnět', 'podmět') WHERE version = 1", []models.AilingPart{models.AilingEdition}},
		"a print":       {harms["a kept print"], []models.AilingPart{models.AilingPrint}},
		"a foreign key": {"UPDATE round_sums SET round_id = 'nowhere' WHERE round_id IN (SELECT id FROM rounds WHERE label = 'papír')", []models.AilingPart{models.AilingKeys, models.AilingTotals, models.AilingBallots}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			h := published(t, dir)
			must(t, h.Close())
			if c.harm != "" {
				harmFrozen(t, dir, c.harm)
			}
			found, err := store.Examine(t.Context(), dir)
			must(t, err)
			var parts []models.AilingPart
			for _, a := range found.Ailments {
				if a.Workshop != h.by.Workshop {
					t.Errorf("%+v is said of another workshop than that of %s", a, h.by.Workshop)
				}
				if !slices.Contains(parts, a.Part) {
					parts = append(parts, a.Part)
				}
			}
			slices.Sort(parts)
			slices.Sort(c.want)
			if !slices.Equal(parts, c.want) || len(found.Workshops) != 2 {
				t.Errorf("found %+v in %d workshops, want %v", found.Ailments, len(found.Workshops), c.want)
			}
		})
	}
}

// TestAColumnOfAnotherNameIsNotReadAsEmpty: a bit of the schema flipped, every
// row as it was.
func TestAColumnOfAnotherNameIsNotReadAsEmpty(t *testing.T) {
	for _, c := range []struct{ was, is string }{{"idea_label", "idea_lacel"}, {"note ", "nmte "}, {"from_text", "fsom_text"}} {
		dir := t.TempDir()
		must(t, published(t, dir).Close())
		db := dbFile(t, dir)
		for _, statement := range []string{"PRAGMA writable_schema = ON", "UPDATE sqlite_master SET sql = replace(sql, '" + c.was + "', '" + c.is + "')"} {
			if _, err := db.Exec(statement); err != nil {
				t.Fatal(err)
			}
		}
		must(t, db.Close())
		if s, err := store.Open(t.Context(), dir, store.Options{}); err == nil {
			t.Errorf("%s became %s, and it was opened", c.was, c.is)
			must(t, s.Close())
		}
		found, err := store.Examine(t.Context(), dir)
		must(t, err)
		if !slices.ContainsFunc(found.Ailments, func(a models.Ailment) bool { return a.Part == models.AilingSchema }) {
			t.Errorf("%s became %s, and what was found is %v", c.was, c.is, found.Ailments)
		}
	}
}

func dbFile(t *testing.T, dir string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite3", filepath.Join(dir, "dilna.db"))
	must(t, err)
	db.SetMaxOpenConns(1)
	return db
}

// harmFrozen changes a folder nobody has open, past what the database keeps from
// being changed.
func harmFrozen(t *testing.T, dir, harm string) {
	t.Helper()
	db := dbFile(t, dir)
	var guard string
	must(t, db.QueryRow("SELECT sql FROM sqlite_master WHERE name = 'editions_are_frozen'").Scan(&guard))
	for _, statement := range []string{"DROP TRIGGER editions_are_frozen", harm, guard} {
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	must(t, db.Close())
}
