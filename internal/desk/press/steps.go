package press

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
)

// Bounds of what is shown and said.
const (
	MostPictures = 3 // sent at once
	mostKept     = 9 // of one registration
	longestName  = 120
	longestNote  = 1000
	mostKnown    = 20
)

// Shown is what a reporter shows of themselves.
type Shown struct {
	Newsroom string
	Foreign  bool
	Proof    Proof
	Pictures []Picture
}

// New is a registration just sent, with consent to the words shown before it.
func New(id, source, requester string, in Shown, at time.Time) (Registration, error) {
	r := Registration{ID: id, Source: source, Requester: requester, State: Waiting, Consent: at, CreatedAt: at}
	if err := r.show(in); err != nil {
		return Registration{}, err
	}
	return r.noted(deed{action: ActRegister, at: at}, "press.register"), nil
}

// Supply shows more, or corrects what was shown, before the desk has decided.
func Supply(r Registration, by string, in Shown, at time.Time) (Registration, error) {
	return r.step(deed{action: ActSupply, by: Actor{Requester: by}, at: at}, func(r *Registration) error {
		r.Consent = at
		return r.show(in)
	})
}

func (r *Registration) show(in Shown) error {
	in.Newsroom = clean(in.Newsroom)
	switch n := utf8.RuneCountInString(in.Newsroom); {
	case n < 2 || n > longestName:
		return invalid("newsroom", "Xin ghi tên cơ quan báo chí, từ 2 đến 120 ký tự.")
	case in.Proof != ProofCard && in.Proof != ProofLetter:
		return invalid("proof", "Xin chọn thẻ nhà báo hoặc giấy giới thiệu.")
	case len(in.Pictures) == 0 || len(in.Pictures) > MostPictures:
		return invalid("pictures", fmt.Sprintf("Xin gửi từ 1 đến %d ảnh thẻ nhà báo hoặc giấy giới thiệu.", MostPictures))
	case len(r.Pictures)+len(in.Pictures) > mostKept:
		return invalid("pictures", "Đăng ký này đã có nhiều ảnh. Xin rút lại rồi đăng ký mới.")
	}
	r.Newsroom, r.Foreign, r.Proof = in.Newsroom, in.Foreign, in.Proof
	r.Pictures = append(slices.Clip(r.Pictures), in.Pictures...)
	return nil
}

// Verify says that the desk has seen who it is, and until when that holds: a day, to its end.
func Verify(r Registration, by people.Officer, holder string, until time.Time, terms policy.PressTerms, at time.Time) (Registration, error) {
	end := endOfDay(until)
	return r.step(deed{action: ActVerify, by: Actor{Officer: by}, at: at}, func(r *Registration) error {
		holder = clean(holder)
		switch n := utf8.RuneCountInString(holder); {
		case n < 2 || n > longestName:
			return invalid("holder", "Vui lòng ghi họ tên trên thẻ hoặc giấy giới thiệu.")
		case until.IsZero() || !end.After(at):
			return invalid("until", "Vui lòng chọn ngày hết hạn, từ hôm nay trở đi.")
		case end.After(at.AddDate(0, 0, terms.LongestDays)):
			return invalid("until", fmt.Sprintf("Xác minh không dài quá %d ngày. Vui lòng chọn ngày sớm hơn.", terms.LongestDays))
		}
		r.Holder, r.Until, r.Reminded = holder, end, false
		return nil
	})
}

// endOfDay is the first moment after a day of the office's zone.
func endOfDay(t time.Time) time.Time {
	y, m, d := t.In(calendar.Zone).Date()
	return time.Date(y, m, d+1, 0, 0, 0, 0, calendar.Zone)
}

// Ask has the person show something else; what is needed is told.
func Ask(r Registration, by people.Officer, what string, at time.Time) (Registration, error) {
	return r.decide(ActAsk, by, what, "Vui lòng ghi cần bổ sung gì; lời này được gửi tới phóng viên.", at)
}

// Refuse says no, with the reason that is told.
func Refuse(r Registration, by people.Officer, why string, at time.Time) (Registration, error) {
	return r.decide(ActRefuse, by, why, "Vui lòng ghi lý do; lời này được gửi tới phóng viên.", at)
}

// Revoke ends a verification before its time, with the reason that is told.
func Revoke(r Registration, by people.Officer, why string, at time.Time) (Registration, error) {
	return r.decide(ActRevoke, by, why, "Vui lòng ghi lý do thu hồi; lời này được gửi tới phóng viên.", at)
}

func (r Registration) decide(action string, by people.Officer, note, hint string, at time.Time) (Registration, error) {
	return r.step(deed{action: action, by: Actor{Officer: by}, at: at, note: note}, func(*Registration) error {
		if n := utf8.RuneCountInString(clean(note)); n < 5 || n > longestNote {
			return invalid("why", hint+" Từ 5 đến 1.000 ký tự.")
		}
		return nil
	})
}

// Withdraw takes the registration back; nobody is known as a reporter by it any more.
func Withdraw(r Registration, by string, at time.Time) (Registration, error) {
	return r.step(deed{action: ActWithdraw, by: Actor{Requester: by}, at: at}, nothing)
}

// Look says whether o may look at the pictures of r; the caller logs it.
func Look(r Registration, o people.Officer) error {
	_, err := Life().Next(r.State, ActLook, may(Actor{Officer: o}, r))
	return err
}

// nothing is the change of a step that only leads to another state.
func nothing(*Registration) error { return nil }

// deed is a step that somebody takes; the note is told to the person.
type deed struct {
	action string
	by     Actor
	at     time.Time
	note   string
}

// step is the only way a registration changes: it asks the table, applies change to a
// copy, writes the history line, and adds what must follow.
func (r Registration) step(d deed, change func(*Registration) error) (Registration, error) {
	state, err := Life().Next(r.State, d.action, may(d.by, r))
	if err != nil {
		return Registration{}, err
	}
	r.State = state
	if err := change(&r); err != nil {
		return Registration{}, err
	}
	if decides(d.action) {
		r.Decided = d.at
	}
	row, _ := Life().Find(d.action)
	return r.noted(d, row.Audit), nil
}

// decides reports the steps from which on the pictures are kept no longer than the policy says.
func decides(action string) bool {
	return slices.Contains([]string{ActVerify, ActRefuse, ActRevoke, ActWithdraw, ActExpire, ActReplace}, action)
}

// noted is r with a line of history, its line in the audit chain, and what follows: who the
// person is known as, and what they hear.
func (r Registration) noted(d deed, audit string) Registration {
	r.Steps = append(slices.Clip(r.Steps), Step{At: d.at, Officer: d.by.Officer.ID, Action: d.action, Note: clean(d.note)})
	r.UpdatedAt = d.at
	n := len(r.Steps)
	follow := func(kind effect.Kind, e effect.Effect) {
		e.Key, e.Kind, e.At = fmt.Sprintf("press:%s/%d/%s", r.ID, n, kind), kind, d.at
		r.Effects = append(slices.Clip(r.Effects), e)
	}
	follow(effect.DoAudit, effect.Effect{Audit: &effect.AuditLine{Officer: d.by.Officer.ID, Action: audit, Subject: r.ID}})
	switch d.action {
	case ActClean:
		follow(effect.DoDiscard, effect.Effect{Press: &effect.Press{Registration: r.ID, Step: n}})
	case ActDigest:
		follow(effect.DoDigest, effect.Effect{Press: &effect.Press{Registration: r.ID, Step: n}})
	case ActFollow, ActErase:
	default:
		follow(effect.DoPress, effect.Effect{Press: &effect.Press{Registration: r.ID, Step: n}})
	}
	return r
}

// Know is r with the key of what changed it.
func (r Registration) Know(key string) Registration {
	r.Known = append(slices.Clip(r.Known[max(0, len(r.Known)-mostKnown+1):]), key)
	return r
}

// Knows reports that what has this key has changed r already.
func (r Registration) Knows(key string) bool { return r.Source == key || slices.Contains(r.Known, key) }

func invalid(field, text string) error { return &desk.InvalidError{Field: field, Text: text} }

// clean trims a text and makes one space of each gap in a line.
func clean(text string) string { return strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n")) }
