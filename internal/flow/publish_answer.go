package flow

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/store"
	"phatngon/knowledge"
)

// PublishInput is what an officer adds to a signed answer to make it a
// statement; the words are those that were signed, untouched.
type PublishInput struct {
	Title             string
	Audience          knowledge.Audience
	Topics, Questions []string
}

// PublishAnswer makes a signed answer a statement. The words were signed by the
// spokesperson already, so any publisher of the unit may do it.
func (f *Flow) PublishAnswer(ctx context.Context, by people.Officer, at RequestRef, in PublishInput) (string, error) {
	r, err := f.Store.Request(ctx, at.Code)
	if err != nil {
		return "", fmt.Errorf("load request %s: %w", at.Code, err)
	}
	if at.Part < 0 || at.Part >= len(r.Parts) || r.Parts[at.Part].Approval == nil {
		return "", &desk.RuleError{Text: "Chỉ công bố được câu trả lời đã được người phát ngôn duyệt."}
	}
	p := r.Parts[at.Part]
	if err := people.MayPublish(by, p.Unit); err != nil {
		return "", err
	}
	s := knowledge.Statement{
		Code: statementCodeOf(r.Code, at.Part), Status: knowledge.StatusPublished, Request: r.Code,
		Title: strings.TrimSpace(in.Title), Unit: p.Unit, Audience: in.Audience,
		Spokesperson: p.Approval.Spokesperson, Position: p.Approval.Position, SpokespersonKind: "B",
		Form: knowledge.FormDocument, IssuedAt: p.Approval.At, Body: p.Approval.Text,
		Topics: in.Topics, Questions: in.Questions, Author: p.Draft.Author, UpdatedAt: f.Now(),
	}
	if err := f.lint(s); err != nil {
		return "", err
	}
	if r.Version != at.Version {
		return "", desk.ErrConflict
	}
	if err := f.insertAnswer(ctx, r, &s); err != nil {
		return "", err
	}
	f.countFiled(ctx, r, s)
	told := store.LedgerEntry{
		ID: "answer:" + r.Code + "/" + strconv.Itoa(at.Part), Requester: r.Requester,
		Statement: s.Code, StatementVersion: s.Version, Event: r.Code, At: f.Now(),
	}
	if err := f.Store.AddLedger(ctx, told); err != nil {
		return "", fmt.Errorf("enter ledger: %w", err)
	}
	if err := f.inForce(ctx, s); err != nil {
		return "", err
	}
	_, err = f.changeRequest(ctx, by, at, "request.publish", func(r request.Request) (request.Request, error) {
		return request.MarkPublished(r, at.Part, by, s.Code, f.Now())
	})
	return s.Code, err
}

// insertAnswer stores the statement made of a request's answer. One that is
// there already, from a run that was interrupted, is taken as it is.
func (f *Flow) insertAnswer(ctx context.Context, r request.Request, s *knowledge.Statement) error {
	err := f.Store.InsertStatement(ctx, s)
	if !errors.Is(err, desk.ErrConflict) {
		return err
	}
	there, getErr := f.Store.Statement(ctx, s.Code)
	if getErr != nil || there.Request != r.Code {
		return takenCode(err)
	}
	*s = there
	return nil
}

// statementCodeOf is the code of the statement made of a request's answer: the
// same answer published twice is one statement.
func statementCodeOf(request string, part int) string {
	code := "PN-" + strings.TrimPrefix(request, "TH-")
	if part > 0 {
		code += "-" + strconv.Itoa(part+1)
	}
	return code
}
