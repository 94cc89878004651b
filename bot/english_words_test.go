package bot

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"phatngon/bot/words"
)

// constants are the sentences of a package, by name.
func constants(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for name, source := range sources(t, dir) {
		file, err := parser.ParseFile(token.NewFileSet(), name, source, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			v, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			for i := range v.Names[:min(len(v.Names), len(v.Values))] {
				if lit, isText := v.Values[i].(*ast.BasicLit); isText && lit.Kind == token.STRING {
					all[v.Names[i].Name], _ = strconv.Unquote(lit.Value)
				}
			}
			return true
		})
	}
	return all
}

// sources are the Go files of a folder, by name.
func sources(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	for _, name := range names {
		if err == nil {
			all[name], err = os.ReadFile(name)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestWhatIsSaidInThePersonsLanguageHasEnglishWords(t *testing.T) {
	sentences, found := constants(t, "words"), 0
	for file, source := range sources(t, ".") {
		for _, m := range regexp.MustCompile(`t\.in\(words\.(\w+)\)`).FindAllSubmatch(source, -1) {
			found++
			if name := string(m[1]); sentences[name] == "" || words.InEnglish(sentences[name]) == "" {
				t.Errorf("%s: %s has no English words", file, name)
			}
		}
	}
	if found < 10 {
		t.Errorf("%d sentences", found)
	}
}
