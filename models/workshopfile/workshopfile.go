// Package workshopfile reads and writes the portable document of one workshop:
// JSON as schemas/ says, a schema a version of the format. It is what export
// writes, what import and rehearsal read, and what fixtures are kept in.
package workshopfile

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"

	"dilna/models"
)

// The versions of the format; their name is the first member of every file. A
// version only adds members to the one before it. All are read; the oldest that
// can say everything is written, so that readers of that version go on working.
const (
	Version1 = "dilna.workshop/1"
	Version2 = "dilna.workshop/2" // every rule of rounds; wordings that rounds were held on; feedback; all that decisions and tasks have
)

// Sizes of the largest files that Decode takes, in bytes: a workshop file, of which
// the model record has 18 thousand, and a PDF that carries one. The photos of a
// workshop stand in that twice, so that both are whole by themselves (docs/adr/0053).
// Who reads a file need not read further than MaxPrinted.
const (
	MaxSize    = 16 << 20
	MaxPrinted = 24 << 20
)

// document is a workshop file: the minutes with their format before them. The
// members of models.Minutes stand in the order of the schema, so that the
// canonical order needs no code.
type document struct {
	Format string `json:"format"`
	models.Minutes
}

// Decode reads a workshop file. A list that is empty is nil in the minutes, and
// texts are tidied as at every door (models.Tidy).
//
// Minutes as PDF that carry a workshop file are taken for it.
//
// A file over MaxSize, a PDF over MaxPrinted is refused with `body-too-large`, what is no workshop
// file at all with `malformed-body`, a workshop file that breaks rules with
// `invalid` and a Field for each thing to correct (the first hundred): its Name
// is the JSON path, like steps[3].ideas[0].text. Explain says the same to a
// person.
func Decode(data []byte) (models.Minutes, error) {
	if bytes.HasPrefix(data, isPrinted) {
		err := bounded(data, MaxPrinted, tooLargePrinted)
		if err == nil {
			data, err = fromPrinted(data)
		}
		if err != nil {
			return models.Minutes{}, err
		}
	}
	if err := bounded(data, MaxSize, tooLarge); err != nil {
		return models.Minutes{}, err
	}
	return decode(data, true)
}

func bounded(data []byte, most int, said wording) error {
	if len(data) <= most {
		return nil
	}
	problem := Problem{Field: models.Field{Reason: models.ReasonTooLong, Limit: most, Detail: said.en}, text: said}
	return refuse(models.KindTooLarge, models.CodeTooLarge, Problems{problem})
}

func decode(data []byte, tidies bool) (models.Minutes, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff")) // some editors begin UTF-8 with it
	r, err := read(data, tidies)
	if err != nil {
		return models.Minutes{}, err
	}
	schema, err := schemaFor(r.tree)
	if err != nil {
		return models.Minutes{}, err
	}
	m, err := r.minutes(schema)
	if problems := r.found.inOrder(data); len(problems) > 0 {
		return models.Minutes{}, refuse(models.KindInvalid, models.CodeInvalid, problems)
	}
	if err != nil {
		return models.Minutes{}, fmt.Errorf("workshopfile: the schema lets pass what the minutes cannot hold: %w", err)
	}
	dropEmptyLists(reflect.ValueOf(&m))
	return m, nil
}

// minutes are what was read, checked: by the schema, then by the rules that
// the schema only describes. Where a member is of the wrong type, the error
// says so and the minutes hold the rest: enough to find what else is wrong.
func (r *reader) minutes(schema *rule) (models.Minutes, error) {
	broken := r.found.checkSchema(r.tree, schema)
	if r.found.more {
		return models.Minutes{}, nil
	}
	var d document
	err := json.Unmarshal(r.plain(), &d)
	r.found.checkRules(d.Minutes, broken)
	return d.Minutes, err
}

// Encode writes the canonical workshop file of m: members in the order of the
// schema, two spaces of indent, a newline at the end; the same minutes are
// always the same bytes. What would not come back the same from Decode, a text
// that is not UTF-8 for one, is an error: a file that cannot be trusted must
// not look like a copy.
func Encode(m models.Minutes) ([]byte, error) {
	data, err := write(m)
	if err != nil {
		return nil, err
	}
	back, err := decode(data, false) // what older versions stored is written as it stands
	if err != nil {
		return nil, err
	}
	again, err := write(back)
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(data, again) {
		return nil, errors.New("workshopfile: these minutes would not come back the same")
	}
	return data, nil
}

func write(m models.Minutes) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false) // people read these files: "<", not "\u003c"
	if err := encoder.Encode(document{Format: versionFor(m), Minutes: asFormatted(m)}); err != nil {
		return nil, fmt.Errorf("workshopfile: %w", err)
	}
	return out.Bytes(), nil
}

// versionFor is the oldest version of the format that can say what m says.
func versionFor(m models.Minutes) string {
	if m.Feedback != nil || len(m.Divisions) > 0 || m.Admission != nil || m.Office != nil {
		return Version2
	}
	for i := range m.Steps {
		s := &m.Steps[i]
		if s.Agreeing || len(s.Combinations)+len(s.Photos) > 0 || slices.ContainsFunc(s.Rounds, isNewRound) {
			return Version2
		}
		isNew := func(idea *models.IdeaMinutes) bool {
			return len(idea.Voted) > 0 || idea.From != "" || idea.Proposed || idea.Agreed != nil
		}
		if slices.ContainsFunc(s.ReadingOrder(), isNew) || slices.ContainsFunc(s.Decisions, isNewDecision) ||
			slices.ContainsFunc(s.Tasks, isNewTask) || slices.ContainsFunc(s.Causes, isNewCause) {
			return Version2
		}
	}
	return Version1
}

// isNewRound says whether version 1 cannot say all of a round.
func isNewRound(r models.RoundMinutes) bool {
	several := func(vote models.CastVote) bool { return vote.Values != nil }
	return r.Rule != nil || r.Partial != 0 || len(r.Results)+len(r.Receipts)+len(r.Parts)+len(r.PartResults)+len(r.Draws) > 0 ||
		r.ByPart != nil || r.Unrevealed || r.Nested || r.Proposals ||
		slices.ContainsFunc(r.Ballots, func(b []models.CastVote) bool { return slices.ContainsFunc(b, several) })
}

// isNewCause says whether version 1 cannot say all of a cause.
func isNewCause(c models.CauseMinutes) bool {
	return c.Note != "" || c.From != "" || slices.ContainsFunc(c.Causes, isNewCause)
}

// isNewDecision says whether version 1 cannot say all of a decision.
func isNewDecision(d models.DecisionMinutes) bool {
	return d.Mover != "" || d.How != "" || d.Note != "" || d.From != "" || len(d.Voted)+len(d.Decisions) > 0
}

// isNewTask says whether version 1 cannot say all of a task.
func isNewTask(t models.TaskMinutes) bool {
	return t.Everyone || t.DueDate != "" || t.Reason != "" || t.Note != "" || t.From != "" || t.Promise != nil || slices.ContainsFunc(t.Tasks, isNewTask)
}

// asFormatted is m with a list where the format wants one and a nil would be
// written as null (the steps, and every ballot, for an empty ballot counts), and
// without what the format cannot say: how many ballots were on paper, by which hash
// a photo is kept.
func asFormatted(m models.Minutes) models.Minutes {
	m.Steps = append([]models.StepMinutes{}, m.Steps...)
	for i := range m.Steps {
		rounds := slices.Clone(m.Steps[i].Rounds)
		for j := range rounds {
			rounds[j].Paper = 0
			rounds[j].Ballots = slices.Clone(rounds[j].Ballots)
			for k, ballot := range rounds[j].Ballots {
				if ballot == nil {
					rounds[j].Ballots[k] = []models.CastVote{}
				}
			}
		}
		m.Steps[i].Rounds = rounds
		m.Steps[i].Photos = slices.Clone(m.Steps[i].Photos)
		for j := range m.Steps[i].Photos {
			m.Steps[i].Photos[j].Hash = ""
		}
	}
	return m
}

// dropEmptyLists makes every empty list nil, so that minutes that say the same
// are the same in Go too.
func dropEmptyLists(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			dropEmptyLists(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			dropEmptyLists(v.Field(i))
		}
	case reflect.Map:
		if v.Len() == 0 {
			v.SetZero()
		}
	case reflect.Slice:
		if v.Len() == 0 {
			v.SetZero()
		}
		for i := range v.Len() {
			dropEmptyLists(v.Index(i))
		}
	}
}
