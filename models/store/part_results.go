package store

import (
	"maps"
	"slices"

	"gorm.io/gorm"

	"dilna/models"
	"dilna/models/voting"
)

// countByParts keeps what each part of the round's division gave that may be told
// apart from the others (docs/adr/0051). It is the last moment at which ballots can be
// told from each other, and nothing of what is not told is kept. Where the key of the
// round is gone, so is who sat where.
func (s *Store) countByParts(t *tx, round models.Round) error {
	if round.ByPart == "" {
		return nil
	}
	division, err := find[models.Division](t, round.WorkshopID, round.ByPart)
	if err != nil {
		return err
	}
	ballots, err := s.ballotsByParts(t, round, division)
	if models.CodeOf(err) == models.CodeRoundInterrupted {
		return nil
	}
	if err != nil {
		return err
	}
	of, err := t.ideasOf(round)
	if err != nil {
		return err
	}
	entries := slices.Sorted(maps.Keys(of))
	for _, part := range ballots.ToldApart(division.Parts) {
		cast := ballots.Of[part]
		totals := models.NewPartTotals(round, part, len(cast), round.Rule.Tally(entries, cast))
		if err := t.db.CreateInBatches(totals, 500).Error; err != nil {
			return err
		}
	}
	return nil
}

// ballotsByParts are the ballots of an open round that count, by where their voters
// sit. Code `round-interrupted`.
func (s *Store) ballotsByParts(t *tx, round models.Round, division models.Division) (models.PartBallots, error) {
	by := models.PartBallots{Of: map[models.PartID][]voting.Ballot{}}
	sits, err := s.partsOfVoters(t.db, round, division)
	if err != nil {
		return by, err
	}
	open, err := ballotsIn(t.db, round, "voter")
	for _, b := range open {
		said := b.ballot()
		part, there := sits[b.voter]
		switch {
		case len(said) == 0 || !round.Rule.Counts(said):
		case b.paper > 0:
			by.Paper++
		case there:
			by.Of[part] = append(by.Of[part], said)
		default:
			by.Elsewhere++
		}
	}
	return by, err
}

// partsOfVoters is where the voters of an open round sit, by their pseudonyms.
func (s *Store) partsOfVoters(db *gorm.DB, round models.Round, division models.Division) (map[string]models.PartID, error) {
	var sittings []sitting
	err := db.Where("workshop_id = ? AND division_id = ?", round.WorkshopID, division.ID).Find(&sittings).Error
	sits := make(map[string]models.PartID, len(sittings))
	for i := 0; err == nil && i < len(sittings); i++ {
		if _, there := division.Part(sittings[i].PartID); there {
			var voter string
			voter, err = s.pseudonym(db, round, sittings[i].SeatID)
			sits[voter] = sittings[i].PartID
		}
	}
	return sits, err
}

// mergedPartTotals gives the totals of ideas that were merged to what they live on in,
// as mergedTotals does.
const mergedPartTotals = `SELECT t.workshop_id, t.round_id, CASE i.merged_into WHEN '' THEN i.id ELSE i.merged_into END AS entry_id,
		t.points, t.details, t.part_id, t.voters
	FROM part_totals t JOIN entries i ON i.workshop_id = t.workshop_id AND i.id = t.entry_id
	WHERE t.workshop_id = ?`

// readPartTotals reads what parts gave in closed rounds, part by part and by idea, so
// that the order tells nothing.
func readPartTotals(db *gorm.DB, rounds []models.Round, totals map[models.RoundID][]models.PartTotal) error {
	for _, round := range rounds {
		if round.State != models.RoundClosed || round.ByPart == "" {
			continue
		}
		var of []models.PartTotal
		if err := db.Raw(mergedPartTotals+" AND t.round_id = ? ORDER BY 6, 3", round.WorkshopID, round.ID).Scan(&of).Error; err != nil {
			return err
		}
		totals[round.ID] = of
	}
	return nil
}

// mustBeDivision refuses, with `invalid`, a round that is told by the parts of a
// division that is not there.
func (t *tx) mustBeDivision(round models.Round) error {
	if round.ByPart == "" {
		return nil
	}
	divisions, err := divisionsOf(t.db, round.WorkshopID)
	if err == nil && models.AtDivision(divisions, round.ByPart) == nil {
		return unknown("by_part")
	}
	return err
}

// divisionsUsed are those by whose parts rounds are told.
func (t *tx) divisionsUsed(w models.WorkshopID) ([]models.DivisionID, error) {
	var used []models.DivisionID
	err := t.db.Model(&models.Round{}).Where("workshop_id = ? AND by_part <> '' AND NOT removed", w).Pluck("by_part", &used).Error
	return used, err
}

// partsTold are the parts whose results are told.
func (t *tx) partsTold(w models.WorkshopID) ([]models.PartID, error) {
	var told []models.PartID
	err := t.db.Raw(`SELECT DISTINCT t.part_id FROM part_totals t JOIN rounds r ON r.workshop_id = t.workshop_id AND r.id = t.round_id
		WHERE t.workshop_id = ? AND NOT r.removed`, w).Scan(&told).Error
	return told, err
}

// partResults is what the record says of the parts of a round; entries are named by
// their index in order.
func (r *record) partResults(round models.Round, order []models.EntryID) []models.PartResultMinutes {
	at := models.AtDivision(r.divisions, round.ByPart)
	if at == nil {
		return nil
	}
	results := map[models.PartID]models.PartResult{}
	for _, result := range round.PartResults(r.byParts[round.ID]) {
		results[result.Part] = result
	}
	var told []models.PartResultMinutes
	for i, part := range r.divisions[*at].Parts {
		result, there := results[part.ID]
		if !there {
			continue
		}
		m := models.PartResultMinutes{Part: i, Voters: result.Voters}
		for entry, id := range order {
			for _, place := range result.Standing {
				if place.Idea == id {
					m.Results = append(m.Results, models.ResultMinutes{Entry: entry, Points: place.Points, Details: place.Details})
				}
			}
		}
		told = append(told, m)
	}
	return told
}

// partResults are what parts gave in a round of the file.
func (a *adder) partResults(round int, r models.RoundMinutes, order []models.EntryID) {
	if r.ByPart == nil {
		return
	}
	for _, result := range r.PartResults {
		part := models.PartAt(a.divisions, &[2]int{*r.ByPart, result.Part})
		for _, line := range result.Results {
			if a.err == nil {
				a.err = a.tx.db.Create(&models.PartTotal{PartID: part, Voters: result.Voters, Total: models.Total{
					WorkshopID: a.step.WorkshopID, RoundID: a.roundIDs[round], EntryID: order[line.Entry], Points: line.Points, Details: line.Details,
				}}).Error
			}
		}
	}
}
