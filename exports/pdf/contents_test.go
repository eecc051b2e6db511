package pdf

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"dilna/exports"
	"dilna/exports/fonts"
	"dilna/models"
)

// manySteps are minutes of so many steps, each of about half a page.
func manySteps(steps int) models.Minutes {
	var m models.Minutes
	for i := range steps {
		s := models.StepMinutes{Method: models.MethodCollect, Heading: fmt.Sprintf("ODDÍL %d", i+1)}
		for range 20 {
			s.Ideas = append(s.Ideas, models.IdeaMinutes{Text: "Dostat do povědomí i úředníků, že aktivizace není jen zabavení, ale sociální práce s plánem"})
		}
		m.Steps = append(m.Steps, s)
	}
	return m
}

// TestLongMinutesHaveATableOfContents: each line says the page its heading stands on.
func TestLongMinutesHaveATableOfContents(t *testing.T) {
	copied := string(tool(t, "pdftotext", "-layout", saved(t, rendered(t, manySteps(26))), "-"))
	pages := strings.Split(copied, "\f")
	found := regexp.MustCompile(`(ODDÍL \d+)[ .]+(\d+)\n`).FindAllStringSubmatch(copied, -1)
	if len(found) != 26 {
		t.Fatalf("the table of contents has %d lines:\n%s", len(found), pages[0])
	}
	for _, line := range found {
		var page int
		if _, err := fmt.Sscan(line[2], &page); err != nil || !strings.Contains(pages[page-1], line[1]+"\n") {
			t.Errorf("%s does not stand on page %s", line[1], line[2])
		}
	}
}

func TestShortMinutesHaveNoTableOfContents(t *testing.T) {
	if pages, _ := pagesOf(t, manySteps(16)); len(pages) >= exports.ContentsFrom || strings.Contains(textOn(pages), "Obsah") {
		t.Errorf("it stands in minutes of %d pages", len(pages))
	}
}

// The pages that other formats take are guessed: about right.
func TestHowManyPagesThereAreIsGuessedAboutRight(t *testing.T) {
	for name, m := range map[string]models.Minutes{"many steps": manySteps(20), "the largest": largestRecord(), "a long table": longVoteTable()} {
		pages, doc := pagesOf(t, m)
		if guess := doc.Pages(); guess*10 < len(pages)*8 || guess*8 > len(pages)*10 {
			t.Errorf("%s: %d pages, not %d", name, len(pages), guess)
		}
	}
}

func pagesOf(t *testing.T, m models.Minutes) ([]page, exports.Document) {
	t.Helper()
	doc := exports.FromMinutes(m, models.MinutesOptions{})
	set, err := fonts.NewSet()
	if err != nil {
		t.Fatal(err)
	}
	pages, _, err := layout(background, doc, set)
	if err != nil {
		t.Fatal(err)
	}
	return pages, doc
}

func textOn(pages []page) string {
	var b strings.Builder
	for _, p := range pages {
		for _, text := range p.texts {
			b.WriteString(text.text)
		}
	}
	return b.String()
}
