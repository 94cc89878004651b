package bot

import (
	"cmp"
	"slices"

	"phatngon/bot/hear"
	"phatngon/bot/step"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/effect"
	"phatngon/knowledge/answer"
)

// counted has the question at hand counted among the askings of the statements
// that a quotes.
func (t *turn) counted(a answer.Answer) {
	p := t.Conv.Pending
	p.Told = a.Statements()
	t.shows(a)
	t.Follow(effect.Effect{Kind: effect.DoAsked, Asking: &effect.Asking{Question: p.Question, Statements: p.Told, Picked: p.Picked}})
}

// missed has it kept that nothing answers the question at hand.
func (t *turn) missed() {
	if p := t.Conv.Pending; t.Heard.Understood() {
		t.Follow(effect.Effect{Kind: effect.DoMissed, Asking: &effect.Asking{Question: p.Question, Unit: t.Route().Unit}})
	}
}

// shows keeps what the person may now say "this is what I asked" of.
func (t *turn) shows(a answer.Answer) {
	s := &chat.Shown{Event: t.Event.ID, Outcome: string(a.Status), Quotes: words.Shown(a)}
	if t.Leans != "" {
		s.Asked, s.Before = t.Heard.Raw, t.Leans
	}
	t.Conv.Pending.Shown = s
}

// What a person says of what was shown.
const (
	right = "right"
	wrong = "wrong"
)

// judges keeps what the person says of what was shown; said again it is the same.
func (t *turn) judges(said string) {
	p := t.Conv.Pending
	if p.Shown == nil || p.Shown.Verdict == said {
		return
	}
	p.Shown.Verdict = said
	t.Follow(effect.Effect{Kind: effect.DoVerdict, Verdict: &effect.Verdict{
		Question: cmp.Or(p.Shown.Asked, p.Question), Before: p.Shown.Before, Outcome: p.Shown.Outcome, Shown: p.Shown.Quotes, Right: said == right,
	}})
}

// judged takes a tap that says "this is (not) what I asked" of what was shown last, also when
// other lists came after it: a mind may be changed. Nothing is filed by a button further up.
func (t *turn) judged(v hear.Verb) bool {
	p := t.Conv.Pending
	if p == nil || p.Shown == nil || hear.Payload(p.Shown.Event, v, "") != t.Heard.Raw {
		return false
	}
	switch {
	case v == hear.DoMeant:
		t.meant()
	case v == hear.DoNotMeant, v == hear.DoForward && p.Shown.Verdict != "":
		t.notMeant()
	default:
		return false
	}
	return true
}

// judgedInWords takes the same in words: loose ones only while the list asks for them.
func (t *turn) judgedInWords() bool {
	if p := t.Conv.Pending; p == nil || p.Shown == nil {
		return false
	}
	asked := slices.ContainsFunc(t.Current, func(o chat.Option) bool { v, _, _ := hear.ParsePayload(o.Payload); return v == hear.DoMeant })
	switch said, sure := hear.Verdict(t.Heard); {
	case said == "" || !sure && !asked:
		return false
	case said == hear.DoMeant:
		t.meant()
	default:
		t.notMeant()
	}
	return true
}

// meant counts the question among the askings of the text that the person says answers it.
func (t *turn) meant() {
	p := t.Conv.Pending
	if codes := shown(p); len(codes) > 0 && !p.Picked {
		p.Told, p.Picked = codes, true
		t.Follow(effect.Effect{Kind: effect.DoAsked, Asking: &effect.Asking{Question: p.Question, Statements: p.Told, Picked: true}})
	}
	t.judges(right)
	if p.English {
		t.Say(words.TextEnglishMeant, choice{Title: words.TitleEnglishForward, Verb: hear.DoForward})
		return
	}
	t.Say(words.TextMeant, step.Menu()...)
}

// shown are the statements that were shown to the question.
func shown(p *chat.Pending) []string {
	if p.Shown == nil {
		return p.Nearest
	}
	var codes []string
	for _, q := range p.Shown.Quotes {
		if !slices.Contains(codes, q.Statement) {
			codes = append(codes, q.Statement)
		}
	}
	return codes
}

// objects takes the question back from the statements that were said to answer it.
func (t *turn) objects() {
	p := t.Conv.Pending
	if len(p.Told) > 0 {
		t.Follow(effect.Effect{Kind: effect.DoTakeBack, Asking: &effect.Asking{Question: p.Question, Statements: p.Told}})
	}
	p.Told, p.Picked = nil, false
	t.judges(wrong)
}

// notMeant objects, and offers a request.
func (t *turn) notMeant() {
	t.objects()
	t.offer(words.TextNotMeant)
}
