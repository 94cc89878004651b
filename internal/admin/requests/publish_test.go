package requests_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/publication"
	"phatngon/knowledge/statement"
)

// approved is a request whose answer is signed, open in its signer's browser.
func approved(o *admintest.Office, question string) (code string, signer *admintest.Browser) {
	o.Helper()
	code = o.Drafted(question)
	signer = o.SignedIn("phatngon@th.vn")
	signer.Get("/admin/requests/" + code)
	signer.Submit("/admin/requests/"+code+"/approve", url.Values{"confirm": {"yes"}})
	signer.Sees(http.StatusOK, "Đã phê duyệt")
	return code, signer
}

// asShown is the form that makes a statement, sent as the page shows it.
func asShown(b *admintest.Browser) url.Values {
	return url.Values{"title": {b.Value("title")}, "topics": {b.Value("topics")}, "audience": {"public"}}
}

func TestPublishedUneditedNothingOfTheQuestionIsPublic(t *testing.T) {
	o := admintest.New(t, nil)
	code, b := approved(o, "Tôi là Trần Thị Mơ, CCCD 038190001234, số 0987654321, bị HIV, khám ở đâu?")
	at := "/admin/requests/" + code
	b.Sees(http.StatusOK, `data-testid="publish-questions">`+"\n</textarea>")
	b.Submit(at+"/publish", asShown(b))
	b.Sees(http.StatusOK, "Đã công bố thành phát ngôn")
	s := o.Statement(o.Request(code).Parts[0].Statement)
	if s.Status != statement.StatusPublished || !strings.HasPrefix(admintest.Answer, s.Title) {
		t.Errorf("it is %s under “%s”", s.Status, s.Title)
	}
	public := string(statement.FormatStatement(s))
	b.Get("/admin/statements/" + s.Code)
	b.Sees(http.StatusOK, admintest.Answer)
	for _, secret := range []string{"Trần Thị Mơ", "038190001234", "0987654321", "HIV", "khám ở đâu"} {
		if strings.Contains(public, secret) {
			t.Errorf("the statement holds %q", secret)
		}
		b.SeesNot(secret)
	}
}

func TestATitleOfOnesOwnIsPublishedByAnother(t *testing.T) {
	o := admintest.New(t, nil)
	o.Hire("phatngon2@th.vn", people.RoleSpokesperson, "TH-YT")
	code, b := approved(o, "Khi nào có lịch tiêm chủng mới?")
	at := "/admin/requests/" + code
	b.Sees(http.StatusOK, "sửa tiêu đề thì thành bản nháp để người phát ngôn khác công bố")
	b.Submit(at+"/publish", url.Values{"title": {"Lịch tiêm chủng"}, "audience": {"public"}})
	draft := publication.CodeOfAnswer(code, 0)
	b.Sees(http.StatusOK, "Đã lưu bản nháp "+draft+", chưa công bố", "Chờ công bố thành phát ngôn", `href="/admin/statements/`+draft+`"`)
	b.SeesNot("publish-submit")
	b.Get("/admin/statements/" + draft)
	b.Sees(http.StatusOK, "không tự công bố được", "Phê duyệt phát ngôn</b> · Người phatngon@th.vn")
	other := o.SignedIn("phatngon2@th.vn")
	other.Get("/admin/statements/" + draft)
	other.Submit("/admin/statements/"+draft+"/publish", url.Values{"confirm": {"yes"}})
	other.Sees(http.StatusOK, "Đã công bố phát ngôn")
	b.Get(at)
	b.Sees(http.StatusOK, "Đã công bố thành phát ngôn", "https://phatngon.example/s/"+draft)
}

func TestADrafterPreparesTheStatementAndTheSignerPublishesIt(t *testing.T) {
	o := admintest.New(t, nil)
	code, signer := approved(o, "Khi nào có lịch tiêm chủng mới?")
	o.Hire("canbo2@th.vn", people.RoleOperator, "TH-YT")
	b := o.SignedIn("canbo2@th.vn")
	b.Get("/admin/requests/" + code)
	b.Sees(http.StatusOK, "Lưu bản nháp để công bố")
	b.Submit("/admin/requests/"+code+"/publish", asShown(b))
	b.Sees(http.StatusOK, "chưa công bố")
	draft := "/admin/statements/" + publication.CodeOfAnswer(code, 0)
	signer.Get(draft)
	signer.Submit(draft+"/publish", url.Values{"confirm": {"yes"}})
	signer.Sees(http.StatusOK, "Đã công bố phát ngôn")
}

func TestWhatLooksPersonalInAnAnswerIsConfirmedBeforeItIsPublic(t *testing.T) {
	o := admintest.New(t, nil)
	code, b := approved(o, "Khi nào có lịch tiêm chủng mới?")
	at := "/admin/requests/" + code
	typed := asShown(b)
	typed.Set("questions", "Bà Nguyễn Thị Lan, số 0912345678, tiêm ở đâu?")
	b.Submit(at+"/publish", typed)
	b.Sees(http.StatusUnprocessableEntity, "Có chỗ giống dữ liệu cá nhân: ", `name="confirmed" value="0912345678"`, "Nguyễn Thị Lan",
		"Bà Nguyễn Thị Lan, số 0912345678, tiêm ở đâu?")
	typed.Set("confirmed", "0912345678")
	b.Submit(at+"/publish", typed)
	b.Sees(http.StatusUnprocessableEntity, `value="0912345678" checked`, "Nguyễn Thị Lan")
	typed.Set("questions", "Tiêm chủng ở đâu?")
	b.Submit(at+"/publish", typed)
	b.Sees(http.StatusOK, "Đã công bố thành phát ngôn")
}

func TestAStatementMadeOfAnAnswerHasAHistory(t *testing.T) {
	o := admintest.New(t, nil)
	code, b := approved(o, "Khi nào có lịch tiêm chủng mới?")
	at := "/admin/requests/" + code
	b.Submit(at+"/publish", asShown(b))
	s := o.Request(code).Parts[0].Statement
	if s == "" {
		t.Fatalf("not published: %d %s", b.Status, b.Path)
	}
	b.Get("/admin/statements/" + s)
	b.Sees(http.StatusOK, "Các lần thay đổi")
	b.SeesNot("Chưa có thay đổi nào được ghi", "part 0", "version ")
}
