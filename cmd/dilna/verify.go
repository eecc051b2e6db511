package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"dilna/cmd/dilna/recount"
)

// verifyCommand is what `dilna verify` is told; help.go says what it means.
type verifyCommand struct {
	File string `arg:""`
	JSON bool   `name:"json"`
}

// results are what a recount compares, in both languages.
var results = map[string]meaning{
	"voters": {"počet hlasujících", "the number of voters"}, "partial": {"počet nezapočtených lístků", "the number of ballots not counted"},
	"points": {"součet", "the total"}, "said": {"kolik lístků se vyjádřilo", "how many ballots said something"},
	"for": {"pro", "for"}, "against": {"proti", "against"}, "abstain": {"zdržel se", "abstaining"}, "passed": {"přijato", "passed"},
	"mean": {"průměr", "the mean"}, "median": {"medián", "the median"}, "spread": {"směrodatná odchylka", "the standard deviation"}, "fits": {"vejde se", "fits"},
	"share": {"podíl dohromady", "the share of all rounds"}, "rank": {"pořadí", "the rank"},
}

// broken is what is wrong with a ballot, in both languages.
var broken = map[recount.Why]meaning{
	recount.Twice:   {"jmenuje tutéž věc dvakrát", "names the same thing twice"},
	recount.NoValue: {"říká něco, co pravidlo nezná", "says what the rule does not have"},
	recount.TooMuch: {"dává víc, než kolik má jeden člověk", "gives more than one person has"},
	recount.Places:  {"má místa, která nejdou od prvního po řadě", "has places that do not follow each other from the first"},
}

// saidIn is what differs, in words.
func (t *terminal) saidIn(what string) string {
	name, value, indexed := strings.Cut(what, "[")
	switch value = strings.TrimSuffix(value, "]"); {
	case indexed && name == "sums":
		return t.say.Say("součet známek za kritérium "+value, "the sum of marks for criterion "+value)
	case indexed && name == "shares":
		return t.say.Say("podíl v "+value+". z kol", "the share in round "+value+" of them")
	case indexed && name == "counts":
		return t.say.Say("kolikrát "+value, "how often "+value)
	}
	return t.say.Say(results[what].cs, results[what].en)
}

// Run counts the rounds of a file again. It needs no data and no server.
func (c *verifyCommand) Run(t *terminal) error {
	minutes, err := t.readWorkshop(c.File)
	if err != nil {
		return err
	}
	report := recount.Of(minutes)
	if c.JSON {
		data, err := json.MarshalIndent(report, "", "  ")
		if err != nil {
			return err
		}
		fmt.Fprintln(t.out, string(data))
	} else {
		for _, path := range report.Unlisted {
			t.print("%s: lístky v souboru nejsou, přepočítat nejde.", "%s: the file has no ballots; it cannot be counted again.", path)
		}
		for _, path := range report.Typed {
			t.print("%s: počítalo se na papíře a opsaly se jen součty, přepočítat nejde.", "%s: it was counted on paper and only totals were typed in; it cannot be counted again.", path)
		}
		for _, b := range report.Broken {
			t.print("%s: lístek %d %s.", "%s: ballot %d %s.", b.Path, b.Ballot, t.say.Say(broken[b.Why].cs, broken[b.Why].en))
		}
		for _, d := range report.Differ {
			t.print("%s %s: %s je v souboru %s, podle lístků %s.", "%s %s: %s is %s in the file, %s by the ballots.", d.Path, d.Entry, t.saidIn(d.What), d.Says, d.Counted)
		}
		for _, lot := range report.Untied {
			t.print("%s: los o %d. místě nebyl mezi všemi, kdo se o ně dělí.", "%s: the lot on place %d was not among all that share it.", lot.Path, lot.Place)
		}
		if report.Lots > 0 {
			t.print("Losů: %d, z toho mezi všemi, kdo se o místo dělí: %d.", "Lots: %d, of them among all that share a place: %d.", report.Lots, report.Lots-len(report.Untied))
		}
		for _, u := range report.Untrue {
			t.untrue(u)
		}
		if report.Apart > 0 {
			t.print("Výsledků částí: %d; které lístky jsou čí části, se neukládá, přepočítat nejdou.", "Results of parts: %d; which ballots are of which part is not kept, so they cannot be counted again.", report.Apart)
		}
		t.print("Přepočteno kol: %d, bez lístků: %d, rozdílů: %d.", "Rounds counted again: %d, without ballots: %d, differences: %d.",
			report.Counted, len(report.Unlisted)+len(report.Typed), len(report.Differ))
		if report.Combined > 0 {
			t.print("Přepočteno společných pořadí: %d.", "Combined standings worked out again: %d.", report.Combined)
		}
	}
	if len(report.Broken) > 0 {
		return t.fail(nil, "V souboru jsou lístky, které pravidlo nedovoluje.", "The file has ballots that the rule does not allow.")
	}
	if len(report.Differ) > 0 {
		return t.fail(nil, "Výsledky v souboru neodpovídají jeho lístkům.", "The results in the file are not what its ballots give.")
	}
	if len(report.Untrue) > 0 {
		return t.fail(nil, "Výsledky částí v souboru se nevejdou do výsledku všech.", "The results of parts in the file do not fit into that of everybody.")
	}
	if len(report.Untied) > 0 {
		return t.fail(nil, "V souboru je los, který neměl o čem rozhodovat.", "The file has a lot that had nothing to decide.")
	}
	return nil
}

// untrue says what cannot be of the results of parts.
func (t *terminal) untrue(u recount.Untrue) {
	switch u.Why {
	case "few":
		t.print("%s: část %d má výsledek z %d lístků, zvlášť se uvádějí jen části aspoň s pěti.", "%s: part %d has a result of %d ballots; only parts of five at least are told apart.", u.Path, u.Part+1, u.Says)
	case "rest":
		t.print("%s: mimo uvedené části zbývá %d lístků; má jich být nula, nebo aspoň pět.", "%s: besides the parts that are told %d ballots are left over; it should be none, or five at least.", u.Path, u.Says)
	default:
		t.print("%s %s: mimo uvedené části zbývá %d (%s).", "%s %s: besides the parts that are told %d is left over (%s).", u.Path, u.Entry, u.Says, t.saidIn(u.Why))
	}
}
