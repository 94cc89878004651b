package web

import (
	"testing"

	"phatngon/knowledge/statement"
)

func TestAStatementOnATopicOfCrisesStandsAboveAllElseWhileItIsInForce(t *testing.T) {
	crisis := func(change func(*statement.Statement)) statement.Statement {
		return said("PN-9", func(s *statement.Statement) {
			s.Title, s.Topics = "Sơ tán dân ven sông Mã trước 17 giờ", []string{"Khẩn cấp"}
			if change != nil {
				change(s)
			}
		})
	}
	for name, c := range map[string]struct {
		change func(*statement.Statement)
		stands bool
	}{
		"in force":      {nil, true},
		"without topic": {func(s *statement.Statement) { s.Topics = []string{"thời tiết"} }, false},
		"over":          {func(s *statement.Statement) { s.ValidUntil = ptr(today.AddDate(0, 0, -1)) }, false},
		"withdrawn":     {func(s *statement.Statement) { s.Status = statement.StatusWithdrawn }, false},
		"for the press": {func(s *statement.Statement) { s.Audience = statement.AudiencePress }, false},
		"under embargo": {func(s *statement.Statement) { s.EmbargoUntil = ptr(today.AddDate(0, 0, 1)) }, false},
	} {
		h := newHouse(t, nil, said("PN-1", nil), crisis(c.change))
		config, home := h.get("/api/v1/config").wantStatus(t, 200), h.get("/").wantStatus(t, 200)
		if c.stands {
			config.wantText(t, `"crisis":{"code":"PN-9"`, "Sơ tán dân")
			home.wantText(t, "Thông tin khẩn", `<a href="/s/PN-9">Sơ tán dân`)
			continue
		}
		t.Log(name)
		config.wantText(t, `"crisis":null`)
		home.wantNoText(t, "Thông tin khẩn")
	}
}
