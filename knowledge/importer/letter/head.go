package letter

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"phatngon/knowledge/importer/paper"
	"phatngon/knowledge/statement"
)

var (
	numberLike  = regexp.MustCompile(`^(?i:số)\s*:\s*\d`)
	blankNo     = regexp.MustCompile(`^(?i:số)\s*[:.]?\s*[.…_]*\s*/\s?\p{Lu}`)
	restOfDate  = regexp.MustCompile(`^(?:(?:tháng\s*)?(?:\d{1,2}\s*)?năm\s*)?\d{4}$|^\d{1,2}\s*năm\s*\d{4}$`)
	blankDate   = regexp.MustCompile(`^(?:Số.{0,60}\s)?\p{Lu}[\p{L}. -]{1,40},\s*[Nn]gày\s*[.…_]*\s*(?:\d{0,2}\s*)?tháng\s*[.…_]*\s*\d{0,2}\s*năm\s*\d{0,4}\s*\.?$`)
	placeAndDay = regexp.MustCompile(`^\p{Lu}[\p{L}. -]{1,40},\s*[Nn]gày(?:\s|[.…_])`)
	subject     = regexp.MustCompile(`(?i)^(?:V/v\s*:?|Về việc)\s*`)
	greeting    = regexp.MustCompile(`(?i)^kính g[ửở]i`)
	stamp       = regexp.MustCompile(`^(?:DỰ THẢO|(?:THƯỢNG )?KHẨN|HỎA TỐC.*|(?:TỐI |TUYỆT )?MẬT|BẢN SAO|SAO Y.*)$`)
	// besideMotto is a unit or number and the motto on one line, as tabs set them.
	besideMotto = regexp.MustCompile(`^(\p{Lu}[\p{Lu}\s.,&-]{2,60}?|Số\s*:?\s*\d\S*(?: ?[-–/] ?\S+)*)\s+(?:CỘNG H[OÒ][AÀ] XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc)$`)
	cutMotto    = regexp.MustCompile(`CỘNG H[OÒ][AÀ] XÃ HỘI CHỦ NGHĨA VIỆT$`)
)

// head reads number, date, unit and title at the front.
func (l *letter) head() {
	lines := l.Lines(0, len(l.Blocks))
	lines = lines[:min(len(lines), paper.HeadLines)]
	if i := firstOf(lines, 0, isProse); i >= 0 {
		lines = lines[:i] // what stands in or below the text is not of the letterhead
	}
	lines = pastMotto(apartFromMotto(lines))
	end := max(l.number(lines), firstOf(lines, 0, paper.Motto.MatchString))
	end = max(end, l.date(lines[:l.textAt(lines, end)]))
	if end < 0 {
		l.subjectOnly(lines)
		return // no letterhead
	}
	l.unit(lines)
	for i := range lines[:end+1] {
		l.from = max(l.from, lines[i].Block+1)
	}
	l.headline(lines)
	l.unread(lines)
}

// apartFromMotto gives a line of its own to a unit or number that stands beside
// the motto.
func apartFromMotto(lines []paper.Line) []paper.Line {
	var out []paper.Line
	for _, at := range lines {
		if m := besideMotto.FindStringSubmatch(at.Text); m != nil {
			unit := at
			unit.Text, at.Text = m[1], strings.TrimSpace(at.Text[len(m[1]):])
			out = append(out, unit)
		}
		out = append(out, at)
	}
	return out
}

// pastMotto takes the last word of the motto, which stands on a line of its own
// when the letterhead is narrow, from what stands beside it.
func pastMotto(lines []paper.Line) []paper.Line {
	cut := slices.ContainsFunc(lines, func(at paper.Line) bool { return cutMotto.MatchString(at.Text) })
	for i, at := range lines {
		if cut {
			lines[i].Text = strings.TrimSuffix(at.Text, " NAM")
		}
	}
	return lines
}

// unread notes the lines of the front that were taken for nothing.
func (l *letter) unread(lines []paper.Line) {
	for i, at := range lines {
		if at.Block < l.from && !l.used[i] && !paper.Motto.MatchString(at.Text) && !paper.Rule.MatchString(at.Text) {
			l.Doubts.Note(paper.LeftOut, at.At, at.Text)
		}
	}
}

// isProse tells the first line of the text itself.
func isProse(s string) bool {
	return utf8.RuneCountInString(s) > 200 || greeting.MatchString(s)
}

// number finds "Số: 123/TB-SYT" and returns its line.
func (l *letter) number(lines []paper.Line) int {
	for i, at := range lines {
		switch m := paper.NumberLine.FindStringSubmatch(at.Text); {
		case m != nil:
			l.fact("document_no", inOneForm(m[1]), l.Where(at.At))
		case blankNo.MatchString(at.Text):
			l.problem("document_no", at.At, "Số văn bản (%s) còn để trống; hãy nhập số sau khi văn bản được ban hành.", l.Where(at.At))
		case numberLike.MatchString(at.Text) && strings.Contains(at.Text, "/"):
			l.problem("document_no", at.At, "Số văn bản (%s) không đọc được: “%s”; hãy nhập số.", l.Where(at.At), paper.Shortened(at.Text, paper.MaxQuote))
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
func (l *letter) date(lines []paper.Line) int {
	for i, at := range lines {
		text := at.Text
		if next := i + 1; next < len(lines) && inBlock(at, lines[next]) && restOfDate.MatchString(lines[next].Text) {
			text += " " + lines[next].Text
			l.used[next] = next > 0 && text != at.Text && paper.DateLine.MatchString(text)
		}
		if m := paper.DateLine.FindStringSubmatch(text); m != nil {
			if day, ok := dayOf(m[1], m[2], m[3]); ok {
				l.d.Statement.IssuedAt = day
				l.found("issued_at", day.Format("02/01/2006"), l.Where(at.At))
				l.used[i] = true
				return i
			}
		}
		if blankDate.MatchString(at.Text) {
			l.problem("issued_at", at.At, "Ngày ban hành (%s) còn để trống hoặc không có thật; hãy nhập ngày.", l.Where(at.At))
			l.used[i] = true
			return i
		}
	}
	return -1
}

// textAt is the first line below number and motto that is of the text: a date
// below it is none of the letterhead.
func (l *letter) textAt(lines []paper.Line, end int) int {
	for i := end + 1; end >= 0 && i < len(lines); i++ {
		at := lines[i]
		front := l.used[i] || at.Side > 0 || at.Bold || at.Centred || paper.AllCapitals(at.Text) || paper.Rule.MatchString(at.Text) || paper.Motto.MatchString(at.Text)
		if !front && !subject.MatchString(at.Text) && !besideNumber(at.Text) {
			return i
		}
	}
	return len(lines)
}

// besideNumber reports a line that is of a letterhead although it may not be
// read: a number, a date or the first part of one.
func besideNumber(text string) bool {
	return numberLike.MatchString(text) || blankNo.MatchString(text) || restOfDate.MatchString(text) || placeAndDay.MatchString(text)
}

// dayOf is a day that the calendar has.
func dayOf(d, m, y string) (time.Time, bool) {
	day, _ := strconv.Atoi(d)
	month, _ := strconv.Atoi(m)
	year, _ := strconv.Atoi(y)
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, statement.Vietnam)
	return t, year >= 1945 && year <= 2200 && t.Day() == day && int(t.Month()) == month
}
