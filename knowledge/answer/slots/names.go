package slots

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed places.txt
var placesList string

// known are places by the fold of their first word.
var known = readKnown(placesList)

func readKnown(list string) map[string][]phrase {
	all := map[string][]phrase{}
	for line := range strings.Lines(list) {
		if p := asSpelt(line); len(p) > 0 && !strings.HasPrefix(line, "#") {
			all[p[0].fold] = append(all[p[0].fold], p)
		}
	}
	return all
}

// A name is words [at, at+n) of the question that name a place or thing.
type name struct{ at, n int }

// kinds are the words before a name that say what it is the name of, cues those
// before the bare name of a place.
var (
	kinds = phrases("xã|phường|huyện|thị trấn|thị xã|thôn|bản|làng|khu phố|tổ dân phố|cầu|chợ|đền|chùa|phủ|trường|cảng|bến|bãi|hồ|đập|sông|" +
		"suối|đường|phố|dự án|công ty|bệnh viện|khu|đê|đảo|rừng|hang|dốc|trạm|nhà máy|cụm|bến xe|hội|kênh|mỏ|cửa khẩu|ga|mầm non|tiểu học")
	// offices are written with a capital and are no part of the name after them.
	offices = phrases("bệnh viện|ủy ban|trung tâm|trường|sở|công an|công ty|chủ tịch|ban|hội đồng|đại học|cao đẳng|nhà máy|phòng|đội|đoàn|tỉnh|thành phố|" +
		"giải|quỹ|đài|báo|cảng|nghị quyết|quyết định|nghị định|luật")
	cues = phrases("ở|tại|bên|về|ra|sang|đi|qua|vùng|dân|phía|xã|phường|huyện|quê|dưới|trên|trong|từ|đến|tới")
)

// names are what the question names where it asks.
func (j *judge) names() []name {
	var all []name
	for i := j.from; i < j.to; {
		found := j.nameAt(i)
		if found.n > 0 {
			all = append(all, found)
		}
		i = max(found.at+found.n, i+1)
	}
	return all
}

// nameAt is the name in the words from i on that belong together; its n is 0
// for none.
func (j *judge) nameAt(i int) name {
	if n := j.knownAt(i); n > 0 {
		return name{i, n}
	}
	at, n := i, j.capitals(i)
	if n > 0 && j.opens(i) { // the first word has a capital anyway
		at, n = i+1, n-1
	}
	if office := begins(j.words, at, offices); office > 0 {
		return name{at: max(at, i) + office - 1}
	}
	switch {
	case n > 1, n == 1 && at == i && ends(j.words[:i], kinds) > 0:
		return name{at, n}
	case j.commune(i):
		return name{i, 2}
	}
	return name{at: i}
}

// knownAt is how many words from i on are a known place. Without diacritics
// they are one only where a place may stand.
func (j *judge) knownAt(i int) int {
	w := j.words[i]
	n := begins(j.words, i, known[w.fold])
	if m := begins(j.asTyped, i, known[j.asTyped[i].fold]); n == 0 && m > 1 {
		return m // taken for slips of other words: no text here knows the name
	}
	switch {
	case n == 1 && (w.bare || !w.capital), n > 1 && w.bare && i > 0 && !j.understood(i, n) && !j.unheard(i, n) && ends(j.words[:i], cues) == 0:
		return 0
	}
	return n
}

// unheard reports whether n words from i on look like a place and could not be read as
// other words: one that the place's name has marks on was found in no text.
func (j *judge) unheard(i, n int) bool {
	return slices.ContainsFunc(known[j.words[i].fold], func(p phrase) bool {
		return len(p) == n && p.at(j.words, i) && slices.ContainsFunc(p, func(of word) bool {
			at := slices.IndexFunc(j.words[i:i+n], func(w word) bool { return w.fold == of.fold })
			return at >= 0 && of.key != of.fold && j.words[i+at].key == of.fold
		})
	})
}

// understood reports whether n words from i on were understood as a place.
func (j *judge) understood(i, n int) bool {
	same := func(a, b word) bool { return a.key == b.key }
	return slices.ContainsFunc(known[j.words[i].fold], func(p phrase) bool { return slices.EqualFunc(j.words[i:i+n], p, same) })
}

// commune reports whether the two words from i on name a commune, in small
// letters in a question without capitals.
func (j *judge) commune(i int) bool {
	if j.Question.Places == nil || i+2 > len(j.words) || j.words[i].capital != j.words[i+1].capital {
		return false
	}
	first, second := j.asTyped[i], j.asTyped[i+1]
	begins, unread := i == 0 && first.bare, first.bare && (first.key == first.fold || second.key == second.fold)
	if !begins && !unread && ends(j.words[:i], cues) == 0 {
		return false
	}
	small := !slices.ContainsFunc(j.words[1:], func(w word) bool { return w.capital })
	named := func(n int) bool { return len(j.Question.Places("xã "+j.typed(i, i+n))) > 0 }
	return (first.bare || small) && named(2) && !named(1)
}

// capitals is how many words from i on begin with a capital, as names do.
func (j *judge) capitals(i int) (n int) {
	for i+n < len(j.words) {
		w := j.words[i+n]
		if !w.capital || w.end-w.start == 1 || isUpper(j.Text[w.start:w.end]) || n > 0 && (j.gap(i+n) != " " || begins(j.words, i+n, offices) > 0) {
			break
		}
		n++
	}
	return n
}

// isUpper reports whether s is an abbreviation.
func isUpper(s string) bool { return len([]rune(s)) > 1 && strings.ToUpper(s) == s }
