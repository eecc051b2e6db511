package models_test

import (
	"strings"
	"testing"

	"dilna/models"
)

func TestPasswordsThatAnybodyWouldTryAreRefused(t *testing.T) {
	t.Parallel()
	for password, reason := range map[string]models.Reason{
		"kolo strom řeka":             "",
		"kosatec na zahradě":          "",
		"tajné heslo":                 "",
		"lipa pod okny":               "",
		"Xk7#pQ2vLm9z":                "",
		"密码很长的一个句子啊":                  "",
		"          ":                  models.ReasonEmpty,
		"\u3000\u3000\u00a0         ": models.ReasonEmpty,
		strings.Repeat("\u200b", 12):  models.ReasonEmpty,
		strings.Repeat("\u3164", 12):  models.ReasonEmpty,
		"krátké":                      models.ReasonTooShort,
		strings.Repeat("kůň", 100):    models.ReasonTooLong,
		"1234567890":                  models.ReasonCommon,
		"0987654321":                  models.ReasonCommon,
		"qwertyuiop":                  models.ReasonCommon,
		"qwertzuiop":                  models.ReasonCommon,
		"1q2w3e4r5t":                  models.ReasonCommon,
		"1qaz2wsx3edc":                models.ReasonCommon,
		"abcdefghij":                  models.ReasonCommon,
		"aaaaaaaaaa":                  models.ReasonCommon,
		"abcabcabcabc":                models.ReasonCommon,
		"1111122222":                  models.ReasonCommon,
		"Password123!":                models.ReasonCommon,
		"P@ssw0rd1234":                models.ReasonCommon,
		"heslo12345":                  models.ReasonCommon,
		"Hesloheslo":                  models.ReasonCommon,
		"qwerty12345":                 models.ReasonCommon,
		"administrator":               models.ReasonCommon,
		"iloveyou2024":                models.ReasonCommon,
		"Jednání2025":                 models.ReasonCommon,
	} {
		err := (&models.NewPassword{New: password}).Check()
		if got := models.CodeOf(err) != ""; got != (reason != "") || err != nil && !strings.Contains(err.Error(), "(new: "+string(reason)+")") {
			t.Errorf("%q: %v, want %q", password, err, reason)
		}
	}
}

func TestAPasswordIsTheSameOnEveryKeyboard(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		"pr\u030ci\u0301lis\u030c":  "příliš",
		"kolo\u00a0strom\u3000řeka": "kolo strom řeka",
		"Velká A malá":              "Velká A malá",
		"with a \x00 control as is": "with a \x00 control as is",
	} {
		if got := models.Opaque(typed); got != want {
			t.Errorf("%q is %q, want %q", typed, got, want)
		}
	}
}
