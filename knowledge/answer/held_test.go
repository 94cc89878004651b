package answer

import (
	"strings"
	"testing"
	"time"

	"phatngon/knowledge/answer/quotable"
	"phatngon/knowledge/statement"
	"phatngon/knowledge/verify"
)

// What stands below "không được hỗ trợ" says the opposite without it.
func TestWholeAddsWhatAPartCannotBeReadWithout(t *testing.T) {
	body := "Hỗ trợ nhà ở cho hộ nghèo.\n\nCác trường hợp sau không được hỗ trợ:\n- Hộ đã được xây nhà năm 2025.\n- Hộ có nhà kiên cố.\n\nHồ sơ nộp tại xã."
	for part, want := range map[string]string{
		"Hộ có nhà kiên cố.":  "Các trường hợp sau không được hỗ trợ:\n- Hộ đã được xây nhà năm 2025.\n- Hộ có nhà kiên cố.",
		"Hồ sơ nộp tại xã.":   "Hồ sơ nộp tại xã.",
		"nhà ở cho hộ nghèo.": "nhà ở cho hộ nghèo.",
	} {
		at := strings.Index(body, part)
		got := quotable.Whole(body, verify.Span{Start: at, End: at + len(part)})
		if body[got.Start:got.End] != want {
			t.Errorf("%q is read as %q, want %q", part, body[got.Start:got.End], want)
		}
	}
}

func TestWhatWasWithdrawnBeforeItWasPublicStaysHidden(t *testing.T) {
	lifts := noon.Add(24 * time.Hour)
	for name, c := range map[string]struct {
		withdrawn time.Time
		known     bool
	}{
		"under embargo":        {lifts.Add(-time.Hour), false},
		"after it was to read": {lifts.Add(time.Hour), true},
	} {
		b := NewBase(Options{})
		b.Replace([]statement.Statement{bridge(func(s *statement.Statement) {
			s.EmbargoUntil, s.Status, s.UpdatedAt = &lifts, statement.StatusWithdrawn, c.withdrawn
		})})
		if _, ok := b.Held(bridge(nil).Code, statement.AudiencePublic, lifts.Add(48*time.Hour)); ok != c.known {
			t.Errorf("withdrawn %s: known %v, want %v", name, ok, c.known)
		}
	}
}
