package modelstest_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// root is the repository, seen from this package.
const root = "../.."

// TestImportsGoOneWay holds the layers of docs/adr/0001: package → what it may
// import of ours. cmd wires everything and may import all.
func TestImportsGoOneWay(t *testing.T) {
	allowed := map[string][]string{
		"models":                   {"models/voting"},
		"models/voting":            nil,
		"models/workshopfile":      {"models"},
		"models/store":             {"models", "models/voting", "models/store/postgres", "models/store/sqlite"},
		"models/store/postgres":    nil,
		"models/store/sqlite":      nil,
		"models/modelstest/pgtest": nil,
		"models/modelstest":        {"models", "models/voting", "models/store", "models/workshopfile"},
		"server":                   {"models", "models/workshopfile", "server/live", "server/crowd"},
		"server/live":              {"models"},
		"server/live/notify":       {"models", "server/live"},
		"server/crowd":             {"models", "models/voting"},
		"exports":                  {"models", "models/voting", "exports/direction"},
		"exports/direction":        nil,
		"exports/fonts":            {"exports"},
		"exports/pdf":              {"models", "exports", "exports/direction", "exports/fonts", "exports/picture"},
		"exports/calendar":         {"models", "exports"},
		"exports/formats":          {"models", "models/workshopfile", "exports", "exports/bundle", "exports/calendar", "exports/docx", "exports/html", "exports/markdown", "exports/odt", "exports/pdf", "exports/picture", "exports/sheets"},
		"exports/markup":           nil,
		"exports/bundle":           nil,
		"exports/picture":          {"models", "exports", "exports/direction", "exports/fonts", "exports/markup"},
		"exports/docx":             {"models", "exports", "exports/bundle", "exports/direction", "exports/fonts", "exports/markup", "exports/picture"},
		"exports/odt":              {"models", "exports", "exports/bundle", "exports/direction", "exports/fonts", "exports/markup", "exports/picture"},
		"exports/html":             {"models", "exports", "exports/direction", "exports/fonts", "exports/markup", "exports/picture"},
		"exports/markdown":         {"models", "exports"},
		"exports/sheets":           {"models", "exports", "exports/bundle"},
		"frontend":                 nil,
	}
	out, err := exec.Command("go", "list", "-f", `{{range .Imports}}{{$.ImportPath}} {{.}}{{"\n"}}{{end}}`, "dilna/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Fields(strings.ReplaceAll(string(out), " ", ">")) {
		from, to, _ := strings.Cut(line, ">")
		from, to = strings.TrimPrefix(from, "dilna/"), strings.TrimPrefix(to, "dilna/")
		if !strings.Contains(line, ">dilna/") || strings.HasPrefix(from, "cmd/") {
			continue
		}
		may, known := allowed[from]
		if !known {
			t.Errorf("say in this test what the new package %s may import", from)
		} else if !slices.Contains(may, to) {
			t.Errorf("%s must not import %s", from, to)
		}
	}
}

// neverSay are words that have a better one in docs/words.md.
var neverSay = []string{
	"admin", "board", "card", "dashboard", "moderator", "phase", "poll", "presenter",
	"ranking", "slide", "sticky", "team", "todo",
}

// TestWords walks every name declared in Go and holds it against docs/words.md.
func TestWords(t *testing.T) {
	word := regexp.MustCompile(`[A-Z]?[a-z]+`)
	goFiles(t, func(path string, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			name, ok := n.(*ast.Ident)
			if !ok || name.Obj == nil || name.Obj.Decl == nil {
				return true
			}
			for _, w := range word.FindAllString(name.Name, -1) {
				if slices.Contains(neverSay, strings.ToLower(w)) {
					t.Errorf("%s: %s says %q; docs/words.md has a word for it", path, name.Name, strings.ToLower(w))
				}
			}
			return true
		})
	})
}

// TestHabits holds what a reviewer would otherwise have to see: no AutoMigrate
// (it was seen to delete children), no test that sleeps to wait.
func TestHabits(t *testing.T) {
	goFiles(t, func(path string, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			on, _ := call.X.(*ast.Ident)
			switch {
			case call.Sel.Name == "AutoMigrate":
				t.Errorf("%s migrates by itself; write a migration in models/store/migrations", path)
			case on != nil && on.Name == "time" && call.Sel.Name == "Sleep" && strings.HasSuffix(path, "_test.go"):
				t.Errorf("%s sleeps; wait for a channel or use testing/synctest", path)
			}
			return true
		})
	})
}

func goFiles(t *testing.T, visit func(path string, file *ast.File)) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if entry != nil && entry.IsDir() && (entry.Name() == "node_modules" || entry.Name() == ".git") {
			return filepath.SkipDir
		}
		if err != nil || !strings.HasSuffix(path, ".go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err == nil {
			visit(path, file)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
