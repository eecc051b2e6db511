package exports

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"dilna/models"
)

// resultMost is how many letters a result has that stands beside the text; longer
// ones say what was decided, and stand under it. The votes end the sentence.
const resultMost = 40

// agreedWords are what is said of decisions and tasks besides their text.
type agreedWords struct {
	mover, from         string // before who moved it, before what it was made of
	how, partOf         string // heads of columns
	dueDate, reason     string
	everyone, consensus string
	quoted              string // how a wording is quoted
}

// decisions adds decisions as offices write them: sentences numbered through the
// minutes, each with its votes, its parts lettered under it.
func (d *draft) decisions(s models.StepMinutes) {
	if len(s.Decisions) == 0 {
		return
	}
	d.outcomes = d.outcomesOf(s)
	var list List
	for i := range s.Decisions {
		decision := &s.Decisions[i]
		d.decided++
		line := d.decision(decision)
		if !strings.HasPrefix(strings.ToLower(line.Text), strings.ToLower(d.words.resolution)) { // people have numbered it
			line.Number = d.words.resolution + " " + d.decisionNumber() + ":"
		}
		one := Bullet{Line: line, Bullets: d.partsOf(decision)}
		d.essence.decide(one)
		list.Bullets = append(list.Bullets, one)
	}
	d.add(list)
}

// partsOf are the parts of a decision: a), b) …, theirs in turn.
func (d *draft) partsOf(decision *models.DecisionMinutes) []Bullet {
	var bullets []Bullet
	for i := range decision.Decisions {
		part := &decision.Decisions[i]
		line := d.decision(part)
		line.Number = lettered(i) + ")"
		bullets = append(bullets, Bullet{Line: line, Bullets: d.partsOf(part)})
	}
	return bullets
}

// lettered is the letter of an index, "a" to "z", then "aa".
func lettered(i int) string {
	letter := string(rune('a' + i%26))
	if i < 26 {
		return letter
	}
	return lettered(i/26-1) + letter
}

func (d *draft) decision(m *models.DecisionMinutes) Line {
	l := Line{Text: strings.TrimSpace(m.Text), Lang: d.written, Word: d.words.howDecided(*m)}
	if outcome := d.outcomes[m]; outcome != "" && m.Result == "" {
		l.Word = strings.Join(named([]string{l.Word, outcome}), ": ")
	}
	switch result := strings.TrimSpace(m.Result); {
	case result == "":
	case goesOn(l.Text):
		l.Word = strings.Join(named([]string{result, l.Word}), ", ")
	case utf8.RuneCountInString(result) <= resultMost && !strings.Contains(result, "\n"):
		l.Text += " – " + result
	default:
		l.Text += "\n" + result
	}
	if m.Mover != "" {
		l.Remarks = append(l.Remarks, d.words.agreed.mover+": "+m.Mover)
	}
	l.Remarks = append(d.words.agreed.remarks(l.Remarks, m.Text, m.From, m.Note), d.words.votedOn(m.Voted, nil)...)
	return l
}

// outcomesOf say which decisions of a step have passed, by the last round that was
// held on them, and by which majority; of one whose counts were changed since,
// nothing follows from that round.
func (d *draft) outcomesOf(s models.StepMinutes) map[*models.DecisionMinutes]string {
	outcomes, decisions := map[*models.DecisionMinutes]string{}, s.DecisionsInOrder()
	for _, round := range s.Rounds {
		rule := round.Followed()
		for _, result := range round.Results {
			if rule == nil || result.Entry < 0 || result.Entry >= len(decisions) {
				continue
			}
			decision := decisions[result.Entry]
			delete(outcomes, decision)
			if countsOf(decision.Decision) == countsOf(models.Decision{For: result.For, Against: result.Against, Abstain: result.Abstain}) {
				outcomes[decision] = choiceOutcome(d.words, *rule, result.Details)
			}
		}
	}
	return outcomes
}

// countsOf are for, against and abstaining; −1 is one that was not counted.
func countsOf(d models.Decision) (counts [3]int) {
	for i, n := range []*int{d.For, d.Against, d.Abstain} {
		if counts[i] = -1; n != nil {
			counts[i] = *n
		}
	}
	return counts
}

// goesOn says whether a text is no whole sentence: its parts end it.
func goesOn(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(":,;–—-(", last)
}

// remarks adds what something was made of, where that was worded otherwise, and a note.
func (w agreedWords) remarks(to []string, text, from, note string) []string {
	if from != "" && strings.TrimSpace(from) != strings.TrimSpace(text) {
		to = append(to, w.from+": "+w.quote(from))
	}
	if note != "" {
		to = append(to, note)
	}
	return to
}

func (w agreedWords) quote(wording string) string { return fmt.Sprintf(w.quoted, wording) }

// decisionNumber is that of the meeting and that in it: "3/1".
func (d *draft) decisionNumber() string {
	if d.meeting == 0 {
		return number(d.decided)
	}
	return number(d.meeting) + "/" + number(d.decided)
}

// howDecided says how a decision was made: "pro 17, proti 0, zdrželi se 2", or
// that nobody objected.
func (w words) howDecided(m models.DecisionMinutes) string {
	if m.How == models.DecidedByConsensus {
		return w.agreed.consensus
	}
	var said []string
	for _, count := range []struct {
		word string
		of   *int
	}{{w.votesFor, m.For}, {w.votesAgainst, m.Against}, {w.abstained, m.Abstain}} {
		if count.of != nil {
			word := strings.ToLower(count.word)
			if count.of == m.Abstain && *count.of == 1 {
				word = abstainedOnce[w.tongue]
			}
			said = append(said, word+" "+amount(w.tongue, *count.of))
		}
	}
	return strings.Join(said, ", ")
}
