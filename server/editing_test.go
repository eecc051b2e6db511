package server_test

import (
	"strings"
	"testing"
)

func TestWhoSavesOverAnothersTextIsToldBoth(t *testing.T) {
	r := newWorld(t).room("a")
	for _, door := range []struct{ by, path, pointer, first, second string }{
		{"facilitator", "/ideas/" + string(r.mine), "#/text", `{"text":"první"}`, `{"text":"druhá","made_from":{"text":"výchozí"}}`},
		{"participant", "/ideas/" + string(r.mine), "#/text", `{"text":"první"}`, `{"text":"druhá","made_from":{"text":"výchozí"}}`},
		{"facilitator", "/minutes", "#/introduction", `{"introduction":"první"}`, `{"introduction":"druhá","made_from":{}}`},
		{"facilitator", "/head", "#/title", `{"title":"první"}`, `{"title":"druhá","made_from":{"title":"výchozí"}}`},
	} {
		r.do(r.facilitator, "PATCH "+r.path(door.path), door.first)
		by := r.facilitator
		if door.by == "participant" {
			by = r.participant
		}
		refused := r.do(by, "PATCH "+r.path(door.path), door.second)
		refused.want(409, "changed-since")
		told := refused.Body.String()
		if want := `"collisions":[{"pointer":"` + door.pointer + `","stands":"první","yours":"druhá"}]`; !strings.Contains(told, want) {
			t.Errorf("%s of %s is told %s", door.path, door.by, told)
		}
	}
}
