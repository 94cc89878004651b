package statistics_test

import (
	"bytes"
	"encoding/csv"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
	"phatngon/internal/desk/statistics"
)

func TestTheFiguresAreThoseOfTheRequests(t *testing.T) {
	o := admintest.New(t, nil)
	o.Ask("Khi nào có lịch tiêm chủng mới?")
	o.Ask("Bệnh viện nào khám ngày nghỉ?")
	b := o.SignedIn("quantri@th.vn")
	b.Get("/admin/statistics")
	b.Sees(http.StatusOK, "<dt>Tiếp nhận</dt><dd>2</dd>", "<dt>Đang xử lý</dt><dd>2</dd>", "Sở Y tế")

	month := statistics.MonthID(time.Now())
	b.Get("/admin/statistics/export.csv?first=" + month + "&last=" + month)
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.Body, "\ufeff"))).ReadAll()
	if err != nil || len(rows) != 2 || rows[1][1] != "TH-YT" || rows[1][3] != "2" {
		t.Errorf("CSV: %v, %v", rows, err)
	}
	b.Get("/admin/statistics/export.xlsx?first=" + month + "&last=" + month)
	book, err := excelize.OpenReader(bytes.NewReader([]byte(b.Body)))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := book.GetCellValue("Theo đơn vị", "D2"); err != nil || got != "2" {
		t.Errorf("XLSX: %q, %v", got, err)
	}
}

func TestAnOfficerSeesTheFiguresOfTheOwnUnitOnly(t *testing.T) {
	o := admintest.New(t, nil)
	o.Ask("Khi nào có lịch tiêm chủng mới?")
	b := o.SignedIn("noikhac@th.vn")
	for _, at := range []string{"/admin/statistics", "/admin/statistics?unit=TH-YT"} {
		b.Get(at)
		b.Sees(http.StatusOK, "Không có yêu cầu nào được tiếp nhận")
		b.SeesNot("Sở Y tế")
	}
	b.Get("/admin/statistics/export.csv?unit=TH-YT")
	b.SeesNot("TH-YT")
	for _, at := range []string{"/admin/statistics/yearly", "/admin/statistics/yearly.xlsx", "/admin/activities"} {
		b.Get(at)
		b.Sees(http.StatusForbidden)
	}
}

func TestAPeriodThatCannotBeIsSaid(t *testing.T) {
	o := admintest.New(t, nil)
	b := o.SignedIn("quantri@th.vn")
	for at, want := range map[string]string{
		"first=2026-12&last=2026-11": "Tháng đầu phải trước",
		"first=2000-01&last=2026-11": "nhiều nhất 36 tháng",
		"unit=khong-co":              "Không có đơn vị “khong-co”",
	} {
		b.Get("/admin/statistics?" + at)
		b.Sees(http.StatusOK, want)
	}
}

func TestTheRegisterIsKeptAndCounted(t *testing.T) {
	o := admintest.New(t, nil)
	b := o.SignedIn("quantri@th.vn")
	b.Get("/admin/activities")
	b.Sees(http.StatusOK, "Sổ chưa có dòng nào")
	started := time.Now().In(calendar.Zone).Add(-2 * time.Hour).Format("2006-01-02T15:04")
	typed := url.Values{"kind": {"incident"}, "title": {"Cháy rừng tại xã Mẫu"}, "unit": {"TH-YT"}, "start": {"hôm qua"}}
	b.Submit("/admin/activities", typed)
	b.Sees(http.StatusUnprocessableEntity, "Vui lòng chọn thời điểm đã diễn ra", "Cháy rừng tại xã Mẫu")
	typed.Set("start", started)
	b.Submit("/admin/activities", typed)
	b.Sees(http.StatusOK, "Đã ghi vào sổ", "Cháy rừng tại xã Mẫu", "Chưa phát ngôn", "hạn phát ngôn")

	all, err := o.Flow.Store.ActivitiesBetween(t.Context(), time.Now().Add(-3*time.Hour), time.Now())
	if err != nil || len(all) != 1 {
		t.Fatalf("%d activities, %v", len(all), err)
	}
	form := "/admin/activities/" + all[0].ID
	b.Submit(form+"/finish", url.Values{"done": {"2020-01-01T00:00"}, "proof": {"12/TB-UBND"}})
	b.Sees(http.StatusUnprocessableEntity, "phải sau lúc vụ việc bắt đầu", "12/TB-UBND")
	b.Submit(form+"/finish", url.Values{"done": {started}, "proof": {"12/TB-UBND"}})
	b.Sees(http.StatusOK, "Đã ghi nhận", "12/TB-UBND")
	b.Get("/admin/statistics/yearly")
	b.Sees(http.StatusOK, `<td data-label="Số">1</td><td data-label="Trên tổng số">1</td><td data-label="Tỷ lệ">100 %`)
	b.Get("/admin/audit")
	b.Sees(http.StatusOK, "Ghi sổ hoạt động báo chí", "Ghi nhận đã phát ngôn", "Vụ việc đột xuất")
}

func TestTheSameFormTwiceIsOneLine(t *testing.T) {
	o := admintest.New(t, nil)
	by := people.Officer{ID: "officer-quantri@th.vn", Unit: routing.ProvinceOffice, Role: people.RoleAdmin}
	entry := statistics.Activity{Kind: statistics.Conference, Title: "Họp báo quý IV", Unit: "TH-VP", Start: time.Now().Add(-time.Hour)}
	if err := o.Flow.Statistics.Record(t.Context(), by, "form-1", entry); err != nil {
		t.Fatal(err)
	}
	b := o.SignedIn("quantri@th.vn")
	b.Get("/admin/activities")
	b.Submit("/admin/activities", url.Values{"key": {"form-1"}, "kind": {"conference"}, "title": {"Họp báo quý IV"}, "unit": {"TH-YT"},
		"start": {time.Now().In(calendar.Zone).Add(-time.Hour).Format("2006-01-02T15:04")}})
	b.Sees(http.StatusOK, "Đã ghi vào sổ")
	all, err := o.Flow.Store.ActivitiesBetween(t.Context(), time.Now().Add(-2*time.Hour), time.Now())
	if err != nil || len(all) != 1 {
		t.Errorf("%d activities, %v", len(all), err)
	}
}

func TestMonthsThatAreStillCountedAreSaidAndInNoFile(t *testing.T) {
	o := admintest.New(t, nil)
	o.Flow.Statistics.AtOnce = 1
	o.Ask("Khi nào có lịch tiêm chủng mới?")
	o.Ask("Bệnh viện nào khám ngày nghỉ?")
	b := o.SignedIn("quantri@th.vn")
	now := time.Now().In(calendar.Zone)
	for _, at := range []string{"/admin/statistics", "/admin/statistics/yearly"} {
		b.Get(at)
		b.Sees(http.StatusOK, "Chưa có số liệu tháng "+now.Format("01/2006")+": hệ thống đang tính")
		b.SeesNot("Không có yêu cầu nào được tiếp nhận", "Tải bản Excel", "export.csv")
	}
	for _, at := range []string{"/admin/statistics/export.csv", "/admin/statistics/export.xlsx", "/admin/statistics/yearly.xlsx"} {
		b.Get(at)
		b.Sees(http.StatusUnprocessableEntity, "Mời Anh/Chị tải tệp sau ít phút")
	}
	if err := o.Flow.Statistics.CountAsked(t.Context()); err != nil {
		t.Fatal(err)
	}
	b.Get("/admin/statistics")
	b.Sees(http.StatusOK, "<dt>Tiếp nhận</dt><dd>2</dd>", "export.csv")
	month := statistics.MonthID(now)
	b.Get("/admin/statistics?first=" + month + "&last=" + month)
	b.Submit("/admin/statistics/refresh", nil)
	b.Sees(http.StatusOK, "Đang tính lại số liệu tháng", "<dt>Tiếp nhận</dt><dd>2</dd>")
}
