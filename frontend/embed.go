// Package frontend carries the built web client inside the program.
package frontend

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

// Client is the built client: index.html (phone), console.html, wall.html and
// their assets, each text file also as .gz and .br. Before `npm run build` it
// is empty.
func Client() fs.FS {
	client, err := fs.Sub(dist, "dist")
	if err != nil {
		panic(err) // the folder is named two lines above: it cannot be missing
	}
	return client
}
