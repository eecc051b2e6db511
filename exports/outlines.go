package exports

import "slices"

// OutlinesFirst puts the outline of a fishbone before its drawing where a format asks
// for that.
func OutlinesFirst(blocks []Block, asks func(Figure) bool) []Block {
	blocks = slices.Clone(blocks)
	for i := 0; i+1 < len(blocks); i++ {
		if figure, ok := blocks[i].(Figure); ok && figure.Outlined && asks(figure) {
			blocks[i], blocks[i+1] = blocks[i+1], figure
			i++
		}
	}
	return blocks
}
