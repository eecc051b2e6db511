package rehearsal

import (
	"fmt"
	"maps"
	"sync"

	"dilna/models"
)

// screen is what one phone, the wall or the console shows: the feed's frames
// folded. Its digest is the sum of its rows' hashes, so that it does not tell
// by which frames the screen came to show them.
type screen struct {
	name     string
	audience models.Audience

	mu       sync.Mutex
	revision models.Revision
	rows     map[string]*row
	digest   uint64
	odd      []string // what a right feed never does (docs/reliability.md, INV-14)
}

func newScreen(name string, a models.Audience) *screen {
	return &screen{name: name, audience: a, rows: map[string]*row{}}
}

// fold takes a frame over and tells from which revision to which that was.
func (s *screen) fold(f *frame) (from, to models.Revision) {
	s.mu.Lock()
	defer s.mu.Unlock()
	from = s.revision
	switch {
	case f.revision < s.revision:
		s.odd = append(s.odd, fmt.Sprintf("%s: revision %d after %d", s.name, f.revision, s.revision))
		return from, from
	case f.since > s.revision:
		s.odd = append(s.odd, fmt.Sprintf("%s: a change since %d at revision %d", s.name, f.since, s.revision))
	case f.since == 0:
		clear(s.rows)
		s.digest = 0
	}
	for _, r := range f.rows {
		s.drop(r.id)
		s.rows[r.id] = r
		s.digest += r.hash
	}
	for _, id := range f.gone {
		s.drop(id)
	}
	s.revision = f.revision
	return from, f.revision
}

func (s *screen) drop(id string) {
	if old := s.rows[id]; old != nil {
		s.digest -= old.hash
		delete(s.rows, id)
	}
}

// picture is a screen at one moment.
type picture struct {
	revision models.Revision
	digest   uint64
	rows     map[string]*row
	odd      []string
}

func (s *screen) picture() picture {
	s.mu.Lock()
	defer s.mu.Unlock()
	return picture{revision: s.revision, digest: s.digest, rows: maps.Clone(s.rows), odd: s.odd}
}

func (s *screen) at() models.Revision {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.revision
}
