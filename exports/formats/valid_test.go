package formats

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/workshopfile"
)

// validator is the Nu Html Checker, which comes with the tools of the client.
const validator = "../../frontend/node_modules/vnu-jar/build/dist/vnu.jar"

// TestAnIndependentValidatorFindsNoFaultInPages: the model record, every rule of voting, and
// whatever else minutes may say, all in one start of Java.
func TestAnIndependentValidatorFindsNoFaultInPages(t *testing.T) {
	if testing.Short() {
		t.Skip("short: no Java is started")
	}
	rules, err := os.ReadFile("../../models/modelstest/testdata/rules.json")
	if err != nil {
		t.Fatal(err)
	}
	voted, err := workshopfile.Decode(rules)
	if err != nil {
		t.Fatal(err)
	}
	all := models.MinutesOptions{NumberSteps: true, NumberIdeas: true, Standing: true, BallotsListed: true, Order: models.MinutesBoth, SigningLines: true}
	pages := []models.Edition{modelEdition(), {Minutes: modelstest.ModelRecord(), Options: all, State: models.MinutesDraft, Version: 2}, {Minutes: voted, Options: all}, {}}
	for _, l := range lines() {
		pages = append(pages, l.e)
	}
	page, folder := All[slices.IndexFunc(All, func(f Format) bool { return f.Ending == "html" })], t.TempDir()
	for i, e := range pages {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%03d.html", i)), rendered(t, page, e), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := os.Stat(validator); err != nil {
		t.Fatalf("pages cannot be validated without the tools of the client: run make (%v)", err)
	}
	// It ends before the slower, better compiling of the second tier would pay; without that it needs more stack.
	java := exec.Command(tool(t, "java", "default-jre-headless"), "-XX:TieredStopAtLevel=1", "-Xss4m", "-jar", validator, "--skip-non-html", folder)
	out, err := java.CombinedOutput()
	for line := range strings.Lines(string(out)) {
		if !strings.Contains(line, "info: Trailing slash") { // they are closed as in XML, too
			t.Error(line)
		}
	}
	if err != nil {
		t.Errorf("of %d pages: %v", len(pages), err)
	}
}
