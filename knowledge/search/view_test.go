package search

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// found names what the words of a question find in its first result.
func found(x *Index, question string) map[string][]string {
	q := x.Read(question)
	matches := x.Search(q, nil).Matches
	all := map[string][]string{}
	for i, finds := range x.Views(q, matches, 1)[0].Finds {
		names := []string{}
		for f, name := range findNames {
			if finds>>f&1 == 1 {
				names = append(names, name)
			}
		}
		all[q.terms[i].key] = names
	}
	return all
}

func TestEachWordTellsWhatItFinds(t *testing.T) {
	x := Build(append(texts, Doc{Heads: []string{"Cầu Bố"}, Body: strings.Repeat("Cầu Bố thông xe. ", 6)}))
	for question, want := range map[string]map[string][]string{
		"kinh phi blockchain": {
			"kinh":       {"in_passage", "in_plain", "in_document", "in_lead", "in_segment", "pair_after", "doc_after", "near_after"},
			"phi2":       {"in_passage", "in_plain", "in_document", "in_lead", "in_segment", "pair_before", "doc_before", "near_before"},
			"blockchain": {},
		},
		"sửa chữa": {
			"sưa3":  {"in_head", "in_plain", "in_document", "twice", "pair_after", "doc_after", "near_after"},
			"chưa4": {"in_head", "in_plain", "in_document", "twice", "pair_before", "doc_before", "near_before"},
		},
		"thông cầu": {
			"thông": {"in_passage", "in_plain", "in_document", "twice", "often", "in_lead", "in_segment", "near_after"},
			"câu1":  {"in_passage", "in_head", "in_plain", "in_document", "twice", "often", "in_lead", "in_segment", "near_before", "in_next"},
		},
	} {
		if diff := cmp.Diff(want, found(x, question)); diff != "" {
			t.Errorf("%s: %s", question, diff)
		}
	}
}

func TestOnlyTheFirstWordsAreLookedAtOneByOne(t *testing.T) {
	var words []string
	for i := range 3 * wordsSeen {
		words = append(words, string(rune('a'+i%26))+strings.Repeat("x", 1+i/26))
	}
	x := Build([]Doc{{Body: strings.Join(words, " ")}, {Body: strings.Join(words[:9], " ")}})
	q := x.Read(strings.Join(words, " "))
	for i, v := range x.Views(q, x.Search(q, nil).Matches, Offered) {
		if len(v.Traits) != wordsSeen || len(v.Finds) != wordsSeen {
			t.Errorf("result %d: %d and %d words", i, len(v.Traits), len(v.Finds))
		}
	}
}

func TestTraitsTellWhatAWordIs(t *testing.T) {
	x := Build(texts)
	q := x.Read("bao nhiêu ca mắc trong 215 blockchain")
	traits := x.traits(q, x.Candidates(q, nil))
	of := func(key string) Traits {
		return traits[slices.IndexFunc(q.terms, func(t term) bool { return t.key == key })]
	}
	for name, is := range map[string]bool{
		"a number is one":                     of("215")[wordNumber] == 1 && of("ca")[wordNumber] == 0,
		"a word of asking is less":            of("nhiêu")[wordAsking] < of("ca")[wordAsking],
		"a word that no document holds":       of("blockchain")[wordHeld] == 0 && of("ca")[wordHeld] == 1,
		"the first word stands first":         of("bao")[wordPlace] == 0 && of("blockchain")[wordPlace] > 0.5,
		"what no candidate has, none holds":   of("blockchain")[candidatesHold] == 0 && of("ca")[candidatesHold] > 0,
		"the rare say more than those asking": of("blockchain")[wordWeight] > of("nhiêu")[wordWeight],
	} {
		if !is {
			t.Errorf("%s: does not hold", name)
		}
	}
}
