package bot

import (
	"slices"
	"strings"

	"phatngon/bot/check"
	"phatngon/bot/hear"
	"phatngon/bot/report"
	"phatngon/bot/status"
	"phatngon/bot/words"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/effect"
)

// unitMedia is who looks after the press (domain rule 6).
const unitMedia = "TH-VHTTDL"

// reporting reports that the matter at hand is a report of false content.
func (t *turn) reporting() bool { return t.Conv.Pending != nil && t.Conv.Pending.Report != nil }

// reportHeard begins a report with what was just said. Where there is an official word
// on it, that comes first. Of a bare wish to report, what was seen is asked.
func (t *turn) reportHeard() {
	if len(t.Event.URLs) == 0 && hear.OnlyWish(t.Heard) {
		t.do(hear.DoReport, "")
		return
	}
	t.Conv.Pending = &chat.Pending{Question: t.HeardLine()}
	if t.knownFirst(); t.World.Known == nil {
		if a := t.look(t.Heard.Raw); official(a) {
			t.sayAll(t.cards(a, words.TextSpoken))
			t.quoted(a)
		}
	}
	t.report()
}

// report makes a report of the question at hand and of what came with it.
func (t *turn) report() {
	p := t.Conv.Pending
	if p.Report == nil {
		p.Report = &effect.Report{}
	}
	report.Add(p.Report, p.Question, nil)
	p.Question = ""
	t.Ask(report.Next(*p.Report, ""))
}

// reportMore adds what the person sends to what is being reported.
func (t *turn) reportMore() {
	if !t.reporting() {
		t.reportHeard()
		return
	}
	report.Add(t.Conv.Pending.Report, t.HeardLine(), nil)
	t.knownFirst()
	t.Ask(report.Next(*t.Conv.Pending.Report, ""))
}

// picture adds a picture to the report under way; else it says what is known of it, and
// asks what it is sent for. It is kept only when the report is sent.
func (t *turn) picture() {
	r := &effect.Report{}
	if t.reporting() {
		r = t.Conv.Pending.Report
	}
	underway := t.reporting()
	report.Add(r, strings.TrimSpace(t.Event.Text), t.Event.URLs)
	if underway {
		t.Ask(report.Next(*r, ""))
		return
	}
	t.Conv.Pending = &chat.Pending{Report: r}
	if t.concluded() {
		return
	}
	t.knownFirst()
	looked := words.Lines(words.When(t.World.Looked && t.World.Known == nil, check.NoPicture), words.When(!t.World.Looked && t.Waited == chat.WaitCheck, check.Unlooked))
	t.Say(words.Lines(looked, words.TextPicture), append([]choice{t.reportIt(), {Title: words.TitleAsk, Verb: hear.DoAsk}}, append(t.followIt(), choice{Title: words.TitleRequestPicture, Verb: hear.DoRequest})...)...)
}

// categorise takes what a report is about.
func (t *turn) categorise(category string) {
	if !t.reporting() || report.Category(category) == "" {
		t.stale()
		return
	}
	t.Conv.Pending.Report.Category = category
	t.Ask(report.Next(*t.Conv.Pending.Report, ""))
}

// sendReport sends the report at hand; its receipt is said when it is taken. The
// conversation keeps nothing of it: its lines go along with what is asked or handed over
// later, to officers who are not to learn who reported.
func (t *turn) sendReport(unnamed bool) {
	p := t.Conv.Pending
	if !t.reporting() || !report.Complete(*p.Report) || unnamed && p.Report.To != "" {
		t.stale()
		return
	}
	r := *p.Report
	r.Anonymous, r.Consent = unnamed, !unnamed
	t.Conv.Pending = nil
	t.Conv.Lines, t.Conv.Unkept, t.Heard = nil, unnamed, hear.Heard{}
	choices := t.afterFiling()
	if !unnamed { // an unnamed report leads to nobody, who could add to it
		choices = append(choices, report.AddChoice(""))
	}
	_, r.Buttons = t.List(choices)
	t.Follow(effect.Effect{Kind: effect.DoReport, Report: &r})
}

// addToReport begins what a person has to add to a report of their own in a case, the newest
// when code is "".
func (t *turn) addToReport(code, text string) {
	own := t.World.Reported
	i := slices.IndexFunc(own, func(c cases.Case) bool { return code == "" || c.Code == code })
	if i < 0 {
		t.stale()
		return
	}
	r := &effect.Report{To: own[i].Code}
	t.Conv.Pending = &chat.Pending{Report: r}
	if report.Add(r, text, nil); r.Text != "" {
		t.Ask(report.Next(*r, ""))
		return
	}
	t.Ask(report.AddTo(r.To))
}

// addSpoken takes words that are to be added to a report of the person's own, whose code
// stands in them; false for any others.
func (t *turn) addSpoken() bool {
	code, ok := cases.FindCode(t.Heard.Raw)
	own := slices.ContainsFunc(t.World.Reported, func(c cases.Case) bool { return c.Code == code })
	if !ok || !own || !t.Heard.Has(hear.Adding+"|gui them") {
		return false
	}
	t.addToReport(code, status.AfterCode(t.Heard.Raw, code))
	return true
}

// notFake sends criticism of the press to the procedure of the press law.
func (t *turn) notFake() {
	t.Conv.Pending = &chat.Pending{Question: t.Heard.Raw, Unit: unitMedia}
	t.offer(words.TextNotFake)
}
