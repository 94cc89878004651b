package flow_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/publication"
	"phatngon/internal/desk/request"
	"phatngon/internal/flow/access"
	"phatngon/internal/zalo/zalotest"
	"phatngon/knowledge/statement"
)

const (
	feverBody = "Từ ngày 01/10/2026 đến ngày 15/11/2026, toàn tỉnh ghi nhận 312 ca mắc sốt xuất huyết, không có ca tử vong. Sở Y tế đã phun hóa chất tại 24 xã, phường."
	feverAsk  = "toan tinh co bao nhieu ca sot xuat huyet"
	busBody   = "Xe khám lưu động tới bản Ón, xã Tam Chung vào ngày 05/12/2026, từ 7 giờ 30 đến 16 giờ."
	busAsk    = "xe kham luu dong toi ban On ngay nao"
)

func fever() statement.Statement {
	return statementOf("PN-2026-0001", "Tình hình sốt xuất huyết trên địa bàn tỉnh", feverBody, "toàn tỉnh có bao nhiêu ca sốt xuất huyết?")
}

func TestAskedQuestionIsAnsweredWordForWordWithSource(t *testing.T) {
	o := newOffice(t, fever())
	o.sim.Say("hoa", feverAsk)
	o.hears("hoa", "312 ca mắc sốt xuất huyết", "Hoàng Văn Ký", "Giám đốc Sở Y tế", "20/11/2026", "https://phatngon.example/s/PN-2026-0001")
	o.quiet()
	told, _, err := o.Store.LedgerOfStatement(o.ctx, "PN-2026-0001", "", 10)
	if err != nil || len(told) != 1 || told[0].StatementVersion != 1 {
		t.Errorf("ledger = %v, %v; want one entry of version 1", told, err)
	}
}

func TestSignedAnswerReachesTheRequesterAndBecomesKnowledge(t *testing.T) {
	o := newOffice(t, fever())
	r := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?")
	if !strings.HasPrefix(r.Code, "TH-2026-") || r.Parts[0].Clock.Due.IsZero() {
		t.Fatalf("request = %+v; want a code and a running clock", r)
	}
	o.answered(r.Code, busBody)
	o.hears("hoa", r.Code, busBody, "Giám đốc Sở Y tế")
	in := publication.Publication{Title: "Lịch xe khám lưu động tới bản Ón", Audience: statement.AudiencePublic, Questions: []string{r.Question}}
	code := o.published(r.Code, in)
	o.sim.Say("lan", busAsk)
	o.hears("lan", busBody, "/s/"+code)
	if got := must(o.Store.Request(o.ctx, r.Code))(t).Parts[0]; got.State != request.Sent || got.Statement != code {
		t.Errorf("part = %s, statement %q; want sent, %q", got.State, got.Statement, code)
	}
}

func TestDrafterCannotApproveHerOwnWords(t *testing.T) {
	o := newOffice(t)
	r := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?")
	if err := o.Requests.Assign(o.ctx, signer, o.at(r.Code)); err != nil {
		t.Fatal(err)
	}
	if err := o.Requests.SaveDraft(o.ctx, signer, o.at(r.Code), request.Reply{Text: busBody}); err != nil {
		t.Fatal(err)
	}
	if err := o.Requests.Approve(o.ctx, signer, o.at(r.Code), 1); !isRule(err) {
		t.Errorf("author approves: %v; want a rule that forbids it", err)
	}
	if err := o.Requests.Approve(o.ctx, drafter, o.at(r.Code), 1); !isRule(err) {
		t.Errorf("officer approves: %v; want a rule that forbids it", err)
	}
	if err := o.Requests.Approve(o.ctx, second, o.at(r.Code), 1); err != nil {
		t.Errorf("another spokesperson approves: %v", err)
	}
}

func TestChangeOverAStaleFormIsRefused(t *testing.T) {
	o := newOffice(t)
	r := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?")
	stale := o.at(r.Code)
	if err := o.Requests.Assign(o.ctx, drafter, stale); err != nil {
		t.Fatal(err)
	}
	if err := o.Requests.SaveDraft(o.ctx, drafter, stale, request.Reply{Text: busBody}); !errors.Is(err, desk.ErrConflict) {
		t.Errorf("draft over a stale form: %v; want a conflict", err)
	}
}

func TestFilingTwiceFromOneCauseFilesOnce(t *testing.T) {
	o := newOffice(t)
	first := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?")
	again := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?")
	if first.Code != again.Code {
		t.Errorf("codes %s and %s; want one request", first.Code, again.Code)
	}
}

func TestRefusalNamesTheLegalGround(t *testing.T) {
	o := newOffice(t)
	r := o.filed("hoa", "Cho danh sách bệnh nhân của bệnh viện?")
	if err := o.Requests.Assign(o.ctx, signer, o.at(r.Code)); err != nil {
		t.Fatal(err)
	}
	ground := policy.Grounds(r.RequesterKind)[0].Code
	no := request.Reply{Outcome: request.Denied, Ground: ground, Text: "Danh sách là dữ liệu cá nhân của người bệnh.", Instead: "Số ca theo từng xã."}
	if err := o.Requests.SaveDraft(o.ctx, signer, o.at(r.Code), no); err != nil {
		t.Fatal(err)
	}
	if err := o.Requests.Approve(o.ctx, signer, o.at(r.Code), 1); !isRule(err) {
		t.Errorf("who wrote a refusal signs it: %v", err)
	}
	if err := o.Requests.Approve(o.ctx, second, o.at(r.Code), 1); err != nil {
		t.Fatal(err)
	}
	o.hears("hoa", r.Code, "dữ liệu cá nhân của người bệnh", "Điều 27")
}

func TestCrashBetweenApprovalAndSendingIsMendedAtStart(t *testing.T) {
	o := newOffice(t)
	r := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?")
	if err := o.Requests.Assign(o.ctx, drafter, o.at(r.Code)); err != nil {
		t.Fatal(err)
	}
	if err := o.Requests.SaveDraft(o.ctx, drafter, o.at(r.Code), request.Reply{Text: busBody}); err != nil {
		t.Fatal(err)
	}
	signed, err := request.Approve(must(o.Store.Request(o.ctx, r.Code))(t), 0, signer, 1, o.clock.now())
	if err != nil {
		t.Fatal(err)
	}
	if err := o.Store.ReplaceRequest(o.ctx, &signed); err != nil { // …and here the program dies
		t.Fatal(err)
	}
	for range 2 { // starting twice sends once
		if err := o.Relay.Sweep(o.ctx); err != nil {
			t.Fatal(err)
		}
	}
	o.hears("hoa", busBody)
	o.quiet()
	if n := countOf(o.sim.Messages("hoa"), busBody); n != 1 {
		t.Errorf("the answer was said %d times; want once", n)
	}
}

func TestWithdrawnStatementIsNotQuotedAndPeopleAreToldOnce(t *testing.T) {
	o := newOffice(t, fever())
	o.sim.Say("hoa", feverAsk)
	o.hears("hoa", "312 ca")
	o.sim.Say("hoa", feverAsk+" nhỉ")
	o.quiet()
	s := must(o.Store.Statement(o.ctx, "PN-2026-0001"))(t)
	if err := o.Statements.Withdraw(o.ctx, signer, s.Code, s.Version, "Số liệu cần rà soát lại"); err != nil {
		t.Fatal(err)
	}
	o.hears("hoa", "đã được thu hồi", "Số liệu cần rà soát lại")
	o.sim.Say("lan", feverAsk)
	o.quiet()
	if n := countOf(o.sim.Messages("lan"), "312 ca"); n != 0 {
		t.Errorf("a withdrawn statement was quoted: %v", texts(o.sim.Messages("lan")))
	}
	if n := countOf(o.sim.Messages("hoa"), "đã được thu hồi"); n != 1 {
		t.Errorf("told %d times; want once", n)
	}
}

func TestCrashBetweenWithdrawalAndTellingIsMendedAtStart(t *testing.T) {
	o := newOffice(t, fever())
	o.sim.Say("hoa", feverAsk)
	o.quiet()
	s := must(o.Store.Statement(o.ctx, "PN-2026-0001"))(t)
	c, err := publication.Withdraw(s, signer, "Rà soát số liệu", o.clock.now())
	if err != nil {
		t.Fatal(err)
	}
	if err := o.Store.ReplaceStatement(o.ctx, &c.Statement, c.Effects...); err != nil { // …and here the program dies
		t.Fatal(err)
	}
	for range 2 { // starting twice tells once
		if err := o.Relay.Sweep(o.ctx); err != nil {
			t.Fatal(err)
		}
	}
	o.hears("hoa", "đã được thu hồi")
	o.quiet()
	if n := countOf(o.sim.Messages("hoa"), "đã được thu hồi"); n != 1 {
		t.Errorf("told %d times; want once", n)
	}
}

func TestNobodySupersedesAnotherUnitsWords(t *testing.T) {
	foreign := fever()
	foreign.Unit = "TH-XD"
	o := newOffice(t, foreign)
	s := statementOf("", "Số liệu mới", "Toàn tỉnh ghi nhận 400 ca.")
	s.Supersedes = []string{foreign.Code}
	saved := must(o.Statements.Save(o.ctx, drafter, s))(t)
	var invalid *desk.InvalidError
	if err := o.Statements.Publish(o.ctx, signer, saved.Code, saved.Version); !errors.As(err, &invalid) || invalid.Field != "supersedes" {
		t.Errorf("publish: %v; want it refused at the field", err)
	}
	if old := must(o.Store.Statement(o.ctx, foreign.Code))(t); old.Status != statement.StatusPublished {
		t.Errorf("the other unit's statement is %s", old.Status)
	}
}

func TestStatementNeedsASecondPersonToPublish(t *testing.T) {
	o := newOffice(t)
	s := statementOf("", "Lịch tiêm chủng tháng 12", "Trạm y tế các xã tiêm chủng mở rộng vào ngày 10 hằng tháng.")
	saved := must(o.Statements.Save(o.ctx, signer, s))(t)
	if err := o.Statements.Publish(o.ctx, signer, saved.Code, saved.Version); !isRule(err) {
		t.Errorf("author publishes: %v; want a rule that forbids it", err)
	}
	if err := o.Statements.Publish(o.ctx, drafter, saved.Code, saved.Version); !isRule(err) {
		t.Errorf("officer publishes: %v; want a rule that forbids it", err)
	}
	if err := o.Statements.Publish(o.ctx, second, saved.Code, saved.Version); err != nil {
		t.Fatal(err)
	}
	o.sim.Say("hoa", "tiem chung mo rong ngay nao")
	o.hears("hoa", "ngày 10 hằng tháng")
}

func TestProposedChangeLeavesThePublishedWordsInForce(t *testing.T) {
	o := newOffice(t, fever())
	s := must(o.Store.Statement(o.ctx, "PN-2026-0001"))(t)
	s.Body = strings.Replace(s.Body, "312 ca", "318 ca", 1)
	saved := must(o.Statements.Save(o.ctx, drafter, s))(t)
	o.sim.Say("hoa", feverAsk)
	o.hears("hoa", "312 ca")
	if err := o.Statements.Publish(o.ctx, signer, saved.Code, saved.Version); err != nil {
		t.Fatal(err)
	}
	o.hears("hoa", "đã được sửa")
	o.sim.Say("lan", feverAsk)
	o.hears("lan", "318 ca")
}

func countOf(messages []zalotest.Message, piece string) int {
	n := 0
	for _, m := range messages {
		if m.From == zalotest.FromBot && strings.Contains(m.Text, piece) {
			n++
		}
	}
	return n
}

func TestLoginIsRefusedAfterManyWrongPasswords(t *testing.T) {
	o := newOffice(t)
	fresh := people.Officer{Email: "Canbo@DonVi.vn ", Name: "Cán bộ", Role: people.RoleOperator, Unit: "TH-YT"}
	made := must(o.Access.CreateOfficer(o.ctx, chief, fresh, "mat-khau-rat-dai"))(t)
	login := func(password string) (access.Opened, error) {
		return o.Access.Login(o.ctx, access.Attempt{Email: "canbo@donvi.vn", Password: password, Address: "10.0.0.1"})
	}
	token := must(login("mat-khau-rat-dai"))(t).Token
	if _, who, err := o.Access.Session(o.ctx, token); err != nil || who.ID != made.ID {
		t.Fatalf("session = %v, %v; want %s", who.ID, err, made.ID)
	}
	for range 8 {
		_, _ = login("sai")
	}
	if _, err := login("mat-khau-rat-dai"); !isRule(err) {
		t.Errorf("login after many failures: %v; want to be told to wait", err)
	}
	o.clock.move(11 * time.Minute)
	if _, err := login("mat-khau-rat-dai"); err != nil {
		t.Errorf("login after the pause: %v", err)
	}
	if err := o.Access.SetOfficerDisabled(o.ctx, chief, made.ID, true); err != nil {
		t.Fatal(err)
	}
	if _, _, err := o.Access.Session(o.ctx, token); !errors.Is(err, desk.ErrForbidden) {
		t.Errorf("session of a disabled officer: %v; want forbidden", err)
	}
}
