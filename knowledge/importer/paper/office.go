package paper

import (
	"regexp"
	"strings"
)

// How the words behind a word of an office are written (Decree 30/2020/NĐ-CP,
// Appendix II, IV): one capital in "Phòng Giáo dục thường xuyên", one for each
// branch in "Sở Giáo dục và Đào tạo", one a word in "xã Trung Sơn".
const (
	oneCapital = iota + 1
	branches
	names
)

type officeWord struct {
	written string
	then    int // how the next words are written; 0 small
}

var officeWords = wordsOfOffices()

func wordsOfOffices() map[string]officeWord {
	out := map[string]officeWord{}
	add := func(then int, list ...string) {
		for _, w := range list {
			out[strings.ToUpper(w)] = officeWord{w, then}
		}
	}
	add(0, "phụ trách", "điều hành", "kiêm", "Thường trực", "Ủy ban nhân dân", "Hội đồng nhân dân", "Thanh Hóa", "Việt Nam", "Mặt trận Tổ quốc")
	add(0, heads...)
	add(oneCapital, "Trung tâm", "Phòng", "Ban", "Ban Quản lý", "Chi cục", "Cục", "Trường", "Công ty", "Bệnh viện", "Thanh tra", "Đội", "Hạt", "Trạm", "Viện", "Quỹ", "Hội đồng", "Công an")
	add(branches, "Sở", "Bộ", "Tổng cục")
	add(names, "tỉnh", "xã", "phường", "huyện", "thành phố", "thị xã", "thị trấn", "khu vực", "đặc khu")
	return out
}

var romanNumber = regexp.MustCompile(`^[IVX]{2,}$`)

// afterPosition writes what stands in capitals behind a position as it is in
// running text. Letters that are no word stay: "UBND".
func afterPosition(rest string) string {
	words := strings.Fields(rest)
	var out strings.Builder
	how, begin := oneCapital, true
	for i := 0; i < len(words); {
		out.WriteByte(' ')
		if w, n := officeWordAt(words[i:]); n > 0 {
			out.WriteString(w.written)
			how, begin = w.then, w.then > 0
			if i += n; strings.HasSuffix(words[i-1], ",") {
				out.WriteByte(',')
			}
			continue
		}
		out.WriteString(wordOfOffice(words[i], begin))
		comma := strings.HasSuffix(words[i], ",")
		begin = how == names && !comma || how == branches && (comma || words[i] == "VÀ") || words[i] == "-"
		i++
	}
	return out.String()
}

func wordOfOffice(word string, begin bool) string {
	switch bare := strings.TrimRight(word, ","); {
	case !isSyllable(bare) || romanNumber.MatchString(bare):
		return word
	case begin && bare != "VÀ":
		return upperFirst(strings.ToLower(word))
	}
	return strings.ToLower(word)
}

// OfOffice reports whether words in capitals begin with one of an office.
func OfOffice(text string) bool {
	_, n := officeWordAt(strings.Fields(text))
	return n > 0
}

// officeWordAt is the longest word of offices that words begin with, and of how
// many words it is.
func officeWordAt(words []string) (officeWord, int) {
	for n := min(4, len(words)); n > 0; n-- {
		if w, ok := officeWords[strings.TrimRight(strings.Join(words[:n], " "), ",")]; ok {
			return w, n
		}
	}
	return officeWord{}, 0
}
