package main

import (
	"cmp"
	"net"
	"net/netip"
	"slices"
	"strings"
)

// lanAddresses are this computer's addresses in local networks, the likeliest
// one first, found without contacting anybody.
func lanAddresses() ([]netip.Addr, error) {
	interfaces, err := net.Interfaces()
	if err != nil {
		return nil, err
	}
	var found []candidate
	for _, i := range interfaces {
		addresses, err := i.Addrs()
		if err != nil {
			return nil, err
		}
		for _, address := range addresses {
			if prefix, err := netip.ParsePrefix(address.String()); err == nil {
				found = append(found, candidate{i.Name, i.Flags, prefix.Addr().Unmap()})
			}
		}
	}
	return likeliest(found), nil
}

// lanAddress is where phones reach a program that listens on all addresses;
// empty where it listens on one, or there is no network.
func lanAddress(listening net.Addr) (string, error) {
	if host, _ := hostAndPort(listening); !net.ParseIP(host).IsUnspecified() {
		return "", nil
	}
	addresses, err := lanAddresses()
	if err != nil || len(addresses) == 0 {
		return "", err
	}
	return addresses[0].String(), nil
}

// candidate is an address of one network interface.
type candidate struct {
	name  string
	flags net.Flags
	addr  netip.Addr
}

// likeliest keeps the IPv4 addresses others can reach and sorts them: real
// network cards before bridges of virtual machines and tunnels, private
// networks before public ones.
func likeliest(found []candidate) []netip.Addr {
	var usable []candidate
	for _, c := range found {
		up := c.flags&net.FlagUp != 0 && c.flags&net.FlagLoopback == 0
		if up && c.addr.Is4() && !c.addr.IsLinkLocalUnicast() && !c.addr.IsLoopback() {
			usable = append(usable, c)
		}
	}
	slices.SortStableFunc(usable, func(a, b candidate) int { return cmp.Compare(a.doubt(), b.doubt()) })
	addresses := make([]netip.Addr, len(usable))
	for n, c := range usable {
		addresses[n] = c.addr
	}
	return addresses
}

// virtual are how interfaces are called that lead to no room full of people.
var virtual = []string{"docker", "br-", "veth", "virbr", "vbox", "vmnet", "vEthernet", "tun", "tap", "wg", "utun", "tailscale", "zt"}

func (c candidate) doubt() int {
	doubt := 0
	if slices.ContainsFunc(virtual, func(prefix string) bool { return strings.HasPrefix(c.name, prefix) }) {
		doubt += 4
	}
	if c.flags&net.FlagPointToPoint != 0 {
		doubt += 2
	}
	if !c.addr.IsPrivate() {
		doubt++
	}
	return doubt
}
