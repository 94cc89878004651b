package flow

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/knowledge"
)

// SaveStatement keeps s as a draft. Of a published statement it becomes the
// proposed next version, while the published words stay in force. s.Version is
// the one the form was shown with, 0 for a new statement.
func (f *Flow) SaveStatement(ctx context.Context, by people.Officer, s knowledge.Statement) (knowledge.Statement, error) {
	if err := people.MayDraft(by, s.Unit); err != nil {
		return s, err
	}
	if s.Version == 0 && s.Code == "" {
		code, err := f.nextStatementCode(ctx)
		if err != nil {
			return s, err
		}
		s.Code = code
	}
	if err := f.lint(s); err != nil {
		return s, err
	}
	s.Author, s.UpdatedAt = by.ID, f.Now()
	if s.Version == 0 {
		s.Status = knowledge.StatusDraft
		if err := f.Store.InsertStatement(ctx, &s); err != nil {
			return s, takenCode(err)
		}
		return s, f.audit(ctx, by.ID, "statement.draft", s.Code, "")
	}
	return f.propose(ctx, by, s)
}

// propose stores s as the draft or as the proposed change of what is in force.
func (f *Flow) propose(ctx context.Context, by people.Officer, s knowledge.Statement) (knowledge.Statement, error) {
	current, err := f.Store.Statement(ctx, s.Code)
	if err != nil {
		return s, fmt.Errorf("load statement %s: %w", s.Code, err)
	}
	if err := people.MayDraft(by, current.Unit); err != nil {
		return s, err
	}
	if current.Version != s.Version {
		return s, desk.ErrConflict
	}
	next := s
	next.Status, next.Request = current.Status, current.Request
	if current.Status == knowledge.StatusPublished {
		s.Proposal = nil
		next = current
		next.Proposal = &s
	}
	next.UpdatedAt = f.Now()
	if err := f.Store.ReplaceStatement(ctx, &next); err != nil {
		return s, fmt.Errorf("save statement %s: %w", s.Code, err)
	}
	return next, f.audit(ctx, by.ID, "statement.draft", s.Code, "version "+strconv.FormatInt(next.Version, 10))
}

// PublishStatement puts a draft, or the proposed change of a published
// statement, into force. Its author may not be the one who publishes it.
func (f *Flow) PublishStatement(ctx context.Context, by people.Officer, code string, version int64) error {
	current, err := f.Store.Statement(ctx, code)
	if err != nil {
		return fmt.Errorf("load statement %s: %w", code, err)
	}
	if current.Version != version {
		return desk.ErrConflict
	}
	next := current
	if current.Proposal != nil {
		next = *current.Proposal
		next.Code, next.Version, next.Request = current.Code, current.Version, current.Request
	}
	if err := people.MayPublish(by, next.Unit); err != nil {
		return err
	}
	if next.Author == by.ID {
		return &desk.RuleError{Text: "Người soạn không được tự duyệt công bố. Xin để người phát ngôn khác của đơn vị duyệt."}
	}
	next.Status, next.Proposal, next.UpdatedAt = knowledge.StatusPublished, nil, f.Now()
	next = said(current, next, f.Now())
	if err := f.lint(next); err != nil {
		return err
	}
	if err := f.maySupersede(ctx, by, next.Supersedes); err != nil {
		return err
	}
	if err := f.Store.ReplaceStatement(ctx, &next); err != nil {
		return fmt.Errorf("publish %s: %w", code, err)
	}
	if err := f.audit(ctx, by.ID, "statement.publish", code, "version "+strconv.FormatInt(next.Version, 10)); err != nil {
		return err
	}
	return f.inForce(ctx, next)
}

// maySupersede lets nobody end another unit's words: who replaces a statement
// must be one who could withdraw it.
func (f *Flow) maySupersede(ctx context.Context, by people.Officer, codes []string) error {
	for _, code := range codes {
		old, err := f.Store.Statement(ctx, code)
		if errors.Is(err, desk.ErrNotFound) {
			return &desk.InvalidError{Field: "supersedes", Text: "Không có phát ngôn " + code + " để thay thế. Xin kiểm tra lại mã."}
		}
		if err != nil {
			return fmt.Errorf("load superseded %s: %w", code, err)
		}
		if people.MayPublish(by, old.Unit) != nil {
			return &desk.InvalidError{Field: "supersedes", Text: "Phát ngôn " + code + " là của đơn vị khác; chỉ người phát ngôn của đơn vị đó thay thế được."}
		}
	}
	return nil
}

// WithdrawStatement stops a statement from being quoted, in under a second on
// every instance, and tells everyone who was told it.
func (f *Flow) WithdrawStatement(ctx context.Context, by people.Officer, code string, version int64, reason string) error {
	s, err := f.Store.Statement(ctx, code)
	if err != nil {
		return fmt.Errorf("load statement %s: %w", code, err)
	}
	if err := people.MayPublish(by, s.Unit); err != nil {
		return err
	}
	if s.Version != version {
		return desk.ErrConflict
	}
	if reason = strings.TrimSpace(reason); reason == "" {
		return &desk.InvalidError{Field: "reason", Text: "Xin ghi lý do thu hồi; lý do được gửi tới người đã nhận phát ngôn này."}
	}
	s.Status, s.WithdrawalReason, s.Proposal, s.UpdatedAt = knowledge.StatusWithdrawn, reason, nil, f.Now()
	if err := f.Store.ReplaceStatement(ctx, &s); err != nil {
		return fmt.Errorf("withdraw %s: %w", code, err)
	}
	if err := f.audit(ctx, by.ID, "statement.withdraw", code, reason); err != nil {
		return err
	}
	return f.inForce(ctx, s)
}

// inForce makes a changed statement count: superseded ones are marked, the
// index of every instance is told, and those who were told the old text hear
// of the change.
func (f *Flow) inForce(ctx context.Context, s knowledge.Statement) error {
	changed := []knowledge.Statement{s}
	if s.Status == knowledge.StatusPublished {
		for _, code := range s.Supersedes {
			old, err := f.supersede(ctx, code)
			if err != nil {
				return err
			}
			if old.Code != "" {
				changed = append(changed, old)
			}
		}
	}
	f.Base.Apply(changed...)
	if _, err := f.Store.BumpRevision(ctx, knowledgeRevision); err != nil {
		return fmt.Errorf("announce change of %s: %w", s.Code, err)
	}
	return f.queueFate(ctx, slices.DeleteFunc(changed, noNews)...)
}

// supersede marks a published statement as replaced. One that is missing or
// not in force is left alone: the zero Statement is returned.
func (f *Flow) supersede(ctx context.Context, code string) (knowledge.Statement, error) {
	for {
		old, err := f.Store.Statement(ctx, code)
		if errors.Is(err, desk.ErrNotFound) || err == nil && old.Status != knowledge.StatusPublished {
			return knowledge.Statement{}, nil
		}
		if err != nil {
			return old, fmt.Errorf("load superseded %s: %w", code, err)
		}
		old.Status, old.UpdatedAt = knowledge.StatusSuperseded, f.Now()
		err = f.Store.ReplaceStatement(ctx, &old)
		if !errors.Is(err, desk.ErrConflict) {
			return old, err
		}
	}
}

func (f *Flow) nextStatementCode(ctx context.Context) (string, error) {
	year := strconv.Itoa(f.Now().In(calendar.Zone).Year())
	n, err := f.Store.NextNumber(ctx, "statement-"+year)
	if err != nil {
		return "", fmt.Errorf("number a statement: %w", err)
	}
	return fmt.Sprintf("PN-%s-T%04d", year, n), nil
}

// lint holds a form to the rules of a file.
func (f *Flow) lint(s knowledge.Statement) error {
	for _, p := range knowledge.Lint(s, f.knownUnit) {
		return &desk.InvalidError{Field: p.Field, Text: p.Text}
	}
	return nil
}

func (f *Flow) knownUnit(code string) bool {
	_, ok := f.Units.Unit(code)
	return ok
}

// takenCode says in words that a code is in use.
func takenCode(err error) error {
	if errors.Is(err, desk.ErrConflict) {
		return &desk.InvalidError{Field: "code", Text: "Mã phát ngôn này đã có; xin để trống để hệ thống tự đặt."}
	}
	return fmt.Errorf("store statement: %w", err)
}
