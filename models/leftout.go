package models

import "strings"

// LeftOutSign begins what stands in the minutes in the place of something left
// out of them; the reason follows.
const LeftOutSign = "[…]"

// LeavesOut says whether something of the step was left out of the minutes.
func (s *StepMinutes) LeavesOut() bool {
	if IsLeftOut(s.Text) || causesLeaveOut(s.Causes) {
		return true
	}
	for _, idea := range s.ReadingOrder() {
		if IsLeftOut(idea.Text) {
			return true
		}
	}
	return false
}

// LeftOut is what stands in the place of something left out for the reason.
func LeftOut(reason string) string { return LeftOutSign + " " + reason }

// IsLeftOut says whether the text stands in the place of something left out.
func IsLeftOut(text string) bool { return strings.HasPrefix(text, LeftOutSign) }

func causesLeaveOut(causes []CauseMinutes) bool {
	for _, c := range causes {
		if IsLeftOut(c.Text) || causesLeaveOut(c.Causes) {
			return true
		}
	}
	return false
}
