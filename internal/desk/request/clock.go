package request

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
)

// WaitsForAsker is why a clock stands still while the person is asked.
const WaitsForAsker = "chờ người hỏi bổ sung"

// Clarification is what a unit asked the person about their request, and what they said.
type Clarification struct {
	Question   string    `bson:"question" json:"question"`
	Officer    string    `bson:"officer" json:"-"`
	At         time.Time `bson:"at" json:"at"`
	Answer     string    `bson:"answer,omitempty" json:"answer,omitempty"`
	AnsweredAt time.Time `bson:"answered_at,omitempty" json:"answered_at,omitzero"`
}

// Clarify asks the person something; the clock stands still until they answer or the unit
// goes on without. One that has run out does not stop: an overdue request stays overdue.
func Clarify(r Request, part int, by people.Officer, rules policy.Set, question string, at time.Time) (Request, error) {
	if err := needText("question", question, maxReason, "Vui lòng ghi điều cần người hỏi cho biết thêm."); err != nil {
		return Request{}, err
	}
	if r.Requester == "" {
		return Request{}, &desk.RuleError{Text: "Người hỏi đã xóa dữ liệu nên không hỏi lại được. Vui lòng xử lý theo nội dung đang có."}
	}
	return step(r, part, ActClarify, by, at, clean(question), func(p *Part) error {
		p.Clarifications = append(slices.Clip(p.Clarifications), Clarification{Question: clean(question), Officer: by.ID, At: at})
		if p.Clock.Late(at) {
			return nil
		}
		k, err := rules.Pause(p.Clock, at, WaitsForAsker)
		p.Clock = k
		return err
	})
}

// Resume goes on without the person's answer.
func Resume(r Request, part int, by people.Officer, rules policy.Set, at time.Time) (Request, error) {
	return step(r, part, ActResume, by, at, "", func(p *Part) error { return runOn(p, rules, at) })
}

func runOn(p *Part, rules policy.Set, at time.Time) error {
	if !p.Clock.Paused() {
		return nil
	}
	k, err := rules.Resume(p.Clock, at)
	p.Clock = k
	return err
}

// Extend prolongs the term once, with a reason; the notice of it goes out with the step,
// inside the first term.
func Extend(r Request, part int, by people.Officer, rules policy.Set, amount int, reason string, at time.Time) (Request, error) {
	if err := needText("reason", reason, maxReason, "Vui lòng ghi lý do gia hạn."); err != nil {
		return Request{}, err
	}
	return step(r, part, ActExtend, by, at, strconv.Itoa(amount)+": "+clean(reason), func(p *Part) error {
		k, err := rules.Extend(p.Clock, amount, at, clean(reason))
		p.Clock = k
		return err
	})
}

// Reclock gives a part the clock as the rules now have it; one that falls due at the same
// instant changes nothing.
func Reclock(r Request, part int, k calendar.Clock, at time.Time) (Request, error) {
	if part < 0 || part >= len(r.Parts) {
		return Request{}, &desk.InvalidError{Field: "part", Text: "Yêu cầu không có phần việc này."}
	}
	before := r.Parts[part].Clock.Due
	if before.Equal(k.Due) {
		return r, nil
	}
	note := fmt.Sprintf("hạn mới %s, trước đó %s", dueText(k.Due), dueText(before))
	return step(r, part, ActReclock, people.Officer{}, at, note, func(p *Part) error {
		p.Clock = k
		return nil
	})
}

func dueText(t time.Time) string { return t.In(calendar.Zone).Format("15:04 02/01/2006") }
