package store_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/store"
)

func TestAFullDiskIsToldAsSuchAndHealthSaysWhenItIsOverFM05(t *testing.T) {
	now := time.Now()
	s, err := store.Open(t.Context(), madeFolder(t), store.Options{Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	r := modelstest.NewScene(t, s, 0)
	step := r.Step(t, models.MethodText)
	later := func() { now = now.Add(time.Minute) }
	if err := s.Health(t.Context()); err != nil {
		t.Fatalf("a store with room says %v", err)
	}

	letIn := store.FillDisk(t, s)
	text := strings.Repeat("dlouhý text ", 1_000)
	_, err = s.ChangeStep(t.Context(), r.Facilitator, modelstest.Key(), step.ID, models.StepChange{Text: &text})
	if got := models.CodeOf(err); got != models.CodeDiskFull {
		t.Errorf("a text for which there is no room is answered %v", err)
	}
	letIn()
	later()
	if err := s.Health(t.Context()); err != nil {
		t.Errorf("there is room again, and health says %v", err)
	}
	if _, err = s.ChangeStep(t.Context(), r.Facilitator, modelstest.Key(), step.ID, models.StepChange{Text: &text}); err != nil {
		t.Errorf("there is room again, and the same text is answered %v", err)
	}
}

// In a room with more phones than the machine can serve, reading took longer than
// it may: that was answered as an error nobody had foreseen.
func TestAReadThatTakesTooLongIsBusyINV32(t *testing.T) {
	s := open(t, madeFolder(t))
	defer func() { must(t, s.Close()) }()
	late, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	if err := store.ReadTooLong(late, s); models.CodeOf(err) != models.CodeBusy {
		t.Errorf("answered %v", err)
	}
}
