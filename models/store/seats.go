package store

import (
	"context"
	"crypto/subtle"
	"slices"

	"gorm.io/gorm"

	"dilna/models"
)

// WorkshopByCode is the workshop whose doors that code opens. A wrong code and
// one whose doors are shut get the same answer, `code-unknown` (TM-02).
func (s *Store) WorkshopByCode(ctx context.Context, code models.Code) (models.Workshop, error) {
	return s.openWorkshop(ctx, "code", string(code))
}

// WorkshopByDoor is the workshop whose doors the token of a QR code opens; the
// refusal is that of a wrong code.
func (s *Store) WorkshopByDoor(ctx context.Context, token string) (models.Workshop, error) {
	return s.openWorkshop(ctx, "door_token", token)
}

func (s *Store) openWorkshop(ctx context.Context, column, value string) (models.Workshop, error) {
	var w models.Workshop
	err := s.readers.WithContext(ctx).Where(column+" = ? AND state = ?", value, models.WorkshopOpen).Take(&w).Error
	if models.CodeOf(translate(err)) == models.CodeNotFound {
		return w, models.Fail(models.KindNotFound, models.CodeCodeUnknown).At("code", models.ReasonUnknown)
	}
	return w, translate(err)
}

// OpenWall gives a seat that only watches to whoever has the wall's link; a
// wrong token is `not-found`.
func (s *Store) OpenWall(ctx context.Context, w models.WorkshopID, wallToken, tokenHash string) (models.Seat, error) {
	seat := models.Seat{ID: models.NewID[models.SeatID](), WorkshopID: w, Role: models.RoleWall, TokenHash: tokenHash}
	err := s.writer.do(ctx, w, func(t *tx) error {
		workshop, err := t.workshop(w)
		if err != nil {
			return err
		}
		if workshop.RemovedAt != 0 || subtle.ConstantTimeCompare([]byte(workshop.WallToken), []byte(wallToken)) != 1 {
			return models.Fail(models.KindNotFound, models.CodeNotFound)
		}
		return t.db.Create(&seat).Error
	})
	return seat, err
}

// seatKey is what a device shows to be let to its seat.
type seatKey struct {
	workshop  models.WorkshopID
	tokenHash string
}

// SeatByToken is the seat of a device in the workshop; codes: those of
// Seat.Refusal. Seats that were found, and those given up, are kept in memory.
func (s *Store) SeatByToken(ctx context.Context, w models.WorkshopID, tokenHash string) (models.Seat, error) {
	if known, ok := s.seats.Load(seatKey{w, tokenHash}); ok && !known.(models.Seat).Removed {
		return known.(models.Seat), nil
	}
	var seat models.Seat
	err := s.readers.WithContext(ctx).Where("workshop_id = ? AND token_hash = ?", w, tokenHash).
		Where("EXISTS (SELECT 1 FROM workshops WHERE id = seats.workshop_id AND removed_at = 0)").Take(&seat).Error
	if models.CodeOf(translate(err)) == models.CodeNotFound {
		return seat, models.Fail(models.KindUnauthenticated, models.CodeSeatMissing)
	}
	if err != nil || seat.Removed {
		return seat, firstOf(translate(err), seat.Refusal())
	}
	known, _ := s.seats.LoadOrStore(seatKey{w, tokenHash}, seat)
	return known.(models.Seat), known.(models.Seat).Refusal()
}

// LookSeatsUp has the seats of a workshop, or of all, looked up anew: another
// instance may have changed what is known of them.
func (s *Store) LookSeatsUp(w models.WorkshopID) {
	s.seats.Range(func(key, _ any) bool {
		if w == "" || key.(seatKey).workshop == w {
			s.seats.Delete(key)
		}
		return true
	})
}

// Mine is what the seat has written and where its dots lie in open rounds.
func (s *Store) Mine(ctx context.Context, by models.Actor) (models.Mine, error) {
	mine := models.Mine{Seat: by.Seat, Ideas: []models.EntryID{}, Causes: []models.EntryID{}, Ballots: []models.Ballot{}, Parts: []models.PartID{}}
	if by.Seat == "" {
		return mine, nil
	}
	err := s.read(ctx, func(db *gorm.DB) error {
		if err := db.Model(&models.Seat{}).Where("workshop_id = ? AND id = ?", by.Workshop, by.Seat).Select("number, ticket > 0").Row().Scan(&mine.Number, &mine.Ticket); err != nil {
			return notFound(err)
		}
		for method, ids := range map[models.Method]*[]models.EntryID{models.MethodCollect: &mine.Ideas, models.MethodFishbone: &mine.Causes} {
			err := db.Model(&models.Entry{}).Where("workshop_id = ? AND seat_id = ? AND method = ? AND NOT removed", by.Workshop, by.Seat, method).
				Order("position").Pluck("id", ids).Error
			if err != nil {
				return err
			}
		}
		var rounds []models.Round
		var err error
		if err := db.Where("workshop_id = ? AND state = ? AND NOT removed", by.Workshop, models.RoundOpen).
			Order("id").Find(&rounds).Error; err != nil {
			return err
		}
		for _, round := range rounds {
			ballot, err := s.myBallot(db, round, by.Seat)
			if models.CodeOf(err) == models.CodeRoundInterrupted {
				continue // nobody can tell which was hers
			}
			if err != nil {
				return err
			}
			mine.Ballots = append(mine.Ballots, ballot.told(round))
		}
		if mine.Agreed, err = myAgreements(db, by); err != nil {
			return err
		}
		if mine.Unseen, err = unseen(db, by); err != nil {
			return err
		}
		sits, err := sitsOf(db, by)
		if err != nil {
			return err
		}
		mine.Parts = sits.Parts
		if mine.Speaks, err = speaksFor(db, by); err != nil {
			return err
		}
		mine.MySignals, err = signalsOf(db, by)
		return err
	})
	return mine, err
}

// Progress is how many have a seat, are done, want to speak, and have voted in
// the open rounds, and where a result is still to be shown.
// Connected is left to the feed.
func (s *Store) Progress(ctx context.Context, w models.WorkshopID) (models.Progress, error) {
	var p models.Progress
	err := s.read(ctx, func(db *gorm.DB) error {
		if err := countSignals(db, w, &p); err != nil {
			return err
		}
		parts, err := countParts(db, w)
		if err != nil {
			return err
		}
		p.Parts = parts
		var open []openCount
		err = db.Raw(`SELECT r.id AS round, s.part_id AS part, r.parts AS among, COUNT(b.voter) AS count,
				COUNT(*) FILTER (WHERE b.used = b.budget) AS spent, COUNT(*) FILTER (WHERE b.paper > 0) AS paper
			FROM rounds r JOIN steps s ON s.workshop_id = r.workshop_id AND s.id = r.step_id
			LEFT JOIN ballots b ON b.workshop_id = r.workshop_id AND b.round_id = r.id AND b.used > 0
			WHERE r.workshop_id = ? AND r.state = ? AND NOT r.removed GROUP BY r.id, s.part_id, r.parts ORDER BY r.id`, w, models.RoundOpen).
			Scan(&open).Error
		if err := firstOf(err, countVoters(db, w, &p, open)); err != nil {
			return err
		}
		p.Awaited, err = awaitedIn(db, w)
		return err
	})
	return p, err
}

// awaitedIn are the open steps in which a result is still to be shown.
func awaitedIn(db *gorm.DB, w models.WorkshopID) ([]models.StepID, error) {
	var rounds []models.Round
	err := db.Where("workshop_id = ? AND state = ? AND NOT revealed AND NOT removed", w, models.RoundClosed).
		Where("step_id IN (SELECT id FROM steps WHERE workshop_id = ? AND state = ? AND NOT removed)", w, models.StepOpen).
		Order("step_id").Find(&rounds).Error
	var awaited []models.StepID
	for _, round := range rounds {
		if round.Awaited() && !slices.Contains(awaited, round.StepID) {
			awaited = append(awaited, round.StepID)
		}
	}
	return awaited, err
}
