package slots

import (
	"regexp"
	"slices"
	"strings"
)

// roles are what an amount may be, as it is asked for and as it is said.
var roles = []struct{ asked, said *regexp.Regexp }{
	{phrases(`phat`), phrases(`phat|xu phat`)},
	{phrases(`luong|thu nhap`), phrases(`luong|thu nhap|tien cong|phu cap`)},
	{phrases(`kinh phi|von|tong muc|dau tu`), phrases(`kinh phi|von|tong|dau tu|tri gia|ngan sach|chi`)},
	{phrases(`gia|ban|thue`), phrases(`gia|ve|ban|mua|thue|thu|cuoc|phi|mien|khong thu`)},
}

// otherAmount: a fine, a wage, a price or a cost is asked for, and the span
// has amounts of another kind only.
func (r *reading) otherAmount() bool {
	if !amount.asked.MatchString(r.asked) {
		return false
	}
	for _, role := range roles {
		if role.asked.MatchString(r.asked) && !r.says(role.said) {
			return true
		}
	}
	return false
}

// otherMatter: what the span has of the kind asked for stands in clauses
// without a word of what it is asked of.
func (r *reading) otherMatter() bool {
	focus := r.focus()
	return slices.ContainsFunc(r.wanted, func(k *kind) bool {
		return k.least > 0 && len(focus) >= k.least && !r.beside(k, focus)
	})
}

// beside reports whether a clause that holds k, or the one before it, has a
// word of focus.
func (r *reading) beside(k *kind, focus []string) bool {
	for i, c := range r.clauses {
		near := folded(strings.Join(r.clauses[max(0, i-1):i+1], "\n"))
		if k.held(c) && slices.ContainsFunc(focus, func(word string) bool { return holds(near, word) }) {
			return true
		}
	}
	return false
}

// focus is the words asked about that the statement has, but not in its title,
// which all its clauses are about.
func (r *reading) focus() (words []string) {
	title := folded(r.span.Title)
	for _, word := range strings.Fields(r.about) {
		if !holds(empty, word) && holds(r.statement, word) && !holds(title, word) {
			words = append(words, word)
		}
	}
	return words
}

// empty are the words that say nothing of what is asked about.
var empty = folded(`em e anh chị tôi tui mình mk cháu con cho hỏi ạ a à ad admin bạn ơi với thì là mà và của có không ko k chưa
	được dc đc bị phải cần bao nhiêu mấy nào mô gì chi sao răng rứa vậy v z thế đâu ai hay hả nhỉ nhé hè nỏ chừ giờ đang đã sẽ các
	những một ở tại trong ngoài này ni kia đó ấy nghe nói bảo biết xin muốn từ đến về ra vào lên xuống khi nào lúc ngày hôm bữa
	tháng năm để theo như thế mới thêm nữa còn cũng cứ rồi lại đi nhiều ít hết tiền đồng đúng bên nhà người cái con chiếc số bn
	hông vì do bởi mỗi nếu hoặc cùng nhất`)
