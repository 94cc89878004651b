package statements

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk"
	"phatngon/internal/desk/request"
	"phatngon/knowledge/statement"
)

// history is what was done to a statement, newest first.
func (p *Pages) history(ctx context.Context, s statement.Statement, names labels.OfficerNames) ([]labels.AuditLine, error) {
	records, err := p.Store.AuditOf(ctx, s.Code, door.PageSize)
	if err != nil {
		return nil, err
	}
	fromRequest, err := p.requestHistory(ctx, s, names)
	return append(labels.Audit{Names: names, Units: p.Units}.Lines(records), fromRequest...), err
}

// requestHistory is who signed the words of a statement that came out of a request, which
// the audit chain keeps under the request's code; an older release kept who published
// them there as well.
func (p *Pages) requestHistory(ctx context.Context, s statement.Statement, names labels.OfficerNames) ([]labels.AuditLine, error) {
	if s.Request == "" {
		return nil, nil
	}
	r, err := p.Store.Request(ctx, s.Request)
	if errors.Is(err, desk.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("load the request of %s: %w", s.Code, err)
	}
	i := slices.IndexFunc(r.Parts, func(part request.Part) bool { return part.Statement == s.Code })
	if i < 0 && s.Status == statement.StatusDraft {
		i = s.RequestPart // noted at the part when it is in force
	}
	if i < 0 || i >= len(r.Parts) {
		return nil, nil
	}
	return signingSteps(r.Code, r.Parts[i], names), nil
}

// signingSteps are the publication and the approval that it rests on; an
// approval that was voided before says nothing about these words.
func signingSteps(code string, part request.Part, names labels.OfficerNames) []labels.AuditLine {
	var lines []labels.AuditLine
	for _, step := range slices.Backward(part.Steps) {
		if step.Action != request.ActPublish && step.Action != request.ActApprove {
			continue
		}
		lines = append(lines, labels.AuditLine{At: step.At, By: names.Of(step.Officer), Action: labels.Of(step.Action), Subject: code, Detail: "Yêu cầu " + code})
		if step.Action == request.ActApprove {
			break
		}
	}
	return lines
}
