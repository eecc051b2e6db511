package store

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"slices"

	"gorm.io/gorm"

	"dilna/models"
)

// historyRow is one entry of a workshop's history as it is stored.
type historyRow struct {
	WorkshopID models.WorkshopID `gorm:"primaryKey"`
	Revision   models.Revision   `gorm:"primaryKey;autoIncrement:false"`
	AccountID  models.AccountID
	At         int64 `gorm:"autoCreateTime:milli"`
	Kind       models.HistoryKind
	Done       models.Done
	Part       models.Part
	Subject    string
	SpokenFor  models.PartID
	Offered    bool               // to be taken back: neither undone nor overtaken by what cannot be
	Changes    []models.RowChange `gorm:"serializer:json"`
}

func (historyRow) TableName() string { return "history" }

// members are the values of one row by the names the domain has for them: the
// history says nothing of how a database calls them (docs/adr/0027).
type members map[string]any

// memberOf is what columns are called whose name is another one.
var memberOf = map[string]string{
	"step_id": "step", "topic_id": "topic", "parent_id": "parent", "seat_id": "seat", "idea_order": "order",
	"from_text": "from", "part_id": "part", "votes_for": "for", "votes_against": "against", "abstained": "abstain", "group_name": "group", "start_time": "start", "end_time": "end",
}

// columnOf is the column of a member.
func columnOf(member string) string {
	for column, called := range memberOf {
		if called == member {
			return column
		}
	}
	return member
}

// rowKey names a row of a workshop.
type rowKey struct {
	part models.Part
	id   string
}

// past is what rows looked like before a facilitator's command, in the order
// in which it came to them; nil for a row that was not there. undoes is the
// entry that the command takes back, if it does.
type past struct {
	workshop models.WorkshopID
	order    []rowKey
	rows     map[rowKey]members
	draft    *models.Draft // before; nil where the command does not change it
	undoes   *historyRow

	questions []models.Question // before; nil where the command does not change them

	spokenFor models.PartID // where its spokesperson does it
}

// remember notes down what rows look like before they change. Everything that
// writes to them calls it; participants leave no history.
func (t *tx) remember(part models.Part, ids ...string) error {
	if t.past == nil {
		return nil
	}
	var fresh []string
	for _, id := range ids {
		if _, known := t.past.rows[rowKey{part, id}]; !known {
			fresh = append(fresh, id)
		}
	}
	rows, err := t.membersOf(part, fresh)
	for _, id := range fresh {
		key := rowKey{part, id}
		t.past.order = append(t.past.order, key)
		t.past.rows[key] = rows[id]
	}
	return err
}

// rememberRow remembers a row of any part; other rows have no history.
func (t *tx) rememberRow(row stamped) error {
	if one, ok := row.(interface{ Self() (models.Part, string) }); ok {
		part, id := one.Self()
		return t.remember(part, id)
	}
	return nil
}

// flags are the members that say yes or no. Not every database gives them back
// as that; the history does.
var flags = []string{"removed", "vanished", "marked", "chosen", "hidden", "blind", "agreeing", "imported", "everyone", "dealt", "revealed", "shown"}

// rememberDraft is the draft of the minutes, before it changes.
func (t *tx) rememberDraft(w models.WorkshopID) (models.Draft, error) {
	draft, err := draftOf(t.db, w)
	if t.past != nil && t.past.draft == nil {
		before := draft
		before.LateInputs = slices.Clone(draft.LateInputs)
		t.past.draft = &before
	}
	return draft, err
}

// rememberQuestions notes down what people are asked, before it changes.
func (t *tx) rememberQuestions(w models.Workshop) {
	if t.past != nil && t.past.questions == nil {
		t.past.questions = w.Questions()
	}
}

// membersOf reads rows whole, by their ids.
func (t *tx) membersOf(part models.Part, ids []string) (map[string]members, error) {
	query := t.db.Table(string(part)).Where("id IN ?", ids)
	if part != models.PartWorkshop {
		query = query.Where("workshop_id = ?", t.past.workshop)
	}
	var rows []map[string]any
	if len(ids) == 0 {
		return nil, nil
	}
	err := query.Find(&rows).Error
	byID := make(map[string]members, len(rows))
	for _, row := range rows {
		for _, flag := range flags {
			if yes, kept := row[flag].(int64); kept {
				row[flag] = yes != 0
			}
		}
		for column, member := range memberOf {
			if value, has := row[column]; has {
				row[member] = value
				delete(row, column)
			}
		}
		id, _ := row["id"].(string)
		byID[id] = row
	}
	return byID, err
}

// headMembers are the members of a workshop's own row that have a history: the
// head of its minutes, and where the screens are.
var headMembers = []string{
	"current_step", "language", "programme", "group", "number", "title", "date", "start", "end",
	"place", "facilitators", "attendance", "next_meeting",
}

// hasHistory says whether a member tells of content.
func hasHistory(part models.Part, member string) bool {
	if part == models.PartWorkshop {
		return slices.Contains(headMembers, member)
	}
	return member != "revision" && member != "vanished"
}

// keepHistory writes down what a facilitator's command changed. The first
// revision is the workshop itself: there is nothing before it to go back to.
func (t *tx) keepHistory(by models.Actor) error {
	if t.past == nil || t.stamps[by.Workshop] <= 1 {
		return nil
	}
	changes, err := t.changed()
	if err != nil || len(changes) == 0 {
		return err
	}
	done, offered := models.DoneTo(changes), models.MayBeUndone(changes)
	if !offered && done != models.DoneDrawn {
		return t.withdraw(by.Workshop, changes)
	}
	subject := models.Subject(changes)
	entry := historyRow{
		WorkshopID: by.Workshop, Revision: t.stamps[by.Workshop], AccountID: by.Account, Kind: models.HistoryDone, Offered: offered, SpokenFor: t.past.spokenFor,
		Done: done, Part: cmp.Or(subject.Called, subject.Part), Subject: models.Shortened(subject.Text), Changes: changes,
	}
	if undoes := t.past.undoes; undoes != nil {
		entry.Kind, entry.Done, entry.Part, entry.Subject = undoes.Kind.Undoing(), undoes.Done, undoes.Part, undoes.Subject
	}
	if err := t.continueEntry(&entry); err != nil {
		return err
	}
	if err := t.db.Create(&entry).Error; err != nil {
		return err
	}
	return t.db.Exec(`DELETE FROM history WHERE workshop_id = ? AND revision <= (
		SELECT revision FROM history WHERE workshop_id = ? ORDER BY revision DESC LIMIT 1 OFFSET ?)`,
		by.Workshop, by.Workshop, models.MaxHistory).Error
}

// withdraw no longer offers to take back what was done to rounds that have
// begun or ended.
func (t *tx) withdraw(w models.WorkshopID, changes []models.RowChange) error {
	var entries []historyRow
	err := t.db.Where("workshop_id = ? AND part = ? AND offered", w, models.PartRounds).Find(&entries).Error
	for _, entry := range entries {
		isOf := func(c models.RowChange) bool {
			return slices.ContainsFunc(changes, func(now models.RowChange) bool { return now.Part == c.Part && now.ID == c.ID })
		}
		if err == nil && slices.ContainsFunc(entry.Changes, isOf) {
			err = t.db.Model(&entry).Update("offered", false).Error
		}
	}
	return err
}

// continueEntry takes the place of the entry before it where both are one
// thing done.
func (t *tx) continueEntry(entry *historyRow) error {
	var last historyRow
	err := t.db.Where("workshop_id = ?", entry.WorkshopID).Order("revision DESC").Take(&last).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil
	}
	isOne := last.AccountID == entry.AccountID && last.SpokenFor == entry.SpokenFor && last.Kind == models.HistoryDone && entry.Kind == models.HistoryDone &&
		last.Offered && models.Continues(last.Changes, entry.Changes)
	if err != nil || !isOne {
		return err
	}
	entry.Changes[0].Before = last.Changes[0].Before
	return t.db.Delete(&last).Error
}

// changed is what became of the rows that were remembered.
func (t *tx) changed() ([]models.RowChange, error) {
	now := map[models.Part]map[string]members{}
	ids := map[models.Part][]string{}
	for _, key := range t.past.order {
		ids[key.part] = append(ids[key.part], key.id)
	}
	var err error
	for part := range ids {
		if now[part], err = t.membersOf(part, ids[part]); err != nil {
			return nil, err
		}
	}
	changes, err := t.draftChanged()
	if err != nil {
		return nil, err
	}
	questions, err := t.questionsChanged()
	if err != nil {
		return nil, err
	}
	changes = append(changes, questions...)
	for _, key := range t.past.order {
		change, err := changeOf(key, t.past.rows[key], now[key.part][key.id])
		if err != nil {
			return nil, err
		}
		if len(change.After) > 0 {
			changes = append(changes, change)
		}
	}
	return changes, nil
}

// draftChanged is what became of the draft, where it was remembered.
func (t *tx) draftChanged() ([]models.RowChange, error) {
	if t.past.draft == nil {
		return nil, nil
	}
	now, err := draftOf(t.db, t.past.workshop)
	if err != nil {
		return nil, err
	}
	return models.DraftChanges(*t.past.draft, now)
}

// questionsChanged is what became of the questions, where they were remembered.
func (t *tx) questionsChanged() ([]models.RowChange, error) {
	if t.past.questions == nil {
		return nil, nil
	}
	w, err := t.workshop(t.past.workshop)
	if err != nil {
		return nil, err
	}
	return models.QuestionsChanges(t.past.questions, w.Questions())
}

// called is what people call a row: entries by their method.
func called(part models.Part, row members) models.Part {
	method, _ := row["method"].(string)
	if part == models.PartEntries {
		return models.Method(method).Entries()
	}
	return part
}

// changeOf compares a row with what it was.
func changeOf(key rowKey, before, after members) (models.RowChange, error) {
	c := models.RowChange{Part: key.part, Called: called(key.part, after), ID: key.id, Before: map[string]json.RawMessage{}, After: map[string]json.RawMessage{}}
	for _, member := range []string{"label", "heading", "text"} {
		if text, ok := after[member].(string); ok && (member != "text" || key.part != models.PartSteps) {
			c.Text = text
		}
	}
	if before == nil {
		c.New, c.Before["removed"], c.After["removed"] = true, models.Yes, models.No
		if key.part == models.PartRounds && after["state"] != string(models.RoundPrepared) {
			c.After["state"] = json.RawMessage(`"open"`) // it was opened at once
		}
		return c, nil
	}
	for member := range after {
		if !hasHistory(key.part, member) {
			continue
		}
		was, err := json.Marshal(before[member])
		if err != nil {
			return c, err
		}
		is, err := json.Marshal(after[member])
		if err != nil {
			return c, err
		}
		if string(was) != string(is) {
			c.Before[member], c.After[member] = was, is
		}
	}
	return c, nil
}

// toldRow is an entry with what it is told from.
type toldRow struct {
	models.HistoryEntry
	Changes []models.RowChange `gorm:"serializer:json"`
}

// History is a page of what facilitators did to the workshop's content, the
// newest first, older than the revision before (0: from the newest on).
// Facilitators only. Code `invalid` for a limit outside 1 to 100.
func (s *Store) History(ctx context.Context, by models.Actor, before models.Revision, limit int) (models.History, error) {
	page := models.History{Entries: []models.HistoryEntry{}}
	if err := by.MustFacilitate(); err != nil {
		return page, err
	}
	if limit < 1 || limit > 100 {
		return page, models.Fail(models.KindInvalid, models.CodeInvalid).
			AtField(models.Field{Name: "limit", Reason: models.ReasonRange, Least: 1, Limit: 100})
	}
	var told []toldRow
	err := s.readers.WithContext(ctx).Raw(`SELECT h.revision, h.at, COALESCE(a.name, '') AS by, h.account_id = ? AS mine, h.spoken_for,
			h.kind, h.done, h.part, h.subject, h.offered, h.changes
		FROM history h LEFT JOIN accounts a ON a.id = h.account_id
		WHERE h.workshop_id = ? AND (? = 0 OR h.revision < ?) ORDER BY h.revision DESC LIMIT ?`,
		by.Account, by.Workshop, before, before, limit+1).Scan(&told).Error
	for _, row := range told {
		row.Was, row.Count = models.Was(row.Changes), models.CountOf(row.Part, row.Changes)
		if row.Offered {
			row.Photo = models.PhotoTakenOut(row.Changes)
		}
		page.Entries = append(page.Entries, row.HistoryEntry)
	}
	if len(page.Entries) > limit {
		page.Entries, page.More = page.Entries[:limit], true
	}
	return page, translate(err)
}
