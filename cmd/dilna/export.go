package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"dilna/models"
)

// exportCommand is what `dilna export` is told; help.go says what it means.
type exportCommand struct {
	ID string `arg:"" optional:""`
	source
	Format  string `default:"pdf" enum:"${formats}" placeholder:"FORMAT"`
	Version int    `placeholder:"N"`
	Output  string `default:"-" placeholder:"FILE"`
}

// Run may be used while Dílna serves the same folder: it only reads.
func (c *exportCommand) Run(ctx context.Context, t *terminal) (err error) {
	data, err := t.lookInto(ctx, c.source)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, data.close()) }()
	edition, err := c.edition(ctx, data)
	if models.CodeOf(err) == models.CodeNotFound {
		return c.notFound(ctx, t, data)
	}
	if err != nil {
		return err
	}
	if edition.Stationery, err = data.store.StationeryFile(ctx, edition.Programme); err != nil {
		return err
	}
	if edition, err = data.store.WithPhotos(ctx, edition); err != nil {
		return err
	}
	var document bytes.Buffer
	err = formatOf(c.Format).Render(ctx, edition, &document)
	if models.CodeOf(err) == models.CodeNothingToDraw {
		return t.fail(nil, "V zápisu není co kreslit: žádné hlasování a žádná rybí kost.", "There is nothing to draw in the minutes: no vote and no fishbone.")
	}
	if err != nil {
		return err
	}
	if c.Output == "-" {
		return c.toOutput(t, document.Bytes())
	}
	return t.writeFile(c.Output, document.Bytes())
}

// edition is the approved version that was named, or else what the next one
// says.
func (c *exportCommand) edition(ctx context.Context, data *folder) (models.Edition, error) {
	id := models.WorkshopID(c.ID)
	if c.Version > 0 {
		edition, err := data.store.Edition(ctx, id, c.Version)
		return edition.Internal(), err
	}
	edition, err := data.store.DraftEdition(ctx, id)
	return edition.Internal(), err
}

func (c *exportCommand) toOutput(t *terminal, document []byte) error {
	if !formatOf(c.Format).IsText() && t.colour {
		return t.fail(nil, "Formát %[1]s do terminálu nepatří. Řekněte, kam ho uložit, třeba --output zapis.%[1]s.",
			"The format %[1]s is nothing for a terminal. Say where to keep it, like --output minutes.%[1]s.", c.Format)
	}
	_, err := t.out.Write(document)
	return err
}

// notFound says whether it is the version or the workshop that is not there.
func (c *exportCommand) notFound(ctx context.Context, t *terminal, data *folder) error {
	if _, err := data.store.Workshop(ctx, models.WorkshopID(c.ID)); err != nil {
		return c.whichOnes(ctx, t, data)
	}
	return t.fail(nil, "Zápis tohoto jednání nemá schválenou verzi %d.", "The minutes of this workshop have no approved version %d.", c.Version)
}

// whichOnes answers an id that is none with those there are.
func (c *exportCommand) whichOnes(ctx context.Context, t *terminal, data *folder) error {
	all, err := data.store.Workshops(ctx, models.Account{Role: models.RoleCoordinator})
	if err != nil {
		return err
	}
	if len(all) == 0 {
		return t.fail(nil, "Žádné jednání tu není (%s).", "There is no workshop here (%s).", c.inside(t.say))
	}
	var list strings.Builder
	for _, w := range all {
		fmt.Fprintf(&list, "\n  %s  %s  %s", w.ID, w.Head.Date, strings.TrimSpace(w.Head.Group+" "+w.Head.Title))
	}
	if c.ID == "" {
		return t.fail(nil, "Řekněte, které jednání:%s", "Say which workshop:%s", list.String())
	}
	return t.fail(nil, "Jednání %s %s není. Jsou tu:%s", "There is no workshop %s %s. There are:%s", c.ID, c.inside(t.say), list.String())
}

// writeFile writes the whole file or nothing: who opens it meanwhile sees the
// old one, and a full disk leaves no half. What is no file but a device or a
// pipe is written to as it is.
func (t *terminal) writeFile(path string, content []byte) error {
	write := replaceFile
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		write = os.WriteFile
	}
	if err := write(path, content, 0o644); err != nil {
		return t.fail(err, "Soubor %s nejde zapsat. Zkontrolujte složku, právo zápisu a místo na disku.",
			"The file %s cannot be written. Check the folder, the right to write and the space on the disk.", path)
	}
	return nil
}

// replaceFile puts a new file in the place of an old one, or of the one a
// symbolic link leads to.
func replaceFile(path string, content []byte, mode fs.FileMode) error {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	file, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return err
	}
	_, err = file.Write(content)
	err = errors.Join(err, file.Chmod(mode), file.Sync(), file.Close())
	if err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(file.Name()))
	}
	return nil
}
