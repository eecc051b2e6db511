package models

import (
	"slices"
	"time"
)

// DueFilter picks promises by when they are due.
type DueFilter string

const (
	DueLate  DueFilter = "late"  // before today
	DueWeek  DueFilter = "week"  // until today in a week, late ones too
	DueMonth DueFilter = "month" // until today in thirty days, late ones too
	DueNone  DueFilter = "none"  // without a day
)

// Has says whether a promise falls under the filter on that day.
func (f DueFilter) Has(p Promise, today time.Time) bool {
	until := func(days int) bool {
		return p.DueDate != "" && p.DueDate <= today.AddDate(0, 0, days).Format(time.DateOnly)
	}
	switch f {
	case DueLate:
		return p.Late
	case DueWeek:
		return until(7)
	case DueMonth:
		return until(30)
	case DueNone:
		return p.DueDate == ""
	}
	return true
}

// PromiseQuery is which promises are looked for: those that every member fits
// which is not empty.
type PromiseQuery struct {
	Programme string    `query:"programme"`
	Group     string    `query:"group"`
	Owner     string    `query:"owner" doc:"one of the owners, as written"`
	Due       DueFilter `query:"due" enum:"late,week,month,none" doc:"until when: late ones count to week and month; none: without a day"`
	State     string    `query:"state" enum:"open,all" default:"open"`
	Page      int       `query:"page" minimum:"1" maximum:"1000000" default:"1"`
}

// Check tidies and checks the query. The code is `invalid`.
func (q *PromiseQuery) Check() error {
	var c checker
	c.text("query:programme", &q.Programme, MaxHeading)
	c.text("query:group", &q.Group, MaxHeading)
	c.text("query:owner", &q.Owner, MaxHeading)
	oneOf(&c, "query:due", q.Due, "", DueLate, DueWeek, DueMonth, DueNone)
	oneOf(&c, "query:state", q.State, "", "open", "all")
	q.Page = max(q.Page, 1)
	return c.result()
}

// PromiseList is promises as they are downloaded, in a language people are spoken
// to in.
type PromiseList struct {
	Promises []Promise
	Language string
	Made     time.Time
}

// FileName is what the file is called, without its ending.
func (l PromiseList) FileName() string {
	if l.Language == "cs" {
		return "slibene-ukoly-" + l.Made.Format(time.DateOnly)
	}
	return "promised-tasks-" + l.Made.Format(time.DateOnly)
}

// PromisesPerPage is how many promises a page has.
const PromisesPerPage = 50

// PromisePage is one page of what was looked for, and what there is to choose
// from. Late ones come first, then by the day they are due, then those without.
type PromisePage struct {
	Promises   []Promise `json:"promises"`
	Total      int       `json:"total"`
	Page       int       `json:"page" doc:"from 1"`
	Pages      int       `json:"pages"`
	Owners     []string  `json:"owners" doc:"of all the account may see"`
	Groups     []string  `json:"groups" doc:"of all the account may see"`
	Programmes []string  `json:"programmes" doc:"of all the account may see"`
}

// Settled says whether those are looked for, too, of which nothing is left to do.
func (q PromiseQuery) Settled() bool { return q.State == "all" }

// Of are those that fit.
func (q PromiseQuery) Of(all []Promise, now time.Time) []Promise {
	return slices.DeleteFunc(slices.Clone(all), func(p Promise) bool {
		return q.Programme != "" && p.Workshop.Programme != q.Programme || q.Group != "" && p.Workshop.Group != q.Group ||
			q.Owner != "" && !slices.Contains(p.Owners, q.Owner) || !q.Due.Has(p, now)
	})
}

// PageOf is the page of those that fit.
func (q PromiseQuery) PageOf(all []Promise, now time.Time) PromisePage {
	fit := q.Of(all, now)
	page := PromisePage{Page: max(q.Page, 1), Total: len(fit), Pages: (len(fit) + PromisesPerPage - 1) / PromisesPerPage}
	from := min((page.Page-1)*PromisesPerPage, len(fit))
	page.Promises = append([]Promise{}, fit[from:min(from+PromisesPerPage, len(fit))]...)
	page.Owners = named(all, func(p Promise) []string { return p.Owners })
	page.Groups = named(all, func(p Promise) []string { return []string{p.Workshop.Group} })
	page.Programmes = named(all, func(p Promise) []string { return []string{p.Workshop.Programme} })
	return page
}

// named are all names, each once, in order.
func named(all []Promise, names func(Promise) []string) []string {
	found := []string{}
	for _, p := range all {
		found = append(found, names(p)...)
	}
	slices.Sort(found)
	return slices.DeleteFunc(slices.Compact(found), func(name string) bool { return name == "" })
}
