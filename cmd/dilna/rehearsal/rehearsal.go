// Package rehearsal plays a workshop file as a live workshop through the
// public HTTP API, and nothing else of the server: one simulated facilitator,
// as many phones as wanted and a wall, each on connections of its own with the
// live feed open. Facilitators use it as a dress rehearsal, operators as a
// load test, developers as the test that what was acknowledged is kept once,
// and shown to everybody alike.
package rehearsal

import (
	"context"
	"errors"
	"time"

	"dilna/cmd/dilna/language"
	"dilna/models"
)

// Options say how a rehearsal goes.
type Options struct {
	Participants int               // 0: as many as the file has or needs
	Seed         uint64            // who casts which ballot, when streams are dropped
	Patience     time.Duration     // how long a change may take to reach everybody
	Say          language.Language // of the report and of refusals
	// Progress is told what is being done; final lines are to be kept.
	Progress func(line string, final bool)
}

// Door is how the simulated facilitator gets in. Link is the secret of a
// one-time link; one for the first account needs a login and a password too.
type Door struct {
	Servers         []string // like http://192.168.1.20:8080; several instances of one Dílna, taken in turn
	Link            string
	Login, Password string
}

// Unreachable is a server that does not answer, or is no Dílna.
type Unreachable struct {
	Server string
	Cause  error
}

func (u *Unreachable) Error() string { return u.Server + " does not answer: " + u.Cause.Error() }
func (u *Unreachable) Unwrap() error { return u.Cause }

// ErrAccountNeeded: the link of the door makes the first account, and nothing
// says which.
var ErrAccountNeeded = errors.New("the link makes the first account, which needs a login and a password")

// Rehearsal is a workshop file ready to be played.
type Rehearsal struct {
	options Options
	file    models.Minutes
	plan    *plan
}

// Prepare checks that the file can be played: an error of type *Unplayable
// says why not.
func Prepare(file models.Minutes, o Options) (*Rehearsal, error) {
	p, err := newPlan(file, o.Participants, o.Say)
	if err != nil {
		return nil, err
	}
	if o.Progress == nil {
		o.Progress = func(string, bool) {}
	}
	return &Rehearsal{options: o, file: file, plan: p}, nil
}

// Participants is how many phones will take part.
func (r *Rehearsal) Participants() int { return r.plan.participants }

// OpenFiles is how many files this process needs at once, with the server in
// it or not: each device has a stream, and a connection for commands to each server.
func (r *Rehearsal) OpenFiles(servers int, serverToo bool) int {
	needed := (r.plan.participants + 2) * (1 + servers)
	if serverToo {
		needed *= 2 // both ends of each connection
	}
	return needed + 100 // the database, the terminal, the runtime
}

// Play plays the file. The report tells what was found wrong, an error that
// the rehearsal could not go on.
func (r *Rehearsal) Play(ctx context.Context, door Door) (*Report, error) {
	s := newStage(r, door)
	start := time.Now()
	err := s.play(ctx)
	s.report.Finished, s.report.Took = err == nil, time.Since(start)
	s.sum()
	return s.report, err
}
