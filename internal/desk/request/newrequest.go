package request

import (
	"slices"
	"strings"
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
)

// NewRequestInput is what a request is made of. Code and Source come from the
// caller, who keeps them unique.
type NewRequestInput struct {
	Code      string
	Source    string // id of the event that files it
	Requester people.Requester
	Channel   string // "zalo" or "miniapp"
	Question  string // what the person typed
	Notes     []string
	Unit      string
	Context   []Line
	Clock     calendar.Clock
	Kind      policy.RequestKind
	Wanted    time.Time // by the newsroom's own deadline
	Form      effect.Form
	At        time.Time
	Joined    string // code of the request whose answer is this one's too; "" for none
	Files     []File // what the person sent with the question
	English   bool   // it was put together in English
}

// NewRequest makes a request of one part, just received.
func NewRequest(in NewRequestInput) Request {
	r := summarise(Request{
		Code: in.Code, Source: in.Source, Requester: in.Requester.ID, RequesterKind: in.Requester.KindAt(in.At),
		Foreign: in.Requester.Foreign, Kind: in.Kind.Code, KindName: in.Kind.Name, Wanted: in.Wanted, Form: in.Form,
		Newsroom: in.Requester.Newsroom, Channel: in.Channel, Question: in.Question, Notes: slices.Clone(in.Notes),
		Context: slices.Clone(in.Context), CreatedAt: in.At, UpdatedAt: in.At, Joined: in.Joined, Files: in.Files, English: in.English,
		Parts: []Part{{Unit: in.Unit, State: Received, Clock: in.Clock,
			Steps: []Step{{At: in.At, Action: ActReceive}}}},
	})
	r.Effects = []effect.Effect{{Key: "request:" + in.Code + "/file/audit", Kind: effect.DoAudit, At: in.At,
		Audit: &effect.AuditLine{Action: "request.file", Subject: in.Code, Detail: strings.TrimSpace(in.Unit + " " + in.Joined)}}, mailOf(in.Code, 0, 1, in.At)}
	if in.Joined != "" {
		r.Effects[1] = joinedTo(in.Joined, in.Code, in.At) // who handles the lead was told of that
	}
	return r
}

// summarise computes the fields of a request that follow from its parts: the
// unit of the first part that is still owed, the state of the least advanced one, and the
// earliest deadline of those that runs. When nothing is owed any more, what is not at its
// end yet counts, then all.
func summarise(r Request) Request {
	parts := r.Parts
	for _, counts := range []func(Part) bool{func(p Part) bool { return p.State.Open() }, func(p Part) bool { return !p.State.Final() }} {
		if some := slices.DeleteFunc(slices.Clone(r.Parts), func(p Part) bool { return !counts(p) }); len(some) > 0 {
			parts = some
			break
		}
	}
	r.Unit, r.State, r.Due = parts[0].Unit, parts[0].State, earliest(parts)
	for _, p := range parts[1:] {
		if p.State.advance() < r.State.advance() {
			r.State = p.State
		}
	}
	return r
}

// earliest is the first deadline that runs; when all stand still, the first of those.
func earliest(parts []Part) time.Time {
	running := slices.DeleteFunc(slices.Clone(parts), func(p Part) bool { return p.Clock.Paused() })
	if len(running) == 0 {
		running = parts
	}
	return slices.MinFunc(running, func(a, b Part) int { return a.Clock.Due.Compare(b.Clock.Due) }).Clock.Due
}

// Actions lists what o can do to the part now, in the order the panel shows
// it. An approval that would fail because o wrote the draft is not offered.
func Actions(o people.Officer, r Request, part int) []string {
	if part < 0 || part >= len(r.Parts) {
		return nil
	}
	p := r.Parts[part]
	return slices.DeleteFunc(Life().Open(p.State, May(o, r.Code, p.Unit)), func(action string) bool { return joinedBars(r, action) || !sensible(action, o, p) })
}

// sensible leaves out what the table allows but this part makes pointless.
func sensible(action string, o people.Officer, p Part) bool {
	switch action {
	case ActApprove, ActRefuse:
		return p.Draft != nil && p.Draft.Refuses() == (action == ActRefuse) && !slices.Contains(p.Draft.WrittenBy(), o.ID) && !slices.Contains(p.Barred, o.ID) && p.Awaits() == ""
	case ActHear:
		return len(p.Consulted) > 0
	case ActDraft, ActReturn:
		return !slices.Contains(p.Barred, o.ID)
	case ActJoin, ActLeave, ActTopic, ActTakeBack:
		return false // offered where requests are listed
	case ActPublish:
		return p.Statement == ""
	case ActAssign:
		return p.State == Received
	case ActExtend:
		return p.Clock.Extendable > 0 && p.Clock.Extension == nil
	}
	return true
}
