// Package notify is the bus between instances on one PostgreSQL: LISTEN and
// NOTIFY, on two connections of its own (docs/adr/0029). What is sent waits in
// memory and goes out at most ten times a second; every message is numbered, so
// that whoever misses one knows.
package notify

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"

	"dilna/models"
	"dilna/server/live"
)

// Pace of a bus (docs/reliability.md, FM-16, FM-17).
const (
	sendEvery   = 100 * time.Millisecond // at most one sending
	beatEvery   = time.Second            // at least one, so that others know that we live
	silence     = 4 * time.Second        // after which an instance, or our own line, counts as dead
	callTime    = 5 * time.Second        // for one call of the database
	retryLeast  = 100 * time.Millisecond // between two tries to connect
	retryMost   = 2 * time.Second
	mostWaiting = 20_000 // messages; more are dropped, and the others are told by a missing number
)

// channel is what the instances on one database listen to.
const channel = "dilna"

// Bus is one instance's end of the line.
type Bus struct {
	config *pgx.ConnConfig
	log    *slog.Logger
	self   string

	mu      sync.Mutex
	waiting outbox
	more    chan struct{} // something waits

	number int64                // of the last letter sent; the sender's own
	known  map[string]*instance // who was heard; the listener's own
}

// instance is another one, as the listener knows it.
type instance struct {
	number int64 // of the last letter heard
	at     time.Time
	gone   bool
}

// New makes a bus on the database at url. Run connects it.
func New(url string, log *slog.Logger) (*Bus, error) {
	config, err := pgx.ParseConfig(url)
	if err != nil {
		return nil, err
	}
	config.ConnectTimeout = callTime
	config.RuntimeParams["application_name"] = "dilna-bus"
	config.RuntimeParams["tcp_user_timeout"] = fmt.Sprint(silence.Milliseconds())
	return &Bus{
		config: config, log: log, self: models.NewID[string](), waiting: outbox{}, more: make(chan struct{}, 1),
		known: map[string]*instance{},
	}, nil
}

// Self is the name of this instance.
func (b *Bus) Self() string { return b.self }

// Send has the others told with the next sending. It never blocks.
func (b *Bus) Send(m live.Message) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.waiting.put(m)
	select {
	case b.more <- struct{}{}:
	default: // it is known that something waits
	}
}

// Run sends and listens until ctx ends, over whatever happens to the database.
func (b *Bus) Run(ctx context.Context, ear live.Ear) {
	var both sync.WaitGroup
	both.Go(func() { b.persist(ctx, "the bus cannot send", b.send) })
	both.Go(func() {
		b.persist(ctx, "the bus cannot listen", func(ctx context.Context, conn *pgx.Conn) error { return b.listen(ctx, conn, ear) })
	})
	both.Wait()
}

// persist connects and works, and again with growing pauses when the line breaks.
func (b *Bus) persist(ctx context.Context, trouble string, work func(context.Context, *pgx.Conn) error) {
	for pause := retryLeast; ctx.Err() == nil; pause = min(2*pause, retryMost) {
		began := time.Now()
		err := b.connected(ctx, work)
		if ctx.Err() != nil {
			return
		}
		if time.Since(began) > silence {
			pause = retryLeast
		}
		b.log.WarnContext(ctx, trouble, "err", err, "again_in", pause)
		wait(ctx, pause/2+rand.N(pause))
	}
}

func (b *Bus) connected(ctx context.Context, work func(context.Context, *pgx.Conn) error) error {
	conn, err := pgx.ConnectConfig(ctx, b.config.Copy())
	if err != nil {
		return err
	}
	defer func() {
		closing, cancel := context.WithTimeout(context.WithoutCancel(ctx), callTime)
		defer cancel()
		_ = conn.Close(closing) // a broken line has nothing to say goodbye to
	}()
	return work(ctx, conn)
}

// send sends what waits, and a sign of life where nothing does. What could not
// be sent waits on, in its place. At the end what waits is still said.
func (b *Bus) send(ctx context.Context, conn *pgx.Conn) error {
	beat := time.NewTicker(beatEvery)
	defer beat.Stop()
	for {
		if err := b.sendWaiting(context.WithoutCancel(ctx), conn); err != nil || ctx.Err() != nil {
			return err
		}
		wait(ctx, sendEvery)
		select {
		case <-b.more:
		case <-beat.C:
		case <-ctx.Done():
		}
	}
}

func (b *Bus) sendWaiting(ctx context.Context, conn *pgx.Conn) error {
	messages, dropped := b.take()
	if dropped {
		b.number++ // of a letter nobody will ever hear
	}
	letters, err := pack(b.self, b.number, messages)
	if err != nil {
		return err
	}
	b.number += int64(len(letters)) // also of those that may be lost: others will miss them
	ctx, cancel := context.WithTimeout(ctx, callTime)
	defer cancel()
	_, err = conn.Exec(ctx, "SELECT pg_notify($1, letter) FROM unnest($2::text[]) WITH ORDINALITY AS l(letter, n) ORDER BY n", channel, letters)
	if err != nil {
		b.putBack(messages)
	}
	return err
}

func (b *Bus) take() (messages []live.Message, dropped bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	messages, dropped = b.waiting.messages(), b.waiting.dropped
	b.waiting = outbox{}
	return messages, dropped
}

// putBack lets messages wait again, unless something later about the same does.
func (b *Bus) putBack(messages []live.Message) {
	b.mu.Lock()
	defer b.mu.Unlock()
	later := b.waiting
	b.waiting = outbox{}
	for _, m := range append(messages, later.messages()...) {
		b.waiting.put(m)
	}
	b.waiting.dropped = b.waiting.dropped || later.dropped
}

// listen hears the others, and itself: a line on which not even that is heard
// is dead.
func (b *Bus) listen(ctx context.Context, conn *pgx.Conn, ear live.Ear) error {
	if _, err := conn.Exec(ctx, "LISTEN "+channel); err != nil {
		return err
	}
	for _, other := range b.known { // what they said meanwhile is asked for
		other.number, other.at = 0, time.Now()
	}
	ear.Missed()
	for {
		text, err := b.next(ctx, conn)
		if err != nil {
			return err
		}
		if err := b.hear(text, ear); err != nil {
			b.log.ErrorContext(ctx, "another instance said what is not understood", "err", err)
		}
		b.mourn(ear)
	}
}

func (b *Bus) next(ctx context.Context, conn *pgx.Conn) (string, error) {
	within, cancel := context.WithTimeout(ctx, silence)
	defer cancel()
	n, err := conn.WaitForNotification(within)
	if err != nil && within.Err() != nil && ctx.Err() == nil {
		return "", errors.New("nothing is heard, not even what was said here")
	}
	if err != nil {
		return "", err
	}
	return n.Payload, nil
}

// hear hands on what another instance says.
func (b *Bus) hear(text string, ear live.Ear) error {
	l, err := unpack(text)
	if err != nil || l.From == b.self {
		return err
	}
	from := b.known[l.From]
	if from == nil {
		from = &instance{}
		b.known[l.From] = from
	}
	missed := from.gone || from.number > 0 && l.Number != from.number+1
	from.number, from.at, from.gone = l.Number, time.Now(), false
	for _, m := range l.Messages {
		ear.Hear(l.From, m)
	}
	if missed {
		ear.Missed()
	}
	return nil
}

// mourn tells of instances that have fallen silent. One that is never heard
// again is forgotten some time later.
func (b *Bus) mourn(ear live.Ear) {
	for name, other := range b.known {
		quiet := time.Since(other.at)
		switch {
		case quiet > 100*silence:
			delete(b.known, name)
		case quiet > silence && !other.gone:
			other.gone = true
			ear.Gone(name)
		}
	}
}

// wait waits, unless ctx ends.
func wait(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}
