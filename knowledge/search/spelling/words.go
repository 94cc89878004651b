package spelling

import (
	"maps"
	"slices"

	"phatngon/knowledge/lang"
)

// None stands for a word that is not in the vocabulary.
const None = ^uint32(0)

// Vocabulary is every key met, with its spelling without diacritics.
type Vocabulary struct {
	IDs   map[string]uint32 // key → word
	Keys  []string          // word → key
	count []uint32          // occurrences
	Plain []uint32          // word → spelling without diacritics
	form  []form

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

func newWords() *Vocabulary {
	return &Vocabulary{IDs: map[string]uint32{}, plainIDs: map[string]uint32{}}
}

// Add counts one occurrence of key.
func (w *Vocabulary) Add(key []byte) uint32 {
	id, ok := w.IDs[string(key)]
	if !ok {
		id = w.learn(string(key))
	}
	w.count[id]++
	return id
}

// know is the word with that key, learned when it is new.
func (w *Vocabulary) know(key string) uint32 {
	if id, ok := w.IDs[key]; ok {
		return id
	}
	return w.learn(key)
}

// Find is the word with that key, None when there is none.
func (w *Vocabulary) Find(key string) uint32 {
	if id, ok := w.IDs[key]; ok {
		return id
	}
	return None
}

// PlainOf numbers a spelling without diacritics, None when no word has it.
func (w *Vocabulary) PlainOf(folded string) uint32 {
	if plain, ok := w.plainIDs[folded]; ok {
		return plain
	}
	return None
}

func (w *Vocabulary) learn(key string) uint32 {
	id := uint32(len(w.Keys))
	w.IDs[key] = id
	w.Keys = append(w.Keys, key)
	w.count = append(w.count, 0)
	w.form = append(w.form, formOf(key))
	folded := lang.FoldKey(key)
	plain, ok := w.plainIDs[folded]
	if !ok {
		plain = uint32(len(w.plainIDs))
		w.plainIDs[folded] = plain
	}
	w.Plain = append(w.Plain, plain)
	return id
}

// Settle groups the words by their plain spelling, once all are known.
func (w *Vocabulary) Settle() {
	w.variantOff = make([]uint32, len(w.plainIDs)+1)
	w.variants = make([]uint32, len(w.Keys))
	for _, plain := range w.Plain {
		w.variantOff[plain+1]++
	}
	for i := range len(w.plainIDs) {
		w.variantOff[i+1] += w.variantOff[i]
	}
	next := slices.Clone(w.variantOff)
	for id, plain := range w.Plain {
		w.variants[next[plain]] = uint32(id)
		next[plain]++
	}
	for plain := range uint32(len(w.plainIDs)) {
		slices.SortStableFunc(w.Spelt(plain), func(a, b uint32) int {
			return int(w.count[b]) - int(w.count[a])
		})
	}
}

// Spelt lists the words with that plain spelling, most frequent first.
func (w *Vocabulary) Spelt(plain uint32) []uint32 {
	return w.variants[w.variantOff[plain]:w.variantOff[plain+1]]
}

// clone is a copy that may learn more words; settle it afterwards.
func (w *Vocabulary) clone() *Vocabulary {
	return &Vocabulary{
		IDs: maps.Clone(w.IDs), Keys: slices.Clip(w.Keys), count: slices.Clone(w.count), Plain: slices.Clip(w.Plain), form: slices.Clip(w.form),
		plainIDs: maps.Clone(w.plainIDs),
	}
}

// IsNumber reports whether a word is written in figures.
func (w *Vocabulary) IsNumber(word uint32) bool { return w.form[word].number }
