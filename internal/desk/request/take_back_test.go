package request

import (
	"errors"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
)

func TestADraftIsTakenBackAtOnceByWhoMadeItAndByNobodyElse(t *testing.T) {
	an, colleague, signer := officer("an", people.RoleOperator, "TH-YT"), officer("ca", people.RoleOperator, "TH-YT"), officer("binh", people.RoleSpokesperson, "TH-YT")
	refuse := func(r Request) (Request, error) {
		return SaveDraft(r, 0, an, rules, Reply{Text: "Là bí mật nhà nước.", Outcome: Denied, Ground: rules.Grounds(people.Citizen)[0].Code}, noon)
	}
	saved := walk(t, newRequest("TH-YT"), refuse)
	back := func(by people.Officer, at time.Time) func(Request) (Request, error) {
		return func(r Request) (Request, error) { return TakeBack(r, 0, by, at) }
	}
	r := walk(t, saved, back(an, noon.Add(time.Minute)))
	if p := r.Parts[0]; p.Draft != nil || p.State != Assigned || p.Steps[len(p.Steps)-1].Action != ActTakeBack {
		t.Errorf("taken back: %+v", p)
	}
	walk(t, r, draft(colleague), approve(signer, 1)) // and it goes on as if nothing had been
	for name, c := range map[string]struct {
		r  Request
		by people.Officer
		at time.Time
	}{
		"too late":      {saved, an, noon.Add(3 * time.Minute)},
		"a colleague":   {saved, colleague, noon},
		"drafted again": {walk(t, saved, refuse), an, noon},
		"an answer":     {walk(t, newRequest("TH-YT"), draft(an)), an, noon},
		"approved":      {walk(t, saved, approve(signer, 1)), an, noon},
		"never drafted": {newRequest("TH-YT"), an, noon},
	} {
		_, err := back(c.by, c.at)(c.r)
		var rule *desk.RuleError
		if !errors.As(err, &rule) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
