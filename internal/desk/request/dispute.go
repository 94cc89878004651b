package request

import (
	"slices"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
)

// MayDispute says whether the person may still say that a part does not answer what they
// asked: once for each, and not for one opened by such a word.
func MayDispute(r Request, part int) bool {
	p := r.Parts[part]
	return !p.Disputed && !p.Held && len(p.Barred) == 0 && len(r.Parts) < maxParts
}

// Disputable are the parts that the person may still dispute by now.
func Disputable(r Request) []int {
	var all []int
	for i, p := range r.Parts {
		if open(p.State, ActDispute) && MayDispute(r, i) {
			all = append(all, i)
		}
	}
	return all
}

// Dispute opens what a part asked anew: as a part of its own, with its own clock, of the
// same unit, to be answered by others than those who wrote and signed the first answer.
// The first stays what it is, since it was said.
func Dispute(r Request, part int, who people.Requester, rules policy.Set, text string, at time.Time) (Request, error) {
	if part < 0 || part >= len(r.Parts) || !MayDispute(r, part) {
		return Request{}, &desk.RuleError{Text: "Phần này đã được xem lại một lần. Anh/Chị có quyền khiếu nại theo quy định của pháp luật, hoặc gửi yêu cầu mới."}
	}
	before := r.Parts[part]
	next, err := take(r, part, ActDispute, asker(r, who), at, "", func(p *Part) error {
		p.Disputed = true
		return nil
	})
	if err != nil {
		return Request{}, err
	}
	next.Parts = append(next.Parts, Part{Unit: before.Unit, Asks: Asked(r, part), State: Received, Clock: reviewClock(r, before, rules, at), Again: Number(part),
		Barred: whoAnswered(before), Steps: []Step{{At: at, Officer: ByRequester, Action: ActReceive}}})
	next.Effects = append(next.Effects, mailOf(r.Code, len(next.Parts)-1, 1, at))
	if clean(text) != "" {
		next.Additions = append(slices.Clip(r.Additions), Addition{Text: clean(text), At: at})
	}
	next.Joined = ""      // what was not answered by the other's answer goes on alone
	next.Together = false // what is asked again comes by itself, and what waited for the rest goes out
	next = next.release(at)
	return share(summarise(next), at), short("text", clean(text))
}

// reviewClock is the term for saying whether what was given is right and whole (Luật
// 01/2026/QH16, Art. 28); of a refusal, and for the press, that of a new request.
func reviewClock(r Request, before Part, rules policy.Set, at time.Time) calendar.Clock {
	rule, ok := rules.Rule(policy.RuleReview)
	if !ok || before.Refusal != nil || policy.LawFor(r.RequesterKind) != policy.LawAccess {
		rule = rules.RuleOfKind(r.RequesterKind, r.Kind)
	}
	return rules.Start(rule, at)
}

// whoAnswered are the officers who wrote or signed what a part came to.
func whoAnswered(p Part) []string {
	var all []string
	if p.Draft != nil {
		all = p.Draft.WrittenBy()
	}
	for _, id := range []string{approver(p), refuser(p)} {
		if id != "" && !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	return all
}

func approver(p Part) string {
	if p.Approval == nil {
		return ""
	}
	return p.Approval.Officer
}

func refuser(p Part) string {
	if p.Refusal == nil {
		return ""
	}
	return p.Refusal.Officer
}
