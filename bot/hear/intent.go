package hear

import (
	"phatngon/internal/desk/cases"
	"slices"
)

// Intent is what a message wants, when it is not a plain question.
type Intent string

// The intents, in the order in which they are looked for: what protects a
// person first, then redirections, then services. Small talk comes last and
// only when the message is nothing else, so that a real question always wins.
const (
	WantErase         Intent = "erase"
	WantPrivacy       Intent = "privacy"
	WantUnconsent     Intent = "unconsent"
	WantView          Intent = "view data"
	WantCorrectData   Intent = "correct data"
	WantVictim        Intent = "victim"
	WantDenounce      Intent = "denounce"
	WantCode          Intent = "code"
	WantPrivate       Intent = "private data"
	WantInvestigation Intent = "investigation"
	WantCorrection    Intent = "correction"
	WantNotFake       Intent = "press criticism"
	WantChannel       Intent = "channel"
	WantCheck         Intent = "check"
	WantRumour        Intent = "rumour"
	WantReport        Intent = "report"
	WantHuman         Intent = "human"
	WantProcedure     Intent = "procedure"
	WantList          Intent = "list"
	WantWithdraw      Intent = "withdraw"
	WantInterview     Intent = "interview"
	WantPress         Intent = "press"
	WantPersonalList  Intent = "personal list"
	WantRequest       Intent = "request"
	WantWhere         Intent = "where"
	Want24            Intent = "24 hours"
	WantWhen          Intent = "when answered"
	WantTerm          Intent = "term"
	WantEnglish       Intent = "english"
	WantAnswer        Intent = "answer"

	ChatGreet  Intent = "greet"
	ChatWho    Intent = "who"
	ChatThanks Intent = "thanks"
	ChatBye    Intent = "bye"
	ChatAbuse  Intent = "abuse"
	ChatCancel Intent = "cancel"
	ChatYes    Intent = "yes"
	ChatNo     Intent = "no"
	ChatHelp   Intent = "help"
)

// rule holds when each of all has a phrase in the same stretch of the message, and never has
// none in it. Phrases are folded whole words separated by |.
type rule struct {
	intent Intent
	all    []string
	never  string
	most   int // words; 0 for any number
}

// Detect says what a message wants; wantAnswer when it is a question like any.
func Detect(h Heard) Intent {
	if i := smallTalk(h); i != "" {
		return i
	}
	stretches := h.stretches()
	for _, r := range rules() {
		if r.holds(h, stretches) {
			return r.intent
		}
	}
	if english(h) {
		return WantEnglish
	}
	return WantAnswer
}

func (r rule) holds(h Heard, stretches []Heard) bool {
	if r.intent == WantCode {
		_, ofCase := cases.FindCode(h.Raw)
		return ofCase || CodeIn(h.Raw, nil) != ""
	}
	told := slices.ContainsFunc(stretches, func(part Heard) bool {
		return !slices.ContainsFunc(r.all, func(group string) bool { return !part.Has(group) })
	})
	return told && (r.most == 0 || h.Count() <= r.most) && (r.never == "" || !h.Has(r.never))
}

// Phrases used in several rules.
const (
	mine        = "cua toi|cua em|cua minh|cua tui|ca nhan toi|cua chau"
	myself      = "toi|em|minh|tui|chau|me toi|bo toi|nguoi nha|gia dinh|ba toi|vo toi|chong toi|e"
	counting    = "bao nhieu vu|so vu|thong ke|bao nhieu nguoi|so nguoi|so lieu"
	sanctions   = "phat bao nhieu|muc phat|bi phat|xu phat|xu ly the nao|xu ly nhu the nao|quy dinh|nghi dinh|phat the nao|phat tien"
	platforms   = "facebook|tiktok|tik tok|youtube|zalo|group|nhom|fanpage|fan page|trang|video|clip|link|tai khoan|mang xa hoi|tren mang|bai dang|bai viet|tin nhan|website|web|telegram|instagram|nick|acc"
	offices     = "cua tinh|cua xa|cua phuong|cua so|cua ubnd|cua uy ban|cua cong an|cua co quan|cua huyen|cua thanh pho|cua chinh quyen|cua benh vien|cua truong"
	Truly       = "co that khong|that khong|co that|dung khong|co dung khong|co dung|phai khong|that hay gia|dung hay sai|gia hay that|gia khong|fake khong|co phai that khong|kiem tra|kiem chung|xac minh|co thiet khong|thuc hu|chinh xac khong|co chinh xac"
	falsehood   = "tin gia|tin sai|tin sai su that|sai su that|thong tin gia|thong tin sai|fake|fake news|fakenews|deepfake|tin don|don thoi|tin vit|gia mao|mao danh|bia dat|xuyen tac|vu khong|lua dao|tin nham|tin bay|noi sai|dang sai|thong tin bia|gia danh"
	officials   = "giam doc|chu tich|bi thu|lanh dao|can bo|truong phong|pho giam doc|pho chu tich|chanh van phong|nguoi phat ngon|truong cong an|hieu truong|cong chuc|ong|ba"
	Withdrawing = "rut|rut lai|huy yeu cau|khong can nua"
	Disputing   = "chua dung|khong dung|chua tra loi dung|khong tra loi dung|chua tra loi het|chua day du|tra loi lai|xem lai"
	Adding      = "bo sung|them thong tin|noi them|tra loi don vi|them noi dung"
	Explaining  = "cach tinh|tinh han|vi sao han|sao han|giai thich han"
	Asking      = "bao nhieu|khi nao|bao gio|o dau|the nao|nhu the nao|tai sao|vi sao|la gi|may gio|nhung gi|cho hoi|bao lau|ra sao|ai la|lam sao"
)

// Leaves reports that the whole message is a wish to stop waiting for an officer, or
// talking with one.
func Leaves(h Heard) bool {
	return h.is("ket thuc|ket thuc trao doi|toi ket thuc|dung trao doi|ngung trao doi|thoi trao doi|khong cho nua|toi khong cho nua|thoi khong cho nua|thoi cho|huy cho|gap tro ly|gap tro ly ao")
}
