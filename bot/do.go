package bot

import "strconv"

// do is the switch from what was chosen to the page of the conversation.
func (t *turn) do(v verb, argument string) {
	switch v {
	case doMenu, doKeep:
		t.menuAfter(v)
	case doAsk:
		t.askOrInvite(argument)
	case doRequest:
		t.inviteRequest()
	case doReport:
		t.inviteReport()
	case doStatus:
		t.status()
	case doShow:
		t.show(argument)
	case doHuman:
		t.human()
	case doPrivacy:
		t.privacy()
	case doErase:
		t.eraseSure()
	case doReallyErase:
		t.erase()
	default:
		t.doPending(v, argument)
	}
}

// doPending is what only makes sense with a question at hand.
func (t *turn) doPending(v verb, argument string) {
	if t.conv.Pending == nil {
		t.say(textNothingSend, menu()...)
		return
	}
	switch v {
	case doQuote:
		t.quoteCandidate(argument)
	case doNotMeant:
		t.notMeant()
	case doNone:
		t.offer(textNothing)
	case doRest:
		t.fileRest()
	case doReview:
		t.reviewRest()
	case doReportIt:
		t.reportPending()
	case doFile:
		t.file()
	case doUnit:
		t.changeUnit(argument)
	case doEdit:
		t.edit()
	case doMore:
		t.askMore()
	case doCancel:
		t.cancel()
	case doPlace:
		t.takePlace(atoi(argument))
	case doWhere:
		t.tellPlace(atoi(argument))
	default:
		t.stale()
	}
}

// stale answers a button of an older message.
func (t *turn) stale() {
	if len(t.current) > 0 {
		t.again(lines(textStale, textStaleNow))
		return
	}
	t.say(textStale, menu()...)
}

func (t *turn) menuAfter(v verb) {
	if v == doKeep {
		t.say(textKept, menu()...)
		return
	}
	t.say(textHelp, menu()...)
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}
