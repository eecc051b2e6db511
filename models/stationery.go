package models

// Stationery is an office's own Word file, kept with a programme: minutes in Word
// have its styles, its pages, its head and foot. Of its text nothing is used.
type Stationery struct {
	Name string `json:"name" doc:"of the file, as it was uploaded"`
	StationeryLook
	File []byte `json:"-"`
}

// StationeryLook is what of a Word file minutes would use.
type StationeryLook struct {
	Width  int               `json:"width,omitempty" doc:"of a page, millimetres"`
	Height int               `json:"height,omitempty" doc:"of a page, millimetres"`
	Head   bool              `json:"head" doc:"its pages have a head"`
	Foot   bool              `json:"foot" doc:"its pages have a foot; else ours stands there"`
	Styles []StationeryStyle `json:"styles,omitempty" doc:"those that minutes are set in, in the order a page shows them"`
}

// StationeryStyle is a style that minutes are set in, as the file has it.
type StationeryStyle struct {
	Name   string  `json:"name" doc:"as the file says it: built-in styles of Word have English names in every language"`
	Own    bool    `json:"own" doc:"the file has it; else ours is used"`
	Font   string  `json:"font,omitempty"`
	Size   float64 `json:"size,omitempty" doc:"points"`
	Bold   bool    `json:"bold,omitempty"`
	Italic bool    `json:"italic,omitempty"`
	Colour string  `json:"colour,omitempty" doc:"RRGGBB; empty: that of the text"`
}

// MaxStationeryBytes is how large a Word file may be that minutes take their look from.
const MaxStationeryBytes = 2 << 20

// NewStationery is a Word file as a coordinator sends it.
type NewStationery struct {
	Name string `json:"name" maxLength:"300" doc:"of the file"`
	File []byte `json:"file" doc:"DOCX or DOTX, 2 MB at most, without macros and without parts that stand elsewhere"`
}

// Stationery checks what was sent and makes stationery of it, which read looks into.
// Codes: `invalid`, and those of read.
func (n NewStationery) Stationery(read func(file []byte) (StationeryLook, error)) (Stationery, error) {
	var c checker
	if c.needed("name", &n.Name, MaxHeading); len(n.File) == 0 {
		c.add(Field{Name: "file", Reason: ReasonEmpty})
	}
	if err := c.result(); err != nil {
		return Stationery{}, err
	}
	look, err := read(n.File)
	return Stationery{Name: n.Name, StationeryLook: look, File: n.File}, err
}
