package askings

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/llm"
	"phatngon/internal/store"
	"phatngon/knowledge/statement"
)

// AddQuestion makes an asking's words a question of the statement, as any edit:
// of what is in force it becomes a proposal for somebody else to publish.
func (k *Askings) AddQuestion(ctx context.Context, by people.Officer, code string, version int64, asking string) error {
	s, a, err := k.askingOf(ctx, by, code, asking)
	if err != nil {
		return err
	}
	if s.Proposal != nil {
		pending := *s.Proposal
		pending.Code = s.Code
		s = pending
	}
	if _, masked := llm.Unmasked(a.Text); masked {
		return &desk.InvalidError{Field: "asking", Text: "Câu này có phần đã che nên chưa dùng được. Xin bấm Sửa và gõ lại thành câu hỏi."}
	}
	if s.Asks(statement.Wording(a.Text)) {
		return nil // added meanwhile
	}
	s.Version, s.Questions = version, append(slices.Clone(s.Questions), a.Text)
	_, err = k.Save(ctx, by, s)
	return err
}

// HideAsking stops showing and counting a wording of a statement, and removes
// what was counted of it.
func (k *Askings) HideAsking(ctx context.Context, by people.Officer, code, asking string) error {
	s, a, err := k.askingOf(ctx, by, code, asking)
	if err != nil {
		return err
	}
	wording := statement.Wording(a.Text)
	if err := k.Store.HideAsking(ctx, k.hiddenID(s.Code, wording), s.Code, k.today()); err != nil {
		return fmt.Errorf("hide an asking of %s: %w", code, err)
	}
	all, err := k.Store.AskingsOf(ctx, s.Code)
	if err != nil {
		return fmt.Errorf("list askings of %s: %w", code, err)
	}
	var ids []string
	for _, other := range all {
		if statement.Wording(other.Text) == wording {
			ids = append(ids, other.ID)
		}
	}
	if err := k.Store.DeleteAskings(ctx, ids...); err != nil {
		return fmt.Errorf("remove askings of %s: %w", code, err)
	}
	record := desk.AuditRecord{ID: "asking:" + asking + "/hide", At: k.Now(), Officer: by.ID, Action: "asking.hide", Subject: s.Code}
	_, err = k.Store.AppendAudit(ctx, record)
	return err
}

// askingOf is a statement that by may write, and one of its askings.
func (k *Askings) askingOf(ctx context.Context, by people.Officer, code, asking string) (statement.Statement, store.Asking, error) {
	var a store.Asking
	s, err := k.Store.Statement(ctx, code)
	if err != nil {
		return s, a, fmt.Errorf("load statement %s: %w", code, err)
	}
	if err := people.MayDraft(by, s.Unit); err != nil {
		return s, a, err
	}
	if s.Status != statement.StatusDraft && s.Status != statement.StatusPublished {
		return s, a, &desk.RuleError{Text: "Phát ngôn này không còn hiệu lực nên không sửa được. Vui lòng soạn phát ngôn mới."}
	}
	a, err = k.Store.Asking(ctx, asking)
	if errors.Is(err, desk.ErrNotFound) || err == nil && (a.Statement != code || a.How == store.AskingHidden) {
		return s, a, &desk.InvalidError{Field: "asking", Text: "Câu hỏi này không còn trong danh sách. Xin xem lại danh sách bên dưới."}
	}
	return s, a, err
}
