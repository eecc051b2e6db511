package rehearsal

import (
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"

	"dilna/models"
)

// The sorts of commands the report tells apart.
const (
	sortJoin     = "join"
	sortSitting  = "sitting" // choosing a part of a division
	sortIdeas    = "ideas"
	sortDots     = "dots"
	sortSteering = "steering" // what the facilitator does
	sortFeedback = "feedback"
	sortRepeats  = "repeats" // the same command once more
)

// meter counts what is sent, and times what is answered.
type meter struct {
	mu       sync.Mutex
	sent     int
	retried  int
	times    map[string][]time.Duration
	refusals map[string]int
	seen     []time.Duration
	dropped  int // streams dropped on purpose and taken up again
	broken   int // streams that ended by themselves
}

func newMeter() *meter {
	return &meter{times: map[string][]time.Duration{}, refusals: map[string]int{}}
}

func (m *meter) sending() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.sent++
}

func (m *meter) retrying() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.retried++
}

func (m *meter) acknowledged(sort string, took time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.times[sort] = append(m.times[sort], took)
}

func (m *meter) refused(status int, code models.ErrorCode) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.refusals[fmt.Sprintf("%d %s", status, code)]++
}

func (m *meter) seenByAll(took time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.seen = append(m.seen, took)
}

func (m *meter) streamDropped() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.dropped++
}

func (m *meter) streamBroke() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.broken++
}

// sum writes what was measured into the report.
func (m *meter) sum(r *Report) {
	m.mu.Lock()
	defer m.mu.Unlock()
	r.Sent, r.Retried, r.Reconnected, r.BrokenStreams = m.sent, m.retried, m.dropped, m.broken
	r.Refused = maps.Clone(m.refusals)
	r.Seen = latencyOf(m.seen)
	r.AckBySort = map[string]Latency{}
	var all []time.Duration
	for _, sort := range slices.Sorted(maps.Keys(m.times)) {
		all = append(all, m.times[sort]...)
		r.AckBySort[sort] = latencyOf(m.times[sort])
	}
	r.Acknowledged, r.Ack = len(all), latencyOf(all)
}
