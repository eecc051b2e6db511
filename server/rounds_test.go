package server_test

import (
	"fmt"
	"testing"
)

// A file or a copy brings rules that phones do not know. Such a round is never
// opened; what was counted on paper is typed.
func TestARoundOfARulePhonesDoNotKnowIsNotOpenedAndIsTyped(t *testing.T) {
	for _, rule := range []string{`{"rule":"weights","weights":[3,2,1]}`, `{"rule":"plus-minus","dots":3,"minus":1}`} {
		w := newWorld(t)
		r := w.room("a")
		w.exec("UPDATE rounds SET rule = ? WHERE id = ?", rule, r.prepared)
		round := r.path("/rounds/" + string(r.prepared))
		w.do(r.facilitator, "PUT "+round+"/state", `{"state":"open"}`).want(409, "rule-not-played")
		w.do(r.participant, "PUT "+round+"/ideas/"+string(r.idea)+"/dots/mine", `{"count":1,"seq":1}`).want(409, "round-not-open")
		w.do(r.participant, "PUT "+round+"/ballot/mine", `{"votes":[],"seq":1}`).want(409, "round-not-open")
		w.do(r.facilitator, "PATCH "+round, `{"entry":"typed"}`).want(200, "")
		w.do(r.facilitator, "PUT "+round+"/totals", fmt.Sprintf(`{"totals":[{"idea":%q,"points":4}],"voters":2}`, r.idea)).want(200, "")
	}
}
