package notify

import (
	"fmt"
	"testing"
	"time"

	"dilna/server/live"
)

// counter counts what it is told.
type counter struct{ heard, missed, gone int }

func (c *counter) Hear(string, live.Message) { c.heard++ }
func (c *counter) Missed()                   { c.missed++ }
func (c *counter) Gone(string)               { c.gone++ }

func TestALetterThatNeverCameIsMissed(t *testing.T) {
	for name, fate := range map[string]struct {
		numbers []int64
		missed  int
	}{
		"in turn":                       {[]int64{1, 2, 3}, 0},
		"from somebody met just now":    {[]int64{57, 58}, 0},
		"one is lost":                   {[]int64{1, 2, 4, 5}, 1},
		"an instance of the same name?": {[]int64{5, 6, 1}, 1},
	} {
		b, ear := &Bus{self: "me", known: map[string]*instance{}}, &counter{}
		for _, number := range fate.numbers {
			letters, err := pack("other", number-1, []live.Message{{Kind: live.Wound}})
			if err == nil {
				err = b.hear(letters[0], ear)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		if ear.heard != len(fate.numbers) || ear.missed != fate.missed {
			t.Errorf("%s: heard %d, missed %d times", name, ear.heard, ear.missed)
		}
	}
}

func TestWhoComesBackAfterSilenceMayHaveSaidMore(t *testing.T) {
	b, ear := &Bus{self: "me", known: map[string]*instance{"other": {number: 7, at: time.Now().Add(-2 * silence)}}}, &counter{}
	b.mourn(ear)
	b.mourn(ear)
	letters, err := pack("other", 7, nil)
	if err == nil {
		err = b.hear(letters[0], ear)
	}
	if err != nil || ear.gone != 1 || ear.missed != 1 {
		t.Errorf("gone %d times, missed %d times, %v", ear.gone, ear.missed, err)
	}
}

func TestWhatWaitsIsBoundedAndWhatIsDroppedIsKnown(t *testing.T) {
	var o outbox
	for n := range mostWaiting + 1 {
		o.put(live.Message{Kind: live.Here, ID: fmt.Sprint(n)})
	}
	if n := len(o.messages()); n > mostWaiting || !o.dropped {
		t.Errorf("%d messages wait, dropped: %v", n, o.dropped)
	}
}

func TestALetterIsShortEnoughForPostgreSQL(t *testing.T) {
	var many []live.Message
	for n := range 1000 {
		many = append(many, live.Message{Kind: live.Here, Workshop: "0123456789abcdef0123456789abcdef", ID: fmt.Sprint(n), On: true})
	}
	letters, err := pack("0123456789abcdef0123456789abcdef", 0, many)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range letters {
		if len(text) >= 8000 {
			t.Errorf("a letter of %d bytes", len(text))
		}
	}
}
