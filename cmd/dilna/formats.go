package main

import (
	"slices"

	"dilna/exports/formats"
	"dilna/server"
)

// renderers are the formats as the server offers them.
func renderers() []server.Renderer {
	offered := formats.Offered()
	all := make([]server.Renderer, len(offered))
	for i, f := range offered {
		all[i] = server.Renderer(f)
	}
	return all
}

// promiseRenderers are the formats of lists of promises as the server offers them.
func promiseRenderers() []server.PromiseRenderer {
	all := make([]server.PromiseRenderer, len(formats.Promises))
	for i, f := range formats.Promises {
		all[i] = server.PromiseRenderer(f)
	}
	return all
}

// endings are the names of --format.
func endings() []string {
	offered := formats.Offered()
	all := make([]string, len(offered))
	for i, f := range offered {
		all[i] = f.Ending
	}
	return all
}

// formatOf is the format of that ending, which kong has checked.
func formatOf(ending string) formats.Format {
	return formats.Offered()[slices.Index(endings(), ending)]
}
