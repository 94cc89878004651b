package search

import "phatngon/knowledge/lang"

// An Asked is one different word of a question.
type Asked struct {
	Key    string
	Weight float64 // how much it says among all documents, at least 0
	Asking float64 // 1 for an ordinary word, less for a word of asking
}

// Asked lists the different words of the question.
func (q *Query) Asked() []Asked {
	all := make([]Asked, len(q.terms))
	for i, t := range q.terms {
		all[i] = Asked{t.key, t.weight, t.asking}
	}
	return all
}

// Path is the question word by word, as places in Asked.
func (q *Query) Path() []uint8 { return q.path }

// A Meaning says which word of a question a key stands for: Asked[Word], or
// with a Share below 1 a word that may have been meant instead.
type Meaning struct {
	Word  int
	Share float64
}

// Meanings maps the keys that may stand for words of the question.
func (q *Query) Meanings(x *Index) map[string]Meaning {
	all := make(map[string]Meaning, 2*len(q.terms))
	for i, t := range q.terms {
		for _, o := range t.others {
			if key := x.words.Keys[o.ID]; o.Weight > all[key].Share {
				all[key] = Meaning{i, min(o.Weight, 1)}
			}
		}
	}
	for i, t := range q.terms {
		all[t.key] = Meaning{i, 1}
	}
	return all
}

// Words reads the tokens of s; keys the index knows are shared, not copied.
func (x *Index) Words(s string) []lang.Token {
	tokens := make([]lang.Token, 0, len(s)/4)
	var r lang.Reader
	for r.Reset(s); r.Next(); {
		tokens = append(tokens, lang.Token{Key: x.shared(r.Key()), Start: r.Start, End: r.End})
	}
	return tokens
}

func (x *Index) shared(key []byte) string {
	if id, ok := x.words.IDs[string(key)]; ok {
		return x.words.Keys[id]
	}
	return string(key)
}
