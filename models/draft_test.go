package models_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"dilna/models"
)

func TestADraftChangesOnlyWhatAChangeNames(t *testing.T) {
	step, row := models.NewID[models.StepID](), models.NewID[string]()
	first, second := models.LateInput{ID: models.NewID[models.LateInputID](), Text: "a"}, models.LateInput{ID: models.NewID[models.LateInputID](), Text: "b"}
	var d models.Draft
	for _, change := range []models.DraftChange{
		{Introduction: new("Úvod"), Remarks: map[models.StepID]string{step: "Poznámka"}, LateInputs: []models.LateInput{first, second}},
		{Edits: map[string]models.Edit{row: {Text: "oprava"}}, Options: &models.MinutesOptions{NumberIdeas: true}},
		{LateInputs: []models.LateInput{{ID: first.ID, Text: "a", Settlement: models.SettlementNoted}}, Removed: []models.LateInputID{second.ID}},
	} {
		if err := d.Apply(change); err != nil {
			t.Fatal(err)
		}
	}
	want := models.Draft{
		Introduction: "Úvod", Remarks: map[models.StepID]string{step: "Poznámka"}, Edits: map[string]models.Edit{row: {Text: "oprava"}},
		Options: models.MinutesOptions{NumberIdeas: true}, LateInputs: []models.LateInput{{ID: first.ID, Text: "a", Settlement: models.SettlementNoted}},
	}
	if !reflect.DeepEqual(d, want) {
		t.Errorf("the draft is %+v, want %+v", d, want)
	}
	if err := d.Apply(models.DraftChange{Edits: map[string]models.Edit{row: {}}, Remarks: map[models.StepID]string{step: ""}}); err != nil || len(d.Edits)+len(d.Remarks) != 0 {
		t.Errorf("taken back, there are %v %v %v", d.Edits, d.Remarks, err)
	}
}

func TestADraftHasItsLimits(t *testing.T) {
	change := models.DraftChange{Edits: map[string]models.Edit{}}
	for range models.MaxEdits + 1 {
		change.Edits[models.NewID[string]()] = models.Edit{Text: "x"}
	}
	var d models.Draft
	if code := models.CodeOf(d.Apply(change)); code != models.CodeWorkshopFull {
		t.Errorf("more edits than there may be are answered %q", code)
	}
}

func TestRowsStandWhereTheDraftPutsThem(t *testing.T) {
	rows := []string{"a", "b", "c", "d"}
	for name, c := range map[string]struct {
		edits map[string]models.Edit
		want  string
	}{
		"no edit":                 {nil, "abcd"},
		"all placed":              {map[string]models.Edit{"a": {Place: 4}, "b": {Place: 3}, "c": {Place: 2}, "d": {Place: 1}}, "dcba"},
		"only wording":            {map[string]models.Edit{"c": {Text: "x"}}, "abcd"},
		"a new one after placing": {map[string]models.Edit{"a": {Place: 2}, "b": {Place: 1}, "c": {Place: 3}}, "bacd"},
	} {
		got := models.Ordered(c.edits, slices.Clone(rows), func(row string) string { return row })
		if strings.Join(got, "") != c.want {
			t.Errorf("%s: they stand %v, want %s", name, got, c.want)
		}
	}
}

// INV-23: only the declared transitions of a version happen.
func TestAVersionBecomesOnlyWhatIsDeclaredINV23(t *testing.T) {
	states := []models.MinutesState{models.MinutesDraft, models.MinutesApproved, models.MinutesPublished}
	may := map[[2]models.MinutesState]bool{
		{models.MinutesDraft, models.MinutesApproved}: true, {models.MinutesApproved, models.MinutesPublished}: true, {models.MinutesPublished, models.MinutesApproved}: true,
	}
	for _, from := range states {
		for _, to := range states {
			if got := from.MayBecome(to) == nil; got != (from == to || may[[2]models.MinutesState{from, to}]) {
				t.Errorf("%s may become %s: %v", from, to, got)
			}
		}
	}
}
