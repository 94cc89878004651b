package lang

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// tones are the combining marks of the tones, in the order of Tone.
var tones = [...]string{"", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"}

// Spell writes the word of a key: "môt5" is "một". The tone stands where offices write it:
// "hóa", "hoàn", "thủy".
func Spell(key string) string {
	tone := Tone(key)
	if tone == 0 {
		return key
	}
	letters := []rune(key[:len(key)-1])
	at := toned(letters)
	return norm.NFC.String(string(letters[:at+1]) + tones[tone] + string(letters[at+1:]))
}

// toned is the letter of a syllable that bears its tone.
func toned(letters []rune) int {
	first, last := rhyme(letters)
	for i := last; i >= first; i-- {
		if strings.ContainsRune("âăêôơư", letters[i]) {
			return i
		}
	}
	switch n := last - first + 1; {
	case n >= 3, n == 2 && last+1 < len(letters):
		return first + 1
	}
	return first
}

// rhyme is the first and last vowel of a syllable, without the u of "qu" and the i of "gi".
func rhyme(letters []rune) (first, last int) {
	vowel := func(i int) bool { return i < len(letters) && strings.ContainsRune("aeiouyâăêôơư", letters[i]) }
	for first < len(letters)-1 && !vowel(first) {
		first++
	}
	if first == 1 && (letters[0] == 'q' || letters[0] == 'g' && letters[1] == 'i') && vowel(2) {
		first++
	}
	for last = first; vowel(last + 1); last++ {
	}
	return first, last
}
