package bot

import (
	"strings"

	"phatngon/bot/hear"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
)

// spoken answers what is not a choice of the current list.
func (t *turn) spoken() {
	if t.heard.OnlyDigits() {
		t.say(words.TextNumber, menu()...)
		return
	}
	if v, ok := hear.Command(t.heard); ok {
		t.do(v, "")
		return
	}
	switch i := hear.Detect(t.heard); i {
	case hear.WantErase:
		t.eraseSure()
	case hear.WantPrivacy:
		t.privacy()
	case hear.WantDenounce:
		t.denunciation()
	case hear.WantCode:
		if !t.takeOwn() && !t.takeCode() {
			t.show(hear.CodeIn(t.heard.Raw, t.world.Requests))
		}
	case hear.WantHuman:
		t.human()
	case hear.WantList:
		t.status()
	case hear.WantVictim, hear.WantReport:
		t.reportHeard()
	case hear.WantAnswer:
		if !t.askedBack() {
			t.ask(t.heard.Raw)
		}
	default:
		t.special(i)
	}
}

// special answers questions with a rule of their own, and small talk.
func (t *turn) special(i hear.Intent) {
	switch i {
	case hear.WantPrivate:
		t.refuse(words.TextPrivate)
	case hear.WantInvestigation:
		t.askElse(words.TextInvestigation)
	case hear.WantRumour:
		t.rumour()
	case hear.WantWithdraw:
		t.withdrawAny()
	case hear.WantCorrection:
		t.correction()
	case hear.WantNotFake:
		t.notFake()
	case hear.WantProcedure:
		t.request(words.TextProcedure, "")
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
		t.whenAnswered()
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
	if _, ok := hear.Command(t.heard); ok {
		return false
	}
	i := hear.Detect(t.heard)
	switch t.waited {
	case chat.WaitRequestText:
		return t.takeText(i, t.requestText)
	case chat.WaitSupply:
		return t.takeText(i, t.supply)
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
func (t *turn) takeText(i hear.Intent, take func()) bool {
	switch i {
	case hear.ChatCancel, hear.ChatHelp, hear.ChatWho, hear.WantErase, hear.WantPrivacy, hear.WantDenounce, hear.WantHuman:
		return false
	case hear.ChatGreet, hear.ChatThanks, hear.ChatYes, hear.ChatNo, hear.ChatBye:
		t.spoken()
		t.conv.Waiting = t.waited
		return true
	}
	take()
	return true
}

// takeYesNo reads yes and no as the first and the last line of the list, which
// is how lists that ask for a confirmation are made.
func (t *turn) takeYesNo(i hear.Intent) bool {
	if len(t.current) == 0 || i != hear.ChatYes && i != hear.ChatNo && i != hear.ChatCancel {
		return false
	}
	if i == hear.ChatYes {
		t.take(t.current[0])
		return true
	}
	t.take(t.current[len(t.current)-1])
	return true
}

// takeCourtesy answers thanks in the middle of a confirmation:
// nobody should believe that something was sent.
func (t *turn) takeCourtesy(i hear.Intent) bool {
	if len(t.current) == 0 || i != hear.ChatThanks && i != hear.ChatBye {
		return false
	}
	t.again(words.TextNotYet)
	return true
}

// takeRecipient reads "gửi cho Sở Y tế" as the choice of a unit.
func (t *turn) takeRecipient() bool {
	named := strings.HasPrefix(t.heard.Words, " gui ") || strings.HasPrefix(t.heard.Words, " chuyen ")
	route := t.world.Units.Route(t.heard.Raw)
	if t.waited != chat.WaitConfirm || t.conv.Pending == nil || !named || !route.Known || t.heard.Count() > 12 {
		return false
	}
	t.conv.Pending.Unit = route.Unit
	t.ready()
	return true
}

// takeEvidence adds to a report that waits to be sent what is said about it
// meanwhile, when it is no question and no other wish.
func (t *turn) takeEvidence(i hear.Intent) bool {
	if t.waited != chat.WaitConfirm || !t.reporting() || i != hear.WantAnswer && i != hear.WantReport && i != hear.WantVictim || t.heard.Has(hear.Asking) {
		return false
	}
	t.reportMore()
	return true
}
