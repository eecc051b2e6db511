package store_test

import (
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/store"
)

// A workshop that was there before founders were kept: whoever made it is known
// by the answer to the command, not by who was let in first.
func TestTheFounderOfAnOldWorkshopIsWhoMadeIt(t *testing.T) {
	s := open(t, madeFolder(t))
	defer func() { _ = s.Close() }()
	r := modelstest.NewScene(t, s, 0)
	r.Step(t, models.MethodCollect)
	link := models.Link{Hash: "h", Purpose: models.LinkInvitation, Role: models.RoleFacilitator, Expires: 1 << 50}
	if err := s.AddLink(t.Context(), link); err != nil {
		t.Fatal(err)
	}
	helper, err := s.AddAccount(t.Context(), "h", models.Account{ID: models.NewID[models.AccountID](), Name: "Adéla", Login: "adela", PasswordHash: "-"})
	if err != nil {
		t.Fatal(err)
	}
	by := models.Actor{Role: models.RoleCoordinator, Account: r.Account.ID, Workshop: r.ID}
	if err := s.Grant(t.Context(), by, modelstest.Key(), helper.ID); err != nil {
		t.Fatal(err)
	}
	store.FoundersOfOld(t, s)
	f, err := s.Facilitation(t.Context(), by)
	if err != nil || len(f.Accounts) != 2 {
		t.Fatal(f, err)
	}
	for _, account := range f.Accounts {
		if account.Founder != (account.ID == r.Account.ID) {
			t.Errorf("%s founded the workshop: %t", account.Name, account.Founder)
		}
	}
}
