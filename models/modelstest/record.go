// Package modelstest holds what the tests of several packages share.
package modelstest

import (
	_ "embed"
	"fmt"

	"dilna/models"
	"dilna/models/workshopfile"
)

//go:embed testdata/model-record.json
var modelRecord []byte

// ModelRecord is the real record of one workshop, eleven steps whole and
// exact: the case every test, demo and screenshot shows. Each call returns a
// record of its own, to be changed freely.
func ModelRecord() models.Minutes {
	m, err := workshopfile.Decode(modelRecord)
	if err != nil {
		panic(fmt.Sprintf("modelstest: the model record: %v", err)) // a broken fixture, not a broken test
	}
	return m
}
