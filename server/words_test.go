package server

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"dilna/models"
)

func TestCountsAreSaidAsPeopleSayThem(t *testing.T) {
	for _, row := range []struct {
		tag  language.Tag
		err  *models.Error
		want string
	}{
		{language.Czech, models.Fail(0, models.CodeDotsPerIdea, 1), "nejvýše 1\u00a0hlas."},
		{language.Czech, models.Fail(0, models.CodeDotsPerIdea, 2), "nejvýše 2\u00a0hlasy."},
		{language.Czech, models.Fail(0, models.CodeDotsPerIdea, 5), "nejvýše 5\u00a0hlasů."},
		{language.Czech, models.Fail(0, models.CodeDotsSpent, 3, 2), "Máte 3\u00a0hlasy, 2 už leží jinde."},
		{language.Czech, models.Fail(0, models.CodeDotsSpent, 1, 1), "Máte 1\u00a0hlas, 1 už leží jinde."},
		{language.Czech, models.Fail(0, models.CodeBallotOverBudget, 4, 3), "Lístek má 4\u00a0hlasy, každý ale smí rozdat nejvýše 3. Vezměte zpět, co je navíc."},
		{language.Czech, models.Fail(0, models.CodeMarksSpent, 3), "nejvýše 3\u00a0podněty."},
		{language.Czech, models.Fail(0, models.CodeMarksSpent, 21), "nejvýše 21\u00a0podnětů."},
		{language.Czech, models.Fail(0, models.CodeDotsSpent), "Nejdřív některý hlas vezměte zpět"},
		{language.English, models.Fail(0, models.CodeDotsPerIdea, 1), "at most 1 dot on"},
		{language.English, models.Fail(0, models.CodeDotsSpent, 3, 1), "You have 3 dots; 1 already placed elsewhere."},
		{language.English, models.Fail(0, models.CodeBallotOverBudget, 4, 3), "holds 4 dots; everybody has at most 3. Take the extra ones back."},
		{language.English, models.Fail(0, models.CodeMarksSpent, 2), "At most 2 ideas can"},
	} {
		if got := wordsOf(row.tag).problem(row.err).detail; !strings.Contains(got, row.want) {
			t.Errorf("%v of %s: %q, want %q in it", row.err.Values, row.err.Code, got, row.want)
		}
	}
}

func TestFieldsAreToldWhatToDo(t *testing.T) {
	for _, row := range []struct {
		tag   language.Tag
		field models.Field
		want  string
	}{
		{language.Czech, models.Field{Reason: models.ReasonTooLong, Limit: 2000}, "Zkraťte text na nejvýše 2\u00a0000\u00a0znaků."},
		{language.Czech, models.Field{Reason: models.ReasonTooShort, Least: 10}, "Napište aspoň 10\u00a0znaků."},
		{language.Czech, models.Field{Reason: models.ReasonRange, Least: 1, Limit: 100}, "Zadejte číslo od 1 do 100."},
		{language.English, models.Field{Reason: models.ReasonTooLong, Limit: 20_000}, "Shorten the text to at most 20,000 characters."},
		{language.English, models.Field{Reason: models.ReasonRange, Limit: 100_000}, "Enter a number from 0 to 100,000."},
	} {
		if got := wordsOf(row.tag).reason(row.field); got != row.want {
			t.Errorf("%s: %q, want %q", row.field.Reason, got, row.want)
		}
	}
}

func TestEveryReasonHasASentenceInBothLanguages(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "../models/errors.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if kind, ok := spec.Type.(*ast.Ident); ok && kind.Name == "Reason" {
			seen++
			reason, _ := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			field := models.Field{Name: "text", Reason: models.Reason(reason)}
			if cs, en := czech.reason(field), english.reason(field); cs == "" || en == "" || cs == en {
				t.Errorf("%s: %q and %q", reason, cs, en)
			}
		}
		return true
	})
	if seen < 10 {
		t.Errorf("found %d reasons only", seen)
	}
}
