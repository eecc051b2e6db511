package server

import (
	"context"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"strings"

	"rsc.io/qr"

	"dilna/models"
)

// door is how people get in: what the wall shows before the first step.
type door struct {
	Code    models.Code `json:"code"`
	Address string      `json:"address" doc:"what people type"`
	URL     string      `json:"url" doc:"what the QR code says"`
	QR      qrCode      `json:"qr"`
	Wall    string      `json:"wall,omitempty" doc:"path that makes a screen a wall; facilitators only"`
	Walls   bool        `json:"walls,omitempty" doc:"a screen has been made a wall already; facilitators only"`
	Local   bool        `json:"local,omitempty" doc:"only this very computer can open the address: phones cannot"`
}

// qrCode is the picture of a QR code. The specification calls it QR.
type qrCode struct {
	Size int    `json:"size" doc:"modules on a side, quiet zone included"`
	Path string `json:"path" doc:"SVG path of the dark modules, one unit each"`
}

func (s *Server) doorRoutes() {
	within(s, op("getDoor", "GET /api/workshops/{w}/door", "Code, address and QR code for joining"), wallAndFacilitators, s.door)
}

type doorInput struct {
	InWorkshop
	Visit
}

func (s *Server) door(ctx context.Context, by models.Actor, in *doorInput) (*Body[door], error) {
	workshop, err := s.store.Workshop(ctx, by.Workshop)
	if err != nil {
		return nil, err
	}
	base := s.base(in.Visit)
	link := base.String() + "/#" + workshop.DoorToken
	code, err := qrOf(link)
	d := door{Code: workshop.Code, Address: base.Host + base.Path, URL: link, QR: code}
	if err != nil || !by.Facilitates() {
		return answer(d, err)
	}
	d.Wall = "/wall#" + string(workshop.ID) + "." + workshop.WallToken
	d.Local = isLoopback(base.Hostname())
	d.Walls, err = s.store.WallOpened(ctx, by.Workshop)
	return answer(d, err)
}

// base is the address participants reach us at: the configured one; else the
// host they ask for, unless that is this machine's name for itself, which
// phones would take for their own: then our address in the local network.
func (s *Server) base(v Visit) url.URL {
	if s.publicURL != nil {
		return *s.publicURL
	}
	host, scheme := v.host, "http"
	if v.secure {
		scheme = "https"
	}
	name, port, err := net.SplitHostPort(host)
	if err != nil {
		name, port = strings.Trim(host, "[]"), ""
	}
	if isLoopback(name) && s.lanAddress != "" {
		host = s.lanAddress
		if port != "" {
			host = net.JoinHostPort(s.lanAddress, port)
		}
	}
	return url.URL{Scheme: scheme, Host: host}
}

func isLoopback(name string) bool {
	addr, err := netip.ParseAddr(name)
	return name == "localhost" || strings.HasSuffix(name, ".localhost") || err == nil && addr.Unmap().IsLoopback()
}

// quietZone is the margin scanners need, in modules (ISO/IEC 18004).
const quietZone = 4

func qrOf(text string) (qrCode, error) {
	code, err := qr.Encode(text, qr.M)
	if err != nil {
		return qrCode{}, err
	}
	var path strings.Builder
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			from := x
			for code.Black(x, y) {
				x++
			}
			if x > from {
				fmt.Fprintf(&path, "M%d %dh%dv1h-%dz", from+quietZone, y+quietZone, x-from, x-from)
			}
		}
	}
	return qrCode{Size: code.Size + 2*quietZone, Path: path.String()}, nil
}
