package store

import (
	"slices"
	"strings"
	"sync"

	"gorm.io/gorm"

	"dilna/models"
)

// finder keeps the texts of workshops in memory, folded for searching. What it
// has of a workshop is good for one revision and read anew after that, so
// nobody has to tell it of changes, and writing costs nothing (ADR 7).
type finder struct {
	mu    sync.Mutex
	known map[models.WorkshopID]sought
}

// sought is one workshop as it is searched.
type sought struct {
	revision models.Revision
	lines    []models.Line
	folded   string // all lines
}

// shelved is a workshop that may be looked for.
type shelved struct {
	models.Shelved
	Revision models.Revision
}

// find is which of the workshops hold all words, in their order.
func (f *finder) find(db *gorm.DB, all []shelved, words []string) ([]models.WorkshopID, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	var stale []models.WorkshopID
	for _, w := range all {
		if known, ok := f.known[w.ID]; !ok || known.revision != w.Revision {
			stale = append(stale, w.ID)
		}
	}
	for some := range slices.Chunk(stale, 500) {
		if err := f.read(db, some); err != nil {
			return nil, err
		}
	}
	var found []models.WorkshopID
	for _, w := range all {
		if models.HoldsAll(f.known[w.ID].folded, words) {
			found = append(found, w.ID)
		}
	}
	return found, nil
}

// forget drops what is known of a workshop.
func (f *finder) forget(w models.WorkshopID) {
	f.mu.Lock()
	defer f.mu.Unlock()
	delete(f.known, w)
}

// where is in which of its lines a workshop holds the words.
func (f *finder) where(w models.WorkshopID, words []string) []models.Finding {
	f.mu.Lock()
	defer f.mu.Unlock()
	return models.Find(f.known[w].lines, words)
}

// read reads the texts of the workshops anew.
func (f *finder) read(db *gorm.DB, ids []models.WorkshopID) error {
	r := reading{db: db, ids: ids, lines: map[models.WorkshopID][]models.Line{}, headings: map[models.StepID]string{}}
	var workshops []models.Workshop
	if err := db.Where("id IN ?", ids).Find(&workshops).Error; err != nil {
		return err
	}
	for _, w := range workshops {
		for _, text := range []string{w.Head.Programme, w.Head.Group, w.Head.Title, w.Head.Place, strings.Join(w.Head.Facilitators, ", ")} {
			r.add(w.ID, models.LineHead, "", text)
		}
		for _, day := range models.DayAsPrinted(w.Head.Date) {
			r.add(w.ID, models.LineHead, "", day)
		}
	}
	r.steps()
	r.texts("SELECT workshop_id, step_id, 'topic', heading FROM topics WHERE workshop_id IN ? AND NOT removed ORDER BY position")
	r.texts(`SELECT workshop_id, step_id, method, text || '
' || note || '
' || mover || '
' || result || '
' || due || '
' || reason FROM entries WHERE workshop_id IN ? AND NOT removed AND NOT hidden ORDER BY position`)
	if r.err != nil {
		return r.err
	}
	if f.known == nil {
		f.known = map[models.WorkshopID]sought{}
	}
	for _, w := range workshops {
		f.known[w.ID] = sought{revision: w.Revision, lines: r.lines[w.ID], folded: foldAll(r.lines[w.ID])}
	}
	return nil
}

func foldAll(lines []models.Line) string {
	var all strings.Builder
	for _, line := range lines {
		all.WriteString(line.Text)
		all.WriteByte('\n')
	}
	return models.Fold(all.String())
}

// reading gathers the lines of some workshops; after the first error it does
// nothing.
type reading struct {
	db       *gorm.DB
	ids      []models.WorkshopID
	lines    map[models.WorkshopID][]models.Line
	headings map[models.StepID]string
	err      error
}

func (r *reading) add(w models.WorkshopID, place models.LinePlace, step models.StepID, text string) {
	if text != "" {
		r.lines[w] = append(r.lines[w], models.Line{Place: place, Step: r.headings[step], Text: text})
	}
}

func (r *reading) steps() {
	var steps []models.Step
	if r.err = r.db.Where("workshop_id IN ? AND NOT removed", r.ids).Order("position, id").Find(&steps).Error; r.err != nil {
		return
	}
	for _, step := range steps {
		w := step.WorkshopID
		r.headings[step.ID] = step.Heading
		r.add(w, models.LineHeading, step.ID, step.Heading)
		r.add(w, models.LineEffect, step.ID, step.Effect)
		for line := range strings.Lines(step.Text) {
			r.add(w, models.LineText, step.ID, strings.TrimSpace(line))
		}
	}
}

// linePlaces are what search calls the places of topics and entries.
var linePlaces = map[string]models.LinePlace{
	"topic": models.LineTopic, string(models.MethodCollect): models.LineIdea, string(models.MethodFishbone): models.LineCause,
	string(models.MethodDecisions): models.LineDecision, string(models.MethodTasks): models.LineTask,
}

// texts reads rows of a workshop, a step, a place and a text one by one: there
// may be a hundred thousand. What is hidden is not found either.
func (r *reading) texts(query string) {
	if r.err != nil {
		return
	}
	rows, err := r.db.Raw(query, r.ids).Rows()
	if err != nil {
		r.err = err
		return
	}
	defer rows.Close()
	for rows.Next() {
		var w models.WorkshopID
		var step models.StepID
		var place, text string
		if r.err = rows.Scan(&w, &step, &place, &text); r.err != nil {
			return
		}
		for line := range strings.Lines(text) {
			r.add(w, linePlaces[place], step, strings.TrimSpace(line))
		}
	}
	r.err = rows.Err()
}
