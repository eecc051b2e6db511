package models

import "strings"

// TemplateID names a template: a word for a built-in one, an id for one of
// somebody's own.
type TemplateID string

// Template is a workshop prepared in advance: an agenda without content, ready
// to be adjusted. Built-in ones are everybody's; the others are of the account
// that saved them, and seen by nobody else.
type Template struct {
	ID          TemplateID `json:"id" gorm:"primaryKey"`
	Name        string     `json:"name"`
	Description string     `json:"description" gorm:"-"`
	Own         bool       `json:"own" gorm:"-" doc:"saved by the caller, who may rename and remove it"`
	Headings    []string   `json:"headings" gorm:"-" doc:"of the steps, in their order"`
	Minutes     int        `json:"minutes" gorm:"-" doc:"how long the steps take together; 0: not planned"`

	AccountID AccountID  `json:"-"`
	Language  string     `json:"-"`
	Agenda    []FullStep `json:"-" gorm:"serializer:json"`
	Points    []string   `json:"-" gorm:"serializer:json"` // of the checklist
	Feedback  []Question `json:"-" gorm:"serializer:json"` // nil: the usual questions

	Divisions []DivisionMinutes `json:"-" gorm:"serializer:json"` // how the room is divided
	Admission *Admission        `json:"-" gorm:"serializer:json"` // how people get in; nil: with the code

	Created int64 `json:"-" gorm:"autoCreateTime:milli"`
}

// Described adds what is known of the template by its agenda.
func (t Template) Described() Template {
	t.Own = t.AccountID != ""
	t.Headings = make([]string, len(t.Agenda))
	t.Minutes = 0
	for i, full := range t.Agenda {
		t.Headings[i] = full.Step.Heading
		t.Minutes += full.Step.PlannedMinutes
	}
	return t
}

// AdmissionOr is how people get into workshops made from the template: with the code
// where it says nothing.
func (t Template) AdmissionOr() Admission {
	if t.Admission == nil {
		return Admission{Way: WayOpen}
	}
	return *t.Admission
}

// NewTemplate saves the agenda of a workshop as a template of one's own.
type NewTemplate struct {
	ID   TemplateID `json:"id"`
	Name string     `json:"name"`
}

// Check tidies and checks the command.
func (n *NewTemplate) Check() error {
	var c checker
	c.id("id", string(n.ID))
	c.needed("name", &n.Name, MaxHeading)
	return c.result()
}

// TemplateChange renames a template.
type TemplateChange struct {
	Name string `json:"name"`
}

// Check tidies and checks the command.
func (t *TemplateChange) Check() error {
	var c checker
	c.needed("name", &t.Name, MaxHeading)
	return c.result()
}

// saying picks the Czech or the English of two texts.
type saying func(cs, en string) string

// sayingIn is for a BCP 47 tag: Czech, or none, as in a workshop file, gives
// Czech, any other English. The language is the one it says.
func sayingIn(lang string) (say saying, language string) {
	if primary, _, _ := strings.Cut(lang, "-"); primary == "" || primary == "cs" {
		return func(cs, _ string) string { return cs }, "cs"
	}
	return func(_, en string) string { return en }, "en"
}

// Templates are the built-in ones, the one to offer first at the front, in the
// language of sayingIn. Each call makes them anew.
func Templates(lang string) []Template {
	say, language := sayingIn(lang)
	templates := []Template{
		workingGroup(say), swot(say), worldCafe(say), problemTree(say), vision(say), retrospective(say),
		{
			ID: "empty", Name: say("Prázdné jednání", "Empty workshop"),
			Description: say("Žádné kroky: program jednání si složíte sami.",
				"No steps: you put the agenda together yourself."),
		},
	}
	for i := range templates {
		templates[i].Language = language
		templates[i].Points = usualPoints(say)
		templates[i] = templates[i].Described()
	}
	return templates
}

// TemplateByID is one built-in template. For an id that is none, field
// `template` of code `invalid` is told `unknown`.
func TemplateByID(id TemplateID, lang string) (Template, error) {
	for _, template := range Templates(lang) {
		if template.ID == id {
			return template, nil
		}
	}
	return Template{}, Fail(KindInvalid, CodeInvalid).At("template", ReasonUnknown)
}

// planned is a step of a built-in template with the minutes it is given.
type planned struct {
	minutes int
	step    StepMinutes
}

// agenda is a built-in agenda; steps that do not say how they are worked
// collect ideas.
func agenda(steps ...planned) []FullStep {
	var minutes Minutes
	for _, p := range steps {
		if p.step.Method == "" {
			p.step.Method = MethodCollect
		}
		minutes.Steps = append(minutes.Steps, p.step)
	}
	full := minutes.FullSteps()
	for i, p := range steps {
		full[i].Step.PlannedMinutes = p.minutes
	}
	return full
}

// topics are the named parts of a step.
func topics(headings ...string) []TopicMinutes {
	named := make([]TopicMinutes, len(headings))
	for i, heading := range headings {
		named[i].Heading = heading
	}
	return named
}

// dotVoting prepares one round as the model record has them: three dots a
// person, one on an idea, on phones.
func dotVoting(label string) []RoundMinutes {
	return []RoundMinutes{{Label: label, CastBy: CastByPhones, Dots: 3, PerIdea: 1}}
}
