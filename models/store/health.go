package store

import (
	"context"
	"sync"
	"time"
)

// healthTime is how long an answer of Health is good for: who asks often makes
// the disk no busier.
const healthTime = time.Second

// health is what was last found out about the store.
type health struct {
	mu    sync.Mutex
	asked time.Time
	err   error
}

// Health says whether what people send can be kept now: it is written through
// the one writer, as theirs is. Nil, or what they would be told. Anybody may
// ask. Codes: `disk-full`, `busy` (the disk refuses, or too many wait),
// `data-damaged`.
func (s *Store) Health(ctx context.Context) error {
	s.health.mu.Lock()
	defer s.health.mu.Unlock()
	if now := s.now(); s.health.asked.IsZero() || now.Sub(s.health.asked).Abs() > healthTime {
		err := s.writer.do(context.WithoutCancel(ctx), func(t *tx) error { return t.db.Exec(touch).Error })
		s.health.asked, s.health.err = now, err
	}
	return s.health.err
}

// WrittenElsewhere is a number that changes when another program has written
// to the database, and stays while only this store's commands have. Internal.
func (s *Store) WrittenElsewhere(ctx context.Context) (version int64, err error) {
	// The writer's own connection is asked: its commits do not count for it.
	err = s.writing.WithContext(ctx).Raw(dataVersion).Row().Scan(&version)
	return version, translate(err)
}
