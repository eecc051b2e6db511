package formats

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/workshopfile"
)

func rendered(t testing.TB, f Format, e models.Edition) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Render(context.Background(), e, &b); err != nil {
		t.Fatalf("%s: %v", f.Ending, err)
	}
	return b.Bytes()
}

func namesIn(t testing.TB, file []byte) []string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range archive.File {
		names = append(names, f.Name)
	}
	return names
}

func modelEdition() models.Edition { return models.Edition{Minutes: modelstest.ModelRecord()} }

func TestEveryFormatHasANameAndAnEndingOfItsOwn(t *testing.T) {
	known := map[string]bool{}
	for _, f := range Offered() {
		if f.ContentType == "" || f.Czech == "" || f.English == "" || known[f.Ending] || known[f.Czech] || known[f.English] {
			t.Errorf("%+v", f)
		}
		known[f.Ending], known[f.Czech], known[f.English] = true, true, true
	}
}

func TestEveryFormatMakesTheSameBytesOfTheSameMinutes(t *testing.T) {
	for _, f := range Offered() {
		if !bytes.Equal(rendered(t, f, modelEdition()), rendered(t, f, modelEdition())) {
			t.Errorf("the bytes of %s differ", f.Ending)
		}
	}
}

// Each format × minutes with more and more in them: what is offered has
// something in it, what is not is refused.
func TestEveryFormatTakesMinutesOfNothingOrIsNotOffered(t *testing.T) {
	four := 4
	collect := models.StepMinutes{Method: models.MethodCollect, Heading: "KROK", Ideas: []models.IdeaMinutes{{Text: "podnět"}}}
	voted := collect
	voted.Rounds = []models.RoundMinutes{{Dots: 1, PerIdea: 1, Voters: &four}}
	voted.Ideas = []models.IdeaMinutes{{Text: "podnět", Votes: []*int{&four}}}
	fish := models.StepMinutes{Method: models.MethodFishbone, Heading: "KOST", Effect: "cíl", Causes: []models.CauseMinutes{{Text: "příčina"}}}
	for _, minutes := range []struct {
		name  string
		e     models.Edition
		drawn bool
	}{
		{"nothing", models.Edition{}, false},
		{"ideas", models.Edition{Minutes: models.Minutes{Steps: []models.StepMinutes{collect}}}, false},
		{"an empty fishbone", models.Edition{Minutes: models.Minutes{Steps: []models.StepMinutes{{Method: models.MethodFishbone, Effect: "cíl"}}}}, false},
		{"an outline", models.Edition{Minutes: models.Minutes{Steps: []models.StepMinutes{fish}}, Options: models.MinutesOptions{Fishbone: models.FishboneOutline}}, false},
		{"a fishbone", models.Edition{Minutes: models.Minutes{Steps: []models.StepMinutes{fish}}}, true},
		{"a vote", models.Edition{Minutes: models.Minutes{Steps: []models.StepMinutes{voted}}}, true},
	} {
		for _, f := range Offered() {
			var file bytes.Buffer
			err := f.Render(t.Context(), minutes.e, &file)
			made := minutes.drawn || f.Ending != picturesEnding
			if f.Makes(minutes.e) != made || (err == nil) != made || (file.Len() > 0) != made {
				t.Errorf("%s of %s: offered %v, %d bytes, %v", f.Ending, minutes.name, f.Makes(minutes.e), file.Len(), err)
			}
			if !made && models.CodeOf(err) != models.CodeNothingToDraw {
				t.Errorf("%s of %s is refused with %v", f.Ending, minutes.name, err)
			}
			if made && strings.HasSuffix(f.Ending, "zip") && len(namesIn(t, file.Bytes())) == 0 {
				t.Errorf("%s of %s has no file in it", f.Ending, minutes.name)
			}
		}
	}
}

func TestEveryFormatOfDocumentsStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, f := range Offered() {
		var b bytes.Buffer
		if err := f.Render(ctx, modelEdition(), &b); f.Ending != "json" && (!errors.Is(err, context.Canceled) || b.Len() > 0) {
			t.Errorf("%s: %v and %d bytes", f.Ending, err, b.Len())
		}
	}
}

// A vote that was opened and closed at once left its zeros in records.
func TestNoFormatPrintsTheZerosOfAVoteThatNobodyTookPartIn(t *testing.T) {
	minutes := func(rounds ...models.RoundMinutes) models.Edition {
		zero := 0
		s := models.StepMinutes{Method: models.MethodCollect, Heading: "KROK", Ideas: []models.IdeaMinutes{{Text: "podnět"}, {Text: "další"}}}
		s.Rounds = rounds
		for i := range s.Ideas {
			for range rounds {
				s.Ideas[i].Votes = append(s.Ideas[i].Votes, &zero)
			}
		}
		return models.Edition{Minutes: models.Minutes{Steps: []models.StepMinutes{s}}}
	}
	const said = "Hlasování proběhlo, nezapočítal se ani jeden hlas."
	letters := func(text string) string { return strings.ReplaceAll(bare(text), "*", "") } // Markdown has signs around what is quiet
	nobody := 0
	for _, f := range Offered() {
		if f.Ending == "json" || f.Ending == "zip" {
			continue // the record itself, and everything together
		}
		cast, typed := minutes(models.RoundMinutes{Dots: 3, PerIdea: 1, Voters: &nobody}), minutes(models.RoundMinutes{CastBy: models.CastTyped, Dots: 3, PerIdea: 1, Voters: &nobody})
		if f.Ending == picturesEnding {
			if f.Makes(minutes()) || f.Makes(cast) || !f.Makes(typed) {
				t.Error("pictures are offered of a vote of nobody, or not of typed totals")
			}
			continue
		}
		none := rendered(t, f, minutes())
		told, plain := saidIn(t, f, rendered(t, f, cast)), saidIn(t, f, none)
		before, after, found := strings.Cut(strings.ReplaceAll(told, "\u00a0", " "), said)
		if !found {
			t.Errorf("%s does not say that nobody voted", f.Ending)
		}
		if isSheet := f.Ending == "xlsx" || f.Ending == "csv"; !isSheet && letters(before+after) != letters(plain) {
			t.Errorf("%s prints the zeros of nobody: %s", f.Ending, told)
		}
		if bytes.Equal(rendered(t, f, typed), none) {
			t.Errorf("%s leaves out totals that a facilitator typed", f.Ending)
		}
	}
}

// INV-29: the workshop file is the record, byte for byte.
func TestTheWorkshopFileIsTheRecord(t *testing.T) {
	file := rendered(t, All[slices.IndexFunc(All, func(f Format) bool { return f.Ending == "json" })], modelEdition())
	read, err := workshopfile.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	again, err := workshopfile.Encode(read)
	if err != nil || !bytes.Equal(again, file) {
		t.Errorf("read and written again it differs (%v)", err)
	}
}

func TestPicturesAreNamedByTheirStep(t *testing.T) {
	want := []string{
		"04-problemove-oblasti.svg", "04-problemove-oblasti.png", "05-prilezitosti-ke-zlepseni.svg", "05-prilezitosti-ke-zlepseni.png",
		"06-co-se-dari.svg", "06-co-se-dari.png", "08-rybi-kost-problemy-a-jejich-priciny.svg", "08-rybi-kost-problemy-a-jejich-priciny.png",
	}
	i := slices.IndexFunc(All, func(f Format) bool { return f.Ending == picturesEnding })
	if got := namesIn(t, rendered(t, All[i], modelEdition())); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestEverythingIsEachFormatAndTheirPictures(t *testing.T) {
	names := namesIn(t, rendered(t, Everything, modelEdition()))
	for _, want := range []string{"zapis-1-socialni-sluzby-2.pdf", "zapis-1-socialni-sluzby-2.docx", "pictures/08-rybi-kost-problemy-a-jejich-priciny.svg"} {
		if !slices.Contains(names, want) {
			t.Errorf("no %s in %q", want, names)
		}
	}
}

// BenchmarkFormats makes the model record, and the largest known of the field,
// in each format.
func BenchmarkFormats(b *testing.B) {
	largest := models.Edition{}
	for i := range 84 {
		s := models.StepMinutes{Method: models.MethodCollect, Heading: fmt.Sprintf("Oddíl %d", i+1)}
		for j := range 700/84 + 1 {
			s.Ideas = append(s.Ideas, models.IdeaMinutes{Text: fmt.Sprintf("%d. Dostat do povědomí i úředníků, že aktivizace není jen zabavení, ale sociální práce s plánem", j)})
		}
		largest.Steps = append(largest.Steps, s)
	}
	for name, e := range map[string]models.Edition{"model": modelEdition(), "largest": largest} {
		for _, f := range Offered() {
			b.Run(name+"/"+f.Ending, func(b *testing.B) {
				b.ReportAllocs()
				size := 0
				for b.Loop() {
					size = len(rendered(b, f, e))
				}
				b.ReportMetric(float64(size), "file-bytes")
			})
		}
	}
}
