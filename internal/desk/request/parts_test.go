package request

import (
	"slices"
	"testing"

	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
)

var hoa = people.Requester{ID: "oa:1"}

func pieces() []Piece {
	return []Piece{{Asks: "Bao giờ xong?"}, {Unit: "TH-XD", Asks: "Tốn bao nhiêu?"}, {Unit: "TH-NNMT", Asks: "Ai bị thu hồi đất?"}}
}

// decide takes a part to its end: an answer, or a refusal.
func decide(t *testing.T, r Request, part int, w Reply) Request {
	t.Helper()
	unit := r.Parts[part].Unit
	an, binh := officer("an-"+unit, people.RoleOperator, unit), officer("binh-"+unit, people.RoleSpokesperson, unit)
	return walk(t, r,
		func(r Request) (Request, error) { return SaveDraft(r, part, an, rules, w, noon) },
		func(r Request) (Request, error) { return Approve(r, part, binh, r.Parts[part].Draft.Revision, noon) })
}

// brought are the answers that a request is to bring.
func brought(r Request) []effect.Answer {
	var all []effect.Answer
	for _, e := range r.Effects {
		if e.Kind == effect.DoAnswer {
			all = append(all, *e.Answer)
		}
	}
	return all
}

func divided(t *testing.T) Request {
	t.Helper()
	r := walk(t, newRequest("TH-YT"), func(r Request) (Request, error) {
		return Split(r, 0, officer("an", people.RoleOperator, "TH-YT"), pieces(), noon)
	})
	if len(r.Parts) != 3 || r.Parts[1].Unit != "TH-XD" || r.Parts[2].State != Received || !r.Parts[1].Clock.Start.Equal(r.Parts[0].Clock.Start) {
		t.Fatalf("parts %+v", r.Parts)
	}
	return r
}

var (
	yes = Reply{Text: "Tháng 12 xong."}
	no  = Reply{Outcome: Denied, Ground: "KHONG_DUOC_TIEP_CAN", Text: "Là dữ liệu cá nhân."}
)

func TestPartsAreBroughtAsTheyCome(t *testing.T) {
	r := decide(t, decide(t, divided(t), 0, yes), 1, no)
	if got := brought(r); len(got) != 2 || got[0].Part != 0 || got[1].Part != 1 || got[0].Whole != nil {
		t.Errorf("brought %+v", got)
	}
}

func TestPartsWantedTogetherAreBroughtOnceWhenTheLastIsDecided(t *testing.T) {
	r := walk(t, divided(t), func(r Request) (Request, error) { return Choose(r, hoa, true, noon) })
	r = decide(t, decide(t, r, 0, yes), 1, no)
	if got := brought(r); len(got) != 0 || !r.Parts[0].Held || !r.Parts[1].Held || r.State != Received {
		t.Fatalf("brought early: %+v", got)
	}
	r = walk(t, r, func(r Request) (Request, error) {
		return Transfer(r, 2, officer("x", people.RoleOperator, "TH-NNMT"), "TH-XD", "Của Xây dựng.", noon)
	})
	r = decide(t, r, 2, yes)
	got := brought(r)
	if len(got) != 1 || !slices.Equal(got[0].Whole, []int{1, 0, 1}) || !Stands(r, got[0]) {
		t.Fatalf("brought %+v", got)
	}
	again := walk(t, r, func(r Request) (Request, error) {
		return SaveDraft(r, 0, officer("an-TH-YT", people.RoleOperator, "TH-YT"), rules, Reply{Text: "Tháng 1 xong."}, noon)
	})
	if Stands(again, got[0]) || again.Parts[0].Held {
		t.Error("what was voided still stands")
	}
	again = decide(t, again, 0, Reply{Text: "Tháng 2 xong."})
	if all := brought(again); len(all) != 2 || !slices.Equal(all[1].Whole, []int{3, 0, 1}) {
		t.Errorf("after the second signature: %+v", all)
	}
}

func TestTheLastPartWithdrawnBringsTheOthers(t *testing.T) {
	r := walk(t, divided(t), func(r Request) (Request, error) { return Choose(r, hoa, true, noon) })
	r = decide(t, r, 0, yes)
	r = walk(t, r, func(r Request) (Request, error) { return Withdraw(r, hoa, noon) })
	if got := brought(r); len(got) != 1 || !slices.Equal(got[0].Whole, []int{1, -1, -1}) || !Stands(r, got[0]) {
		t.Errorf("brought %+v", got)
	}
}

func TestWhatWasHeldBackGoesOutWhenThePersonChoosesSo(t *testing.T) {
	r := walk(t, divided(t), func(r Request) (Request, error) { return Choose(r, hoa, true, noon) })
	r = decide(t, decide(t, r, 0, yes), 1, no)
	r = walk(t, r, func(r Request) (Request, error) { return Choose(r, hoa, false, noon) })
	if got := brought(r); len(got) != 2 || got[0].Revision != 1 || got[1].Revision != 0 || r.Parts[0].Held {
		t.Errorf("brought %+v", got)
	}
	if _, err := Choose(r, people.Requester{ID: "oa:2"}, true, noon); err == nil {
		t.Error("somebody else chooses")
	}
}

func TestSplitRefuses(t *testing.T) {
	an, many := officer("an", people.RoleOperator, "TH-YT"), make([]Piece, maxParts+1)
	for i := range many {
		many[i] = Piece{Unit: "TH-XD", Asks: "Gì?"}
	}
	for name, in := range map[string][]Piece{"one part": {{Asks: "a"}}, "no words": {{Asks: "a"}, {Unit: "TH-XD"}}, "no unit": {{Asks: "a"}, {Asks: "b"}}, "too many": many} {
		if _, err := Split(newRequest("TH-YT"), 0, an, in, noon); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := Split(newRequest("TH-YT"), 0, officer("x", people.RoleSpokesperson, "TH-XD"), pieces(), noon); err == nil {
		t.Error("another unit divides it")
	}
}

func TestPartlyGivenNamesWhatIsLeftOutAndWhy(t *testing.T) {
	an := officer("an", people.RoleOperator, "TH-YT")
	for name, w := range map[string]Reply{
		"no ground": {Outcome: Partly, Text: "a", Masked: "Tên người."}, "not what": {Outcome: Partly, Text: "a", Ground: "KHONG_DUOC_TIEP_CAN"},
		"no outcome there is": {Outcome: "maybe", Text: "a"}, "the press's ground": {Outcome: Partly, Text: "a", Masked: "b", Ground: "DT"},
	} {
		if _, err := SaveDraft(newRequest("TH-YT"), 0, an, rules, w, noon); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	r := decide(t, newRequest("TH-YT"), 0, Reply{Outcome: Partly, Text: "Có 12 hộ.", Masked: "Tên các hộ.", Ground: "KHONG_DUOC_TIEP_CAN"})
	if p := r.Parts[0]; p.Outcome() != Partly || p.Approval.Masked != "Tên các hộ." || p.State != Approved {
		t.Errorf("part %+v", p)
	}
}

// Who sets the outcome has decided something too, and does not sign it.
func TestWhoSetsTheOutcomeDoesNotSign(t *testing.T) {
	an, binh := officer("an", people.RoleOperator, "TH-YT"), officer("binh", people.RoleSpokesperson, "TH-YT")
	r := walk(t, newRequest("TH-YT"), draft(an), func(r Request) (Request, error) {
		return SaveDraft(r, 0, binh, rules, Reply{Outcome: NoInfo, Text: "Tháng 12 xong."}, noon)
	})
	if _, err := Approve(r, 0, binh, 2, noon); err == nil {
		t.Error("binh signs the outcome that binh set")
	}
	if slices.Contains(Actions(binh, r, 0), ActApprove) {
		t.Error("it is offered")
	}
}

// Else a unit in which everybody once refused could sign nothing any more.
func TestWhoseOutcomeWasChangedSinceMaySign(t *testing.T) {
	an, binh := officer("an", people.RoleOperator, "TH-YT"), officer("binh", people.RoleSpokesperson, "TH-YT")
	r := walk(t, newRequest("TH-YT"), func(r Request) (Request, error) {
		return SaveDraft(r, 0, binh, rules, Reply{Outcome: NoInfo, Text: "Không lưu."}, noon)
	}, func(r Request) (Request, error) {
		return SaveDraft(r, 0, an, rules, Reply{Text: "Tháng 12 xong."}, noon)
	})
	if _, err := Approve(r, 0, an, 2, noon); err == nil {
		t.Error("an signs the outcome that an set")
	}
	if _, err := Approve(r, 0, binh, 2, noon); err != nil || !slices.Contains(Actions(binh, r, 0), ActApprove) {
		t.Errorf("nothing of binh's stands in the draft, and yet: %v", err)
	}
}

func TestADisputedAnswerIsAskedAnewOfOthers(t *testing.T) {
	r := decide(t, newRequest("TH-YT"), 0, yes)
	r = walk(t, r, send, func(r Request) (Request, error) {
		return Dispute(r, 0, hoa, rules, "Chưa nói ai chịu trách nhiệm.", noon)
	})
	p := r.Parts[1]
	if len(r.Parts) != 2 || r.Parts[0].State != Sent || p.State != Received || p.Clock.Rule != policy.RuleReview || p.Again != 1 || r.State != Received {
		t.Fatalf("parts %+v", r.Parts)
	}
	for _, id := range []string{"an-TH-YT", "binh-TH-YT"} {
		by := officer(id, people.RoleSpokesperson, "TH-YT")
		if _, err := SaveDraft(r, 1, by, rules, yes, noon); err == nil || slices.Contains(Actions(by, r, 1), ActDraft) {
			t.Errorf("%s answers again", id)
		}
	}
	fresh := walk(t, r, func(r Request) (Request, error) {
		return SaveDraft(r, 1, officer("moi", people.RoleOperator, "TH-YT"), rules, Reply{Text: "Ông A."}, noon)
	})
	if _, err := Approve(fresh, 1, officer("binh-TH-YT", people.RoleSpokesperson, "TH-YT"), 1, noon); err == nil {
		t.Error("who signed the first signs the second")
	}
	walk(t, fresh, func(r Request) (Request, error) {
		return Approve(r, 1, officer("moi2", people.RoleSpokesperson, "TH-YT"), 1, noon)
	})
	if _, err := Dispute(r, 0, hoa, rules, "nữa", noon); err == nil {
		t.Error("disputed twice")
	}
	if _, err := Dispute(decide(t, newRequest("TH-YT"), 0, yes), 0, hoa, rules, "sớm", noon); err == nil {
		t.Error("disputed before it came")
	}
}
