package bot

import (
	"strings"

	"phatngon/bot/hear"
	"phatngon/bot/press"
	"phatngon/bot/rights"
	"phatngon/bot/status"
	"phatngon/bot/step"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
)

// spoken answers what is not a choice of the current list.
func (t *turn) spoken() {
	if t.Heard.OnlyDigits() {
		t.Say(words.TextNumber, step.Menu()...)
		return
	}
	if v, ok := hear.Command(t.Heard); ok {
		t.do(v, "")
		return
	}
	if hear.Leaves(t.Heard) {
		t.leave()
		return
	}
	switch i := hear.Detect(t.Heard); i {
	case hear.WantErase, hear.WantUnconsent, hear.WantPrivacy, hear.WantView, hear.WantCorrectData:
		rights.Do(t.Turn, wishes[i])
	case hear.WantDenounce:
		t.denunciation()
	case hear.WantCode:
		if !t.addSpoken() && !status.TakeOwn(t.Turn) && !status.TakeCode(t.Turn) {
			status.Show(t.Turn, hear.CodeIn(t.Heard.Raw, t.World.Requests))
		}
	case hear.WantHuman:
		t.human()
	case hear.WantList:
		status.List(t.Turn)
	case hear.WantVictim, hear.WantReport:
		t.reportHeard()
	case hear.WantAnswer:
		if t.asksWhetherTrue() || !status.AskedBack(t.Turn) {
			t.askOrCheck()
		}
	default:
		t.special(i)
	}
}

// wishes are what a person wants done with the data kept of them, by what they said.
var wishes = map[hear.Intent]hear.Verb{
	hear.WantErase: hear.DoErase, hear.WantUnconsent: hear.DoUnconsent, hear.WantPrivacy: hear.DoPrivacy, hear.WantView: hear.DoView, hear.WantCorrectData: hear.DoCorrect,
}

// special answers questions with a rule of their own, and small talk.
func (t *turn) special(i hear.Intent) {
	switch i {
	case hear.WantPrivate:
		t.refuse(words.TextPrivate)
	case hear.WantInvestigation:
		t.askElse(words.TextInvestigation)
	case hear.WantRumour, hear.WantCheck:
		t.rumour()
	case hear.WantChannel:
		t.channel()
	case hear.WantWithdraw:
		status.WithdrawAny(t.Turn)
	case hear.WantCorrection:
		t.correction()
	case hear.WantNotFake:
		t.notFake()
	case hear.WantProcedure:
		t.request(words.TextProcedure, "")
	case hear.WantPress:
		press.Start(t.Turn)
	case hear.WantInterview:
		t.request(words.TextInterview, words.NoteInterview)
	case hear.WantPersonalList:
		t.personalList()
	case hear.WantRequest:
		t.explicitRequest()
	case hear.WantWhere:
		t.whereIs()
	case hear.Want24:
		t.askFor(words.Lines(words.TextUrgent, words.TextRuleNote), words.NoteUrgent)
	case hear.WantWhen:
		status.WhenAnswered(t.Turn)
	case hear.WantTerm:
		t.term()
	case hear.WantEnglish:
		t.english()
	default:
		t.chat(i)
	}
}

// awaited takes a message as the answer to what the bot asked. It is false when
// the message is plainly something else.
func (t *turn) awaited() bool {
	if _, ok := hear.Command(t.Heard); ok {
		return false
	}
	i := hear.Detect(t.Heard)
	switch t.Waited {
	case chat.WaitRequestText:
		return t.takeText(i, t.requestText)
	case chat.WaitCheck:
		return i != hear.WantChannel && t.takeText(i, t.check)
	case chat.WaitChannel:
		return len(t.World.Channels.Find(t.HeardLine())) > 0 && t.takeText(i, t.channel)
	case chat.WaitSupply:
		return t.takeText(i, func() { status.Supply(t.Turn) })
	case chat.WaitForm:
		return t.takeText(i, t.takeForm)
	case chat.WaitCorrect:
		return t.takeText(i, func() { rights.Correct(t.Turn) })
	case chat.WaitNewsroom:
		return t.takeText(i, func() { press.Newsroom(t.Turn) })
	case chat.WaitFollows:
		return t.takeText(i, func() { press.Follows(t.Turn) })
	case chat.WaitPress:
		return t.takePress(i)
	case chat.WaitReport:
		return t.takeText(i, t.reportMore)
	case chat.WaitCode:
		return status.TakeCode(t.Turn)
	case chat.WaitUnit:
		return t.takeUnitName(i)
	case chat.WaitPlace:
		return t.takePlaceName()
	case chat.WaitConfirm, chat.WaitErase:
		return t.takeYesNo(i) || t.takeCourtesy(i) || t.takeRecipient() || t.takeEvidence(i)
	}
	return false
}

// takePress reads yes and no where a registration is ready to be sent, and else only no.
func (t *turn) takePress(i hear.Intent) bool {
	ready := press.Underway(t.Conv) && len(t.Conv.Pending.Press.Pictures) > 0
	if !ready && i == hear.ChatYes && press.Underway(t.Conv) { // "ok" is no answer yet: what was said so far stays
		press.Again(t.Turn)
		return true
	}
	return (ready || i != hear.ChatYes) && t.takeYesNo(i) || t.takeCourtesy(i)
}

// takeText takes whatever is said as the text asked for, but for what must be
// heard at any time.
func (t *turn) takeText(i hear.Intent, take func()) bool {
	switch i {
	case hear.ChatCancel, hear.ChatHelp, hear.ChatWho, hear.WantErase, hear.WantUnconsent, hear.WantPrivacy, hear.WantView, hear.WantDenounce, hear.WantHuman:
		return false
	case hear.ChatGreet, hear.ChatThanks, hear.ChatYes, hear.ChatNo, hear.ChatBye:
		t.spoken()
		t.Conv.Waiting = t.Waited
		return true
	}
	take()
	return true
}

// takeYesNo reads yes and no as the first and the last line of the list, which
// is how lists that ask for a confirmation are made.
func (t *turn) takeYesNo(i hear.Intent) bool {
	if len(t.Current) == 0 || i != hear.ChatYes && i != hear.ChatNo && i != hear.ChatCancel {
		return false
	}
	if i == hear.ChatYes {
		t.take(t.Current[0])
		return true
	}
	t.take(t.Current[len(t.Current)-1])
	return true
}

// takeCourtesy answers thanks in the middle of a confirmation:
// nobody should believe that something was sent.
func (t *turn) takeCourtesy(i hear.Intent) bool {
	if len(t.Current) == 0 || i != hear.ChatThanks && i != hear.ChatBye {
		return false
	}
	t.Again(words.TextNotYet)
	return true
}

// takeRecipient reads "gửi cho Sở Y tế" as the choice of a unit.
func (t *turn) takeRecipient() bool {
	named := strings.HasPrefix(t.Heard.Words, " gui ") || strings.HasPrefix(t.Heard.Words, " chuyen ")
	route := t.World.Units.Route(t.Heard.Raw)
	if t.Waited != chat.WaitConfirm || t.Conv.Pending == nil || !named || !route.Known || t.Heard.Count() > 12 {
		return false
	}
	t.Conv.Pending.Unit = route.Unit
	t.ready()
	return true
}

// takeEvidence adds to a report that waits to be sent what is said about it
// meanwhile, when it is no question and no other wish.
func (t *turn) takeEvidence(i hear.Intent) bool {
	if t.Waited != chat.WaitConfirm || !t.reporting() || i != hear.WantAnswer && i != hear.WantReport && i != hear.WantVictim || t.Heard.Has(hear.Asking) {
		return false
	}
	t.reportMore()
	return true
}
