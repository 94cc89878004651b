package answer

import (
	"slices"
	"strings"

	"phatngon/knowledge/lang"
)

// A wordSet is words by their keys.
type wordSet map[string]bool

func newWordSet(words string) wordSet {
	set := wordSet{}
	for _, key := range lang.Keys(words) {
		set[key] = true
	}
	return set
}

// has reports whether w was understood as a word of the set.
func (set wordSet) has(w heardWord) bool {
	return slices.ContainsFunc(w.keys, func(key string) bool { return set[key] })
}

// holds reports whether all words of other are in the set.
func (set wordSet) holds(other wordSet) bool {
	for key := range other {
		if !set[key] {
			return false
		}
	}
	return true
}

// The words of asking, and what may stand around them.
var (
	interrogatives = newWordSet("nhiêu mấy nào đâu ai gì sao")
	indefinite     = newWordSet("không chẳng chả bản ngôi kì cứ") // before one it asks nothing: "không ai", "bất kỳ ai", "bản sao"
	notWhy         = newWordSet("chép kê lưu")                    // after "sao": "sao kê"
	negations      = newWordSet("không chưa")                     // at the end they ask, when before them stands
	openers        = newWordSet("có được đã phải bị còn nên cần sẽ đang dùng đúng xong")
	measures       = newWordSet("tiền đồng giờ ngày tháng năm lần tiếng") // after "bao nhiêu" they belong to it
	particles      = newWordSet("ạ a à ah ak vậy thế nhỉ nhé nha hả ha rứa rồi nữa đây ơi em anh chị ad admin bạn bot shop thì dạ")

	// courtesies ask for nothing and say nothing about it.
	courtesies = newWordSet("cảm cám ơn xin chào kính gửi trân trọng mong thưa dạ vâng ok thanks các cô chú bác mọi người nhiều " +
		"rất tôi mình cho hỏi giúp đỡ trả lời sớm được với trước ạ a à nhé nha ơi em anh chị ad admin bạn bot shop")
)

// Of a message without diacritics the context does not always tell the word
// that was meant; these ask in spite of it.
var (
	barePairs     = strings.Split("bao nhieu|bao gio|bao lau|o dau|tai dau|khi nao|luc nao|ngay nao|the nao|cho nao|noi nao|vi sao|tai sao|la gi|la ai", "|")
	beforeMachine = strings.Fields("xe nha bo thang dien lap") // with "may" no number: nhà máy
	bareShort     = strings.Fields("bn bnh bnhieu bnhiu ntn tnao")
	afterMachine  = strings.Fields("bay moc tinh lanh giat chieu anh xuc keo bom phat in loc man")
)

// asksAt reports whether word i, with the one before, asks who, what, when,
// how many.
func (u *utterance) asksAt(i int) bool {
	w, before := u.words[i], heardWord{}
	if i > 0 {
		before = u.words[i-1]
	}
	next := ""
	if i+1 < len(u.words) {
		next = u.words[i+1].plain
	}
	switch {
	case w.bare && w.plain == "may":
		return !slices.Contains(beforeMachine, before.plain) && !slices.Contains(afterMachine, next)
	case slices.Contains(bareShort, w.plain) && next != "oi", w.bare && before.bare && slices.Contains(barePairs, before.plain+" "+w.plain):
		return true
	case w.plain == "sao" && i+1 < len(u.words) && notWhy.has(u.words[i+1]):
		return false
	}
	return interrogatives.has(w) && !indefinite.has(before) || bao.has(before) && baoWhat.has(w)
}

var bao, baoWhat = newWordSet("bao"), newWordSet("giờ lâu")

// asks reports whether words [first, last) ask what, or whether something is
// so: "có … không", "đã … chưa".
func (u *utterance) asks(first, last int) bool {
	end := u.end(first, last)
	return u.asksWhat(first, last) || u.negates(end) && slices.ContainsFunc(u.words[first:end], openers.has)
}

// negates reports whether word i is "không" or "chưa".
func (u *utterance) negates(i int) bool {
	w := u.words[i]
	return negations.has(w) || w.bare && (w.plain == "khong" || w.plain == "chua")
}

// asksWhat reports whether words [first, last) ask who, what, when, how many.
func (u *utterance) asksWhat(first, last int) bool {
	for i := first; i < last; i++ {
		if u.asksAt(i) {
			return true
		}
	}
	return false
}

// end is the last of words [first, last) that is no mere particle.
func (u *utterance) end(first, last int) int {
	for last--; last > first && particles.has(u.words[last]); last-- {
	}
	return last
}

// endsAsking reports whether words [first, last) end with what asks, so that a
// noun after them begins something new.
func (u *utterance) endsAsking(first, last int) bool {
	at := u.end(first, last)
	if u.negates(at) {
		return true
	}
	if at > first && measures.has(u.words[at]) {
		at--
	}
	return u.asksAt(at)
}

// courteous reports whether words [first, last) are nothing but courtesy.
func (u *utterance) courteous(first, last int) bool {
	return !slices.ContainsFunc(u.words[first:last], func(w heardWord) bool { return !courtesies.has(w) })
}

// asksPlainly reports whether words [first, last), which are about nothing,
// ask something definite about what stands before them: when, where, who, how
// many, why; but not "thế nào", "là sao", "đúng không".
func (u *utterance) asksPlainly(first, last int) bool {
	for i := first; i < last; i++ {
		before := ""
		if i > first {
			before = u.words[i-1].plain
		}
		switch w := u.words[i]; {
		case !u.asksAt(i), w.plain == "gi", before == "the":
		case w.plain == "sao" && before != "vi" && before != "tai":
		default:
			return true
		}
	}
	return false
}
