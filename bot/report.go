package bot

import (
	"strings"

	"phatngon/bot/hear"
	"phatngon/bot/report"
	"phatngon/bot/words"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/effect"
	"phatngon/knowledge/answer"
)

// unitMedia is who looks after the press (domain rule 6).
const unitMedia = "TH-VHTTDL"

// asks says a page of the report dialogue and waits for what it asks.
func (t *turn) asks(s report.Said) {
	var choices []choice
	for _, c := range s.Choices {
		choices = append(choices, choice{title: c.Title, verb: c.Verb, argument: c.Argument})
	}
	t.say(s.Text, choices...)
	t.conv.Waiting = s.Waiting
}

// reporting reports that the matter at hand is a report of false content.
func (t *turn) reporting() bool { return t.conv.Pending != nil && t.conv.Pending.Report != nil }

// reportHeard begins a report with what was just said. Where there is an official word
// on it, that comes first. Of a bare wish to report, what was seen is asked.
func (t *turn) reportHeard() {
	if len(t.event.URLs) == 0 && hear.OnlyWish(t.heard) {
		t.do(hear.DoReport, "")
		return
	}
	t.conv.Pending = &chat.Pending{Question: t.heardLine()}
	if t.knownFirst(); t.world.Known == nil {
		if a := t.look(t.heard.Raw); official(a) {
			t.sayAll(t.cards(a, words.TextSpoken))
			t.quoted(a)
		}
	}
	t.report()
}

// report makes a report of the question at hand and of what came with it.
func (t *turn) report() {
	p := t.conv.Pending
	if p.Report == nil {
		p.Report = &effect.Report{}
	}
	report.Add(p.Report, p.Question, nil)
	p.Question = ""
	t.asks(report.Next(*p.Report, ""))
}

// reportMore adds what the person sends to what is being reported.
func (t *turn) reportMore() {
	if !t.reporting() {
		t.reportHeard()
		return
	}
	report.Add(t.conv.Pending.Report, t.heardLine(), nil)
	t.knownFirst()
	t.asks(report.Next(*t.conv.Pending.Report, ""))
}

// picture adds a picture to the report under way, else asks what it is sent for. Its
// address leads to Zalo: it is fetched only when the report is sent.
func (t *turn) picture() {
	r := &effect.Report{}
	if t.reporting() {
		r = t.conv.Pending.Report
	}
	underway := t.reporting()
	report.Add(r, strings.TrimSpace(t.event.Text), t.event.URLs)
	if underway {
		t.asks(report.Next(*r, ""))
		return
	}
	t.conv.Pending = &chat.Pending{Report: r}
	t.say(words.TextPicture, choice{title: words.TitleReport, verb: hear.DoReportIt}, choice{title: words.TitleAsk, verb: hear.DoAsk})
}

// categorise takes what a report is about.
func (t *turn) categorise(category string) {
	if !t.reporting() || report.Category(category) == "" {
		t.stale()
		return
	}
	t.conv.Pending.Report.Category = category
	t.asks(report.Next(*t.conv.Pending.Report, ""))
}

// sendReport sends the report at hand; its receipt is said when it is taken. Of an unnamed
// one the conversation keeps nothing either.
func (t *turn) sendReport(unnamed bool) {
	p := t.conv.Pending
	if !t.reporting() || report.Category(p.Report.Category) == "" || p.Report.Text == "" && len(p.Report.Pictures) == 0 {
		t.stale()
		return
	}
	r := *p.Report
	r.Anonymous, r.Consent = unnamed, !unnamed
	t.conv.Pending = nil
	if unnamed {
		t.conv.Lines, t.conv.Unkept = nil, true
	}
	_, r.Buttons = t.list(afterFiling())
	t.follow(effect.Effect{Kind: effect.DoReport, Report: &r})
}

// rumour answers "is it true that…" with a conclusion or a statement if one was made; else
// what was pasted can be reported, or the question be sent.
func (t *turn) rumour() {
	t.conv.Pending = &chat.Pending{Question: t.heardLine()}
	if t.concluded() {
		return
	}
	toReport := choice{title: words.TitleReport, verb: hear.DoReportIt}
	a := t.look(t.heard.Raw)
	switch {
	case official(a):
		t.card(a, toReport)
	case t.world.Known != nil || t.pasted():
		t.knownFirst()
		t.asks(report.Ask(words.TextRumour))
	case !t.nearest(a, words.TextRumour, toReport):
		t.offer(words.Lines(words.TextRumour, words.TextNothing), toReport)
	}
}

// pasted reports that a link came with the words.
func (t *turn) pasted() bool { return len(t.event.URLs) > 0 || hear.HasURL(t.heard.Raw) }

// link asks what a link is sent for, unless the bot was waiting for it.
func (t *turn) link() {
	if t.waited == chat.WaitReport || t.waited == chat.WaitConfirm && t.reporting() {
		t.reportMore()
		return
	}
	t.conv.Pending = &chat.Pending{Question: t.heardLine()}
	if t.concluded() {
		return
	}
	t.knownFirst()
	t.say(words.TextLink, choice{title: words.TitleReport, verb: hear.DoReportIt}, choice{title: words.TitleAsk, verb: hear.DoAsk})
}

// concluded answers with the published conclusion of the case that what was said is known
// from; false when there is none.
func (t *turn) concluded() bool {
	a, ok := t.conclusion()
	if ok {
		t.card(a, choice{title: words.TitleReport, verb: hear.DoReportIt})
	}
	return ok
}

func (t *turn) conclusion() (answer.Answer, bool) {
	c := t.world.Known
	if c == nil || c.Conclusion == nil {
		return answer.Answer{}, false
	}
	a := t.world.Base.AskAbout(report.Statement(c.Code), answer.Question{Text: c.Conclusion.Claim, Audience: t.audience(), Now: t.world.Now})
	return a, len(a.Quotes) > 0
}

// knownFirst says where the matter stands before anything is asked of the person.
func (t *turn) knownFirst() {
	if a, ok := t.conclusion(); ok {
		t.sayAll(t.cards(a, ""))
		t.quoted(a)
	} else if c := t.world.Known; c != nil {
		t.say(report.Status(*c, t.world.Now, t.unitOf(*c), t.world.PublicURL))
	}
}

// showCase tells where a case stands, to whoever has its code; false when there is none.
func (t *turn) showCase(code string) bool {
	for _, c := range append(t.world.Reported, t.named()...) {
		if c.Code == code || t.world.Named != nil && t.world.Named.Code == c.Code {
			t.say(report.Status(c, t.world.Now, t.unitOf(c), t.world.PublicURL), choice{title: words.TitleAnother, verb: hear.DoAsk}, choice{title: words.TitleStatus, verb: hear.DoStatus}, choice{title: words.TitleHuman, verb: hear.DoHuman})
			return true
		}
	}
	return false
}

func (t *turn) named() []cases.Case {
	if t.world.Named == nil {
		return nil
	}
	return []cases.Case{*t.world.Named}
}

func (t *turn) unitOf(c cases.Case) string {
	if c.Conclusion != nil {
		return t.unitName(c.Conclusion.Unit)
	}
	return t.unitName(c.Unit)
}

// notFake sends criticism of the press to the procedure of the press law.
func (t *turn) notFake() {
	t.conv.Pending = &chat.Pending{Question: t.heard.Raw, Unit: unitMedia}
	t.offer(words.TextNotFake)
}
