package exports

// Map is the document with every text of it changed by a function. Renderers
// clean documents with it before they look at them.
func (d Document) Map(change func(string) string) Document {
	for _, text := range []*string{&d.Title, &d.Author, &d.Foot, &d.Page, &d.Of, &d.Filed, &d.Number, &d.Version, &d.Approval, &d.Draft} {
		*text = change(*text)
	}
	d.Blocks = mapBlocks(d.Blocks, change)
	return d
}

// Cleaned is the document with every text cleaned.
func (d Document) Cleaned() Document { return d.Map(Clean) }

func mapBlocks(blocks []Block, change func(string) string) []Block {
	return each(blocks, func(b Block) Block { return mapBlock(b, change) })
}

func mapBlock(b Block, change func(string) string) Block {
	switch b := b.(type) {
	case Masthead:
		return mapMasthead(b, change)
	case Fields:
		return each(b, func(f Field) Field {
			f.Label, f.Value = change(f.Label), change(f.Value)
			return f
		})
	case Heading:
		b.Text = change(b.Text)
		return b
	case Paragraph:
		b.Text, b.Bold = mapBold(b.Text, b.Bold, change)
		return b
	case List:
		return List{Bullets: mapBullets(b.Bullets, change)}
	case Table:
		return b.Map(change)
	case Figure:
		return b.Map(change)
	case Photo:
		b.Alt, b.Caption = change(b.Alt), change(b.Caption)
		return b
	case Contents:
		b.Title = change(b.Title)
		b.Entries = each(b.Entries, func(e Entry) Entry {
			e.Text = change(e.Text)
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
func (f Figure) Map(change func(string) string) Figure {
	f.Effect, f.Causes, f.Alt, f.Caption = change(f.Effect), mapBullets(f.Causes, change), change(f.Alt), change(f.Caption)
	f.Address = change(f.Address)
	if f.Grid != nil {
		grid := Grid{Across: change(f.Grid.Across), Up: change(f.Grid.Up)}
		grid.Dots = each(f.Grid.Dots, func(d GridDot) GridDot {
			d.Text = change(d.Text)
			return d
		})
		f.Grid = &grid
	}
	return f
}

func mapMasthead(m Masthead, change func(string) string) Masthead {
	for _, text := range []*string{&m.Programme, &m.Title, &m.GroupWord, &m.Group} {
		*text = change(*text)
	}
	m.Publicity = each(m.Publicity, change)
	if m.Logo != nil {
		logo := *m.Logo
		logo.Alt = change(logo.Alt)
		m.Logo = &logo
	}
	return m
}

func mapBullets(bullets []Bullet, change func(string) string) []Bullet {
	return each(bullets, func(b Bullet) Bullet {
		return Bullet{Line: mapLine(b.Line, change), Bullets: mapBullets(b.Bullets, change)}
	})
}

// Map is the table with every text of it changed by a function.
func (t Table) Map(change func(string) string) Table {
	t.Heads = each(t.Heads, func(h TableHead) TableHead {
		h.Text = change(h.Text)
		return h
	})
	t.Rows = each(t.Rows, func(r TableRow) TableRow {
		r.Cells = each(r.Cells, func(l Line) Line { return mapLine(l, change) })
		return r
	})
	return t
}

func mapLine(l Line, change func(string) string) Line {
	l.Text, l.Bold = mapBold(l.Text, l.Bold, change)
	for _, text := range []*string{&l.Number, &l.Sign, &l.Word} {
		*text = change(*text)
	}
	l.Remarks, l.Voted = each(l.Remarks, change), each(l.Voted, change)
	return l
}

func each[List ~[]T, T any](list List, do func(T) T) List {
	done := make(List, len(list))
	for i, one := range list {
		done[i] = do(one)
	}
	return done
}
