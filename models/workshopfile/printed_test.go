package workshopfile_test

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"dilna/models"
	"dilna/models/workshopfile"
)

// printedWith is what there is of a PDF with these files inside.
func printedWith(files ...string) []byte {
	var pdf bytes.Buffer
	pdf.WriteString("%PDF-1.7\n")
	for i, file := range files {
		var packed bytes.Buffer
		z := zlib.NewWriter(&packed)
		_, _ = z.Write([]byte(file)) // into memory: it cannot fail
		_ = z.Close()
		fmt.Fprintf(&pdf, "%d 0 obj\n<</Type/EmbeddedFile/Subtype/application#2Fjson/Params<</Size %d>>/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\n",
			i+1, len(file), packed.Len(), packed.Bytes())
	}
	pdf.WriteString("%%EOF\n")
	return pdf.Bytes()
}

func TestTheLastWorkshopFileInsideAPDFIsRead(t *testing.T) {
	first, second := workshop(`"title":"první","steps":[]`), workshop(`"title":"druhý","steps":[]`)
	for name, pdf := range map[string][]byte{
		"one":                   printedWith(second),
		"added after another":   printedWith(first, second),
		"before another's file": printedWith(first, second, `{"format":"jiný"}`, "<invoice/>"),
	} {
		if m, err := workshopfile.Decode(pdf); err != nil || m.Title != "druhý" {
			t.Errorf("%s: %q, %v", name, m.Title, err)
		}
	}
}

// TestOfAPDFThatCannotBeReadItIsSaidWhy: what is wrong, and what to do.
func TestOfAPDFThatCannotBeReadItIsSaidWhy(t *testing.T) {
	whole := printedWith(workshop(`"title":"` + strings.Repeat("dlouhý název ", 40) + `","steps":[]`))
	flipped := bytes.Clone(whole)
	flipped[len(flipped)-40] ^= 0xff
	for _, row := range []struct {
		name string
		pdf  []byte
		kind models.Kind
		says string
	}{
		{"no file", printedWith(), models.KindMalformed, "there is no workshop file inside this PDF"},
		{"a file of another kind", printedWith("<invoice/>"), models.KindMalformed, "there is no workshop file inside this PDF"},
		{"half of it", whole[:len(whole)-60], models.KindMalformed, "the PDF is damaged or incomplete"},
		{"its beginning", []byte("%PDF-1.7\n"), models.KindMalformed, "the PDF is damaged or incomplete"},
		{"a flipped byte", flipped, models.KindMalformed, "the PDF is damaged or incomplete"},
		{"a file that breaks rules", printedWith(workshop(`"steps":[{}]`)), models.KindInvalid, "steps[0]"},
		{"a file over the limit", printedWith(workshop(`"steps":[]`) + strings.Repeat(" ", workshopfile.MaxSize)), models.KindTooLarge, "the file is larger than 16 MB"},
		{"a PDF over the limit", append([]byte("%PDF-"), make([]byte, workshopfile.MaxPrinted)...), models.KindTooLarge, "the PDF is larger than 24 MB"},
	} {
		_, err := workshopfile.Decode(row.pdf)
		if said := workshopfile.Explain(err, "en"); kindOf(err) != row.kind || !strings.HasPrefix(said, row.says) {
			t.Errorf("%s: %v, %q", row.name, kindOf(err), said)
		}
	}
}

// TestAPDFMadeToExhaustTheMachineCostsLittle_TM14: thousands of files that unpack to much.
func TestAPDFMadeToExhaustTheMachineCostsLittle_TM14(t *testing.T) {
	pdf := append(bytes.Repeat(printedWith(strings.Repeat(" ", 8<<20)), 400), strings.Repeat("/Type/EmbeddedFile", 100_000)...)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, err := workshopfile.Decode(pdf); models.CodeOf(err) != models.CodeMalformed {
		t.Errorf("refused with %v", err)
	}
	runtime.ReadMemStats(&after)
	if megabytes := (after.TotalAlloc - before.TotalAlloc) >> 20; megabytes > 100 {
		t.Errorf("refusing %d KB took %d MB", len(pdf)>>10, megabytes)
	}
}

func kindOf(err error) models.Kind {
	refusal, _ := errors.AsType[*models.Error](err)
	if refusal == nil {
		return -1
	}
	return refusal.Kind
}
