package exports

// Map is the document with every text of it changed by a function. Renderers
// clean documents with it before they look at them.
func (d Document) Map(change func(string) string) Document {
	for _, text := range []*string{&d.Title, &d.Author, &d.Foot, &d.Page, &d.Of, &d.Filed, &d.Number, &d.Version, &d.Approval, &d.Draft} {
		*text = change(*text)
	}
	d.Blocks = mapBlocks(d.Blocks, byStretch(change))
	return d
}

// textChange changes a text and says which parts of it are bold then.
type textChange func(text string, bold []Span) (string, []Span)

// byStretch changes a text stretch by stretch, so that what is bold stays so.
func byStretch(change func(string) string) textChange {
	return func(text string, bold []Span) (string, []Span) { return mapBold(text, bold, change) }
}

func (c textChange) of(text string) string {
	text, _ = c(text, nil)
	return text
}

// Cleaned is the document with every text cleaned.
func (d Document) Cleaned() Document { return d.Map(Clean) }

func mapBlocks(blocks []Block, change textChange) []Block {
	return each(blocks, func(b Block) Block { return mapBlock(b, change) })
}

func mapBlock(b Block, change textChange) Block {
	switch b := b.(type) {
	case Masthead:
		return mapMasthead(b, change)
	case Fields:
		return each(b, func(f Field) Field {
			f.Label, f.Value = change.of(f.Label), change.of(f.Value)
			return f
		})
	case Heading:
		b.Text = change.of(b.Text)
		return b
	case Paragraph:
		b.Text, b.Bold = change(b.Text, b.Bold)
		return b
	case List:
		return List{Bullets: mapBullets(b.Bullets, change)}
	case Table:
		return b.changed(change)
	case Figure:
		return b.changed(change)
	case Photo:
		b.Alt, b.Caption = change.of(b.Alt), change.of(b.Caption)
		return b
	case Contents:
		b.Title = change.of(b.Title)
		b.Entries = each(b.Entries, func(e Entry) Entry {
			e.Text = change.of(e.Text)
			return e
		})
		b.Essence = mapBlocks(b.Essence, change)
		return b
	case Panels:
		return b.each(func(panel []Block) []Block { return mapBlocks(panel, change) })
	}
	return b
}

// Map is the figure with every text of it changed by a function.
func (f Figure) Map(change func(string) string) Figure { return f.changed(byStretch(change)) }

func (f Figure) changed(change textChange) Figure {
	f.Effect, f.Causes, f.Alt, f.Caption = change.of(f.Effect), mapBullets(f.Causes, change), change.of(f.Alt), change.of(f.Caption)
	f.Address = change.of(f.Address)
	if f.Grid != nil {
		grid := Grid{Across: change.of(f.Grid.Across), Up: change.of(f.Grid.Up)}
		grid.Dots = each(f.Grid.Dots, func(d GridDot) GridDot {
			d.Text = change.of(d.Text)
			return d
		})
		f.Grid = &grid
	}
	return f
}

func mapMasthead(m Masthead, change textChange) Masthead {
	for _, text := range []*string{&m.Programme, &m.Title, &m.GroupWord, &m.Group} {
		*text = change.of(*text)
	}
	m.Publicity = each(m.Publicity, change.of)
	if m.Logo != nil {
		logo := *m.Logo
		logo.Alt = change.of(logo.Alt)
		m.Logo = &logo
	}
	return m
}

func mapBullets(bullets []Bullet, change textChange) []Bullet {
	return each(bullets, func(b Bullet) Bullet {
		return Bullet{Line: mapLine(b.Line, change), Bullets: mapBullets(b.Bullets, change)}
	})
}

// Map is the table with every text of it changed by a function.
func (t Table) Map(change func(string) string) Table { return t.changed(byStretch(change)) }

func (t Table) changed(change textChange) Table {
	t.Heads = each(t.Heads, func(h TableHead) TableHead {
		h.Text = change.of(h.Text)
		return h
	})
	t.Rows = each(t.Rows, func(r TableRow) TableRow {
		r.Cells = each(r.Cells, func(l Line) Line { return mapLine(l, change) })
		return r
	})
	return t
}

func mapLine(l Line, change textChange) Line {
	l.Text, l.Bold = change(l.Text, l.Bold)
	for _, text := range []*string{&l.Number, &l.Sign, &l.Word} {
		*text = change.of(*text)
	}
	l.Remarks, l.Voted = each(l.Remarks, change.of), each(l.Voted, change.of)
	return l
}

func each[List ~[]T, T any](list List, do func(T) T) List {
	done := make(List, len(list))
	for i, one := range list {
		done[i] = do(one)
	}
	return done
}
