package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"dilna/cmd/dilna/pabulib"
	"dilna/models"
	"dilna/models/workshopfile"
)

// importCommand is what `dilna import` is told; help.go says what it means.
type importCommand struct {
	File string `arg:""`
	source
}

// Run checks the file first, so that nothing is made for one that is broken.
// It may be used while Dílna serves the same folder: no screen shows the
// workshop yet.
func (c *importCommand) Run(ctx context.Context, t *terminal) (err error) {
	minutes, err := t.readWorkshop(c.File)
	if err != nil {
		return err
	}
	if !c.shared() {
		if err := t.makeFolder(c.Data); err != nil {
			return err
		}
	}
	data, err := t.joinData(ctx, c.source)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, data.close()) }()
	id, err := data.store.Import(ctx, minutes)
	if err != nil {
		return t.fail(err, "Jednání se nepodařilo uložit.", "The workshop could not be stored.")
	}
	t.print("Jednání je uloženo. Jeho id:", "The workshop is stored. Its id:")
	fmt.Fprintln(t.out, id)
	return nil
}

// readWorkshop reads and checks a workshop file; - is the standard input.
func (t *terminal) readWorkshop(path string) (models.Minutes, error) {
	data, err := t.readFile(path)
	if err != nil {
		return models.Minutes{}, err
	}
	if strings.HasSuffix(strings.ToLower(path), ".pb") {
		return t.readElection(path, data)
	}
	minutes, err := workshopfile.Decode(data)
	if err != nil {
		return minutes, t.fail(nil, "Soubor %s nejde použít:\n%s", "The file %s cannot be used:\n%s", path, workshopfile.Explain(err, t.say.Tag()))
	}
	return minutes, nil
}

// readElection reads a published election, checked as any workshop file is.
func (t *terminal) readElection(path string, data []byte) (models.Minutes, error) {
	minutes, err := pabulib.Read(data, t.say.Tag())
	if broken, told := errors.AsType[*pabulib.Broken](err); told {
		return minutes, t.fail(nil, "Soubor %s nejde použít:\n%s", "The file %s cannot be used:\n%s", path, broken.Explain(t.say.Tag()))
	}
	var file []byte
	if err == nil {
		file, err = workshopfile.Encode(minutes)
	}
	if err == nil {
		minutes, err = workshopfile.Decode(file)
	}
	if err != nil {
		problems, _ := errors.AsType[workshopfile.Problems](err)
		for i := range problems {
			problems[i].Line = 0 // of a workshop file that nobody has
		}
		return minutes, t.fail(nil, "Soubor %s nejde použít:\n%s", "The file %s cannot be used:\n%s", path, workshopfile.Explain(err, t.say.Tag()))
	}
	return minutes, nil
}

func (t *terminal) readFile(path string) ([]byte, error) {
	data, err := t.readAll(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, t.fail(nil, "Soubor %s neexistuje. Zkontrolujte cestu.", "There is no file %s. Check the path.", path)
	case err != nil:
		return nil, t.fail(err, "Soubor %s nejde přečíst.", "The file %s cannot be read.", path)
	}
	return data, nil
}

// readAll reads a file that may have no end, like a pipe, as far as a workshop
// file goes.
func (t *terminal) readAll(path string) ([]byte, error) {
	in := t.in
	if path != "-" {
		file, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		defer func() { _ = file.Close() }() // was only read
		in = file
	}
	return io.ReadAll(io.LimitReader(in, workshopfile.MaxPrinted+1))
}
