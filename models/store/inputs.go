package store

import (
	"context"
	"errors"
	"slices"

	"gorm.io/gorm"

	"dilna/models"
)

// SendInput takes what somebody sent to a letterbox. The same input again changes
// nothing and gets the same answer, even when the letterbox has closed meanwhile.
// While people vote on the step it waits, though nobody has to look at it. Codes:
// `letterbox-unknown`, `letterbox-early`, `letterbox-closed`, `letterbox-full`,
// `invalid` for a topic that is gone, `id-taken`.
func (s *Store) SendInput(ctx context.Context, token string, in models.NewInput) (models.InputSent, error) {
	sent := models.InputSent{ID: in.ID}
	if err := in.Check(); err != nil {
		return sent, err
	}
	box, err := byToken(s.readers.WithContext(ctx), token)
	if err != nil {
		return sent, translate(err)
	}
	return sent, s.writer.do(ctx, box.WorkshopID, func(t *tx) error {
		box, err := byToken(t.db, token)
		if err != nil {
			return err
		}
		input, err := s.takeIn(t, box, in)
		sent.Looked = box.StepID == "" || input.State != models.InputAccepted
		return err
	})
}

func (s *Store) takeIn(t *tx, box models.Letterbox, in models.NewInput) (models.Input, error) {
	var first models.Input
	var taken int64
	sent := t.db.Model(&models.Input{}).Where("workshop_id = ? AND letterbox_id = ?", box.WorkshopID, box.ID)
	err := sent.Session(&gorm.Session{}).Where("id = ?", in.ID).Take(&first).Error
	switch {
	case err == nil && in.IsThe(first):
		return first, nil
	case err == nil:
		return first, models.Fail(models.KindConflict, models.CodeIDTaken)
	case !errors.Is(err, gorm.ErrRecordNotFound):
		return first, err
	}
	if err := sent.Session(&gorm.Session{}).Count(&taken).Error; err != nil {
		return first, err
	}
	if err := firstOf(box.MustTake(s.now(), int(taken)), t.mustHaveTopic(box, in.Topic)); err != nil {
		return first, err
	}
	input := models.Input{
		WorkshopID: box.WorkshopID, LetterboxID: box.ID, ID: in.ID, Number: int(taken) + 1,
		TopicID: in.Topic, Text: in.Text, Name: in.Name, Received: s.now().UnixMilli(), State: models.InputWaiting,
	}
	if err := t.passOn(box, &input); err != nil {
		return input, err
	}
	_, err = t.stamp(box.WorkshopID)
	return input, firstOf(err, t.db.Create(&input).Error)
}

// mustHaveTopic refuses a topic that is not, or no more, of the letterbox's step.
func (t *tx) mustHaveTopic(box models.Letterbox, id models.TopicID) error {
	if id == "" {
		return nil
	}
	topic, err := named[models.Topic](t, box.WorkshopID, "topic", id)
	if err == nil && topic.StepID != box.StepID {
		return unknown("topic")
	}
	return err
}

// passOn has an input be in its step at once, where nobody has to look at it.
func (t *tx) passOn(box models.Letterbox, input *models.Input) error {
	if box.Keeps() {
		return nil
	}
	voting, err := t.roundOpen(box.WorkshopID, box.StepID)
	if err != nil || voting {
		return err
	}
	input.State = models.InputAccepted
	return t.addInput(box, models.Settling{}, *input)
}

// addInput adds the idea that an input becomes. Under a topic that is gone it
// stands in the step.
func (t *tx) addInput(box models.Letterbox, in models.Settling, input models.Input) error {
	idea := in.Idea(input, box.StepID)
	if err := t.mustHaveTopic(box, idea.TopicID); models.CodeOf(err) == models.CodeInvalid {
		idea.TopicID = ""
	}
	return firstOf(t.fit(&idea, 1), t.add(&idea))
}

// Inputs are what was sent to a letterbox, in the order it came. Facilitators only.
func (s *Store) Inputs(ctx context.Context, by models.Actor, id models.LetterboxID) ([]models.Input, error) {
	inputs := []models.Input{}
	if err := by.MustFacilitate(); err != nil {
		return inputs, err
	}
	err := s.read(ctx, func(db *gorm.DB) error {
		box, err := letterbox(db, by.Workshop, id)
		if err == nil {
			inputs, err = inputsOf(db, box)
		}
		return err
	})
	return inputs, err
}

func letterbox(db *gorm.DB, w models.WorkshopID, id models.LetterboxID) (models.Letterbox, error) {
	var box models.Letterbox
	err := db.Where("workshop_id = ? AND id = ?", w, id).Take(&box).Error
	return box, err
}

// inputsOf are the inputs of a letterbox. A late one that was settled, and taken
// out of the minutes again, waits anew: nothing that was sent is lost from sight.
func inputsOf(db *gorm.DB, box models.Letterbox, columns ...string) ([]models.Input, error) {
	inputs := []models.Input{}
	err := db.Select(columns).Where("workshop_id = ? AND letterbox_id = ?", box.WorkshopID, box.ID).Order("number").Find(&inputs).Error
	if err != nil || box.StepID != "" || len(inputs) == 0 {
		return inputs, err
	}
	draft, err := draftOf(db, box.WorkshopID)
	for i, input := range inputs {
		is := func(late models.LateInput) bool { return late.ID == models.LateInputID(input.ID) }
		if input.State != models.InputDropped && !slices.ContainsFunc(draft.LateInputs, is) {
			inputs[i].State = models.InputWaiting
		}
	}
	return inputs, err
}

// SettleInputs says what becomes of inputs of one letterbox, all or none.
// Facilitators only; what comes into the step or the minutes by it stands in the
// history. Codes: `invalid`, `not-found`, `already-done` and `moved-on` where
// somebody has settled one of them meanwhile, `round-open`, `workshop-full`.
func (s *Store) SettleInputs(ctx context.Context, by models.Actor, key models.Key, id models.LetterboxID, in models.Settling) error {
	if err := firstOf(by.MustFacilitate(), in.Check()); err != nil {
		return err
	}
	_, err := command(ctx, s, by, key, "settle inputs "+string(id), in, func(t *tx) (none, error) {
		box, err := letterbox(t.db, by.Workshop, id)
		if err != nil {
			return none{}, err
		}
		chosen, err := t.chosen(box, in)
		if err != nil {
			return none{}, err
		}
		if box.StepID == "" {
			err = t.settleLate(in, chosen)
		} else {
			err = t.settleHarvest(by, box, in, chosen)
		}
		if err != nil {
			return none{}, err
		}
		_, err = t.stamp(by.Workshop)
		return none{}, firstOf(err, t.noteSettled(in, chosen))
	})
	return err
}

// chosen are the inputs that are settled, in the order they came.
func (t *tx) chosen(box models.Letterbox, in models.Settling) (chosen []models.Input, err error) {
	inputs, err := inputsOf(t.db, box)
	for _, input := range inputs {
		if err == nil && slices.Contains(in.Inputs, input.ID) {
			chosen = append(chosen, input)
			err = in.MaySettle(box, input)
		}
	}
	if err == nil && len(chosen) != len(in.Inputs) {
		err = gorm.ErrRecordNotFound
	}
	return chosen, err
}

func (t *tx) noteSettled(in models.Settling, chosen []models.Input) error {
	for _, input := range chosen {
		settled := map[string]any{"state": in.State, "reason": in.Reason, "entry_id": in.Into}
		if err := t.db.Model(&input).Updates(settled).Error; err != nil {
			return err
		}
	}
	return nil
}

// settleLate has inputs stand in the draft of the minutes, unless they are dropped.
func (t *tx) settleLate(in models.Settling, chosen []models.Input) error {
	if in.State == models.InputDropped {
		return nil
	}
	w := chosen[0].WorkshopID
	draft, err := t.rememberDraft(w)
	if err != nil {
		return err
	}
	var change models.DraftChange
	for _, input := range chosen {
		change.LateInputs = append(change.LateInputs, in.Late(input))
	}
	return firstOf(draft.Apply(change), t.saveDraft(w, draft))
}

// settleHarvest has inputs stand in the step, or in an idea of it.
func (t *tx) settleHarvest(by models.Actor, box models.Letterbox, in models.Settling, chosen []models.Input) error {
	if in.State != models.InputAccepted && in.State != models.InputMerged {
		return nil
	}
	if err := t.mustNotVote(by.Workshop, box.StepID); err != nil {
		return err
	}
	var ids []models.EntryID
	for _, input := range chosen {
		if err := t.addInput(box, in, input); err != nil {
			return err
		}
		ids = append(ids, models.EntryID(input.ID))
	}
	if in.State != models.InputMerged {
		return nil
	}
	into, err := named[models.Entry](t, by.Workshop, "into", in.Into)
	if err != nil || into.StepID != box.StepID {
		return firstOf(err, unknown("into"))
	}
	_, err = t.merge(by, into.ID, ids)
	return err
}
