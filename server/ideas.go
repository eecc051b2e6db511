package server

import (
	"context"

	"dilna/models"
)

// ideaStore is what the idea handlers need of the store.
type ideaStore interface {
	AddIdea(ctx context.Context, by models.Actor, key models.Key, step models.StepID, in models.NewIdea) (models.Idea, error)
	AddIdeas(ctx context.Context, by models.Actor, key models.Key, step models.StepID, in models.NewIdeas) error
	ChangeIdea(ctx context.Context, by models.Actor, key models.Key, id models.EntryID, change models.IdeaChange) (models.Idea, error)
}

func (s *Server) ideaRoutes() {
	within(s, created(op("addIdea", "POST /api/workshops/{w}/steps/{step}/ideas", "Add an idea")), contributors, s.addIdea)
	within(s, large(op("addIdeas", "POST /api/workshops/{w}/steps/{step}/ideas/together", "Add several ideas, all or none, as one entry of the history")), facilitators, s.addIdeas)
	within(s, large(op("changeIdea", "PATCH /api/workshops/{w}/ideas/{idea}", "Change an idea; participants the text of their own")), contributors, s.changeIdea)
}

type addIdeaInput struct {
	InWorkshop
	OfStep
	Keyed
	Body models.NewIdea
}

func (s *Server) addIdea(ctx context.Context, by models.Actor, in *addIdeaInput) (*Body[models.Idea], error) {
	return answer(s.store.AddIdea(ctx, by, in.Key, in.Step, in.Body))
}

type addIdeasInput struct {
	InWorkshop
	OfStep
	Keyed
	Body models.NewIdeas
}

func (s *Server) addIdeas(ctx context.Context, by models.Actor, in *addIdeasInput) (*Nothing, error) {
	return done(s.store.AddIdeas(ctx, by, in.Key, in.Step, in.Body))
}

type changeIdeaInput struct {
	InWorkshop
	Idea models.EntryID `path:"idea"`
	Keyed
	Body models.IdeaChange
}

func (s *Server) changeIdea(ctx context.Context, by models.Actor, in *changeIdeaInput) (*Body[models.Idea], error) {
	return answer(s.store.ChangeIdea(ctx, by, in.Key, in.Idea, in.Body))
}
