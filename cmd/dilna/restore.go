package main

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"time"

	"dilna/models"
	"dilna/models/store"
)

// restoreCommand is what `dilna restore` is told; help.go says what it means.
type restoreCommand struct {
	source
	sharing
	File    string `arg:""`
	Replace bool
}

// Run examines the backup first, so that nothing is made for one that is none.
func (c *restoreCommand) Run(ctx context.Context, t *terminal) (err error) {
	if c.shared() {
		return c.undump(ctx, t)
	}
	held, err := store.ReadBackup(ctx, c.File)
	if err != nil {
		return t.noBackup(err, c.File)
	}
	if err := t.makeFolder(c.Data); err != nil {
		return err
	}
	lock, _, err := t.lock(c.Data)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, lock.Close()) }()
	if store.HasData(c.Data) && !c.Replace {
		return t.fail(nil, "Ve složce %s už data Dílny jsou. Zvolte jinou přepínačem --data, nebo přidejte --replace: data, která v ní jsou, se odloží stranou.",
			"There is data of Dílna in the folder %s already. Choose another with --data, or add --replace: the data that is there is set aside.", c.Data)
	}
	done, err := store.Restore(ctx, c.File, c.Data, store.Options{Log: t.log(slog.LevelWarn), Now: time.Now})
	if err != nil && done.Aside != "" {
		return t.fail(err, "Obnova se nedokončila. Původní data jsou v %s; spusťte „dilna restore“ znovu.",
			"Restoring was not finished. The data that was there is in %s; run “dilna restore” again.", done.Aside)
	}
	if err != nil {
		return t.notRestored(ctx, err, c.File, c.Data)
	}
	t.printRestored(done, c.Data)
	if len(held.Ailments) > 0 {
		return t.fail(nil, "Něco ze zálohy bylo poškozené už v ní, ostatní je v pořádku. Co, vypíše „dilna doctor --data %s“.",
			"Some of it was damaged in the backup already, all else is whole. “dilna doctor --data %s” lists what.", c.Data)
	}
	return nil
}

func (t *terminal) printRestored(done models.Restored, dir string) {
	t.print("Záloha je obnovená ve složce %s a zkontrolovaná. Jednání: %d.", "The backup is restored in the folder %s and checked. Workshops: %d.", dir, done.Workshops)
	if done.Erased > 0 {
		t.print("Texty a fotky, které lidé mezitím natrvalo smazali, a proto zůstaly smazané: %d.", "Texts and photos that people have erased since, and that stay erased: %d.", done.Erased)
	}
	if done.Aside != "" {
		t.print("Původní data jsou odložená v %s. Až je nebudete potřebovat, smažte je.", "The data that was there is set aside in %s. Delete it when you need it no more.", done.Aside)
	}
	t.printSettled(done.Closed)
}

func (t *terminal) printSettled(closed int) {
	if closed > 0 {
		t.print("Kola hlasování přerušená zálohou, teď uzavřená: %d. Zápis to u nich říká.", "Rounds that the backup interrupted, now closed: %d. The minutes say so.", closed)
	}
	t.print("Účty a hesla jsou jako v záloze; všichni se přihlásí znovu a pozvánky pošlete nové.",
		"Accounts and passwords are those of the backup; everybody signs in again, and invitations have to be sent anew.")
}

// noBackup says why a file cannot be restored.
func (t *terminal) noBackup(err error, file string) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return t.fail(nil, "Soubor %s neexistuje.", "There is no file %s.", file)
	case errors.Is(err, fs.ErrPermission):
		return t.fail(err, "Soubor %s nejde přečíst. Získejte k němu právo čtení.", "The file %s cannot be read. Get the right to read it.", file)
	case errors.Is(err, store.ErrNewer):
		return t.fail(err, "Zálohu %s udělala novější verze Dílny. Obnovte ji v té.", "A newer version of Dílna made the backup %s. Restore it with that one.", file)
	case errors.Is(err, store.ErrDamaged):
		return t.fail(err, "Záloha %s je poškozená: není to, co se do ní uložilo. Obnovte jinou.", "The backup %s is damaged: it is not what was written. Restore another one.", file)
	}
	if info, wrong := os.Stat(file); wrong == nil && info.IsDir() {
		return t.fail(nil, "%s je složka. Řekněte, který soubor v ní je záloha.", "%s is a folder. Say which file in it is the backup.", file)
	}
	return t.fail(err, "Soubor %s není záloha Dílny. Zálohu dělá „dilna backup“; soubor jednání (JSON) přijme „dilna import“.",
		"The file %s is no backup of Dílna. “dilna backup” makes one; a workshop file (JSON) is for “dilna import”.", file)
}

// notRestored says why nothing was restored: what was there is as it was.
func (t *terminal) notRestored(ctx context.Context, err error, file, dir string) error {
	switch {
	case ctx.Err() != nil:
		return err
	case errors.Is(err, store.ErrDamaged):
		return t.noBackup(err, file)
	}
	return t.fail(err, "Zálohu se nepodařilo obnovit; složka %s je, jak byla. Zkontrolujte právo zápisu a místo na disku.",
		"The backup could not be restored; the folder %s is as it was. Check the right to write and the space on the disk.", dir)
}
