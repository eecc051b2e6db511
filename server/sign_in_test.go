package server_test

import (
	"encoding/base64"
	"fmt"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/server"
)

// firstAccount makes the first account, by a link, with a password.
func (w *world) firstAccount() *caller {
	w.t.Helper()
	c := &caller{}
	w.do(c, "POST /api/accounts", `{"link":"`+w.link(models.LinkFirstAccount, "")+`","name":"Petra Hybnerová","login":" Petra@Example.cz ","password":"tajné heslo"}`).
		want(http.StatusCreated, "")
	return c
}

func (w *world) link(purpose models.LinkPurpose, of models.AccountID) string {
	w.t.Helper()
	secret := string(modelstest.Key())
	must(w.t, w.store.AddLink(w.t.Context(), models.Link{
		Hash: models.HashSecret(secret), Purpose: purpose, AccountID: of, Expires: time.Now().Add(time.Hour).UnixMilli(),
	}))
	return secret
}

func signIn(login, password string) string {
	return fmt.Sprintf(`{"login":%q,"password":%q}`, login, password)
}

func TestTheFirstAccountIsMadeByALinkOnce(t *testing.T) {
	w := newWorld(t)
	secret := w.link(models.LinkFirstAccount, "")
	peeked := w.do(&caller{}, "POST /api/links", `{"link":"`+secret+`"}`).want(200, "").Body.String()
	if !strings.Contains(peeked, `"first-account"`) {
		t.Errorf("the link is good for %s", peeked)
	}
	body := `{"link":"` + secret + `","name":"Petra","login":"petra","password":"tajné heslo"}`
	w.do(&caller{}, "POST /api/accounts", strings.Replace(body, "tajné heslo", "krátké", 1)).want(422, models.CodeInvalid)
	petra := &caller{}
	var account models.Account
	w.do(petra, "POST /api/accounts", body).want(201, "").into(&account)
	if account.Role != models.RoleCoordinator || account.Name != "Petra" {
		t.Errorf("the first account is %+v", account)
	}
	w.do(petra, "GET /api/me", "").want(200, "")
	w.do(&caller{}, "POST /api/accounts", body).want(403, models.CodeLinkUsed)
	w.do(&caller{}, "POST /api/links", `{"link":"`+secret+`"}`).want(403, models.CodeLinkUsed)
}

func TestSigningIn(t *testing.T) {
	w := newWorld(t)
	w.firstAccount()
	petra := &caller{}
	got := w.do(petra, "POST /api/sign-in", signIn("PETRA@example.cz", "tajné heslo")).want(200, "")
	if strings.Contains(got.Body.String(), "argon") {
		t.Errorf("the answer holds the hash of the password: %s", got.Body)
	}
	w.do(petra, "GET /api/me", "").want(200, "")
	w.do(&caller{}, "POST /api/sign-in", signIn("petra@example.cz", "jiné heslo")).want(401, models.CodeSignInFailed)
	w.do(&caller{}, "POST /api/sign-in", signIn("nobody", "tajné heslo")).want(401, models.CodeSignInFailed)
	w.do(&caller{}, "POST /api/sign-in", `{}`).want(401, models.CodeSignInFailed)
}

func TestSigningInGivesANewTokenAndEndsTheOldTM07(t *testing.T) {
	w := newWorld(t)
	petra := w.account("petra", models.RoleFacilitator)
	old := *petra
	var me models.Account
	w.do(petra, "GET /api/me", "").want(200, "").into(&me)
	petra.cookies = append([]*http.Cookie{}, old.cookies...)
	w.do(petra, "POST /api/sign-in", `{"link":"`+w.link(models.LinkSignIn, me.ID)+`"}`).want(200, "")
	fresh := &caller{cookies: petra.cookies[1:]}
	if fresh.cookies[0].Value == old.cookies[0].Value {
		t.Error("the token stayed")
	}
	w.do(fresh, "GET /api/me", "").want(200, "")
	w.do(&old, "GET /api/me", "").want(401, models.CodeSignInNeeded)
	fixed := &caller{cookies: []*http.Cookie{{Name: "s", Value: "chosen-by-somebody-else"}}}
	w.do(fixed, "POST /api/sign-in", `{"link":"`+w.link(models.LinkSignIn, me.ID)+`"}`).want(200, "")
	w.do(&caller{cookies: fixed.cookies[:1]}, "GET /api/me", "").want(401, models.CodeSignInNeeded)
}

func TestSigningOutEndsOneSignIn(t *testing.T) {
	w := newWorld(t)
	petra := w.account("petra", models.RoleFacilitator)
	token := *petra
	got := w.do(petra, "DELETE /api/sign-in", "").want(204, "")
	if cookie := got.Result().Cookies()[0]; cookie.MaxAge >= 0 || cookie.Value != "" {
		t.Errorf("the cookie stays: %s", cookie)
	}
	w.do(&token, "GET /api/me", "").want(401, models.CodeSignInNeeded)
	w.do(&caller{}, "DELETE /api/sign-in", "").want(204, "")
}

func TestALinkSignsInOnce(t *testing.T) {
	w := newWorld(t)
	var me models.Account
	w.do(w.account("petra", models.RoleFacilitator), "GET /api/me", "").into(&me)
	secret := `{"link":"` + w.link(models.LinkSignIn, me.ID) + `"}`
	w.do(&caller{}, "POST /api/sign-in", secret).want(200, "")
	w.do(&caller{}, "POST /api/sign-in", secret).want(403, models.CodeLinkUsed)
}

func TestPasswordsTravelOverTLSOrNotAtAll(t *testing.T) {
	w := newWorld(t)
	w.firstAccount()
	body := signIn("petra@example.cz", "tajné heslo")
	lan := &caller{from: "192.168.1.20"}
	w.do(lan, "POST /api/sign-in", body).want(403, models.CodeInsecureOrigin)
	w.do(lan, "POST /api/accounts", `{"link":"a","name":"a","login":"a","password":"aaaaaaaaaa"}`).want(403, models.CodeInsecureOrigin)
	w.do(&caller{}, "POST /api/sign-in", body, header("X-Forwarded-For", "192.168.1.20")).want(403, models.CodeInsecureOrigin)
	w.do(lan, "POST /api/sign-in", body, overTLS).want(200, "")
	w.do(&caller{from: "[::1]"}, "POST /api/sign-in", body).want(200, "")
}

// stillTime lets no time pass by which guessing is limited, however slow the
// machine.
func stillTime(cfg *server.Config) {
	now := time.Now()
	cfg.Now = func() time.Time { return now }
}

func TestPasswordsCannotBeGuessedTM18(t *testing.T) {
	t.Parallel() // it waits more than it works
	w := newWorld(t, stillTime)
	w.firstAccount()
	hashedTries, refused := 0, 0
	for range 13 {
		switch got := w.do(&caller{from: "192.0.2.9"}, "POST /api/sign-in", signIn("petra@example.cz", "guess"), overTLS); got.Code {
		case http.StatusUnauthorized:
			hashedTries++
		case http.StatusTooManyRequests:
			refused++
			if got.problem().Code != string(models.CodeSlowDown) || got.Header().Get("Retry-After") == "" {
				t.Errorf("refused with %s", got.Body)
			}
		default:
			t.Fatalf("answered %d", got.Code)
		}
	}
	if hashedTries != 10 || refused != 3 {
		t.Errorf("%d tries were told that they are wrong, %d to slow down", hashedTries, refused)
	}
	// The owner gets in, from there and from elsewhere.
	for _, from := range []string{"192.0.2.9", "192.0.2.10"} {
		w.do(&caller{from: from}, "POST /api/sign-in", signIn("petra@example.cz", "tajné heslo"), overTLS).want(200, "")
	}
	// A link is the way back for the locked out: it is never limited.
	var me models.Account
	w.do(w.account("jan", models.RoleFacilitator), "GET /api/me", "").into(&me)
	w.do(&caller{from: "192.0.2.9"}, "POST /api/sign-in", `{"link":"`+w.link(models.LinkSignIn, me.ID)+`"}`, overTLS).want(200, "")
}

// TestABrowserThatIsKnownStandsInNoQueueOfStrangers: guesses of others have used
// up what her login allows; where she has signed in before, her own slip is told
// as one, and she gets in. A mark somebody made up, or one from before a new
// password, is none.
func TestABrowserThatIsKnownStandsInNoQueueOfStrangersTM18(t *testing.T) {
	w := newWorld(t, stillTime)
	petra := w.firstAccount()
	w.do(petra, "DELETE /api/sign-in", "").want(204, "")
	for i := range 10 {
		w.do(&caller{from: fmt.Sprint("192.0.2.", i)}, "POST /api/sign-in", signIn("petra@example.cz", "guess"), overTLS).want(401, models.CodeSignInFailed)
	}
	w.do(&caller{from: "192.0.2.99"}, "POST /api/sign-in", signIn("petra@example.cz", "guess"), overTLS).want(429, models.CodeSlowDown)
	forged := &caller{cookies: []*http.Cookie{{Name: "k", Value: strings.Repeat("0", 64)}}}
	w.do(forged, "POST /api/sign-in", signIn("petra@example.cz", "guess")).want(429, models.CodeSlowDown)
	known := func() *caller { return &caller{cookies: petra.cookies} }
	w.do(known(), "POST /api/sign-in", signIn("petra@example.cz", "slip")).want(401, models.CodeSignInFailed)
	w.do(known(), "POST /api/sign-in", signIn("petra@example.cz", "tajné heslo")).want(200, "")

	w.exec("UPDATE accounts SET password_hash = password_hash || 'x'")
	w.do(known(), "POST /api/sign-in", signIn("petra@example.cz", "guess")).want(429, models.CodeSlowDown)
}

func TestGuessersOfManyLoginsAreLimitedByAddressTM18(t *testing.T) {
	w := newWorld(t, stillTime)
	tried := 0
	for i := range 22 {
		if w.do(&caller{from: "192.0.2.9"}, "POST /api/sign-in", signIn(fmt.Sprint("nobody", i), "guess"), overTLS).Code == http.StatusUnauthorized {
			tried++
		}
	}
	if tried != 20 {
		t.Errorf("%d tries were made", tried)
	}
}

// A login that nobody has must cost as much as a wrong password, or the time
// would tell who has an account. What costs is the memory of the hash.
func TestAnUnknownLoginIsAsMuchWorkAsAWrongPasswordTM18(t *testing.T) {
	w := newWorld(t, server.HashAsForPeople)
	w.firstAccount()
	for _, login := range []string{"petra@example.cz", "nobody"} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		w.do(&caller{}, "POST /api/sign-in", signIn(login, "guess")).want(401, models.CodeSignInFailed)
		runtime.ReadMemStats(&after)
		if used := after.TotalAlloc - before.TotalAlloc; used < 46<<20 {
			t.Errorf("%s: %d bytes were worked on, want the 46 MiB of one hash", login, used)
		}
	}
}

func TestManySignInsAtOnceAllGetThroughTM18(t *testing.T) {
	w := newWorld(t)
	w.firstAccount()
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			got := w.do(&caller{}, "POST /api/sign-in", signIn("petra@example.cz", "tajné heslo"))
			if got.Code != http.StatusOK {
				t.Errorf("answered %d: %s", got.Code, got.Body)
			}
		})
	}
	wait.Wait()
}

func TestAHashIsReadAsItSaysAndMadeAnewOnSuccess(t *testing.T) {
	w := newWorld(t, server.HashAsForPeople)
	w.firstAccount()
	salt := []byte("0123456789abcdef")
	sum := argon2.IDKey([]byte("tajné heslo"), salt, 2, 1<<10, 2, 32)
	b64 := base64.RawStdEncoding
	older := "$argon2id$v=19$m=1024,t=2,p=2$" + b64.EncodeToString(salt) + "$" + b64.EncodeToString(sum)
	w.exec("UPDATE accounts SET password_hash = ?", older)
	w.do(&caller{}, "POST /api/sign-in", signIn("petra@example.cz", "tajné hesla")).want(401, models.CodeSignInFailed)
	petra := &caller{}
	w.do(petra, "POST /api/sign-in", signIn("petra@example.cz", "tajné heslo")).want(200, "")
	account, err := w.store.AccountByLogin(t.Context(), "petra@example.cz")
	must(t, err)
	if !strings.HasPrefix(account.PasswordHash, "$argon2id$v=19$m=47104,t=1,p=1$") {
		t.Errorf("the hash is %s", account.PasswordHash)
	}
	w.do(petra, "GET /api/me", "").want(200, "")
	w.do(&caller{}, "POST /api/sign-in", signIn("petra@example.cz", "tajné heslo")).want(200, "")
}

func TestAPasswordIsTheSameHoweverItsLettersAreComposed(t *testing.T) {
	w := newWorld(t)
	w.firstAccount()
	w.do(&caller{}, "POST /api/sign-in", signIn("petra@example.cz", norm.NFD.String("tajné heslo"))).want(200, "")
}

func TestAHashThatWouldExhaustTheMachineIsNotTried(t *testing.T) {
	w := newWorld(t)
	w.firstAccount()
	for _, hash := range []string{"$argon2id$v=19$m=4294967295,t=1,p=1$AAAA$AAAAAAAAAAAAAAAAAAAAAAAA", "$argon2id$v=19$m=1024,t=0,p=1$AAAA$AAAAAAAAAAAAAAAAAAAAAAAA", "-", "$"} {
		w.exec("UPDATE accounts SET password_hash = ?", hash)
		w.do(&caller{}, "POST /api/sign-in", signIn("petra@example.cz", "tajné heslo")).want(401, models.CodeSignInFailed)
	}
}
