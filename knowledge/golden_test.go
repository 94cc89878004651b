package knowledge

import (
	"encoding/json"
	"io/fs"
	"os"
	"testing"
	"time"
)

// goldenNow is the day the golden questions are asked.
var goldenNow = time.Date(2026, 11, 23, 9, 0, 0, 0, vietnam)

// goldenQuestion is a line of golden/*.jsonl: one question in several
// spellings, and the statement that answers it, if any does.
type goldenQuestion struct {
	ID, Statement, Text, Nodiac, Noisy, Casual, As string
}

func (g goldenQuestion) spellings() map[string]string {
	all := map[string]string{"text": g.Text, "nodiac": g.Nodiac, "noisy": g.Noisy, "casual": g.Casual}
	for spelling, text := range all {
		if text == "" {
			delete(all, spelling)
		}
	}
	return all
}

func (g goldenQuestion) ask(text string) Question {
	q := Question{Text: text, Audience: AudiencePublic, Now: goldenNow}
	if g.As == "reporter" {
		q.Audience = AudiencePress
	}
	return q
}

func readGolden(t testing.TB, file string) []goldenQuestion {
	t.Helper()
	var all []goldenQuestion
	err := eachLine(os.DirFS("golden"), file, func(line string) error {
		var g goldenQuestion
		if err := json.Unmarshal([]byte(line), &g); err != nil {
			return err
		}
		all = append(all, g)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func sampleBase(t testing.TB) *Base {
	t.Helper()
	var all []Statement
	files, err := fs.Glob(SampleStatements(), "*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		data, err := fs.ReadFile(SampleStatements(), file)
		if err != nil {
			t.Fatal(err)
		}
		s, problems := ParseStatement(file, data, nil)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		all = append(all, s)
	}
	b := NewBase(Options{PublicURL: "https://example.vn"})
	b.Replace(all)
	return b
}

func TestGoldenAnswerable(t *testing.T) {
	b := sampleBase(t)
	total, first, outcomes := map[string]int{}, map[string]int{}, map[string]map[Outcome]int{}
	for _, g := range readGolden(t, "answerable.jsonl") {
		for spelling, text := range g.spellings() {
			total[spelling]++
			q := g.ask(text)
			snap := b.current.Load()
			found := snap.find(q, snap.index.Read(text))
			if len(found) > 0 && found[0].Code == g.Statement {
				first[spelling]++
			} else {
				got := "nothing"
				if len(found) > 0 {
					got = found[0].Code
				}
				t.Logf("%s %s: want %s, got %s first: %s => %s", g.ID, spelling, g.Statement, got, text, snap.index.Read(text).Words())
			}
			a := b.Ask(q)
			if outcomes[spelling] == nil {
				outcomes[spelling] = map[Outcome]int{}
			}
			outcomes[spelling][a.Status]++
			if a.Status == Answered && a.Quotes[0].Statement != g.Statement {
				outcomes[spelling]["wrong"]++
			}
		}
	}
	for spelling := range total {
		t.Logf("%s: %d of %d right first; %v", spelling, first[spelling], total[spelling], outcomes[spelling])
	}
}

func TestGoldenUnanswerable(t *testing.T) {
	b := sampleBase(t)
	total, answered := 0, 0
	for _, g := range readGolden(t, "unanswerable.jsonl") {
		for spelling, text := range g.spellings() {
			total++
			if a := b.Ask(g.ask(text)); a.Status == Answered || a.Status == Partial {
				answered++
				t.Logf("%s %s answered (%.2f) by %s: %s", g.ID, spelling, a.Confidence, a.Quotes[0].Statement, text)
			}
		}
	}
	t.Logf("%d of %d unanswerable ones answered", answered, total)
}
