package formats

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"dilna/exports"
	"dilna/exports/bundle"
	"dilna/exports/picture"
	"dilna/models"
)

// isDrawn says whether anything of the version is drawn: a fishbone, a result.
func isDrawn(e models.Edition) bool {
	return slices.ContainsFunc(slices.Collect(exports.Flat(exports.FromEdition(e).Blocks)), exports.Draws)
}

// pictures are the drawings of the minutes, each as SVG and as PNG: fishbones,
// and results as bars. Code `nothing-to-draw`: an archive of nothing is no answer.
func pictures(ctx context.Context, e models.Edition, w io.Writer) error {
	files, err := picturesOf(ctx, e)
	if err != nil {
		return fmt.Errorf("draw the pictures: %w", err)
	}
	if len(files) == 0 {
		return models.Fail(models.KindNotFound, models.CodeNothingToDraw)
	}
	return bundle.Write(w, files)
}

func picturesOf(ctx context.Context, e models.Edition) ([]bundle.File, error) {
	doc := exports.FromEdition(e).Cleaned()
	g := gallery{name: "1"}
	for block := range exports.Flat(doc.Blocks) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := g.block(block); err != nil {
			return nil, err
		}
	}
	return g.files, nil
}

// gallery gathers the files of the drawings.
type gallery struct {
	files []bundle.File
	step  string // the heading last read
	steps int
	name  string // of the files of the step
	drawn int    // in the step
}

func (g *gallery) block(block exports.Block) error {
	if head, ok := block.(exports.Heading); ok {
		g.heading(head)
	}
	if !exports.Draws(block) {
		return nil
	}
	switch block := block.(type) {
	case exports.Figure:
		drawings, err := picture.Figure(block)
		if err != nil {
			return err
		}
		return g.add(drawings, block.Alt)
	case exports.Table:
		drawings, err := picture.Results(g.step, block)
		if err != nil {
			return err
		}
		return g.add(drawings, g.told(block))
	}
	return nil
}

// told is what bars show: "PROBLÉMY: doprava 4, byty 2".
func (g *gallery) told(t exports.Table) string {
	rows := make([]string, len(t.Rows))
	for i, row := range t.Rows {
		said := row.Cells[t.Named()].Text
		for _, cell := range row.Cells[t.Named()+1:] {
			said += " " + cell.Text
		}
		rows[i] = said
	}
	told := g.step + ": " + strings.Join(rows, ", ")
	if t.Legend != "" {
		told += " (" + t.Legend + ")"
	}
	return told
}

// heading names the files that follow by the number of the step and its words:
// "06-problemove-oblasti".
func (g *gallery) heading(h exports.Heading) {
	g.step = h.Text
	if h.Level > 1 {
		return
	}
	g.steps++
	g.drawn = 0
	g.name = fmt.Sprintf("%02d", g.steps)
	if plain := models.PlainName(h.Text); plain != "" {
		g.name += "-" + plain
	}
}

func (g *gallery) add(drawings []exports.Drawing, alt string) error {
	for _, d := range drawings {
		g.drawn++
		name := g.name
		if g.drawn > 1 {
			name += fmt.Sprintf("-%d", g.drawn)
		}
		svg, err := picture.SVG(d, alt)
		if err != nil {
			return err
		}
		png, err := picture.PNG(d)
		if err != nil {
			return err
		}
		g.files = append(g.files, bundle.File{Name: name + ".svg", Content: []byte(svg)}, bundle.File{Name: name + ".png", Content: png, Stored: true})
	}
	return nil
}

// everything is the minutes in all formats, and the pictures in a folder.
func everything(ctx context.Context, e models.Edition, w io.Writer) error {
	files, err := filesOf(ctx, e)
	if err != nil {
		return err
	}
	return bundle.Write(w, files)
}

func filesOf(ctx context.Context, e models.Edition) ([]bundle.File, error) {
	var files []bundle.File
	for _, f := range All {
		if f.Ending == picturesEnding {
			continue // they stand beside it, unpacked
		}
		var content bytes.Buffer
		if err := f.Render(ctx, e, &content); err != nil {
			return nil, fmt.Errorf("%s: %w", f.Ending, err)
		}
		files = append(files, bundle.File{Name: e.FileName() + "." + f.Ending, Content: content.Bytes()})
	}
	drawn, err := picturesOf(ctx, e)
	for _, file := range drawn {
		file.Name = "pictures/" + file.Name
		files = append(files, file)
	}
	return files, err
}
