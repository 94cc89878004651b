package requests

import (
	"testing"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/routing"
	"phatngon/internal/edge"
	"phatngon/internal/edge/edgetest"
)

const hostile = edgetest.Hostile

var (
	long  = edgetest.Long
	noon  = time.Date(2026, 11, 23, 12, 0, 0, 0, calendar.Zone)
	units = []routing.Unit{{Code: "TH-YT", Name: hostile}}
	frame = door.Page{Title: hostile, Here: "queue", CSRF: "token", Flash: hostile,
		Me: &door.Me{Name: long, Position: hostile, Unit: long, Role: people.RoleAdmin, Coordinates: true, Administers: true}}
)

func TestEveryPageRendersHostileAndLongTextsAsText(t *testing.T) {
	edgetest.CheckPages(t, door.ParseTemplates(templateFiles), map[string][]any{
		"queue": {queuePage{Page: frame}, queuePage{Undo: &undoView{[]string{hostile}, noon}, Works: true, Grounds: []groundGroup{{hostile, policy.Grounds(people.Citizen)}}, Page: frame, View: "done", Filters: filters{hostile, people.Citizen}, Kinds: kinds(), Empty: hostile},
			queuePage{Page: frame, Units: units, Unit: hostile, Sought: hostile, More: "/admin/?after=x", Works: true, Colleagues: []labels.Choice{{Value: hostile, Text: long}},
				Tabs: []tab{{hostile, "/admin/", "99+", true}}, Shares: []queueRow{hostileRow}, Rows: []queueRow{hostileRow}}},
		"request":   requestSamples(),
		"approvals": approvalSamples(),
		"same": {samePage{Page: frame}, samePage{Page: frame, Error: hostile, Clusters: []cluster{{Lead: sameRow{Code: "TH-2026-00001", Asked: hostile + long, State: request.Received}, Unit: long, Topic: hostile,
			Joined: []sameRow{{Code: "TH-2026-00002", Asked: hostile}}, Alike: []sameRow{{Code: "TH-2026-00003", Asked: long, CanJoin: true}, {Code: "TH-2026-00004", Asked: hostile}}}}}},
	})
}

var hostileRow = queueRow{Code: "TH-2026-00001", Question: hostile + long, Unit: long, Asker: hostile, Handler: hostile, Age: "2 ngày", State: request.Received, Due: noon,
	Left: edge.Remaining{Class: "late", Text: "Quá hạn"}, Pick: "TH-2026-00001:4"}

func approvalSamples() []any {
	shown := requestSamples()[0].(requestPage).Parts[0]
	shown.Then = "approvals"
	row := approvalRow{Code: "TH-2026-00001", Asked: hostile + long, URL: "/admin/approvals?at=x", Due: noon, Left: shown.Left, Current: true}
	refusal := shown
	refusal.May = map[string]bool{"refuse": true, "return": true}
	return []any{approvalsPage{Page: frame}, approvalsPage{frame, "TH-2026-00001", hostile + long, hostile, &shown, []approvalRow{row, row}, "/admin/approvals?at=y"},
		approvalsPage{frame, "TH-2026-00001", long, long, &refusal, []approvalRow{row}, ""}}
}

func requestSamples() []any {
	clock := calendar.Clock{Rule: "TT-12", Basis: hostile, Start: noon, Due: noon.AddDate(0, 0, 12),
		Counted: []string{"2026-11-25"}, Skipped: []calendar.Skip{{Date: "2026-11-24", Reason: "Ngày Văn hóa Việt Nam"}}}
	part := partView{
		Part: request.Part{Unit: "TH-YT", State: request.Drafted, Clock: clock, Draft: &request.Draft{Text: hostile + long, Revision: 2, At: noon}},
		Code: "TH-2026-00001", Version: 4, UnitName: long, Left: edge.TimeLeft(clock, noon), Author: hostile, CSRF: "token",
		Grounds: policy.Grounds(people.ReporterVerified), Audiences: labels.Audiences(),
		Preview: door.NewPreview(hostile+long, "**"+hostile, long),
		Steps:   []stepView{{noon, hostile, "Soạn câu trả lời", hostile}},
		May:     map[string]bool{"assign": true, "draft": true, "approve": true, "return": true, "transfer": true, "clarify": true, "extend": true, "split": true, "resume": true, "consult": true, "hear": true},
	}
	part.Inserts = []insertView{{Key: "a", Title: hostile, Text: hostile + long, From: "Phát ngôn", URL: "/x", Code: "PN-2026-00001", Unit: long}, {Key: "line-1", Title: long, Text: hostile}}
	part.Deliveries = []delivery.Delivery{{ID: hostile, State: delivery.Failed, Reason: hostile + long, Revision: 2, UpdatedAt: noon}, {State: delivery.Unreachable, InApp: true, UpdatedAt: noon}}
	part.Number, part.Of, part.Asked, part.Lead, part.Again, part.Held, part.Outcomes = 1, 3, hostile, true, 2, true, outcomes()
	part.Clarifications = []request.Clarification{{Question: hostile, At: noon}, {Question: long, Answer: hostile, At: noon, AnsweredAt: noon}}
	part.Consulted, part.Opinions = []request.Consultation{{Who: hostile, Revision: 1}, {Who: long, Opinion: request.Agreed, Note: hostile}}, opinions()
	answered, refused, lost := part, part, part
	answered.Index, answered.May = 1, map[string]bool{"publish": true}
	answered.Approval = &request.Approval{Outcome: request.Partly, Masked: hostile, Ground: "BM", Text: hostile, Spokesperson: long, Position: hostile, At: noon}
	answered.Form = stepForm{Failed: "publish", Error: hostile, Title: hostile, Topics: hostile, Questions: hostile}
	answered.Personal, answered.Signs = []door.Place{{Text: hostile, Kind: long, Confirmed: true}}, true
	lost.Waiting = "PN-2026-00001"
	refused.Refusal, refused.Ground, refused.Statement = &request.Refusal{Ground: "BM", Reason: hostile, Instead: hostile}, policy.Grounds(people.Citizen)[0], "PN-2026-0001"
	refused.Form = stepForm{Failed: "refuse", Error: hostile, Reason: hostile, Ground: "BM"}
	lost.May, lost.Form = map[string]bool{}, stepForm{Failed: "draft", Stale: true, Error: hostile, Draft: hostile}
	part.Form = stepForm{Failed: "draft", Stale: true, Pieces: []pieceForm{{1, hostile, long}, {2, hostile, long}}, Error: hostile, Draft: hostile, Theirs: part.Draft}
	talk := []request.Line{{At: noon, From: "requester", Text: hostile}, {At: noon, From: "bot", Text: long}}
	request := request.Request{Code: "TH-2026-00001", Question: hostile + long, State: request.Drafted, Channel: "zalo", Notes: []string{hostile, long}, Context: talk, CreatedAt: noon}
	return []any{
		requestPage{frame, request, hostile, []partView{part}, units, kindView{Part: -1}, remarksView{Code: "TH-2026-00001", May: true, Text: hostile, Wrong: hostile, Colleagues: []string{hostile, long}, All: []remarkView{{hostile, hostile + long, []string{hostile}, noon}}}, 3},
		requestPage{frame, request, hostile, []partView{answered, refused, lost}, units, kindView{Part: -1}, remarksView{}, 0},
	}
}
