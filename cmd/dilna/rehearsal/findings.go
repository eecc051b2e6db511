package rehearsal

import "sync"

// The sorts of things a rehearsal can find wrong.
const (
	findingLost    = "lost"    // acknowledged, and missing
	findingDoubled = "doubled" // there more often than it was acknowledged
	findingDiffers = "differs" // there, and not as it was acknowledged
	findingScreens = "screens" // a screen does not show what the others show
	findingRefused = "refused" // the server said no to what it should take
)

// Finding is one thing wrong, told in the reader's language.
type Finding struct {
	Sort string `json:"sort"`
	Text string `json:"text"`
}

// mostTold is how many findings are told; all are counted.
const mostTold = 50

type findings struct {
	mu    sync.Mutex
	told  []Finding
	count map[string]int
}

func (f *findings) add(sort, text string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.count == nil {
		f.count = map[string]int{}
	}
	f.count[sort]++
	if len(f.told) < mostTold {
		f.told = append(f.told, Finding{sort, text})
	}
}

func (f *findings) sum(r *Report) {
	f.mu.Lock()
	defer f.mu.Unlock()
	r.Findings, r.Lost, r.Doubled, r.Different = f.told, f.count[findingLost], f.count[findingDoubled], f.count[findingDiffers]
	for _, n := range f.count {
		r.Wrong += n
	}
}
