package slots

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"phatngon/knowledge/lang"
)

// A word is a word of a text. A short form of a question may be several.
type word struct {
	key, fold  string
	bare       bool // typed without diacritics, in a text without
	capital    bool
	start, end int
}

// sameAs reports whether w may be the word other: what was typed without
// diacritics may be any word that looks so.
func (w word) sameAs(other word) bool {
	return w.key == other.key || w.fold == other.fold && (w.bare || other.bare)
}

// textWords are the words of a text as written.
func textWords(text string) []word {
	tokens := lang.Tokens(text)
	words := make([]word, len(tokens))
	for i, t := range tokens {
		words[i] = newWord(text, t.Key, t.Start, t.End)
	}
	return settle(words)
}

// heardWords are the words of a question as they were understood, without that
// as they were typed.
func heardWords(q Question) []word {
	if len(q.Heard) == 0 {
		return textWords(q.Text)
	}
	var words []word
	for _, h := range q.Heard {
		for _, key := range h.Keys {
			words = append(words, newWord(q.Text, key, h.Start, h.End))
		}
	}
	return settle(words)
}

// asTyped is words with those that are spelt otherwise than typed as they were typed.
func asTyped(text string, words []word) []word {
	all := slices.Clone(words)
	for i, w := range all {
		typed := lang.Keys(text[w.start:w.end])
		if len(typed) == 1 && lang.FoldKey(typed[0]) != w.fold {
			all[i] = newWord(text, typed[0], w.start, w.end)
			all[i].bare = all[i].bare && (i == 0 || all[i-1].bare)
		}
	}
	return all
}

func newWord(text, key string, start, end int) word {
	first, _ := utf8.DecodeRuneInString(text[start:])
	fold := lang.FoldKey(key)
	return word{key, fold, fold == strings.ToLower(text[start:end]), unicode.IsUpper(first), start, end}
}

// bareShare is the share of words without diacritics from which on a text is
// typed without.
const bareShare = 0.75

// settle takes words without diacritics for what they are, unless nearly all
// are.
func settle(words []word) []word {
	bare, all := 0.0, 0.0
	for _, w := range words {
		if lang.IsNumber(w.key) {
			continue
		}
		all++
		if w.bare {
			bare++
		}
	}
	for i := range words {
		words[i].bare = words[i].bare && bare > bareShare*all
	}
	return words
}

// A phrase is words one after the other.
type phrase []word

// phrases reads "một hai|ba".
func phrases(list string) []phrase {
	var all []phrase
	for text := range strings.SplitSeq(list, "|") {
		all = append(all, asSpelt(text))
	}
	return all
}

// asSpelt are the words of a text with all its diacritics, be it that it has none.
func asSpelt(text string) phrase {
	words := textWords(text)
	for i := range words {
		words[i].bare = false
	}
	return words
}

// at reports whether words go on with p at i. A word alone must have been
// understood as that word: "den" may be "đến" and "đền".
func (p phrase) at(words []word, i int) bool {
	switch {
	case i < 0 || i+len(p) > len(words):
		return false
	case len(p) == 1:
		return words[i].key == p[0].key
	}
	return slices.EqualFunc(words[i:i+len(p)], p, word.sameAs)
}

// begins is the length of the longest of some phrases that words go on with at
// i, 0 for none.
func begins(words []word, i int, phrases []phrase) (n int) {
	for _, p := range phrases {
		if len(p) > n && p.at(words, i) {
			n = len(p)
		}
	}
	return n
}

// ends is the length of the longest of some phrases that words end with, be it
// only by their looks.
func ends(words []word, phrases []phrase) (n int) {
	for _, p := range phrases {
		if first := len(words) - len(p); len(p) > n && first >= 0 && slices.EqualFunc(words[first:], p, word.sameAs) {
			n = len(p)
		}
	}
	return n
}

// find is where the first of some phrases stands in words, and its length; at
// is -1 for nowhere.
func find(words []word, phrases []phrase) (at, n int) {
	for i := range words {
		if n := begins(words, i, phrases); n > 0 {
			return i, n
		}
	}
	return -1, 0
}

func has(words []word, phrases []phrase) bool {
	at, _ := find(words, phrases)
	return at >= 0
}
