package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"dilna/models"
	"dilna/models/store"
)

// backupCommand is what `dilna backup` is told; help.go says what it means.
type backupCommand struct {
	source
	File    string `arg:""`
	Replace bool
}

// Run may be used while Dílna serves the folder: nobody waits for it.
func (c *backupCommand) Run(ctx context.Context, t *terminal) error {
	if c.shared() {
		return c.dump(ctx, t)
	}
	if !store.HasData(c.Data) {
		return t.noData(c.Data)
	}
	if err := c.mayWrite(t); err != nil {
		return err
	}
	made, err := store.Backup(ctx, c.Data, c.File)
	if err != nil {
		return t.notBackedUp(ctx, err, c.source, c.File)
	}
	t.print("Záloha %s je hotová a zkontrolovaná (%s).", "The backup %s is made and checked (%s).", c.File, t.size(made.Bytes))
	t.printHeld(made)
	t.print("Jsou v ní jména a všechno, co lidé napsali. Co někdo natrvalo smaže později, v ní zůstane: až ji nebudete potřebovat, smažte ji.",
		"Names and all that people wrote are in it. What somebody erases for good later stays in it: delete it when you need it no more.")
	if len(made.Ailments) > 0 {
		return t.fail(nil, "Záloha je věrná, ale něco v samotných datech je poškozené: co, vypíše „dilna doctor“. Starší zálohy nemažte.",
			"The backup is faithful, but some of the data itself is damaged: “dilna doctor” lists what. Keep older backups.")
	}
	return nil
}

// mayWrite refuses to take the place of a file, unless told, and of a folder.
func (c *backupCommand) mayWrite(t *terminal) error {
	info, err := os.Stat(c.File)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return t.unreachable(err, c.File)
	case info.IsDir():
		return t.fail(nil, "%[1]s je složka. Řekněte i jméno souboru, třeba %[2]s.", "%[1]s is a folder. Say the name of the file, too, like %[2]s.",
			c.File, filepath.Join(c.File, "dilna.db"))
	case !c.Replace:
		return t.fail(nil, "Soubor %s už je. Zvolte jiné jméno, nebo ho přepište přepínačem --replace.",
			"There is a file %s already. Choose another name, or replace it with --replace.", c.File)
	}
	return nil
}

// notBackedUp says why there is no backup. An older file of that name stays.
func (t *terminal) notBackedUp(ctx context.Context, err error, from source, file string) error {
	switch {
	case ctx.Err() != nil:
		return err
	case errors.Is(err, store.ErrNewer):
		return t.newer(err, from)
	case errors.Is(err, store.ErrDamaged):
		return t.fail(err, "Data ve složce %s jsou poškozená a zálohovat nejdou. Co přesně, vypíše „dilna doctor“; obnovte starší zálohu.",
			"The data in the folder %s is damaged and cannot be backed up. “dilna doctor” lists what exactly; restore an older backup.", from.Data)
	}
	return t.unreachable(err, file)
}

func (t *terminal) unreachable(err error, file string) error {
	return t.fail(err, "Soubor %s nejde zapsat. Zkontrolujte složku, právo zápisu a místo na disku.",
		"The file %s cannot be written. Check the folder, the right to write and the space on the disk.", file)
}

// printHeld says what is in a backup, and what is not.
func (t *terminal) printHeld(held models.Backup) {
	t.print("Jednání (i v koši): %d. Účty: %d.", "Workshops (in the trash, too): %d. Accounts: %d.", held.Workshops, held.Accounts)
	if held.Older {
		t.print("Data založila starší verze Dílny; po obnově je tato převede.", "An older version of Dílna made the data; restored, this one brings them up to date.")
	}
	t.print("Klíče otevřených kol hlasování v ní nejsou, aby z ní nikdo nepoznal, kdo jak hlasoval.",
		"The keys of open rounds are not in it, so that nobody learns from it who voted how.")
	if held.Open > 0 {
		t.print("Otevřená kola: %d. Při obnově se uzavřou a zápis u nich řekne, že byla přerušena.",
			"Open rounds: %d. Restored, they are closed, and the minutes say that they were interrupted.", held.Open)
	}
}

// size is a number of bytes as people say it.
func (t *terminal) size(bytes int64) string {
	if bytes < 1<<20 {
		return t.say.Say("%d kB", "%d kB", (bytes+1023)/1024)
	}
	return t.say.Say("%d MB", "%d MB", (bytes+1<<20-1)>>20)
}
