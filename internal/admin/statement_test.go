package admin

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk/people"
	"phatngon/internal/store"
	"phatngon/knowledge"
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
func (o *office) published() (at string, drafter, signer *browser) {
	o.Helper()
	drafter, signer = o.signedIn("canbo@th.vn"), o.signedIn("phatngon@th.vn")
	drafter.get("/admin/statements/new")
	drafter.submit("/admin/statements", statementFields())
	drafter.sees(http.StatusOK, "Đã lưu", "Bản nháp", "chờ người phát ngôn")
	at = drafter.path
	signer.get(at)
	signer.submit(at+"/publish", nil)
	signer.sees(http.StatusUnprocessableEntity, "đánh dấu xác nhận")
	signer.submit(at+"/publish", url.Values{"confirm": {"yes"}})
	signer.sees(http.StatusOK, "Đã công bố phát ngôn", "Đang hiệu lực")
	return at, drafter, signer
}

func TestStatementErrorsKeepWhatWasTyped(t *testing.T) {
	o := newOffice(t, nil)
	b := o.signedIn("canbo@th.vn")
	b.get("/admin/statements/new")
	fields := statementFields()
	fields.Set("title", "")
	fields.Set("issued_at", "hôm qua")
	fields.Set("unit", "Sở Không Có")
	b.submit("/admin/statements", fields)
	b.sees(http.StatusUnprocessableEntity, "sửa 3 chỗ", "nhập tiêu đề", "Ngày giờ chưa đúng", "chọn đơn vị",
		"Xe khám lưu động tới bản Ón", `value="Sở Không Có"`, `value="hôm qua"`, `value="Hoàng Văn Ký"`)
	if all, _, err := o.flow.Store.Statements(t.Context(), store.StatementFilter{}); err != nil || len(all) > 0 {
		t.Errorf("stored %d statements (%v), want none", len(all), err)
	}
}

func TestANewStatementNamesTheSpokespersonNotTheDrafter(t *testing.T) {
	o := newOffice(t, nil)
	for _, email := range []string{"canbo@th.vn", "phatngon@th.vn"} {
		b := o.signedIn(email)
		b.get("/admin/statements/new")
		b.sees(http.StatusOK, `name="spokesperson" type="text" value="Người phatngon@th.vn"`, `value="Chức vụ phatngon@th.vn"`)
	}
	o.hire("phatngon2@th.vn", people.RoleSpokesperson, "TH-YT")
	b := o.signedIn("canbo@th.vn")
	b.get("/admin/statements/new")
	b.seesNot(`value="Người phatngon@th.vn"`, `value="Người canbo@th.vn"`) // two may have said it
}

func TestAStatementIsWrittenByOneAndPublishedByAnother(t *testing.T) {
	o := newOffice(t, nil)
	at, drafter, _ := o.published()
	drafter.get(at + "/edit")
	fields := statementFields()
	fields.Set("body", "Xe khám lưu động tới bản Ón ngày 06/12/2026.")
	drafter.submit(at+"/edit", fields)
	drafter.sees(http.StatusOK, "Bản sửa đang chờ công bố", "05/12/2026", "06/12/2026")
	drafter.seesNot("statement-publish")

	own := o.signedIn("phatngon@th.vn")
	own.get(at + "/edit")
	own.sees(http.StatusOK, "06/12/2026")
	own.submit(at+"/edit", fields)
	own.sees(http.StatusOK, "không tự công bố được")
}

func TestAStatementEditThatLostTheRaceKeepsWhatWasTyped(t *testing.T) {
	o := newOffice(t, nil)
	at, drafter, signer := o.published()
	drafter.get(at + "/edit")
	signer.get(at + "/edit")
	fields := statementFields()
	fields.Set("body", "Bản của người khác.")
	signer.submit(at+"/edit", fields)
	fields.Set("body", "Bản của tôi.")
	drafter.submit(at+"/edit", fields)
	drafter.sees(http.StatusConflict, "Bản người khác vừa lưu", "Bản của người khác.", "Bản của tôi.")
	drafter.submit(at+"/edit", fields)
	drafter.sees(http.StatusOK, "Đã lưu", "Bản của tôi.")
}

func TestWithdrawalNeedsAReasonAndStops(t *testing.T) {
	o := newOffice(t, nil)
	at, drafter, signer := o.published()
	drafter.get(at)
	drafter.seesNot("withdraw-submit")
	signer.submit(at+"/withdraw", url.Values{"reason": {" "}})
	signer.sees(http.StatusUnprocessableEntity, "lý do")
	signer.submit(at+"/withdraw", url.Values{"reason": {"Số liệu sai"}})
	signer.sees(http.StatusOK, "Đã thu hồi phát ngôn", "Lý do thu hồi:", "Số liệu sai", "Thu hồi phát ngôn")
	signer.get(at + "/edit")
	signer.sees(http.StatusForbidden, "không còn hiệu lực")
	signer.get("/admin/statements?status=withdrawn")
	signer.sees(http.StatusOK, "Lịch khám lưu động")
	signer.get("/admin/statements?status=published")
	signer.sees(http.StatusOK, "Không có phát ngôn nào")
}

func TestExportIsTheFileThatImportReads(t *testing.T) {
	o := newOffice(t, nil)
	at, drafter, _ := o.published()
	drafter.get(at + "/export")
	drafter.sees(http.StatusOK)
	s, problems := knowledge.ParseStatement("x.md", []byte(drafter.body), func(code string) bool { return code == "TH-YT" })
	if len(problems) > 0 || !strings.Contains(s.Body, "05/12/2026") || s.Title != "Lịch khám lưu động" {
		t.Errorf("read back %+v with %v", s, problems)
	}
}

func TestWhatIsNotReleasedStaysWithTheUnit(t *testing.T) {
	o := newOffice(t, nil)
	drafter := o.signedIn("canbo@th.vn")
	drafter.get("/admin/statements/new")
	drafter.submit("/admin/statements", statementFields())
	at := drafter.path
	other := o.signedIn("noikhac@th.vn")
	for _, path := range []string{at, at + "/export", at + "/edit"} {
		other.get(path)
		other.sees(http.StatusForbidden)
		other.seesNot("Xe khám lưu động")
	}
	other.get("/admin/statements")
	other.seesNot("Lịch khám lưu động")
	drafter.get("/admin/statements")
	drafter.sees(http.StatusOK, "Lịch khám lưu động", "Bản nháp")
}

func TestStandingTellsEmbargoAndExpiry(t *testing.T) {
	before, after := noon.Add(-time.Hour), noon.Add(time.Hour)
	for name, c := range map[string]struct {
		s    knowledge.Statement
		want string
	}{
		"in force":        {knowledge.Statement{Status: "published", ValidUntil: &after, EmbargoUntil: &before}, "Đang hiệu lực"},
		"under embargo":   {knowledge.Statement{Status: "published", EmbargoUntil: &after}, "Chờ đến giờ công bố"},
		"expired":         {knowledge.Statement{Status: "published", ValidUntil: &before}, "Đã hết hiệu lực"},
		"draft":           {knowledge.Statement{Status: "draft", EmbargoUntil: &after}, "Bản nháp"},
		"withdrawn stays": {knowledge.Statement{Status: "withdrawn", ValidUntil: &before}, "Đã thu hồi"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := standingOf(c.s, noon).Text; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
