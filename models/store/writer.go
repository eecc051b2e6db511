package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"slices"
	"sync"

	"gorm.io/gorm"

	"dilna/models"
)

const (
	// maxQueue bounds the commands waiting for the writer; beyond it callers
	// are told to try again (docs/reliability.md, FM-10).
	maxQueue = 2_000
	// maxBatch bounds the commands of one transaction and so of one fsync.
	maxBatch = 100
)

// writer is the one way in: it takes the commands of the moment, runs each in
// a savepoint of one transaction, commits them with one fsync, tells the feed,
// and only then lets the callers know. While it commits, the next commands
// queue up: the busier the room, the larger the groups.
type writer struct {
	db        *gorm.DB
	dialect   dialect
	log       *slog.Logger
	publisher Publisher
	ballast   *ballast
	queue     chan *unit
	stopped   chan struct{} // closed: takes no more commands
	finished  chan struct{} // closed: the last command is answered
	once      sync.Once
}

// common is what a command changes that changes no workshop: accounts, links,
// letterheads.
const common models.WorkshopID = ""

// unit is one command on its way through the writer.
type unit struct {
	ctx  context.Context
	of   string // what it changes: the id of a workshop, or "" for what belongs to none
	run  func(*tx) error
	last bool // it ends or removes something: it may use the last room on the disk
	done chan error
	tx   *tx
	err  error
}

// tx is the running transaction as one unit sees it. What it stamps and
// registers counts only if the unit succeeds.
type tx struct {
	db         *gorm.DB
	dialect    dialect
	stamps     map[models.WorkshopID]models.Revision
	progressed map[models.WorkshopID]bool
	after      []func() error // once committed, on the writer's own time
	past       *past          // before a facilitator's command; nil for everybody else's
}

func startWriter(db *gorm.DB, d dialect, room *ballast, opts Options) *writer {
	w := &writer{
		db: db, dialect: d, log: opts.Log, publisher: opts.Publisher, ballast: room,
		queue: make(chan *unit, maxQueue), stopped: make(chan struct{}), finished: make(chan struct{}),
	}
	go w.loop()
	return w
}

// do runs fn, which changes a workshop (common: none), in a transaction and returns once it is on disk. Other instances
// change the workshop before or after, never meanwhile. Code `busy`:
// the queue is full, the disk refuses, or the program is stopping; nothing was
// done and the same command may be sent again. Codes `disk-full`, `database-away`.
func (w *writer) do(ctx context.Context, of models.WorkshopID, fn func(*tx) error) error {
	return w.send(&unit{ctx: ctx, of: string(of), run: fn, done: make(chan error, 1)})
}

// doLast is do for what ends or removes something, or lets somebody in who may:
// it works on a full disk, too, as long as there is ballast.
func (w *writer) doLast(ctx context.Context, of models.WorkshopID, fn func(*tx) error) error {
	return w.send(&unit{ctx: ctx, of: string(of), run: fn, last: true, done: make(chan error, 1)})
}

func (w *writer) send(u *unit) error {
	select {
	case <-w.stopped:
		return models.Fail(models.KindUnavailable, models.CodeBusy)
	default:
	}
	select {
	case w.queue <- u:
	default:
		return models.Fail(models.KindUnavailable, models.CodeBusy)
	}
	select {
	case err := <-u.done:
		return err
	case <-w.finished:
		return w.lateAnswer(u)
	}
}

// lateAnswer: the writer finished while u was queued; it was answered just
// before, or never taken.
func (w *writer) lateAnswer(u *unit) error {
	select {
	case err := <-u.done:
		return err
	default:
		return models.Fail(models.KindUnavailable, models.CodeBusy)
	}
}

func (w *writer) stop() {
	w.once.Do(func() { close(w.stopped) })
	<-w.finished
}

func (w *writer) loop() {
	defer close(w.finished)
	for {
		select {
		case u := <-w.queue:
			w.commit(w.group(u))
		case <-w.stopped:
			for len(w.queue) > 0 {
				w.commit(w.group(<-w.queue))
			}
			return
		}
	}
}

// group takes what is waiting, up to maxBatch.
func (w *writer) group(first *unit) []*unit {
	units := []*unit{first}
	for len(units) < maxBatch {
		select {
		case u := <-w.queue:
			units = append(units, u)
		default:
			return units
		}
	}
	return units
}

func (w *writer) commit(units []*unit) {
	if !w.ballast.inPlace() {
		units = w.turnAway(units)
	}
	if len(units) == 0 {
		return
	}
	err := w.transactions(units)
	full := func(u *unit) bool { return isFull(err) || models.CodeOf(u.err) == models.CodeDiskFull }
	if slices.ContainsFunc(units, full) && w.ballast.release() {
		again := func(u *unit) bool { return u.last && full(u) }
		defer w.commit(only(units, again))
		units = slices.DeleteFunc(slices.Clone(units), again)
	}
	if err != nil {
		w.answer(units, lost(err))
		return
	}
	w.publish(units)
	w.answer(units, nil)
}

// turnAway refuses, while there is no ballast, what has to wait for room, and
// keeps the rest.
func (w *writer) turnAway(units []*unit) []*unit {
	last := func(u *unit) bool { return u.last }
	waits := func(u *unit) bool { return !u.last }
	w.answer(only(units, waits), models.Fail(models.KindUnavailable, models.CodeDiskFull))
	return only(units, last)
}

// only are the units that fit.
func only(units []*unit, fits func(*unit) bool) (those []*unit) {
	for _, u := range units {
		if fits(u) {
			those = append(those, u)
		}
	}
	return those
}

// lost is what those are told whose commands went down with their transaction.
func lost(err error) error {
	if told := translate(err); isRefusal(told) {
		return told
	}
	return models.Fail(models.KindUnavailable, models.CodeBusy).Because(err)
}

// mostTries is how often a transaction is run that others' keep from ending.
const mostTries = 5

// transactions runs the units in one transaction, again where the database gave
// it up for the sake of another instance's.
func (w *writer) transactions(units []*unit) (err error) {
	for range mostTries {
		if err = w.transaction(units); !isToRepeat(err) {
			return err
		}
	}
	return err
}

func (w *writer) transaction(units []*unit) error {
	db, err := w.dialect.Begin(w.db)
	if err != nil {
		return err
	}
	if err = w.attemptAll(db, units); err == nil {
		err = w.dialect.Commit(db)
	}
	if err != nil {
		return errors.Join(err, w.dialect.Rollback(db))
	}
	return nil
}

// attemptAll runs the units one after the other. All that they change is locked
// before the first: what one instance judges no other changes meanwhile.
func (w *writer) attemptAll(db *gorm.DB, units []*unit) error {
	of := make([]string, len(units))
	for i, u := range units {
		of[i] = cmp.Or(u.of, "common")
	}
	if err := w.dialect.Lock(db, of); err != nil {
		return err
	}
	for i, u := range units {
		if err := w.dialect.Savepoint(db, i == 0); err != nil {
			return err
		}
		if err := w.attempt(db, u); err != nil {
			return err
		}
	}
	return nil
}

// attempt runs the unit in the savepoint that stands, so that a refusal undoes
// this unit and hurts no other. The error returned is the transaction's own.
func (w *writer) attempt(db *gorm.DB, u *unit) error {
	if u.err = u.ctx.Err(); u.err != nil {
		return nil //nolint:nilerr // the caller has gone and was told nothing
	}
	u.tx = &tx{db: db, dialect: w.dialect, stamps: map[models.WorkshopID]models.Revision{}, progressed: map[models.WorkshopID]bool{}}
	failed := w.guarded(u)
	if isToRepeat(failed) {
		return failed
	}
	if u.err = translate(failed); u.err == nil {
		return nil
	}
	if err := db.Exec("ROLLBACK TO SAVEPOINT unit").Error; err != nil {
		return errors.Join(u.err, err) // what refused the unit has ended the transaction
	}
	return nil
}

// guarded turns a panic of one command into that command's error. Where it
// happened is known here only, and so told to the log here.
func (w *writer) guarded(u *unit) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic in a command: %v", p)
			w.log.ErrorContext(u.ctx, "a command panicked", "err", err, "stack", string(debug.Stack()))
		}
	}()
	return u.run(u.tx)
}

// publish tells the feed about everything committed and runs what was to
// happen after the commit. What goes wrong there is for the log: the command
// is done, and whoever sent it is told so.
func (w *writer) publish(units []*unit) {
	changed := map[models.WorkshopID]models.Revision{}
	progressed := map[models.WorkshopID]bool{}
	for _, u := range units {
		if u.err != nil {
			continue
		}
		for id, at := range u.tx.stamps {
			changed[id] = max(changed[id], at)
		}
		for id := range u.tx.progressed {
			progressed[id] = true
		}
		for _, fn := range u.tx.after {
			if err := fn(); err != nil {
				w.log.ErrorContext(u.ctx, "done, but not all that belongs to it", "err", err)
			}
		}
	}
	if w.publisher == nil {
		return
	}
	for id, at := range changed {
		w.publisher.Changed(id, at)
	}
	for id := range progressed {
		w.publisher.Progressed(id)
	}
}

func (w *writer) answer(units []*unit, failed error) {
	for _, u := range units {
		if failed != nil {
			u.err = failed
		}
		u.done <- u.err
	}
}

// stamp is the revision of this unit's changes of the workshop: one for all of
// them, the next after the last committed.
func (t *tx) stamp(w models.WorkshopID) (models.Revision, error) {
	if at, ok := t.stamps[w]; ok {
		return at, nil
	}
	var at models.Revision
	err := t.db.Raw("UPDATE workshops SET revision = revision + 1 WHERE id = ? RETURNING revision", w).Row().Scan(&at)
	if err != nil {
		return 0, err
	}
	t.stamps[w] = at
	return at, nil
}
