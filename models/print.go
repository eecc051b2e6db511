package models

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

// Print names the bytes of an approved version in one format: of which version,
// what of it is said (in public or inside), and in what format.
type Print struct {
	Workshop WorkshopID
	Version  int
	Sum      string
	Ending   string // of the format, "pdf"
	Of       string // the checksum of the version as it is kept
}

// Print is what names the edition, as it is to be read, in a format. What its
// workshop file holds is part of it, and where it is read: the same page may come with
// another file, or lead elsewhere.
func (e Edition) Print(ending string) Print {
	said, _ := json.Marshal(struct { // texts, numbers and bytes: it cannot fail
		Edition
		Record  *Minutes `json:"record,omitempty"`
		Address string   `json:"address,omitempty"`
	}{e, e.Record, e.Address})
	sum := sha256.Sum256(said)
	return Print{Workshop: e.Workshop, Version: e.Version, Sum: hex.EncodeToString(sum[:16]), Ending: ending, Of: e.Kept}
}
