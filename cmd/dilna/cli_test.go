package main

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"dilna/cmd/dilna/language"
)

// record is the workshop file of the model record.
const record = "../../models/modelstest/testdata/model-record.json"

// result is what one run of the program did.
type result struct {
	code     int
	out, err string
}

func (r result) lastLine() string {
	lines := strings.Split(strings.TrimSpace(r.out), "\n")
	return lines[len(lines)-1]
}

// dilna runs the program in English.
func dilna(t *testing.T, args ...string) result {
	t.Helper()
	return speaking(t, language.English, args...)
}

func speaking(t *testing.T, say language.Language, args ...string) result {
	t.Helper()
	var out, err bytes.Buffer
	code := run(t.Context(), &terminal{in: strings.NewReader(""), out: &out, err: &err, say: say}, args)
	return result{code, out.String(), err.String()}
}

// mustFail wants a clear sentence: the exit code, these words, no stack, no
// list of flags.
func mustFail(t *testing.T, r result, code int, words ...string) {
	t.Helper()
	if r.code != code {
		t.Errorf("exit code %d, want %d", r.code, code)
	}
	for _, word := range words {
		if !strings.Contains(r.err, word) {
			t.Errorf("it says %q, nothing about %q", r.err, word)
		}
	}
	for _, word := range []string{"goroutine", "Usage:", "panic", "%!"} {
		if strings.Contains(r.err, word) {
			t.Errorf("it says %q", r.err)
		}
	}
}

func TestArgumentsThatMakeNoSenseAreToldInBothLanguages(t *testing.T) {
	tests := []struct {
		name   string
		args   string
		cs, en string
	}{
		{"an unknown flag", "--foo", "--foo neznám", "no flag --foo"},
		{"a flag with a typo", "serve --adr x", "myslíte --addr", "mean --addr"},
		{"a flag that could be one of two", "serve --dat x", "jeden z těchto: \"--data\", \"--database-url\"", "one of these: \"--data\", \"--database-url\""},
		{"an unknown command", "servus", "servus", "servus"},
		{"a file is missing", "rehearse", "Chybí argument file", "argument file is missing"},
		{"not a number", "rehearse x --participants many", "celé číslo, ne \"many\"", "whole number, not \"many\""},
		{"a number below zero", "rehearse x --participants -1", "celé číslo, ne \"-1\"", "whole number, not \"-1\""},
		{"not a time", "rehearse x --patience 3", "doba jako 30s", "time like 30s"},
		{"not one of the choices", "export x --format rtf", "jedno z \"pdf\",\"docx\"", "one of \"pdf\",\"docx\""},
		{"not yes or no", "rehearse x --json=maybe", "true nebo false", "true or false"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			mustFail(t, speaking(t, language.Czech, strings.Fields(test.args)...), 2, test.cs, "dilna --help")
			mustFail(t, dilna(t, strings.Fields(test.args)...), 2, test.en, "dilna --help")
		})
	}
}

func TestASettingComesFromTheEnvironmentUnlessAFlagSaysOtherwise(t *testing.T) {
	t.Setenv("DILNA_DATA", "/nowhere/of/the/environment")
	mustFail(t, dilna(t, "export", "x"), 1, "/nowhere/of/the/environment")
	mustFail(t, dilna(t, "export", "x", "--data", "/nowhere/of/the/flag"), 1, "/nowhere/of/the/flag")
}

func TestHelpExplainsEveryCommandInBothLanguages(t *testing.T) {
	for say, words := range map[language.Language][]string{
		language.English: {"runs participatory workshops", "Commands:", "dilna rehearse FILE"},
		language.Czech:   {"vede participativní jednání", "Příkazy:", "dilna rehearse FILE"},
	} {
		r := speaking(t, say, "--help")
		for _, word := range append(words, "dilna serve", "dilna import", "dilna export", "dilna user", "dilna version") {
			if r.code != 0 || !strings.Contains(r.out, word) {
				t.Errorf("%s: nothing about %q in %s", say.Tag(), word, r.out)
			}
		}
	}
	if r := dilna(t, "serve", "--help"); !strings.Contains(r.out, "--addr ADDRESS  (DILNA_ADDR)") {
		t.Errorf("the flags of serve are not explained: %s", r.out)
	}
}

func TestVersionNamesTheProgram(t *testing.T) {
	if r := dilna(t, "version"); r.code != 0 || !strings.HasPrefix(r.out, "dilna ") {
		t.Errorf("%+v", r)
	}
}

func TestProgressWritesOverItsLineOnATerminalOnly(t *testing.T) {
	for live, want := range map[bool]string{
		true:  "\r\x1b[Kworking\r\x1b[Kdone\n",
		false: "done\n",
	} {
		var err bytes.Buffer
		show := newProgress(&terminal{err: &err, live: live})
		show("working", false)
		show("too soon to be read", false)
		show("done", true)
		if err.String() != want {
			t.Errorf("live %v: %q, want %q", live, err.String(), want)
		}
	}
}

func TestAnInterruptionIsNoFailureToExplain(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out, err bytes.Buffer
	code := run(ctx, &terminal{out: &out, err: &err}, []string{"rehearse", record})
	if code != 130 || err.String() != "Interrupted.\n" {
		t.Errorf("exit code %d: %s", code, err.String())
	}
}
