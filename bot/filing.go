package bot

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/routing"
)

// offer suggests a unit for the question at hand, one tap from being filed.
// When the place is ambiguous it asks that first.
func (t *turn) offer(lead string, more ...choice) {
	p := t.conv.Pending
	if p.Question == t.heard.raw && !t.understood() {
		t.say(textVague, append(t.suggestions(), choice{title: titleMenu, verb: doMenu})...)
		return
	}
	route := t.route()
	changes := t.told(nil)
	if p.Unit == "" && len(route.Choices) > 0 {
		t.askPlace(lines(lead, changes), route.Choices, doPlace)
		return
	}
	if p.Unit == "" {
		p.Unit = route.Unit
	}
	t.conv.Waiting = WaitConfirm
	t.say(lines(lead, changes, t.unitLine(route), t.theirTime()), t.sendChoices(more...)...)
}

// sendChoices are the ways on from an offer: the first is yes, the last no.
func (t *turn) sendChoices(more ...choice) []choice {
	send := []choice{{title: fmt.Sprintf(titleSend, t.unitName(t.conv.Pending.Unit)), verb: doFile}}
	return append(append(send, more...),
		choice{title: titleChangeUnit, verb: doUnit}, choice{title: titleEdit, verb: doEdit}, choice{title: titleCancel, verb: doCancel})
}

func (t *turn) unitLine(r routing.Route) string {
	p := t.conv.Pending
	if p.Unit == routing.ProvinceOffice && !r.Known {
		return fmt.Sprintf(textUnitUnknown, t.unitName(p.Unit))
	}
	return fmt.Sprintf(textUnit, t.unitName(p.Unit))
}

// theirDeadline finds the time a reporter needs the answer by.
var theirDeadline = regexp.MustCompile(`(?i)(?:deadline|dl|hạn (?:báo|chót|cuối|in|trả|nộp|gửi|của)|han bao|trước|truoc|hạn)[^.,;\n]{0,24}?\d{1,2} ?(?:h|giờ|g|gio|:)[^.,;\n]{0,16}`)

func (t *turn) theirTime() string {
	found := theirDeadline.FindString(t.conv.Pending.Question)
	if found == "" {
		return ""
	}
	return fmt.Sprintf(textTheirTime, echo(found, 60))
}

// file files the question at hand: the code is not known yet and stands as
// CodeMark in the reply.
func (t *turn) file() {
	p := t.conv.Pending
	text := lines(p.Question, lines(p.Notes...))
	claimed := t.world.Requester.Kind == people.Citizen && hear(text).has(reporterWords)
	text = lines(text, when(claimed, noteReporter))
	if r, ok := t.openRequest(text); ok {
		t.conv.Pending = nil
		t.say(lines(textAlreadyFiled, t.statusText(r)), menu()...)
		return
	}
	rule, _ := policy.FindRule(policy.ClockFor(t.world.Requester.Kind))
	clock := t.world.Calendar.Start(rule, t.event.At)
	t.decision.Filing = &Filing{Question: text, Unit: p.Unit, Context: slices.Clone(t.conv.Lines), Clock: clock}
	t.conv.Pending = nil
	t.say(lines(fmt.Sprintf(textFiled, CodeMark, t.unitName(p.Unit), day(clock.Due), term(rule), rule.Basis), skipped(clock), textFiledNext),
		choice{title: titleAnother, verb: doAsk}, choice{title: titleStatus, verb: doStatus})
}

// reporterWords are how reporters introduce themselves.
const reporterWords = "toi la phong vien|em la phong vien|phong vien bao|phong vien dai|phong vien tap chi|bao toi|bao em|toa soan|pvtt|nha bao cua"

// openRequest finds the person's own open request with the same words.
func (t *turn) openRequest(text string) (request.Request, bool) {
	i := slices.IndexFunc(t.world.Requests, func(r request.Request) bool {
		return !r.State.Final() && plainWords(r.Question) == plainWords(text)
	})
	if i < 0 {
		return request.Request{}, false
	}
	return t.world.Requests[i], true
}

// term says a rule's length in plain words.
func term(r calendar.Rule) string {
	measure := map[string]string{calendar.Days: textDays, calendar.WorkingDays: textWorkingDays, calendar.Hours: textHours, calendar.WorkingHours: textWorkingHours}
	return fmt.Sprintf(measure[r.Measure], r.Amount)
}

// skipped lists the days off that a clock of working days did not count.
func skipped(c calendar.Clock) string {
	var days []string
	for _, s := range c.Skipped {
		at, err := time.Parse(time.DateOnly, s.Date)
		if err == nil {
			days = append(days, fmt.Sprintf("%s (%s)", at.Format("02/01"), s.Reason))
		}
	}
	if len(days) == 0 {
		return ""
	}
	return fmt.Sprintf(textSkipped, strings.Join(days, ", "))
}

// ready shows what will be sent, and to whom.
func (t *turn) ready() {
	t.conv.Waiting = WaitConfirm
	t.say(lines(fmt.Sprintf(textReady, echo(t.conv.Pending.Question, 300)), t.theirTime()), t.sendChoices()...)
}

func (t *turn) edit() {
	t.conv.Waiting = WaitRequestText
	t.say(fmt.Sprintf(textRetype, echo(t.conv.Pending.Question, 300)), choice{title: titleCancel, verb: doCancel})
}

func (t *turn) cancel() {
	if t.conv.Pending == nil {
		t.say(textNothingSend+" "+textWithdraw, menu()...)
		return
	}
	t.conv.Pending = nil
	t.say(textCancelled, menu()...)
}
