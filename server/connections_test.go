package server_test

import (
	"io"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"dilna/models"
	"dilna/server"
	"dilna/server/live"
)

// TestPhonesNeverTakeTheLastPlacesTM16: two hundred phones come to a server that
// may have sixty connections. The facilitator still gets in and follows, and so
// does a wall; health and the log say that it is full. A phone that leaves makes
// room for another.
func TestPhonesNeverTakeTheLastPlacesTM16(t *testing.T) {
	r := newWorld(t, func(cfg *server.Config) { cfg.MaxConnections = 60 }).room("a")
	wall := r.wall()
	seats := make([]*caller, 50) // a seat has few streams
	for i := range seats {
		seats[i] = r.join("phone")
	}
	address, _ := r.listening()
	var streams []io.Closer
	var mu sync.Mutex
	var phones sync.WaitGroup
	var refused atomic.Int32
	for i := range 200 {
		phones.Go(func() {
			answer, err := r.follow(address, seats[i%len(seats)])
			if err != nil {
				refused.Add(1) // beyond the last place
				return
			}
			if answer.StatusCode == http.StatusServiceUnavailable {
				refused.Add(1)
				_ = answer.Body.Close()
				return
			}
			mu.Lock()
			defer mu.Unlock()
			streams = append(streams, answer.Body)
		})
	}
	phones.Wait()
	defer func() {
		for _, s := range streams {
			_ = s.Close()
		}
	}()
	if held := len(streams); held > 45 || held+int(refused.Load()) != 200 {
		t.Errorf("of 200 phones %d follow and %d were refused: at most 45 may", held, refused.Load())
	}
	for tries := 0; len(streams) < 45 && tries < 10_000; tries++ { // those who were refused in the crowd come again
		answer, err := r.follow(address, seats[tries%len(seats)])
		must(t, err)
		if answer.StatusCode == http.StatusOK {
			streams = append(streams, answer.Body)
		} else {
			_ = answer.Body.Close()
		}
	}
	for _, by := range []*caller{r.facilitator, wall} {
		for range 3 {
			if !r.stream(address, by).until(func(live.Frame) bool { return true }) {
				t.Errorf("%s does not get in", by.name)
			}
		}
	}
	answer, err := r.follow(address, r.participant)
	must(t, err)
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusServiceUnavailable || answer.Header.Get("Connection") != "close" && !answer.Close {
		t.Errorf("one more phone is answered %s, and holds its place", answer.Status)
	}
	r.do(&caller{}, "GET /api/health", "").want(503, models.CodeCrowded)
	if !strings.Contains(r.log.String(), "all places for phones are taken") {
		t.Error("the log says nothing of it")
	}
}

// follow opens a stream over a connection of its own.
func (r *room) follow(address string, c *caller) (*http.Response, error) {
	request, err := http.NewRequestWithContext(r.t.Context(), http.MethodGet, "http://"+address+r.path("/feed"), nil)
	if err != nil {
		return nil, err
	}
	for _, cookie := range c.cookies {
		request.AddCookie(cookie)
	}
	return (&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}).Do(request)
}

func TestHealthSaysThatDataAreDamaged(t *testing.T) {
	r := newWorld(t).room("a")
	r.exec("INSERT INTO seals (workshop_id, sum, damaged) VALUES (?, 'x', true)", r.id)
	r.do(r.facilitator, "GET "+r.path("/minutes"), "").want(500, models.CodeDamaged)
	for range 2 {
		r.do(&caller{}, "GET /api/health", "").want(503, models.CodeDamaged)
	}
}
