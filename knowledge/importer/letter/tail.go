package letter

import (
	"regexp"
	"strings"

	"phatngon/knowledge/importer/paper"
)

// tailLines is how far from the end a signature is looked for.
const tailLines = 400

var (
	authority = regexp.MustCompile(`^(TM|KT|TL|TUQ|T/M|K/T|T/L)\s*\.?\s*\p{Lu}`)
	acting    = regexp.MustCompile(`^(?:Q\s*\.|QUYỀN)\s*`)
	signed    = regexp.MustCompile(`(?i)^[(\[]?\s*(?:Đã ký|Chữ ký|Ký tên|Đã ký và đóng dấu|Ký số)[^)\]]*[)\]]?$`)
	rank      = regexp.MustCompile(`^(?:(?:GS|PGS|TS|ThS|Ths|Th\.S|BS|BSCKI+|BSCK|CK[I12]+|DS|KS|KTS|CN|LS|NGƯT|NGND|TTƯT|TTND)\s*\.?\s*|(?:Đại|Thượng|Trung|Thiếu) (?:tá|tướng|úy),?\s+)+`)
	personal  = regexp.MustCompile(`^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*){1,5}$|^\p{Lu}{2,}(?: \p{Lu}+){1,5}$`)
)

// positions of those who sign, as they are written; the heads of a unit first.
var heads = []string{
	"Chủ tịch", "Giám đốc", "Tổng Giám đốc", "Cục trưởng", "Chi cục trưởng", "Trưởng ban", "Chánh Thanh tra", "Viện trưởng",
	"Chánh án", "Tổng Biên tập", "Chánh Văn phòng", "Bí thư", "Trưởng phòng", "Hiệu trưởng", "Chỉ huy trưởng", "Chủ nhiệm",
	"Trưởng Thuế tỉnh", "Đội trưởng", "Vụ trưởng", "Tổng cục trưởng", "Trưởng đoàn", "Trưởng Công an", "Chính ủy", "Tổng Thư ký",
	"Trạm trưởng", "Hạt trưởng", "Thủ trưởng", "Trưởng cơ quan", "Trưởng trạm", "Chỉ huy phó", "Tỉnh đội trưởng",
}

// spokesman is a role: what stands above it is the position, below it the
// name.
const spokesman = "NGƯỜI PHÁT NGÔN"

// ranks of a position are written small after it.
var ranks = strings.NewReplacer(" THƯỜNG TRỰC", " Thường trực", " PHỤ TRÁCH", " phụ trách", " ĐIỀU HÀNH", " điều hành")

// positionOf reads a line in capitals that is a position: "PHÓ GIÁM ĐỐC",
// "Q. GIÁM ĐỐC", "CHỦ TỊCH UBND TỈNH".
func positionOf(text string) (position string, head, ok bool) {
	if !paper.AllCapitals(text) {
		return "", false, false
	}
	if text == spokesman {
		return "Người phát ngôn", false, true
	}
	prefix, rest := "", text
	if m := acting.FindString(rest); m != "" {
		prefix, rest = "Quyền ", rest[len(m):]
	}
	if after, found := strings.CutPrefix(rest, "PHÓ "); found {
		prefix, rest = prefix+"Phó ", after
	}
	best := ""
	for _, p := range heads {
		upper := strings.ToUpper(p)
		if (rest == upper || strings.HasPrefix(rest, upper+" ")) && len(p) > len(best) {
			best = p
		}
	}
	if best == "" {
		return "", false, false
	}
	// What follows names the unit; names in capitals stay as they are.
	return prefix + best + ranks.Replace(rest[len(strings.ToUpper(best)):]), prefix == "", true
}

// tail reads the signature at the end and leaves it out of the text.
func (l *letter) tail() {
	lines := apartFromReceivers(l.Lines(max(l.from, len(l.Blocks)-tailLines), len(l.Blocks)))
	at, name := signature(lines)
	if at < 0 {
		l.rest(lines, l.cutReceivers(lines, len(lines)))
		return
	}
	if at > 0 && lines[at].Text == spokesman {
		if _, _, above := positionOf(lines[at-1].Text); above && !authority.MatchString(lines[at-1].Text) {
			at--
		}
	}
	position, head, _ := positionOf(lines[at].Text)
	top := at
	deputy := false
	for top > 0 && inBlock(lines[top-1], lines[at]) || top > 0 && lines[at].Side == 0 && lines[top-1].Side == 0 {
		text := lines[top-1].Text
		_, _, above := positionOf(strings.TrimSpace(text))
		if !authority.MatchString(text) && !above {
			break
		}
		top--
		deputy = deputy || authority.MatchString(text) && !strings.HasPrefix(text, "TM") && !strings.HasPrefix(text, "T/M")
	}
	if at+1 < len(lines) && inBlock(lines[at], lines[at+1]) {
		if more := " " + lines[at+1].Text; ranks.Replace(more) != more {
			position += ranks.Replace(more) // on a line of its own
		}
	}
	where := l.Where(lines[at].At)
	l.fact("position", position, where)
	if name >= 0 {
		l.fact("spokesperson", rank.ReplaceAllString(lines[name].Text, ""), l.Where(lines[name].At))
	} else {
		l.problem("spokesperson", lines[at].At, "Thấy chức vụ “%s” (%s) nhưng không thấy họ tên người ký; hãy nhập họ tên.", position, where)
	}
	switch {
	case head && !deputy:
		l.fact("spokesperson_kind", "A", where+": người đứng đầu ký")
	default:
		l.problem("spokesperson_kind", lines[at].At, "Người ký (%s) không phải người đứng đầu; hãy chọn tư cách phát ngôn B (được giao) hoặc C (được ủy quyền, kèm số văn bản).", where)
	}
	l.cut(lines[top])
	l.beside(lines, top, max(at, name))
	l.rest(lines, max(at, name, l.cutReceivers(lines, top)))
}

// signature is the last line with a position that a name, or room for one,
// follows; name is -1 when nobody is named.
func signature(lines []paper.Line) (at, name int) {
	for at = len(lines) - 1; at >= 0; at-- {
		if _, _, ok := positionOf(lines[at].Text); !ok || authority.MatchString(lines[at].Text) {
			continue
		}
		unsigned := false
		for i := at + 1; i < len(lines) && i <= at+6; i++ {
			text := rank.ReplaceAllString(lines[i].Text, "")
			_, _, another := positionOf(lines[i].Text)
			switch {
			case isName(text) && !another && !documentTypes[text] && !paper.Motto.MatchString(text):
				return at, i
			case signed.MatchString(lines[i].Text):
				unsigned = true
			}
		}
		if unsigned || at == len(lines)-1 {
			return at, -1
		}
	}
	return -1, -1
}

// roles are words of a line in capitals that names nobody.
var roles = []string{
	"NGƯỜI", "PHÁT NGÔN", "CHỦ TỊCH", "GIÁM ĐỐC", "VĂN PHÒNG", "ỦY VIÊN", "ỦY BAN", "THƯ KÝ", "THƯỜNG TRỰC", "PHỤ TRÁCH", "HỘI ĐỒNG",
	"KIÊM", "PHÓ", "TRƯỞNG BAN", "TRƯỞNG PHÒNG", "THÀNH VIÊN", "BAN CHỈ ĐẠO", "CỤC", "SỞ", "UBND", "PHỤ LỤC", "DANH SÁCH",
}

// isName reports whether a line may be somebody's name.
func isName(text string) bool {
	if !personal.MatchString(text) {
		return false
	}
	for _, role := range roles {
		if strings.Contains(" "+strings.ToUpper(text)+" ", " "+role+" ") {
			return false
		}
	}
	return true
}

// cut ends the text before a line. In a table only the rows from that line on
// go: a table of figures may run into the signature.
func (l *letter) cut(at paper.Line) {
	if at.Block >= l.to {
		return
	}
	l.to = at.Block
	if b := &l.Blocks[at.Block]; at.Row > 1 {
		b.Rows = b.Rows[:min(at.Row-1, len(b.Rows))]
		l.to++
	}
}

// beside notes what stands in the table of the signature and is neither that
// nor those who get a copy.
func (l *letter) beside(lines []paper.Line, top, last int) {
	copies := map[int]bool{} // columns
	for i, at := range lines {
		if at.Block == lines[last].Block && paper.Receivers.MatchString(at.Text) {
			copies[at.Side] = true
		}
		other := at.Side != lines[last].Side && !copies[at.Side] && at.Row >= lines[top].Row
		below := at.Side == lines[last].Side && at.Row == lines[last].Row && i > last
		if at.Block == lines[last].Block && at.Side > 0 && (other || below) && !signed.MatchString(at.Text) && !paper.Rule.MatchString(at.Text) {
			l.Doubts.Note(paper.BesideSigner, at.At, at.Text)
		}
	}
}

// rest tells of what stands after the signature and those who receive a copy:
// it is not taken over.
func (l *letter) rest(lines []paper.Line, last int) {
	if last < 0 {
		return
	}
	first, at, count := "", 0, 0
	for i := lines[last].Block; i < len(l.Blocks); i++ {
		text := ""
		switch b := l.Blocks[i]; {
		case i > lines[last].Block:
			text = strings.Join(b.Texts(), " ")
		case lines[last].Row > 0:
			text = strings.Join(paper.Block{Rows: b.Rows[min(lines[last].Row, len(b.Rows)):]}.Texts(), " ")
		}
		if text = paper.OneLine(text); text == "" || paper.Rule.MatchString(text) {
			continue
		}
		if count++; count == 1 {
			first, at = text, l.Blocks[i].At
		}
	}
	if count > 0 {
		l.problem("body", at, "Sau chữ ký còn nội dung (%s: “%s”, %d đoạn hoặc bảng) chưa được đưa vào; nếu là phụ lục, hãy dán thêm vào phần nội dung.",
			l.Where(at), paper.Shortened(first, paper.MaxQuote), count)
	}
}
