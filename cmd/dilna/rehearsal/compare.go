package rehearsal

import (
	"fmt"
	"strconv"

	"dilna/cmd/dilna/language"
	"dilna/models"
)

// comparison finds what the fetched record lacks, has twice, or has otherwise
// than it was acknowledged.
type comparison struct {
	findings *findings
	say      language.Language
}

func (c comparison) minutes(want, got models.Minutes) {
	want, got = canonical(want), canonical(got)
	if !sameValue(want.Head, got.Head) {
		c.value("head", want.Head, got.Head)
	}
	c.value("divisions", want.Divisions, got.Divisions)
	c.value("feedback", want.Feedback, got.Feedback)
	siblings(c, "steps", want.Steps, got.Steps,
		func(s models.StepMinutes) string { return s.Heading },
		func(path string, want, got models.StepMinutes) { c.step(path, want, got) })
}

func (c comparison) step(path string, want, got models.StepMinutes) {
	siblings(c, path+".topics", want.Topics, got.Topics, topicName, c.topic)
	siblings(c, path+".ideas", want.Ideas, got.Ideas, ideaName, c.idea)
	siblings(c, path+".causes", want.Causes, got.Causes, causeName, c.cause)
	for n := range max(len(want.Rounds), len(got.Rounds)) {
		c.round(fmt.Sprintf("%s.rounds[%d]", path, n), want.Rounds, got.Rounds, n)
	}
	for _, s := range []*models.StepMinutes{&want, &got} {
		s.Topics, s.Ideas, s.Causes, s.Rounds = nil, nil, nil, nil
	}
	c.value(path, want, got)
}

func (c comparison) round(path string, want, got []models.RoundMinutes, n int) {
	switch {
	case n >= len(got):
		c.lost(path, want[n].Label)
	case n >= len(want):
		c.doubled(path, got[n].Label, 1, 0)
	default:
		if len(got[n].Ballots) == 0 {
			want[n].Ballots, want[n].Receipts = nil, nil // few ballots are not shown one by one: they would tell whose they are
		}
		c.value(path, want[n], got[n])
	}
}

func (c comparison) topic(path string, want, got models.TopicMinutes) {
	siblings(c, path+".ideas", want.Ideas, got.Ideas, ideaName, c.idea)
	siblings(c, path+".topics", want.Topics, got.Topics, topicName, c.topic)
	c.value(path+".from", want.From, got.From)
}

func (c comparison) idea(path string, want, got models.IdeaMinutes) {
	siblings(c, path+".ideas", want.Ideas, got.Ideas, ideaName, c.idea)
	want.Ideas, got.Ideas = nil, nil
	c.value(path, want, got)
}

func (c comparison) cause(path string, want, got models.CauseMinutes) {
	siblings(c, path+".causes", want.Causes, got.Causes, causeName, c.cause)
	c.value(path+".note", want.Note, got.Note)
	c.value(path+".from", want.From, got.From)
}

func topicName(t models.TopicMinutes) string  { return t.Heading }
func ideaName(i models.IdeaMinutes) string    { return i.Text }
func causeName(ca models.CauseMinutes) string { return ca.Text }

// siblings compares two lists of things that people tell apart by their name:
// each must be there as often as it was acknowledged, in the same order. Only
// then are they compared one by one.
func siblings[T any](c comparison, path string, want, got []T, name func(T) string, same func(path string, want, got T)) {
	wanted, gotten := map[string]int{}, map[string]int{}
	for _, w := range want {
		wanted[name(w)]++
	}
	for _, g := range got {
		gotten[name(g)]++
	}
	whole := true
	for text, n := range wanted {
		for range n - gotten[text] {
			c.lost(path, text)
			whole = false
		}
	}
	for text, n := range gotten {
		if n > wanted[text] {
			c.doubled(path, text, n, wanted[text])
			whole = false
		}
	}
	if !whole {
		return
	}
	for n := range want {
		at := fmt.Sprintf("%s[%d]", path, n)
		if name(want[n]) != name(got[n]) {
			c.findings.add(findingDiffers, c.say.Say("%s: pořadí je jiné: „%s“ místo „%s“", "%s: the order differs: “%s” instead of “%s”", at, name(got[n]), name(want[n])))
			return
		}
		same(at, want[n], got[n])
	}
}

func (c comparison) lost(path, text string) {
	c.findings.add(findingLost, c.say.Say("%s: potvrzené „%s“ v zápisu chybí", "%s: the acknowledged “%s” is missing from the record", path, text))
}

func (c comparison) doubled(path, text string, times, acknowledged int) {
	c.findings.add(findingDoubled, c.say.Say("%s: „%s“ je v zápisu %d×, potvrzeno bylo %d×",
		"%s: “%s” is in the record %d times, acknowledged were %d", path, text, times, acknowledged))
}

func (c comparison) value(path string, want, got any) {
	if sameValue(want, got) {
		return
	}
	c.findings.add(findingDiffers, c.say.Say("%s: v zápisu je %s, potvrzeno bylo %s",
		"%s: the record has %s, acknowledged was %s", path, excerpt(got), excerpt(want)))
}

// shown is a total as a person reads it.
func shown(total *int) string {
	if total == nil {
		return "–"
	}
	return strconv.Itoa(*total)
}
