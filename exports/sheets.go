package exports

import (
	"cmp"
	"slices"
	"strings"

	"dilna/models"
)

// Sheet is a list of one sort of content, to be sorted and counted in a
// spreadsheet: one row each, in the order of the record.
type Sheet struct {
	Name  string
	Heads []string
	Rows  [][]Cell // each with as many cells as there are heads
	Point string   // what marks decimals, where numbers are written as text
}

// Cell is a text, or a number where there is one, with decimals or without.
type Cell struct {
	Text   string
	Number *int
	Real   *float64
}

// sheetWords are the words of the sheets that the document has none of.
type sheetWords struct {
	sheet                     string // what tells sheets apart where they stand in one
	number, kind              string // of the step, of its ideas
	unknown                   string // totals that are not known
	ideas, rounds, causes     string // names of sheets
	decisions, tasks          string
	step, topic, level        string
	marked, yes, note, author string
	merged, chosen            string
	round, dots, perIdea      string
	voters, given             string
	effect, cause, above      string
	late                      string // the name of a sheet: 31 letters at most
	meeting, item, value      string // of the sheet that says what meeting it was
	programme, meetingNumber  string
	heading, version, texts   string
	rule, results             string
}

// Sheets are the sheets of a version of the minutes that have any rows: what
// meeting it was, ideas with their votes and marks, rounds, causes, decisions, tasks,
// late inputs, feedback, texts.
func Sheets(e models.Edition) []Sheet {
	w := wordsIn(cmp.Or(e.Language, defaultLanguage))
	l := listing{words: w, people: e.PeopleCounted(), listed: e.Options.BallotsListed, divisions: e.Divisions, sheets: []Sheet{
		{Name: w.sheets.meeting, Heads: []string{w.sheets.item, w.sheets.value}},
		{Name: w.sheets.ideas, Heads: ideaHeads(w, e.Steps)},
		{Name: w.sheets.rounds, Heads: []string{w.sheets.number, w.sheets.step, w.sheets.round, w.sheets.dots, w.sheets.perIdea, w.sheets.voters, w.sheets.given, w.sheets.rule}},
		{Name: w.sheets.results, Heads: resultHeads(w)},
		{Name: partResultSaid[w.tongue].sheet, Heads: partResultHeads(w)},
		{Name: combinationSaid[w.tongue].sheet, Heads: combinationHeads(w)},
		{Name: photoSaid[w.tongue].sheet, Heads: photoHeads(w)},
		{Name: w.sheets.causes, Heads: []string{w.sheets.number, w.sheets.step, w.sheets.effect, w.sheets.level, w.sheets.cause, w.sheets.above, w.agreed.from, w.sheets.note}},
		{Name: w.sheets.decisions, Heads: []string{w.sheets.number, w.sheets.step, w.decision, w.votesFor, w.votesAgainst, w.abstained, w.result, w.agreed.mover, w.agreed.how, w.agreed.partOf, w.agreed.from, w.sheets.note, w.voted}},
		{Name: w.sheets.tasks, Heads: []string{w.sheets.number, w.sheets.step, w.sheets.level, w.task, w.owners, w.due, w.state, w.agreed.dueDate, w.agreed.reason, w.agreed.from, w.sheets.note,
			w.promises.first, w.due + " – " + w.promises.was, w.promises.meeting}},
		{Name: w.sheets.late, Heads: []string{w.lateInput, w.sentBy, w.date, w.settlement, w.sheets.note}},
		{Name: w.feedback.title, Heads: []string{w.feedback.question, w.feedback.score, w.feedback.answers, w.feedback.text}},
		{Name: w.sheets.texts, Heads: []string{w.sheets.number, w.sheets.step, textHead[w.tongue]}},
		{Name: ballotsSheet[w.tongue], Heads: []string{w.sheets.number, w.sheets.step, w.sheets.round, w.ballotHead, receiptHead[w.tongue], textHead[w.tongue], w.votes}},
	}}
	l.meeting(e)
	l.text(Cell{}, w.introduction, e.Introduction)
	for i, s := range e.Steps {
		if strings.TrimSpace(s.Heading) == "" {
			s.Heading = w.step(i + 1)
		}
		s.Heading = withPart(s, e.Divisions)
		if printsStep(e, i) {
			l.number++
		}
		l.step(s)
		l.combinations(s)
		l.photos(s)
		l.text(count(l.number), s.Heading, s.Text)
		l.text(count(l.number), w.remark, remarkOn(e, i))
	}
	for _, in := range e.LateInputs {
		l.add(lateSheet, text(in.Text), text(in.Source), text(w.when(in.Date, "", "")), text(w.settlements[in.Settlement]), text(in.Reason))
	}
	if e.Options.Feedback {
		l.feedback(e.Feedback)
	}
	l.counts()
	return l.filled()
}

// OneSheet is all sheets as one, for formats that have no more: each row says
// first which sheet it is of, heads of the same name are one.
func OneSheet(e models.Edition) Sheet {
	w := wordsIn(cmp.Or(e.Language, defaultLanguage))
	one := Sheet{Heads: []string{w.sheets.sheet}, Point: w.feedback.point}
	place := map[string]int{}
	for _, s := range Sheets(e) {
		for _, head := range s.Heads {
			if _, known := place[head]; !known {
				place[head] = len(one.Heads)
				one.Heads = append(one.Heads, head)
			}
		}
	}
	for _, s := range Sheets(e) {
		for _, row := range s.Rows {
			cells := make([]Cell, len(one.Heads))
			cells[0] = text(s.Name)
			for i, cell := range row {
				cells[place[s.Heads[i]]] = cell
			}
			one.Rows = append(one.Rows, cells)
		}
	}
	return one
}

// listing gathers the rows of the sheets.
type listing struct {
	words  words
	people *int // who were counted; nil: not known
	number int  // of the step, as the document numbers it: two may have one heading
	listed bool // single ballots, too
	sheets []Sheet

	divisions []models.DivisionMinutes
}

// place says which step a row is of.
func (l *listing) place(s models.StepMinutes, cells ...Cell) []Cell {
	return append([]Cell{count(l.number), text(s.Heading)}, cells...)
}

// The sheets in their order.
const (
	meetingSheet = iota
	ideaSheet
	roundSheet
	resultSheet
	partResultSheet
	combinationSheet
	photoSheet
	causeSheet
	decisionSheet
	taskSheet
	lateSheet
	feedbackSheet
	textSheet
	ballotSheet
)

// textHead is over one text in each row.
var textHead = in{"cs": "Text", "en": "Text", "sk": "Text", "de": "Text", "uk": "Текст"}

// ideaHeads end with one for each round, up to the last that was held in a step.
func ideaHeads(w words, steps []models.StepMinutes) []string {
	heads := []string{w.sheets.number, w.sheets.step, w.sheets.topic, w.sheets.level, w.sheets.kind, w.lateInput, w.sheets.marked, w.sheets.chosen, w.sheets.note, w.sheets.author, w.sheets.merged, strings.TrimSuffix(w.proposed, "."), w.agreeHead, w.voted}
	most := 0
	for _, s := range steps {
		for _, r := range heldRounds(s) {
			most = max(most, r.index+1)
		}
	}
	for n := range most {
		head := w.votes
		if most > 1 {
			head += " – " + w.round(n+1)
		}
		heads = append(heads, head)
	}
	return heads
}

func (l *listing) add(sheet int, cells ...Cell) {
	s := &l.sheets[sheet]
	row := make([]Cell, len(s.Heads))
	copy(row, cells)
	s.Rows = append(s.Rows, row)
}

func (l *listing) filled() []Sheet {
	var filled []Sheet
	for _, s := range l.sheets {
		if len(s.Rows) > 0 {
			filled = append(filled, s.withoutEmpty())
		}
	}
	return filled
}

// withoutEmpty is the sheet without what no row says anything of.
func (s Sheet) withoutEmpty() Sheet {
	kept := Sheet{Name: s.Name, Rows: make([][]Cell, len(s.Rows))}
	for i, head := range s.Heads {
		if !slices.ContainsFunc(s.Rows, func(row []Cell) bool { return row[i] != Cell{} }) {
			continue
		}
		kept.Heads = append(kept.Heads, head)
		for n, row := range s.Rows {
			kept.Rows[n] = append(kept.Rows[n], row[i])
		}
	}
	return kept
}

func text(t string) Cell { return Cell{Text: Clean(t)} }
func count(n int) Cell   { return Cell{Number: &n} }
func maybe(n *int) Cell {
	if n == nil {
		return Cell{}
	}
	return count(*n)
}
func list(all []string) Cell { return text(strings.Join(named(all), ", ")) }
func known(n int) (cell Cell) {
	if n > 0 {
		return count(n)
	}
	return cell
}

func (l *listing) tick(on bool) Cell {
	if on {
		return text(l.words.sheets.yes)
	}
	return Cell{}
}

func (l *listing) step(s models.StepMinutes) {
	rounds := among(heldRounds(s), l.divisions)
	l.ideas(s, "", 1, s.Ideas, rounds)
	l.topics(s, "", s.Topics, rounds)
	for _, r := range rounds {
		l.round(s, r)
	}
	l.nobodyVoted(s)
	l.causes(s, "", 1, s.Causes)
	l.decisions(s, "", s.Decisions)
	for _, t := range flatTasks(s.Tasks, 0) {
		cells := l.place(s, count(t.depth+1), text(t.Text), l.owners(t.TaskMinutes), text(t.Due), text(l.words.stateWord(t.State)),
			text(t.DueDate), text(t.Reason), text(t.From), text(t.Note))
		if p := t.Promise; p != nil {
			cells = append(cells, text(l.words.firstPromised(*p)), text(l.words.termThen(*p)), known(p.Passed))
		}
		l.add(taskSheet, cells...)
	}
}

func (l *listing) owners(t models.TaskMinutes) Cell {
	if t.Everyone {
		return list(append(slices.Clone(t.Owners), l.words.agreed.everyone))
	}
	return list(t.Owners)
}

// decisions lists decisions, each before its parts.
func (l *listing) decisions(s models.StepMinutes, partOf string, decisions []models.DecisionMinutes) {
	for _, d := range decisions {
		how := ""
		if d.How == models.DecidedByConsensus {
			how = l.words.agreed.consensus
		}
		l.add(decisionSheet, l.place(s, text(d.Text), Cell{Number: d.For}, Cell{Number: d.Against}, Cell{Number: d.Abstain}, text(d.Result),
			text(d.Mover), text(how), text(partOf), text(d.From), text(d.Note), text(strings.Join(l.words.votedOn(d.Voted, nil), "\n")))...)
		l.decisions(s, d.Text, d.Decisions)
	}
}

func (l *listing) round(s models.StepMinutes, r heldRound) {
	t := turnoutOf(s, r, l.people)
	given := Cell{Number: t.given}
	if t.unknown && t.given == nil {
		given = text(l.words.sheets.unknown)
	}
	label := l.words.roundIn(s, r.index)
	l.add(roundSheet, l.place(s, text(label), known(t.dots), known(t.perIdea), Cell{Number: t.voters}, given, text(strings.Join(named([]string{l.words.ruleSaid(r), l.words.drawsSaid(s, r)}), " ")))...)
	l.results(s, r, label)
	l.partResults(s, r, label)
	l.ballots(s, r, label)
}

// topics lists the ideas of topics; one under another says both: "A › B".
func (l *listing) topics(s models.StepMinutes, above string, topics []models.TopicMinutes, rounds []heldRound) {
	for i, t := range topics {
		if strings.TrimSpace(t.Heading) == "" {
			t.Heading = l.words.topic(i + 1)
		}
		if above != "" {
			t.Heading = above + " › " + t.Heading
		}
		l.ideas(s, t.Heading, 1, t.Ideas, rounds)
		l.topics(s, t.Heading, t.Topics, rounds)
	}
}

func (l *listing) ideas(s models.StepMinutes, topic string, level int, ideas []models.IdeaMinutes, rounds []heldRound) {
	for _, idea := range ideas {
		cells := l.place(s, text(topic), count(level), text(s.IdeaLabel), text(idea.Text), l.tick(idea.Marked), l.tick(idea.Chosen),
			text(idea.Note), text(idea.Author), text(strings.Join(idea.Merged, "\n")),
			l.tick(idea.Proposed), maybe(idea.Agreed), text(strings.Join(l.words.votedOn(idea.Voted, rounds), "\n")))
		base := len(cells)
		for _, r := range rounds {
			cells = append(cells, make([]Cell, base+r.index+1-len(cells))...)
			if rule := r.Followed(); rule == nil || !rule.ByMean() { // of means the results tell: a sum of marks is no number of votes
				cells[base+r.index] = Cell{Number: r.total(idea)}
			}
		}
		l.add(ideaSheet, cells...)
		l.ideas(s, topic, level+1, idea.Ideas, rounds)
	}
}

func (l *listing) causes(s models.StepMinutes, above string, level int, causes []models.CauseMinutes) {
	for _, c := range causes {
		l.add(causeSheet, l.place(s, text(s.Effect), count(level), text(c.Text), text(above), text(c.From), text(c.Note))...)
		l.causes(s, c.Text, level+1, c.Causes)
	}
}
