package web

import "testing"

func TestTheDeadlinePageCountsDayByDay(t *testing.T) {
	h := newHouse(t, nil)
	h.get("/han?rule=TT-12&date=2027-02-01&time=09:00").wantStatus(t, 200).wantText(t, "Hạn: 23:59, 15/02/2027", "02–13/02: ngày thứ 1–12", "13–14/02: nghỉ cuối tuần",
		"Khoản 3 Điều 26 Luật Tiếp cận thông tin", `value="2027-02-01"`)
	h.get("/han?rule=BC-YK15&date=2027-02-03&time=09:00").wantText(t, "05–10/02: nghỉ Tết Nguyên đán, không tính", "Hạn: 17:00, 02/03/2027")
	h.get("/han").wantStatus(t, 200).wantText(t, "Hạn: ", "Yêu cầu cung cấp thông tin của công dân")
}

func TestTheDeadlinePageSaysPlainlyWhatIsNotKnown(t *testing.T) {
	h := newHouse(t, nil)
	h.get("/han?rule=TT-12&date=2028-01-20&time=09:00").wantStatus(t, 200).wantText(t, "Năm 2028 chưa có bảng ngày nghỉ lễ", "verdict doubt")
	for _, bad := range []string{"date=hôm+nay&time=09:00", "date=2099-01-01&time=09:00", "date=2026-11-23&time=25:00", "date=0001-01-01&time=00:00"} {
		h.get("/han?"+bad).wantStatus(t, 422).wantText(t, "Ngày giờ gửi chưa đúng")
	}
	h.get("/han?rule=%3Cscript%3E").wantStatus(t, 200).wantNoText(t, "<script>")
}
