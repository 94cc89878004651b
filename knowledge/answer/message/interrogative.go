package message

import (
	"slices"
	"strings"

	"phatngon/knowledge/lang"
)

// A WordSet is words by their keys.
type WordSet map[string]bool

// NewWordSet is the words of a text.
func NewWordSet(words string) WordSet {
	set := WordSet{}
	for _, key := range lang.Keys(words) {
		set[key] = true
	}
	return set
}

// Has reports whether w was understood as a word of the set.
func (set WordSet) Has(w heardWord) bool {
	return slices.ContainsFunc(w.keys, func(key string) bool { return set[key] })
}

// Holds reports whether all words of other are in the set.
func (set WordSet) Holds(other WordSet) bool {
	for key := range other {
		if !set[key] {
			return false
		}
	}
	return true
}

// The words of asking, and what may stand around them.
var (
	interrogatives = NewWordSet("nhiêu mấy nào đâu ai gì sao")
	indefinite     = NewWordSet("không chẳng chả bản ngôi kì cứ") // before one it asks nothing: "không ai", "bất kỳ ai", "bản sao"
	notWhy         = NewWordSet("chép kê lưu")                    // after "sao": "sao kê"
	negations      = NewWordSet("không chưa")                     // at the end they ask, when before them stands
	openers        = NewWordSet("có được đã phải bị còn nên cần sẽ đang dùng đúng xong")
	Measures       = NewWordSet("tiền đồng giờ ngày tháng năm lần tiếng") // after "bao nhiêu" they belong to it
	particles      = NewWordSet("ạ a à ah ak vậy thế nhỉ nhé nha hả ha rứa rồi nữa đây ơi em anh chị ad admin bạn bot shop thì dạ")

	// courtesies ask for nothing and say nothing about it.
	courtesies = NewWordSet("cảm cám ơn xin chào kính gửi trân trọng mong thưa dạ vâng ok thanks các cô chú bác mọi người nhiều " +
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
func (u *Utterance) asksAt(i int) bool {
	w, before := u.Words[i], heardWord{}
	if i > 0 {
		before = u.Words[i-1]
	}
	next := ""
	if i+1 < len(u.Words) {
		next = u.Words[i+1].Plain
	}
	switch {
	case w.Bare && w.Plain == "may":
		return !slices.Contains(beforeMachine, before.Plain) && !slices.Contains(afterMachine, next)
	case slices.Contains(bareShort, w.Plain) && next != "oi", w.Bare && before.Bare && slices.Contains(barePairs, before.Plain+" "+w.Plain):
		return true
	case w.Plain == "sao" && i+1 < len(u.Words) && notWhy.Has(u.Words[i+1]):
		return false
	}
	return interrogatives.Has(w) && !indefinite.Has(before) || bao.Has(before) && baoWhat.Has(w)
}

var bao, baoWhat = NewWordSet("bao"), NewWordSet("giờ lâu")

// Asks reports whether words [first, last) ask what, or whether something is
// so: "có … không", "đã … chưa".
func (u *Utterance) Asks(first, last int) bool {
	end := u.End(first, last)
	return u.AsksWhat(first, last) || u.negates(end) && slices.ContainsFunc(u.Words[first:end], openers.Has)
}

// negates reports whether word i is "không" or "chưa".
func (u *Utterance) negates(i int) bool {
	w := u.Words[i]
	return negations.Has(w) || w.Bare && (w.Plain == "khong" || w.Plain == "chua")
}

// AsksWhat reports whether words [first, last) ask who, what, when, how many.
func (u *Utterance) AsksWhat(first, last int) bool {
	for i := first; i < last; i++ {
		if u.asksAt(i) {
			return true
		}
	}
	return false
}

// End is the last of words [first, last) that is no mere particle.
func (u *Utterance) End(first, last int) int {
	for last--; last > first && particles.Has(u.Words[last]); last-- {
	}
	return last
}

// endsAsking reports whether words [first, last) end with what asks, so that a
// noun after them begins something new.
func (u *Utterance) endsAsking(first, last int) bool {
	at := u.End(first, last)
	if u.negates(at) {
		return true
	}
	if at > first && Measures.Has(u.Words[at]) {
		at--
	}
	return u.asksAt(at)
}

// courteous reports whether words [first, last) are nothing but courtesy.
func (u *Utterance) courteous(first, last int) bool {
	return !slices.ContainsFunc(u.Words[first:last], func(w heardWord) bool { return !courtesies.Has(w) })
}

// AsksPlainly reports whether words [first, last), which are about nothing,
// ask something definite about what stands before them: when, where, who, how
// many, why; but not "thế nào", "là sao", "đúng không".
func (u *Utterance) AsksPlainly(first, last int) bool {
	for i := first; i < last; i++ {
		before := ""
		if i > first {
			before = u.Words[i-1].Plain
		}
		switch w := u.Words[i]; {
		case !u.asksAt(i), w.Plain == "gi", before == "the":
		case w.Plain == "sao" && before != "vi" && before != "tai":
		default:
			return true
		}
	}
	return false
}
