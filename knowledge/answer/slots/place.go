package slots

import "slices"

var (
	// selves and dwells stand before where somebody lives: that restricts what
	// may answer, but is not what is asked about.
	selves = phrases("t|e|mk|ck|vk|tôi|tui|em|mình|cháu|con|nhà|quê|bố|mẹ|vợ|chồng|bà|ông|chúng tôi|quán|bạn")
	dwells = phrases("ở|quê|quê ở|sống ở|học ở|học|làm ở|trú ở|tại|bên|người|dân|từ|sống tại|về|dưới|đi|vào|xuống|lên|ra|sang|qua|tận|vô")
	// vague words stand beside a name that only lies thereabouts.
	vague = phrases("miệt|miền|vùng|cũ")
	// everywhere is what all is about.
	everywhere = phrases("thanh hóa|xứ thanh|việt nam|tỉnh thanh")
)

// homeReach is how many words before a name may say whose home it is.
const homeReach = 5

// placeRule disagrees with a quote of a statement that does not name a place
// asked about. A known place beside one that it names says where that lies.
func placeRule(j *judge) Verdict {
	names := j.names()
	some := slices.ContainsFunc(names, j.held)
	for _, n := range names {
		last := n.at + n.n
		around := ends(j.words[:n.at], vague) > 0 || begins(j.words, last, vague) > 0 || some && j.knownAt(n.at) > 0
		if !around && !j.isHome(n) && !j.held(n) && begins(j.words, n.at, everywhere) == 0 {
			return Verdict{Disagrees, OtherPlace, j.typed(n.at, last)}
		}
	}
	return Verdict{}
}

// held reports whether the source names n too, or a commune that it now is.
func (j *judge) held(n name) bool {
	if n.n > 2 && j.held(name{n.at + 1, n.n - 1}) { // its first word may be of another
		return true
	}
	typed := j.typed(n.at, n.at+n.n)
	read := j.words[n.at : n.at+n.n]
	if begins(j.asTyped, n.at, known[j.asTyped[n.at].fold]) == n.n {
		read = j.asTyped[n.at : n.at+n.n]
	}
	if has(j.all, []phrase{phrase(read), textWords(typed)}) {
		return true
	}
	if j.Question.Places == nil {
		return false
	}
	return slices.ContainsFunc(j.Question.Places("xã "+typed), func(code string) bool { return slices.Contains(j.Source.Places, code) })
}

// isHome reports whether n is where somebody lives, studies or works.
func (j *judge) isHome(n name) bool {
	first := n.at - ends(j.words[:n.at], kinds)
	d := ends(j.words[:first], dwells)
	if d == 0 {
		return false
	}
	for i := first - d; i > max(0, first-d-homeReach); i-- {
		if ends(j.words[:i], selves) > 0 {
			return true
		}
		if j.gap(i) != " " {
			break
		}
	}
	return false
}
