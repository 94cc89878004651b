package answer

import "testing"

func TestWhatIsWeighedIsWhatTheAnswerRestsOn(t *testing.T) {
	b, _ := hintedBase(t)
	seen := 0
	for i, g := range readGolden(t, "answerable.jsonl") {
		if i%10 > 0 {
			continue
		}
		q := g.ask(g.Text)
		a, all := b.Ask(q), b.Weigh(q, 3)
		if a.Status != Answered || len(b.split(q)) > 1 {
			continue
		}
		seen++
		if len(all) == 0 || all[0].Statement != a.Quotes[0].Statement || all[0].Confidence < AnswerAt || all[0].Quotes[0].Quote != a.Quotes[0].Quote {
			t.Errorf("%s: answered from %s, weighed %+v", g.ID, a.Quotes[0].Statement, all)
		}
	}
	if seen < 10 {
		t.Errorf("only %d were answered", seen)
	}
}
