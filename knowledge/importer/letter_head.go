package importer

import (
	"phatngon/knowledge/statement"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// headLines is how many lines a letterhead and title take at most.
const headLines = 40

// The pieces of a document's number: 123/TB-SYT, 12/2026/QĐ-UBND, 45-TB/TU;
// many leave spaces at its dashes.
const (
	digits    = `\d[\d.]*[a-zđ]?(?:\s*/\s*\d{4})?`
	slash     = `\s*[-–—/]\s*`
	thenPlace = `(?:\s+\p{Lu}[\p{L}. -]{1,40},\s*ngày .*)?`
)

var (
	numberLine = regexp.MustCompile(`^(?i:số)\s*[:.]?\s*(` + digits + slash + `[\p{Lu}\d][\p{L}\d&.]*(?:` + slash + `[\p{L}\d&.]+)*)` + thenPlace + `$`)
	numberLike = regexp.MustCompile(`^(?i:số)\s*:\s*\d`)
	blankNo    = regexp.MustCompile(`^(?i:số)\s*[:.]?\s*[.…_]*\s*/\s?\p{Lu}`)
	dateLine   = regexp.MustCompile(`^(?:Số.{0,60}\s)?\p{Lu}[\p{L}. -]{1,40},\s*[Nn]gày\s+(\d{1,2})(?:\s*tháng\s*|\s*/\s*)(\d{1,2})(?:,?\s*năm\s*|\s*/\s*)(\d{4})\s*\.?$`)
	restOfDate = regexp.MustCompile(`^(?:(?:tháng\s*)?(?:\d{1,2}\s*)?năm\s*)?\d{4}$|^\d{1,2}\s*năm\s*\d{4}$`)
	blankDate  = regexp.MustCompile(`^(?:Số.{0,60}\s)?\p{Lu}[\p{L}. -]{1,40},\s*[Nn]gày\s*[.…_]*\s*(?:\d{0,2}\s*)?tháng\s*[.…_]*\s*\d{0,2}\s*năm\s*\d{0,4}\s*\.?$`)
	subject    = regexp.MustCompile(`(?i)^(?:V/v\s*:?|Về việc)\s*`)
	rule       = regexp.MustCompile(`^[\s_*\-–—=.·•oO0]{3,}$`)
	greeting   = regexp.MustCompile(`(?i)^kính g[ửở]i`)
	stamp      = regexp.MustCompile(`^(?:DỰ THẢO|(?:THƯỢNG )?KHẨN|HỎA TỐC.*|(?:TỐI |TUYỆT )?MẬT|BẢN SAO|SAO Y.*)$`)
	// besideMotto is a unit and the motto on one line, as tabs set them.
	besideMotto = regexp.MustCompile(`^(\p{Lu}[\p{Lu}\s.,&-]{2,60}?)\s+(?:CỘNG H[OÒ][AÀ] XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc)$`)
	cutMotto    = regexp.MustCompile(`CỘNG H[OÒ][AÀ] XÃ HỘI CHỦ NGHĨA VIỆT$`)
	motto       = regexp.MustCompile(`(?i)^(?:CỘNG H[OÒ][AÀ] XÃ HỘI CHỦ NGHĨA(?: VIỆT(?: NAM)?)?$|CỘNG H[OÒ][AÀ] XÃ HỘI CHỦ NGHĨA VIỆT NAM|(?:VIỆT )?NAM$|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc)`)
)

// documentTypes are the kinds of documents that carry a heading (Decree
// 30/2020/NĐ-CP, Art. 7).
var documentTypes = map[string]bool{
	"THÔNG BÁO": true, "THÔNG CÁO": true, "THÔNG CÁO BÁO CHÍ": true, "BÁO CÁO": true, "KẾ HOẠCH": true, "CÔNG ĐIỆN": true,
	"HƯỚNG DẪN": true, "CHỈ THỊ": true, "QUYẾT ĐỊNH": true, "NGHỊ QUYẾT": true, "TỜ TRÌNH": true, "KẾT LUẬN": true,
	"THÔNG BÁO KẾT LUẬN": true, "CHƯƠNG TRÌNH": true, "PHƯƠNG ÁN": true, "ĐỀ ÁN": true, "QUY CHẾ": true, "QUY ĐỊNH": true,
	"BÁO CÁO NHANH": true, "THÔNG BÁO KHẨN": true, "CÔNG ĐIỆN KHẨN": true, "BIÊN BẢN": true, "LỜI KÊU GỌI": true, "THƯ CẢM ƠN": true, "THÔNG TIN": true,
	"CÔNG BỐ": true, "THƯ NGỎ": true, "LỊCH": true, "PHÁT NGÔN": true, "THÔNG TIN BÁO CHÍ": true, "GIẤY MỜI": true,
}

// head reads number, date, unit and title at the front.
func (l *letter) head() {
	lines := l.lines(0, len(l.blocks))
	lines = lines[:min(len(lines), headLines)]
	if i := firstOf(lines, 0, isProse); i >= 0 {
		lines = lines[:i] // what stands in or below the text is not of the letterhead
	}
	lines = pastMotto(apartFromMotto(lines))
	end := l.number(lines)
	end = max(end, l.date(lines), firstOf(lines, 0, motto.MatchString))
	if end < 0 {
		l.subjectOnly(lines)
		return // no letterhead
	}
	l.unit(lines)
	for i := range lines[:end+1] {
		l.from = max(l.from, lines[i].block+1)
	}
	l.headline(lines)
	l.unread(lines)
}

// apartFromMotto gives a line of its own to a unit that stands beside the
// motto.
func apartFromMotto(lines []line) []line {
	var out []line
	for _, at := range lines {
		if m := besideMotto.FindStringSubmatch(at.text); m != nil {
			unit := at
			unit.text, at.text = m[1], strings.TrimSpace(at.text[len(m[1]):])
			out = append(out, unit)
		}
		out = append(out, at)
	}
	return out
}

// pastMotto takes the last word of the motto, which stands on a line of its own
// when the letterhead is narrow, from what stands beside it.
func pastMotto(lines []line) []line {
	cut := slices.ContainsFunc(lines, func(at line) bool { return cutMotto.MatchString(at.text) })
	for i, at := range lines {
		if cut {
			lines[i].text = strings.TrimSuffix(at.text, " NAM")
		}
	}
	return lines
}

// unread notes the lines of the front that were taken for nothing.
func (l *letter) unread(lines []line) {
	for i, at := range lines {
		if at.block < l.from && !l.used[i] && !motto.MatchString(at.text) && !rule.MatchString(at.text) {
			l.doubts.note(leftOut, at.at, at.text)
		}
	}
}

// isProse tells the first line of the text itself.
func isProse(s string) bool {
	return utf8.RuneCountInString(s) > 200 || greeting.MatchString(s)
}

// number finds "Số: 123/TB-SYT" and returns its line.
func (l *letter) number(lines []line) int {
	for i, at := range lines {
		switch m := numberLine.FindStringSubmatch(at.text); {
		case m != nil:
			l.fact("document_no", inOneForm(m[1]), l.where(at.at))
		case blankNo.MatchString(at.text):
			l.problem("document_no", at.at, "Số văn bản (%s) còn để trống; hãy nhập số sau khi văn bản được ban hành.", l.where(at.at))
		case numberLike.MatchString(at.text) && strings.Contains(at.text, "/"):
			l.problem("document_no", at.at, "Số văn bản (%s) không đọc được: “%s”; hãy nhập số.", l.where(at.at), shortened(at.text, maxQuote))
		default:
			continue
		}
		l.used[i] = true
		return i
	}
	return -1
}

// inOneForm is a document's number without spaces, with plain dashes.
func inOneForm(number string) string {
	number = strings.NewReplacer("–", "-", "—", "-").Replace(strings.TrimRight(number, ". "))
	return strings.Join(strings.Fields(number), "")
}

// date finds "Thanh Hóa, ngày 20 tháng 11 năm 2026".
func (l *letter) date(lines []line) int {
	for i, at := range lines {
		text := at.text
		if next := i + 1; next < len(lines) && inBlock(at, lines[next]) && restOfDate.MatchString(lines[next].text) {
			text += " " + lines[next].text
			l.used[next] = next > 0 && text != at.text && dateLine.MatchString(text)
		}
		if m := dateLine.FindStringSubmatch(text); m != nil {
			if day, ok := dayOf(m[1], m[2], m[3]); ok {
				l.d.Statement.IssuedAt = day
				l.found("issued_at", day.Format("02/01/2006"), l.where(at.at))
				l.used[i] = true
				return i
			}
		}
		if blankDate.MatchString(at.text) {
			l.problem("issued_at", at.at, "Ngày ban hành (%s) còn để trống hoặc không có thật; hãy nhập ngày.", l.where(at.at))
			l.used[i] = true
			return i
		}
	}
	return -1
}

// dayOf is a day that the calendar has.
func dayOf(d, m, y string) (time.Time, bool) {
	day, _ := strconv.Atoi(d)
	month, _ := strconv.Atoi(m)
	year, _ := strconv.Atoi(y)
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, statement.Vietnam)
	return t, year >= 1945 && year <= 2200 && t.Day() == day && int(t.Month()) == month
}

// headline reads the title after the letterhead: "V/v …" under the number, or
// the kind of document and what follows it.
func (l *letter) headline(lines []line) {
	if i := firstOf(lines, 0, subject.MatchString); i >= 0 && lines[i].block < l.from {
		text := lines[i].text
		l.used[i] = true
		for j := i + 1; j < len(lines) && inBlock(lines[i], lines[j]) && lines[j].side > 0; j++ {
			text += " " + lines[j].text
			l.used[j] = true
		}
		l.setTitle("Về việc "+subject.ReplaceAllString(text, ""), lines[i].at)
		return
	}
	after := 0
	for after < len(lines) && lines[after].block < l.from {
		after++
	}
	i := firstOf(lines[:min(after+4, len(lines))], after, func(s string) bool { return documentTypes[strings.TrimRight(s, " :")] })
	if i < 0 {
		if after < len(lines) && subject.MatchString(lines[after].text) {
			l.from = lines[after].block + 1
			l.used[after] = true
			l.setTitle(lines[after].text, lines[after].at)
		}
		return
	}
	kind := sentenceCase(strings.TrimRight(lines[i].text, " :"))
	l.used[i] = true
	text, next := l.subtitle(lines, i+1)
	l.from = max(l.from, lines[next-1].block+1)
	switch {
	case text == "":
		l.problem("title", lines[i].at, "Chỉ thấy loại văn bản “%s”, không thấy trích yếu; hãy nhập tiêu đề.", kind)
	case subject.MatchString(text):
		l.setTitle(kind+" về việc "+subject.ReplaceAllString(text, ""), lines[i].at)
	default:
		l.setTitle(text, lines[i].at)
	}
}

// subtitle joins the lines set like a title, four at most, from i on; next is
// the line after them.
func (l *letter) subtitle(lines []line, i int) (text string, next int) {
	var parts []string
	for next = i; next < len(lines) && next < i+4; next++ {
		at := lines[next]
		if rule.MatchString(at.text) {
			continue
		}
		titled := at.centred || at.bold || len(parts) == 0 && subject.MatchString(at.text)
		if !titled || greeting.MatchString(at.text) || utf8.RuneCountInString(at.text) > 300 {
			break
		}
		parts = append(parts, at.text)
		l.used[next] = true
	}
	return strings.Join(parts, " "), next
}

func (l *letter) setTitle(text string, at int) {
	text = strings.TrimRight(text, " .:;_=*–—-") // a line drawn under it
	for i, r := range text {
		text = text[:i] + string(unicode.ToUpper(r)) + text[i+utf8.RuneLen(r):]
		break
	}
	l.fact("title", text, l.where(at))
}

// subjectOnly is the title of a text without a letterhead: a line at the front
// that is set like one. The line stays part of the file's own data when a page
// has a title already.
func (l *letter) subjectOnly(lines []line) {
	if l.has("title") || len(lines) == 0 {
		return
	}
	first := lines[0]
	if (first.bold || first.centred) && first.side == 0 && utf8.RuneCountInString(first.text) <= 300 && len(l.blocks) > 1 {
		l.from = first.block + 1
		l.setTitle(first.text, first.at)
	}
}
