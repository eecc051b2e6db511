package server

import "slices"

// line are those of one rank who wait, in turn by what they guess at: who signs in
// to her own account waits for one of those who guess at another, not for all.
type line struct {
	targets []string // whose turn it is first
	turns   map[string][]chan bool
	served  string // had the last turn
}

func (l *line) add(target string, turn chan bool) {
	if l.turns == nil {
		l.turns = map[string][]chan bool{}
	}
	if len(l.turns[target]) == 0 {
		l.targets = append(l.targets, target)
		l.passServed()
	}
	l.turns[target] = append(l.turns[target], turn)
}

// passServed lets who came last go before those who had a turn just now.
func (l *line) passServed() {
	if last := len(l.targets) - 1; last > 0 && l.targets[last-1] == l.served {
		l.targets[last-1], l.targets[last] = l.targets[last], l.targets[last-1]
	}
}

// next takes out whose turn it is; nil where nobody waits.
func (l *line) next() chan bool {
	if len(l.targets) == 0 {
		return nil
	}
	target := l.targets[0]
	l.served = target
	turn := l.turns[target][0]
	l.targets = l.targets[1:]
	l.turns[target] = l.turns[target][1:]
	if len(l.turns[target]) > 0 {
		l.targets = append(l.targets, target)
	} else {
		delete(l.turns, target)
	}
	return turn
}

// last takes out who came last of those who guess at what most do; nil where
// nobody waits.
func (l *line) last() chan bool {
	most := ""
	for target, turns := range l.turns {
		if len(turns) > len(l.turns[most]) {
			most = target
		}
	}
	if len(l.turns[most]) == 0 {
		return nil
	}
	turn := l.turns[most][len(l.turns[most])-1]
	l.forget(turn)
	return turn
}

// forget takes somebody out; false where nobody waits there.
func (l *line) forget(turn chan bool) bool {
	for target, turns := range l.turns {
		at := slices.Index(turns, turn)
		if at < 0 {
			continue
		}
		if l.turns[target] = slices.Delete(turns, at, at+1); len(l.turns[target]) == 0 {
			delete(l.turns, target)
			l.targets = slices.DeleteFunc(l.targets, func(other string) bool { return other == target })
		}
		return true
	}
	return false
}

func (l *line) length() (n int) {
	for _, turns := range l.turns {
		n += len(turns)
	}
	return n
}
