package exports

import (
	"strings"

	"dilna/models"
)

// feedbackWords is what the minutes say of what people said of the workshop.
type feedbackWords struct {
	title    string // of the section, and the name of a sheet
	answered func(people int) string
	mean     func(mean string, answers int) string // a number with one decimal
	point    string                                // before what marks the decimals
	score    string                                // what a row of the scale is
	answers  string                                // how many gave it
	question string
	text     string // a text that somebody wrote
}

// feedback adds what people said of the workshop, where the minutes are to say
// it: question by question, scores counted, texts in no order.
func (d *draft) feedback(said *models.FeedbackMinutes) {
	if said == nil || !d.options.Feedback {
		return
	}
	w := d.words.feedback
	d.add(Heading{Level: 1, Text: d.numbered(w.title)})
	d.add(Paragraph{Text: w.answered(said.Answered), Tone: Quiet, Tied: true})
	for _, q := range said.Questions {
		if !q.IsSilent() {
			d.question(q)
		}
	}
}

func (d *draft) question(q models.QuestionMinutes) {
	d.add(Heading{Level: 2, Text: q.Text, Lang: d.written})
	before := len(d.blocks)
	if q.Given() > 0 {
		d.add(Paragraph{Text: d.words.meanOf(q), Tone: Quiet, Tied: true})
		d.add(d.scores(q))
	}
	if len(q.Texts) > 0 {
		list := List{}
		for _, text := range q.Texts {
			list.Bullets = append(list.Bullets, Bullet{Line: Line{Text: text, Lang: d.written}})
		}
		d.add(list)
	}
	if len(d.blocks) == before {
		d.nothing()
	}
}

// scores is how many gave each score, the worst first.
func (d *draft) scores(q models.QuestionMinutes) Table {
	w := d.words.feedback
	t := Table{Heads: []TableHead{{Text: w.score}, {Text: w.answers, Numbers: true, Bars: true}}}
	for i, count := range q.Scores {
		score := Line{Text: scoreCalled(q, i)}
		if score.Text != number(i+1) {
			score.Lang = mixed(d.written)
		}
		t.Rows = append(t.Rows, TableRow{Cells: []Line{score, {Text: amount(d.words.tongue, count), Count: &count}}})
	}
	return t
}

// scoreCalled is a score with what its question calls the ends of the scale.
func scoreCalled(q models.QuestionMinutes, i int) string {
	called := ""
	switch i {
	case 0:
		called = q.Low
	case models.MostScore - 1:
		called = q.High
	}
	return strings.Join(named([]string{number(i + 1), called}), " – ")
}

// meanOf says the mean and of how many answers it is.
func (w words) meanOf(q models.QuestionMinutes) string {
	tenths := int(q.Mean()*10 + 0.5)
	return w.feedback.mean(number(tenths/10)+w.feedback.point+number(tenths%10), q.Given())
}

// feedback lists what people said of the workshop: a row for each score of a
// scale, and for each text.
func (l *listing) feedback(said *models.FeedbackMinutes) {
	if said == nil {
		return
	}
	for _, q := range said.Questions {
		for i, count := range q.Scores {
			l.add(feedbackSheet, text(q.Text), text(scoreCalled(q, i)), Cell{Number: &count})
		}
		for _, said := range q.Texts {
			if answer := text(said); answer.Text != "" { // an empty row is no answer
				l.add(feedbackSheet, text(q.Text), Cell{}, Cell{}, answer)
			}
		}
	}
}
