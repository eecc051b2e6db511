package models

import (
	"slices"
	"strings"
)

// LeftOutSign begins what stands in the minutes in the place of something left
// out of them; the reason follows.
const LeftOutSign = "[…]"

// LeavesOut says whether something of the step was left out of the minutes.
func (s *StepMinutes) LeavesOut() bool {
	if isLeftOut(s.Text) || causesLeaveOut(s.Causes) {
		return true
	}
	if slices.ContainsFunc(s.Photos, func(p PhotoMinutes) bool { return isLeftOut(p.Text) }) {
		return true
	}
	for _, idea := range s.ReadingOrder() {
		if isLeftOut(idea.Text) {
			return true
		}
	}
	return false
}

// LeftOut is what stands in the place of something left out for the reason.
func LeftOut(reason string) string { return LeftOutSign + " " + reason }

func isLeftOut(text string) bool { return strings.HasPrefix(text, LeftOutSign) }

func causesLeaveOut(causes []CauseMinutes) bool {
	for _, c := range causes {
		if isLeftOut(c.Text) || causesLeaveOut(c.Causes) {
			return true
		}
	}
	return false
}
