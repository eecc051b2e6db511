package store

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"gorm.io/gorm"

	"dilna/models"
)

// erasure takes what a person wrote, and has removed, out of everything that
// is kept but approved minutes. The rows stay, without a text: screens have to
// be told that they are gone. docs/adr/0018 says what goes and what stays.
type erasure struct {
	*tx
	by    models.Actor
	ids   []string // the rows that go
	texts []string // all they are known to have said
}

// erasable are, in SQL, the removed entries of a seat that nobody else has done
// anything with: not counted, not merged into what was counted or is voted on,
// not taken over, and with nothing of others under them.
const erasable = `workshop_id = @w AND seat_id = @seat AND removed = @yes
	AND NOT EXISTS (SELECT 1 FROM totals t WHERE t.workshop_id = entries.workshop_id AND t.entry_id IN (entries.id, entries.merged_into))
	AND NOT EXISTS (SELECT 1 FROM topics t WHERE t.workshop_id = entries.workshop_id AND t.from_idea = entries.id)
	AND NOT EXISTS (SELECT 1 FROM entries u WHERE u.workshop_id = entries.workshop_id AND u.seat_id <> entries.seat_id
		AND (u.parent_id = entries.id OR u.merged_into = entries.id OR u.from_entry = entries.id))
	AND (merged_into = '' OR NOT EXISTS (SELECT 1 FROM rounds r
		WHERE r.workshop_id = entries.workshop_id AND r.step_id = entries.step_id AND r.state = 'open'))`

// eraseMine erases what the seat wrote and what is removed.
func (s *Store) eraseMine(t *tx, by models.Actor) error {
	e := erasure{tx: t, by: by}
	var gone []models.Entry
	err := t.db.Where(erasable, map[string]any{"w": by.Workshop, "seat": by.Seat, "yes": true}).Find(&gone).Error
	if err := firstOf(err, e.all(gone)); err != nil {
		return err
	}
	t.after = append(t.after, func() error { s.finder.forget(by.Workshop); return nil })
	return s.eraseAfter(t)
}

// all empties the rows, and then whatever repeats them.
func (e *erasure) all(gone []models.Entry) error {
	if err := e.empty(gone); err != nil {
		return err
	}
	for _, step := range []func() error{e.learn, e.history, e.ownAnswers, e.answers, e.draft} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (e *erasure) empty(gone []models.Entry) error {
	if len(gone) == 0 {
		return nil
	}
	var ids, hosts []string
	for _, entry := range gone {
		ids = append(ids, string(entry.ID))
		hosts = append(hosts, string(entry.MergedInto))
		e.texts = append(append(e.texts, entry.Text, entry.Original, entry.Note), entry.MergedBefore...)
	}
	at, err := e.stamp(e.by.Workshop)
	if err != nil {
		return err
	}
	e.ids = append(e.ids, ids...)
	return firstOf(
		e.rows(ids).Updates(map[string]any{
			"text": "", "note": "", "author": "", "original": "", "merged_before": nil, "merged_into": "", "seat_id": "",
		}).Error,
		e.rows(hosts).Update("revision", at).Error, // they say no more what was merged into them
	)
}

func (e *erasure) rows(ids []string) *gorm.DB {
	return e.db.Model(&models.Entry{}).Where("workshop_id = ? AND id IN ?", e.by.Workshop, ids)
}

func (e *erasure) entries() (entries []historyRow, err error) {
	err = e.db.Where("workshop_id = ?", e.by.Workshop).Find(&entries).Error
	return entries, err
}

// learn takes from the history what else the rows have said.
func (e *erasure) learn() error {
	entries, err := e.entries()
	for _, entry := range entries {
		for _, c := range entry.Changes {
			if e.isOf(c) {
				e.texts = append(e.texts, c.Texts()...)
			}
		}
	}
	return err
}

// history forgets what facilitators did with the rows, and every value that
// repeats a text of theirs.
func (e *erasure) history() error {
	entries, err := e.entries()
	if err != nil {
		return err
	}
	for _, entry := range entries {
		touched := false
		for i, c := range entry.Changes {
			if e.isOf(c) || e.speaksOf(c) {
				entry.Changes[i], touched = c.Erase(), true
			}
		}
		if !touched {
			continue
		}
		entry.Subject = ""
		if err := e.db.Select("*").Updates(&entry).Error; err != nil {
			return err
		}
	}
	return nil
}

// isOf says whether the change is of one of the rows, or of what the minutes
// print of it.
func (e *erasure) isOf(c models.RowChange) bool {
	return slices.ContainsFunc(e.ids, func(id string) bool { return strings.Contains(c.ID, id) })
}

func (e *erasure) speaksOf(c models.RowChange) bool {
	for _, values := range []map[string]json.RawMessage{c.Before, c.After} {
		for _, value := range values {
			if e.isIn(value) {
				return true
			}
		}
	}
	return false
}

// isIn says whether the JSON names one of the rows or repeats one of the texts,
// also in JSON that stands in a text.
func (e *erasure) isIn(body []byte) bool {
	for _, id := range e.ids {
		if bytes.Contains(body, []byte(id)) {
			return true
		}
	}
	for _, text := range e.texts {
		quoted, err := json.Marshal(text)
		if err != nil || text == "" {
			continue
		}
		twice, err := json.Marshal(string(quoted))
		if err == nil && (bytes.Contains(body, quoted) || bytes.Contains(body, twice[1:len(twice)-1])) {
			return true
		}
	}
	return false
}

// ownAnswers forgets all that the seat was answered: it sends nothing any more.
func (e *erasure) ownAnswers() error {
	return e.db.Where("workshop_id = ? AND actor = ?", e.by.Workshop, e.by.Name()).Delete(&answered{}).Error
}

// answers forgets what anybody was answered that holds a text: sent again, such a
// command is told that it was erased.
func (e *erasure) answers() error {
	var kept []answered
	if err := e.db.Where("workshop_id = ?", e.by.Workshop).Find(&kept).Error; err != nil {
		return err
	}
	for _, a := range kept {
		if !e.isIn(a.Answer) {
			continue
		}
		a.Digest, a.Answer = []byte{}, []byte{}
		if err := e.db.Select("*").Updates(&a).Error; err != nil {
			return err
		}
	}
	return nil
}

// draft forgets what an editor made of the rows.
func (e *erasure) draft() error {
	draft, err := draftOf(e.db, e.by.Workshop)
	if err != nil {
		return err
	}
	edits := len(draft.Edits)
	for _, id := range e.ids {
		delete(draft.Edits, id)
	}
	if len(draft.Edits) == edits {
		return nil
	}
	return e.saveDraft(e.by.Workshop, draft)
}

// erasedParts are those whose rows can be erased: such a row has no text.
var erasedParts = []models.Part{models.PartEntries, models.PartPhotos}

// mustNotBeErased refuses, with `erased`, a removed row that was erased.
func (t *tx) mustNotBeErased(part models.Part, w models.WorkshopID, id string) error {
	if !slices.Contains(erasedParts, part) {
		return nil
	}
	var erased int64
	err := t.db.Table(string(part)).Where("workshop_id = ? AND id = ? AND text = ''", w, id).Count(&erased).Error
	if err == nil && erased > 0 {
		return models.Fail(models.KindConflict, models.CodeErased)
	}
	return err
}
