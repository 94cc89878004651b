package bearing

import (
	"maps"

	"phatngon/knowledge/answer/message"
	"phatngon/knowledge/search"
	"phatngon/knowledge/statement"
)

// QuestionWords is what a question says: its wording, its different ordinary
// words, and those of asking.
type QuestionWords struct {
	Wording          string
	Ordinary, asking message.WordSet
}

// WordsOf reads what a question, a title or a hint says.
func WordsOf(x *search.Index, text string) QuestionWords {
	w := QuestionWords{statement.Wording(text), message.WordSet{}, message.WordSet{}}
	for _, asked := range x.Read(text).Asked() {
		switch {
		case Slight[asked.Key]:
		case asked.Asking == 1 && !message.Measures[asked.Key]:
			w.Ordinary[asked.Key] = true
		case asked.Asking > courtesyAsking: // so "mấy ngày" is not "mấy giờ"
			w.asking[asked.Key] = true
		}
	}
	return w
}

// Slight words stand in a question or not, and it asks the same.
var Slight = message.NewWordSet("ở tại về trong vào của các những thì là vậy thế")

// Same reports whether other asks the same: in the same words, or in the same ordinary words
// without asking for anything else.
func (w QuestionWords) Same(other QuestionWords) bool {
	return w.Wording == other.Wording || len(w.Ordinary) >= FewWords && maps.Equal(w.Ordinary, other.Ordinary) && other.asking.Holds(w.asking)
}

// Light words stand in what leans on a topic without being about anything.
var Light = message.NewWordSet("thì thế còn vậy có phải hết cái lúc cần theo xong được bị kiểu mất đó này đấy nó con luôn nữa số gọi tầm khoảng thi the vay phai " +
	"đến từ tới den tu toi het luc can xong duoc bi kieu mat do nay so goi bên phần riêng khoản")

const (
	courtesyAsking = 0.1 // the most a word of courtesy weighs
	FewWords       = 3   // fewer do not make a question
)
