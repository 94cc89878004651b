// Package authorship says who wrote which words of a text, so that nobody signs words of
// their own (NĐ 244/2026, Art. 8: the head answers for what is said; two people see it).
// Authorship follows the words, not the last save: saving the same words again changes
// nothing, and who takes words out has changed the words beside them.
package authorship

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Of is the authorship of a text that one person wrote. An authorship is a readable
// string, "thao:120 ky:3": so many words in a row by each.
func Of(text, by string) string {
	return encode(slices.Repeat([]string{by}, len(strings.Fields(text))))
}

// Edit is the authorship of the text after by turned before into after.
func Edit(authorship, before, after, by string) string {
	old, fresh := strings.Fields(before), strings.Fields(after)
	if slices.Equal(old, fresh) {
		return authorship
	}
	authors := decode(authorship, len(old))
	head, tail := common(old, fresh)
	middle := merge(old[head:len(old)-tail], fresh[head:len(fresh)-tail], authors[head:len(old)-tail], by)
	all := slices.Concat(authors[:head], middle, authors[len(old)-tail:])
	if len(middle) == 0 && len(all) > 0 && len(fresh) < len(old) { // taken out between two kept words
		all[min(head, len(all)-1)] = by
	}
	return encode(all)
}

// By lists who has words in the text, in order of appearance.
func By(authorship string) []string {
	var who []string
	for _, run := range strings.Fields(authorship) {
		id, _, _ := cutLast(run)
		if !slices.Contains(who, id) {
			who = append(who, id)
		}
	}
	return who
}

// Join is the authorship of texts one after the other.
func Join(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), " ")
}

// common counts the words that both begin and both end with.
func common(a, b []string) (head, tail int) {
	for head < min(len(a), len(b)) && a[head] == b[head] {
		head++
	}
	for tail < min(len(a), len(b))-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	return head, tail
}

// mostCells bounds the comparison of two middles; beyond it all of it is new.
const mostCells = 4 << 20

// merge keeps the authors of the words that stay, along a longest common subsequence;
// new words, and a word before which others were taken out, are by's.
func merge(old, fresh, authors []string, by string) []string {
	out := slices.Repeat([]string{by}, len(fresh))
	if len(old)*len(fresh) > mostCells {
		return out
	}
	rest := lengths(old, fresh)
	taken := false
	for i, j := 0, 0; i < len(old) && j < len(fresh); {
		switch {
		case old[i] == fresh[j]:
			if !taken {
				out[j] = authors[i]
			}
			i, j, taken = i+1, j+1, false
		case rest[i+1][j] >= rest[i][j+1]:
			i, taken = i+1, true
		default:
			j++
		}
	}
	return out
}

// lengths are the lengths of the longest common subsequence of all pairs of endings.
func lengths(a, b []string) [][]uint16 {
	table := make([][]uint16, len(a)+1)
	for i := range table {
		table[i] = make([]uint16, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if table[i][j] = max(table[i+1][j], table[i][j+1]); a[i] == b[j] {
				table[i][j] = table[i+1][j+1] + 1
			}
		}
	}
	return table
}

func encode(authors []string) string {
	var b strings.Builder
	for i := 0; i < len(authors); {
		j := i
		for j < len(authors) && authors[j] == authors[i] {
			j++
		}
		fmt.Fprintf(&b, " %s:%d", authors[i], j-i)
		i = j
	}
	return strings.TrimPrefix(b.String(), " ")
}

// decode gives each of n words its author. A bare id, as older documents have it, wrote
// every word; words that no run covers are of the last one named.
func decode(authorship string, n int) []string {
	var authors []string
	last := ""
	for _, run := range strings.Fields(authorship) {
		id, count, ok := cutLast(run)
		if last = id; !ok {
			continue
		}
		words, _ := strconv.Atoi(count) // written by encode
		authors = append(authors, slices.Repeat([]string{id}, max(0, min(words, n-len(authors))))...)
	}
	for len(authors) < n {
		authors = append(authors, last)
	}
	return authors
}

func cutLast(run string) (id, count string, ok bool) {
	i := strings.LastIndexByte(run, ':')
	if i < 0 {
		return run, "", false
	}
	return run[:i], run[i+1:], true
}
