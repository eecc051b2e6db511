package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"dilna/models"
)

// linkCommand is what `dilna link` is told; help.go says what it means.
type linkCommand struct {
	Login string `arg:"" optional:""`
	Data  string `default:"./data" placeholder:"FOLDER"`
}

// Run is the way back for the locked out, in the middle of a workshop too: it
// works while Dílna serves the same folder.
func (c *linkCommand) Run(ctx context.Context, t *terminal) (err error) {
	data, err := t.lookIn(ctx, c.Data)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, data.close()) }()
	accounts, err := data.store.Accounts(ctx)
	if err != nil {
		return err
	}
	if !data.held() {
		t.print("Dílna teď neběží: nejdřív ji spusťte (dilna serve), pak odkaz otevřete.", "Dílna is not running: start it first (dilna serve), then open the link.")
	}
	if len(accounts) == 0 {
		return c.print(ctx, t, data, models.LinkFirstAccount, models.Account{})
	}
	account, err := c.choose(t, accounts)
	if err != nil {
		return err
	}
	return c.print(ctx, t, data, models.LinkSignIn, account)
}

// usualConsole is where the console is, unless Dílna ever ran elsewhere.
const usualConsole = "http://localhost:8080/console"

// print makes a link and prints it as the last line.
func (c *linkCommand) print(ctx context.Context, t *terminal, data *folder, purpose models.LinkPurpose, account models.Account) error {
	valid := signInTime
	if purpose == models.LinkFirstAccount {
		valid = firstAccountTime
		t.print("Zatím není žádný účet. Tímto odkazem založíte první (platí jednou, 24 hodin):", "There is no account yet. This link makes the first (it works once, for 24 hours):")
	} else {
		t.print("Tímto odkazem se přihlásí %s (platí jednou, hodinu):", "This link signs in %s (it works once, for an hour):", account.Name)
	}
	secret, err := newLink(ctx, data.store, purpose, account.ID, valid)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(t.out, cmp.Or(data.holder.console, usualConsole)+"#link="+secret)
	return err
}

// choose finds the account of the login, or the only one.
func (c *linkCommand) choose(t *terminal, accounts []models.Account) (models.Account, error) {
	var logins []string
	for _, account := range accounts {
		logins = append(logins, account.Login)
		if strings.EqualFold(account.Login, c.Login) || c.Login == "" && len(accounts) == 1 {
			return account, nil
		}
	}
	list := strings.Join(logins, ", ")
	if c.Login == "" {
		return models.Account{}, t.fail(nil, "Účtů je víc, řekněte který: dilna link LOGIN. Jsou tu: %s.", "There are several accounts, say which: dilna link LOGIN. There are: %s.", list)
	}
	return models.Account{}, t.fail(nil, "Účet %s neexistuje. Jsou tu: %s.", "There is no account %s. There are: %s.", c.Login, list)
}
