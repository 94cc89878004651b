package request

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
)

// Longest texts that may be given, in characters.
const (
	maxDraft    = 20_000
	maxReason   = 2_000
	maxAddition = 4_000
)

// Assign records that the officer takes the part.
func Assign(r Request, part int, by people.Officer, at time.Time) (Request, error) {
	return step(r, part, ActAssign, by, at, "", nil)
}

// Give makes a colleague of the part's unit the one who works on it.
func Give(r Request, part int, by, to people.Officer, at time.Time) (Request, error) {
	if part < 0 || part >= len(r.Parts) || to.ID == "" || May(to, r.Code, r.Parts[part].Unit)(Staff) != nil {
		return Request{}, &desk.InvalidError{Field: "officer", Text: "Vui lòng chọn một cán bộ đang làm việc ở đơn vị này."}
	}
	next, err := step(r, part, ActAssign, by, at, "", nil)
	if err != nil || to.ID == by.ID {
		return next, err
	}
	steps := next.Parts[part].Steps
	steps[len(steps)-1].For = to.ID
	return next, nil
}

// Transfer gives the part to another unit; the clock runs on, since the person
// who asked still waits, and a draft goes along.
func Transfer(r Request, part int, by people.Officer, unit, reason string, at time.Time) (Request, error) {
	if err := needText("reason", reason, maxReason, "Vui lòng ghi lý do chuyển đơn vị."); err != nil {
		return Request{}, err
	}
	return step(r, part, ActTransfer, by, at, unit+": "+clean(reason), func(p *Part) error {
		if unit == "" || unit == p.Unit {
			return &desk.InvalidError{Field: "unit", Text: "Vui lòng chọn một đơn vị khác để chuyển đến."}
		}
		p.Unit = unit
		return nil
	})
}

// ReturnDraft sends the draft back to be rewritten and voids an approval.
func ReturnDraft(r Request, part int, by people.Officer, reason string, at time.Time) (Request, error) {
	if err := needText("reason", reason, maxReason, "Vui lòng ghi rõ điều cần sửa."); err != nil {
		return Request{}, err
	}
	return step(r, part, ActReturn, by, at, clean(reason), func(p *Part) error {
		if slices.Contains(p.Barred, by.ID) {
			return &desk.RuleError{Text: "Người hỏi chưa đồng ý với câu trả lời trước. Phần này phải do người khác xem lại."}
		}
		p.Approval, p.Judged = nil, p.Draft.Text
		return nil
	})
}

// Approve signs the given revision, the one the spokesperson has read: if the
// draft has changed since, the error wraps ErrConflict. Nobody whose words stand
// in the draft approves it. A draft that refuses, signed, closes the part.
func Approve(r Request, part int, by people.Officer, revision int, at time.Time) (Request, error) {
	action, note := ActApprove, ""
	if part >= 0 && part < len(r.Parts) && r.Parts[part].Draft.Refuses() {
		action, note = ActRefuse, r.Parts[part].Draft.Ground+": "+r.Parts[part].Draft.Text
	}
	return step(r, part, action, by, at, note, func(p *Part) error {
		if p.Draft == nil {
			return &desk.RuleError{Text: "Chưa có dự thảo để duyệt."}
		}
		if slices.Contains(p.Draft.WrittenBy(), by.ID) {
			return &desk.RuleError{Text: "Người soạn dự thảo không được tự duyệt. Vui lòng để người phát ngôn khác duyệt."}
		}
		if p.Draft.Revision != revision {
			return fmt.Errorf("approve revision %d, draft is at %d: %w", revision, p.Draft.Revision, desk.ErrConflict)
		}
		if slices.Contains(p.Barred, by.ID) {
			return &desk.RuleError{Text: "Người hỏi chưa đồng ý với câu trả lời trước. Phần này phải do người phát ngôn khác duyệt."}
		}
		if who := p.Awaits(); who != "" {
			return &desk.RuleError{Text: "Bản thảo trích lời " + who + " nhưng chưa có ý kiến đồng ý của họ với đúng bản này. Vui lòng ghi ý kiến của họ trước khi duyệt."}
		}
		p.sign(people.InOffice(by, at), at)
		return nil
	})
}

// sign makes the draft what the office says.
func (p *Part) sign(by people.Officer, at time.Time) {
	d := p.Draft
	p.Judged = d.Text
	if d.Refuses() {
		p.Refusal = &Refusal{Ground: d.Ground, Reason: d.Text, Instead: d.Instead, Officer: by.ID, At: at}
		return
	}
	p.Approval = &Approval{Text: d.Text, Revision: d.Revision, Officer: by.ID, Spokesperson: by.Name, Position: by.Position, At: at,
		Kind: people.KindOf(by), Outcome: d.outcome(), Ground: d.Ground, Masked: d.Masked, Files: d.Files}
	if m := by.Mandate; m != nil {
		p.Approval.Document, p.Approval.Until = m.Document, m.Until
	}
}

// MarkReached records that the approved answer is with the requester, or readable in
// their Mini App. revision is the approval's that reached them; another one has not.
func MarkReached(r Request, part, revision int, at time.Time) (Request, error) {
	action := ActReach
	if part < len(r.Parts) && r.Parts[part].Arrived != nil {
		action = ActReachAnew
	}
	return step(r, part, action, people.Officer{}, at, "", func(p *Part) error {
		if p.Approval == nil || p.Approval.Revision != revision {
			return &desk.RuleError{Text: "Bản đã tới người hỏi không còn là bản được duyệt."}
		}
		p.Arrived = nil
		return nil
	})
}

// MarkPublished records the statement that the approved answer became.
func MarkPublished(r Request, part int, statement string, at time.Time) (Request, error) {
	return step(r, part, ActPublished, people.Officer{}, at, statement, func(p *Part) error {
		if statement == "" {
			return &desk.InvalidError{Field: "statement", Text: "Thiếu mã phát ngôn."}
		}
		if p.Statement != "" {
			return &desk.RuleError{Text: "Câu trả lời này đã được công bố với mã " + p.Statement + "."}
		}
		p.Statement = statement
		return nil
	})
}

// short refuses what is longer than a reason may be.
func short(field, text string) error {
	if text == "" {
		return nil
	}
	return needText(field, text, maxReason, "")
}

func needText(field, text string, longest int, hint string) error {
	if clean(text) == "" {
		return &desk.InvalidError{Field: field, Text: hint}
	}
	if utf8.RuneCountInString(text) > longest {
		return &desk.InvalidError{Field: field, Text: fmt.Sprintf("Nội dung dài quá %d ký tự. Vui lòng rút gọn.", longest)}
	}
	return nil
}

// clean unifies line ends and trims; the words themselves stay untouched.
func clean(text string) string {
	return strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
}

// Undelivered are the effects that bring the approved parts of a request to its requester,
// as their approval carries them.
func Undelivered(r Request) []effect.Effect {
	var out []effect.Effect
	for part, p := range r.Parts {
		if p.State == Approved && p.Approval != nil && !p.Held {
			out = append(out, effect.Effect{Key: fmt.Sprintf("request:%s/%d/%d/answer", r.Code, part, len(p.Steps)), Kind: effect.DoAnswer, At: p.Approval.At,
				Answer: &effect.Answer{Request: r.Code, Part: part, Revision: p.Approval.Revision}})
		}
	}
	return out
}
