package main

import (
	"path/filepath"

	"dilna/models/store"
)

// copies is where automatic copies are, as --backups says; empty: none are made.
// Who has a database server has its means for that.
func (s source) copies(backups string) string {
	switch {
	case s.shared() || backups == "none":
		return ""
	case backups == "":
		return filepath.Join(s.Data, "backups")
	}
	return backups
}

// printLastCopy names the newest automatic copy in a folder.
func (t *terminal) printLastCopy(folder string) error {
	if folder == "" {
		return nil
	}
	copies, err := store.DailyCopies(folder)
	switch {
	case err != nil:
		return t.fail(err, "Složku se zálohami %s nejde přečíst.", "The folder of the backups %s cannot be read.", folder)
	case len(copies) == 0:
		t.print("Ve složce %s není žádná automatická záloha.", "There is no automatic backup in the folder %s.", folder)
	default:
		t.print("Poslední automatická záloha je z %s: %s", "The last automatic backup is of %s: %s",
			copies[0].Day.Format(t.say.Say("2. 1. 2006", "2 January 2006")), copies[0].Path)
	}
	return nil
}
