package lang

import "unicode/utf8"

// Telex reads a key as the strokes of the Telex input method that nobody turned
// into letters: "thoongs" is "thông2", "dduowngf" is "đương1". It reports
// false when there is no such stroke in it.
func Telex(key string) (string, bool) {
	t := telex{letters: make([]rune, 0, len(key))}
	for _, r := range key {
		if r >= utf8.RuneSelf || !t.stroke(r) {
			t.letters = append(t.letters, r)
			continue
		}
		t.struck = true
	}
	read := settleVowel([]byte(string(t.letters)))
	if t.tone > 0 {
		read = append(read, '0'+t.tone)
	}
	return string(read), t.struck
}

type telex struct {
	letters []rune
	tone    byte
	struck  bool
}

// stroke reports whether r changes a letter before it.
func (t *telex) stroke(r rune) bool {
	switch r {
	case 'f', 's', 'r', 'x', 'j':
		if t.last("aăâeêioôơuưy") < 0 {
			return false
		}
		t.tone = map[rune]byte{'f': 1, 's': 2, 'r': 3, 'x': 4, 'j': 5}[r]
		return true
	case 'w':
		return t.horn()
	case 'd':
		return len(t.letters) > 0 && t.letters[0] == 'd' && t.turn(0, 'đ')
	case 'a', 'e', 'o':
		return t.turn(t.last(string(r)), map[rune]rune{'a': 'â', 'e': 'ê', 'o': 'ô'}[r])
	}
	return false
}

// horn puts a horn or breve on the vowels it may stand on: "uo" takes two.
func (t *telex) horn() bool {
	at := t.last("aou")
	if at > 0 && t.letters[at] == 'o' && t.letters[at-1] == 'u' {
		t.letters[at-1] = 'ư'
	}
	return at >= 0 && t.turn(at, map[rune]rune{'a': 'ă', 'o': 'ơ', 'u': 'ư'}[t.letters[at]])
}

func (t *telex) turn(at int, into rune) bool {
	if at < 0 {
		return false
	}
	t.letters[at] = into
	return true
}

// last is where the last of some letters stands, -1 for nowhere.
func (t *telex) last(of string) int {
	for i := len(t.letters) - 1; i >= 0; i-- {
		for _, r := range of {
			if t.letters[i] == r {
				return i
			}
		}
	}
	return -1
}
