package main

import (
	"io/fs"
	"os/exec"
	"strings"
	"testing"

	"dilna/frontend"
)

func TestLicencesNamesEverythingThatGoesWithTheProgram(t *testing.T) {
	if _, err := fs.Stat(frontend.Client(), licencesFile); err != nil {
		mustFail(t, dilna(t, "licences"), 1, "make build")
		return
	}
	told := dilna(t, "licences")
	if told.code != 0 {
		t.Fatal(told.err)
	}
	out, err := exec.Command("go", "list", "-deps", "-tags", "nomsgpack", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	names := append(strings.Split(strings.TrimSpace(string(out)), "\n"), "svelte ", "@expo-google-fonts/noto-emoji ", "Go go")
	for _, name := range names {
		if !strings.Contains(told.out, "\n"+name) {
			t.Errorf("nothing about %q", name)
		}
	}
	for _, words := range []string{"Bitstream Vera", "SIL OPEN FONT LICENSE", "Permission is hereby granted"} {
		if !strings.Contains(told.out, words) {
			t.Errorf("no licence says %q", words)
		}
	}
}
