package models

import "slices"

// Change is one thing a version says otherwise than the one before: Was empty
// is something new, Now empty something gone.
type Change struct {
	Where string `json:"where,omitempty" doc:"heading of the step; empty: the head of the minutes"`
	Was   string `json:"was,omitempty"`
	Now   string `json:"now,omitempty"`
}

// ChangesSince compares what two versions say in public, line by line in the
// order they are read. It is silent about how things are laid out and whether
// people are named: a list of names that is printed no more would be told again.
func (e Edition) ChangesSince(before Edition) []Change {
	before.Options.Names = e.Options.Names
	was, now := linesOf(before.Public()), linesOf(e.Public())
	for len(was) > 0 && len(now) > 0 && was[0] == now[0] {
		was, now = was[1:], now[1:]
	}
	for len(was) > 0 && len(now) > 0 && was[len(was)-1] == now[len(now)-1] {
		was, now = was[:len(was)-1], now[:len(now)-1]
	}
	return paired(was, now)
}

// paired walks two texts along the lines they share: what one has between two
// of them stands for what the other has there. Where something is left out now,
// what stood there is not said again.
func paired(was, now []saidLine) []Change {
	var changes []Change
	i, j := 0, 0
	for _, pair := range append(sharedLines(was, now), [2]int{len(was), len(now)}) {
		gone, added := was[i:pair[0]], now[j:pair[1]]
		if slices.ContainsFunc(added, saidLine.isLeftOut) {
			gone = nil
		}
		for k := range max(len(gone), len(added)) {
			changes = append(changes, changeAt(gone, added, k))
		}
		i, j = pair[0]+1, pair[1]+1
	}
	return changes
}

func changeAt(gone, added []saidLine, k int) Change {
	var c Change
	if k < len(gone) {
		c.Where, c.Was = gone[k].where, gone[k].text
	}
	if k < len(added) {
		c.Where, c.Now = added[k].where, added[k].text
	}
	return c
}

// mostCompared bounds the table of sharedLines: two versions that differ in
// more than two thousand lines each are told apart without it.
const mostCompared = 4_000_000

// sharedLines are the index pairs of a longest common subsequence.
func sharedLines(was, now []saidLine) [][2]int {
	if len(was)*len(now) > mostCompared {
		return nil
	}
	longest := commonLengths(was, now)
	var pairs [][2]int
	for i, j := 0, 0; i < len(was) && j < len(now); {
		switch {
		case was[i] == now[j]:
			pairs = append(pairs, [2]int{i, j})
			i, j = i+1, j+1
		case longest[i+1][j] >= longest[i][j+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}

// commonLengths has, for what is left of both texts from each place, how many
// lines they share.
func commonLengths(was, now []saidLine) [][]int {
	longest := make([][]int, len(was)+1)
	for i := range longest {
		longest[i] = make([]int, len(now)+1)
	}
	for i := len(was) - 1; i >= 0; i-- {
		for j := len(now) - 1; j >= 0; j-- {
			longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			if was[i] == now[j] {
				longest[i][j] = longest[i+1][j+1] + 1
			}
		}
	}
	return longest
}
