package bot

import (
	"phatngon/bot/check"
	"phatngon/bot/hear"
	"phatngon/bot/report"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/same"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

// askOrCheck answers a question, or says whether what was sent is true where that is asked
// of a document, a link or a long text.
func (t *turn) askOrCheck() {
	if t.asksWhetherTrue() {
		t.rumour()
		return
	}
	t.ask(t.Heard.Raw)
}

// asksWhetherTrue reports that it is asked of a document, a link or a long text whether it
// is true.
func (t *turn) asksWhetherTrue() bool {
	named := len(statement.FindNumbers(t.Heard.Raw)) > 0 || t.pasted()
	return named && t.Heard.Has(hear.Truly) || t.Heard.Count() >= leastSent && check.Asked(t.Heard.Raw)
}

// inviteCheck asks for what is to be checked.
func (t *turn) inviteCheck() {
	t.Conv.Waiting = chat.WaitCheck
	t.Say(check.Ask, choice{Title: words.TitleCancel, Verb: hear.DoCancel})
}

// check says whether what came is what was published; of what is nowhere it says that.
func (t *turn) check() {
	t.Conv.Pending = &chat.Pending{Question: t.HeardLine()}
	if t.checked() {
		return
	}
	t.unseen(t.finding())
}

// rumour answers "is it true that…": with a conclusion, with the words it was taken from, or
// with a statement about it if one was made; else what was sent can be reported or asked.
func (t *turn) rumour() {
	t.Conv.Pending = &chat.Pending{Question: t.HeardLine()}
	if t.checked() {
		return
	}
	f := t.finding()
	a := t.look(t.Heard.Raw)
	switch {
	case official(a) && t.Heard.Count() >= leastSent: // near it, but nobody asked just that
		t.sayAll(t.cards(a, words.TextSpoken))
		t.quoted(a)
		t.unseen(f)
	case official(a) && f.Number == "":
		t.card(a, t.reportIt())
	case t.World.Known != nil || t.pasted() || f.Number != "":
		t.unseen(f)
	case !t.nearest(a, words.Lines(f.Text(t.UnitName, t.World.PublicURL), words.TextRumour), append(t.followIt(), t.reportIt())...):
		t.offer(words.Lines(f.Text(t.UnitName, t.World.PublicURL), words.TextRumour, words.TextForward), append(t.followIt(), t.reportIt())...)
	}
}

// finding is what is found of what came.
func (t *turn) finding() check.Finding {
	return check.Of(t.checks(), t.HeardLine())
}

func (t *turn) checks() check.World {
	return check.World{Base: t.World.Base, Channels: t.World.Channels, Known: t.World.Known, Audience: t.Audience(), Now: t.World.Now, PublicURL: t.World.PublicURL}
}

// checked says what came of a check; false of what is in none of the lists.
func (t *turn) checked() bool {
	f := t.finding()
	switch {
	case f.Outcome == check.Unseen && !f.Mentioned:
		return false
	case f.Outcome == check.Concluded:
		t.card(f.Conclusion, t.reportIt())
		return true
	case f.Case != nil && f.Ground != check.ByText: // official words are no matter of a case
		t.knownFirst()
	}
	if f.Ground == check.ByChannel {
		t.Say(f.Text(t.UnitName, t.World.PublicURL), t.reportIt(), choice{Title: words.TitleAnother, Verb: hear.DoAsk})
		return true
	}
	var more []choice
	if f.Outcome != check.Verbatim {
		more = append(more, t.reportIt())
	}
	if f.Quote.Quote != "" {
		more = append(more, choice{Title: words.TitleFullText, URL: t.fullText(f.Quote)})
	}
	said := f.Messages(t.UnitName, t.World.PublicURL)
	t.sayAll(said[:len(said)-1])
	t.Say(said[len(said)-1], append(more, choice{Title: words.TitleAnother, Verb: hear.DoAsk})...)
	if f.Quote.Quote != "" {
		t.quoted(answer.Answer{Quotes: []answer.Quote{f.Quote}})
	}
	return true
}

// unseen says that what came is in none of the lists, and where its case stands if somebody
// reported it; it can be reported, or asked about.
func (t *turn) unseen(f check.Finding) {
	t.knownFirst()
	said := report.Ask(words.When(t.World.Known == nil, words.Lines(f.Text(t.UnitName, t.World.PublicURL), words.TextRumour)))
	last := len(said.Choices) - 1
	said.Choices = append(append(said.Choices[:last:last], t.followIt()...), said.Choices[last])
	t.Ask(said)
}

// sent reports that what came looks like something seen elsewhere, not like a question: a
// long text that asks nothing, or little more than a document's number.
func (t *turn) sent() bool {
	numbered := len(statement.FindNumbers(t.Heard.Raw)) > 0 && t.Heard.Count() <= mostBesideNumber
	return !t.Heard.Has(hear.Asking) && (numbered || t.Heard.Count() >= leastSent)
}

// From how many words on a text is one that was pasted, and how many a number has beside it.
const (
	leastSent        = 16
	mostBesideNumber = 8
)

func (t *turn) reportIt() choice { return choice{Title: words.TitleReport, Verb: hear.DoReportIt} }

// followIt offers to tell the conclusion to who only asks, where what they ask about can be
// recognised when it is reported.
func (t *turn) followIt() []choice {
	switch {
	case t.World.Known != nil:
		t.Conv.Pending.Case = t.World.Known.Code
	case len(same.Traces(t.HeardLine())) == 0:
		return nil
	}
	return []choice{{Title: report.TitleFollow, Verb: hear.DoFollow}}
}

// follow has it noted that the person wants to hear the conclusion; what says so is said by
// what notes it.
func (t *turn) follow() {
	p := t.Conv.Pending
	w := &effect.Wish{Text: p.Question, Case: p.Case}
	t.Conv.Pending = nil
	_, w.Buttons = t.List(t.afterFiling())
	t.Follow(effect.Effect{Kind: effect.DoFollow, Wish: w})
}

// pasted reports that a link came with the words.
func (t *turn) pasted() bool { return len(t.Event.URLs) > 0 || hear.HasURL(t.Heard.Raw) }

// link says what is known of a link, or asks what it is sent for, unless the bot was
// waiting for it.
func (t *turn) link() {
	switch {
	case t.Waited == chat.WaitReport || t.Waited == chat.WaitConfirm && t.reporting():
		t.reportMore()
		return
	case t.Waited == chat.WaitChannel:
		t.channel()
		return
	case t.Waited == chat.WaitCheck:
		t.check()
		return
	}
	t.Conv.Pending = &chat.Pending{Question: t.HeardLine()}
	if t.checked() {
		return
	}
	t.knownFirst()
	text := words.Lines(words.When(t.World.Known == nil, check.Unknown), words.TextLink)
	t.Say(text, append([]choice{t.reportIt(), {Title: words.TitleAsk, Verb: hear.DoAsk}}, t.followIt()...)...)
}

// channel answers whether an account, a site or a number is one of the units' own.
func (t *turn) channel() {
	t.Conv.Pending = &chat.Pending{Question: t.HeardLine()}
	all := t.World.Channels.Find(t.HeardLine())
	said := check.Channels(all, t.UnitName)
	if route := t.World.Units.Route(t.Heard.Raw); route.Known && len(route.Choices) == 0 {
		said = words.Lines(said, check.OfUnit(t.World.Channels, route.Unit, t.UnitName))
	}
	if len(all) == 0 {
		t.Conv.Waiting = chat.WaitChannel
		t.Say(words.Lines(said, check.AskChannel), choice{Title: words.TitleCancel, Verb: hear.DoCancel})
		return
	}
	t.Say(said, t.reportIt(), choice{Title: words.TitleAnother, Verb: hear.DoAsk})
}

// concluded answers with the published conclusion of the case that what was said is known
// from; false when there is none.
func (t *turn) concluded() bool {
	a, ok := t.conclusion()
	if ok {
		t.card(a, t.reportIt())
	}
	return ok
}

func (t *turn) conclusion() (answer.Answer, bool) {
	return check.Conclusion(t.checks())
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
