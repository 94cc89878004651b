package bot

import "phatngon/internal/desk/request"

// intent is what a message wants, when it is not a plain question.
type intent string

// The intents, in the order in which they are looked for: what protects a
// person first, then redirections, then services. Small talk comes last and
// only when the message is nothing else, so that a real question always wins.
const (
	wantErase         intent = "erase"
	wantPrivacy       intent = "privacy"
	wantVictim        intent = "victim"
	wantDenounce      intent = "denounce"
	wantCode          intent = "code"
	wantPrivate       intent = "private data"
	wantInvestigation intent = "investigation"
	wantCorrection    intent = "correction"
	wantNotFake       intent = "press criticism"
	wantRumour        intent = "rumour"
	wantReport        intent = "report"
	wantHuman         intent = "human"
	wantProcedure     intent = "procedure"
	wantList          intent = "list"
	wantWithdraw      intent = "withdraw"
	wantInterview     intent = "interview"
	wantPersonalList  intent = "personal list"
	wantRequest       intent = "request"
	wantWhere         intent = "where"
	want24            intent = "24 hours"
	wantTerm          intent = "term"
	wantEnglish       intent = "english"
	wantAnswer        intent = "answer"

	chatGreet  intent = "greet"
	chatWho    intent = "who"
	chatThanks intent = "thanks"
	chatBye    intent = "bye"
	chatAbuse  intent = "abuse"
	chatCancel intent = "cancel"
	chatYes    intent = "yes"
	chatNo     intent = "no"
	chatHelp   intent = "help"
)

// rule holds when each of all has a phrase in the message and never has none.
// Phrases are folded whole words separated by |.
type rule struct {
	intent intent
	all    []string
	never  string
	most   int // words; 0 for any number
}

// detect says what a message wants; wantAnswer when it is a question like any.
func detect(h heard) intent {
	if i := smallTalk(h); i != "" {
		return i
	}
	for _, r := range rules() {
		if r.holds(h) {
			return r.intent
		}
	}
	if english(h) {
		return wantEnglish
	}
	return wantAnswer
}

func (r rule) holds(h heard) bool {
	if r.intent == wantCode {
		_, ok := request.FindCode(h.raw)
		return ok
	}
	for _, group := range r.all {
		if !h.has(group) {
			return false
		}
	}
	return (r.most == 0 || h.count() <= r.most) && (r.never == "" || !h.has(r.never))
}

// Phrases used in several rules.
const (
	mine      = "cua toi|cua em|cua minh|cua tui|ca nhan toi|cua chau"
	myself    = "toi|em|minh|tui|chau|me toi|bo toi|nguoi nha|gia dinh|ba toi|vo toi|chong toi|e"
	counting  = "bao nhieu vu|so vu|thong ke|bao nhieu nguoi|so nguoi|so lieu"
	sanctions = "phat bao nhieu|muc phat|bi phat|xu phat|xu ly the nao|xu ly nhu the nao|quy dinh|nghi dinh|phat the nao|phat tien"
	platforms = "facebook|tiktok|tik tok|youtube|zalo|group|nhom|fanpage|fan page|trang|video|clip|link|tai khoan|mang xa hoi|tren mang|bai dang|bai viet|tin nhan|website|web|telegram|instagram|nick|acc"
	falsehood = "tin gia|tin sai|tin sai su that|sai su that|thong tin gia|thong tin sai|fake|fake news|fakenews|deepfake|tin don|don thoi|tin vit|gia mao|mao danh|bia dat|xuyen tac|vu khong|lua dao|tin nham|tin bay|noi sai|dang sai|thong tin bia|gia danh"
	officials = "giam doc|chu tich|bi thu|lanh dao|can bo|truong phong|pho giam doc|pho chu tich|chanh van phong|nguoi phat ngon|truong cong an|hieu truong|cong chuc|ong|ba"
	asking    = "bao nhieu|khi nao|bao gio|o dau|the nao|nhu the nao|tai sao|vi sao|la gi|may gio|nhung gi|cho hoi|bao lau|ra sao|ai la|lam sao"
)
