package request

import (
	"slices"
	"testing"
	"time"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
)

// wholeVoided is a request whose three parts went on their way together, before the first
// was drafted anew.
func wholeVoided(t *testing.T) Request {
	t.Helper()
	r := walk(t, divided(t), func(r Request) (Request, error) { return Choose(r, hoa, true, noon) })
	r = decide(t, decide(t, decide(t, r, 0, yes), 1, no), 2, yes)
	r = walk(t, r, func(r Request) (Request, error) {
		return SaveDraft(r, 0, officer("an-TH-YT", people.RoleOperator, "TH-YT"), rules, Reply{Text: "Tháng 1 xong."}, noon)
	})
	if !r.Parts[1].Held || !r.Parts[2].Held {
		t.Fatal("what was on its way with the voided answer is lost")
	}
	return r
}

func TestAVoidedAnswerTakesNoOtherWithIt(t *testing.T) {
	for name, c := range map[string]struct {
		then  func(Request) (Request, error)
		whole bool
	}{
		"the part is withdrawn":         {func(r Request) (Request, error) { return Withdraw(r, hoa, noon) }, true},
		"each is wanted as it comes":    {func(r Request) (Request, error) { return Choose(r, hoa, false, noon) }, false},
		"it is signed in its new words": {func(r Request) (Request, error) { return decide(t, r, 0, yes), nil }, true},
	} {
		r := wholeVoided(t)
		before := len(brought(r))
		r = walk(t, r, c.then)
		got := brought(r)[before:]
		switch {
		case c.whole && (len(got) != 1 || len(got[0].Whole) != 3 || !Stands(r, got[0])):
			t.Errorf("%s: %+v", name, got)
		case !c.whole && (len(got) != 2 || got[0].Part != 1 || got[1].Part != 2):
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestADisputeSendsWhatWaitedForTheRest(t *testing.T) {
	r := decide(t, divided(t), 0, yes)
	r = walk(t, r, send, func(r Request) (Request, error) { return Choose(r, hoa, true, noon) })
	r = decide(t, r, 1, no)
	if !r.Parts[1].Held || MayDispute(r, 1) {
		t.Fatalf("held %v, and may be disputed before it was said: %v", r.Parts[1].Held, MayDispute(r, 1))
	}
	before := len(brought(r))
	r = walk(t, r, func(r Request) (Request, error) { return Dispute(r, 0, hoa, rules, "Chưa nói ngày.", noon) })
	if got := brought(r)[before:]; len(got) != 1 || got[0].Part != 1 || r.Parts[1].Held {
		t.Errorf("brought %+v", got)
	}
}

// Who answered first answers the review by no way round.
func TestAReviewDividedStaysWithOthers(t *testing.T) {
	r := decide(t, newRequest("TH-YT"), 0, yes)
	r = walk(t, r, send, func(r Request) (Request, error) { return Dispute(r, 0, hoa, rules, "Chưa rõ.", noon) },
		func(r Request) (Request, error) {
			return Split(r, 1, officer("moi", people.RoleOperator, "TH-YT"), []Piece{{Asks: "Ngày nào?"}, {Unit: "TH-YT", Asks: "Ở đâu?"}}, noon)
		})
	first := officer("an-TH-YT", people.RoleOperator, "TH-YT")
	for part := 1; part < 3; part++ {
		if _, err := SaveDraft(r, part, first, rules, yes, noon); err == nil || MayDispute(r, part) || r.Parts[part].Again != 1 {
			t.Errorf("part %d: drafted by who answered first, or disputed again: %+v", part+1, r.Parts[part])
		}
	}
	r = walk(t, r, func(r Request) (Request, error) {
		return SaveDraft(r, 1, officer("moi", people.RoleOperator, "TH-YT"), rules, yes, noon)
	})
	signer := officer("binh-TH-YT", people.RoleSpokesperson, "TH-YT")
	if _, err := ReturnDraft(r, 1, signer, "Viết lại.", noon); err == nil || slices.Contains(Actions(signer, r, 1), ActReturn) {
		t.Error("who signed first sends the new draft back")
	}
}

func TestAWordOnItsWayWhenTheUnitAsksIsKept(t *testing.T) {
	r := walk(t, newRequest("TH-YT"), func(r Request) (Request, error) {
		return Assign(r, 0, officer("an", people.RoleOperator, "TH-YT"), noon)
	}, func(r Request) (Request, error) {
		return Clarify(r, 0, officer("an", people.RoleOperator, "TH-YT"), rules, "Ở thôn nào?", noon.Add(time.Minute))
	})
	r = walk(t, r, func(r Request) (Request, error) {
		return Add(r, hoa, func(Part) policy.Set { return rules }, "Ở thôn Đông.", noon)
	})
	if p := r.Parts[0]; p.Clock.Paused() || p.Clarifications[0].Answer != "Ở thôn Đông." || len(r.Additions) != 1 {
		t.Errorf("part %+v, additions %v", p, r.Additions)
	}
}

func TestARequestIsOfWhoStillOwesSomething(t *testing.T) {
	r := walk(t, divided(t), func(r Request) (Request, error) { return Choose(r, hoa, true, noon) })
	r = decide(t, r, 0, yes)
	if r.Unit != "TH-XD" || r.State != Received {
		t.Errorf("it stands with %s as %s", r.Unit, r.State)
	}
}

func TestNobodyAsksBackWhoWasErased(t *testing.T) {
	r := walk(t, newRequest("TH-YT"), func(r Request) (Request, error) {
		return Assign(r, 0, officer("an", people.RoleOperator, "TH-YT"), noon)
	})
	r.Requester = ""
	if _, err := Clarify(r, 0, officer("an", people.RoleOperator, "TH-YT"), rules, "Ở thôn nào?", noon); err == nil {
		t.Error("the clock stands still for nobody")
	}
}
