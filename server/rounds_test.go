package server_test

import (
	"fmt"
	"testing"

	"dilna/models"
)

// A file or a copy brings rules that phones do not know, or that are not whole. Such
// a round is never opened; what was counted on paper is typed.
func TestARoundOfARulePhonesDoNotKnowIsNotOpenedAndIsTyped(t *testing.T) {
	for rule, code := range map[string]models.ErrorCode{
		`{"rule":"delphi","dots":3}`:         models.CodeRuleNotPlayed, // a rule of the future
		`{"rule":"weights","weights":[3,0]}`: models.CodeRuleMissing, `{"rule":"budget","budget":100}`: models.CodeRuleMissing,
	} {
		w := newWorld(t)
		r := w.room("a")
		w.exec("UPDATE rounds SET rule = ? WHERE id = ?", rule, r.prepared)
		round := r.path("/rounds/" + string(r.prepared))
		w.do(r.facilitator, "PUT "+round+"/state", `{"state":"open"}`).want(409, code)
		w.do(r.participant, "PUT "+round+"/ideas/"+string(r.idea)+"/dots/mine", `{"count":1,"seq":1}`).want(409, "round-not-open")
		w.do(r.participant, "PUT "+round+"/ballot/mine", `{"votes":[],"seq":1}`).want(409, "round-not-open")
		w.do(r.facilitator, "PATCH "+round, `{"entry":"typed"}`).want(200, "")
		w.do(r.facilitator, "PUT "+round+"/totals", fmt.Sprintf(`{"totals":[{"idea":%q,"points":4}],"voters":2}`, r.idea)).want(200, "")
	}
}
