package bot

import (
	"fmt"
	"hash/fnv"
	"strings"
)

// verb is what a button or a numbered line does.
type verb string

// The verbs. A payload is "#verb.nonce" or "#verb.nonce.argument"; the nonce
// comes from the event that the list answered, so nobody types one and a button
// of an older message is recognised.
const (
	doMenu        verb = "menu"
	doAsk         verb = "hoi" // argument: the question, none to be asked for it
	doRequest     verb = "yc"
	doReport      verb = "bao"
	doStatus      verb = "tra"
	doShow        verb = "hs" // argument: request code
	doHuman       verb = "cb"
	doPrivacy     verb = "rieng"
	doErase       verb = "xoa"
	doQuote       verb = "xem" // argument: statement code
	doNotMeant    verb = "sai"
	doNone        verb = "khong"
	doRest        verb = "phan" // what an answer left open
	doReview      verb = "xemphan"
	doFile        verb = "gui"
	doUnit        verb = "dv" // argument: unit code, none to be asked for it
	doEdit        verb = "sua"
	doMore        verb = "them"
	doCancel      verb = "huy"
	doPlace       verb = "noi" // argument: index of the place, -1 for none of them
	doWhere       verb = "oday"
	doReallyErase verb = "xoahet"
	doKeep        verb = "giu"
	doReportIt    verb = "baonay"
)

// lasting reports verbs that depend on nothing said before: their buttons work
// also in old messages.
func (v verb) lasting() bool {
	switch v {
	case doMenu, doAsk, doRequest, doReport, doStatus, doShow, doHuman, doPrivacy, doErase:
		return true
	}
	return false
}

func payload(event string, v verb, argument string) string {
	h := fnv.New32a()
	h.Write([]byte(event))
	p := fmt.Sprintf("#%s.%08x", v, h.Sum32())
	if argument != "" {
		p += "." + argument
	}
	return p
}

// parsePayload splits a payload; ok is false for anything people type.
func parsePayload(text string) (v verb, argument string, ok bool) {
	head, argument, _ := strings.Cut(strings.TrimPrefix(text, "#"), ".")
	nonce, argument, _ := strings.Cut(argument, ".")
	if !strings.HasPrefix(text, "#") || head == "" || len(nonce) != 8 || strings.Trim(nonce, "0123456789abcdef") != "" {
		return "", "", false
	}
	return verb(head), argument, true
}
