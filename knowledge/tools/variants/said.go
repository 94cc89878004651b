package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"phatngon/knowledge/importer"
)

// unsaid are the changes of which no line beside the draft speaks. A line
// speaks of a change when it quotes its first words; of words that stand at
// another place when it says that order or cells may be wrong; of a letter when
// it says that letters could not be told, and the draft shows a hole.
func unsaid(changed []change, d importer.Draft) []change {
	if d.Statement.Body == "" && slices.ContainsFunc(d.Problems, func(p importer.Problem) bool { return p.Field == "body" }) {
		return nil // the draft has no text at all, and says so
	}
	var lines, quotes []string
	for _, p := range d.Problems {
		if p.Field == "body" {
			lines = append(lines, p.Text)
			for _, q := range quote.FindAllString(p.Text, -1) {
				quotes = append(quotes, plain(strings.Trim(q, "“”")))
			}
		}
	}
	said, named := strings.Join(lines, "\n"), strings.Join(quotes, "\n")
	var out []change
	for _, c := range changed {
		quoted := strings.Contains(named, strings.Join(c.words[:min(quotedWords, len(c.words))], " "))
		moved := strings.Contains(said, "thứ tự") || strings.Contains(said, "vị trí")
		letters := strings.Contains(said, "không đọc được")
		if !quoted && !(moved && c.elsewhere(changed)) && !(letters && c.holes(changed)) {
			out = append(out, c)
		}
	}
	return out
}

var quote = regexp.MustCompile("“[^”]*”")

// quotedWords of what was left out must stand in the line that says so: people
// find the place by them.
const quotedWords = 3

// elsewhere reports whether all the words of a change stand at other places.
func (c change) elsewhere(changed []change) bool {
	left := map[string]int{}
	for _, other := range changed {
		for _, word := range other.words {
			if other.added != c.added {
				left[word]++
			}
		}
	}
	for _, word := range c.words {
		if left[word]--; left[word] < 0 {
			return false
		}
	}
	return true
}

const hole = "\ufffd"

// holes reports whether each word of a change is one that has a hole in the
// draft, or the word with the hole.
func (c change) holes(changed []change) bool {
	return !slices.ContainsFunc(c.words, func(word string) bool {
		return !strings.Contains(word, hole) && !slices.ContainsFunc(changed, func(other change) bool {
			return other.added && slices.ContainsFunc(other.words, func(damaged string) bool { return fits(word, damaged) })
		})
	})
}

// fits reports whether a word is the damaged one with letters for its holes.
func fits(word, damaged string) bool {
	letters := []rune(word)
	of := []rune(damaged)
	if len(letters) != len(of) || !strings.Contains(damaged, hole) {
		return false
	}
	for i, r := range of {
		if string(r) != hole && r != letters[i] {
			return false
		}
	}
	return true
}

func (c change) String() string {
	sign := "-"
	if c.added {
		sign = "+"
	}
	return fmt.Sprintf("%s%q", sign, strings.Join(c.words, " "))
}

func words(changed []change) (n int) {
	for _, c := range changed {
		n += len(c.words)
	}
	return n
}
