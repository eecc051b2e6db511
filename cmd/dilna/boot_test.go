package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"io"
	"math/big"
	"net/http"
	"net/http/cookiejar"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dilna/cmd/dilna/language"
	"dilna/models"
)

// serving is the program as main runs it, on a free port.
type serving struct {
	console string // the address it printed
	stop    func() // as Ctrl+C does; it must end well
}

func serveOn(t *testing.T, dir string, flags ...string) *serving {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	reading, writing := io.Pipe()
	var err bytes.Buffer
	code := make(chan int, 1)
	go func() {
		term := &terminal{out: writing, err: &err, say: language.English}
		code <- run(ctx, term, append([]string{"serve", "--addr", "127.0.0.1:0", "--data", dir}, flags...))
		_ = writing.Close() // the reader sees the end
	}()
	s := &serving{}
	printed := bufio.NewScanner(reading)
	for printed.Scan() && !strings.HasPrefix(printed.Text(), "Stop with Ctrl+C") {
		if line := strings.TrimSpace(printed.Text()); strings.HasPrefix(line, "http") {
			s.console = line
		}
	}
	if s.console == "" {
		t.Fatalf("it did not start: %s", err.String())
	}
	s.stop = func() {
		t.Helper()
		cancel()
		if got := <-code; got != 0 {
			t.Errorf("it ended with %d: %s", got, err.String())
		}
	}
	return s
}

// browser is one device of the boot test.
type browser struct {
	t      *testing.T
	base   string
	client http.Client
}

func newBrowser(t *testing.T, console string) *browser {
	base, _, _ := strings.Cut(console, "/console")
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &browser{t: t, base: base, client: http.Client{Jar: jar}}
}

// do sends a request and reads the answer's JSON into v; what is no success
// ends the test.
func (b *browser) do(method, path string, body, v any) []byte {
	b.t.Helper()
	sent, err := json.Marshal(body)
	if err != nil {
		b.t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(b.t.Context(), method, b.base+path, bytes.NewReader(sent))
	if err != nil {
		b.t.Fatal(err)
	}
	if method == http.MethodGet {
		request.Body = http.NoBody
	} else {
		request.Header.Set("Content-Type", "application/json")
		request.Header.Set("Origin", b.base)
		request.Header.Set("Idempotency-Key", models.NewID[string]())
	}
	response, err := b.client.Do(request)
	if err != nil {
		b.t.Fatal(err)
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode >= 300 {
		b.t.Fatalf("%s %s: %s %s %v", method, path, response.Status, answer, err)
	}
	if v != nil {
		if err := json.Unmarshal(answer, v); err != nil {
			b.t.Fatal(err)
		}
	}
	return answer
}

const idea = "Lavička u školy"

// firstMeeting makes the first account with the link that was printed, a
// workshop with one step, and lets a phone in that says one idea.
func firstMeeting(t *testing.T, console string, by ...http.RoundTripper) (facilitator, phone *browser, path string) {
	t.Helper()
	facilitator, phone = newBrowser(t, console), newBrowser(t, console)
	if len(by) > 0 {
		facilitator.client.Transport, phone.client.Transport = by[0], by[0]
	}
	_, link, found := strings.Cut(console, "#link=")
	if !found {
		t.Fatalf("no link for the first account in %s", console)
	}
	facilitator.do("POST", "/api/accounts", map[string]string{
		"link": link, "name": "Petra", "login": "petra", "password": "kosatec na zahradě",
	}, nil)
	w, step := models.NewID[models.WorkshopID](), models.NewID[models.StepID]()
	path = "/api/workshops/" + string(w)
	facilitator.do("POST", "/api/workshops", models.NewWorkshop{ID: w, Template: "empty"}, nil)
	facilitator.do("POST", path+"/steps", models.NewStep{ID: step, Method: models.MethodCollect, Heading: "Nápady"}, nil)
	facilitator.do("PUT", path+"/state", map[string]string{"state": "open"}, nil)
	facilitator.do("PUT", path+"/steps/"+string(step)+"/state", map[string]string{"state": "open"}, nil)
	var door struct{ Code string }
	facilitator.do("GET", path+"/door", nil, &door)
	phone.do("POST", "/api/join", map[string]string{"code": door.Code}, nil)
	phone.do("POST", path+"/steps/"+string(step)+"/ideas?as=participant", models.NewEntry{ID: models.NewID[models.EntryID](), Text: idea}, nil)
	return facilitator, phone, path
}

func TestAWorkshopIsAllThereAfterTheProgramWasStoppedAndStarted(t *testing.T) {
	dir := t.TempDir()
	first := serveOn(t, dir)
	facilitator, phone, path := firstMeeting(t, first.console)
	if document := facilitator.do("GET", path+"/minutes.pdf", nil, nil); !bytes.HasPrefix(document, []byte("%PDF-")) {
		t.Error("the minutes are no PDF")
	}
	first.stop()

	second := serveOn(t, dir)
	defer second.stop()
	if strings.Contains(second.console, "#link=") {
		t.Error("there is an account, and yet a link to make the first is printed")
	}
	base, _, _ := strings.Cut(second.console, "/console")
	facilitator.base, phone.base = base, base // the same cookies: browsers keep them by host, not by port
	var library models.Library
	facilitator.do("GET", "/api/library", nil, &library)
	if library.Total != 1 || library.Workshops[0].State != models.WorkshopOpen {
		t.Errorf("the facilitator finds %+v", library)
	}
	var mine models.Mine
	phone.do("GET", path+"/mine?as=participant", nil, &mine)
	if len(mine.Ideas) != 1 {
		t.Errorf("the phone finds %+v of its own", mine)
	}
	var record models.Minutes
	facilitator.do("GET", path+"/minutes.json", nil, &record)
	if len(record.Steps) != 1 || len(record.Steps[0].Ideas) != 1 || record.Steps[0].Ideas[0].Text != idea {
		t.Errorf("the record is %+v", record)
	}
}

func TestTheLockedOutSignInByALinkWhileDilnaRuns(t *testing.T) {
	dir := t.TempDir()
	running := serveOn(t, dir)
	defer running.stop()
	firstMeeting(t, running.console)
	mustFail(t, dilna(t, "user", "link", "nobody", "--data", dir), 1, "nobody", "petra")
	r := dilna(t, "user", "link", "--data", dir)
	console, link, found := strings.Cut(r.lastLine(), "#link=")
	if r.code != 0 || !found {
		t.Fatalf("link: %+v", r)
	}
	other := newBrowser(t, console)
	var account models.Account
	other.do("POST", "/api/sign-in", map[string]string{"link": link}, &account)
	if account.Login != "petra" {
		t.Errorf("signed in as %+v", account)
	}
}

func TestDilnaSpeaksHTTPSWithACertificateOfOurOwn(t *testing.T) {
	dir := t.TempDir()
	certificate, key := filepath.Join(dir, "certificate.pem"), filepath.Join(dir, "key.pem")
	trusted := makeCertificate(t, certificate, key)
	running := serveOn(t, t.TempDir(), "--tls-cert", certificate, "--tls-key", key)
	defer running.stop()
	b := newBrowser(t, running.console)
	b.client.Transport = &http.Transport{TLSClientConfig: &tls.Config{RootCAs: trusted}, ForceAttemptHTTP2: true}
	defer b.client.CloseIdleConnections()
	response, err := b.client.Get(b.base + "/api/health")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK || response.Proto != "HTTP/2.0" {
		t.Errorf("%s answers %s over %s", b.base, response.Status, response.Proto)
	}
}

// makeCertificate writes a certificate for localhost that lasts for the test.
func makeCertificate(t *testing.T, certificate, key string) *x509.CertPool {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := x509.Certificate{SerialNumber: big.NewInt(1), DNSNames: []string{"localhost"}, NotAfter: time.Now().Add(time.Hour)}
	public, err := x509.CreateCertificate(rand.Reader, &template, &template, private.Public(), private)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	writePEM := func(path, kind string, data []byte) {
		if err := os.WriteFile(path, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: data}), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	writePEM(certificate, "CERTIFICATE", public)
	writePEM(key, "PRIVATE KEY", secret)
	parsed, err := x509.ParseCertificate(public)
	if err != nil {
		t.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AddCert(parsed)
	return pool
}
