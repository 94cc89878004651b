package slots

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	vietnamese "phatngon/knowledge/text"
)

var (
	year     = regexp.MustCompile(`\b(?:19[789]|20\d)\d\b`) // earlier ones number documents
	dayMonth = regexp.MustCompile(`\b0?(\d\d?)\s*/\s*0?(\d\d?)\b`)
	numbered = regexp.MustCompile(` (lop|tuyen|tuyen so|dot|quy|thon|khoi|khu pho|km|quoc lo|ql|tinh lo|vung|loai|hang|giai doan|mui|khoa) (\d+) `)
)

// otherYear: a year is named, or "năm ngoái", that the statement neither names
// nor is of.
func (r *reading) otherYear() bool {
	asked := year.FindAllString(r.topic, -1)
	if holds(" "+strings.Join(r.Words, " ")+" ", "năm ngoai2") && holds(r.about, "nam ngoai") {
		asked = append(asked, strconv.Itoa(r.Now.Year()-1))
	}
	return slices.ContainsFunc(asked, func(y string) bool {
		return strconv.Itoa(r.span.IssuedAt.Year()) != y && !holds(r.statement, y)
	})
}

// otherDay: a day of a month is named, and the statement names others only.
func (r *reading) otherDay() bool {
	held := dayMonth.FindAllStringSubmatch(r.span.Title+" "+r.span.Body, -1)
	return len(held) > 0 && slices.ContainsFunc(dayMonth.FindAllStringSubmatch(r.topic, -1), func(asked []string) bool {
		return !slices.ContainsFunc(held, func(h []string) bool { return slices.Equal(h[1:], asked[1:]) })
	})
}

// otherNumber: "tuyến 05" is named, and the statement has other "tuyến" only.
func (r *reading) otherNumber() bool {
	held := numbered.FindAllStringSubmatch(r.statement, -1)
	return slices.ContainsFunc(numbered.FindAllStringSubmatch(r.about, -1), func(asked []string) bool {
		return !holds(r.statement, asked[2]) && slices.ContainsFunc(held, func(h []string) bool { return h[1] == asked[1] })
	})
}

// otherName: a place is named in capitals that is not in the statement.
func (r *reading) otherName() bool {
	return slices.ContainsFunc(places(r.topic), func(name string) bool { return !holds(r.statement, name) })
}

// placeWords stand before the name of a place.
var placeWords = phrases(`o|tai|xa|phuong|cau|duong|cho|truong|vien|thon|ban|lang|ho|den|ga|cang|khu|pho|ben|chua|tu|ve|ra|vao|len|` +
	`tinh|huyen|vung|dan|bien|mien`)

// places lists the runs of two or more capitalised words that stand after a
// word of place, folded.
func places(text string) (names []string) {
	var run []string
	before, end := "", 0
	flush := func() {
		if len(run) >= 2 && placeWords.MatchString(" "+before+" ") {
			names = append(names, strings.Join(run, " "))
		}
		run = nil
	}
	for _, t := range vietnamese.Tokens(text) {
		key, letters := vietnamese.FoldKey(t.Key), []rune(text[t.Start:t.End])
		begins := end == 0 || text[end:t.Start] != " "
		if begins {
			flush()
		}
		if !begins && unicode.IsUpper(letters[0]) && len(letters) > 1 {
			run = append(run, key)
		} else {
			flush()
			before = key
		}
		end = t.End
	}
	flush()
	return names
}
