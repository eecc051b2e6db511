package pdf

import (
	"slices"
	"testing"

	"golang.org/x/image/font/sfnt"
)

// A file for a few letters leads from each of them to the glyph it had, and from others
// to none; the file of all documents stays as it is.
func TestAFontFileOfADocumentKnowsItsLettersAlone(t *testing.T) {
	file, err := regularFile()
	if err != nil {
		t.Fatal(err)
	}
	before := slices.Clone(file.ttf)
	ttf, err := file.with([]rune("Ařж\u1ea5€"))
	if err != nil {
		t.Fatal(err)
	}
	cut, err := sfnt.Parse(ttf)
	if err != nil {
		t.Fatal(err)
	}
	var buf sfnt.Buffer
	glyph := func(f *sfnt.Font, r rune) sfnt.GlyphIndex {
		index, err := f.GlyphIndex(&buf, r)
		if err != nil {
			t.Fatal(err)
		}
		return index
	}
	for _, r := range "Ařж\u1ea5€" {
		if got, want := glyph(cut, r), glyph(file.parsed, r); got != want || got == 0 {
			t.Errorf("%c leads to glyph %d, not %d", r, got, want)
		}
	}
	if got := glyph(cut, 'B'); got != 0 {
		t.Errorf("B leads to glyph %d", got)
	}
	if !slices.Equal(before, file.ttf) {
		t.Error("the file of all documents has changed")
	}
}

// Whatever is drawn has its letter in the font, the word across a draft, too.
func TestTheLettersOfADocumentAreAllThatIsDrawn(t *testing.T) {
	letters := lettersOn([]page{{draft: "Ω", texts: []text{{text: "žluť ж"}}}})
	for _, r := range "Ωžluťж ÿ" {
		if !slices.Contains(letters, r) {
			t.Errorf("%c is not among them", r)
		}
	}
	if !slices.IsSorted(letters) {
		t.Error("they are in no order")
	}
}
