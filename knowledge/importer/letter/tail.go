package letter

import (
	"fmt"
	"strings"

	"phatngon/knowledge/importer/paper"
)

// tailLines is how far from the end a signature is looked for.
const tailLines = 400

// tail reads the signature at the end and leaves it out of the text.
func (l *letter) tail() {
	lines := apartFromReceivers(l.Lines(max(l.from, len(l.Blocks)-tailLines), len(l.Blocks)))
	all := l.signers(lines)
	if len(all) == 0 {
		if last := l.cutReceivers(lines, len(lines)); last >= 0 {
			l.leftOver(lines, last, nil)
			l.rest(lines, last)
		}
		return
	}
	read := map[int]bool{} // lines that are taken
	top, last := all[0].top, 0
	for _, s := range all {
		l.reads(lines, read, s)
		if higher(lines[s.top], lines[top]) {
			top = s.top
		}
		last = max(last, s.last, s.name)
	}
	top = l.closingDate(lines, top, read)
	l.signedBy(lines, all)
	l.cut(lines[top])
	last = max(last, l.cutReceivers(lines, top))
	l.leftOver(lines, last, read)
	l.rest(lines, last)
}

// higher reports whether a line stands higher on the paper than another.
func higher(a, b paper.Line) bool { return a.Block < b.Block || a.Block == b.Block && a.Row < b.Row }

// reads marks the lines of a signer; what stands above the position in capitals
// and is no office is not one of them.
func (l *letter) reads(lines []paper.Line, read map[int]bool, s signer) {
	for i := s.top; i <= s.last; i++ {
		second := i > s.top && paper.Authority.MatchString(lines[i-1].Text)
		read[i] = i >= s.at || second || paper.Signs(lines[i].Text) || l.isUnit(lines[i].Text)
	}
	read[s.name] = true // -1 is no line
}

// signedBy enters who signs. Of several it is the one whose unit the letter is
// of, when the others are of other units; else nobody is chosen.
func (l *letter) signedBy(lines []paper.Line, all []signer) {
	one, sure := l.ofUnit(all)
	if sure {
		l.signedByOne(lines, one)
	}
	if len(all) == 1 {
		return
	}
	var said []string
	for _, s := range all {
		if !sure || s.at != one.at {
			said = append(said, "“"+l.calls(lines, s)+"”")
		}
	}
	at, named := lines[all[0].at].At, strings.Join(said, ", ")
	if sure {
		l.problem("spokesperson", at, "Cùng ký còn có %s (%s); hãy kiểm tra ai là người phát ngôn.", named, l.Where(at))
		return
	}
	l.problem("spokesperson", at, "Văn bản có %d người ký (%s): %s; hãy nhập họ tên người phát ngôn.", len(all), l.Where(at), named)
	l.problem("position", at, "Văn bản có %d người ký (%s); hãy nhập chức vụ của người phát ngôn.", len(all), l.Where(at))
	l.problem("spokesperson_kind", at, "Văn bản có %d người ký (%s); hãy chọn tư cách của người phát ngôn.", len(all), l.Where(at))
}

// ofUnit is the signer that the letter's unit is named with.
func (l *letter) ofUnit(all []signer) (one signer, sure bool) {
	if len(all) == 1 {
		return all[0], true
	}
	own, others := 0, 0
	for _, s := range all {
		switch {
		case s.unit != "" && s.unit == l.d.Statement.Unit:
			one, own = s, own+1
		case s.unit != "":
			others++
		}
	}
	return one, own == 1 && others == len(all)-1
}

// calls is a signer in words, as the paper has them.
func (l *letter) calls(lines []paper.Line, s signer) string {
	var words []string
	for i := s.top; i <= s.last; i++ {
		words = append(words, lines[i].Text)
	}
	text := strings.Join(words, " ")
	if s.name >= 0 {
		text = lines[s.name].Text + ", " + text
	}
	return paper.Shortened(text, 2*paper.MaxQuote)
}

func (l *letter) signedByOne(lines []paper.Line, s signer) {
	at := lines[s.at].At
	where := l.Where(at)
	l.fact("position", s.position, where)
	if s.name >= 0 {
		l.fact("spokesperson", rank.ReplaceAllString(lines[s.name].Text, ""), l.Where(lines[s.name].At))
	} else {
		l.problem("spokesperson", at, "Thấy chức vụ “%s” (%s) nhưng không thấy họ tên người ký; hãy nhập họ tên.", s.position, where)
	}
	if s.head {
		l.fact("spokesperson_kind", "A", where+": người đứng đầu ký")
		return
	}
	l.problem("spokesperson_kind", at, "Người ký (%s) không phải người đứng đầu; hãy chọn tư cách phát ngôn B (được giao) hoặc C (được ủy quyền, kèm số văn bản).", where)
}

// closingDate takes place and date right above a signature, or above its table,
// to it, and is its first line.
func (l *letter) closingDate(lines []paper.Line, top int, read map[int]bool) int {
	at := top - 1
	for at >= 0 && lines[top].Row == 1 && lines[at].Block == lines[top].Block && !paper.DateLine.MatchString(lines[at].Text) {
		at--
	}
	if at < 0 || !paper.DateLine.MatchString(lines[at].Text) || !inColumn(lines[at], lines[top]) && lines[at].Side > 0 {
		return top
	}
	before := l.d.Statement.IssuedAt
	if l.date(lines[at : at+1]); !before.IsZero() && !before.Equal(l.d.Statement.IssuedAt) {
		l.problem("issued_at", lines[at].At, "Đầu văn bản ghi ngày %s, trên chữ ký ghi “%s”; hãy kiểm tra ngày ban hành.", before.Format("02/01/2006"), lines[at].Text)
		l.d.Statement.IssuedAt = before
		l.found("issued_at", before.Format("02/01/2006"), "đầu văn bản")
	}
	read[at] = true
	return at
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

// isCut reports whether a line is no more of the text.
func (l *letter) isCut(at paper.Line) bool {
	return at.Block >= l.to || at.Block == l.to-1 && at.Row > len(l.Blocks[at.Block].Rows)
}

// leftOver notes each line from the end of the text to the last of the
// signature that is neither that nor those who get a copy.
func (l *letter) leftOver(lines []paper.Line, last int, read map[int]bool) {
	copies := l.copies(lines)
	for i, at := range lines {
		of := at.Block <= lines[last].Block && l.isCut(at)
		if of && !read[i] && !copies[i] && !signed.MatchString(at.Text) && !paper.Rule.MatchString(at.Text) {
			l.Doubts.Note(paper.BesideSigner, at.At, at.Text)
		}
	}
	shown := map[int]bool{}
	for _, at := range lines {
		shown[at.Block] = true
	}
	for i := l.to; i < lines[last].Block; i++ {
		if text := paper.WordsOf(l.Blocks[i : i+1]); !shown[i] && text != "" {
			l.Doubts.Note(paper.BesideSigner, l.Blocks[i].At, text)
		}
	}
}

// maxRest is how many lines behind a signature are quoted.
const maxRest = 20

// rest tells of what stands after the signature and those who receive a copy:
// it is not taken over.
func (l *letter) rest(lines []paper.Line, last int) {
	var said []string
	count, at := 0, 0
	for _, b := range l.Blocks[lines[last].Block+1:] {
		texts := linesOf(b)
		if len(texts) == 0 {
			continue
		}
		if count++; count == 1 {
			at = b.At
		}
		said = append(said, texts...)
	}
	if count == 0 {
		return
	}
	more := ""
	if n := len(said) - maxRest; n > 0 {
		said, more = said[:maxRest], fmt.Sprintf(" và %d dòng nữa", n)
	}
	l.problem("body", at, "Sau chữ ký còn nội dung (%s: %s%s, %d đoạn hoặc bảng) chưa được đưa vào; nếu là phụ lục, hãy dán thêm vào phần nội dung.",
		l.Where(at), "“"+strings.Join(said, "”, “")+"”", more, count)
}

// linesOf is the paragraphs or rows of a block, shortened.
func linesOf(b paper.Block) []string {
	texts := []string{b.Text()}
	if b.Rows != nil {
		texts = nil
		for i := range b.Rows {
			texts = append(texts, paper.WordsOf([]paper.Block{{Rows: b.Rows[i : i+1]}}))
		}
	}
	var out []string
	for _, text := range texts {
		if text = paper.OneLine(text); text != "" && !paper.Rule.MatchString(text) {
			out = append(out, paper.Shortened(text, paper.MaxQuote))
		}
	}
	return out
}
