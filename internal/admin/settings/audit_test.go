package settings_test

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/store"
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

// entered are records of the audit, an hour apart from noon on.
func entered(o *admintest.Office, records ...desk.AuditRecord) (from time.Time) {
	o.Helper()
	from = time.Date(2026, 3, 10, 12, 0, 0, 0, calendar.Zone)
	for i, r := range records {
		r.At = from.Add(time.Duration(i) * time.Hour)
		if _, err := o.Flow.Store.AppendAudit(o.Context(), r); err != nil {
			o.Fatal(err)
		}
	}
	return from
}

func TestTheAuditIsNarrowedByWhoWhatOnWhatAndWhen(t *testing.T) {
	o := admintest.New(t, nil)
	b := o.SignedIn("quantri@th.vn")
	entered(o,
		desk.AuditRecord{Officer: "officer-canbo@th.vn", Action: "statement.withdraw", Subject: "PN-2026-0001", Detail: "Lý do một"},
		desk.AuditRecord{Officer: "officer-phatngon@th.vn", Action: "statement.withdraw", Subject: "PN-2026-0002", Detail: "Lý do hai"},
		desk.AuditRecord{Officer: "", Action: "officer.edit", Subject: "officer-noikhac@th.vn", Detail: "Lý do ba"})
	for query, want := range map[string]string{
		"by=officer-canbo%40th.vn":                                              "một",
		"action=statement.withdraw":                                             "một hai",
		"subject=pn-2026-0002":                                                  "hai",
		"subject=NoiKhac%40th.vn":                                               "ba",
		"by=-&subject=noikhac%40th.vn":                                          "ba",
		"first=2026-03-10&last=2026-03-10":                                      "một hai ba",
		"first=2026-03-11&last=2026-03-12":                                      "",
		"by=officer-canbo%40th.vn&action=x.y":                                   "",
		"action=statement.withdraw&by=officer-phatngon%40th.vn&last=2026-03-10": "hai",
	} {
		b.Get("/admin/audit?" + query)
		b.Sees(http.StatusOK, "Bỏ lọc")
		for _, word := range []string{"một", "hai", "ba"} {
			if got := strings.Contains(b.Body, "Lý do "+word); got != strings.Contains(want, word) {
				t.Errorf("%s shows %q: %v, want %q", query, word, got, want)
			}
		}
	}
	for _, wrong := range []string{"first=mai", "first=2026-03-11&last=2026-03-10"} {
		b.Get("/admin/audit?" + wrong)
		b.Sees(http.StatusUnprocessableEntity, "Ngày đầu phải trước", `id="period-wrong"`)
	}
}

func TestTheAuditIsReadByPagesThatKeepTheFilter(t *testing.T) {
	o := admintest.New(t, nil)
	b := o.SignedIn("quantri@th.vn")
	var many []desk.AuditRecord
	for range 60 {
		many = append(many, desk.AuditRecord{Officer: "officer-canbo@th.vn", Action: "request.draft", Subject: "TH-2026-00007"}, desk.AuditRecord{Officer: "", Action: "request.reach", Subject: "TH-2026-00008"})
	}
	entered(o, many...)
	b.Get("/admin/audit?by=officer-canbo%40th.vn&subject=TH-2026-00007")
	rows := strings.Count(b.Body, `data-testid="audit-row"`)
	_, rest, _ := strings.Cut(b.Body, `<p class="more"><a href="`)
	next, _, _ := strings.Cut(rest, `"`)
	b.Get(strings.ReplaceAll(next, "&amp;", "&"))
	rows += strings.Count(b.Body, `data-testid="audit-row"`)
	b.SeesNot("TH-2026-00008", "Cũ hơn")
	if rows != 60 {
		t.Errorf("%d rows on two pages, want 60", rows)
	}
}

func TestTheAuditIsExportedAsItIsNarrowedWithoutFormulasAndThatIsEntered(t *testing.T) {
	o := admintest.New(t, nil)
	b := o.SignedIn("quantri@th.vn")
	entered(o,
		desk.AuditRecord{Officer: "officer-canbo@th.vn", Action: "statement.withdraw", Subject: "PN-2026-0001", Detail: "=HYPERLINK(1)"},
		desk.AuditRecord{Officer: "officer-canbo@th.vn", Action: "handover.close", Subject: "event:oa:987654321/hand_over"},
		desk.AuditRecord{Officer: "officer-phatngon@th.vn", Action: "statement.withdraw", Subject: "PN-2026-0002"})
	b.Get("/admin/audit?by=officer-canbo%40th.vn")
	b.Submit("/admin/audit/export", nil)
	b.Sees(http.StatusOK, "\ufeffLúc,Ai,Việc", "Người canbo@th.vn", "'=HYPERLINK(1)", "PN-2026-0001", "statement.withdraw", "2026-03-10T12:00:00+07:00")
	b.SeesNot("PN-2026-0002", "987654321")
	b.Get("/admin/audit")
	b.Sees(http.StatusOK, "Xuất nhật ký")
}

func TestThePageSaysUntilWhenTheChainHolds(t *testing.T) {
	o := admintest.New(t, nil)
	b := o.SignedIn("quantri@th.vn")
	b.Get("/admin/audit")
	b.Sees(http.StatusOK, "chưa được kiểm tra lần nào")
	b.Submit("/admin/audit/check", nil)
	b.Sees(http.StatusOK, "Đã đọc lại toàn bộ nhật ký", "Chuỗi nguyên vẹn đến bản ghi lúc", "1 bản ghi")
	setting, err := o.Flow.Store.Setting(context.Background(), "audit_check")
	if err != nil {
		t.Fatal(err)
	}
	setting.Value = []byte(`{"At":"2026-11-30T00:00:00Z","Wrong":"audit record 7 of chain"}`)
	if err := o.Flow.Store.SaveSetting(context.Background(), &store.Setting{ID: setting.ID, Version: setting.Version, Value: setting.Value}); err != nil {
		t.Fatal(err)
	}
	b.Get("/admin/audit")
	b.Sees(http.StatusOK, "KHÔNG nguyên vẹn", "audit record 7 of chain")
}
