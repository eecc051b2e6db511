package live

import (
	"maps"
	"slices"
	"sync"

	"dilna/models"
)

// neighbours are the other instances, as far as they have said what stands.
type neighbours struct {
	mu  sync.Mutex // lock nothing while it is held
	all map[string]*neighbour
}

// neighbour is one of them.
type neighbour struct {
	here  map[models.WorkshopID]map[string]bool // holders in the room
	plays map[models.WorkshopID]played          // pretend people
}

// played is how a crowd stands: how many are to play, and who of them came.
type played struct{ people, came int }

// note notes down what an instance says of itself, and says which workshops
// look different now.
func (n *neighbours) note(from string, m Message) []models.WorkshopID {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.all[from] == nil {
		n.all[from] = &neighbour{here: map[models.WorkshopID]map[string]bool{}, plays: map[models.WorkshopID]played{}}
	}
	who := n.all[from]
	switch {
	case m.Kind == Anew:
		delete(n.all, from) // those who are still there are told next
		return nil
	case m.Kind == Played && m.On:
		who.plays[m.Workshop] = played{m.People, m.Came}
	case m.Kind == Played:
		delete(who.plays, m.Workshop)
	case m.On && who.here[m.Workshop] == nil:
		who.here[m.Workshop] = map[string]bool{m.ID: true}
	case m.On:
		who.here[m.Workshop][m.ID] = true
	default:
		delete(who.here[m.Workshop], m.ID)
		if len(who.here[m.Workshop]) == 0 {
			delete(who.here, m.Workshop)
		}
	}
	return []models.WorkshopID{m.Workshop}
}

// forget forgets an instance, and says which workshops look different now.
func (n *neighbours) forget(instance string) (touched []models.WorkshopID) {
	n.mu.Lock()
	defer n.mu.Unlock()
	who := n.all[instance]
	if who == nil {
		return nil
	}
	delete(n.all, instance)
	for w := range who.here {
		touched = append(touched, w)
	}
	for w := range who.plays {
		touched = append(touched, w)
	}
	return touched
}

// beside counts the holders in the room who are there by way of others, and
// not by way of this instance, which knows its own. Each counts once.
func (n *neighbours) beside(w models.WorkshopID, own map[string]bool) int {
	n.mu.Lock()
	defer n.mu.Unlock()
	var seen []map[string]bool
	count := 0
	for _, who := range n.all {
		for holder := range who.here[w] {
			if !own[holder] && !slices.ContainsFunc(seen, func(other map[string]bool) bool { return other[holder] }) {
				count++
			}
		}
		seen = append(seen, who.here[w])
	}
	return count
}

// crowd is how the pretend people of a workshop stand whom another instance plays.
func (n *neighbours) crowd(w models.WorkshopID) (stands played, found bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, who := range n.all {
		if stands, found = who.plays[w]; found {
			return stands, true
		}
	}
	return played{}, false
}

// expect notes down how many were asked to play, until who plays them says so.
func (n *neighbours) expect(w models.WorkshopID, people int) {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, who := range n.all {
		if stands, found := who.plays[w]; found {
			who.plays[w] = played{people, min(stands.came, people)}
		}
	}
}

// present are the holders in the room who are there by way of others.
func (n *neighbours) present(w models.WorkshopID) map[string]bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	present := map[string]bool{}
	for _, who := range n.all {
		maps.Copy(present, who.here[w])
	}
	return present
}
