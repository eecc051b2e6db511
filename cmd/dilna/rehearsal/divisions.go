package rehearsal

import (
	"context"
	"fmt"
	"net/http"
	"slices"

	"dilna/models"
)

// plannedDivision is a way the room is divided. Seats of its parts are how many
// are to sit there.
type plannedDivision struct {
	models.Division
	path  string
	add   models.NewDivision
	known bool // the file says how many sat where; else all are dealt
}

// divisions reads how the room is divided. What the API would not take cannot be
// left out: steps are of parts.
func (p *planner) divisions(file []models.DivisionMinutes) error {
	for n, m := range file {
		d := &plannedDivision{Division: m.Division(), path: fmt.Sprintf("divisions[%d]", n), known: saysSeats(m)}
		d.add = models.NewDivision{ID: d.ID, Heading: d.Heading, Dealt: d.Dealt, Parts: slices.Clone(d.Parts)}
		if err := d.add.Check(); err != nil {
			return p.refused(d.path, err)
		}
		d.Heading = p.tidy(d.Heading, d.add.Heading)
		for i := range d.Parts {
			d.Parts[i].Heading = p.tidy(d.Parts[i].Heading, d.add.Parts[i].Heading)
		}
		p.divided = append(p.divided, d)
	}
	return nil
}

// saysSeats says whether the file knows how many sat where.
func saysSeats(m models.DivisionMinutes) bool {
	return slices.ContainsFunc(m.Parts, func(part models.PartMinutes) bool { return part.Seats > 0 })
}

func (p *plan) divisionRows() []models.Division {
	var rows []models.Division
	for _, d := range p.divided {
		rows = append(rows, d.Division)
	}
	return rows
}

// partOf gives the step to the part whose it is in the file.
func (p *planner) partOf(s *plannedStep) {
	rows := p.divisionRows()
	s.part = models.PartAt(rows, s.row.Part)
	if part, _ := models.PartOf(rows, s.part); part.Guests {
		p.note(s.path+".part", p.say.Say("krok těch, kdo jen přihlížejí: hraje ho celý sál", "a step of those who only watch: everybody plays it"))
		s.part, s.row.Part = "", nil
	}
}

// partsOf gives the round to the parts that vote in it in the file.
func (p *planner) partsOf(r *plannedRound) {
	rows := p.divisionRows()
	for n, at := range r.file.Parts {
		part := models.PartAt(rows, &at)
		if row, _ := models.PartOf(rows, part); row.Guests {
			p.note(fmt.Sprintf("%s.parts[%d]", r.path, n), p.say.Say("kolo těch, kdo jen přihlížejí: nehlasují", "a round of those who only watch: they do not vote"))
			continue
		}
		r.add.Parts = append(r.add.Parts, part)
	}
}

// seatVoters has at least as many sit in a part as voted in its steps, and as many
// in the parts of a round as voted in it.
func (p *planner) seatVoters() {
	for _, s := range p.steps {
		for _, r := range s.rounds {
			if !r.way.cast() {
				continue
			}
			if s.part != "" {
				p.seatIn(r, r.voters(s.votedOn()), s.part)
			}
			if len(r.add.Parts) > 0 {
				p.seatIn(r, r.voters(s.votedOn()), r.add.Parts...)
			}
		}
	}
}

// seatIn has so many sit in one of the parts: those that lack in the first.
func (p *planner) seatIn(r *plannedRound, voted int, parts ...models.PartID) {
	sat := 0
	for _, id := range parts {
		_, part := p.partAt(id)
		sat += part.Seats
	}
	if voted <= sat {
		return
	}
	d, part := p.partAt(parts[0])
	if d.known {
		p.note(r.path, p.say.Say("u části „%s“ hlasovalo %d a sedělo %d: sedne si jich tolik, kolik hlasovalo",
			"in “%s” %d voted and %d sat: as many sit down as voted", part.Heading, voted, sat))
	}
	part.Seats += voted - sat
}

// partAt is a part that is there, with its division.
func (p *plan) partAt(id models.PartID) (*plannedDivision, *models.DivisionPart) {
	for _, d := range p.divided {
		for i := range d.Parts {
			if d.Parts[i].ID == id {
				return d, &d.Parts[i]
			}
		}
	}
	return nil, nil
}

// seated is how many sit in parts of the division that take part, and in those
// that watch.
func (d *plannedDivision) seated() (taking, watching int) {
	for _, part := range d.Parts {
		if part.Guests {
			watching += part.Seats
		} else {
			taking += part.Seats
		}
	}
	return taking, watching
}

// watching is how many phones write and vote nowhere.
func (p *plan) watching() int {
	most := 0
	for _, d := range p.divided {
		_, watching := d.seated()
		most = max(most, watching)
	}
	return most
}

// seat says who sits where: who takes part from the first phone on, who watches
// from the last. Where the file does not say how many sat in a part, those who
// do not watch are dealt.
func (p *plan) seat() {
	chosen := make([][]models.PartID, p.participants)
	all := p.participants - p.watching()
	for _, d := range p.divided {
		first, last := 0, len(chosen)-1
		for _, part := range d.Parts {
			for range part.Seats {
				if part.Guests {
					chosen[last] = append(chosen[last], part.ID)
					last--
				} else {
					chosen[first] = append(chosen[first], part.ID)
					first++
				}
			}
		}
		if !d.known {
			for i, part := range d.dealRest(all - first) {
				chosen[first+i] = append(chosen[first+i], part)
			}
		}
	}
	rows := p.divisionRows()
	for _, parts := range chosen {
		p.sits = append(p.sits, models.SitsIn(rows, parts))
	}
}

// dealRest deals so many people more, as the server does.
func (d *plannedDivision) dealRest(people int) []models.PartID {
	sitting := map[models.PartID]int{}
	for _, part := range d.Parts {
		sitting[part.ID] = part.Seats
	}
	dealt := d.Deal(people, sitting)
	for i, part := range d.Parts {
		d.Parts[i].Seats = sitting[part.ID]
	}
	return dealt
}

// takingPart are the numbers of the phones that write and vote in the step.
func (p *plan) takingPart(s *plannedStep) []int {
	step, participant := models.Step{PartID: s.part}, models.Actor{Role: models.RoleParticipant}
	var numbers []int
	for n, sits := range p.sits {
		if step.MayTakePart(participant, sits) == nil {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

// voting are the numbers of the phones that vote in the round.
func (p *plan) voting(s *plannedStep, r *plannedRound) []int {
	round := models.Round{Parts: r.add.Parts}
	return slices.DeleteFunc(p.takingPart(s), func(n int) bool { return round.MayTakePart(p.sits[n]) != nil })
}

// beside are the steps from number n on that stand open together: each is of a
// part of its own. A step of the room stands alone.
func (p *plan) beside(n int) []*plannedStep {
	known, end := map[models.PartID]bool{}, n
	for end < len(p.steps) && p.steps[end].part != "" && !known[p.steps[end].part] {
		known[p.steps[end].part] = true
		end++
	}
	return p.steps[n:max(end, n+1)]
}

// expectedDivisions say how many sat where in the end.
func (p *plan) expectedDivisions() []models.DivisionMinutes {
	var all []models.DivisionMinutes
	for _, d := range p.divided {
		all = append(all, d.Minutes(nil))
	}
	return all
}

// divide divides the room, before anybody is in it.
func (s *stage) divide(ctx context.Context) error {
	for _, d := range s.plan.divided {
		if _, err := s.steer(ctx, http.MethodPost, "/divisions", d.add); err != nil {
			return err
		}
	}
	return nil
}

// sitDown has all phones choose where they sit, at once.
func (s *stage) sitDown(ctx context.Context) error {
	if len(s.plan.divided) == 0 {
		return nil
	}
	s.say(false, "účastníci si sedají", "people sit down")
	everybody := make([]int, len(s.phones))
	for n := range everybody {
		everybody[n] = n
	}
	return s.tolerateAll(s.onPhones(everybody, func(n int, p *phone) error { return s.choose(ctx, p, s.plan.sits[n]) }))
}

// choose sits one down in its part of each division. Where people are dealt, it
// sits somewhere already: it stands up if it is to sit nowhere.
func (s *stage) choose(ctx context.Context, p *phone, sits models.Sits) error {
	for _, d := range s.plan.divided {
		var part models.PartID
		for _, id := range sits.Parts {
			if _, of := d.Part(id); of {
				part = id
			}
		}
		if part == "" && !d.Dealt {
			continue
		}
		if err := s.choosePart(ctx, p, d.ID, part); err != nil {
			return err
		}
	}
	return nil
}

func (s *stage) choosePart(ctx context.Context, p *phone, division models.DivisionID, part models.PartID) error {
	path := s.workshop + "/divisions/" + string(division) + "/mine"
	c, err := newCommand(sortSitting, http.MethodPut, path, models.ChosenPart{Part: part})
	if err != nil {
		return err
	}
	c.key = "" // it says all there is to say: saying it twice is harmless
	a, err := p.device.send(ctx, c)
	if err != nil {
		return err
	}
	var mine models.MyParts
	if err := readAnswer(path, a.body, &mine); err != nil {
		return err
	}
	if part != "" && !slices.Contains(mine.Parts, part) {
		s.differs("%s: vybraná část %s, potvrzeno bylo %v", "%s: part %s chosen, acknowledged were %v", p.screen.name, part, mine.Parts)
	}
	if p.habit.repeats {
		return s.repeat(ctx, p, c, a)
	}
	return nil
}
