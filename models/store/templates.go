package store

import (
	"context"

	"gorm.io/gorm"

	"dilna/models"
)

// Templates are the account's own ones, the newest first, and the built-in
// ones in the language.
func (s *Store) Templates(ctx context.Context, by models.Account, lang string) ([]models.Template, error) {
	var own []models.Template
	err := s.readers.WithContext(ctx).Where("account_id = ?", by.ID).Order("created DESC, id").Find(&own).Error
	if err != nil {
		return nil, translate(err)
	}
	for i := range own {
		own[i] = own[i].Described()
	}
	return append(own, models.Templates(lang)...), nil
}

// SaveTemplate keeps the agenda of a workshop, without its content, as a
// template of the caller's own. Facilitators only. Codes: `invalid`, `id-taken`.
func (s *Store) SaveTemplate(ctx context.Context, by models.Actor, key models.Key, in models.NewTemplate) (models.Template, error) {
	if err := firstOf(by.MustFacilitate(), in.Check()); err != nil {
		return models.Template{}, err
	}
	return command(ctx, s, by, key, "save template", in, func(t *tx) (models.Template, error) {
		w, steps, err := t.fullSteps(by.Workshop)
		if err != nil {
			return models.Template{}, err
		}
		divisions, err := divisionsOf(t.db, by.Workshop)
		if err != nil {
			return models.Template{}, err
		}
		template := models.Template{
			ID: in.ID, AccountID: by.Account, Name: in.Name, Language: w.Head.Language, Points: w.PointTexts(), Feedback: w.OwnQuestions(), Created: s.now().UnixMilli(),
			Divisions: models.AgendaOf(divisions), Admission: &w.Admission,
			Agenda: []models.FullStep{}, // one without steps, too
		}
		for _, full := range steps {
			template.Agenda = append(template.Agenda, full.Agenda())
		}
		return template.Described(), t.db.Create(&template).Error
	})
}

// RenameTemplate gives one of the account's own templates another name. Codes:
// `invalid`, `not-found`.
func (s *Store) RenameTemplate(ctx context.Context, by models.Account, id models.TemplateID, change models.TemplateChange) (models.Template, error) {
	var template models.Template
	if err := change.Check(); err != nil {
		return template, err
	}
	err := s.writer.do(ctx, common, func(t *tx) error {
		var err error
		if template, err = ownTemplate(t.db, by.ID, id); err != nil {
			return err
		}
		template.Name = change.Name
		return t.db.Model(&models.Template{}).Where("id = ?", id).Update("name", change.Name).Error
	})
	return template.Described(), err
}

// RemoveTemplate removes one of the account's own templates; what is not there
// is removed already. Workshops made from it stay.
func (s *Store) RemoveTemplate(ctx context.Context, by models.Account, id models.TemplateID) error {
	return s.writer.do(ctx, common, func(t *tx) error {
		return t.db.Where("id = ? AND account_id = ?", id, by.ID).Delete(&models.Template{}).Error
	})
}

func ownTemplate(db *gorm.DB, account models.AccountID, id models.TemplateID) (models.Template, error) {
	var template models.Template
	err := db.Where("id = ? AND account_id = ?", id, account).Take(&template).Error
	return template, err
}

// template is what a new workshop is made from: one of the account's own
// templates, else a built-in one. Code `invalid` where it is neither.
func (s *Store) template(ctx context.Context, by models.Account, id models.TemplateID, lang string) (models.Template, error) {
	if models.CheckID("template", id) != nil {
		return models.TemplateByID(id, lang)
	}
	template, err := ownTemplate(s.readers.WithContext(ctx), by.ID, id)
	if models.CodeOf(translate(err)) == models.CodeNotFound {
		return template, unknown("template")
	}
	return template, translate(err)
}
