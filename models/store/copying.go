package store

import (
	"errors"
	"log/slog"
	"sync"

	"dilna/models"
)

// copying is how the automatic copies of the database are.
type copying struct {
	erased chan struct{} // something was erased that copies may hold
	mu     *sync.Mutex
	said   string // why there is no copy of today; empty: there is, or none is wanted
}

func newCopying() copying { return copying{erased: make(chan struct{}, 1), mu: new(sync.Mutex)} }

// forget has the copies forget what was erased.
func (c *copying) forget() {
	select {
	case c.erased <- struct{}{}:
	default: // they will look anyway
	}
}

// note remembers how copying went, and tells the log what is new.
func (c *copying) note(log *slog.Logger, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	said := ""
	if err != nil {
		said = err.Error()
	}
	switch {
	case said == c.said:
	case said == "":
		log.Warn("automatic backups are made again")
	case models.CodeOf(err) == models.CodeDiskFull:
		log.Warn("there is too little room on the disk for the automatic backup of today", "err", err)
	default:
		log.Warn("the automatic backup of today could not be made; it is tried again", "err", err)
	}
	c.said = said
}

// Copying says whether the automatic copies are as they should be. Anybody may
// ask. Code `copy-missing`: that of today could not be made.
func (s *Store) Copying() error {
	s.copying.mu.Lock()
	defer s.copying.mu.Unlock()
	if s.copying.said == "" {
		return nil
	}
	return models.Fail(models.KindUnavailable, models.CodeCopyMissing).Because(errors.New(s.copying.said))
}
