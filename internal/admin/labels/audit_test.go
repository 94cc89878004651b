package labels

import (
	"reflect"
	"strings"
	"testing"

	"phatngon/internal/desk"
	"phatngon/internal/desk/routing"
)

func TestAnAuditLineIsSaidInWords(t *testing.T) {
	audit := Audit{Names: OfficerNames{"o1": "Lê Thị Soạn"}, Units: Units{routing.DefaultRegistry()}}
	for name, c := range map[string]struct{ record, want desk.AuditRecord }{
		"a part counts from one":        {desk.AuditRecord{Action: "request.draft", Subject: "TH-2026-00001", Detail: "part 0, version 2"}, desk.AuditRecord{Action: "Soạn câu trả lời", Subject: "TH-2026-00001", Detail: "Phần 1, bản 2"}},
		"a version is a bản":            {desk.AuditRecord{Action: "statement.publish", Subject: "PN-1", Detail: "version 3"}, desk.AuditRecord{Action: "Công bố phát ngôn", Subject: "PN-1", Detail: "Bản 3"}},
		"a part as the desk says it":    {desk.AuditRecord{Action: "request.draft", Subject: "TH-2026-00001", Detail: "phần 1, bản 2"}, desk.AuditRecord{Action: "Soạn câu trả lời", Subject: "TH-2026-00001", Detail: "Phần 1, bản 2"}},
		"a version as the desk says it": {desk.AuditRecord{Action: "statement.publish", Subject: "PN-1", Detail: "bản 3"}, desk.AuditRecord{Action: "Công bố phát ngôn", Subject: "PN-1", Detail: "Bản 3"}},
		"a person who was called back":  {desk.AuditRecord{Action: "handover.close", Subject: "event:oa:123/hand_over"}, desk.AuditRecord{Action: "Đã liên hệ người chờ gặp cán bộ", Subject: "Người hỏi"}},
		"an answer that arrived":        {desk.AuditRecord{Action: "request.reach", Subject: "TH-2026-00001", Detail: "phần 1"}, desk.AuditRecord{Action: "Câu trả lời tới người hỏi", Subject: "TH-2026-00001", Detail: "Phần 1"}},
		"a unit has its name":           {desk.AuditRecord{Action: "request.file", Subject: "TH-2026-00001", Detail: "TH-YT"}, desk.AuditRecord{Action: "Tiếp nhận yêu cầu", Subject: "TH-2026-00001", Detail: "Sở Y tế"}},
		"a role has its name":           {desk.AuditRecord{Action: "officer.create", Subject: "o1", Detail: "spokesperson TH-YT"}, desk.AuditRecord{Action: "Thêm tài khoản", Subject: "Lê Thị Soạn", Detail: "Người phát ngôn, Sở Y tế"}},
		"locked":                        {desk.AuditRecord{Action: "officer.disable", Subject: "o1", Detail: "true"}, desk.AuditRecord{Action: "Khóa hoặc mở tài khoản", Subject: "Lê Thị Soạn", Detail: "Khóa tài khoản"}},
		"unlocked":                      {desk.AuditRecord{Action: "officer.disable", Subject: "o1", Detail: "false"}, desk.AuditRecord{Action: "Khóa hoặc mở tài khoản", Subject: "Lê Thị Soạn", Detail: "Mở lại tài khoản"}},
		"read from a file":              {desk.AuditRecord{Action: "statement.draft", Subject: "PN-1", Detail: "import"}, desk.AuditRecord{Action: "Soạn phát ngôn", Subject: "PN-1", Detail: "Đọc từ tệp"}},
		"whose data were erased":        {desk.AuditRecord{Action: "requester.erase", Subject: "requester"}, desk.AuditRecord{Action: "Xóa dữ liệu cá nhân theo yêu cầu", Subject: "Người hỏi"}},
		"a message about a request":     {desk.AuditRecord{Action: "outbox.resend", Subject: "answer:TH-2026-00001/0/0/0"}, desk.AuditRecord{Action: "Gửi lại tin", Subject: "Tin về TH-2026-00001"}},
		"any other message":             {desk.AuditRecord{Action: "outbox.resend", Subject: "event:oa:123/0/0"}, desk.AuditRecord{Action: "Gửi lại tin", Subject: "Một tin nhắn"}},
		"a reason stays as it is":       {desk.AuditRecord{Action: "statement.withdraw", Subject: "PN-1", Detail: "Số liệu sai"}, desk.AuditRecord{Action: "Thu hồi phát ngôn", Subject: "PN-1", Detail: "Số liệu sai"}},
		"what nobody knows stays as is": {desk.AuditRecord{Action: "case.open", Subject: "VV-1", Detail: "x"}, desk.AuditRecord{Action: "case.open", Subject: "VV-1", Detail: "x"}},
	} {
		t.Run(name, func(t *testing.T) {
			line := audit.Lines([]desk.AuditRecord{c.record})[0]
			if got := (desk.AuditRecord{Action: line.Action, Subject: line.Subject, Detail: line.Detail}); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

func TestEveryActionOfTheAuditCanBePicked(t *testing.T) {
	picked := map[string]bool{}
	for _, g := range AuditActions() {
		if len(g.Actions) == 0 {
			t.Errorf("nothing is in %s", g.Name)
		}
		for _, a := range g.Actions {
			picked[a.Value] = true
		}
	}
	for _, a := range actions() {
		if strings.Contains(a.Value, ".") && !strings.HasPrefix(a.Value, "claim.") && !picked[a.Value] {
			t.Errorf("%s is in no group", a.Value)
		}
	}
}
