package exports

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"dilna/models"
)

// essenceFrom is from how many pages on the essence of minutes stands before them:
// shorter ones are read whole as fast.
const essenceFrom = 8

// The essence is read on one page, so it leaves out what are too many: then nobody
// could say which of them matter.
const (
	decisionsMost = 10
	tasksMost     = 10
	votesMost     = 4 // steps that were voted on
	placesMost    = 3
	sharedMost    = 5   // ideas of the first places, where some are shared
	essenceText   = 220 // letters of a text
)

// essenceWords head the parts of the essence.
type essenceWords struct{ title, decided, tasks string }

// essence gathers what is said before long minutes: what was decided, who does what
// until when, what had the most votes.
type essence struct {
	decisions, tasks []Bullet
	votes            []voteEssence
}

// voteEssence are the first places of a step.
type voteEssence struct {
	heading Heading
	places  []Bullet
}

func (e *essence) decide(decision Bullet) {
	e.decisions = append(e.decisions, essentialWith(decision))
}

// essentialWith is a bullet with those under it, likewise.
func essentialWith(b Bullet) Bullet {
	return Bullet{Line: essential(b.Line).Line, Bullets: each(b.Bullets, essentialWith)}
}

// essential is a line without what hangs on it, cut where it is long.
func essential(l Line) Bullet {
	l.Text, _, _ = strings.Cut(l.Text, "\n")
	if utf8.RuneCountInString(l.Text) > essenceText {
		cut := string([]rune(l.Text)[:essenceText])
		for space := strings.LastIndexByte(cut, ' '); space > 0; space = strings.LastIndexByte(cut, ' ') {
			if cut = cut[:space]; !alone(cut[strings.LastIndexByte(cut, ' ')+1:]) {
				break
			}
		}
		l.Text, l.Bold = strings.TrimRight(cut, " ,;:–")+" …", nil
	}
	l.Remarks, l.Voted = nil, nil
	return Bullet{Line: l}
}

// toDo adds a task that is still to be done, with who does it and until when.
func (d *draft) toDo(t models.TaskMinutes) {
	if isOver(t.State) {
		return
	}
	l := Line{Text: t.Text, Lang: d.written}
	l.Word = strings.Join(named([]string{d.words.agreed.answer(t), d.words.term(t)}), ", ")
	d.essence.tasks = append(d.essence.tasks, essential(l))
}

// isOver says whether nothing is left to be done of a task.
func isOver(state models.TaskState) bool {
	return state == models.TaskDone || state == models.TaskDropped
}

// firstPlaces adds the first places of the round that decides a step, or of the last
// combination it is in.
func (d *draft) firstPlaces(p *printing, heading string) {
	if len(p.rounds) == 0 {
		return
	}
	r := p.rounds[p.decides()]
	t, label := p.standing(r), r.Label
	if c := p.step.CombinationOf(r.index); c != nil {
		t, label = d.combination(p.step, *c), combinationSaid[d.words.tongue].titled(c.Label)
	}
	by := slices.IndexFunc(t.Heads, func(h TableHead) bool { return h.Bars })
	heading += " (" + cmp.Or(strings.TrimSpace(label), t.Heads[by].Text) + ")"
	var places []Bullet
	for i, row := range t.Rows {
		count := row.Cells[by].Count
		if i > 0 && row.Cells[0].Text == t.Rows[i-1].Cells[0].Text { // it shares the place of the one before
			places = append(places, placeOf(row, by))
			continue
		}
		if i >= placesMost || count == nil || *count <= 0 {
			break
		}
		places = append(places, placeOf(row, by))
	}
	if len(places) > 0 && len(places) <= sharedMost {
		d.essence.votes = append(d.essence.votes, voteEssence{Heading{Level: 2, Text: heading, Lang: mixed(d.written)}, places})
	}
}

// placeOf is an idea with its place, and what it has it by.
func placeOf(row TableRow, by int) Bullet {
	l := row.Cells[1]
	l.Number, l.Word = row.Cells[0].Text, row.Cells[by].Text
	return essential(l)
}

// blocks are the essence as it stands before the minutes; none where there is
// nothing of it.
func (e essence) blocks(w words) []Block {
	var blocks []Block
	if n := len(e.decisions); n > 0 && n <= decisionsMost {
		blocks = append(blocks, Heading{Level: 2, Text: w.essence.decided}, List{Bullets: e.decisions})
	}
	if n := len(e.tasks); n > 0 && n <= tasksMost {
		blocks = append(blocks, Heading{Level: 2, Text: w.essence.tasks}, List{Bullets: e.tasks})
	}
	if len(e.votes) <= votesMost {
		for _, v := range e.votes {
			blocks = append(blocks, v.heading, List{Bullets: v.places})
		}
	}
	if len(blocks) > 0 {
		blocks = slices.Insert(blocks, 0, Block(Heading{Level: 1, Text: w.essence.title}))
	}
	return blocks
}

// tasksByOwner adds the appendix of what is still to be done by who does it, where
// tasks are many and several answer for them: each finds hers.
func (d *draft) tasksByOwner(steps []models.StepMinutes) {
	owned := d.owned(steps)
	owners := map[string]bool{}
	for _, o := range owned {
		owners[o.owner] = true
	}
	if len(owned) < ownedLeast || len(owners) < 2 {
		return
	}
	slices.SortStableFunc(owned, func(a, b ownedTask) int { return cmp.Compare(a.first, b.first) })
	d.add(Heading{Level: 1, Text: d.words.tasksByOwner})
	for len(owned) > 0 {
		n := slices.IndexFunc(owned, func(o ownedTask) bool { return o.owner != owned[0].owner })
		if n < 0 {
			n = len(owned)
		}
		d.add(d.tasksOf(owned[:n]))
		owned = owned[n:]
	}
}

// tasksOf is a table of the tasks of one of those who answer for them, whose name is its
// head: it is repeated on each page.
func (d *draft) tasksOf(owned []ownedTask) Table {
	t := tableOf(owned[0].owner, len(owned), func(i int) (int, Line) { return 0, Line{Text: owned[i].Text, Lang: d.written} })
	t.Heads[0].Lang = d.written
	t.add(TableHead{Text: d.words.due, Wide: dueWide}, func(i int) string { return d.words.term(owned[i].TaskMinutes) })
	return t.Table
}

const dueWide = 42.0 // millimetres: "15 September 2026" in the letters of an office

// ownedLeast is from how many tasks on the appendix is of use.
const ownedLeast = 6

// ownedTask is a task under one of those who answer for it.
type ownedTask struct {
	models.TaskMinutes
	owner string
	first int // which of the owners, as they come
}

// owned are the tasks that are still to be done, once for each who answers.
func (d *draft) owned(steps []models.StepMinutes) []ownedTask {
	var owned []ownedTask
	first := map[string]int{}
	for _, s := range steps {
		for _, t := range flatTasks(s.Tasks, 0) {
			if isOver(t.State) {
				continue
			}
			for _, owner := range d.words.agreed.owners(t.TaskMinutes) {
				if _, known := first[owner]; !known {
					first[owner] = len(first)
				}
				owned = append(owned, ownedTask{t.TaskMinutes, owner, first[owner]})
			}
		}
	}
	return owned
}
