package modelstest

import (
	"slices"

	"pgregory.net/rapid"

	"dilna/models"
)

// promised is a task of an earlier meeting, and what became of it here.
type promised struct {
	from    models.GoingOn
	here    models.EntryID // the row that stands here; empty: none does
	dropped []models.EntryID
}

// promise makes the earlier meeting with two tasks.
func (m *machine) promise() {
	earlier := NewScene(m.tb, m.scene.Store, 0)
	step := earlier.Step(m.tb, models.MethodTasks)
	for _, text := range []string{"zpráva", "sál"} {
		task, err := m.scene.Store.AddEntry(m.ctx, earlier.Facilitator, Key(), models.MethodTasks, step.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Text: text})
		must(m.tb, err)
		m.promised = append(m.promised, &promised{from: models.GoingOn{Workshop: earlier.ID, Entry: task.ID}})
	}
}

// GoOn has the facilitator go on with a task of the earlier meeting.
func (m *machine) GoOn(t *rapid.T) {
	p := rapid.SampledFrom(m.promised).Draw(t, "promise")
	task := p.from
	task.ID = models.NewID[models.EntryID]()
	in := models.NewPromises{Step: models.NewID[models.StepID](), Heading: "Slíbili jsme", Tasks: []models.GoingOn{task}}
	add := func() error {
		_, err := m.scene.Store.AddPromises(m.ctx, m.scene.Facilitator, Key(), in)
		return err
	}
	if p.here != "" {
		m.told(models.CodePromiseHere, 0, add)
		return
	}
	m.told("", 1, add)
	p.here = task.ID
}

// notHere are the tasks that do not go on here.
func (m *machine) notHere() (tasks []models.GoingOn) {
	for _, p := range m.promised {
		if p.here == "" {
			task := p.from
			task.ID = models.NewID[models.EntryID]()
			tasks = append(tasks, task)
		}
	}
	return tasks
}

// DropTask removes a task that goes on here.
func (m *machine) DropTask(t *rapid.T) {
	p := rapid.SampledFrom(m.promised).Draw(t, "promise")
	if p.here == "" {
		t.Skip("none goes on")
	}
	m.told("", 1, func() error {
		return m.scene.Store.Remove(m.ctx, m.scene.Facilitator, Key(), models.PartTasks, string(p.here))
	})
	p.dropped, p.here = append(p.dropped, p.here), ""
}

// RestoreTask brings one back, unless it has come again meanwhile.
func (m *machine) RestoreTask(t *rapid.T) {
	p := rapid.SampledFrom(m.promised).Draw(t, "promise")
	if len(p.dropped) == 0 {
		t.Skip("none was dropped")
	}
	i := rapid.IntRange(0, len(p.dropped)-1).Draw(t, "row")
	restore := func() error {
		return m.scene.Store.Restore(m.ctx, m.scene.Facilitator, Key(), models.PartTasks, string(p.dropped[i]))
	}
	if p.here != "" {
		m.told(models.CodePromiseHere, 0, restore)
		return
	}
	m.told("", 1, restore)
	p.here = p.dropped[i]
	p.dropped = slices.Delete(p.dropped, i, i+1)
}

// checkPromises: each stands here once or not at all, and as the reference says.
func (m *machine) checkPromises() {
	changes, err := m.scene.Store.Changes(m.ctx, m.scene.ID, 0)
	must(m.tb, err)
	for _, p := range m.promised {
		var rows []models.EntryID
		for _, task := range changes.Tasks {
			if !task.Removed && task.First.Entry == p.from.Entry {
				rows = append(rows, task.ID)
			}
		}
		if p.here == "" && len(rows) > 0 || p.here != "" && !slices.Equal(rows, []models.EntryID{p.here}) {
			m.tb.Fatalf("the promise %s stands here as %v, not as %q", p.from.Entry, rows, p.here)
		}
	}
}
