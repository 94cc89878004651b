package cases

import (
	"slices"
	"time"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
)

// Ground is why a case is not accepted.
type Ground string

// GroundText is a ground with its words and its basis, for a form.
type GroundText struct {
	Ground Ground
	Text   string
	Basis  string
}

// Grounds are the only grounds not to accept a case. The last follows from the definition
// of false content: criticism, satire and opinions are none.
func Grounds() []GroundText {
	const basis = "Khoản 5 Điều 5 Nghị định 328/2026/NĐ-CP"
	return []GroundText{
		{"DANG_TO_TUNG", "Đang được điều tra, truy tố, xét xử", basis},
		{"DA_KET_LUAN", "Đã được kết luận hoặc công bố", basis},
		{"LUAT_KHAC", "Được xử lý theo luật khác (khiếu nại, tố cáo, cải chính báo chí)", basis},
		{"KHONG_PHAI_THONG_TIN", "Ý kiến, phê bình, châm biếm; không phải thông tin để xác minh", "Điều 3 Nghị định 328/2026/NĐ-CP"},
	}
}

// Reject does not accept a case, on a ground of the decree.
func Reject(c Case, ground Ground, why string, by people.Officer, at time.Time) (Case, error) {
	return c.step(deed{ActReject, by, at, string(ground) + ": " + clean(why), string(ground)}, func(c *Case) error {
		if !slices.ContainsFunc(Grounds(), func(g GroundText) bool { return g.Ground == ground }) {
			return invalid("ground", "Vui lòng chọn một căn cứ không thụ lý. Nếu không thuộc căn cứ nào, hãy phân loại hoặc chuyển cơ quan khác.")
		}
		c.Closing = &Closing{Ground: ground, Why: clean(why), By: by.ID, At: at}
		return need("why", why, "Vui lòng ghi rõ lý do không thụ lý.")
	})
}

// Refer gives a case that no unit of the province is competent for to another body
// (NĐ 328/2026, Art. 21).
func Refer(c Case, body, why string, by people.Officer, at time.Time) (Case, error) {
	return c.step(deed{ActRefer, by, at, clean(body) + ": " + clean(why), clean(body)}, func(c *Case) error {
		if clean(body) == "" {
			return invalid("body", "Vui lòng ghi cơ quan nhận.")
		}
		c.Closing = &Closing{Body: clean(body), Why: clean(why), By: by.ID, At: at}
		return need("why", why, "Vui lòng ghi lý do chuyển cơ quan khác.")
	})
}

// Reopen takes back a case that was not accepted, or that the other body sent back; the
// press desk classifies it anew. Why it was closed stays in the history.
func Reopen(c Case, why string, by people.Officer, at time.Time) (Case, error) {
	return c.step(deed{action: ActReopen, by: by, at: at, note: why}, func(c *Case) error {
		c.Closing, c.Unit, c.Competence = nil, routing.ProvinceOffice, Competence{}
		return need("why", why, "Vui lòng ghi lý do mở lại.")
	})
}
