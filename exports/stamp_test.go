package exports_test

import (
	"testing"

	"dilna/exports"
)

func TestALanguageIsSaidWithItsRegion(t *testing.T) {
	for tag, want := range map[string]string{"cs": "cs-CZ", "sk": "sk-SK", "de": "de-DE", "uk": "uk-UA", "en-GB": "en-GB", "??": "??-"} {
		if lang, region := exports.Regional(tag); lang+"-"+region != want {
			t.Errorf("%s became %s and %s", tag, lang, region)
		}
	}
}

func TestTheStampSaysWhatIsKnown(t *testing.T) {
	d := exports.Document{Foot: "Zápis", Version: "verze 2", Draft: " "}
	if d.Stamp() != "Zápis · verze 2" {
		t.Error(d.Stamp())
	}
}
