package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"dilna/models"
	"dilna/models/store"
)

// doctorCommand is what `dilna doctor` is told; help.go says what it means.
type doctorCommand struct {
	source
	Backups string `placeholder:"FOLDER"`
}

// Run examines the folder and changes nothing in it, so that it may be used
// while Dílna serves it, and on a backup.
func (c *doctorCommand) Run(ctx context.Context, t *terminal) error {
	found, err := c.examine(ctx)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return t.noData(c.Data)
	case errors.Is(err, store.ErrNewer):
		return t.newer(err, c.source)
	case errors.Is(err, store.ErrOlder):
		return t.fail(nil, "Data %s založila starší verze Dílny. Nejdřív tuto verzi spusťte (dilna serve): data převede.",
			"The data %s was made by an older version of Dílna. Start this one first (dilna serve): it brings the data up to date.", c.inside(t.say))
	case err != nil:
		return t.fail(err, "Data %s nejde otevřít.", "The data %s cannot be opened.", c.inside(t.say))
	}
	if err := t.printLastCopy(c.copies(c.Backups)); err != nil {
		return err
	}
	if len(found.Ailments) == 0 {
		t.print("Data %s jsou v pořádku. Zkontrolovaná jednání: %d.", "The data %s is whole. Workshops examined: %d.", c.inside(t.say), len(found.Workshops))
		return nil
	}
	t.printAilments(found)
	return t.fail(nil, "Data %s jsou poškozená. Zastavte Dílnu, obnovte zálohu a zkontrolujte disk: na zdravém se to nestává.",
		"The data %s is damaged. Stop Dílna, restore a backup and check the disk: this does not happen to a sound one.", c.inside(t.say))
}

func (c *doctorCommand) examine(ctx context.Context) (models.Examination, error) {
	if c.shared() {
		return store.ExamineShared(ctx, c.DatabaseURL)
	}
	if _, err := os.Stat(filepath.Join(c.Data, databaseName)); err != nil {
		return models.Examination{}, err
	}
	return store.Examine(ctx, c.Data)
}

// printAilments tells what is wrong: first with the whole, then by workshop.
func (t *terminal) printAilments(found models.Examination) {
	byWorkshop := map[models.WorkshopID][]models.Ailment{}
	for _, a := range found.Ailments {
		byWorkshop[a.Workshop] = append(byWorkshop[a.Workshop], a)
	}
	for _, id := range slices.Sorted(maps.Keys(byWorkshop)) {
		if id == "" {
			t.print("Databáze jako celek:", "The database as a whole:")
		} else {
			t.print("Jednání %s (%s):", "Workshop %s (%s):", found.Workshops[id], id)
		}
		for _, a := range byWorkshop[id] {
			fmt.Fprintln(t.out, "  – "+t.ailment(a))
		}
	}
}

// ailment is one thing that is not as it was stored, in words.
func (t *terminal) ailment(a models.Ailment) string {
	switch a.Part {
	case models.AilingFile:
		return t.say.Say("soubor databáze: %s", "the file of the database: %s", a.Which)
	case models.AilingSchema:
		return t.say.Say("tabulky databáze jsou jiné, než jak vznikly", "the tables of the database are not those that were made")
	case models.AilingKeys:
		return t.say.Say("řádky odkazují na to, co tu není (tabulka %s)", "rows name what is not there (table %s)", a.Which)
	case models.AilingEdition:
		return t.say.Say("schválený zápis, verze %s: není to, co bylo schváleno", "approved minutes, version %s: not what was approved", a.Which)
	case models.AilingPrint:
		return t.say.Say("zápis k stažení (verze %s): Dílna ho vyrobí znovu", "minutes for download (version %s): Dílna makes them anew", a.Which)
	case models.AilingTotals:
		return t.say.Say("výsledek hlasování „%s“: není to, co bylo sečteno", "result of the vote “%s”: not what was counted", a.Which)
	case models.AilingBallots:
		return t.say.Say("hlasovací lístky „%s“: nejsou to ty, které byly odevzdány", "ballots of the vote “%s”: not those that were cast", a.Which)
	}
	return t.say.Say("podněty, kroky nebo něco dalšího z jednání: není to, co bylo uloženo", "ideas, steps or something else of the workshop: not what was stored")
}
