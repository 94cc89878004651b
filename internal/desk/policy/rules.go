// Package policy is the data of the law that decisions rest on: deadlines and the
// grounds on which information may be refused.
package policy

import (
	"slices"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
)

// Codes of the rules that start a request's clock.
const (
	RulePressQuestion = "BC-TTN"
	RuleAccess        = "TT-12"
)

// DefaultRules are the deadlines of the law as of 23/11/2026, and one of
// policy: BC-TTN, for which NĐ 244/2026 names no figure. The slice is the
// caller's own.
func DefaultRules() []calendar.Rule {
	return []calendar.Rule{
		{Code: "BC-24H-A", Name: "Sự cố, vụ việc đột xuất có tác động lớn", Basis: "Điều 7 Nghị định 244/2026/NĐ-CP", Amount: 24, Measure: calendar.Hours},
		{Code: "BC-24H-B", Name: "Vấn đề có ý kiến khác nhau trong dư luận hoặc có nguy cơ", Basis: "Điều 7 Nghị định 244/2026/NĐ-CP", Amount: 24, Measure: calendar.Hours},
		{Code: "BC-KN30", Name: "Báo chí đề nghị trả lời vấn đề công dân, tổ chức nêu", Basis: "Điều 18 Nghị định 237/2026/NĐ-CP", Amount: 30, Measure: calendar.Days},
		{Code: "BC-YK15", Name: "Ý kiến, kiến nghị, phản ánh, phê bình do báo chí chuyển đến", Basis: "Điều 18 Nghị định 237/2026/NĐ-CP", Amount: 15, Measure: calendar.WorkingDays},
		{Code: "BC-KLKN5", Name: "Gửi kết luận khiếu nại, tố cáo do báo chí chuyển đến", Basis: "Điều 18 Nghị định 237/2026/NĐ-CP", Amount: 5, Measure: calendar.WorkingDays},
		{Code: RulePressQuestion, Name: "Câu hỏi thường xuyên của phóng viên", Basis: "Quy chế phát ngôn của cơ quan (mức do tỉnh tự đặt; luật không quy định số ngày)", Amount: 3, Measure: calendar.WorkingDays},
		{Code: RuleAccess, Name: "Yêu cầu cung cấp thông tin của công dân", Basis: "Khoản 3 Điều 26 Luật Tiếp cận thông tin 01/2026/QH16", Amount: 12, Measure: calendar.Days},
		{Code: "TT-KN10", Name: "Công dân cho rằng thông tin công khai không chính xác", Basis: "Khoản 4 Điều 22, Điều 28 Luật Tiếp cận thông tin 01/2026/QH16", Amount: 10, Measure: calendar.Days},
		{Code: "TT-SUA5", Name: "Cơ quan đính chính thông tin do mình công khai", Basis: "Khoản 4 Điều 18, Điều 28 Luật Tiếp cận thông tin 01/2026/QH16", Amount: 5, Measure: calendar.WorkingDays},
		{Code: "TG-NHAN24", Name: "Gắn nhãn tin giả, tin sai sự thật sau kết luận", Basis: "Điều 10 Nghị định 328/2026/NĐ-CP", Amount: 24, Measure: calendar.Hours},
		{Code: "TG-CB12", Name: "Công bố, cảnh báo tin nguy hại sau khi gắn nhãn", Basis: "Điều 11 Nghị định 328/2026/NĐ-CP", Amount: 12, Measure: calendar.WorkingHours},
		{Code: "DL-2", Name: "Phản hồi yêu cầu của chủ thể dữ liệu cá nhân", Basis: "Nghị định 356/2025/NĐ-CP", Amount: 2, Measure: calendar.WorkingDays},
		{Code: "DL-72H", Name: "Thông báo vi phạm dữ liệu cá nhân", Basis: "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15", Amount: 72, Measure: calendar.Hours},
	}
}

// FindRule returns the default rule of that code.
func FindRule(code string) (calendar.Rule, bool) {
	rules := DefaultRules()
	i := slices.IndexFunc(rules, func(r calendar.Rule) bool { return r.Code == code })
	if i < 0 {
		return calendar.Rule{}, false
	}
	return rules[i], true
}

// ClockFor names the rule that a new request of such a requester runs under:
// a reporter's, verified or not, is a press question; anyone else's falls under
// the access law.
func ClockFor(kind people.RequesterKind) string {
	if kind == people.ReporterVerified || kind == people.ReporterUnverified {
		return RulePressQuestion
	}
	return RuleAccess
}

// Ground is a reason the law accepts for not providing information.
type Ground struct{ Code, Text, Basis string }

// Grounds are the only reasons for which a request of such a requester may be
// refused. A draft policy is not among them, nor is "not our competence": that
// is transferred.
func Grounds(kind people.RequesterKind) []Ground {
	if ClockFor(kind) == RulePressQuestion {
		return pressGrounds()
	}
	return accessGrounds()
}

func pressGrounds() []Ground {
	const basis = "khoản 2 Điều 31 Luật Báo chí 126/2025/QH15"
	return []Ground{
		{"BM", "Thông tin thuộc bí mật nhà nước, bí mật cá nhân, bí mật gia đình hoặc bí mật khác theo quy định của pháp luật", basis},
		{"DT", "Thông tin về vụ án đang được điều tra hoặc chưa xét xử", basis},
		{"TT", "Vụ việc đang thanh tra chưa có kết luận; đang giải quyết khiếu nại, tố cáo; hoặc tranh chấp giữa các cơ quan chưa có kết luận và chưa được phép công bố", basis},
	}
}

func accessGrounds() []Ground {
	const basis = "Điều 27 Luật Tiếp cận thông tin 01/2026/QH16"
	return []Ground{
		{"KHONG_DUOC_TIEP_CAN", "Thông tin không được tiếp cận hoặc chưa đủ điều kiện tiếp cận (Điều 15, Điều 16)", basis},
		{"DA_CONG_KHAI", "Thông tin đã được công khai (kèm địa chỉ tra cứu)", basis},
		{"KHONG_THUOC_TRACH_NHIEM", "Thông tin không thuộc trách nhiệm cung cấp của cơ quan (kèm hướng dẫn nơi cung cấp)", basis},
		{"DA_CUNG_CAP_2_LAN", "Thông tin đã được cung cấp hai lần cho chính người yêu cầu", basis},
		{"VUOT_KHA_NANG", "Yêu cầu vượt quá khả năng đáp ứng hoặc ảnh hưởng đến hoạt động bình thường của cơ quan", basis},
		{"KHONG_TRA_CHI_PHI", "Người yêu cầu không thanh toán chi phí in, sao, gửi thông tin", basis},
	}
}
