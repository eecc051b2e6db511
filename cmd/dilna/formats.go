package main

import (
	"slices"

	"dilna/exports/formats"
	"dilna/server"
)

// renderers are the formats as the server offers them.
func renderers() []server.Renderer {
	all := make([]server.Renderer, len(formats.All))
	for i, f := range formats.All {
		all[i] = server.Renderer(f)
	}
	return all
}

// endings are the names of --format.
func endings() []string {
	all := make([]string, len(formats.All))
	for i, f := range formats.All {
		all[i] = f.Ending
	}
	return all
}

// formatOf is the format of that ending, which kong has checked.
func formatOf(ending string) formats.Format {
	return formats.All[slices.Index(endings(), ending)]
}
