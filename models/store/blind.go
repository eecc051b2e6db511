package store

import (
	"gorm.io/gorm"

	"dilna/models"
)

// blindParts are the rows that are hidden while people write on their own.
var blindParts = []models.Part{models.PartEntries, models.PartRounds, models.PartCombinations}

// setBlind hides what people write in a step from each other, or reveals it:
// every row that appears or vanishes is stamped. Code `round-open`.
func (t *tx) setBlind(step *models.Step, blind bool) error {
	if err := t.mustNotVote(step.WorkshopID, step.ID); err != nil {
		return err
	}
	before := *step
	step.Blind = blind
	return t.restamp(before, *step, blindParts)
}

// restamp stamps the rows in a step that has become after, and notes down of
// those that vanish from who does not facilitate whether they were seen.
func (t *tx) restamp(before, after models.Step, parts []models.Part) error {
	at, err := t.stamp(after.WorkshopID)
	if err != nil {
		return err
	}
	for _, part := range parts {
		changed := map[string]any{"revision": at}
		if before.Shows(part) && !after.Shows(part) {
			changed["vanished"] = vanishing(part, "TRUE")
		}
		err := t.db.Table(string(part)).Where("workshop_id = ? AND step_id = ? AND NOT removed", after.WorkshopID, after.ID).
			Updates(changed).Error
		if err != nil {
			return err
		}
	}
	return nil
}

// unseen is what the seat wrote in steps where people write on their own, and
// what of hers is hidden from the others.
func unseen(db *gorm.DB, by models.Actor) (models.Unseen, error) {
	var all []models.Entry
	err := db.Where("workshop_id = ? AND seat_id = ? AND NOT removed", by.Workshop, by.Seat).
		Where(`step_id IN (SELECT id FROM steps WHERE workshop_id = entries.workshop_id AND state <> 'waiting' AND (blind OR entries.hidden))`).
		Order("position, id").Find(&all).Error
	if err := firstOf(err, tellWordings(db, by.Workshop, all)); err != nil {
		return models.Unseen{}, err
	}
	sorted := models.ByMethod(all)
	mine := models.Unseen{Ideas: append([]models.Entry{}, sorted.Ideas...), Causes: append([]models.Entry{}, sorted.Causes...)}
	return mine.Told(), nil
}
