package rehearsal

import (
	"errors"
	"fmt"

	"dilna/cmd/dilna/language"
	"dilna/models"
)

// plan is a workshop file as people could have made it through the public API,
// with the ids that the rehearsal gives to everything. What the API cannot set
// is left out and noted. Each part keeps whether it was acknowledged.
type plan struct {
	head         models.Head
	way          models.Way // how people get in
	office       *models.DraftChange
	divided      []*plannedDivision
	steps        []*plannedStep
	asked        *plannedFeedback
	participants int
	sits         []models.Sits // where each of them sits
	notPlayed    []string
}

type plannedStep struct {
	id     models.StepID
	part   models.PartID      // whose step it is; empty: everybody's
	path   string             // in the file
	row    models.StepMinutes // its own members; what is under it stands below
	topics []*plannedTopic
	ideas  []*plannedIdea
	causes []*plannedCause
	agreed []*plannedAgreed
	rounds []*plannedRound
	added  bool
}

type plannedTopic struct {
	id       models.TopicID
	heading  string
	fromIdea *plannedIdea
	topics   []*plannedTopic
	ideas    []*plannedIdea
	added    bool
}

// plannedIdea is an idea to be sent. born is how many of the step's cast
// rounds are over by then: an idea that a round did not count came after it.
type plannedIdea struct {
	id     models.EntryID
	source *models.IdeaMinutes // in the file
	row    models.IdeaMinutes  // its own members
	from   *models.MadeOf      // nil: of nothing
	topic  *plannedTopic
	parent *plannedIdea
	ideas  []*plannedIdea
	born   int
	added  bool
	by     int // the phone that wrote it; -1: none did
}

type plannedCause struct {
	add    models.NewEntry
	from   string // the wording of what it is made of
	parent *plannedCause
	causes []*plannedCause
	added  bool
}

// newPlan reads the file for n participants; 0 takes as many as the file has
// or needs. The error says, in the reader's words, what cannot be played.
func newPlan(file models.Minutes, n int, say language.Language) (*plan, error) {
	p := &planner{plan: plan{head: file.Head, way: file.Admission.Agenda().Way}, say: say}
	p.officeOf(file.Office)
	if err := p.head.Check(); err != nil {
		return nil, p.refused("", err)
	}
	if err := p.divisions(file.Divisions); err != nil {
		return nil, err
	}
	for i := range file.Steps {
		if err := p.step(fmt.Sprintf("steps[%d]", i), &file.Steps[i]); err != nil {
			return nil, err
		}
	}
	p.feedback(file.Feedback)
	if p.tidied > 0 {
		p.note("", say.Say("u %s zmizí mezery na krajích", "%s lose the spaces around them",
			say.Count(p.tidied, "textu|textů|textů", "text|texts")))
	}
	return &p.plan, p.deal(n)
}

// planner builds a plan.
type planner struct {
	plan
	say    language.Language
	tidied int
}

func (p *planner) note(path, text string) {
	if path != "" {
		text = path + ": " + text
	}
	p.notPlayed = append(p.notPlayed, text)
}

// Unplayable is a file that this rehearsal cannot play; Text says why and what
// to do, in the reader's language.
type Unplayable struct{ Text string }

func (u *Unplayable) Error() string { return u.Text }

func (p *planner) refused(path string, err error) error {
	if path == "" {
		path = p.say.Say("hlavička", "the head")
	}
	return &Unplayable{p.say.Say("%s: server by to nepřijal (%v). Opravte soubor.", "%s: the server would not accept it (%v). Correct the file.", path, err)}
}

// accepted says whether the API would take the command; if not, that part of
// the file is noted and left out.
func (p *planner) accepted(path string, command interface{ Check() error }) bool {
	err := command.Check()
	if err != nil {
		p.note(path, p.say.Say("server by to nepřijal (%v)", "the server would not accept it (%v)", err))
	}
	return err == nil
}

// tidy counts texts that the API tidies on their way in.
func (p *planner) tidy(sent, kept string) string {
	if sent != kept {
		p.tidied++
	}
	return kept
}

func (p *planner) step(path string, in *models.StepMinutes) error {
	s := &plannedStep{id: models.NewID[models.StepID](), path: path, row: *in}
	s.row.Rounds, s.row.Topics, s.row.Ideas, s.row.Causes = nil, nil, nil, nil
	p.partOf(s)
	if !p.ownMembers(s) {
		return nil
	}
	s.row.Decisions, s.row.Tasks = nil, nil
	p.steps = append(p.steps, s)
	switch in.Method {
	case models.MethodCollect:
		s.topics = p.topics(path+".topics", in.Topics, s)
		s.ideas = p.ideas(path+".ideas", in.Ideas, nil, nil)
		p.limitMarks(s)
		return p.rounds(s, in)
	case models.MethodFishbone:
		s.causes = p.causes(path+".causes", in.Causes, nil)
	case models.MethodDecisions:
		s.agreed = p.decisions(path+".decisions", in.Decisions, nil)
		if err := p.rounds(s, in); err != nil {
			return err
		}
	case models.MethodTasks:
		s.agreed = p.tasks(path+".tasks", in.Tasks, nil)
	}
	if len(in.Ideas)+len(in.Topics) > 0 || len(in.Rounds) > 0 && in.Method != models.MethodDecisions {
		p.note(path, p.say.Say("podněty, okruhy a kola hlasování mimo metodu collect", "ideas, topics and rounds outside the method collect"))
	}
	if len(in.Causes) > 0 && in.Method != models.MethodFishbone {
		p.note(path, p.say.Say("příčiny mimo rybí kost", "causes outside a fishbone"))
	}
	if len(in.Decisions) > 0 && in.Method != models.MethodDecisions || len(in.Tasks) > 0 && in.Method != models.MethodTasks {
		p.note(path, p.say.Say("rozhodnutí nebo úkoly mimo svůj krok", "decisions or tasks outside a step of their own"))
	}
	return nil
}

// ownMembers tidies the members of the step as the API will.
func (p *planner) ownMembers(s *plannedStep) bool {
	add, change := s.commands()
	if !p.accepted(s.path, &add) || !p.accepted(s.path, &change) {
		return false
	}
	s.row.Heading, s.row.Prompt, s.row.Source = p.tidy(s.row.Heading, add.Heading), p.tidy(s.row.Prompt, add.Prompt), p.tidy(s.row.Source, add.Source)
	s.row.IdeaLabel, s.row.Effect, s.row.Text = p.tidy(s.row.IdeaLabel, *change.IdeaLabel), p.tidy(s.row.Effect, *change.Effect), p.tidy(s.row.Text, *change.Text)
	return true
}

// commands are the two that make the step and give it its other members.
func (s *plannedStep) commands() (models.NewStep, models.StepChange) {
	row := s.row
	add := models.NewStep{ID: s.id, Method: row.Method, Heading: row.Heading, Prompt: row.Prompt, Origin: row.Origin, Source: row.Source, Part: s.part}
	return add, models.StepChange{
		Layout: &row.Layout, Order: &row.Order, IdeaLabel: &row.IdeaLabel,
		MarksPerTopic: &row.MarksPerTopic, Agreeing: &row.Agreeing, Effect: &row.Effect, Text: &row.Text,
	}
}

func (p *planner) topics(path string, in []models.TopicMinutes, s *plannedStep) []*plannedTopic {
	var topics []*plannedTopic
	for i, topic := range in {
		at := fmt.Sprintf("%s[%d]", path, i)
		t := &plannedTopic{id: models.NewID[models.TopicID]()}
		add := models.NewTopic{ID: t.id, Heading: topic.Heading}
		if !p.accepted(at, &add) {
			continue
		}
		t.heading = p.tidy(topic.Heading, add.Heading)
		if topic.From != "" {
			if t.fromIdea = p.ideaWorded(topic.From); t.fromIdea == nil {
				p.note(at+".from", p.say.Say("převzato z podnětu, který v předchozích krocích není", "taken over from an idea that is in no step before"))
			}
		}
		t.ideas = p.ideas(at+".ideas", topic.Ideas, t, nil)
		t.topics = p.topics(at+".topics", topic.Topics, s)
		topics = append(topics, t)
	}
	return topics
}

// ideaWorded is the first idea of an earlier step with that text.
func (p *planner) ideaWorded(text string) *plannedIdea {
	for _, s := range p.steps[:len(p.steps)-1] {
		for _, i := range s.reading() {
			if i.row.Text == text {
				return i
			}
		}
	}
	return nil
}

// madeOf is what something is made of: an idea of an earlier step, which the API
// knows by its row, not by its wording. nil: of nothing, or of what is not there.
func (p *planner) madeOf(at, wording string) *models.MadeOf {
	if wording == "" {
		return nil
	}
	idea := p.ideaWorded(wording)
	if idea == nil {
		p.note(at+".from", p.say.Say("vychází z podnětu, který v předchozích krocích není", "made of an idea that is in no step before"))
		return nil
	}
	return &models.MadeOf{Entry: idea.id}
}

func (p *planner) ideas(path string, in []models.IdeaMinutes, topic *plannedTopic, parent *plannedIdea) []*plannedIdea {
	var ideas []*plannedIdea
	for n, idea := range in {
		at := fmt.Sprintf("%s[%d]", path, n)
		i := &plannedIdea{id: models.NewID[models.EntryID](), source: &in[n], row: idea, topic: topic, parent: parent}
		i.row.Ideas, i.row.Votes = nil, nil
		add, change := models.NewEntry{ID: i.id, Text: idea.Text}, i.change()
		if !p.accepted(at, &add) || !p.accepted(at, &change) {
			continue
		}
		i.row.Text, i.row.Note, i.row.Author = p.tidy(idea.Text, add.Text), p.tidy(idea.Note, *change.Note), p.tidy(idea.Author, *change.Author)
		if len(idea.Merged) > 0 {
			p.note(at, p.say.Say("texty sloučené do podnětu", "texts merged into the idea"))
			i.row.Merged = nil
		}
		p.noteVoted(at, idea.Voted)
		i.row.Voted = nil
		if i.from = p.madeOf(at, idea.From); i.from == nil {
			i.row.From = ""
		}
		i.ideas = p.ideas(at+".ideas", idea.Ideas, topic, i)
		ideas = append(ideas, i)
	}
	return ideas
}

// change is what the facilitator sets on an idea once it is there.
func (i *plannedIdea) change() models.EntryChange {
	row := i.row
	return models.EntryChange{Marked: &row.Marked, Chosen: &row.Chosen, Note: &row.Note, Author: &row.Author}
}

// limitMarks leaves out marks and agreements beyond what the step allows.
func (p *planner) limitMarks(s *plannedStep) {
	marked, over := map[*plannedTopic]int{}, 0
	for _, i := range s.reading() {
		i.agrees(s.row.Agreeing)
		if !i.row.Marked {
			continue
		}
		if marked[i.topic]++; marked[i.topic] > s.row.MarksPerTopic {
			i.row.Marked = false
			over++
		}
	}
	if over > 0 {
		p.note(s.path, p.say.Say("%s nad limit marks_per_topic", "%s beyond marks_per_topic",
			p.say.Count(over, "označení|označení|označení", "mark|marks")))
	}
}

// plain says that there is nothing to set.
func (i *plannedIdea) plain() bool {
	return !i.row.Marked && !i.row.Chosen && i.row.Note == "" && i.row.Author == ""
}

func (p *planner) causes(path string, in []models.CauseMinutes, parent *plannedCause) []*plannedCause {
	var causes []*plannedCause
	for n, cause := range in {
		at := fmt.Sprintf("%s[%d]", path, n)
		c := &plannedCause{add: models.NewEntry{ID: models.NewID[models.EntryID](), Text: cause.Text, Note: cause.Note}, parent: parent}
		if !p.accepted(at, &c.add) {
			continue
		}
		c.add.Text, c.add.Note = p.tidy(cause.Text, c.add.Text), p.tidy(cause.Note, c.add.Note)
		if c.add.From = p.madeOf(at, cause.From); c.add.From != nil {
			c.from = cause.From
		}
		if parent != nil {
			c.add.Parent = parent.add.ID
		}
		c.causes = p.causes(at+".causes", cause.Causes, c)
		causes = append(causes, c)
	}
	return causes
}

// reading is every idea of the step as models.StepMinutes.ReadingOrder has it:
// those of no topic first, an idea before the ideas under it.
func (s *plannedStep) reading() []*plannedIdea {
	return readTopics(readIdeas(nil, s.ideas), s.topics)
}

// votedOn is what rounds of the step are held on, in the order in which ballots
// of the file name it.
func (s *plannedStep) votedOn() []*plannedIdea {
	if s.row.Method != models.MethodDecisions {
		return s.reading()
	}
	var decisions []*plannedIdea
	for _, one := range allAgreed(nil, s.agreed) {
		decisions = append(decisions, one.voted)
	}
	return decisions
}

// named is what ballots of the file name, by its index; nil where it cannot be
// played.
func (s *plannedStep) named(in *models.StepMinutes) []*plannedIdea {
	var all []*plannedIdea
	if s.row.Method == models.MethodDecisions {
		planned := map[*models.DecisionMinutes]*plannedIdea{}
		for _, one := range allAgreed(nil, s.agreed) {
			planned[one.file] = one.voted
		}
		for _, decision := range in.DecisionsInOrder() {
			all = append(all, planned[decision])
		}
		return all
	}
	planned := map[*models.IdeaMinutes]*plannedIdea{}
	for _, i := range s.reading() {
		planned[i.source] = i
	}
	for _, idea := range in.ReadingOrder() {
		all = append(all, planned[idea])
	}
	return all
}

func readIdeas(read, ideas []*plannedIdea) []*plannedIdea {
	for _, i := range ideas {
		read = readIdeas(append(read, i), i.ideas)
	}
	return read
}

func readTopics(read []*plannedIdea, topics []*plannedTopic) []*plannedIdea {
	for _, t := range topics {
		read = readTopics(readIdeas(read, t.ideas), t.topics)
	}
	return read
}

// allTopics is every topic of the step, a topic before those under it.
func allTopics(topics []*plannedTopic, parent *plannedTopic, each func(t, parent *plannedTopic) error) error {
	for _, t := range topics {
		if err := errors.Join(each(t, parent), allTopics(t.topics, t, each)); err != nil {
			return err
		}
	}
	return nil
}

// allCauses is every cause, a cause before those under it.
func allCauses(read, causes []*plannedCause) []*plannedCause {
	for _, c := range causes {
		read = allCauses(append(read, c), c.causes)
	}
	return read
}

// noteVoted says that nobody rewords anything in a rehearsal after it was voted on.
func (p *planner) noteVoted(at string, voted []models.VotedWording) {
	if len(voted) > 0 {
		p.note(at, p.say.Say("znění, o kterých se hlasovalo", "wordings that were voted on"))
	}
}
