package bot

import (
	"fmt"
	"slices"

	"phatngon/bot/hear"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
)

// Units for reports of false content (NĐ 328/2026 Art. 21: each unit verifies
// within its field and area; domain rule 7: the police when panic or fraud).
const (
	unitPolice = "TH-CA"
	unitMedia  = "TH-VHTTDL"
)

func (t *turn) inviteReport() {
	t.conv.Pending = &chat.Pending{Notes: words.Notes(words.NoteReport)}
	t.conv.Waiting = chat.WaitReport
	t.say(words.TextReportHow, choice{title: words.TitleCancel, verb: hear.DoCancel})
}

// report takes what was seen, gives the advice of the case, and offers to send
// it to the unit that can conclude. The bot itself never concludes.
func (t *turn) report(i hear.Intent) {
	t.conv.Pending = &chat.Pending{Question: t.heardLine(), Notes: words.Notes(words.NoteReport)}
	if i == hear.WantVictim {
		t.offerReport(words.Lines(words.TextVictim, words.TextReport))
		return
	}
	if a := t.look(t.heard.Raw); official(a) {
		t.sayAll(t.cards(a, words.TextSpoken))
		t.quoted(a)
	}
	t.offerReport(words.Lines(words.TextReport, t.evidence(), words.TextHonest))
}

// reportPending reports what the last question named.
func (t *turn) reportPending() {
	t.offerReport(words.Lines(words.TextReport, t.evidence(), words.TextHonest))
}

// reporting reports that the matter at hand is a report of false content.
func (t *turn) reporting() bool {
	p := t.conv.Pending
	return p != nil && slices.Contains(p.Notes, words.NoteReport)
}

// reportMore adds what the person sends to what is being reported.
func (t *turn) reportMore() {
	p := t.conv.Pending
	if p == nil || p.Question == "" {
		t.report(hear.Detect(t.heard))
		return
	}
	p.Question = words.Lines(p.Question, t.heardLine())
	t.offerReport(fmt.Sprintf(words.TextMerged, words.Echo(p.Question, 300)))
}

func (t *turn) evidence() string {
	if h := hear.Hear(t.conv.Pending.Question); h.Has("zalo") && h.Has("group|nhom|hoi") {
		return words.TextZaloGroup
	}
	return words.TextEvidence
}

func (t *turn) offerReport(lead string) {
	p := t.conv.Pending
	h := hear.Hear(p.Question)
	scam, panic, fear := h.Has(hear.SignsOfScam), h.Has(hear.SignsOfPanic), h.Has(hear.SignsOfFear)
	p.Unit = t.reportUnit(scam || panic)
	p.Notes = words.Notes(words.NoteReport, words.When(scam || panic, words.NoteUrgentTip), words.When(fear, words.NoteUnnamed))
	t.conv.Waiting = chat.WaitConfirm
	t.say(words.Lines(lead, words.When(scam, words.TextScam), words.When(fear, words.TextUnnamed)),
		choice{title: fmt.Sprintf(words.TitleSend, t.unitName(p.Unit)), verb: hear.DoFile}, choice{title: words.TitleMore, verb: hear.DoMore},
		choice{title: words.TitleChangeUnit, verb: hear.DoUnit}, choice{title: words.TitleCancel, verb: hear.DoCancel})
}

func (t *turn) reportUnit(urgent bool) string {
	route := t.route()
	if unit, ok := t.world.Units.Unit(route.Unit); ok && !urgent && route.Known && len(route.Choices) == 0 && unit.Level == "commune" {
		return route.Unit
	}
	if urgent {
		return unitPolice
	}
	return unitMedia
}

func (t *turn) askMore() {
	t.conv.Waiting = chat.WaitReport
	t.say(words.TextMore, choice{title: words.TitleCancel, verb: hear.DoCancel})
}

// rumour answers "is it true that…" with a statement if one was made; else the
// question can be sent, or what was seen be reported.
func (t *turn) rumour() {
	t.conv.Pending = &chat.Pending{Question: t.heard.Raw}
	report := choice{title: words.TitleReport, verb: hear.DoReportIt}
	a := t.look(t.heard.Raw)
	switch {
	case official(a):
		t.card(a, report)
	case !t.nearest(a, words.TextRumour, report):
		t.offer(words.Lines(words.TextRumour, words.TextNothing), report)
	}
}

// notFake sends criticism of the press to the procedure of the press law.
func (t *turn) notFake() {
	t.conv.Pending = &chat.Pending{Question: t.heard.Raw, Unit: unitMedia}
	t.offer(words.TextNotFake)
}
