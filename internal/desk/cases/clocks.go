package cases

import (
	"slices"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
)

// The rules that a case's clocks run under. Grave content is warned of at once: a term
// that no table holds, so that none can lengthen it.
const (
	ruleVerify     = "TG-XM"
	ruleLabel      = "TG-NHAN24"
	ruleWarn       = "TG-CB12"
	ruleWarnAtOnce = "TG-CB-NGAY"
	ruleTakeDown   = "TG-GO24"
	ruleUrgent     = "TG-GO6"
)

// startIfKnown begins a clock that the office may do without.
func startIfKnown(rules policy.Set, code string, at time.Time) calendar.Clock {
	r, ok := rules.Rule(code)
	if !ok {
		return calendar.Clock{}
	}
	return rules.Start(r, at)
}

// start begins a clock of the law; a table without its rule is mended first.
func start(rules policy.Set, code string, at time.Time) (calendar.Clock, error) {
	if _, ok := rules.Rule(code); !ok {
		return calendar.Clock{}, &desk.RuleError{Text: "Bảng thời hạn đang thiếu mã " + code + ". Vui lòng nhờ quản trị viên bổ sung rồi thực hiện lại."}
	}
	return startIfKnown(rules, code, at), nil
}

// startWarning begins the clock of the warning: 12 working hours, of Grave content none
// at all (NĐ 328/2026, Art. 11).
func startWarning(rules policy.Set, severity Severity, at time.Time) (calendar.Clock, error) {
	k, err := start(rules, ruleWarn, at)
	if err != nil || severity != Grave {
		return k, err
	}
	return rules.Start(calendar.Rule{Code: ruleWarnAtOnce, Basis: k.Basis, Measure: calendar.Hours}, at), nil
}

// Named is a clock of a case as people know it; Running: somebody owes something under it.
type Named struct {
	Name    string
	Clock   calendar.Clock
	Running bool
}

// Clocks are the clocks that a case has had, with the one that runs.
func (c Case) Clocks() []Named {
	running := c.running()
	var all []Named
	add := func(name string, k calendar.Clock) {
		runs := slices.ContainsFunc(running, func(r *calendar.Clock) bool { return r.Rule == k.Rule && r.Start.Equal(k.Start) })
		if !k.Due.IsZero() {
			all = append(all, Named{name, k, runs})
		}
	}
	add("Kiểm chứng", c.Verify)
	add("Gắn nhãn", c.Label)
	add("Công bố, cảnh báo", c.Warn)
	for _, f := range c.Forwards {
		add("Gỡ bỏ: "+f.To, f.Clock)
	}
	return all
}

// running are the clocks that somebody owes something under now.
func (c *Case) running() []*calendar.Clock {
	var all []*calendar.Clock
	switch c.State {
	case Received, Classified, Verifying, Drafted:
		all = []*calendar.Clock{&c.Verify}
	case Concluded:
		all = []*calendar.Clock{&c.Label, &c.Warn}
	case Labelled:
		all = []*calendar.Clock{&c.Warn}
	case Forwarded:
		for i := range c.Forwards {
			all = append(all, &c.Forwards[i].Clock)
		}
	}
	return slices.DeleteFunc(all, func(k *calendar.Clock) bool { return k.Due.IsZero() })
}

// due is when the first of the running clocks ends.
func (c Case) due() time.Time {
	var first time.Time
	for _, k := range c.running() {
		if first.IsZero() || k.Due.Before(first) {
			first = k.Due
		}
	}
	return first
}

// Reclock computes the running clocks anew, when the rules or the calendar have changed.
// Where every clock falls due at the same instant nothing changes.
func Reclock(c Case, again func(calendar.Clock) calendar.Clock, at time.Time) (Case, error) {
	if !slices.ContainsFunc(c.running(), func(k *calendar.Clock) bool { return !again(*k).Due.Equal(k.Due) }) {
		return c, nil
	}
	return c.step(deed{action: ActReclock, by: people.Officer{}, at: at}, func(c *Case) error {
		for _, k := range c.running() {
			*k = again(*k)
		}
		return nil
	})
}
