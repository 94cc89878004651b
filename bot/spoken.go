package bot

import (
	"strings"

	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/request"
)

// spoken answers what is not a choice of the current list.
func (t *turn) spoken() {
	if t.heard.onlyDigits() {
		t.say(textNumber, menu()...)
		return
	}
	if v, ok := command(t.heard); ok {
		t.do(v, "")
		return
	}
	switch i := detect(t.heard); i {
	case wantErase:
		t.eraseSure()
	case wantPrivacy:
		t.privacy()
	case wantDenounce:
		t.denunciation()
	case wantCode:
		code, _ := request.FindCode(t.heard.raw)
		t.show(code)
	case wantHuman:
		t.human()
	case wantList:
		t.status()
	case wantVictim, wantReport:
		t.report(i)
	case wantAnswer:
		t.ask(t.heard.raw)
	default:
		t.special(i)
	}
}

// special answers questions with a rule of their own, and small talk.
func (t *turn) special(i intent) {
	switch i {
	case wantPrivate:
		t.refuse(textPrivate)
	case wantInvestigation:
		t.askElse(textInvestigation)
	case wantRumour:
		t.rumour()
	case wantWithdraw:
		t.say(textWithdraw, choice{title: titleHuman, verb: doHuman}, choice{title: titleStatus, verb: doStatus})
	case wantCorrection:
		t.correction()
	case wantNotFake:
		t.notFake()
	case wantProcedure:
		t.request(textProcedure, "")
	case wantInterview:
		t.request(textInterview, noteInterview)
	case wantPersonalList:
		t.personalList()
	case wantRequest:
		t.explicitRequest()
	case wantWhere:
		t.whereIs()
	case want24:
		t.askFor(lines(textUrgent, textRuleNote), noteUrgent)
	case wantTerm:
		t.term()
	case wantEnglish:
		t.english()
	default:
		t.chat(i)
	}
}

// awaited takes a message as the answer to what the bot asked. It is false when
// the message is plainly something else.
func (t *turn) awaited() bool {
	if _, ok := command(t.heard); ok {
		return false
	}
	i := detect(t.heard)
	switch t.waited {
	case chat.WaitRequestText:
		return t.takeText(i, t.requestText)
	case chat.WaitReport:
		return t.takeText(i, t.reportMore)
	case chat.WaitCode:
		return t.takeCode()
	case chat.WaitUnit:
		return t.takeUnitName(i)
	case chat.WaitPlace:
		return t.takePlaceName()
	case chat.WaitConfirm, chat.WaitErase:
		return t.takeYesNo(i) || t.takeCourtesy(i) || t.takeRecipient() || t.takeEvidence(i)
	}
	return false
}

// takeText takes whatever is said as the text asked for, but for what must be
// heard at any time.
func (t *turn) takeText(i intent, take func()) bool {
	switch i {
	case chatCancel, chatHelp, chatWho, wantErase, wantPrivacy, wantDenounce, wantHuman:
		return false
	case chatGreet, chatThanks, chatYes, chatNo, chatBye:
		t.spoken()
		t.conv.Waiting = t.waited
		return true
	}
	take()
	return true
}

// takeYesNo reads yes and no as the first and the last line of the list, which
// is how lists that ask for a confirmation are made.
func (t *turn) takeYesNo(i intent) bool {
	if len(t.current) == 0 || i != chatYes && i != chatNo && i != chatCancel {
		return false
	}
	if i == chatYes {
		t.take(t.current[0])
		return true
	}
	t.take(t.current[len(t.current)-1])
	return true
}

// takeCourtesy answers thanks in the middle of a confirmation:
// nobody should believe that something was sent.
func (t *turn) takeCourtesy(i intent) bool {
	if len(t.current) == 0 || i != chatThanks && i != chatBye {
		return false
	}
	t.again(textNotYet)
	return true
}

// takeRecipient reads "gửi cho Sở Y tế" as the choice of a unit.
func (t *turn) takeRecipient() bool {
	named := strings.HasPrefix(t.heard.words, " gui ") || strings.HasPrefix(t.heard.words, " chuyen ")
	route := t.world.Units.Route(t.heard.raw)
	if t.waited != chat.WaitConfirm || t.conv.Pending == nil || !named || !route.Known || t.heard.count() > 12 {
		return false
	}
	t.conv.Pending.Unit = route.Unit
	t.ready()
	return true
}

// takeEvidence adds to a report that waits to be sent what is said about it
// meanwhile, when it is no question and no other wish.
func (t *turn) takeEvidence(i intent) bool {
	if t.waited != chat.WaitConfirm || !t.reporting() || i != wantAnswer && i != wantReport || t.heard.has(asking) {
		return false
	}
	t.reportMore()
	return true
}
