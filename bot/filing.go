package bot

import (
	"fmt"
	"slices"

	"phatngon/bot/hear"
	"phatngon/bot/press"
	"phatngon/bot/status"
	"phatngon/bot/step"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/routing"
)

// offer suggests a unit for the question at hand, one tap from being filed.
// When the place is ambiguous it asks that first.
func (t *turn) offer(lead string, more ...choice) {
	t.keepSent()
	p := t.Conv.Pending
	if p.Question == t.Heard.Raw && !t.Heard.Understood() {
		t.Say(words.TextVague, append(t.Suggestions(), choice{Title: words.TitleMenu, Verb: hear.DoMenu})...)
		return
	}
	route := t.Route()
	changes := t.NewNames(nil)
	if p.Unit == "" && len(route.Choices) > 0 {
		t.askPlace(words.Lines(lead, changes), route.Choices, hear.DoPlace)
		return
	}
	if p.Unit == "" {
		p.Unit = route.Unit
	}
	t.Conv.Waiting = chat.WaitConfirm
	t.Say(words.Lines(lead, t.scheduled(), changes, t.unitLine(route), t.filesLine(), t.theirTime()), t.sendChoices(more...)...)
}

// sendChoices are the ways on from an offer: the first is yes, the last no.
func (t *turn) sendChoices(more ...choice) []choice {
	send := []choice{{Title: fmt.Sprintf(t.in(words.TitleSend), t.UnitName(t.Conv.Pending.Unit)), Verb: hear.DoFile}}
	if t.asksForm() {
		more = append(more, choice{Title: t.in(words.TitleForm), Verb: hear.DoForm})
	}
	if len(t.Conv.Pending.Files) > 0 {
		more = append(more, choice{Title: t.in(words.TitleDropFiles), Verb: hear.DoDropFiles})
	}
	return append(append(send, more...),
		choice{Title: t.in(words.TitleChangeUnit), Verb: hear.DoUnit}, choice{Title: t.in(words.TitleEdit), Verb: hear.DoEdit}, choice{Title: t.in(words.TitleCancel), Verb: hear.DoCancel})
}

// asksForm reports that a commune is asked by a citizen who has not said yet whether they live
// there or are concerned.
func (t *turn) asksForm() bool {
	u, _ := t.World.Units.Unit(t.Conv.Pending.Unit)
	return u.Level == "commune" && t.Conv.Pending.Form == nil && policy.LawFor(t.World.Requester.KindAt(t.World.Now)) == policy.LawAccess
}

// inviteForm asks for it; takeForm takes it in the person's words, and shows what will be sent.
func (t *turn) inviteForm() {
	t.Conv.Waiting = chat.WaitForm
	t.Say(t.in(words.TextForm), choice{Title: t.in(words.TitleSendNow), Verb: hear.DoFile}, choice{Title: t.in(words.TitleCancel), Verb: hear.DoCancel})
}

func (t *turn) takeForm() {
	if t.Conv.Pending == nil {
		t.spoken()
		return
	}
	said := words.CutRunes(t.HeardLine(), words.KeptForm)
	t.Conv.Pending.Form = &effect.Form{Residence: said}
	if t.Heard.Has("lien quan|anh huong|cua toi|quyen loi|thu hoi|den bu|boi thuong") {
		t.Conv.Pending.Form = &effect.Form{Concern: said}
	}
	t.ready()
}

func (t *turn) unitLine(r routing.Route) string {
	p := t.Conv.Pending
	if p.Unit == routing.ProvinceOffice && !r.Known {
		return fmt.Sprintf(words.TextUnitUnknown, t.UnitName(p.Unit))
	}
	return fmt.Sprintf(words.TextUnit, t.UnitName(p.Unit))
}

func (t *turn) theirTime() string {
	found := hear.TheirDeadline.FindString(t.Conv.Pending.Question)
	if found == "" {
		return ""
	}
	return fmt.Sprintf(t.in(words.TextTheirTime), words.Echo(found, 60))
}

// file files the question at hand. Its receipt is said when it is filed: see Receipt.
// follow: it is answered with the request of somebody else who asks the same.
func (t *turn) file(follow bool) {
	p := t.Conv.Pending
	claimed := t.World.Requester.Kind == people.Citizen && hear.Hear(words.Lines(p.Question, words.Lines(p.Notes...))).Has(hear.ReporterWords)
	if r, ok := t.openRequest(p.Question); ok {
		t.filedBefore(r)
		return
	}
	filing := &effect.Filing{Question: p.Question, Notes: words.Notes(append(slices.Clone(p.Notes), words.When(claimed, words.NoteReporter))...), Unit: p.Unit, Context: slices.Clone(t.Conv.Lines), Follow: follow, Form: p.Form, Files: p.Files, English: t.inEnglish()}
	_, filing.Buttons = t.List(append(t.afterFiling(), t.register(claimed)...))
	t.Conv.Pending = nil
	t.Follow(effect.Effect{Kind: effect.DoFile, Filing: filing})
}

// filedBefore says that the person's own request asks the same; what they sent with it this
// time is added to that one.
func (t *turn) filedBefore(r request.Request) {
	files, lead := t.Conv.Pending.Files, t.in(words.TextAlreadyFiled)
	t.Conv.Pending = nil
	if len(files) > 0 {
		t.Say(lead)
		status.AddFiles(t.Turn, r.Code, files)
		return
	}
	t.Say(words.Lines(lead, status.Request(t.Turn, r)), step.Menu()...)
}

// register offers who says that they are a reporter to show it.
func (t *turn) register(claimed bool) []choice {
	if !claimed || t.World.Press != nil {
		return nil
	}
	return []choice{press.Register}
}

func (t *turn) afterFiling() []choice {
	if t.inEnglish() {
		return []choice{{Title: words.EnglishAnother, Verb: hear.DoAsk}, {Title: words.EnglishStatus, Verb: hear.DoStatus}}
	}
	return []choice{{Title: words.TitleAnother, Verb: hear.DoAsk}, {Title: words.TitleStatus, Verb: hear.DoStatus}}
}

// openRequest finds the person's own open request with the same words.
func (t *turn) openRequest(question string) (request.Request, bool) {
	i := slices.IndexFunc(t.World.Requests, func(r request.Request) bool {
		return !r.State.Final() && hear.PlainWords(r.Question) == hear.PlainWords(question)
	})
	if i < 0 {
		return request.Request{}, false
	}
	return t.World.Requests[i], true
}

// formLine is what goes with the question, as the person said it.
func (t *turn) formLine() string {
	f := t.Conv.Pending.Form
	switch {
	case f != nil && t.inEnglish():
		return words.EnglishForm(*f)
	case f != nil:
		return words.Lines(request.FormNotes(*f)...)
	}
	return ""
}

// ready shows what will be sent, and to whom.
func (t *turn) ready() { t.readyAfter("") }

func (t *turn) readyAfter(lead string) {
	t.keepSent()
	t.Conv.Waiting = chat.WaitConfirm
	t.Say(words.Lines(lead, fmt.Sprintf(t.in(words.TextReady), words.Echo(t.Conv.Pending.Question, 300)), t.formLine(), t.filesLine(), t.theirTime()), t.sendChoices()...)
}

func (t *turn) edit() {
	t.Conv.Waiting = chat.WaitRequestText
	t.Say(fmt.Sprintf(t.in(words.TextRetype), words.Echo(t.Conv.Pending.Question, 300)), choice{Title: t.in(words.TitleCancel), Verb: hear.DoCancel})
}

func (t *turn) cancel() {
	if t.Conv.Pending == nil {
		t.Say(words.TextNothingSend+" "+words.TextWithdraw, step.Menu()...)
		return
	}
	said, next := t.in(words.TextCancelled), step.Menu()
	if t.inEnglish() {
		next = t.afterFiling()
	}
	t.Conv.Pending = nil
	t.Say(said, next...)
}
