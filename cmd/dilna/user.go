package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"
	"text/tabwriter"

	"dilna/models"
)

// userCommand is what the operator does with accounts when nobody can sign in
// any more, or nobody could yet; help.go says what each means. All of it works
// while Dílna serves the same folder, in the middle of a workshop too. There
// is no password on the command line, and no default one anywhere.
type userCommand struct {
	List   userListCommand   `cmd:""`
	Add    userAddCommand    `cmd:""`
	Link   userLinkCommand   `cmd:""`
	Role   userRoleCommand   `cmd:""`
	Remove userRemoveCommand `cmd:""`
}

// usualConsole is where the console is, unless Dílna ever ran elsewhere.
const usualConsole = "http://localhost:8080/console"

// lookUpAccounts opens the data and hands all accounts to do.
func (t *terminal) lookUpAccounts(ctx context.Context, s source, do func(*folder, []models.AccountListed) error) (err error) {
	data, err := t.lookInto(ctx, s)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, data.close()) }()
	accounts, err := data.store.Accounts(ctx, models.Operator)
	if err != nil {
		return err
	}
	return do(data, accounts)
}

// printLink stores a fresh one-time link and prints it as the last line.
func (t *terminal) printLink(ctx context.Context, data *folder, link models.Link) error {
	if !data.held() {
		t.print("Dílna teď neběží: nejdřív ji spusťte (dilna serve), pak odkaz otevřete.", "Dílna is not running: start it first (dilna serve), then open the link.")
	}
	secret, err := newLink(ctx, data.store, link)
	if err != nil {
		return err
	}
	console, err := data.console(ctx)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(t.out, cmp.Or(console, usualConsole)+"#link="+secret)
	return err
}

type userListCommand struct {
	source
}

// Run lists the accounts.
func (c *userListCommand) Run(ctx context.Context, t *terminal) error {
	return t.lookUpAccounts(ctx, c.source, func(_ *folder, accounts []models.AccountListed) error {
		if len(accounts) == 0 {
			t.print("Zatím není žádný účet. Odkaz na založení prvního vypíše dilna user link.", "There is no account yet. dilna user link prints a link to make the first.")
			return nil
		}
		table := tabwriter.NewWriter(t.out, 0, 0, 2, ' ', 0)
		for _, a := range accounts {
			state := ""
			if a.Disabled {
				state = t.say.Say("zablokovaný", "disabled")
			}
			fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", a.Login, a.Name, t.roleWord(a.Role), state)
		}
		return table.Flush()
	})
}

func (t *terminal) roleWord(role models.Role) string {
	if role == models.RoleCoordinator {
		return t.say.Say("koordinátor/ka", "coordinator")
	}
	return t.say.Say("facilitátor/ka", "facilitator")
}

type userAddCommand struct {
	source
	Role models.Role `default:"facilitator" enum:"facilitator,coordinator" placeholder:"ROLE"`
}

// Run prints a link that makes an account; the first is a coordinator's.
func (c *userAddCommand) Run(ctx context.Context, t *terminal) error {
	return t.lookUpAccounts(ctx, c.source, func(data *folder, accounts []models.AccountListed) error {
		if len(accounts) == 0 {
			return t.printFirstLink(ctx, data)
		}
		t.print("Tímto odkazem si založí účet, komu ho předáte: %s (platí jednou, 7 dní):",
			"With this link, whoever you give it to makes an account: %s (it works once, for 7 days):", t.roleWord(c.Role))
		return t.printLink(ctx, data, models.Link{Purpose: models.LinkInvitation, Role: c.Role})
	})
}

func (t *terminal) printFirstLink(ctx context.Context, data *folder) error {
	t.print("Zatím není žádný účet. Tímto odkazem založíte první (platí jednou, 24 hodin):", "There is no account yet. This link makes the first (it works once, for 24 hours):")
	return t.printLink(ctx, data, models.Link{Purpose: models.LinkFirstAccount})
}

type userLinkCommand struct {
	Login string `arg:"" optional:""`
	source
}

// Run is the way back for the locked out.
func (c *userLinkCommand) Run(ctx context.Context, t *terminal) error {
	return t.lookUpAccounts(ctx, c.source, func(data *folder, accounts []models.AccountListed) error {
		if len(accounts) == 0 {
			return t.printFirstLink(ctx, data)
		}
		account, err := t.choose(accounts, c.Login)
		if err != nil {
			return err
		}
		if account.Disabled {
			return t.fail(nil, "Účet %s je zablokovaný. Odblokuje ho koordinátor v Dílně (Lidé), nebo dilna user role %s facilitator.",
				"The account %s is disabled. A coordinator enables it in Dílna (People), or dilna user role %s facilitator does.", account.Login, account.Login)
		}
		t.print("Tímto odkazem se přihlásí %s (platí jednou, hodinu):", "This link signs in %s (it works once, for an hour):", account.Name)
		return t.printLink(ctx, data, models.Link{Purpose: models.LinkSignIn, AccountID: account.ID})
	})
}

// choose finds the account of the login, or the only one.
func (t *terminal) choose(accounts []models.AccountListed, login string) (models.Account, error) {
	var logins []string
	for _, account := range accounts {
		logins = append(logins, account.Login)
		if strings.EqualFold(account.Login, login) || login == "" && len(accounts) == 1 {
			return account.Account, nil
		}
	}
	list := strings.Join(logins, ", ")
	if login == "" {
		return models.Account{}, t.fail(nil, "Účtů je víc, řekněte který: dilna user link LOGIN. Jsou tu: %s.", "There are several accounts, say which: dilna user link LOGIN. There are: %s.", list)
	}
	return models.Account{}, t.fail(nil, "Účet %s neexistuje. Jsou tu: %s.", "There is no account %s. There are: %s.", login, list)
}

type userRoleCommand struct {
	Login string      `arg:""`
	Role  models.Role `arg:"" enum:"facilitator,coordinator"`
	source
}

// Run gives an account another role; a disabled one can sign in again.
func (c *userRoleCommand) Run(ctx context.Context, t *terminal) error {
	return t.lookUpAccounts(ctx, c.source, func(data *folder, accounts []models.AccountListed) error {
		account, err := t.choose(accounts, c.Login)
		if err != nil {
			return err
		}
		enabled := false
		_, _, err = data.store.ChangeAccount(ctx, models.Operator, account.ID, models.AccountChange{Role: &c.Role, Disabled: &enabled})
		if err != nil {
			return t.lastCoordinator(err, account)
		}
		t.print("%s: %s.", "%s: %s.", account.Login, t.roleWord(c.Role))
		return nil
	})
}

type userRemoveCommand struct {
	Login string `arg:""`
	source
}

// Run removes an account; its workshops stay.
func (c *userRemoveCommand) Run(ctx context.Context, t *terminal) error {
	return t.lookUpAccounts(ctx, c.source, func(data *folder, accounts []models.AccountListed) error {
		account, err := t.choose(accounts, c.Login)
		if err != nil {
			return err
		}
		if _, err := data.store.RemoveAccount(ctx, models.Operator, account.ID); err != nil {
			return t.lastCoordinator(err, account)
		}
		t.print("Účet %s je odebraný, jeho jednání zůstala koordinátorům.", "The account %s is removed; coordinators keep its workshops.", account.Login)
		return nil
	})
}

// lastCoordinator says why the last one has to stay.
func (t *terminal) lastCoordinator(err error, account models.Account) error {
	if models.CodeOf(err) != models.CodeLastCoordinator {
		return err
	}
	return t.fail(nil, "%s je poslední, kdo může koordinovat. Nejdřív dejte tuto roli někomu jinému: dilna user role LOGIN coordinator.",
		"%s is the last coordinator. Make somebody else one first: dilna user role LOGIN coordinator.", account.Login)
}
