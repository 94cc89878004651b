package search

import (
	"slices"

	"phatngon/knowledge/lang"
)

// words is the vocabulary: every key met, with its spelling without diacritics.
type words struct {
	ids    map[string]uint32 // key → word
	keys   []string
	count  []uint32  // occurrences
	docs   []uint32  // documents that hold the word
	rarity []float32 // word → how much it says
	plain  []uint32  // word → spelling without diacritics
	form   []form

	plainIDs   map[string]uint32 // folded key → plain
	variantOff []uint32          // plain → words spelt so, most frequent first
	variants   []uint32
}

// form is what a key looks like.
type form struct {
	number bool
	marked bool // carries a diacritic
	tone   uint8
}

func formOf(key string) form {
	return form{lang.IsNumber(key), !lang.IsPlain(key), uint8(lang.Tone(key))}
}

func newWords() *words {
	return &words{ids: map[string]uint32{}, plainIDs: map[string]uint32{}}
}

// add counts one occurrence of key.
func (w *words) add(key []byte) uint32 {
	id, ok := w.ids[string(key)]
	if !ok {
		id = w.learn(string(key))
	}
	w.count[id]++
	return id
}

// know is the word with that key, learned when it is new.
func (w *words) know(key string) uint32 {
	if id, ok := w.ids[key]; ok {
		return id
	}
	return w.learn(key)
}

// find is the word with that key, none when there is none.
func (w *words) find(key string) uint32 {
	if id, ok := w.ids[key]; ok {
		return id
	}
	return none
}

// plainOf numbers a spelling without diacritics, none when no word has it.
func (w *words) plainOf(folded string) uint32 {
	if plain, ok := w.plainIDs[folded]; ok {
		return plain
	}
	return none
}

func (w *words) learn(key string) uint32 {
	id := uint32(len(w.keys))
	w.ids[key] = id
	w.keys = append(w.keys, key)
	w.count = append(w.count, 0)
	w.form = append(w.form, formOf(key))
	folded := lang.FoldKey(key)
	plain, ok := w.plainIDs[folded]
	if !ok {
		plain = uint32(len(w.plainIDs))
		w.plainIDs[folded] = plain
	}
	w.plain = append(w.plain, plain)
	return id
}

// settle groups the words by their plain spelling, once all are known.
func (w *words) settle() {
	w.variantOff = make([]uint32, len(w.plainIDs)+1)
	w.variants = make([]uint32, len(w.keys))
	for _, plain := range w.plain {
		w.variantOff[plain+1]++
	}
	for i := range len(w.plainIDs) {
		w.variantOff[i+1] += w.variantOff[i]
	}
	next := slices.Clone(w.variantOff)
	for id, plain := range w.plain {
		w.variants[next[plain]] = uint32(id)
		next[plain]++
	}
	for plain := range uint32(len(w.plainIDs)) {
		slices.SortStableFunc(w.spelt(plain), func(a, b uint32) int {
			return int(w.count[b]) - int(w.count[a])
		})
	}
}

// spelt lists the words with that plain spelling, most frequent first.
func (w *words) spelt(plain uint32) []uint32 {
	return w.variants[w.variantOff[plain]:w.variantOff[plain+1]]
}
