package publication

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/authorship"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/knowledge/statement"
)

// Change is a statement as it is to be stored, with what must follow.
type Change struct {
	Statement statement.Statement
	Effects   []effect.Effect
}

// New is a first draft, written or read from a file.
func New(s statement.Statement, by people.Officer, at time.Time) (Change, error) {
	if err := people.MayImport(by, s.Unit); err != nil {
		return Change{}, err
	}
	s.Status, s.Version, s.Proposal = statement.StatusDraft, 0, nil
	s.Author, s.Authorship, s.UpdatedAt = by.ID, authorship.Of(Signed(s), by.ID), at
	return changed(s, s.Version, ActSave, by, at, ""), nil
}

// Save is the next draft; of a statement in force it is the proposed next version, while
// the words in force stay. Who changed which words is kept: the same words saved again,
// or one more question to find them by, change no author.
func Save(current, s statement.Statement, by people.Officer, at time.Time) (Change, error) {
	if err := step(current, ActSave, by); err != nil {
		return Change{}, err
	}
	if err := people.MayDraft(by, s.Unit); err != nil {
		return Change{}, err
	}
	before := words(current)
	s.Author, s.UpdatedAt = by.ID, at
	s.Authorship = authorship.Edit(authorOf(before), Signed(before), Signed(s), by.ID)
	s.Status, s.Request, s.RequestPart, s.Proposal, s.Version = current.Status, current.Request, current.RequestPart, nil, current.Version
	s.Hints = current.Hints
	next := s
	if current.Status == statement.StatusPublished {
		next = current
		next.Proposal, next.UpdatedAt = &s, at
	}
	return changed(next, current.Version, ActSave, by, at, ""), nil
}

// Publish puts a draft, or the proposed change of what is in force, into force. Nobody
// whose words stand in it publishes it, and what looks personal in it is confirmed place
// by place or taken out.
func Publish(current statement.Statement, by people.Officer, confirmed []string, at time.Time) (Change, error) {
	by = people.InOffice(by, at)
	if err := step(current, ActPublish, by); err != nil {
		return Change{}, err
	}
	if err := mayPublishNow(by, current); err != nil {
		return Change{}, err
	}
	next := words(current)
	if err := checkPersonal(current, next, confirmed); err != nil {
		return Change{}, err
	}
	next.Code, next.Version, next.Request, next.RequestPart = current.Code, current.Version, current.Request, current.RequestPart
	next.Status, next.Proposal, next.UpdatedAt = statement.StatusPublished, nil, at
	next.Hints = current.Hints
	next = said(current, next, at)
	c := changed(next, current.Version, ActPublish, by, at, "")
	if len(next.Supersedes) > 0 {
		c.add(effect.Effect{Kind: effect.DoSupersede, Statement: &effect.Statement{Code: next.Code, Version: current.Version + 1, Codes: next.Supersedes}})
	}
	c.follow()
	if current.Status == statement.StatusDraft {
		c.announced()
		c.answered()
	}
	return c, nil
}

// Withdraw stops a statement from being quoted; everyone who was told it hears why.
func Withdraw(s statement.Statement, by people.Officer, reason string, at time.Time) (Change, error) {
	by = people.InOffice(by, at)
	if err := step(s, ActWithdraw, by); err != nil {
		return Change{}, err
	}
	if reason = strings.TrimSpace(reason); reason == "" {
		return Change{}, &desk.InvalidError{Field: "reason", Text: "Xin ghi lý do thu hồi; lý do được gửi tới người đã nhận phát ngôn này."}
	}
	s.Status, s.WithdrawalReason, s.Proposal, s.UpdatedAt = statement.StatusWithdrawn, reason, nil, at
	c := changed(s, s.Version, ActWithdraw, by, at, reason)
	c.follow()
	return c, nil
}

// Retract withdraws a statement whose ground is gone: who signs for it has taken back the
// conclusion that it states, and the reason with it.
func Retract(s statement.Statement, reason string, at time.Time) (Change, error) {
	if err := step(s, ActRetract, people.Officer{}); err != nil {
		return Change{}, err
	}
	s.Status, s.WithdrawalReason, s.Proposal, s.UpdatedAt = statement.StatusWithdrawn, reason, nil, at
	c := changed(s, s.Version, ActRetract, people.Officer{}, at, "")
	c.follow()
	return c, nil
}

// Supersede marks a statement as replaced by another.
func Supersede(s statement.Statement, successor string, at time.Time) (Change, error) {
	if err := step(s, ActSupersede, people.Officer{}); err != nil {
		return Change{}, err
	}
	s.Status, s.SupersededBy, s.Proposal, s.UpdatedAt = statement.StatusSuperseded, successor, nil, at
	c := changed(s, s.Version, ActSupersede, people.Officer{}, at, successor)
	c.follow()
	return c, nil
}

// Signed are the words of a statement that a spokesperson answers for: what nobody who
// wrote in them may put into force alone.
func Signed(s statement.Statement) string {
	return strings.Join([]string{s.Title, s.Spokesperson, s.Position, s.DocumentNo, s.Body}, "\n")
}

// words is what would be published: the draft, or the proposed change.
func words(s statement.Statement) statement.Statement {
	if s.Proposal != nil {
		return *s.Proposal
	}
	return s
}

// authorOf is the authorship of s; an older release kept its last author only.
func authorOf(s statement.Statement) string { return cmp.Or(s.Authorship, s.Author) }

func step(s statement.Statement, action string, by people.Officer) error {
	_, err := Life().Next(s.Status, action, May(by, s.Unit))
	return err
}

func mayPublishNow(by people.Officer, current statement.Statement) error {
	if current.Status == statement.StatusPublished && current.Proposal == nil {
		return &desk.RuleError{Text: "Không có bản sửa nào chờ công bố."}
	}
	next := words(current)
	if err := people.MayPublish(by, next.Unit); err != nil {
		return err
	}
	if !by.Mandate.Covers(current.Code, current.Request) {
		return &desk.RuleError{Text: "Văn bản ủy quyền phát ngôn của Anh/Chị không gồm phát ngôn này. Vui lòng để người phát ngôn khác của đơn vị duyệt."}
	}
	if slices.Contains(authorship.By(authorOf(next)), by.ID) {
		return &desk.RuleError{Text: "Người soạn không được tự duyệt công bố. Xin để người phát ngôn khác của đơn vị duyệt."}
	}
	return nil
}

// said notes on next, about to replace current, since which version and moment
// people are told what it says, and how often that was corrected.
func said(current, next statement.Statement, at time.Time) statement.Statement {
	next.SaidSince, next.SaidAt, next.Corrections = current.Version+1, &at, current.Corrections
	if current.Status != statement.StatusPublished {
		return next
	}
	if current.SaysTheSame(next) {
		next.SaidSince, next.SaidAt = cmp.Or(current.SaidSince, current.Version), current.SaidAt
	} else {
		next.Corrections++
	}
	return next
}

// changed is a change over version before, with its line in the audit chain.
func changed(s statement.Statement, before int64, action string, by people.Officer, at time.Time, detail string) Change {
	row, _ := Life().Find(action)
	c := Change{Statement: s}
	c.add(effect.Effect{Kind: effect.DoAudit, Audit: &effect.AuditLine{Officer: by.ID, Action: row.Audit, Subject: s.Code, Detail: cmp.Or(detail, fmt.Sprintf("bản %d", before+1))}})
	return c
}

// follow has the index of every instance learn of the change, and then those who were
// told something else.
func (c *Change) follow() {
	at := effect.Statement{Code: c.Statement.Code, Version: c.Statement.Version + 1}
	c.add(effect.Effect{Kind: effect.DoReindex, Statement: &at})
	if s := c.Statement; s.Status != statement.StatusPublished || s.SaidSince == s.Version+1 && s.Version > 0 {
		c.add(effect.Effect{Kind: effect.DoNotify, Statement: &at})
	}
}

func (c *Change) add(e effect.Effect) {
	e.Key, e.At = fmt.Sprintf("statement:%s/%d/%s", c.Statement.Code, c.Statement.Version+1, e.Kind), c.Statement.UpdatedAt
	c.Effects = append(c.Effects, e)
}
