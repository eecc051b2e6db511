package rehearsal

import (
	"fmt"

	"dilna/models"
	"dilna/models/voting"
)

// pickBallots finds among the ballots of the file those that give what each part gave.
func (r *plannedRound) pickBallots(reading, named []*plannedIdea) bool {
	entries := make([]models.EntryID, len(reading))
	for n, i := range reading {
		entries[n] = i.id
	}
	asked := r.asked(named)
	var kinds []kind
	var of [][]int // the ballots of each kind
	known := map[string]int{}
	for n, ballot := range r.ballots {
		if !r.counts(ballot) {
			continue
		}
		gives := asked.in(numbersOf(r.rule().Tally(entries, []voting.Ballot{ballot.votes()})))
		k, there := known[fmt.Sprint(gives)]
		if !there {
			k = len(kinds)
			known[fmt.Sprint(gives)] = k
			kinds, of = append(kinds, kind{gives: gives}), append(of, nil)
		}
		kinds[k].left++
		of[k] = append(of[k], n)
	}
	var demands []demand
	for _, result := range r.file.PartResults {
		demands = append(demands, demand{result.Voters, asked.in(numbersOfPart(result, named))})
	}
	shared := share(kinds, demands)
	for n := range shared {
		for k, taken := range shared[n] {
			r.portions[n].ballots = append(r.portions[n].ballots, of[k][:taken]...)
			of[k] = of[k][taken:]
		}
	}
	return shared != nil
}

// figure is one of the numbers that a result says of an entry and that ballots add up to.
type figure struct {
	entry models.EntryID
	of    string
}

// asking are the numbers that the file says of each part: of others nothing is asked.
type asking []figure

func (r *plannedRound) asked(named []*plannedIdea) asking {
	var asked asking
	said := map[figure]int{}
	for _, result := range r.file.PartResults {
		for n := range numbersOfPart(result, named) {
			if said[n]++; said[n] == len(r.file.PartResults) {
				asked = append(asked, n)
			}
		}
	}
	return asked
}

// in are those numbers, in one order.
func (a asking) in(numbers map[figure]int) []int {
	row := make([]int, len(a))
	for i, n := range a {
		row[i] = numbers[n]
	}
	return row
}

// numbersOfPart are those the file says of a part. What it says of an entry that is not
// played no ballot gives.
func numbersOfPart(result models.PartResultMinutes, named []*plannedIdea) map[figure]int {
	all := map[figure]int{}
	for _, line := range result.Results {
		var entry models.EntryID
		if idea := namedAt(named, line.Entry); idea != nil {
			entry = idea.id
		}
		addNumbers(all, entry, line.Points, line.Details)
	}
	return all
}

func numbersOf(results []voting.Result) map[figure]int {
	all := map[figure]int{}
	for _, result := range results {
		addNumbers(all, result.Entry, &result.Points, result.Details)
	}
	return all
}

// addNumbers adds what is said of one entry.
func addNumbers(all map[figure]int, entry models.EntryID, points *int, d voting.Details) {
	for of, n := range map[string]*int{"points": points, "said": d.Said, "for": d.For, "against": d.Against, "abstain": d.Abstain} {
		if n != nil {
			all[figure{entry, of}] = *n
		}
	}
	for of, list := range map[string][]int{"counts": d.Counts, "sums": d.Sums} {
		for i, n := range list {
			all[figure{entry, fmt.Sprint(of, i)}] = n
		}
	}
}
