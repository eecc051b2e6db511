package exports

import (
	"cmp"
	"strings"

	"dilna/models"
)

// MarkSign stands after an idea the group has marked.
const MarkSign = "⚫"

// collect adds the ideas of a step: those of no topic first, where no topic's
// heading claims them, then topic by topic; voted ones as tables, whose heads say
// what stands in them: the heading above them need not be said again.
func (d *draft) collect(s models.StepMinutes) {
	held := among(heldRounds(s), d.divisions)
	p := printing{options: d.options, words: d.words, written: d.written, step: s, held: held, rounds: countedOf(held)}
	d.firstPlaces(&p, withPart(s, d.divisions))
	d.legendOf(s)
	d.ideas(&p, s.Ideas)
	if n := p.beside(); n > 1 {
		d.panels(&p, n, s.Topics)
	} else {
		d.topics(&p, 2, s.Topics)
	}
	if said := p.hiddenSaid(); said != "" {
		d.add(Paragraph{Text: said, Tone: Quiet, Tied: true})
	}
	if p.hasUncounted() {
		d.uncounted()
	}
	d.grid(&p)
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
	if said := strings.Join(named([]string{d.words.turnout(t), d.words.ruleSaid(r), d.words.drawsSaid(s, r)}), " "); said != "" {
		d.add(Paragraph{Text: said, Tone: Quiet, Tied: true, Lang: d.langOf(r)})
	}
}

// langOf is the language of what is said of a round: parts are called as people
// call them.
func (d *draft) langOf(r heldRound) string {
	if len(r.voting) == 0 {
		return ""
	}
	return mixed(d.written)
}

// Topics that stand beside each other.
const (
	fieldsBeside = 2 // of a SWOT
	topicsBeside = 3 // at most, where the step has them in columns
)

// beside is how many topics stand in a row of the page, as the step has them on
// the wall; votes of several rounds would leave their texts no room.
func (p *printing) beside() int {
	if len(p.rounds) > 1 || len(p.rounds) > 0 && (p.order() == models.MinutesBoth || len(p.words.columns(p.rounds[0], 1)) > 1) {
		return 1
	}
	switch n := len(p.step.Topics); {
	case p.step.Layout == models.LayoutQuadrants:
		return min(n, fieldsBeside)
	case p.step.Layout != models.LayoutColumns:
		return 1
	case len(p.rounds) > 0 || n == 2*fieldsBeside:
		return min(n, fieldsBeside)
	default:
		return min(n, topicsBeside)
	}
}

// panels adds topics beside each other.
func (d *draft) panels(p *printing, beside int, topics []models.TopicMinutes) {
	panels, before := Panels{Beside: beside}, d.blocks
	for i, t := range topics {
		d.blocks = nil
		d.topic(p, 2, i, t)
		panels.Panels = append(panels.Panels, d.blocks)
	}
	d.blocks = append(before, panels)
}

func (d *draft) topics(p *printing, level int, topics []models.TopicMinutes) {
	for i, t := range topics {
		d.topic(p, level, i, t)
	}
}

func (d *draft) topic(p *printing, level, i int, t models.TopicMinutes) {
	lang := d.orFrame(t.Heading)
	if strings.TrimSpace(t.Heading) == "" {
		t.Heading = d.words.topic(i + 1)
	}
	d.add(Heading{Level: level, Text: t.Heading, Lang: lang})
	if len(t.Ideas) == 0 && len(t.Topics) == 0 {
		d.nothing()
	}
	d.ideas(p, onceLeftOut(p, t.Ideas))
	d.topics(p, level+1, t.Topics)
}

// onceLeftOut are ideas of which all were left out for one reason as one line, where
// nothing was voted on.
func onceLeftOut(p *printing, ideas []models.IdeaMinutes) []models.IdeaMinutes {
	if len(ideas) < 2 || len(p.rounds) > 0 || !strings.HasPrefix(ideas[0].Text, models.LeftOutSign) {
		return ideas
	}
	for _, idea := range ideas {
		if idea.Text != ideas[0].Text || len(idea.Ideas) > 0 || idea.Marked || idea.Chosen {
			return ideas
		}
	}
	return ideas[:1]
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

func (d *draft) ideas(p *printing, ideas []models.IdeaMinutes) {
	if len(ideas) == 0 {
		return
	}
	printed := p.ideas("", ideas)
	if len(p.rounds) == 0 {
		d.add(List{Bullets: bulletsOf(printed)})
		return
	}
	heading := cmp.Or(strings.TrimSpace(p.step.IdeaLabel), d.words.lateInput)
	switch order := p.order(); {
	case len(printed) == 0: // none had a vote
	case order == models.MinutesBoth:
		d.add(Paragraph{Text: d.words.asCollected, Tone: Quiet, Heads: true})
		d.add(p.table(heading, printed))
		d.add(Paragraph{Text: d.words.byVotes, Tone: Quiet, Heads: true})
		d.add(p.table(heading, p.byVotes(printed)))
	case order == models.MinutesByVotes:
		d.add(p.table(heading, p.byVotes(printed)))
	default:
		d.add(p.table(heading, printed))
	}
}
