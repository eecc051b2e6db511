package models

// MinutesOptions say how minutes are printed. The zero value prints the whole
// record as people worked: in its order, zeros included.
type MinutesOptions struct {
	Order         MinutesOrder  `json:"order,omitempty" enum:",collected,votes,both" doc:"how voted ideas stand; empty: as each step says"`
	HideZeros     bool          `json:"hide_zeros,omitempty" doc:"leave out ideas without a dot, and say how many there were"`
	HideEmpty     bool          `json:"hide_empty,omitempty" doc:"leave out steps in which nothing was recorded"`
	NumberSteps   bool          `json:"number_steps,omitempty"`
	NumberIdeas   bool          `json:"number_ideas,omitempty" doc:"number the ideas of a step through, as on the wall"`
	Names         NamesShown    `json:"names,omitempty" enum:",everywhere,nowhere" doc:"names of participants and authors; empty: everywhere but in what is published"`
	Owners        NamesShown    `json:"owners,omitempty" enum:",everywhere,nowhere" doc:"who answers for tasks; likewise"`
	Attendance    NamesShown    `json:"attendance,omitempty" enum:",everywhere,nowhere" doc:"how many came in the words of the head, where these are not numbers alone; likewise"`
	Fishbone      FishboneShown `json:"fishbone,omitempty" enum:",outline,diagram" doc:"empty: both"`
	Standing      bool          `json:"standing,omitempty" doc:"after the ideas of a voted step, its standing with shared ranks"`
	BallotsListed bool          `json:"ballots_listed,omitempty" doc:"an appendix with the anonymous ballots"`
	Feedback      bool          `json:"feedback,omitempty" doc:"what people said of the workshop"`
	HideChanges   bool          `json:"hide_changes,omitempty" doc:"no list of what changed since the version before; the note stays"`

	AttachFile bool `json:"attach_file,omitempty" doc:"the workshop file goes along inside the PDF: what this version says, so that it can be verified and read in again"`

	SigningLines     bool `json:"signing_lines,omitempty" doc:"lines to sign for who wrote, verified and approves the minutes"`
	PublishedAddress bool `json:"published_address,omitempty" doc:"where the published minutes are read, in letters and as a QR code; of versions that are"`
}

// MinutesOrder is how the ideas of voted steps are printed.
type MinutesOrder string

const (
	MinutesAsCollected MinutesOrder = "collected"
	MinutesByVotes     MinutesOrder = "votes"
	MinutesBoth        MinutesOrder = "both" // as collected, then by votes
)

// NamesShown says where something that may name people is printed. The
// facilitators are always named, and whoever is named in a text.
type NamesShown string

const (
	NamesUnpublished NamesShown = ""           // in drafts and approved minutes, not in what is published
	NamesEverywhere  NamesShown = "everywhere" // published too
	NamesNowhere     NamesShown = "nowhere"
)

// FishboneShown is how a fishbone is printed.
type FishboneShown string

const (
	FishboneBoth    FishboneShown = ""
	FishboneOutline FishboneShown = "outline"
	FishboneDiagram FishboneShown = "diagram"
)

func (c *checker) options(o MinutesOptions) {
	oneOf(c, "options.order", o.Order, "", MinutesAsCollected, MinutesByVotes, MinutesBoth)
	oneOf(c, "options.names", o.Names, NamesUnpublished, NamesEverywhere, NamesNowhere)
	oneOf(c, "options.owners", o.Owners, NamesUnpublished, NamesEverywhere, NamesNowhere)
	oneOf(c, "options.attendance", o.Attendance, NamesUnpublished, NamesEverywhere, NamesNowhere)
	oneOf(c, "options.fishbone", o.Fishbone, FishboneBoth, FishboneOutline, FishboneDiagram)
}
