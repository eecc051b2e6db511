package pdf

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"dilna/exports"
	"dilna/models"
	"dilna/models/modelstest"
)

// workshopFile is what the tests attach.
var workshopFile = Attachment{Name: "zápis-1.json", MediaType: "application/json", Said: "Soubor jednání", Content: []byte("{\n  \"format\": \"dilna.workshop/1\"\n}\n")}

func withFile(t testing.TB, m models.Minutes) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := RenderWith(background, exports.FromMinutes(m, models.MinutesOptions{}), &workshopFile, &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestAFileGoesAlongAsAnArchiveWantsIt holds what leads to the file against ISO 19005-3,
// 6.8: it is the data of the pages, of a type, with a name in both ways, and a file of
// part 3 says that it is.
func TestAFileGoesAlongAsAnArchiveWantsIt(t *testing.T) {
	w := walk(t, withFile(t, modelstest.ModelRecord()))
	associated, _ := w.catalog()["/AF"].([]any)
	named, _ := w.dict(w.dict(w.catalog()["/Names"])["/EmbeddedFiles"])["/Names"].([]any)
	if len(associated) != 1 || len(named) != 2 || named[1] != associated[0] || named[0] != "u:"+workshopFile.Name {
		t.Fatalf("associated are %v, named %v", associated, named)
	}
	file := w.dict(associated[0])
	stream, _ := w.dict(file["/EF"])["/F"].(string)
	for member, want := range map[string]any{
		"/Type": "/Filespec", "/F": "u:" + workshopFile.Name, "/UF": "u:" + workshopFile.Name,
		"/Desc": "u:" + workshopFile.Said, "/AFRelationship": "/Data",
	} {
		if file[member] != want {
			t.Errorf("the file has %s %v, not %v", member, file[member], want)
		}
	}
	if w.dict(file["/EF"])["/UF"] != stream || w.stream(stream) != string(workshopFile.Content) {
		t.Errorf("in it is %q", w.stream(stream))
	}
	about := w.objects["obj:"+stream].Stream.Dict
	params, _ := about["/Params"].(dict)
	if about["/Type"] != "/EmbeddedFile" || about["/Subtype"] != "/application/json" || params["/Size"] != float64(len(workshopFile.Content)) ||
		params["/ModDate"] != "u:D:20251119000000Z" || params["/CheckSum"] == nil {
		t.Errorf("the stream says of itself %v", about)
	}
	if said := w.stream(w.catalog()["/Metadata"]); !strings.Contains(said, "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A<") {
		t.Errorf("the metadata say %s", said)
	}
}

// TestAttachingAFileLeavesThePagesAsTheyAre: what is drawn, how it is tagged, what it looks like.
func TestAttachingAFileLeavesThePagesAsTheyAre(t *testing.T) {
	alone, with := walk(t, rendered(t, modelstest.ModelRecord())), walk(t, withFile(t, modelstest.ModelRecord()))
	if len(alone.pages) != len(with.pages) {
		t.Fatalf("%d pages and %d", len(alone.pages), len(with.pages))
	}
	for i := range alone.pages {
		if alone.stream(alone.dict(alone.pages[i])["/Contents"]) != with.stream(with.dict(with.pages[i])["/Contents"]) {
			t.Errorf("page %d is drawn otherwise", i+1)
		}
	}
	file := saved(t, withFile(t, modelstest.ModelRecord()))
	modelstest.Golden(t, "testdata/model-record.tags", string(tool(t, "pdfinfo", "-struct-text", file)))
}

// TestOtherProgramsFindTheFile: poppler lists it and takes it out, byte for byte.
func TestOtherProgramsFindTheFile(t *testing.T) {
	file, folder := saved(t, withFile(t, modelstest.ModelRecord())), t.TempDir()
	if said := string(tool(t, "pdfdetach", "-list", file)); !strings.HasPrefix(said, "1 embedded files\n1: "+workshopFile.Name) {
		t.Errorf("listed is %q", said)
	}
	tool(t, "pdfdetach", "-saveall", "-o", folder, file)
	content, err := os.ReadFile(filepath.Join(folder, workshopFile.Name))
	if err != nil || !bytes.Equal(content, workshopFile.Content) {
		t.Errorf("taken out is %q (%v)", content, err)
	}
	if said := string(tool(t, "qpdf", "--list-attachments", "--verbose", file)); !regexp.MustCompile(`(?s)description: Soubor jednání.*mime type: application/json`).MatchString(said) {
		t.Errorf("qpdf says %q", said)
	}
}

func TestTheSameMinutesWithTheSameFileMakeTheSameBytes(t *testing.T) {
	if !bytes.Equal(withFile(t, modelstest.ModelRecord()), withFile(t, modelstest.ModelRecord())) {
		t.Error("the bytes differ")
	}
}

func TestAFileOfMinutesWithoutADayInventsNone(t *testing.T) {
	w := walk(t, withFile(t, models.Minutes{}))
	stream, _ := w.dict(w.dict(w.catalog()["/AF"].([]any)[0])["/EF"])["/F"].(string)
	if day := w.objects["obj:"+stream].Stream.Dict["/Params"].(dict)["/ModDate"]; day != nil {
		t.Errorf("it says %v; it is %s", day, time.Now())
	}
}
