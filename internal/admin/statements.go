package admin

import (
	"net/url"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
	"phatngon/internal/store"
	"phatngon/knowledge"
)

type statementsPage struct {
	page
	Rows     []statementRow
	Statuses []choice
	Status   string
	Unit     string
	Units    []routing.Unit
	MayDraft bool
	More     string
}

type statementRow struct {
	knowledge.Statement
	UnitName string
	Standing standing
	Pending  bool // a change waits for a spokesperson
}

func (p *panel) getStatements(v *visit) error {
	s := statementsPage{
		page: v.page("Phát ngôn", "statements"), Statuses: statusChoices(), Units: p.Units.Units(),
		MayDraft: people.MayDraft(v.officer, v.officer.Unit) == nil,
	}
	if known(statusChoices(), v.query("status")) {
		s.Status = v.query("status")
	}
	unit, _ := p.pickUnit(v.query("unit"))
	s.Unit = p.unitOption(unit)
	items, next, err := p.Store.Statements(v.ctx, store.StatementFilter{
		Status: knowledge.Status(s.Status), Unit: unit, After: v.query("after"), Limit: pageSize,
	})
	if err != nil {
		return err
	}
	for _, item := range items {
		own := inside(v.officer, item)
		if !own && unreleased(item, p.now()) {
			continue
		}
		s.Rows = append(s.Rows, statementRow{item, p.unitName(item.Unit), standingOf(item, p.now()), own && item.Proposal != nil})
	}
	if next != "" {
		s.More = "/admin/statements?" + url.Values{"status": {s.Status}, "unit": {s.Unit}, "after": {next}}.Encode()
	}
	return v.render(fiber.StatusOK, "statements", s)
}

func statementURL(code string) string { return "/admin/statements/" + url.PathEscape(code) }
