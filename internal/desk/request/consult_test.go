package request

import (
	"errors"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
)

func consult(by people.Officer, who string) func(Request) (Request, error) {
	return func(r Request) (Request, error) { return Consult(r, 0, by, who, noon) }
}

func hear(by people.Officer, who string, o Opinion) func(Request) (Request, error) {
	return func(r Request) (Request, error) { return Hear(r, 0, by, who, o, "E-mail ngày 23/11.", noon) }
}

func again(by people.Officer, text string) func(Request) (Request, error) {
	return func(r Request) (Request, error) { return SaveDraft(r, 0, by, rules, Reply{Text: text}, noon) }
}

func TestADraftThatQuotesSomebodyIsSignedOnceTheyAgreedToThatVeryText(t *testing.T) {
	an, binh := officer("an", people.RoleOperator, "TH-YT"), officer("binh", people.RoleSpokesperson, "TH-YT")
	asked := walk(t, newRequest("TH-YT"), draft(an), consult(an, "Ông Lê B,  Giám đốc"))
	const who = "Ông Lê B, Giám đốc"
	edited := walk(t, asked, hear(an, who, Agreed), again(an, "Tháng 12 xong phần mới."))
	for name, c := range map[string]struct {
		r        Request
		revision int
		signed   bool
	}{
		"while they are waited for":                 {asked, 1, false},
		"when they want it changed":                 {walk(t, asked, hear(an, who, Changes)), 1, false},
		"when they agree":                           {walk(t, asked, hear(an, who, Agreed)), 1, true},
		"when they are not quoted any more":         {walk(t, asked, hear(an, who, NotQuoted)), 1, true},
		"when it was edited after they had agreed":  {edited, 2, false},
		"when the edit was shown and agreed to":     {walk(t, edited, consult(an, who), hear(an, who, Agreed)), 2, true},
		"when one of two agrees":                    {walk(t, asked, consult(an, "Bà C"), hear(an, who, Agreed)), 1, false},
		"when the second agrees too":                {walk(t, asked, consult(an, "Bà C"), hear(an, who, Agreed), hear(an, "Bà C", Agreed)), 1, true},
		"when nobody was ever asked, as in most":    {walk(t, newRequest("TH-YT"), draft(an)), 1, true},
		"when what was agreed to is asked of again": {walk(t, asked, hear(an, who, Agreed), consult(an, who)), 1, false},
	} {
		_, err := Approve(c.r, 0, binh, c.revision, noon)
		if (err == nil) != c.signed || err != nil && !errors.Is(err, desk.ErrForbidden) {
			t.Errorf("%s: %v", name, err)
		}
		if offered := strings.Contains(strings.Join(Actions(binh, c.r, 0), " "), ActApprove); offered != c.signed {
			t.Errorf("%s: approval is offered: %v", name, offered)
		}
	}
}

func TestADraftLooksAsIfItQuotedSomebody(t *testing.T) {
	for text, want := range map[string]bool{
		"Ông B cho biết: “Chúng tôi sẽ hoàn thành trong tháng 12 năm nay.”": true,
		"Dự án “Cầu Hàm Rồng” xong tháng 12.":                               false,
		"Xong tháng 12.": false,
	} {
		if (&Draft{Text: text}).Quotes() != want {
			t.Errorf("%q: want %v", text, want)
		}
	}
	if (*Draft)(nil).Quotes() {
		t.Error("no draft quotes somebody")
	}
}

func TestAnActingSignerSignsAsTheDocumentSaysAndOnlyThat(t *testing.T) {
	an := officer("an", people.RoleOperator, "TH-YT")
	standIn := func(from, until time.Time, only ...string) people.Officer {
		o := officer("chi", people.RoleOperator, "TH-YT")
		o.Mandate = &people.Mandate{Kind: people.Authorised, Document: "12/UQ-SYT", Scope: "trong kỳ nghỉ", Only: only, From: from, Until: until}
		return o
	}
	r := walk(t, newRequest("TH-YT"), draft(an))
	for name, c := range map[string]struct {
		by     people.Officer
		signed bool
	}{
		"while it holds":                  {standIn(noon.Add(-time.Hour), noon.Add(time.Hour)), true},
		"for this very request":           {standIn(noon.Add(-time.Hour), noon.Add(time.Hour), "TH-2026-00001"), true},
		"for another request":             {standIn(noon.Add(-time.Hour), noon.Add(time.Hour), "TH-2026-00002"), false},
		"before it begins":                {standIn(noon.Add(time.Minute), noon.Add(time.Hour)), false},
		"after it has ended":              {standIn(noon.Add(-time.Hour), noon), false},
		"a clerk without any":             {officer("chi", people.RoleOperator, "TH-YT"), false},
		"resolved before, over meanwhile": {people.InOffice(standIn(noon.Add(-time.Hour), noon), noon.Add(-time.Minute)), false},
	} {
		next, err := Approve(r, 0, c.by, 1, noon)
		if (err == nil) != c.signed {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if a := next.Parts; c.signed && (a[0].Approval.Kind != people.Authorised || !strings.HasSuffix(a[0].Approval.Position, "theo văn bản số 12/UQ-SYT")) {
			t.Errorf("%s: signed as %+v", name, a[0].Approval)
		}
	}
	if _, err := Approve(walk(t, newRequest("TH-YT"), draft(standIn(noon.Add(-time.Hour), noon.Add(time.Hour)))), 0, standIn(noon.Add(-time.Hour), noon.Add(time.Hour)), 1, noon); !errors.Is(err, desk.ErrForbidden) {
		t.Errorf("an acting signer signs own words: %v", err)
	}
}
