package models

import (
	"reflect"
	"slices"
	"strings"
)

// Change is one thing a version says otherwise than the one before. Of what is
// no longer said it tells that it is gone, never what it was: it may have been
// taken out because nobody should read it.
type Change struct {
	Kind  ChangeKind  `json:"kind" enum:"added,reworded,details,moved,left-out,removed,steps-removed,layout"`
	Part  ChangedPart `json:"part,omitempty" enum:",head,late,layout,feedback" doc:"what it is in; empty: in a step"`
	Where string      `json:"where,omitempty" doc:"heading of the step, as the new version says it"`
	Now   string      `json:"now,omitempty" doc:"as the new version says it; of what is laid out otherwise, the member of the options"`
	Count int         `json:"count,omitempty" doc:"how many are gone"`
}

// ChangeKind is what became of something between two versions.
type ChangeKind string

const (
	ChangeAdded    ChangeKind = "added"
	ChangeReworded ChangeKind = "reworded"
	ChangeDetails  ChangeKind = "details"       // votes, marks, owners: what is said of it, not the text
	ChangeMoved    ChangeKind = "moved"         // stands elsewhere
	ChangeLeftOut  ChangeKind = "left-out"      // gave way to a reason
	ChangeRemoved  ChangeKind = "removed"       // so many are gone
	ChangeSteps    ChangeKind = "steps-removed" // so many whole steps are gone
	ChangeLayout   ChangeKind = "layout"
)

// ChangedPart is what changed where it is in no step.
type ChangedPart string

const (
	PartOfHead   ChangedPart = "head"
	PartOfLate   ChangedPart = "late"
	PartOfLayout ChangedPart = "layout"

	PartOfFeedback ChangedPart = "feedback"
)

// ChangesSince compares what two versions say in public, row by row and text by
// text, in the order the new one is read. It is silent about whether people are
// named: a list of names that is printed no more would be told again.
func (e Edition) ChangesSince(before Edition) []Change {
	names := before.Options
	names.Names, names.Owners, names.Attendance = e.Options.Names, e.Options.Owners, e.Options.Attendance
	if len(before.Rows) == 0 {
		e.Rows = nil // then neither knows the other's rows
	}
	old := before
	old.Options = names
	c := comparison{was: map[string]saidLine{}, now: map[string]saidLine{}, order: map[string]int{}, headings: map[string]string{}}
	c.read(linesOf(old.Public()), linesOf(e.Public()))
	changes := c.changes()
	for _, member := range e.laidOutOtherwise(before) {
		changes = append(changes, Change{Kind: ChangeLayout, Part: PartOfLayout, Now: member})
	}
	return changes
}

// comparison is two versions side by side.
type comparison struct {
	before, after []saidLine
	was, now      map[string]saidLine
	order         map[string]int    // places in the version before
	headings      map[string]string // of the steps there are now
	moved         map[string]bool
	gone          map[saidPlace]int // loose lines that are no longer said
}

// saidPlace is where loose lines stand.
type saidPlace struct{ step, under string }

func (c *comparison) read(before, after []saidLine) {
	c.before, c.after = before, after
	for i, line := range before {
		c.was[line.key], c.order[line.key] = line, i
	}
	for _, line := range after {
		c.now[line.key] = line
		if line.under == inSteps {
			c.headings[line.key] = line.text
		}
	}
	c.gone = map[saidPlace]int{}
	for _, line := range before {
		if _, still := c.now[line.key]; line.loose && !still {
			c.gone[saidPlace{line.step, line.under}]++
		}
	}
	c.moved = c.findMoved()
}

func (c *comparison) changes() []Change {
	var changes []Change
	for i, line := range c.after {
		changes = append(changes, c.changesOf(line)...)
		if last := i+1 == len(c.after) || c.after[i+1].step != line.step || partOf(c.after[i+1]) != partOf(line); last {
			if n := c.removedFrom(line); n > 0 {
				changes = append(changes, c.change(ChangeRemoved, line, Change{Count: n}))
			}
		}
	}
	if n := c.stepsRemoved(); n > 0 {
		changes = append(changes, Change{Kind: ChangeSteps, Count: n})
	}
	return append(changes, c.partsRemoved()...)
}

// changesOf are what became of one line the new version says.
func (c *comparison) changesOf(line saidLine) []Change {
	var changes []Change
	was, known := c.was[line.key]
	said := Change{Now: line.said()}
	switch {
	case !known && c.replaces(line):
		changes = append(changes, c.change(ChangeReworded, line, said))
	case !known && line.isLeftOut():
		changes = append(changes, c.change(ChangeLeftOut, line, said))
	case !known:
		changes = append(changes, c.change(ChangeAdded, line, said))
	case line.isLeftOut() && !was.isLeftOut():
		changes = append(changes, c.change(ChangeLeftOut, line, said))
	case line.text != was.text:
		changes = append(changes, c.change(ChangeReworded, line, said))
	case line.rest != was.rest:
		changes = append(changes, c.change(ChangeDetails, line, said))
	}
	if c.moved[line.key] {
		changes = append(changes, c.change(ChangeMoved, line, Change{Now: line.text}))
	}
	return changes
}

// replaces says whether a loose line stands for one that is no longer said
// there: then it is another wording, else something new.
func (c *comparison) replaces(line saidLine) bool {
	at := saidPlace{line.step, line.under}
	if !line.loose || line.isLeftOut() || c.gone[at] == 0 {
		return false
	}
	c.gone[at]--
	return true
}

func (c *comparison) change(kind ChangeKind, line saidLine, said Change) Change {
	said.Kind, said.Part, said.Where = kind, partOf(line), c.headings[line.step]
	return said
}

func partOf(line saidLine) ChangedPart {
	switch {
	case line.step != "":
		return ""
	case line.under == inLate:
		return PartOfLate
	case strings.HasPrefix(line.under, inFeedback):
		return PartOfFeedback
	}
	return PartOfHead
}

// removedFrom counts what is gone from where the line stands. What stood under
// something gone goes with it, and what gave way to a reason is told already.
func (c *comparison) removedFrom(line saidLine) int {
	return c.removedWhere(func(was saidLine) bool { return was.step == line.step && partOf(was) == partOf(line) })
}

func (c *comparison) removedWhere(is func(saidLine) bool) int {
	removed := 0
	for _, was := range c.before {
		if is(was) && c.isRemoved(was) {
			removed++
		}
	}
	return removed
}

func (c *comparison) isRemoved(was saidLine) bool {
	if _, still := c.now[was.key]; still || was.under == inSteps {
		return false
	}
	if was.loose && !c.takeGone(was) {
		return false // another wording stands for it
	}
	above, stoodInRow := c.was[was.under]
	if stoodInRow {
		if still, ok := c.now[above.key]; !ok || still.isLeftOut() {
			return false
		}
	}
	return !c.leftOutStep(was.step)
}

// takeGone counts off one of the loose lines that are gone for good.
func (c *comparison) takeGone(line saidLine) bool {
	at := saidPlace{line.step, line.under}
	if c.gone[at] == 0 {
		return false
	}
	c.gone[at]--
	return true
}

func (c *comparison) leftOutStep(step string) bool {
	return slices.ContainsFunc(c.after, func(line saidLine) bool { return line.under == step+" text" && line.isLeftOut() })
}

func (c *comparison) stepsRemoved() int {
	removed := 0
	for _, was := range c.before {
		if _, still := c.now[was.key]; was.under == inSteps && !still {
			removed++
		}
	}
	return removed
}

// partsRemoved tells of parts that say nothing any more.
func (c *comparison) partsRemoved() []Change {
	var changes []Change
	for _, part := range []ChangedPart{PartOfHead, PartOfLate, PartOfFeedback} {
		if slices.ContainsFunc(c.after, func(line saidLine) bool { return partOf(line) == part }) {
			continue
		}
		if n := c.removedWhere(func(was saidLine) bool { return partOf(was) == part }); n > 0 {
			changes = append(changes, Change{Kind: ChangeRemoved, Part: part, Count: n})
		}
	}
	return changes
}

// findMoved are the rows that stand under something else, or among their
// siblings elsewhere: as few of them as explain the new order.
func (c *comparison) findMoved() map[string]bool {
	moved, siblings := map[string]bool{}, map[string][]string{}
	for _, line := range c.after {
		was, known := c.was[line.key]
		switch {
		case !known || line.loose || line.under == inHead:
		case was.under != line.under:
			moved[line.key] = true
		default:
			siblings[line.under] = append(siblings[line.under], line.key)
		}
	}
	for _, keys := range siblings {
		places := make([]int, len(keys))
		for i, key := range keys {
			places[i] = c.order[key]
		}
		for _, i := range outOfOrder(places) {
			moved[keys[i]] = true
		}
	}
	return moved
}

// outOfOrder are the indexes of as few numbers as possible without which the
// others rise (all but a longest increasing subsequence).
func outOfOrder(places []int) []int {
	var ends []int // index of the smallest last number of a rising run, by its length
	before := make([]int, len(places))
	for i, place := range places {
		at, _ := slices.BinarySearchFunc(ends, place, func(end, place int) int { return places[end] - place })
		if before[i] = -1; at > 0 {
			before[i] = ends[at-1]
		}
		if at == len(ends) {
			ends = append(ends, i)
		} else {
			ends[at] = i
		}
	}
	stays := make([]bool, len(places))
	for at := lastOf(ends); at >= 0; at = before[at] {
		stays[at] = true
	}
	var out []int
	for i, stay := range stays {
		if !stay {
			out = append(out, i)
		}
	}
	return out
}

func lastOf(ends []int) int {
	if len(ends) == 0 {
		return -1
	}
	return ends[len(ends)-1]
}

// laidOutOtherwise are the members of the options that differ, the language
// and the letterhead.
func (e Edition) laidOutOtherwise(before Edition) []string {
	var members []string
	now, was := reflect.ValueOf(e.Options), reflect.ValueOf(before.Options)
	for i := range now.NumField() {
		if !now.Field(i).Equal(was.Field(i)) {
			members = append(members, memberName(now.Type().Field(i)))
		}
	}
	if e.Language != before.Language {
		members = append(members, "language")
	}
	if !reflect.DeepEqual(e.Letterhead, before.Letterhead) {
		members = append(members, "letterhead")
	}
	return members
}

func memberName(field reflect.StructField) string {
	name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
	return name
}

// withoutOldWording is the list of changes as it may still be told: those of a
// version that was approved when the list said what had been there.
func (e Edition) withoutOldWording() []Change {
	changes := slices.Clone(e.Changes)
	for i := range changes {
		c := &changes[i]
		if c.Kind != "" {
			continue
		}
		if c.Kind = ChangeReworded; c.Now == "" {
			c.Kind, c.Count = ChangeRemoved, 1
		}
		if !slices.ContainsFunc(e.Steps, func(s StepMinutes) bool { return s.Heading == c.Where }) {
			c.Where = "" // a heading that is gone is not told either
			c.Part = PartOfHead
		}
	}
	return changes
}
