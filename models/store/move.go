package store

import (
	"context"

	"dilna/models"
)

// Move puts something elsewhere among its siblings. Facilitators only. Codes:
// `round-open`, because the order stays fixed while people vote, `not-found`.
func (s *Store) Move(ctx context.Context, by models.Actor, key models.Key, part models.Part, id string, to models.Placement) error {
	if err := firstOf(by.MustFacilitate(), to.Check()); err != nil {
		return err
	}
	_, err := command(ctx, s, by, key, "move "+string(part)+" "+id, to, func(t *tx) (none, error) {
		part := part.Rows()
		of, err := t.whereabouts(by, part, id)
		if err != nil {
			return none{}, err
		}
		if of.removedAt > 0 {
			return none{}, models.Fail(models.KindNotFound, models.CodeNotFound)
		}
		if part == models.PartEntries || part == models.PartTopics {
			if err := t.mustNotVote(by.Workshop, of.step); err != nil {
				return none{}, err
			}
		}
		siblings, err := t.siblings(by.Workshop, part, of)
		if err != nil {
			return none{}, err
		}
		if err := t.remember(part, id); err != nil { // first of all: it is what the history tells of
			return none{}, err
		}
		return none{}, t.reorder(by.Workshop, part, models.Reordered(siblings, id, to.Index))
	})
	return err
}

// siblings are the rows that share everything the row stands in, in order.
func (t *tx) siblings(w models.WorkshopID, part models.Part, of whereabouts) ([]models.Sibling, error) {
	query := t.db.Table(string(part)).Where("workshop_id = ? AND NOT removed", w)
	if part != models.PartSteps && part != models.PartDivisions {
		query = query.Where("step_id = ?", of.step)
	}
	if part == models.PartEntries {
		query = query.Where("topic_id = ? AND method = ?", of.within[models.PartTopics], of.method)
	}
	if part == models.PartEntries || part == models.PartTopics {
		query = query.Where("parent_id = ?", of.within[part])
	}
	var siblings []models.Sibling
	err := query.Select("id", "position").Order("position, id").Scan(&siblings).Error
	return siblings, err
}

func (t *tx) reorder(w models.WorkshopID, part models.Part, moved []models.Sibling) error {
	if len(moved) == 0 {
		return nil
	}
	at, err := t.stamp(w)
	for i := 0; err == nil && i < len(moved); i++ {
		if err = t.remember(part, moved[i].ID); err != nil {
			return err
		}
		err = t.db.Table(string(part)).Where("workshop_id = ? AND id = ?", w, moved[i].ID).
			Updates(map[string]any{"position": moved[i].Position, "revision": at}).Error
	}
	return err
}

// whereabouts tells what Restore and Move need to know of any row.
type whereabouts struct {
	step      models.StepID
	method    models.Method          // of an entry
	within    map[models.Part]string // what it stands in besides its step
	owner     models.SeatID
	removedAt models.Revision // 0: it is not removed
}

// standing is where an entry stands.
func standing(e models.Entry) whereabouts {
	of := whereabouts{step: e.StepID, method: e.Method, owner: e.SeatID, within: map[models.Part]string{}}
	if e.TopicID != "" {
		of.within[models.PartTopics] = string(e.TopicID)
	}
	if e.ParentID != "" {
		of.within[models.PartEntries] = string(e.ParentID)
	}
	return of
}

// whereabouts reads where a row stands, removed or not.
func (t *tx) whereabouts(by models.Actor, part models.Part, id string) (whereabouts, error) {
	if err := part.Check(); err != nil {
		return whereabouts{}, err
	}
	columns := map[models.Part]string{
		models.PartSteps:   "id, '', '', '', ''",
		models.PartTopics:  "step_id, '', '', parent_id, ''",
		models.PartEntries: "step_id, method, topic_id, parent_id, seat_id",
		models.PartRounds:  "step_id, '', '', '', ''",

		models.PartDivisions:    "'', '', '', '', ''",
		models.PartCombinations: "step_id, '', '', '', ''",
		models.PartPhotos:       "step_id, '', '', '', ''",
	}
	var of whereabouts
	var topic, parent string
	query := t.db.Table(string(part)).Where("workshop_id = ? AND id = ?", by.Workshop, id)
	if part == models.PartEntries {
		query = query.Where("merged_into = ''") // such a one comes back only by being taken out
	}
	err := query.Select(columns[part]+", CASE WHEN removed THEN revision ELSE 0 END").Row().
		Scan(&of.step, &of.method, &topic, &parent, &of.owner, &of.removedAt)
	of.within = map[models.Part]string{}
	if topic != "" {
		of.within[models.PartTopics] = topic
	}
	if parent != "" {
		of.within[part] = parent
	}
	return of, notFound(err)
}
