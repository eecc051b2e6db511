package store

import (
	"slices"

	"gorm.io/gorm"

	"dilna/models"
)

// votedWording is one wording that stood on the ballots of a closed round: on
// the line of the idea, its own or that of one merged into it.
type votedWording struct {
	WorkshopID models.WorkshopID `gorm:"primaryKey"`
	RoundID    models.RoundID    `gorm:"primaryKey"`
	EntryID    models.EntryID    `gorm:"primaryKey"`
	Number     int               `gorm:"primaryKey;autoIncrement:false"`
	Text       string
}

func (votedWording) TableName() string { return "wordings" }

// keepWordings writes down what a round that closes was held on, for those of
// its counted ideas of which it is not known yet.
func (t *tx) keepWordings(round models.Round) error {
	return t.db.Exec(`INSERT INTO wordings (workshop_id, round_id, entry_id, number, text)
		SELECT c.workshop_id, c.round_id, c.entry_id, ROW_NUMBER() OVER (PARTITION BY c.entry_id ORDER BY i.merged_into, i.position, i.id), i.text
		FROM totals c JOIN entries i ON i.workshop_id = c.workshop_id AND (i.id = c.entry_id OR i.merged_into = c.entry_id)
		WHERE c.workshop_id = ? AND c.round_id = ? AND c.points IS NOT NULL AND NOT EXISTS (SELECT 1 FROM wordings w
			WHERE w.workshop_id = c.workshop_id AND w.round_id = c.round_id AND w.entry_id = c.entry_id)`,
		round.WorkshopID, round.ID).Error
}

// forgetWordings forgets what a round was held on, of those ideas that it has
// not counted.
func (t *tx) forgetWordings(round models.Round) error {
	return t.db.Exec(`DELETE FROM wordings WHERE workshop_id = ? AND round_id = ? AND entry_id NOT IN
		(SELECT entry_id FROM totals WHERE workshop_id = ? AND round_id = ? AND points IS NOT NULL)`,
		round.WorkshopID, round.ID, round.WorkshopID, round.ID).Error
}

// wordings are what ideas have besides their own text: the texts of those
// merged into them, and what each closed round was held on.
type wordings struct {
	merged map[models.EntryID][]string
	untold map[models.EntryID][]string // merged into it too, but nobody is told
	voted  map[models.EntryID]map[models.RoundID][]string
	agreed map[models.EntryID]int // how many agreed with what was merged into it
}

// readWordings reads them through the ideas that were merged, so that they are
// never out of step with who lives on in whom (docs/adr/0014), as edits of the
// minutes have them (nil: as they are). What is hidden or left out says nothing
// through the idea it lives on in either: of a vote on it only that there was
// another wording. which narrows down, in SQL, the wordings v that ideas i were
// voted on.
func readWordings(db *gorm.DB, w models.WorkshopID, which string, edits map[string]models.Edit) (wordings, error) {
	all := wordings{merged: map[models.EntryID][]string{}, untold: map[models.EntryID][]string{}, voted: map[models.EntryID]map[models.RoundID][]string{}, agreed: map[models.EntryID]int{}}
	var gone []models.Entry
	if err := db.Where("workshop_id = ? AND merged_into <> ''", w).Order("position, id").Find(&gone).Error; err != nil {
		return all, err
	}
	untold := map[models.EntryID]bool{}
	for _, idea := range gone {
		if idea.Agreed != nil {
			all.agreed[idea.MergedInto] += *idea.Agreed
		}
		edit := edits[string(idea.ID)]
		if idea.Hidden || edit.LeftOut != "" || edit.Unvoted {
			untold[idea.ID] = true
			all.untold[idea.MergedInto] = append(append(all.untold[idea.MergedInto], idea.Text), idea.MergedBefore...)
		}
		if !idea.Hidden && edit.LeftOut == "" {
			all.merged[idea.MergedInto] = append(append(all.merged[idea.MergedInto], edit.Said(idea.Text)), idea.MergedBefore...)
		}
	}
	var voted []struct {
		RoundID   models.RoundID
		Said, Own models.EntryID // the idea that says the wording, and the one it was of
		Text      string
	}
	err := db.Raw(`SELECT v.round_id, CASE i.merged_into WHEN '' THEN i.id ELSE i.merged_into END AS said, i.id AS own, v.text
		FROM wordings v JOIN entries i ON i.workshop_id = v.workshop_id AND i.id = v.entry_id
		JOIN rounds r ON r.workshop_id = v.workshop_id AND r.id = v.round_id
		WHERE v.workshop_id = ? AND r.state = ? AND r.removed = ? `+which+`
		ORDER BY r.position, r.id, i.merged_into, i.position, i.id, v.number`, w, models.RoundClosed, false).Scan(&voted).Error
	for _, v := range voted {
		if untold[v.Own] { // as it was worded then, too
			all.untold[v.Said] = append(all.untold[v.Said], v.Text)
		}
		if all.voted[v.Said] == nil {
			all.voted[v.Said] = map[models.RoundID][]string{}
		}
		all.voted[v.Said][v.RoundID] = append(all.voted[v.Said][v.RoundID], v.Text)
	}
	return all, err
}

// mergedInto are the wordings of the ideas that live on in this one.
func (all wordings) mergedInto(idea models.Entry) []string {
	return append(slices.Clone(idea.MergedBefore), all.merged[idea.ID]...)
}

// agreedWith is how many agreed with the idea and with those that live on in it; nil:
// it was not asked, or not counted yet.
func (all wordings) agreedWith(idea models.Entry) *int {
	if idea.Agreed == nil {
		return nil
	}
	return new(*idea.Agreed + all.agreed[idea.ID])
}

// leaveOut has nothing more be said of an idea than its text.
func (all wordings) leaveOut(idea *models.Entry) {
	idea.MergedBefore = nil
	delete(all.merged, idea.ID)
	delete(all.voted, idea.ID)
}

// heldOn are the wordings that the rounds, in their order, were held on and
// that can be read in the idea no more.
func (all wordings) heldOn(idea models.Entry, merged []string, rounds []models.Round) []models.VotedWording {
	held := make([][]string, len(rounds))
	for i, round := range rounds {
		held[i] = all.voted[idea.ID][round.ID]
	}
	return models.HeldOn(idea.Text, merged, all.untold[idea.ID], held)
}

// tellWordings has ideas say what is merged into them, and which wordings they
// were voted on that they do not say.
func tellWordings(db *gorm.DB, w models.WorkshopID, ideas []models.Entry) error {
	if len(ideas) == 0 {
		return nil
	}
	all, err := readWordings(db, w, "AND v.text <> i.text", nil)
	for i := range ideas {
		idea := &ideas[i]
		idea.Merged, idea.Agreed = all.mergedInto(*idea), all.agreedWith(*idea)
		held := [][]string{}
		for _, texts := range all.voted[idea.ID] {
			held = append(held, texts)
		}
		for _, voted := range models.HeldOn(idea.Text, idea.Merged, all.untold[idea.ID], held) {
			idea.Voted = append(idea.Voted, voted.Text)
		}
		slices.Sort(idea.Voted)
	}
	return err
}

// told is an entry as a command answers it.
func (t *tx) told(entry models.Entry) (models.Entry, error) {
	if entry.Method != models.MethodCollect && entry.Method != models.MethodDecisions {
		return entry, nil
	}
	ideas := []models.Entry{entry}
	err := tellWordings(t.db, entry.WorkshopID, ideas)
	return ideas[0], err
}

// useOf is what the group has made of these ideas together.
func (t *tx) useOf(w models.WorkshopID, ideas []string) (models.Use, error) {
	var use models.Use
	if len(ideas) == 0 {
		return use, nil
	}
	var voted, merged, takenOver int
	err := t.db.Raw(`SELECT
			(SELECT COUNT(*) FROM totals WHERE workshop_id = @w AND points IS NOT NULL AND (entry_id IN @ideas
				OR entry_id IN (SELECT id FROM entries WHERE workshop_id = @w AND merged_into IN @ideas))),
			(SELECT COUNT(*) FROM entries WHERE workshop_id = @w AND (merged_into IN @ideas OR id IN @ideas AND merged_before IS NOT NULL)),
			(SELECT COUNT(*) FROM topics WHERE workshop_id = @w AND removed = @no AND from_idea IN @ideas)
				+ (SELECT COUNT(*) FROM entries WHERE workshop_id = @w AND removed = @no AND from_entry IN @ideas)`,
		map[string]any{"w": w, "ideas": ideas, "no": false}).Row().Scan(&voted, &merged, &takenOver)
	return models.Use{Voted: voted > 0, Merged: merged > 0, TakenOver: takenOver > 0}, err
}
