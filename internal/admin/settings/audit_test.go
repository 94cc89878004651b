package settings_test

import (
	"net/http"
	"testing"

	"phatngon/internal/admin/admintest"
)

func TestTheAuditPageSpeaksInWordsNotInCodes(t *testing.T) {
	o := admintest.New(t, nil)
	o.Drafted("Khi nào có lịch tiêm chủng mới?")
	if err := o.Flow.Access.SetOfficerDisabled(t.Context(), o.Officer("quantri@th.vn"), "officer-noikhac@th.vn", true); err != nil {
		t.Fatal(err)
	}
	setAside(o, "answer:TH-2026-00001/0/0/0", "Bí mật", "Zalo trả lỗi")
	b := o.SignedIn("quantri@th.vn")
	b.Get("/admin/failed")
	b.Submit("/admin/failed/resend", nil)
	b.Get("/admin/audit")
	b.Sees(http.StatusOK, "Phần 1, bản 1", "Sở Y tế", "Khóa tài khoản", "Tin về TH-2026-00001")
	b.SeesNot(`data-label="Số"`, "part 0", "version", "TH-YT", ">true<", "answer:")
}
