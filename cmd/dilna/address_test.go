package main

import (
	"bytes"
	"net"
	"net/netip"
	"slices"
	"strings"
	"testing"

	"rsc.io/qr"

	"dilna/cmd/dilna/language"
)

func TestTheLikeliestAddressOfTheRoomComesFirst(t *testing.T) {
	up := net.FlagUp | net.FlagBroadcast
	found := []candidate{
		{"lo", net.FlagUp | net.FlagLoopback, netip.MustParseAddr("127.0.0.1")},
		{"docker0", up, netip.MustParseAddr("172.17.0.1")},
		{"tun0", net.FlagUp | net.FlagPointToPoint, netip.MustParseAddr("10.8.0.2")},
		{"eth1", up, netip.MustParseAddr("203.0.113.7")},
		{"wlan0", up, netip.MustParseAddr("192.168.1.20")},
		{"wlan0", up, netip.MustParseAddr("fe80::1")},
		{"eth0", net.FlagBroadcast, netip.MustParseAddr("192.168.9.9")}, // down
		{"eth2", up, netip.MustParseAddr("169.254.3.4")},                // no network gave it an address
	}
	var got []string
	for _, address := range likeliest(found) {
		got = append(got, address.String())
	}
	want := []string{"192.168.1.20", "203.0.113.7", "172.17.0.1", "10.8.0.2"}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestTheConsoleIsOpenedOnThisComputer(t *testing.T) {
	tests := []struct {
		name   string
		serve  serveCommand
		listen string
		want   string
	}{
		{"on all addresses", serveCommand{}, "[::]:8080", "http://localhost:8080/console"},
		{"on the loopback", serveCommand{}, "127.0.0.1:9000", "http://localhost:9000/console"},
		{"on one address", serveCommand{}, "192.168.1.20:8080", "http://192.168.1.20:8080/console"},
		{"over TLS", serveCommand{TLSCert: "c.pem"}, "[::]:443", "https://localhost/console"},
		{"behind a proxy", serveCommand{PublicURL: "https://dilna.example.cz/"}, "[::]:8080", "https://dilna.example.cz/console"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			addr := net.TCPAddrFromAddrPort(netip.MustParseAddrPort(test.listen))
			if got := test.serve.consoleURL(addr); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

// modules reads a drawn code back: ink says which halves of a character are
// dark.
func modules(drawn string, ink map[rune][2]bool) (rows [][]bool) {
	for line := range strings.Lines(drawn) {
		var upper, lower []bool
		for _, r := range strings.TrimSuffix(line, "\n") {
			halves, known := ink[r]
			if !known {
				continue // a colour
			}
			upper, lower = append(upper, halves[0]), append(lower, halves[1])
		}
		rows = append(rows, upper, lower)
	}
	return rows
}

func TestTheCodeInTheTerminalIsTheCodeWithItsQuietZone(t *testing.T) {
	const text = "http://192.168.1.20:8080"
	code, err := qr.Encode(text, qr.M)
	if err != nil {
		t.Fatal(err)
	}
	for name, colour := range map[string]bool{"in colour": true, "in a log": false} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			if err := printQR(&out, text, colour); err != nil {
				t.Fatal(err)
			}
			drawn := out.String()
			if colour != strings.Contains(drawn, "\x1b[30;107m") {
				t.Error("black on white where there are colours, and only there")
			}
			drawn = strings.NewReplacer("\x1b[30;107m", "", "\x1b[0m", "").Replace(drawn)
			rows := modules(drawn, map[rune][2]bool{
				'█': {colour, colour}, ' ': {!colour, !colour}, '▀': {colour, !colour}, '▄': {!colour, colour},
			})
			for y := range code.Size + 2*quietZone {
				for x := range code.Size + 2*quietZone {
					if want := code.Black(x-quietZone, y-quietZone); rows[y][x] != want {
						t.Fatalf("module %d,%d: dark %v, want %v", x, y, rows[y][x], want)
					}
				}
			}
		})
	}
}

func TestTheRoomIsToldOneAddressWithItsCode(t *testing.T) {
	var out bytes.Buffer
	term := &terminal{out: &out, say: language.Czech}
	serve := serveCommand{PublicURL: "https://dilna.example.cz"}
	if err := serve.greetRoom(term, &net.TCPAddr{Port: 8080}); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); !strings.Contains(got, "https://dilna.example.cz\n") || !strings.Contains(got, "▀") {
		t.Errorf("it says %s", got)
	}
	out.Reset()
	if err := new(serveCommand).greetRoom(term, &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 8080}); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); !strings.Contains(got, "jen pro tento počítač") {
		t.Errorf("it says %s", got)
	}
}
