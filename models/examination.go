package models

// Examination is what was found when everything stored was compared with its
// checksum.
type Examination struct {
	Workshops map[WorkshopID]string // what was looked at, and how it is called
	Ailments  []Ailment             // empty: all is as it was stored
}

// Ailment is one thing that is not as it was stored.
type Ailment struct {
	Workshop WorkshopID // empty: the database as a whole
	Part     AilingPart
	Which    string // a version, a round, a table, or SQLite's own words
}

// AilingPart is what of the data is not as it was stored.
type AilingPart string

// The parts that are examined.
const (
	AilingFile    AilingPart = "file"    // the database's file
	AilingSchema  AilingPart = "schema"  // its tables
	AilingKeys    AilingPart = "keys"    // rows that name what is not there
	AilingRows    AilingPart = "rows"    // what a workshop says
	AilingEdition AilingPart = "edition" // an approved version of minutes
	AilingPrint   AilingPart = "print"   // one of its formats; it is made anew
	AilingTotals  AilingPart = "totals"  // what was counted in a round
	AilingBallots AilingPart = "ballots" // the ballots of a round
)
