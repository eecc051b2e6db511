package pabulib

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"dilna/models"
	"dilna/models/voting"
)

// project is what people voted on.
type project struct {
	id, name, category string
	cost               int
	selected           bool
}

// election is what the sections say.
type election struct {
	file
	language string
	projects []project // in reading order: topic by topic
	at       map[string]int
}

func (e *election) say(cs, en string) string {
	if strings.HasPrefix(e.language, "cs") {
		return cs
	}
	return en
}

func (e *election) minutes() (models.Minutes, error) {
	if err := e.readProjects(); err != nil {
		return models.Minutes{}, err
	}
	ballots, err := e.readVotes()
	if err != nil {
		return models.Minutes{}, err
	}
	rule, err := e.rule(ballots)
	if err != nil {
		return models.Minutes{}, err
	}
	step := e.step(rule, ballots)
	m := models.Minutes{Head: e.head(), Steps: []models.StepMinutes{step}}
	if chosen := e.chosen(); chosen != "" {
		m.Steps = append(m.Steps, models.StepMinutes{Method: models.MethodText, Heading: e.say("Vybráno podle souboru", "Selected, as the file says"), Text: chosen})
	}
	return m, nil
}

func (e *election) head() models.Head {
	h := models.Head{
		Language: e.language, Title: e.said("description"),
		Group: strings.Join(slices.DeleteFunc([]string{e.said("unit"), e.said("subunit")}, func(s string) bool { return s == "" }), ", "),
	}
	for _, layout := range []string{"02.01.2006", "2006-01-02", "2.1.2006"} {
		if day, err := time.Parse(layout, e.said("date_begin")); err == nil {
			h.Date = day.Format(time.DateOnly)
			break
		}
	}
	return h
}

func (e *election) readProjects() error {
	for _, r := range e.file.projects {
		p := project{id: r.fields["project_id"], name: r.fields["name"], category: strings.Join(listed(r.fields["category"]), ", ")}
		if p.id == "" {
			return broken(r.line, "projekt nemá project_id; doplňte ho", "the project has no project_id; add it")
		}
		if _, twice := e.at[p.id]; twice {
			return broken(r.line, "projekt %s je v souboru dvakrát; jeden odstraňte", "the project %s is there twice; remove one", p.id)
		}
		var err error
		if p.cost, err = whole(r.line, "cost", cmp.Or(r.fields["cost"], "0")); err != nil {
			return err
		}
		if p.cost < 0 {
			return broken(r.line, "cena nemůže být záporná; opravte ji", "a cost cannot be below zero; correct it")
		}
		p.name = cmp.Or(p.name, e.say("Projekt ", "Project ")+p.id)
		p.selected = r.fields["selected"] == "1"
		e.at[p.id] = 0
		e.projects = append(e.projects, p)
	}
	categories := []string{""} // those of none stand first
	for _, p := range e.projects {
		if !slices.Contains(categories, p.category) {
			categories = append(categories, p.category)
		}
	}
	slices.SortStableFunc(e.projects, func(a, b project) int {
		return cmp.Compare(slices.Index(categories, a.category), slices.Index(categories, b.category))
	})
	for i, p := range e.projects {
		e.at[p.id] = i
	}
	return nil
}

// listed are the parts of a list that commas part.
func listed(text string) []string {
	var parts []string
	for part := range strings.SplitSeq(text, ",") {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

// readVotes reads what each voter said, as lines of a ballot. The order of a ballot
// of an ordinal vote is that of its places.
func (e *election) readVotes() ([]voting.Ballot, error) {
	kind := strings.ToLower(e.said("vote_type"))
	pointed := kind == "cumulative" || kind == "scoring"
	if !pointed && kind != "approval" && kind != "choose-1" && kind != "ordinal" {
		return nil, broken(max(1, e.meta["vote_type"].line), "vote_type je „%s“; čtou se approval, choose-1, ordinal, cumulative a scoring", "vote_type is “%s”; approval, choose-1, ordinal, cumulative and scoring can be read", kind)
	}
	var ballots []voting.Ballot
	voted := map[string]bool{}
	for _, r := range e.votes {
		voter := r.fields["voter_id"]
		if voted[voter] {
			return nil, broken(r.line, "kdo tu hlasuje, má v souboru už jeden hlas (voter_id); jeden odstraňte", "who votes here has a vote in the file already (voter_id); remove one")
		}
		voted[voter] = voter != ""
		named, points := listed(r.fields["vote"]), listed(r.fields["points"])
		if pointed && len(points) != len(named) {
			return nil, broken(r.line, "projektů je tu %d, bodů %d; opravte řádek", "there are %d projects and %d points; correct the line", len(named), len(points))
		}
		var b voting.Ballot
		for i, id := range named {
			at, known := e.at[id]
			if !known {
				return nil, broken(r.line, "hlas je pro projekt %s, který v oddílu PROJECTS není", "the vote is for the project %s, which is not in the section PROJECTS", id)
			}
			vote := voting.Vote{Entry: entry(at), Value: 1}
			if slices.ContainsFunc(b, func(v voting.Vote) bool { return v.Entry == vote.Entry }) {
				return nil, broken(r.line, "projekt %s je v hlasu dvakrát", "the project %s is in the vote twice", id)
			}
			switch {
			case kind == "ordinal":
				vote.Value = i + 1
			case pointed:
				var err error
				if vote.Value, err = whole(r.line, "points", points[i]); err != nil {
					return nil, err
				}
			}
			if kind != "scoring" && vote.Value == 0 {
				continue // no points are no vote
			}
			b = append(b, vote)
		}
		ballots = append(ballots, b)
	}
	return ballots, nil
}

// entry is the name of a project in ballots, as in a workshop file: its index.
func entry(at int) voting.EntryID { return voting.EntryID(strconv.Itoa(at)) }

// rule is the rule that all ballots keep. Where everybody chose what the money pays
// for, it is that of a budget, which says what fits; else costs are told with names.
func (e *election) rule(ballots []voting.Ballot) (voting.Rule, error) {
	highest, longest := 1, 1
	for _, b := range ballots {
		longest = max(longest, len(b))
		for _, vote := range b {
			highest = max(highest, vote.Value)
		}
	}
	numbers := map[string]int{}
	for _, key := range []string{"budget", "max_length", "max_points", "max_sum_points"} {
		n, err := e.number(key)
		if err != nil {
			return voting.Rule{}, err
		}
		numbers[key] = n
	}
	rule := voting.Rule{}
	switch strings.ToLower(e.said("vote_type")) {
	case "approval":
		rule = voting.Rule{Name: voting.Budget, Budget: numbers["budget"], Unit: e.said("currency"), Costs: map[voting.EntryID]int{}}
		for i, p := range e.projects {
			rule.Costs[entry(i)] = p.cost
		}
		if !rule.IsComplete() || numbers["max_length"] > 0 || e.breaks(rule, ballots) > 0 {
			rule = voting.Rule{Name: voting.Approval, Most: numbers["max_length"]}
		}
	case "choose-1":
		rule = voting.Rule{Name: voting.Approval, Most: 1}
	case "ordinal":
		rule = voting.Rule{Name: voting.Places, Places: cmp.Or(numbers["max_length"], longest)}
	case "cumulative":
		rule = voting.Rule{Name: voting.Dots, Dots: numbers["max_sum_points"], PerEntry: numbers["max_points"]}
		if !rule.IsComplete() {
			rule = voting.Rule{Name: voting.Weights, Most: cmp.Or(numbers["max_points"], highest)}
		}
	default:
		rule = voting.Rule{Name: voting.Weights, Most: cmp.Or(numbers["max_points"], highest)}
	}
	if !rule.IsComplete() {
		return rule, broken(max(1, e.meta["vote_type"].line), "na jednom lístku je víc, než Dílna umí: nejvýše 50 míst a 100 bodů", "one ballot says more than Dílna can: at most 50 places and 100 points")
	}
	if line := e.breaks(rule, ballots); line > 0 {
		return rule, broken(line, "hlas nedodržuje, co říká oddíl META; opravte ho", "the vote does not keep to what the section META says; correct it")
	}
	return rule, nil
}

// breaks is the line of the first vote that the rule does not allow; 0: none.
func (e *election) breaks(rule voting.Rule, ballots []voting.Ballot) int {
	for i, b := range ballots {
		if rule.Check(b, nil) != nil {
			return e.votes[i].line
		}
	}
	return 0
}

// step has the projects under their categories, the round and what it gives.
func (e *election) step(rule voting.Rule, ballots []voting.Ballot) models.StepMinutes {
	ids, voters := make([]voting.EntryID, len(e.projects)), 0
	for i := range ids {
		ids[i] = entry(i)
	}
	round := models.RoundMinutes{}
	for _, b := range ballots {
		if len(b) == 0 {
			continue
		}
		voters++
		lines := make([]models.CastVote, len(b))
		for i, vote := range b {
			at, _ := strconv.Atoi(string(vote.Entry)) // made by entry
			lines[i] = models.CastVote{Entry: at, Value: vote.Value}
		}
		slices.SortFunc(lines, models.CastVote.Compare)
		round.Ballots = append(round.Ballots, lines)
	}
	round.Voters = &voters
	round.Say(&rule)
	step := models.StepMinutes{Method: models.MethodCollect, Heading: e.say("Projekty", "Projects")}
	for i, result := range rule.Tally(ids, ballots) {
		line := models.ResultMinutes{Entry: i, Details: result.Details}
		if line.SaysMore() {
			round.Results = append(round.Results, line)
		}
		e.place(&step, e.projects[i], models.IdeaMinutes{Text: e.named(rule, e.projects[i]), Votes: []*int{&result.Points}})
	}
	step.Rounds = []models.RoundMinutes{round}
	return step
}

// place puts the idea under its category, which is the last there is or a new one.
func (e *election) place(step *models.StepMinutes, p project, idea models.IdeaMinutes) {
	if p.category == "" {
		step.Ideas = append(step.Ideas, idea)
		return
	}
	if last := len(step.Topics) - 1; last < 0 || step.Topics[last].Heading != p.category {
		step.Topics = append(step.Topics, models.TopicMinutes{Heading: p.category})
	}
	topic := &step.Topics[len(step.Topics)-1]
	topic.Ideas = append(topic.Ideas, idea)
}

// named is the project with its cost, where the rule does not say it.
func (e *election) named(rule voting.Rule, p project) string {
	if rule.Name == voting.Budget || p.cost == 0 {
		return p.name
	}
	return strings.TrimSpace(fmt.Sprintf("%s (%d %s", p.name, p.cost, e.said("currency"))) + ")"
}

// chosen are the projects that the file says were selected, by whatever rule that was.
func (e *election) chosen() string {
	var names []string
	for _, p := range e.projects {
		if p.selected {
			names = append(names, p.name)
		}
	}
	return strings.Join(names, "\n")
}
