package rehearsal

import (
	"maps"
	"slices"

	"dilna/models"
	"dilna/models/voting"
)

// A round that was held and is told by the parts of a division (docs/adr/0051): the file
// says what each part gave, not which ballots were its own. They are dealt to the parts
// so that this comes out, and cast by people who sit there.

// portion are those of a round's ballots that people of one part cast.
type portion struct {
	part    models.PartID
	ballots []int
}

// byPart has the round told by the parts of the division that the file says.
func (p *planner) byPart(r *plannedRound) {
	if r.file.ByPart != nil && r.file.CastBy == models.CastTyped {
		p.note(r.path+".by_part", p.say.Say("výsledek podle částí: u sečteného na papíře nikdo neví, kdo co dal", "the result by part: of a count on paper nobody knows who gave what"))
		return
	}
	r.add.ByPart = models.DivisionAt(p.divisionRows(), r.file.ByPart)
}

// dealToParts finds which ballots of a round that was held are of which part.
func (p *planner) dealToParts(r *plannedRound, reading, named []*plannedIdea) {
	if r.add.ByPart == "" || !r.way.cast() || len(r.file.PartResults) == 0 {
		return
	}
	d, found := p.dividedBy(r), false
	for _, result := range r.file.PartResults {
		r.portions = append(r.portions, portion{part: d.Parts[result.Part].ID})
	}
	if r.way == castOneByOne {
		found = r.pickBallots(reading, named)
	} else {
		found = r.makeBallots(reading, named)
	}
	if !found {
		p.tellOfEverybody(r, p.say.Say("výsledek podle částí: nenašlo se, jak lístky mezi části rozdělit, aby vyšel; řekne se jen za všechny",
			"the result by part: no way was found to deal the ballots to the parts so that it comes out; it is told of everybody only"))
	}
}

// tellOfEverybody gives up telling the round by parts, and says why.
func (p *planner) tellOfEverybody(r *plannedRound, why string) {
	p.note(r.path+".by_part", why)
	r.add.ByPart, r.portions = "", nil
}

// dividedBy is the division by whose parts the round is told; nil where by none.
func (p *plan) dividedBy(r *plannedRound) *plannedDivision {
	for _, d := range p.divided {
		if d.ID == r.add.ByPart {
			return d
		}
	}
	return nil
}

// makeBallots deals dots out part by part, and at last what is left of the totals.
func (r *plannedRound) makeBallots(reading, named []*plannedIdea) bool {
	ideas, left := r.sums(reading)
	var ballots []plannedBallot
	hand := func(totals []int, voters int) bool {
		if voters < votersNeeded(totals, r.rule()) || voters > sum(totals) {
			return false
		}
		if voters > 0 {
			ballots = append(ballots, dealtOut(ideas, totals, voters)...)
		}
		return true
	}
	for n, result := range r.file.PartResults {
		totals := make([]int, len(ideas))
		for _, line := range result.Results {
			at := slices.Index(ideas, namedAt(named, line.Entry))
			if at < 0 || line.Points == nil || *line.Points > left[at] {
				return false
			}
			totals[at] = *line.Points
		}
		add(left, totals, -1)
		if !hand(totals, result.Voters) {
			return false
		}
		for ballot := len(ballots) - result.Voters; ballot < len(ballots); ballot++ {
			r.portions[n].ballots = append(r.portions[n].ballots, ballot)
		}
	}
	rest := max(votersNeeded(left, r.rule()), min(sum(left), models.MinBallots))
	if r.file.Voters != nil {
		rest = *r.file.Voters - len(ballots)
	}
	if !hand(left, rest) {
		return false
	}
	r.ballots = ballots
	return true
}

// namedAt is what the file names by that index; nil where that is not played.
func namedAt(named []*plannedIdea, at int) *plannedIdea {
	if at < 0 || at >= len(named) {
		return nil
	}
	return named[at]
}

// seatParts has as many sit in each part that is told as voted in it. Where the file does
// not say who sat where, everybody else sits nowhere: dealt, they might be told, too.
func (p *planner) seatParts() {
	for _, s := range p.steps {
		for _, r := range s.rounds {
			for _, of := range r.portions {
				p.seatIn(r, len(of.ballots), of.part)
			}
		}
	}
	for _, s := range p.steps {
		for _, r := range s.rounds {
			if d := p.dividedBy(r); d != nil && r.way.cast() {
				d.known = true
			}
		}
	}
}

// standing is how many of so many voters of the round must sit in no part of the division.
func (d *plannedDivision) standing(r *plannedRound, voters int) int {
	if len(r.ballots) > 0 {
		voters = r.counted()
	}
	sit := map[models.PartID]int{}
	for _, part := range d.Parts {
		if !part.Guests {
			sit[part.ID] = part.Seats
		}
	}
	return d.castFrom(r, voters, sit)[""]
}

// castFrom says how many of so many counted ballots are cast from each part in which so
// many sit, so that just those are told that are in the file; nil where there is no way.
// As few as can be are cast by who sits nowhere.
func (d *plannedDivision) castFrom(r *plannedRound, counted int, sit map[models.PartID]int) map[models.PartID]int {
	told := map[models.PartID]int{}
	for _, of := range r.portions {
		told[of.part] = len(of.ballots)
		counted -= len(of.ballots)
	}
	var best map[models.PartID]int
	try := func(crowded models.PartID, n int) {
		from, left := maps.Clone(told), counted-n
		if n > 0 {
			from[crowded] = n
		}
		for _, part := range d.Parts {
			if _, known := from[part.ID]; !known {
				from[part.ID] = min(left, sit[part.ID], models.MinBallots-1)
				left -= from[part.ID]
			}
		}
		from[""] = left
		if (best == nil || left < best[""]) && d.tells(from, told) {
			best = from
		}
	}
	try("", 0)
	for _, part := range d.Parts { // one part may have enough, and stays with what is left over
		if _, is := told[part.ID]; !is {
			for n := models.MinBallots; n <= min(counted, sit[part.ID]); n++ {
				try(part.ID, n)
			}
		}
	}
	return best
}

// tells says whether just the parts told are told apart where so many ballots are cast.
func (d *plannedDivision) tells(from, told map[models.PartID]int) bool {
	cast := models.PartBallots{Of: map[models.PartID][]voting.Ballot{}, Elsewhere: from[""]}
	for part, ballots := range from {
		cast.Of[part] = make([]voting.Ballot, ballots)
	}
	apart := cast.ToldApart(d.Parts)
	return len(apart) == len(told) && !slices.ContainsFunc(apart, func(id models.PartID) bool { _, is := told[id]; return !is })
}

// callVoters says on which phone each ballot of a round is cast that is told by parts.
func (p *planner) callVoters(s *plannedStep, r *plannedRound) {
	d := p.dividedBy(r)
	if d == nil || !r.way.cast() {
		return
	}
	sit, phones := map[models.PartID]int{}, map[models.PartID][]int{}
	for _, phone := range p.voting(s, r) {
		part := d.partOf(p.sits[phone])
		sit[part]++
		phones[part] = append(phones[part], phone)
	}
	from := d.castFrom(r, r.counted(), sit)
	if from == nil || slices.ContainsFunc(slices.Collect(maps.Keys(from)), func(part models.PartID) bool { return from[part] > sit[part] }) {
		p.tellOfEverybody(r, p.say.Say("výsledek podle částí: lidé nemohou sedět tak, aby se řekl právě za tyto části; řekne se jen za všechny",
			"the result by part: people cannot sit so that it is told of just these parts; it is told of everybody only"))
		return
	}
	r.call(d, from, phones)
}

// partOf is the part of the division in which somebody sits; empty: none.
func (d *plannedDivision) partOf(sits models.Sits) models.PartID {
	for _, id := range sits.Parts {
		if _, of := d.Part(id); of {
			return id
		}
	}
	return ""
}

// call gives each ballot to a phone: those of a part that is told to its own, what is
// left over to as many of other parts as the plan says, and what does not count to any.
func (r *plannedRound) call(d *plannedDivision, from map[models.PartID]int, phones map[models.PartID][]int) {
	r.phones = make([]int, len(r.ballots))
	called := map[int]bool{}
	next := func(ballot int, part models.PartID) {
		r.phones[ballot], phones[part] = phones[part][0], phones[part][1:]
		called[ballot] = true
		from[part]--
	}
	for _, of := range r.portions {
		for _, ballot := range of.ballots {
			next(ballot, of.part)
		}
	}
	places := []models.PartID{""}
	for _, part := range d.Parts {
		places = append(places, part.ID)
	}
	for _, counts := range []bool{true, false} {
		for n, ballot := range r.ballots {
			if !called[n] && r.counts(ballot) == counts {
				next(n, places[slices.IndexFunc(places, func(part models.PartID) bool { return len(phones[part]) > 0 && (!counts || from[part] > 0) })])
			}
		}
	}
}

// counted is how many of the ballots are counted when the round closes.
func (r *plannedRound) counted() int {
	n := 0
	for _, ballot := range r.ballots {
		if r.counts(ballot) {
			n++
		}
	}
	return n
}

func (r *plannedRound) counts(ballot plannedBallot) bool {
	return len(ballot) > 0 && r.rule().Counts(ballot.votes())
}

// partResults are what parts gave, as the record has it; index says where an entry stands.
func (r *plannedRound) partResults(reading []*plannedIdea, index map[*plannedIdea]int, divided []models.Division) []models.PartResultMinutes {
	var entries []models.EntryID
	var places []int
	for _, i := range reading {
		if i.added && r.totals[i] != nil {
			entries, places = append(entries, i.id), append(places, index[i])
		}
	}
	var all []models.PartResultMinutes
	for _, of := range r.portions {
		var cast []voting.Ballot
		for _, ballot := range of.ballots {
			cast = append(cast, r.ballots[ballot].votes())
		}
		m := models.PartResultMinutes{Part: models.PlaceOf(divided, of.part)[1], Voters: len(cast)}
		for n, total := range models.NewPartTotals(models.Round{}, of.part, len(cast), r.rule().Tally(entries, cast)) {
			m.Results = append(m.Results, models.ResultMinutes{Entry: places[n], Points: total.Points, Details: total.Details})
		}
		all = append(all, m)
	}
	return all
}
