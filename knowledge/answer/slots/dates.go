package slots

import (
	"slices"
	"strconv"
	"strings"

	"phatngon/knowledge/lang"
)

// A date is a day, month and year as written, 0 for what is not said.
type date struct{ day, month, year int }

// spelled are the numbers people write as words.
var spelled = map[string]int{
	"môt5": 1, "nhât2": 1, "hai": 2, "nhi1": 2, "ba": 3, "bôn2": 4, "tư": 4, "năm": 5, "sau2": 6, "bay3": 7, "tam2": 8, "chin2": 9, "mươi1": 10,
	"giêng": 1, "chap5": 12,
}

// number is the number that word i of words is, -1 for none.
func number(words []word, i int) int {
	if i < 0 || i >= len(words) {
		return -1
	}
	if n, err := strconv.Atoi(words[i].key); err == nil {
		return n
	}
	if n, ok := spelled[words[i].key]; ok && !isYear(digits(words, i+1)) {
		if next, ok := spelled[keyAt(words, i+1)]; ok && n == 10 && next < 10 {
			return n + next
		}
		return n
	}
	return -1
}

func keyAt(words []word, i int) string {
	if i < 0 || i >= len(words) {
		return ""
	}
	return words[i].key
}

func foldAt(words []word, i int) string { return lang.FoldKey(keyAt(words, i)) }

// dates are the dates that words of a text name: "18/5", "tháng 7", "năm 2027",
// "ngày 3 tháng 6".
func dates(text string, words []word) []date {
	var all []date
	for i := 0; i < len(words); {
		d, n := dateAt(text, words, i)
		if n > 0 {
			all = append(all, d)
		}
		i += max(n, 1)
	}
	return all
}

// dateAt is the date that begins at word i and how many words it takes.
func dateAt(text string, words []word, i int) (d date, n int) {
	first := digits(words, i)
	switch {
	case first < 0:
		return wordedAt(words, i)
	case isYear(first):
		return date{year: first}, 1
	case !slash(text, words, i) || first == 0 || first > 31:
		return d, 0
	}
	second := digits(words, i+1)
	switch {
	case isYear(second) && first <= 12 && foldAt(words, i-1) != "quy":
		return date{month: first, year: second}, 2
	case second < 1 || second > 12:
		return d, 0
	case slash(text, words, i+1) && isYear(digits(words, i+2)):
		return date{first, second, digits(words, i+2)}, 3
	}
	return date{day: first, month: second}, 2
}

// wordedAt is the date "ngày 3 tháng 6 năm 2026", or the last of it, at word i.
func wordedAt(words []word, i int) (d date, n int) {
	at := i
	if foldAt(words, at) == "ngay" && foldAt(words, at+2) == "thang" && digits(words, at+1) > 0 {
		d.day, at = digits(words, at+1), at+2
	}
	if foldAt(words, at) != "thang" || words[at].end-words[at].start < len("thg") {
		return date{}, 0
	}
	if d.month = number(words, at+1); d.month < 1 || d.month > 12 || foldAt(words, at+2) == "nao" || foldAt(words, at-1) == "may" || foldAt(words, at-1) == "nhieu" {
		return date{}, 0
	}
	at += 2
	if foldAt(words, at) == "nam" && isYear(digits(words, at+1)) {
		d.year, at = digits(words, at+1), at+2
	} else if isYear(digits(words, at)) {
		d.year, at = digits(words, at), at+1
	}
	return d, at - i
}

func digits(words []word, i int) int {
	if i < 0 || i >= len(words) || !lang.IsNumber(words[i].key) {
		return -1
	}
	return number(words, i)
}

func isYear(n int) bool { return n >= 1930 && n <= 2100 }

// slash reports whether a stroke joins words i and i+1.
func slash(text string, words []word, i int) bool {
	return i+1 < len(words) && words[i].end <= words[i+1].start && strings.Trim(text[words[i].end:words[i+1].start], " ") == "/"
}

// said reports whether o is d, as far as both say.
func (d date) said(o date) bool {
	same := func(a, b int) bool { return a == 0 || b == 0 || a == b }
	told := d.month != 0 && o.month != 0 || d.month == 0 && o.year != 0
	return told && same(d.day, o.day) && same(d.month, o.month) && same(d.year, o.year)
}

// within reports whether d lies between the first and last of some dates of
// one sentence, by month and day, or by year.
func (d date) within(all []date) bool {
	if d.month == 0 {
		return slices.ContainsFunc(all, func(o date) bool { return o.year != 0 && o.year <= d.year }) &&
			slices.ContainsFunc(all, func(o date) bool { return o.year >= d.year })
	}
	return slices.ContainsFunc(all, func(o date) bool { return o.before(d) }) && slices.ContainsFunc(all, d.before)
}

// before reports whether d is no later in a year than o, as far as both say.
func (d date) before(o date) bool {
	if d.month == 0 || o.month == 0 || d.month != o.month {
		return d.month != 0 && d.month < o.month
	}
	return d.day == 0 || o.day == 0 || d.day <= o.day
}
