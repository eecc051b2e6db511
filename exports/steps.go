package exports

import (
	"strings"

	"dilna/models"
)

// step adds one step: heading, where it comes from, what the editor remarks,
// text, content. Whatever it
// holds is printed, also what its method does not ask for.
func (d *draft) step(n int, s models.StepMinutes, remark string) {
	lang := d.orFrame(s.Heading)
	if strings.TrimSpace(s.Heading) == "" {
		s.Heading = d.words.step(n)
	}
	d.add(Heading{Level: 1, Text: d.numbered(withPart(s, d.divisions)), Lang: lang})
	d.provenance(s)
	d.leftOutLegend(s)
	d.remark(remark)
	before := len(d.blocks)
	d.text(s.Text)
	if s.Method != models.MethodText {
		before = len(d.blocks) // there the text is but an introduction
	}
	d.collect(s)
	d.fishbone(s)
	d.decisions(s)
	d.nobodyVoted(s)
	d.partResults(s)
	d.combinations(s)
	d.tasks(s.Tasks)
	d.photos(s)
	if len(d.blocks) == before {
		d.nothing()
	}
}

// numbered is the heading of a step, or of what stands among them, with its
// number where they have one.
func (d *draft) numbered(heading string) string {
	if !d.options.NumberSteps {
		return heading
	}
	d.steps++
	return number(d.steps) + ". " + heading
}

// leftOutLegend says what the sign of something left out means, once.
func (d *draft) leftOutLegend(s models.StepMinutes) {
	if !d.leftOut && s.LeavesOut() {
		d.leftOut = true
		d.add(Paragraph{Text: d.words.leftOut, Tone: Quiet, Tied: true})
	}
}

func (d *draft) nothing() {
	d.add(Paragraph{Text: d.words.nothing, Tone: Quiet})
}

// provenance says that a step was not worked on in the meeting, unless its heading
// does.
func (d *draft) provenance(s models.StepMinutes) {
	origin := map[models.Origin]string{
		models.OriginHarvest: d.words.fromHarvest,
		models.OriginLate:    d.words.sentLate,
	}[s.Origin]
	var parts []string
	source := strings.TrimSpace(s.Source)
	if saidIn(s.Heading, source) {
		return
	}
	if origin != "" && !saidIn(s.Heading, origin) {
		parts = append(parts, origin+".")
	}
	if source != "" && !strings.EqualFold(source, origin) {
		parts = append(parts, d.words.source(source))
	}
	if len(parts) > 0 {
		d.add(Paragraph{Text: strings.Join(parts, " "), Tone: Quiet, Tied: true, Lang: mixed(d.written)})
	}
}

func (d *draft) fishbone(s models.StepMinutes) {
	if s.Effect != "" {
		d.add(Paragraph{Text: s.Effect, Tone: Strong, Lang: d.written})
	}
	if len(s.Causes) == 0 {
		if s.Effect != "" {
			d.nothing()
		}
		return
	}
	causes := d.causes(s.Causes)
	alt := d.words.fishbone(s.Effect, len(causes), countBullets(causes))
	if d.options.Fishbone == models.FishboneDiagram {
		alt = d.words.drawn(s.Effect, flatOutline(causes))
	}
	outlined := d.options.Fishbone != models.FishboneDiagram
	if d.options.Fishbone != models.FishboneOutline {
		d.add(Figure{Outlined: outlined, Effect: s.Effect, Causes: causes, Alt: alt, Mixed: d.written != "", Caption: d.words.caption(s.Effect)})
	}
	if outlined {
		d.add(List{Bullets: causes})
	} else if noted := remarked(nil, causes); len(noted) > 0 {
		d.add(List{Bullets: noted}) // the drawing has no room for them
	}
}

// remarked are those bullets of a tree that have remarks, each by itself.
func remarked(to, bullets []Bullet) []Bullet {
	for _, b := range bullets {
		if len(b.Remarks) > 0 {
			to = append(to, Bullet{Line: b.Line})
		}
		to = remarked(to, b.Bullets)
	}
	return to
}

// flatOutline says a tree in one line: "peníze (platy, odměny), vedení".
func flatOutline(bullets []Bullet) string {
	var said []string
	for _, b := range bullets {
		text := b.Text
		if len(b.Bullets) > 0 {
			text += " (" + flatOutline(b.Bullets) + ")"
		}
		said = append(said, text)
	}
	return strings.Join(said, ", ")
}

func (d *draft) causes(causes []models.CauseMinutes) []Bullet {
	bullets := make([]Bullet, len(causes))
	for i, c := range causes {
		line := Line{Text: c.Text, Lang: d.written, Remarks: d.words.agreed.remarks(nil, c.Text, c.From, c.Note)}
		bullets[i] = Bullet{Line: line, Bullets: d.causes(c.Causes)}
	}
	return bullets
}

func countBullets(bullets []Bullet) int {
	count := len(bullets)
	for _, b := range bullets {
		count += countBullets(b.Bullets)
	}
	return count
}

// plannedTask is a task with how deep it stands under others.
type plannedTask struct {
	models.TaskMinutes
	depth int
}

func flatTasks(tasks []models.TaskMinutes, depth int) []plannedTask {
	var flat []plannedTask
	for _, t := range tasks {
		flat = append(flat, plannedTask{t, depth})
		flat = append(flat, flatTasks(t.Tasks, depth+1)...)
	}
	return flat
}

// tasks adds a table; owners, due dates and states only where one was said. A
// task without a state is open, where others have one.
func (d *draft) tasks(tasks []models.TaskMinutes) {
	flat, w := flatTasks(tasks, 0), d.words
	if said := w.promisesOf(flat); said != "" {
		d.add(Paragraph{Text: said, Tone: Quiet, Heads: true})
	}
	for _, t := range tasks {
		d.toDo(t)
	}
	said := false
	for _, t := range flat {
		said = said || t.State != "" || t.Promise != nil
	}
	t := tableOf(w.task, len(flat), func(i int) (int, Line) { return flat[i].depth, d.task(flat[i].TaskMinutes) })
	t.addWritten(w.owners, d.written, func(i int) string { return w.agreed.answer(flat[i].TaskMinutes) })
	for i := range t.Heads[1:] {
		t.Heads[1+i].Names = true // who answers for the tasks
	}
	t.addWritten(w.due, d.written, func(i int) string { return w.term(flat[i].TaskMinutes) })
	if said {
		t.addTexts(w.state, func(i int) string { return w.became(flat[i].TaskMinutes) })
	}
	d.addTable(t.Table)
}

// task is a task with why it was moved or dropped, and what it comes from.
func (d *draft) task(m models.TaskMinutes) Line {
	l := Line{Text: m.Text, Lang: d.written}
	if m.Reason != "" {
		l.Remarks = append(l.Remarks, d.words.agreed.reason+": "+m.Reason)
	}
	if m.Promise != nil {
		l.Remarks, m.From = append(l.Remarks, d.words.promised(m)...), ""
	}
	l.Remarks = d.words.agreed.remarks(l.Remarks, m.Text, m.From, m.Note)
	return l
}

// answer says who answers for a task.
func (w agreedWords) answer(m models.TaskMinutes) string {
	return strings.Join(w.owners(m), ", ")
}

func (w agreedWords) owners(m models.TaskMinutes) []string {
	who := named(m.Owners)
	if m.Everyone {
		who = append(who, w.everyone)
	}
	return who
}

// term says until when: the day, and what people said.
func (w words) term(m models.TaskMinutes) string {
	day := ""
	if m.DueDate != "" {
		day = w.when(m.DueDate, "", "")
	}
	if day != "" && m.Due != "" {
		return day + " (" + m.Due + ")"
	}
	return day + m.Due
}

func (w words) stateWord(state models.TaskState) string {
	if state == "" {
		state = models.TaskOpen
	}
	if word, ok := w.states[state]; ok {
		return word
	}
	return string(state)
}
