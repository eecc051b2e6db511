package main

import (
	"io/fs"

	"dilna/frontend"
)

// licencesFile is written by the build of the client (frontend/tools/licences.ts).
const licencesFile = "licences.txt"

type licencesCommand struct{}

// Run prints the licences of what goes with the program.
func (c *licencesCommand) Run(t *terminal) error {
	text, err := fs.ReadFile(frontend.Client(), licencesFile)
	if err != nil {
		return t.fail(err, "Seznam licencí vzniká při sestavení programu: spusťte „make build“.", "The list of licences is made when the program is built: run `make build`.")
	}
	_, err = t.out.Write(text)
	return err
}
