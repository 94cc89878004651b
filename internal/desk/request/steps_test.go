package request

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/routing"
)

// rules are those the program ships with.
var rules = policy.Seed().At(noon)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, calendar.Zone)

func officer(id string, role people.Role, unit string) people.Officer {
	return people.Officer{ID: id, Role: role, Unit: unit, Name: "Nguyễn Văn " + id, Position: "Giám đốc"}
}

func newRequest(unit string) Request {
	rule, _ := policy.FindRule(policy.RuleAccess)
	return NewRequest(NewRequestInput{Code: "TH-2026-00001", Source: "event-1", Channel: "zalo", Question: "Bao giờ xong?",
		Requester: people.Requester{ID: "oa:1", Kind: people.Citizen}, Unit: unit, Clock: calendar.DefaultCalendar().Start(rule, noon), At: noon})
}

// walk applies steps in order; each must succeed.
func walk(t *testing.T, r Request, steps ...func(Request) (Request, error)) Request {
	t.Helper()
	for i, s := range steps {
		next, err := s(r)
		if err != nil {
			t.Fatalf("step %d: %v", i+1, err)
		}
		r = next
	}
	return r
}

func draft(by people.Officer) func(Request) (Request, error) {
	return func(r Request) (Request, error) {
		return SaveDraft(r, 0, by, rules, Reply{Text: "Tháng 12 xong."}, noon)
	}
}

func approve(by people.Officer, revision int) func(Request) (Request, error) {
	return func(r Request) (Request, error) { return Approve(r, 0, by, revision, noon) }
}

func ask(by people.Officer) func(Request) (Request, error) {
	return func(r Request) (Request, error) { return Clarify(r, 0, by, rules, "Đoạn đường nào?", noon) }
}

func extend(by people.Officer) func(Request) (Request, error) {
	return func(r Request) (Request, error) {
		return Extend(r, 0, by, rules, 12, "Phải tập hợp số liệu.", noon)
	}
}

func send(r Request) (Request, error) { return MarkReached(r, 0, revisionOf(r), noon) }

func TestAPartGoesFromReceivedToPublished(t *testing.T) {
	an, binh := officer("an", people.RoleOperator, "TH-YT"), officer("binh", people.RoleSpokesperson, "TH-YT")
	r := walk(t, newRequest("TH-YT"),
		func(r Request) (Request, error) { return Assign(r, 0, an, noon) },
		draft(an), approve(binh, 1), send,
		func(r Request) (Request, error) { return MarkPublished(r, 0, "PN-2026-0001", noon) })
	want := &Approval{Text: "Tháng 12 xong.", Revision: 1, Officer: "binh", Spokesperson: binh.Name, Position: binh.Position, At: noon, Kind: people.Assigned, Outcome: Fully}
	if diff := cmp.Diff(want, r.Parts[0].Approval); diff != "" {
		t.Errorf("Approval (-want +got)\n%s", diff)
	}
	var actions []string
	for _, s := range r.Parts[0].Steps {
		actions = append(actions, s.Action+":"+s.Officer)
	}
	if got := strings.Join(actions, " "); got != "receive: assign:an draft:an approve:binh reach: published:" {
		t.Errorf("history = %s", got)
	}
	if r.State != Sent || r.Parts[0].Statement != "PN-2026-0001" {
		t.Errorf("state %s, statement %q", r.State, r.Parts[0].Statement)
	}
}

func TestSignOff(t *testing.T) {
	an, binh := officer("an", people.RoleOperator, "TH-YT"), officer("binh", people.RoleSpokesperson, "TH-YT")
	nameless := officer("chi", people.RoleSpokesperson, "TH-YT")
	nameless.Position = ""
	tests := []struct {
		name   string
		author people.Officer
		by     people.Officer
		rev    int
		want   error // nil, ErrForbidden or ErrConflict
	}{
		{"the unit's spokesperson approves a colleague's draft", an, binh, 1, nil},
		{"a spokesperson never approves an own draft", binh, binh, 1, desk.ErrForbidden},
		{"an officer never approves", binh, an, 1, desk.ErrForbidden},
		{"an administrator never approves", an, officer("root", people.RoleAdmin, "TH-YT"), 1, desk.ErrForbidden},
		{"another unit's spokesperson does not", an, officer("dung", people.RoleSpokesperson, "TH-XD"), 1, desk.ErrForbidden},
		{"the coordinating office's spokesperson does not", an, officer("giang", people.RoleSpokesperson, routing.ProvinceOffice), 1, desk.ErrForbidden},
		{"a spokesperson without a position cannot sign", an, nameless, 1, desk.ErrForbidden},
		{"not a revision that was not read", an, binh, 2, desk.ErrConflict},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := walk(t, newRequest("TH-YT"), draft(tt.author))
			if _, err := Approve(r, 0, tt.by, tt.rev, noon); !errors.Is(err, tt.want) || (err == nil) != (tt.want == nil) {
				t.Errorf("Approve = %v, want %v", err, tt.want)
			}
		})
	}
}

func TestTheOfficeSpeaksForTheCommittee(t *testing.T) {
	if err := people.MayPublish(officer("a", people.RoleSpokesperson, routing.ProvinceOffice), routing.ProvinceCommittee); err != nil {
		t.Errorf("MayPublish = %v", err)
	}
	if err := people.MayPublish(officer("a", people.RoleSpokesperson, routing.ProvinceCommittee), routing.ProvinceOffice); err == nil {
		t.Error("MayPublish the other way = nil")
	}
}

func TestAnEditAfterApprovalVoidsIt(t *testing.T) {
	an, binh := officer("an", people.RoleOperator, "TH-YT"), officer("binh", people.RoleSpokesperson, "TH-YT")
	r := walk(t, newRequest("TH-YT"), draft(an), approve(binh, 1), draft(an))
	if p := r.Parts[0]; p.Approval != nil || p.State != Drafted || p.Draft.Revision != 2 {
		t.Errorf("after the edit: %+v", p)
	}
	if _, err := MarkReached(r, 0, revisionOf(r), noon); err == nil {
		t.Error("MarkSent of an unapproved edit = nil error")
	}
}

func TestReturnVoidsAnApproval(t *testing.T) {
	an, binh := officer("an", people.RoleOperator, "TH-YT"), officer("binh", people.RoleSpokesperson, "TH-YT")
	r := walk(t, newRequest("TH-YT"), draft(an), approve(binh, 1),
		func(r Request) (Request, error) { return ReturnDraft(r, 0, binh, "Thiếu số liệu", noon) })
	if p := r.Parts[0]; p.Approval != nil || p.State != Returned || p.Draft.Text != "Tháng 12 xong." {
		t.Errorf("after the return: %+v", p)
	}
}

func TestRefuse(t *testing.T) {
	an, binh := officer("an", people.RoleOperator, "TH-YT"), officer("binh", people.RoleSpokesperson, "TH-YT")
	tests := []struct {
		name, ground, reason string
		kind                 people.RequesterKind
		field                string // "" = accepted
	}{
		{"a citizen, on a ground of the access law", "DA_CONG_KHAI", "Xem tại cổng.", people.Citizen, ""},
		{"a reporter, on a ground of the press law", "DT", "Đang điều tra.", people.ReporterVerified, ""},
		{"a citizen, on a ground of the press law", "DT", "Đang điều tra.", people.Citizen, "ground"},
		{"a reporter, on a ground of the access law", "VUOT_KHA_NANG", "Bận.", people.ReporterUnverified, "ground"},
		{"a draft policy is no ground", "DU_THAO", "Đang dự thảo.", people.ReporterVerified, "ground"},
		{"no ground", "", "Không muốn.", people.Citizen, "ground"},
		{"no reason", "DA_CONG_KHAI", " \n", people.Citizen, "text"},
		{"a reason without end", "DA_CONG_KHAI", strings.Repeat("a", maxReason+1), people.Citizen, "text"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := newRequest("TH-YT")
			r.RequesterKind = tt.kind
			got, err := SaveDraft(r, 0, an, rules, Reply{Outcome: Denied, Ground: tt.ground, Text: tt.reason, Instead: "Bản đã che."}, noon)
			if err == nil {
				got, err = Approve(got, 0, binh, 1, noon)
			}
			var invalid *desk.InvalidError
			if tt.field == "" && (err != nil || got.State != Refused || got.Parts[0].Refusal.Instead != "Bản đã che." || got.Parts[0].Outcome() != Denied) {
				t.Errorf("Refuse = %s, %v", got.State, err)
			}
			if tt.field != "" && (!errors.As(err, &invalid) || invalid.Field != tt.field) {
				t.Errorf("Refuse = %v, want a fault in %s", err, tt.field)
			}
		})
	}
}

func TestTransfer(t *testing.T) {
	an := officer("an", people.RoleOperator, "TH-YT")
	r := walk(t, newRequest("TH-YT"), draft(an))
	got := walk(t, r, func(r Request) (Request, error) { return Transfer(r, 0, an, "TH-XD", "Thuộc Sở Xây dựng", noon) })
	if got.Unit != "TH-XD" || got.State != Received || got.Parts[0].Draft == nil || !got.Due.Equal(r.Due) {
		t.Errorf("after the transfer: %+v", got)
	}
	office := officer("vp", people.RoleOperator, routing.ProvinceOffice)
	if _, err := Transfer(r, 0, office, "TH-XD", "Điều phối", noon); err != nil {
		t.Errorf("the coordinating office: %v", err)
	}
	for _, unit := range []string{"", "TH-YT"} {
		if _, err := Transfer(r, 0, an, unit, "x", noon); err == nil {
			t.Errorf("Transfer to %q = nil error", unit)
		}
	}
	if _, err := Transfer(r, 0, an, "TH-XD", "", noon); err == nil {
		t.Error("Transfer without a reason = nil error")
	}
}

// From any state, every action by anyone either gives a legal state or an
// error, and its argument is never changed.
func TestEveryStepIsLegalOrAnError(t *testing.T) {
	an, binh := officer("an", people.RoleOperator, "TH-YT"), officer("binh", people.RoleSpokesperson, "TH-YT")
	people := []people.Officer{an, binh, officer("root", people.RoleAdmin, "TH-YT"), officer("x", people.RoleSpokesperson, "TH-XD"),
		officer("vp", people.RoleOperator, routing.ProvinceOffice), {}}
	legal := map[string]bool{}
	for _, row := range Life().Rows {
		for _, from := range row.From {
			to := row.To
			if to == "" {
				to = from
			}
			legal[fmt.Sprint(row.Action, from, to)] = true
		}
	}
	seen, queue := map[State]bool{}, []Request{newRequest("TH-YT")}
	for len(queue) > 0 {
		r := queue[0]
		queue = queue[1:]
		if seen[r.Parts[0].State] {
			continue
		}
		seen[r.Parts[0].State] = true
		for _, by := range people {
			for action, do := range everyStep(by) {
				before := snapshot(t, r)
				next, err := do(r)
				if diff := cmp.Diff(before, snapshot(t, r)); diff != "" {
					t.Fatalf("%s by %s changed its argument\n%s", action, by.ID, diff)
				}
				if err != nil {
					continue
				}
				if !legal[fmt.Sprint(action, r.Parts[0].State, next.Parts[0].State)] {
					t.Errorf("%s by %s: %s → %s is not in the table", action, by.ID, r.Parts[0].State, next.Parts[0].State)
				}
				queue = append(queue, next)
			}
		}
	}
	if len(seen) != len(States()) {
		t.Errorf("reached %d states of %d: %v", len(seen), len(States()), seen)
	}
}

func everyStep(by people.Officer) map[string]func(Request) (Request, error) {
	return map[string]func(Request) (Request, error){
		ActReclock:  func(r Request) (Request, error) { return Reclock(r, 0, calendar.Clock{Due: noon}, noon) },
		ActAssign:   func(r Request) (Request, error) { return Assign(r, 0, by, noon) },
		ActTransfer: func(r Request) (Request, error) { return Transfer(r, 0, by, "TH-XD", "lý do", noon) },
		ActDraft:    draft(by),
		ActReturn:   func(r Request) (Request, error) { return ReturnDraft(r, 0, by, "lý do", noon) },
		ActApprove:  approve(by, 1),
		ActRefuse: func(r Request) (Request, error) {
			if d := r.Parts[0].Draft; d != nil {
				r.Parts = slices.Clone(r.Parts)
				refusing := *d
				refusing.Outcome, refusing.Ground = Denied, "DA_CONG_KHAI"
				r.Parts[0].Draft = &refusing
			}
			return Approve(r, 0, by, 1, noon)
		},
		ActSplit:   func(r Request) (Request, error) { return Split(r, 0, by, pieces(), noon) },
		ActReach:   send,
		ActClarify: ask(by),
		ActKind: func(r Request) (Request, error) {
			kinds := rules.RequestKinds(r.RequesterKind)
			return ChangeKind(r, 0, by, rules, kinds[0].Code, "lý do", noon)
		},
		ActResume:    func(r Request) (Request, error) { return Resume(r, 0, by, rules, noon) },
		ActExtend:    extend(by),
		ActWithdraw:  func(r Request) (Request, error) { return Withdraw(r, people.Requester{ID: "oa:1"}, noon) },
		ActPublished: func(r Request) (Request, error) { return MarkPublished(r, 0, "PN-1", noon) },
	}
}

func snapshot(t *testing.T, r Request) string {
	t.Helper()
	b, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// What the panel offers works.
func TestActionsOfferedSucceed(t *testing.T) {
	an, binh := officer("an", people.RoleOperator, "TH-YT"), officer("binh", people.RoleSpokesperson, "TH-YT")
	received := newRequest("TH-YT")
	drafted := walk(t, received, draft(an))
	approved := walk(t, drafted, approve(binh, 1))
	tests := []struct {
		name string
		r    Request
		by   people.Officer
		want []string
	}{
		{"received, officer", received, an, []string{"assign", "draft", "transfer", "split", "kind", "clarify"}},
		{"received, spokesperson", received, binh, []string{"assign", "draft", "transfer", "split", "kind", "clarify", "extend"}},
		{"received, coordinating office", received, officer("vp", people.RoleOperator, routing.ProvinceOffice), []string{"transfer", "split"}},
		{"received, other unit", received, officer("x", people.RoleSpokesperson, "TH-XD"), nil},
		{"received, administrator", received, officer("root", people.RoleAdmin, "TH-YT"), nil},
		{"drafted, its author", drafted, an, []string{"draft", "consult", "transfer", "kind", "clarify"}},
		{"drafted, spokesperson", drafted, binh, []string{"draft", "consult", "approve", "return", "transfer", "kind", "clarify", "extend"}},
		{"clarifying, officer", walk(t, received, ask(an)), an, []string{"resume"}},
		{"extended, spokesperson", walk(t, received, extend(binh)), binh, []string{"assign", "draft", "transfer", "split", "kind", "clarify"}},
		{"approved, spokesperson", approved, binh, []string{"draft", "return", "publish"}},
		{"sent, spokesperson", walk(t, approved, send), binh, []string{"publish"}},
		{"sent, officer", walk(t, approved, send), an, []string{"publish"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, Actions(tt.by, tt.r, 0)); diff != "" {
				t.Errorf("Actions (-want +got)\n%s", diff)
			}
			for action, do := range everyStep(tt.by) {
				_, err := do(tt.r)
				if offered := slices.Contains(tt.want, action); offered && err != nil {
					t.Errorf("%s is offered but fails: %v", action, err)
				}
			}
		})
	}
}

// Two steps taken from the same request must not write into one history.
func TestStepsDoNotShareTheirHistory(t *testing.T) {
	an := officer("an", people.RoleOperator, "TH-YT")
	r := walk(t, newRequest("TH-YT"), func(r Request) (Request, error) { return Assign(r, 0, an, noon) })
	r.Parts[0].Steps = slices.Grow(r.Parts[0].Steps, 4)
	drafted := walk(t, r, draft(an))
	walk(t, r, func(r Request) (Request, error) { return Transfer(r, 0, an, "TH-XD", "lý do", noon) })
	if got := drafted.Parts[0].Steps[2].Action; got != ActDraft {
		t.Errorf("the last step became %q", got)
	}
}

func TestMaySee(t *testing.T) {
	r := newRequest("TH-YT")
	disabled := officer("d", people.RoleOperator, "TH-YT")
	disabled.Disabled = true
	for _, tt := range []struct {
		name string
		o    people.Officer
		want bool
	}{
		{"the unit", officer("a", people.RoleOperator, "TH-YT"), true},
		{"another unit", officer("b", people.RoleSpokesperson, "TH-XD"), false},
		{"the coordinating office", officer("c", people.RoleOperator, routing.ProvinceOffice), true},
		{"a disabled officer of the unit", disabled, false},
	} {
		if got := MaySee(tt.o, r); got != tt.want {
			t.Errorf("MaySee by %s = %t, want %t", tt.name, got, tt.want)
		}
	}
}

func TestSummaryOfSeveralParts(t *testing.T) {
	part := func(unit string, s State, due string) Part {
		return Part{Unit: unit, State: s, Clock: calendar.Clock{Due: at(due)}}
	}
	tests := []struct {
		name  string
		parts []Part
		unit  string
		state State
		due   time.Time
	}{
		{"closed parts do not count", []Part{part("A", Sent, "2026-11-01 00:00"), part("B", Drafted, "2026-11-09 00:00"), part("C", Received, "2026-11-05 00:00")},
			"B", Received, at("2026-11-05 00:00")},
		{"answered in part, refused in part is answered", []Part{part("A", Refused, "2026-11-02 00:00"), part("B", Sent, "2026-11-01 00:00")},
			"A", Sent, at("2026-11-01 00:00")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := summarise(Request{Parts: tt.parts})
			if got.Unit != tt.unit || got.State != tt.state || !got.Due.Equal(tt.due) {
				t.Errorf("summarise = %s %s %s", got.Unit, got.State, got.Due)
			}
		})
	}
}

func at(s string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04", s, calendar.Zone)
	if err != nil {
		panic(err)
	}
	return t
}

// revisionOf is the revision that is approved, 0 when none is.
func revisionOf(r Request) int {
	if r.Parts[0].Approval == nil {
		return 0
	}
	return r.Parts[0].Approval.Revision
}
