package desk

import "slices"

// Rule is a deadline: how much time, measured how, on what basis.
type Rule struct {
	Code, Name, Basis string
	Amount            int
	Measure           string // Hours, Days, WorkingDays or WorkingHours
}

// Codes of the rules that start a request's clock.
const (
	RulePressQuestion = "BC-TTN"
	RuleAccess        = "TT-12"
)

// DefaultRules are the deadlines of the law as of 23/11/2026, and one of
// policy: BC-TTN, for which NĐ 244/2026 names no figure. The slice is the
// caller's own.
func DefaultRules() []Rule {
	return []Rule{
		{"BC-24H-A", "Sự cố, vụ việc đột xuất có tác động lớn", "Điều 7 Nghị định 244/2026/NĐ-CP", 24, Hours},
		{"BC-24H-B", "Vấn đề có ý kiến khác nhau trong dư luận hoặc có nguy cơ", "Điều 7 Nghị định 244/2026/NĐ-CP", 24, Hours},
		{"BC-KN30", "Báo chí đề nghị trả lời vấn đề công dân, tổ chức nêu", "Điều 18 Nghị định 237/2026/NĐ-CP", 30, Days},
		{"BC-YK15", "Ý kiến, kiến nghị, phản ánh, phê bình do báo chí chuyển đến", "Điều 18 Nghị định 237/2026/NĐ-CP", 15, WorkingDays},
		{"BC-KLKN5", "Gửi kết luận khiếu nại, tố cáo do báo chí chuyển đến", "Điều 18 Nghị định 237/2026/NĐ-CP", 5, WorkingDays},
		{RulePressQuestion, "Câu hỏi thường xuyên của phóng viên", "Quy chế phát ngôn của cơ quan (mức do tỉnh tự đặt; luật không quy định số ngày)", 3, WorkingDays},
		{RuleAccess, "Yêu cầu cung cấp thông tin của công dân", "Khoản 3 Điều 26 Luật Tiếp cận thông tin 01/2026/QH16", 12, Days},
		{"TT-KN10", "Công dân cho rằng thông tin công khai không chính xác", "Khoản 4 Điều 22, Điều 28 Luật Tiếp cận thông tin 01/2026/QH16", 10, Days},
		{"TT-SUA5", "Cơ quan đính chính thông tin do mình công khai", "Khoản 4 Điều 18, Điều 28 Luật Tiếp cận thông tin 01/2026/QH16", 5, WorkingDays},
		{"TG-NHAN24", "Gắn nhãn tin giả, tin sai sự thật sau kết luận", "Điều 10 Nghị định 328/2026/NĐ-CP", 24, Hours},
		{"TG-CB12", "Công bố, cảnh báo tin nguy hại sau khi gắn nhãn", "Điều 11 Nghị định 328/2026/NĐ-CP", 12, WorkingHours},
		{"DL-2", "Phản hồi yêu cầu của chủ thể dữ liệu cá nhân", "Nghị định 356/2025/NĐ-CP", 2, WorkingDays},
		{"DL-72H", "Thông báo vi phạm dữ liệu cá nhân", "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15", 72, Hours},
	}
}

// FindRule returns the default rule of that code.
func FindRule(code string) (Rule, bool) {
	rules := DefaultRules()
	i := slices.IndexFunc(rules, func(r Rule) bool { return r.Code == code })
	if i < 0 {
		return Rule{}, false
	}
	return rules[i], true
}

// ClockFor names the rule that a new request of such a requester runs under:
// a reporter's, verified or not, is a press question; anyone else's falls under
// the access law.
func ClockFor(kind RequesterKind) string {
	if kind == ReporterVerified || kind == ReporterUnverified {
		return RulePressQuestion
	}
	return RuleAccess
}

// Ground is a reason the law accepts for not providing information.
type Ground struct{ Code, Text, Basis string }

// Grounds are the only reasons for which a request of such a requester may be
// refused. A draft policy is not among them, nor is "not our competence": that
// is transferred.
func Grounds(kind RequesterKind) []Ground {
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
