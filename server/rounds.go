package server

import (
	"context"

	"dilna/models"
)

// roundStore is what the handlers of rounds and ballots need of the store.
type roundStore interface {
	AddRound(ctx context.Context, by models.Actor, key models.Key, step models.StepID, in models.NewRound) (models.Round, error)
	ChangeRound(ctx context.Context, by models.Actor, key models.Key, id models.RoundID, change models.RoundChange) (models.Round, error)
	SetRoundState(ctx context.Context, by models.Actor, key models.Key, id models.RoundID, in models.RoundMove) (models.RoundView, error)
	TypeTotals(ctx context.Context, by models.Actor, key models.Key, id models.RoundID, totals models.TypedTotals) (models.RoundView, error)
	DrawLot(ctx context.Context, by models.Actor, key models.Key, id models.RoundID, in models.NewDraw) (models.RoundView, error)
	PaperBallots(ctx context.Context, by models.Actor, round models.RoundID) ([]models.PaperBallot, error)
	SetPaperBallot(ctx context.Context, by models.Actor, round models.RoundID, id models.BallotID, in models.SetPaperBallot) (models.PaperBallot, error)
	ListBallots(ctx context.Context, by models.Actor, round models.RoundID) (models.BallotList, error)
	CastBallot(ctx context.Context, by models.Actor, round models.RoundID, in models.CastBallot) (models.Ballot, error)
	PlaceDots(ctx context.Context, by models.Actor, round models.RoundID, idea models.EntryID, dots models.SetDots) (models.DotsPlaced, error)
}

// OfRound says which round a request is about.
type OfRound struct {
	Round models.RoundID `path:"round"`
}

func (s *Server) roundRoutes() {
	within(s, created(op("addRound", "POST /api/workshops/{w}/steps/{step}/rounds", "Prepare a round of voting")), contributors, s.addRound)
	within(s, op("changeRound", "PATCH /api/workshops/{w}/rounds/{round}", "Change a round's label, its rule while it is prepared, or its limits while people vote"), facilitators, s.changeRound)
	within(s, op("setRoundState", "PUT /api/workshops/{w}/rounds/{round}/state", "Open or close a round"), contributors, s.setRoundState)
	within(s, large(op("typeTotals", "PUT /api/workshops/{w}/rounds/{round}/totals", "Type in what was counted on paper; closes the round, again corrects it")), facilitators, s.typeTotals)
	within(s, large(op("drawLot", "POST /api/workshops/{w}/rounds/{round}/draws", "Have a lot decide the order of those that share a place; once and for all")), facilitators, s.drawLot)
	within(s, op("listPaperBallots", "GET /api/workshops/{w}/rounds/{round}/paper", "The paper ballots entered so far, while the round is open"), facilitators, s.listPaperBallots)
	within(s, large(op("setPaperBallot", "PUT /api/workshops/{w}/rounds/{round}/paper/{ballot}", "Enter, correct or, without votes, take back a whole paper ballot")), facilitators, s.setPaperBallot)
	within(s, op("listBallots", "GET /api/workshops/{w}/rounds/{round}/ballots", "Every ballot of a closed round, nobody's, with its receipt: five or more"), contributors, s.listBallots)
	within(s, large(op("castBallot", "PUT /api/workshops/{w}/rounds/{round}/ballot/mine", "Say all that I say in a round")), participants, s.castBallot)
	within(s, deprecated(op("placeDots", "PUT /api/workshops/{w}/rounds/{round}/ideas/{idea}/dots/mine", "Say how many of my dots lie on an idea: for phones loaded before castBallot")), participants, s.placeDots)
}

type addRoundInput struct {
	InWorkshop
	OfStep
	Keyed
	Body models.NewRound
}

func (s *Server) addRound(ctx context.Context, by models.Actor, in *addRoundInput) (*Body[models.Round], error) {
	return answer(s.store.AddRound(ctx, by, in.Key, in.Step, in.Body))
}

type changeRoundInput struct {
	InWorkshop
	OfRound
	Keyed
	Body models.RoundChange
}

func (s *Server) changeRound(ctx context.Context, by models.Actor, in *changeRoundInput) (*Body[models.Round], error) {
	return answer(s.store.ChangeRound(ctx, by, in.Key, in.Round, in.Body))
}

type setRoundStateInput struct {
	InWorkshop
	OfRound
	Keyed
	Body models.RoundMove
}

func (s *Server) setRoundState(ctx context.Context, by models.Actor, in *setRoundStateInput) (*Body[models.RoundView], error) {
	return answer(s.store.SetRoundState(ctx, by, in.Key, in.Round, in.Body))
}

type typeTotalsInput struct {
	InWorkshop
	OfRound
	Keyed
	Body models.TypedTotals
}

func (s *Server) typeTotals(ctx context.Context, by models.Actor, in *typeTotalsInput) (*Body[models.RoundView], error) {
	return answer(s.store.TypeTotals(ctx, by, in.Key, in.Round, in.Body))
}

type drawLotInput struct {
	InWorkshop
	OfRound
	Keyed
	Body models.NewDraw
}

func (s *Server) drawLot(ctx context.Context, by models.Actor, in *drawLotInput) (*Body[models.RoundView], error) {
	return answer(s.store.DrawLot(ctx, by, in.Key, in.Round, in.Body))
}

type listPaperBallotsInput struct {
	InWorkshop
	OfRound
}

func (s *Server) listPaperBallots(ctx context.Context, by models.Actor, in *listPaperBallotsInput) (*Body[[]models.PaperBallot], error) {
	return answer(s.store.PaperBallots(ctx, by, in.Round))
}

type setPaperBallotInput struct {
	InWorkshop
	OfRound
	Ballot models.BallotID `path:"ballot" doc:"an id the client makes"`
	Body   models.SetPaperBallot
}

func (s *Server) setPaperBallot(ctx context.Context, by models.Actor, in *setPaperBallotInput) (*Body[models.PaperBallot], error) {
	return answer(s.store.SetPaperBallot(ctx, by, in.Round, in.Ballot, in.Body))
}

type listBallotsInput struct {
	InWorkshop
	OfRound
}

func (s *Server) listBallots(ctx context.Context, by models.Actor, in *listBallotsInput) (*Body[models.BallotList], error) {
	return answer(s.store.ListBallots(ctx, by, in.Round))
}

type castBallotInput struct {
	InWorkshop
	OfRound
	Body models.CastBallot
}

func (s *Server) castBallot(ctx context.Context, by models.Actor, in *castBallotInput) (*Body[models.Ballot], error) {
	return answer(s.store.CastBallot(ctx, by, in.Round, in.Body))
}

type placeDotsInput struct {
	InWorkshop
	OfRound
	Idea models.EntryID `path:"idea"`
	Body models.SetDots
}

func (s *Server) placeDots(ctx context.Context, by models.Actor, in *placeDotsInput) (*Body[models.DotsPlaced], error) {
	return answer(s.store.PlaceDots(ctx, by, in.Round, in.Idea, in.Body))
}
