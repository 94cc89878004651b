package paper

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// onsets and rimes are those of Vietnamese, without tones; k ends names of the
// highlands.
var (
	onsets = SetOf("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x")
	rimes  = SetOf(`a ac ach ai ak am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
		e ec ek em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
		o oc oi ok om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăp oăt oe oem oen oeo oet ooc oong
		ô ôc ôi ôk ôm ôn ông ôp ôt ơ ơc ơi ơm ơn ơng ơp ơt u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uêt uêu
		uơ uôc uôi uôm uôn uông uôt uy uya uych uyn uynh uyp uyt uyu uyên uyêt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
		y ych ynh yt yêm yên yêng yêt yêu`)
)

func SetOf(list string) map[string]bool {
	out := map[string]bool{}
	for word := range strings.FieldsSeq(list) {
		out[word] = true
	}
	return out
}

// isSyllable reports whether a word is built as a Vietnamese syllable is; it
// need not be one that anybody uses.
func isSyllable(word string) bool {
	word, tones := withoutTone(strings.ToLower(word))
	if tones > 1 || word == "" {
		return false
	}
	if word == "gi" || rimes[word] {
		return true
	}
	runes := []rune(word)
	for n := 1; n <= min(3, len(runes)-1); n++ {
		if onsets[string(runes[:n])] && rimes[string(runes[n:])] {
			return true
		}
	}
	return false
}

// withoutTone takes the tone marks off a word, and counts them.
func withoutTone(word string) (bare string, tones int) {
	bare = strings.Map(func(r rune) rune {
		if strings.ContainsRune("\u0300\u0301\u0303\u0309\u0323", r) {
			tones++
			return -1
		}
		return r
	}, norm.NFD.String(word))
	return norm.NFC.String(bare), tones
}

// isLetterOfVietnamese reports whether a letter outside ASCII is one that
// Vietnamese has.
func isLetterOfVietnamese(r rune) bool {
	switch r = unicode.ToLower(r); {
	case r >= 0x1ea0 && r <= 0x1ef9:
		return true
	case r > 0x7f:
		return strings.ContainsRune("àáâãèéêìíòóôõùúýăđĩũơư", r)
	}
	return false
}
