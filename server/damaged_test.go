package server_test

import (
	"fmt"
	"strings"
	"testing"

	"dilna/models"
)

// TestADamagedVersionIsNotPublicAndTheOthersAre: the newest version is no longer
// what was approved. The page says so first, the older one stays to be read, and
// the console lists both.
func TestADamagedVersionIsNotPublicAndTheOthersAre(t *testing.T) {
	r := publishing(t)
	for version, note := range []string{"", "oprava"} {
		if version == 1 {
			r.draft(`{"introduction":"Úvod","note":"` + note + `"}`)
		}
		r.approve()
		r.publish(version+1, "published")
	}
	address := r.work().Link
	r.exec("DROP TRIGGER editions_are_frozen")
	r.exec("UPDATE editions SET edition = replace(edition, 'Úvod', 'Odvod') WHERE version = 2")

	page := r.said(&caller{}, "/minutes/"+address)
	if at := strings.Index(page, "Version 2 is missing"); at < 0 || at > strings.Index(page, "Version 1") || strings.Contains(page, "vod") {
		t.Errorf("the page says: %s", page)
	}
	for version, want := range map[int]int{1: 200, 2: 500} {
		code := map[int]models.ErrorCode{500: models.CodeDamaged}[want]
		r.do(&caller{}, fmt.Sprintf("GET /minutes/%s/%d/minutes.pdf", address, version), "").want(want, code)
		r.do(r.coordinator, fmt.Sprintf("GET %s/%d/minutes.pdf", r.path("/editions"), version), "").want(want, code)
	}
	work := r.work()
	if len(work.Editions) != 2 || !work.Editions[0].Damaged || work.Editions[1].Damaged || !work.Damaged {
		t.Errorf("on the console: %+v", work)
	}
	r.do(r.coordinator, "POST "+r.path("/editions"), r.approval()).want(500, models.CodeDamaged)
}
