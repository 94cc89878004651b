package labels

import (
	"slices"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/knowledge/statement"
)

// Choice is one option of a form's list.
type Choice struct{ Value, Text string }

// Forms of information (Decree 244/2026/NĐ-CP, Art. 5).
func Forms() []Choice {
	return []Choice{
		{string(statement.FormPressConference), "Họp báo"},
		{string(statement.FormPosting), "Đăng trên cổng, trang, kênh chính thức"},
		{string(statement.FormDirect), "Phát ngôn trực tiếp, trả lời phỏng vấn"},
		{string(statement.FormDocument), "Văn bản, thông cáo báo chí, e-mail"},
		{string(statement.FormExchange), "Trao đổi, giao ban báo chí"},
	}
}

// SpokespersonKinds of Decree 244/2026/NĐ-CP, Art. 2 and 3.
func SpokespersonKinds() []Choice {
	return []Choice{
		{"A", "A – Người đứng đầu"},
		{"B", "B – Người được giao phát ngôn thường xuyên"},
		{"C", "C – Người được ủy quyền phát ngôn"},
	}
}

// Audiences are who may see a statement.
func Audiences() []Choice {
	return []Choice{
		{string(statement.AudiencePublic), "Công khai: mọi người"},
		{string(statement.AudiencePress), "Báo chí: chỉ phóng viên đã xác minh"},
	}
}

// Roles of officers.
func Roles() []Choice {
	return []Choice{
		{string(people.RoleOperator), "Cán bộ soạn thảo"},
		{string(people.RoleSpokesperson), "Người phát ngôn"},
		{string(people.RoleAdmin), "Quản trị viên"},
	}
}

// Policies are the tables of data that decisions rest on.
func Policies() []Choice {
	return []Choice{
		{string(policy.KindHolidays), "Lịch làm việc, ngày nghỉ"},
		{string(policy.KindRules), "Hạn xử lý"},
		{string(policy.KindGrounds), "Căn cứ từ chối"},
		{string(policy.KindUnits), "Đơn vị"},
		{string(policy.KindPlaces), "Địa bàn"},
		{string(policy.KindKinds), "Loại yêu cầu: từ nhận ra, thời hạn, điều nhắc ghi thêm"},
		{string(policy.KindLines), "Câu mẫu khi soạn câu trả lời"},
		{string(policy.KindPress), "Phóng viên: thời hạn xác minh, lưu ảnh thẻ"},
		{string(policy.KindCases), "Tin giả: cảnh báo, thời hạn lưu"},
		{string(policy.KindHandOvers), "Gặp cán bộ: giờ trực, thời gian chờ, câu mẫu"},
		{string(policy.KindRetention), "Thời hạn lưu từng loại dữ liệu"},
		{string(policy.KindRights), "Quyền về dữ liệu cá nhân: thời hạn, căn cứ từ chối"},
		{string(policy.KindContact), "Trang công khai: cơ quan, địa chỉ, điện thoại, người chịu trách nhiệm"},
		{string(policy.KindReminders), "Nhắc việc cán bộ: khi nào, qua Zalo trong bao lâu"},
		{string(policy.KindSentences), "Câu của trợ lý ảo: lời chào, cảm ơn, tạm biệt, cuối biên nhận"},
		{string(policy.KindSignIn), "Đăng nhập: vai trò nào bắt buộc xác thực hai bước"},
	}
}

// Statuses of statements.
func Statuses() []Choice {
	return []Choice{
		{string(statement.StatusPublished), "Đang hiệu lực"},
		{string(statement.StatusDraft), "Bản nháp"},
		{string(statement.StatusSuperseded), "Đã được thay thế"},
		{string(statement.StatusWithdrawn), "Đã thu hồi"},
	}
}

// Among is the text of a value in a list, or the value itself when it is not there.
func Among(choices []Choice, value string) string {
	for _, c := range choices {
		if c.Value == value {
			return c.Text
		}
	}
	return value
}

// Known reports whether a list holds a value.
func Known(choices []Choice, value string) bool {
	return slices.ContainsFunc(choices, func(c Choice) bool { return c.Value == value })
}
