package workshopfile

import "dilna/models"

// checkPartResults checks that a round is told by a division that is there, and by
// parts and on entries that are, each once.
func (f *findings) checkPartResults(at path, round models.RoundMinutes, divisions []models.DivisionMinutes, entries int) {
	switch by := round.ByPart; {
	case by == nil:
		if len(round.PartResults) > 0 {
			f.add(at.with("by_part"), models.ReasonEmpty, noDivisionSaid)
		}
		return
	case *by < 0 || *by >= len(divisions):
		f.add(at.with("by_part"), models.ReasonUnknown, noSuchDivision)
		return
	}
	parts := map[int]bool{}
	for i, result := range round.PartResults {
		here := at.with("part_results", i)
		if !isThere([2]int{*round.ByPart, result.Part}, divisions) {
			f.add(here.with("part"), models.ReasonUnknown, noSuchPartTold)
		}
		if parts[result.Part] {
			f.add(here, models.ReasonDuplicate, partToldTwice)
		}
		parts[result.Part] = true
		f.checkResults(here.with("results"), result.Results, entries)
	}
}

// checkResults checks that lines are of entries that are there, each once.
func (f *findings) checkResults(at path, lines []models.ResultMinutes, entries int) {
	named := map[int]bool{}
	for i, line := range lines {
		if line.Entry < 0 || line.Entry >= entries {
			f.add(at.with(i), models.ReasonUnknown, noSuchIdea(line.Entry, entries))
		}
		if named[line.Entry] {
			f.add(at.with(i), models.ReasonDuplicate, entryToldTwice)
		}
		named[line.Entry] = true
	}
}
