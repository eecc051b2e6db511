package server

import (
	"context"

	"dilna/models"
)

// entryStore is what the handlers of entries need of the store.
type entryStore interface {
	AddEntry(ctx context.Context, by models.Actor, key models.Key, method models.Method, step models.StepID, in models.NewEntry) (models.Entry, error)
	AddEntries(ctx context.Context, by models.Actor, key models.Key, method models.Method, step models.StepID, in models.NewEntries) error
	ChangeEntry(ctx context.Context, by models.Actor, key models.Key, method models.Method, id models.EntryID, change models.EntryChange) (models.Entry, error)
}

// entryRoutes are the same for ideas, causes, decisions and tasks: the address
// says which.
func (s *Server) entryRoutes() {
	within(s, large(op("addIdeas", "POST /api/workshops/{w}/steps/{step}/ideas/together", "Add several ideas, all or none, as one entry of the history")), facilitators, s.addIdeas)
	s.routesOf(models.MethodCollect, contributors, "Idea", "Add an idea", "Change an idea; participants the text of their own")
	s.routesOf(models.MethodFishbone, contributors, "Cause", "Add a cause to a fishbone", "Reword or move a cause; participants reword their own")
	s.routesOf(models.MethodDecisions, facilitators, "Decision", "Add a decision, or a part of one", "Change or move a decision")
	s.routesOf(models.MethodTasks, facilitators, "Task", "Add a task, or a part of one", "Change or move a task")
}

func (s *Server) routesOf(method models.Method, who admission, name, adds, changes string) {
	called := string(method.Entries())
	within(s, created(op("add"+name, "POST /api/workshops/{w}/steps/{step}/"+called, adds)), who,
		func(ctx context.Context, by models.Actor, in *addEntryInput) (*Body[models.Entry], error) {
			return answer(s.store.AddEntry(ctx, by, in.Key, method, in.Step, in.Body))
		})
	within(s, large(op("change"+name, "PATCH /api/workshops/{w}/"+called+"/{row}", changes)), who,
		func(ctx context.Context, by models.Actor, in *changeEntryInput) (*Body[models.Entry], error) {
			return answer(s.store.ChangeEntry(ctx, by, in.Key, method, in.Row, in.Body))
		})
}

type addEntryInput struct {
	InWorkshop
	OfStep
	Keyed
	Body models.NewEntry
}

type addIdeasInput struct {
	InWorkshop
	OfStep
	Keyed
	Body models.NewEntries
}

func (s *Server) addIdeas(ctx context.Context, by models.Actor, in *addIdeasInput) (*Nothing, error) {
	return done(s.store.AddEntries(ctx, by, in.Key, models.MethodCollect, in.Step, in.Body))
}

type changeEntryInput struct {
	InWorkshop
	Row models.EntryID `path:"row"`
	Keyed
	Body models.EntryChange
}
