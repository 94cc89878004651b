package request

import (
	"fmt"
	"slices"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
)

// actor is who takes a step: an officer, the system, or the person who asked.
type actor struct {
	id  string // what the history says of who it was
	may func(unit string) func(Who) error
}

// byOfficer is the officer as they stand at an instant, on one request.
func byOfficer(o people.Officer, code string, at time.Time) actor {
	o = people.InOffice(o, at)
	return actor{o.ID, func(unit string) func(Who) error { return May(o, code, unit) }}
}

// step is a step of an officer, or of the system, which is the officer without an id.
func step(r Request, part int, action string, by people.Officer, at time.Time, note string, change func(*Part) error) (Request, error) {
	return take(r, part, action, byOfficer(by, r.Code, at), at, note, change)
}

// take is the only way a part changes: it asks the table, applies change to a copy,
// writes the history line, and adds what must follow to the request's effects.
func take(r Request, part int, action string, by actor, at time.Time, note string, change func(*Part) error) (Request, error) {
	if part < 0 || part >= len(r.Parts) {
		return Request{}, &desk.InvalidError{Field: "part", Text: "Yêu cầu không có phần việc này."}
	}
	if joinedBars(r, action) {
		return Request{}, &desk.RuleError{Text: "Yêu cầu này đang ghép với " + r.Joined + " và được trả lời cùng. Muốn xử lý riêng, xin tách ra trước ở trang “Yêu cầu cùng nội dung”."}
	}
	r.Parts = slices.Clone(r.Parts)
	p := &r.Parts[part]
	next, err := Life().Next(p.State, action, by.may(p.Unit))
	if err != nil {
		return Request{}, err
	}
	before := *p
	if change != nil {
		if err := change(p); err != nil {
			return Request{}, err
		}
	}
	p.State, p.Held = next, p.Held && (p.Approval != nil || p.Refusal != nil)
	p.Steps = append(slices.Clip(p.Steps), Step{At: at, Officer: by.id, Action: action, Note: note})
	r.UpdatedAt = at
	if before.Approval != nil && p.Approval == nil && r.Together {
		r.hold(part)
	}
	r.Effects = append(slices.Clip(r.Effects), follows(r, part, action, before)...)
	if slices.Contains([]string{ActApprove, ActRefuse, ActWithdraw, ActCopy, ActAnew}, action) {
		r = r.bring(part, fmt.Sprintf("request:%s/%d/%d/answer", r.Code, part, len(r.Parts[part].Steps)), at)
	}
	if slices.Contains([]string{ActApprove, ActRefuse, ActWithdraw, ActSplit}, action) || before.Approval != nil && p.Approval == nil {
		r.Effects = append(slices.Clip(r.Effects), effect.Effect{Key: fmt.Sprintf("request:%s/%d/%d/joined", r.Code, part, len(r.Parts[part].Steps)), Kind: effect.DoJoined, At: at, News: &effect.News{Request: r.Code}})
	}
	return share(summarise(r), at), nil
}

// joinedBars are the steps of officers that a joined request does not take: its lead does.
func joinedBars(r Request, action string) bool {
	return r.Joined != "" && slices.Contains([]string{ActDraft, ActTakeBack, ActReturn, ActApprove, ActRefuse, ActTransfer, ActSplit, ActClarify, ActExtend, ActPublish}, action)
}

// follows lists what must follow a step just taken; before is the part before it.
func follows(r Request, part int, action string, before Part) []effect.Effect {
	p := r.Parts[part]
	last := p.Steps[len(p.Steps)-1]
	cause := fmt.Sprintf("request:%s/%d/%d", r.Code, part, len(p.Steps))
	row, _ := Life().Find(action)
	out := []effect.Effect{{Key: cause + "/audit", Kind: effect.DoAudit, At: last.At,
		Audit: &effect.AuditLine{Officer: last.Officer, Action: row.Audit, Subject: r.Code, Detail: detail(part, p)}}}
	if before.Approval != nil && (p.Approval == nil || p.Approval.Revision != before.Approval.Revision) {
		out = append(out, effect.Effect{Key: cause + "/annul", Kind: effect.DoAnnul, At: last.At, Answer: &effect.Answer{Request: r.Code, Part: part, Revision: before.Approval.Revision}})
	}
	if mailsOfficers(action, before.State) {
		out = append(out, mailOf(r.Code, part, len(p.Steps), last.At))
	}
	if tells(action) {
		out = append(out, effect.Effect{Key: cause + "/news", Kind: effect.DoNews, At: last.At, News: &effect.News{Request: r.Code, Part: part, Step: len(p.Steps)}})
	}
	return out
}

// mailsOfficers says whether officers hear by e-mail of a step: of what came to them, what
// they are to sign or to mend, and what the person did meanwhile.
func mailsOfficers(action string, before State) bool {
	if action == ActDraft {
		return before != Drafted // saved again it waits already
	}
	return slices.Contains([]string{ActLeave, ActTransfer, ActReturn, ActSupply, ActAdd, ActWithdraw, ActReclock}, action)
}

// mailOf is the effect that tells officers of a step.
func mailOf(code string, part, step int, at time.Time) effect.Effect {
	return effect.Effect{Key: fmt.Sprintf("request:%s/%d/%d/mail", code, part, step), Kind: effect.DoMail, At: at, News: &effect.News{Request: code, Part: part, Step: step}}
}

// tells says whether the person who asked hears of a step when it is taken.
func tells(action string) bool {
	return slices.Contains([]string{ActTransfer, ActClarify, ActResume, ActExtend, ActReclock, ActSplit, ActKind}, action)
}

// detail is what the audit chain keeps of a step besides who, what and when.
func detail(part int, p Part) string {
	text := fmt.Sprintf("phần %d", part+1)
	if p.Draft != nil {
		text += fmt.Sprintf(", bản %d", p.Draft.Revision)
	}
	return text
}
