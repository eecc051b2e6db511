package crowd

import (
	"context"
	"errors"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"sync/atomic"

	"dilna/models"
	"dilna/models/voting"
)

// Bounds of what pretend people do: enough to see how it looks, never so much
// that a real workshop could be mistaken for it.
const (
	mostIdeasEach = 2  // of one person in one step
	mostCauses    = 14 // of all in one step
	mainBones     = 4  // until there are as many, causes are main ones
)

// crowd is the pretend people of one workshop.
type crowd struct {
	store    Store
	tell     func(models.WorkshopID) // somebody came
	workshop models.WorkshopID
	people   int // who play; 0: all sit and wait
	leave    context.CancelFunc
	left     chan struct{} // closed once nobody plays any more
	*company
}

// company is who they are and what they have said so far.
type company struct {
	seats  []*person
	came   atomic.Int32            // seats taken, for those who count from outside
	chance *rand.Rand              // the same workshop is played the same way
	unsaid map[models.StepID][]int // what nobody has said in a step yet, by its number among the words
}

func newCompany(w models.WorkshopID) *company {
	seed := fnv.New64a()
	_, _ = seed.Write([]byte(w))                                                                       // never fails
	return &company{chance: rand.New(rand.NewPCG(seed.Sum64(), 0)), unsaid: map[models.StepID][]int{}} //nolint:gosec // a play
}

// person is one of them.
type person struct {
	models.Actor
	parts   []models.PartID                  // where she sits
	ideas   map[models.StepID]int            // written
	read    map[models.EntryID]bool          // of others, where people may agree
	ballots map[models.RoundID]voting.Ballot // as they stand
	changes int64                            // of ballots, counted as a phone does
}

// scene is what people see of a step that is open to them, and what is in it.
type scene struct {
	language string
	step     models.Step
	topics   []models.Topic
	ideas    []models.Entry // those voted on, where people vote
	causes   []models.Entry
	round    *models.Round // open; nil: nobody votes
}

// beat lets somebody come in, or a few do something. over: there is nothing
// to play in any more.
func (c *crowd) beat(ctx context.Context) (over bool, err error) {
	changes, err := c.store.Changes(ctx, c.workshop, 0)
	switch {
	case models.CodeOf(err) == models.CodeNotFound:
		return true, nil // the rehearsal was removed
	case err != nil:
		return false, err
	case changes.Workshop.State == models.WorkshopEnded:
		return true, nil
	case changes.Workshop.State != models.WorkshopOpen:
		return false, nil
	}
	if len(c.seats) < c.people {
		return false, refused(c.comeIn(ctx))
	}
	scenes := look(changes)
	for range 1 + c.people/8 {
		if err != nil {
			return false, err
		}
		err = refused(c.turn(ctx, c.seats[c.chance.IntN(c.people)], changes.Divisions, scenes))
	}
	return false, err
}

// refused forgives a refusal: the facilitator has gone on in the meantime, and
// a person would see it and wait.
func refused(err error) error {
	if refusal, ok := errors.AsType[*models.Error](err); ok && refusal.Kind != models.KindInternal {
		return nil
	}
	return err
}

// look finds what people see in the whole picture of a workshop: the step where
// everybody is, and those that parts of the room have open.
func look(changes models.Changes) []scene {
	var scenes []scene
	for _, step := range changes.Steps {
		here := step.ID == changes.Workshop.CurrentStep || step.PartID != ""
		if here && step.State == models.StepOpen && !step.Removed {
			scenes = append(scenes, scenesOf(step, changes)...)
		}
	}
	return scenes
}

// scenesOf is the step; where people vote, each round of it.
func scenesOf(step models.Step, changes models.Changes) []scene {
	now := scene{language: changes.Workshop.Head.Language, step: step}
	for _, topic := range changes.Topics {
		if topic.StepID == now.step.ID && !topic.Removed {
			now.topics = append(now.topics, topic)
		}
	}
	for _, idea := range changes.Ideas {
		if idea.StepID == now.step.ID && !idea.Removed {
			now.ideas = append(now.ideas, idea)
		}
	}
	for _, cause := range changes.Causes {
		if cause.StepID == now.step.ID && !cause.Removed {
			now.causes = append(now.causes, cause)
		}
	}
	var voting []scene
	for _, round := range changes.Rounds {
		if round.StepID == now.step.ID && round.State == models.RoundOpen && !round.Removed {
			vote := now
			vote.round = &round
			vote.ideas = slices.DeleteFunc(slices.Clone(now.ideas), func(idea models.Entry) bool { return !round.VotesOn(idea.ID) })
			voting = append(voting, vote)
		}
	}
	if len(voting) > 0 {
		return voting
	}
	return []scene{now}
}

// isFor says whether somebody who sits there does anything in it.
func (s scene) isFor(by models.Actor, sits models.Sits) bool {
	return s.step.MayTakePart(by, sits) == nil && (s.round == nil || s.round.MayTakePart(sits) == nil)
}

// turn is somebody's: she sits down where the room is divided, else does something
// in one of the steps that are open to her.
func (c *crowd) turn(ctx context.Context, p *person, divisions []models.Division, scenes []scene) error {
	for _, division := range divisions {
		if !division.Removed && !slices.ContainsFunc(p.parts, func(id models.PartID) bool { _, in := division.Part(id); return in }) {
			return c.sitDown(ctx, p, division)
		}
	}
	sits := models.SitsIn(divisions, p.parts)
	mine := slices.DeleteFunc(slices.Clone(scenes), func(s scene) bool { return !s.isFor(p.Actor, sits) })
	if len(mine) == 0 {
		return nil
	}
	return c.act(ctx, p, mine[c.chance.IntN(len(mine))])
}

// sitDown takes the emptiest part; nobody who is pretended is a guest.
func (c *crowd) sitDown(ctx context.Context, p *person, division models.Division) error {
	sitting := map[models.PartID]int{}
	for _, other := range c.seats {
		for _, part := range other.parts {
			sitting[part]++
		}
	}
	for _, part := range division.Deal(1, sitting) {
		mine, err := c.store.ChoosePart(ctx, p.Actor, division.ID, models.ChosenPart{Part: part})
		if err != nil {
			return err
		}
		p.parts = mine.Parts
	}
	return nil
}

func (c *crowd) comeIn(ctx context.Context) error {
	c.came.Add(1) // before others are told that somebody came
	seat, err := c.store.JoinPretending(ctx, c.workshop, models.HashSecret(models.NewSecret()))
	if err != nil {
		c.came.Add(-1)
		return err
	}
	c.seats = append(c.seats, &person{
		Actor: models.Actor{Role: models.RoleParticipant, Workshop: c.workshop, Seat: seat.ID},
		ideas: map[models.StepID]int{}, read: map[models.EntryID]bool{}, ballots: map[models.RoundID]voting.Ballot{},
	})
	c.tell(c.workshop)
	return nil
}

// act is what a person does next: vote where there is a vote, else write, then read what
// others wrote.
func (c *crowd) act(ctx context.Context, p *person, now scene) error {
	switch {
	case now.round != nil && len(now.ideas) > 0:
		return c.vote(ctx, p, now)
	case now.round == nil && now.step.Method == models.MethodCollect && p.ideas[now.step.ID] < mostIdeasEach:
		return c.write(ctx, p, now)
	case now.round == nil && now.step.Agreeing && !now.step.Blind:
		return c.agree(ctx, p, now.ideas)
	case now.step.Method == models.MethodFishbone && len(now.causes) < mostCauses:
		return c.askWhy(ctx, p, now)
	}
	return nil
}

func (c *crowd) write(ctx context.Context, p *person, now scene) error {
	text, ok := c.say(now.step.ID, wordsIn(now.language).about(now.step))
	if !ok {
		return nil
	}
	idea := models.NewEntry{ID: models.NewID[models.EntryID](), Text: text}
	if len(now.topics) > 0 {
		idea.Topic = now.topics[c.chance.IntN(len(now.topics))].ID
	}
	_, err := c.store.AddEntry(ctx, p.Actor, models.NewID[models.Key](), models.MethodCollect, now.step.ID, idea)
	if err == nil {
		p.ideas[now.step.ID]++
	}
	return err
}

// agree has a person read an idea of somebody else; with every second one she agrees.
func (c *crowd) agree(ctx context.Context, p *person, ideas []models.Entry) error {
	unread := slices.DeleteFunc(slices.Clone(ideas), func(idea models.Entry) bool {
		return p.read[idea.ID] || idea.SeatID == p.Seat || idea.Hidden || idea.Agreed != nil
	})
	if len(unread) == 0 {
		return nil
	}
	idea := unread[c.chance.IntN(len(unread))]
	p.read[idea.ID] = true
	if c.chance.IntN(2) == 0 {
		return nil
	}
	_, err := c.store.Agree(ctx, p.Actor, idea.ID, models.SetAgreement{Agrees: true, Seq: 1})
	return err
}

func (c *crowd) askWhy(ctx context.Context, p *person, now scene) error {
	text, ok := c.say(now.step.ID, wordsIn(now.language).causes)
	if !ok {
		return nil
	}
	cause := models.NewEntry{ID: models.NewID[models.EntryID](), Text: text}
	if len(now.causes) >= mainBones {
		cause.Parent = now.causes[c.chance.IntN(len(now.causes))].ID
	}
	_, err := c.store.AddEntry(ctx, p.Actor, models.NewID[models.Key](), models.MethodFishbone, now.step.ID, cause)
	return err
}

// say picks what nobody has said in the step yet; false once everything has
// been: nobody repeats another.
func (c *company) say(step models.StepID, texts []string) (string, bool) {
	unsaid, begun := c.unsaid[step]
	if !begun {
		unsaid = c.chance.Perm(len(texts))
	}
	if len(unsaid) == 0 {
		return "", false
	}
	c.unsaid[step] = unsaid[1:]
	return texts[unsaid[0]%len(texts)], true
}
