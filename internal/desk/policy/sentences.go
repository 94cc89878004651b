package policy

import (
	"slices"
	"strings"
	"unicode"

	"phatngon/internal/desk"
)

// Sentences are those of the bot that an office may word itself. They say nothing of any
// matter: what is official comes from statements only, so none may hold a figure, a link or
// the marks of a quotation.
type Sentences struct {
	Note      string `json:"note"`
	Certainty string `json:"certainty"`
	Greeting  string `json:"greeting"`
	Thanks    string `json:"thanks"`
	Bye       string `json:"bye"`
	Receipt   string `json:"receipt"` // the last line of a request's receipt; "" = none
}

// Sentence is one of them, with who hears it.
type Sentence struct{ Key, When, Text string }

// PlaceAssistant stands in the greeting for the words by which the bot says that it is a
// machine (Law on Artificial Intelligence: who talks with one is told so).
const PlaceAssistant = "{trợ lý}"

// longestSentence bounds a sentence, in characters.
const longestSentence = 400

// ReadSentences reads the sentences (data/sentences.json), or says what is wrong with which.
func ReadSentences(data []byte) (t Sentences, err error) {
	if err := desk.Decode(string(KindSentences), data, &t); err != nil {
		return t, err
	}
	for _, s := range t.All() {
		if err := s.check(); err != nil {
			return t, err
		}
	}
	if !certain(t.Certainty) {
		return t, invalid(KindSentences, "certainty", "Mức chắc chắn (certainty) phải là C, L hoặc U.")
	}
	return t, nil
}

// All are the sentences, in the order of a conversation.
func (t Sentences) All() []Sentence {
	return []Sentence{
		{"greeting", "Mọi người, khi bắt đầu trò chuyện hoặc chào trợ lý ảo; dưới câu là các lựa chọn", t.Greeting},
		{"receipt", "Người vừa gửi yêu cầu, ở cuối biên nhận tiếng Việt", t.Receipt},
		{"thanks", "Người cảm ơn trợ lý ảo", t.Thanks},
		{"bye", "Người chào tạm biệt", t.Bye},
	}
}

func (s Sentence) check() error {
	var allowed []string
	if s.Key == "greeting" {
		allowed = []string{PlaceAssistant}
	}
	for _, place := range placeholder.FindAllString(s.Text, -1) {
		if !slices.Contains(allowed, place) {
			return invalid(KindSentences, s.Key, "Câu %q: không có chỗ trống %s.", s.Key, place)
		}
	}
	for _, place := range allowed {
		if strings.Count(s.Text, place) != 1 {
			return invalid(KindSentences, s.Key, "Câu %q phải có đúng một %s: người hỏi phải biết mình đang nói chuyện với trợ lý ảo (AI).", s.Key, place)
		}
	}
	switch {
	case strings.TrimSpace(s.Text) == "" && s.Key != "receipt":
		return invalid(KindSentences, s.Key, "Câu %q chưa có lời.", s.Key)
	case len([]rune(s.Text)) > longestSentence:
		return invalid(KindSentences, s.Key, "Câu %q dài quá %d ký tự.", s.Key, longestSentence)
	case tells(s.Text):
		return invalid(KindSentences, s.Key, "Câu %q có chữ số, liên kết, địa chỉ thư hoặc dấu “ ”. Thông tin chỉ được nói bằng phát ngôn đã ký: vui lòng bỏ phần đó, hoặc soạn một phát ngôn.", s.Key)
	}
	return nil
}

// tells reports whether a text holds what could be a fact, or could be taken for a quotation.
func tells(text string) bool {
	low := strings.ToLower(text)
	return strings.ContainsFunc(text, unicode.IsDigit) || strings.ContainsAny(text, "“”\"«»@") || strings.Contains(low, "://") || strings.Contains(low, "www.") || strings.Contains(low, ".vn")
}

// Sentences are the bot's as they are worded now.
func (s Set) Sentences() Sentences {
	if s.sentences == (Sentences{}) {
		return seedSet().sentences // a set of nothing
	}
	return s.sentences
}
