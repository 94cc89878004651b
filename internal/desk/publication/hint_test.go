package publication_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/publication"
	"phatngon/knowledge/statement"
)

var hintNoon = time.Date(2026, 11, 29, 12, 0, 0, 0, time.UTC)

func TestHintsChangeNothingElse(t *testing.T) {
	drafter := people.Officer{ID: "an", Role: people.RoleOperator, Unit: "TH-YT"}
	said := statement.Statement{Code: "PN-1", Version: 4, Unit: "TH-YT", Status: statement.StatusPublished, Author: "binh", Authorship: "binh", Body: "Ngày mai.", SaidSince: 2}
	said.Proposal = &statement.Statement{Unit: "TH-YT", Body: "Ngày kia."}
	c, err := publication.Hint(said, []string{"  Khi nào  tiêm vậy? ", "khi nao tiem vay", "", "Tiêm ở đâu thế?"}, drafter, hintNoon)
	if err != nil {
		t.Fatal(err)
	}
	got := c.Statement
	if want := []string{"Khi nào tiêm vậy?", "Tiêm ở đâu thế?"}; !slices.Equal(got.Hints, want) {
		t.Errorf("hints %q, want %q", got.Hints, want)
	}
	if got.Author != "binh" || got.Authorship != "binh" || got.Body != said.Body || got.SaidSince != 2 || got.Proposal == nil {
		t.Errorf("more than the hints changed: %+v", got)
	}
	var kinds []effect.Kind
	for _, e := range c.Effects {
		kinds = append(kinds, e.Kind)
	}
	if want := []effect.Kind{effect.DoAudit, effect.DoReindex}; !slices.Equal(kinds, want) {
		t.Errorf("effects %v, want %v: it is audited and found by at once, and no news", kinds, want)
	}
}

func TestHintsOutliveAnEditAndItsPublication(t *testing.T) {
	drafter := people.Officer{ID: "an", Role: people.RoleOperator, Unit: "TH-YT"}
	signer := people.Officer{ID: "binh", Role: people.RoleSpokesperson, Unit: "TH-YT", Name: "Bình", Position: "Giám đốc"}
	said := statement.Statement{Code: "PN-1", Version: 4, Unit: "TH-YT", Status: statement.StatusPublished, Body: "Ngày mai.", Hints: []string{"Khi nào tiêm vậy?"}}
	edited := said
	edited.Body, edited.Hints = "Ngày kia.", nil
	c, err := publication.Save(said, edited, drafter, hintNoon)
	if err != nil {
		t.Fatal(err)
	}
	if c, err = publication.Publish(c.Statement, signer, nil, hintNoon); err != nil || c.Statement.Body != "Ngày kia." || !slices.Equal(c.Statement.Hints, said.Hints) {
		t.Errorf("%+v, %v", c.Statement, err)
	}
}

func TestHintsOfNoUseAreRefusedWithWhy(t *testing.T) {
	drafter := people.Officer{ID: "an", Role: people.RoleOperator, Unit: "TH-YT"}
	draft := statement.Statement{Code: "PN-1", Version: 1, Unit: "TH-YT", Status: statement.StatusDraft}
	var many []string
	for i := range publication.MostHints + 1 {
		many = append(many, "Tiêm ở thôn nào "+strings.Repeat("x", i+1))
	}
	for name, c := range map[string]struct {
		hints []string
		want  string
	}{
		"too short": {[]string{"bao giờ"}, "quá ngắn"},
		"too long":  {[]string{strings.Repeat("tiêm ở đâu ", 30)}, "200 ký tự"},
		"too many":  {many, "nhiều nhất 30"},
	} {
		if _, err := publication.Hint(draft, c.hints, drafter, hintNoon); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	if _, err := publication.Hint(draft, nil, people.Officer{ID: "chi", Role: people.RoleOperator, Unit: "TH-XD"}, hintNoon); err == nil {
		t.Error("another unit's officer gives hints")
	}
}
