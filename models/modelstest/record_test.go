package modelstest_test

import (
	"testing"

	"dilna/models/modelstest"
)

func TestTheModelRecordIsTheWholeMeeting(t *testing.T) {
	m := modelstest.ModelRecord()
	if len(m.Steps) != 11 {
		t.Fatalf("%d steps, the meeting had eleven", len(m.Steps))
	}
	if got := m.Attendance.Printed; got != "14 (+1 ORK)" {
		t.Errorf("attendance %q", got)
	}
	for i, want := range map[int]int{3: 20, 4: 15, 5: 20} {
		sum := 0
		for _, idea := range m.Steps[i].Ideas {
			sum += *idea.Votes[0]
		}
		if sum != want {
			t.Errorf("%s: %d votes, the record has %d", m.Steps[i].Heading, sum, want)
		}
	}
}

func TestChangingAModelRecordLeavesTheNextOneWhole(t *testing.T) {
	*modelstest.ModelRecord().Steps[3].Ideas[0].Votes[0] = 99
	if got := *modelstest.ModelRecord().Steps[3].Ideas[0].Votes[0]; got != 4 {
		t.Errorf("the next record has %d votes, the meeting gave 4", got)
	}
}
