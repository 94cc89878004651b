package statements

import (
	"testing"
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/knowledge"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, calendar.Zone)

func TestStandingTellsEmbargoAndExpiry(t *testing.T) {
	before, after := noon.Add(-time.Hour), noon.Add(time.Hour)
	for name, c := range map[string]struct {
		s    knowledge.Statement
		want string
	}{
		"in force":        {knowledge.Statement{Status: "published", ValidUntil: &after, EmbargoUntil: &before}, "Đang hiệu lực"},
		"under embargo":   {knowledge.Statement{Status: "published", EmbargoUntil: &after}, "Chờ đến giờ công bố"},
		"expired":         {knowledge.Statement{Status: "published", ValidUntil: &before}, "Đã hết hiệu lực"},
		"draft":           {knowledge.Statement{Status: "draft", EmbargoUntil: &after}, "Bản nháp"},
		"withdrawn stays": {knowledge.Statement{Status: "withdrawn", ValidUntil: &before}, "Đã thu hồi"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := stateLabelOf(c.s, noon).Text; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
