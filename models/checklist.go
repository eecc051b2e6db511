package models

// ChecklistPoint is one thing to think of before the meeting that no program
// can see: the facilitator ticks it herself.
type ChecklistPoint struct {
	ID   PointID `json:"id"`
	Text string  `json:"text"`
	Done bool    `json:"done"`
}

// PointID names a point of a checklist.
type PointID string

// MaxPoints is how long a checklist of one's own may be.
const MaxPoints = 50

// PointChange says what a point of the checklist reads and whether it is done;
// a point that is not there yet is added at the end.
type PointChange struct {
	Text string `json:"text"`
	Done bool   `json:"done"`
}

// Check tidies and checks the command.
func (p *PointChange) Check() error {
	var c checker
	c.needed("text", &p.Text, MaxHeading)
	return c.result()
}

// SetPoint writes a point into the workshop's checklist. Code `workshop-full`.
func (w *Workshop) SetPoint(id PointID, change PointChange) (ChecklistPoint, error) {
	point := ChecklistPoint{ID: id, Text: change.Text, Done: change.Done}
	for i := range w.Checklist {
		if w.Checklist[i].ID == id {
			w.Checklist[i] = point
			return point, nil
		}
	}
	if len(w.Checklist) >= MaxPoints {
		return point, Fail(KindConflict, CodeWorkshopFull)
	}
	w.Checklist = append(w.Checklist, point)
	return point, nil
}

// RemovePoint takes a point off the checklist, if it is there.
func (w *Workshop) RemovePoint(id PointID) {
	var left []ChecklistPoint
	for _, point := range w.Checklist {
		if point.ID != id {
			left = append(left, point)
		}
	}
	w.Checklist = left
}

// NewChecklist is a checklist on which nothing is done yet.
func NewChecklist(texts []string) []ChecklistPoint {
	var points []ChecklistPoint
	for _, text := range texts {
		points = append(points, ChecklistPoint{ID: NewID[PointID](), Text: text})
	}
	return points
}

// PointTexts are what the points of the checklist read.
func (w Workshop) PointTexts() []string {
	var texts []string
	for _, point := range w.Checklist {
		texts = append(texts, point.Text)
	}
	return texts
}

// usualPoints are what facilitators forget most often.
func usualPoints(say saying) []string {
	return []string{
		say("Projektor svítí a plátno je čitelné i z poslední řady", "The projector is on and the wall can be read from the last row"),
		say("Telefony v sále jsou na stejné Wi-Fi jako tento počítač", "Phones in the room are in the same Wi-Fi as this computer"),
		say("Notebook je v zásuvce a neusíná", "The laptop is plugged in and does not go to sleep"),
		say("Papírové lístky a fixy pro lidi bez telefonu", "Paper ballots and pens for people without a phone"),
	}
}
