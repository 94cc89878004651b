package request

import (
	"testing"

	"phatngon/internal/desk/people"
)

func TestTheTextLastApprovedOrReturnedIsKept(t *testing.T) {
	an, binh := officer("an", people.RoleOperator, "TH-YT"), officer("binh", people.RoleSpokesperson, "TH-YT")
	say := func(text string) func(Request) (Request, error) {
		return func(r Request) (Request, error) { return SaveDraft(r, 0, an, rules, Reply{Text: text}, noon) }
	}
	r := walk(t, newRequest("TH-YT"), say("một"), say("hai"))
	if got := r.Parts[0].Judged; got != "" {
		t.Errorf("before any judgement: %q", got)
	}
	r = walk(t, r, func(r Request) (Request, error) { return ReturnDraft(r, 0, binh, "Thiếu ngày", noon) }, say("ba"))
	if got := r.Parts[0].Judged; got != "hai" {
		t.Errorf("after the return: %q, want the text that was returned", got)
	}
	r = walk(t, r, approve(binh, 3), say("bốn"))
	if got := r.Parts[0].Judged; got != "ba" {
		t.Errorf("after the approval: %q, want the text that was approved", got)
	}
}
