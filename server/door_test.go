package server_test

import (
	"net/http"
	"strings"
	"testing"

	"rsc.io/qr"

	"dilna/server"
)

type door struct {
	Code, Address, URL, Wall string
	QR                       struct {
		Size int
		Path string
	}
}

func TestTheDoorSaysTheAddressPhonesReach(t *testing.T) {
	for _, row := range []struct {
		name, public, lan, host string
		tls                     bool
		address, url            string
	}{
		{name: "the host they ask for", host: "dilna.example.cz", address: "dilna.example.cz", url: "http://dilna.example.cz/#"},
		{name: "with its port", host: "192.168.1.5:8080", lan: "10.0.0.9", address: "192.168.1.5:8080", url: "http://192.168.1.5:8080/#"},
		{name: "over TLS", host: "dilna.example.cz", tls: true, address: "dilna.example.cz", url: "https://dilna.example.cz/#"},
		{name: "localhost is the local network's address", host: "localhost:8080", lan: "192.168.1.5", address: "192.168.1.5:8080", url: "http://192.168.1.5:8080/#"},
		{name: "127.0.0.1 too", host: "127.0.0.1:8080", lan: "192.168.1.5", address: "192.168.1.5:8080", url: "http://192.168.1.5:8080/#"},
		{name: "::1 too", host: "[::1]:8080", lan: "192.168.1.5", address: "192.168.1.5:8080", url: "http://192.168.1.5:8080/#"},
		{name: "without a port too", host: "localhost", lan: "192.168.1.5", address: "192.168.1.5", url: "http://192.168.1.5/#"},
		{name: "localhost stays where there is no network", host: "localhost:8080", address: "localhost:8080", url: "http://localhost:8080/#"},
		{name: "the configured address", public: "https://jednani.kraj.cz", lan: "192.168.1.5", host: "localhost:8080", address: "jednani.kraj.cz", url: "https://jednani.kraj.cz/#"},
		{name: "the configured address with a path", public: "https://kraj.cz/dilna/", host: "localhost:8080", address: "kraj.cz/dilna", url: "https://kraj.cz/dilna/#"},
	} {
		t.Run(row.name, func(t *testing.T) {
			r := newWorld(t, func(cfg *server.Config) { cfg.PublicURL, cfg.LANAddress = row.public, row.lan }).room("a")
			var d door
			r.do(r.facilitator, "GET "+r.path("/door"), "", func(request *http.Request) {
				request.Host = row.host
				if row.tls {
					overTLS(request)
					request.AddCookie(&http.Cookie{Name: "__Host-s", Value: r.facilitator.cookies[0].Value})
				}
			}).want(200, "").into(&d)
			code := string(r.code())
			if address, _, _ := strings.Cut(d.URL, "#"); d.Address != row.address || address+"#" != row.url || d.Code != code {
				t.Errorf("the door says %q and %q, want %q and %q", d.Address, d.URL, row.address, row.url)
			}
		})
	}
}

func TestTheLinkOfTheWallIsForFacilitatorsOnlyTM06(t *testing.T) {
	r := newWorld(t).room("a")
	var d door
	r.do(r.screen, "GET "+r.path("/door"), "").want(200, "").into(&d)
	if d.Wall != "" || d.Code == "" {
		t.Errorf("the wall is told %+v", d)
	}
}

func TestTheQRCodeIsThePictureOfTheLink(t *testing.T) {
	r := newWorld(t).room("a")
	var d door
	r.do(r.facilitator, "GET "+r.path("/door"), "").want(200, "").into(&d)
	want, err := qr.Encode(d.URL, qr.M)
	must(t, err)
	dark := darkModules(t, d.QR.Path)
	if d.QR.Size != want.Size+8 {
		t.Fatalf("the picture has %d modules, want %d and a quiet zone of 4", d.QR.Size, want.Size)
	}
	for y := range d.QR.Size {
		for x := range d.QR.Size {
			if dark[[2]int{x, y}] != want.Black(x-4, y-4) {
				t.Fatalf("module %d,%d is wrong", x, y)
			}
		}
	}
}

// darkModules reads a path of pieces like "M4 4h7v1h-7z".
func darkModules(t *testing.T, path string) map[[2]int]bool {
	t.Helper()
	dark := map[[2]int]bool{}
	for piece := range strings.SplitSeq(strings.TrimSuffix(path, "z"), "z") {
		numbers := numbersIn(piece)
		if len(numbers) != 5 || numbers[2] != numbers[4] || numbers[3] != 1 {
			t.Fatalf("a piece of the path is %q", piece)
		}
		for x := range numbers[2] {
			dark[[2]int{numbers[0] + x, numbers[1]}] = true
		}
	}
	return dark
}

func numbersIn(text string) []int {
	var numbers []int
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return r < '0' || r > '9' }) {
		n := 0
		for _, digit := range word {
			n = 10*n + int(digit-'0')
		}
		numbers = append(numbers, n)
	}
	return numbers
}
