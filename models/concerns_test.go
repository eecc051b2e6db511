package models_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dilna/models"
)

// Each concern, and what is none.
func TestWhatThereIsToLookAtBeforeMinutesAreApproved(t *testing.T) {
	idea := models.IdeaMinutes{Text: "Jana Nová to zařídí", Row: "i1"}
	step := models.StepMinutes{Heading: "KROK", Ideas: []models.IdeaMinutes{idea}}
	quiet := models.StepMinutes{Heading: "KROK", Ideas: []models.IdeaMinutes{{Text: "byty", Row: "i1"}}}
	voted := quiet
	voted.Rounds = []models.RoundMinutes{{Voters: new(3)}}
	came := func(names ...string) *models.Attendance { return &models.Attendance{Present: names} }
	in := func(row, around string) []models.Concern {
		return []models.Concern{{Kind: models.ConcernName, Step: "s", Row: row, Said: "Jana Nová", Around: around}}
	}
	twice := voted
	twice.Rounds = []models.RoundMinutes{{Voters: new(3)}, {Voters: new(3)}}
	for name, c := range map[string]struct {
		came    *models.Attendance
		step    models.StepMinutes
		options models.MinutesOptions
		remark  string
		want    []models.Concern
	}{
		"an empty step":                          {nil, models.StepMinutes{Heading: "KROK"}, models.MinutesOptions{}, "", []models.Concern{{Kind: models.ConcernEmpty, Step: "s", Heading: "KROK"}}},
		"an empty step that is not printed":      {nil, models.StepMinutes{}, models.MinutesOptions{HideEmpty: true}, "", nil},
		"an empty step with a remark":            {nil, models.StepMinutes{}, models.MinutesOptions{}, "nestihli jsme", nil},
		"more voters than people":                {came("A", "B"), voted, models.MinutesOptions{}, "", []models.Concern{{Kind: models.ConcernVotes, Step: "s", Heading: "KROK", Count: 3, Of: 2}}},
		"in two rounds, each told":               {came("A", "B"), twice, models.MinutesOptions{}, "", []models.Concern{{Kind: models.ConcernVotes, Step: "s", Heading: "KROK", Count: 3, Of: 2, Round: 1}, {Kind: models.ConcernVotes, Step: "s", Heading: "KROK", Count: 3, Of: 2, Round: 2}}},
		"as many voters as were counted":         {&models.Attendance{Participants: new(3), Present: []string{"A"}}, voted, models.MinutesOptions{}, "", nil},
		"as many voters as the head's words say": {&models.Attendance{Printed: "3 (+1 ORK)", Present: []string{"A"}}, voted, models.MinutesOptions{}, "", nil},
		"voters where nobody knows who came":     {nil, voted, models.MinutesOptions{}, "", nil},
		"somebody who came, named in an idea":    {came("Jana Nová, Charita"), step, models.MinutesOptions{}, "", []models.Concern{{Kind: models.ConcernName, Step: "s", Row: "i1", Heading: "KROK", Said: "Jana Nová", Around: "Jana Nová to zařídí"}}},
		"in an idea that was merged":             {came("Jana Nová"), models.StepMinutes{Ideas: []models.IdeaMinutes{{Text: "byty", Merged: []string{"byt Jana Nová"}, Row: "i1"}}}, models.MinutesOptions{}, "", in("i1", "byt Jana Nová")},
		"in a cause under a cause":               {came("Jana Nová"), models.StepMinutes{Causes: []models.CauseMinutes{{Text: "byty", Causes: []models.CauseMinutes{{Text: "Jana Nová chybí", Row: "c2"}}}}}, models.MinutesOptions{}, "", in("c2", "Jana Nová chybí")},
		"in the note of a cause":                 {came("Jana Nová"), models.StepMinutes{Causes: []models.CauseMinutes{{Text: "byty", Note: "ví Jana Nová", Row: "c1"}}}, models.MinutesOptions{}, "", in("c1", "ví Jana Nová")},
		"in a part of a decision":                {came("Jana Nová"), models.StepMinutes{Decisions: []models.DecisionMinutes{{Text: "tak", Decisions: []models.DecisionMinutes{{Text: "Jana Nová to ví", Row: "d2"}}}}}, models.MinutesOptions{}, "", in("d2", "Jana Nová to ví")},
		"in a task under a task":                 {came("Jana Nová"), models.StepMinutes{Tasks: []models.TaskMinutes{{Text: "úkol", Tasks: []models.TaskMinutes{{Text: "zavolá Jana Nová", Row: "t2"}}}}}, models.MinutesOptions{}, "", in("t2", "zavolá Jana Nová")},
		"in why a task is cancelled":             {came("Jana Nová"), models.StepMinutes{Tasks: []models.TaskMinutes{{Text: "úkol", Task: models.Task{Reason: "Jana Nová odešla"}, Row: "t1"}}}, models.MinutesOptions{}, "", in("t1", "Jana Nová odešla")},
		"in the remark at an empty step":         {came("Jana Nová"), models.StepMinutes{}, models.MinutesOptions{}, "omluvila se Jana Nová", in("", "omluvila se Jana Nová")},
		"where names are published":              {came("Jana Nová"), step, models.MinutesOptions{Names: models.NamesEverywhere}, "", nil},
		"in two texts of a step":                 {came("Jana Nová"), models.StepMinutes{Text: "přišla Jana Nová", Photos: []models.PhotoMinutes{{Text: "Jana Nová píše", Row: "p1"}}}, models.MinutesOptions{}, "", append(in("", "přišla Jana Nová"), in("p1", "Jana Nová píše")...)},
		"a name of one word":                     {came("Jana"), step, models.MinutesOptions{}, "", nil},
		"a facilitator":                          {came("Petr Malý"), models.StepMinutes{Text: "Petr Malý přivítal"}, models.MinutesOptions{}, "", nil},
	} {
		e := models.Edition{
			Minutes: models.Minutes{Head: models.Head{Attendance: c.came, Facilitators: []string{"Petr Malý"}}, Steps: []models.StepMinutes{c.step}},
			Options: c.options, Remarks: []string{c.remark}, Rows: []models.RowsSaid{{Step: "s"}},
		}
		if got := e.Concerns(); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

// What stands around the steps is public, too.
func TestNamesAreLookedForInTheIntroductionAndInLateInputs(t *testing.T) {
	e := models.Edition{
		Minutes:      models.Minutes{Head: models.Head{Attendance: &models.Attendance{Present: []string{"Jana Nová", "Petr Malý"}}}},
		Introduction: "Sešli jsme se u Jany Nové.",
		LateInputs: []models.LateInput{
			{ID: "l1", Text: "víc lůžek", Source: "paní Nová, e-mailem"}, {ID: "l2", Text: "byty", Reason: "zařídí Petr Malý"}, {ID: "l3", Text: "noclehárna"},
		},
	}
	want := []models.Concern{
		{Kind: models.ConcernName, Part: models.PartOfHead, Said: "Jana Nová", Around: "Sešli jsme se u Jany Nové."},
		{Kind: models.ConcernName, Part: models.PartOfLate, Row: "l1", Said: "Jana Nová", Around: "paní Nová, e-mailem"},
		{Kind: models.ConcernName, Part: models.PartOfLate, Row: "l2", Said: "Petr Malý", Around: "zařídí Petr Malý"},
	}
	if got := e.Concerns(); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// A long text is shown around the name alone.
func TestANameIsShownWithTheWordsAroundIt(t *testing.T) {
	long := strings.Repeat("dlouhá věta ", 20)
	e := models.Edition{
		Minutes:      models.Minutes{Head: models.Head{Attendance: &models.Attendance{Present: []string{"Jan Novák"}}}},
		Introduction: long + "\ns Janem\u00a0Novákem\n" + long,
	}
	around := e.Concerns()[0].Around
	if !strings.Contains(around, "věta s Janem Novákem dlouhá") || utf8.RuneCountInString(around) > 160 {
		t.Errorf("it is shown in %q", around)
	}
}

// What the head lacks of a meeting that has ended, and what is enough.
func TestWhatMinutesLackOfAMeetingThatEnded(t *testing.T) {
	people, end := models.Concern{Kind: models.ConcernPeople, Count: 14}, models.Concern{Kind: models.ConcernEnd, At: 5}
	for name, c := range map[string]struct {
		head models.Head
		want []models.Concern
	}{
		"an empty head":                   {models.Head{}, []models.Concern{people, end}},
		"people counted, no end":          {models.Head{Attendance: &models.Attendance{Printed: "14 (+1 ORK)"}}, []models.Concern{end}},
		"people in words":                 {models.Head{Attendance: &models.Attendance{Printed: "celá skupina"}, End: "16:00"}, nil},
		"a number without words":          {models.Head{Attendance: &models.Attendance{Participants: new(14)}, End: "16:00"}, nil},
		"people listed":                   {models.Head{Attendance: &models.Attendance{Present: []string{"Jana"}}, End: "16:00"}, nil},
		"only who is excused, and an end": {models.Head{Attendance: &models.Attendance{Excused: []string{"Jana"}}, End: "16:00"}, []models.Concern{people}},
	} {
		got := models.Edition{Minutes: models.Minutes{Head: c.head}}.Missing(models.HeldMeeting{Joined: 14, Ended: 5})
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

// A PDF that has its photos twice, and more of them than a workshop may have today, is
// larger than what a data box takes.
func TestAPDFThatIsTooLargeToBeSentIsToldBeforeApproval(t *testing.T) {
	for name, c := range map[string]struct {
		photos []models.PhotoMinutes
		file   bool
		told   bool
	}{
		"the most photos, the file inside":          {[]models.PhotoMinutes{{Kept: models.MaxPhotosSize - 1}, {Kept: 1}}, true, false},
		"more of an older workshop":                 {[]models.PhotoMinutes{{Kept: models.MaxPhotosSize}, {Kept: 1}}, true, true},
		"more, on the pages alone":                  {[]models.PhotoMinutes{{Kept: models.MaxPhotosSize}, {Kept: 1}}, false, false},
		"more, whose bytes the version has with it": {[]models.PhotoMinutes{{JPEG: make([]byte, models.MaxPhotosSize+1)}}, true, true},
	} {
		e := models.Edition{Minutes: models.Minutes{Steps: []models.StepMinutes{{Photos: c.photos}}}, Options: models.MinutesOptions{AttachFile: c.file}}
		if got := slices.Contains(e.Concerns(), models.Concern{Kind: models.ConcernLarge, Part: models.PartOfLayout}); got != c.told {
			t.Errorf("%s: it is told: %v", name, got)
		}
	}
}
