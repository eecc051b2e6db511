package modelstest

import (
	"slices"
	"testing"

	"dilna/models"
	"dilna/models/store"
)

// promiseContract is what holds of tasks that go on from workshop to workshop
// (docs/adr/0037).
var promiseContract = map[string]func(*testing.T, *store.Store){
	"the next meeting begins with what is still to be done, and the last one stays as it was":  promisesGoOn,
	"a promise stands in a workshop once, whichever door it comes by":                          promiseOnce,
	"what was promised in workshops that are not hers nobody goes on with, and nobody is told": promisesOfOthers,
	"the page of promises has each once, late ones first, and none of rehearsals or the trash": promisesPage,
	"the next meeting takes along promises, the best, whole steps, names and a day":            luggageUnpacked,
	"a promise outlives the workshops it has stood in":                                         promiseOutlives,
}

// meeting is another workshop of the group on that day, open, with its scene.
func (r *Scene) meeting(t *testing.T, day string) *Scene {
	t.Helper()
	next := NewScene(t, r.Store, 0)
	group := "Sociální služby"
	_, err := r.Store.ChangeHead(t.Context(), next.Facilitator, Key(), models.HeadChange{Group: &group, Date: &day, Title: new("Jednání " + day)})
	must(t, err)
	return next
}

// promise adds a task.
func (r *Scene) promise(t *testing.T, text string, task models.Task) models.Entry {
	t.Helper()
	return r.agree(t, models.MethodTasks, r.Step(t, models.MethodTasks).ID, models.NewEntry{Text: text, Task: task})
}

// tasks are those of the workshop.
func (r *Scene) tasks(t *testing.T) []models.Entry {
	t.Helper()
	changes, err := r.Store.Changes(t.Context(), r.ID, 0)
	must(t, err)
	return slices.DeleteFunc(changes.Tasks, func(e models.Entry) bool { return e.Removed })
}

func (r *Scene) offered(t *testing.T) []models.Promise {
	t.Helper()
	offered, err := r.Store.OfferedPromises(t.Context(), r.Facilitator)
	must(t, err)
	return offered.Promises
}

// goOn has the workshop go on with a task of another.
func (r *Scene) goOn(t *testing.T, tasks ...models.Entry) (models.Step, error) {
	t.Helper()
	in := models.NewPromises{Step: models.NewID[models.StepID](), Heading: "Minule jsme slíbili"}
	for _, task := range tasks {
		in.Tasks = append(in.Tasks, models.GoingOn{ID: models.NewID[models.EntryID](), Workshop: task.WorkshopID, Entry: task.ID})
	}
	return r.Store.AddPromises(t.Context(), r.Facilitator, Key(), in)
}

func (r *Scene) settle(t *testing.T, task models.EntryID, change models.EntryChange) {
	t.Helper()
	_, err := r.Store.ChangeEntry(t.Context(), r.Facilitator, Key(), models.MethodTasks, task, change)
	must(t, err)
}

func promisesGoOn(t *testing.T, s *store.Store) {
	first := NewScene(t, s, 0).meeting(t, "2026-01-10")
	step := first.Step(t, models.MethodTasks)
	report := first.agree(t, models.MethodTasks, step.ID, models.NewEntry{Text: "Zpráva", Task: models.Task{Owners: []string{"Jana"}, Due: "do jara", DueDate: "2026-03-01"}})
	part := first.agree(t, models.MethodTasks, step.ID, models.NewEntry{Text: "Tabulka", Parent: report.ID})
	done := first.agree(t, models.MethodTasks, step.ID, models.NewEntry{Text: "Hotovo", Task: models.Task{State: models.TaskDone}})
	before, err := s.Minutes(t.Context(), first.ID)
	must(t, err)

	second := first.meeting(t, "2026-02-10")
	second.Step(t, models.MethodCollect)
	offered := second.offered(t)
	if len(offered) != 2 || offered[0].Task != report.ID || offered[0].First.ID != first.ID || offered[0].Passed != 1 {
		t.Fatalf("offered are %+v, and %s is done", offered, done.Text)
	}
	made, err := second.goOn(t, part, report) // in whatever order
	must(t, err)
	tasks := second.tasks(t)
	if len(tasks) != 2 || tasks[0].Text != "Zpráva" || tasks[1].ParentID != tasks[0].ID || tasks[0].Owners[0] != "Jana" || tasks[0].State != models.TaskOpen {
		t.Fatalf("the second meeting begins with %+v", tasks)
	}
	changes, err := s.Changes(t.Context(), second.ID, 0)
	must(t, err)
	if changes.Steps[0].ID != made.ID || made.State != models.StepWaiting || len(second.offered(t)) != 0 {
		t.Errorf("the agenda begins with %+v; offered are still %+v", changes.Steps[0], second.offered(t))
	}
	second.settle(t, tasks[0].ID, models.EntryChange{Text: new("Zpráva pro kraj"), State: new(models.TaskMoved), Reason: new("čeká se na data"), DueDate: new("2026-04-01")})
	second.settle(t, tasks[1].ID, models.EntryChange{State: new(models.TaskDone)})

	third := first.meeting(t, "2026-03-10")
	if _, err = third.goOn(t, report); models.CodeOf(err) != models.CodePromiseGoneOn {
		t.Errorf("what has gone on goes on from where it was: %v", err)
	}
	if _, err = third.goOn(t, tasks[1]); models.CodeOf(err) != models.CodePromiseSettled {
		t.Errorf("what is done goes on: %v", err)
	}
	all := models.NewPromises{Step: models.NewID[models.StepID](), Heading: "Co zbývá", All: true}
	_, err = s.AddPromises(t.Context(), third.Facilitator, Key(), all)
	must(t, err)
	said := third.record(t).Steps[0].Tasks[0]
	want := models.PromiseMinutes{
		First: models.Meeting{Name: "Jednání 2026-01-10", Date: "2026-01-10"}, Last: models.Meeting{Name: "Jednání 2026-02-10", Date: "2026-02-10"},
		Due: "do jara", DueDate: "2026-04-01", Passed: 3,
	}
	if said.Promise == nil || *said.Promise != want || said.From != "Zpráva pro kraj" {
		t.Errorf("the minutes of the third meeting say %+v of %+v", said.Promise, said)
	}
	story, err := s.Story(t.Context(), third.Facilitator, third.tasks(t)[0].ID)
	must(t, err)
	if len(story.Story) != 3 || story.Story[0].Text != "Zpráva" || story.Story[1].Reason != "čeká se na data" || story.Story[2].State != models.TaskOpen {
		t.Errorf("its story is %+v", story.Story)
	}
	after, err := s.Minutes(t.Context(), first.ID)
	must(t, err)
	if len(after.Steps[0].Tasks) != 2 || after.Steps[0].Tasks[0].Text != before.Steps[0].Tasks[0].Text || after.Steps[0].Tasks[0].State != models.TaskOpen {
		t.Errorf("the minutes of the first meeting now say %+v", after.Steps[0].Tasks)
	}
}

func promiseOnce(t *testing.T, s *store.Store) {
	first := NewScene(t, s, 0).meeting(t, "2026-01-10")
	task := first.promise(t, "Zpráva", models.Task{})
	second := first.meeting(t, "2026-02-10")
	in := models.NewPromises{Step: models.NewID[models.StepID](), Heading: "Slíbili jsme", Tasks: []models.GoingOn{
		{ID: models.NewID[models.EntryID](), Workshop: first.ID, Entry: task.ID},
	}}
	key := Key()
	for range 2 { // the first answer may have been lost
		_, err := s.AddPromises(t.Context(), second.Facilitator, key, in)
		must(t, err)
	}
	into := second.Step(t, models.MethodTasks)
	from := &models.MadeOf{Workshop: first.ID, Entry: task.ID}
	again := func() error {
		_, err := s.AddEntry(t.Context(), second.Facilitator, Key(), models.MethodTasks, into.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Text: "Znovu", From: from})
		return err
	}
	_, err := second.goOn(t, task)
	want(t, err, models.CodePromiseHere)
	want(t, again(), models.CodePromiseHere)
	want(t, s.Bring(t.Context(), second.Facilitator, Key(), into.ID, models.Bringing{
		Workshop: first.ID, Entries: []models.Brought{{ID: models.NewID[models.EntryID](), Entry: task.ID}},
	}), models.CodePromiseHere)
	if tasks := second.tasks(t); len(tasks) != 1 {
		t.Fatalf("refused, it left %+v", tasks)
	}

	gone := second.tasks(t)[0]
	must(t, s.Remove(t.Context(), second.Facilitator, Key(), models.PartTasks, string(gone.ID)))
	removal, err := s.History(t.Context(), second.Facilitator, 0, 1)
	must(t, err)
	must(t, again())
	want(t, s.Restore(t.Context(), second.Facilitator, Key(), models.PartTasks, string(gone.ID)), models.CodePromiseHere)
	want(t, s.Undo(t.Context(), second.Facilitator, Key(), removal.Entries[0].Revision), models.CodePromiseHere)
	must(t, s.Remove(t.Context(), second.Facilitator, Key(), models.PartTasks, string(second.tasks(t)[0].ID)))
	must(t, s.Undo(t.Context(), second.Facilitator, Key(), removal.Entries[0].Revision))

	whole, err := s.History(t.Context(), second.Facilitator, 0, 100)
	must(t, err)
	made := slices.IndexFunc(whole.Entries, func(e models.HistoryEntry) bool { return e.Subject == "Slíbili jsme" })
	if made < 0 {
		t.Fatalf("the history says nothing of it: %+v", whole.Entries)
	}
}

func promisesOfOthers(t *testing.T, s *store.Store) {
	first := NewScene(t, s, 0).meeting(t, "2026-01-10")
	task := first.promise(t, "Zpráva", models.Task{})
	second := first.meeting(t, "2026-02-10")
	stranger := secondAccount(t, s)
	must(t, s.Grant(t.Context(), models.Actor{Role: models.RoleCoordinator, Workshop: second.ID}, Key(), stranger.ID))
	hers := *second
	hers.Facilitator = models.Actor{Role: models.RoleFacilitator, Account: stranger.ID, Workshop: second.ID}
	if offered := hers.offered(t); len(offered) != 0 {
		t.Errorf("she is offered %+v", offered)
	}
	_, err := hers.goOn(t, task)
	want(t, err, models.CodeNotFound)
	_, err = second.goOn(t, task)
	must(t, err)
	story, err := s.Story(t.Context(), hers.Facilitator, second.tasks(t)[0].ID)
	must(t, err)
	if len(story.Story) != 1 || story.Story[0].Workshop.ID != second.ID {
		t.Errorf("she reads of %+v", story.Story)
	}
	page, err := s.Promises(t.Context(), stranger, models.PromiseQuery{})
	must(t, err)
	if page.Total != 1 || page.Promises[0].First.ID != "" || page.Promises[0].Passed != 2 {
		t.Errorf("her page has %+v", page.Promises)
	}
}

// secondAccount makes a facilitator who runs nothing yet.
func secondAccount(t *testing.T, s *store.Store) models.Account {
	t.Helper()
	link := models.Link{Hash: string(Key()), Purpose: models.LinkInvitation, Role: models.RoleFacilitator, Expires: 1 << 50}
	must(t, s.AddLink(t.Context(), link))
	login := string(Key())
	account, err := s.AddAccount(t.Context(), link.Hash, models.Account{ID: models.NewID[models.AccountID](), Name: "Eva", Login: login, PasswordHash: "-"})
	must(t, err)
	return account
}

func promisesPage(t *testing.T, s *store.Store) {
	first := NewScene(t, s, 0).meeting(t, "2026-01-10")
	step := first.Step(t, models.MethodTasks)
	add := func(text string, task models.Task) models.Entry {
		return first.agree(t, models.MethodTasks, step.ID, models.NewEntry{Text: text, Task: task})
	}
	add("Někdy", models.Task{Due: "na jaře", Everyone: true})
	add("Později", models.Task{DueDate: "2199-01-01", Owners: []string{"Eva"}})
	late := add("Pozdě", models.Task{DueDate: "2001-01-01", Owners: []string{"Jana", "Eva"}})
	add("Hotovo", models.Task{DueDate: "2000-01-01", State: models.TaskDone, Owners: []string{"Ivo"}})
	removed := add("Odebráno", models.Task{})
	must(t, s.Remove(t.Context(), first.Facilitator, Key(), models.PartTasks, string(removed.ID)))
	rehearsal := models.NewCopy{ID: models.NewID[models.WorkshopID](), Rehearsal: true}
	_, err := s.CopyWorkshop(t.Context(), first.Facilitator, Key(), rehearsal)
	must(t, err)
	played := Scene{Store: s, ID: rehearsal.ID, Facilitator: models.Actor{Role: models.RoleFacilitator, Account: first.Account.ID, Workshop: rehearsal.ID}}
	played.promise(t, "Nanečisto", models.Task{})
	_, err = played.goOn(t, late) // plays with it, and takes nothing away
	must(t, err)
	_, err = first.goOn(t, played.tasks(t)[0])
	want(t, err, models.CodeInvalid)

	look := func(q models.PromiseQuery, texts ...string) models.PromisePage {
		t.Helper()
		page, err := s.Promises(t.Context(), first.Account, q)
		must(t, err)
		var got []string
		for _, p := range page.Promises {
			got = append(got, p.Text)
		}
		if !slices.Equal(got, texts) || page.Total != len(texts) {
			t.Errorf("%+v finds %q, not %q", q, got, texts)
		}
		return page
	}
	page := look(models.PromiseQuery{}, "Pozdě", "Později", "Někdy")
	if !page.Promises[0].Late || page.Promises[1].Late || !slices.Equal(page.Owners, []string{"Eva", "Jana"}) || !slices.Equal(page.Groups, []string{"Sociální služby"}) {
		t.Errorf("the page is %+v", page)
	}
	look(models.PromiseQuery{State: "all"}, "Pozdě", "Hotovo", "Později", "Někdy")
	look(models.PromiseQuery{Owner: "Jana"}, "Pozdě")
	look(models.PromiseQuery{Due: models.DueLate}, "Pozdě")
	look(models.PromiseQuery{Due: models.DueMonth}, "Pozdě")
	look(models.PromiseQuery{Due: models.DueNone}, "Někdy")
	look(models.PromiseQuery{Group: "Jiná"})

	second := first.meeting(t, "2026-02-10")
	_, err = second.goOn(t, late)
	must(t, err)
	second.settle(t, second.tasks(t)[0].ID, models.EntryChange{Text: new("Co nejdřív")})
	look(models.PromiseQuery{}, "Co nejdřív", "Později", "Někdy")
	_, err = s.SetWorkshopState(t.Context(), second.Facilitator, Key(), models.WorkshopMove{State: models.WorkshopEnded})
	must(t, err)
	must(t, s.RemoveWorkshop(t.Context(), first.Account, Key(), second.ID))
	look(models.PromiseQuery{}, "Pozdě", "Později", "Někdy")
}

func luggageUnpacked(t *testing.T, s *store.Store) {
	before := NewScene(t, s, 0).meeting(t, "2025-12-10")
	before.promise(t, "Dávno slíbeno", models.Task{})
	r := before.meeting(t, "2026-01-10")
	came := 14
	_, err := s.ChangeHead(t.Context(), r.Facilitator, Key(), models.HeadChange{Attendance: &models.Attendance{
		Participants: &came, Present: []string{"Jana"}, Excused: []string{"Ivo"}, Guests: []string{"Kraj"},
	}})
	must(t, err)
	ideas, whole := r.Step(t, models.MethodCollect), r.Step(t, models.MethodCollect)
	topic, err := s.AddTopic(t.Context(), r.Facilitator, Key(), ideas.ID, models.NewTopic{ID: models.NewID[models.TopicID](), Heading: "Kraj"})
	must(t, err)
	chosen, plain := r.Idea(t, ideas.ID, "vybraný"), r.Idea(t, ideas.ID, "přidaný")
	r.Idea(t, ideas.ID, "nevybraný")
	_, err = s.ChangeEntry(t.Context(), r.Facilitator, Key(), models.MethodCollect, chosen.ID, models.EntryChange{Chosen: new(true), Topic: &topic.ID})
	must(t, err)
	kept := r.Idea(t, whole.ID, "celý krok")
	tasks := r.Step(t, models.MethodTasks)
	r.agree(t, models.MethodTasks, tasks.ID, models.NewEntry{Text: "Nově slíbeno"})
	r.agree(t, models.MethodTasks, tasks.ID, models.NewEntry{Text: "Splněno", Task: models.Task{State: models.TaskDone}})

	in := models.NewCopy{ID: models.NewID[models.WorkshopID](), Bring: models.Luggage{
		Promises:   &models.NewPromises{Step: models.NewID[models.StepID](), Heading: "Slíbili jsme", All: true},
		Best:       &models.NewBest{Steps: []models.StepID{ideas.ID}, By: models.BestByChosen},
		Entries:    []models.BroughtAlong{{ID: models.NewID[models.EntryID](), Entry: plain.ID, Step: whole.ID}},
		Steps:      []models.StepID{whole.ID, tasks.ID},
		Attendance: true, Date: "2026-02-10",
	}}
	key := Key()
	for range 2 {
		_, err = s.CopyWorkshop(t.Context(), r.Facilitator, key, in)
		must(t, err)
	}
	next := Scene{Store: s, ID: in.ID, Account: r.Account, Facilitator: models.Actor{Role: models.RoleFacilitator, Account: r.Account.ID, Workshop: in.ID}}
	changes, err := s.Changes(t.Context(), in.ID, 0)
	must(t, err)
	head := changes.Workshop.Head
	if head.Date != "2026-02-10" || !slices.Equal(head.Attendance.Present, []string{"Jana", "Ivo"}) || len(head.Attendance.Guests) != 1 || head.Attendance.Participants != nil {
		t.Errorf("the head of the next meeting is %+v, %+v", head, head.Attendance)
	}
	said := map[string]models.Entry{}
	for _, entry := range slices.Concat(changes.Ideas, changes.Tasks) {
		if _, twice := said[entry.Text]; twice {
			t.Errorf("%s came twice", entry.Text)
		}
		said[entry.Text] = entry
	}
	if len(said) != 5 || said["vybraný"].TopicID == "" || said["přidaný"].StepID != said["celý krok"].StepID {
		t.Errorf("along came %+v", said)
	}
	for text, of := range map[string]models.Entry{"vybraný": chosen, "přidaný": plain, "celý krok": kept} {
		if from := said[text].From; from.Workshop != r.ID || from.Entry != of.ID || from.Text != text || from.Date != "2026-01-10" {
			t.Errorf("%s comes from %+v", text, from)
		}
	}
	if d := said["Dávno slíbeno"]; d.Passed != 2 || d.From.Workshop != before.ID || d.StepID != changes.Steps[0].ID || said["Nově slíbeno"].StepID != d.StepID {
		t.Errorf("the promises are %+v", changes.Tasks)
	}
	in = models.NewCopy{ID: models.NewID[models.WorkshopID](), Rehearsal: true, Bring: models.Luggage{Attendance: true}}
	_, err = s.CopyWorkshop(t.Context(), r.Facilitator, Key(), in)
	want(t, err, models.CodeInvalid)
	if page, err := s.Promises(t.Context(), next.Account, models.PromiseQuery{}); err != nil || page.Total != 2 {
		t.Errorf("promised are %+v, %v", page, err)
	}
}

func promiseOutlives(t *testing.T, s *store.Store) {
	var last models.Entry
	var scenes []*Scene
	r := NewScene(t, s, 0)
	for i, day := range []string{"2026-01-10", "2026-02-10", "2026-03-10"} {
		scenes = append(scenes, r.meeting(t, day))
		if i == 0 {
			last = scenes[0].promise(t, "Zpráva", models.Task{})
			continue
		}
		_, err := scenes[i].goOn(t, last)
		must(t, err)
		last = scenes[i].tasks(t)[0]
	}
	middle := scenes[1]
	_, err := s.SetWorkshopState(t.Context(), middle.Facilitator, Key(), models.WorkshopMove{State: models.WorkshopEnded})
	must(t, err)
	must(t, s.RemoveWorkshop(t.Context(), r.Account, Key(), middle.ID))
	page, err := s.Promises(t.Context(), r.Account, models.PromiseQuery{})
	must(t, err)
	if page.Total != 1 || page.Promises[0].Workshop.ID != scenes[2].ID || page.Promises[0].Passed != 3 || page.Promises[0].First.ID != scenes[0].ID {
		t.Errorf("without the meeting in between the page has %+v", page.Promises)
	}
	story, err := s.Story(t.Context(), scenes[2].Facilitator, last.ID)
	must(t, err)
	if len(story.Story) != 2 {
		t.Errorf("the story is %+v", story.Story)
	}
}
