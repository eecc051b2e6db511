package workshopfile

import (
	"bytes"
	"encoding/json"
	"fmt"

	"dilna/models"
)

// Format names the only format there is; it stands first in every file.
const Format = "dilna.workshop/1"

// document is a workshop file: the minutes with their format before them. The
// members of models.Minutes stand in the order of the schema, so the canonical
// order needs no code.
type document struct {
	Format string `json:"format"`
	models.Minutes
}

// Encode writes the canonical workshop file of m: members in the order of the
// schema, two spaces of indent, a newline at the end, so that the same minutes
// are always the same bytes.
func Encode(m models.Minutes) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false) // a file people read says "<", not "\u003c"
	if err := encoder.Encode(document{Format: Format, Minutes: m}); err != nil {
		return nil, fmt.Errorf("workshopfile: %w", err)
	}
	return out.Bytes(), nil
}
