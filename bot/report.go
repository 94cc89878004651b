package bot

import (
	"fmt"
	"slices"

	"phatngon/internal/desk/chat"
)

// Units for reports of false content (NĐ 328/2026 Art. 21: each unit verifies
// within its field and area; domain rule 7: the police when panic or fraud).
const (
	unitPolice = "TH-CA"
	unitMedia  = "TH-VHTTDL"
)

func (t *turn) inviteReport() {
	t.conv.Pending = &chat.Pending{Notes: notes(noteReport)}
	t.conv.Waiting = chat.WaitReport
	t.say(textReportHow, choice{title: titleCancel, verb: doCancel})
}

// report takes what was seen, gives the advice of the case, and offers to send
// it to the unit that can conclude. The bot itself never concludes.
func (t *turn) report(i intent) {
	t.conv.Pending = &chat.Pending{Question: t.heardLine(), Notes: notes(noteReport)}
	if i == wantVictim {
		t.offerReport(lines(textVictim, textReport))
		return
	}
	if a := t.look(t.heard.raw); official(a) {
		t.sayAll(t.cards(a, textSpoken))
		t.quoted(a)
	}
	t.offerReport(lines(textReport, t.evidence(), textHonest))
}

// reportPending reports what the last question named.
func (t *turn) reportPending() {
	t.offerReport(lines(textReport, t.evidence(), textHonest))
}

// reporting reports that the matter at hand is a report of false content.
func (t *turn) reporting() bool {
	p := t.conv.Pending
	return p != nil && slices.Contains(p.Notes, noteReport)
}

// reportMore adds what the person sends to what is being reported.
func (t *turn) reportMore() {
	p := t.conv.Pending
	if p == nil || p.Question == "" {
		t.report(detect(t.heard))
		return
	}
	p.Question = lines(p.Question, t.heardLine())
	t.offerReport(fmt.Sprintf(textMerged, echo(p.Question, 300)))
}

func (t *turn) evidence() string {
	if h := hear(t.conv.Pending.Question); h.has("zalo") && h.has("group|nhom|hoi") {
		return textZaloGroup
	}
	return textEvidence
}

func (t *turn) offerReport(lead string) {
	p := t.conv.Pending
	h := hear(p.Question)
	scam, panic, fear := h.has(signsOfScam), h.has(signsOfPanic), h.has(signsOfFear)
	p.Unit = t.reportUnit(scam || panic)
	p.Notes = notes(noteReport, when(scam || panic, noteUrgentTip), when(fear, noteUnnamed))
	t.conv.Waiting = chat.WaitConfirm
	t.say(lines(lead, when(scam, textScam), when(fear, textUnnamed)),
		choice{title: fmt.Sprintf(titleSend, t.unitName(p.Unit)), verb: doFile}, choice{title: titleMore, verb: doMore},
		choice{title: titleChangeUnit, verb: doUnit}, choice{title: titleCancel, verb: doCancel})
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
	t.say(textMore, choice{title: titleCancel, verb: doCancel})
}

// rumour answers "is it true that…" with a statement if one was made; else the
// question can be sent, or what was seen be reported.
func (t *turn) rumour() {
	t.conv.Pending = &chat.Pending{Question: t.heard.raw}
	report := choice{title: titleReport, verb: doReportIt}
	if a := t.look(t.heard.raw); official(a) {
		t.card(a, report)
		return
	}
	t.offer(lines(textRumour, textNothing), report)
}

// notFake sends criticism of the press to the procedure of the press law.
func (t *turn) notFake() {
	t.conv.Pending = &chat.Pending{Question: t.heard.raw, Unit: unitMedia}
	t.offer(textNotFake)
}

func when(holds bool, text string) string {
	if holds {
		return text
	}
	return ""
}
