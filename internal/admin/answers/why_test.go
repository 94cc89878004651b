package answers_test

import (
	"net/http"
	"net/url"
	"testing"
	"time"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/people"
	"phatngon/knowledge/statement"
)

func why(q, before string) string {
	return "/admin/why?" + url.Values{"q": {q}, "before": {before}}.Encode()
}

func TestAnOfficerSeesWhyAQuestionIsAnsweredAsItIs(t *testing.T) {
	o := admintest.New(t, nil)
	o.Hire("an@x.vn", people.RoleOperator, "TH-YT")
	b := o.SignedIn("an@x.vn")
	b.Get("/admin/why")
	b.Sees(http.StatusOK, "Vì sao trả lời như vậy")
	b.SeesNot("Những phát ngôn được cân nhắc")
	b.Get(why("khi nao cat dien o cam thuy", ""))
	b.Sees(http.StatusOK, "Được hiểu là", "Độ chắc", "0.765", "Những phát ngôn được cân nhắc")
	b.Get(why("còn ở đâu", "cắt điện khi nào"))
	b.Sees(http.StatusOK, "Chủ đề", "cắt điện khi nào")
}

func TestNobodyElseSeesIt(t *testing.T) {
	o := admintest.New(t, nil)
	b := o.Browser()
	b.Get(why("cắt điện ở đâu", ""))
	b.SeesNot("Vì sao trả lời như vậy", "Những phát ngôn được cân nhắc")
}

func TestEachCandidateSaysItsVersionAndWhatAgrees(t *testing.T) {
	o := admintest.New(t, nil)
	o.Flow.Base.Replace([]statement.Statement{{Code: "PN-2026-0011", Version: 4, Status: statement.StatusPublished, Audience: statement.AudiencePublic, Unit: "TH-YT",
		Title: "Lịch cắt điện tại xã Cẩm Thủy", Body: "Ngày 25/11/2026, từ 07 giờ đến 16 giờ, cắt điện tại xã Cẩm Thủy.", IssuedAt: time.Now().AddDate(0, 0, -2), UpdatedAt: time.Now()}})
	b := o.SignedIn("canbo@th.vn")
	b.Get(why("xã Nga Sơn cắt điện ngày nào", ""))
	b.Sees(http.StatusOK, "<dt>Phiên bản</dt><dd>4</dd>", "Nơi “Nga Sơn”: <strong>không khớp</strong>", "Con số, ngày giờ “ngày nào”: không thấy lệch")
	b.Get(why("đến mấy giờ", "xã Cẩm Thủy cắt điện ngày nào"))
	b.Sees(http.StatusOK, "Được hiểu là hỏi tiếp về “xã Cẩm Thủy cắt điện ngày nào”", "PN-2026-0011</a>, phiên bản 4")
}
