package store

import (
	"context"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"dilna/models"
)

// touch writes what stands there already: where it works, anything can be written.
const touch = "UPDATE goose_db_version SET is_applied = is_applied WHERE version_id = 0"

// healthTime is how long an answer of Health is good for: who asks often makes
// the disk no busier.
const healthTime = time.Second

// health is what was last found out about the store.
type health struct {
	mu      sync.Mutex
	asked   time.Time
	err     error
	damaged atomic.Bool // something was asked for that is not what was stored
	log     *slog.Logger
}

// note remembers, until the program ends, that something damaged was found, and
// tells the log the first time.
func (h *health) note(err error) error {
	if models.CodeOf(err) == models.CodeDamaged && h.damaged.CompareAndSwap(false, true) {
		h.log.Error("stored data are damaged: run `dilna doctor`, restore a backup", "err", err)
	}
	return err
}

// Health says whether what people send can be kept now: it is written through
// the one writer, as theirs is. Nil, or what they would be told. Anybody may
// ask. Codes: `disk-full`, `database-away`, `busy` (the disk refuses, or too
// many wait), `data-damaged`.
func (s *Store) Health(ctx context.Context) error {
	s.health.mu.Lock()
	defer s.health.mu.Unlock()
	if now := s.now(); s.health.asked.IsZero() || now.Sub(s.health.asked).Abs() > healthTime {
		err := s.writer.do(context.WithoutCancel(ctx), common, func(t *tx) error { return t.db.Exec(touch).Error })
		err = firstOf(err, s.mustBeUndamaged(ctx))
		s.health.asked, s.health.err = now, err
	}
	return s.health.err
}

// mustBeUndamaged refuses while anything is known to be damaged: by its seal, or
// because somebody asked for it.
func (s *Store) mustBeUndamaged(ctx context.Context) error {
	var broken int64
	err := translate(s.readers.WithContext(context.WithoutCancel(ctx)).Model(&seal{}).Where("damaged = ?", true).Count(&broken).Error)
	if err == nil && broken > 0 {
		err = s.health.note(damaged())
	}
	if err == nil && s.health.damaged.Load() || models.CodeOf(err) == models.CodeDamaged {
		return models.Fail(models.KindUnavailable, models.CodeDamaged)
	}
	return err
}

// WrittenElsewhere is a number that changes when another program has written
// to the database, and stays while only this store's commands have. Internal.
func (s *Store) WrittenElsewhere(ctx context.Context) (version int64, err error) {
	// The writer's own connection is asked: its commits do not count for it.
	version, err = s.dialect.WrittenElsewhere(s.writing.WithContext(ctx))
	return version, translate(err)
}
