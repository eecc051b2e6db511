package rehearsal

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"dilna/models"
)

// device is one browser: its own connections, its own cookies. Each of its
// requests goes to the next server, as where nobody sees to it that a browser
// stays with one. It counts the bytes that reach it.
type device struct {
	servers  []string
	turn     atomic.Int64
	as       string // the query that says which cookie is meant
	language string // of refusals
	client   *http.Client
	received atomic.Int64
	meter    *meter
	insist   time.Duration // how long a command is sent again that nobody answers
}

// requestTime is how long one request may take.
const requestTime = 30 * time.Second

func newDevice(servers []string, turn int, as, language string, insist time.Duration, m *meter) *device {
	d := &device{servers: servers, as: as, language: language, meter: m, insist: insist}
	d.turn.Store(int64(turn))
	dialer := net.Dialer{Timeout: requestTime}
	d.client = &http.Client{Jar: newPocket(servers[0]), Transport: &http.Transport{
		Proxy: http.ProxyFromEnvironment,
		DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
			conn, err := dialer.DialContext(ctx, network, address)
			if err != nil {
				return nil, err
			}
			return countedConn{conn, &d.received}, nil
		},
		DisableCompression:  true, // what is counted is what came
		MaxIdleConnsPerHost: 1,
	}}
	return d
}

// pocket keeps cookies for all servers: behind a proxy they have one name.
type pocket struct {
	jar  *cookiejar.Jar
	name *url.URL
}

func newPocket(server string) pocket {
	jar, _ := cookiejar.New(nil) // fails never: it has nothing to fail on
	name, _ := url.Parse(server) // has been read before
	return pocket{jar, name}
}

func (p pocket) Cookies(*url.URL) []*http.Cookie               { return p.jar.Cookies(p.name) }
func (p pocket) SetCookies(_ *url.URL, cookies []*http.Cookie) { p.jar.SetCookies(p.name, cookies) }

func (d *device) close() { d.client.CloseIdleConnections() }

// countedConn counts what is read from a connection.
type countedConn struct {
	net.Conn
	received *atomic.Int64
}

func (c countedConn) Read(p []byte) (int, error) {
	n, err := c.Conn.Read(p)
	c.received.Add(int64(n))
	return n, err
}

// Refusal is a problem the server answered with.
type Refusal struct {
	Status int
	Code   models.ErrorCode `json:"code"`
	Detail string           `json:"detail"`
	Errors []struct {
		Pointer string `json:"pointer"`
		Detail  string `json:"detail"`
	} `json:"errors"`
}

func (r *Refusal) Error() string {
	text := fmt.Sprintf("%d %s", r.Status, r.Code)
	if r.Detail != "" {
		text += ": " + r.Said()
	}
	return text
}

// Said is what the server says to a person, in her language.
func (r *Refusal) Said() string {
	text := r.Detail
	for _, e := range r.Errors {
		text += fmt.Sprintf(" (%s: %s)", strings.TrimPrefix(e.Pointer, "#/"), e.Detail)
	}
	return text
}

// command is one request that changes something, with all that is needed to
// send exactly the same again.
type command struct {
	sort   string
	method string
	path   string
	key    string // Idempotency-Key; empty where the route needs none
	body   []byte
}

func newCommand(sort, method, path string, body any) (command, error) {
	data, err := json.Marshal(body)
	return command{sort: sort, method: method, path: path, key: newKey(), body: data}, err
}

func newKey() string { return string(models.NewID[models.SeatID]()) }

// answer is what a command was acknowledged with.
type answer struct {
	sent time.Time
	body []byte
}

// send sends the command until it is acknowledged or refused. Lost
// connections and a busy server are tried again with the same key, for a while.
func (d *device) send(ctx context.Context, c command) (answer, error) {
	d.meter.sending()
	start := time.Now()
	body, err := d.insistOn(ctx, func() ([]byte, error) { return d.attempt(ctx, c) })
	if err == nil {
		d.meter.acknowledged(c.sort, time.Since(start))
		return answer{sent: start, body: body}, nil
	}
	if r, refused := errors.AsType[*Refusal](err); refused {
		d.meter.refused(r.Status, r.Code)
	}
	return answer{}, fmt.Errorf("%s %s: %w", c.method, c.path, err)
}

// insistOn asks again, for a while, where nobody answers or the server is busy.
func (d *device) insistOn(ctx context.Context, ask func() ([]byte, error)) ([]byte, error) {
	start := time.Now()
	for attempt := 0; ; attempt++ {
		body, err := ask()
		if err == nil {
			return body, nil
		}
		wait, again := pause(err, attempt)
		if !again || ctx.Err() != nil || time.Since(start) > d.insist {
			return nil, err
		}
		d.meter.retrying()
		select {
		case <-time.After(wait):
		case <-ctx.Done():
		}
	}
}

// busy is a server that asks to come again later.
type busy struct {
	Refusal
	after time.Duration
}

func (b *busy) Unwrap() error { return &b.Refusal }

// pause says how long to wait before sending the same again, and whether to.
func pause(err error, attempt int) (time.Duration, bool) {
	backoff := min(2*time.Second, 20*time.Millisecond<<min(attempt, 10))
	backoff += rand.N(backoff)
	if b, ok := errors.AsType[*busy](err); ok {
		return max(b.after, backoff), true
	}
	_, refused := errors.AsType[*Refusal](err)
	return backoff, !refused
}

func (d *device) attempt(ctx context.Context, c command) ([]byte, error) {
	request, err := d.request(ctx, c.method, c.path, bytes.NewReader(c.body))
	if err != nil {
		return nil, err
	}
	if len(c.body) > 0 {
		request.Header.Set("Content-Type", "application/json")
	}
	if c.key != "" {
		request.Header.Set("Idempotency-Key", c.key)
	}
	return d.read(request)
}

func (d *device) request(ctx context.Context, method, path string, body io.Reader) (*http.Request, error) {
	base := d.servers[int(d.turn.Add(1))%len(d.servers)]
	request, err := http.NewRequestWithContext(ctx, method, base+path, body)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Accept-Language", d.language)
	if method != http.MethodGet {
		request.Header.Set("Origin", base) // as a browser does
	}
	if d.as != "" {
		query := request.URL.Query()
		query.Set("as", d.as)
		request.URL.RawQuery = query.Encode()
	}
	return request, nil
}

// read does the request and reads the answer whole.
func (d *device) read(request *http.Request) ([]byte, error) {
	ctx, cancel := context.WithTimeout(request.Context(), requestTime)
	defer cancel()
	response, err := d.client.Do(request.WithContext(ctx))
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	if response.StatusCode >= 300 {
		return nil, problem(response, body)
	}
	return body, nil
}

// problem is the error of an answer that is no success.
func problem(response *http.Response, body []byte) error {
	r := Refusal{Status: response.StatusCode}
	if err := json.Unmarshal(body, &r); err != nil {
		r.Detail = "an answer that is no problem+json" // a proxy's page, say
	}
	if r.Status == http.StatusServiceUnavailable || r.Status == http.StatusTooManyRequests {
		seconds, _ := strconv.Atoi(response.Header.Get("Retry-After")) // absent is 0
		return &busy{Refusal: r, after: time.Duration(seconds) * time.Second}
	}
	return &r
}

// load fetches a resource as it is, and insists on it.
func (d *device) load(ctx context.Context, path string) ([]byte, error) {
	return d.insistOn(ctx, func() ([]byte, error) { return d.get(ctx, path) })
}

// get asks once for a resource as it is.
func (d *device) get(ctx context.Context, path string) ([]byte, error) {
	request, err := d.request(ctx, http.MethodGet, path, http.NoBody)
	if err != nil {
		return nil, err
	}
	body, err := d.read(request)
	if err != nil {
		return nil, fmt.Errorf("GET %s: %w", path, err)
	}
	return body, nil
}

// fetch fetches a resource and reads its JSON into v.
func (d *device) fetch(ctx context.Context, path string, v any) error {
	body, err := d.load(ctx, path)
	if err != nil {
		return err
	}
	return readAnswer(path, body, v)
}

func readAnswer(path string, body []byte, v any) error {
	if err := json.Unmarshal(body, v); err != nil {
		return fmt.Errorf("%s: the answer is not what the API promises: %w", path, err)
	}
	return nil
}
