package server

import (
	"context"
	"io"
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"

	"dilna/models"
)

// promiseStore is what promises need of the store.
type promiseStore interface {
	OfferedPromises(ctx context.Context, by models.Actor) (models.Promises, error)
	AddPromises(ctx context.Context, by models.Actor, key models.Key, in models.NewPromises) (models.Step, error)
	Story(ctx context.Context, by models.Actor, task models.EntryID) (models.Story, error)
	Promises(ctx context.Context, by models.Account, q models.PromiseQuery) (models.PromisePage, error)
	PromiseList(ctx context.Context, by models.Account, q models.PromiseQuery) (models.PromiseList, error)
}

// PromiseRenderer writes a list of promises in one format.
type PromiseRenderer struct {
	Ending      string
	ContentType string
	Render      func(ctx context.Context, l models.PromiseList, w io.Writer) error
}

func (s *Server) promiseRoutes() {
	signedIn(s, op("listPromises", "GET /api/promises", "What was promised in the caller's workshops, each as it stands in the newest of them, late ones first"), s.promises)
	within(s, op("offerPromises", "GET /api/workshops/{w}/promises", "What earlier workshops of the group promised and is still to be done"), facilitators, s.offerPromises)
	within(s, created(large(op("addPromises", "POST /api/workshops/{w}/promises", "Go on with promises: a step of tasks at the beginning of the agenda, all or none, as one entry of the history"))), facilitators, s.addPromises)
	within(s, op("getStory", "GET /api/workshops/{w}/tasks/{task}/story", "What became of a task through the workshops, oldest first"), facilitators, s.story)
	s.promiseFileRoutes()
}

// promiseFileRoutes: what the list looks for, the download looks for.
func (s *Server) promiseFileRoutes() {
	s.engine.GET("/api/promises/file", func(c *gin.Context) {
		ctx := c.Request.Context()
		by, err := s.callers.account(ctx, visitOf(ctx))
		if err == nil {
			err = s.sendPromises(c, by)
		}
		if err != nil {
			s.refuse(c, err)
		}
	})
}

// sendPromises sends a list of promises in the format and the language asked for.
func (s *Server) sendPromises(c *gin.Context, by models.Account) error {
	ctx := c.Request.Context()
	at := slices.IndexFunc(s.promised, func(r PromiseRenderer) bool { return r.Ending == c.Query("format") })
	if at < 0 {
		return models.Fail(models.KindInvalid, models.CodeInvalid).At("query:format", models.ReasonChoice)
	}
	list, err := s.store.PromiseList(ctx, by, models.PromiseQuery{
		Programme: c.Query("programme"), Group: c.Query("group"), Owner: c.Query("owner"), Due: models.DueFilter(c.Query("due")), State: c.Query("state"),
	})
	if err != nil {
		return err
	}
	list.Language = visitOf(ctx).language.String()
	if lang := c.Query("lang"); lang == "cs" || lang == "en" {
		list.Language = lang
	}
	writeWithin(c, minutesTime)
	file, err := made(ctx, s.renders, func(w io.Writer) error { return s.promised[at].Render(ctx, list, w) })
	if err != nil {
		return err
	}
	c.Header("Content-Disposition", `attachment; filename="`+list.FileName()+`.`+s.promised[at].Ending+`"`)
	c.Data(http.StatusOK, s.promised[at].ContentType, file)
	return nil
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
