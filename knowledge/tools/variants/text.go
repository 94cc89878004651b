package main

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// plain is a text without what depends on how it is laid out: line breaks,
// bullets and the lines of a table.
func plain(text string) string {
	var words []string
	for word := range strings.FieldsSeq(norm.NFC.String(text)) {
		if word = strings.Trim(word, "\f\u200b\ufeff"); word != "" && !strings.Contains("•-–*|·●▪", word) {
			words = append(words, word)
		}
	}
	return strings.Join(words, " ")
}

// whole is how many letters must be put in, taken out or changed to make one
// text the other.
func whole(truth, read string) int { return distance([]rune(truth), []rune(read), false) }

// within is the same for the part of what was read that is most like the text:
// letterhead and signature count against nobody.
func within(truth, read string) int { return distance([]rune(truth), []rune(read), true) }

func distance(truth, read []rune, part bool) int {
	row := make([]int, len(read)+1)
	for j := range row {
		if !part {
			row[j] = j
		}
	}
	for i, letter := range truth {
		before := row[0]
		row[0] = i + 1
		for j, other := range read {
			cost := before
			if letter != other {
				cost = 1 + min(before, row[j], row[j+1])
			}
			before, row[j+1] = row[j+1], cost
		}
	}
	least := row[len(read)]
	for _, n := range row {
		if part {
			least = min(least, n)
		}
	}
	return least
}

// change is words in a row that are missing from what was read, or stand there
// and nowhere in the text.
type change struct {
	words []string
	added bool
}

// changes are the words that one text has and the other lacks at that place.
func changes(truth, read []string) []change {
	kept := make([][]int32, len(truth)+1) // longest common rest from here on
	for i := range kept {
		kept[i] = make([]int32, len(read)+1)
	}
	for i := len(truth) - 1; i >= 0; i-- {
		for j := len(read) - 1; j >= 0; j-- {
			if truth[i] == read[j] {
				kept[i][j] = kept[i+1][j+1] + 1
			} else {
				kept[i][j] = max(kept[i+1][j], kept[i][j+1])
			}
		}
	}
	var out []change
	put := func(word string, added bool) {
		if n := len(out); n > 0 && out[n-1].added == added {
			out[n-1].words = append(out[n-1].words, word)
			return
		}
		out = append(out, change{[]string{word}, added})
	}
	i, j := 0, 0
	for i < len(truth) || j < len(read) {
		switch {
		case i < len(truth) && j < len(read) && truth[i] == read[j]:
			i, j = i+1, j+1
			out = append(out, change{}) // what follows is not in a row with what went before
		case j == len(read) || i < len(truth) && kept[i+1][j] >= kept[i][j+1]:
			put(truth[i], false)
			i++
		default:
			put(read[j], true)
			j++
		}
	}
	return slices.DeleteFunc(out, func(c change) bool { return len(c.words) == 0 })
}
