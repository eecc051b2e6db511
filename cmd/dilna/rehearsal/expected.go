package rehearsal

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"dilna/models"
	"dilna/models/voting"
)

// expected is the record that the acknowledged commands must have made.
func (p *plan) expected() models.Minutes {
	m := models.Minutes{Head: p.head, Divisions: p.expectedDivisions(), Feedback: p.asked.expected()}
	for _, s := range p.steps {
		if !s.added {
			continue
		}
		row := s.row
		var rounds []*plannedRound
		for _, r := range s.rounds {
			if r.added {
				rounds = append(rounds, r)
			}
		}
		row.Ideas = expectedIdeas(s.ideas, rounds)
		row.Topics = expectedTopics(s.topics, rounds)
		row.Causes = expectedCauses(s.causes)
		if row.Method == models.MethodTasks {
			row.Tasks = expectedTasks(s.agreed)
		} else {
			row.Decisions = expectedDecisions(s.agreed, rounds)
		}
		for _, r := range rounds {
			row.Rounds = append(row.Rounds, r.expected(s.votedOn(), row.Method, p.divisionRows()))
		}
		m.Steps = append(m.Steps, row)
	}
	return m
}

func expectedTopics(topics []*plannedTopic, rounds []*plannedRound) []models.TopicMinutes {
	var all []models.TopicMinutes
	for _, t := range topics {
		if !t.added {
			continue
		}
		m := models.TopicMinutes{Heading: t.heading, Ideas: expectedIdeas(t.ideas, rounds), Topics: expectedTopics(t.topics, rounds)}
		if t.fromIdea != nil {
			m.From = t.fromIdea.row.Text
		}
		all = append(all, m)
	}
	return all
}

func expectedIdeas(ideas []*plannedIdea, rounds []*plannedRound) []models.IdeaMinutes {
	var all []models.IdeaMinutes
	for _, i := range ideas {
		if !i.added {
			continue
		}
		m := i.row
		for _, r := range rounds {
			if r.closed {
				m.Votes = append(m.Votes, r.totals[i])
			} else {
				m.Votes = append(m.Votes, nil)
			}
		}
		m.Ideas = expectedIdeas(i.ideas, rounds)
		all = append(all, m)
	}
	return all
}

func expectedCauses(causes []*plannedCause) []models.CauseMinutes {
	var all []models.CauseMinutes
	for _, c := range causes {
		if c.added {
			all = append(all, models.CauseMinutes{Text: c.add.Text, Note: c.add.Note, From: c.from, Causes: expectedCauses(c.causes)})
		}
	}
	return all
}

func (r *plannedRound) expected(reading []*plannedIdea, method models.Method, divided []models.Division) models.RoundMinutes {
	m := models.RoundMinutes{Label: r.add.Label, CastBy: r.add.CastBy, Parts: models.PlacesOf(divided, r.add.Parts), ByPart: models.AtDivision(divided, r.add.ByPart)}
	index := map[*plannedIdea]int{}
	for _, i := range reading {
		if i.added {
			index[i] = len(index)
		}
	}
	m.Say(r.filed(index))
	if !r.closed {
		return m
	}
	m.Partial = r.partial
	m.PartResults = r.partResults(reading, index, divided)
	for _, i := range reading {
		line := models.ResultMinutes{Entry: index[i], Details: r.details[i]}
		if method == models.MethodDecisions {
			line.Points = r.totals[i]
		}
		if i.added && line.SaysMore() {
			m.Results = append(m.Results, line)
		}
	}
	if m.Voters = r.file.Voters; r.way.cast() {
		voted := r.voted()
		m.Voters = &voted
	}
	for n, cast := range r.ballots {
		var filed ballot
		for _, dots := range cast {
			filed = append(filed, models.CastVote{Entry: index[dots.idea], Value: dots.count, Values: dots.values})
		}
		if len(filed) > 0 {
			m.Ballots, m.Receipts = append(m.Ballots, filed), append(m.Receipts, r.receipts[n])
		}
	}
	return m
}

// filed is the round's rule as a file says it: costs by the index of the idea.
func (r *plannedRound) filed(index map[*plannedIdea]int) *voting.Rule {
	rule := r.rule()
	if rule.Costs == nil {
		return &rule
	}
	costs := map[models.EntryID]int{}
	for i, n := range index {
		if cost, said := rule.Costs[i.id]; said {
			costs[models.EntryID(strconv.Itoa(n))] = cost
		}
	}
	rule.Costs = costs
	return &rule
}

// canonical is m in the one form of the several that say the same: what is
// the default is left out, and ballots, which have no order, get one.
func canonical(m models.Minutes) models.Minutes {
	m.Steps = slices.Clone(m.Steps)
	for n := range m.Steps {
		s := &m.Steps[n]
		s.Origin, s.Layout, s.Order = unless(s.Origin, models.OriginMeeting), unless(s.Layout, models.LayoutList), unless(s.Order, models.OrderCollected)
		s.Rounds = slices.Clone(s.Rounds)
		for r := range s.Rounds {
			s.Rounds[r].CastBy = unless(s.Rounds[r].CastBy, models.CastByPhones)
			s.Rounds[r].Ballots = canonicalBallots(s.Rounds[r].Ballots)
			s.Rounds[r].Receipts = slices.Sorted(slices.Values(s.Rounds[r].Receipts)) // whose are whose checkReceipts looks at
		}
		s.Ideas, s.Topics, s.Tasks = canonicalIdeas(s.Ideas), canonicalTopics(s.Topics), canonicalTasks(s.Tasks)
	}
	m.Feedback = canonicalFeedback(m.Feedback)
	return m
}

// unless is value, or nothing where it says the usual.
func unless[T ~string](value, usual T) T {
	if value == usual {
		return ""
	}
	return value
}

func canonicalBallots(ballots []ballot) []ballot {
	var sorted []ballot
	for _, b := range ballots {
		if b = slices.Clone(b); len(b) > 0 {
			slices.SortFunc(b, models.CastVote.Compare)
			sorted = append(sorted, b)
		}
	}
	slices.SortFunc(sorted, func(x, y ballot) int {
		return slices.CompareFunc(x, y, models.CastVote.Compare)
	})
	return sorted
}

func canonicalTopics(topics []models.TopicMinutes) []models.TopicMinutes {
	topics = slices.Clone(topics)
	for n := range topics {
		topics[n].Ideas, topics[n].Topics = canonicalIdeas(topics[n].Ideas), canonicalTopics(topics[n].Topics)
	}
	return topics
}

// canonicalIdeas leaves out trailing rounds that did not count the idea.
func canonicalIdeas(ideas []models.IdeaMinutes) []models.IdeaMinutes {
	ideas = slices.Clone(ideas)
	for n := range ideas {
		votes := ideas[n].Votes
		for len(votes) > 0 && votes[len(votes)-1] == nil {
			votes = votes[:len(votes)-1]
		}
		if len(votes) == 0 {
			votes = nil
		}
		ideas[n].Votes, ideas[n].Ideas = votes, canonicalIdeas(ideas[n].Ideas)
	}
	return ideas
}

// sameFile says whether got is the file that was played. What the file does
// not know, and a meeting finds out, is not compared: who voted, single
// ballots, the rule, how many sat where; nor how many came in, for others play.
func sameFile(file, got models.Minutes) bool {
	file, got = canonical(file), canonical(got)
	for n := range min(len(file.Steps), len(got.Steps)) {
		for r := range min(len(file.Steps[n].Rounds), len(got.Steps[n].Rounds)) {
			forget(&got.Steps[n].Rounds[r], file.Steps[n].Rounds[r])
		}
	}
	got.Divisions = slices.Clone(got.Divisions)
	for n := range min(len(file.Divisions), len(got.Divisions)) {
		if !saysSeats(file.Divisions[n]) {
			got.Divisions[n] = seatless(got.Divisions[n])
		}
	}
	file.Admission, got.Admission = wayOf(file.Admission), wayOf(got.Admission)
	a, errA := json.Marshal(file)
	b, errB := json.Marshal(got)
	return errA == nil && errB == nil && string(a) == string(b)
}

// wayOf is the way in alone; nil for the usual one.
func wayOf(m *models.AdmissionMinutes) *models.AdmissionMinutes {
	return models.Admission{Way: m.Agenda().Way}.Minutes(models.Came{})
}

// withoutFewBallots is the record as a meeting leaves it: of rounds with few
// voters no ballots one by one.
func withoutFewBallots(m models.Minutes) models.Minutes {
	m.Steps = slices.Clone(m.Steps)
	for n := range m.Steps {
		m.Steps[n].Rounds = slices.Clone(m.Steps[n].Rounds)
		for r := range m.Steps[n].Rounds {
			if round := &m.Steps[n].Rounds[r]; len(round.Ballots) < models.MinBallots {
				round.Ballots, round.Receipts = nil, nil
			}
		}
	}
	return m
}

// seatless is a division without how many sat where.
func seatless(d models.DivisionMinutes) models.DivisionMinutes {
	d.Parts = slices.Clone(d.Parts)
	for n := range d.Parts {
		d.Parts[n].Seats = 0
	}
	return d
}

// forget drops from got what file does not say.
func forget(got *models.RoundMinutes, file models.RoundMinutes) {
	if file.Voters == nil {
		got.Voters = nil
	}
	if len(file.Ballots) == 0 {
		got.Ballots, got.Partial = nil, 0
	}
	if file.Dots == 0 {
		got.Dots = 0
	}
	if len(file.Receipts) == 0 {
		got.Receipts = nil
	}
	if len(file.Results) == 0 {
		got.Results = nil
	}
	if file.PerIdea == 0 {
		got.PerIdea = 0
	}
}

// sameJSON says whether two answers say the same.
func sameJSON(a, b []byte) bool {
	if string(a) == string(b) {
		return true
	}
	var x, y any
	if json.Unmarshal(a, &x) != nil || json.Unmarshal(b, &y) != nil {
		return false
	}
	ax, _ := json.Marshal(x) // what was just read can be written
	by, _ := json.Marshal(y)
	return string(ax) == string(by)
}

func sameTotal(a, b *int) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

// wallToken is the secret in the wall's link, "/wall#W.TOKEN".
func wallToken(link string) (string, bool) {
	_, fragment, _ := strings.Cut(link, "#")
	_, token, found := strings.Cut(fragment, ".")
	return token, found
}
