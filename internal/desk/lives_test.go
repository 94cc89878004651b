package desk_test

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk"
	"phatngon/internal/desk/authorship"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/handover"
	"phatngon/internal/desk/life"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/press"
	"phatngon/internal/desk/publication"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/rights"
	"phatngon/internal/desk/routing"
	"phatngon/knowledge/statement"
)

var update = flag.Bool("update", false, "write the lives as they are now into testdata/lives")

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, calendar.Zone)

var seeded = policy.Seed().At(noon)

// role is somebody who tries every step of every life.
type role struct {
	name string
	people.Officer
}

func roles() []role {
	of := func(name string, kind people.Role, unit string) role {
		return role{name, people.Officer{ID: name, Name: "Người " + name, Position: "Chức vụ", Role: kind, Unit: unit}}
	}
	disabled := of("disabled-signer", people.RoleSpokesperson, "TH-YT")
	disabled.Disabled = true
	return []role{
		of("officer", people.RoleOperator, "TH-YT"), of("author", people.RoleSpokesperson, "TH-YT"), of("signer", people.RoleSpokesperson, "TH-YT"),
		of("coordinator", people.RoleOperator, routing.ProvinceOffice), of("coordinating-signer", people.RoleSpokesperson, routing.ProvinceOffice),
		of("admin", people.RoleAdmin, routing.ProvinceOffice), of("other-signer", people.RoleSpokesperson, "TH-XD"), disabled, {name: "system"}, {name: "asker"},
	}
}

// cell is what came of one role's step: the next state, and what must follow it.
type cell struct {
	next    string
	effects []effect.Effect
	err     error
}

func (c cell) String() string {
	if c.err != nil {
		return "-"
	}
	var follows []string
	for _, e := range c.effects {
		text := string(e.Kind)
		if e.Audit != nil {
			text += " " + e.Audit.Action
		}
		follows = append(follows, text)
	}
	return strings.TrimSpace(c.next + "  " + strings.Join(follows, ", "))
}

// walk lists a life's cells, the roles that fare alike in one line.
func walk(states, actions []string, try func(state, action string, by role) cell) string {
	var out strings.Builder
	for _, state := range states {
		for _, action := range actions {
			who := map[string][]string{}
			for _, by := range roles() {
				outcome := try(state, action, by).String()
				who[outcome] = append(who[outcome], by.name)
			}
			for _, outcome := range sorted(who) {
				fmt.Fprintf(&out, "%-20s %-10s %s  <- %s\n", state, action, outcome, strings.Join(who[outcome], " "))
			}
		}
	}
	return out.String()
}

func sorted(m map[string][]string) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// golden compares a life with its file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", "lives", name+".txt")
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("a life has changed (-file +code); if that is right, run with -update\n%s", diff)
	}
}

func actionsOf[S ~string, W comparable](table life.Table[S, W]) (actions []string) {
	for _, row := range table.Rows {
		actions = append(actions, row.Action)
	}
	return actions
}

// requestIn is a request whose part is in a state, with what brought it there.
func requestIn(state string) request.Request {
	who := people.Requester{ID: "oa:1", Kind: people.Citizen}
	r := request.NewRequest(request.NewRequestInput{Code: "TH-2026-00001", Source: "s", Requester: who, Question: "Bao giờ?", Unit: "TH-YT", At: noon})
	set := seeded
	r.Parts[0].Clock = set.Start(set.RuleFor(people.Citizen), noon)
	r.Effects = nil
	p := &r.Parts[0]
	p.State = request.State(state)
	r.State = p.State
	if !slices.Contains([]request.State{request.Received, request.Assigned}, p.State) {
		p.Draft = &request.Draft{Text: "Ngày mai.", Author: "author", Authorship: authorship.Of("Ngày mai.", "author"), Revision: 1, At: noon}
	}
	switch p.State {
	case request.Approved, request.Sent:
		p.Approval = &request.Approval{Text: "Ngày mai.", Revision: 1, Officer: "signer", Spokesperson: "Người ký", Position: "Giám đốc", At: noon}
	case request.Clarifying:
		p.Clarifications = []request.Clarification{{Question: "Ở đâu?", Officer: "officer", At: noon}}
	case request.Refused:
		p.Refusal = &request.Refusal{Ground: "g", Reason: "r", Officer: "signer", At: noon}
	}
	return r
}

func tryRequest(state, action string, by role) cell {
	r := requestIn(state)
	if action == request.ActPublish {
		c, err := publication.OfAnswer(r, 0, publication.Publication{Title: "Bao giờ", Audience: statement.AudiencePublic}, by.Officer, noon)
		return cell{next: state + " + statement " + string(c.Statement.Status), effects: c.Effects, err: err}
	}
	if by.name == "asker" {
		return tryAsker(r, action)
	}
	rules := seeded
	system := func(do func() (request.Request, error)) (request.Request, error) {
		if by.ID != "" {
			return r, errors.New("the system's")
		}
		return do()
	}
	steps := map[string]func() (request.Request, error){
		request.ActAssign: func() (request.Request, error) { return request.Assign(r, 0, by.Officer, noon) },
		request.ActDraft: func() (request.Request, error) {
			return request.SaveDraft(r, 0, by.Officer, rules, request.Reply{Text: "Ngày kia."}, noon)
		},
		request.ActReturn: func() (request.Request, error) { return request.ReturnDraft(r, 0, by.Officer, "Chưa rõ.", noon) },
		request.ActTakeBack: func() (request.Request, error) {
			if d := r.Parts[0].Draft; d != nil {
				d.Outcome, d.Ground, d.Author = request.Denied, rules.Grounds(r.RequesterKind)[0].Code, by.ID
			}
			return request.TakeBack(r, 0, by.Officer, noon)
		},
		request.ActApprove: func() (request.Request, error) { return request.Approve(r, 0, by.Officer, 1, noon) },
		request.ActConsult: func() (request.Request, error) {
			return request.Consult(r, 0, by.Officer, "Ông B, Giám đốc bệnh viện", noon)
		},
		request.ActHear: func() (request.Request, error) {
			r.Parts[0].Consulted = []request.Consultation{{Who: "Ông B", Revision: 1}}
			return request.Hear(r, 0, by.Officer, "Ông B", request.Agreed, "E-mail.", noon)
		},
		request.ActTransfer: func() (request.Request, error) {
			return request.Transfer(r, 0, by.Officer, "TH-XD", "Của Xây dựng.", noon)
		},
		request.ActRefuse: func() (request.Request, error) {
			if r.Parts[0].Draft != nil {
				r.Parts[0].Draft.Outcome, r.Parts[0].Draft.Ground = request.Denied, rules.Grounds(r.RequesterKind)[0].Code
			}
			return request.Approve(r, 0, by.Officer, 1, noon)
		},
		request.ActSplit: func() (request.Request, error) {
			return request.Split(r, 0, by.Officer, []request.Piece{{Asks: "Bao giờ?"}, {Asks: "Ở đâu?", Unit: "TH-XD"}}, noon)
		},
		request.ActKind: func() (request.Request, error) {
			return request.ChangeKind(r, 0, by.Officer, rules, "dinh-chinh", "Là đính chính.", noon)
		},
		request.ActClarify: func() (request.Request, error) {
			return request.Clarify(r, 0, by.Officer, rules, "Ở đâu?", noon)
		},
		request.ActResume: func() (request.Request, error) { return request.Resume(r, 0, by.Officer, rules, noon) },
		request.ActExtend: func() (request.Request, error) {
			return request.Extend(r, 0, by.Officer, rules, 12, "Nhiều số liệu.", noon)
		},
		request.ActJoin: func() (request.Request, error) {
			return request.Join(r, other(request.Received), by.Officer, noon)
		},
		request.ActLeave: func() (request.Request, error) {
			r.Joined = "TH-2026-00002"
			if by.ID == "" {
				return request.Follow(r, other(request.Refused), noon)
			}
			return request.Leave(r, by.Officer, noon)
		},
		request.ActTopic: func() (request.Request, error) { return request.SetTopic(r, "Lịch tiêm", by.Officer, noon) },
		request.ActCopy: func() (request.Request, error) {
			return system(func() (request.Request, error) {
				r.Joined = "TH-2026-00002"
				return request.Follow(r, other(request.Approved), noon)
			})
		},
		request.ActAnew: func() (request.Request, error) {
			return system(func() (request.Request, error) {
				if r.Joined = "TH-2026-00002"; r.Parts[0].State != request.Sent {
					return request.Request{}, errors.New("a copy, or nothing")
				}
				lead := other(request.Approved)
				r.Parts[0].Copied, lead.Parts[0].Approval.Text = true, "Ngày kia."
				return request.Follow(r, lead, noon)
			})
		},
		request.ActRecall: func() (request.Request, error) {
			return system(func() (request.Request, error) {
				if r.Joined = "TH-2026-00002"; r.Parts[0].State != request.Sent {
					return request.Request{}, errors.New("nothing to recall")
				}
				r.Parts[0].Copied, r.Parts[0].Draft, r.Parts[0].Arrived = true, &request.Draft{}, &request.Approval{Text: "Hôm qua.", Revision: 1}
				return request.Follow(r, other(request.Drafted), noon)
			})
		},
		request.ActReachAnew: func() (request.Request, error) {
			return system(func() (request.Request, error) {
				r.Parts[0].Arrived = &request.Approval{Revision: 1}
				return request.MarkReached(r, 0, 1, noon)
			})
		},
		request.ActUncopy: func() (request.Request, error) {
			return system(func() (request.Request, error) {
				r.Joined, r.Parts[0].Copied = "TH-2026-00002", true
				return request.Follow(r, other(request.Drafted), noon)
			})
		},
		request.ActReclock: func() (request.Request, error) {
			return system(func() (request.Request, error) {
				return request.Reclock(r, 0, calendar.Clock{Due: noon.AddDate(1, 0, 0)}, noon)
			})
		},
		request.ActReach: func() (request.Request, error) {
			return system(func() (request.Request, error) { return request.MarkReached(r, 0, 1, noon) })
		},
		request.ActPublished: func() (request.Request, error) {
			return system(func() (request.Request, error) { return request.MarkPublished(r, 0, "PN-1", noon) })
		},
	}
	step, ok := steps[action]
	if !ok {
		return cell{err: errors.New("the asker's")}
	}
	next, err := step()
	if err == nil && len(next.Effects) == 0 {
		return cell{err: errors.New("no step")}
	}
	return cellOf(next, err)
}

// other is a request of somebody else who asks the same.
func other(s request.State) request.Request {
	r := requestIn(string(s))
	r.Code, r.Requester = "TH-2026-00002", "oa:2"
	return r
}

// several is a request with a second part, which was refused.
func several(r request.Request) request.Request {
	r.Parts = append(r.Parts, request.Part{Unit: "TH-XD", State: request.Refused, Refusal: &request.Refusal{}})
	return r
}

// tryAsker takes a step as the person who asked.
func tryAsker(r request.Request, action string) cell {
	who := people.Requester{ID: r.Requester}
	rules := func(request.Part) policy.Set { return seeded }
	steps := map[string]func() (request.Request, error){
		request.ActSupply:   func() (request.Request, error) { return request.Add(r, who, rules, "Ở Sầm Sơn.", noon) },
		request.ActAdd:      func() (request.Request, error) { return request.Add(r, who, rules, "Ở Sầm Sơn.", noon) },
		request.ActTogether: func() (request.Request, error) { return request.Choose(several(r), who, true, noon) },
		request.ActApart:    func() (request.Request, error) { return request.Choose(several(r), who, false, noon) },
		request.ActDispute: func() (request.Request, error) {
			return request.Dispute(r, 0, who, rules(r.Parts[0]), "Còn thiếu.", noon)
		},
		request.ActWithdraw: func() (request.Request, error) { return request.Withdraw(r, who, noon) },
		request.ActRate:     func() (request.Request, error) { return request.Rate(r, 0, who, 4, noon) },
	}
	step, ok := steps[action]
	if !ok {
		return cell{err: errors.New("an officer's")}
	}
	next, err := step()
	if err == nil && next.Parts[0].Steps[len(next.Parts[0].Steps)-1].Action != action {
		return cell{err: errors.New("another step")}
	}
	return cellOf(next, err)
}

// cellOf is what came of a step on the first part.
func cellOf(next request.Request, err error) cell {
	if err != nil {
		return cell{err: err}
	}
	return cell{next: string(next.Parts[0].State), effects: next.Effects}
}

func TestEveryStepOfARequestInEveryStateByEveryRole(t *testing.T) {
	var states []string
	for _, s := range request.States() {
		states = append(states, string(s))
	}
	golden(t, "request", walk(states, actionsOf(request.Life()), tryRequest))
	for _, row := range request.Life().Rows {
		if slices.Contains(row.From, request.Withdrawn) || row.To != "" && (slices.Contains(row.From, request.Refused) || slices.Contains(row.From, request.Sent)) {
			t.Errorf("%s leaves a final state", row.Action)
		}
	}
}

// proposed is a statement in force with a change that waits for a signature.
const proposed = "published+proposal"

func tryStatement(state, action string, by role) cell {
	s := statement.Statement{Code: "PN-1", Version: 3, Title: "Lịch tiêm", Unit: "TH-YT", Spokesperson: "A", Position: "B", Body: "Ngày mai.",
		Status: statement.Status(state), Author: "author", Authorship: authorship.Of("x", "author"), UpdatedAt: noon}
	changed := s
	changed.Body = "Ngày kia."
	if state == proposed {
		s.Status, s.Proposal = statement.StatusPublished, &changed
	}
	var c publication.Change
	err := error(&desk.RuleError{Text: "the system's"})
	switch action {
	case publication.ActSave:
		c, err = publication.Save(s, changed, by.Officer, noon)
	case publication.ActHint:
		c, err = publication.Hint(s, []string{"Khi nào tiêm ở xã?"}, by.Officer, noon)
	case publication.ActPublish:
		c, err = publication.Publish(s, by.Officer, nil, noon)
	case publication.ActWithdraw:
		c, err = publication.Withdraw(s, by.Officer, "Sai.", noon)
	case publication.ActSupersede:
		if by.ID == "" {
			c, err = publication.Supersede(s, "PN-2", noon)
		}
	}
	next := string(c.Statement.Status)
	if c.Statement.Proposal != nil {
		next = proposed
	}
	return cell{next: next, effects: c.Effects, err: err}
}

func TestEveryStepOfAStatementInEveryStateByEveryRole(t *testing.T) {
	final := []string{string(statement.StatusSuperseded), string(statement.StatusWithdrawn)}
	states := append([]string{string(statement.StatusDraft), string(statement.StatusPublished), proposed}, final...)
	golden(t, "statement", walk(states, actionsOf(publication.Life()), tryStatement))
	for _, row := range publication.Life().Rows {
		for _, from := range row.From {
			if slices.Contains(final, string(from)) || row.Action == publication.ActWithdraw && from == statement.StatusDraft {
				t.Errorf("%s from %s", row.Action, from)
			}
		}
	}
}

func TestEveryStepOfADeliveryInEveryState(t *testing.T) {
	states := []delivery.State{delivery.Queued, delivery.Sending, delivery.Accepted, delivery.Delivered, delivery.Seen, delivery.Waiting, delivery.Failed, delivery.Unreachable, delivery.Void}
	golden(t, "delivery", walkTable(delivery.Life(), states, delivery.System, delivery.Staff))
	for _, row := range delivery.Life().Rows {
		for _, from := range row.From {
			if from == delivery.Void || from == delivery.Seen {
				t.Errorf("%s leaves %s", row.Action, from)
			}
			if from.Reached() && !row.To.Reached() {
				t.Errorf("%s takes back what reached the person", row.Action)
			}
		}
	}
}

// Each cell by each role is walked in package cases; here is what the table opens.
func TestEveryStepOfACaseInEveryState(t *testing.T) {
	var out strings.Builder
	table := cases.Life()
	for _, state := range cases.States() {
		for _, row := range table.Rows {
			next, err := table.Next(state, row.Action, func(cases.Who) error { return nil })
			if err == nil {
				fmt.Fprintf(&out, "%-12s %-10s %-12s %s\n", state, row.Action, row.Who, next)
			}
		}
	}
	golden(t, "case", out.String())
	for _, row := range table.Rows {
		for _, from := range row.From {
			left := row.To != "" && row.To != from
			if left && from == cases.Unlabelled || left && from == cases.Done && row.To != cases.Unlabelled {
				t.Errorf("%s leaves %s", row.Action, from)
			}
			if row.To == cases.Concluded && (row.Who != cases.Signers || from != cases.Drafted) {
				t.Errorf("%s concludes from %s by %s", row.Action, from, row.Who)
			}
		}
	}
}

// Nobody but who took a talk speaks in it; the person's own steps and those of time are
// nobody else's; nothing leaves the end.
func TestEveryStepOfAHandOver(t *testing.T) {
	stands := func(state string) handover.HandOver {
		h := handover.HandOver{ID: "h1", Requester: "oa:1", Unit: "TH-YT", State: handover.State(state), Open: state != string(handover.Ended), Since: noon, SpokenAt: noon}
		if state == string(handover.Talking) {
			h.Officer = "officer"
		}
		return h
	}
	golden(t, "handover", walk([]string{"waiting", "talking", "ended"}, actionsOf(handover.Life()), func(state, action string, by role) cell {
		h, err := handoverStep(stands(state), action, by)
		return cell{string(h.State), h.Effects, err}
	}))
	for _, row := range handover.Life().Rows {
		if slices.Contains(row.From, handover.Ended) {
			t.Errorf("%s leaves the end", row.Action)
		}
	}
}

func handoverStep(h handover.HandOver, action string, by role) (handover.HandOver, error) {
	who := people.Requester{}
	if by.name == "asker" {
		who.ID = "oa:1"
	}
	switch action {
	case handover.ActTake:
		return handover.Take(h, by.Officer, noon)
	case handover.ActSay:
		return handover.Say(h, by.Officer, "Chào Anh/Chị", noon)
	case handover.ActGiveBack:
		return handover.GiveBack(h, by.Officer, noon)
	case handover.ActPass:
		return handover.Pass(h, by.Officer, "TH-XD", noon)
	case handover.ActEnd:
		return handover.End(h, by.Officer, noon)
	case handover.ActClose:
		return handover.Close(h, by.Officer, noon)
	case handover.ActHear:
		return handover.Hear(h, who, nil, false, "e1/0", noon)
	case handover.ActLeave:
		return handover.Leave(h, who, "e1/0", noon)
	}
	if by.name != "system" {
		return h, desk.ErrForbidden // they have no form: time alone takes them, see handover.Tend
	}
	terms := map[string]policy.HandOvers{handover.ActLate: {WaitMinutes: 1, GiveUpMinutes: 1 << 30, IdleMinutes: 1 << 30}, handover.ActExpire: {WaitMinutes: 1, GiveUpMinutes: 2, IdleMinutes: 1 << 30},
		handover.ActIdle: {WaitMinutes: 1 << 30, GiveUpMinutes: 1 << 30, IdleMinutes: 1}, handover.ActLapse: {WaitMinutes: 1 << 30, GiveUpMinutes: 1 << 30, IdleMinutes: 1}}[action]
	if action == handover.ActLapse {
		h.Lines = []handover.Line{{At: noon, From: "requester", Text: "alo"}}
	}
	next, due := handover.Tend(h, seeded.Calendar, terms, noon.Add(24*time.Hour))
	if !due {
		return h, desk.ErrForbidden
	}
	return next, nil
}

// walkTable lists the cells of a table whose steps carry nothing.
func walkTable[S ~string, W ~string](table life.Table[S, W], states []S, who ...W) string {
	var out strings.Builder
	for _, state := range states {
		for _, action := range actionsOf(table) {
			for _, by := range who {
				next, err := table.Next(state, action, func(may W) error {
					if may != by {
						return desk.ErrForbidden
					}
					return nil
				})
				outcome := string(next)
				if err != nil {
					outcome = "-"
				}
				fmt.Fprintf(&out, "%-12s %-10s %-8s %s\n", state, action, by, outcome)
			}
		}
	}
	return out.String()
}

// tryPress takes a step of a reporter's registration; the asker is the reporter.
func tryPress(state, action string, by role) cell {
	r := press.Registration{ID: "PV-1", Requester: "oa:1", State: press.State(state), Newsroom: "Báo Mẫu", Proof: press.ProofCard,
		Pictures: []press.Picture{{ID: "p"}}, Until: noon.AddDate(0, 1, 0), Steps: []press.Step{{At: noon, Action: press.ActRegister}}}
	who := ""
	if by.name == "asker" {
		who = r.Requester
	}
	shown := press.Shown{Newsroom: "Báo Mẫu", Proof: press.ProofCard, Pictures: []press.Picture{{ID: "q"}}}
	system := func(do func(press.Registration, time.Time) (press.Registration, error)) (press.Registration, error) {
		if by.name != "system" {
			return r, errors.New("the system's")
		}
		return do(r, noon)
	}
	steps := map[string]func() (press.Registration, error){
		press.ActVerify: func() (press.Registration, error) {
			return press.Verify(r, by.Officer, "Lê Hòa", noon.AddDate(0, 1, 0), seeded.Press(), noon)
		},
		press.ActAsk:      func() (press.Registration, error) { return press.Ask(r, by.Officer, "Ảnh mờ quá.", noon) },
		press.ActRefuse:   func() (press.Registration, error) { return press.Refuse(r, by.Officer, "Không phải thẻ.", noon) },
		press.ActRevoke:   func() (press.Registration, error) { return press.Revoke(r, by.Officer, "Đã nghỉ việc.", noon) },
		press.ActLook:     func() (press.Registration, error) { return r, press.Look(r, by.Officer) },
		press.ActSupply:   func() (press.Registration, error) { return press.Supply(r, who, shown, noon) },
		press.ActWithdraw: func() (press.Registration, error) { return press.Withdraw(r, who, noon) },
		press.ActFollow:   func() (press.Registration, error) { return press.Follow(r, who, press.Follows{All: true}, noon) },
		press.ActDigest:   func() (press.Registration, error) { return system(press.Digest) },
		press.ActReplace:  func() (press.Registration, error) { return system(press.Replace) },
		press.ActClean:    func() (press.Registration, error) { return system(press.Clean) },
		press.ActErase:    func() (press.Registration, error) { return system(press.Erase) },
		press.ActRemind: func() (press.Registration, error) {
			return system(func(r press.Registration, _ time.Time) (press.Registration, error) {
				return passed(press.Pass(r, seeded.Press(), r.Until.AddDate(0, 0, -1)))
			})
		},
		press.ActExpire: func() (press.Registration, error) {
			return system(func(r press.Registration, _ time.Time) (press.Registration, error) {
				return passed(press.Pass(r, seeded.Press(), r.Until))
			})
		},
	}
	next, err := steps[action]()
	return cell{next: string(next.State), effects: next.Effects, err: err}
}

// passed is an error where time does nothing.
func passed(r press.Registration, err error) (press.Registration, error) {
	if err == nil && len(r.Effects) == 0 {
		err = errors.New("nothing happens")
	}
	return r, err
}

func TestEveryStepOfARegistrationInEveryStateByEveryRole(t *testing.T) {
	var states []string
	for _, s := range press.States() {
		states = append(states, string(s))
	}
	golden(t, "press", walk(states, actionsOf(press.Life()), tryPress))
	for _, row := range press.Life().Rows {
		if slices.Contains(row.From, press.Erased) {
			t.Errorf("%s leaves what was erased", row.Action)
		}
	}
}

// tryClaim takes a step of what somebody wants done with their data.
func tryClaim(state, action string, by role) cell {
	c, err := rights.New("DL-2026-00001", people.Requester{ID: "oa:1"}, rights.Filing{Source: "s", Right: rights.Correct, Channel: rights.FromChat, Text: "Tên tôi là Hòa, không phải Hoa.", At: noon}, seeded)
	if err != nil {
		return cell{err: err}
	}
	c.State, c.Open, c.Effects = rights.State(state), rights.State(state) == rights.Received, nil
	system := func(do func() (rights.Claim, error)) (rights.Claim, error) {
		if by.name != "system" {
			return c, errors.New("the system's")
		}
		next, err := do()
		if err == nil && len(next.Effects) == 0 {
			err = errors.New("nothing happens")
		}
		return next, err
	}
	steps := map[string]func() (rights.Claim, error){
		rights.ActDone: func() (rights.Claim, error) { return rights.Finish(c, by.Officer, "Đã sửa tên.", noon) },
		rights.ActRefuse: func() (rights.Claim, error) {
			return rights.Refuse(c, by.Officer, seeded, "KHONG_CO", "Hệ thống không giữ.", noon)
		},
		rights.ActExtend: func() (rights.Claim, error) { return rights.Extend(c, by.Officer, seeded, 5, "Cần xác minh.", noon) },
		rights.ActFulfil: func() (rights.Claim, error) {
			return system(func() (rights.Claim, error) { return rights.Fulfil(c, "proof", noon) })
		},
		rights.ActMoot: func() (rights.Claim, error) {
			return system(func() (rights.Claim, error) { return rights.Forget(c, noon) })
		},
		rights.ActReclock: func() (rights.Claim, error) {
			c.Due = c.Due.Add(-time.Hour)
			return system(func() (rights.Claim, error) { return rights.Reclock(c, seeded, noon) })
		},
	}
	next, err := steps[action]()
	return cell{next: string(next.State), effects: next.Effects, err: err}
}

func TestEveryStepOfAClaimInEveryStateByEveryRole(t *testing.T) {
	var states []string
	for _, s := range rights.States() {
		states = append(states, string(s))
	}
	golden(t, "claim", walk(states, actionsOf(rights.Life()), tryClaim))
}
