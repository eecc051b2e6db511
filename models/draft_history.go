package models

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// The history tells of a draft by its members: two people who edit different
// ones are in each other's way nowhere, and each takes back her own.

// PartDraft is the draft of the minutes, where the history speaks of it.
const PartDraft Part = "drafts"

// Columns of a change of a member: what it holds, and where a late input that
// was taken out stood among the others.
const (
	draftValue = "value"
	draftPlace = "place"
)

// nothing is the value of a member that a draft has not.
var nothing = json.RawMessage("null")

// Prefixes of the members that are one of several.
const (
	draftRemark = "remarks."
	draftEdit   = "edits."
	draftLate   = "late_inputs."
	draftOffice = "office."
)

// members are what the draft says, by the names of MadeFrom cut after the id.
func (d Draft) members() map[string]any {
	all := map[string]any{"options": d.Options, "introduction": d.Introduction, "note": d.Note}
	for name, text := range d.Office.members() {
		if *text != "" {
			all[draftOffice+name] = *text
		}
	}
	for step, remark := range d.Remarks {
		all[draftRemark+string(step)] = remark
	}
	for row, edit := range d.Edits {
		all[draftEdit+row] = edit
	}
	for _, in := range d.LateInputs {
		all[draftLate+string(in.ID)] = in
	}
	return all
}

func (d Draft) member(name string) (json.RawMessage, error) {
	value, ok := d.members()[name]
	if !ok {
		return nothing, nil
	}
	return json.Marshal(value)
}

// DraftChanges are what makes one draft of the other, member by member.
func DraftChanges(before, after Draft) ([]RowChange, error) {
	names := maps.Clone(before.members())
	maps.Copy(names, after.members())
	var changes []RowChange
	for _, name := range slices.Sorted(maps.Keys(names)) {
		was, err := before.member(name)
		if err != nil {
			return nil, err
		}
		is, err := after.member(name)
		if err != nil {
			return nil, err
		}
		if bytes.Equal(was, is) {
			continue
		}
		c := RowChange{
			Part: PartDraft, ID: name,
			Before: map[string]json.RawMessage{draftValue: was}, After: map[string]json.RawMessage{draftValue: is},
		}
		if at := before.placeOf(name); at >= 0 && bytes.Equal(is, nothing) {
			if c.Before[draftPlace], err = json.Marshal(at); err != nil {
				return nil, err
			}
		}
		if c.Text = c.wording(is); c.Text == "" {
			c.Text = c.wording(was)
		}
		changes = append(changes, c)
	}
	return changes, nil
}

// placeOf is where the late input of that name stands; -1: it is none.
func (d Draft) placeOf(name string) int {
	return slices.IndexFunc(d.LateInputs, func(in LateInput) bool { return draftLate+string(in.ID) == name })
}

// Take writes what the change makes of a member. Code `changed-since` where the
// draft holds something else than the change begins with.
func (d *Draft) Take(c RowChange) error {
	now, err := d.member(c.ID)
	if err != nil {
		return err
	}
	if !bytes.Equal(now, c.Before[draftValue]) {
		return Fail(KindConflict, CodeChangedSince)
	}
	value := c.After[draftValue]
	switch {
	case c.ID == "options":
		d.Options = MinutesOptions{} // what is left out of the JSON is off
		return json.Unmarshal(value, &d.Options)
	case c.ID == "introduction":
		return json.Unmarshal(value, &d.Introduction)
	case c.ID == "note":
		return json.Unmarshal(value, &d.Note)
	case strings.HasPrefix(c.ID, draftOffice):
		return d.Office.take(strings.TrimPrefix(c.ID, draftOffice), value)
	case strings.HasPrefix(c.ID, draftRemark):
		return take(&d.Remarks, StepID(strings.TrimPrefix(c.ID, draftRemark)), value)
	case strings.HasPrefix(c.ID, draftEdit):
		return take(&d.Edits, strings.TrimPrefix(c.ID, draftEdit), value)
	}
	return d.takeLate(c)
}

// take sets a value of a map; null takes it out.
func take[K ~string, V comparable](into *map[K]V, key K, value json.RawMessage) error {
	var v V
	err := json.Unmarshal(value, &v)
	merge(into, map[K]V{key: v})
	return err
}

// take sets a text of that name; null makes it empty.
func (o *Office) take(name string, value json.RawMessage) error {
	text := o.members()[name]
	if text == nil {
		return Fail(KindConflict, CodeChangedSince)
	}
	*text = ""
	return json.Unmarshal(value, text)
}

func (d *Draft) takeLate(c RowChange) error {
	at := d.placeOf(c.ID)
	if bytes.Equal(c.After[draftValue], nothing) {
		d.LateInputs = slices.Delete(slices.Clone(d.LateInputs), at, at+1)
		return nil
	}
	var in LateInput
	if err := json.Unmarshal(c.After[draftValue], &in); err != nil {
		return err
	}
	if at >= 0 {
		d.settle(in)
		return nil
	}
	place := len(d.LateInputs)
	if c.Has(draftPlace) {
		if err := json.Unmarshal(c.After[draftPlace], &place); err != nil {
			return err
		}
	}
	d.LateInputs = slices.Insert(slices.Clone(d.LateInputs), min(place, len(d.LateInputs)), in)
	return nil
}

// wording is the text that a value of the member says first.
func (c RowChange) wording(value json.RawMessage) string {
	if texts := c.wordings(value); len(texts) > 0 {
		return texts[0]
	}
	return ""
}

// wordings are all the texts of a value of the member.
func (c RowChange) wordings(value json.RawMessage) []string {
	var said struct {
		Text    string `json:"text"`
		Body    string `json:"body"`
		LeftOut string `json:"left_out"`
		Source  string `json:"source"`
		Reason  string `json:"reason"`
	}
	var text string
	if json.Unmarshal(value, &text) != nil && json.Unmarshal(value, &said) != nil {
		return nil
	}
	return slices.DeleteFunc([]string{text, said.Text, said.Body, said.LeftOut, said.Source, said.Reason}, func(t string) bool { return t == "" })
}

// isTypedText says whether the member is a long text that saves itself while
// somebody writes.
func (c RowChange) isTypedText() bool {
	return c.ID == "introduction" || c.ID == "note" || strings.HasPrefix(c.ID, draftRemark) || strings.HasPrefix(c.ID, draftOffice)
}

func (c RowChange) isLateInput() bool {
	return c.Part == PartDraft && strings.HasPrefix(c.ID, draftLate)
}

// was says whether the column had the value.
func (c RowChange) was(column string, value json.RawMessage) bool {
	return bytes.Equal(c.Before[column], value)
}
