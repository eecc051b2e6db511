package rehearsal

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strconv"
	"time"
)

// watching says how a screen follows the feed.
type watching int

const (
	streaming watching = iota // server-sent events, as browsers do
	sleeping                  // the same, but the stream is dropped now and then, as phones do
	polling                   // long polls, as behind a proxy that holds streams back
)

// silence is how long a stream may say nothing before it counts as dead: three
// heartbeats.
const silence = 45 * time.Second

// watcher keeps one screen up to date.
type watcher struct {
	device *device
	screen *screen
	frames *frames
	crowd  *crowd
	path   string
	way    watching
	dice   *rand.Rand
}

// watch follows the feed until ctx ends. A stream that breaks is taken up
// again where it was; an answer that says the seat is not welcome any more is
// an error.
func (w *watcher) watch(ctx context.Context) error {
	for attempt := 0; ; attempt++ {
		before := w.screen.at()
		var err error
		if w.way == polling {
			err = w.poll(ctx)
		} else {
			err = w.stream(ctx)
		}
		if ctx.Err() != nil {
			return nil //nolint:nilerr // it was stopped
		}
		if w.screen.at() > before {
			attempt = 0 // it worked for a while
		}
		if errors.Is(err, errDropped) {
			w.device.meter.streamDropped()
			continue
		}
		wait, again := pause(err, attempt)
		if !again {
			return fmt.Errorf("%s: the feed: %w", w.screen.name, err)
		}
		w.device.meter.streamBroke()
		select {
		case <-time.After(wait):
		case <-ctx.Done():
		}
	}
}

// errDropped ends a stream that was dropped on purpose.
var errDropped = errors.New("dropped on purpose")

func (w *watcher) stream(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	// As a browser does it: the address stays, the header says what was seen.
	request, err := w.device.request(ctx, http.MethodGet, w.path, http.NoBody)
	if err != nil {
		return err
	}
	request.Header.Set("Accept", "text/event-stream")
	if at := w.screen.at(); at > 0 {
		request.Header.Set("Last-Event-ID", strconv.FormatInt(int64(at), 10))
	}
	response, err := w.device.client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		body, _ := io.ReadAll(io.LimitReader(response.Body, 64<<10)) // what cannot be read is not told
		return problem(response, body)
	}
	return w.events(response.Body, time.AfterFunc(silence, cancel))
}

func (w *watcher) events(body io.Reader, watchdog *time.Timer) error {
	defer watchdog.Stop()
	until := -1
	if w.way == sleeping {
		until = 3 + w.dice.IntN(10)
	}
	in := eventReader{in: bufio.NewReader(body), heard: func() { watchdog.Reset(silence) }}
	for n := 0; n != until; n++ {
		data, err := in.next()
		if err != nil {
			return err
		}
		if err := w.take(data); err != nil {
			return err
		}
	}
	return errDropped
}

// poll asks once and takes what comes.
func (w *watcher) poll(ctx context.Context) error {
	for ctx.Err() == nil {
		path := fmt.Sprintf("%s?since=%d&wait=25s", w.path, w.screen.at())
		body, err := w.device.get(ctx, path)
		if err != nil {
			return err
		}
		if err := w.take(body); err != nil {
			return err
		}
	}
	return nil
}

func (w *watcher) take(data []byte) error {
	f, err := w.frames.parse(w.screen.audience, data)
	if err != nil {
		return err
	}
	from, to := w.screen.fold(f)
	w.crowd.advance(w.screen.audience, from, to)
	return nil
}

// whole is the picture the server gives now to who asks for everything.
func (w *watcher) whole(ctx context.Context) (picture, error) {
	body, err := w.device.load(ctx, w.path+"?since=0&wait=1s")
	if err != nil {
		return picture{}, err
	}
	f, err := parseFrame(body)
	if err != nil {
		return picture{}, err
	}
	fresh := newScreen(w.screen.name, w.screen.audience)
	fresh.fold(f)
	return fresh.picture(), nil
}

// eventReader reads server-sent events, as little of them as the feed uses.
type eventReader struct {
	in    *bufio.Reader
	heard func() // told of each line, heartbeats too
	data  []byte
}

// next is the data of the next event; it is valid until the next call.
func (r *eventReader) next() ([]byte, error) {
	r.data = r.data[:0]
	for {
		field, err := r.line()
		if err != nil {
			return nil, err
		}
		r.heard()
		switch {
		case field == fieldData:
			r.data = append(r.data, '\n')
		case field == fieldEnd && len(r.data) > 0:
			return bytes.TrimSuffix(r.data, []byte("\n")), nil
		}
	}
}

// What a line of the stream may be.
const (
	fieldOther = iota
	fieldData
	fieldEnd // an empty line ends the event
)

var dataPrefix = []byte("data:")

// line reads one line; the content of a data line is added to r.data.
func (r *eventReader) line() (field int, err error) {
	start, first := len(r.data), true
	for {
		part, err := r.in.ReadSlice('\n')
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return fieldOther, err
		}
		if first {
			field = fieldOther
			switch {
			case len(bytes.TrimRight(part, "\r\n")) == 0:
				field = fieldEnd
			case bytes.HasPrefix(part, dataPrefix):
				field = fieldData
				part = bytes.TrimPrefix(part[len(dataPrefix):], []byte(" "))
			}
			first = false
		}
		if field == fieldData {
			r.data = append(r.data, part...)
		}
		if err == nil {
			r.data = r.data[:start+len(bytes.TrimRight(r.data[start:], "\r\n"))]
			return field, nil
		}
	}
}
