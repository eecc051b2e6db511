package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"dilna/models"
)

// doors are the ways a workshop file leaves: who gets it, and whether of the
// draft or of the first version.
type doors struct {
	t            *testing.T
	dir, id      string
	staff, guest *browser
	public       string
}

// said is the text of the workshop file that an answer is, or has in it.
func (d doors) said(answer []byte) string {
	d.t.Helper()
	if !bytes.HasPrefix(answer, []byte("PK")) {
		return string(answer)
	}
	archive, err := zip.NewReader(bytes.NewReader(answer), int64(len(answer)))
	if err != nil {
		d.t.Fatal(err)
	}
	for _, packed := range archive.File {
		if strings.HasSuffix(packed.Name, ".json") {
			opened, err := packed.Open()
			if err != nil {
				d.t.Fatal(err)
			}
			content, err := io.ReadAll(opened)
			if err != nil {
				d.t.Fatal(err)
			}
			return string(content)
		}
	}
	d.t.Fatal("no workshop file in the archive")
	return ""
}

func (d doors) exported(args ...string) string {
	d.t.Helper()
	r := dilna(d.t, append([]string{"export", d.id, "--data", d.dir, "--format"}, args...)...)
	if r.code != 0 {
		d.t.Fatalf("export %v: %s", args, r.err)
	}
	return d.said([]byte(r.out))
}

func (d doors) fetched(b *browser, path string) string {
	d.t.Helper()
	return d.said(b.do("GET", path, nil, nil))
}

// doored is a workshop with names, ballots of many and of few, and a draft that
// leaves out one idea; its first version is published.
const doored = `{"format": "dilna.workshop/1", "title": "Dveře", "date": "2026-02-04",
 "attendance": {"printed": "7", "present": ["PŘÍTOMNÁ"]}, "steps": [
 {"method": "collect", "heading": "PODNĚTY", "rounds": [
   {"label": "MNOZÍ", "dots": 1, "per_idea": 1, "ballots": [[[0, 1]], [[0, 1]], [[0, 1]], [[1, 1]], [[1, 1]]]}],
  "ideas": [{"text": "VIDĚT", "author": "AUTORKA", "votes": [3]}, {"text": "VYNECHAT", "votes": [2]}]},
 {"method": "collect", "heading": "MÁLO", "rounds": [{"label": "NEMNOZÍ", "dots": 1, "per_idea": 1, "ballots": [[[0, 1]], [[0, 1]]]}],
  "ideas": [{"text": "DVA", "votes": [2]}]},
 {"method": "tasks", "heading": "ÚKOLY", "tasks": [{"text": "ZAVOLAT", "owners": ["ODPOVĚDNÁ"]}]}]}`

// openDoors serves the file, and publishes a version of it.
func openDoors(t *testing.T, content, options string) doors {
	t.Helper()
	file := filepath.Join(t.TempDir(), "doors.json")
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	d := doors{t: t, dir: t.TempDir()}
	d.id = dilna(t, "import", file, "--data", d.dir).lastLine()
	house := serveOn(t, d.dir)
	t.Cleanup(house.stop)
	d.staff, d.guest = newBrowser(t, house.console), newBrowser(t, house.console)
	_, link, _ := strings.Cut(house.console, "#link=")
	d.staff.do("POST", "/api/accounts", map[string]string{"link": link, "name": "Petra", "login": "petra", "password": "kosatec na zahradě"}, nil)
	var picture struct{ Ideas []models.Entry }
	d.staff.do("GET", d.at("/feed?since=0&wait=0s&as=facilitator"), nil, &picture)
	draft := models.DraftChange{Edits: map[string]models.Edit{}}
	for _, i := range picture.Ideas {
		if i.Text == "VYNECHAT" {
			draft.Edits[string(i.ID)] = models.Edit{LeftOut: "na přání"}
		}
	}
	if (len(draft.Edits) == 1) != strings.Contains(content, "VYNECHAT") {
		t.Fatalf("the feed has %+v", picture)
	}
	if options == "all" {
		draft.Options = &models.MinutesOptions{Names: models.NamesEverywhere, Owners: models.NamesEverywhere, Attendance: models.NamesEverywhere, BallotsListed: true}
	}
	if options == "none" {
		draft.Options = &models.MinutesOptions{Names: models.NamesNowhere, Owners: models.NamesNowhere}
	}
	d.staff.do("PATCH", d.at("/minutes"), draft, nil)
	d.staff.do("PUT", d.at("/state"), map[string]string{"state": "open"}, nil)
	d.staff.do("PUT", d.at("/state"), map[string]string{"state": "ended"}, nil)
	d.staff.do("POST", d.at("/editions"), map[string]int{"from": 0}, nil)
	d.staff.do("PUT", d.at("/editions/1/state"), map[string]string{"from": "approved", "state": "published", "older": "stay"}, nil)
	var work models.MinutesWork
	d.staff.do("GET", d.at("/minutes"), nil, &work)
	d.public = "/minutes/" + work.Link + "/1/minutes"
	return d
}

func (d doors) at(tail string) string { return "/api/workshops/" + d.id + tail }

// TestAWorkshopFileMeansTheSameAtEveryDoor: each door × what is in the file ×
// what the minutes are told to show (docs/adr/0024).
func TestAWorkshopFileMeansTheSameAtEveryDoor(t *testing.T) {
	const ballots, few, leftOut = `[ [ 0, 1 ] ], [ [ 0, 1 ] ], [ [ 0, 1 ] ]`, `"ballots": [ [ [ 0, 1 ] ], [ [ 0, 1 ] ] ]`, "VYNECHAT"
	names := []string{"PŘÍTOMNÁ", "AUTORKA", "ODPOVĚDNÁ"}
	for _, options := range []string{"usual", "all", "none"} {
		t.Run(options, func(t *testing.T) {
			d := openDoors(t, doored, options)
			version := "/editions/1/minutes"
			library := "/api/library/minutes.zip?workshops=" + d.id + "&formats="
			files := []struct {
				door            string
				whole, original bool // all that is known; what the draft leaves out, too
				said            string
			}{
				{"command line, draft", true, true, d.exported("json")},
				{"command line, draft, all formats", true, true, d.exported("zip")},
				{"command line, version", true, false, d.exported("json", "--version", "1")},
				{"command line, version, all formats", true, false, d.exported("zip", "--version", "1")},
				{"API, draft", true, true, d.fetched(d.staff, d.at("/minutes.json"))},
				{"API, draft, all formats", true, true, d.fetched(d.staff, d.at("/minutes.zip"))},
				{"API, version", true, false, d.fetched(d.staff, d.at(version+".json"))},
				{"API, version, all formats", true, false, d.fetched(d.staff, d.at(version+".zip"))},
				{"library", true, false, d.fetched(d.staff, library+"json")},
				{"public", false, false, d.fetched(d.guest, d.public+".json")},
				{"public, all formats", false, false, d.fetched(d.guest, d.public+".zip")},
			}
			for _, file := range files {
				said := strings.Join(strings.Fields(file.said), " ")
				has := func(what, text string, want bool) {
					if strings.Contains(said, text) != want {
						t.Errorf("%s: has %s: %s, want %s", file.door, what, strconv.FormatBool(!want), strconv.FormatBool(want))
					}
				}
				has("the idea", "VIDĚT", true)
				for _, name := range names {
					has("the name "+name, name, file.whole || options == "all")
				}
				has("ballots", ballots, file.whole || options == "all")
				has("ballots of a few, as the file had them", few, file.whole)
				has("what the draft leaves out", leftOut, file.original)
			}
		})
	}
}

// refused is the code that an address is refused with; empty where it is not.
func (d doors) refused(b *browser, path string) string {
	d.t.Helper()
	request, err := http.NewRequestWithContext(d.t.Context(), http.MethodGet, b.base+path, http.NoBody)
	if err != nil {
		d.t.Fatal(err)
	}
	response, err := b.client.Do(request)
	if err != nil {
		d.t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	var problem struct{ Code string }
	if response.StatusCode >= 300 {
		if err := json.NewDecoder(response.Body).Decode(&problem); err != nil {
			d.t.Fatal(err)
		}
	}
	return problem.Code
}

const nothingDrawn = `{"format": "dilna.workshop/1", "title": "Nic", "date": "2026-02-04", "steps": [
 {"method": "collect", "heading": "PODNĚTY", "ideas": [{"text": "VIDĚT"}]}]}`

// TestPicturesAreOfferedWhereThereAreAny: each door × minutes with something to
// draw and without.
func TestPicturesAreOfferedWhereThereAreAny(t *testing.T) {
	for content, drawn := range map[string]bool{nothingDrawn: false, doored: true} {
		d := openDoors(t, content, "usual")
		library, version, code := "/api/library/minutes.zip?workshops="+d.id+"&formats=", d.at("/editions/1/minutes"), "nothing-to-draw"
		if drawn {
			code = ""
		}
		for _, asked := range []struct {
			by   *browser
			path string
		}{
			{d.staff, d.at("/minutes.pictures.zip")}, {d.staff, version + ".pictures.zip"},
			{d.guest, d.public + ".pictures.zip"}, {d.staff, library + "pictures.zip"},
		} {
			if got := d.refused(asked.by, asked.path); got != code {
				t.Errorf("something is drawn: %v; %s answers %q", drawn, asked.path, got)
			}
		}
		if r := dilna(t, "export", d.id, "--data", d.dir, "--format", "pictures.zip"); (r.code == 0) != drawn || !drawn && !strings.Contains(r.err, "nothing to draw") {
			t.Errorf("something is drawn: %v; the command line ends with %d: %s", drawn, r.code, r.err)
		}
		page, _, _ := strings.Cut(d.public, "/1/minutes")
		for door, said := range map[string][]byte{
			"the public page":       d.guest.do("GET", page, nil, nil),
			"the list of the draft": d.staff.do("GET", d.at("/formats"), nil, nil),
			"the list of a version": d.staff.do("GET", d.at("/formats?version=1"), nil, nil),
			"an archive of many":    d.staff.do("GET", library+"pictures.zip,md", nil, nil),
		} {
			if bytes.Contains(said, []byte("pictures.zip")) != drawn {
				t.Errorf("something is drawn: %v; %s offers pictures: %v", drawn, door, !drawn)
			}
		}
	}
}
