package main

import (
	"strings"
	"testing"

	"dilna/models"
)

func TestAnOperatorLooksAfterAccountsWhileDilnaRuns(t *testing.T) {
	dir := t.TempDir()
	running := serveOn(t, dir)
	defer running.stop()
	if r := dilna(t, "user", "list", "--data", dir); r.code != 0 || !strings.Contains(r.out, "no account yet") {
		t.Errorf("list: %+v", r)
	}
	petra, _, _ := firstMeeting(t, running.console)
	mustFail(t, dilna(t, "user", "remove", "petra", "--data", dir), 1, "last coordinator")
	mustFail(t, dilna(t, "user", "role", "petra", "facilitator", "--data", dir), 1, "last coordinator")
	_, link, found := strings.Cut(dilna(t, "user", "add", "--role", "coordinator", "--data", dir).lastLine(), "#link=")
	if !found {
		t.Fatal("no link to make an account was printed")
	}
	var account models.Account
	newBrowser(t, running.console).do("POST", "/api/accounts", map[string]string{
		"link": link, "name": "Jana", "login": "jana", "password": "kosatec na zahradě",
	}, &account)
	if account.Role != models.RoleCoordinator {
		t.Errorf("added as %s", account.Role)
	}
	if r := dilna(t, "user", "remove", "jana", "--data", dir); r.code != 0 {
		t.Errorf("remove: %+v", r)
	}
	if r := dilna(t, "user", "list", "--data", dir); strings.Contains(r.out, "jana") || !strings.Contains(r.out, "petra") {
		t.Errorf("list: %+v", r)
	}
	petra.do("GET", "/api/me", nil, nil)
}
