package server

import (
	"context"

	"dilna/models"
)

// promiseStore is what promises need of the store.
type promiseStore interface {
	OfferedPromises(ctx context.Context, by models.Actor) (models.Promises, error)
	AddPromises(ctx context.Context, by models.Actor, key models.Key, in models.NewPromises) (models.Step, error)
	Story(ctx context.Context, by models.Actor, task models.EntryID) (models.Story, error)
	Promises(ctx context.Context, by models.Account, q models.PromiseQuery) (models.PromisePage, error)
}

func (s *Server) promiseRoutes() {
	signedIn(s, op("listPromises", "GET /api/promises", "What was promised in the caller's workshops, each as it stands in the newest of them, late ones first"), s.promises)
	within(s, op("offerPromises", "GET /api/workshops/{w}/promises", "What earlier workshops of the group promised and is still to be done"), facilitators, s.offerPromises)
	within(s, created(large(op("addPromises", "POST /api/workshops/{w}/promises", "Go on with promises: a step of tasks at the beginning of the agenda, all or none, as one entry of the history"))), facilitators, s.addPromises)
	within(s, op("getStory", "GET /api/workshops/{w}/tasks/{task}/story", "What became of a task through the workshops, oldest first"), facilitators, s.story)
}

type promisesInput struct {
	models.PromiseQuery
}

func (s *Server) promises(ctx context.Context, by models.Account, in *promisesInput) (*Body[models.PromisePage], error) {
	return answer(s.store.Promises(ctx, by, in.PromiseQuery))
}

func (s *Server) offerPromises(ctx context.Context, by models.Actor, _ *InWorkshop) (*Body[models.Promises], error) {
	return answer(s.store.OfferedPromises(ctx, by))
}

type addPromisesInput struct {
	InWorkshop
	Keyed
	Body models.NewPromises
}

func (s *Server) addPromises(ctx context.Context, by models.Actor, in *addPromisesInput) (*Body[models.Step], error) {
	return answer(s.store.AddPromises(ctx, by, in.Key, in.Body))
}

type storyInput struct {
	InWorkshop
	Task models.EntryID `path:"task"`
}

func (s *Server) story(ctx context.Context, by models.Actor, in *storyInput) (*Body[models.Story], error) {
	return answer(s.store.Story(ctx, by, in.Task))
}
