package admin

import (
	"errors"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
	"phatngon/knowledge"
)

type statementEditPage struct {
	page
	Form      statementForm
	Mistakes  mistakes
	Action    string
	Existing  bool
	InForce   bool                 // the edit will be a proposal
	Theirs    *knowledge.Statement // what someone else saved meanwhile
	Imported  *imported            // the file that a new statement was read from
	Units     []routing.Unit
	Kinds     []choice
	Forms     []choice
	Audiences []choice
}

func (p *panel) getNewStatement(v *visit) error {
	if err := people.MayDraft(v.officer, v.officer.Unit); err != nil {
		return err
	}
	form, err := p.newStatementForm(v.ctx, v.officer)
	if err != nil {
		return err
	}
	return p.showStatementForm(v, fiber.StatusOK, statementEditPage{Form: form})
}

func (p *panel) getStatementEdit(v *visit) error {
	s, err := p.draftable(v)
	if err != nil {
		return err
	}
	return p.showStatementForm(v, fiber.StatusOK, statementEditPage{Existing: true, InForce: inForce(s), Form: p.formOf(s)})
}

// draftable is what an edit of the addressed statement starts from: its
// pending change when there is one, under the document's own version.
func (p *panel) draftable(v *visit) (knowledge.Statement, error) {
	s, err := p.Store.Statement(v.ctx, v.param("code"))
	if err != nil {
		return s, err
	}
	if err := people.MayDraft(v.officer, s.Unit); err != nil {
		return s, err
	}
	if !editable(s) {
		return s, &desk.RuleError{Text: "Phát ngôn này không còn hiệu lực nên không sửa được. Vui lòng soạn phát ngôn mới."}
	}
	if pending := pendingOf(s); pending != nil {
		edited := *pending
		edited.Code, edited.Version = s.Code, s.Version
		return edited, nil
	}
	return s, nil
}

// postStatement saves a new draft, postStatementEdit a change of one or of a
// statement in force; both come back with all that was typed when something is
// wrong.
func (p *panel) postStatement(v *visit) error {
	return p.saveStatement(v, statementEditPage{Form: v.statementForm()}, knowledge.Statement{})
}

func (p *panel) postStatementEdit(v *visit) error {
	old, err := p.draftable(v)
	if err != nil {
		return err
	}
	return p.saveStatement(v, statementEditPage{Existing: true, InForce: inForce(old), Form: v.statementForm()}, old)
}

func (p *panel) saveStatement(v *visit, page statementEditPage, old knowledge.Statement) error {
	page.Form.Code = old.Code
	s, wrong := p.statementFrom(page.Form, old)
	if len(wrong) > 0 {
		page.Mistakes = wrong
		return p.showStatementForm(v, fiber.StatusUnprocessableEntity, page)
	}
	saved, err := p.Flow.SaveStatement(v.ctx, v.officer, s)
	var invalid *desk.InvalidError
	switch {
	case err == nil:
		return v.redirect(statementURL(saved.Code), "Đã lưu. Người phát ngôn mở trang này để công bố.")
	case errors.As(err, &invalid):
		page.Mistakes = mistakes{invalid.Field: invalid.Text}
		return p.showStatementForm(v, fiber.StatusUnprocessableEntity, page)
	case errors.Is(err, desk.ErrConflict) && page.Existing:
		return p.showStatementConflict(v, page)
	}
	return err
}

// showStatementConflict shows what someone else saved beside what was typed;
// sending again is then on top of theirs, knowingly.
func (p *panel) showStatementConflict(v *visit, page statementEditPage) error {
	theirs, err := p.draftable(v)
	if err != nil {
		return err
	}
	page.Theirs, page.Form.Version = &theirs, versionText(theirs.Version)
	page.Mistakes = mistakes{"": "Đã có người lưu bản khác trong lúc Anh/Chị sửa, nên chưa lưu. Nội dung Anh/Chị nhập vẫn còn ở dưới; vui lòng đối chiếu rồi gửi lại nếu vẫn đúng."}
	return p.showStatementForm(v, fiber.StatusConflict, page)
}

func (p *panel) showStatementForm(v *visit, status int, page statementEditPage) error {
	title, action := "Phát ngôn mới", "/admin/statements"
	if page.Existing {
		title, action = "Sửa phát ngôn "+page.Form.Code, statementURL(page.Form.Code)+"/edit"
	}
	page.page, page.Action = v.page(title, "statements"), action
	page.Units, page.Kinds, page.Forms, page.Audiences = p.Units.Units(), spokespersonChoices(), formChoices(), audienceChoices()
	return v.render(status, "statement_edit", page)
}
