package formats

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"dilna/exports"
	"dilna/models"
	"dilna/models/modelstest"
)

// needsAnOffice leaves the test to `make test`: `make check` starts no office.
func needsAnOffice(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("short: no office is started")
	}
}

// tool is a program the proof needs.
func tool(t testing.TB, name, install string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatalf("%s is missing, without which nothing proves that offices open what we write: install %s", name, install)
	}
	return path
}

// converted has LibreOffice open all files of a folder that end so, in one
// start with a profile of its own, and write them in another format.
func converted(t testing.TB, folder, to string, endings ...string) {
	t.Helper()
	soffice := tool(t, "soffice", "libreoffice-writer-nogui and libreoffice-calc-nogui")
	args := []string{"-env:UserInstallation=file://" + filepath.Join(folder, "profile"), "--headless", "--convert-to", to, "--outdir", folder}
	for _, ending := range endings {
		files, err := filepath.Glob(filepath.Join(folder, "*."+ending))
		if err != nil {
			t.Fatal(err)
		}
		args = append(args, files...)
	}
	if out, err := exec.CommandContext(t.Context(), soffice, args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
}

// opened is what an office found in a file, without any spaces and bullets.
func opened(t testing.TB, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("the office did not open it: %v", err)
	}
	return bare(string(content))
}

// bare is a text without what a line break or a list may add to it.
func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cc, r) || strings.ContainsRune("•–◦▪", r) {
			return -1
		}
		return r
	}, text)
}

// told is every text of a document, in order.
func told(doc exports.Document) []string {
	var texts []string
	for _, block := range doc.Cleaned().Blocks {
		switch block := block.(type) {
		case exports.Masthead:
			texts = append(append(texts, block.Publicity...), block.Programme, block.Title, block.Group)
		case exports.Fields:
			for _, f := range block {
				texts = append(texts, f.Label+":"+f.Value)
			}
		case exports.Heading:
			texts = append(texts, block.Text)
		case exports.Paragraph:
			texts = append(texts, block.Text)
		case exports.List:
			texts = append(texts, toldBullets(block.Bullets)...)
		case exports.Table:
			for _, head := range block.Heads {
				texts = append(texts, head.Text)
			}
			for _, row := range block.Rows {
				for _, cell := range row.Cells {
					texts = append(texts, toldLine(cell))
				}
			}
		}
	}
	return texts
}

func toldBullets(bullets []exports.Bullet) []string {
	var texts []string
	for _, b := range bullets {
		texts = append(append(texts, toldLine(b.Line)), toldBullets(b.Bullets)...)
	}
	return texts
}

func toldLine(l exports.Line) string {
	said := l.Number + l.Text + l.Sign
	if l.Word != "" {
		said += "(" + l.Word + ")"
	}
	return said + strings.Join(l.Remarks, "")
}

// follow fails where a text does not come after the one before it.
func follow(t *testing.T, in string, texts []string) {
	t.Helper()
	for _, text := range texts {
		_, after, found := strings.Cut(in, bare(text))
		if !found {
			t.Fatalf("%q does not come after what stands before it; the text goes on: %.200s", text, in)
		}
		in = after
	}
}

// generated is a record of everything at random, the same for the same seed.
func generated(seed uint64) models.Edition {
	r := rand.New(rand.NewPCG(seed, 1))
	words := strings.Fields("dům žlutý kůň strom řeka město obec služba péče člověk rodina práce bydlení doprava cesta vlak škola úřad peníze čas")
	say := func(most int) string {
		said := make([]string, 1+r.IntN(most))
		for i := range said {
			said[i] = words[r.IntN(len(words))]
		}
		return strings.Join(said, " ")
	}
	ideas := func(rounds int) []models.IdeaMinutes {
		all := make([]models.IdeaMinutes, 1+r.IntN(9))
		for i := range all {
			all[i] = models.IdeaMinutes{Text: say(30), Marked: r.IntN(3) == 0, Chosen: r.IntN(5) == 0}
			for range rounds {
				votes := r.IntN(20)
				all[i].Votes = append(all[i].Votes, &votes)
			}
			if r.IntN(4) == 0 {
				all[i].Note, all[i].Ideas = say(12), []models.IdeaMinutes{{Text: say(9)}}
			}
		}
		return all
	}
	var causes func(depth int) []models.CauseMinutes
	causes = func(depth int) []models.CauseMinutes {
		all := make([]models.CauseMinutes, r.IntN(5))
		for i := range all {
			all[i].Text = say(5)
			if depth > 1 {
				all[i].Causes = causes(depth - 1)
			}
		}
		return all
	}
	e := models.Edition{Version: 1, State: models.MinutesDraft, Introduction: say(40), Letterhead: models.Letterhead{Publicity: []string{say(8)}}}
	e.Head = models.Head{Language: []string{"cs", "en", "sk", "de", "uk"}[seed%5], Group: say(2), Number: int(seed), Date: "2026-02-04", Place: say(3)}
	e.Options = models.MinutesOptions{NumberIdeas: seed%2 == 0, Standing: seed%3 == 0, Order: models.MinutesByVotes}
	for range 6 {
		rounds := r.IntN(3)
		s := models.StepMinutes{Method: models.MethodCollect, Heading: strings.ToUpper(say(4)), Text: say(20), Ideas: ideas(rounds), Rounds: make([]models.RoundMinutes, rounds)}
		s.Topics = []models.TopicMinutes{{Heading: say(2), Ideas: ideas(rounds), Topics: []models.TopicMinutes{{Heading: say(3), Ideas: ideas(rounds)}}}}
		e.Steps = append(e.Steps, s)
	}
	e.Steps = append(e.Steps,
		models.StepMinutes{Method: models.MethodFishbone, Heading: say(3), Effect: say(4), Causes: causes(4)},
		models.StepMinutes{Method: models.MethodTasks, Heading: say(3), Tasks: []models.TaskMinutes{{Text: say(9), Tasks: []models.TaskMinutes{{Text: say(5)}}, Task: models.Task{Owners: []string{say(2)}}}}},
		models.StepMinutes{Method: models.MethodDecisions, Heading: say(3), Decisions: []models.DecisionMinutes{{Text: say(12), Decision: models.Decision{For: new(3), Against: new(0)}}}},
	)
	return e
}

func proved() map[string]models.Edition {
	all := map[string]models.Edition{"model": modelEdition()}
	for seed := range uint64(4) {
		all[fmt.Sprintf("generated-%d", seed+1)] = generated(seed + 1)
	}
	return all
}

func write(t testing.TB, folder, name string, e models.Edition, endings ...string) {
	t.Helper()
	for _, f := range All {
		if slices.Contains(endings, f.Ending) {
			// The ending stands in the name too: an office gives all it makes of them the same one.
			path := filepath.Join(folder, name+"-"+f.Ending+"."+f.Ending)
			if err := os.WriteFile(path, rendered(t, f, e), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// hostile says every hostile text as an idea, a heading, a task and a cause.
func hostile() models.Edition {
	var e models.Edition
	for _, text := range modelstest.HostileTexts() {
		text = text[:min(len(text), models.MaxIdea)]
		e.Steps = append(e.Steps, models.StepMinutes{
			Heading: text, Ideas: []models.IdeaMinutes{{Text: text, Note: text, Merged: []string{text, text}}}, Effect: text,
			Causes: []models.CauseMinutes{{Text: text, Causes: []models.CauseMinutes{{Text: text}}}},
			Tasks:  []models.TaskMinutes{{Text: text, Task: models.Task{Owners: []string{text, "a," + text}, Due: text}}},
		})
	}
	e.Steps = append(e.Steps, models.StepMinutes{Heading: "KONEC"})
	return e
}

// stationeries are Word files of offices that the same minutes stand on.
var stationeries = map[string]modelstest.Parts{
	"stationery-czech": modelstest.CzechOffice(), "stationery-bare": modelstest.BareOffice(), "stationery-booklet": modelstest.BookletOffice(),
}

func TestLibreOfficeReadsTheSameText(t *testing.T) {
	needsAnOffice(t)
	folder, endings := t.TempDir(), []string{"docx", "odt", "html"}
	for name, e := range proved() {
		write(t, folder, name, e, endings...)
	}
	write(t, folder, "hostile", hostile(), endings...)
	for name, office := range stationeries {
		e := modelEdition()
		e.Stationery = office.Packed()
		write(t, folder, name, e, "docx")
	}
	converted(t, folder, "txt:Text (encoded):UTF8", endings...)
	for name := range stationeries {
		follow(t, opened(t, filepath.Join(folder, name+"-docx.txt")), told(exports.FromEdition(modelEdition())))
	}
	for _, ending := range endings {
		for name, e := range proved() {
			t.Run(name+"."+ending, func(t *testing.T) {
				follow(t, opened(t, filepath.Join(folder, name+"-"+ending+".txt")), told(exports.FromEdition(e)))
			})
		}
		if said := opened(t, filepath.Join(folder, "hostile-"+ending+".txt")); !strings.Contains(said, "KONEC") {
			t.Errorf("%s of hostile texts ends before its end: %.200s", ending, said)
		}
	}
}

// TM-11: what a coordinator opens calculates nothing.
func TestLibreOfficeFindsEveryCellAndNoFormulaTM11(t *testing.T) {
	needsAnOffice(t)
	folder := t.TempDir()
	write(t, folder, "model", modelEdition(), "xlsx", "csv")
	write(t, folder, "hostile", hostile(), "xlsx", "csv")
	converted(t, folder, "fods", "xlsx", "csv")
	for _, name := range []string{"model-xlsx", "model-csv", "hostile-xlsx", "hostile-csv"} {
		content, err := os.ReadFile(filepath.Join(folder, name+".fods"))
		if err != nil {
			t.Fatal(err)
		}
		for _, sign := range []string{"table:formula", "xlink:href=\"http", "table:dde-link"} {
			if bytes.Contains(content, []byte(sign)) {
				t.Errorf("%s has a %s", name, sign)
			}
		}
		if name == "model-xlsx" {
			follow(t, bare(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(string(content), "")), cellTexts(modelEdition()))
		}
	}
}

func cellTexts(e models.Edition) []string {
	var texts []string
	for _, sheet := range exports.Sheets(e) {
		for _, row := range sheet.Rows {
			for _, cell := range row {
				texts = append(texts, cell.Text)
				if cell.Number != nil {
					texts = append(texts, strconv.Itoa(*cell.Number))
				}
			}
		}
	}
	return texts
}
