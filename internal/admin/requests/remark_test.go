package requests_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"phatngon/internal/admin/admintest"
)

func TestColleaguesNoteAndNameEachOtherOnARequest(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Ask("Khi nào có lịch tiêm chủng mới?")
	at := "/admin/requests/" + code
	b, boss := o.SignedIn("canbo@th.vn"), o.SignedIn("phatngon@th.vn")
	b.Get(at)
	b.Submit(at+"/remark", url.Values{"remark": {" "}})
	b.Sees(http.StatusUnprocessableEntity, "Vui lòng viết ghi chú")
	b.Submit(at+"/remark", url.Values{"remark": {"Đã hỏi phòng y tế, nhờ @Người phatngon@th.vn xem; @noikhac không thấy được"}})
	b.Sees(http.StatusOK, "Đã ghi chú nội bộ.", "nhắc Người phatngon@th.vn", "Đã hỏi phòng y tế")
	b.SeesNot("nhắc Người phatngon@th.vn, ")
	boss.Get(at)
	boss.Sees(http.StatusOK, "Ghi chú nội bộ", "Đã hỏi phòng y tế")
	if r := o.Request(code); r.Version != 1 {
		t.Errorf("a remark changed the request: version %d", r.Version)
	}
	records, err := o.Flow.Store.AuditOf(t.Context(), code, 10)
	found := 0
	for _, line := range records {
		if line.Action == "request.remark" {
			found++
		}
		if strings.Contains(line.Detail, "phòng y tế") {
			t.Error("the audit chain holds the words of a remark")
		}
	}
	if err != nil || found != 1 {
		t.Errorf("%d lines of the audit chain tell of it, %v", found, err)
	}
}
