package statements

import (
	"testing"
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/knowledge/statement"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, calendar.Zone)

func TestStandingTellsEmbargoAndExpiry(t *testing.T) {
	before, after := noon.Add(-time.Hour), noon.Add(time.Hour)
	for name, c := range map[string]struct {
		s    statement.Statement
		want string
	}{
		"in force":        {statement.Statement{Status: "published", ValidUntil: &after, EmbargoUntil: &before}, "Đang hiệu lực"},
		"under embargo":   {statement.Statement{Status: "published", EmbargoUntil: &after}, "Chờ đến giờ công bố"},
		"expired":         {statement.Statement{Status: "published", ValidUntil: &before}, "Đã hết hiệu lực"},
		"draft":           {statement.Statement{Status: "draft", EmbargoUntil: &after}, "Bản nháp"},
		"withdrawn stays": {statement.Statement{Status: "withdrawn", ValidUntil: &before}, "Đã thu hồi"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := stateLabelOf(c.s, noon).Text; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
