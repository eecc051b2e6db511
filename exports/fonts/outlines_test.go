package fonts

import "testing"

func TestTheProgramIsBuiltWithAllEmoji(t *testing.T) {
	if !HaveEmoji() {
		t.Fatal("the emoji are not here: make build fetches them")
	}
	o, err := LoadOutlines()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range "🚀👍🧑🌈🪴🫶" {
		if _, drawn := o.Of(r); !drawn {
			t.Errorf("%c has no outline", r)
		}
	}
	if _, drawn := o.Of('漢'); drawn {
		t.Error("漢 is no emoji")
	}
}
