package slots

import (
	"slices"
	"strings"
)

var (
	// counted stand before a number that says which of several is meant.
	counted = phrases("đợt|giai đoạn|lần|lần thứ|kỳ|khóa|lớp|hạng|quý|bão số|tuyến|tuyến số|thôn|khu|khu phố|tổ|cụm|tầng|quốc lộ|tỉnh lộ|" +
		"đường tỉnh|vùng|mỏ số|tòa|khu vực|loại|nhóm|lô|điểm|con số|xe số")
	// series go on: of their next one nothing was said.
	series = phrases("đợt|giai đoạn|lần|kỳ")
	// listing words stand between the numbers of a list.
	listing = phrases("và|đến|tới|hoặc|số|thứ")
)

const listReach = 8 // words after one of counted in which its numbers stand

// numberRule disagrees with a quote about another one of a row.
func numberRule(j *judge) Verdict {
	words := j.asking()
	for i := range words {
		n := begins(words, i, counted)
		asked := number(words, i+n)
		if n == 0 || asked < 0 || isYear(asked) || isYear(digits(words, i+n+1)) || j.dated(j.from+i+n) {
			continue
		}
		same := []phrase{phrase(words[i : i+n])}
		goesOn := begins(words, i, series) > 0
		if goesOn {
			same = series
		}
		held := numbersOf(j.all, same)
		next := goesOn && asked > 1 && len(held) == 0
		if next || len(held) > 0 && !slices.Contains(held, asked) && !between(asked, held) {
			return j.disagree(OtherNumber, i, n+1)
		}
	}
	return Verdict{}
}

// dated reports whether the number at word i is part of a date.
func (j *judge) dated(i int) bool {
	_, n := dateAt(j.Text, j.words, i)
	return n > 0 || strings.ContainsAny(j.gap(i+1), "-–/")
}

// numbersOf are the numbers that stand after some words in a text; of "lớp 1, 6
// và 10" three.
func numbersOf(words []word, before []phrase) []int {
	var all []int
	for i := range words {
		n := begins(words, i, before)
		if n == 0 {
			continue
		}
		for at := i + n; at < min(len(words), i+n+listReach); at++ {
			counted := digits(words, at)
			if at == i+n {
				counted = number(words, at) // "lớp sáu"; of "lớp 10 năm học" the year of school is no number
			}
			if counted >= 0 {
				all = append(all, counted)
			} else if begins(words, at, listing) == 0 {
				break
			}
		}
	}
	return all
}

func between(n int, held []int) bool {
	return len(held) > 1 && slices.Min(held) <= n && n <= slices.Max(held)
}
