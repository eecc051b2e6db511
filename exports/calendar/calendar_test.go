package calendar

import (
	"strings"
	"testing"
	"time"

	"dilna/models"
	"dilna/models/modelstest"
)

func promise(text, day string) models.Promise {
	return models.Promise{
		Workshop: models.Called{ID: "w", Number: 2, Group: "Sociální služby"}, Task: "t",
		Told:  models.Told{Text: text, DueDate: day, State: models.TaskOpen, Owners: []string{"Jana"}, Everyone: true, Due: "do jara; spíš dřív"},
		Begun: models.Beginning{Workshop: "first", Entry: "task"},
	}
}

// written is the file with its lines whole again.
func written(t *testing.T, all ...models.Promise) []string {
	t.Helper()
	var b strings.Builder
	made := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	if err := Promises(t.Context(), models.PromiseList{Promises: all, Language: "cs", Made: made}, &b); err != nil {
		t.Fatal(err)
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(b.String(), "\r\n"), "\r\n") {
		if len(line) > mostOctets || strings.ContainsAny(line, "\r\n") {
			t.Errorf("a line of %d octets: %q", len(line), line)
		}
	}
	return strings.Split(strings.ReplaceAll(b.String(), "\r\n ", ""), "\r\n")
}

func TestAPromiseIsAnEventOfAWholeDayThatKeepsItsName(t *testing.T) {
	gone := promise("Zpráva, příloha", "2026-12-31")
	gone.Workshop.ID, gone.Task = "later", "another"
	for _, p := range []models.Promise{promise("Zpráva, příloha", "2026-12-31"), gone} {
		got := strings.Join(written(t, p), "\n")
		for _, want := range []string{
			"BEGIN:VCALENDAR\nVERSION:2.0\n", "\nUID:task-first@dilna\nDTSTAMP:20260102T030405Z\n", "\nDTSTART;VALUE=DATE:20261231\nDTEND;VALUE=DATE:20270101\n",
			"\nSUMMARY:Zpráva\\, příloha\n", `DESCRIPTION:Zpráva\, příloha\nZodpovídá: Jana\, všichni\nTermín slovy: do jara\; spíš dřív\nJednání: 2. jednání\nSkupina: Sociální služby` + "\n",
		} {
			if !strings.Contains(got, want) {
				t.Errorf("%q is not in\n%s", want, got)
			}
		}
	}
}

func TestACalendarHasWhatIsStillToBeDoneByADay(t *testing.T) {
	done := promise("Hotovo", "2026-01-01")
	done.State = models.TaskDone
	got := strings.Join(written(t, promise("Někdy", ""), done, promise("Zpráva", "2026-01-01")), "\n")
	if strings.Count(got, "BEGIN:VEVENT") != 1 || !strings.Contains(got, "SUMMARY:Zpráva") {
		t.Errorf("the calendar is\n%s", got)
	}
}

func TestWhateverIsTypedStaysInItsLineTM12(t *testing.T) {
	for _, text := range append(modelstest.HostileTexts(), "END:VEVENT\r\nBEGIN:VALARM", strings.Repeat("ž", 200)) {
		hostile := promise(text, "2026-01-01")
		hostile.Owners, hostile.Reason, hostile.Workshop.Title = []string{text}, text, text
		lines := written(t, hostile)
		names := map[string]int{}
		for _, line := range lines {
			name, _, _ := strings.Cut(line, ":")
			names[name]++
		}
		if len(lines) != 15 || names["BEGIN"] != 2 || names["SUMMARY"] != 1 || names["DESCRIPTION"] != 1 {
			t.Errorf("%.40q makes %d lines: %.300q", text, len(lines), lines)
		}
	}
}
