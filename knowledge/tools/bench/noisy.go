package main

import (
	"math/rand/v2"
	"strings"
	"unicode/utf8"

	"phatngon/knowledge/lang"
)

// chat is how words are shortened when typed in a hurry.
var chat = strings.NewReplacer(
	" bao nhiêu ", " bn ", " như thế nào ", " ntn ", " không ", " ko ", " được ", " dc ", " gì ", " j ", " người ", " ng ",
	" với ", " vs ", " rồi ", " r ", " ủy ban nhân dân ", " ubnd ", " hồ sơ ", " hs ", " giấy tờ ", " gt ", " trường ", " trg ",
)

// noisy is s as typed in a chat: no capitals, no punctuation, shortened words,
// half of the diacritics gone and one word of twenty mistyped.
func noisy(r *rand.Rand, s string) string {
	s = strings.Map(func(c rune) rune {
		if strings.ContainsRune(".,;:!?“”\"()", c) {
			return -1
		}
		return c
	}, strings.ToLower(s))
	words := strings.Fields(chat.Replace(" " + s + " "))
	for i, word := range words {
		if r.IntN(2) == 0 {
			word = lang.Fold(word)
		}
		if r.IntN(20) == 0 && utf8.RuneCountInString(word) > 3 {
			word = mistype(r, word)
		}
		words[i] = word
	}
	return strings.Join(words, " ")
}

// mistype leaves out or doubles one letter.
func mistype(r *rand.Rand, word string) string {
	letters := []rune(word)
	at := 1 + r.IntN(len(letters)-1)
	from := at + 1
	if r.IntN(2) == 0 {
		from = at - 1
	}
	return string(letters[:at]) + string(letters[from:])
}
