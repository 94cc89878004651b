package answer

import (
	"fmt"
	"sync"
	"testing"

	"phatngon/knowledge/statement"
)

// enough statements that changes are added to the index instead of building it anew.
const enough = 1100

func notice(n int, version int64, body string) statement.Statement {
	s := bridge(nil)
	s.Code, s.Version, s.Questions = fmt.Sprintf("PN-2025-%04d", n), version, nil
	s.Title, s.Body = fmt.Sprintf("Thông báo số %d", n), body
	return s
}

func largeBase() *Base {
	all := make([]statement.Statement, enough)
	for i := range all {
		all[i] = notice(i, 1, fmt.Sprintf("Lịch tiếp công dân kỳ thứ %d của địa phương được niêm yết tại trụ sở.", i))
	}
	return baseOf(all...)
}

// answeredFrom is the statement that bridgeQuestion is answered from, "" for none.
func answeredFrom(b *Base) string {
	if a := b.Ask(ask(bridgeQuestion, statement.AudiencePublic)); a.Status.Asserts() {
		return a.Quotes[0].Statement
	}
	return ""
}

func TestTheNextQuestionSeesAChangeOfALargeBase(t *testing.T) {
	b := largeBase()
	next := bridge(func(s *statement.Statement) { s.Code, s.Supersedes = "PN-2026-0009", []string{"PN-2026-0001"} })
	for _, step := range []struct {
		name   string
		change statement.Statement
		want   string
	}{
		{"published", bridge(nil), "PN-2026-0001"},
		{"the same again", bridge(nil), "PN-2026-0001"},
		{"edited to speak of something else", as("PN-2026-0001", notice(1, 2, "Không còn lịch.")), ""},
		{"edited back", bridge(func(s *statement.Statement) { s.Version = 3 }), "PN-2026-0001"},
		{"withdrawn", bridge(func(s *statement.Statement) { s.Version, s.Status = 4, statement.StatusWithdrawn }), ""},
		{"an older version arriving late", bridge(func(s *statement.Statement) { s.Version = 2 }), ""},
		{"published again", bridge(func(s *statement.Statement) { s.Version = 5 }), "PN-2026-0001"},
		{"superseded by another", next, "PN-2026-0009"},
	} {
		b.Apply(step.change)
		if got := answeredFrom(b); got != step.want {
			t.Errorf("%s: answered from %q, want %q", step.name, got, step.want)
		}
	}
	if loose := b.Loose(); loose == 0 {
		t.Error("all was built anew; the test does not see what it is for")
	}
}

func as(code string, s statement.Statement) statement.Statement {
	s.Code = code
	return s
}

func TestCompactChangesNoAnswer(t *testing.T) {
	b := largeBase()
	for i := range enough / 64 {
		b.Apply(notice(i, 2, "Lịch tiếp công dân được thay bằng lịch trực tuyến."))
	}
	b.Apply(bridge(nil))
	b.Compact()
	if loose := b.Loose(); loose != 0 {
		t.Errorf("%d documents are still loose", loose)
	}
	if got := answeredFrom(b); got != "PN-2026-0001" {
		t.Errorf("answered from %q", got)
	}
}

func TestNoChangeIsLostWhileAllIsBuiltAnew(t *testing.T) {
	b := largeBase()
	for i := range enough / 64 {
		b.Apply(notice(i, 2, "Lịch đã thay đổi."))
	}
	b.Apply(bridge(nil))
	var work sync.WaitGroup
	work.Go(b.Compact)
	work.Go(func() {
		b.Apply(bridge(func(s *statement.Statement) { s.Version, s.Status = 2, statement.StatusWithdrawn }))
	})
	work.Go(func() { b.Apply(notice(7, 3, "Ngày hội bản Ón tổ chức ngày 12/12/2026.")) })
	work.Wait()
	if got := answeredFrom(b); got != "" {
		t.Errorf("what was withdrawn meanwhile is answered from: %s", got)
	}
	if s, ok := b.Statement("PN-2025-0007", statement.AudiencePublic, noon); !ok || s.Version != 3 {
		t.Errorf("what was edited meanwhile is %+v", s)
	}
	if hits := b.Search("ngày hội bản Ón", statement.AudiencePublic, noon, 1); len(hits) != 1 || hits[0].Statement != "PN-2025-0007" {
		t.Errorf("found %v", hits)
	}
}

func TestFindListsMoreThanAreLookedAt(t *testing.T) {
	b := largeBase()
	seen := map[string]bool{}
	for _, hit := range b.Search("lịch tiếp công dân", statement.AudiencePublic, noon, 100) {
		seen[hit.Statement] = true
	}
	if len(seen) != 100 {
		t.Errorf("%d different statements are listed, want 100", len(seen))
	}
}

func BenchmarkApplyTo100000(b *testing.B) {
	all := make([]statement.Statement, 100000)
	for i := range all {
		all[i] = notice(i, 1, fmt.Sprintf("Lịch tiếp công dân kỳ thứ %d của địa phương được niêm yết tại trụ sở.", i))
	}
	base := baseOf(all...)
	for n := int64(2); b.Loop(); n++ {
		base.Apply(notice(int(n)%len(all), n, "Lịch đã thay đổi."))
	}
}
