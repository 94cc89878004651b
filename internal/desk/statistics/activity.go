package statistics

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/life"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/routing"
)

// ActivityKind is what the press was given outside of requests.
type ActivityKind string

// The kinds that the yearly figures of Điều 10 Nghị định 244/2026/NĐ-CP count.
const (
	Conference ActivityKind = "conference" // họp báo
	Briefing   ActivityKind = "briefing"   // information given on one's own at a press briefing
	Incident   ActivityKind = "incident"   // a sudden matter of great effect: to be spoken of within a term
	Opinion    ActivityKind = "opinion"    // a matter of divided opinion: likewise
	Correction ActivityKind = "correction" // false information in the press: an answer or a demand to correct it
)

// ActivityKinds lists them all.
func ActivityKinds() []ActivityKind {
	return []ActivityKind{Conference, Briefing, Incident, Opinion, Correction}
}

// Label is the kind's Vietnamese name.
func (k ActivityKind) Label() string {
	switch k {
	case Conference:
		return "Họp báo"
	case Briefing:
		return "Chủ động cung cấp thông tin tại giao ban báo chí"
	case Incident:
		return "Vụ việc đột xuất có tác động lớn"
	case Opinion:
		return "Vấn đề có ý kiến khác nhau trong dư luận"
	case Correction:
		return "Báo chí đăng thông tin sai sự thật"
	}
	return string(k)
}

// rule is the deadline rule of a kind; "" of those without a term.
func (k ActivityKind) rule() string {
	return map[ActivityKind]string{Incident: "BC-24H-A", Opinion: "BC-24H-B"}[k]
}

// ActivityState is where an activity stands.
type ActivityState string

// A matter waits until somebody has spoken of it; what was entered by mistake is struck out
// and stays readable.
const (
	Waiting ActivityState = "waiting"
	Done    ActivityState = "done"
	Struck  ActivityState = "struck"
)

// Label is the state's Vietnamese name.
func (s ActivityState) Label() string {
	switch s {
	case Waiting:
		return "Chưa phát ngôn, chưa phản hồi"
	case Done:
		return "Đã thực hiện"
	case Struck:
		return "Đã gạch bỏ"
	}
	return string(s)
}

// What can be done to an activity.
const (
	ActFinish = "finish"
	ActStrike = "strike"
)

// Who says who may take a step: only the press desk, which is the coordinating office and
// the administrators.
type Who string

// PressDesk keeps the register.
const PressDesk Who = "press_desk"

// Life is the table of an activity's life.
func Life() life.Table[ActivityState, Who] {
	return life.Table[ActivityState, Who]{Label: ActivityState.Label, Rows: []life.Row[ActivityState, Who]{
		{Action: ActFinish, Who: PressDesk, From: []ActivityState{Waiting}, To: Done, Audit: "activity.finish"},
		{Action: ActStrike, Who: PressDesk, From: []ActivityState{Waiting, Done}, To: Struck, Audit: "activity.strike"},
	}}
}

// May says whether o is one of those.
func May(o people.Officer) func(Who) error {
	return func(Who) error {
		if o.Disabled || o.Unit != routing.ProvinceOffice && o.Role != people.RoleAdmin {
			return desk.ErrForbidden
		}
		return nil
	}
}

// Activity is one line of the register. Start is when it was held, or when the matter began.
type Activity struct {
	ID      string          `bson:"_id"`
	Version int64           `bson:"version"`
	Kind    ActivityKind    `bson:"kind"`
	State   ActivityState   `bson:"state"`
	Title   string          `bson:"title"`
	Unit    string          `bson:"unit"`
	Start   time.Time       `bson:"start"`
	Clock   *calendar.Clock `bson:"clock,omitempty"` // of a matter with a term
	DoneAt  time.Time       `bson:"done_at,omitempty"`
	Proof   string          `bson:"proof,omitempty"` // number or link of what was said
	Why     string          `bson:"why,omitempty"`   // of the strike
	By      string          `bson:"by"`

	Effects []effect.Effect `bson:"-"`
}

// titleMost bounds a title, in runes.
const titleMost = 300

// Record enters an activity. What has no need to be spoken of is done at once.
func Record(a Activity, rules policy.Set, by people.Officer, now time.Time) (Activity, error) {
	if err := May(by)(PressDesk); err != nil {
		return a, err
	}
	a.Title = strings.TrimSpace(a.Title)
	switch n := utf8.RuneCountInString(a.Title); {
	case !slices.Contains(ActivityKinds(), a.Kind):
		return a, &desk.InvalidError{Field: "kind", Text: "Vui lòng chọn loại hoạt động."}
	case n < 5 || n > titleMost:
		return a, &desk.InvalidError{Field: "title", Text: "Vui lòng viết nội dung từ 5 đến 300 ký tự."}
	case a.Start.IsZero() || a.Start.After(now):
		return a, &desk.InvalidError{Field: "start", Text: "Vui lòng chọn thời điểm đã diễn ra, không sau lúc này."}
	}
	a.State, a.By = Done, by.ID
	if a.Kind == Incident || a.Kind == Opinion || a.Kind == Correction {
		a.State = Waiting
	}
	if rule, ok := rules.Rule(a.Kind.rule()); ok {
		clock := rules.Start(rule, a.Start)
		a.Clock = &clock
	}
	return a.follow("record", "activity.record", by, now), nil
}

// Finish notes when the matter was spoken of, or answered, and by what.
func Finish(a Activity, at time.Time, proof string, by people.Officer, now time.Time) (Activity, error) {
	proof = strings.TrimSpace(proof)
	switch {
	case at.Before(a.Start) || at.After(now):
		return a, &desk.InvalidError{Field: "done", Text: "Thời điểm phát ngôn phải sau lúc vụ việc bắt đầu và không sau lúc này."}
	case proof == "" || utf8.RuneCountInString(proof) > titleMost:
		return a, &desk.InvalidError{Field: "proof", Text: "Vui lòng ghi số văn bản hoặc đường dẫn của phát ngôn (tối đa 300 ký tự)."}
	}
	return a.take(ActFinish, by, now, func(a *Activity) { a.DoneAt, a.Proof = at, proof })
}

// Strike takes out what was entered by mistake; it stays readable and counts no more.
func Strike(a Activity, why string, by people.Officer, now time.Time) (Activity, error) {
	why = strings.TrimSpace(why)
	if why == "" || utf8.RuneCountInString(why) > titleMost {
		return a, &desk.InvalidError{Field: "why", Text: "Vui lòng ghi lý do gạch bỏ (tối đa 300 ký tự)."}
	}
	return a.take(ActStrike, by, now, func(a *Activity) { a.Why = why })
}

func (a Activity) take(action string, by people.Officer, now time.Time, change func(*Activity)) (Activity, error) {
	next, err := Life().Next(a.State, action, May(by))
	if err != nil {
		return a, err
	}
	row, _ := Life().Find(action)
	a.State = next
	change(&a)
	return a.follow(action, row.Audit, by, now), nil
}

func (a Activity) follow(step, audit string, by people.Officer, now time.Time) Activity {
	a.Effects = append(slices.Clip(a.Effects), effect.Effect{
		Key: fmt.Sprintf("activity:%s/%s/audit", a.ID, step), Kind: effect.DoAudit, At: now,
		Audit: &effect.AuditLine{Officer: by.ID, Action: audit, Subject: a.ID, Detail: string(a.Kind)},
	})
	return a
}

// OnTime says whether a matter with a term was spoken of within it.
func (a Activity) OnTime() bool {
	return a.Clock != nil && a.State == Done && !a.DoneAt.After(a.Clock.Due)
}
