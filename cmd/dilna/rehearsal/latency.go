package rehearsal

import (
	"slices"
	"time"
)

// Latency is how long something took, over many times.
type Latency struct {
	Count int           `json:"count"`
	P50   time.Duration `json:"p50_ns"`
	P95   time.Duration `json:"p95_ns"`
	P99   time.Duration `json:"p99_ns"`
	Max   time.Duration `json:"max_ns"`
}

// latencyOf sums times up by the nearest-rank method: P95 is the least time
// that at least 95 of 100 did not exceed, and always one that was measured.
func latencyOf(times []time.Duration) Latency {
	if len(times) == 0 {
		return Latency{}
	}
	sorted := slices.Sorted(slices.Values(times))
	at := func(percent int) time.Duration { return sorted[max(0, ceilDiv(percent*len(sorted), 100)-1)] }
	return Latency{Count: len(sorted), P50: at(50), P95: at(95), P99: at(99), Max: sorted[len(sorted)-1]}
}

// Spread is the least, the middle and the most of something counted on every
// phone.
type Spread struct {
	Min    int64 `json:"min"`
	Median int64 `json:"median"`
	Max    int64 `json:"max"`
}

func spreadOf(counts []int64) Spread {
	if len(counts) == 0 {
		return Spread{}
	}
	sorted := slices.Sorted(slices.Values(counts))
	return Spread{Min: sorted[0], Median: sorted[(len(sorted)-1)/2], Max: sorted[len(sorted)-1]}
}
