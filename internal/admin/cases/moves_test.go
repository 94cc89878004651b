package cases_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/cases"
	"phatngon/knowledge/statement"
)

const (
	post  = "https://www.facebook.com/mot/posts/1001"
	other = "https://www.facebook.com/hai/posts/2002"
	brief = "https://www.facebook.com/share/p/1AbCdEfGhi/"
)

func caseOf(o *admintest.Office, code string) cases.Case {
	o.Helper()
	c, err := o.Flow.Store.Case(o.Context(), code)
	if err != nil {
		o.Fatal(err)
	}
	return c
}

func why(pairs ...string) url.Values {
	values := url.Values{"why": {"Lý do rõ ràng."}}
	for i := 0; i < len(pairs); i += 2 {
		values.Set(pairs[i], pairs[i+1])
	}
	return values
}

func TestAReportIsSplitOffAndReturnsWithItsWhyShown(t *testing.T) {
	o, code := reported(t, post+" bài một")
	report(o, post+" bài hai")
	d := deskOf(o, code)
	d.press.Submit(d.at+"/split", why())
	d.press.Sees(http.StatusUnprocessableEntity, "chọn ít nhất một báo tin", "Lý do rõ ràng.")
	d.press.Submit(d.at+"/split", why("report", caseOf(o, code).Reports[0]))
	d.press.Sees(http.StatusOK, "Đã tách thành vụ việc mới", "Tách sang", "TG-", "Lý do rõ ràng.")
	c := caseOf(o, code)
	fresh := c.Moves[len(c.Moves)-1].Other
	d.press.Submit(d.at+"/unsplit", why("other", fresh))
	d.press.Sees(http.StatusOK, "Đã hoàn tác tách", "Đã hoàn tác", "Người dân báo (2)")
	d.press.Submit(d.at+"/unjoin", why("report", joined(c)))
	d.press.Sees(http.StatusOK, "có vụ việc riêng", "Người dân báo (1)", "Báo tin nay ở")
}

// joined is the report that joined a case.
func joined(c cases.Case) string {
	for _, m := range c.Moves {
		if m.Kind == cases.Joined {
			return m.Reports[0]
		}
	}
	return ""
}

func TestAMergeIsTakenBackInThePanel(t *testing.T) {
	o, code := reported(t, post)
	whole := report(o, other)
	d := deskOf(o, code)
	d.press.Submit(d.at+"/merge", why("to", whole))
	d.press.Sees(http.StatusOK, "đã gộp vào")
	d.press.Submit(d.at+"/unmerge", why())
	d.press.Sees(http.StatusOK, "Đã hoàn tác gộp", "Mới nhận")
	if c := caseOf(o, whole); len(c.Reports) != 1 {
		t.Errorf("the other case has %v", c.Reports)
	}
}

func TestWhatAShortLinkLeadsToIsNoted(t *testing.T) {
	o, code := reported(t, brief)
	d := deskOf(o, code)
	d.press.Sees(http.StatusOK, "Đường dẫn rút gọn: dẫn tới …")
	d.press.Submit(d.at+"/alias", why("to", "chưa rõ"))
	d.press.Sees(http.StatusUnprocessableEntity, "dán một địa chỉ đầy đủ", "chưa rõ")
	d.press.Submit(d.at+"/alias", why("to", post))
	d.press.Sees(http.StatusOK, "dẫn tới", post, "Lý do rõ ràng.")
	if to := report(o, post+"?fbclid=abc"); to != code {
		t.Errorf("who reports that address comes to %s", to)
	}
	d.press.Get(d.at)
	d.press.Submit(d.at+"/unalias", why())
	d.press.Sees(http.StatusOK, "Đã bỏ ghi nhận")
}

// Every new form: another unit, somebody without a role, no token and a foreign site.
func TestNobodyElseSplitsUndoesOrNamesReaders(t *testing.T) {
	o, code := reported(t, brief+" bài một")
	report(o, brief+" bài hai")
	second := report(o, other)
	d := deskOf(o, code)
	before := caseOf(o, code).Version
	for _, email := range []string{"noikhac@th.vn", "canbo@th.vn", "quantri@th.vn"} {
		b := o.SignedIn(email)
		b.Get("/admin/account")
		for _, action := range []string{"split", "unsplit", "unjoin", "merge", "unmerge", "release", "alias", "unalias", "admit", "reclassify"} {
			values := b.Hidden("/admin/logout")
			for name, v := range why("version", "2", "report", caseOf(o, code).Reports[0], "other", second, "to", second, "severity", "1a", "access", "2c", "readers", "canbo@th.vn") {
				values[name] = v
			}
			b.Post(d.at+"/"+action, values, nil)
			if b.Status != http.StatusForbidden {
				t.Errorf("%s by %s answered %d", action, email, b.Status)
			}
		}
	}
	d.press.Get(d.at)
	values := d.press.Hidden(d.at + "/split")
	values.Set("report", caseOf(o, code).Reports[0])
	values.Set("why", "Khác.")
	d.press.Post(d.at+"/split", values, map[string]string{"Origin": "https://la.example"})
	d.press.Sees(http.StatusForbidden, "trang khác")
	values.Set("csrf", "forged")
	d.press.Post(d.at+"/split", values, nil)
	d.press.Sees(http.StatusForbidden, "hết hạn")
	if now := caseOf(o, code).Version; now != before {
		t.Errorf("the case was changed: %d, %d", before, now)
	}
}

func TestOnlyTheNamedSeeClosedContentAndWorkOnIt(t *testing.T) {
	o, code := reported(t, rumour)
	d := deskOf(o, code)
	closed := classes("Sở Y tế")
	closed.Set("access", "2a")
	closed.Set("readers", "canbo@th.vn")
	d.press.Submit(d.at+"/classify", closed)
	d.press.Get(d.at)
	d.press.Sees(http.StatusOK, "không được xem nội dung", "canbo@th.vn")
	d.press.SeesNot("Cửa Đạt", "pictures")
	d.press.Get("/admin/cases?column=verifying")
	d.press.Sees(http.StatusOK, code, "mức 2a")
	d.press.SeesNot("Cửa Đạt", "nhóm 2.000 người")
	d.signs.Get(d.at)
	d.signs.Sees(http.StatusForbidden)
	d.signs.SeesNot("Cửa Đạt")

	d.drafter.Get(d.at)
	d.drafter.Sees(http.StatusOK, "Cửa Đạt", "Người được xem (mức 2a)")
	d.drafter.Submit(d.at+"/verify", nil) // a look has not voided the form
	d.drafter.Sees(http.StatusOK, "Đã bắt đầu kiểm chứng.", "Đã xem", "Người canbo@th.vn")

	d.press.Get(d.at)
	d.press.Submit(d.at+"/admit", url.Values{"readers": {"phatngon@th.vn, khong@co.vn"}, "why": {"Đổi."}})
	d.press.Sees(http.StatusUnprocessableEntity, "khong@co.vn", "phatngon@th.vn")
	d.press.Submit(d.at+"/admit", url.Values{"readers": {"phatngon@th.vn"}, "why": {"Đổi người."}})
	d.press.Sees(http.StatusOK, "Đã đổi danh sách")
	d.drafter.Get(d.at)
	d.drafter.Sees(http.StatusForbidden)
	d.signs.Get(d.at)
	d.signs.Sees(http.StatusOK, "Cửa Đạt", "Đổi người.")
}

func TestClosedContentIsNotShownBesideALikeReport(t *testing.T) {
	o, code := reported(t, rumour)
	second := report(o, "Trang Tin Nóng 36 vừa đăng tin đập Cửa Đạt đã vỡ tối qua, bà con vùng hạ du phải chạy ngay trong đêm, ai có người nhà báo gấp")
	if second == code {
		t.Fatal("the two reports joined: the test shows nothing")
	}
	d := deskOf(o, code)
	closed := classes("Sở Y tế")
	closed.Set("access", "2a")
	closed.Set("readers", "canbo@th.vn")
	d.press.Submit(d.at+"/classify", closed)
	d.press.Get("/admin/cases/" + second)
	d.press.Sees(http.StatusOK, "Có thể cùng một tin", code, "không được xem ở đây")
	d.press.SeesNot("người dân vùng hạ du", "<mark>")
}

func TestAConclusionQuotesStatementsByteForByte(t *testing.T) {
	o, code := reported(t, rumour)
	const body = "Hồ Cửa Đạt vận hành **an toàn** lúc 07:00.\n\nMực nước thấp hơn mức cho phép 2,5 m."
	_, err := o.Flow.Statements.Import(t.Context(), []statement.Statement{{Code: "PN-2026-0001", Title: "Hồ Cửa Đạt an toàn", Unit: "TH-YT",
		Spokesperson: "A", Position: "B", SpokespersonKind: "A", Form: statement.FormPosting, IssuedAt: time.Now(), Audience: statement.AudiencePublic, Body: body}})
	if err != nil {
		t.Fatal(err)
	}
	d := deskOf(o, code)
	d.classified()
	d.drafter.Get(d.at)
	d.drafter.Submit(d.at+"/verify", nil)
	typed := url.Values{"claim": {"Vỡ đập Cửa Đạt"}, "outcome": {"LA_TIN_GIA_SAI_SU_THAT"}, "text": {"Đập an toàn."}, "find": {"hồ Cửa Đạt mực nước"}, "search": {"yes"}}
	d.drafter.Submit(d.at+"/draft", typed)
	d.drafter.Sees(http.StatusOK, "Mực nước thấp hơn mức cho phép 2,5 m.", "Vỡ đập Cửa Đạt", "Đập an toàn.")
	if caseOf(o, code).Draft != nil {
		t.Fatal("looking for a statement saved a draft")
	}
	ref := strings.Split(strings.SplitAfter(d.drafter.Body, `name="quote" value="`)[1], `"`)[0]
	delete(typed, "search")
	typed["quote"] = []string{"PN-2026-0001@1:0-3"}
	d.drafter.Submit(d.at+"/draft", typed)
	d.drafter.Sees(http.StatusUnprocessableEntity, "không còn trong phát ngôn đang có hiệu lực", "Đập an toàn.")
	typed["quote"] = []string{ref}
	d.drafter.Submit(d.at+"/draft", typed)
	d.drafter.Sees(http.StatusOK, "trình ký", "PN-2026-0001")
	if q := caseOf(o, code).Draft.Quotes; len(q) != 1 || !strings.Contains(body, q[0].Text) {
		t.Fatalf("quoted %+v", q)
	}
	if err := o.Flow.Statements.Retract(t.Context(), "PN-2026-0001", "Thử.", time.Now()); err != nil {
		t.Fatal(err)
	}
	d.signs.Get(d.at)
	d.signs.Submit(d.at+"/conclude", nil)
	d.signs.Sees(http.StatusUnprocessableEntity, "không còn trong phát ngôn đang có hiệu lực")
}

func TestTheClocksOfACaseAreExplained(t *testing.T) {
	o, code := reported(t, rumour)
	d := deskOf(o, code)
	d.press.Sees(http.StatusOK, "Hạn: Kiểm chứng", "bắt đầu tính hạn")
}
