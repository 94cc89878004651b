package spelling

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
)

func TestOfTooManyReadingsTheLikeliestAreKept(t *testing.T) {
	x := New(0)
	for key := range strings.FieldsSeq("ăn ăn ăn ăn ân ân ân án án ẩn ẩn ẩn ẩn ẩn an an an ẵn ấn ấn ấn ấn ấn ấn") {
		x.Vocabulary.Add([]byte(key))
	}
	x.Vocabulary.Settle()
	x.Learn(func(func(uint32, uint32) bool) {}, 0, 0)
	readings := x.readingsOf(nil, 0, x.tokens("an"), 0)
	words := func(all []reading) (keys []string) {
		for _, r := range all {
			keys = append(keys, x.Vocabulary.Keys[r.first])
		}
		return keys
	}
	want := slices.Clone(readings)
	slices.SortStableFunc(want, func(a, b reading) int { return cmp.Compare(x.alone(&a), x.alone(&b)) })
	if len(readings) <= maxReadings {
		t.Fatalf("only %d readings", len(readings))
	}
	before := reading{cost: 1}
	got := x.likeliest(append([]reading{before}, readings...), 1)
	if got[0].cost != 1 {
		t.Error("the readings of the token before are touched")
	}
	if diff := gocmp.Diff(words(want[:maxReadings]), words(got[1:])); diff != "" {
		t.Error(diff)
	}
}
