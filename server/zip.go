package server

import (
	"archive/zip"
	"cmp"
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"dilna/models"
)

// maxZipped is how many workshops one download may be of: what an address can name.
const maxZipped = 200

func (s *Server) zipRoutes() {
	s.engine.GET("/api/library/minutes.zip", func(c *gin.Context) {
		ctx := c.Request.Context()
		by, err := s.callers.account(ctx, visitOf(ctx))
		if err == nil {
			err = s.sendZip(c, by)
		}
		if err != nil {
			s.refuse(c, err)
		}
	})
}

// sendZip sends the minutes of many workshops, one file each and format. Who
// may not run one of them is told so before anything is sent.
func (s *Server) sendZip(c *gin.Context, by models.Account) error {
	ctx := c.Request.Context()
	workshops, err := s.zipped(ctx, by, c.Query("workshops"))
	if err != nil {
		return err
	}
	renderers, err := s.chosen(c.Query("formats"))
	if err != nil {
		return err
	}
	if err := s.mustMake(ctx, workshops, renderers); err != nil {
		return err
	}
	c.Header("Content-Type", "application/zip")
	c.Header("Content-Disposition", `attachment; filename="dilna.zip"`)
	out := zip.NewWriter(c.Writer)
	names := map[string]int{}
	var damaged []models.WorkshopID
	for _, w := range workshops {
		writeWithin(c, minutesTime)
		switch err := s.zip(ctx, out, names, w, renderers); {
		case models.CodeOf(err) == models.CodeDamaged:
			_ = s.refusal(ctx, err) // logs it
			damaged = append(damaged, w)
		case err != nil:
			return s.breakOff(ctx, err)
		}
	}
	if err := s.sayMissing(ctx, out, damaged); err != nil {
		return s.breakOff(ctx, err)
	}
	if err := out.Close(); err != nil {
		return s.breakOff(ctx, err)
	}
	return nil
}

// sayMissing adds, where something is damaged, a file that says which workshops
// are not in the ZIP and why.
func (s *Server) sayMissing(ctx context.Context, out *zip.Writer, damaged []models.WorkshopID) error {
	if len(damaged) == 0 {
		return nil
	}
	said := wordsOf(visitOf(ctx).language)
	file, err := out.Create(said.missing + ".txt")
	if err != nil {
		return err
	}
	for _, id := range damaged {
		w, err := s.store.Workshop(ctx, id)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintln(file, calling(w.Head)); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(file, "\n%s\n", said.problems[models.CodeDamaged].detail)
	return err
}

// calling is what a workshop is known by in a list: its date, number, and title or
// group, as far as there are any.
func calling(head models.Head) string {
	number := ""
	if head.Number > 0 {
		number = fmt.Sprintf("%d.", head.Number)
	}
	parts := []string{head.Date, number, cmp.Or(head.Title, head.Group, head.Programme)}
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), " ")
}

// breakOff ends an answer that has begun, so that nobody takes half a file for
// a whole one.
func (s *Server) breakOff(ctx context.Context, err error) error {
	_ = s.refusal(ctx, err) // logs it
	panic(http.ErrAbortHandler)
}

// zipped are the workshops a query names, all of which the account may run.
func (s *Server) zipped(ctx context.Context, by models.Account, query string) ([]models.WorkshopID, error) {
	var ids []models.WorkshopID
	for _, id := range strings.Split(query, ",") {
		if !slices.Contains(ids, models.WorkshopID(id)) && id != "" {
			ids = append(ids, models.WorkshopID(id))
		}
	}
	if len(ids) == 0 || len(ids) > maxZipped {
		return nil, models.Fail(models.KindInvalid, models.CodeInvalid).
			AtField(models.Field{Name: "query:workshops", Reason: models.ReasonRange, Least: 1, Limit: maxZipped})
	}
	for _, id := range ids {
		if _, err := s.callers.store.RoleOf(ctx, by, id); err != nil {
			return nil, err
		}
	}
	return ids, nil
}

// chosen are the renderers of the formats a query names.
func (s *Server) chosen(query string) ([]Renderer, error) {
	var chosen []Renderer
	endings := strings.Split(query, ",")
	for _, renderer := range s.renderers {
		if slices.Contains(endings, renderer.Ending) {
			chosen = append(chosen, renderer)
		}
	}
	if len(chosen) == 0 {
		return nil, models.Fail(models.KindInvalid, models.CodeInvalid).At("query:formats", models.ReasonChoice)
	}
	return chosen, nil
}

// mustMake refuses, with `nothing-to-draw`, formats of which none of the
// workshops has anything.
func (s *Server) mustMake(ctx context.Context, workshops []models.WorkshopID, renderers []Renderer) error {
	if slices.ContainsFunc(renderers, func(r Renderer) bool { return r.Needs == nil }) {
		return nil
	}
	for _, w := range workshops {
		edition, err := s.store.NewestEdition(ctx, w)
		switch {
		case models.CodeOf(err) == models.CodeDamaged:
			continue // said in the ZIP
		case err != nil:
			return err
		}
		if slices.ContainsFunc(renderers, func(r Renderer) bool { return r.Makes(edition) }) {
			return nil
		}
	}
	return models.Fail(models.KindNotFound, models.CodeNothingToDraw)
}

// zip adds the minutes of one workshop, in a folder of their own where they
// come in several formats; names are those taken already.
func (s *Server) zip(ctx context.Context, out *zip.Writer, names map[string]int, w models.WorkshopID, renderers []Renderer) error {
	edition, err := s.store.NewestEdition(ctx, w)
	if err != nil {
		return err
	}
	edition = edition.Internal()
	name := edition.FileName()
	names[name]++
	if again := names[name]; again > 1 {
		name = fmt.Sprintf("%s-%d", name, again)
	}
	path := name
	if len(renderers) > 1 {
		path = name + "/" + name
	}
	for _, renderer := range renderers {
		if !renderer.Makes(edition) {
			continue
		}
		document, err := s.render(ctx, renderer, edition, s.renders)
		if err != nil {
			return err
		}
		file, err := out.Create(path + "." + renderer.Ending)
		if err != nil {
			return err
		}
		if _, err := file.Write(document); err != nil {
			return err
		}
	}
	return nil
}
