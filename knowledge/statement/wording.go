package statement

import (
	"bytes"
	"slices"
	"strings"

	"phatngon/knowledge/lang"
)

// Wording is one key for all texts that ask in the same words: diacritics,
// case, punctuation and what is said out of courtesy ("cho em hỏi … ạ") do not
// count. It is "" for a text without words.
func Wording(text string) string {
	var keys []string
	for _, key := range lang.Keys(text) {
		keys = append(keys, lang.FoldKey(key))
	}
	return wordingOf(keys)
}

func wordingOf(keys []string) string {
	asked := withoutClosing(withoutOpening(keys))
	if len(asked) == 0 {
		asked = keys
	}
	return strings.Join(asked, " ")
}

// Words of courtesy, folded. An opening is a run of them that ends with one
// that only courtesy ends with: "cho em hỏi", "ad ơi".
const (
	openingWords = "|alo|xin|chao|da|vang|cho|em|toi|minh|chau|con|ad|admin|bot|anh|chi|ban|muon|duoc|la|a|"
	openingEnds  = "|hoi|oi|alo|"
	closingWords = "|a|ah|ak|nhe|nhi|vay|ad|admin|"
)

func withoutOpening(keys []string) []string {
	begin := 0
	for i, key := range keys {
		ends := among(key, openingEnds)
		if !ends && !among(key, openingWords) {
			break
		}
		if ends {
			begin = i + 1
		}
	}
	return keys[begin:]
}

func withoutClosing(keys []string) []string {
	last := len(keys)
	for last > 0 && among(keys[last-1], closingWords) {
		last--
	}
	return keys[:last]
}

func among(key, words string) bool { return strings.Contains(words, "|"+key+"|") }

// Asks reports whether s has a head, its title or a curated question, in these
// words (see Wording).
func (s Statement) Asks(wording string) bool {
	same := func(head string) bool { return Wording(head) == wording }
	return same(s.Title) || slices.ContainsFunc(s.Questions, same)
}

// SaysTheSame reports whether two versions of a statement tell people the same:
// that they differ at most in what helps to find it.
func (s Statement) SaysTheSame(other Statement) bool {
	s.Questions, s.Topics, s.Places = nil, nil, nil
	other.Questions, other.Topics, other.Places = nil, nil, nil
	return bytes.Equal(FormatStatement(s), FormatStatement(other))
}
