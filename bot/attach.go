package bot

import (
	"fmt"
	"slices"

	"phatngon/bot/hear"
	"phatngon/bot/step"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/request"
)

// filing reports that a request is being put together: what is sent now goes with it.
func (t *turn) filing() bool {
	if p := t.Conv.Pending; p == nil || t.reporting() || p.Press != nil || p.Request != "" {
		return false
	}
	switch t.Waited {
	case chat.WaitRequestText, chat.WaitUnit, chat.WaitForm:
		return true
	case chat.WaitConfirm:
		return slices.ContainsFunc(t.Current, func(o chat.Option) bool {
			v, _, _ := hear.ParsePayload(o.Payload)
			return v == hear.DoFile || v == hear.DoFileOwn
		})
	}
	return false
}

// attach takes what was sent into the request that is put together, with its words.
func (t *turn) attach() {
	p := t.Conv.Pending
	full := t.put(t.Event.URLs)
	switch {
	case t.Waited == chat.WaitRequestText && t.Heard.Understood():
		t.takeRequest(t.Heard.Raw, full)
	case t.Waited == chat.WaitRequestText:
		t.Conv.Waiting = chat.WaitRequestText
		t.Say(words.Lines(full, t.filesLine(), t.in(words.TextTypeRequest)), choice{Title: t.in(words.TitleCancel), Verb: hear.DoCancel})
	case t.Waited == chat.WaitConfirm:
		p.Question = words.Lines(p.Question, t.Heard.Raw)
		t.readyAfter(full)
	default:
		t.Again(words.Lines(full, t.filesLine()))
	}
}

// put adds files to the question at hand, as far as there is room; it says when there is none.
func (t *turn) put(addresses []string) (full string) {
	p := t.Conv.Pending
	for _, address := range addresses {
		switch {
		case slices.Contains(p.Files, address):
		case len(p.Files) == request.MaxFiles:
			full = fmt.Sprintf(t.in(words.TextFilesFull), request.MaxFiles)
		default:
			p.Files = append(p.Files, address)
		}
	}
	return full
}

// filesLine says how many files go with the request; "" for none.
func (t *turn) filesLine() string {
	n := len(t.Conv.Pending.Files)
	return words.When(n > 0, fmt.Sprintf(t.in(words.TextFiles), n, request.MaxFiles))
}

func (t *turn) dropFiles() {
	t.Conv.Pending.Files = nil
	t.ready()
}

// sentBefore are files that came just before with no word of what they are for.
func sentBefore(p *chat.Pending) []string {
	switch {
	case p == nil || p.Question != "" || p.Press != nil || p.Request != "":
		return nil
	case p.Report != nil && p.Report.Category == "" && p.Report.To == "":
		return slices.Clone(p.Report.Pictures)
	}
	return slices.Clone(p.Files)
}

// sentFiles are what goes with a request that is begun now: what was sent before, or with the
// question at hand.
func (t *turn) sentFiles() []string {
	if p := t.Conv.Pending; len(t.before) == 0 && p != nil {
		return p.Files
	}
	return t.before
}

// keepSent lets what was sent before go with the question that came after it, should that
// become a request.
func (t *turn) keepSent() {
	p := t.Conv.Pending
	if p != nil && p.Question != "" && p.Report == nil && p.Press == nil && p.Request == "" && len(p.Files) == 0 {
		p.Files = slices.Clone(t.before)
	}
}

// keepFile keeps a file that came with no word of what it is for.
func (t *turn) keepFile() {
	if p := t.Conv.Pending; p == nil || p.Question == "" || t.Waited == chat.WaitNothing {
		t.Conv.Pending = &chat.Pending{Files: t.before}
	}
	text := words.Lines(t.put(t.Event.URLs), fmt.Sprintf(words.TextFileBefore, len(t.Conv.Pending.Files)))
	if t.Waited != chat.WaitNothing && len(t.Current) > 0 {
		t.Again(text + " " + words.TextChooseOn)
		return
	}
	t.Say(text+" "+words.TextMediaNext, step.Menu()...)
}
