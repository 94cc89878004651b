package letter

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"phatngon/knowledge/importer/paper"
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

// Documents of several offices say so behind their kind.
var joint = regexp.MustCompile(` LIÊN (?:NGÀNH|TỊCH)$`)

func isKind(text string) bool {
	return documentTypes[joint.ReplaceAllString(strings.TrimRight(text, " :"), "")]
}

// headline reads the title after the letterhead: "V/v …" under the number, or
// the kind of document and what follows it.
func (l *letter) headline(lines []paper.Line) {
	if i := firstOf(lines, 0, subject.MatchString); i >= 0 && lines[i].Block < l.from {
		text := lines[i].Text
		l.used[i] = true
		for j := i + 1; j < len(lines) && inBlock(lines[i], lines[j]) && lines[j].Side > 0; j++ {
			text += " " + lines[j].Text
			l.used[j] = true
		}
		l.setTitle("Về việc "+subject.ReplaceAllString(text, ""), lines[i].At)
		return
	}
	after := 0
	for after < len(lines) && lines[after].Block < l.from {
		after++
	}
	// Set close under number and date, the kind may have been taken for a row of the letterhead.
	i := firstOf(lines[:min(after+4, len(lines))], 0, isKind)
	if i < 0 {
		if after < len(lines) && subject.MatchString(lines[after].Text) {
			l.from = lines[after].Block + 1
			l.used[after] = true
			l.setTitle(lines[after].Text, lines[after].At)
		}
		return
	}
	kind := sentenceCase(strings.TrimRight(lines[i].Text, " :"))
	l.used[i] = true
	text, next := l.subtitle(lines, max(i+1, after))
	l.beginAfter(lines[:next])
	switch {
	case text == "":
		l.problem("title", lines[i].At, "Chỉ thấy loại văn bản “%s”, không thấy trích yếu; hãy nhập tiêu đề.", kind)
	case subject.MatchString(text):
		l.setTitle(kind+" về việc "+subject.ReplaceAllString(text, ""), lines[i].At)
	default:
		l.setTitle(text, lines[i].At)
	}
}

// subtitle joins the lines set like a title, four at most, from i on; next is
// the line after them.
func (l *letter) subtitle(lines []paper.Line, i int) (text string, next int) {
	var parts []string
	for next = i; next < len(lines) && next < i+4; next++ {
		at := lines[next]
		if paper.Rule.MatchString(at.Text) {
			continue
		}
		if issues(lines[next:], parts, paper.Rule.MatchString(lines[next-1].Text)) {
			break
		}
		titled := at.Centred || at.Bold || len(parts) == 0 && subject.MatchString(at.Text)
		if !titled || greeting.MatchString(at.Text) || utf8.RuneCountInString(at.Text) > 300 {
			break
		}
		parts = append(parts, at.Text)
		l.used[next] = true
	}
	return strings.Join(parts, " "), next
}

var (
	// issuer is who decides, as decisions name it under their title (Decree
	// 30/2020/NĐ-CP, Appendix III, forms 1.1 and 1.2).
	issuer = regexp.MustCompile(`^(?:SỞ|CỤC|CHI CỤC|TỔNG CỤC|BỘ TRƯỞNG|CÔNG AN|TỈNH ỦY|THÀNH ỦY|ĐẢNG ỦY|VĂN PHÒNG|THANH TRA|BAN (?:THƯỜNG VỤ|CHẤP HÀNH|CHỈ ĐẠO|QUẢN LÝ|DÂN TỘC|CHỈ HUY|TỔ CHỨC)|BỘ CHỈ HUY|HỘI ĐỒNG|THƯỜNG TRỰC)(?: |$)`)
	// people's committees and councils are not part of what is decided, unless
	// the line above goes on to them.
	council = regexp.MustCompile(`^(?:THƯỜNG TRỰC )?(?:(?:ỦY|UỶ) BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND)(?: |$)`)
	session = regexp.MustCompile(`^(?:KHÓA|KHOÁ|KỲ HỌP|NHIỆM KỲ)\s`)
	basis   = regexp.MustCompile(`^(?:Căn cứ|Xét|Theo|Thực hiện|Trên cơ sở|Sau khi)\s`)
)

// issues reports whether the first of lines names who decides: it ends the
// title and begins the text. It is in capitals under a title that has small
// letters or a line drawn below it; under a title in capitals, right before what
// the decision rests on.
func issues(lines []paper.Line, title []string, ruled bool) bool {
	text := lines[0].Text
	_, _, position := paper.Position(text)
	sure := position || council.MatchString(text)
	if !paper.AllCapitals(text) || !sure && !issuer.MatchString(text) {
		return false
	}
	above := ""
	if len(title) > 0 {
		above = title[len(title)-1]
	}
	if above != "" && (ruled || !paper.AllCapitals(above)) {
		return true
	}
	next := firstOf(lines, 1, func(s string) bool { return !session.MatchString(s) && !paper.Rule.MatchString(s) })
	return sure && !goesOn.MatchString(above) && (next < 0 && above != "" || next > 0 && basis.MatchString(lines[next].Text))
}

// goesOn is the end of a line in capitals that says more on the next one.
var goesOn = regexp.MustCompile(`(?:,|-| (?:VÀ|CỦA|TẠI|CHO|VỚI|DO|THUỘC|THEO|TRONG|VỀ|SỞ|BAN|PHÒNG|CỤC|VIỆN|TRUNG TÂM|TRƯỜNG|TỈNH|XÃ|PHƯỜNG|CÔNG TY|VIÊN))$`)

// beginAfter lets the text begin after lines of the front. What stands behind
// them in the same paragraph is of the text.
func (l *letter) beginAfter(front []paper.Line) {
	last := front[len(front)-1].Block
	if last < l.from {
		return
	}
	l.from = last + 1
	taken := 0
	for _, at := range front {
		if at.Block == last {
			taken++
		}
	}
	b := &l.Blocks[last]
	for i, text := range b.Lines {
		if strings.TrimSpace(text) == "" {
			continue
		}
		if taken--; taken < 0 {
			b.Lines, l.from = b.Lines[i:], last
			return
		}
	}
}

func (l *letter) setTitle(text string, at int) {
	text = strings.TrimRight(text, " .:;_=*–—-") // a line drawn under it
	for i, r := range text {
		text = text[:i] + string(unicode.ToUpper(r)) + text[i+utf8.RuneLen(r):]
		break
	}
	l.fact("title", text, l.Where(at))
}

// subjectOnly is the title of a text without a letterhead: a line at the front
// that is set like one. The line stays part of the file's own data when a page
// has a title already.
func (l *letter) subjectOnly(lines []paper.Line) {
	if l.has("title") || len(lines) == 0 {
		return
	}
	first := lines[0]
	if (first.Bold || first.Centred) && first.Side == 0 && utf8.RuneCountInString(first.Text) <= 300 && len(l.Blocks) > 1 {
		l.from = first.Block + 1
		l.setTitle(first.Text, first.At)
	}
}
