package calendar_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk/calendar"
)

func texts(k calendar.Clock) []string {
	var all []string
	for _, line := range k.Explain() {
		all = append(all, line.Text)
	}
	return all
}

func TestExplain(t *testing.T) {
	c, working := calendar.DefaultCalendar(), calendar.Rule{Basis: "Quy chế", Amount: 4, Measure: calendar.WorkingDays}
	extended := must(c.Extend(paused(access(), "2026-11-23 10:00", "2026-11-25 09:00", "2026-11-27 14:00"), 12, at("2026-12-01 08:30"), "phải tập hợp số liệu"))
	extended.Policy = calendar.Numbers{Rules: 2, Calendar: 3}
	for name, tt := range map[string]struct {
		clock calendar.Clock
		want  []string
	}{
		"Tết is one line": {c.Start(working, at("2026-02-12 09:00")), []string{
			"09:00, 12/02/2026: bắt đầu tính hạn 4 ngày làm việc, không tính ngày này",
			"13/02: ngày làm việc thứ 1",
			"14–22/02: nghỉ Tết Nguyên đán, không tính",
			"23–25/02: ngày làm việc thứ 2–4",
			"Hết hạn: 17:00, 25/02/2026",
			"Căn cứ: Quy chế",
		}},
		"two holidays in a row, a weekend": {c.Start(working, at("2026-04-28 09:00")), []string{
			"09:00, 28/04/2026: bắt đầu tính hạn 4 ngày làm việc, không tính ngày này",
			"29/04: ngày làm việc thứ 1",
			"30/04–03/05: nghỉ Ngày Chiến thắng 30/4, Ngày Quốc tế Lao động, không tính",
			"04–06/05: ngày làm việc thứ 2–4",
			"Hết hạn: 17:00, 06/05/2026",
			"Căn cứ: Quy chế",
		}},
		"over the year's end, moved": {c.Start(calendar.Rule{Basis: "Luật", Amount: 3, Measure: calendar.Days}, at("2026-12-30 09:00")), []string{
			"09:00, 30/12/2026: bắt đầu tính hạn 3 ngày, không tính ngày này",
			"31/12–02/01/2027: ngày thứ 1–3",
			"02–03/01/2027: nghỉ cuối tuần, hạn chuyển sang hết ngày làm việc tiếp theo",
			"Hết hạn: 23:59, 04/01/2027",
			"Căn cứ: Luật",
		}},
		"paused, extended, with the numbers of the data": {extended, []string{
			"10:00, 23/11/2026: bắt đầu tính hạn 12 ngày, không tính ngày này",
			"24–25/11: ngày thứ 1–2",
			"Từ 09:00, 25/11/2026 đến 14:00, 27/11/2026: tạm dừng (chờ bổ sung), không tính 26–27/11",
			"28/11–19/12: ngày thứ 3–24",
			"08:30, 01/12/2026: gia hạn thêm 12 ngày (phải tập hợp số liệu)",
			"19–20/12: nghỉ cuối tuần, hạn chuyển sang hết ngày làm việc tiếp theo",
			"Hết hạn: 23:59, 21/12/2026",
			"Căn cứ: Luật",
			"Tính theo bảng thời hạn bản 2, lịch làm việc bản 3",
		}},
		"paused now": {must(c.Pause(c.Start(working, at("2026-11-25 09:00")), at("2026-11-26 10:00"), "chờ ý kiến")), []string{
			"09:00, 25/11/2026: bắt đầu tính hạn 4 ngày làm việc, không tính ngày này",
			"26–27/11: ngày làm việc thứ 1–2",
			"Từ 10:00, 26/11/2026: đang tạm dừng (chờ ý kiến)",
			"28–29/11: nghỉ cuối tuần, không tính",
			"30/11–01/12: ngày làm việc thứ 3–4",
			"Hết hạn: 17:00, 01/12/2026 nếu tiếp tục ngay; tạm dừng đến đâu, hạn lùi đến đó",
			"Căn cứ: Quy chế",
		}},
		"hours": {c.Start(calendar.Rule{Basis: "NĐ", Amount: 24, Measure: calendar.Hours}, at("2026-11-28 22:00")), []string{
			"22:00, 28/11/2026: bắt đầu tính hạn 24 giờ, liên tục kể cả ngày nghỉ",
			"Hết hạn: 22:00, 29/11/2026",
			"Căn cứ: NĐ",
		}},
		"working hours": {c.Start(calendar.Rule{Basis: "NĐ", Amount: 12, Measure: calendar.WorkingHours}, at("2026-11-23 15:00")), []string{
			"15:00, 23/11/2026: bắt đầu tính hạn 12 giờ làm việc",
			"23/11: tính giờ làm việc",
			"24/11: nghỉ Ngày Văn hóa Việt Nam, không tính",
			"25–26/11: tính giờ làm việc",
			"Hết hạn: 09:30, 26/11/2026",
			"Căn cứ: NĐ",
		}},
		"stored before terms were kept": {calendar.Clock{Basis: "Luật", Start: at("2026-11-23 10:00"), Due: at("2026-11-26 17:00"),
			Counted: []string{"2026-11-25", "2026-11-26"}, Skipped: []calendar.Skip{{Date: "2026-11-24", Reason: "Ngày Văn hóa Việt Nam"}}}, []string{
			"10:00, 23/11/2026: bắt đầu tính hạn, không tính ngày này",
			"24/11: nghỉ Ngày Văn hóa Việt Nam, không tính",
			"25–26/11: ngày thứ 1–2",
			"Hết hạn: 17:00, 26/11/2026",
			"Căn cứ: Luật",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, texts(tt.clock)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}
