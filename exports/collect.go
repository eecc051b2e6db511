package exports

import (
	"strings"

	"dilna/models"
)

// MarkSign stands after an idea the group has marked.
const MarkSign = "⚫"

// collect adds the ideas of a step: those of no topic first, where no topic's
// heading claims them, then topic by topic; voted ones as tables.
func (d *draft) collect(s models.StepMinutes) {
	held := heldRounds(s)
	p := printing{options: d.options, words: d.words, written: d.written, step: s, held: held, rounds: countedOf(held)}
	d.legendOf(s)
	d.ideas(&p, s.Heading, s.Ideas)
	d.topics(&p, 2, s.Topics)
	if said := p.hiddenSaid(); said != "" {
		d.add(Paragraph{Text: said, Tone: Quiet, Tied: true})
	}
	if p.hasUncounted() {
		d.uncounted()
	}
	for _, r := range held {
		if d.options.Standing && r.counted {
			d.standing(&p, r)
		} else {
			d.turnout(s, r, len(held))
		}
	}
}

// uncounted says what the sign of a missing number means.
func (d *draft) uncounted() { d.add(Paragraph{Text: d.words.uncounted, Tone: Quiet, Tied: true}) }

func (d *draft) turnout(s models.StepMinutes, r heldRound, rounds int) {
	t := turnoutOf(s, r, d.people)
	if rounds > 1 || t.unknown && strings.TrimSpace(r.Label) != "" {
		t.label = d.words.roundLabel(r, rounds)
	}
	if said := d.words.turnout(t); said != "" {
		d.add(Paragraph{Text: said, Tone: Quiet, Tied: true})
	}
}

func (d *draft) topics(p *printing, level int, topics []models.TopicMinutes) {
	for i, t := range topics {
		lang := d.orFrame(t.Heading)
		if strings.TrimSpace(t.Heading) == "" {
			t.Heading = d.words.topic(i + 1)
		}
		d.add(Heading{Level: level, Text: t.Heading, Lang: lang})
		if len(t.Ideas) == 0 && len(t.Topics) == 0 {
			d.nothing()
		}
		d.ideas(p, t.Heading, t.Ideas)
		d.topics(p, level+1, t.Topics)
	}
}

// legendOf says what the mark means, once: again only where another number of
// marks was allowed.
func (d *draft) legendOf(s models.StepMinutes) {
	if !anyIdea(s, func(i models.IdeaMinutes) bool { return i.Marked }) {
		return
	}
	legend := d.words.markLegend(s.MarksPerTopic)
	if d.legend == "" || s.MarksPerTopic > 0 && legend != d.legend {
		d.legend = legend
		d.add(Paragraph{Text: legend, Tone: Quiet, Tied: strings.TrimSpace(s.Text) == ""}) // tied to its heading
	}
}

func (d *draft) ideas(p *printing, heading string, ideas []models.IdeaMinutes) {
	if len(ideas) == 0 {
		return
	}
	printed := p.ideas("", ideas)
	if len(p.rounds) == 0 {
		d.add(List{Bullets: bulletsOf(printed)})
		return
	}
	if p.step.IdeaLabel != "" {
		heading = p.step.IdeaLabel
	}
	switch order := p.order(); {
	case len(printed) == 0: // none had a vote
	case order == models.MinutesBoth:
		d.add(Paragraph{Text: d.words.asCollected, Tone: Quiet})
		d.add(p.table(heading, printed))
		d.add(Paragraph{Text: d.words.byVotes, Tone: Quiet})
		d.add(p.table(heading, p.byVotes(printed)))
	case order == models.MinutesByVotes:
		d.add(p.table(heading, p.byVotes(printed)))
	default:
		d.add(p.table(heading, printed))
	}
}
