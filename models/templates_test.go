package models_test

import (
	"errors"
	"reflect"
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/workshopfile"
)

func TestTheFirstTemplateIsTheAgendaOfTheModelRecord(t *testing.T) {
	agenda := models.Templates("cs")[0].Minutes.Steps
	for i, recorded := range modelstest.ModelRecord().Steps {
		want := planned(recorded)
		got := agenda[i]
		if want.Prompt == "" { // the record keeps two prompts only
			got.Prompt = ""
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("step %d is\n%+v, the record has\n%+v", i+1, got, want)
		}
	}
	if len(agenda) != 11 {
		t.Errorf("%d steps, the meeting had eleven", len(agenda))
	}
}

// planned is what of a recorded step was known before the meeting.
func planned(step models.StepMinutes) models.StepMinutes {
	step.Ideas, step.Effect, step.Causes, step.Text = nil, "", nil, ""
	for i := range step.Rounds {
		step.Rounds[i].Entry = models.EntryPhones
	}
	var fixed []models.TopicMinutes
	for _, topic := range step.Topics {
		if topic.From == "" { // the others were taken over from the step before, live
			fixed = append(fixed, models.TopicMinutes{Heading: topic.Heading})
		}
	}
	step.Topics = fixed
	return step
}

func TestTemplatesSayTheSameInBothLanguages(t *testing.T) {
	english := models.Templates("en")
	for i, czech := range models.Templates("cs") {
		if english[i].ID != czech.ID || english[i].Name == czech.Name || english[i].Description == czech.Description {
			t.Errorf("%s is %q in Czech, %s is %q in English", czech.ID, czech.Name, english[i].ID, english[i].Name)
		}
		for j, step := range czech.Minutes.Steps {
			same := english[i].Minutes.Steps[j]
			if step.Method != same.Method || len(step.Rounds) != len(same.Rounds) || len(step.Topics) != len(same.Topics) {
				t.Errorf("%s and %s are not the same step", step.Heading, same.Heading)
			}
			if step.Heading == same.Heading || step.Prompt != "" && step.Prompt == same.Prompt {
				t.Errorf("%s is not translated", step.Heading)
			}
		}
	}
}

func TestEveryStepThatCollectsIdeasAsksAQuestion(t *testing.T) {
	for _, lang := range []string{"cs", "en"} {
		for _, template := range models.Templates(lang) {
			for _, step := range template.Minutes.Steps {
				if step.Method == models.MethodCollect && step.Prompt == "" {
					t.Errorf("%s, %s: no prompt", template.ID, step.Heading)
				}
			}
		}
	}
}

func TestEveryTemplateIsAWorkshopFile(t *testing.T) {
	for _, lang := range []string{"cs", "en"} {
		for _, template := range models.Templates(lang) {
			if _, err := workshopfile.Encode(template.Minutes); err != nil {
				t.Errorf("%s: %s", template.ID, workshopfile.Explain(err, "en"))
			}
			if got := template.Minutes.Language; got != lang {
				t.Errorf("%s is in %q, want %q", template.ID, got, lang)
			}
		}
	}
}

func TestTemplatesAreCzechWhereNoLanguageIsSaid(t *testing.T) {
	for lang, want := range map[string]string{"": "cs", "cs": "cs", "cs-CZ": "cs", "en": "en", "en-GB": "en", "fr": "en"} {
		if got := models.Templates(lang)[0].Minutes.Language; got != want {
			t.Errorf("%q gives %q, want %q", lang, got, want)
		}
	}
}

func TestATemplateIsFoundByItsID(t *testing.T) {
	for _, want := range models.Templates("cs") {
		if got, err := models.TemplateByID(want.ID, "cs"); err != nil || got.Name != want.Name {
			t.Errorf("%s: got %q, %v", want.ID, got.Name, err)
		}
	}
	_, err := models.TemplateByID("swot", "cs")
	refusal, ok := errors.AsType[*models.Error](err)
	if !ok || refusal.Code != models.CodeInvalid || !reflect.DeepEqual(refusal.Fields, []models.Field{{Name: "template", Reason: models.ReasonUnknown}}) {
		t.Errorf("an unknown id: %v", err)
	}
}
