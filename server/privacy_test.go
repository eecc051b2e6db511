package server_test

import (
	"fmt"
	"strings"
	"testing"

	"dilna/models"
)

// TestNoSecretIsEverLoggedTM20 runs a workshop with canaries in everything that
// must not be kept and looks for them in all that is logged, at the chattiest
// level.
func TestNoSecretIsEverLoggedTM20(t *testing.T) {
	w := newWorld(t)
	w.firstAccount()
	r := w.room("a")
	twoDots(r)
	code := string(r.code())
	stranger := &caller{from: "198.51.100.77"}
	w.do(stranger, "POST /api/join?canary=query", `{"code":"`+code+`"}`, header("User-Agent", "canary-agent"), header("Referer", "canary-referer")).want(200, "")
	w.do(stranger, "POST /api/join", `{"code":"CANARY"}`).want(404, models.CodeCodeUnknown)
	w.do(&caller{}, "POST /api/sign-in", signIn("canary-login", "canary-password")).want(401, models.CodeSignInFailed)
	r.do(r.participant, r.fill("REQUEST POST /steps/{open}/ideas"), r.fill(`{"id":"{new}","text":"canary text","surplus":1}`)).want(422, "invalid")
	r.do(r.facilitator, "GET /canary%0Apath", "", header("X-Canary", "\x1b[31m"))
	canaries := []string{
		code, "CANARY", "canary", "198.51.100.77", string(r.idea), string(r.running), string(r.mine), "tajné heslo", "\\u001b",
		r.participant.cookies[0].Value, r.facilitator.cookies[0].Value, models.HashSecret(r.participant.cookies[0].Value),
	}
	log := w.log.String()
	for _, canary := range canaries {
		if i := strings.Index(log, canary); i >= 0 {
			t.Errorf("%q is logged: %s", canary, log[max(0, i-200):min(len(log), i+100)])
		}
	}
	if !strings.Contains(log, `"route":"/api/workshops/:w/rounds/:round/ideas/:idea/dots/mine"`) {
		t.Error("placing dots is not logged by its route")
	}
}

// TestNothingOfAnotherWorkshopIsEverSeenTM05 changes everything in one workshop
// and asks for all there is of another: not one byte may differ.
func TestNothingOfAnotherWorkshopIsEverSeenTM05(t *testing.T) {
	w := newWorld(t)
	a, b := w.room("a"), w.room("b")
	twoDots(a)
	see := func() string {
		var all strings.Builder
		a := a.again()
		for _, c := range []*caller{a.participant, a.screen, a.facilitator} {
			for _, tail := range []string{"", "/feed?since=0&wait=0s", "/mine", "/door", "/minutes.json"} {
				got := a.do(c, "GET "+a.path(tail), "")
				body := got.Body.String()
				if p := got.problem(); p.Instance != "" {
					body = strings.ReplaceAll(body, p.Instance, "")
				}
				fmt.Fprintf(&all, "%s %s: %d %s\n", c.name, tail, got.Code, body)
			}
		}
		all.WriteString(a.do(a.facilitator, "GET /api/library", "").want(200, "").Body.String())
		return all.String()
	}
	before := see()
	b.vote()
	for range 5 {
		b.join("another")
	}
	b.post(b.facilitator, "/steps/"+string(b.fish)+"/causes", `"text":"jiná příčina"`)
	b.put(b.participant, "/rounds/"+string(b.running)+"/ideas/"+string(b.idea)+"/dots/mine", `{"count":1,"seq":1}`)
	b.put(b.facilitator, "/rounds/"+string(b.running)+"/state", `{"state":"closed"}`)
	b.put(b.facilitator, "/state", `{"state":"ended"}`)
	if after := see(); after != before {
		t.Errorf("what people of A see has changed:\n%s\n---\n%s", before, after)
	}
}

// TestWhatIsHiddenIsHiddenEverywhereINV18 looks for what only facilitators may
// know in everything a participant and the wall can ask for.
func TestWhatIsHiddenIsHiddenEverywhereINV18(t *testing.T) {
	r := newWorld(t).room("a")
	twoDots(r)
	for _, c := range []*caller{r.participant, r.screen} {
		whole := r.do(c, "GET "+r.path("/feed?since=0&wait=0s"), "").want(200, "").Body.String()
		for what, secret := range map[string]string{
			"an idea of a waiting step": "zatím skrytý", "its id": string(r.hidden), "a prepared round": string(r.typed),
			"a standing": "standing", "points": "points", "whose an idea is": "seat_id",
		} {
			if strings.Contains(whole, secret) {
				t.Errorf("%s is told %s: %s", c.name, what, whole)
			}
		}
	}
	whole := r.do(r.facilitator, "GET "+r.path("/feed?since=0&wait=0s"), "").want(200, "").Body.String()
	if strings.Contains(whole, "standing") {
		t.Error("the facilitator is told the totals of an open round")
	}
	if code := string(r.code()); strings.Contains(r.do(r.participant, "GET "+r.path("/feed?since=0&wait=0s"), "").Body.String(), code) {
		t.Error("participants are told the code")
	}
}

// TestAResultThatIsNotRevealedIsAtNoDoorINV18: a round of each way of casting is
// closed; whoever does not facilitate can ask for all there is and learns nothing
// of it, while it is being revealed no more than is shown, and then all.
func TestAResultThatIsNotRevealedIsAtNoDoorINV18(t *testing.T) {
	r := newWorld(t).room("a")
	closed(r)
	r.put(r.facilitator, "/rounds/"+string(r.typed)+"/totals", fmt.Sprintf(`{"totals":[{"idea":%q,"points":20},{"idea":%q,"points":7}],"voters":14}`, r.idea, r.mine))
	told := func(c *caller) string {
		var all strings.Builder
		for _, tail := range []string{"", "/feed?since=0&wait=0s", "/feed?since=1&wait=0s", "/mine", "/door", "/minutes.json", "/minutes.pdf", "/history", "/formats"} {
			got := r.do(c, "GET "+r.path(tail), "")
			if got.Code == 200 || strings.HasPrefix(tail, "/feed") {
				all.WriteString(got.Body.String())
			}
		}
		return all.String()
	}
	move := func(state string) {
		for _, round := range []models.RoundID{r.running, r.typed} {
			r.put(r.facilitator, "/rounds/"+string(round)+"/state", `{"state":"`+state+`"}`)
		}
	}
	never := func(secrets ...string) {
		for _, c := range []*caller{r.participant, r.screen} {
			for _, secret := range secrets {
				if text := told(c); strings.Contains(text, secret) {
					t.Errorf("%s is told %s: %s", c.name, secret, text)
				}
			}
		}
	}
	never("standing", "points", "voters", string(r.typed))
	move("revealing")
	never(`"points":20`, `"points":2,`)
	move("revealed")
	for _, c := range []*caller{r.participant, r.screen} {
		if text := told(c); !strings.Contains(text, `"points":20`) || !strings.Contains(text, `"points":2,`) {
			t.Errorf("%s is told of what was revealed: %s", c.name, text)
		}
	}
}

// TestDotsOnOneIdeaOrAnotherLookTheSameTM03 plays the same voting twice; only
// which idea is voted for differs. Until the round is closed nobody else may
// see a difference.
func TestDotsOnOneIdeaOrAnotherLookTheSameTM03(t *testing.T) {
	r := newWorld(t).room("a").vote()
	other := r.join("another")
	seen := func() string { return r.seenBy(other, r.screen, r.facilitator) }
	dots := "/rounds/" + string(r.running) + "/ideas/%s/dots/mine"
	r.put(r.participant, fmt.Sprintf(dots, r.idea), `{"count":1,"seq":1}`)
	first := seen()
	r.put(r.participant, fmt.Sprintf(dots, r.idea), `{"count":0,"seq":2}`)
	r.put(r.participant, fmt.Sprintf(dots, r.mine), `{"count":1,"seq":1}`)
	if second := seen(); second != first {
		t.Errorf("moving a dot shows:\n%s\n---\n%s", first, second)
	}
	whole := "/rounds/" + string(r.running) + "/ballot/mine"
	r.put(r.participant, whole, fmt.Sprintf(`{"votes":[{"entry":%q,"value":1}],"seq":3}`, r.idea))
	if third := seen(); third != first {
		t.Errorf("another whole ballot shows:\n%s\n---\n%s", first, third)
	}
	r.put(r.participant, whole, fmt.Sprintf(`{"votes":[{"entry":%q,"value":1}],"seq":4,"receipt":"123456789012"}`, r.idea))
	if fourth := seen(); fourth != first {
		t.Errorf("a receipt shows:\n%s\n---\n%s", first, fourth)
	}
	if mine := r.do(r.participant, "GET "+r.path("/mine"), "").Body.String(); strings.Contains(mine+r.log.String(), "123456789012") {
		t.Error("a receipt is told or logged while people vote")
	}
}

// seenBy is all that callers are told of the room, afresh.
func (r *room) seenBy(callers ...*caller) string {
	var all strings.Builder
	r = r.again()
	for _, c := range callers {
		all.WriteString(r.do(c, "GET "+r.path("/feed?since=0&wait=0s"), "").Body.String())
		all.WriteString(r.do(c, "GET "+r.path("/mine"), "").Body.String())
		all.WriteString(r.do(c, "GET "+r.path("/minutes.json"), "").Body.String())
	}
	text := all.String()
	for _, line := range strings.Split(text, "urn:request:")[1:] {
		text = strings.ReplaceAll(text, line[:26], "")
	}
	return text
}

// TestBallotsOfEveryRuleLookTheSameTM03: whatever the rule is, while its round is
// open nobody else can tell one ballot from another, not even that a vote is for,
// against, first or last, nor whether the ballot will count.
func TestBallotsOfEveryRuleLookTheSameTM03(t *testing.T) {
	r := newWorld(t).room("a")
	other := r.join("another")
	const unsaid = 99 // the ballot does not name the idea
	costs := fmt.Sprintf(`"costs":{%q:100,%q:60}`, r.idea, r.mine)
	for _, c := range []struct {
		rule     string
		one, two [2]int // what is said of either idea, in one ballot and in another
	}{
		{`"rule":"dots","dots":3,"use_all":true`, [2]int{1, 2}, [2]int{2, 1}},
		{`"rule":"choice","majority":"consensus"`, [2]int{1, 1}, [2]int{0, -1}},
		{`"rule":"approval"`, [2]int{1, 1}, [2]int{unsaid, 1}},
		{`"rule":"approval","most":1`, [2]int{1, unsaid}, [2]int{unsaid, 1}},
		{`"rule":"budget","budget":100,"unit":"Kč",` + costs, [2]int{1, unsaid}, [2]int{unsaid, 1}},
		{`"rule":"weights","weights":[3,2,1]`, [2]int{3, 1}, [2]int{1, 2}},
		{`"rule":"weights","most":5`, [2]int{5, 0}, [2]int{0, 3}},
		{`"rule":"plus-minus","dots":2,"minus":2`, [2]int{1, 1}, [2]int{-1, -1}},
		{`"rule":"ranking","places":3,"exactly":true`, [2]int{1, 2}, [2]int{2, 1}},
		{`"rule":"scale","steps":5`, [2]int{1, 5}, [2]int{4, 4}},
	} {
		round := r.post(r.facilitator, "/steps/"+string(r.open)+"/rounds", `"open":true,"rule":{`+c.rule+`}`)
		say := func(seq int, on [2]int) string {
			var votes []string
			for i, entry := range []models.EntryID{r.idea, r.mine} {
				if on[i] != unsaid {
					votes = append(votes, fmt.Sprintf(`{"entry":%q,"value":%d}`, entry, on[i]))
				}
			}
			ballot := fmt.Sprintf(`{"votes":[%s],"seq":%d}`, strings.Join(votes, ","), seq)
			r.put(r.participant, "/rounds/"+round+"/ballot/mine", ballot)
			return r.seenBy(other, r.screen, r.facilitator)
		}
		if one, two := say(1, c.one), say(2, c.two); one != two {
			t.Errorf("by %s two ballots look otherwise:\n%s\n---\n%s", c.rule, one, two)
		}
		r.put(r.facilitator, "/rounds/"+round+"/state", `{"state":"closed"}`)
		if told := r.seenBy(other, r.screen); strings.Contains(told, round) {
			t.Errorf("by %s a round that is closed and not revealed is told: %s", c.rule, told)
		}
	}
}

// TestWhatAJurySaysBesideAnotherRoundLooksTheSameTM03: a jury judges while everybody
// votes on the same ideas. Nobody else can tell its marks, nor that one is missing;
// and once it is closed, nobody is told of it at all.
func TestWhatAJurySaysBesideAnotherRoundLooksTheSameTM03(t *testing.T) {
	r := newWorld(t).room("a").vote()
	divided(r)
	r.put(r.participant, "/divisions/"+string(r.division)+"/mine", `{"part":"`+string(r.part)+`"}`)
	other := r.join("another")
	jury := r.post(r.facilitator, "/steps/"+string(r.open)+"/rounds",
		`"parts":["`+string(r.part)+`"],"rule":{"rule":"judging","steps":5,"criteria":[{"name":"přínos","weight":2},{"name":"cena","weight":1}]}`)
	r.put(r.facilitator, "/rounds/"+jury+"/state", `{"state":"open","beside":true}`)
	say := func(seq int, marks string) string {
		r.put(r.participant, "/rounds/"+jury+"/ballot/mine", fmt.Sprintf(`{"votes":[{"entry":%q,"value":0,"values":[%s]}],"seq":%d}`, r.idea, marks, seq))
		return r.seenBy(other, r.screen, r.facilitator)
	}
	whole := say(1, "5,1")
	for seq, marks := range []string{"1,5", "5,0", "0,3"} {
		if told := say(seq+2, marks); told != whole {
			t.Errorf("the marks %s look otherwise:\n%s\n---\n%s", marks, whole, told)
		}
	}
	if !strings.Contains(r.seenBy(other), jury) {
		t.Error("the others are not told that a jury votes")
	}
	r.put(r.facilitator, "/rounds/"+jury+"/state", `{"state":"closed"}`)
	told := r.seenBy(other, r.screen)
	if strings.Contains(told, jury) || !strings.Contains(told, string(r.running)) {
		t.Errorf("of a jury that is done, and of the round beside it, others are told %s", told)
	}
}
