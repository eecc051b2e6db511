package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strings"

	"dilna/models"
)

// linkCommand is what `dilna link` is told; help.go says what it means.
type linkCommand struct {
	Login     string `arg:"" optional:""`
	Data      string `default:"./data" placeholder:"FOLDER"`
	Addr      string `default:":8080" placeholder:"ADDRESS"`
	PublicURL string `name:"public-url" placeholder:"URL"`
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
	listening, err := net.ResolveTCPAddr("tcp", c.Addr)
	if err != nil {
		return t.fail(err, "Adresa %s nejde přečíst. Má být jako :8080.", "The address %s cannot be read. It should be like :8080.", c.Addr)
	}
	serve := serveCommand{PublicURL: c.PublicURL}
	console := serve.consoleURL(listening) + "#link="
	if len(accounts) == 0 {
		secret, err := newLink(ctx, data.store, models.LinkFirstAccount, "", firstAccountTime)
		t.print("Zatím není žádný účet. Tímto odkazem založíte první (platí jednou, 24 hodin):", "There is no account yet. This link makes the first (it works once, for 24 hours):")
		fmt.Fprintln(t.out, console+secret)
		return err
	}
	account, err := c.choose(t, accounts)
	if err != nil {
		return err
	}
	secret, err := newLink(ctx, data.store, models.LinkSignIn, account.ID, signInTime)
	if err != nil {
		return err
	}
	t.print("Tímto odkazem se přihlásí %s (platí jednou, hodinu):", "This link signs in %s (it works once, for an hour):", account.Name)
	fmt.Fprintln(t.out, console+secret)
	return nil
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
