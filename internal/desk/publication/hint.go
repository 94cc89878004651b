package publication

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/knowledge/statement"
)

// Bounds of the hints of a statement.
const (
	MostHints      = 30
	longestHint    = 200 // characters
	fewestHintKeys = 3   // words; fewer lead everywhere
)

// Hint says what people would ask of a statement: these hints and no others. It is found by
// them at once. They are no words of the spokesperson: nobody is told them, no author
// changes, and a change that waits keeps waiting.
func Hint(s statement.Statement, hints []string, by people.Officer, at time.Time) (Change, error) {
	if err := step(s, ActHint, by); err != nil {
		return Change{}, err
	}
	hints, err := tidy(hints)
	if err != nil {
		return Change{}, err
	}
	s.Hints, s.UpdatedAt = hints, at
	c := changed(s, s.Version, ActHint, by, at, fmt.Sprintf("%d câu", len(hints)))
	if s.Status == statement.StatusPublished {
		c.add(effect.Effect{Kind: effect.DoReindex, Statement: &effect.Statement{Code: s.Code, Version: s.Version + 1}})
	}
	return c, nil
}

// tidy is hints in one line each, each once.
func tidy(hints []string) ([]string, error) {
	var all []string
	seen := map[string]bool{}
	for _, hint := range hints {
		hint = strings.Join(strings.Fields(hint), " ")
		key := statement.Wording(hint)
		switch {
		case hint == "" || seen[key]:
			continue
		case utf8.RuneCountInString(hint) > longestHint:
			return nil, hintMistake("Câu “" + string([]rune(hint)[:40]) + "…” dài quá 200 ký tự; xin rút gọn như người dân hay hỏi.")
		case len(strings.Fields(key)) < fewestHintKeys:
			return nil, hintMistake("Câu “" + hint + "” quá ngắn; xin ghi ít nhất ba chữ, có nêu việc được hỏi.")
		}
		seen[key] = true
		all = append(all, hint)
	}
	if len(all) > MostHints {
		return nil, hintMistake(fmt.Sprintf("Mỗi phát ngôn có nhiều nhất %d câu; xin bỏ bớt.", MostHints))
	}
	return slices.Clip(all), nil
}

func hintMistake(text string) error { return &desk.InvalidError{Field: "hints", Text: text} }
