package server

import (
	"context"

	"dilna/models"
)

// feedbackStore is what the handlers of the feedback need of the store.
type feedbackStore interface {
	MyFeedback(ctx context.Context, by models.Actor, secret models.SeatSecret) (models.MyFeedback, error)
	AnswerFeedback(ctx context.Context, by models.Actor, secret models.SeatSecret, in models.MyFeedback) (models.MyFeedback, error)
	Feedback(ctx context.Context, by models.Actor) (models.FeedbackSummary, error)
	SetQuestions(ctx context.Context, by models.Actor, key models.Key, in models.NewQuestions) (models.FeedbackView, error)
	MoveFeedback(ctx context.Context, by models.Actor, key models.Key, in models.FeedbackMove) (models.FeedbackView, error)
	HideAnswer(ctx context.Context, by models.Actor, key models.Key, id string, hidden bool) error
	RemoveAnswer(ctx context.Context, by models.Actor, key models.Key, id string) error
}

func (s *Server) feedbackRoutes() {
	within(s, op("getMyFeedback", "GET /api/workshops/{w}/feedback/mine", "What I said of the workshop"), participants, s.myFeedback)
	within(s, op("answerFeedback", "PUT /api/workshops/{w}/feedback/mine", "Say what I think of the workshop, or say it otherwise"), participants, s.answerFeedback)
	within(s, op("getFeedback", "GET /api/workshops/{w}/feedback", "What people said of the workshop"), facilitators, s.feedback)
	within(s, op("setQuestions", "PUT /api/workshops/{w}/feedback/questions", "Say what people are asked about the workshop"), facilitators, s.setQuestions)
	within(s, op("moveFeedback", "PUT /api/workshops/{w}/feedback/state", "Open the feedback for another day, or close it at once"), facilitators, s.moveFeedback)
	within(s, op("hideAnswer", "PATCH /api/workshops/{w}/feedback/texts/{answer}", "Hide a text from the minutes, or show it again"), facilitators, s.hideAnswer)
	within(s, op("removeAnswer", "DELETE /api/workshops/{w}/feedback/texts/{answer}", "Take a text out for good"), facilitators, s.removeAnswer)
}

// seatSecret is what the device showed to be let to its seat.
func (v Visit) seatSecret(by models.Actor) models.SeatSecret {
	return models.SeatSecret(v.cookie(seatCookie(v.secure, by.Role, by.Workshop)))
}

type myFeedbackInput struct {
	Visit
	InWorkshop
}

func (s *Server) myFeedback(ctx context.Context, by models.Actor, in *myFeedbackInput) (*Body[models.MyFeedback], error) {
	return answer(s.store.MyFeedback(ctx, by, in.seatSecret(by)))
}

type answerFeedbackInput struct {
	Visit
	InWorkshop
	Body models.MyFeedback
}

func (s *Server) answerFeedback(ctx context.Context, by models.Actor, in *answerFeedbackInput) (*Body[models.MyFeedback], error) {
	return answer(s.store.AnswerFeedback(ctx, by, in.seatSecret(by), in.Body))
}

func (s *Server) feedback(ctx context.Context, by models.Actor, _ *InWorkshop) (*Body[models.FeedbackSummary], error) {
	return answer(s.store.Feedback(ctx, by))
}

type setQuestionsInput struct {
	InWorkshop
	Keyed
	Body models.NewQuestions
}

func (s *Server) setQuestions(ctx context.Context, by models.Actor, in *setQuestionsInput) (*Body[models.FeedbackView], error) {
	return answer(s.store.SetQuestions(ctx, by, in.Key, in.Body))
}

type moveFeedbackInput struct {
	InWorkshop
	Keyed
	Body models.FeedbackMove
}

func (s *Server) moveFeedback(ctx context.Context, by models.Actor, in *moveFeedbackInput) (*Body[models.FeedbackView], error) {
	return answer(s.store.MoveFeedback(ctx, by, in.Key, in.Body))
}

// OfAnswer says which text of the feedback a request is about.
type OfAnswer struct {
	Answer string `path:"answer" maxLength:"64"`
}

type hideAnswerInput struct {
	InWorkshop
	OfAnswer
	Keyed
	Body struct {
		Hidden bool `json:"hidden"`
	}
}

func (s *Server) hideAnswer(ctx context.Context, by models.Actor, in *hideAnswerInput) (*Nothing, error) {
	return done(s.store.HideAnswer(ctx, by, in.Key, in.Answer, in.Body.Hidden))
}

type removeAnswerInput struct {
	InWorkshop
	OfAnswer
	Keyed
}

func (s *Server) removeAnswer(ctx context.Context, by models.Actor, in *removeAnswerInput) (*Nothing, error) {
	return done(s.store.RemoveAnswer(ctx, by, in.Key, in.Answer))
}
