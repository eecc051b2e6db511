package live_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"dilna/models"
	"dilna/server/live"
)

// ear is a phone that only counts.
type ear struct {
	header http.Header
	heard  *sync.WaitGroup
}

func (e *ear) Header() http.Header            { return e.header }
func (e *ear) WriteHeader(int)                {}
func (e *ear) Write(text []byte) (int, error) { return len(text), nil }
func (e *ear) Flush()                         { e.heard.Done() }

// BenchmarkFanOut measures one change told to a thousand phones: read, encoded
// once, and given to each connection.
func BenchmarkFanOut(b *testing.B) {
	benchmarkFanOut(b, func(n int) live.Follower {
		return live.Follower{Audience: models.Participants, Holder: fmt.Sprint(n)}
	})
}

// BenchmarkFanOutToAllAudiences measures it where the phones of the room, the
// wall and those who facilitate follow: each audience sees something else.
func BenchmarkFanOutToAllAudiences(b *testing.B) {
	benchmarkFanOut(b, func(n int) live.Follower {
		return live.Follower{Audience: models.Audiences[n%len(models.Audiences)], Holder: fmt.Sprint(n)}
	})
}

func benchmarkFanOut(b *testing.B, follower func(n int) live.Follower) {
	const phones = 1000
	h := newHall(b, 1)
	for i := range 200 {
		h.idea(fmt.Sprint("podnět ", i))
	}
	ctx, hangUp := context.WithCancel(context.Background())
	var heard, ended sync.WaitGroup
	heard.Add(phones)
	for n := range phones {
		f := follower(n)
		f.Workshop = h.ID
		r := httptest.NewRequestWithContext(ctx, http.MethodGet, "/feed", nil)
		ended.Go(func() { _ = h.hub.Serve(&ear{header: http.Header{}, heard: &heard}, r, f) })
	}
	heard.Wait()
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		b.StopTimer()
		<-time.After(210 * time.Millisecond) // the hub's pace is not what is measured
		b.StartTimer()
		heard.Add(phones)
		h.idea("další")
		heard.Wait()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/phones, "ns/phone")
	hangUp()
	ended.Wait()
}
