package models

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"encoding/base64"
	"encoding/hex"
	"regexp"
	"strings"
)

// An id is 128 random bits in lower-case base32: 26 letters and digits that
// tell nothing about time or order. Clients make the ids of what they add, so
// that sending the same thing again is harmless (design.md, section 5).
type (
	WorkshopID string
	StepID     string
	TopicID    string
	IdeaID     string
	CauseID    string
	RoundID    string
	BallotID   string // of a ballot on paper
	SeatID     string
	AccountID  string
	LinkID     string
