package server_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"dilna/models"
	"dilna/server/live"
)

// GORM starts one goroutine for each database and never ends it.
func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("gorm.io/gorm/internal/lru.NewLRU[...].func1"))
}

// frame asks the feed once and waits for news.
func (r *room) frame(c *caller, since models.Revision) live.Frame {
	r.t.Helper()
	var f live.Frame
	r.do(c, fmt.Sprintf("GET %s?since=%d&wait=25s", r.path("/feed"), since), "").want(http.StatusOK, "").into(&f)
	return f
}

// listening serves the room on a real port until the test ends.
func (r *room) listening() (address string, server *http.Server) {
	r.t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(r.t, err)
	server = r.server.HTTP("")
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = server.Serve(listener) // ends with Shutdown or Close
	}()
	r.t.Cleanup(func() {
		_ = server.Close()
		<-done
	})
	return listener.Addr().String(), server
}

// stream is an open stream of the feed, frame by frame.
type stream struct {
	frames chan live.Frame // closed when the stream ends
	answer *http.Response
}

func (r *room) stream(address string, c *caller) *stream {
	r.t.Helper()
	request, err := http.NewRequest(http.MethodGet, "http://"+address+r.path("/feed"), nil)
	must(r.t, err)
	for _, cookie := range c.cookies {
		request.AddCookie(cookie)
	}
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	answer, err := client.Do(request)
	must(r.t, err)
	s := &stream{frames: make(chan live.Frame, 100), answer: answer}
	go s.read()
	r.t.Cleanup(func() {
		_ = answer.Body.Close()
		s.ends()
	})
	return s
}

func (s *stream) read() {
	defer close(s.frames)
	lines := bufio.NewScanner(s.answer.Body)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
			var f live.Frame
			if json.Unmarshal([]byte(data), &f) != nil {
				return
			}
			s.frames <- f
		}
	}
}

// promptly is a second, and a machine that stands still for a while: who is not
// told goes on for half an hour.
const promptly = 15 * time.Second

// until reads frames until one satisfies, and says whether one did.
func (s *stream) until(satisfies func(live.Frame) bool) bool {
	enough := time.After(time.Minute)
	for {
		select {
		case f, open := <-s.frames:
			if !open {
				return false
			}
			if satisfies(f) {
				return true
			}
		case <-enough:
			return false
		}
	}
}

// ends waits for the end of the stream and says whether it came.
func (s *stream) ends() bool {
	enough := time.After(time.Minute)
	for {
		select {
		case _, open := <-s.frames:
			if !open {
				return true
			}
		case <-enough:
			return false
		}
	}
}

func TestTwoHundredPhonesFollowAndOneOfThemNeverReadsTM17(t *testing.T) {
	r := newWorld(t).room("a")
	address, server := r.listening()
	deaf, err := net.Dial("tcp", address)
	must(t, err)
	t.Cleanup(func() { _ = deaf.Close() })
	_, err = fmt.Fprintf(deaf, "GET %s HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\n\r\n", r.path("/feed"), address, r.screen.cookies[0])
	must(t, err)
	var streams []*stream
	for range 199 {
		streams = append(streams, r.stream(address, r.join("phone")))
	}
	var wait sync.WaitGroup
	id := r.post(r.facilitator, "/steps/"+string(r.open)+"/ideas", `"text":"pro všechny"`)
	for n, s := range streams {
		wait.Go(func() {
			if !s.until(func(f live.Frame) bool { return len(f.Ideas) > 0 && string(f.Ideas[len(f.Ideas)-1].ID) == id }) {
				t.Errorf("phone %d was not told", n)
			}
		})
	}
	wait.Wait()
	ctx, cancel := context.WithTimeout(t.Context(), promptly)
	defer cancel()
	if err := server.Shutdown(ctx); err != nil {
		t.Errorf("the end takes long with streams open: %v", err)
	}
	for n, s := range streams {
		if !s.ends() {
			t.Errorf("phone %d still has a stream", n)
		}
	}
}

func TestSigningOutEndsItsStreamsWithinASecondINV19(t *testing.T) {
	r := newWorld(t).room("a")
	address, _ := r.listening()
	var me models.Account
	r.do(r.facilitator, "GET /api/me", "").into(&me)
	elsewhere := &caller{}
	r.do(elsewhere, "POST /api/sign-in", `{"link":"`+r.link(models.LinkSignIn, me.ID)+`"}`).want(200, "")
	here, there := r.stream(address, r.facilitator), r.stream(address, elsewhere)
	whole := func(f live.Frame) bool { return f.Since == 0 }
	if !here.until(whole) || !there.until(whole) {
		t.Fatal("the streams did not begin")
	}
	start := time.Now()
	r.do(r.facilitator, "DELETE /api/sign-in", "").want(204, "")
	if !here.ends() || time.Since(start) > promptly {
		t.Errorf("the stream lived on for %v", time.Since(start))
	}
	r.post(elsewhere, "/steps/"+string(r.open)+"/ideas", `"text":"dál"`)
	if !there.until(func(f live.Frame) bool { return len(f.Ideas) == 1 }) {
		t.Error("another sign-in's stream ended, too")
	}
}

func TestAStreamOverHTTP2(t *testing.T) {
	r := newWorld(t).room("a")
	phone := &caller{}
	r.do(phone, "POST /api/join", `{"code":"`+string(r.code())+`"}`, overTLS).want(200, "")
	secure := httptest.NewUnstartedServer(r.server.Handler())
	secure.EnableHTTP2 = true
	secure.StartTLS()
	defer secure.Close()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, secure.URL+r.path("/feed"), nil)
	must(t, err)
	request.AddCookie(phone.cookies[0])
	answer, err := secure.Client().Do(request)
	must(t, err)
	defer answer.Body.Close()
	s := &stream{frames: make(chan live.Frame, 100), answer: answer}
	go s.read()
	id := r.post(r.facilitator, "/steps/"+string(r.open)+"/ideas", `"text":"pro všechny"`)
	if answer.ProtoMajor != 2 || !s.until(func(f live.Frame) bool {
		return len(f.Ideas) > 0 && string(f.Ideas[len(f.Ideas)-1].ID) == id
	}) {
		t.Errorf("over %s the phone was not told", answer.Proto)
	}
	r.hub.Close()
	if !s.ends() {
		t.Error("the stream did not end with the server")
	}
}

func TestAStreamThatIsRefusedIsAProblem(t *testing.T) {
	r := newWorld(t).room("a")
	r.do(&caller{}, "GET "+r.path("/feed"), "").want(401, models.CodeSeatMissing)
	got := r.do(r.participant, "GET "+r.path("/feed?wait=soon"), "").want(422, models.CodeInvalid)
	if errs := got.problem().Errors; len(errs) != 1 || errs[0].Pointer != "query:wait" {
		t.Errorf("told %+v", errs)
	}
}
