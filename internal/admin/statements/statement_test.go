package statements_test

import (
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/people"
	"phatngon/internal/edge"
	"phatngon/internal/store"
	"phatngon/knowledge/statement"
)

func statementFields() url.Values {
	return url.Values{
		"title": {"Lịch khám lưu động"}, "body": {"Xe khám lưu động tới bản Ón ngày 05/12/2026."}, "unit": {"Sở Y tế"},
		"spokesperson": {"Hoàng Văn Ký"}, "position": {"Giám đốc Sở Y tế"}, "spokesperson_kind": {"A"}, "form": {"VAN_BAN"},
		"issued_at": {"2026-11-20T09:00"}, "audience": {"public"}, "questions": {"Khi nào xe khám tới bản Ón?"},
	}
}

// published is a statement that the officer wrote and the spokesperson
// published, open in the spokesperson's browser.
func published(o *admintest.Office) (at string, drafter, signer *admintest.Browser) {
	o.Helper()
	drafter, signer = o.SignedIn("canbo@th.vn"), o.SignedIn("phatngon@th.vn")
	drafter.Get("/admin/statements/new")
	drafter.Submit("/admin/statements", statementFields())
	drafter.Sees(http.StatusOK, "Đã lưu", "Bản nháp", "chờ người phát ngôn")
	at = drafter.Path
	signer.Get(at)
	signer.Submit(at+"/publish", nil)
	signer.Sees(http.StatusUnprocessableEntity, "đánh dấu xác nhận")
	signer.Submit(at+"/publish", url.Values{"confirm": {"yes"}})
	signer.Sees(http.StatusOK, "Đã công bố phát ngôn", "Đang hiệu lực")
	return at, drafter, signer
}

func TestStatementErrorsKeepWhatWasTyped(t *testing.T) {
	o := admintest.New(t, nil)
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/statements/new")
	fields := statementFields()
	fields.Set("title", "")
	fields.Set("issued_at", "hôm qua")
	fields.Set("unit", "Sở Không Có")
	b.Submit("/admin/statements", fields)
	b.Sees(http.StatusUnprocessableEntity, "sửa 3 chỗ", "nhập tiêu đề", "Ngày giờ chưa đúng", "chọn đơn vị",
		"Xe khám lưu động tới bản Ón", `value="Sở Không Có"`, `value="hôm qua"`, `value="Hoàng Văn Ký"`)
	if all, _, err := o.Flow.Store.Statements(t.Context(), store.StatementFilter{}); err != nil || len(all) > 0 {
		t.Errorf("stored %d statements (%v), want none", len(all), err)
	}
}

func TestANewStatementNamesTheSpokespersonNotTheDrafter(t *testing.T) {
	o := admintest.New(t, nil)
	for _, email := range []string{"canbo@th.vn", "phatngon@th.vn"} {
		b := o.SignedIn(email)
		b.Get("/admin/statements/new")
		b.Sees(http.StatusOK, `name="spokesperson" type="text" value="Người phatngon@th.vn"`, `value="Chức vụ phatngon@th.vn"`)
	}
	o.Hire("phatngon2@th.vn", people.RoleSpokesperson, "TH-YT")
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/statements/new")
	b.SeesNot(`value="Người phatngon@th.vn"`, `value="Người canbo@th.vn"`) // two may have said it
}

func TestAStatementIsWrittenByOneAndPublishedByAnother(t *testing.T) {
	o := admintest.New(t, nil)
	at, drafter, _ := published(o)
	drafter.Get(at + "/edit")
	fields := statementFields()
	fields.Set("body", "Xe khám lưu động tới bản Ón ngày 06/12/2026.")
	drafter.Submit(at+"/edit", fields)
	drafter.Sees(http.StatusOK, "Bản sửa đang chờ công bố", "05/12/2026", "06/12/2026")
	drafter.SeesNot("statement-publish")

	own := o.SignedIn("phatngon@th.vn")
	own.Get(at + "/edit")
	own.Sees(http.StatusOK, "06/12/2026")
	own.Submit(at+"/edit", fields)
	own.Sees(http.StatusOK, "statement-publish", "Lời do Người canbo@th.vn viết") // the same words again are not the own
	own.Get(at + "/edit")
	fields.Set("body", "Xe khám lưu động tới bản Ón sáng 06/12/2026.")
	own.Submit(at+"/edit", fields)
	own.Sees(http.StatusOK, "không tự công bố được", "Lời do Người canbo@th.vn, Người phatngon@th.vn viết")
	own.SeesNot("statement-publish")
}

func TestWithdrawnIsTheEndAndADraftIsNotWithdrawn(t *testing.T) {
	o := admintest.New(t, nil)
	at, drafter, signer := published(o)
	signer.Get(at)
	again, once := signer.Hidden(at+"/withdraw"), url.Values{"reason": {"Số liệu sai"}}
	signer.Submit(at+"/withdraw", once)
	signer.Sees(http.StatusOK, "Đã thu hồi phát ngôn")
	signer.SeesNot("statement-publish", "withdraw-submit", "statement-edit")
	s := o.Statement(at)
	again.Set("version", strconv.FormatInt(s.Version, 10))
	again.Set("reason", "Lý do khác")
	again.Set("confirm", "yes")
	for _, step := range []string{"/withdraw", "/publish"} {
		signer.Post(at+step, again, nil)
		signer.Sees(http.StatusForbidden, "Không thực hiện được khi đang ở trạng thái “Đã thu hồi”")
	}
	if now := o.Statement(at); now.Status != statement.StatusWithdrawn || now.WithdrawalReason != "Số liệu sai" || now.Version != s.Version {
		t.Errorf("after the refused steps it is %s of version %d, “%s”", now.Status, now.Version, now.WithdrawalReason)
	}

	drafter.Get("/admin/statements/new")
	drafter.Submit("/admin/statements", statementFields())
	signer.Get(drafter.Path)
	signer.SeesNot("withdraw-submit")
	again.Set("version", "1")
	signer.Post(drafter.Path+"/withdraw", again, nil)
	signer.Sees(http.StatusForbidden, "Không thực hiện được khi đang ở trạng thái “Bản nháp”")
	if now := o.Statement(drafter.Path); now.Status != statement.StatusDraft {
		t.Errorf("the draft is %s", now.Status)
	}
}

func TestWhatLooksPersonalIsConfirmedPlaceByPlace(t *testing.T) {
	o := admintest.New(t, nil)
	drafter, signer := o.SignedIn("canbo@th.vn"), o.SignedIn("phatngon@th.vn")
	drafter.Get("/admin/statements/new")
	fields := statementFields()
	fields.Set("body", "Người dân gọi bà Nguyễn Thị Lan, số 0912345678.")
	drafter.Submit("/admin/statements", fields)
	at := drafter.Path
	signer.Get(at)
	signer.Sees(http.StatusOK, "Có chỗ giống dữ liệu cá nhân", `name="confirmed" value="0912345678"`, "Số điện thoại")
	signer.Submit(at+"/publish", url.Values{"confirm": {"yes"}, "confirmed": {"0912345678"}})
	signer.Sees(http.StatusUnprocessableEntity, "Có chỗ giống dữ liệu cá nhân", "Nguyễn Thị Lan", `value="0912345678" checked`)
	if s := o.Statement(at); s.Status != statement.StatusDraft {
		t.Errorf("it is %s with a name nobody confirmed", s.Status)
	}
	signer.Submit(at+"/publish", url.Values{"confirm": {"yes"}, "confirmed": everyPlace(signer)})
	signer.Sees(http.StatusOK, "Đã công bố phát ngôn")
	drafter.Get(at + "/edit")
	fields.Set("body", "Người dân gọi bà Nguyễn Thị Lan, số 0912345678, giờ hành chính.")
	drafter.Submit(at+"/edit", fields)
	signer.Get(at)
	signer.SeesNot("Có chỗ giống dữ liệu cá nhân") // public already
}

var places = regexp.MustCompile(`name="confirmed" value="([^"]*)"`)

// everyPlace is what the page asks to confirm.
func everyPlace(b *admintest.Browser) []string {
	var all []string
	for _, m := range places.FindAllStringSubmatch(b.Body, -1) {
		all = append(all, html.UnescapeString(m[1]))
	}
	return all
}

func TestAStatementEditThatLostTheRaceKeepsWhatWasTyped(t *testing.T) {
	o := admintest.New(t, nil)
	at, drafter, signer := published(o)
	drafter.Get(at + "/edit")
	signer.Get(at + "/edit")
	fields := statementFields()
	fields.Set("body", "Bản của người khác.")
	signer.Submit(at+"/edit", fields)
	fields.Set("body", "Bản của tôi.")
	drafter.Submit(at+"/edit", fields)
	drafter.Sees(http.StatusConflict, "Bản người khác vừa lưu", "Bản của người khác.", "Bản của tôi.")
	drafter.Submit(at+"/edit", fields)
	drafter.Sees(http.StatusOK, "Đã lưu", "Bản của tôi.")
}

func TestWithdrawalNeedsAReasonAndStops(t *testing.T) {
	o := admintest.New(t, nil)
	at, drafter, signer := published(o)
	drafter.Get(at)
	drafter.SeesNot("withdraw-submit")
	signer.Submit(at+"/withdraw", url.Values{"reason": {" "}})
	signer.Sees(http.StatusUnprocessableEntity, "lý do")
	signer.Submit(at+"/withdraw", url.Values{"reason": {"Số liệu sai"}})
	signer.Sees(http.StatusOK, "Đã thu hồi phát ngôn", "Lý do thu hồi:", "Số liệu sai", "Thu hồi phát ngôn")
	signer.Get(at + "/edit")
	signer.Sees(http.StatusForbidden, "không còn hiệu lực")
	signer.Get("/admin/statements?status=withdrawn")
	signer.Sees(http.StatusOK, "Lịch khám lưu động")
	signer.Get("/admin/statements?status=published")
	signer.Sees(http.StatusOK, "Không có phát ngôn nào")
}

func TestExportIsTheFileThatImportReads(t *testing.T) {
	o := admintest.New(t, nil)
	at, drafter, _ := published(o)
	drafter.Get(at + "/export")
	drafter.Sees(http.StatusOK)
	s, problems := statement.ParseStatement("x.md", []byte(drafter.Body), func(code string) bool { return code == "TH-YT" })
	if len(problems) > 0 || !strings.Contains(s.Body, "05/12/2026") || s.Title != "Lịch khám lưu động" {
		t.Errorf("read back %+v with %v", s, problems)
	}
}

func TestWhatIsNotReleasedStaysWithTheUnit(t *testing.T) {
	o := admintest.New(t, nil)
	drafter := o.SignedIn("canbo@th.vn")
	drafter.Get("/admin/statements/new")
	drafter.Submit("/admin/statements", statementFields())
	at := drafter.Path
	other := o.SignedIn("noikhac@th.vn")
	for _, path := range []string{at, at + "/export", at + "/edit"} {
		other.Get(path)
		other.Sees(http.StatusForbidden)
		other.SeesNot("Xe khám lưu động")
	}
	other.Get("/admin/statements")
	other.SeesNot("Lịch khám lưu động")
	drafter.Get("/admin/statements")
	drafter.Sees(http.StatusOK, "Lịch khám lưu động", "Bản nháp")
}

func TestAStatementMadeOfARequestShowsWhoApprovedItAndWhen(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Drafted("Khi nào có lịch tiêm chủng mới?")
	signer := o.SignedIn("phatngon@th.vn")
	signer.Get("/admin/requests/" + code)
	signer.Submit("/admin/requests/"+code+"/approve", url.Values{"confirm": {"yes"}})
	signer.Submit("/admin/requests/"+code+"/publish", url.Values{"title": {signer.Value("title")}, "audience": {"public"}, "questions": {"Khi nào tiêm?"}})
	part := o.Request(code).Parts[0]
	other := o.SignedIn("noikhac@th.vn") // may not see the request, but the statement
	for _, b := range []*admintest.Browser{signer, other} {
		b.Get("/admin/statements/" + part.Statement)
		b.Sees(http.StatusOK, "Phê duyệt phát ngôn</b> · Người phatngon@th.vn", edge.DateTime(part.Approval.At), "Công bố phát ngôn</b> · Người phatngon@th.vn", "Yêu cầu "+code)
		b.SeesNot("Chưa có thay đổi nào được ghi")
	}
}

func TestTheSpokespersonSeesAStatementAsItWillBeSaidAndWhatChanged(t *testing.T) {
	o := admintest.New(t, nil)
	at, drafter, signer := published(o)
	drafter.Get(at + "/edit")
	fields := statementFields()
	fields.Set("title", "Lịch khám ở bản Ón")
	fields.Set("body", "Xe khám lưu động tới **bản Ón** ngày 06/12/2026.")
	drafter.Submit(at+"/edit", fields)
	signer.Get(at)
	signer.Sees(http.StatusOK, "Trong chat Zalo", "Xe khám lưu động tới bản Ón ngày 06/12/2026.", "tới <strong>bản Ón</strong> ngày",
		`<del><span class="hide">bỏ: </span>05/12/2026.`, `<ins><span class="hide">thêm: </span>06/12/2026.`,
		`<del><span class="hide">bỏ: </span>lưu động`, `<ins><span class="hide">thêm: </span>ở bản Ón`)
}

func TestTheSpokespersonSeesADraftAsItWillBeSaid(t *testing.T) {
	o := admintest.New(t, nil)
	drafter, signer := o.SignedIn("canbo@th.vn"), o.SignedIn("phatngon@th.vn")
	drafter.Get("/admin/statements/new")
	fields := statementFields()
	fields.Set("body", "Xe khám tới **bản Ón** ngày 06/12/2026.")
	drafter.Submit("/admin/statements", fields)
	signer.Get("/admin/statements")
	signer.Sees(http.StatusOK, "Chờ Anh/Chị công bố")
	at := drafter.Path
	drafter.Get("/admin/statements")
	drafter.SeesNot("Chờ Anh/Chị công bố")
	signer.Get(at)
	signer.Sees(http.StatusOK, "Trong chat Zalo", "Xe khám tới bản Ón ngày 06/12/2026.", "tới <strong>bản Ón</strong> ngày")
	signer.SeesNot("<del>")
}

func TestStatementsAreFoundByTheirWordsWithAndWithoutMarks(t *testing.T) {
	o := admintest.New(t, nil)
	at, drafter, _ := published(o)
	code := strings.TrimPrefix(at, "/admin/statements/")
	for typed, found := range map[string]bool{"bản Ón": true, "ban on khám": true, code: true, "bạn ơn": false, "học phí": false} {
		drafter.Get("/admin/statements?" + url.Values{"q": {typed}}.Encode())
		if got := strings.Contains(drafter.Body, `href="`+at+`"`); got != found || drafter.Status != http.StatusOK {
			t.Errorf("%q finds it: %v, want %v", typed, got, found)
		}
	}
}
