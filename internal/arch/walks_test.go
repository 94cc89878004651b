package arch

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The quick run of `make test` leaves the long walks out everywhere, so that one in a
// package that the second run does not visit would never be run.
func TestLongWalksStandInThePackagesThatTheyAreRunIn(t *testing.T) {
	makefile, err := os.ReadFile("../../Makefile")
	if err != nil {
		t.Fatal(err)
	}
	long := regexp.MustCompile(strings.ReplaceAll(variable(t, string(makefile), "LONG"), "$$", "$"))
	walked := strings.Fields(variable(t, string(makefile), "WALKED"))
	found := map[string]int{}
	for file, names := range testsByFile(t) {
		for _, name := range names {
			if !long.MatchString(name) {
				continue
			}
			in := "./" + path.Dir(file)
			if found[in]++; !slices.Contains(walked, in) {
				t.Errorf("%s: %s is skipped by the first run and not in the packages of the second, %v", file, name, walked)
			}
		}
	}
	for _, in := range walked {
		if found[in] == 0 {
			t.Errorf("no long walk stands in %s", in)
		}
	}
}

func variable(t *testing.T, makefile, name string) string {
	t.Helper()
	m := regexp.MustCompile(`(?m)^` + name + ` := (.+)$`).FindStringSubmatch(makefile)
	if m == nil {
		t.Fatalf("the Makefile has no %s", name)
	}
	return m[1]
}

// testsByFile are the names of the tests of every file of tests.
func testsByFile(t *testing.T) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	root := os.DirFS("../..")
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "node_modules" || d.Name() == ".build" || d.Name() == ".git") {
			return fs.SkipDir
		}
		if !strings.HasSuffix(name, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), path.Join("../..", name), nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && strings.HasPrefix(fn.Name.Name, "Test") {
				all[name] = append(all[name], fn.Name.Name)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
