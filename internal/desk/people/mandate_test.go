package people_test

import (
	"errors"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
)

var noon = time.Date(2026, 11, 29, 12, 0, 0, 0, time.UTC)

func acting(kind people.SpokespersonKind, from, until time.Time) people.Officer {
	return people.Officer{ID: "an", Name: "Nguyễn An", Position: "Phó Giám đốc Sở Y tế", Role: people.RoleOperator, Unit: "TH-YT",
		Mandate: &people.Mandate{Kind: kind, Document: "12/UQ-SYT", Scope: "dịch sởi", From: from, Until: until}}
}

func TestWhoSpeaksIsWhoseMandateHoldsAtThatMoment(t *testing.T) {
	head := acting(people.Head, noon, time.Time{})
	account := people.Officer{ID: "b", Name: "B", Position: "Giám đốc", Role: people.RoleSpokesperson, Unit: "TH-YT"}
	for name, c := range map[string]struct {
		o        people.Officer
		at       time.Time
		signs    bool
		position string
	}{
		"authorised, at the first moment":   {acting(people.Authorised, noon, noon.Add(time.Hour)), noon, true, "Phó Giám đốc Sở Y tế, được ủy quyền phát ngôn theo văn bản số 12/UQ-SYT"},
		"authorised, before it":             {acting(people.Authorised, noon, noon.Add(time.Hour)), noon.Add(-1), false, "Phó Giám đốc Sở Y tế"},
		"authorised, at the end":            {acting(people.Authorised, noon, noon.Add(time.Hour)), noon.Add(time.Hour), false, "Phó Giám đốc Sở Y tế"},
		"the head, years later":             {head, noon.AddDate(3, 0, 0), true, "Phó Giám đốc Sở Y tế"},
		"an account of an older release":    {account, noon, true, "Giám đốc"},
		"resolved twice it is said once":    {people.InOffice(acting(people.Authorised, noon, noon.Add(time.Hour)), noon), noon, true, "Phó Giám đốc Sở Y tế, được ủy quyền phát ngôn theo văn bản số 12/UQ-SYT"},
		"a spokesperson whose term is over": {func() people.Officer { o := account; o.Mandate = &people.Mandate{Until: noon}; return o }(), noon, false, "Giám đốc"},
	} {
		got := people.InOffice(c.o, c.at)
		if err := people.MayPublish(got, "TH-YT"); (err == nil) != c.signs || got.Position != c.position {
			t.Errorf("%s: may publish %v, as %q", name, err, got.Position)
		}
		if people.MayPublish(got, "TH-XD") == nil {
			t.Errorf("%s: signs for another unit", name)
		}
	}
}

func TestWhoMayAuthoriseWhom(t *testing.T) {
	office := func(id string, role people.Role, kind people.SpokespersonKind) people.Officer {
		o := people.Officer{ID: id, Name: id, Position: "P", Role: role, Unit: "TH-YT"}
		if kind != "" {
			o.Mandate = &people.Mandate{Kind: kind}
		}
		return o
	}
	clerk := office("clerk", people.RoleOperator, "")
	head, assigned, standIn := office("head", people.RoleSpokesperson, people.Head), office("b", people.RoleSpokesperson, people.Assigned), office("c", people.RoleSpokesperson, people.Authorised)
	elsewhere := head
	elsewhere.Unit = "TH-XD"
	for name, c := range map[string]struct {
		by, to people.Officer
		kind   people.SpokespersonKind
		may    bool
	}{
		"the head authorises a colleague":            {head, clerk, people.Authorised, true},
		"the head makes nobody a head":               {head, clerk, people.Head, false},
		"the head of another unit does not":          {elsewhere, clerk, people.Authorised, false},
		"who is assigned does not authorise":         {assigned, clerk, people.Authorised, false},
		"who is authorised does not either":          {standIn, clerk, people.Authorised, false},
		"an account without a mandate does not":      {office("old", people.RoleSpokesperson, ""), clerk, people.Authorised, false},
		"nobody authorises themselves":               {head, head, people.Authorised, false},
		"who is assigned needs no authorisation":     {head, assigned, people.Authorised, false},
		"an administrator enters any document":       {office("root", people.RoleAdmin, ""), clerk, people.Assigned, true},
		"an administrator's account never speaks":    {office("root", people.RoleAdmin, ""), office("x", people.RoleAdmin, ""), people.Head, false},
		"an authorisation can be given anew, longer": {head, standIn, people.Authorised, true},
	} {
		if err := people.MayMandate(c.by, c.to, c.kind); (err == nil) != c.may {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWhatAMandateMustSay(t *testing.T) {
	good := people.Mandate{Kind: people.Authorised, Document: " 12/UQ ", Scope: "dịch sởi", From: noon, Until: noon.AddDate(0, 0, 7)}
	if m, err := good.Checked(noon); err != nil || m.Document != "12/UQ" {
		t.Errorf("%+v, %v", m, err)
	}
	for field, spoil := range map[string]func(*people.Mandate){
		"kind":     func(m *people.Mandate) { m.Kind = "D" },
		"document": func(m *people.Mandate) { m.Document = "  " },
		"scope":    func(m *people.Mandate) { m.Scope = "" },
		"until":    func(m *people.Mandate) { m.Until = time.Time{} },
		"until ":   func(m *people.Mandate) { m.Until = noon },
		"until  ":  func(m *people.Mandate) { m.From = m.Until },
	} {
		m := good
		spoil(&m)
		var invalid *desk.InvalidError
		if _, err := m.Checked(noon); !errors.As(err, &invalid) {
			t.Errorf("%s spoilt: %v", field, err)
		}
	}
}
