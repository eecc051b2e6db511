package main

import (
	"context"
	"fmt"
	"net"
	"strconv"
	"strings"

	"dilna/models"
)

// greet tells where Dílna is: the address for the people in the room, with its
// QR code, and the facilitator's console on this computer.
func (c *serveCommand) greet(ctx context.Context, t *terminal, data *folder, listening net.Addr) error {
	needed, err := data.store.AccountNeeded(ctx)
	if err != nil {
		return err
	}
	console := c.consoleURL(listening)
	if err := data.serveAt(ctx, console); err != nil {
		return err
	}
	if needed {
		secret, err := newLink(ctx, data.store, models.Link{Purpose: models.LinkFirstAccount})
		if err != nil {
			return err
		}
		console += "#link=" + secret
	}
	if err := c.greetRoom(t, listening); err != nil {
		return err
	}
	if needed {
		t.print("Založte si účet (odkaz platí jednou, 24 hodin):\n\n    %s\n", "Create your account (the link works once, for 24 hours):\n\n    %s\n", console)
	} else {
		t.print("Řízení jednání:\n\n    %s\n", "The facilitator's console:\n\n    %s\n", console)
	}
	t.print("Konec: Ctrl+C. Data jsou %s.", "Stop with Ctrl+C. The data is %s.", c.inside(t.say))
	return nil
}

// greetRoom prints the address for participants and its QR code.
func (c *serveCommand) greetRoom(t *terminal, listening net.Addr) error {
	if host, _ := hostAndPort(listening); c.PublicURL == "" && net.ParseIP(host).IsLoopback() {
		t.print("Dílna běží jen pro tento počítač. Aby se připojili i ostatní, vynechte v --addr adresu: --addr :8080.\n",
			"Dílna is running for this computer only. To let others in, leave the address out of --addr: --addr :8080.\n")
		return nil
	}
	urls, err := c.roomURLs(listening)
	if err != nil {
		return err
	}
	if len(urls) == 0 {
		t.print("Tento počítač není v žádné síti: ostatní se k němu nepřipojí. Připojte ho k Wi-Fi a spusťte Dílnu znovu.\n",
			"This computer is in no network: others cannot reach it. Connect it to Wi-Fi and start Dílna again.\n")
		return nil
	}
	t.print("Dílna běží. Lidé ve stejné síti otevřou:\n\n    %s\n", "Dílna is running. People in the same network open:\n\n    %s\n", urls[0])
	if err := printQR(t.out, urls[0], t.colour); err != nil {
		return err
	}
	if len(urls) > 1 {
		t.print("\nKdyby to nešlo, zkuste: %s", "\nIf that does not work, try: %s", strings.Join(urls[1:], "  "))
	}
	fmt.Fprintln(t.out)
	return nil
}

// roomURLs are the addresses people can open, the likeliest first.
func (c *serveCommand) roomURLs(listening net.Addr) ([]string, error) {
	if c.PublicURL != "" {
		return []string{strings.TrimSuffix(c.PublicURL, "/")}, nil
	}
	host, port := hostAndPort(listening)
	if ip := net.ParseIP(host); ip != nil && !ip.IsUnspecified() {
		return []string{c.url(host, port)}, nil
	}
	addresses, err := lanAddresses()
	if err != nil {
		return nil, err
	}
	var urls []string
	for _, address := range addresses {
		urls = append(urls, c.url(address.String(), port))
	}
	return urls, nil
}

// consoleURL is the console as this computer opens it: signing in is for this
// machine and for TLS only.
func (c *serveCommand) consoleURL(listening net.Addr) string {
	if c.PublicURL != "" {
		return strings.TrimSuffix(c.PublicURL, "/") + "/console"
	}
	host, port := hostAndPort(listening)
	if ip := net.ParseIP(host); ip == nil || ip.IsUnspecified() || ip.IsLoopback() {
		host = "localhost"
	}
	return c.url(host, port) + "/console"
}

func (c *serveCommand) url(host, port string) string {
	scheme, usual := "http", "80"
	if c.TLSCert != "" {
		scheme, usual = "https", "443"
	}
	if port == usual {
		return scheme + "://" + host
	}
	return scheme + "://" + net.JoinHostPort(host, port)
}

func hostAndPort(listening net.Addr) (host, port string) {
	if tcp, ok := listening.(*net.TCPAddr); ok {
		return tcp.IP.String(), strconv.Itoa(tcp.Port)
	}
	host, port, _ = net.SplitHostPort(listening.String())
	return host, port
}
