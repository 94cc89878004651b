package answer

import (
	"os"
	"testing"

	"phatngon/knowledge/answer/quotable"
	"phatngon/knowledge/golden"
	"phatngon/knowledge/statement"
)

// BenchmarkAsk asks the questions of golden/everyday/tune one after the other; of that,
// judging what would be quoted takes as long as BenchmarkJudge says.
func BenchmarkAsk(b *testing.B) {
	eachOfTune(b, func(base *Base, q Question) func() { return func() { base.Ask(q) } })
}

// BenchmarkJudge judges what would be quoted of the statement found first.
func BenchmarkJudge(b *testing.B) {
	eachOfTune(b, func(base *Base, q Question) func() {
		snap := base.Snapshot()
		read := snap.Index.Read(q.Text)
		found := snap.Find(q, read)
		if len(found) == 0 {
			return func() {}
		}
		quotes := base.quotes(snap, found[0], read, quotable.OneAnswer)
		return func() { base.judge(snap, q, found[0], quotes) }
	})
}

func eachOfTune(b *testing.B, prepare func(*Base, Question) func()) {
	tune, err := golden.ReadEveryday(os.DirFS("../golden/everyday/tune"))
	if err != nil {
		b.Fatal(err)
	}
	base := NewBase(Options{})
	base.Replace(append(readSamples(b), tune.Texts...))
	var all []func()
	for _, q := range tune.Answerable {
		all = append(all, prepare(base, Question{Text: q.Text, Audience: statement.AudiencePublic, Now: goldenNow}))
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		all[i%len(all)]()
	}
}
