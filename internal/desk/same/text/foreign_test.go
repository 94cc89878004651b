//go:build foreign

package text_test

import (
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"phatngon/internal/desk/same/text"
)

// Pairs of sentences that nobody here wrote are read from FOREIGN_DIR by `make test-foreign`.
// The thresholds were looked for on the even half; the odd half is reported.
func TestForeignPairs(t *testing.T) {
	for half, name := range []string{"thresholds chosen on", "reported on"} {
		var suggest, join rate
		for _, p := range foreignPairs(t) {
			if p.half == half {
				verdict := text.Judge(text.Of(p.a), text.Of(p.b))
				suggest.add(p.same, verdict >= text.Suggested)
				join.add(p.same, verdict == text.Joined)
			}
		}
		t.Logf("%s: suggest %v; join %v", name, suggest, join)
		if suggest.recall() < 0.9 || suggest.precision() < 0.9 {
			t.Errorf("%s: suggest %v, want 0.9 and 0.9", name, suggest)
		}
		if join.precision() < 0.99 {
			t.Errorf("%s: join %v, want a precision of 0.99", name, join)
		}
	}
}

// Where a place is exchanged a sentence says something else: it may be suggested
// and is not joined. In small letters that cannot be told where the place stands
// first or last: 11 % of those are joined.
func TestForeignSentencesOfAnotherPlaceAreNotJoined(t *testing.T) {
	var asWritten, small rate
	for _, p := range foreignPairs(t) {
		if other := elsewhere.Replace(p.a); other != p.a {
			asWritten.add(true, text.Judge(text.Of(p.a), text.Of(other)) == text.Joined)
			small.add(true, text.Judge(text.Of(strings.ToLower(p.a)), text.Of(strings.ToLower(other))) == text.Joined)
		}
	}
	t.Logf("joined: %d of %d, in small letters %d", asWritten.found, asWritten.all, small.found)
	if asWritten.found > 0 || small.found*8 > small.all {
		t.Errorf("joined: %d of %d, in small letters %d", asWritten.found, asWritten.all, small.found)
	}
}

var elsewhere = strings.NewReplacer("Việt Nam", "Nga Sơn", "Hà Nội", "Bỉm Sơn")

type foreignPair struct {
	same bool
	half int
	a, b string
}

func foreignPairs(t *testing.T) (pairs []foreignPair) {
	t.Helper()
	dir := os.Getenv("FOREIGN_DIR")
	paths, err := filepath.Glob(filepath.Join(dir, "vnpara-neardup", "pairs.tsv"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("FOREIGN_DIR has no pairs: %v", err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			columns := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
			h := fnv.New32a()
			h.Write([]byte(strings.Join(columns, "\t")))
			pairs = append(pairs, foreignPair{columns[0] == "1", int(h.Sum32() % 2), columns[1], columns[2]})
		}
	}
	return pairs
}

// rate counts what was found among what is.
type rate struct{ found, right, all int }

func (r *rate) add(is, found bool) {
	if is {
		r.all++
	}
	if found {
		r.found++
	}
	if is && found {
		r.right++
	}
}

func (r rate) recall() float64    { return share(r.right, r.all) }
func (r rate) precision() float64 { return share(r.right, r.found) }

// share of nothing is all: where there are no pairs nothing is missed.
func share(part, all int) float64 {
	if all == 0 {
		return 1
	}
	return float64(part) / float64(all)
}

func (r rate) String() string {
	return fmt.Sprintf("precision %.4f (%d of %d), recall %.4f (of %d)", r.precision(), r.right, r.found, r.recall(), r.all)
}
