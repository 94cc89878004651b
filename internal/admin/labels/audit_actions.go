package labels

import "strings"

// ActionGroup are the actions of the audit chain of one kind.
type ActionGroup struct {
	Name    string
	Actions []Choice
}

// groups are the kinds of actions by how their codes begin, in the order they are shown.
var groups = [...]Choice{
	{"request.", "Yêu cầu"}, {"statement.", "Phát ngôn"}, {"case.", "Vụ việc tin giả"}, {"alert.", "Vụ việc tin giả"}, {"handover.", "Gặp cán bộ"},
	{"press.", "Phóng viên"}, {"rights.", "Dữ liệu cá nhân"}, {"requester.", "Dữ liệu cá nhân"}, {"verdict.", "Ý kiến của người hỏi"}, {"asking.", "Ý kiến của người hỏi"},
	{"activity.", "Hoạt động báo chí"}, {"officer.", "Tài khoản, đăng nhập"}, {"policy.", "Hệ thống"}, {"audit.", "Hệ thống"}, {"inbox.", "Hệ thống"}, {"outbox.", "Hệ thống"},
}

// AuditActions are the actions of the audit chain, for a picker.
func AuditActions() []ActionGroup {
	var all []ActionGroup
	for _, g := range groups {
		if n := len(all); n == 0 || all[n-1].Name != g.Text {
			all = append(all, ActionGroup{Name: g.Text})
		}
		last := &all[len(all)-1]
		for _, a := range actions() {
			if strings.HasPrefix(a.Value, g.Value) {
				last.Actions = append(last.Actions, a)
			}
		}
	}
	return all
}
