package hear

import (
	"fmt"
	"hash/fnv"
	"strings"
)

// Verb is what a button or a numbered line does.
type Verb string

// The verbs. A payload is "#verb.nonce" or "#verb.nonce.argument"; the nonce
// comes from the event that the list answered, so nobody types one and a button
// of an older message is recognised.
const (
	DoMenu        Verb = "menu"
	DoAsk         Verb = "hoi" // argument: the question, none to be asked for it
	DoRequest     Verb = "yc"
	DoReport      Verb = "bao"
	DoCheck       Verb = "that"
	DoFollow      Verb = "theo" // tell me the conclusion
	DoStatus      Verb = "tra"
	DoShow        Verb = "hs" // argument: request code
	DoHuman       Verb = "cb"
	DoLeave       Verb = "dung_trao_doi"
	DoPrivacy     Verb = "rieng"
	DoErase       Verb = "xoa"
	DoView        Verb = "dulieu" // what is kept of me
	DoCorrect     Verb = "suadulieu"
	DoUnconsent   Verb = "rutdongy" // take my consent back
	DoQuote       Verb = "xem"      // argument: statement code
	DoMeant       Verb = "dung"     // the nearest text answers
	DoForward     Verb = "chuyen"
	DoNotMeant    Verb = "sai"
	DoNone        Verb = "khong"
	DoRest        Verb = "phan" // what an answer left open
	DoReview      Verb = "xemphan"
	DoFile        Verb = "gui"
	DoFileOwn     Verb = "guirieng" // file it although another asks the same
	DoJoin        Verb = "ghep"     // file it, to be answered with the other
	DoUnit        Verb = "dv"       // argument: unit code, none to be asked for it
	DoEdit        Verb = "sua"
	DoDropFiles   Verb = "botep" // what was sent does not go with the request
	DoForm        Verb = "cutru" // say where I live, or how I am concerned
	DoMore        Verb = "them"
	DoCancel      Verb = "huy"
	DoPlace       Verb = "noi" // argument: index of the place, -1 for none of them
	DoWhere       Verb = "oday"
	DoExplain     Verb = "han"          // argument: request code
	DoSupply      Verb = "bosung"       // argument: request code
	DoWithdraw    Verb = "rut"          // argument: request code
	DoDispute     Verb = "chuadung"     // argument: request code
	DoDisputePart Verb = "chuadungphan" // argument: request code and number of the part
	DoTogether    Verb = "chung"        // argument: request code
	DoApart       Verb = "tung"         // argument: request code
	DoGiveUp      Verb = "ruthet"       // argument: request code; withdraw it without asking again
	DoSupplyThis  Verb = "bosungnay"    // argument: request code; what was just said answers the unit
	DoAskThis     Verb = "hoinay"
	DoReallyErase Verb = "xoahet"

	DoReallyUnconsent Verb = "rutdongyhet"

	DoKeep        Verb = "giu"
	DoReportIt    Verb = "baonay"
	DoAddReport   Verb = "baothem" // argument: the case of the person's own report; "" the newest
	DoCategory    Verb = "linhvuc" // argument: what false content is about
	DoSendReport  Verb = "guibao"
	DoSendUnnamed Verb = "guian"

	DoPress      Verb = "phongvien" // register as a reporter, or see where it stands
	DoPressAnew  Verb = "pvmoi"     // another registration, beside the one in force
	DoPressName  Verb = "pvten"     // another newsroom
	DoPressKind  Verb = "pvloai"    // argument: a kind of desk/press
	DoPressCard  Verb = "pvanh"     // another picture for the registration under way
	DoPressSend  Verb = "pvgui"
	DoPressQuit  Verb = "pvrut"
	DoPressLeave Verb = "pvrutthat" // without asking again
	DoFollows    Verb = "pvtheo"    // of which new statements to hear
	DoFollowAll  Verb = "pvtheohet"
	DoFollowNone Verb = "pvthoitheo"
)

// Lasting reports verbs that depend on nothing said before: their buttons work
// also in old messages.
func (v Verb) Lasting() bool {
	switch v {
	case DoMenu, DoAsk, DoRequest, DoReport, DoCheck, DoStatus, DoShow, DoHuman, DoLeave, DoPrivacy, DoErase, DoView, DoCorrect, DoUnconsent, DoExplain, DoSupply, DoWithdraw, DoDispute, DoTogether, DoApart, DoPress, DoAddReport:
		return true
	}
	return false
}

func Payload(event string, v Verb, argument string) string {
	h := fnv.New32a()
	h.Write([]byte(event))
	p := fmt.Sprintf("#%s.%08x", v, h.Sum32())
	if argument != "" {
		p += "." + argument
	}
	return p
}

// ParsePayload splits a payload; ok is false for anything people type.
func ParsePayload(text string) (v Verb, argument string, ok bool) {
	head, argument, _ := strings.Cut(strings.TrimPrefix(text, "#"), ".")
	nonce, argument, _ := strings.Cut(argument, ".")
	if !strings.HasPrefix(text, "#") || head == "" || len(nonce) != 8 || strings.Trim(nonce, "0123456789abcdef") != "" {
		return "", "", false
	}
	return Verb(head), argument, true
}
