package store

import "dilna/models"

// mustHang refuses, with `changed-since`, what would leave a row standing in
// something that is not there, or under itself.
func (u *undoing) mustHang(turned []models.RowChange) error {
	for step := range u.steps {
		var lost int64
		err := u.db.Raw(`SELECT
			(SELECT COUNT(*) FROM steps s JOIN (SELECT step_id FROM topics WHERE workshop_id = @w AND NOT removed
				UNION SELECT step_id FROM entries WHERE workshop_id = @w AND NOT removed
				UNION SELECT step_id FROM rounds WHERE workshop_id = @w AND NOT removed) x ON x.step_id = s.id
				WHERE s.workshop_id = @w AND s.id = @step AND s.removed)
			+ (SELECT COUNT(*) FROM topics r JOIN topics a ON a.workshop_id = r.workshop_id AND a.id = r.parent_id AND a.removed
				WHERE r.workshop_id = @w AND r.step_id = @step AND NOT r.removed)
			+ (SELECT COUNT(*) FROM entries r JOIN topics a ON a.workshop_id = r.workshop_id AND a.id = r.topic_id AND a.removed
				WHERE r.workshop_id = @w AND r.step_id = @step AND NOT r.removed)
			+ (SELECT COUNT(*) FROM entries r JOIN entries a ON a.workshop_id = r.workshop_id AND a.id = r.parent_id
				AND (a.removed OR a.topic_id <> r.topic_id)
				WHERE r.workshop_id = @w AND r.step_id = @step AND NOT r.removed)`,
			map[string]any{"w": u.w, "step": step}).Row().Scan(&lost)
		if err != nil {
			return err
		}
		if lost > 0 {
			return changedSince()
		}
	}
	if err := u.partsHold(u.w); models.CodeOf(err) == models.CodePartInUse {
		return changedSince()
	} else if err != nil {
		return err
	}
	for _, c := range turned {
		if err := u.mustLiveOn(c); err != nil {
			return err
		}
		if !c.Has("parent") {
			continue
		}
		if err := firstOf(u.mustNotCircle(c.Part, c.ID), u.mustNotReachTooDeep(c)); err != nil {
			return err
		}
	}
	return nil
}

// mustLiveOn refuses, with `changed-since`, an idea that would live on in one
// that has been removed, or merged, meanwhile: nobody would see it again.
func (u *undoing) mustLiveOn(c models.RowChange) error {
	if !c.Has("merged_into") || c.Becomes("merged_into", `""`) {
		return nil
	}
	var lost int64
	err := u.db.Raw(`SELECT COUNT(*) FROM entries i JOIN entries l ON l.workshop_id = i.workshop_id AND l.id = i.merged_into
		WHERE i.workshop_id = ? AND i.id = ? AND l.removed`, u.w, c.ID).Row().Scan(&lost)
	if err == nil && lost > 0 {
		return changedSince()
	}
	return err
}

// mustNotCircle refuses a row that has come to stand under itself.
func (u *undoing) mustNotCircle(part models.Part, id string) error {
	var circles int64
	err := u.db.Raw(`WITH RECURSIVE above (id) AS (
			SELECT parent_id FROM `+string(part)+` WHERE workshop_id = ? AND id = ?
			UNION SELECT p.parent_id FROM `+string(part)+` p JOIN above ON p.id = above.id WHERE p.workshop_id = ?)
		SELECT COUNT(*) FROM above WHERE id = ?`, u.w, id, u.w, id).Row().Scan(&circles)
	if err == nil && circles > 0 {
		return changedSince()
	}
	return err
}

// mustNotReachTooDeep refuses, with `too-deep`, a row that comes back to where
// what stands under it now would stand too low.
func (u *undoing) mustNotReachTooDeep(c models.RowChange) error {
	var parent string
	var height int
	err := u.db.Raw(`WITH RECURSIVE below (id, level) AS (
			SELECT id, 1 FROM `+string(c.Part)+` WHERE workshop_id = ? AND id = ?
			UNION ALL
			SELECT r.id, level + 1 FROM `+string(c.Part)+` r JOIN below ON r.parent_id = below.id
			WHERE r.workshop_id = ? AND NOT r.removed AND level <= ?)
		SELECT (SELECT parent_id FROM `+string(c.Part)+` WHERE workshop_id = ? AND id = ?), COALESCE(MAX(level), 0) FROM below`,
		u.w, c.ID, u.w, models.MaxDepth, u.w, c.ID).Row().Scan(&parent, &height)
	return firstOf(err, u.mustNotBeDeep(c.Part, u.w, parent, height))
}
