package formats

import (
	"regexp"
	"strings"
	"testing"

	"dilna/models"
)

// notGiven is what nobody says in a record, and a program says where it was told
// nothing: days a clock begins with, names of programs and of nothing.
var notGiven = regexp.MustCompile(`(?:1970|1980|0001|2006|2019)-[01]\d-|xuri|Go Author|%!|<nil>|\bNaN\b|undefined|(?:^|\s)0?0:00\b`)

// TestNoFormatPrintsWhatNobodyGave: each format × what a head may lack.
func TestNoFormatPrintsWhatNobodyGave(t *testing.T) {
	lacks := map[string]func(*models.Head){
		"a date":                   func(h *models.Head) { h.Date = "" },
		"a start":                  func(h *models.Head) { h.Start = "" },
		"an end":                   func(h *models.Head) { h.End = "" },
		"a date, a start, an end":  func(h *models.Head) { h.Date, h.Start, h.End = "", "", "" },
		"a known language":         func(h *models.Head) { h.Language = "fr" },
		"a language that is one":   func(h *models.Head) { h.Language = "?" },
		"attendance":               func(h *models.Head) { h.Attendance = nil },
		"numbers of attendance":    func(h *models.Head) { h.Attendance = &models.Attendance{} },
		"facilitators":             func(h *models.Head) { h.Facilitators = nil },
		"a number, a group, title": func(h *models.Head) { h.Number, h.Group, h.Title = 0, "", "" },
		"everything":               func(h *models.Head) { *h = models.Head{} },
	}
	for what, take := range lacks {
		e := modelEdition()
		e.Steps = e.Steps[:4]
		take(&e.Head)
		for _, f := range Offered() {
			if f.Ending == Everything.Ending || f.Ending == picturesEnding {
				continue // the same files once more; drawings have no head
			}
			file := rendered(t, f, e)
			said := saidIn(t, f, file)
			if f.Ending == "pdf" {
				said += propertiesIn(string(inflated(t, file)))
			}
			for _, found := range notGiven.FindAllString(said, -1) {
				t.Errorf("without %s, %s says %q", what, f.Ending, found)
			}
		}
	}
}

// propertiesIn is what a PDF says of itself, in clear text.
func propertiesIn(file string) string {
	said := strings.Join(regexp.MustCompile(`<(?:xmp|dc|pdf):\w+>[^\n]*`).FindAllString(file, -1), " ")
	for _, day := range regexp.MustCompile(`/(?:Creation|Mod)Date\(D:(\d{4})`).FindAllStringSubmatch(file, -1) {
		said += " " + day[1] + "-01-"
	}
	return said
}
