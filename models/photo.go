package models

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"image"
	"slices"
)

// A photo is of a flip chart, or of a table or a page of data that a group works
// over (docs/adr/0052). It stands beside a step and always says in words what is on
// it: for who does not see it, and for formats that have only words.

// PhotoID names a photo.
type PhotoID string

// Photo is a photo beside a step. Its bytes are kept apart, by their hash.
type Photo struct {
	Row
	ID     PhotoID `json:"id" gorm:"primaryKey"`
	StepID StepID  `json:"step"`
	Text   string  `json:"text" doc:"what is on it, for who does not see it; never empty"`
	Shown  bool    `json:"shown" doc:"phones and wall show it beside the step; else it is for the minutes only"`
	Hash   string  `json:"hash" doc:"of its bytes, SHA-256: GET /api/workshops/{w}/photos/{hash}. Empty: left out of the minutes it comes from"`
	Width  int     `json:"width" doc:"pixels, at most 1,600"`
	Height int     `json:"height" doc:"pixels, at most 1,600"`
	Size   int     `json:"size" doc:"bytes"`
}

// Limits of photos: how many a step has, and how many bytes all of a workshop take, so
// that a PDF which has them twice, on its pages and in the workshop file inside, stays
// under the 20 MB that a data box takes. Older workshops may have more.
const (
	MaxPhotos     = 6
	MaxPhotosSize = 9 << 20
)

// Self names a photo among the parts of a workshop.
func (p *Photo) Self() (Part, string) { return PartPhotos, string(p.ID) }

// IsErased says whether the photo was erased for good: only then it says nothing.
func (p Photo) IsErased() bool { return p.Text == "" }

// Texts are the texts of a photo.
func (p Photo) Texts() Texts { return Texts{"text": p.Text} }

// NewPhoto puts a photo beside a step.
type NewPhoto struct {
	ID    PhotoID `json:"id"`
	Text  string  `json:"text" doc:"what is on it, for who does not see it"`
	Shown bool    `json:"shown,omitempty" doc:"phones and wall show it beside the step"`
	File  []byte  `json:"file" doc:"JPEG or PNG, at most 12 MB and 25 million pixels (PNG 16 million); nothing of the file itself is kept"`
}

// Check tidies and checks the command, but for the file (DrawPhoto).
func (n *NewPhoto) Check() error {
	var c checker
	c.id("id", string(n.ID))
	c.needed("text", &n.Text, MaxHeading)
	if len(n.File) == 0 {
		c.add(Field{Name: "file", Reason: ReasonEmpty})
	}
	return c.result()
}

// PhotoChange changes the members that are not nil.
type PhotoChange struct {
	Text  *string `json:"text,omitempty"`
	Shown *bool   `json:"shown,omitempty"`

	MadeFrom MadeFrom `json:"made_from,omitempty" doc:"the texts this change was made from, by member; one left out was empty. If another stands by now: changed-since"`
}

// Check tidies and checks the change.
func (p *PhotoChange) Check() error {
	var c checker
	c.optionalNeeded("text", p.Text, MaxHeading)
	return c.result()
}

// Apply writes the change into the photo. Code `changed-since`.
func (p *Photo) Apply(change PhotoChange) error {
	before := p.Texts()
	set(&p.Text, change.Text)
	set(&p.Shown, change.Shown)
	return change.MadeFrom.MustStand(before, p.Texts())
}

// MayBeKept refuses more photos than a step or a workshop holds: these are all of
// it that are not removed. Codes: `photos-full`, `photos-heavy`.
func MayBeKept(photos []Photo) error {
	size, of := 0, map[StepID]int{}
	for _, p := range photos {
		size += p.Size
		if of[p.StepID]++; of[p.StepID] > MaxPhotos {
			return Fail(KindConflict, CodePhotosFull, MaxPhotos)
		}
	}
	if size > MaxPhotosSize {
		return Fail(KindConflict, CodePhotosHeavy, MaxPhotosSize>>20)
	}
	return nil
}

// PhotoMinutes is a photo as a record has it. One left out of the minutes has no
// bytes: its text says so.
type PhotoMinutes struct {
	Text  string `json:"text"`
	Shown bool   `json:"shown,omitempty" doc:"phones and wall showed it beside the step"`
	JPEG  []byte `json:"jpeg,omitempty" doc:"as Dílna drew it"`
	Hash  string `json:"hash,omitempty" doc:"of the bytes, where they are kept elsewhere"`

	Row  PhotoID `json:"-"` // which row of the workshop says this; empty in a file
	Kept int     `json:"-"` // how many bytes it has, where they are kept elsewhere
}

// Size is its width and height in pixels; 0 where it has no bytes.
func (p PhotoMinutes) Size() (width, height int) {
	size, _, err := image.DecodeConfig(bytes.NewReader(p.JPEG))
	if err != nil {
		return 0, 0
	}
	return size.Width, size.Height
}

// Photo is the photo as a workshop keeps it.
func (p PhotoMinutes) Photo() Photo {
	width, height := p.Size()
	photo := Photo{Text: p.Text, Shown: p.Shown, Width: width, Height: height, Size: len(p.JPEG)}
	if len(p.JPEG) > 0 {
		photo.Hash = HashOf(p.JPEG)
	}
	return photo
}

// HashOf names the bytes of a photo.
func HashOf(jpeg []byte) string {
	sum := sha256.Sum256(jpeg)
	return hex.EncodeToString(sum[:])
}

// shownPhotos are those that stand beside a step while people work on it: they are
// part of its plan.
func shownPhotos(photos []PhotoMinutes) []PhotoMinutes {
	return slices.DeleteFunc(slices.Clone(photos), func(p PhotoMinutes) bool { return !p.Shown })
}

// Hashes are those of all photos of the record whose bytes are kept elsewhere.
func (m Minutes) Hashes() []string {
	var hashes []string
	for _, s := range m.Steps {
		for _, p := range s.Photos {
			if p.Hash != "" {
				hashes = append(hashes, p.Hash)
			}
		}
	}
	return hashes
}

// WithPhotos is the record with the bytes of its photos, by their hash. The record
// itself stays as it is: others may hold it.
func (m Minutes) WithPhotos(bytes map[string][]byte) Minutes {
	m.Steps = slices.Clone(m.Steps)
	for i := range m.Steps {
		m.Steps[i].Photos = slices.Clone(m.Steps[i].Photos)
		for j := range m.Steps[i].Photos {
			p := &m.Steps[i].Photos[j]
			if p.Hash != "" {
				p.JPEG = bytes[p.Hash]
			}
		}
	}
	return m
}
