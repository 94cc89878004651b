package bot

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"regexp"
	"strconv"
	"testing"

	"phatngon/bot/words"
)

// constants are the sentences of a package, by name.
func constants(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	packages, err := parser.ParseDir(token.NewFileSet(), dir, func(fs.FileInfo) bool { return true }, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range packages {
		ast.Inspect(p, func(n ast.Node) bool {
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

func TestWhatIsSaidInThePersonsLanguageHasEnglishWords(t *testing.T) {
	sentences, found := constants(t, "words"), 0
	files, err := fs.Glob(os.DirFS("."), "*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
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
