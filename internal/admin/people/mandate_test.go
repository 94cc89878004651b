package people_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/people"
)

func TestTheHeadAuthorisesAColleagueWhoThenSignsAsThat(t *testing.T) {
	o := admintest.New(t, nil)
	root, clerk, head := o.SignedIn("quantri@th.vn"), o.Officer("canbo@th.vn"), o.Officer("phatngon@th.vn")
	o.Hire("thu-ky@th.vn", people.RoleOperator, "TH-YT")
	standIn := o.Officer("thu-ky@th.vn")
	at := "/admin/officers/" + head.ID + "/mandate"
	root.Get(at)
	root.Sees(http.StatusOK, "Chưa ghi văn bản giao nhiệm vụ hay ủy quyền")
	root.Submit(at, url.Values{"kind": {"A"}})
	root.Sees(http.StatusOK, "Đã ghi tư cách phát ngôn", "Người đứng đầu")

	h := o.SignedIn("phatngon@th.vn")
	h.Get("/admin/account")
	h.Sees(http.StatusOK, "Ủy quyền phát ngôn", "/admin/officers/"+standIn.ID+"/mandate")
	at = "/admin/officers/" + standIn.ID + "/mandate"
	h.Get(at)
	h.SeesNot(`value="A"`, `value="B"`)
	h.Submit(at, url.Values{"kind": {"C"}, "document": {"12/UQ-SYT"}})
	h.Sees(http.StatusUnprocessableEntity, "phải nêu vụ việc", `value="12/UQ-SYT"`)
	h.Submit(at, url.Values{"kind": {"C"}, "document": {"12/UQ-SYT"}, "scope": {"trong kỳ nghỉ"}, "until": {"2027-12-31"}})
	h.Sees(http.StatusOK, "12/UQ-SYT", "đến hết 31/12/2027")

	code := o.Drafted("Khi nào có lịch tiêm chủng mới?")
	s := o.SignedIn("thu-ky@th.vn")
	s.Get("/admin/requests/" + code)
	s.Submit("/admin/requests/"+code+"/approve", url.Values{"confirm": {"yes"}})
	s.Sees(http.StatusOK, "Chức vụ thu-ky@th.vn, được ủy quyền phát ngôn theo văn bản số 12/UQ-SYT")

	second := o.Drafted("Tiêm ở xã nào trước?")
	h.Get(at)
	h.Submit(at+"/end", nil)
	h.Sees(http.StatusOK, "Đã chấm dứt", "không còn hoặc chưa có hiệu lực")
	s.Get("/admin/requests/" + second)
	s.SeesNot("approve-submit")
	values := s.Hidden("/admin/requests/" + second + "/draft")
	values.Set("revision", "1")
	values.Set("confirm", "yes")
	s.Post("/admin/requests/"+second+"/approve", values, nil)
	s.Sees(http.StatusForbidden, "đã hết hiệu lực")

	for name, b := range map[string]*admintest.Browser{"a clerk": o.SignedIn("canbo@th.vn"), "who was authorised": s} {
		if b.Get("/admin/officers/" + clerk.ID + "/mandate"); !strings.Contains(b.Body, "Không thực hiện được") {
			t.Errorf("%s may authorise", name)
		}
	}
}
