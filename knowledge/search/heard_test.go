package search

import (
	"strings"
	"testing"

	"phatngon/knowledge/search/spelling"
)

func TestHearSaysWhereTheWordsThatReadUnderstoodStand(t *testing.T) {
	x := Build([]Doc{{Heads: []string{"Học phí năm học 2026–2027"}, Body: "Học phí bao nhiêu do Hội đồng nhân dân tỉnh quyết định."}})
	const question = "hp nam hoc 2026: bao nhieu?"
	heard, ok := x.Hear(question)
	var typed, keys []string
	for _, h := range heard {
		typed, keys = append(typed, question[h.Start:h.End]), append(keys, h.Keys...)
	}
	if got := strings.Join(typed, " "); !ok || got != "hp nam hoc 2026 bao nhieu" {
		t.Errorf("heard %q", got)
	}
	if got, want := strings.Join(keys, " "), x.Read(question).Words(); got != want {
		t.Errorf("heard %q, read %q", got, want)
	}
	if _, ok := x.Hear(strings.Repeat("a ", spelling.MaxTokens+1)); ok {
		t.Error("what Read does not read to its end was heard")
	}
}
