package rehearsal

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"

	"dilna/models"
	"dilna/models/voting"
)

// plannedRound is a round and how its result comes about.
type plannedRound struct {
	id      models.RoundID
	path    string
	file    models.RoundMinutes
	add     models.NewRound
	way     way
	totals  map[*plannedIdea]*int           // the result; nil or missing: not counted
	details map[*plannedIdea]voting.Details // of rounds that are cast or typed in as the file has them
	ballots []plannedBallot                 // to be cast, one a phone
	partial int
	added   bool
	closed  bool

	receipts []models.Receipt // of each ballot
	portions []portion        // of the parts that are told
	phones   []int            // which one casts each ballot, where that matters
}

// plannedBallot is what one phone casts.
type plannedBallot []plannedDots

type plannedDots struct {
	idea   *plannedIdea
	count  int
	values []int // under a rule that asks several things of one idea
}

// vote is what is cast on the idea.
func (d plannedDots) vote() voting.Vote {
	return voting.Vote{Entry: d.idea.id, Value: d.count, Values: d.values}
}

// asFilledIn is the ballot in the order in which a person fills it in, so that each
// beginning of it is allowed: places from the first, plus dots before minus dots.
func (b plannedBallot) asFilledIn(rule voting.Rule) plannedBallot {
	slices.SortStableFunc(b, func(x, y plannedDots) int {
		if rule.Name == voting.Places {
			return x.count - y.count
		}
		return y.count - x.count
	})
	return b
}

// hasVotes says whether the file counts the idea in the round of that index.
func (i *plannedIdea) hasVotes(round int) bool {
	return i.source != nil && round < len(i.source.Votes) && i.source.Votes[round] != nil
}

// way is how a round gets its result.
type way int

const (
	leftPrepared way = iota // nobody voted in it
	castOneByOne            // the file has its ballots
	castToTotals            // ballots are dealt so that its totals come out
	typedIn
)

func (w way) cast() bool { return w == castOneByOne || w == castToTotals }

func (p *planner) rounds(s *plannedStep, in *models.StepMinutes) error {
	reading, named := s.votedOn(), s.named(in)
	for n, file := range in.Rounds {
		r := &plannedRound{
			id: models.NewID[models.RoundID](), path: fmt.Sprintf("%s.rounds[%d]", s.path, n),
			file: file, totals: map[*plannedIdea]*int{},
		}
		r.add = r.command(reading)
		r.add.Nested = file.Nested || slices.ContainsFunc(reading, func(i *plannedIdea) bool { return i.parent != nil && i.hasVotes(n) })
		p.partsOf(r)
		p.byPart(r)
		if r.needsBallots() && len(file.Ballots) == 0 && file.CastBy != models.CastTyped && in.WasVoted(n) {
			p.note(r.path, p.say.Say("kolo podle pravidla %s, jehož lístky soubor nemá, a jeho hlasy", "a round of %s without its ballots, and its votes", r.rule().Name))
			continue
		}
		if !p.accepted(r.path, &r.add) || s.row.Method == models.MethodDecisions && !p.mayDecide(r) {
			continue
		}
		if err := p.result(r, reading, named, n); err != nil {
			return err
		}
		p.dealToParts(r, reading, named)
		s.rounds = append(s.rounds, r)
	}
	p.births(s, reading)
	return nil
}

// command prepares the round. A rule that the file does not know is the
// widest one, so that any totals come out.
func (r *plannedRound) command(reading []*plannedIdea) models.NewRound {
	rule := voting.Rule{Name: voting.Dots}
	if followed := r.file.Followed(); followed != nil {
		rule = *followed
	}
	if rule.Name == voting.Dots && rule.Dots == 0 {
		rule.Dots = 100
	}
	if rule.Costs != nil {
		costs := map[models.EntryID]int{}
		for n, i := range reading {
			if cost, said := rule.Costs[models.EntryID(strconv.Itoa(n))]; said {
				costs[i.id] = cost
			}
		}
		rule.Costs = costs
	}
	return models.NewRound{ID: r.id, Label: r.file.Label, CastBy: r.file.CastBy, Rule: &rule}
}

func (r *plannedRound) rule() voting.Rule { return *r.add.Rule }

// needsBallots says whether totals alone do not tell which ballots give them: only
// plain dots can be dealt.
func (r *plannedRound) needsBallots() bool {
	rule := r.rule()
	return rule.Name != voting.Dots || rule.UseAll || rule.PerTopic > 0
}

// result decides how the round gets the totals the file has in its column n.
func (p *planner) result(r *plannedRound, reading, named []*plannedIdea, n int) error {
	counted, least := false, 0
	for _, i := range reading {
		if n < len(i.source.Votes) && i.source.Votes[n] != nil {
			r.totals[i] = i.source.Votes[n]
			counted, least = true, min(least, *i.source.Votes[n])
		}
	}
	switch {
	case r.file.CastBy == models.CastTyped:
		if p.typed(r, named); counted || len(r.details) > 0 {
			r.way = typedIn
		}
	case len(r.file.Ballots) > 0:
		r.way = castOneByOne
		return p.castAsFiled(r, reading, named, counted)
	case least < 0:
		p.note(r.path, p.say.Say("záporné součty, které puntíky nedají", "totals below zero, which no dots can give"))
		clear(r.totals)
	case counted:
		r.way = castToTotals
	}
	return nil
}

// typed takes over what the file says besides totals, as far as people type it in:
// the rest only ballots tell.
func (p *planner) typed(r *plannedRound, named []*plannedIdea) {
	r.details = map[*plannedIdea]voting.Details{}
	for n, line := range r.file.Results {
		d := line.Details
		typed := r.rule().Settled(voting.Details{For: d.For, Against: d.Against, Abstain: d.Abstain, Mean: d.Mean})
		if !reflect.DeepEqual(typed, d) {
			p.note(fmt.Sprintf("%s.results[%d]", r.path, n), p.say.Say("co se u sečteného na papíře nezapisuje", "what nobody types in of a count on paper"))
		}
		if named[line.Entry] != nil {
			r.details[named[line.Entry]] = typed
		}
	}
}

// castAsFiled takes the ballots of the file over and checks that they keep the
// rule and add up to the totals, where the file has those too.
func (p *planner) castAsFiled(r *plannedRound, reading, named []*plannedIdea, counted bool) error {
	topics, entries := voting.Topics{}, make([]models.EntryID, len(reading))
	for n, i := range reading {
		if entries[n] = i.id; i.topic != nil {
			topics[i.id] = string(i.topic.id)
		}
	}
	cast := []voting.Ballot{}
	for n, file := range r.file.Ballots {
		ballot, said := plannedBallot{}, voting.Ballot{}
		for _, dots := range file {
			if dots.Entry < 0 || dots.Entry >= len(named) || named[dots.Entry] == nil {
				return p.brokenBallot(r, n, p.say.Say("ukazuje na podnět %d, který nelze zahrát", "points at idea %d, which cannot be played", dots.Entry))
			}
			planned := plannedDots{named[dots.Entry], dots.Value, dots.Values}
			if slices.ContainsFunc(ballot, func(d plannedDots) bool { return d.idea == planned.idea }) {
				return p.brokenBallot(r, n, p.say.Say("má podnět %d dvakrát", "has idea %d twice", dots.Entry))
			}
			said, ballot = append(said, planned.vote()), append(ballot, planned)
		}
		if err := r.rule().Check(said, topics); err != nil {
			return p.brokenBallot(r, n, p.say.Say("nedodržuje pravidlo kola (%v)", "breaks the rule of the round (%v)", err))
		}
		r.ballots, cast = append(r.ballots, ballot.asFilledIn(r.rule())), append(cast, said)
		if len(said) > 0 && !r.rule().Counts(said) {
			r.partial++
		}
	}
	r.details = map[*plannedIdea]voting.Details{}
	for n, result := range r.rule().Tally(entries, cast) {
		i := reading[n]
		sum, total := result.Points, r.totals[i]
		r.details[i] = result.Details
		switch {
		case !counted:
			r.totals[i] = &sum
		case total == nil && sum > 0, total != nil && *total != sum:
			return &Unplayable{p.say.Say("%s: lístky dávají podnětu „%s“ %d, součet v souboru je jiný. Opravte soubor.",
				"%s: the ballots give the idea “%s” %d, its total in the file is another. Correct the file.", r.path, i.row.Text, sum)}
		}
	}
	return nil
}

func (p *planner) brokenBallot(r *plannedRound, n int, why string) error {
	return &Unplayable{p.say.Say("%s.ballots[%d]: lístek %s. Opravte soubor.", "%s.ballots[%d]: the ballot %s. Correct the file.", r.path, n, why)}
}

// births finds out before which cast round each idea has to be there.
func (p *planner) births(s *plannedStep, reading []*plannedIdea) {
	var cast []*plannedRound
	for _, r := range s.rounds {
		if r.way.cast() {
			cast = append(cast, r)
		}
	}
	for n := len(reading) - 1; n >= 0; n-- { // an idea after those under it
		i := reading[n]
		for i.born = 0; i.born < len(cast) && cast[i.born].totals[i] == nil; i.born++ {
		}
		for _, under := range i.ideas {
			i.born = min(i.born, under.born)
		}
	}
	for n, r := range cast {
		p.among(r, n, reading)
	}
}

// among leaves out of the round what was there when it was cast, after so many
// others, and is not counted in it: a second round among the tied, say. Rounds are
// prepared before the first of them is cast, so only of what was there then; else
// what is not counted is counted with 0.
func (p *planner) among(r *plannedRound, others int, reading []*plannedIdea) {
	var counted []models.EntryID
	var left []*plannedIdea
	there := true
	for _, i := range reading {
		if r.totals[i] != nil {
			counted, there = append(counted, i.id), there && i.born == 0
		} else if i.born <= others {
			left = append(left, i)
		}
	}
	if len(left) > 0 && len(counted) > 1 && there {
		r.add.Ideas = counted
		return
	}
	for _, i := range left {
		r.totals[i] = new(int)
		p.note(r.path, p.say.Say("„%s“ nemá být počítán, bude mít 0", "“%s” is not to be counted, it will have 0", i.row.Text))
	}
}

// deal settles how many take part and where they sit, and deals ballots for the
// totals.
func (p *planner) deal(n int) error {
	p.seatVoters()
	p.seatParts()
	needed, of := p.needed()
	if n == 0 {
		n = needed
		if a := p.head.Attendance; a != nil && a.Participants != nil {
			n = max(needed, *a.Participants+p.watching())
		}
	}
	if n < needed {
		return &Unplayable{p.say.Say("%s: s %d účastníky výsledek nevyjde, je jich potřeba nejméně %d. Zadejte --participants %d.",
			"%s: %d participants cannot give this result, at least %d are needed. Say --participants %d.", of, n, needed, needed)}
	}
	p.participants = n
	p.seat()
	for _, s := range p.steps {
		for _, r := range s.rounds {
			if r.way == castToTotals && len(r.ballots) == 0 {
				p.dealRound(r, s.votedOn(), len(p.voting(s, r)))
			}
			p.callVoters(s, r)
			r.makeReceipts()
		}
	}
	return nil
}

// needed is how many phones the file needs at least, and what of it does.
func (p *planner) needed() (least int, of string) {
	least = 1
	need := func(phones int, path string) {
		if phones > least {
			least, of = phones, path
		}
	}
	watching := p.watching()
	for _, d := range p.divided {
		taking, _ := d.seated()
		need(taking+watching, d.path)
	}
	for _, s := range p.steps {
		need(s.agreeingNeeded()+watching, s.path)
		for _, r := range s.rounds {
			if !r.way.cast() {
				continue
			}
			voters := r.voters(s.votedOn())
			need(voters+watching, r.path)
			if d := p.dividedBy(r); d != nil {
				taking, _ := d.seated()
				need(taking+d.standing(r, voters)+watching, r.path)
			}
		}
	}
	if p.asked != nil {
		need(len(p.asked.people), "feedback")
	}
	return least, of
}

// voters is how many people the round needs at least.
func (r *plannedRound) voters(reading []*plannedIdea) int {
	if len(r.ballots) > 0 {
		return len(r.ballots)
	}
	_, totals := r.sums(reading)
	least := votersNeeded(totals, r.rule())
	if r.file.Voters != nil && *r.file.Voters <= sum(totals) {
		least = max(least, *r.file.Voters)
	}
	return least
}

// sums are the ideas the round counts and their totals.
func (r *plannedRound) sums(reading []*plannedIdea) (ideas []*plannedIdea, totals []int) {
	for _, i := range reading {
		if total := r.totals[i]; total != nil {
			ideas, totals = append(ideas, i), append(totals, *total)
		}
	}
	return ideas, totals
}

func sum(totals []int) int {
	all := 0
	for _, total := range totals {
		all += total
	}
	return all
}

// voted is how many ballots have a dot.
func (r *plannedRound) voted() int {
	n := 0
	for _, ballot := range r.ballots {
		if len(ballot) > 0 {
			n++
		}
	}
	return n
}
