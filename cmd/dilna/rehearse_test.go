package main

import (
	"bytes"
	"encoding/json"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"dilna/cmd/dilna/language"
	"dilna/cmd/dilna/rehearsal"
	"dilna/models"
)

func TestTheModelRecordIsRehearsedByFourteen(t *testing.T) {
	t.Parallel()
	minutes := filepath.Join(t.TempDir(), "minutes.pdf")
	r := dilna(t, "rehearse", record, "--json", "--minutes", minutes)
	if r.code != 0 {
		t.Fatalf("it failed: %s%s", r.out, r.err)
	}
	var report rehearsal.Report
	if err := json.Unmarshal([]byte(r.out), &report); err != nil {
		t.Fatal(err)
	}
	if report.Joined != 14 || report.Sent == 0 || report.Acknowledged != report.Sent || len(report.Steps) != 11 {
		t.Errorf("%d joined, %d of %d commands acknowledged, %d steps", report.Joined, report.Acknowledged, report.Sent, len(report.Steps))
	}
	if report.ScreensAgree != 16 || report.Screens != 16 || !report.SameFile || report.Dots.Count != 55 {
		t.Errorf("%d of %d screens agree, the file is the same: %v, %d dots", report.ScreensAgree, report.Screens, report.SameFile, report.Dots.Count)
	}
	if report.Reconnected == 0 || report.AckBySort["repeats"].Count == 0 {
		t.Error("no stream was dropped on purpose, or no command repeated")
	}
	if !bytes.HasPrefix(read(t, minutes), []byte("%PDF-")) {
		t.Error("the minutes are no PDF")
	}
	if !strings.Contains(r.err, "RYBÍ KOST") {
		t.Errorf("the steps are not told: %s", r.err)
	}
}

// smallWorkshop has every sort of thing that can be played, in little.
const smallWorkshop = `{"format": "dilna.workshop/1", "group": "Zkouška", "attendance": {"participants": 12}, "steps": [
	{"method": "collect", "heading": "Podněty", "marks_per_topic": 1,
	 "rounds": [{"label": "první", "dots": 3, "per_idea": 2}, {"label": "papír", "entry": "typed", "dots": 1, "per_idea": 1, "voters": 4},
		{"label": "lístky", "dots": 2, "per_idea": 2, "ballots": [[[0, 2]], [[1, 1], [2, 1]], [[2, 2]], [[0, 1]], [[1, 1]], [[1, 1]]]}, {"label": "nekonalo se", "dots": 1, "per_idea": 1}],
	 "ideas": [{"text": "lavička", "votes": [4, 3, 3], "marked": true}, {"text": "strom", "votes": [0, -1, 3], "chosen": true, "note": "starý"},
		{"text": "až po prvním kole", "votes": [null, null, 3]}, {"text": "hřiště", "votes": [7, 0, 0], "ideas": [{"text": "houpačka", "votes": [1, null, 0]}]}, {"text": "dodatečně", "merged": ["později"]}]},
	{"method": "collect", "heading": "Okruhy", "topics": [{"heading": "STROMY", "from": "strom", "ideas": [{"text": "lípa"}], "topics": [{"heading": "ovocné", "ideas": [{"text": "hrušeň"}]}]}]},
	{"method": "fishbone", "heading": "Kost", "effect": "stín", "causes": [{"text": "žádné stromy", "causes": [{"text": "sucho"}]}, {"text": "dlažba"}]},
	{"method": "collect", "heading": "Poslané", "origin": "late", "source": "e-mail", "ideas": [{"text": "pozdní", "author": "Jan"}]},
	{"method": "decisions", "heading": "Rozhodnutí", "text": "úvod", "decisions": [{"text": "ano"}]}]}`

func TestEverySortOfContentIsRehearsed(t *testing.T) {
	t.Parallel()
	var out, err bytes.Buffer
	term := &terminal{in: strings.NewReader(smallWorkshop), out: &out, err: &err, say: language.Czech}
	if code := run(t.Context(), term, []string{"rehearse", "-"}); code != 0 {
		t.Fatalf("it failed: %s%s", out.String(), err.String())
	}
	for _, words := range []string{"Zkouška prošla", "12/12", "14/14", "texty sloučené do podnětu", "ano, kromě toho, co nelze zahrát"} {
		if !strings.Contains(out.String(), words) {
			t.Errorf("nothing about %q in %s", words, out.String())
		}
	}
}

func TestTooFewPhonesAreToldBeforeAnythingStarts(t *testing.T) {
	mustFail(t, dilna(t, "rehearse", record, "--participants", "5"), 1, "--participants 7")
	mustFail(t, dilna(t, "rehearse", record, "--participants", "50000"), 1, "open files", "ulimit -n")
	mustFail(t, dilna(t, "rehearse", record, "--server", "http://127.0.0.1:1"), 1, "--link", "--login")
	mustFail(t, dilna(t, "rehearse", record, "--server", "http://127.0.0.1:1", "--login", "x", "--password", "y"), 1, "No Dílna answers", "--server")
	mustFail(t, dilna(t, "rehearse", record, "--server", "dilna"), 1, "no address")
}

// tinyWorkshop is enough for a server to show that it cannot be trusted.
const tinyWorkshop = `{"format": "dilna.workshop/1", "attendance": {"participants": 12}, "steps": [
	{"method": "collect", "heading": "Podněty", "rounds": [{"label": "první", "dots": 3, "per_idea": 2}],
	 "ideas": [{"text": "lavička", "votes": [4]}, {"text": "strom", "votes": [0]}, {"text": "hřiště", "votes": [17]}]}]}`

// rehearseThrough plays the tiny workshop on a server that stands behind
// between, as --server does.
func rehearseThrough(t *testing.T, patience time.Duration, between func(http.Handler) http.Handler) result {
	t.Helper()
	door, leave, err := openHouse(t.Context(), quiet(t), serveCommand{source: source{Data: t.TempDir()}})
	if err != nil {
		t.Fatal(err)
	}
	target, err := url.Parse(door.Servers[0])
	if err != nil {
		t.Fatal(err)
	}
	proxy := &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) { // tells nobody that it is there
			r.SetURL(target)
			r.Out.Host = r.In.Host
		},
		FlushInterval: -1, // the feed is not to wait
		ErrorLog:      log.New(io.Discard, "", 0),
	}
	front := httptest.NewServer(between(proxy))
	t.Cleanup(func() {
		front.CloseClientConnections()
		front.Close()
		if err := leave(); err != nil {
			t.Error(err)
		}
	})
	file := filepath.Join(t.TempDir(), "tiny.json")
	if err := os.WriteFile(file, []byte(tinyWorkshop), 0o600); err != nil {
		t.Fatal(err)
	}
	return dilna(t, "rehearse", file, "--server", front.URL, "--link", front.URL+"/console#link="+door.Link,
		"--login", door.Login, "--password", door.Password, "--patience", patience.String())
}

func TestARehearsalOnARunningServerLeavesItsWorkshopThere(t *testing.T) {
	t.Parallel()
	r := rehearseThrough(t, time.Minute, func(server http.Handler) http.Handler { return server })
	if r.code != 0 || !strings.Contains(r.out, "The rehearsal passed") {
		t.Errorf("%d: %s%s", r.code, r.out, r.err)
	}
}

// dishonest is a server that breaks one promise, the first time a request is
// the one it waits for.
func dishonest(is func(*http.Request) bool, instead func(http.ResponseWriter, *http.Request, http.Handler)) func(http.Handler) http.Handler {
	var done atomic.Bool
	return func(server http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if is(r) && done.CompareAndSwap(false, true) {
				instead(w, r, server)
				return
			}
			server.ServeHTTP(w, r)
		})
	}
}

func isIdea(r *http.Request) bool {
	return r.Method == http.MethodPost && strings.HasSuffix(r.URL.Path, "/ideas") && r.URL.Query().Get("as") == "participant"
}

func isDots(r *http.Request) bool { return strings.HasSuffix(r.URL.Path, "/ballot/mine") }

func isFeed(r *http.Request) bool {
	return strings.HasSuffix(r.URL.Path, "/feed") && r.URL.Query().Get("as") == "participant" && r.URL.Query().Get("wait") == ""
}

// again is the same request with another body.
func again(r *http.Request, body []byte) *http.Request {
	copied := r.Clone(r.Context())
	copied.Body, copied.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
	copied.Header.Del("Content-Length")
	return copied
}

func answerJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v) // the rehearsal tells if it does not arrive
}

// forgetsDots acknowledges the ballots of the first phone to vote in its first
// round, however often, and does nothing.
func forgetsDots(server http.Handler) http.Handler {
	var first sync.Once
	var phone, path string
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if isDots(r) {
			first.Do(func() { phone, path = r.Header.Get("Cookie"), r.URL.Path })
		}
		if !isDots(r) || r.Header.Get("Cookie") != phone || r.URL.Path != path {
			server.ServeHTTP(w, r)
			return
		}
		var in models.CastBallot
		_ = json.NewDecoder(r.Body).Decode(&in)
		answerJSON(w, http.StatusOK, models.Ballot{Votes: in.Votes.Sorted(), Seq: in.Seq})
	})
}

// A rehearsal that cannot fail proves nothing: each of these servers breaks
// one promise once, and the rehearsal must notice.
func TestTheRehearsalNoticesAServerThat(t *testing.T) {
	tests := []struct {
		name    string
		between func(http.Handler) http.Handler
		words   []string
	}{
		{"acknowledges an idea and drops it", dishonest(isIdea, func(w http.ResponseWriter, r *http.Request, _ http.Handler) {
			var in models.NewEntry
			_ = json.NewDecoder(r.Body).Decode(&in)
			answerJSON(w, http.StatusCreated, models.Entry{ID: in.ID, Text: in.Text})
		}), []string{"lost: ", "“lavička”"}},
		{"stores an idea twice", dishonest(isIdea, func(w http.ResponseWriter, r *http.Request, server http.Handler) {
			body, _ := io.ReadAll(r.Body)
			var in models.NewEntry
			_ = json.Unmarshal(body, &in)
			server.ServeHTTP(w, again(r, body))
			in.ID = models.NewID[models.EntryID]()
			body, _ = json.Marshal(in)
			r.Header.Set("Idempotency-Key", models.NewID[string]())
			server.ServeHTTP(httptest.NewRecorder(), again(r, body))
		}), []string{"doubled: ", "2 times"}},
		{"changes an idea", dishonest(isIdea, func(w http.ResponseWriter, r *http.Request, server http.Handler) {
			body, _ := io.ReadAll(r.Body)
			server.ServeHTTP(w, again(r, bytes.Replace(body, []byte("lavička"), []byte("lavice"), 1)))
		}), []string{"differs: ", "lavice"}},
		{"acknowledges dots and drops them", forgetsDots, []string{"lost: ", "has 0, acknowledged"}},
		{"refuses an idea", dishonest(isIdea, func(w http.ResponseWriter, _ *http.Request, _ http.Handler) {
			answerJSON(w, http.StatusConflict, map[string]string{"code": "step-not-open"})
		}), []string{"refused", "409 step-not-open"}},
		{"leaves a phone in the dark", dishonest(isFeed, func(_ http.ResponseWriter, r *http.Request, _ http.Handler) {
			<-r.Context().Done()
		}), []string{"screens: ", "revision 0 with 0 rows"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			r := rehearseThrough(t, 2*time.Second, test.between) // what never comes is not waited for
			if r.code == 0 {
				t.Fatalf("it passed: %s", r.out)
			}
			for _, word := range append(test.words, "FAILED") {
				if !strings.Contains(r.out, word) {
					t.Errorf("nothing about %q in %s%s", word, r.out, r.err)
				}
			}
		})
	}
}

// FM-08: a network that loses answers after the server has acted, and a server
// that is busy for a moment, cost time and nothing else.
func TestLostAnswersAreNoticedByNobody(t *testing.T) {
	t.Parallel()
	var n atomic.Int64
	r := rehearseThrough(t, time.Minute, func(server http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.Method == http.MethodGet || !strings.Contains(r.URL.Path, "/steps/") && !isDots(r) {
				server.ServeHTTP(w, r)
				return
			}
			switch n.Add(1) % 5 {
			case 1: // the answer is lost
				server.ServeHTTP(httptest.NewRecorder(), r)
				panic(http.ErrAbortHandler)
			case 3: // the server is busy
				w.Header().Set("Retry-After", "0")
				answerJSON(w, http.StatusServiceUnavailable, map[string]string{"code": "busy"})
			default:
				server.ServeHTTP(w, r)
			}
		})
	})
	if r.code != 0 || strings.Contains(r.out, "tried again                0") {
		t.Errorf("%d: %s%s", r.code, r.out, r.err)
	}
}

// A server that dies in the middle is not only "failed": who reads must learn
// what happened, and what was found until then.
func TestAServerThatStopsAnsweringIsTold(t *testing.T) {
	t.Parallel()
	var dead atomic.Bool
	r := rehearseThrough(t, time.Second, func(server http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if isDots(r) || dead.Load() {
				dead.Store(true)
				panic(http.ErrAbortHandler)
			}
			server.ServeHTTP(w, r)
		})
	})
	mustFail(t, r, 1, "stopped answering", "http://127.0.0.1")
	if !strings.Contains(r.out, "12/12") {
		t.Errorf("nothing is told of what went before: %s", r.out)
	}
}

func TestALinkForTheFirstAccountNeedsTheAccount(t *testing.T) {
	door, leave, err := openHouse(t.Context(), quiet(t), serveCommand{source: source{Data: t.TempDir()}})
	if err != nil {
		t.Fatal(err)
	}
	link := door.Servers[0] + "/console#link=" + door.Link
	mustFail(t, dilna(t, "rehearse", record, "--server", door.Servers[0], "--link", link), 1, "first account", "--login", "--password")
	mustFail(t, dilna(t, "rehearse", record, "--server", door.Servers[0], "--link", link, "--login", "petra", "--password", "short"),
		1, "refused", "password", "10 characters")
	if err := leave(); err != nil {
		t.Error(err)
	}
}

func TestPatienceEnds(t *testing.T) {
	start := time.Now()
	mustFail(t, dilna(t, "rehearse", record, "--server", "http://127.0.0.1:1", "--login", "x", "--password", "y"), 1, "No Dílna answers")
	if took := time.Since(start); took > 30*time.Second {
		t.Errorf("it took %s to say that nobody is there", took)
	}
}
