package notify

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"

	"dilna/server/live"
)

// letter is what goes out at once: as many messages as PostgreSQL lets through.
type letter struct {
	From     string         `json:"f"`
	Number   int64          `json:"n"` // of the sender's letters, from 1, without gaps
	Messages []live.Message `json:"m,omitempty"`
}

// mostBytes is how long a letter may be; PostgreSQL takes less than 8000.
const mostBytes = 7_500

// pack writes letters with numbers after the last: at least one, which may be
// nothing but a sign of life.
func pack(from string, last int64, messages []live.Message) (letters []string, err error) {
	for len(letters) == 0 || len(messages) > 0 {
		l := letter{From: from, Number: last + int64(len(letters)) + 1}
		for size := 0; len(messages) > 0; messages = messages[1:] {
			text, err := json.Marshal(messages[0])
			if err != nil {
				return nil, err
			}
			if size += len(text) + 1; size > mostBytes && len(l.Messages) > 0 {
				break
			}
			l.Messages = append(l.Messages, messages[0])
		}
		text, err := json.Marshal(l)
		if err != nil {
			return nil, err
		}
		letters = append(letters, string(text))
	}
	return letters, nil
}

func unpack(text string) (l letter, err error) {
	err = json.Unmarshal([]byte(text), &l)
	return l, err
}

// outbox is what waits to be sent: of each subject the latest.
type outbox struct {
	latest  map[live.Subject]placed
	turn    int
	dropped bool // there was too much
}

type placed struct {
	live.Message
	turn int
}

// put lets a message wait at the end, in the place of an earlier one of the
// same subject. A revision never goes back.
func (o *outbox) put(m live.Message) {
	if o.latest == nil {
		o.latest = map[live.Subject]placed{}
	}
	if len(o.latest) >= mostWaiting {
		clear(o.latest)
		o.dropped = true
	}
	m.Revision = max(m.Revision, o.latest[m.Subject()].Revision)
	o.turn++
	o.latest[m.Subject()] = placed{m, o.turn}
}

// messages are those that wait, in their order.
func (o *outbox) messages() (all []live.Message) {
	inTurn := func(a, b placed) int { return cmp.Compare(a.turn, b.turn) }
	for _, p := range slices.SortedFunc(maps.Values(o.latest), inTurn) {
		all = append(all, p.Message)
	}
	return all
}
