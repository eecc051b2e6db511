package voting

import (
	"cmp"
	"encoding/json"
	"slices"
)

// Line is what a cast ballot says of one entry, as it is written down: in JSON
// [entry, value], under a rule with several values a vote [entry, [value, value]].
// Entry is its id, or in a workshop file its index in reading order.
type Line[Entry cmp.Ordered] struct {
	Entry  Entry
	Value  int
	Values []int
}

func (l Line[Entry]) MarshalJSON() ([]byte, error) {
	if l.Values != nil {
		return json.Marshal([]any{l.Entry, l.Values})
	}
	return json.Marshal([]any{l.Entry, l.Value})
}

func (l *Line[Entry]) UnmarshalJSON(data []byte) error {
	var said json.RawMessage
	if err := json.Unmarshal(data, &[2]any{&l.Entry, &said}); err != nil {
		return err
	}
	if len(said) > 0 && said[0] == '[' {
		return json.Unmarshal(said, &l.Values)
	}
	return json.Unmarshal(said, &l.Value)
}

// Compare orders lines by their entry, then by what they say.
func (l Line[Entry]) Compare(other Line[Entry]) int {
	return cmp.Or(cmp.Compare(l.Entry, other.Entry), cmp.Compare(l.Value, other.Value), slices.Compare(l.Values, other.Values))
}
