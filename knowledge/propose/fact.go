package propose

import (
	"regexp"
	"strings"
)

// A template turns a fact of a clause into the question that it answers.
type template struct {
	fact  *regexp.Regexp
	asks  string // stands in place of the fact
	worth int
}

// templates by what people ask for; the first that fits a place takes it.
var templates = []template{
	{regexp.MustCompile(`từ (?:ngày |tháng )?\d{1,2}(?:/\d{1,2})?(?:/\d{4})? đến (?:hết )?(?:ngày |tháng )?\d{1,2}(?:/\d{1,2})?(?:/\d{4})?`), "từ ngày nào đến ngày nào", 9},
	{regexp.MustCompile(`từ \d{1,2} giờ(?: \d{2})?(?: phút)? đến \d{1,2} giờ(?: \d{2})?(?: phút)?`), "từ mấy giờ đến mấy giờ", 8},
	{regexp.MustCompile(`(?:chậm nhất|muộn nhất|hạn cuối|hạn chót|trước)(?: là)?(?: ngày)? \d{1,2}/\d{1,2}(?:/\d{4})?`), "hạn đến khi nào", 10},
	{regexp.MustCompile(`(?:đến hết|đến|hết)(?: ngày)? \d{1,2}/\d{1,2}(?:/\d{4})?`), "đến khi nào", 9},
	{regexp.MustCompile(`\d[\d.,]*(?:\s?[–-]\s?\d[\d.,]*)? (?:(?:nghìn|ngàn|triệu|tỷ|tỉ) )?(?:đồng|USD)(?:/[\pL²³]+)?`), "bao nhiêu tiền", 10},
	{regexp.MustCompile(`\d[\d.,]*\s?%`), "bao nhiêu phần trăm", 5},
	{regexp.MustCompile(`(?:lúc )?\d{1,2} giờ(?: \d{2})?(?: phút)?`), "mấy giờ", 7},
	{regexp.MustCompile(`(?:vào |từ )?(?:ngày |sáng |chiều |tối )?\d{1,2}/\d{1,2}(?:/\d{4})?`), "ngày nào", 9},
	{regexp.MustCompile(`(?:trong |từ )?quý [IVX]+(?:/\d{4})?|(?:trong |từ )?tháng \d{1,2}(?:/\d{4})?`), "khi nào", 8},
	{regexp.MustCompile(`\d+ (?:ngày|tháng|năm|phút|tuần|buổi)\b(?: làm việc)?`), "bao lâu", 8},
	{regexp.MustCompile(`\d[\d.,]*(?:\s?[–-]\s?\d[\d.,]*)? `), "bao nhiêu ", 6},
}

var (
	phone = regexp.MustCompile(`\b(?:1[89]00[ .]?\d{2,4}(?:[ .]?\d{2,4})?|0\d{2,3}[ .]?\d{3,4}[ .]?\d{3,4}|11[1-5])\b`)
	where = regexp.MustCompile(`(?:^|\s)(?:tại|ở) (?:\p{Lu}|trụ sở|nhà|trạm|trường|khu|bộ phận|phòng|bến|sân|hội trường|cổng|địa chỉ|số )[^,;.]*`)
	by    = regexp.MustCompile(`(?:^|\s)do (?:\p{Lu}|công ty|đơn vị|ông|bà)[^,;.]*?(?:chủ trì|thực hiện|quản lý|thi công|tài trợ|tổ chức|làm)`)
	ruled = regexp.MustCompile(`^(.{4,70}?) (?:không được|không phải|không|chưa|được|phải|đã) (.{4,60})$`)
	todo  = regexp.MustCompile(`^(.{4,70}?) (?:cần|nên|phải|liên hệ|nộp|mang|gửi|đăng ký) .{4,}$`)
	deny  = regexp.MustCompile(`(?i)không đúng|bác bỏ|sai sự thật|là giả|không có cơ sở|tin giả`)
)

// factsOf are the questions that a clause answers.
func factsOf(clause string, sentence int) []draft {
	if at := phone.FindStringIndex(clause); at != nil {
		return []draft{{text: "Gọi số điện thoại nào để hỏi về", worth: 10, sentence: sentence, whole: true}}
	}
	var all []draft
	rest := clause
	for _, t := range templates {
		if at := t.fact.FindStringIndex(rest); at != nil {
			if text, ok := asked(clause, at, t.asks); ok {
				all = append(all, draft{text: text, worth: t.worth, sentence: sentence})
			}
			rest = rest[:at[0]] + strings.Repeat("_", at[1]-at[0]) + rest[at[1]:]
		}
	}
	if at := where.FindStringIndex(clause); at != nil {
		if text, ok := asked(clause[:at[1]], at, " ở đâu"); ok {
			all = append(all, draft{text: text, worth: 8, sentence: sentence})
		}
	}
	if at := by.FindStringIndex(clause); at != nil && len(strings.Fields(clause[:at[0]])) > fewest {
		all = append(all, draft{text: "Đơn vị nào làm " + lower(clause[:at[0]]), worth: 6, sentence: sentence})
	}
	if m := todo.FindStringSubmatch(clause); m != nil && says(m[1]) {
		all = append(all, draft{text: tail(m[1]) + " phải làm gì", worth: 6, sentence: sentence})
	}
	if m := ruled.FindStringSubmatch(clause); m != nil && says(m[1]) {
		all = append(all, draft{text: tail(m[1]) + " có " + head(m[2]) + " không", worth: 7, sentence: sentence})
	}
	if deny.MatchString(clause) {
		all = append(all, draft{text: "Có đúng là " + lower(head(deny.ReplaceAllString(clause, ""))) + " không", worth: 8, sentence: sentence})
	}
	return all
}

// says reports whether what somebody does or is says who: "người nghèo", not "2026" or "có".
func says(who string) bool {
	words := strings.Fields(who)
	return len(words) >= fewest
}

// asked is a clause with the words that ask in place of a fact; false where nothing says
// of what.
func asked(clause string, at []int, asks string) (string, bool) {
	before := tail(clause[:at[0]])
	after := after(clause[at[1]:], strings.HasSuffix(asks, " "))
	if len(strings.Fields(before))+len(strings.Fields(after)) < fewest {
		return "", false
	}
	return strings.Join(strings.Fields(before+" "+asks+" "+after), " "), true
}

// tail is the last words of what stands before a fact, from where something begins.
func tail(text string) string {
	if at := strings.LastIndexAny(text, "(,"); at >= 0 && len(strings.Fields(text[at+1:])) >= fewest {
		text = text[at+1:]
	}
	words := strings.Fields(strings.Trim(text, " (,–-"))
	if len(words) <= wordsBefore {
		return strings.Join(words, " ")
	}
	words = words[len(words)-wordsBefore:]
	for i, w := range words[:wordsBefore/2] {
		if binding[strings.ToLower(w)] {
			words = words[i+1:]
			break
		}
	}
	return strings.Join(words, " ")
}

func head(text string) string {
	words := strings.Fields(text)
	return withoutEnd(strings.Join(words[:min(len(words), wordsBefore)], " "))
}

// after is the words that belong to a fact, up to the next; of what is counted only the
// first.
func after(text string, counted bool) string {
	if at := strings.IndexAny(text, ",(.;–"); at >= 0 {
		text = text[:at]
	}
	var kept []string
	for _, w := range strings.Fields(text) {
		if strings.ContainsAny(w, "0123456789") || len(kept) == wordsAfter {
			break
		}
		kept = append(kept, w)
	}
	if !counted && len(kept) == wordsAfter {
		return ""
	}
	return withoutEnd(strings.Join(kept, " "))
}
