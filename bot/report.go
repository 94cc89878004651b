package bot

import (
	"strings"

	"phatngon/bot/hear"
	"phatngon/bot/report"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/effect"
	"phatngon/knowledge/answer"
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

// picture adds a picture to the report under way, else asks what it is sent for. Its
// address leads to Zalo: it is fetched only when the report is sent.
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
	t.Say(words.TextPicture, choice{Title: words.TitleReport, Verb: hear.DoReportIt}, choice{Title: words.TitleAsk, Verb: hear.DoAsk})
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

// sendReport sends the report at hand; its receipt is said when it is taken. Of an unnamed
// one the conversation keeps nothing either.
func (t *turn) sendReport(unnamed bool) {
	p := t.Conv.Pending
	if !t.reporting() || report.Category(p.Report.Category) == "" || p.Report.Text == "" && len(p.Report.Pictures) == 0 {
		t.stale()
		return
	}
	r := *p.Report
	r.Anonymous, r.Consent = unnamed, !unnamed
	t.Conv.Pending = nil
	if unnamed {
		t.Conv.Lines, t.Conv.Unkept = nil, true
	}
	_, r.Buttons = t.List(afterFiling())
	t.Follow(effect.Effect{Kind: effect.DoReport, Report: &r})
}

// rumour answers "is it true that…" with a conclusion or a statement if one was made; else
// what was pasted can be reported, or the question be sent.
func (t *turn) rumour() {
	t.Conv.Pending = &chat.Pending{Question: t.HeardLine()}
	if t.concluded() {
		return
	}
	toReport := choice{Title: words.TitleReport, Verb: hear.DoReportIt}
	a := t.look(t.Heard.Raw)
	switch {
	case official(a):
		t.card(a, toReport)
	case t.World.Known != nil || t.pasted():
		t.knownFirst()
		t.Ask(report.Ask(words.TextRumour))
	case !t.nearest(a, words.TextRumour, toReport):
		t.offer(words.Lines(words.TextRumour, words.TextNothing), toReport)
	}
}

// pasted reports that a link came with the words.
func (t *turn) pasted() bool { return len(t.Event.URLs) > 0 || hear.HasURL(t.Heard.Raw) }

// link asks what a link is sent for, unless the bot was waiting for it.
func (t *turn) link() {
	if t.Waited == chat.WaitReport || t.Waited == chat.WaitConfirm && t.reporting() {
		t.reportMore()
		return
	}
	t.Conv.Pending = &chat.Pending{Question: t.HeardLine()}
	if t.concluded() {
		return
	}
	t.knownFirst()
	t.Say(words.TextLink, choice{Title: words.TitleReport, Verb: hear.DoReportIt}, choice{Title: words.TitleAsk, Verb: hear.DoAsk})
}

// concluded answers with the published conclusion of the case that what was said is known
// from; false when there is none.
func (t *turn) concluded() bool {
	a, ok := t.conclusion()
	if ok {
		t.card(a, choice{Title: words.TitleReport, Verb: hear.DoReportIt})
	}
	return ok
}

func (t *turn) conclusion() (answer.Answer, bool) {
	c := t.World.Known
	if c == nil || c.Conclusion == nil {
		return answer.Answer{}, false
	}
	a := t.World.Base.AskAbout(report.Statement(c.Code), answer.Question{Text: c.Conclusion.Claim, Audience: t.Audience(), Now: t.World.Now})
	return a, len(a.Quotes) > 0
}

// knownFirst says where the matter stands before anything is asked of the person.
func (t *turn) knownFirst() {
	if a, ok := t.conclusion(); ok {
		t.sayAll(t.cards(a, ""))
		t.quoted(a)
	} else if c := t.World.Known; c != nil {
		t.Say(report.Status(*c, t.World.Now, t.UnitOf(*c), t.World.PublicURL))
	}
}

// notFake sends criticism of the press to the procedure of the press law.
func (t *turn) notFake() {
	t.Conv.Pending = &chat.Pending{Question: t.Heard.Raw, Unit: unitMedia}
	t.offer(words.TextNotFake)
}
