package answer

import (
	"flag"
	"os"
	"strings"
	"testing"

	"phatngon/knowledge/tools/figures"
)

var update = flag.Bool("update", false, "write the figures measured now into docs/quality.md")

// figuresFile and figuresTable are where the figures of the golden sets are
// committed.
const (
	figuresFile  = "../../docs/quality.md"
	figuresTable = "own"
)

// TestFigures holds the engine to what it reached on the golden questions.
func TestFigures(t *testing.T) {
	page, err := os.ReadFile(figuresFile)
	if err != nil {
		t.Fatal(err)
	}
	measured := goldenFigures(t)
	if *update {
		writeFigures(t, string(page), measured)
		return
	}
	committed, err := figures.ReadFigures(string(page), figuresTable)
	if err != nil {
		t.Fatalf("%s: %v", figuresFile, err)
	}
	all := figures.Compare(committed, measured)
	var table strings.Builder
	if err := figures.WriteComparisons(&table, all); err != nil {
		t.Fatal(err)
	}
	t.Logf("\n%s", table.String())
	for _, c := range all {
		if complaint := c.Complaint(); complaint != "" {
			t.Error(complaint)
		}
	}
	if t.Failed() {
		t.Log("`go test -v -run GoldenQuestions ./knowledge` names the golden questions; where the change is right, run " +
			"`go test ./knowledge -run Figures -update`, read the diff of docs/quality.md and say why in the commit")
	}
}

func goldenFigures(t *testing.T) []figures.Figure {
	t.Helper()
	silent := func(string, ...any) {} // to name a fresh question is to tune on it
	var all []figures.Figure
	for _, set := range goldenSets {
		counts := countGolden(t, set.answerable, silent)
		for _, spelling := range []string{"text", "nodiac", "noisy", "casual"} {
			if c := counts[spelling]; c.asked > 0 {
				all = append(all,
					figures.Figure{Set: set.name, Questions: spelling, Measure: figures.RightFirst, Count: c.asked, Share: c.share(c.first)},
					figures.Figure{Set: set.name, Questions: spelling, Measure: figures.AnsweredAtOnce, Count: c.asked, Share: c.share(c.quoted)},
					figures.Figure{Set: set.name, Questions: spelling, Measure: figures.AnsweredWrongly, Count: c.asked, Share: c.share(c.wrong)})
			}
		}
		if c := together(countGolden(t, set.unanswerable, silent)); c.asked > 0 {
			all = append(all, figures.Figure{Set: set.name, Questions: "unanswerable", Measure: figures.RefusedOrAsked, Count: c.asked, Share: c.share(c.asked - c.quoted)})
		}
	}
	return all
}

func writeFigures(t *testing.T, page string, measured []figures.Figure) {
	t.Helper()
	page, err := figures.ReplaceFigures(page, figuresTable, measured)
	if err != nil {
		t.Fatalf("%s: %v", figuresFile, err)
	}
	if err := os.WriteFile(figuresFile, []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
}
