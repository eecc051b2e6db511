package store

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"gorm.io/gorm"

	"dilna/models"
)

// Minutes is the whole record of a workshop as it is now, its photos with their bytes.
func (s *Store) Minutes(ctx context.Context, w models.WorkshopID) (models.Minutes, error) {
	var m models.Minutes
	err := s.read(ctx, func(db *gorm.DB) (err error) {
		r := record{w: w, db: db, now: s.now()}
		if m, err = r.minutes(); err == nil {
			m, err = withPhotos(db, w, m)
		}
		return err
	})
	return m, err
}

// minutes is the record, with the edits laid over it.
func (r *record) minutes() (models.Minutes, error) {
	if err := r.load(); err != nil {
		return models.Minutes{}, err
	}
	m := models.Minutes{Head: r.head, Feedback: r.spoken, Admission: r.admission, Office: r.office, Steps: make([]models.StepMinutes, 0, len(r.steps))}
	for _, division := range r.divisions {
		m.Divisions = append(m.Divisions, division.Minutes(r.seats))
	}
	for _, step := range r.steps {
		minutes, err := r.step(step)
		if err != nil {
			return m, err
		}
		m.Steps = append(m.Steps, minutes)
	}
	return m, nil
}

// record is a workshop's rows, gathered by what they stand in.
type record struct {
	w         models.WorkshopID
	db        *gorm.DB
	now       time.Time               // texts of the feedback may have to wait
	spoken    *models.FeedbackMinutes // what people said of the workshop
	head      models.Head
	admission *models.AdmissionMinutes
	office    *models.Office
	steps     []models.Step
	divisions []models.Division
	seats     []models.PartCount // how many sit where
	rounds    map[models.StepID][]models.Round
	combined  map[models.StepID][]models.Combination
	photos    map[models.StepID][]models.Photo
	topics    map[spot][]models.Topic
	rows      map[spot][]models.Entry
	totals    map[models.EntryID]map[models.RoundID]models.Total
	byParts   map[models.RoundID][]models.PartTotal
	edits     map[string]models.Edit            // what an editor has laid over it; nil for the record itself
	merged    map[models.EntryID]models.EntryID // what merged ideas live on in
	said      wordings
}

// spot is where siblings stand: in a step, in a topic of it, under one of their
// own; of entries, those of one method.
type spot struct {
	step          models.StepID
	method        models.Method
	topic, parent string
}

// under is where what stands under an entry stands.
func under(e models.Entry) spot { return spot{step: e.StepID, method: e.Method, parent: string(e.ID)} }

func (r *record) load() error {
	if err := mustBeWhole(r.db, r.w); err != nil {
		return err
	}
	var workshop models.Workshop
	if err := r.db.Where("id = ?", r.w).Take(&workshop).Error; err != nil {
		return err
	}
	r.head = workshop.Head
	var err error
	if r.spoken, err = r.feedback(workshop); err != nil {
		return err
	}
	topics, entries, rounds, combined, photos := []models.Topic{}, []models.Entry{}, []models.Round{}, []models.Combination{}, []models.Photo{}
	for _, rows := range []any{&r.steps, &r.divisions, &topics, &entries, &rounds, &combined, &photos} {
		if err := r.db.Where("workshop_id = ? AND NOT removed", r.w).Order("position, id").Find(rows).Error; err != nil {
			return err
		}
	}
	if r.seats, err = countParts(r.db, r.w); err != nil {
		return err
	}
	came, err := came(r.db, workshop, rounds)
	if err != nil {
		return err
	}
	r.admission = workshop.Admission.Minutes(came)
	draft, err := draftOf(r.db, r.w)
	if err != nil {
		return err
	}
	r.office = draft.Office.OrNil()
	r.topics = group(topics, func(t models.Topic) spot { return spot{step: t.StepID, parent: string(t.ParentID)} })
	r.rows = group(entries, func(e models.Entry) spot {
		at := spot{step: e.StepID, method: e.Method, parent: string(e.ParentID)}
		if e.ParentID == "" {
			at.topic = string(e.TopicID)
		}
		return at
	})
	r.rounds = group(rounds, func(r models.Round) models.StepID { return r.StepID })
	r.combined = group(combined, func(c models.Combination) models.StepID { return c.StepID })
	r.photos = group(photos, func(p models.Photo) models.StepID { return p.StepID })
	if r.said, err = readWordings(r.db, r.w, "", r.edits); err != nil {
		return err
	}
	r.edit()
	r.conceal()
	r.takeOver()
	return firstOf(r.loadTotals(), r.loadMerged())
}

func (r *record) loadMerged() error {
	var merged []models.Entry
	err := r.db.Where("workshop_id = ? AND merged_into <> ''", r.w).Find(&merged).Error
	r.merged = make(map[models.EntryID]models.EntryID, len(merged))
	for _, idea := range merged {
		r.merged[idea.ID] = idea.MergedInto
	}
	return err
}

func group[T any, K comparable](rows []T, key func(T) K) map[K][]T {
	groups := map[K][]T{}
	for _, row := range rows {
		groups[key(row)] = append(groups[key(row)], row)
	}
	return groups
}

func (r *record) loadTotals() error {
	r.byParts = map[models.RoundID][]models.PartTotal{}
	for _, rounds := range r.rounds {
		for _, round := range rounds {
			if err := mustCount(r.db, round); err != nil {
				return err
			}
		}
		if err := readPartTotals(r.db, rounds, r.byParts); err != nil {
			return err
		}
	}
	var totals []models.Total
	if err := r.db.Raw(mergedTotals+" ORDER BY 2, 3", r.w).Scan(&totals).Error; err != nil {
		return err
	}
	r.totals = map[models.EntryID]map[models.RoundID]models.Total{}
	for _, t := range models.Together(totals) {
		if r.totals[t.EntryID] == nil {
			r.totals[t.EntryID] = map[models.RoundID]models.Total{}
		}
		r.totals[t.EntryID][t.RoundID] = t
	}
	return nil
}

func (r *record) step(s models.Step) (models.StepMinutes, error) {
	var order []models.EntryID
	m := models.StepMinutes{
		Method: s.Method, Heading: s.Heading, Prompt: s.Prompt, Origin: s.Origin, Source: s.Source, Layout: s.Layout,
		Order: s.Order, IdeaLabel: s.IdeaLabel, MarksPerTopic: s.MarksPerTopic, Agreeing: s.Agreeing, Effect: s.Effect, Text: s.Text,
		Ideas:     r.ideasAt(spot{step: s.ID, method: models.MethodCollect}, &order),
		Topics:    r.topicsAt(spot{step: s.ID}, &order),
		Causes:    r.causesAt(spot{step: s.ID, method: models.MethodFishbone}),
		Decisions: r.decisionsAt(spot{step: s.ID, method: models.MethodDecisions}),
		Tasks:     r.tasksAt(spot{step: s.ID, method: models.MethodTasks}),
		Part:      models.PlaceOf(r.divisions, s.PartID),
	}
	if s.Method == models.MethodDecisions {
		order = r.idsAt(spot{step: s.ID, method: models.MethodDecisions})
	}
	for _, round := range r.rounds[s.ID] {
		said, err := r.round(s, round, order)
		if err != nil {
			return m, err
		}
		m.Rounds = append(m.Rounds, said)
	}
	m.Combinations = r.combinations(s.ID, order)
	for _, p := range r.photos[s.ID] {
		m.Photos = append(m.Photos, models.PhotoMinutes{Text: p.Text, Shown: p.Shown, Hash: p.Hash, Row: p.ID, Kept: p.Size})
	}
	return m, nil
}

// topicsAt are the topics of a spot; order gathers the ideas as they are read.
func (r *record) topicsAt(at spot, order *[]models.EntryID) []models.TopicMinutes {
	var topics []models.TopicMinutes
	for _, t := range r.topics[at] {
		m := models.TopicMinutes{Heading: t.Heading, From: t.From}
		m.Ideas = r.ideasAt(spot{step: t.StepID, method: models.MethodCollect, topic: string(t.ID)}, order)
		m.Topics = r.topicsAt(spot{step: t.StepID, parent: string(t.ID)}, order)
		topics = append(topics, m)
	}
	return topics
}

func (r *record) ideasAt(at spot, order *[]models.EntryID) []models.IdeaMinutes {
	var ideas []models.IdeaMinutes
	for _, i := range r.rows[at] {
		*order = append(*order, i.ID)
		merged := r.said.mergedInto(i)
		ideas = append(ideas, models.IdeaMinutes{
			Text: i.Text, Marked: i.Marked, Chosen: i.Chosen, Votes: r.votes(i), Note: i.Note,
			Author: i.Author, Merged: merged, Proposed: i.Proposed, Agreed: r.said.agreedWith(i), Voted: r.votedOn(i, merged), From: i.From.Text, Row: i.ID,
			Ideas: r.ideasAt(under(i), order),
		})
	}
	return ideas
}

// votedOn are the wordings an entry was voted on that it does not say, as the
// minutes may tell them.
func (r *record) votedOn(e models.Entry, merged []string) []models.VotedWording {
	voted := r.said.heldOn(e, merged, r.rounds[e.StepID])
	if r.edits[string(e.ID)].Unvoted {
		return models.Concealed(voted)
	}
	return voted
}

// votes are the totals of an idea up to the last round that knows it; nil is
// "not counted".
func (r *record) votes(i models.Entry) []*int {
	var votes, waiting []*int
	for _, round := range r.rounds[i.StepID] {
		total, known := r.totals[i.ID][round.ID]
		waiting = append(waiting, total.Points)
		if known {
			votes = append(votes, waiting...)
			waiting = nil
		}
	}
	return votes
}

func (r *record) causesAt(at spot) []models.CauseMinutes {
	var causes []models.CauseMinutes
	for _, c := range r.rows[at] {
		causes = append(causes, models.CauseMinutes{
			Text: c.Text, Note: c.Note, From: c.From.Text, Row: c.ID, Causes: r.causesAt(under(c)),
		})
	}
	return causes
}

func (r *record) decisionsAt(at spot) []models.DecisionMinutes {
	var decisions []models.DecisionMinutes
	for _, d := range r.rows[at] {
		decisions = append(decisions, models.DecisionMinutes{
			Text: d.Text, Decision: d.Decision, Note: d.Note, From: d.From.Text, Voted: r.votedOn(d, nil), Row: d.ID,
			Decisions: r.decisionsAt(under(d)),
		})
	}
	return decisions
}

func (r *record) tasksAt(at spot) []models.TaskMinutes {
	var tasks []models.TaskMinutes
	for _, t := range r.rows[at] {
		tasks = append(tasks, models.TaskMinutes{
			Text: t.Text, Task: t.Task, Note: t.Note, From: t.From.Text, Promise: t.PromiseMinutes(), Row: t.ID, Tasks: r.tasksAt(under(t)),
		})
	}
	return tasks
}

// ballots are the single ballots of a closed round, entries by their index in
// reading order. Of a live round they come in the random order in which they
// were torn from their voters, and only where there are enough of them. Their receipts,
// where they have any, stand in the same order.
func (r *record) ballots(round models.Round, order []models.EntryID) ([][]models.CastVote, []models.Receipt, error) {
	cast, err := castIn(r.db, r.w, round.ID)
	if err == nil {
		err = mustBeCast(r.db, round, cast)
	}
	if err != nil || len(cast) == 0 || len(cast) < models.MinBallots && !round.Imported {
		return nil, nil, err
	}
	index := make(map[models.EntryID]int, len(order))
	for i, id := range order {
		index[id] = i
	}
	ballots := make([][]models.CastVote, 0, len(cast))
	for _, c := range cast {
		var choices []choice
		if err := json.Unmarshal([]byte(c.Choices), &choices); err != nil {
			return nil, nil, err
		}
		ballot := make([]models.CastVote, 0, len(choices))
		for _, ch := range choices {
			at, ok := index[cmp.Or(r.merged[ch.Entry], ch.Entry)]
			if !ok {
				return nil, nil, errors.New("a ballot names an idea that is gone")
			}
			same := slices.IndexFunc(ballot, func(vote models.CastVote) bool { return vote.Entry == at && len(r.merged) > 0 && round.AddsUp() })
			if same >= 0 {
				ballot[same].Value += ch.Value
			} else {
				ballot = append(ballot, models.CastVote{Entry: at, Value: ch.Value, Values: ch.Values})
			}
		}
		if !round.Imported {
			slices.SortFunc(ballot, models.CastVote.Compare)
		}
		ballots = append(ballots, ballot)
	}
	return ballots, receiptsOf(cast), nil
}

// rowsSaid are the ids of what a step says, in the order of its minutes.
func (r *record) rowsSaid(step models.StepID) models.RowsSaid {
	said := models.RowsSaid{
		Step:      step,
		Causes:    r.idsAt(spot{step: step, method: models.MethodFishbone}),
		Decisions: r.idsAt(spot{step: step, method: models.MethodDecisions}),
		Tasks:     r.idsAt(spot{step: step, method: models.MethodTasks}),
	}
	for _, photo := range r.photos[step] {
		said.Photos = append(said.Photos, photo.ID)
	}
	r.ideasAt(spot{step: step, method: models.MethodCollect}, &said.Ideas)
	r.topicsAt(spot{step: step}, &said.Ideas)
	var topics func(at spot)
	topics = func(at spot) {
		for _, t := range r.topics[at] {
			said.Topics = append(said.Topics, t.ID)
			topics(spot{step: step, parent: string(t.ID)})
		}
	}
	topics(spot{step: step})
	return said
}

// idsAt are the entries of a spot, each before those under it.
func (r *record) idsAt(at spot) []models.EntryID {
	var ids []models.EntryID
	for _, e := range r.rows[at] {
		ids = append(append(ids, e.ID), r.idsAt(under(e))...)
	}
	return ids
}
