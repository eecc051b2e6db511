package modelstest

import (
	"slices"
	"testing"

	"dilna/models"
	"dilna/models/store"
)

// agreedContract is what holds of decisions and tasks besides what holds of all
// entries (docs/adr/0032).
var agreedContract = map[string]func(*testing.T, *store.Store){
	"a decision is made of an idea, decided, and told to everybody":            decisionOfIdea,
	"a task has owners, a term and a state, each of which can be undone":       taskChanged,
	"decisions and tasks nest, move and go with what is under them":            agreedTree,
	"who takes part reads what was agreed and writes none of it":               agreedReaders,
	"an entry has only what its method has room for, at every door":            methodRoom,
	"a wording that a decision was made of stands on its writer's phone":       wordingTakenOver,
	"what was agreed comes along to a copy, without what the meeting decided":  agreedCopied,
	"what was left out of the minutes says nothing more of a decision or task": agreedLeftOut,
}

// agree adds a decision or a task.
func (r *Scene) agree(t *testing.T, method models.Method, step models.StepID, in models.NewEntry) models.Entry {
	t.Helper()
	in.ID = models.NewID[models.EntryID]()
	entry, err := r.Store.AddEntry(t.Context(), r.Facilitator, Key(), method, step, in)
	must(t, err)
	return entry
}

func (r *Scene) record(t *testing.T) models.Minutes {
	t.Helper()
	m, err := r.Store.Minutes(t.Context(), r.ID)
	must(t, err)
	return m
}

func decisionOfIdea(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	ideas, decisions := r.Step(t, models.MethodCollect), r.Step(t, models.MethodDecisions)
	idea := r.Idea(t, ideas.ID, "málo peněz")
	decision := r.agree(t, models.MethodDecisions, decisions.ID, models.NewEntry{
		Text: "Požádáme kraj", From: &models.MadeOf{Entry: idea.ID, Text: "vymyšlené"}, Decision: models.Decision{Mover: "Eva"},
	})
	if decision.From.Text != "málo peněz" {
		t.Errorf("it was made of %+v", decision.From)
	}
	three, none := 3, 0
	how := models.DecidedByVotes
	_, err := s.ChangeEntry(t.Context(), r.Facilitator, Key(), models.MethodDecisions, decision.ID, models.EntryChange{How: &how, For: &three, Against: &none})
	must(t, err)
	got := r.record(t).Steps[1].Decisions[0]
	if got.Mover != "Eva" || *got.For != 3 || *got.Against != 0 || got.Abstain != nil || got.From != "málo peněz" {
		t.Errorf("the record says %+v", got)
	}
	how = models.DecidedByConsensus
	_, err = s.ChangeEntry(t.Context(), r.Facilitator, Key(), models.MethodDecisions, decision.ID, models.EntryChange{How: &how})
	must(t, err)
	if got := r.record(t).Steps[1].Decisions[0]; got.For != nil || got.How != models.DecidedByConsensus {
		t.Errorf("decided by consensus it says %+v", got)
	}
	if entry := r.newest(t); entry.Part != models.PartDecisions || entry.Done != models.DoneChanged || entry.Subject != "Požádáme kraj" {
		t.Errorf("the history says %+v", entry)
	}
	must(t, r.undo(t, r.newest(t)))
	if got := r.record(t).Steps[1].Decisions[0]; got.For == nil || *got.For != 3 {
		t.Errorf("undone it says %+v", got)
	}
	changes, err := s.Changes(t.Context(), r.ID, 0)
	must(t, err)
	for _, audience := range models.Audiences {
		view := changes.For(audience)
		if len(view.Decisions) != 1 || len(view.Ideas) != 1 || (view.Decisions[0].From.Text != "") != (audience == models.Facilitators) {
			t.Errorf("audience %d sees %+v", audience, view.EntriesByMethod)
		}
	}
}

func taskChanged(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	step := r.Step(t, models.MethodTasks)
	task := r.agree(t, models.MethodTasks, step.ID, models.NewEntry{Text: "Sehnat sál"})
	if task.State != models.TaskOpen {
		t.Errorf("a new task is %q", task.State)
	}
	owners, day, moved, reason, everyone := []string{"Jana", "Petr"}, "2027-01-15", models.TaskMoved, "není volno", true
	_, err := s.ChangeEntry(t.Context(), r.Facilitator, Key(), models.MethodTasks, task.ID,
		models.EntryChange{Owners: &owners, DueDate: &day, State: &moved, Reason: &reason, Everyone: &everyone})
	must(t, err)
	got := r.record(t).Steps[0].Tasks[0]
	if !slices.Equal(got.Owners, owners) || got.DueDate != day || got.State != moved || got.Reason != reason || !got.Everyone {
		t.Errorf("the record says %+v", got)
	}
	must(t, r.undo(t, r.newest(t)))
	if got := r.record(t).Steps[0].Tasks[0]; len(got.Owners) != 0 || got.DueDate != "" || got.State != models.TaskOpen || got.Reason != "" || got.Everyone {
		t.Errorf("undone it says %+v", got)
	}
	must(t, r.undo(t, r.newest(t)))
	done := models.TaskDone
	changed, err := s.ChangeEntry(t.Context(), r.Facilitator, Key(), models.MethodTasks, task.ID, models.EntryChange{State: &done})
	must(t, err)
	if changed.Reason != "" || changed.State != models.TaskDone {
		t.Errorf("a task that is done says why it was moved: %+v", changed.Task)
	}
	none := "30. února"
	_, err = s.ChangeEntry(t.Context(), r.Facilitator, Key(), models.MethodTasks, task.ID, models.EntryChange{DueDate: &none})
	want(t, err, models.CodeInvalid)
	_, err = s.AddEntry(t.Context(), r.Facilitator, Key(), models.MethodTasks, step.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Text: " "})
	want(t, err, models.CodeInvalid)
	text := "Sehnat větší sál"
	_, err = s.ChangeEntry(t.Context(), r.Facilitator, Key(), models.MethodTasks, task.ID,
		models.EntryChange{Text: &text, MadeFrom: models.MadeFrom{"text": "jiné"}})
	want(t, err, models.CodeChangedSince)
}

func agreedTree(t *testing.T, s *store.Store) {
	for _, method := range []models.Method{models.MethodDecisions, models.MethodTasks} {
		r := NewScene(t, s, 0)
		step := r.Step(t, method)
		top := r.agree(t, method, step.ID, models.NewEntry{Text: "celek"})
		part := r.agree(t, method, step.ID, models.NewEntry{Text: "část", Parent: top.ID})
		_, err := s.ChangeEntry(t.Context(), r.Facilitator, Key(), method, top.ID, models.EntryChange{Parent: &part.ID})
		want(t, err, models.CodeEntryCycle)
		first := 0
		other := r.agree(t, method, step.ID, models.NewEntry{Text: "první", Index: &first})
		must(t, s.Move(t.Context(), r.Facilitator, Key(), method.Entries(), string(top.ID), models.Placement{Index: 0}))
		must(t, s.Remove(t.Context(), r.Facilitator, Key(), method.Entries(), string(top.ID)))
		if said := texts(r.record(t).Steps[0]); !slices.Equal(said, []string{"první"}) {
			t.Errorf("%s: without the first it says %q", method, said)
		}
		must(t, s.Restore(t.Context(), r.Facilitator, Key(), method.Entries(), string(top.ID)))
		if said := texts(r.record(t).Steps[0]); !slices.Equal(said, []string{"celek", "část", "první"}) {
			t.Errorf("%s: brought back it says %q", method, said)
		}
		_, err = s.ChangeEntry(t.Context(), r.Facilitator, Key(), models.MethodCollect, other.ID, models.EntryChange{Text: new("jinak")})
		want(t, err, models.CodeNotFound)
	}
}

// texts are what a step's decisions and tasks say, each before its parts.
func texts(s models.StepMinutes) []string {
	var said []string
	var decisions func([]models.DecisionMinutes)
	decisions = func(all []models.DecisionMinutes) {
		for _, d := range all {
			said = append(said, d.Text)
			decisions(d.Decisions)
		}
	}
	var tasks func([]models.TaskMinutes)
	tasks = func(all []models.TaskMinutes) {
		for _, one := range all {
			said = append(said, one.Text)
			tasks(one.Tasks)
		}
	}
	decisions(s.Decisions)
	tasks(s.Tasks)
	return said
}

func agreedReaders(t *testing.T, s *store.Store) {
	for _, method := range []models.Method{models.MethodDecisions, models.MethodTasks} {
		r := NewScene(t, s, 1)
		step := r.Step(t, method)
		r.open(t, step.ID)
		entry := r.agree(t, method, step.ID, models.NewEntry{Text: "domluveno"})
		_, err := s.AddEntry(t.Context(), r.Seats[0], Key(), method, step.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Text: "a já"})
		want(t, err, models.CodeFacilitatorOnly)
		_, err = s.ChangeEntry(t.Context(), r.Seats[0], Key(), method, entry.ID, models.EntryChange{Text: new("jinak")})
		want(t, err, models.CodeNotYours)
		want(t, s.Remove(t.Context(), r.Seats[0], Key(), method.Entries(), string(entry.ID)), models.CodeNotYours)
	}
}

// methodRoom: members × methods, when an entry is added and when it is changed.
func methodRoom(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	done, yes, some := models.TaskDone, true, 1
	members := []struct {
		name    string
		add     models.NewEntry
		change  models.EntryChange
		belongs []models.Method
	}{
		{"chosen", models.NewEntry{}, models.EntryChange{Chosen: &yes}, []models.Method{models.MethodCollect}},
		{"hidden", models.NewEntry{}, models.EntryChange{Hidden: &yes}, []models.Method{models.MethodCollect}},
		{"for", models.NewEntry{Decision: models.Decision{For: &some}}, models.EntryChange{For: &some}, []models.Method{models.MethodDecisions}},
		{"mover", models.NewEntry{Decision: models.Decision{Mover: "Eva"}}, models.EntryChange{Mover: new("Eva")}, []models.Method{models.MethodDecisions}},
		{"state", models.NewEntry{Task: models.Task{State: done}}, models.EntryChange{State: &done}, []models.Method{models.MethodTasks}},
		{"owners", models.NewEntry{Task: models.Task{Owners: []string{"Jana"}}}, models.EntryChange{Owners: &[]string{"Jana"}}, []models.Method{models.MethodTasks}},
		{"note", models.NewEntry{Note: "pozn."}, models.EntryChange{Note: new("pozn.")}, []models.Method{models.MethodCollect, models.MethodFishbone, models.MethodDecisions, models.MethodTasks}},
	}
	for _, method := range []models.Method{models.MethodCollect, models.MethodFishbone, models.MethodDecisions, models.MethodTasks} {
		step := models.NewStep{ID: models.NewID[models.StepID](), Method: method, Heading: "KROK"}
		_, err := s.AddStep(t.Context(), r.Facilitator, Key(), step)
		must(t, err)
		entry := r.agree(t, method, step.ID, models.NewEntry{Text: "text"})
		for _, m := range members {
			code := models.ErrorCode("")
			if !slices.Contains(m.belongs, method) {
				code = models.CodeWrongMethod
			}
			m.add.ID, m.add.Text = models.NewID[models.EntryID](), "s tím"
			isAdded := m.add.Note != "" || m.add.Mover != "" || m.add.For != nil || m.add.State != "" || m.add.Owners != nil
			if _, err := s.AddEntry(t.Context(), r.Facilitator, Key(), method, step.ID, m.add); isAdded && models.CodeOf(err) != code {
				t.Errorf("%s added with %s: %v", method, m.name, err)
			}
			if _, err := s.ChangeEntry(t.Context(), r.Facilitator, Key(), method, entry.ID, m.change); models.CodeOf(err) != code {
				t.Errorf("%s of %s changed: %v", m.name, method, err)
			}
		}
	}
}

func wordingTakenOver(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	ideas, tasks := r.Step(t, models.MethodCollect), r.Step(t, models.MethodTasks)
	r.open(t, ideas.ID)
	idea := r.write(t, r.Seats[0], ideas.ID, "lavičky")
	task := r.agree(t, models.MethodTasks, tasks.ID, models.NewEntry{Text: "Lavičky", From: &models.MadeOf{Entry: idea.ID}})
	reword := func() error {
		_, err := s.ChangeEntry(t.Context(), r.Seats[0], Key(), models.MethodCollect, idea.ID, models.EntryChange{Text: new("stromy")})
		return err
	}
	want(t, reword(), models.CodeWordingStands)
	must(t, s.Remove(t.Context(), r.Facilitator, Key(), models.PartTasks, string(task.ID)))
	must(t, reword())
}

func agreedCopied(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	decisions, tasks := r.Step(t, models.MethodDecisions), r.Step(t, models.MethodTasks)
	r.agree(t, models.MethodDecisions, decisions.ID, models.NewEntry{Text: "Schvaluje"})
	r.agree(t, models.MethodTasks, tasks.ID, models.NewEntry{Text: "Podklady", Task: models.Task{Owners: []string{"Jana"}}})
	copied := models.Minutes{Steps: []models.StepMinutes{}}
	for _, full := range r.record(t).FullSteps() {
		copied.Steps = append(copied.Steps, full.Written().Parts)
	}
	if len(copied.Steps[0].Decisions) != 0 || len(copied.Steps[1].Tasks) != 1 || copied.Steps[1].Tasks[0].Owners[0] != "Jana" {
		t.Errorf("a copy goes on with %+v", copied.Steps)
	}
}

func agreedLeftOut(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	decisions, tasks := r.Step(t, models.MethodDecisions), r.Step(t, models.MethodTasks)
	decision := r.agree(t, models.MethodDecisions, decisions.ID, models.NewEntry{Text: "Schvaluje", Decision: models.Decision{Mover: "Eva", Result: "přijato"}})
	task := r.agree(t, models.MethodTasks, tasks.ID, models.NewEntry{Text: "Podklady", Task: models.Task{Owners: []string{"Jana"}, Due: "zítra"}})
	out := models.Edit{LeftOut: "na přání"}
	must(t, s.ChangeDraft(t.Context(), r.Facilitator, Key(), models.DraftChange{Edits: map[string]models.Edit{string(decision.ID): out, string(task.ID): out}}))
	edition, err := s.DraftEdition(t.Context(), r.ID)
	must(t, err)
	said := edition.Minutes
	if d := said.Steps[0].Decisions[0]; d.Mover != "" || d.Result != "" || d.Text == "Schvaluje" {
		t.Errorf("left out, the decision says %+v", d)
	}
	if u := said.Steps[1].Tasks[0]; len(u.Owners) != 0 || u.Due != "" || u.Text == "Podklady" {
		t.Errorf("left out, the task says %+v", u)
	}
}
