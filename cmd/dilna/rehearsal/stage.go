package rehearsal

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"sync"
	"time"

	"dilna/models"
)

// stage is a rehearsal under way.
type stage struct {
	options Options
	file    models.Minutes
	plan    *plan
	door    Door
	dice    *rand.Rand

	meter    *meter
	crowd    *crowd
	frames   *frames
	findings *findings
	report   *Report

	workshop    string // path of the workshop in the API
	facilitator *watcher
	wall        *watcher
	phones      []*phone
	devices     int // that were made, so that they begin at different servers
	streams     sync.WaitGroup
	before      map[meetingBefore]madeBefore
	blind       bool // some screen stopped following: waiting for all is in vain
}

// Least and most a command is sent again that nobody answers; between them the
// patience of the rehearsal decides.
const (
	insistLeast = 5 * time.Second
	insistMost  = 30 * time.Second
)

func newStage(r *Rehearsal, door Door) *stage {
	s := &stage{
		options: r.options, file: r.file, plan: r.plan, door: door,
		dice:  rand.New(rand.NewPCG(r.options.Seed, 0)),
		meter: newMeter(), findings: &findings{}, report: &Report{}, before: map[meetingBefore]madeBefore{},
	}
	s.crowd = newCrowd(s.meter)
	s.frames = newFrames(s.crowd.show)
	s.report.say, s.report.Seed = r.options.Say, r.options.Seed
	s.report.Participants, s.report.NotPlayed = r.plan.participants, r.plan.notPlayed
	s.facilitator = s.newWatcher("facilitator", "facilitator", models.Facilitators)
	s.wall = s.newWatcher("wall", "wall", models.Wall)
	for n := range r.plan.participants {
		p := &phone{watcher: s.newWatcher(fmt.Sprintf("phone %d", n+1), "participant", models.Participants), habit: habitOf(n)}
		p.watcher.way = p.habit.watching
		s.phones = append(s.phones, p)
	}
	return s
}

func (s *stage) newWatcher(name, as string, a models.Audience) *watcher {
	s.devices++
	insist := min(insistMost, max(insistLeast, s.options.Patience))
	return &watcher{
		device: newDevice(s.door.Servers, s.devices, as, s.options.Say.Tag(), insist, s.meter), screen: newScreen(name, a),
		frames: s.frames, crowd: s.crowd, dice: rand.New(rand.NewPCG(s.options.Seed, s.dice.Uint64())),
	}
}

// watchers are all screens.
func (s *stage) watchers() []*watcher {
	all := []*watcher{s.facilitator, s.wall}
	for _, p := range s.phones {
		all = append(all, p.watcher)
	}
	return all
}

// say tells progress.
func (s *stage) say(final bool, cs, en string, values ...any) {
	s.options.Progress(s.options.Say.Say(cs, en, values...), final)
}

// play is the whole workshop. What is found wrong goes into the findings; an
// error is the end of the rehearsal.
func (s *stage) play(ctx context.Context) error {
	watching, stop := context.WithCancel(ctx)
	defer s.closeDevices()
	defer s.streams.Wait()
	defer stop()
	if err := s.prepare(ctx); err != nil {
		return err
	}
	if err := s.letIn(ctx, watching); err != nil {
		return err
	}
	if err := s.sitDown(ctx); err != nil {
		return err
	}
	for n := 0; n < len(s.plan.steps); {
		beside := s.plan.beside(n)
		if err := s.playBeside(ctx, n, beside); err != nil {
			return err
		}
		n += len(beside)
	}
	if err := s.end(ctx); err != nil {
		return err
	}
	if err := s.hearOut(ctx); err != nil {
		return err
	}
	return s.audit(ctx)
}

func (s *stage) closeDevices() {
	for _, w := range s.watchers() {
		w.device.close()
	}
}

// steer sends a command of the facilitator below the workshop's path.
func (s *stage) steer(ctx context.Context, method, path string, body any) (answer, error) {
	c, err := newCommand(sortSteering, method, s.workshop+path, body)
	if err != nil {
		return answer{}, err
	}
	return s.facilitator.device.send(ctx, c)
}

// steerAll sends a command whose effect everybody is to see, and waits for it.
func (s *stage) steerAll(ctx context.Context, part models.Part, path string, body any) (answer, error) {
	a, err := s.steer(ctx, http.MethodPut, path, body)
	if err != nil {
		return a, err
	}
	seen, err := s.expect(part, a)
	if err != nil {
		return a, err
	}
	return a, s.await(ctx, seen)
}

// expect is the sight of what was acknowledged.
func (s *stage) expect(part models.Part, a answer) (*sight, error) {
	r, err := newRow(part, a.body)
	if err != nil {
		return nil, err
	}
	return s.crowd.expect(a.sent, r), nil
}

// await waits until all screens show it. Once some did not in time, nothing is
// waited for any more: the audit at the end tells which.
func (s *stage) await(ctx context.Context, seen *sight) error {
	if s.blind || seen == nil {
		return nil
	}
	timeout := time.NewTimer(s.options.Patience)
	defer timeout.Stop()
	select {
	case <-seen.all:
	case <-ctx.Done():
		return ctx.Err()
	case <-timeout.C:
		s.blind = true
		n := s.crowd.behind(seen)
		s.findings.add(findingScreens, s.options.Say.Say("%s do %s neukázaly potvrzenou změnu (%s)",
			"%s did not show an acknowledged change within %s (%s)",
			s.options.Say.Count(n, "obrazovka|obrazovky|obrazovek", "screen|screens"), s.options.Patience, seen.id))
	}
	return nil
}
