package server

import (
	"context"

	"dilna/models"
)

// stepStore is what the step and topic handlers need of the store.
type stepStore interface {
	AddStep(ctx context.Context, by models.Actor, key models.Key, in models.NewStep) (models.Step, error)
	ChangeStep(ctx context.Context, by models.Actor, key models.Key, id models.StepID, change models.StepChange) (models.Step, error)
	SetStepState(ctx context.Context, by models.Actor, key models.Key, id models.StepID, in models.StepMove) (models.Step, error)
	AddTopic(ctx context.Context, by models.Actor, key models.Key, step models.StepID, in models.NewTopic) (models.Topic, error)
	AddTopics(ctx context.Context, by models.Actor, key models.Key, step models.StepID, in models.NewTopics) error
	ChangeTopic(ctx context.Context, by models.Actor, key models.Key, id models.TopicID, change models.TopicChange) (models.Topic, error)
	PlanSteps(ctx context.Context, by models.Actor, key models.Key, in models.StepsPlan) error
}

// OfStep says which step a request is about.
type OfStep struct {
	Step models.StepID `path:"step"`
}

func (s *Server) stepRoutes() {
	within(s, created(op("addStep", "POST /api/workshops/{w}/steps", "Add a step to the agenda")), facilitators, s.addStep)
	within(s, large(op("changeStep", "PATCH /api/workshops/{w}/steps/{step}", "Change a step")), facilitators, s.changeStep)
	within(s, op("setStepState", "PUT /api/workshops/{w}/steps/{step}/state", "Open or close a step"), facilitators, s.setStepState)
	within(s, large(op("planSteps", "PUT /api/workshops/{w}/steps/together/minutes", "Say how long several steps should take, all or none, as one entry of the history")), facilitators, s.planSteps)
	within(s, created(op("addTopic", "POST /api/workshops/{w}/steps/{step}/topics", "Add a topic to a step")), contributors, s.addTopic)
	within(s, large(op("addTopics", "POST /api/workshops/{w}/steps/{step}/topics/together", "Add several topics, all or none, as one entry of the history")), facilitators, s.addTopics)
	within(s, op("changeTopic", "PATCH /api/workshops/{w}/topics/{topic}", "Reword a topic"), contributors, s.changeTopic)
}

type addStepInput struct {
	InWorkshop
	Keyed
	Body models.NewStep
}

func (s *Server) addStep(ctx context.Context, by models.Actor, in *addStepInput) (*Body[models.Step], error) {
	return answer(s.store.AddStep(ctx, by, in.Key, in.Body))
}

type changeStepInput struct {
	InWorkshop
	OfStep
	Keyed
	Body models.StepChange
}

func (s *Server) changeStep(ctx context.Context, by models.Actor, in *changeStepInput) (*Body[models.Step], error) {
	return answer(s.store.ChangeStep(ctx, by, in.Key, in.Step, in.Body))
}

type setStepStateInput struct {
	InWorkshop
	OfStep
	Keyed
	Body models.StepMove
}

func (s *Server) setStepState(ctx context.Context, by models.Actor, in *setStepStateInput) (*Body[models.Step], error) {
	return answer(s.store.SetStepState(ctx, by, in.Key, in.Step, in.Body))
}

type planStepsInput struct {
	InWorkshop
	Keyed
	Body models.StepsPlan
}

func (s *Server) planSteps(ctx context.Context, by models.Actor, in *planStepsInput) (*Nothing, error) {
	return done(s.store.PlanSteps(ctx, by, in.Key, in.Body))
}

type addTopicInput struct {
	InWorkshop
	OfStep
	Keyed
	Body models.NewTopic
}

func (s *Server) addTopic(ctx context.Context, by models.Actor, in *addTopicInput) (*Body[models.Topic], error) {
	return answer(s.store.AddTopic(ctx, by, in.Key, in.Step, in.Body))
}

type addTopicsInput struct {
	InWorkshop
	OfStep
	Keyed
	Body models.NewTopics
}

func (s *Server) addTopics(ctx context.Context, by models.Actor, in *addTopicsInput) (*Nothing, error) {
	return done(s.store.AddTopics(ctx, by, in.Key, in.Step, in.Body))
}

type changeTopicInput struct {
	InWorkshop
	Topic models.TopicID `path:"topic"`
	Keyed
	Body models.TopicChange
}

func (s *Server) changeTopic(ctx context.Context, by models.Actor, in *changeTopicInput) (*Body[models.Topic], error) {
	return answer(s.store.ChangeTopic(ctx, by, in.Key, in.Topic, in.Body))
}
