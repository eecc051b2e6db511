package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"dilna/exports"
	"dilna/models"
	"dilna/models/modelstest"
)

var background = context.Background()

func rendered(t testing.TB, m models.Minutes) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Render(background, exports.FromMinutes(m, models.MinutesOptions{}), &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestTheSameMinutesMakeTheSameBytes(t *testing.T) {
	want := rendered(t, modelstest.ModelRecord())
	var all sync.WaitGroup
	for range 8 { // at once: nothing is shared between documents
		all.Go(func() {
			if got := rendered(t, modelstest.ModelRecord()); !bytes.Equal(got, want) {
				t.Error("the bytes differ")
			}
		})
	}
	all.Wait()
}

func TestTheModelRecordIsASmallFile(t *testing.T) {
	if size := len(rendered(t, modelstest.ModelRecord())); size > 120_000 {
		t.Errorf("%d bytes, at most 120,000 are promised", size)
	}
}

func TestRenderingStopsWithItsContextAndWritesNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(background)
	cancel()
	var b bytes.Buffer
	err := Render(ctx, exports.FromMinutes(modelstest.ModelRecord(), models.MinutesOptions{}), &b)
	if !errors.Is(err, context.Canceled) || b.Len() > 0 {
		t.Errorf("got %v and %d bytes", err, b.Len())
	}
}

func TestAPanicBecomesAnError(t *testing.T) {
	torn := exports.Table{Heads: make([]exports.TableHead, 9), Rows: make([]exports.TableRow, 1)}
	if err := Render(background, exports.Document{Blocks: []exports.Block{torn}}, io.Discard); err == nil {
		t.Error("a table whose rows lack cells was printed")
	}
}

func TestAWriterThatFailsIsTold(t *testing.T) {
	broken := errors.New("the phone is gone")
	err := Render(background, exports.FromMinutes(models.Minutes{}, models.MinutesOptions{}), failing{broken})
	if !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// TestTheTextOfTheModelRecordCopiesRightly reads the PDF as a person who
// selects all and copies: everything, in order, words apart.
func TestTheTextOfTheModelRecordCopiesRightly(t *testing.T) {
	m := modelstest.ModelRecord()
	copied := copiedText(t, rendered(t, m))
	foot := regexp.MustCompile(`Zápis z 1\. jednání · SOCIÁLNÍ SLUŽBY 2 Strana \d+ z \d+ ?`)
	pages := len(foot.FindAllString(copied, -1))
	if pages < 2 || !strings.Contains(copied, fmt.Sprintf("Strana %d z %d", pages, pages)) {
		t.Errorf("%d feet of pages are numbered", pages)
	}
	rest := foot.ReplaceAllString(copied, "")
	for _, want := range everyText(m) {
		_, after, found := strings.Cut(rest, want)
		if !found {
			t.Fatalf("%q does not come after what stands before it; the text goes on: %.200s", want, rest)
		}
		rest = after
	}
}

// copiedText is the text of a PDF in the order it is written, spaces made one.
func copiedText(t *testing.T, file []byte) string {
	t.Helper()
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Fatal("pdftotext is missing, which reads the PDF back: install poppler-utils")
	}
	path := filepath.Join(t.TempDir(), "minutes.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(tool, "-raw", path, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext: %v", err)
	}
	return strings.Join(strings.Fields(string(out)), " ")
}

// everyText is what the minutes must say, in order: every idea with its mark
// and its votes, every cause, every line of text.
func everyText(m models.Minutes) []string {
	texts := []string{"Zápis z 1. jednání", m.Group, "Datum: 19. 11. 2025 od 13 hodin", m.Attendance.Printed, m.Facilitators[0]}
	for _, s := range m.Steps {
		texts = append(texts, s.Heading)
		if len(s.Rounds) > 0 {
			texts = append(texts, s.IdeaLabel, s.Rounds[0].Label)
		}
		texts = append(texts, ideaTexts(s.Ideas)...)
		for _, topic := range s.Topics {
			texts = append(append(texts, topic.Heading), ideaTexts(topic.Ideas)...)
		}
		if s.Effect != "" {
			texts = append(texts, s.Effect)
		}
		texts = append(texts, causeTexts(s.Causes)...)
		for line := range strings.Lines(s.Text) {
			texts = append(texts, strings.TrimPrefix(strings.TrimSpace(line), "- "))
		}
	}
	return texts
}

func ideaTexts(ideas []models.IdeaMinutes) []string {
	var texts []string
	for _, idea := range ideas {
		said := idea.Text
		if idea.Marked {
			said += " ⚫"
		}
		for _, votes := range idea.Votes {
			said += " " + strconv.Itoa(*votes)
		}
		texts = append(texts, said)
	}
	return texts
}

func causeTexts(causes []models.CauseMinutes) []string {
	var texts []string
	for _, c := range causes {
		texts = append(append(texts, c.Text), causeTexts(c.Causes)...)
	}
	return texts
}
