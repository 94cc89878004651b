// Package remind says who among the officers is told of what, and when. Pure. A notice
// names the request by its code and what is to be done; never what the person wrote, nor
// who they are.
package remind

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/routing"
)

// Notice is what one officer is told. Key is unique for what it tells them; Text is the letter,
// Short the same for a chat.
type Notice struct {
	Key, Subject, Text, Short string
	To                        people.Officer
}

// Office is who works where, and when.
type Office struct {
	Officers  []people.Officer
	Calendar  *calendar.Calendar
	Terms     policy.Reminders
	PublicURL string
	Now       time.Time
}

// Staff are those who work on what a unit owes: officers and spokespersons.
func (o Office) Staff(unit string) []people.Officer {
	return o.pick(func(p people.Officer) bool { return p.Role != people.RoleAdmin && people.SpeaksFor(p, unit) })
}

// Leaders are a unit's spokespersons.
func (o Office) Leaders(unit string) []people.Officer {
	return o.pick(func(p people.Officer) bool { return p.Role == people.RoleSpokesperson && people.SpeaksFor(p, unit) })
}

// Answering are those who may still answer a part: not who answered it the first time. Where
// a unit has nobody else, the press desk, which finds another.
func (o Office) Answering(p request.Part) []people.Officer {
	if all := without(o.Staff(p.Unit), p.Barred); len(all) > 0 || len(p.Barred) == 0 {
		return all
	}
	return o.PressDesk()
}

// PressDesk is the staff of the coordinating office.
func (o Office) PressDesk() []people.Officer { return o.Staff(routing.ProvinceOffice) }

// pick lists officers, each once; who is away is stood in for.
func (o Office) pick(wanted func(people.Officer) bool) []people.Officer {
	var all []people.Officer
	for _, p := range o.Officers {
		if p.Disabled || !wanted(p) {
			continue
		}
		p = o.present(p)
		if !slices.ContainsFunc(all, func(other people.Officer) bool { return other.ID == p.ID }) {
			all = append(all, p)
		}
	}
	return all
}

// present is the officer, or who stands in for them while they are away. A stand-in who is
// away or gone too stands in for nobody.
func (o Office) present(p people.Officer) people.Officer {
	if !p.AwayUntil.After(o.Now) || p.Substitute == "" {
		return p
	}
	i := slices.IndexFunc(o.Officers, func(other people.Officer) bool {
		return other.ID == p.Substitute && !other.Disabled && !other.AwayUntil.After(o.Now)
	})
	if i < 0 {
		return p
	}
	return o.Officers[i]
}

// OfStep are the notices that a step of a part's history leads to; none for most steps.
func (o Office) OfStep(r request.Request, part, step int) []Notice {
	p := r.Parts[part]
	s := p.Steps[step]
	var to []people.Officer
	what := ""
	switch s.Action {
	case request.ActReceive, request.ActTransfer, request.ActLeave:
		to, what = o.Answering(p), "yêu cầu mới"
	case request.ActDraft:
		to, what = without(o.Leaders(p.Unit), writers(p)), "bản thảo chờ duyệt"
	case request.ActReturn:
		to, what = o.pick(func(x people.Officer) bool { return slices.Contains(writers(p), x.ID) }), "bản thảo bị trả lại để sửa"
	case request.ActSupply:
		to, what = o.Answering(p), "người hỏi đã trả lời, hạn lại chạy"
	case request.ActAdd:
		to, what = o.Answering(p), "người hỏi bổ sung nội dung"
	case request.ActWithdraw:
		to, what = o.Staff(p.Unit), "người hỏi đã rút yêu cầu"
	case request.ActReclock:
		to, what = o.Staff(p.Unit), "hạn xử lý được tính lại theo lịch làm việc mới"
	}
	return o.notices(fmt.Sprintf("%s/%d/%d", r.Code, part, step+1), r, part, what, to)
}

func writers(p request.Part) []string {
	if p.Draft == nil {
		return nil
	}
	return p.Draft.WrittenBy()
}

func without(all []people.Officer, ids []string) []people.Officer {
	return slices.DeleteFunc(all, func(o people.Officer) bool { return slices.Contains(ids, o.ID) })
}

// Escalations are the notices due by now about a request that nobody took or answered in
// time. Each has the same key until what it tells has changed.
func (o Office) Escalations(r request.Request) []Notice {
	var all []Notice
	for part, p := range r.Parts {
		if !p.State.Open() {
			continue
		}
		if p.State == request.Received && r.Joined == "" {
			since, step := received(p)
			key := fmt.Sprintf("%s/%d/untaken/%d", r.Code, part, step)
			waited := o.Calendar.OpenBetween(since, o.Now)
			all = append(all, o.above(waited, o.Terms.Taken(), o.Terms.Led(), key, r, part, "chưa ai nhận xử lý")...)
		}
		if p.Clock.Late(o.Now) {
			key := fmt.Sprintf("%s/%d/late/%d", r.Code, part, p.Clock.Due.Unix())
			all = append(all, o.above(o.Calendar.OpenBetween(p.Clock.Due, o.Now), 0, o.Terms.Late(), key, r, part, "đã quá hạn")...)
		}
	}
	return all
}

// above tells the leaders after one time, and the press desk after another.
func (o Office) above(waited, leaders, desk time.Duration, key string, r request.Request, part int, what string) []Notice {
	var all []Notice
	if waited >= leaders {
		all = o.notices(key+"/leaders", r, part, what, o.Leaders(r.Parts[part].Unit))
	}
	if waited >= desk {
		all = append(all, o.notices(key+"/desk", r, part, what, o.PressDesk())...)
	}
	return all
}

// received is when the part came to its unit, and by which step.
func received(p request.Part) (time.Time, int) {
	for i, s := range slices.Backward(p.Steps) {
		if slices.Contains([]string{request.ActReceive, request.ActTransfer}, s.Action) {
			return s.At, i + 1
		}
	}
	return p.Clock.Start, 0
}

func (o Office) notices(key string, r request.Request, part int, what string, to []people.Officer) []Notice {
	var all []Notice
	for _, officer := range to {
		all = append(all, Notice{Key: "mail:" + key + "/" + officer.ID, To: officer, Subject: r.Code + ": " + what,
			Text: o.letter(r, part, what), Short: o.short(r, part, what)})
	}
	return all
}

func (o Office) letter(r request.Request, part int, what string) string {
	lines := []string{"Yêu cầu " + name(r, part) + ": " + what + ".", "Hạn xử lý: " + o.due(r.Parts[part].Clock) + ".", "Mở yêu cầu: " + o.link(r.Code), "", footer}
	return strings.Join(lines, "\n")
}

// short is letter for a chat.
func (o Office) short(r request.Request, part int, what string) string {
	return fmt.Sprintf("Báo việc: %s: %s. Hạn: %s.\n%s", name(r, part), what, o.due(r.Parts[part].Clock), o.link(r.Code))
}

// name is a part of a request by its code, its kind and its number; never what it asks.
func name(r request.Request, part int) string {
	name := r.Code
	if r.KindName != "" {
		name += " (" + r.KindName + ")"
	}
	if len(r.Parts) > 1 {
		name += fmt.Sprintf(", phần %d/%d", request.Number(part), len(r.Parts))
	}
	return name
}

func (o Office) due(k calendar.Clock) string {
	if k.Paused() {
		return "đang tạm dừng"
	}
	return k.Due.In(calendar.Zone).Format("15:04, 02/01/2006")
}

func (o Office) link(code string) string { return o.PublicURL + "/admin/requests/" + code }

const footer = "Thư này không kèm nội dung câu hỏi và thông tin người hỏi; xin xem trên trang quản lý."

// OfRemark are the notices to whom a remark names, or who stands in for them.
func (o Office) OfRemark(r request.Request, m request.Remark) []Notice {
	to := o.pick(func(p people.Officer) bool { return slices.Contains(m.To, p.ID) })
	return o.notices("remark/"+m.ID, r, 0, "đồng nghiệp nhắc Anh/Chị trong ghi chú nội bộ", to)
}
