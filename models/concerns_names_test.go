package models_test

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"dilna/models"
)

// notLooked are the texts of a version in which no name is looked for, and why.
var notLooked = map[string]string{
	`Language$|Date$|Time$|\.On$|Start$|End$|Hash$|Kept$|Address$`:    "no words",
	`Facilitators|Present|Excused|Guests\[|Author|Mover|Owners|\.By$`: "a name by itself: options say where it is printed",
	`Office`:   "names of who signs and of who gets the minutes",
	`^Changes`: "words of other texts that are looked at",
	`^Record`:  "its texts are those of the version, and more that is not printed",
}

// placeOf says where a name in the text of that path is to be looked at. Rows have
// their path as id.
func placeOf(path string) models.Concern {
	step := models.Concern{Step: "Steps[0]", Heading: "KROK"}
	in := func(c models.Concern, part models.ChangedPart) models.Concern {
		c.Part = part
		return c
	}
	row, member := path[:strings.LastIndexByte(path, '.')+1], path[strings.LastIndexByte(path, '.')+1:]
	row = strings.TrimSuffix(row, ".")
	for _, under := range []string{".Voted[0]", ".Promise.First", ".Promise.Last", ".Promise"} {
		row = strings.TrimSuffix(row, under)
	}
	switch {
	case strings.HasPrefix(path, "Letterhead"):
		return models.Concern{Part: models.PartOfLetterhead}
	case strings.HasPrefix(path, "Divisions"):
		return models.Concern{Part: models.PartOfPlan}
	case strings.HasPrefix(path, "Feedback"):
		return models.Concern{Part: models.PartOfFeedback}
	case strings.HasPrefix(path, "LateInputs"):
		return models.Concern{Part: models.PartOfLate, Row: "LateInputs[0]"}
	case path == "Introduction":
		return models.Concern{Part: models.PartOfHead}
	case path == "Note":
		return models.Concern{Part: models.PartOfNote}
	case path == "Attendance.Printed":
		return models.Concern{Row: "attendance.printed"}
	case path == "NextMeeting":
		return models.Concern{Row: "next_meeting"}
	case regexp.MustCompile(`^Steps\[0\]\.(Rounds|Combinations)`).MatchString(path):
		return in(step, models.PartOfVotes)
	case regexp.MustCompile(`^Steps\[0\]\.(Prompt|Source|IdeaLabel)$`).MatchString(path):
		return in(step, models.PartOfPlan)
	case strings.HasPrefix(path, "Remarks") || row == "Steps[0]" && !strings.Contains(member, "["):
		return step
	case strings.HasPrefix(path, "Steps"):
		row = strings.TrimSuffix(row, ".Merged")
		step.Row = row
		return step
	}
	return models.Concern{Row: strings.ToLower(member)}
}

// TestANameIsFoundInEveryTextOfAVersionAndLeadsToItsPlace fills each text that a version
// has, whatever it is of: a new one is found missing here.
func TestANameIsFoundInEveryTextOfAVersionAndLeadsToItsPlace(t *testing.T) {
	var e models.Edition
	texts := map[string]reflect.Value{}
	fill(reflect.ValueOf(&e).Elem(), "", nil, texts)
	e.Attendance.Present, e.Attendance.Excused, e.Attendance.Guests = []string{"Jana Nová"}, nil, nil
	e.Options.Attendance = models.NamesEverywhere
	e.Rows = []models.RowsSaid{{Step: "Steps[0]", Topics: []models.TopicID{"Steps[0].Topics[0]", "Steps[0].Topics[0].Topics[0]"}}}
	if len(texts) < 60 {
		t.Fatalf("%d texts are no version", len(texts))
	}
	for path, text := range texts {
		if why := exempt(path); why != "" {
			continue
		}
		e.Steps[0].Heading = "KROK"
		text.SetString("přišla Jana Nová")
		want := placeOf(path)
		if want.Kind, want.Said, want.Around = models.ConcernName, "Jana Nová", "přišla Jana Nová"; path == "Steps[0].Heading" {
			want.Heading = text.String()
		}
		if path == "Feedback.Questions[0].Text" {
			want.Heading = text.String()
		}
		var named []models.Concern
		for _, c := range e.Concerns() {
			if c.Kind == models.ConcernName {
				named = append(named, c)
			}
		}
		if len(named) != 1 || named[0] != want {
			t.Errorf("of a name in %s there is to look at %+v, want %+v", path, named, want)
		}
		text.SetString("")
	}
}

func exempt(path string) string {
	for pattern, why := range notLooked {
		if regexp.MustCompile(pattern).MatchString(path) {
			return why
		}
	}
	return ""
}

// fill makes one of everything that a value may have, two deep where it has its own
// kind under it, and gathers the texts by their paths. Ids of rows are their paths.
func fill(v reflect.Value, path string, in []reflect.Type, texts map[string]reflect.Value) {
	within := 0
	for _, kind := range in {
		if kind == v.Type() {
			within++
		}
	}
	switch {
	case within > 1:
	case v.Type() == reflect.TypeFor[string]():
		texts[path] = v
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), path, in, texts)
	case v.Kind() == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0), fmt.Sprintf("%s[0]", path), in, texts)
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			field, name := v.Type().Field(i), strings.TrimPrefix(path+"."+v.Type().Field(i).Name, ".")
			if field.Anonymous {
				name = path
			}
			if row := v.Field(i); row.Kind() == reflect.String && (field.Name == "Row" || field.Name == "ID") {
				row.SetString(path)
				continue
			}
			fill(v.Field(i), name, append(in, v.Type()), texts)
		}
	}
}
