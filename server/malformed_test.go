package server

import (
	"testing"

	"dilna/models"
)

func TestMembersSaidTwiceAreFoundHoweverDeepTM14(t *testing.T) {
	for body, want := range map[string]models.Reason{
		`{"a":1,"b":2}`:                       "",
		`{"a":1,"a":2}`:                       models.ReasonDuplicate,
		`{"a":1,"\u0061":2}`:                  models.ReasonDuplicate,
		`{"a":{"b":1},"b":2}`:                 "",
		`{"a":{"b":1},"a":2}`:                 models.ReasonDuplicate,
		`{"a":{"b":1,"b":2}}`:                 models.ReasonDuplicate,
		`{"a":["a","a",{"a":"a"}],"b":"a"}`:   "",
		`{"a":[{"b":1},{"b":2}]}`:             "",
		`{"a":[{"b":1,"b":2}]}`:               models.ReasonDuplicate,
		`{"a":[],"a":[]}`:                     models.ReasonDuplicate,
		`{"a":"b","b":"a","c":null,"d":true}`: "",
		`[1,1,"a","a"]`:                       "",
		"{\"a\":\"\xff\"}":                    models.ReasonEncoding,
		`{"\udf31":1}`:                        models.ReasonEncoding,
		`{"a":"\ufffd\\ud83c"}`:               "",
		`{"a"`:                                models.ReasonFormat,
		`}`:                                   models.ReasonFormat,
	} {
		var read any
		got := ""
		if err := unmarshal([]byte(body), &read); err != nil {
			got = err.Error()
		}
		if got != string(want) {
			t.Errorf("%s: %q, want %q", body, got, want)
		}
	}
}

// FuzzOdd looks for JSON that stops the server, and for JSON called fine that
// is not read.
func FuzzOdd(f *testing.F) {
	for _, seed := range []string{`{"a":[{"b":"c"}],"d":1}`, `[[[`, `{"a":1}{"a":1}`, `"\ud800"`, "\x00"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		var read any
		if err := unmarshal(body, &read); err != nil && models.Reason(err.Error()) != models.ReasonFormat &&
			models.Reason(err.Error()) != models.ReasonEncoding && models.Reason(err.Error()) != models.ReasonDuplicate {
			t.Errorf("told %v", err)
		}
	})
}
