package rehearsal

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"

	"dilna/models"
	"dilna/models/workshopfile"
)

// audit fetches the minutes and compares what there is with what was
// acknowledged: in the record, in the facilitator's picture, on every screen.
func (s *stage) audit(ctx context.Context) error {
	s.say(false, "stahuji zápis a kontroluji", "fetching the minutes and checking")
	if err := s.auditMinutes(ctx); err != nil {
		return err
	}
	s.auditPicture()
	return s.auditScreens(ctx)
}

func (s *stage) auditMinutes(ctx context.Context) error {
	var err error
	if s.report.PDF, err = s.facilitator.device.load(ctx, s.workshop+"/minutes.pdf"); err != nil {
		return err
	}
	if !bytes.HasPrefix(s.report.PDF, []byte("%PDF-")) {
		s.differs("zápis v PDF není PDF", "the minutes in PDF are no PDF")
	}
	file, err := s.facilitator.device.load(ctx, s.workshop+"/minutes.json")
	if err != nil {
		return err
	}
	got, err := workshopfile.Decode(file)
	if err != nil {
		s.differs("stažený soubor jednání je vadný: %s", "the workshop file fetched is broken: %s", workshopfile.Explain(err, s.options.Say.Tag()))
		return nil
	}
	comparison{s.findings, s.options.Say}.minutes(s.plan.expected(), got)
	s.report.SameFile = sameFile(s.file, got)
	s.report.BallotsLeftOut = !s.report.SameFile && sameFile(withoutFewBallots(s.file), got)
	return nil
}

// auditPicture compares the rows the facilitator sees with what was
// acknowledged, by their ids: each there once, and none that nobody sent.
func (s *stage) auditPicture() {
	rows := s.facilitator.screen.picture().rows
	for _, want := range s.plan.rows() {
		r := rows[want.id]
		if r == nil {
			s.findings.add(findingLost, s.options.Say.Say("konzole neukazuje potvrzené „%s“ (%s)", "the console does not show the acknowledged “%s” (%s)", want.text, want.id))
			continue
		}
		delete(rows, want.id)
		if got := rowText(r); got != want.text {
			s.differs("konzole ukazuje „%s“, potvrzeno bylo „%s“", "the console shows “%s”, acknowledged was “%s”", got, want.text)
		}
	}
	for id, r := range rows {
		if r.part != partWorkshop {
			s.findings.add(findingDoubled, s.options.Say.Say("konzole ukazuje „%s“ (%s), které nikdo neposlal", "the console shows “%s” (%s), which nobody sent", rowText(r), id))
		}
	}
}

// plannedRow is an acknowledged row as the console must show it.
type plannedRow struct{ id, text string }

// rows are all acknowledged rows.
func (p *plan) rows() []plannedRow {
	var rows []plannedRow
	add := func(added bool, id, text string) {
		if added {
			rows = append(rows, plannedRow{id, text})
		}
	}
	for _, d := range p.divided {
		add(true, string(d.ID), d.Heading)
	}
	for _, s := range p.steps {
		add(s.added, string(s.id), s.row.Heading)
		_ = allTopics(s.topics, nil, func(t, _ *plannedTopic) error { // it never fails
			add(t.added, string(t.id), t.heading)
			return nil
		})
		for _, i := range s.reading() {
			add(i.added, string(i.id), i.row.Text)
		}
		for _, c := range allCauses(nil, s.causes) {
			add(c.added, string(c.add.ID), c.add.Text)
		}
		for _, one := range allAgreed(nil, s.agreed) {
			add(one.added, string(one.add.ID), one.add.Text)
		}
		for _, r := range s.rounds {
			add(r.added, string(r.id), r.add.Label)
		}
	}
	return rows
}

// rowText is what a row says: a text, a heading, a label.
func rowText(r *row) string {
	var content struct{ Text, Heading, Label string }
	if err := json.Unmarshal(r.raw, &content); err != nil {
		return string(r.raw)
	}
	switch r.part {
	case models.PartSteps, models.PartTopics, models.PartDivisions:
		return content.Heading
	case models.PartRounds:
		return content.Label
	}
	return content.Text
}

// auditScreens compares all screens of an audience with what the server gives
// now to who asks for everything: however a screen got there, it must show the
// same (docs/reliability.md, INV-13).
func (s *stage) auditScreens(ctx context.Context) error {
	fresh := map[models.Audience]picture{}
	for _, w := range []*watcher{s.facilitator, s.wall, s.phones[0].watcher} {
		whole, err := w.whole(ctx)
		if err != nil {
			return err
		}
		fresh[w.screen.audience] = whole
	}
	for _, w := range s.watchers() {
		got, want := w.screen.picture(), fresh[w.screen.audience]
		for _, odd := range got.odd {
			s.findings.add(findingScreens, odd)
		}
		s.report.Screens++
		if got.digest == want.digest && got.revision == want.revision {
			s.report.ScreensAgree++
			continue
		}
		s.findings.add(findingScreens, s.options.Say.Say("%s ukazuje revizi %d s %d řádky, server má revizi %d s %d řádky",
			"%s shows revision %d with %d rows, the server has revision %d with %d rows",
			w.screen.name, got.revision, len(got.rows), want.revision, len(want.rows)))
	}
	return nil
}

// sameValue says whether two values are written alike: what is empty and what
// is not there are the same.
func sameValue(a, b any) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && bytes.Equal(x, y) && reflect.TypeOf(a) == reflect.TypeOf(b)
}

// excerpt is a value cut to what a line of a report can hold.
func excerpt(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	const most = 200
	if text := []rune(string(data)); len(text) > most {
		return string(slices.Concat(text[:most], []rune("…")))
	}
	return string(data)
}
