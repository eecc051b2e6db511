package pdf

import (
	"crypto/md5" //nolint:gosec // the sum that the format asks for, against damage and not against people
	"fmt"
	"strings"
	"time"
)

// Attachment is a file that goes along inside a PDF.
type Attachment struct {
	Name      string // with its ending, as readers save it
	MediaType string // "application/json"
	Said      string // what it is, in words
	Content   []byte
}

// addAttachment puts a file in, and gives what the catalog says of it: that it is
// the data the pages were made of (ISO 19005-3, 6.8), and where readers that
// list files find it.
func (o *objects) addAttachment(a Attachment, day time.Time) string {
	params := fmt.Sprintf("/Size %d/CheckSum<%x>", len(a.Content), md5.Sum(a.Content)) //nolint:gosec // see above
	if !day.IsZero() {
		params += "/ModDate" + day.Format(dayInPDF)
	}
	kind := strings.ReplaceAll(a.MediaType, "/", "#2F")
	o.list = append(o.list, packed("/Type/EmbeddedFile/Subtype/"+kind+"/Params<<"+params+">>", a.Content))
	name := textString(a.Name)
	file := o.add("<</Type/Filespec/F%[1]s/UF%[1]s/Desc%[2]s/AFRelationship/Data/EF<</F %[3]d 0 R/UF %[3]d 0 R>>>>", name, textString(a.Said), len(o.list))
	return fmt.Sprintf("/AF[%[1]d 0 R]/Names<</EmbeddedFiles<</Names[%[2]s %[1]d 0 R]>>>>", file, name)
}
