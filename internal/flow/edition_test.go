package flow_test

import (
	"strings"
	"testing"

	"phatngon/knowledge/statement"
)

func TestACorrectionIsTheSecondEditionHoweverOftenItWasDrafted(t *testing.T) {
	o := newOffice(t)
	saved := must(o.Statements.Save(o.ctx, drafter, statementOf("", "Lịch tiêm chủng tháng 12", "Trạm y tế tiêm chủng vào ngày 10.")))(t)
	saved = must(o.Statements.Save(o.ctx, drafter, saved))(t)
	if err := o.Statements.Publish(o.ctx, signer, saved.Code, saved.Version); err != nil {
		t.Fatal(err)
	}
	first := must(o.Store.Statement(o.ctx, saved.Code))(t)
	for _, body := range []string{"Trạm y tế tiêm chủng vào ngày 11.", "Trạm y tế tiêm chủng vào ngày 12."} {
		next := must(o.Store.Statement(o.ctx, saved.Code))(t)
		next.Body = body
		saved = must(o.Statements.Save(o.ctx, drafter, next))(t)
	}
	if err := o.Statements.Publish(o.ctx, signer, saved.Code, saved.Version); err != nil {
		t.Fatal(err)
	}
	asked := must(o.Store.Statement(o.ctx, saved.Code))(t)
	asked.Questions = []string{"Bao giờ tiêm chủng?"} // helps to find it, and is no correction
	saved = must(o.Statements.Save(o.ctx, drafter, asked))(t)
	if err := o.Statements.Publish(o.ctx, signer, saved.Code, saved.Version); err != nil {
		t.Fatal(err)
	}
	last := must(o.Store.Statement(o.ctx, saved.Code))(t)
	if first.Edition() != 1 || last.Edition() != 2 || last.Version < 5 {
		t.Errorf("editions %d and %d in version %d; want 1 and 2", first.Edition(), last.Edition(), last.Version)
	}
	if first.SaidAt == nil || last.SaidAt == nil || last.SaidAt.Before(*first.SaidAt) {
		t.Errorf("said at %v, then %v", first.SaidAt, last.SaidAt)
	}
}

func TestWhoWasToldASupersededStatementIsLedToTheNewOne(t *testing.T) {
	o := newOffice(t, fever())
	o.sim.Say("hoa", feverAsk)
	o.hears("hoa", "312 ca")
	s := statementOf("", "Số liệu sốt xuất huyết mới", "Toàn tỉnh ghi nhận 400 ca.")
	s.Supersedes = []string{fever().Code}
	saved := must(o.Statements.Save(o.ctx, drafter, s))(t)
	if err := o.Statements.Publish(o.ctx, signer, saved.Code, saved.Version); err != nil {
		t.Fatal(err)
	}
	o.hears("hoa", "đã được thay thế bằng phát ngôn mới: Số liệu sốt xuất huyết mới")
	o.hears("hoa", "/s/"+saved.Code)
	if old := must(o.Store.Statement(o.ctx, fever().Code))(t); old.Status != statement.StatusSuperseded || !strings.HasPrefix(old.Code, "PN-") {
		t.Errorf("the old one is %s", old.Status)
	}
}
