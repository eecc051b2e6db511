package notify_test

import (
	"context"
	"database/sql"
	"fmt"
	"log/slog"
	"sync"
	"testing"
	"time"

	"dilna/models"
	"dilna/models/modelstest/pgtest"
	"dilna/server/live"
	"dilna/server/live/notify"
)

// ear notes down what it hears.
type ear struct {
	heard  chan live.Message
	missed chan struct{}
	gone   chan string
}

func (e *ear) Hear(_ string, m live.Message) { e.heard <- m }
func (e *ear) Missed()                       { e.missed <- struct{}{} }
func (e *ear) Gone(instance string)          { e.gone <- instance }

// instance is a bus that runs until it is stopped.
type instance struct {
	*notify.Bus
	*ear
	stop func()
}

// start runs a bus; it can be heard and hears once it returns.
func start(t *testing.T, url string) *instance {
	t.Helper()
	bus, err := notify.New(url, slog.New(slog.DiscardHandler))
	must(t, err)
	i := &instance{Bus: bus, ear: &ear{make(chan live.Message, 5000), make(chan struct{}, 100), make(chan string, 100)}}
	ctx, cancel := context.WithCancel(context.Background())
	var running sync.WaitGroup
	running.Go(func() { bus.Run(ctx, i) })
	i.stop = func() {
		cancel()
		running.Wait()
	}
	t.Cleanup(i.stop)
	soon(t, "listening", i.missed)
	return i
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// still is how long a machine may stand still.
const still = 10 * time.Second

// soon is what comes within what a test may take.
func soon[T any](t *testing.T, what string, from <-chan T) T {
	t.Helper()
	select {
	case got := <-from:
		return got
	case <-time.After(time.Minute):
		t.Fatal("never: " + what)
	}
	panic("unreachable")
}

// until hears until a message is there, and says how many it heard before.
func (i *instance) until(t *testing.T, is func(live.Message) bool) (before []live.Message) {
	t.Helper()
	for {
		m := soon(t, "the message", i.heard)
		if is(m) {
			return before
		}
		before = append(before, m)
	}
}

func about(kind live.Kind, id string) func(live.Message) bool {
	return func(m live.Message) bool { return m.Kind == kind && m.ID == id }
}

func TestOthersHearWhatAnInstanceSaysAndItselfDoesNot(t *testing.T) {
	t.Parallel()
	url := pgtest.Database(t)
	a, b, c := start(t, url), start(t, url), start(t, url)
	began := time.Now()
	a.Send(live.Message{Kind: live.Revoked, ID: "sedadlo"})
	b.until(t, about(live.Revoked, "sedadlo"))
	c.until(t, about(live.Revoked, "sedadlo"))
	if took := time.Since(began); took > time.Second+still {
		t.Errorf("it took %v (docs/reliability.md, INV-19)", took)
	}
	b.Send(live.Message{Kind: live.Revoked, ID: "konec"})
	for _, m := range a.until(t, about(live.Revoked, "konec")) {
		t.Errorf("the sender heard itself: %+v", m)
	}
}

func TestOfWhatIsSaidOftenTheLatestIsHeardAndNoMoreThanTenTimesASecond(t *testing.T) {
	t.Parallel()
	url := pgtest.Database(t)
	a, b := start(t, url), start(t, url)
	began := time.Now()
	const last = 2000
	for at := range models.Revision(last + 1) {
		a.Send(live.Message{Kind: live.Changed, Workshop: "w", Revision: at})
	}
	took := time.Since(began)
	before := b.until(t, func(m live.Message) bool { return m.Revision == last })
	if most := 3 + int(took/(100*time.Millisecond)); len(before) > most {
		t.Errorf("%d changes within %v were said %d times", last, took, len(before)+1)
	}
}

func TestMoreThanOneLetterHoldsArrivesInOrder(t *testing.T) {
	t.Parallel()
	url := pgtest.Database(t)
	a, b := start(t, url), start(t, url)
	for n := range 500 {
		a.Send(live.Message{Kind: live.Here, Workshop: "w", ID: fmt.Sprintf("sedadlo číslo %d", n), On: true})
	}
	for n := range 500 {
		if m := soon(t, "the message", b.heard); m.ID != fmt.Sprintf("sedadlo číslo %d", n) {
			t.Fatalf("message %d is of %s", n, m.ID)
		}
	}
	select {
	case <-b.missed:
		t.Error("something was taken for lost")
	default:
	}
}

func TestAnInstanceThatFallsSilentIsMourned(t *testing.T) {
	t.Parallel()
	url := pgtest.Database(t)
	a, b := start(t, url), start(t, url)
	a.Send(live.Message{Kind: live.Wound})
	b.until(t, about(live.Wound, ""))
	a.stop()
	began := time.Now()
	if gone := soon(t, "mourning", b.gone); gone != a.Self() || time.Since(began) > 7*time.Second+still {
		t.Errorf("after %v %s is gone, want %s", time.Since(began), gone, a.Self())
	}
}

// TestADatabaseThatFailedIsComeBackTo: its server is killed; what is said
// meanwhile waits.
func TestADatabaseThatFailedIsComeBackToFM16(t *testing.T) {
	t.Parallel()
	cluster := pgtest.Start(t)
	url := cluster.URL("postgres")
	a, b := start(t, url), start(t, url)
	must(t, cluster.Kill())
	a.Send(live.Message{Kind: live.Revoked, ID: "za výpadku"})
	must(t, cluster.Up())
	began := time.Now()
	soon(t, "b listens again", b.missed)
	soon(t, "a listens again", a.missed)
	if took := time.Since(began); took > 6*time.Second+still {
		t.Errorf("they listened again after %v", took)
	}
	a.Send(live.Message{Kind: live.Revoked, ID: "po výpadku"})
	b.until(t, about(live.Revoked, "po výpadku"))
}

func TestWhoseLineIsCutLooksEverythingUpFM16(t *testing.T) {
	t.Parallel()
	url := pgtest.Database(t)
	a, b := start(t, url), start(t, url)
	a.Send(live.Message{Kind: live.Wound})
	b.until(t, about(live.Wound, ""))
	db, err := sql.Open("pgx", url)
	must(t, err)
	defer func() { must(t, db.Close()) }()
	_, err = db.ExecContext(t.Context(), `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
		WHERE application_name = 'dilna-bus' AND datname = current_database()`)
	must(t, err)
	soon(t, "a listens again", a.missed)
	soon(t, "b listens again", b.missed)
	b.Send(live.Message{Kind: live.Revoked, ID: "dál"})
	a.until(t, about(live.Revoked, "dál"))
}
