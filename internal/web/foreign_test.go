//go:build foreign

package web

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Shapes that nobody here wrote are read from FOREIGN_DIR by `make test-foreign`: every
// property that one of them asks for stands in what we say, with a type that it takes.
func TestForeignShapesOfClaimReview(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(os.Getenv("FOREIGN_DIR"), "claimreview-atom", "*ClaimReview.*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("FOREIGN_DIR has no shapes: %v", err)
	}
	for name, c := range reviewed() {
		said := linkedOf(t, c)
		for _, file := range files {
			asked := askedBy(t, file)
			for property, types := range asked {
				value, there := said[property]
				if !there {
					t.Errorf("%s, %s: no %s", filepath.Base(file), name, property)
				}
				if thing, ok := value.(map[string]any); ok && len(types) > 0 && !contains(types, thing["@type"].(string)) {
					t.Errorf("%s, %s: %s is a %v, want one of %v", filepath.Base(file), name, property, thing["@type"], types)
				}
			}
			t.Logf("%s, %s: %d properties asked for", filepath.Base(file), name, len(asked))
		}
	}
}

var (
	remarks  = regexp.MustCompile(`(?s)/\*.*?\*/|//[^\n]*|(?m)^\s*#[^\n]*$`)
	property = regexp.MustCompile(`(?m)(?:sh:path\s+|^\s*)schema:(\w+)\s*(\(?\{\s*a \[([^\]]*)\])?`)
)

// askedBy are the properties that a shape constrains, with the types that their values
// may have.
func askedBy(t *testing.T, file string) map[string][]string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	asked := map[string][]string{}
	for _, m := range property.FindAllStringSubmatch(remarks.ReplaceAllString(string(data), ""), -1) {
		if m[1] != "name" { // of the author
			asked[m[1]] = strings.Fields(strings.ReplaceAll(m[3], "schema:", ""))
		}
	}
	if len(asked) == 0 {
		t.Fatalf("%s asks for nothing", file)
	}
	return asked
}
