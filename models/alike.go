package models

import (
	"cmp"
	"hash/maphash"
	"math/bits"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

const (
	// alikeEnough is the likeness, 0 to 1, from which two texts may say the
	// same; found by trying it on records of real workshops.
	alikeEnough = 0.6
	// maxAlike is how many pairs are suggested at once.
	maxAlike = 50
	// minStem is how much of a word stays, in letters, whatever its ending.
	minStem = 4
)

// AlikePair is two ideas that may say the same.
type AlikePair struct {
	One   EntryID `json:"one"`
	Other EntryID `json:"other"`
}

// AlikePairs are the pairs of a step, the likest first.
type AlikePairs struct {
	Pairs []AlikePair `json:"pairs"`
}

// Alike are the pairs of ideas whose texts are much the same when letter case,
// diacritics, endings and the order of words are left aside: the likest first,
// at most maxAlike. Texts that differ in a number differ. Pairs stand in one
// topic, unless across topics is asked for: what two groups need alike are two
// needs. skip names pairs that are not to be suggested (docs/adr/0015).
func Alike(ideas []Entry, across bool, skip func(one, other EntryID) bool) []AlikePair {
	type likePair struct {
		AlikePair
		like float64
	}
	gists := make([]gist, len(ideas))
	for i, idea := range ideas {
		gists[i] = gistOf(idea.Text)
	}
	var found []likePair
	for i := range ideas {
		for j := i + 1; j < len(ideas); j++ {
			if !across && ideas[i].TopicID != ideas[j].TopicID {
				continue
			}
			like := gists[i].like(gists[j])
			if like >= alikeEnough && !skip(ideas[i].ID, ideas[j].ID) {
				found = append(found, likePair{AlikePair{ideas[i].ID, ideas[j].ID}, like})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b likePair) int { return cmp.Compare(b.like, a.like) })
	pairs := make([]AlikePair, min(len(found), maxAlike))
	for i := range pairs {
		pairs[i] = found[i].AlikePair
	}
	return pairs
}

// gist is what a text is compared by: its stems and their trigrams as numbers,
// each sorted and once, and the trigrams once more in a few bits.
type gist struct {
	stems    []uint64
	trigrams []uint64
	bits     [4]uint64
	runs     []uint64 // two words that follow each other
	numbers  string   // all numbers in it
}

func gistOf(text string) gist {
	var g gist
	before := ""
	words := strings.FieldsFunc(folded(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for _, word := range words {
		if idleWords[word] {
			continue
		}
		if unicode.IsDigit([]rune(word)[0]) {
			g.numbers += word + " "
			continue
		}
		stem := stemOf(word)
		g.stems = append(g.stems, maphash.String(stemSeed, stem))
		if asks[before] {
			g.runs = append(g.runs, maphash.String(stemSeed, before+" "+stem))
		}
		before = stem
		letters := []rune(" " + stem + " ")
		for i := range len(letters) - 2 {
			trigram := uint64(letters[i])<<42 | uint64(letters[i+1])<<21 | uint64(letters[i+2])
			bit := trigram * 0x9E3779B97F4A7C15 >> 56 // spread over the bits
			g.trigrams = append(g.trigrams, trigram)
			g.bits[bit/64] |= 1 << (bit % 64)
		}
	}
	slices.Sort(g.stems)
	slices.Sort(g.trigrams)
	slices.Sort(g.runs)
	g.stems, g.trigrams, g.runs = slices.Compact(g.stems), slices.Compact(g.trigrams), slices.Compact(g.runs)
	return g
}

var stemSeed = maphash.MakeSeed()

// mayShare is at most how many trigrams two gists have in common: a bit that
// only one of them has is a trigram the other lacks.
func (g gist) mayShare(other gist) int {
	mine, others := len(g.trigrams), len(other.trigrams)
	for i := range g.bits {
		mine -= bits.OnesCount64(g.bits[i] &^ other.bits[i])
		others -= bits.OnesCount64(other.bits[i] &^ g.bits[i])
	}
	return min(mine, others)
}

// like is 0 for texts with nothing in common, 1 for the same. Whole stems and
// trigrams count alike: stems tell that the words are the same, trigrams
// forgive a slip of the finger. A text that is all in a longer one is much
// like it, if it says more than one word.
func (g gist) like(other gist) float64 {
	if g.numbers != other.numbers {
		return 0
	}
	if common(g.runs, other.runs) > 0 {
		return alikeEnough // both ask the same question: "kam se obrátit"
	}
	few, many := min(len(g.trigrams), len(other.trigrams)), max(len(g.trigrams), len(other.trigrams))
	if few == 0 || many > 4*few {
		return 0
	}
	sameStems := common(g.stems, other.stems)
	if sameStems == 0 && 2*g.mayShare(other) < len(g.trigrams)+len(other.trigrams) {
		return 0
	}
	stems := 2 * float64(sameStems) / float64(len(g.stems)+len(other.stems))
	trigrams := 2 * float64(common(g.trigrams, other.trigrams)) / float64(len(g.trigrams)+len(other.trigrams))
	if shorter := min(len(g.stems), len(other.stems)); shorter > 1 && sameStems == shorter {
		return max(alikeEnough, (stems+trigrams)/2)
	}
	return max((stems+trigrams)/2, trigrams-0.1)
}

// common counts what two sorted lists share.
func common[T cmp.Ordered](a, b []T) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n, i, j = n+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}

// folded is the text in small letters without diacritics.
func folded(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(text))
}

// stemOf takes the ending off a folded word: longest first, one of each group.
func stemOf(word string) string {
	for _, group := range endings {
		for _, ending := range group {
			if stem, ok := strings.CutSuffix(word, ending); ok && len(stem) >= minStem {
				word = stem
				break
			}
		}
	}
	return word
}

// Endings of Czech words without their diacritics: those of cases, then those
// of derived words ("nedostatek", "nedostatečný"; "informovat", "informovanost").
var endings = [][]string{
	{
		"ostech", "ostmi", "ostem", "osti", "ostech", "ost",
		"atech", "etem", "ovych", "ovymi", "ovem", "ovi", "eho", "emu", "imi", "ymi", "ami", "emi", "ach", "ech", "ich", "ych",
		"ovy", "ova", "ove", "ou", "um", "em", "im", "ym", "am", "at", "os", "us", "es",
		"a", "e", "i", "o", "u", "y",
	},
	{"ovan", "ovat", "ejn", "ick", "ech", "ost", "ek", "ec", "ck", "cn", "tn", "nk", "k", "n", "c", "v", "j", "t"},
}

// idleWords say nothing about what an idea is about.
var idleWords = func() map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(
		"a i o u v z s k ve ze se si ke ku na do od po za pro pri pod nad bez mezi aby by je jsou byt neni ze to ten ta te tech " +
			"mam mas mame jak co tak take i nebo ci ale az jako u o the of and to in for a an is are on with") {
		set[word] = true
	}
	return set
}()

// asks are words that begin a question; with the word after them they say what
// somebody does not know.
var asks = map[string]bool{"kam": true, "kde": true, "kdo": true, "koho": true, "komu": true, "kdy": true, "where": true, "who": true, "whom": true, "when": true}

// DifferentIdea names the idea that another is not the same as.
type DifferentIdea struct {
	From EntryID `json:"from"`
}

// Check checks the command.
func (d DifferentIdea) Check() error {
	var c checker
	c.id("from", string(d.From))
	return c.result()
}
