package main

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/alecthomas/kong"

	"dilna/cmd/dilna/language"
	"dilna/models/modelstest"
)

func model(t *testing.T, say language.Language) *kong.Application {
	t.Helper()
	var parsed commands
	parser, err := newParser(&terminal{out: io.Discard, err: io.Discard, say: say}, &parsed)
	if err != nil {
		t.Fatal(err)
	}
	return parser.Model
}

func TestEverySettingIsExplainedInBothLanguagesAndHasAVariable(t *testing.T) {
	known := map[string]bool{"": true, "help": true}
	check := func(name, orElse string) {
		m, own := meanings[name]
		if !own {
			name, m = orElse, meanings[orElse]
		}
		if m.cs == "" || m.en == "" {
			t.Errorf("help.go does not say what %q means in both languages", name)
		}
		known[name] = true
	}
	for _, command := range allCommands(model(t, language.English).Node) {
		check(nameOf(command), "")
		for _, flag := range command.Flags {
			check(nameOf(command)+"."+flag.Name, "any."+flag.Name)
			if want := "DILNA_" + strings.ToUpper(strings.ReplaceAll(flag.Name, "-", "_")); len(flag.Envs) != 1 || flag.Envs[0] != want {
				t.Errorf("%s --%s is set by %v, want %s", command.Name, flag.Name, flag.Envs, want)
			}
		}
		for _, argument := range command.Positional {
			check(nameOf(command)+"."+argument.Name, "")
		}
	}
	for name := range meanings {
		if !known[name] {
			t.Errorf("help.go explains %q, which is no setting", name)
		}
	}
}

// docs/settings.md is made of the command line itself, so that it is never out
// of date: go test ./cmd/dilna -update writes it anew.
func TestSettingsAreDocumented(t *testing.T) {
	var b strings.Builder
	for _, say := range []language.Language{language.Czech, language.English} {
		writeSettings(&b, say, model(t, say))
	}
	modelstest.Golden(t, "../../docs/settings.md", b.String())
}

func writeSettings(b *strings.Builder, say language.Language, app *kong.Application) {
	fmt.Fprintf(b, "# %s\n\n", say.Say("Příkazy a nastavení", "Commands and settings"))
	fmt.Fprintf(b, "%s\n\n", say.Say(
		"Každé nastavení lze zadat přepínačem, nebo proměnnou prostředí; přepínač má přednost. Tento soubor se vytváří z programu (`make golden`).",
		"Every setting is a flag or an environment variable; the flag wins. This file is made of the program (`make golden`)."))
	for _, command := range allCommands(app.Node) {
		fmt.Fprintf(b, "## `%s`\n\n%s\n\n", usage(command, say), command.Help)
		for _, argument := range command.Positional {
			fmt.Fprintf(b, "- `%s`: %s\n", strings.ToUpper(argument.Name), argument.Help)
		}
		if len(command.Positional) > 0 {
			fmt.Fprintln(b)
		}
		if len(command.Flags) == 0 {
			continue
		}
		fmt.Fprintf(b, "| %s |\n|---|---|---|---|\n", say.Say("přepínač | proměnná | výchozí | význam", "flag | variable | default | meaning"))
		for _, flag := range command.Flags {
			preset := ""
			if flag.HasDefault {
				preset = "`" + flag.Default + "`"
			}
			fmt.Fprintf(b, "| `%s` | `%s` | %s | %s |\n", flagUsage(flag), strings.Join(flag.Envs, " "), preset, flag.Help)
		}
		fmt.Fprintln(b)
	}
}
