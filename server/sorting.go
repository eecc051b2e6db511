package server

import (
	"context"

	"dilna/models"
)

// sortingStore is what making ideas one, and telling them apart, needs of the store.
type sortingStore interface {
	Merge(ctx context.Context, by models.Actor, key models.Key, into models.EntryID, in models.MergedIdeas) (models.Entry, error)
	Merged(ctx context.Context, by models.Actor, into models.EntryID) (models.MergedOnes, error)
	TakeOut(ctx context.Context, by models.Actor, key models.Key, id models.EntryID) (models.Entry, error)
	Alike(ctx context.Context, by models.Actor, step models.StepID, across bool) (models.AlikePairs, error)
	SetDifferent(ctx context.Context, by models.Actor, key models.Key, id models.EntryID, from models.DifferentIdea) error
}

// OfIdea says which idea a request is about.
type OfIdea struct {
	Idea models.EntryID `path:"idea"`
}

func (s *Server) sortingRoutes() {
	within(s, op("mergeIdeas", "POST /api/workshops/{w}/ideas/{idea}/merged", "Make ideas part of another; their wording stays readable in it"), facilitators, s.mergeIdeas)
	within(s, op("getMerged", "GET /api/workshops/{w}/ideas/{idea}/merged", "The ideas that were merged into one"), facilitators, s.getMerged)
	within(s, op("takeOutIdea", "POST /api/workshops/{w}/ideas/{idea}/take-out", "Make a merged idea one by itself again"), facilitators, s.takeOutIdea)
	within(s, op("getAlike", "GET /api/workshops/{w}/steps/{step}/alike", "Pairs of ideas that may say the same, the likest first"), facilitators, s.getAlike)
	within(s, op("setDifferent", "PUT /api/workshops/{w}/ideas/{idea}/different", "Say that two ideas are not the same"), facilitators, s.setDifferent)
}

type mergeIdeasInput struct {
	InWorkshop
	OfIdea
	Keyed
	Body models.MergedIdeas
}

func (s *Server) mergeIdeas(ctx context.Context, by models.Actor, in *mergeIdeasInput) (*Body[models.Entry], error) {
	return answer(s.store.Merge(ctx, by, in.Key, in.Idea, in.Body))
}

type getMergedInput struct {
	InWorkshop
	OfIdea
}

func (s *Server) getMerged(ctx context.Context, by models.Actor, in *getMergedInput) (*Body[models.MergedOnes], error) {
	return answer(s.store.Merged(ctx, by, in.Idea))
}

type takeOutIdeaInput struct {
	InWorkshop
	OfIdea
	Keyed
}

func (s *Server) takeOutIdea(ctx context.Context, by models.Actor, in *takeOutIdeaInput) (*Body[models.Entry], error) {
	return answer(s.store.TakeOut(ctx, by, in.Key, in.Idea))
}

type getAlikeInput struct {
	InWorkshop
	OfStep
	Across bool `query:"across" doc:"also pairs of different topics"`
}

func (s *Server) getAlike(ctx context.Context, by models.Actor, in *getAlikeInput) (*Body[models.AlikePairs], error) {
	return answer(s.store.Alike(ctx, by, in.Step, in.Across))
}

type setDifferentInput struct {
	InWorkshop
	OfIdea
	Keyed
	Body models.DifferentIdea
}

func (s *Server) setDifferent(ctx context.Context, by models.Actor, in *setDifferentInput) (*Nothing, error) {
	return done(s.store.SetDifferent(ctx, by, in.Key, in.Idea, in.Body))
}
