package store

import (
	"context"

	"dilna/models"
)

// SetPoint writes a point of the facilitators' own checklist; one that is not
// there yet is added. Facilitators only. Codes: `invalid`, `workshop-full`.
func (s *Store) SetPoint(ctx context.Context, by models.Actor, key models.Key, id models.PointID, change models.PointChange) (models.ChecklistPoint, error) {
	if err := firstOf(by.MustFacilitate(), models.CheckID("point", id), change.Check()); err != nil {
		return models.ChecklistPoint{}, err
	}
	return command(ctx, s, by, key, "set point "+string(id), change, func(t *tx) (models.ChecklistPoint, error) {
		w, err := t.workshop(by.Workshop)
		if err != nil {
			return models.ChecklistPoint{}, err
		}
		point, err := w.SetPoint(id, change)
		if err != nil {
			return point, err
		}
		return point, t.saveHead(&w)
	})
}

// RemovePoint takes a point off the checklist; one that is not there is off
// already. Facilitators only.
func (s *Store) RemovePoint(ctx context.Context, by models.Actor, key models.Key, id models.PointID) error {
	if err := by.MustFacilitate(); err != nil {
		return err
	}
	_, err := command(ctx, s, by, key, "remove point "+string(id), nil, func(t *tx) (struct{}, error) {
		w, err := t.workshop(by.Workshop)
		if err != nil {
			return struct{}{}, err
		}
		w.RemovePoint(id)
		return struct{}{}, t.saveHead(&w)
	})
	return err
}

// WallOpened says whether any screen has been made a wall of the workshop.
func (s *Store) WallOpened(ctx context.Context, w models.WorkshopID) (bool, error) {
	var walls int64
	err := s.readers.WithContext(ctx).Model(&models.Seat{}).
		Where("workshop_id = ? AND role = ? AND NOT removed", w, models.RoleWall).Count(&walls).Error
	return walls > 0, translate(err)
}
