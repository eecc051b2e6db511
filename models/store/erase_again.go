package store

import (
	"slices"

	"gorm.io/gorm"

	"dilna/models"
)

// lateErasure is what was erased of one workshop since a copy of the database was
// made: entries by one seat, or feedback and photos.
type lateErasure struct {
	by  models.Actor
	ids []string

	feedback lateFeedback
	photos   []models.Photo
}

// tooMany is how many values one statement should not be given at once.
const tooMany = 500

// erasedSince are the rows of a copy whose text their writers have erased from
// the database since (docs/adr/0018). A row of ours has no text only then.
func erasedSince(copied, now *gorm.DB) ([]lateErasure, error) {
	var gone []struct{ WorkshopID, ID string }
	if err := now.Table("entries").Select("workshop_id, id").Where("removed AND text = ''").Order("workshop_id").Find(&gone).Error; err != nil {
		return nil, err
	}
	ids := map[models.WorkshopID][]string{}
	for _, row := range gone {
		ids[models.WorkshopID(row.WorkshopID)] = append(ids[models.WorkshopID(row.WorkshopID)], row.ID)
	}
	tables := []string{"entries"}
	if !copied.Migrator().HasTable(&models.Entry{}) {
		tables = []string{"ideas", "causes"} // the copy is older than entries
	}
	late := map[models.Actor][]string{}
	for w, all := range ids {
		for some := range slices.Chunk(all, tooMany) {
			for _, table := range tables {
				var still []struct{ ID, SeatID string }
				err := copied.Table(table).Select("id, seat_id").Where("workshop_id = ? AND id IN ? AND text <> ''", w, some).Find(&still).Error
				if err != nil {
					return nil, err
				}
				for _, row := range still {
					by := models.Actor{Role: models.RoleParticipant, Seat: models.SeatID(row.SeatID), Workshop: w}
					late[by] = append(late[by], row.ID)
				}
			}
		}
	}
	var all []lateErasure
	for by, ids := range late {
		all = append(all, lateErasure{by: by, ids: ids})
	}
	said, err := feedbackErasedSince(copied, now)
	for w, feedback := range said {
		if len(feedback.answers)+len(feedback.given) > 0 {
			all = append(all, lateErasure{by: models.Actor{Workshop: w}, feedback: feedback})
		}
	}
	if err != nil {
		return nil, err
	}
	photos, err := photosErasedSince(copied, now)
	for w, gone := range photos {
		all = append(all, lateErasure{by: models.Actor{Workshop: w}, photos: gone})
	}
	return all, err
}

// eraseAgain empties them in the copy, too, with whatever repeats them. It says
// how many rows those were.
func (t *tx) eraseAgain(late []lateErasure) (rows int, err error) {
	for _, l := range late {
		e := erasure{tx: t, by: l.by}
		var gone []models.Entry
		err := firstOf(e.rows(l.ids).Find(&gone).Error, e.rows(l.ids).Update("removed", true).Error)
		if err := firstOf(err, e.all(gone)); err != nil {
			return rows, err
		}
		said, err := l.feedback.eraseAgain(t.db)
		if err != nil {
			return rows, err
		}
		for _, photo := range l.photos {
			if _, err := t.erasePhoto(l.by, photo); err != nil {
				return rows, err
			}
		}
		rows += len(gone) + said + len(l.photos)
	}
	return rows, nil
}
