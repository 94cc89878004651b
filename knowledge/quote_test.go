package knowledge

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

// readExpected maps the id of each answerable golden question to the words its
// quotes must hold.
func readExpected(t testing.TB) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := eachLine(os.DirFS("golden"), "answerable.jsonl", func(line string) error {
		var g struct{ ID, Expect string }
		if err := json.Unmarshal([]byte(line), &g); err != nil {
			return err
		}
		all[g.ID] = g.Expect
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// quoted counts the answers of one spelling.
type quoted struct{ asked, hit, runes, spans int }

func TestGoldenQuotesHoldTheAnswer(t *testing.T) {
	b := sampleBase(t)
	expected := readExpected(t)
	counts := map[string]*quoted{}
	for _, g := range readGolden(t, "answerable.jsonl") {
		for spelling, text := range g.spellings() {
			c := counts[spelling]
			if c == nil {
				c = &quoted{}
				counts[spelling] = c
			}
			quotes := b.AskAbout(g.Statement, g.ask(text)).Quotes
			c.asked++
			c.spans += len(quotes)
			said := ""
			for _, q := range quotes {
				said += q.Quote + "\n"
			}
			c.runes += utf8.RuneCountInString(said) - len(quotes)
			if strings.Contains(said, expected[g.ID]) {
				c.hit++
			} else {
				t.Logf("MISS %s %s %s\n  Q: %s\n  E: %s\n  A: %s", g.ID, spelling, g.Statement, text, expected[g.ID], said)
			}
		}
	}
	for spelling, c := range counts {
		n := float64(c.asked)
		t.Logf("SUM %s: %.1f%% of %d hold it; mean %.0f runes, %.2f quotes", spelling, 100*float64(c.hit)/n, c.asked, float64(c.runes)/n, float64(c.spans)/n)
	}
}
