package models

import (
	"cmp"
	"slices"
	"strings"
)

// ErasePhotos takes photos out of the version for good, with what it says of them: in
// the place of each stands that something was left out. By nothing else an approved
// version ever changes (docs/adr/0052). It says whether the version had any of them.
func (e *Edition) ErasePhotos(gone []Photo) (had bool) {
	for i := range e.Steps {
		step := &e.Steps[i]
		for j, said := range step.Photos {
			if !e.isAmong(gone, i, j) || said.isErased() {
				continue
			}
			e.forgetChange(step.Heading, said.Text)
			step.Photos[j], had = PhotoMinutes{Text: LeftOutSign}, true
		}
	}
	return had
}

// isAmong says whether a photo of a step is one of these: by its row, or by its bytes.
func (e *Edition) isAmong(gone []Photo, step, at int) bool {
	said, row := e.Steps[step].Photos[at], PhotoID("")
	if step < len(e.Rows) && at < len(e.Rows[step].Photos) {
		row = e.Rows[step].Photos[at]
	}
	return slices.ContainsFunc(gone, func(p Photo) bool { return p.ID == row || p.Hash != "" && p.Hash == said.Hash })
}

func (p PhotoMinutes) isErased() bool { return p.Text == LeftOutSign && p.Hash == "" }

// forgetChange has the list of changes repeat a text of a step no more.
func (e *Edition) forgetChange(heading, text string) {
	where, now := cmp.Or(strings.TrimSpace(heading), "–"), strings.TrimSpace(text)
	for i := range e.Changes {
		if c := &e.Changes[i]; c.Where == where && c.Now == now {
			c.Now = LeftOutSign
		}
	}
}
