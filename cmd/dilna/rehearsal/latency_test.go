package rehearsal

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestPercentilesAreMeasuredTimesByNearestRank(t *testing.T) {
	var times []time.Duration
	for n := 200; n > 0; n-- { // unsorted on purpose
		times = append(times, time.Duration(n)*time.Millisecond)
	}
	got := latencyOf(times)
	want := Latency{Count: 200, P50: 100 * time.Millisecond, P95: 190 * time.Millisecond, P99: 198 * time.Millisecond, Max: 200 * time.Millisecond}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := latencyOf(nil); got != (Latency{}) {
		t.Errorf("of nothing: %+v", got)
	}
}

func TestAPercentileLeavesAtMostItsShareAbove(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		times := rapid.SliceOfN(rapid.Map(rapid.Int64Range(0, 1e9), func(n int64) time.Duration { return time.Duration(n) }), 1, 300).Draw(t, "times")
		latency := latencyOf(times)
		for percent, at := range map[int]time.Duration{50: latency.P50, 95: latency.P95, 99: latency.P99, 100: latency.Max} {
			above := 0
			for _, took := range times {
				if took > at {
					above++
				}
			}
			if above*100 > (100-percent)*len(times) {
				t.Fatalf("%d of %d are above the p%d %v", above, len(times), percent, at)
			}
			if !slices.Contains(times, at) {
				t.Fatalf("p%d %v was never measured", percent, at)
			}
		}
	})
}
