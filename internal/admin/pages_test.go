package admin

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/routing"
	"phatngon/knowledge"
)

// hostile is what a person may type; long is what no layout expects.
const hostile = `<script>alert("x")</script> "><img src=x onerror=alert(1)> {{.CSRF}}`

var (
	long = strings.Repeat("Ủy ban nhân dân xã Nguyệt Ấn và các đơn vị liên quan ", 12)
	noon = time.Date(2026, 11, 23, 12, 0, 0, 0, calendar.Zone)
)

// samples are the pages with data, one or more of each template.
func samples() map[string][]any {
	frame := page{Title: hostile, Here: "queue", CSRF: "token", Flash: hostile,
		Me: &me{Name: long, Position: hostile, Unit: long, Role: people.RoleAdmin, Coordinates: true, Administers: true}}
	units := []routing.Unit{{Code: "TH-YT", Name: hostile}}
	said := knowledge.Statement{
		Code: "MAU-2026-0001", Version: 3, Status: knowledge.StatusPublished, Title: hostile, Unit: "TH-YT", Spokesperson: long,
		Position: hostile, SpokespersonKind: "C", Authorisation: &knowledge.Authorisation{Number: hostile, Until: noon},
		Form: knowledge.FormDocument, IssuedAt: noon, Audience: knowledge.AudiencePublic, DocumentNo: hostile,
		SourceURL: `javascript:alert(1)`, ValidFrom: &noon, ValidUntil: &noon, EmbargoUntil: &noon, Supersedes: []string{"PN-2025-0010"},
		Topics: []string{hostile, long}, Places: []string{hostile}, Questions: []string{hostile}, Body: hostile + long,
		Request: "TH-2026-00001", WithdrawalReason: hostile,
	}
	draft, proposed := said, said
	draft.Status, proposed.Proposal = knowledge.StatusDraft, &said
	facts := func(s knowledge.Statement) *statementFacts {
		return &statementFacts{s, long, hostile, standingOf(s, noon)}
	}
	history := []auditRow{{1, noon, hostile, long, hostile, hostile}}
	wrong := mistakes{"title": hostile, "body": hostile, "unit": hostile, "": hostile, "password": hostile, "email": long}
	typed := statementForm{Code: "MAU-2026-0001", Title: hostile, Unit: hostile, Body: hostile, Questions: hostile, SourceURL: hostile}
	login := page{Title: "Đăng nhập", CSRF: "token"}
	return map[string][]any{
		"login":   {loginPage{page: login}, loginPage{login, hostile, hostile, hostile, []account{{people.RoleAdmin, long, hostile}}, hostile}},
		"failure": {failurePage{page: frame, Status: 403, Text: hostile, Next: link{"/admin/", "Về"}, Typed: []typedField{{"Lý do", hostile}}}, failurePage{page: login, Status: 500}},
		"queue": {queuePage{page: frame}, queuePage{page: frame, State: request.Sent, Units: units, Unit: hostile, Sought: hostile, More: "/admin/?after=x",
			Tabs: queueTabs(nil, request.Sent, hostile), Rows: []queueRow{{"TH-2026-00001", hostile + long, long, hostile, request.Received, noon, remaining{"late", "Quá hạn"}}}}},
		"request":    requestSamples(frame, units),
		"statements": {statementsPage{page: frame}, statementsPage{page: frame, Status: "draft", MayDraft: true, Statuses: statusChoices(), Unit: hostile, Units: units, Rows: []statementRow{{proposed, long, standingOf(proposed, noon), true}}, More: "/x"}},
		"statement":  {statementPage{page: frame, Current: *facts(said), PublicURL: "/s/x", History: history, MayDraft: true, MaySign: true, Failed: "withdraw", Error: hostile, Reason: hostile}, statementPage{page: frame, Current: *facts(draft), Pending: facts(draft), MaySign: true}, statementPage{page: frame, Current: *facts(proposed), Pending: facts(said), MaySign: true, OwnWords: true}},
		"statement_edit": {statementEditPage{page: frame, Form: typed, Mistakes: wrong, Existing: true, Theirs: &said, Units: units, Kinds: spokespersonChoices(), Forms: formChoices(), Audiences: audienceChoices()}, statementEditPage{page: frame},
			statementEditPage{page: frame, Imported: &imported{File: hostile, Number: 2, Of: 3, Found: []foundFact{{hostile, long, hostile}}, Duplicate: hostile, DuplicateURL: "/admin/statements/PN-1"}}},
		"statement_import": {statementImportPage{frame, hostile, hostile}, statementImportPage{page: frame}},
		"failed":           {failedPage{page: frame}, failedPage{frame, []failedQueue{{"outbox", []failedRow{{hostile, hostile, hostile, 8, noon}}, "/x"}}}},
		"officers":         {officersPage{page: frame, Rows: []officerRow{{ID: "a", Name: long, Email: hostile, Position: hostile, Unit: long, Role: people.RoleOperator}}, Form: officerForm{hostile, hostile, hostile, hostile, "officer"}, Mistakes: wrong, Roles: roleChoices(), Units: units}},
		"account":          {accountPage{frame, hostile, wrong}},
		"audit":            {auditPage{page: frame}, auditPage{frame, history, "/x"}},
	}
}

func requestSamples(frame page, units []routing.Unit) []any {
	clock := calendar.Clock{Rule: "TT-12", Basis: hostile, Start: noon, Due: noon.AddDate(0, 0, 12),
		Counted: []string{"2026-11-25"}, Skipped: []calendar.Skip{{Date: "2026-11-24", Reason: "Ngày Văn hóa Việt Nam"}}}
	part := partView{
		Part: request.Part{Unit: "TH-YT", State: request.Drafted, Clock: clock, Draft: &request.Draft{Text: hostile + long, Revision: 2, At: noon}},
		Code: "TH-2026-00001", Version: 4, UnitName: long, Left: timeLeft(clock, noon), Author: hostile, CSRF: "token",
		Grounds: policy.Grounds(people.ReporterVerified), Audiences: audienceChoices(),
		Steps: []stepView{{noon, hostile, "Soạn câu trả lời", hostile}},
		May:   map[string]bool{"assign": true, "draft": true, "approve": true, "return": true, "transfer": true, "refuse": true},
	}
	answered, refused, lost := part, part, part
	answered.Index, answered.May = 1, map[string]bool{"publish": true}
	answered.Approval = &request.Approval{Text: hostile, Spokesperson: long, Position: hostile, At: noon}
	answered.Form = stepForm{Failed: "publish", Error: hostile, Title: hostile, Topics: hostile, Questions: hostile}
	refused.Refusal, refused.Ground, refused.Statement = &request.Refusal{Ground: "BM", Reason: hostile}, policy.Grounds(people.Citizen)[0], "PN-2026-0001"
	refused.Form = stepForm{Failed: "refuse", Error: hostile, Reason: hostile, Ground: "BM"}
	lost.May, lost.Form = map[string]bool{}, stepForm{Failed: "draft", Stale: true, Error: hostile, Draft: hostile}
	part.Form = stepForm{Failed: "draft", Stale: true, Error: hostile, Draft: hostile, Theirs: part.Draft}
	talk := []request.Line{{At: noon, From: "requester", Text: hostile}, {At: noon, From: "bot", Text: long}}
	request := request.Request{Code: "TH-2026-00001", Question: hostile + long, State: request.Drafted, Channel: "zalo", Context: talk, CreatedAt: noon}
	return []any{
		requestPage{frame, request, hostile, []partView{part}, units},
		requestPage{frame, request, hostile, []partView{answered, refused, lost}, units},
	}
}

// What would run or load if a typed text were more than text, once the values
// of attributes are taken out.
var (
	values     = regexp.MustCompile(`="[^"]*"`)
	dangerous  = regexp.MustCompile(`(?i)<script>|<img|<[a-z][^>]*\s(on[a-z]+|style)=`)
	scriptLink = regexp.MustCompile(`(?i)(href|src|action)="\s*javascript:`)
)

func TestEveryPageRendersHostileAndLongTextsAsText(t *testing.T) {
	all := parseLooks()
	data := samples()
	for name := range all {
		t.Run(name, func(t *testing.T) {
			if len(data[name]) == 0 {
				t.Fatalf("no sample data for template %s", name)
			}
			for _, sample := range data[name] {
				var out bytes.Buffer
				if err := all.write(&out, name, sample); err != nil {
					t.Fatal(err)
				}
				bare := values.ReplaceAllString(out.String(), `=""`)
				if bad := dangerous.FindString(bare) + scriptLink.FindString(out.String()); bad != "" {
					t.Errorf("unescaped or inline: %q", bad)
				}
				checkReachable(t, out.String())
			}
		})
	}
}

var (
	ids      = regexp.MustCompile(`\sid="([^"]+)"`)
	labels   = regexp.MustCompile(`<label for="([^"]+)"`)
	controls = regexp.MustCompile(`<(?:input|select|textarea) [^>]*>`)
)

// checkReachable holds a page to what a screen reader needs: unique ids, and a
// label for each control.
func checkReachable(t *testing.T, html string) {
	t.Helper()
	there := map[string]bool{}
	for _, m := range ids.FindAllStringSubmatch(html, -1) {
		if there[m[1]] {
			t.Errorf("id %q stands twice", m[1])
		}
		there[m[1]] = true
	}
	labelled := map[string]bool{}
	for _, m := range labels.FindAllStringSubmatch(html, -1) {
		if labelled[m[1]] = true; !there[m[1]] {
			t.Errorf("label for %q leads nowhere", m[1])
		}
	}
	for _, control := range controls.FindAllString(html, -1) {
		id := ids.FindStringSubmatch(control)
		inLabel := strings.Contains(control, `type="checkbox"`) || strings.Contains(control, `type="radio"`)
		if !inLabel && !strings.Contains(control, `type="hidden"`) && (id == nil || !labelled[id[1]]) {
			t.Errorf("no label for %s", control)
		}
	}
}

func TestStyleSheetStaysSmall(t *testing.T) {
	css, err := staticFiles.ReadFile("static/admin.css")
	if err != nil {
		t.Fatal(err)
	}
	if lines := bytes.Count(css, []byte("\n")); lines > 400 {
		t.Errorf("admin.css has %d lines, want at most 400", lines)
	}
}
