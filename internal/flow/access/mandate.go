package access

import (
	"context"
	"fmt"
	"strings"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
)

// SetMandate gives an officer a mandate to speak for their unit, in the place of one they
// had: an administrator enters a document, the head of the unit authorises.
func (a *Access) SetMandate(ctx context.Context, by people.Officer, id string, m people.Mandate) error {
	o, err := a.mandated(ctx, by, id, m.Kind)
	if err != nil {
		return err
	}
	if m, err = m.Checked(a.Now()); err != nil {
		return err
	}
	if o.Position == "" {
		return &desk.InvalidError{Field: "kind", Text: "Tài khoản chưa có chức vụ. Vui lòng nhờ quản trị viên bổ sung: chức vụ được ghi trong mọi câu trả lời."}
	}
	o.Mandate = &m
	return a.changeOfficer(ctx, by, &o, "officer.mandate", mandateLine(m))
}

// EndMandate ends what was given, from now on; that it was stays on record. What was signed
// under it stays signed.
func (a *Access) EndMandate(ctx context.Context, by people.Officer, id string) error {
	o, err := a.Store.Officer(ctx, id)
	if err != nil {
		return fmt.Errorf("load officer: %w", err)
	}
	if !o.Mandate.Holds(a.Now()) {
		return &desk.RuleError{Text: "Cán bộ này không có tư cách phát ngôn nào đang hiệu lực."}
	}
	if o, err = a.mandated(ctx, by, id, o.Mandate.Kind); err != nil {
		return err
	}
	ended := *o.Mandate
	ended.Until = a.Now()
	o.Mandate = &ended
	return a.changeOfficer(ctx, by, &o, "officer.mandate_end", mandateLine(ended))
}

// mandated is the officer, if by may give them a mandate of that kind now.
func (a *Access) mandated(ctx context.Context, by people.Officer, id string, kind people.SpokespersonKind) (people.Officer, error) {
	o, err := a.Store.Officer(ctx, id)
	if err != nil {
		return o, fmt.Errorf("load officer: %w", err)
	}
	return o, people.MayMandate(people.InOffice(by, a.Now()), o, kind)
}

// mandateLine is what the audit chain keeps of a mandate.
func mandateLine(m people.Mandate) string {
	until := "-"
	if !m.Until.IsZero() {
		until = m.Until.UTC().Format(time.RFC3339)
	}
	return strings.Join([]string{string(m.Kind), m.Document, until, strings.Join(m.Only, ",")}, " | ")
}
