package live

import "dilna/models"

// Crowd is the pretend people of rehearsals whom this instance plays: they are
// in the room without following anything.
type Crowd interface {
	// Set says how many play from now on.
	Set(w models.WorkshopID, people int)
	// Leave sends them away for good: another instance plays them.
	Leave(w models.WorkshopID)
	// Stands is how many are to play, and how many of them came; false if this
	// instance has never played them.
	Stands(w models.WorkshopID) (people, came int, found bool)
	// Playing are the workshops whose people this instance plays.
	Playing() []models.WorkshopID
}

// Welcome has the pretend people count as connected, before anybody follows.
func (h *Hub) Welcome(crowd Crowd) { h.crowd = crowd }

// Play lets that many pretend people play in a workshop, 0 sends all away: by
// way of the instance that plays them already, else of this one.
func (h *Hub) Play(w models.WorkshopID, people int) {
	if _, elsewhere := h.others.crowd(w); !elsewhere {
		h.crowd.Set(w, people)
		return
	}
	h.others.expect(w, people)
	h.bus.Send(Message{Kind: Play, Workshop: w, People: people})
	h.poke(w, progressEvery)
}

func (h *Hub) hearPlay(m Message) {
	if h.crowd == nil {
		return
	}
	if _, _, found := h.crowd.Stands(m.Workshop); found {
		h.crowd.Set(m.Workshop, m.People)
	}
}

// Players is how many pretend people play in a workshop, by way of whichever
// instance.
func (h *Hub) Players(w models.WorkshopID) int { return h.crowdOf(w).people }

func (h *Hub) pretended(w models.WorkshopID) int { return h.crowdOf(w).came }

func (h *Hub) crowdOf(w models.WorkshopID) played {
	if h.crowd != nil {
		if people, came, found := h.crowd.Stands(w); found {
			return played{people, came}
		}
	}
	stands, _ := h.others.crowd(w)
	return stands
}

// CrowdStands tells everybody how the people of a workshop stand now whom this
// instance plays.
func (h *Hub) CrowdStands(w models.WorkshopID) {
	people, came, found := h.crowd.Stands(w)
	h.bus.Send(Message{Kind: Played, Workshop: w, On: found, People: people, Came: came})
	h.poke(w, progressEvery)
}
