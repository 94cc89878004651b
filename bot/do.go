package bot

import (
	"strconv"

	"phatngon/bot/hear"
	"phatngon/bot/press"
	"phatngon/bot/report"
	"phatngon/bot/rights"
	"phatngon/bot/status"
	"phatngon/bot/step"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/effect"
)

// do is the switch from what was chosen to the page of the conversation.
func (t *turn) do(v hear.Verb, argument string) {
	switch v {
	case hear.DoMenu, hear.DoKeep:
		t.menuAfter(v)
	case hear.DoAsk:
		t.askOrInvite(argument)
	case hear.DoRequest:
		t.inviteRequest()
	case hear.DoReport:
		t.Conv.Pending = &chat.Pending{Report: &effect.Report{}}
		t.Ask(report.Invite())
	case hear.DoAddReport:
		t.addToReport(argument, "")
	case hear.DoCheck:
		t.inviteCheck()
	case hear.DoStatus:
		status.List(t.Turn)
	case hear.DoShow:
		status.Show(t.Turn, argument)
	case hear.DoExplain, hear.DoSupply, hear.DoWithdraw, hear.DoGiveUp, hear.DoDispute, hear.DoDisputePart, hear.DoTogether, hear.DoApart:
		status.Do(t.Turn, v, argument)
	case hear.DoPress, hear.DoPressAnew, hear.DoPressName, hear.DoPressKind, hear.DoPressCard, hear.DoPressSend, hear.DoPressQuit, hear.DoPressLeave, hear.DoFollows, hear.DoFollowAll, hear.DoFollowNone:
		press.Do(t.Turn, v, argument)
	case hear.DoHuman:
		t.human()
	case hear.DoLeave:
		t.leave()
	case hear.DoPrivacy, hear.DoView, hear.DoCorrect, hear.DoUnconsent, hear.DoReallyUnconsent, hear.DoErase, hear.DoReallyErase:
		rights.Do(t.Turn, v)
	default:
		t.doPending(v, argument)
	}
}

// doPending is what only makes sense with a question at hand.
func (t *turn) doPending(v hear.Verb, argument string) {
	if t.Conv.Pending == nil {
		t.Say(words.TextNothingSend, step.Menu()...)
		return
	}
	switch v {
	case hear.DoQuote:
		t.quoteCandidate(argument)
	case hear.DoMeant:
		t.meant()
	case hear.DoForward:
		t.forward()
	case hear.DoNotMeant:
		t.notMeant()
	case hear.DoNone:
		t.offer(words.TextNotMeant)
	case hear.DoRest:
		t.fileRest()
	case hear.DoReview:
		t.reviewRest()
	case hear.DoSupplyThis:
		status.SupplySaid(t.Turn, argument)
	case hear.DoAskThis:
		t.askOrInvite(t.Conv.Pending.Question)
	case hear.DoReportIt:
		t.report()
	case hear.DoFollow:
		t.follow()
	case hear.DoCategory:
		t.categorise(argument)
	case hear.DoSendReport:
		t.sendReport(false)
	case hear.DoSendUnnamed:
		t.sendReport(true)
	case hear.DoFile:
		t.fileUnlessAlike()
	case hear.DoFileOwn:
		t.file(false)
	case hear.DoJoin:
		t.file(true)
	case hear.DoUnit:
		t.changeUnit(argument)
	case hear.DoForm:
		t.inviteForm()
	case hear.DoEdit:
		t.edit()
	case hear.DoDropFiles:
		t.dropFiles()
	case hear.DoMore:
		t.Ask(report.More())
	case hear.DoCancel:
		t.cancel()
	case hear.DoPlace:
		t.takePlace(atoi(argument))
	case hear.DoWhere:
		t.tellPlace(atoi(argument))
	default:
		t.stale()
	}
}

// stale answers a button of an older message.
func (t *turn) stale() {
	if len(t.Current) > 0 {
		t.Again(words.Lines(words.TextStale, words.TextStaleNow))
		return
	}
	t.Say(words.TextStale, step.Menu()...)
}

func (t *turn) menuAfter(v hear.Verb) {
	if v == hear.DoKeep {
		t.Say(words.TextKept, step.Menu()...)
		return
	}
	t.Say(words.TextHelp, append(step.Menu(), press.Register)...)
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}

// choice is one thing a person can do next.
type choice = step.Choice
