package store

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"dilna/models"
)

// Library is one page of the workshops the account may run, and fit the query;
// of others it says nothing, not even what groups they are of.
func (s *Store) Library(ctx context.Context, by models.Account, q models.LibraryQuery) (models.Library, error) {
	if err := q.Check(); err != nil {
		return models.Library{}, err
	}
	l := models.Library{Page: q.Page, Workshops: []models.LibraryEntry{}, Programmes: []string{}, Groups: []string{}}
	err := s.read(ctx, func(db *gorm.DB) error {
		ids, err := s.lookUp(db, by, q)
		if err != nil {
			return err
		}
		l.Total = len(ids)
		l.Pages = (l.Total + models.PerPage - 1) / models.PerPage
		from := min((q.Page-1)*models.PerPage, l.Total)
		if l.Workshops, err = entries(db, ids[from:min(from+models.PerPage, l.Total)]); err != nil {
			return err
		}
		return firstOf(facet(db, by, "programme", &l.Programmes), facet(db, by, "group_name", &l.Groups))
	})
	if words := models.Wanted(q.Text); len(words) > 0 {
		for i, entry := range l.Workshops {
			l.Workshops[i].Found = s.finder.where(entry.ID, words)
		}
	}
	return l, err
}

// lookUp is which workshops fit, in the order asked for.
func (s *Store) lookUp(db *gorm.DB, by models.Account, q models.LibraryQuery) ([]models.WorkshopID, error) {
	query := visible(db.Model(&models.Workshop{}), by)
	removed := "removed_at = 0"
	if q.Removed {
		removed = "removed_at > 0"
	}
	query = query.Where(removed)
	for column, value := range map[string]string{"programme": q.Programme, "group_name": q.Group, "state": string(q.State)} {
		if value != "" {
			query = query.Where(column+" = ?", value)
		}
	}
	if q.Minutes != "" {
		query = query.Where("COALESCE("+newestState+", 'draft') = ?", q.Minutes)
	}
	var all []shelved
	if err := query.Select("id, revision, state, date, created").Find(&all).Error; err != nil {
		return nil, err
	}
	slices.SortFunc(all, func(a, b shelved) int {
		return q.Order.Compare(a.Shelved, b.Shelved)
	})
	if words := models.Wanted(q.Text); len(words) > 0 {
		return s.finder.find(db, all, words)
	}
	ids := make([]models.WorkshopID, len(all))
	for i, w := range all {
		ids[i] = w.ID
	}
	return ids, nil
}

// newestState is, in SQL, the state of the newest version of the minutes.
const newestState = "(SELECT e.state FROM editions e WHERE e.workshop_id = workshops.id ORDER BY e.version DESC LIMIT 1)"

// entries are the workshops as the library shows them, in the order of ids.
func entries(db *gorm.DB, ids []models.WorkshopID) ([]models.LibraryEntry, error) {
	var workshops []models.Workshop
	if err := db.Where("id IN ?", ids).Find(&workshops).Error; err != nil {
		return nil, err
	}
	var granted []struct {
		WorkshopID models.WorkshopID
		Name       string
	}
	err := db.Table("grants").Joins("JOIN accounts ON accounts.id = grants.account_id").Where("workshop_id IN ?", ids).
		Select("workshop_id, name").Order("name").Find(&granted).Error
	if err != nil {
		return nil, err
	}
	var versions []struct {
		WorkshopID models.WorkshopID
		Version    int
		State      models.MinutesState
	}
	err = db.Table("editions").Select("workshop_id, version, state").Where("workshop_id IN ?", ids).Order("version").Find(&versions).Error
	if err != nil {
		return nil, err
	}
	byID := map[models.WorkshopID]*models.LibraryEntry{}
	for _, w := range workshops {
		h := w.Head
		byID[w.ID] = &models.LibraryEntry{
			Called: models.Called{ID: w.ID, Programme: h.Programme, Group: h.Group, Number: h.Number, Title: h.Title, Date: h.Date},
			State:  w.State, Place: h.Place, RemovedAt: w.RemovedAt, Facilitators: []string{},
			Minutes: models.MinutesDraft, Rehearsal: w.RehearsalOf != "",
		}
	}
	for _, v := range versions {
		byID[v.WorkshopID].Minutes, byID[v.WorkshopID].Version = v.State, v.Version
	}
	for _, g := range granted {
		byID[g.WorkshopID].Facilitators = append(byID[g.WorkshopID].Facilitators, g.Name)
	}
	list := make([]models.LibraryEntry, len(ids))
	for i, id := range ids {
		list[i] = *byID[id]
	}
	return list, nil
}

// facet is every value of a column among what the account may see.
func facet(db *gorm.DB, by models.Account, column string, values *[]string) error {
	return visible(db.Model(&models.Workshop{}), by).Where("removed_at = 0 AND "+column+" <> ''").
		Distinct().Order(column).Pluck(column, values).Error
}
