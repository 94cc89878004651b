package request

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
)

// Longest texts an officer may give, in characters.
const (
	maxDraft  = 20_000
	maxReason = 2_000
)

// Assign records that the officer takes the part.
func Assign(r Request, part int, by people.Officer, at time.Time) (Request, error) {
	return step(r, part, ActAssign, by, at, "", nil)
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

// SaveDraft stores the next revision of the answer and voids an approval.
func SaveDraft(r Request, part int, by people.Officer, text string, at time.Time) (Request, error) {
	if err := needText("text", text, maxDraft, "Vui lòng nhập nội dung dự thảo trả lời."); err != nil {
		return Request{}, err
	}
	return step(r, part, ActDraft, by, at, "", func(p *Part) error {
		revision := 1
		if p.Draft != nil {
			revision = p.Draft.Revision + 1
		}
		p.Draft = &Draft{Text: clean(text), Author: by.ID, Revision: revision, At: at}
		p.Approval = nil
		return nil
	})
}

// ReturnDraft sends the draft back to be rewritten and voids an approval.
func ReturnDraft(r Request, part int, by people.Officer, reason string, at time.Time) (Request, error) {
	if err := needText("reason", reason, maxReason, "Vui lòng ghi rõ điều cần sửa."); err != nil {
		return Request{}, err
	}
	return step(r, part, ActReturn, by, at, clean(reason), func(p *Part) error {
		p.Approval, p.Judged = nil, p.Draft.Text
		return nil
	})
}

// Approve signs the given revision, the one the spokesperson has read: if the
// draft has changed since, the error wraps ErrConflict. The author of a draft
// never approves it.
func Approve(r Request, part int, by people.Officer, revision int, at time.Time) (Request, error) {
	return step(r, part, ActApprove, by, at, "", func(p *Part) error {
		if p.Draft == nil {
			return &desk.RuleError{Text: "Chưa có dự thảo để duyệt."}
		}
		if p.Draft.Author == by.ID {
			return &desk.RuleError{Text: "Người soạn dự thảo không được tự duyệt. Vui lòng để người phát ngôn khác duyệt."}
		}
		if p.Draft.Revision != revision {
			return fmt.Errorf("approve revision %d, draft is at %d: %w", revision, p.Draft.Revision, desk.ErrConflict)
		}
		p.Approval = &Approval{Text: p.Draft.Text, Revision: revision, Officer: by.ID,
			Spokesperson: by.Name, Position: by.Position, At: at}
		p.Judged = p.Draft.Text
		return nil
	})
}

// Refuse closes the part on one of the grounds the law allows for this
// requester (Grounds), with the reason in words.
func Refuse(r Request, part int, by people.Officer, ground, reason string, at time.Time) (Request, error) {
	known := func(g policy.Ground) bool { return g.Code == ground }
	if !slices.ContainsFunc(policy.Grounds(r.RequesterKind), known) {
		return Request{}, &desk.InvalidError{Field: "ground", Text: "Vui lòng chọn một căn cứ từ chối theo luật. Nếu không thuộc căn cứ nào, hãy trả lời hoặc chuyển đơn vị."}
	}
	if err := needText("reason", reason, maxReason, "Vui lòng nêu rõ lý do từ chối."); err != nil {
		return Request{}, err
	}
	return step(r, part, ActRefuse, by, at, ground+": "+clean(reason), func(p *Part) error {
		p.Refusal = &Refusal{Ground: ground, Reason: clean(reason), Officer: by.ID, At: at}
		return nil
	})
}

// MarkSent records that the approved answer is with the requester.
func MarkSent(r Request, part int, at time.Time) (Request, error) {
	return step(r, part, actSend, people.Officer{}, at, "", nil)
}

// MarkPublished records the statement that the approved answer became.
func MarkPublished(r Request, part int, by people.Officer, statement string, at time.Time) (Request, error) {
	return step(r, part, ActPublish, by, at, statement, func(p *Part) error {
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

// step is the only way a part changes: it checks the table, then who, then
// applies change to a copy and writes the history line.
func step(r Request, part int, action string, by people.Officer, at time.Time, note string, change func(*Part) error) (Request, error) {
	if part < 0 || part >= len(r.Parts) {
		return Request{}, &desk.InvalidError{Field: "part", Text: "Yêu cầu không có phần việc này."}
	}
	t := findTransition(action)
	r.Parts = slices.Clone(r.Parts)
	p := &r.Parts[part]
	if !slices.Contains(t.from, p.State) {
		return Request{}, &desk.RuleError{Text: "Không thực hiện được khi yêu cầu ở trạng thái “" + p.State.Label() + "”."}
	}
	if t.who != system {
		if err := permit(by, t.who, p.Unit); err != nil {
			return Request{}, err
		}
	}
	if change != nil {
		if err := change(p); err != nil {
			return Request{}, err
		}
	}
	if t.to != "" {
		p.State = t.to
	}
	p.Steps = append(slices.Clip(p.Steps), Step{At: at, Officer: by.ID, Action: action, Note: note})
	r.UpdatedAt = at
	return summarise(r), nil
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
