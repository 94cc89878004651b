package admin

import (
	"slices"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/knowledge"
)

// choice is one option of a form's list.
type choice struct{ Value, Text string }

// Forms of information (Decree 244/2026/NĐ-CP, Art. 5).
func formChoices() []choice {
	return []choice{
		{string(knowledge.FormPressConference), "Họp báo"},
		{string(knowledge.FormPosting), "Đăng trên cổng, trang, kênh chính thức"},
		{string(knowledge.FormDirect), "Phát ngôn trực tiếp, trả lời phỏng vấn"},
		{string(knowledge.FormDocument), "Văn bản, thông cáo báo chí, e-mail"},
		{string(knowledge.FormExchange), "Trao đổi, giao ban báo chí"},
	}
}

// Kinds of spokesperson (Decree 244/2026/NĐ-CP, Art. 2 and 3).
func spokespersonChoices() []choice {
	return []choice{
		{"A", "A – Người đứng đầu"},
		{"B", "B – Người được giao phát ngôn thường xuyên"},
		{"C", "C – Người được ủy quyền phát ngôn"},
	}
}

func audienceChoices() []choice {
	return []choice{
		{string(knowledge.AudiencePublic), "Công khai: mọi người"},
		{string(knowledge.AudiencePress), "Báo chí: chỉ phóng viên đã xác minh"},
	}
}

func roleChoices() []choice {
	return []choice{
		{string(people.RoleOperator), "Cán bộ soạn thảo"},
		{string(people.RoleSpokesperson), "Người phát ngôn"},
		{string(people.RoleAdmin), "Quản trị viên"},
	}
}

func statusChoices() []choice {
	return []choice{
		{string(knowledge.StatusPublished), "Đang hiệu lực"},
		{string(knowledge.StatusDraft), "Bản nháp"},
		{string(knowledge.StatusSuperseded), "Đã được thay thế"},
		{string(knowledge.StatusWithdrawn), "Đã thu hồi"},
	}
}

// label says any coded value in Vietnamese, and a code it does not know as it
// is.
func label(value any) string {
	switch v := value.(type) {
	case request.State:
		return v.Label()
	case people.Role:
		return among(roleChoices(), string(v))
	case people.RequesterKind:
		return requesterLabel(v)
	case knowledge.Status:
		return among(statusChoices(), string(v))
	case knowledge.Audience:
		return among(audienceChoices(), string(v))
	case knowledge.Form:
		return among(formChoices(), string(v))
	case string:
		return among(wordChoices(), v)
	}
	return ""
}

func among(choices []choice, value string) string {
	for _, c := range choices {
		if c.Value == value {
			return c.Text
		}
	}
	return value
}

func known(choices []choice, value string) bool {
	return slices.ContainsFunc(choices, func(c choice) bool { return c.Value == value })
}

func requesterLabel(k people.RequesterKind) string {
	switch k {
	case people.ReporterVerified:
		return "Phóng viên (đã xác minh)"
	case people.ReporterUnverified:
		return "Phóng viên (chưa xác minh)"
	}
	return "Công dân"
}
