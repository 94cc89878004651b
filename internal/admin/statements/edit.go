package statements

import (
	"errors"
	"net/http"
	"slices"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/publication"
	"phatngon/internal/desk/routing"
	"phatngon/knowledge/statement"
)

type statementEditPage struct {
	door.Page
	Form      statementForm
	Mistakes  mistakes
	Action    string
	Existing  bool
	InForce   bool                 // the edit will be a proposal
	Theirs    *statement.Statement // what someone else saved meanwhile
	Imported  *imported            // the file that a new statement was read from
	Gap       *gapPart             // what it is written for
	Offers    []offer              // questions that are proposed
	Rehearsal *rehearsal           // what is said of it while it is written
	Try       string               // a question that it is tried with
	Units     []routing.Unit
	Kinds     []labels.Choice
	Forms     []labels.Choice
	Audiences []labels.Choice
}

func (p *Pages) getNewStatement(v *door.Visit) error {
	if err := people.MayDraft(v.Officer, v.Officer.Unit); err != nil {
		return err
	}
	form, err := p.newStatementForm(v.Ctx, v.Officer)
	if err != nil {
		return err
	}
	page := statementEditPage{Form: form}
	if err := p.fromGap(v, &page); err != nil {
		return err
	}
	return p.showStatementForm(v, http.StatusOK, page)
}

func (p *Pages) getStatementEdit(v *door.Visit) error {
	s, err := p.draftable(v)
	if err != nil {
		return err
	}
	return p.showStatementForm(v, http.StatusOK, statementEditPage{Existing: true, InForce: inForce(s), Form: p.formOf(s)})
}

// draftable is what an edit of the addressed statement starts from: its
// pending change when there is one, under the document's own version.
func (p *Pages) draftable(v *door.Visit) (statement.Statement, error) {
	return p.draftableAt(v, v.Param("code"))
}

func (p *Pages) draftableAt(v *door.Visit, code string) (statement.Statement, error) {
	s, err := p.Store.Statement(v.Ctx, code)
	if err != nil {
		return s, err
	}
	if err := people.MayDraft(v.Officer, s.Unit); err != nil {
		return s, err
	}
	if !slices.Contains(publication.Actions(v.Officer, s), publication.ActSave) {
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
func (p *Pages) postStatement(v *door.Visit) error {
	return p.saveStatement(v, statementEditPage{Form: typedForm(v), Offers: typedOffers(v)}, statement.Statement{})
}

func (p *Pages) postStatementEdit(v *door.Visit) error {
	old, err := p.draftable(v)
	if err != nil {
		return err
	}
	return p.saveStatement(v, statementEditPage{Existing: true, InForce: inForce(old), Form: typedForm(v), Offers: typedOffers(v)}, old)
}

func (p *Pages) saveStatement(v *door.Visit, page statementEditPage, old statement.Statement) error {
	page.Form[codeKey] = old.Code
	s, wrong := p.statementFrom(withOffers(page.Form, page.Offers), old)
	if len(wrong) > 0 {
		page.Mistakes = wrong
		return p.showStatementForm(v, http.StatusUnprocessableEntity, page)
	}
	saved, err := p.Flow.Statements.Save(v.Ctx, v.Officer, s)
	var invalid *desk.InvalidError
	switch {
	case err == nil:
		return v.Redirect(door.StatementURL(saved.Code), "Đã lưu. Người phát ngôn mở trang này để công bố.")
	case errors.As(err, &invalid):
		page.Mistakes = mistakes{invalid.Field: invalid.Text}
		return p.showStatementForm(v, http.StatusUnprocessableEntity, page)
	case errors.Is(err, desk.ErrConflict) && page.Existing:
		return p.showStatementConflict(v, page)
	}
	return err
}

// showStatementConflict shows what someone else saved beside what was typed;
// sending again is then on top of theirs, knowingly.
func (p *Pages) showStatementConflict(v *door.Visit, page statementEditPage) error {
	theirs, err := p.draftable(v)
	if err != nil {
		return err
	}
	page.Theirs, page.Form[versionKey] = &theirs, versionText(theirs.Version)
	page.Mistakes = mistakes{"": "Đã có người lưu bản khác trong lúc Anh/Chị sửa, nên chưa lưu. Nội dung Anh/Chị nhập vẫn còn ở dưới; vui lòng đối chiếu rồi gửi lại nếu vẫn đúng."}
	return p.showStatementForm(v, http.StatusConflict, page)
}

func (p *Pages) showStatementForm(v *door.Visit, status int, page statementEditPage) error {
	title, action := "Phát ngôn mới", "/admin/statements"
	if page.Existing {
		title, action = "Sửa phát ngôn "+page.Form[codeKey], door.StatementURL(page.Form[codeKey])+"/edit"
	}
	page.Page, page.Action = v.Page(title, "statements"), action
	page.Units, page.Kinds, page.Forms, page.Audiences = p.Units.All(), labels.SpokespersonKinds(), labels.Forms(), labels.Audiences()
	return v.Render(status, "statement_edit", page)
}
