package store

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"dilna/models"
)

// sitting is the one part of a division that a seat sits in.
type sitting struct {
	WorkshopID models.WorkshopID `gorm:"primaryKey"`
	SeatID     models.SeatID     `gorm:"primaryKey"`
	DivisionID models.DivisionID `gorm:"primaryKey"`
	PartID     models.PartID
}

func (sitting) TableName() string { return "sittings" }

// AddDivision divides the room. Where people are dealt, who is in the room is
// dealt at once. Facilitators only. Codes: `invalid`, `id-taken`.
func (s *Store) AddDivision(ctx context.Context, by models.Actor, key models.Key, in models.NewDivision) (models.Division, error) {
	if err := firstOf(by.MustFacilitate(), in.Check()); err != nil {
		return models.Division{}, err
	}
	return command(ctx, s, by, key, "add division", in, func(t *tx) (models.Division, error) {
		division := models.Division{
			Row: models.Row{WorkshopID: by.Workshop}, ID: in.ID, Heading: in.Heading, Dealt: in.Dealt, Parts: in.Parts,
		}
		var err error
		if division.Position, err = t.nextPosition(models.PartDivisions, by.Workshop, ""); err != nil {
			return division, err
		}
		return division, firstOf(t.add(&division), t.deal(division))
	})
}

// ChangeDivision renames a division or its parts, adds parts and takes them
// out. Facilitators only. Codes: `invalid`, `changed-since`, `part-in-use` for
// taking out a part that steps are open to.
func (s *Store) ChangeDivision(ctx context.Context, by models.Actor, key models.Key, id models.DivisionID, change models.DivisionChange) (models.Division, error) {
	if err := firstOf(by.MustFacilitate(), change.Check()); err != nil {
		return models.Division{}, err
	}
	return command(ctx, s, by, key, "change division "+string(id), change, func(t *tx) (models.Division, error) {
		division, err := find[models.Division](t, by.Workshop, id)
		if err != nil {
			return division, err
		}
		before := division
		division.Apply(change)
		if err := change.MadeFrom.MustStand(before.Texts(), division.Texts()); err != nil {
			return before, err
		}
		return division, firstOf(t.save(&division), t.partsHold(by.Workshop), t.deal(division))
	})
}

// partsHold refuses, with `part-in-use`, to leave a step without the part whose
// it is, or a round without one that votes in it or whose result it tells, or without
// the division by whose parts it is told.
func (t *tx) partsHold(w models.WorkshopID) error {
	divisions, err := divisionsOf(t.db, w)
	if err != nil {
		return err
	}
	used, err := t.partsUsed(w)
	for _, part := range used {
		if _, there := models.PartOf(divisions, part); !there {
			return models.Fail(models.KindConflict, models.CodePartInUse)
		}
	}
	if err != nil {
		return err
	}
	told, err := t.divisionsUsed(w)
	for _, division := range told {
		if models.AtDivision(divisions, division) == nil {
			return models.Fail(models.KindConflict, models.CodePartInUse)
		}
	}
	return err
}

// partsUsed are the parts that steps belong to, those that vote in rounds, and those
// whose results are told.
func (t *tx) partsUsed(w models.WorkshopID) ([]models.PartID, error) {
	var used []models.PartID
	err := t.db.Model(&models.Step{}).Where("workshop_id = ? AND part_id <> '' AND NOT removed", w).Pluck("part_id", &used).Error
	if err != nil {
		return nil, err
	}
	rounds, err := t.roundsOfParts(w)
	for _, round := range rounds {
		used = append(used, round.Parts...)
	}
	if err != nil {
		return nil, err
	}
	told, err := t.partsTold(w)
	return append(used, told...), err
}

// roundsOfParts are the rounds in which not everybody votes whose step it is.
func (t *tx) roundsOfParts(w models.WorkshopID) ([]models.Round, error) {
	var rounds []models.Round
	err := t.db.Where("workshop_id = ? AND parts IS NOT NULL AND NOT removed", w).Find(&rounds).Error
	return rounds, err
}

// mustBePart refuses, with `invalid`, a part that steps cannot be open to, as the
// member of a command names it: one that is gone, or of guests.
func (t *tx) mustBePart(w models.WorkshopID, member string, id models.PartID) error {
	if id == "" {
		return nil
	}
	divisions, err := divisionsOf(t.db, w)
	if err != nil {
		return err
	}
	part, there := models.PartOf(divisions, id)
	switch {
	case !there:
		return unknown(member)
	case part.Guests:
		return models.Fail(models.KindInvalid, models.CodeInvalid).At(member, models.ReasonChoice)
	}
	return nil
}

// divisionsOf are the ways the room is divided.
func divisionsOf(db *gorm.DB, w models.WorkshopID) ([]models.Division, error) {
	var divisions []models.Division
	err := db.Where("workshop_id = ? AND NOT removed", w).Order("position, id").Find(&divisions).Error
	return divisions, err
}

// ChoosePart sits the actor down in a part of a division, or in none: said
// absolutely, so saying it twice is harmless. Participants only. Codes:
// `not-found` for the division, `part-gone`, `part-settled` where something
// hangs on the part she sits in, `workshop-not-open`.
func (s *Store) ChoosePart(ctx context.Context, by models.Actor, id models.DivisionID, in models.ChosenPart) (models.MyParts, error) {
	var mine models.MyParts
	if err := in.Check(); err != nil {
		return mine, err
	}
	err := s.writer.do(ctx, by.Workshop, func(t *tx) error {
		w, err := t.workshop(by.Workshop)
		if err != nil {
			return err
		}
		division, err := find[models.Division](t, by.Workshop, id)
		if err := firstOf(err, w.MustBeOpen()); err != nil {
			return err
		}
		if err := s.sitDown(t, by, division, in.Part); err != nil {
			return err
		}
		sits, err := sitsOf(t.db, by)
		mine.Parts = sits.Parts
		return err
	})
	return mine, err
}

// sitDown changes where somebody sits. A guest has no dots: hers are taken back.
func (s *Store) sitDown(t *tx, by models.Actor, division models.Division, to models.PartID) error {
	part, there := division.Part(to)
	if to != "" && !there {
		return models.Fail(models.KindConflict, models.CodePartGone)
	}
	var now sitting
	err := t.db.Where("workshop_id = ? AND seat_id = ? AND division_id = ?", by.Workshop, by.Seat, division.ID).Limit(1).Find(&now).Error
	if err != nil || now.PartID == to {
		return err
	}
	if err := s.mustBeFree(t, by, now.PartID); err != nil {
		return err
	}
	if part.Guests {
		if err := s.takeDotsBack(t, by); err != nil {
			return err
		}
	}
	if err := t.silence(by.Workshop, "seat_id = ? AND part_id = ?", by.Seat, now.PartID); err != nil {
		return err
	}
	t.progressed[by.Workshop] = true
	if to == "" {
		return t.db.Delete(&now).Error
	}
	return t.db.Save(&sitting{WorkshopID: by.Workshop, SeatID: by.Seat, DivisionID: division.ID, PartID: to}).Error
}

// mustBeFree refuses, with `part-settled`, to leave a part in whose steps the
// actor wrote, or may have voted, or as which she may have: a round that was
// counted knows no longer who did, so it holds everybody.
func (s *Store) mustBeFree(t *tx, by models.Actor, part models.PartID) error {
	if part == "" {
		return nil
	}
	settled := models.Fail(models.KindConflict, models.CodePartSettled)
	var written int64
	err := t.db.Table("entries AS e").Joins("JOIN steps s ON s.workshop_id = e.workshop_id AND s.id = e.step_id").
		Where("e.workshop_id = ? AND e.seat_id = ? AND NOT e.removed AND NOT s.removed AND s.part_id = ?", by.Workshop, by.Seat, part).
		Count(&written).Error
	if err != nil || written > 0 {
		return firstOf(err, settled)
	}
	rounds, err := t.roundsHeldIn(by.Workshop, part)
	for _, round := range rounds {
		voted, err := s.mayHaveVoted(t, by, round)
		if err != nil || voted {
			return firstOf(err, settled)
		}
	}
	return err
}

// roundsHeldIn are the rounds that people who sit in the part vote in, or have.
func (t *tx) roundsHeldIn(w models.WorkshopID, part models.PartID) ([]models.Round, error) {
	var held []models.Round
	err := t.db.Where("workshop_id = ? AND state <> ? AND NOT removed AND step_id IN (?)", w, models.RoundPrepared,
		t.db.Model(&models.Step{}).Select("id").Where("workshop_id = ? AND part_id = ? AND NOT removed", w, part)).Find(&held).Error
	if err != nil {
		return nil, err
	}
	ofParts, err := t.roundsOfParts(w)
	for _, round := range ofParts {
		if round.State != models.RoundPrepared && slices.Contains(round.Parts, part) {
			held = append(held, round)
		}
	}
	return held, err
}

func (s *Store) mayHaveVoted(t *tx, by models.Actor, round models.Round) (bool, error) {
	if round.State == models.RoundClosed {
		return !round.NobodyVoted(), nil
	}
	ballot, err := s.myBallot(t.db, round, by.Seat)
	if models.CodeOf(err) == models.CodeRoundInterrupted {
		return true, nil
	}
	return len(ballot.ballot()) > 0, err
}

// sitsOf is where the actor sits.
func sitsOf(db *gorm.DB, by models.Actor) (models.Sits, error) {
	chosen := []models.PartID{}
	err := db.Model(&sitting{}).Where("workshop_id = ? AND seat_id = ?", by.Workshop, by.Seat).Order("division_id").Pluck("part_id", &chosen).Error
	if err != nil || len(chosen) == 0 {
		return models.Sits{Parts: chosen}, err
	}
	divisions, err := divisionsOf(db, by.Workshop)
	return models.SitsIn(divisions, chosen), err
}

// mustTakePart refuses who only watches the step. Codes: those of
// Step.MayTakePart.
func (t *tx) mustTakePart(by models.Actor, step models.Step) error {
	if by.Role != models.RoleParticipant {
		return nil
	}
	sits, err := sitsOf(t.db, by)
	return firstOf(err, step.MayTakePart(by, sits))
}

// mustVoteHere refuses who does not vote in the round; where she sits is asked only if
// it is known that she sits somewhere. Codes: those of Step.MayTakePart and
// Round.MayTakePart.
func (t *tx) mustVoteHere(by models.Actor, step models.Step, round models.Round, somewhere bool) error {
	var sits models.Sits
	var err error
	if somewhere {
		sits, err = sitsOf(t.db, by)
	}
	return firstOf(err, step.MayTakePart(by, sits), round.MayTakePart(sits))
}

// deal sits everybody down who sits nowhere in a division that is dealt: each
// in the part with the fewest.
func (t *tx) deal(division models.Division) error {
	if !division.Dealt {
		return nil
	}
	var standing []models.SeatID
	err := t.db.Raw(`SELECT id FROM seats WHERE workshop_id = ? AND role = ? AND NOT removed AND NOT EXISTS (
			SELECT 1 FROM sittings WHERE workshop_id = seats.workshop_id AND seat_id = seats.id AND division_id = ?) ORDER BY id`,
		division.WorkshopID, models.RoleParticipant, division.ID).Scan(&standing).Error
	if err != nil || len(standing) == 0 {
		return err
	}
	counts, err := countParts(t.db, division.WorkshopID)
	if err != nil {
		return err
	}
	sitting := map[models.PartID]int{}
	for _, count := range counts {
		sitting[count.Part] = count.Seats
	}
	return t.sitAll(division, standing, division.Deal(len(standing), sitting))
}

func (t *tx) sitAll(division models.Division, seats []models.SeatID, parts []models.PartID) error {
	t.progressed[division.WorkshopID] = true
	for i, part := range parts {
		row := sitting{WorkshopID: division.WorkshopID, SeatID: seats[i], DivisionID: division.ID, PartID: part}
		if err := t.db.Create(&row).Error; err != nil {
			return err
		}
	}
	return nil
}

// dealIn sits down who has just come in, wherever people are dealt.
func (t *tx) dealIn(w models.WorkshopID) error {
	divisions, err := divisionsOf(t.db, w)
	for i := 0; err == nil && i < len(divisions); i++ {
		err = t.deal(divisions[i])
	}
	return err
}

// countParts counts who sits in each part, and who of them is done with the
// step that is open to it.
func countParts(db *gorm.DB, w models.WorkshopID) ([]models.PartCount, error) {
	var counts []models.PartCount
	err := db.Raw(`SELECT p.part_id AS part, COUNT(*) AS seats, COUNT(s.id) AS done, COUNT(k.seat_id) > 0 AS speaks
		FROM sittings p JOIN seats q ON q.workshop_id = p.workshop_id AND q.id = p.seat_id AND NOT q.removed
		LEFT JOIN steps s ON s.workshop_id = p.workshop_id AND s.id = q.done_step AND s.part_id = p.part_id AND s.state = 'open'
		LEFT JOIN spokespersons k ON k.workshop_id = p.workshop_id AND k.part_id = p.part_id AND k.seat_id = p.seat_id
		WHERE p.workshop_id = ? GROUP BY p.part_id ORDER BY p.part_id`, w).Scan(&counts).Error
	return counts, err
}
