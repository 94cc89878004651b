package bot

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/samples"
	"phatngon/knowledge/statement"
)

// goldenQuestion is a line of the knowledge package's golden questions.
type goldenQuestion struct {
	Statement, Why, As, Text, Nodiac, Noisy, Casual string
}

func goldenQuestions(t *testing.T, file string) []goldenQuestion {
	data, err := os.ReadFile("../knowledge/golden/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var all []goldenQuestion
	for line := range strings.Lines(string(data)) {
		var g goldenQuestion
		if err := json.Unmarshal([]byte(line), &g); err != nil {
			t.Fatal(err)
		}
		all = append(all, g)
	}
	return all
}

// answers are the statements that answer g, "" for none, spelling by spelling.
func (g goldenQuestion) answers(b *answer.Base) []string {
	q := answer.Question{Audience: statement.AudiencePublic, Now: time.Date(2026, 11, 23, 9, 0, 0, 0, calendar.Zone)}
	if g.As == "reporter" {
		q.Audience = statement.AudiencePress
	}
	var codes []string
	for _, q.Text = range []string{g.Text, g.Nodiac, g.Noisy, g.Casual} {
		if q.Text == "" { // an unanswerable question has no casual spelling
			continue
		}
		code := ""
		if a := b.Ask(q); a.Status.Asserts() {
			code = a.Quotes[0].Statement
		}
		codes = append(codes, code)
	}
	return codes
}

// The communes of the list keep answers about elsewhere back and cost next to
// no answer that is right.
func TestTheCommuneAskedAboutKeepsWrongAnswersBack(t *testing.T) {
	careless := answer.NewBase(answer.Options{})
	careless.Replace(statements(t, samples.Files()))
	careful := sampleBase(t)
	asked, lost := 0, 0
	for _, g := range goldenQuestions(t, "answerable.jsonl") {
		before, after := g.answers(careless), g.answers(careful)
		for i := range before {
			asked++
			if before[i] == g.Statement && after[i] == "" {
				lost++
			}
			if after[i] != before[i] && after[i] != "" && after[i] != g.Statement {
				t.Errorf("%q is now answered wrongly by %s", g.Text, after[i])
			}
		}
	}
	elsewhere, said, held := 0, 0, 0 // spellings about another place, answered without the communes, and of those held back
	for _, g := range goldenQuestions(t, "unanswerable.jsonl") {
		before, after := g.answers(careless), g.answers(careful)
		for i := range before {
			if g.Why == "place" {
				elsewhere++
				if before[i] != "" {
					said++
					if after[i] == "" {
						held++
					}
				}
			}
			if before[i] == "" && after[i] != "" {
				t.Errorf("%q is now answered, by %s", g.Text, after[i])
			}
		}
	}
	t.Logf("lost %d of %d answers; of %d about another place %d are answered without the communes, %d of them held back", lost, asked, elsewhere, said, held)
	if 100*lost > asked || held == 0 || 100*(said-held) > 3*elsewhere {
		t.Errorf("want at most 1 of 100 lost, some held back and at most 3 of 100 about another place answered")
	}
}
