package models

// Office is what an office adds to minutes: what they are filed under, who wrote,
// verified and approves them, and to whom they go. Every member may be empty.
// Whoever is named here is named in public, too: it is said of an office.
type Office struct {
	FileNumber   string `json:"file_number,omitempty" doc:"under which the office files them"`
	Address      string `json:"address,omitempty" doc:"of the office, line by line"`
	MinuteTaker  string `json:"minute_taker,omitempty"`
	Verifier     string `json:"verifier,omitempty"`
	Approver     string `json:"approver,omitempty" doc:"empty: whoever approves the version"`
	Distribution string `json:"distribution,omitempty" doc:"to whom they go, one a line"`
}

// OfficeChange changes the members that are not nil.
type OfficeChange struct {
	FileNumber   *string `json:"file_number,omitempty"`
	Address      *string `json:"address,omitempty"`
	MinuteTaker  *string `json:"minute_taker,omitempty"`
	Verifier     *string `json:"verifier,omitempty"`
	Approver     *string `json:"approver,omitempty"`
	Distribution *string `json:"distribution,omitempty"`
}

// OfficeOffer is what minutes may take over from those of the last meeting of
// their programme; empty where there are none.
type OfficeOffer struct {
	Office       Office `json:"office" doc:"without a file number: each has its own"`
	SigningLines bool   `json:"signing_lines,omitempty"`
	Address      bool   `json:"published_address,omitempty"`
}

// Offer is what the draft hands on to the next meeting of its programme.
func (d Draft) Offer() OfficeOffer {
	office := d.Office
	office.FileNumber = ""
	return OfficeOffer{Office: office, SigningLines: d.Options.SigningLines, Address: d.Options.PublishedAddress}
}

// OrNil is the office where it says anything.
func (o Office) OrNil() *Office {
	if o == (Office{}) {
		return nil
	}
	return &o
}

// members are the texts of an office by their names.
func (o *Office) members() map[string]*string {
	return map[string]*string{
		"file_number": &o.FileNumber, "address": &o.Address, "minute_taker": &o.MinuteTaker,
		"verifier": &o.Verifier, "approver": &o.Approver, "distribution": &o.Distribution,
	}
}

// change writes the members of a change.
func (o *Office) change(change *OfficeChange) {
	if change == nil {
		return
	}
	set(&o.FileNumber, change.FileNumber)
	set(&o.Address, change.Address)
	set(&o.MinuteTaker, change.MinuteTaker)
	set(&o.Verifier, change.Verifier)
	set(&o.Approver, change.Approver)
	set(&o.Distribution, change.Distribution)
}

func (c *checker) office(o *OfficeChange) {
	if o == nil {
		return
	}
	for _, line := range []struct {
		name string
		text *string
	}{{"file_number", o.FileNumber}, {"minute_taker", o.MinuteTaker}, {"verifier", o.Verifier}, {"approver", o.Approver}} {
		c.optional("office."+line.name, line.text, MaxHeading)
	}
	c.optional("office.address", o.Address, MaxIdea)
	c.optional("office.distribution", o.Distribution, MaxIdea)
}
