package models

import "strings"

// LeftOutSign begins what stands in the minutes in the place of something left
// out of them; the reason follows.
const LeftOutSign = "[…]"

// LeavesOut says whether something of the step was left out of the minutes.
func (s *StepMinutes) LeavesOut() bool {
	if isLeftOut(s.Heading) || topicsLeaveOut(s.Topics) || causesLeaveOut(s.Causes) {
		return true
	}
	for _, idea := range s.ReadingOrder() {
		if isLeftOut(idea.Text) {
			return true
		}
	}
	return false
}

func isLeftOut(text string) bool { return strings.HasPrefix(text, LeftOutSign) }

func topicsLeaveOut(topics []TopicMinutes) bool {
	for _, t := range topics {
		if isLeftOut(t.Heading) || topicsLeaveOut(t.Topics) {
			return true
		}
	}
	return false
}

func causesLeaveOut(causes []CauseMinutes) bool {
	for _, c := range causes {
		if isLeftOut(c.Text) || causesLeaveOut(c.Causes) {
			return true
		}
	}
	return false
}
