package rehearsal

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"dilna/models"
)

func TestEventsAreReadWhateverStandsBetweenThem(t *testing.T) {
	long := strings.Repeat("x", 10_000) // longer than the reader's buffer
	stream := ": " + strings.Repeat(" ", 2048) + "\nretry: 700\n\n" +
		"id: 1\ndata: first\n\n" + ":\n\n" +
		"data: two\r\ndata:lines\r\n\r\n" +
		"id: 3\ndata: " + long + "\n\n" +
		"data: torn off"
	heard := 0
	r := eventReader{in: bufio.NewReader(strings.NewReader(stream)), heard: func() { heard++ }}
	for _, want := range []string{"first", "two\nlines", long} {
		got, err := r.next()
		if err != nil || string(got) != want {
			t.Fatalf("got %.40q, %v; want %.40q", got, err, want)
		}
	}
	if _, err := r.next(); !errors.Is(err, io.EOF) {
		t.Errorf("a torn event gives %v, want EOF", err)
	}
	if heard < 12 {
		t.Errorf("%d lines heard", heard)
	}
}

func idea(id, text string) string { return fmt.Sprintf(`{"id":%q,"text":%q}`, id, text) }

func frameOf(t interface{ Fatal(...any) }, since, revision int, ideas, gone []string) *frame {
	data, err := json.Marshal(gone)
	if err != nil {
		t.Fatal(err)
	}
	f, err := parseFrame(fmt.Appendf(nil, `{"since":%d,"revision":%d,"ideas":[%s],"gone":%s}`, since, revision, strings.Join(ideas, ","), data))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// INV-13, INV-16: whatever frames a screen got, at the same revision it shows
// what the whole picture shows.
func TestADigestDoesNotTellHowAScreenGotThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		type change struct {
			id   int
			text string // empty: removed
		}
		changes := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) change {
			return change{rapid.IntRange(0, 5).Draw(t, "id"), rapid.SampledFrom([]string{"", "a", "b", "c"}).Draw(t, "text")}
		}), 1, 30).Draw(t, "changes")
		stops := append(rapid.SliceOf(rapid.IntRange(1, len(changes))).Draw(t, "stops"), len(changes))
		slices.Sort(stops)
		view := func(since, revision int) *frame {
			last := map[int]change{}
			for _, c := range changes[since:revision] {
				last[c.id] = c
			}
			var ideas, gone []string
			for id, c := range last {
				name := fmt.Sprint("id", id)
				if c.text != "" {
					ideas = append(ideas, idea(name, c.text))
				} else if since > 0 {
					gone = append(gone, name)
				}
			}
			return frameOf(t, since, revision, ideas, gone)
		}
		folded, fresh := newScreen("folded", models.Participants), newScreen("fresh", models.Participants)
		at := 0
		for _, stop := range stops {
			folded.fold(view(at, stop))
			at = stop
		}
		fresh.fold(view(0, len(changes)))
		if folded.picture().digest != fresh.picture().digest {
			t.Fatalf("folded by %v it shows something else", stops)
		}
		if odd := folded.picture().odd; len(odd) > 0 {
			t.Fatalf("odd: %q", odd)
		}
	})
}

// INV-14: a revision never goes back, no gap is applied unnoticed.
func TestAScreenNoticesGapsAndStepsBack(t *testing.T) {
	s := newScreen("s", models.Participants)
	s.fold(frameOf(t, 0, 5, []string{idea("a", "x")}, nil))
	s.fold(frameOf(t, 7, 8, nil, nil))
	s.fold(frameOf(t, 0, 6, nil, nil))
	if odd := s.picture().odd; len(odd) != 2 {
		t.Errorf("noticed %q, want the gap and the step back", odd)
	}
	if s.at() != 8 {
		t.Errorf("at revision %d, want 8", s.at())
	}
}

func TestTheSameRowWrittenOtherwiseIsTheSameRow(t *testing.T) {
	a, errA := newRow(models.PartIdeas, json.RawMessage(`{"id":"x","text":"a<b","marked":true}`))
	b, errB := newRow(models.PartIdeas, json.RawMessage(`{ "marked":true, "text":"a\u003cb", "id":"x" }`))
	if errA != nil || errB != nil || a.hash != b.hash {
		t.Errorf("%v %v: the hashes differ", errA, errB)
	}
	c, _ := newRow(models.PartCauses, json.RawMessage(`{"id":"x","text":"a<b","marked":true}`))
	if c.hash == a.hash {
		t.Error("a cause is told from an idea by its part")
	}
}

func TestEachDistinctFrameIsReadOnceForAllPhones(t *testing.T) {
	told := 0
	frames := newFrames(func(models.Audience, *frame) { told++ })
	for n := range 3 * freshFrames {
		data := fmt.Appendf(nil, `{"since":0,"revision":%d}`, n)
		first, err := frames.parse(models.Participants, data)
		if err != nil {
			t.Fatal(err)
		}
		if again, _ := frames.parse(models.Participants, data); again != first {
			t.Fatal("read twice")
		}
		if len(frames.fresh)+len(frames.aged) > 2*freshFrames {
			t.Fatal("old frames are never let go")
		}
	}
	if told != 3*freshFrames {
		t.Errorf("told of %d frames, want %d", told, 3*freshFrames)
	}
}

func isSeen(s *sight) bool {
	select {
	case <-s.all:
		return true
	default:
		return false
	}
}

func TestAChangeIsSeenByEveryoneOnceTheLastScreenShowsIt(t *testing.T) {
	c := newCrowd(newMeter())
	for _, a := range []models.Audience{models.Participants, models.Participants, models.Wall} {
		c.enter(a)
	}
	row, err := newRow(models.PartIdeas, json.RawMessage(idea("x", "new")))
	if err != nil {
		t.Fatal(err)
	}
	seen := c.expect(time.Now(), row)
	phones, wall := frameOf(t, 0, 4, []string{idea("x", "new")}, nil), frameOf(t, 0, 5, []string{idea("x", "new")}, nil)
	c.show(models.Participants, phones)
	c.advance(models.Participants, 0, 4)
	c.show(models.Wall, wall)
	c.advance(models.Wall, 0, 5)
	if isSeen(seen) || c.behind(seen) != 1 {
		t.Errorf("seen %v, %d behind; one phone has nothing yet", isSeen(seen), c.behind(seen))
	}
	c.advance(models.Participants, 0, 4)
	if !isSeen(seen) || c.behind(seen) != 0 {
		t.Error("everybody shows it, and it is not told")
	}
	if late := c.expect(time.Now(), row); !isSeen(late) {
		t.Error("a screen may show a change before its answer arrives")
	}
}

func TestAChangeOvertakenByTheNextIsSeenWithIt(t *testing.T) {
	c := newCrowd(newMeter())
	c.enter(models.Participants)
	first, _ := newRow(models.PartIdeas, json.RawMessage(idea("x", "one")))
	second, _ := newRow(models.PartIdeas, json.RawMessage(idea("x", "two")))
	seen, next := c.expect(time.Now(), first), c.expect(time.Now(), second)
	c.show(models.Participants, frameOf(t, 0, 9, []string{idea("x", "two")}, nil))
	c.advance(models.Participants, 0, 9)
	if !isSeen(seen) || !isSeen(next) {
		t.Error("the frame coalesced both changes: both are seen")
	}
}

// How what an idea was made of was worded only facilitators are told: everybody
// else shows the row without it, and has seen it.
func TestWhatIsMadeOfAnotherIsSeenByThoseWhoAreNotToldOfWhat(t *testing.T) {
	c := newCrowd(newMeter())
	for _, a := range models.Audiences {
		c.enter(a)
	}
	const whole, told = `{"id":"x","text":"new","from":{"entry":"y","text":"old"}}`, `{"id":"x","text":"new","from":{"entry":"y"}}`
	row, err := newRow(models.PartIdeas, json.RawMessage(whole))
	if err != nil {
		t.Fatal(err)
	}
	seen := c.expect(time.Now(), row)
	for _, a := range models.Audiences {
		shows := told
		if a == models.Facilitators {
			shows = whole
		}
		if isSeen(seen) {
			t.Error("not everybody shows it, and it is told")
		}
		c.show(a, frameOf(t, 0, 4, []string{shows}, nil))
		c.advance(a, 0, 4)
	}
	if !isSeen(seen) {
		t.Error("everybody shows it, and it is not told")
	}
}
