package exports

import (
	"strings"
	"unicode/utf8"

	"dilna/models"
)

// resultMost is how many letters a result has that stands beside the text; longer
// ones say what was decided, and stand under it. The votes end the sentence.
const resultMost = 40

// decisions adds decisions as offices write them: sentences numbered through the
// minutes, each with its votes.
func (d *draft) decisions(decisions []models.DecisionMinutes) {
	if len(decisions) == 0 {
		return
	}
	var list List
	for _, decision := range decisions {
		d.decided++
		list.Bullets = append(list.Bullets, Bullet{Line: d.decision(decision)})
	}
	d.add(list)
}

func (d *draft) decision(m models.DecisionMinutes) Line {
	l := Line{Text: strings.TrimSpace(m.Text), Lang: d.written, Word: d.words.counts(m)}
	if !strings.HasPrefix(strings.ToLower(l.Text), strings.ToLower(d.words.resolution)) { // people have numbered it
		l.Number = d.words.resolution + " " + d.decisionNumber() + ":"
	}
	switch result := strings.TrimSpace(m.Result); {
	case result == "":
	case utf8.RuneCountInString(result) <= resultMost && !strings.Contains(result, "\n"):
		l.Text += " – " + result
	default:
		l.Text += "\n" + result
	}
	return l
}

// decisionNumber is that of the meeting and that in it: "3/1".
func (d *draft) decisionNumber() string {
	if d.meeting == 0 {
		return number(d.decided)
	}
	return number(d.meeting) + "/" + number(d.decided)
}

// counts says how a decision was voted: "pro 17, proti 0, zdrželi se 2".
func (w words) counts(m models.DecisionMinutes) string {
	var said []string
	for _, count := range []struct {
		word string
		of   *int
	}{{w.votesFor, m.For}, {w.votesAgainst, m.Against}, {w.abstained, m.Abstain}} {
		if count.of != nil {
			said = append(said, strings.ToLower(count.word)+" "+number(*count.of))
		}
	}
	return strings.Join(said, ", ")
}
