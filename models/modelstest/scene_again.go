package modelstest

import (
	"testing"

	"dilna/models"
	"dilna/models/workshopfile"
)

// again is the workshop once more, each way it can be: copied, started from a template
// of it, and read in from its file.
func (r *Scene) again(t *testing.T) map[string]models.WorkshopID {
	t.Helper()
	ctx, s := t.Context(), r.Store
	copied := models.NewCopy{ID: models.NewID[models.WorkshopID]()}
	_, err := s.CopyWorkshop(ctx, r.Facilitator, Key(), copied)
	must(t, err)
	template := models.NewTemplate{ID: models.NewID[models.TemplateID](), Name: "znovu"}
	_, err = s.SaveTemplate(ctx, r.Facilitator, Key(), template)
	must(t, err)
	started := models.NewWorkshop{ID: models.NewID[models.WorkshopID](), Template: template.ID}
	_, err = s.CreateWorkshop(ctx, r.Account, Key(), started)
	must(t, err)
	data, err := workshopfile.Encode(r.record(t))
	must(t, err)
	read, err := workshopfile.Decode(data)
	must(t, err)
	imported, err := s.Import(ctx, read)
	must(t, err)
	return map[string]models.WorkshopID{"the copy": copied.ID, "the template": started.ID, "the file": imported}
}
