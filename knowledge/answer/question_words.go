package answer

import (
	"maps"
	"phatngon/knowledge/search"
	"phatngon/knowledge/statement"
)

// questionWords is what a question says: its wording, its different ordinary
// words, and those of asking.
type questionWords struct {
	wording          string
	ordinary, asking wordSet
}

func wordsOf(x *search.Index, text string) questionWords {
	w := questionWords{statement.Wording(text), wordSet{}, wordSet{}}
	for _, asked := range x.Read(text).Asked() {
		switch {
		case slight[asked.Key]:
		case asked.Asking == 1 && !measures[asked.Key]:
			w.ordinary[asked.Key] = true
		case asked.Asking > courtesyAsking: // so "mấy ngày" is not "mấy giờ"
			w.asking[asked.Key] = true
		}
	}
	return w
}

// slight words stand in a question or not, and it asks the same.
var slight = newWordSet("ở tại về trong vào của các những thì là vậy thế")

// same reports whether other asks the same: in the same words, or in the same ordinary words
// without asking for anything else.
func (w questionWords) same(other questionWords) bool {
	return w.wording == other.wording || len(w.ordinary) >= fewWords && maps.Equal(w.ordinary, other.ordinary) && other.asking.holds(w.asking)
}

// light words stand in what leans on a topic without being about anything.
var light = newWordSet("thì thế còn vậy có phải hết cái lúc cần theo xong được bị kiểu mất đó này đấy nó con luôn nữa số gọi tầm khoảng thi the vay phai " +
	"đến từ tới den tu toi het luc can xong duoc bi kieu mat do nay so goi bên phần riêng khoản")

const (
	courtesyAsking = 0.1 // the most a word of courtesy weighs
	fewWords       = 3   // fewer do not make a question
)
