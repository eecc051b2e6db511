package models_test

import (
	"testing"
	"time"

	"dilna/models"
)

func TestATimerIsExtendedHeldAndGoesOn(t *testing.T) {
	t.Parallel()
	now := time.UnixMilli(1_000_000)
	yes, no := true, false
	over, running, paused := models.Timer{Ends: 900_000, Closes: true}, models.Timer{Ends: 1_010_000}, models.Timer{Left: 10_000}
	for name, row := range map[string]struct {
		timer  models.Timer
		change models.TimerChange
		want   models.Timer
	}{
		"a running one gets a minute more":        {running, models.TimerChange{Add: 60}, models.Timer{Ends: 1_070_000}},
		"one that is over gets a minute from now": {over, models.TimerChange{Add: 60}, models.Timer{Ends: 1_060_000, Closes: true}},
		"held, it keeps what is left":             {running, models.TimerChange{Paused: &yes}, paused},
		"it goes on with what is left":            {paused, models.TimerChange{Paused: &no}, running},
		"also a held one gets a minute more":      {paused, models.TimerChange{Add: 60}, models.Timer{Left: 70_000}},
		"no change changes nothing":               {over, models.TimerChange{}, over},
		"it is never longer than six hours":       {running, models.TimerChange{Add: models.MaxTimer}, models.Timer{Ends: 1_000_000 + models.MaxTimer*1000}},
	} {
		got := row.timer
		if err := got.Apply(row.change, now); err != nil || got != row.want {
			t.Errorf("%s: %+v (%v), want %+v", name, got, err, row.want)
		}
	}
	if err := new(models.Timer).Apply(models.TimerChange{Add: 60}, now); models.CodeOf(err) != models.CodeTimerMissing {
		t.Errorf("no timer is extended: %v", err)
	}
}
