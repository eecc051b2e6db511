package rehearsal

import "slices"

// kind are so many ballots that give the same, and what one of them gives.
type kind struct {
	gives []int
	left  int
}

// demand is what so many ballots are to give together.
type demand struct {
	ballots int
	sums    []int
}

// mostTries is how often a choice is made before the search is given up: ballots that
// say much are told apart by their sums soon, and those that say little are of few kinds.
const mostTries = 3_000_000

// share deals ballots out so that each demand is met: of each, how many of each kind
// are its own. nil where no such way was found.
func share(kinds []kind, demands []demand) [][]int {
	if len(kinds) == 0 {
		return nil
	}
	s := sharing{dealt: make([][]int, len(demands)), tries: mostTries}
	for _, k := range kinds {
		s.kinds = append(s.kinds, kind{append(slices.Clone(k.gives), 1), k.left})
	}
	for _, d := range demands {
		s.needs = append(s.needs, append(slices.Clone(d.sums), d.ballots))
	}
	s.raise()
	if !s.demand(0) {
		return nil
	}
	return s.dealt
}

// sharing looks for it: demand by demand, kind by kind, as many as fit and then fewer.
// How many ballots there are is one more number that each of them gives.
type sharing struct {
	kinds []kind
	needs [][]int // of each demand
	dealt [][]int
	tries int
}

// raise has no ballot give anything below 0, and demands as much more as so many ballots
// then give: what is given and needed can only go down, one ballot after the other.
func (s *sharing) raise() {
	for c := range s.kinds[0].gives {
		least := 0
		for _, k := range s.kinds {
			least = min(least, k.gives[c])
		}
		for i := range s.kinds {
			s.kinds[i].gives[c] -= least
		}
		for _, need := range s.needs {
			need[c] -= least * need[len(need)-1]
		}
	}
}

func (s *sharing) demand(d int) bool {
	if d == len(s.needs) {
		return true
	}
	s.dealt[d] = make([]int, len(s.kinds))
	return s.kind(d, 0, slices.Clone(s.needs[d]), s.reach())
}

// reach is what all that is left gives, from each kind on.
func (s *sharing) reach() [][]int {
	reach := make([][]int, len(s.kinds)+1)
	reach[len(s.kinds)] = make([]int, len(s.kinds[0].gives))
	for i, k := range slices.Backward(s.kinds) {
		reach[i] = slices.Clone(reach[i+1])
		add(reach[i], k.gives, k.left)
	}
	return reach
}

// kind meets what demand d still needs from kind i on. Where it cannot, all is as it was.
func (s *sharing) kind(d, i int, needed []int, reach [][]int) bool {
	if !slices.ContainsFunc(needed, func(n int) bool { return n != 0 }) {
		return s.demand(d + 1)
	}
	if s.tries--; s.tries < 0 || !within(needed, reach[i]) {
		return false
	}
	here, n := &s.kinds[i], 0
	for ; n < here.left && within(here.gives, needed); n++ {
		add(needed, here.gives, -1)
	}
	for here.left -= n; ; n-- {
		if s.dealt[d][i] = n; s.kind(d, i+1, needed, reach) {
			return true
		}
		if n == 0 {
			return false
		}
		add(needed, here.gives, 1)
		here.left++
	}
}

// within says whether no number of a is above that of b.
func within(a, b []int) bool {
	for i := range a {
		if a[i] > b[i] {
			return false
		}
	}
	return true
}

func add(to, gives []int, times int) {
	for i := range to {
		to[i] += times * gives[i]
	}
}
