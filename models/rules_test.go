package models_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dilna/models"
	"dilna/models/voting"
)

// Phones loaded before there were rules say how many dots lie on one idea.
func TestDotsOfOneIdeaAreAllowedByTheRule(t *testing.T) {
	t.Parallel()
	by := func(dots, perEntry int) (r models.Round) {
		r.Follow(&voting.Rule{Name: voting.Dots, Dots: dots, PerEntry: perEntry})
		return r
	}
	three := by(3, 2)
	for _, c := range []struct {
		name            string
		round           models.Round
		elsewhere, want int
		code            models.ErrorCode
	}{
		{"the first of three", three, 0, 1, ""},
		{"the last of three", three, 2, 1, ""},
		{"the fourth of three", three, 2, 2, models.CodeDotsSpent},
		{"two on one idea", three, 1, 2, ""},
		{"the limit of an idea is told before the budget", three, 2, 3, models.CodeDotsPerIdea},
		{"taking back is always allowed", three, 2, 0, ""},
		{"fewer than none", three, 0, -1, models.CodeInvalid},
		{"without a limit of an idea all may lie on one", by(5, 0), 0, 5, ""},
		{"a limit above the budget is the budget", by(2, 9), 0, 3, models.CodeDotsPerIdea},
		{"another rule", models.Round{Rule: &voting.Rule{Name: voting.Weights, Weights: []int{3, 2, 1}}}, 0, 1, models.CodeRuleNotPlayed},
	} {
		var ballot voting.Ballot
		for entry, count := range map[models.EntryID]int{"elsewhere": c.elsewhere, "here": c.want} {
			if count != 0 {
				ballot = append(ballot, voting.Vote{Entry: entry, Value: count})
			}
		}
		if got := models.CodeOf(c.round.JudgeDots(ballot, nil, models.SetDots{Count: c.want})); got != c.code {
			t.Errorf("%s: %q, want %q", c.name, got, c.code)
		}
	}
}

// TestOneEntryIsEnoughToBeForOrAgainstItAndOtherRulesWeighTwo: rule × how many
// entries are named.
func TestOneEntryIsEnoughToBeForOrAgainstItAndOtherRulesWeighTwo(t *testing.T) {
	t.Parallel()
	entries := []models.EntryID{models.NewID[models.EntryID](), models.NewID[models.EntryID]()}
	budget := map[models.EntryID]int{entries[0]: 5}
	for _, c := range []struct {
		rule   voting.Rule
		fewest int
	}{
		{voting.Rule{Name: voting.Choice}, 1},
		{voting.Rule{Name: voting.Dots, Dots: 3}, 2},
		{voting.Rule{Name: voting.Approval}, 2},
		{voting.Rule{Name: voting.Weights, Most: 5}, 2},
		{voting.Rule{Name: voting.PlusMinus, Dots: 3, Minus: new(1)}, 2},
		{voting.Rule{Name: voting.Places, Places: 1}, 2},
		{voting.Rule{Name: voting.Scale, Steps: 5}, 2},
		{voting.Rule{Name: voting.Budget, Budget: 10, Costs: budget}, 2},
	} {
		for n := 1; n <= len(entries); n++ {
			round := models.NewRound{ID: models.NewID[models.RoundID](), Rule: &c.rule, Ideas: entries[:n]}
			if err := round.Check(); (err == nil) != (n >= c.fewest) {
				t.Errorf("%s on %d entries: %v", c.rule.Name, n, err)
			}
		}
	}
}

func TestWhoMayContribute(t *testing.T) {
	t.Parallel()
	open := models.Workshop{State: models.WorkshopOpen}
	step := models.Step{Method: models.MethodCollect, State: models.StepOpen}
	closed := models.Step{Method: models.MethodCollect, State: models.StepClosed}
	guest := models.Actor{Role: models.RoleParticipant, Seat: "a"}
	facilitator := models.Actor{Role: models.RoleFacilitator, Account: "f"}
	for _, c := range []struct {
		name     string
		by       models.Actor
		workshop models.Workshop
		step     models.Step
		code     models.ErrorCode
	}{
		{"a participant in an open step", guest, open, step, ""},
		{"a participant in a closed step", guest, open, closed, models.CodeStepNotOpen},
		{"a participant before the doors open", guest, models.Workshop{State: models.WorkshopPrepared}, step, models.CodeWorkshopNotOpen},
		{"a participant after the end", guest, models.Workshop{State: models.WorkshopEnded}, step, models.CodeWorkshopNotOpen},
		{"the facilitator after the end, for late ideas", facilitator, models.Workshop{State: models.WorkshopEnded}, closed, ""},
		{"the wall", models.Actor{Role: models.RoleWall, Seat: "w"}, open, step, models.CodeFacilitatorOnly},
		{"an observer", models.Actor{Role: models.RoleObserver, Seat: "o"}, open, step, models.CodeFacilitatorOnly},
		{"an idea on a fishbone", guest, open, models.Step{Method: models.MethodFishbone, State: models.StepOpen}, models.CodeWrongMethod},
	} {
		if got := models.CodeOf(c.step.MayContribute(c.by, c.workshop, models.MethodCollect)); got != c.code {
			t.Errorf("%s: %q, want %q", c.name, got, c.code)
		}
	}
	if got := models.CodeOf(step.MayChange(guest, open, "b")); got != models.CodeNotYours {
		t.Errorf("another's idea: %q", got)
	}
	if got := models.CodeOf(step.MayChange(guest, open, "")); got != models.CodeNotYours {
		t.Errorf("the facilitator's idea: %q", got)
	}
}

func TestTextsAreTidiedAndRefusedWithAReason(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text, tidy string
		reason           models.Reason
	}{
		{"outer spaces go", "  Pomoc \n", "Pomoc", ""},
		{"line ends are \\n", "a\r\nb\rc", "a\nb\nc", ""},
		{"emoji stay", "💡 nápad 👨‍👩‍👧", "💡 nápad 👨‍👩‍👧", ""},
		{"right-to-left text stays", "مرحبا", "مرحبا", ""},
		{"nothing but spaces", " \n ", "", models.ReasonEmpty},
		{"two thousand letters", strings.Repeat("ž", 2000), strings.Repeat("ž", 2000), ""},
		{"one more", strings.Repeat("ž", 2001), "", models.ReasonTooLong},
		{"TM-10: control characters become spaces", "a\x00b\x1bc", "a b c", ""},
		{"TM-10: what turns the line around becomes a space", "a\u202eb\u2066c", "a b c", ""},
		{"soft line ends of office programs end lines", "a\vb\u2028c\u2029d\u0085e\ff", "a\nb\nc\nd\ne\nf", ""},
		{"an accent written apart stays", "s\u030c", "s\u030c", ""},
		{"letters joined or kept apart on purpose stay", "می\u200cخواهم", "می\u200cخواهم", ""},
		{"an emoji newer than the program", "\U0001fae9", "\U0001fae9", ""},
		{"nothing but zero-width spaces", "\u200b\ufeff\u2060", "", models.ReasonEmpty},
		{"nothing but accents", "\u0301\u0489\u20e3", "", models.ReasonEmpty},
		{"nothing but Hangul fillers", "\u3164\u115f\uffa0", "", models.ReasonEmpty},
		{"nothing but braille blanks", "\u2800 \u2800", "", models.ReasonEmpty},
		{"nothing but tags", "\U000e0041\U000e007f", "", models.ReasonEmpty},
		{"nothing but variation selectors", "\ufe0f\U000e0101", "", models.ReasonEmpty},
		{"nothing but control characters", "\x00\x7f\u202e\v", "", models.ReasonEmpty},
		{"broken UTF-8", "a\xffb", "", models.ReasonEncoding},
	} {
		in := models.NewEntry{ID: models.NewID[models.EntryID](), Text: c.text}
		err := in.Check()
		switch {
		case c.reason == "" && (err != nil || in.Text != c.tidy):
			t.Errorf("%s: %q, %v", c.name, in.Text, err)
		case c.reason != "" && (err == nil || !strings.Contains(err.Error(), "(text: "+string(c.reason)+")")):
			t.Errorf("%s: %v, want reason %s", c.name, err, c.reason)
		}
	}
}

func TestEqualPointsShareARank(t *testing.T) {
	t.Parallel()
	points := []int{4, 0, 4, 5, 2}
	totals := []models.Total{{EntryID: "not counted"}}
	for i := range points {
		totals = append(totals, models.Total{EntryID: "x", Points: &points[i]})
	}
	want := []int{0, 2, 5, 2, 1, 4}
	for i, place := range (models.Round{}).Standing(totals) {
		if place.Rank != want[i] {
			t.Errorf("place %d has rank %d, want %d", i, place.Rank, want[i])
		}
	}
}

// TestCodesAreEvenlySpreadAndReadable draws many codes: each symbol as often as
// another (TM-02, chi-square with 27 degrees of freedom, p = 1e-9), none that
// looks like another, no vowels.
func TestCodesAreEvenlySpreadAndReadable(t *testing.T) {
	t.Parallel()
	const codes = 100_000
	seen := map[rune]int{}
	for range codes {
		code := models.NewCode()
		if parsed, err := models.ParseCode(strings.ToLower(" " + string(code[:3]) + "-" + string(code[3:]))); err != nil || parsed != code {
			t.Fatalf("%s, typed with a hyphen in small letters, is %s, %v", code, parsed, err)
		}
		for _, r := range code {
			seen[r]++
		}
	}
	if len(seen) != 28 {
		t.Fatalf("%d symbols, want 28", len(seen))
	}
	expected, chi := float64(codes*models.CodeLength)/28, 0.0
	for symbol, n := range seen {
		if strings.ContainsRune("01OILAEUaeiou", symbol) {
			t.Errorf("%c is easily misread", symbol)
		}
		chi += (float64(n) - expected) * (float64(n) - expected) / expected
	}
	if chi > 105 {
		t.Errorf("chi-square %.1f: some symbols come up more often", chi)
	}
}

func TestMovingKeepsEverythingOnceAndInOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(rt, "n")
		siblings := make([]models.Sibling, n)
		for i := range siblings {
			siblings[i] = models.Sibling{ID: string(rune('a' + i)), Position: (i + 1) * 3}
		}
		moving := rapid.SampledFrom(siblings).Draw(rt, "moving")
		index := rapid.IntRange(0, n+2).Draw(rt, "index")
		at := map[int]string{}
		for _, s := range siblings {
			at[s.Position] = s.ID
		}
		for _, s := range models.Reordered(siblings, moving.ID, index) {
			at[s.Position] = s.ID
		}
		order := ""
		for _, s := range siblings {
			order += at[s.Position]
		}
		rest := strings.ReplaceAll("abcdefghijkl"[:n], moving.ID, "")
		place := min(index, n-1)
		if want := rest[:place] + moving.ID + rest[place:]; order != want {
			rt.Fatalf("moving %s to %d gave %s, want %s", moving.ID, index, order, want)
		}
	})
}

func TestWhatIsWrongIsToldInTheSameOrderEachTime(t *testing.T) {
	t.Parallel()
	bad, less := "\x00", -1
	first := ""
	for range 50 {
		change := models.HeadChange{
			Language: &bad, Programme: &bad, Group: &bad, Title: &bad, Place: &bad, NextMeeting: &bad,
			Attendance: &models.Attendance{Participants: &less, Observers: &less},
		}
		told := change.Check().Error()
		if first == "" {
			first = told
		}
		if told != first {
			t.Fatalf("told %s, before it %s", told, first)
		}
	}
}

// TestAudiencesSeeWhatTheyMay: a step behind the curtain, its content, a
// prepared round and hidden totals reach nobody who must not see them, nor do
// the ids of rows that were never shown (INV-18).
func TestAudiencesSeeWhatTheyMay(t *testing.T) {
	t.Parallel()
	points := 3
	changes := models.Changes{
		Since:    1,
		Workshop: models.Workshop{ID: "w", Code: "234567", Revision: 9, HeadRevision: 9, Head: models.Head{Facilitators: []string{"Petra"}}},
		Steps: []models.Step{
			{Row: models.Row{Revision: 2}, ID: "waiting", State: models.StepWaiting},
			{Row: models.Row{Revision: 2, Vanished: true}, ID: "hidden", State: models.StepWaiting},
			{Row: models.Row{Revision: 2}, ID: "open", State: models.StepOpen},
		},
		EntriesByMethod: models.EntriesByMethod{Ideas: []models.Entry{
			{ID: "behind", StepID: "waiting"}, {ID: "shown", StepID: "open"},
			{ID: "gone", StepID: "open", Row: models.Row{Removed: true, Vanished: true}},
			{ID: "unseen", StepID: "open", Row: models.Row{Removed: true}},
		}},
		Rounds: []models.Round{
			{ID: "prepared", StepID: "open", State: models.RoundPrepared},
			{ID: "voting", StepID: "open", State: models.RoundOpen},
			{ID: "closed", StepID: "open", State: models.RoundClosed, Row: models.Row{Vanished: true}},
			{ID: "told", StepID: "open", State: models.RoundClosed, Revealed: true, ShownFrom: 1},
		},
		Totals: map[models.RoundID][]models.Total{
			"voting": {{EntryID: "shown", Points: &points}}, "closed": {{EntryID: "shown", Points: &points}}, "told": {{EntryID: "shown", Points: &points}},
		},
	}
	for audience, want := range map[models.Audience]string{
		models.Participants: "open shown voting told! -hidden -gone -closed",
		models.Wall:         "code open shown voting told! -hidden -gone -closed",
		models.Facilitators: "code head waiting hidden open behind shown prepared voting closed! told! -gone -unseen",
	} {
		if got := summary(changes.For(audience)); got != want {
			t.Errorf("audience %d sees %q, want %q", audience, got, want)
		}
	}
}

func summary(v models.View) string {
	var words []string
	if v.Workshop.Code != "" {
		words = append(words, "code")
	}
	if v.Workshop.Head != nil {
		words = append(words, "head")
	}
	for _, s := range v.Steps {
		words = append(words, string(s.ID))
	}
	for _, i := range v.Ideas {
		words = append(words, string(i.ID))
	}
	for _, r := range v.Rounds {
		word := string(r.ID)
		if r.Standing != nil {
			word += "!"
		}
		words = append(words, word)
	}
	for _, id := range v.Gone {
		words = append(words, "-"+id)
	}
	return strings.Join(words, " ")
}
