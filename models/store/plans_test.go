package store_test

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/store"
	"dilna/models/voting"
)

// wholeTable is a line of a plan that looks at each row of a table.
var wholeTable = regexp.MustCompile(`SCAN (\w+)$|Seq Scan on (\w+)`)

// small are tables of which there are a few rows in all, and names that a query
// gives to what it has found.
var small = []string{"goose_db_version", "ordered", "above"}

// TestNoStatementOfTheHotPathsLooksAtAWholeTable has a full room do what it does
// most, and asks the database how it runs each statement of that.
func TestNoStatementOfTheHotPathsLooksAtAWholeTable(t *testing.T) {
	for name, open := range map[string]func(*testing.T) *store.Store{
		"SQLite":     func(t *testing.T) *store.Store { return open(t, madeFolder(t)) },
		"PostgreSQL": func(t *testing.T) *store.Store { return openShared(t, emptyDatabase(t)) },
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			defer func() { must(t, s.Close()) }()
			seen := map[string]bool{}
			for _, statement := range hotStatements(t, s) {
				for _, line := range store.Plan(t, s, statement) {
					found := wholeTable.FindStringSubmatch(line)
					if found == nil {
						continue
					}
					table := found[1] + found[2]
					if !slices.Contains(small, table) && !seen[statement] {
						seen[statement] = true
						t.Errorf("%s\n  %s", statement, line)
					}
				}
			}
		})
	}
}

// TestSQLitePlansNoStatementTwiceWhilePeopleVoteAndLook: planning takes longer than
// what is planned.
func TestSQLitePlansNoStatementTwiceWhilePeopleVoteAndLook(t *testing.T) {
	s := open(t, madeFolder(t))
	defer func() { must(t, s.Close()) }()
	r := modelstest.NewScene(t, s, 2)
	step := r.Step(t, models.MethodCollect)
	idea := r.Idea(t, step.ID, "podnět")
	round := r.Round(t, step.ID, 3, 3)
	for name, do := range map[string]func(models.Actor) error{
		"vote": func(by models.Actor) error {
			in := models.CastBallot{Votes: voting.Ballot{{Entry: idea.ID, Value: 1}}, Seq: 1, Receipt: models.NewReceipt()}
			_, err := s.CastBallot(t.Context(), by, round.ID, in)
			return err
		},
		"look": func(by models.Actor) error {
			_, err := s.Mine(t.Context(), by)
			return err
		},
	} {
		planned := store.CountPlans(t, s)
		must(t, do(r.Seats[0]))
		first := *planned
		must(t, do(r.Seats[1]))
		if first == 0 || *planned > first {
			t.Errorf("%s: %d queries were planned, of the next person %d more", name, first, *planned-first)
		}
	}
}

// hotStatements are what the database is asked when people come in, write, vote
// and look.
func hotStatements(t *testing.T, s *store.Store) []string {
	r := modelstest.NewScene(t, s, 2)
	step := r.Step(t, models.MethodCollect)
	idea := r.Idea(t, step.ID, "podnět")
	round := r.Round(t, step.ID, 3, 3)
	var mu sync.Mutex
	all := map[string]bool{}
	store.Watch(t, s, func(statement string) {
		mu.Lock()
		defer mu.Unlock()
		all[strings.ToValidUTF8(statement, "?")] = true // bytes of sums that happen to look like text
	})
	ctx, token := t.Context(), string(modelstest.Key())
	workshop, err := s.Workshop(ctx, r.ID)
	must(t, err)
	_, err = s.WorkshopByCode(ctx, workshop.Code)
	must(t, err)
	_, err = s.Join(ctx, r.ID, token)
	must(t, err)
	_, err = s.SeatByToken(ctx, r.ID, token)
	must(t, err)
	_, err = s.PlaceDots(ctx, r.Seats[0], round.ID, idea.ID, models.SetDots{Count: 1, Seq: 1})
	must(t, err)
	_, err = s.CastBallot(ctx, r.Seats[1], round.ID, models.CastBallot{Votes: voting.Ballot{{Entry: idea.ID, Value: 1}}, Seq: 1, Receipt: models.NewReceipt()})
	must(t, err)
	_, err = s.Mine(ctx, r.Seats[0])
	must(t, err)
	_, err = s.Progress(ctx, r.ID)
	must(t, err)
	_, err = s.SetRoundState(ctx, r.Facilitator, modelstest.Key(), round.ID, models.RoundMove{State: models.RoundClosed})
	must(t, err)
	_, err = s.AddEntry(ctx, r.Seats[1], modelstest.Key(), models.MethodCollect, step.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Text: "jiný"})
	must(t, err)
	_, err = s.Changes(ctx, r.ID, workshop.Revision)
	must(t, err)
	_, err = s.Promises(ctx, models.Account{ID: r.Account.ID, Role: models.RoleFacilitator}, models.PromiseQuery{})
	must(t, err)
	task, err := s.AddEntry(ctx, r.Facilitator, modelstest.Key(), models.MethodTasks, r.Step(t, models.MethodTasks).ID, models.NewEntry{ID: models.NewID[models.EntryID](), Text: "úkol"})
	must(t, err)
	_, err = s.Story(ctx, r.Facilitator, task.ID)
	must(t, err)
	next := modelstest.NewScene(t, s, 0)
	_, err = s.ChangeHead(ctx, next.Facilitator, modelstest.Key(), models.HeadChange{Group: new("skupina")})
	must(t, err)
	_, err = s.OfferedPromises(ctx, next.Facilitator)
	must(t, err)
	_, err = s.AddPromises(ctx, next.Facilitator, modelstest.Key(), models.NewPromises{
		Step: models.NewID[models.StepID](), Heading: "Slíbili jsme", Tasks: []models.GoingOn{{ID: models.NewID[models.EntryID](), Workshop: r.ID, Entry: task.ID}},
	})
	must(t, err)
	mu.Lock()
	defer mu.Unlock()
	var statements []string
	for statement := range all {
		first, _, _ := strings.Cut(statement, " ")
		switch first {
		case "SELECT", "INSERT", "UPDATE", "DELETE", "WITH":
			statements = append(statements, statement)
		}
	}
	if len(statements) < 20 {
		t.Fatalf("only %d statements were seen", len(statements))
	}
	return statements
}
