package rehearsal

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// A rehearsal that knew the server from inside would prove less: whatever it
// does, any client can do.
func TestARehearsalKnowsNothingOfTheServerButItsPublicAPI(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	allowed := []string{"dilna/models", "dilna/models/voting", "dilna/models/workshopfile", "dilna/cmd/dilna/language", "dilna/cmd/dilna/rehearsal"}
	for _, dependency := range strings.Fields(string(out)) {
		if strings.HasPrefix(dependency, "dilna/") && !slices.Contains(allowed, dependency) {
			t.Errorf("it uses %s", dependency)
		}
	}
}
