package exports

// growing is a table whose cells are added heading by heading, those without
// content left out.
type growing struct{ Table }

// tableOf starts a table of n rows with its first cells.
func tableOf(heading string, n int, first func(i int) (depth int, line Line)) *growing {
	t := growing{Table{Heads: []TableHead{{Text: heading}}, Rows: make([]TableRow, n)}}
	for i := range t.Rows {
		depth, line := first(i)
		t.Rows[i] = TableRow{Depth: depth, Cells: []Line{line}}
	}
	return &t
}

// addTexts adds a text to each row, unless all are empty.
func (t *growing) addTexts(heading string, of func(i int) string) {
	for i := range t.Rows {
		if of(i) != "" {
			t.add(TableHead{Text: heading}, of)
			return
		}
	}
}

// addWritten adds a text that people wrote to each row, in their language,
// unless all are empty.
func (t *growing) addWritten(heading, lang string, of func(i int) string) {
	before := len(t.Heads)
	t.addTexts(heading, of)
	for i := range t.Rows {
		for j := before; j < len(t.Rows[i].Cells); j++ {
			t.Rows[i].Cells[j].Lang = lang
		}
	}
}

func (t *growing) add(head TableHead, of func(i int) string) {
	t.Heads = append(t.Heads, head)
	for i := range t.Rows {
		t.Rows[i].Cells = append(t.Rows[i].Cells, Line{Text: of(i)})
	}
}

// addTable adds a table; where only its first cells are left it is a list.
func (d *draft) addTable(t Table) {
	switch {
	case len(t.Rows) == 0:
	case len(t.Heads) == 1:
		d.add(List{Bullets: nested(&t.Rows, 0)})
	default:
		d.add(t)
	}
}

// nested takes the rows that stand at this depth or deeper as bullets.
func nested(rows *[]TableRow, depth int) []Bullet {
	var bullets []Bullet
	for len(*rows) > 0 && (*rows)[0].Depth >= depth {
		b := Bullet{Line: (*rows)[0].Cells[0]}
		*rows = (*rows)[1:]
		b.Bullets = nested(rows, depth+1)
		bullets = append(bullets, b)
	}
	return bullets
}
