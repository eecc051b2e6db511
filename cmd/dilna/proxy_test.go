package main

import (
	"bufio"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"dilna/models/modelstest/pgtest"
)

// nginx is where Debian has it.
const nginx = "/usr/sbin/nginx"

// TestTheProxyOfTheOperatorsGuideLeadsToTwoInstances runs nginx as
// docs/operating.md sets it up: a meeting goes on while one of two stops.
func TestTheProxyOfTheOperatorsGuideLeadsToTwoInstancesFM17(t *testing.T) {
	t.Parallel()
	if _, err := os.Stat(nginx); err != nil {
		t.Skip("there is no nginx; make tools installs it on Debian")
	}
	port := freePort(t)
	serve := serveCommand{
		source: source{DatabaseURL: pgtest.Database(t)}, sharing: sharing{Secret: strings.Repeat("tajné ", 10)},
		PublicURL: "https://localhost:" + port, TrustedProxies: []string{"127.0.0.1"},
	}
	first, leaveFirst, err := openHouse(t.Context(), quiet(t), serve)
	if err != nil {
		t.Fatal(err)
	}
	second, leaveSecond, err := openHouse(t.Context(), quiet(t), serve)
	if err != nil {
		t.Fatal(err)
	}
	trusted := runNginx(t, port, first.Servers[0], second.Servers[0])

	facilitator, phone, path := firstMeeting(t, serve.PublicURL+"/console#link="+first.Link, trusted)
	phone.until(path, idea)
	if err := leaveSecond(); err != nil {
		t.Fatal(err)
	}
	for range 6 { // each of the two is asked in its turn
		facilitator.do("GET", path+"/minutes.json", nil, nil)
	}
	phone.until(path, idea)
	trusted.CloseIdleConnections()
	if err := leaveFirst(); err != nil {
		t.Fatal(err)
	}
}

// runNginx runs it as the guide says, but for addresses, the certificate and
// where it keeps its own files, until the test ends.
func runNginx(t *testing.T, port string, houses ...string) *http.Transport {
	t.Helper()
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o755); err != nil { // nginx's workers are somebody else
		t.Fatal(err)
	}
	certificate, key := filepath.Join(dir, "dilna.crt"), filepath.Join(dir, "dilna.key")
	trusted := makeCertificate(t, certificate, key)
	guide, err := os.ReadFile("../../docs/operating.md")
	if err != nil {
		t.Fatal(err)
	}
	block := regexp.MustCompile("(?s)```nginx\n(.*?)```").FindSubmatch(guide)
	if block == nil {
		t.Fatal("the guide has no example for nginx")
	}
	config := strings.NewReplacer(
		"10.0.0.11:8080", strings.TrimPrefix(houses[0], "http://"), "10.0.0.12:8080", strings.TrimPrefix(houses[1], "http://"),
		"listen 443 ssl", "listen 127.0.0.1:"+port+" ssl", "/etc/ssl/dilna", filepath.Join(dir, "dilna"), "dilna.example.cz", "localhost",
	).Replace(string(block[1]))
	var kept strings.Builder
	for _, what := range []string{"client_body", "proxy", "fastcgi", "uwsgi", "scgi"} {
		fmt.Fprintf(&kept, "%s_temp_path %s;\n", what, filepath.Join(dir, what))
	}
	whole := fmt.Sprintf("daemon off;\npid %s;\nerror_log %s;\nevents {}\nhttp {\naccess_log off;\n%s%s}\n",
		filepath.Join(dir, "pid"), filepath.Join(dir, "errors"), kept.String(), config)
	if err := os.WriteFile(filepath.Join(dir, "nginx.conf"), []byte(whole), 0o600); err != nil {
		t.Fatal(err)
	}
	proxy := exec.Command(nginx, "-p", dir, "-e", filepath.Join(dir, "errors"), "-c", filepath.Join(dir, "nginx.conf"))
	if err := proxy.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = proxy.Process.Signal(os.Interrupt)
		_ = proxy.Wait() // says that it was told to end
	})
	awaitListening(t, "127.0.0.1:"+port, filepath.Join(dir, "errors"))
	return &http.Transport{TLSClientConfig: &tls.Config{RootCAs: trusted}}
}

// awaitListening returns once a connection is taken at the address.
func awaitListening(t *testing.T, address, log string) {
	t.Helper()
	look := time.NewTicker(20 * time.Millisecond)
	defer look.Stop()
	for end := time.Now().Add(time.Minute); time.Now().Before(end); <-look.C {
		if connection, err := net.Dial("tcp", address); err == nil {
			if err := connection.Close(); err != nil {
				t.Fatal(err)
			}
			return
		}
	}
	said, _ := os.ReadFile(log) // there may be none
	t.Fatalf("nobody listens at %s: %s", address, said)
}

// until reads the browser's stream of the workshop, a new one, until it holds
// the text.
func (b *browser) until(path, text string) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.t.Context(), time.Minute)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, b.base+path+"/feed?as=participant", http.NoBody)
	if err != nil {
		b.t.Fatal(err)
	}
	request.Header.Set("Accept", "text/event-stream")
	response, err := b.client.Do(request)
	if err != nil {
		b.t.Fatal(err)
	}
	defer response.Body.Close()
	lines := bufio.NewScanner(response.Body)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if strings.Contains(lines.Text(), text) {
			return
		}
	}
	b.t.Fatalf("the stream ended before it said %q: %s %v", text, response.Status, lines.Err())
}

func freePort(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, err := net.SplitHostPort(listener.Addr().String())
	if err := errors.Join(err, listener.Close()); err != nil {
		t.Fatal(err)
	}
	return port
}
