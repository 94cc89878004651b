package requests_test

import (
	"html"
	"net/http"
	"net/url"
	"testing"
	"time"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/edge"
	"phatngon/knowledge/statement"
)

func TestAStatementAndACannedLineArePutIntoADraftByOneClick(t *testing.T) {
	o := admintest.New(t, nil)
	said := statement.Statement{Title: "Lịch khám lưu động ở bản Ón", Body: "Xe khám lưu động tới bản Ón ngày 05/12/2026.", Unit: "TH-YT", Spokesperson: "Hoàng Văn Ký", Position: "Giám đốc Sở Y tế",
		SpokespersonKind: "A", Form: "VAN_BAN", IssuedAt: time.Now().Add(-time.Hour), Audience: statement.AudiencePublic}
	s, err := o.Flow.Statements.Save(t.Context(), o.Officer("canbo@th.vn"), said)
	if err == nil {
		err = o.Flow.Statements.Publish(t.Context(), o.Officer("phatngon@th.vn"), s.Code, s.Version)
	}
	if err != nil {
		t.Fatal(err)
	}
	code := o.Ask("Xe khám lưu động tới bản Ón ngày nào?")
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/requests/" + code)
	b.Sees(http.StatusOK, said.Title, "Sở Y tế trả lời yêu cầu "+code+" như sau:")
	attributed := "Theo phát ngôn " + s.Code + " của Hoàng Văn Ký, Giám đốc Sở Y tế, ngày " + edge.Date(said.IssuedAt) + ":\n\n" + said.Body
	b.Sees(http.StatusOK, `data-insert="`+html.EscapeString(attributed)+`"`)
	insert(b, code, s.Code, "Kính gửi Anh/Chị.")
	b.Sees(http.StatusOK, "Đã chèn vào cuối", "Kính gửi Anh/Chị.\n\n"+attributed+"</textarea>")
	insert(b, code, "line-1", "Kính gửi Anh/Chị.")
	b.Sees(http.StatusOK, "Kính gửi Anh/Chị.\n\nSở Y tế trả lời yêu cầu "+code+" như sau:")
	insert(b, code, "khong-co", "Lời đang gõ.")
	b.Sees(http.StatusOK, "Lời đang gõ.</textarea>")
	if p := o.Request(code).Parts[0]; p.Draft != nil {
		t.Errorf("looking made a draft: %+v", p.Draft)
	}
	admin := o.SignedIn("quantri@th.vn")
	admin.Get("/admin/requests/" + code)
	admin.SeesNot("data-insert")
}

// insert presses a button beside what is typed, without a script.
func insert(b *admintest.Browser, code, key, typed string) {
	b.Helper()
	b.Get("/admin/requests/" + code)
	form := b.Hidden("/admin/requests/" + code + "/draft")
	form.Set("text", typed)
	form.Set("insert", key)
	b.Post("/admin/requests/"+code+"/scratch", form, nil)
}

func TestAnEarlierAnswerOfTheUnitIsOfferedUnlessItNamesSomebody(t *testing.T) {
	o := admintest.New(t, nil)
	answer := func(question, text string) string {
		code := o.Ask(question)
		drafter, signer := o.SignedIn("canbo@th.vn"), o.SignedIn("phatngon@th.vn")
		at := "/admin/requests/" + code
		drafter.Get(at)
		drafter.Submit(at+"/draft", url.Values{"text": {text}})
		signer.Get(at)
		signer.Submit(at+"/approve", url.Values{"confirm": {"yes"}})
		signer.Sees(http.StatusOK)
		if err := o.Flow.Requests.Reached(t.Context(), delivery.Delivery{Request: code, Revision: 1}); err != nil {
			t.Fatal(err)
		}
		return code
	}
	first := answer("Trạm y tế bản Ón bao giờ có bác sĩ nội trú?", "Trạm y tế bản Ón có bác sĩ nội trú từ ngày 01/12/2026.")
	named := answer("Trạm y tế bản Ón bao giờ có bác sĩ nội trú cho mẹ tôi?", "Bà Lò Thị Mai, số điện thoại 0912345678, được bác sĩ nội trú khám.")
	code := o.Ask("Bao giờ trạm y tế bản Ón có bác sĩ nội trú vậy?")
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/requests/" + code)
	b.Sees(http.StatusOK, "Đã trả lời", first, "Theo trả lời của Người phatngon@th.vn, Chức vụ phatngon@th.vn, ngày "+edge.Date(o.Flow.Now()))
	b.SeesNot(named, "Lò Thị Mai")
	insert(b, code, first+"-0", "")
	b.Sees(http.StatusOK, "có bác sĩ nội trú từ ngày 01/12/2026.</textarea>")
	other := o.Ask("Lịch tiêm chủng mở rộng của các trạm là khi nào?")
	b.Get("/admin/requests/" + other)
	b.SeesNot(first)
}
