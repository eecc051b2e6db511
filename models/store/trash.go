package store

import (
	"context"

	"dilna/models"
)

// RemoveWorkshop takes a whole workshop out of everybody's sight;
// RestoreWorkshop brings it back, until models.TrashTime has passed.
// Whoever may run it may; for others it is `not-found`. One that is removed
// already stays so. Code `workshop-open` while people are in it.
func (s *Store) RemoveWorkshop(ctx context.Context, by models.Account, key models.Key, id models.WorkshopID) error {
	actor := models.Actor{Role: by.Role, Account: by.ID, Workshop: id}
	_, err := ending(ctx, s, actor, key, "remove workshop", nil, func(t *tx) (none, error) {
		var w models.Workshop
		switch err := visible(t.db, by).Where("id = ?", id).Take(&w).Error; {
		case err != nil || w.RemovedAt != 0:
			return none{}, err
		case w.State == models.WorkshopOpen:
			return none{}, models.Fail(models.KindConflict, models.CodeWorkshopOpen)
		}
		w.RemovedAt = s.now().UnixMilli()
		t.after = append(t.after, func() error { s.LookSeatsUp(w.ID); return nil })
		return none{}, firstOf(t.saveHead(&w), s.emptyTrash(t))
	})
	return err
}

// emptyTrash removes for good what was removed long ago.
func (s *Store) emptyTrash(t *tx) error {
	before := s.now().Add(-models.TrashTime).UnixMilli()
	var old []models.WorkshopID
	err := t.db.Model(&models.Workshop{}).Where("removed_at > 0 AND removed_at < ?", before).Pluck("id", &old).Error
	if err != nil || len(old) == 0 {
		return err
	}
	for _, w := range old {
		t.after = append(t.after, func() error { s.finder.forget(w); return nil })
	}
	return firstOf(t.db.Where("id IN ?", old).Delete(&models.Workshop{}).Error, s.eraseAfter(t))
}

// RestoreWorkshop brings a removed workshop back as it was. Whoever might run
// it may; for others it is `not-found`.
func (s *Store) RestoreWorkshop(ctx context.Context, by models.Account, key models.Key, id models.WorkshopID) error {
	actor := models.Actor{Role: by.Role, Account: by.ID, Workshop: id}
	_, err := command(ctx, s, actor, key, "restore workshop", nil, func(t *tx) (none, error) {
		var w models.Workshop
		if err := visible(t.db, by).Where("id = ?", id).Take(&w).Error; err != nil || w.RemovedAt == 0 {
			return none{}, err
		}
		w.RemovedAt = 0
		return none{}, t.saveHead(&w)
	})
	return err
}
