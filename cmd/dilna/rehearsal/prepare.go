package rehearsal

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"

	"dilna/models"
)

// prepare signs the facilitator in and makes the workshop with its agenda.
func (s *stage) prepare(ctx context.Context) error {
	s.say(false, "přihlašuji se a zakládám jednání", "signing in and making the workshop")
	for range s.door.Servers { // taken in turn
		if _, err := s.facilitator.device.get(ctx, "/api/health"); err != nil {
			return &Unreachable{strings.Join(s.door.Servers, ", "), err}
		}
	}
	if err := s.signIn(ctx); err != nil {
		return err
	}
	id := models.NewID[models.WorkshopID]()
	s.report.Workshop = id
	empty := models.NewWorkshop{ID: id, Template: "empty", Head: models.Head{Language: s.plan.head.Language}}
	c, err := newCommand(sortSteering, http.MethodPost, "/api/workshops", empty)
	if err != nil {
		return err
	}
	if _, err := s.facilitator.device.send(ctx, c); err != nil {
		return err
	}
	s.workshop = "/api/workshops/" + string(id)
	for _, w := range s.watchers() {
		w.path = s.workshop + "/feed"
	}
	if _, err := s.steer(ctx, http.MethodPatch, "/head", headChange(s.plan.head)); err != nil {
		return err
	}
	if err := s.signOffice(ctx); err != nil {
		return err
	}
	if err := s.prepareQuestions(ctx); err != nil {
		return err
	}
	if err := s.divide(ctx); err != nil {
		return err
	}
	return s.addSteps(ctx)
}

// signIn is the facilitator's way in: by a one-time link or by a password.
func (s *stage) signIn(ctx context.Context) error {
	d, body := s.facilitator.device, map[string]string{"login": s.door.Login, "password": s.door.Password}
	path := "/api/sign-in"
	if s.door.Link != "" {
		var link struct{ Purpose models.LinkPurpose }
		if err := s.post(ctx, d, "/api/links", map[string]string{"link": s.door.Link}, &link); err != nil {
			return err
		}
		body = map[string]string{"link": s.door.Link}
		if link.Purpose == models.LinkFirstAccount {
			if s.door.Login == "" || s.door.Password == "" {
				return ErrAccountNeeded
			}
			path = "/api/accounts"
			body["name"], body["login"], body["password"] = s.door.Login, s.door.Login, s.door.Password
		}
	}
	return s.post(ctx, d, path, body, nil)
}

const joinPath = "/api/join"

// post sends what is no command of a workshop; it needs no key.
func (s *stage) post(ctx context.Context, d *device, path string, body, into any) error {
	c, err := newCommand(sortSteering, http.MethodPost, path, body)
	if err != nil {
		return err
	}
	c.key = ""
	if path == joinPath {
		c.sort = sortJoin
	}
	a, err := d.send(ctx, c)
	if err != nil || into == nil {
		return err
	}
	return readAnswer(path, a.body, into)
}

// headChange sets every member of the head, the empty ones too: the server may
// have filled in what it thinks likely.
func headChange(h models.Head) models.HeadChange {
	facilitators := append([]string{}, h.Facilitators...) // [] and not null, which would change nothing
	return models.HeadChange{
		Language: &h.Language, Programme: &h.Programme, Group: &h.Group, Number: &h.Number, Title: &h.Title,
		Date: &h.Date, Start: &h.Start, End: &h.End, Place: &h.Place, Facilitators: &facilitators,
		Attendance: h.Attendance, NextMeeting: &h.NextMeeting,
	}
}

func (s *stage) addSteps(ctx context.Context) error {
	for _, step := range s.plan.steps {
		add, change := step.commands()
		if _, err := s.steer(ctx, http.MethodPost, "/steps", add); err != nil {
			return err
		}
		step.added = true
		if _, err := s.steer(ctx, http.MethodPatch, "/steps/"+string(step.id), change); err != nil {
			return err
		}
	}
	return nil
}

// letIn opens the doors; the facilitator, the wall and all phones come in, the
// phones at once, and wait until each shows the workshop.
func (s *stage) letIn(ctx, watching context.Context) error {
	if err := s.admit(ctx); err != nil {
		return err
	}
	a, err := s.steer(ctx, http.MethodPut, "/state", map[string]models.WorkshopState{"state": models.WorkshopOpen})
	if err != nil {
		return err
	}
	var opened models.Workshop
	if err := readAnswer("/state", a.body, &opened); err != nil {
		return err
	}
	var door struct{ Code, Wall string }
	if err := s.facilitator.device.fetch(ctx, s.workshop+"/door", &door); err != nil {
		return err
	}
	for _, w := range s.watchers() {
		s.crowd.enter(w.screen.audience)
	}
	s.follow(watching, s.facilitator)
	if err := s.openWall(ctx, watching, door.Wall); err != nil {
		return err
	}
	codes, err := s.codes(ctx, door.Code)
	if err != nil {
		return err
	}
	start := time.Now()
	if err := s.joinAll(ctx, watching, codes); err != nil {
		return err
	}
	s.report.Joined = len(s.phones)
	if err := s.await(ctx, s.crowd.expectRevision(time.Time{}, opened.Revision)); err != nil {
		return err
	}
	s.report.JoinTook = time.Since(start)
	s.say(true, "%s v místnosti za %s", "%s in the room after %s",
		s.options.Say.Count(len(s.phones), "telefon|telefony|telefonů", "phone|phones"), round(s.report.JoinTook))
	return nil
}

func (s *stage) openWall(ctx, watching context.Context, link string) error {
	token, ok := wallToken(link)
	if !ok {
		return fmt.Errorf("door: %q is no link of the wall", link)
	}
	if err := s.post(ctx, s.wall.device, s.workshop+"/wall", map[string]string{"token": token}, nil); err != nil {
		return err
	}
	s.follow(watching, s.wall)
	return nil
}

// joinAll has all phones show their codes at the same time, and follow once they are in.
func (s *stage) joinAll(ctx, watching context.Context, codes []string) error {
	var joining sync.WaitGroup
	errs := make([]error, len(s.phones))
	for n, p := range s.phones {
		joining.Go(func() {
			errs[n] = s.post(ctx, p.device, joinPath, map[string]string{"code": codes[n]}, nil)
		})
	}
	joining.Wait()
	if err := errors.Join(append(errs, s.emptyLobby(ctx))...); err != nil {
		return err
	}
	for _, p := range s.phones {
		s.follow(watching, p.watcher)
	}
	return nil
}

// follow keeps a screen up to date until watching ends.
func (s *stage) follow(watching context.Context, w *watcher) {
	s.streams.Go(func() {
		if err := w.watch(watching); err != nil {
			s.findings.add(findingScreens, err.Error())
		}
	})
}
