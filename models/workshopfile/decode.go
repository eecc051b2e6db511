package workshopfile

import (
	"encoding/json"

	"dilna/models"
)

// Decode reads a workshop file.
func Decode(data []byte) (models.Minutes, error) {
	var d document
	if err := json.Unmarshal(data, &d); err != nil {
		return models.Minutes{}, models.Fail(models.KindMalformed, models.CodeMalformed).Because(err)
	}
	return d.Minutes, nil
}
