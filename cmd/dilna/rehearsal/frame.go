package rehearsal

import (
	"encoding/json"
	"fmt"
	"hash/maphash"
	"sync"

	"dilna/models"
)

// partWorkshop names the workshop's own row among the parts.
const partWorkshop models.Part = "workshop"

// row is one row of a view: what it says, and a hash of that which does not
// depend on how the JSON was written.
type row struct {
	part models.Part
	id   string
	hash uint64
	told uint64 // the hash of what those see who do not facilitate: nobody else is told how what it was made of was worded
	raw  json.RawMessage
}

// hashFor is the hash of the row as the audience is shown it.
func (r *row) hashFor(a models.Audience) uint64 {
	if a == models.Facilitators {
		return r.hash
	}
	return r.told
}

var seed = maphash.MakeSeed()

// newRow reads a row as it came in a frame or in an answer.
func newRow(part models.Part, raw json.RawMessage) (*row, error) {
	var content map[string]any
	if err := json.Unmarshal(raw, &content); err != nil {
		return nil, fmt.Errorf("a row of %s: %w", part, err)
	}
	id, ok := content["id"].(string)
	if !ok {
		return nil, fmt.Errorf("a row of %s has no id", part)
	}
	r := &row{part: part, id: id, raw: raw}
	var err error
	if r.hash, err = hashOf(part, content); err != nil {
		return nil, err
	}
	r.told = r.hash
	switch from := content["from"].(type) {
	case map[string]any: // of an entry
		delete(from, "text")
	case string: // of a topic
		delete(content, "from")
	default:
		return r, nil
	}
	r.told, err = hashOf(part, content)
	return r, err
}

func hashOf(part models.Part, content map[string]any) (uint64, error) {
	canonical, err := json.Marshal(content) // members by name
	return maphash.Bytes(seed, append([]byte(part+" "), canonical...)), err
}

// frame is one message of the feed, read as far as folding needs it.
type frame struct {
	since, revision models.Revision
	rows            []*row
	gone            []string
}

func parseFrame(data []byte) (*frame, error) {
	var in struct {
		Since    models.Revision   `json:"since"`
		Revision models.Revision   `json:"revision"`
		Workshop json.RawMessage   `json:"workshop"`
		Steps    []json.RawMessage `json:"steps"`
		Topics   []json.RawMessage `json:"topics"`
		Ideas    []json.RawMessage `json:"ideas"`
		Causes   []json.RawMessage `json:"causes"`
		Rounds   []json.RawMessage `json:"rounds"`

		Divisions []json.RawMessage `json:"divisions"`
		Decisions []json.RawMessage `json:"decisions"`
		Tasks     []json.RawMessage `json:"tasks"`

		Gone []string `json:"gone"`
	}
	if err := json.Unmarshal(data, &in); err != nil {
		return nil, fmt.Errorf("a frame of the feed: %w", err)
	}
	f := &frame{since: in.Since, revision: in.Revision, gone: in.Gone}
	rows := map[models.Part][]json.RawMessage{
		models.PartSteps: in.Steps, models.PartTopics: in.Topics, models.PartIdeas: in.Ideas,
		models.PartCauses: in.Causes, models.PartRounds: in.Rounds, models.PartDecisions: in.Decisions, models.PartTasks: in.Tasks,
		models.PartDivisions: in.Divisions,
	}
	if len(in.Workshop) > 0 {
		rows[partWorkshop] = []json.RawMessage{in.Workshop}
	}
	for part, raws := range rows {
		for _, raw := range raws {
			r, err := newRow(part, raw)
			if err != nil {
				return nil, err
			}
			f.rows = append(f.rows, r)
		}
	}
	return f, nil
}

// frames reads each distinct frame once for all screens of an audience: the
// server encodes it once, and a thousand simulated phones share the machine
// with it.
type frames struct {
	mu          sync.Mutex
	fresh, aged map[frameKey]*frameOnce
	first       func(models.Audience, *frame) // told of each distinct frame before anybody folds it
}

type frameKey struct {
	audience models.Audience
	hash     uint64
}

type frameOnce struct {
	once  sync.Once
	frame *frame
	err   error
}

// freshFrames is how many distinct frames are kept before the oldest half is
// let go. A screen further behind reads its frame again.
const freshFrames = 256

func newFrames(first func(models.Audience, *frame)) *frames {
	return &frames{fresh: map[frameKey]*frameOnce{}, first: first}
}

func (c *frames) parse(a models.Audience, data []byte) (*frame, error) {
	entry := c.entry(frameKey{a, maphash.Bytes(seed, data)})
	entry.once.Do(func() {
		// data is the reader's own and is overwritten: the rows keep their bytes.
		entry.frame, entry.err = parseFrame(append([]byte(nil), data...))
		if entry.err == nil {
			c.first(a, entry.frame)
		}
	})
	return entry.frame, entry.err
}

func (c *frames) entry(key frameKey) *frameOnce {
	c.mu.Lock()
	defer c.mu.Unlock()
	if entry := c.fresh[key]; entry != nil {
		return entry
	}
	entry := c.aged[key]
	if entry == nil {
		entry = &frameOnce{}
	}
	if len(c.fresh) == freshFrames {
		c.fresh, c.aged = map[frameKey]*frameOnce{}, c.fresh
	}
	c.fresh[key] = entry
	return entry
}
