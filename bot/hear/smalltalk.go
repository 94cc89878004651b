package hear

import (
	"cmp"
	"slices"
	"strings"
)

// talkTable is small talk: the phrases and what they are. A message is small
// talk only when nothing but these phrases and polite words stand in it.
func talkTable() []rule {
	return []rule{
		{intent: ChatCancel, all: []string{"huy|huy bo|huy yeu cau|thoi khoi|khong gui|khong gui nua|dung gui nua|khong can nua|bo qua|cancel|dung lai|thoi|thoat"}},
		{intent: ChatHelp, all: []string{"huong dan|huong dan su dung|help|tro giup|menu|cach dung|lam duoc gi|biet lam gi|lam gi duoc|bat dau lai|quay lai|start"}},
		{intent: ChatThanks, all: []string{"cam on|xin cam on|chan thanh cam on|you|thank you|biet on|hay qua|tuyet voi|tot qua|huu ich"}},
		{intent: ChatBye, all: []string{"tam biet|bye|bai bai|hen gap lai|goodbye|bye bye"}},
		{intent: ChatGreet, all: []string{"xin chao|chao|hi|hello|helo|hello|alo|hey|chao buoi sang|chao buoi chieu|chao buoi toi|good morning|bat dau|kinh chao|hi hi|co ai khong|co ai o day khong|co ai o do khong|co ai truc khong"}},
		{intent: ChatNo, all: []string{"khong|khong can|khong a|khong dau|khong phai|chua"}},
		{intent: ChatYes, all: []string{"ok|oke|okie|okay|okela|vang|da|duoc|uh|um|uhm|u|roi|da hieu|hieu roi|tot|dong y|co|yes|dung|dung roi|ro|da ro|gui|gui di|chuyen di|chuyen|xac nhan|nhat tri"}},
	}
}

// Command returns the line of the menu that a message asks for by its name.
func Command(h Heard) (Verb, bool) {
	for v, names := range map[Verb]string{
		DoAsk:     "hoi thong tin|hoi|dat cau hoi|hoi cau khac|toi muon hoi|cho hoi",
		DoRequest: "gui yeu cau|tao yeu cau|gui cau hoi|toi muon gui yeu cau|gui phieu yeu cau",
		DoReport:  "bao tin gia|bao tin gia tin sai|bao tin sai|toi muon bao tin gia|bao cao tin gia",
		DoCheck:   "co that khong|kiem tra tin|kiem tra thong tin|kiem chung|kiem chung thong tin|tin nay co that khong|kiem tra that gia|that hay gia",
		DoStatus:  "tra cuu|tra cuu ho so|xem ho so|ho so|ho so cua toi",
		DoHuman:   "gap can bo|gap nguoi|gap nguoi that",
		DoPrivacy: "quyen rieng tu|rieng tu",
		DoUnit:    "doi don vi|doi co quan|chuyen don vi khac",
		DoEdit:    "sua noi dung|sua lai|sua",
		DoMenu:    "viec khac",
	} {
		if h.is(names) {
			return v, true
		}
	}
	return "", false
}

// smallTalk returns the kind of small talk, or "" when there is more in it.
func smallTalk(h Heard) Intent {
	if abusive(h) {
		return ChatAbuse
	}
	if h.Has(whoPhrases) && h.Count() <= 16 && !h.Has("bao nhieu|khi nao|o dau") {
		return ChatWho
	}
	rest, found := h.Words, Intent("")
	for _, r := range talkTable() {
		if left := without(rest, r.all[0]); left != rest {
			rest = left
			if found == "" {
				found = r.intent
			}
		}
	}
	if len(Heard{Words: rest}.WithoutPolite("")) > 0 {
		return ""
	}
	if found == ChatYes && forbids(h) {
		return ChatCancel
	}
	return cmp.Or(found, ChatGreet) // only polite words: "ad ơi", "giúp em với"
}

// forbids reports "đừng", which folded is also "đúng", a yes. Typed without
// marks beside "gửi" it counts as "đừng": what was not sent can still be sent.
func forbids(h Heard) bool {
	words := strings.FieldsFunc(strings.ToLower(h.Raw), NotInWord)
	return slices.Contains(words, "đừng") || slices.Contains(words, "dung") && h.Has("dung gui|dung chuyen")
}

const whoPhrases = "ban la ai|may la ai|ban la gi|la nguoi hay may|nguoi hay may|may hay nguoi|nguoi hay bot|bot hay nguoi|la bot a|la robot|phai nguoi that|la nguoi that|ai dang tra loi|chatbot a|ban ten gi|la tri tue nhan tao|co phai may|co phai bot|co phai robot|la bot phai khong|la ai vay|noi chuyen voi may|noi chuyen voi bot"

// without cuts the phrases out of padded words, longest first as listed by
// trying until nothing changes.
func without(words, phrases string) string {
	for {
		longest := ""
		for p := range strings.SplitSeq(phrases, "|") {
			if len(p) > len(longest) && strings.Contains(words, " "+p+" ") {
				longest = p
			}
		}
		if longest == "" {
			return words
		}
		words = strings.Replace(words, " "+longest+" ", " ", 1)
	}
}

// abusive reports insults without a question beside them. Folded, "ngu" is also
// "ngư" and "ngủ": it counts in the company it keeps in insults, and only when
// it was typed without a mark.
func abusive(h Heard) bool {
	const stupid = "bot ngu|do ngu|ngu the|ngu vay|ngu qua|sao ngu|ngu nhu|ngu nguoi|qua ngu|ngu vai|may ngu"
	const insults = "oc cho|khon nan|con me may|dit me|dit|dm|dmm|dcm|vcl|vkl|cut di|cut me|thang cho|do mat day|vo hoc|oc lon|lu an hai|mat lon"
	typed := slices.Contains(strings.FieldsFunc(strings.ToLower(h.Raw), NotInWord), "ngu")
	return (h.Has(insults) || typed && h.Has(stupid) || insultInFull(h)) && !h.Has(Asking) && h.Count() <= 14
}

// insultInFull finds insults that without diacritics mean other things too
// ("chế độ cho", "bếp ăn bán trú", "đo điện"), as they were typed.
func insultInFull(h Heard) bool {
	words := " " + strings.Join(strings.FieldsFunc(strings.ToLower(h.Raw), NotInWord), " ") + " "
	for _, food := range []string{"bếp", "thức", "đồ", "suất", "bữa", "quán", "hàng", "cơm"} {
		words = strings.ReplaceAll(words, " "+food+" ăn ", " ")
	}
	insult := func(phrase string) bool { return strings.Contains(words, " "+phrase+" ") }
	return slices.ContainsFunc([]string{"ăn bẩn", "đồ chó", "lũ chó", "chó chết", "mất dạy", "đồ điên", "đồ khùng"}, insult)
}

// english reports a message in English: one word in six, and two at least, are words that
// Vietnamese written without diacritics hardly has ("the", "can", "me" are thẻ, cần, mẹ).
// In a long story a few of them stand by chance: "that" is thật, "are" a slip.
func english(h Heard) bool {
	const words = "|what|how|where|when|why|who|which|is|are|was|please|your|information|about|of|for|english|does|need|with|and|there|speak|have|has|would|know|want|this|that|will|you|official|government|tell|much|many|ticket|price|report|news|school|weather|road|help|thanks|hello|"
	n, all := 0, strings.Fields(h.Words)
	for _, w := range all {
		if strings.Contains(words, "|"+w+"|") {
			n++
		}
	}
	return n >= 2 && 6*n >= len(all) && isASCII(h.Raw)
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > 0x7f && r != '’' })
}
