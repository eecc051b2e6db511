package server

import (
	"context"

	"dilna/models"
)

// templateStore is what the template handlers need of the store.
type templateStore interface {
	Templates(ctx context.Context, by models.Account, lang string) ([]models.Template, error)
	SaveTemplate(ctx context.Context, by models.Actor, key models.Key, in models.NewTemplate) (models.Template, error)
	RenameTemplate(ctx context.Context, by models.Account, id models.TemplateID, change models.TemplateChange) (models.Template, error)
	RemoveTemplate(ctx context.Context, by models.Account, id models.TemplateID) error
}

// OfTemplate says which of one's own templates a request is about.
type OfTemplate struct {
	Template models.TemplateID `path:"template"`
}

func (s *Server) templateRoutes() {
	signedIn(s, op("listTemplates", "GET /api/templates", "The caller's own templates, the newest first, then the built-in ones, the one to offer first at the front"), s.listTemplates)
	signedIn(s, op("renameTemplate", "PATCH /api/templates/{template}", "Rename a template of one's own"), s.renameTemplate)
	signedIn(s, op("removeTemplate", "DELETE /api/templates/{template}", "Remove a template of one's own; one that is not there is removed already"), s.removeTemplate)
	within(s, created(op("saveTemplate", "POST /api/workshops/{w}/template", "Save the agenda, without its content, as a template of one's own")), facilitators, s.saveTemplate)
}

type listTemplatesInput struct {
	Lang string `query:"lang" enum:"cs,en" default:"cs"`
}

func (s *Server) listTemplates(ctx context.Context, by models.Account, in *listTemplatesInput) (*Body[[]models.Template], error) {
	return answer(s.store.Templates(ctx, by, in.Lang))
}

type renameTemplateInput struct {
	OfTemplate
	Body models.TemplateChange
}

func (s *Server) renameTemplate(ctx context.Context, by models.Account, in *renameTemplateInput) (*Body[models.Template], error) {
	return answer(s.store.RenameTemplate(ctx, by, in.Template, in.Body))
}

func (s *Server) removeTemplate(ctx context.Context, by models.Account, in *OfTemplate) (*Nothing, error) {
	return done(s.store.RemoveTemplate(ctx, by, in.Template))
}

type saveTemplateInput struct {
	InWorkshop
	Keyed
	Body models.NewTemplate
}

func (s *Server) saveTemplate(ctx context.Context, by models.Actor, in *saveTemplateInput) (*Body[models.Template], error) {
	return answer(s.store.SaveTemplate(ctx, by, in.Key, in.Body))
}
