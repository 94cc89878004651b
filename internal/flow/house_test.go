package flow_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/publication"
	"phatngon/internal/desk/request"
	"phatngon/internal/flow/index"
	"phatngon/internal/flow/requests"
	"phatngon/internal/zalo"
	"phatngon/internal/zalo/zalotest"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

// delivered is the newest delivery of a request.
func (o *office) delivered(code string) delivery.Delivery {
	o.t.Helper()
	all := must(o.Store.DeliveriesOf(o.ctx, code))(o.t)
	if len(all) == 0 {
		o.t.Fatalf("no delivery of %s", code)
	}
	return all[len(all)-1]
}

func (o *office) state(code string) request.State {
	o.t.Helper()
	return must(o.Store.Request(o.ctx, code))(o.t).State
}

// appOnly files a request as a person of the Mini App who never chatted.
func (o *office) appOnly(persona string) (string, people.Requester, request.Request) {
	o.t.Helper()
	token, who, err := o.Access.MiniAppLogin(o.ctx, o.sim.MiniAppToken(persona))
	if err != nil {
		o.t.Fatal(err)
	}
	r := must(o.Requests.File(o.ctx, who, requests.Filing{Filing: effect.Filing{Question: "Xe khám lưu động tới bản Ón ngày nào?", Unit: "TH-YT"},
		Source: "app-1", Channel: requests.ChannelMiniApp, At: o.clock.now()}))(o.t)
	return token, who, r
}

func TestAnAnswerThatZaloRefusesIsNotCalledAnswered(t *testing.T) {
	o := newOffice(t)
	r := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?")
	o.sim.FailSends(1, zalotest.Refuse(-248))
	o.answered(r.Code, busBody)
	o.quiet()
	if d := o.delivered(r.Code); o.state(r.Code) != request.Approved || d.State != delivery.Failed || d.Reason == "" || d.Unit != "TH-YT" {
		t.Errorf("request %s, delivery %s (%s) of %s; want approved, failed with a reason, the unit's", o.state(r.Code), d.State, d.Reason, d.Unit)
	}
	foreign := people.Officer{ID: "x", Role: people.RoleOperator, Unit: "TH-XD"}
	item := o.delivered(r.Code).ID + "/0"
	if err := o.Delivery.Resend(o.ctx, foreign, "outbox", item); !errors.Is(err, desk.ErrForbidden) {
		t.Errorf("another unit resends: %v", err)
	}
	if err := o.Delivery.Resend(o.ctx, drafter, "outbox", item); err != nil {
		t.Fatal(err)
	}
	o.hears("hoa", busBody)
	o.quiet()
	if d := o.delivered(r.Code); o.state(r.Code) != request.Sent || !d.State.Reached() {
		t.Errorf("after the unit's resend: request %s, delivery %s", o.state(r.Code), d.State)
	}
}

func TestAnAnswerIsDeliveredWhenZaloSaysSoAndSeenWhenItIsOpened(t *testing.T) {
	o := newOffice(t)
	r := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?")
	o.answered(r.Code, busBody)
	o.hears("hoa", busBody)
	o.quiet()
	o.sim.See("hoa")
	o.quiet()
	if d := o.delivered(r.Code); d.State != delivery.Seen {
		t.Errorf("delivery is %s; want seen", d.State)
	}
}

func TestAnAnswerAfterEightSilentDaysWaitsAndGoesWhenThePersonWrites(t *testing.T) {
	o := newOffice(t)
	r := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?")
	o.clock.move(8 * 24 * time.Hour)
	o.answered(r.Code, busBody)
	o.quiet()
	if d := o.delivered(r.Code); o.state(r.Code) != request.Approved || d.State != delivery.Waiting {
		t.Fatalf("request %s, delivery %s; want approved and waiting", o.state(r.Code), d.State)
	}
	o.sim.Say("hoa", "chào ad")
	o.hears("hoa", busBody)
	o.quiet()
	if o.state(r.Code) != request.Sent {
		t.Errorf("request is %s after the person wrote", o.state(r.Code))
	}
}

func TestAnAnswerToWhoNeverChattedIsReadInTheAppAndComesToTheChatLater(t *testing.T) {
	o := newOffice(t)
	token, who, r := o.appOnly("hoa")
	o.answered(r.Code, busBody)
	o.quiet()
	if d := o.delivered(r.Code); d.State != delivery.Unreachable || !d.InApp || o.state(r.Code) != request.Sent {
		t.Fatalf("request %s, delivery %s, in the app %t; want sent, unreachable by Zalo, readable", o.state(r.Code), d.State, d.InApp)
	}
	o.sim.Say("hoa", "xin chào")
	o.hears("hoa", busBody)
	o.quiet()
	if d := o.delivered(r.Code); !d.State.Reached() {
		t.Errorf("after the first chat the delivery is %s", d.State)
	}
	same := must(o.Access.MiniAppUser(o.ctx, token))(t)
	if same.ID == who.ID || same.ID != must(o.Store.Request(o.ctx, r.Code))(t).Requester {
		t.Errorf("the app's session is %s's, the request %s's; want one requester, the chat's", same.ID, must(o.Store.Request(o.ctx, r.Code))(t).Requester)
	}
	o.sim.Say("hoa", r.Code)
	o.hears("hoa", "Yêu cầu "+r.Code)
}

func TestASecondApprovalBringsTheNewWordsAndNeverTheOld(t *testing.T) {
	o := newOffice(t)
	r := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?")
	o.clock.move(8 * 24 * time.Hour) // the first answer waits
	o.answered(r.Code, busBody)
	o.quiet()
	const better = "Xe khám lưu động tới bản Ón ngày 06/12/2026."
	if err := o.Requests.SaveDraft(o.ctx, drafter, o.at(r.Code), request.Reply{Text: better}); err != nil {
		t.Fatal(err)
	}
	if err := o.Requests.Approve(o.ctx, signer, o.at(r.Code), 2); err != nil {
		t.Fatal(err)
	}
	o.sim.Say("hoa", "chào ad")
	o.hears("hoa", better)
	o.quiet()
	if n := countOf(o.sim.Messages("hoa"), busBody); n != 0 {
		t.Errorf("the voided words were said %d times", n)
	}
}

func TestWhoIsToldATextThatWasWithdrawnMeanwhileHearsOfIt(t *testing.T) {
	o := newOffice(t, fever())
	s := must(o.Store.Statement(o.ctx, fever().Code))(t)
	o.sim.OpenChat("hoa")
	o.quiet()
	told := effect.Effect{Key: "e1/1", Kind: effect.DoTell, At: o.clock.now(), Told: []effect.Told{{Statement: s.Code, Version: s.Version}}}
	if err := o.Statements.Withdraw(o.ctx, signer, s.Code, s.Version, "Số liệu cần rà soát"); err != nil {
		t.Fatal(err)
	}
	o.quiet() // the ledger was walked, and hoa is not in it yet
	for range 2 {
		if err := o.Statements.Tell(o.ctx, "oa:"+o.persona("hoa").UserID, told); err != nil {
			t.Fatal(err)
		}
	}
	o.hears("hoa", "đã được thu hồi")
	o.quiet()
	if n := countOf(o.sim.Messages("hoa"), "đã được thu hồi"); n != 1 {
		t.Errorf("told %d times; want once", n)
	}
}

func TestButtonsAndErasureWorkWhileAnOfficerTalks(t *testing.T) {
	o := newOffice(t, fever())
	o.sim.Say("hoa", "xin chào")
	m := o.hears("hoa", "Hỏi thông tin")
	o.sim.AdminSay("hoa", "Chào chị, tôi là cán bộ trực.")
	o.quiet()
	o.sim.Say("hoa", feverAsk)
	o.quiet()
	if n := countOf(o.sim.Messages("hoa"), "312 ca"); n != 0 {
		t.Errorf("the bot interrupted the officer %d times", n)
	}
	o.sim.TapButton("hoa", zalo.Button{Payload: m.Buttons[0].Payload})
	o.hears("hoa", "Mời Anh/Chị gõ câu hỏi")
	o.sim.Say("hoa", "xóa dữ liệu của tôi")
	o.hears("hoa", "Xóa dữ liệu của Anh/Chị?")
	o.clock.move(31 * time.Minute)
	o.sim.Say("hoa", feverAsk)
	o.hears("hoa", "312 ca")
}

func TestTheDeadlineToldIsTheDeadlineStoredAlsoAroundMidnight(t *testing.T) {
	o := newOffice(t)
	o.sim.Say("hoa", "bệnh viện tỉnh bao giờ có khoa xạ trị?")
	m := o.hears("hoa", "Gửi tới")
	at := time.Date(2026, 11, 23, 23, 59, 59, 0, calendar.Zone)
	o.clock.move(at.Sub(o.clock.now()))
	o.sim.Hold()
	o.sim.TapButton("hoa", zalo.Button{Payload: m.Buttons[0].Payload})
	o.clock.move(2 * time.Second)
	o.sim.Release(false)
	o.hears("hoa", "Đã gửi yêu cầu TH-2026-00001")
	due := must(o.Store.Request(o.ctx, "TH-2026-00001"))(t).Due
	o.hears("hoa", "Hạn xử lý: "+due.In(calendar.Zone).Format("02/01/2006"))
}

func TestAnErasedPersonComesBackThroughTheAppWithANewSessionOnly(t *testing.T) {
	o := newOffice(t)
	o.sim.Say("hoa", "xin chào")
	o.quiet()
	old, who, err := o.Access.MiniAppLogin(o.ctx, o.sim.MiniAppToken("hoa"))
	if err != nil {
		t.Fatal(err)
	}
	o.clock.move(time.Minute)
	o.erase("hoa")
	o.clock.move(time.Minute)
	fresh, back, err := o.Access.MiniAppLogin(o.ctx, o.sim.MiniAppToken("hoa"))
	if err != nil || back.Erased {
		t.Fatalf("login after the erasure: %v, erased %t", err, back.Erased)
	}
	if _, err := o.Access.MiniAppUser(o.ctx, fresh); err != nil {
		t.Errorf("the new session: %v", err)
	}
	if _, err := o.Access.MiniAppUser(o.ctx, old); !errors.Is(err, desk.ErrForbidden) {
		t.Errorf("the session from before the erasure of %s: %v; want it over", who.ID, err)
	}
}

func TestAppAndPanelSessionsEnd(t *testing.T) {
	o := newOffice(t)
	app, _, err := o.Access.MiniAppLogin(o.ctx, o.sim.MiniAppToken("hoa"))
	if err != nil {
		t.Fatal(err)
	}
	_, panel := o.accountOf("canbo@donvi.vn")
	o.clock.move(12*time.Hour - time.Second)
	if _, err := o.Access.MiniAppUser(o.ctx, app); err != nil {
		t.Errorf("the app's session before its end: %v", err)
	}
	if _, _, err := o.Access.Session(o.ctx, panel.Token); err != nil {
		t.Errorf("the panel's session before its end: %v", err)
	}
	o.clock.move(time.Second)
	if _, err := o.Access.MiniAppUser(o.ctx, app); !errors.Is(err, desk.ErrForbidden) {
		t.Errorf("the app's session at its end: %v", err)
	}
	if _, _, err := o.Access.Session(o.ctx, panel.Token); !errors.Is(err, desk.ErrForbidden) {
		t.Errorf("the panel's session at its end: %v", err)
	}
}

func TestNobodySignsOwnWordsWhoeverSavedLast(t *testing.T) {
	o := newOffice(t)
	s := must(o.Statements.Save(o.ctx, signer, statementOf("", "Lịch tiêm chủng tháng 12", "Trạm y tế tiêm chủng vào ngày 10.")))(t)
	s = must(o.Statements.Save(o.ctx, drafter, s))(t) // the same words, saved again
	if err := o.Statements.Publish(o.ctx, signer, s.Code, s.Version); !isRule(err) {
		t.Errorf("after the same words were saved by another: %v", err)
	}
	s.Questions = []string{"Bao giờ tiêm chủng?"}
	s = must(o.Statements.Save(o.ctx, drafter, s))(t)
	if err := o.Statements.Publish(o.ctx, signer, s.Code, s.Version); !isRule(err) {
		t.Errorf("after another added a question to find it by: %v", err)
	}
	if err := o.Statements.Publish(o.ctx, second, s.Code, s.Version); err != nil {
		t.Errorf("another spokesperson: %v", err)
	}
}

func TestATitleSomebodyWroteNeedsAnotherToSignIt(t *testing.T) {
	o := newOffice(t)
	r := o.filed("hoa", "Tôi là Lê Thị Lan, CCCD 038201001234, tôi bị tiểu đường, bao giờ xe khám tới bản Ón?")
	o.answered(r.Code, busBody)
	o.quiet()
	at := o.at(r.Code)
	own := must(o.Statements.PublishAnswer(o.ctx, signer, at.Code, 0, at.Version, publication.Publication{Title: "Xe khám miễn phí cho mọi người", Audience: statement.AudiencePublic}))(t)
	if own.Status != statement.StatusDraft {
		t.Fatalf("a title the signer wrote is %s at once", own.Status)
	}
	if err := o.Statements.Publish(o.ctx, signer, own.Code, own.Version); !isRule(err) {
		t.Errorf("the signer publishes the own title: %v", err)
	}
	if err := o.Statements.Publish(o.ctx, second, own.Code, own.Version); err != nil {
		t.Fatal(err)
	}
	if got := must(o.Store.Request(o.ctx, r.Code))(t).Parts[0].Statement; got != own.Code {
		t.Errorf("the request knows of %q; want %s", got, own.Code)
	}
}

func TestTheProposedTitleHoldsNothingOfThePersonAndIsSignedAtOnce(t *testing.T) {
	o := newOffice(t)
	r := o.filed("hoa", "Tôi là Lê Thị Lan, CCCD 038201001234, tôi bị tiểu đường, bao giờ xe khám tới bản Ón?")
	o.answered(r.Code, busBody)
	o.quiet()
	at := o.at(r.Code)
	title := publication.ProposedTitle(must(o.Store.Request(o.ctx, r.Code))(t).Parts[0])
	s := must(o.Statements.PublishAnswer(o.ctx, signer, at.Code, 0, at.Version, publication.Publication{Title: title, Audience: statement.AudiencePublic}))(t)
	for _, personal := range []string{"Lan", "038201001234", "tiểu đường"} {
		if strings.Contains(s.Title+s.Body, personal) || len(s.Questions) != 0 {
			t.Errorf("%q became public: %q, %v", personal, s.Title, s.Questions)
		}
	}
	if s.Status != statement.StatusPublished {
		t.Errorf("the proposed title is %s", s.Status)
	}
}

func TestPersonalDataIsTakenOutOrConfirmedPlaceByPlace(t *testing.T) {
	o := newOffice(t)
	body := "Bà Nguyễn Thị Hồng, số điện thoại 0912 345 678, được hỗ trợ 5 triệu đồng."
	s := must(o.Statements.Save(o.ctx, drafter, statementOf("", "Hỗ trợ hộ bị thiệt hại", body)))(t)
	found := publication.Personal(s, s)
	if len(found) < 2 {
		t.Fatalf("found %v", found)
	}
	var invalid *desk.InvalidError
	if err := o.Statements.Publish(o.ctx, signer, s.Code, s.Version, found[0].Text); !errors.As(err, &invalid) || invalid.Field != "confirmed" {
		t.Errorf("one of %d confirmed: %v", len(found), err)
	}
	var all []string
	for _, f := range found {
		all = append(all, f.Text)
	}
	if err := o.Statements.Publish(o.ctx, signer, s.Code, s.Version, all...); err != nil {
		t.Errorf("all confirmed: %v", err)
	}
}

func TestAnotherInstanceIsSilentAboutAWithdrawnTextWhateverTheClocksSay(t *testing.T) {
	o := newOffice(t, fever())
	other := answer.NewBase(answer.Options{UnitName: o.Units.Name})
	there := index.Index{Store: o.Store, Base: other, Now: o.clock.now, Log: o.Log}
	if err := there.Load(o.ctx); err != nil {
		t.Fatal(err)
	}
	o.clock.move(-time.Hour) // the writer's clock is slow
	s := must(o.Store.Statement(o.ctx, fever().Code))(t)
	if err := o.Statements.Withdraw(o.ctx, signer, s.Code, s.Version, "Rà soát"); err != nil {
		t.Fatal(err)
	}
	if err := there.Refresh(o.ctx); err != nil {
		t.Fatal(err)
	}
	if _, quoted := other.Statement(fever().Code, statement.AudiencePublic, o.clock.now()); quoted {
		t.Error("the other instance still quotes it")
	}
}

func TestANewHolidayMovesOpenDeadlinesOnEveryInstance(t *testing.T) {
	o := newOffice(t)
	r := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?")
	day := r.Due.In(calendar.Zone).Format(time.DateOnly)
	data := withDayOff(t, o.Rules.Book().Versions(policy.KindHolidays)[0].Data, day)
	if err := o.Rules.Save(o.ctx, drafter, "holidays", o.clock.now(), data); !isRule(err) {
		t.Errorf("an officer changes the calendar: %v", err)
	}
	var invalid *desk.InvalidError
	if err := o.Rules.Save(o.ctx, chief, "holidays", o.clock.now(), []byte(`{"weekly_days_off": ["Caturday"]}`)); !errors.As(err, &invalid) {
		t.Errorf("a calendar that is none: %v", err)
	}
	if err := o.Rules.Save(o.ctx, chief, "holidays", o.clock.now(), data); err != nil {
		t.Fatal(err)
	}
	moved := must(o.Store.Request(o.ctx, r.Code))(t)
	if !moved.Due.After(r.Due) || moved.Parts[0].Steps[len(moved.Parts[0].Steps)-1].Action != request.ActReclock {
		t.Errorf("due %s, before %s, history %+v", moved.Due, r.Due, moved.Parts[0].Steps)
	}
	o.hears("hoa", "lịch làm việc thay đổi", "hạn mới "+moved.Due.In(calendar.Zone).Format("15:04 02/01/2006"))
	if err := o.Requests.Recompute(o.ctx); err != nil {
		t.Fatal(err)
	}
	if again := must(o.Store.Request(o.ctx, r.Code))(t); again.Version != moved.Version {
		t.Error("computed again, the clock changed again")
	}
}

// withDayOff is a holiday table in which that day is off too.
func withDayOff(t *testing.T, table []byte, day string) []byte {
	t.Helper()
	var parsed map[string]any
	if err := json.Unmarshal(table, &parsed); err != nil {
		t.Fatal(err)
	}
	added := map[string]any{"date": day, "name": "Nghỉ bù", "type": "public_holiday", "is_day_off": true, "certainty": "certain", "basis": "Quyết định của tỉnh"}
	parsed["days"] = append(parsed["days"].([]any), added)
	return must(json.Marshal(parsed))(t)
}

// A code is read aloud and typed: all have one form, whatever they are of.
func TestAStatementIsNumberedInTheSeriesOfRequests(t *testing.T) {
	o := newOffice(t)
	written := func(title string) string {
		s := statementOf("", title, "Trạm y tế làm việc cả thứ Bảy từ ngày 01/12/2026.")
		return must(o.Statements.Save(o.ctx, drafter, s))(t).Code
	}
	first, asked := written("Lịch làm việc của trạm y tế"), o.filed("hoa", "Bao giờ có bác sĩ lên bản Ón?").Code
	second := written("Lịch làm việc của trạm y tế xã")
	got := []string{first, asked, publication.CodeOfAnswer(asked, 0), second}
	if want := []string{"PN-2026-00001", "TH-2026-00002", "PN-2026-00002", "PN-2026-00003"}; !slices.Equal(got, want) {
		t.Errorf("codes %v; want %v", got, want)
	}
}
