package rehearsal

import (
	"sync"
	"time"

	"dilna/models"
)

// crowd knows how far all screens are, and so when an acknowledged change has
// reached the last of them.
//
// An answer does not tell its revision. But the row it holds is the row the
// feed shows: the first frame with that very row tells a revision by which the
// change is seen, and a screen at or beyond it has seen it.
type crowd struct {
	meter *meter

	mu      sync.Mutex
	publics [3]public // by models.Audience
	open    []*sight
	byID    map[string][]*sight
}

// public is all screens of one audience.
type public struct {
	screens  int
	at       map[models.Revision]int // how many screens are at a revision
	last     models.Revision         // where the last of them is
	versions map[string][]version    // of rows, as the frames first showed them
}

// version is what a row was at a revision.
type version struct {
	hash uint64
	by   models.Revision
}

// sight is an acknowledged change on its way to all screens. The channel is
// closed once the last screen shows it.
type sight struct {
	id   string
	row  *row               // nil: a revision is waited for
	sent time.Time          // zero: not timed
	by   [3]models.Revision // 0: not known yet
	all  chan struct{}
}

func newCrowd(m *meter) *crowd {
	c := &crowd{meter: m, byID: map[string][]*sight{}}
	for i := range c.publics {
		c.publics[i] = public{at: map[models.Revision]int{}, versions: map[string][]version{}}
	}
	return c
}

// enter counts in a screen that shows nothing yet.
func (c *crowd) enter(a models.Audience) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.publics[a].screens++
	c.publics[a].at[0]++
	c.publics[a].last = 0
}

// show is told of each distinct frame before any screen folds it.
func (c *crowd) show(a models.Audience, f *frame) {
	c.mu.Lock()
	defer c.mu.Unlock()
	p := &c.publics[a]
	for _, r := range f.rows {
		p.remember(r, f.revision)
		for i, s := range c.byID[r.id] {
			if s.row.hashFor(a) == r.hash {
				// Changes before it were overtaken: seen is what they led to.
				for _, earlier := range c.byID[r.id][:i+1] {
					earlier.seenBy(a, f.revision)
				}
			}
		}
	}
	c.settle()
}

func (p *public) remember(r *row, at models.Revision) {
	known := p.versions[r.id]
	for i := range known {
		if known[i].hash == r.hash {
			known[i].by = min(known[i].by, at)
			return
		}
	}
	p.versions[r.id] = append(known, version{r.hash, at})
}

func (s *sight) seenBy(a models.Audience, at models.Revision) {
	if s.by[a] == 0 {
		s.by[a] = at
	}
}

// advance is told of each screen that moves from one revision to another.
func (c *crowd) advance(a models.Audience, from, to models.Revision) {
	if from == to {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	p := &c.publics[a]
	p.at[to]++
	if p.at[from]--; p.at[from] > 0 {
		return
	}
	delete(p.at, from)
	if from != p.last {
		return
	}
	p.last = to
	for at := range p.at {
		p.last = min(p.last, at)
	}
	c.settle()
}

// expect waits for an acknowledged row to be seen by all.
func (c *crowd) expect(sent time.Time, r *row) *sight {
	c.mu.Lock()
	defer c.mu.Unlock()
	s := &sight{id: r.id, row: r, sent: sent, all: make(chan struct{})}
	for a := range c.publics {
		for _, v := range c.publics[a].versions[r.id] {
			if v.hash == r.hashFor(models.Audience(a)) {
				s.by[a] = v.by
			}
		}
	}
	c.byID[r.id] = append(c.byID[r.id], s)
	c.open = append(c.open, s)
	c.settle()
	return s
}

// expectRevision waits for a revision to be reached by all.
func (c *crowd) expectRevision(sent time.Time, at models.Revision) *sight {
	c.mu.Lock()
	defer c.mu.Unlock()
	s := &sight{sent: sent, by: [3]models.Revision{at, at, at}, all: make(chan struct{})}
	c.open = append(c.open, s)
	c.settle()
	return s
}

// settle closes the sights that everybody has seen by now.
func (c *crowd) settle() {
	left := c.open[:0]
	for _, s := range c.open {
		if !c.seen(s) {
			left = append(left, s)
			continue
		}
		if !s.sent.IsZero() {
			c.meter.seenByAll(time.Since(s.sent))
		}
		close(s.all)
	}
	clear(c.open[len(left):])
	c.open = left
}

func (c *crowd) seen(s *sight) bool {
	for a := range c.publics {
		p := &c.publics[a]
		if p.screens > 0 && (s.by[a] == 0 || p.last < s.by[a]) {
			return false
		}
	}
	return true
}

// behind is how many screens have not seen it.
func (c *crowd) behind(s *sight) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	n := 0
	for a := range c.publics {
		for at, screens := range c.publics[a].at {
			if s.by[a] == 0 || at < s.by[a] {
				n += screens
			}
		}
	}
	return n
}
