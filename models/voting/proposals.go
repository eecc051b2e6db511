package voting

// TakesProposals says whether an entry may still come while people vote by the rule:
// where an entry gains by all that it is given. One that came late can then only have
// less than it would have had. A mean, a majority, or minus dots of the few who saw it
// could put it above what all have judged; and money must know what it costs.
func (r Rule) TakesProposals() bool {
	switch r.Name {
	case Dots, Approval, Weights, Places:
		return true
	}
	return false
}
