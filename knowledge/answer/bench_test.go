package answer

import (
	"os"
	"phatngon/knowledge/golden"
	"phatngon/knowledge/statement"
	"testing"
)

// BenchmarkAsk asks the questions of golden/everyday/tune one after the other.
func BenchmarkAsk(b *testing.B) {
	tune, err := golden.ReadEveryday(os.DirFS("../golden/everyday/tune"))
	if err != nil {
		b.Fatal(err)
	}
	base := NewBase(Options{})
	base.Replace(append(readSamples(b), tune.Texts...))
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		q := tune.Answerable[i%len(tune.Answerable)]
		base.Ask(Question{Text: q.Text, Audience: statement.AudiencePublic, Now: goldenNow})
	}
}
