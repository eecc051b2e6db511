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
	agenda := recordOf(models.Templates("cs")[0]).Steps
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

// recordOf is the record of a workshop just made from the template.
func recordOf(t models.Template) models.Minutes {
	m := models.Minutes{Head: models.Head{Language: t.Language}}
	for _, full := range t.Agenda {
		m.Steps = append(m.Steps, full.Parts)
	}
	return m
}

// planned is what of a recorded step was known before the meeting.
func planned(step models.StepMinutes) models.StepMinutes {
	step.Ideas, step.Effect, step.Causes, step.Text = nil, "", nil, ""
	for i := range step.Rounds {
		step.Rounds[i].CastBy = models.CastByPhones
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
		for j, step := range recordOf(czech).Steps {
			same := recordOf(english[i]).Steps[j]
			if step.Method != same.Method || len(step.Rounds) != len(same.Rounds) || len(step.Topics) != len(same.Topics) {
				t.Errorf("%s and %s are not the same step", step.Heading, same.Heading)
			}
			for k, topic := range step.Topics {
				if topic.Heading == same.Topics[k].Heading {
					t.Errorf("the topic %s is not translated", topic.Heading)
				}
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
			for _, step := range recordOf(template).Steps {
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
			if _, err := workshopfile.Encode(recordOf(template)); err != nil {
				t.Errorf("%s: %s", template.ID, workshopfile.Explain(err, "en"))
			}
			if got := template.Language; got != lang {
				t.Errorf("%s is in %q, want %q", template.ID, got, lang)
			}
		}
	}
}

func TestTemplatesAreCzechWhereNoLanguageIsSaid(t *testing.T) {
	for lang, want := range map[string]string{"": "cs", "cs": "cs", "cs-CZ": "cs", "en": "en", "en-GB": "en", "fr": "en"} {
		if got := models.Templates(lang)[0].Language; got != want {
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
	_, err := models.TemplateByID("brainstorming", "cs")
	refusal, ok := errors.AsType[*models.Error](err)
	if !ok || refusal.Code != models.CodeInvalid || !reflect.DeepEqual(refusal.Fields, []models.Field{{Name: "template", Reason: models.ReasonUnknown}}) {
		t.Errorf("an unknown id: %v", err)
	}
}

func TestTemplatesPlanTheirTimeAndFitIntoAMeeting(t *testing.T) {
	for _, template := range models.Templates("cs") {
		if len(template.Headings) != len(template.Agenda) {
			t.Errorf("%s: %d headings of %d steps", template.ID, len(template.Headings), len(template.Agenda))
		}
		for _, full := range template.Agenda {
			if full.Step.PlannedMinutes == 0 && full.Step.Origin != models.OriginLate {
				t.Errorf("%s, %s: no time planned", template.ID, full.Step.Heading)
			}
		}
		if template.Minutes > 180 {
			t.Errorf("%s takes %d minutes, a meeting three hours", template.ID, template.Minutes)
		}
	}
}

func TestAQuadrantLayoutHasFourTopics(t *testing.T) {
	for _, template := range models.Templates("cs") {
		for _, step := range recordOf(template).Steps {
			if step.Layout == models.LayoutQuadrants && len(step.Topics) != 4 {
				t.Errorf("%s, %s: %d topics in four quadrants", template.ID, step.Heading, len(step.Topics))
			}
		}
	}
}
