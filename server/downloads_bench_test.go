package server_test

import (
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"syscall"
	"testing"
	"time"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/store"
	"dilna/server"
	"dilna/server/live"
)

// BenchmarkHundredReadersAtOnce: a hundred who are not signed in download the published
// model record, each over a connection of their own, after it was made and before. What is
// promised: p99 under 300 ms. The time of the processor (of readers and server together) says
// more on a machine that is busy with other things: two idle cores take half of it.
func BenchmarkHundredReadersAtOnce(b *testing.B) {
	for _, format := range []string{"pdf", "docx", "html"} {
		b.Run(format, func(b *testing.B) {
			var waits []time.Duration
			var first, worked time.Duration
			for b.Loop() {
				b.StopTimer()
				address := publishedAt(b, format)
				b.StartTimer()
				unmade := hundredDownloads(b, address)
				first = max(first, unmade[98])
				before := processorTime(b)
				waits = append(waits, hundredDownloads(b, address)...)
				worked += processorTime(b) - before
			}
			slices.Sort(waits)
			b.ReportMetric(float64(worked.Milliseconds())/float64(b.N), "cpu-ms")
			b.ReportMetric(float64(first.Microseconds())/1000, "p99-unmade-ms")
			b.ReportMetric(float64(waits[len(waits)/2].Microseconds())/1000, "p50-ms")
			b.ReportMetric(float64(waits[len(waits)*99/100].Microseconds())/1000, "p99-ms")
		})
	}
}

func processorTime(b *testing.B) time.Duration {
	b.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// publishedAt serves the model record, published, and gives the address of a format of it.
func publishedAt(b *testing.B, format string) string {
	b.Helper()
	good := func(err error) {
		b.Helper()
		if err != nil {
			b.Fatal(err)
		}
	}
	s, err := store.Open(b.Context(), b.TempDir(), store.Options{})
	good(err)
	id, err := s.Import(b.Context(), modelstest.ModelRecord())
	good(err)
	by := models.Actor{Role: models.RoleCoordinator, Account: modelstest.FirstAccount(b, s).ID, Workshop: id}
	_, err = s.ApproveMinutes(b.Context(), by, modelstest.Key(), models.DraftSeen{})
	good(err)
	good(s.SetEditionState(b.Context(), by, modelstest.Key(), 1, models.EditionMove{State: models.MinutesPublished}))
	work, err := s.MinutesWork(b.Context(), id)
	good(err)
	quiet := slog.New(slog.DiscardHandler)
	cfg := server.Config{Store: s, Hub: live.New(s, quiet), Log: quiet, Slips: slipsOf, Tickets: ticketsOf}
	withAllFormats(&cfg)
	made, err := server.New(cfg)
	good(err)
	served := httptest.NewServer(made.Handler())
	b.Cleanup(func() {
		served.Close()
		cfg.Hub.Close()
		made.Close()
		good(s.Close())
	})
	return served.URL + "/minutes/" + work.Link + "/1/minutes." + format
}

// hundredDownloads begin at once; how long each took, the shortest first.
func hundredDownloads(b *testing.B, address string) []time.Duration {
	b.Helper()
	waits := make([]time.Duration, 100)
	begin := make(chan struct{})
	var all sync.WaitGroup
	for i := range waits {
		all.Go(func() {
			reader := http.Client{Transport: &http.Transport{}}
			defer reader.CloseIdleConnections()
			<-begin
			began := time.Now()
			got, err := reader.Get(address)
			if err != nil {
				b.Error(err)
				return
			}
			size, err := io.Copy(io.Discard, got.Body)
			waits[i] = time.Since(began)
			if got.StatusCode != http.StatusOK || size == 0 || err != nil || got.Body.Close() != nil {
				b.Errorf("answered with %s, %d bytes, %v", got.Status, size, err)
			}
		})
	}
	close(begin)
	all.Wait()
	slices.Sort(waits)
	return waits
}
